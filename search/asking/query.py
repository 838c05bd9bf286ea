"""How the indices are asked: what a query requires, and what ranks one answer above another."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from search.asking import weights
from search.asking.clauses import (
    Clause,
    all_of,
    any_of,
    from_the_start,
    han,
    in_pinyin,
    nearly,
    reward,
)
from search.asking.facets import Chosen, aggregations, filters
from search.asking.vocabulary import Vocabulary
from search.text.folding import folded, squeezed
from search.text.segments import Segment, segments
from search.text.terms import words
from search.text.typed import runs, unmarked

PER_PAGE = 10
MOST_SUGGESTIONS = 8
SUGGESTIONS_ASKED = 16
"""More than are shown, so that one kind doesn't push out the others."""
DEEPEST = 1_000
"""Nobody pages further; Elasticsearch's own bound is 10,000."""
MOST_RUNS = 24
"""What is typed beyond so many words is left out: no query may keep the server busy."""

_FIELDS = [f"{name}^{weight}" for name, weight in weights.FIELDS.items()]
_NEAR_FIELDS = {"title.exact": 4.0, "names.exact": 3.0, "summary.exact": 2.0, "body.exact": 1.0}
_EXACT_FIELDS = ["title.exact^4", "names.exact^3", "summary.exact^2", "body.exact"]


Word = Callable[[str, bool], Clause]
"""Makes the clause for a word; the second argument says whether it may still go on."""


@dataclass(frozen=True)
class Question:
    """What a reader asks, and of which part of the site."""

    language: str
    text: str
    chosen: Chosen = field(default_factory=Chosen)
    page: int = 1

    @property
    def folded(self) -> str:
        """The text without case, accents, width and script variant."""
        return unmarked(folded(self.text, self.language))


