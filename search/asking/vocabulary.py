"""What a request has to know besides the index: synonyms, promoted pages, pages that were just withdrawn.

Read from the database where a request may ask it. The suggestions may not: there a listener keeps the
vocabulary in memory, and PostgreSQL tells it of every change at the commit (`search/asking/listener.py`).
"""

from collections import defaultdict
from dataclasses import dataclass, field

from search.models import PromotedResult, SynonymGroup, Withdrawal
from search.text.folding import folded, squeezed


@dataclass(frozen=True)
class Vocabulary:
    """The editors' words as one request sees them."""

    synonyms: dict[str, list[list[str]]] = field(default_factory=dict)
    """Groups of words, by the language in which they are typed; under "" for every language."""
    promoted: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """Page ids in their order, by language and squeezed query."""
    withdrawn: tuple[int, ...] = ()
    """The ids of pages that must not show although the index may still hold them."""

    def groups(self, language: str) -> list[list[str]]:
        """Return the groups of synonyms that count in a language, folded as its queries are."""
        found = self.synonyms.get("", []) + self.synonyms.get(language, [])
        return [[folded(word, language) for word in group] for group in found]

    def promoted_for(self, language: str, text: str) -> list[int]:
        """Return the ids of the pages that editors put on top for a query."""
        return self.promoted.get((language, squeezed(text)), [])


def load() -> Vocabulary:
    """Read the vocabulary from the database, in three queries."""
    synonyms: dict[str, list[list[str]]] = defaultdict(list)
    for group in SynonymGroup.objects.all():
        synonyms[group.language_code].append(group.as_list())
    promoted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for result in PromotedResult.objects.all():
        for query in result.as_list():
            promoted[result.language_code, squeezed(query)].append(result.page_id)
    withdrawn = tuple(Withdrawal.objects.values_list("page_id", flat=True))
    return Vocabulary(dict(synonyms), dict(promoted), withdrawn)
