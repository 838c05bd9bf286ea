"""The figures as plain text: ours and Wagtail's own side by side, and the queries that went wrong."""

from collections.abc import Iterable, Sequence

from wagtail.models import Page

from tests.relevance.bars import Means, Table
from tests.relevance.judging import Score
from tests.relevance.loading import Ids

_MEASURES = {"MRR@10": "mrr", "nDCG@10": "ndcg", "recall@10": "recall", "keystrokes": "keystrokes"}
_WIDTH = 8


def table(ours: Table, stock: Table) -> str:
    """Return a line for each class and language; under each measure ours, then Wagtail's own."""
    heads = "".join(f"{name:>{2 * _WIDTH}}" for name in _MEASURES)
    names = f"{'ours':>{_WIDTH}}{'stock':>{_WIDTH}}" * len(_MEASURES)
    lines = [f"{'':27}{heads}", f"{'class':12} {'language':9} {'n':>4}{names}"]
    for (kind, language), means in ours.items():
        figures = _figures(means, stock.get((kind, language)))
        lines.append(f"{kind:12} {language:9} {means.number:>4}{figures}")
    return "\n".join(lines)


def weak(scores: Iterable[Score], ids: Ids) -> str:
    """Return the queries that were not answered at best, each with what came first and what should have."""
    keys = {pk: key for key, by_language in ids.items() for pk in by_language.values()}
    below = [score for score in scores if score.mrr < 1]
    titles = _titles(score.found[:1] for score in below)
    return "\n".join(_line(score, keys, titles) for score in below)


def _figures(ours: Means, stock: Means | None) -> str:
    pairs = ((getattr(ours, name), getattr(stock, name, None)) for name in _MEASURES.values())
    return "".join(_figure(value) for pair in pairs for value in pair)


def _figure(value: float | None) -> str:
    return f"{'–' if value is None else f'{value:.3f}':>{_WIDTH}}"


def _titles(found: Iterable[Sequence[int]]) -> dict[int, str]:
    wanted = [pk for first in found for pk in first]
    return dict(Page.objects.filter(pk__in=wanted).values_list("pk", "title"))


def _line(score: Score, keys: dict[int, str], titles: dict[int, str]) -> str:
    query = score.query
    wanted = " / ".join(sorted(query.wanted)) or "nothing"
    first = " ".join(_described(pk, keys, titles) for pk in score.found[:1]) or "nothing"
    return f"  {score.mrr:.2f} {query.kind} {query.language} {query.text!r}: {first} first, wanted {wanted}"


def _described(pk: int, keys: dict[int, str], titles: dict[int, str]) -> str:
    return keys.get(pk) or f"“{titles.get(pk, pk)}”"
