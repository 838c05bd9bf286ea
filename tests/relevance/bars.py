"""The means of each class in each language, and what they have to reach."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean

from tests.relevance.judged import CLASSES, LANGUAGES
from tests.relevance.judging import Score

MRR = {"known": 0.97, "nothing": 1.0}
MRR_OF_OTHERS = 0.93
NDCG = {"several": 0.9}


@dataclass(frozen=True)
class Means:
    """The means over all queries of a class in a language."""

    number: int
    mrr: float
    ndcg: float | None
    recall: float | None
    keystrokes: float | None


Table = dict[tuple[str, str], Means]
"""By class and language, in the order of the classes."""


def means(scores: Iterable[Score]) -> Table:
    """Return the means of each class and language that was asked."""
    groups: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for score in scores:
        groups[score.query.kind, score.query.language].append(score)
    order = [(kind, language) for kind in CLASSES for language in LANGUAGES]
    return {group: _means(groups[group]) for group in order if group in groups}


def missed(group: tuple[str, str], ours: Mapping[tuple[str, str], Means], stock: Table) -> list[str]:
    """Return a sentence for each bar that a class in a language misses; `stock` may be empty."""
    return [f"{' '.join(group)}: {sentence}" for sentence in _missed(group[0], ours[group], stock.get(group))]


def _missed(kind: str, ours: Means, stock: Means | None) -> Iterator[str]:
    if ours.mrr < (bar := MRR.get(kind, MRR_OF_OTHERS)):
        yield f"MRR@10 is {ours.mrr:.3f}, below {bar}"
    if ours.ndcg is not None and ours.ndcg < (bar := NDCG.get(kind, 0.0)):
        yield f"nDCG@10 is {ours.ndcg:.3f}, below {bar}"
    if stock is not None and ours.mrr < stock.mrr:
        yield f"MRR@10 is {ours.mrr:.3f}, below Wagtail's own {stock.mrr:.3f}"


def _means(scores: list[Score]) -> Means:
    return Means(
        number=len(scores),
        mrr=fmean(score.mrr for score in scores),
        ndcg=_mean(score.ndcg for score in scores),
        recall=_mean(score.recall for score in scores),
        keystrokes=_mean(score.keystrokes for score in scores),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
