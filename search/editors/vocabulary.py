"""Synonyms, promoted results and pinyin phrases in the editors' interface."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from designcity.pinyin import PinyinPhrase
from search.editors.filters import PromotedFilterSet, SynonymFilterSet
from search.editors.forms import PinyinPhraseForm, PromotedForm, SynonymForm
from search.editors.languages import name_of
from search.models import PromotedResult, SynonymGroup


def _language_column(label: Any) -> Column:
    return Column(
        "language_code",
        label=label,
        accessor=lambda entry: name_of(entry.language_code),
        sort_key="language_code",
    )


def _updated_column() -> UpdatedAtColumn:
    return UpdatedAtColumn(label=_("Updated"))  # else Wagtail translates the label when the site starts


def _state_of(result: PromotedResult) -> str:
    return gettext("Shown") if result.page.live else gettext("Not shown: the page is not published")


class FilledCreateView(CreateView):
    """The form of a new entry; what the address names stands in it already."""

    def get_initial(self) -> dict[str, Any]:
        fields = self.get_form_class().base_fields
        return {name: value for name, value in self.request.GET.items() if name in fields}


class SynonymViewSet(SnippetViewSet):
    """Groups of words that mean the same."""

    model = SynonymGroup
    url_namespace = "search_synonyms"
    icon = "list-ul"
    menu_name = "search-synonyms"
    add_view_class = FilledCreateView
    filterset_class = SynonymFilterSet
    list_display = ["__str__", _language_column(_("Counts in")), "note", _updated_column()]
    search_fields = ["words", "note"]
    edit_handler = ObjectList(
        [FieldPanel("words"), FieldPanel("language_code"), FieldPanel("note")], base_form_class=SynonymForm
    )


class PromotedViewSet(SnippetViewSet):
    """Pages that stand above all results for certain words."""

    model = PromotedResult
    url_namespace = "search_promoted"
    icon = "pick"
    menu_name = "search-promoted"
    add_view_class = FilledCreateView
    filterset_class = PromotedFilterSet
    list_display = [
        "__str__",
        _language_column(_("Language")),
        "sort_order",
        Column("state", label=_("State"), accessor=_state_of),
        _updated_column(),
    ]
    search_fields = ["queries", "page__title"]
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("language_code", "queries", "page", "description", "sort_order")],
        base_form_class=PromotedForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Fetch the pages with them, whose titles the list shows."""
        return PromotedResult.objects.select_related("page")


class PinyinViewSet(SnippetViewSet):
    """Phrases whose reading the dictionary gets wrong."""

    model = PinyinPhrase
    url_namespace = "search_pinyin"
    icon = "title"
    menu_name = "search-pinyin"
    list_display = ["phrase", "reading", _updated_column()]
    search_fields = ["phrase", "reading"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "The search follows by itself within moments, also for pages that are already published. "
                    "Their addresses stay as they are; new pages get theirs by this reading."
                )
            ),
            FieldPanel("phrase"),
            FieldPanel(
                "reading",
                help_text=_(
                    "Pinyin without tones, one syllable for each character: she ji zhi du. "
                    "Left empty, it is suggested, and you can set it right."
                ),
            ),
        ],
        base_form_class=PinyinPhraseForm,
    )
