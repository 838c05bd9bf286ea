"""How the indices are asked: what a query requires, and what ranks one answer above another."""

from typing import Any

from search.typed import runs

# Why each weight stands where it does:
WHOLE_TITLE = 40  # the reader typed the title: nothing else can be meant
WHOLE_NAME = 30  # or the name of an institution, also the short one
TITLE_PHRASE = 12  # the words stand in the title, in this order
NAME_PHRASE = 8
TITLE = 4  # all the words count for more in the title …
NAMES = 3
SUMMARY = 2  # … than in the summary, and there more than in the body
BODY = 1
SUMMARY_PHRASE = 3
BODY_PHRASE = 2

HAN_PAIRS_WANTED = "-34%"

PER_PAGE = 10
MOST_SUGGESTIONS = 40
MOST_OF_A_KIND = 4
"""Suggestions shown of each kind, so that a large directory doesn't push the rest out."""
DEEPEST = 1_000
"""Nobody pages further; Elasticsearch's own bound is 10,000."""
TIME_LIMIT = "1s"
"""Beyond it Elasticsearch answers with what it has; the client itself gives up after two seconds."""

_FIELDS = [f"title^{TITLE}", f"names^{NAMES}", f"summary^{SUMMARY}", f"body^{BODY}"]


def full(text: str, kind: str, page: int) -> dict[str, Any]:
    """Return the search request of the results page: hits of one kind or all, counts of every kind."""
    request: dict[str, Any] = {
        "query": _wanted(text),
        "from_": (page - 1) * PER_PAGE,
        "size": PER_PAGE,
        "track_total_hits": True,
        "timeout": TIME_LIMIT,
        "source": ["title", "summary", "url", "kind", "date"],
        "aggregations": {"kinds": {"terms": {"field": "kind", "size": 20}}},
        "highlight": _highlight(),
    }
    if kind:
        request["post_filter"] = {"term": {"kind": kind}}
    return request


def suggestions(text: str) -> dict[str, Any]:
    """Return the search request of the suggestions: titles and names that go on as typed."""
    return {
        "query": _as_typed(text),
        "size": MOST_SUGGESTIONS,
        "track_total_hits": True,
        "timeout": TIME_LIMIT,
        "source": ["title", "summary", "url", "kind", "date"],
    }


def _wanted(text: str) -> dict[str, Any]:
    """All words are required, somewhere in the page; better places rank higher."""
    required = [
        {"bool": {"must": _words_wanted(text)}},
        # The last word may not be finished yet.
        {"match": {"title.typing": {"query": text, "operator": "and", "boost": TITLE}}},
        {"match": {"names.typing": {"query": text, "operator": "and", "boost": NAMES}}},
    ]
    better = [
        *_exact(text),
        {"match_phrase": {"title": {"query": text, "boost": TITLE_PHRASE}}},
        {"match_phrase": {"summary": {"query": text, "boost": SUMMARY_PHRASE}}},
        {"match_phrase": {"body": {"query": text, "boost": BODY_PHRASE}}},
    ]
    return {"bool": {"must": {"bool": {"should": required, "minimum_should_match": 1}}, "should": better}}


def _words_wanted(text: str) -> list[dict[str, Any]]:
    """Require every word somewhere in the page; of Han text, all but a third of the pairs it is made of.

    Where two words of a query meet, a pair arises that no page holds: 都座 in 设计之都座谈会.
    """
    found = runs(text)
    han = [run for run, is_han in found if is_han]
    others = " ".join(run for run, is_han in found if not is_han)
    wanted = [_somewhere(run, minimum_should_match=HAN_PAIRS_WANTED) for run in han]
    if not han or any(char.isalnum() for char in others):
        wanted.append(_somewhere(others, operator="and"))
    return wanted


def _somewhere(text: str, **bound: str) -> dict[str, Any]:
    return {"combined_fields": {"query": text, "fields": _FIELDS, **bound}}


def _as_typed(text: str) -> dict[str, Any]:
    required = [
        {"match": {"title.typing": {"query": text, "operator": "and", "boost": TITLE}}},
        {"match": {"names.typing": {"query": text, "operator": "and", "boost": NAMES}}},
    ]
    better = [
        *_exact(text),
        {"match_phrase": {"title.typing": {"query": text, "boost": TITLE_PHRASE}}},
        {"match_phrase": {"names.typing": {"query": text, "boost": NAME_PHRASE}}},
    ]
    return {"bool": {"must": {"bool": {"should": required, "minimum_should_match": 1}}, "should": better}}


def _exact(text: str) -> list[dict[str, Any]]:
    return [
        {"term": {"title.whole": {"value": text, "boost": WHOLE_TITLE}}},
        {"term": {"names.whole": {"value": text, "boost": WHOLE_NAME}}},
    ]


def _highlight() -> dict[str, Any]:
    return {
        "pre_tags": ["<mark>"],
        "post_tags": ["</mark>"],
        "encoder": "html",
        "fields": {
            "summary": {"number_of_fragments": 1, "fragment_size": 160},
            "body": {"number_of_fragments": 2, "fragment_size": 140},
        },
    }
