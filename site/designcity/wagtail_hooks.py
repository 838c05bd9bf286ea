from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from designcity.snippets import SiteTextsViewSet

register_snippet(SiteTextsViewSet)


@hooks.register("insert_editor_js")
def words_of_the_translation_editor() -> str:
    """Bring the words that wagtail-localize's script writes in English only."""
    return format_html(
        '<script type="module" src="{}" data-translation-heading="{}" data-more-actions="{}"></script>',
        static("designcity/js/translation-words.js"),
        _("Translation from %(source)s to %(target)s"),
        _("More actions"),
    )
