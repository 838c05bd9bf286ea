"""A text cut into the terms by which the database finds it: Latin words, Han characters and their pairs."""

import re

from search.text.folding import folded
from search.text.typed import runs

MOST_TERMS = 20_000
LONGEST_TERM = 60
_WORD = re.compile(r"[^\W_]+")


def terms(text: str) -> list[str]:
    """Return the terms of a text, each once, at most 20,000; one character of Han text is a term too."""
    found: dict[str, None] = {}
    for run, is_han in runs(folded(text)):
        found.update(dict.fromkeys([*run, *pairs(run)] if is_han else words(run)))
        if len(found) > MOST_TERMS:
            break
    return list(found)[:MOST_TERMS]


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run of Han text."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def words(run: str) -> list[str]:
    """Return the words of a run of another script."""
    return [word[:LONGEST_TERM] for word in _WORD.findall(run)]
