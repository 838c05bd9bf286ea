"""The judged set's figures, from an empty database to the report; the exit status is 1 if a bar is missed."""

import argparse
import sys
import time

from search.elasticsearch.client import SearchUnavailable
from tests.relevance import bars, report
from tests.relevance.database import fresh_database
from tests.relevance.distractors import found_in_distractors
from tests.relevance.engines import Degraded, ours
from tests.relevance.judged import CLASSES, LANGUAGES, Judgements, Query
from tests.relevance.judgements import WrongJudgements, read
from tests.relevance.judging import Score, judge
from tests.relevance.loading import load
from tests.relevance.stock import stock

STARTED = time.monotonic()


def main() -> int:
    """Load, ask, report; return 2 when there is nothing to report on."""
    asked = _arguments()
    try:
        judgements = read()
        queries = _narrowed(judgements.queries, asked)
        own, theirs = _answers(judgements, queries, with_stock=not asked.ours)
    except (WrongJudgements, SearchUnavailable, Degraded) as error:
        print(error, file=sys.stderr)
        return 2
    table, other = bars.means(own), bars.means(theirs)
    missed = [sentence for group in table for sentence in bars.missed(group, table, other)]
    print(f"\n{report.table(table, other)}\n\nBars missed:", *(missed or ["none"]), sep="\n  ")
    return 1 if missed else 0


def _answers(judgements: Judgements, queries: list[Query], with_stock: bool) -> tuple[list[Score], list[Score]]:
    for warning in found_in_distractors(queries):
        print(warning)
    with fresh_database():
        _say("there is an empty database")
        ids = load(judgements)
        _say(f"{len(ids)} judged pages in each language are loaded, and distractors")
        with ours() as engine:
            _say("the site has indexed them")
            own = judge(engine, queries, ids)
            _say(f"it has answered {len(queries)} queries")
        print(f"\nNot answered at best:\n{report.weak(own, ids)}\n")
        if not with_stock:
            return own, []
        with stock() as engine:
            _say("Wagtail's own search has indexed them")
            theirs = judge(engine, queries, ids)
            _say("it has answered too")
    return own, theirs


def _narrowed(queries: list[Query], asked: argparse.Namespace) -> list[Query]:
    kinds, languages = asked.kind or CLASSES, asked.language or LANGUAGES
    return [query for query in queries if query.kind in kinds and query.language in languages]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    parser.add_argument(
        "--class", dest="kind", action="append", choices=CLASSES, help="ask the queries of this class only"
    )
    parser.add_argument(
        "--language", action="append", choices=LANGUAGES, help="ask the queries of this language only"
    )
    parser.add_argument(
        "--ours", action="store_true", help="leave out the comparison with Wagtail's own search"
    )
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"{time.monotonic() - STARTED:5.0f} s  {what}", flush=True)
