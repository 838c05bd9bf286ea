"""Records that are translated, and the site's texts, in the editors' interface."""

from typing import Any

from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from designcity.site_texts import SiteTexts


class TranslatedIndexView(IndexView):
    """A list of records in one language, which links those that the user may edit."""

    def get_edit_url(self, instance: Any) -> str | None:
        """Return where a record is edited; Wagtail asks only whether its kind may be."""
        if not self.user_has_permission_for_instance("change", instance):
            return None
        return super().get_edit_url(instance)

    def get_delete_url(self, instance: Any) -> str | None:
        """Return where a record is deleted."""
        if not self.user_has_permission_for_instance("delete", instance):
            return None
        return super().get_delete_url(instance)


class TranslatedViewSet(SnippetViewSet):
    """Records with a version in each language, each edited by those who work in it."""

    index_view_class = TranslatedIndexView


class SiteTextsViewSet(TranslatedViewSet):
    model = SiteTexts
    icon = "site"
    add_to_settings_menu = True
    list_display = ["site_name", "locale"]
