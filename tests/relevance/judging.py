"""One engine, asked all queries of the judged set."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.relevance import metrics
from tests.relevance.engines import Engine
from tests.relevance.judged import Query
from tests.relevance.loading import Ids
from tests.relevance.metrics import Grades


@dataclass(frozen=True)
class Score:
    """How one query was answered; a measure that the query's class doesn't have is None."""

    query: Query
    found: list[int]
    mrr: float
    ndcg: float | None = None
    recall: float | None = None
    keystrokes: float | None = None


def judge(engine: Engine, queries: Iterable[Query], ids: Ids) -> list[Score]:
    """Ask an engine all queries and score its answers."""
    return [_score(engine, query, _grades(query, ids)) for query in queries]


def _grades(query: Query, ids: Ids) -> Grades:
    return {ids[key][query.language]: grade for key, grade in query.expected.items()}


def _score(engine: Engine, query: Query, grades: Grades) -> Score:
    if query.kind == "nothing":
        found = engine.find(query.language, query.text) or engine.suggest(query.language, query.text)
        return Score(query, found, mrr=float(not found))
    if query.kind != "prefix":
        return _ranked(query, engine.find(query.language, query.text), grades)

    def suggest(text: str) -> list[int]:
        return engine.suggest(query.language, text)

    keystrokes = metrics.keystrokes(suggest, query.text, grades)
    return _ranked(query, suggest(query.text), grades, keystrokes)


def _ranked(query: Query, found: list[int], grades: Grades, keystrokes: float | None = None) -> Score:
    mrr, ndcg = metrics.reciprocal_rank(found, grades), metrics.ndcg(found, grades)
    return Score(query, found, mrr, ndcg, metrics.recall(found, grades), keystrokes)
