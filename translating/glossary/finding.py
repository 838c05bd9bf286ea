"""Finding the terms of the glossary in a segment, and whether its translation follows them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from wagtail.models import Locale

from translating.glossary.models import GlossaryTranslation
from translating.plain import folded

LETTER = r"[^\W\d_\u2e80-\u9fff]"


@dataclass(frozen=True)
class Breach:
    """A term that a translation does not follow: `wrong` is a forbidden form that stands in it, if one does."""

    term: str
    approved: str
    wrong: str = ""

    def sentence(self) -> str:
        """Return what to tell the translator."""
        if self.wrong:
            sentence = _("“%(wrong)s” must not stand for “%(term)s”: the glossary says “%(approved)s”.")
        else:
            sentence = _("“%(term)s” is not translated as the glossary says: “%(approved)s”.")
        return sentence % {"term": self.term, "approved": self.approved, "wrong": self.wrong}


class Glossary:
    """The terms of one language, looked up once."""

    def __init__(self, locale: Locale) -> None:
        """Look the terms up with their translations into `locale`; one query."""
        found = GlossaryTranslation.objects.filter(locale=locale).select_related("term")
        # Longer terms first: a term within another one is not meant.
        self.translations = sorted(found, key=lambda one: -len(one.term.term))

    def within(self, segment: str) -> list[GlossaryTranslation]:
        """Return the terms that stand in a segment, in their order."""
        text = folded(segment)
        places = []
        for translation, pattern in self._patterns:
            for match in pattern.finditer(text):
                places.append((match.start(), translation))
                text = text[: match.start()] + "\0" * len(match.group()) + text[match.end() :]
        in_order = sorted(places, key=lambda place: place[0])
        return list(dict.fromkeys(translation for _place, translation in in_order))

    def breaches(self, segment: str, translation: str) -> list[Breach]:
        """Return which terms of a segment its translation does not follow."""
        return list(self._breaches(self.within(segment), folded(translation)))

    def _breaches(self, terms: Iterable[GlossaryTranslation], said: str) -> Iterable[Breach]:
        for one in terms:
            wrong = next((form for form in one.forbidden_forms if pattern_of(form).search(said)), "")
            is_followed = any(pattern_of(form).search(said) for form in one.forms)
            if wrong or not is_followed:
                yield Breach(one.term.term, one.forms[0] if one.forms else "", wrong)

    @cached_property
    def _patterns(self) -> list[tuple[GlossaryTranslation, re.Pattern[str]]]:
        return [(one, pattern_of(one.term.term)) for one in self.translations]


def pattern_of(form: str) -> re.Pattern[str]:
    """Return what finds a form in folded text: words of letters as whole words, Han text anywhere."""
    text = folded(form)
    before = rf"(?<!{LETTER})" if re.match(LETTER, text) else ""
    after = rf"(?:e?s)?(?!{LETTER})" if re.search(rf"{LETTER}$", text) else ""
    return re.compile(before + re.escape(text) + after)