def full(question: Question, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the search request of the results page: hits, counts of every facet, marked passages."""
    request: dict[str, Any] = {
        "query": _visible(_with_promoted(_wanted(question, vocabulary), question, vocabulary), vocabulary),
        "from": (question.page - 1) * PER_PAGE,
        "size": PER_PAGE,
        "track_total_hits": True,
        "_source": ["written"],
        "docvalue_fields": ["page_id", "shown"],
        "aggregations": aggregations(question.chosen),
        "highlight": _highlight(question.text),
    }
    if narrowing := filters(question.chosen):
        request["post_filter"] = {"bool": {"filter": narrowing}}
    if question.chosen.sort == "date":
        request["sort"] = [{"date": {"order": "desc", "missing": "_last"}}, "_score"]
    return request


def suggestions(question: Question, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the search request of the suggestions: titles and names that go on as typed.

    Nothing of a document is read but one column.
    """
    wanted = _with_promoted(_as_typed(question), question, vocabulary)
    return {
        "query": _visible(wanted, vocabulary),
        "size": SUGGESTIONS_ASKED,
        "track_total_hits": False,
        "_source": False,
        "stored_fields": ["_none_"],
        "docvalue_fields": ["page_id", "shown"],
    }


def _visible(query: Clause, vocabulary: Vocabulary) -> Clause:
    if not vocabulary.withdrawn:
        return query
    hidden = {"terms": {"page_id": list(vocabulary.withdrawn)}}
    return {"bool": {"must": query, "must_not": hidden}}


def _with_promoted(query: Clause, question: Question, vocabulary: Vocabulary) -> Clause:
    ids = vocabulary.promoted_for(question.language, question.text)
    if not ids:
        return query
    on_top = [
        {"term": {"page_id": {"value": pk, "boost": weights.PROMOTED * (len(ids) - at)}}}
        for at, pk in enumerate(ids)
    ]
    return any_of(query, *on_top)


def _wanted(question: Question, vocabulary: Vocabulary) -> Clause:
    """All words are required, somewhere in the page; better places rank higher."""
    text = question.folded
    parts = segments(text, vocabulary.groups(question.language))
    as_typed = all_of(_required(parts, _word_as_typed) or [_somewhere(text)])
    joined = squeezed(text, question.language)
    ways = [all_of(_required(parts, _word) or [_somewhere(text)])]
    if joined.isascii() and " " in text.strip():
        ways += in_pinyin(joined)
    better = [
        *from_the_start(joined),
        reward(as_typed, weights.AS_TYPED),
        reward({"match_phrase": {"title": text}}, weights.TITLE_PHRASE),
        reward({"match_phrase": {"names": text}}, weights.NAME_PHRASE),
        reward({"match": {"title": {"query": text, "operator": "and"}}}, weights.ALL_IN_TITLE),
        reward({"match_phrase": {"summary": text}}, weights.SUMMARY_PHRASE),
        reward({"match_phrase": {"body": text}}, weights.BODY_PHRASE),
        {"multi_match": {"query": text, "fields": _EXACT_FIELDS, "type": "best_fields", "boost": 0.2}},
        _recency(),
    ]
    return {"bool": {"must": any_of(*ways), "should": better}}


def _required(parts: list[Segment], word: Word) -> list[Clause]:
    """Return a clause for each word and each run of Han text; of the last word its beginning is enough."""
    found: list[Clause] = []
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        inside = _runs_of(part.text, is_last, word)
        if part.same and inside:
            others = [_phrase(other) for other in part.same]
            found.append(any_of(all_of(inside), *others))
        else:
            found += inside
    return found[:MOST_RUNS]


def _runs_of(text: str, is_last: bool, word: Word) -> list[Clause]:
    typed = runs(text)
    found: list[Clause] = []
    for number, (run, is_han) in enumerate(typed):
        if is_han:
            found.append(han(run, _somewhere))
        else:
            inside = words(run)
            ends = is_last and number == len(typed) - 1
            found += [word(one, ends and at == len(inside) - 1) for at, one in enumerate(inside)]
    return found


def _word(word: str, is_unfinished: bool) -> Clause:
    """Return the clause for a word, its pinyin, or one that is a letter or two away."""
    return any_of(_word_as_typed(word, is_unfinished), *in_pinyin(word), *nearly(word, _NEAR_FIELDS))


def _word_as_typed(word: str, is_unfinished: bool) -> Clause:
    if not is_unfinished:
        return _somewhere(word)
    return any_of(_somewhere(word), {"match": {"typed": {"query": word, "boost": weights.BEGINNING}}})


def _somewhere(text: str) -> Clause:
    bound = {"operator": "and"} if len(text) <= 24 else {"minimum_should_match": "75%"}
    return {"combined_fields": {"query": text, "fields": _FIELDS, **bound}}


def _phrase(text: str) -> Clause:
    fields = [f"{name}^{weight}" for name, weight in weights.FIELDS.items()]
    return {"multi_match": {"query": text, "fields": fields, "type": "phrase", "boost": weights.SYNONYM}}


def _as_typed(question: Question) -> Clause:
    text = question.folded
    required: list[Clause] = []
    for run, is_han in runs(text)[:MOST_RUNS]:
        if is_han:
            required.append(han(run, _typed))
        else:
            required += [
                any_of(_typed(word), *in_pinyin(word), *nearly(word, {"typed": 0.1})) for word in words(run)
            ]
    joined = squeezed(text, question.language)
    ways = [all_of(required or [_typed(text)])]
    if joined.isascii() and " " in text.strip():
        ways += in_pinyin(joined)
    better = [
        *from_the_start(joined),
        reward({"match_phrase": {"typed": text}}, weights.TITLE_PHRASE),
        _recency(),
    ]
    return {"bool": {"must": any_of(*ways), "should": better}}


def _typed(text: str) -> Clause:
    return {"match": {"typed": {"query": text, "operator": "and", "boost": weights.TYPED}}}


_OF_THE_DAY = ["news", "event", "call"]
"""The kinds whose date says how much they still matter."""


def _recency() -> Clause:
    near = {"field": "date", "origin": "now/d", "pivot": weights.RECENCY_PIVOT, "boost": weights.RECENCY}
    return {"bool": {"filter": {"terms": {"kind": _OF_THE_DAY}}, "must": {"distance_feature": near}}}


def _highlight(text: str) -> dict[str, Any]:
    asked = {"multi_match": {"query": text, "fields": ["summary", "body", "attachments"]}}
    return {
        "pre_tags": ["<mark>"],
        "post_tags": ["</mark>"],
        "encoder": "html",
        "highlight_query": asked,
        "fields": {
            "summary": {"number_of_fragments": 1, "fragment_size": 160},
            "body": {"number_of_fragments": 2, "fragment_size": 140},
            "attachments": {"number_of_fragments": 1, "fragment_size": 140},
        },
    }
