"""The forms in which editors teach the search."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page

from designcity.pages import BasePage
from designcity.pinyin import phrases, units
from search.editors.languages import languages, languages_and_every, name_of
from search.models import PromotedResult, SynonymGroup
from search.text.folding import squeezed
from search.text.typed import LONGEST


class SynonymForm(WagtailAdminModelForm):
    """A group of synonyms; the language is chosen, not typed."""

    language_code = forms.ChoiceField(
        choices=languages_and_every,
        required=False,
        label=capfirst(SynonymGroup._meta.get_field("language_code").verbose_name),
        help_text=_("Where the words are typed."),
    )


class PromotedForm(WagtailAdminModelForm):
    """A promoted result, whose page readers of its language can open."""

    language_code = forms.ChoiceField(
        choices=languages, label=capfirst(PromotedResult._meta.get_field("language_code").verbose_name)
    )

    def clean_queries(self) -> str:
        """Keep each query once, and none that no reader could have typed."""
        lines = {squeezed(line): line.strip() for line in self.cleaned_data["queries"].splitlines()}
        lines.pop("", None)
        if not lines:
            raise forms.ValidationError(gettext("Write what readers type: letters, digits or characters."))
        for line in lines.values():
            if len(line) > LONGEST:
                raise forms.ValidationError(
                    gettext("“%(words)s…” is too long: a query has %(number)s characters at most.")
                    % {"words": line[:20], "number": LONGEST}
                )
        return "\n".join(lines.values())

    def clean(self) -> dict[str, Any]:
        """Require a page that its readers can open."""
        cleaned: dict[str, Any] = super().clean()
        page, language = cleaned.get("page"), cleaned.get("language_code")
        if page and language and (hindrance := _hindrance(page, language)):
            self.add_error("page", hindrance)
        return cleaned


class PinyinPhraseForm(WagtailAdminModelForm):
    """A phrase with its reading, which is suggested where it is left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reading"].required = False

    def clean(self) -> dict[str, Any]:
        """Fill in the reading that the site would give the phrase by itself, where it knows one."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("phrase") and not cleaned.get("reading"):
            syllables = [reading for _unit, reading in units(cleaned["phrase"], phrases())]
            cleaned["reading"] = " ".join(syllables) if all(syllables) else ""
        return cleaned


def _hindrance(page: Page, language: str) -> str:
    """Say why readers of a language would not get to see a page, and what to do; nothing if they would."""
    if page.locale.language_code != language:
        return gettext("This page is in another language: choose a page in %(language)s.") % {
            "language": name_of(language)
        }
    if not page.live:
        return gettext("This page is not published: publish it first, or choose another.")
    if not Page.objects.public().filter(pk=page.pk).exists():
        return gettext("This page is private: choose one that everybody may read.")
    if not issubclass(page.specific_class, BasePage):
        return gettext("This page cannot be found by the search: choose a page of the site.")
    if page.alias_of_id is not None:
        return gettext("This page is not translated yet: translate it first, or choose another.")
    return ""
