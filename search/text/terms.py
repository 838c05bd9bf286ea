"""A text cut into the terms by which the database finds it: Latin words, Han characters and their pairs."""

import re

from search.text.folding import folded
from search.text.typed import HAN

MOST_TERMS = 20_000
LONGEST_TERM = 60
# An apostrophe inside a word belongs to it, as Elasticsearch's tokenizer has it too.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# The same in running text, beside Han text, which it is cut at.
_RUN_OR_WORD = re.compile(rf"([{HAN}]+)|([^\W_{HAN}]+(?:'[^\W_{HAN}]+)*)")


def terms(text: str) -> list[str]:
    """Return the terms of a text, each once, at most 20,000; one character of Han text is a term too."""
    found: dict[str, None] = {}
    for run, word in _RUN_OR_WORD.findall(folded(text)):
        if word:
            found[word[:LONGEST_TERM]] = None
        else:
            found.update(dict.fromkeys([*run, *pairs(run)]))
        if len(found) > MOST_TERMS:
            break
    return list(found)[:MOST_TERMS]


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run of Han text."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def words(run: str) -> list[str]:
    """Return the words of a run of another script."""
    return [word[:LONGEST_TERM] for word in _WORD.findall(run)]
