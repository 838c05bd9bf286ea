"""The judged set: the pages of `corpus/` and the graded queries of `queries/`, read and checked."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from designcity.demo.reading import CONTENT
from tests.relevance import mistakes
from tests.relevance.judged import DEMO, LANGUAGES, Judgements, Pair, Query, Text

HERE = Path(__file__).parent


class WrongJudgements(Exception):
    """The data files do not fit together; the message has one line for each mistake."""


def read(folder: Path = HERE, demo: Path = CONTENT) -> Judgements:
    """Return the judged set of a folder; raises `WrongJudgements` with all that is wrong in it."""
    pairs = [_pair(row, where) for row, where in _rows(folder / "corpus", "pair")]
    queries = [_query(row, where) for row, where in _rows(folder / "queries", "query")]
    known = {pair.key for pair in pairs} | demo_keys(demo)
    wrong = [*mistakes.in_pairs(pairs), *mistakes.in_queries(queries, known)]
    if wrong:
        raise WrongJudgements("\n".join(wrong))
    return Judgements(pairs, queries)


def demo_keys(demo: Path = CONTENT) -> set[str]:
    """Return the keys of the demo's pages: the paths of their files."""
    paths = (path.relative_to(demo).with_suffix("") for path in demo.glob("*/*.toml"))
    return {f"{DEMO}{path.as_posix()}" for path in paths}


def _rows(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    for path in sorted(folder.glob("*.toml")):
        where = f"{folder.name}/{path.name}"
        try:
            rows = tomllib.loads(path.read_text(encoding="utf-8")).get(name, [])
        except tomllib.TOMLDecodeError as error:
            raise WrongJudgements(f"{where}: {error}") from error
        for number, row in enumerate(rows, start=1):
            yield row, f"{where}, {name} {number}"


def _pair(row: dict[str, Any], where: str) -> Pair:
    texts = {language: _text(row.get(language), f"{where}, {language}") for language in LANGUAGES}
    own = {name: row[name] for name in ("date", "category", "district") if name in row}
    return Pair(_given(row, "key", where), _given(row, "kind", where), texts, where, **own)


def _text(row: dict[str, Any] | None, where: str) -> Text:
    if row is None:
        raise WrongJudgements(f"{where}: is missing")
    title, summary, body = (_given(row, name, where) for name in ("title", "summary", "body"))
    return Text(title, summary, tuple(body), row.get("short_name", ""))


def _query(row: dict[str, Any], where: str) -> Query:
    language, kind, text = (_given(row, name, where) for name in ("language", "class", "text"))
    return Query(language, kind, text, _given(row, "expected", where), where)


def _given(row: dict[str, Any], name: str, where: str) -> Any:
    if name not in row:
        raise WrongJudgements(f"{where}: has no {name}")
    return row[name]
