"""The site's texts in the editors' interface."""

from wagtail.snippets.views.snippets import SnippetViewSet

from designcity.site_texts import SiteTexts


class SiteTextsViewSet(SnippetViewSet):
    model = SiteTexts
    icon = "site"
    add_to_settings_menu = True
    list_display = ["site_name", "locale"]
