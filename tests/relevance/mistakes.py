"""What can be wrong with the judged set, one sentence for each mistake."""

from collections.abc import Iterator

from tests.relevance.judged import BEST_GRADE, CLASSES, KINDS, LANGUAGES, Pair, Query


def in_pairs(pairs: list[Pair]) -> Iterator[str]:
    """Yield the mistakes in the judged pages."""
    seen: dict[str, str] = {}
    for pair in pairs:
        if pair.key in seen:
            yield f"{pair.where}: the key {pair.key} stands in {seen[pair.key]} too"
        seen[pair.key] = pair.where
        if pair.kind not in KINDS:
            yield f"{pair.where}: the kind {pair.kind} is none of {', '.join(KINDS)}"
        elif pair.kind != "institution" and pair.date is None:
            yield f"{pair.where}: has no date"


def in_queries(queries: list[Query], known: set[str]) -> Iterator[str]:
    """Yield the mistakes in the queries; `known` are the keys of all pages."""
    seen: dict[tuple[str, str, str], str] = {}
    for query in queries:
        asked = query.language, query.kind, query.text
        if asked in seen:
            yield f"{query.where}: {query.text} stands in {seen[asked]} too"
        seen[asked] = query.where
        yield from (f"{query.where}: {mistake}" for mistake in _in_query(query, known))


def _in_query(query: Query, known: set[str]) -> Iterator[str]:
    if query.language not in LANGUAGES:
        yield f"the language {query.language} is none of {', '.join(LANGUAGES)}"
    if query.kind not in CLASSES:
        yield f"the class {query.kind} is none of {', '.join(CLASSES)}"
    if bool(query.expected) == (query.kind == "nothing"):
        yield "the class nothing, and it alone, has no expected pages"
    if not query.text.strip():
        yield "the text is empty"
    for key, grade in query.expected.items():
        if key not in known:
            yield f"there is no page with the key {key}"
        if grade not in range(1, BEST_GRADE + 1):
            yield f"the grade {grade} of {key} is not 1 to {BEST_GRADE}"
