"""The clauses of a query: what holds a run of Han text, what holds a word, what stands for either.

A clause is a query as Elasticsearch's query language writes it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from search.asking import weights
from search.elasticsearch.mapping import LONGEST_START, SHORT_START
from search.text.spoken import LONGEST_INITIALS, LONGEST_PINYIN
from search.text.terms import pairs

Clause = dict[str, Any]
Holds = Callable[[str], Clause]

# Up to here each pair of a run of Han text is a clause of its own.
LONGEST_RUN = 24
SHORTEST_INITIALS = 2
SHORTEST_FUZZY = 4


def any_of(*clauses: Clause) -> Clause:
    """Return the clause that one of `clauses` fulfils; the best of them counts."""
    return clauses[0] if len(clauses) == 1 else {"dis_max": {"queries": list(clauses)}}


def all_of(clauses: list[Clause]) -> Clause:
    """Return the clause that all of `clauses` fulfil together."""
    return clauses[0] if len(clauses) == 1 else {"bool": {"must": clauses}}


def reward(clause: Clause, amount: float) -> Clause:
    """Return the clause that adds `amount`, whatever the statistics."""
    return {"constant_score": {"filter": clause, "boost": amount}}


def han(run: str, holds: Holds) -> Clause:
    """Return the clause for a run of Han text: each character stands beside a neighbour that it has in the run.

    So words typed without a space between them are found although no page holds the pair where they meet, and
    设计之王 does not find 设计之都. 的 between two words may be missing.
    """
    parts = [part for part in run.split("的") if part]
    if len(parts) > 1 and all(len(part) > 1 for part in parts):
        return all_of([_unbroken(part, holds) for part in parts])
    return _unbroken(run, holds)


def _unbroken(run: str, holds: Holds) -> Clause:
    found = pairs(run)
    if len(found) < 2 or len(run) > LONGEST_RUN:
        return holds(run)
    clauses = [holds(pair) for pair in found]
    # The first and the last pair, and of two that follow each other one at least.
    between = [any_of(*clauses[at : at + 2]) for at in range(1, len(clauses) - 2)]
    return all_of([clauses[0], *between, clauses[-1]])


def in_pinyin(keys: str) -> list[Clause]:
    """Return the clauses for what may be pinyin or initials of a part of a title, as far as it is typed."""
    clauses = [reward(reads("pinyin", keys[:LONGEST_PINYIN]), weights.PINYIN)]
    if len(keys) >= SHORTEST_INITIALS:
        clauses.append(reward(reads("initials", keys[:LONGEST_INITIALS]), weights.INITIALS))
    return clauses


def reads(field: str, keys: str) -> Clause:
    """Return the clause for titles that go on like `keys` from some syllable on, in pinyin or in initials.

    Short beginnings are few, and many pages have them: they are terms. Long ones are sought among the terms.
    """
    return {"term": {field: keys}} if len(keys) <= SHORT_START else {"prefix": {f"{field}.whole": keys}}


def from_the_start(squeezed: str) -> list[Clause]:
    """Return the rewards for titles and names that are, or begin with, what was typed."""
    if not squeezed:
        return []
    clauses = [
        reward({"term": {"whole_title": squeezed}}, weights.WHOLE_TITLE),
        reward({"term": {"whole_name": squeezed}}, weights.WHOLE_NAME),
        reward({"term": {"start": squeezed[:LONGEST_START]}}, weights.START),
    ]
    if squeezed.isascii():
        clauses.append(reward({"term": {"spoken_start": squeezed[:LONGEST_PINYIN]}}, weights.PINYIN_START))
    return clauses


def nearly(word: str, fields: Mapping[str, float]) -> list[Clause]:
    """Return the clauses for a word of four letters or more with a typing error in it."""
    if len(word) < SHORTEST_FUZZY or not word.isalpha():
        return []
    near = {"query": word, "fuzziness": "AUTO:4,8", "prefix_length": 0, "max_expansions": 30}
    return [reward({"match": {field: near}}, weight * weights.NEARLY) for field, weight in fields.items()]
