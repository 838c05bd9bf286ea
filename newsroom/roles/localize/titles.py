"""Which pages the editors' interface tells translators about: also those that their originals link to.

wagtail-localize's editor asks for the title of the page that a link leads to, and waits for ever without it.
"""

from django.db.models import Q, QuerySet
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page

from newsroom.roles.languages import TRANSLATE, languages_of


class PagesByNumber(PagesAdminAPIViewSet):
    """Wagtail's own answers; of what readers see, who translates is told by its number, in any language."""

    def get_queryset(self) -> QuerySet:
        """Return what may be asked for; lists hold what they always held."""
        if self.action != "detail_view" or not languages_of(self.request.user, TRANSLATE):
            return super().get_queryset()
        own = self.get_base_queryset().values("pk")
        pages = Page.objects.filter(Q(pk__in=own) | Q(live=True), depth__gt=1)
        return pages.defer_streamfields().specific()
