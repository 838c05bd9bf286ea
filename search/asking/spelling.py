"""Did you mean: another spelling that the site does know, for a query that finds nothing."""

from typing import Any

from django.db import DatabaseError

from designcity import pinyin
from search.asking.clauses import Clause, reads
from search.asking.query import Question
from search.elasticsearch import client
from search.elasticsearch.searching import search
from search.text.folding import folded
from search.text.spoken import LONGEST_PINYIN
from search.text.terms import words
from search.text.typed import runs


def other_spelling(question: Question) -> str:
    """Return what the reader may have meant, or nothing; whether it finds anything is for the caller to see.

    Han text is looked up by its sound, since input methods offer words that sound alike; Latin words by the
    words of the site that are a few letters away.
    """
    if not client.configured():
        return ""
    try:
        parts = [
            _by_sound(run, question) if is_han else _by_letters(run, question)
            for run, is_han in _runs(question)
        ]
    except (client.SearchUnavailable, DatabaseError):
        return ""
    meant = " ".join(parts)
    return meant if folded(meant) != folded(" ".join(run for run, _ in _runs(question))) else ""


def _runs(question: Question) -> list[tuple[str, bool]]:
    return runs(question.folded)[:6]


def _by_sound(run: str, question: Question) -> str:
    """Return the part of a title that sounds like `run`, or `run` itself."""
    if len(run) < 2:
        return run
    phrases = pinyin.phrases()
    sound = [reading for _, reading in pinyin.units(run, phrases)]
    keys = "".join(sound)[:LONGEST_PINYIN]
    request: dict[str, Any] = {"query": reads("pinyin", keys), "size": 5, "_source": ["title", "names"]}
    response = search(question.language, request)
    for hit in response["hits"]["hits"]:
        for text in (hit["_source"]["title"], *hit["_source"]["names"]):
            read = pinyin.units(text, phrases)
            for start in range(len(read) - len(sound) + 1):
                if [reading for _, reading in read[start : start + len(sound)]] == sound:
                    return "".join(unit for unit, _ in read[start : start + len(sound)])
    return run


def _by_letters(run: str, question: Question) -> str:
    """Return the site's own spelling of each word of `run`; words that it has stay."""
    near = {
        "field": "body.exact",
        "suggest_mode": "missing",
        "max_edits": 2,
        "prefix_length": 1,
        "sort": "score",
    }
    title = near | {"field": "title.exact"}
    suggest = {"text": run, "title": {"term": title}, "body": {"term": near}}
    known = {word: {"filter": _written_as(word)} for word in words(run)}
    request: dict[str, Any] = {"size": 0, "suggest": suggest, "aggregations": known}
    answer = search(question.language, request)
    found, pages = answer["suggest"], answer.get("aggregations", {})
    return " ".join(
        _best(in_title, in_body, pages.get(in_title["text"], {}).get("doc_count", 0))
        for in_title, in_body in zip(found["title"], found["body"], strict=True)
    )


def _written_as(word: str) -> Clause:
    return {"multi_match": {"query": word, "fields": ["title.exact", "names.exact", "body.exact"]}}


def _best(in_title: dict[str, Any], in_body: dict[str, Any], pages: int) -> str:
    """Return a word as it was typed if some pages have it, else as titles write it, or else bodies."""
    options = [] if pages else in_title["options"] or in_body["options"]
    return str(options[0]["text"] if options else in_title["text"])
