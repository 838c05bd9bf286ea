"""By what the report is narrowed."""

import datetime
from typing import Any

import django_filters
from django.apps import apps
from django.db.models import Q, QuerySet
from django.forms import NumberInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Locale, Page

from provenance.report import pending, pictures
from provenance.report.rows import sections
from provenance.sources.models import Source, SourceKind

LACKING = {
    "source": Q(articlepage__isnull=False, articlepage__source=None),
    "credit": pictures.WITHOUT_CREDIT,
    "licence": pictures.WITHOUT_LICENCE,
}


def origins() -> list[tuple[str, Any]]:
    """Return the origins that articles have: the news are asked by name, for they know this app."""
    choices: list[tuple[str, Any]] = list(
        apps.get_model("news.ArticlePage")._meta.get_field("source_kind").choices
    )
    return choices


class RightsFilterSet(WagtailFilterSet):
    """Filters by source, by what is lacking, by what runs out, by place."""

    source = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("of an article", "Source"),
        queryset=lambda request: Source.objects.one_of_each(),
        method="from_source",
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind of source"), choices=SourceKind.choices, field_name="articlepage__source__kind"
    )
    origin = django_filters.ChoiceFilter(
        label=pgettext_lazy("original or reposted", "Origin"),
        choices=origins,
        field_name="articlepage__source_kind",
    )
    lacks = django_filters.ChoiceFilter(
        label=_("What is lacking"),
        choices=[
            ("source", _("Without source")),
            ("credit", _("Pictures without credit")),
            ("licence", _("Pictures without licence")),
        ],
        method="lacking",
    )
    days = django_filters.NumberFilter(
        label=_("Runs out within how many days"),
        method="running_out",
        min_value=0,
        max_value=3650,
        widget=NumberInput(attrs={"min": 0, "max": 3650}),
    )
    requests = django_filters.ChoiceFilter(
        label=_("Requests"), choices=[("pending", _("With requests pending"))], method="with_requests"
    )
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    section = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("of the site", "Section"), queryset=lambda request: sections(), method="below"
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def from_source(self, found: QuerySet, name: str, source: Source) -> QuerySet:
        """Keep pages of a source in every language."""
        return found.filter(articlepage__source__translation_key=source.translation_key)

    def lacking(self, found: QuerySet, name: str, lack: str) -> QuerySet:
        """Keep pages without source, or with pictures without credit or licence."""
        condition = LACKING[lack]
        return found.filter(condition if lack == "source" else pictures.showing(condition))

    def running_out(self, found: QuerySet, name: str, days: Any) -> QuerySet:
        """Keep pages whose source's permission or pictures run out until then, or have done so."""
        day = timezone.localdate() + datetime.timedelta(days=int(days))
        permission = Q(articlepage__source__permission_until__lte=day)
        return found.filter(permission | Q(pictures.showing(pictures.ending_by(day))))

    def with_requests(self, found: QuerySet, name: str, pending_only: str) -> QuerySet:
        """Keep pages about which requests are pending."""
        asked = Q(pk__in=[])
        for ids in pending.page_ids():
            asked |= Q(pk__in=ids)
        return found.filter(asked)

    def below(self, found: QuerySet, name: str, section: Page) -> QuerySet:
        """Keep a section and the pages below it."""
        return found.filter(path__startswith=section.path)
