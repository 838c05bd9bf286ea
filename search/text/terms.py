"""A text cut into the terms by which the database finds it: Latin words, Han characters and their pairs."""

import re

from search.text.folding import folded
from search.text.typed import HAN, MARKS, unmarked

MOST_TERMS = 20_000
LONGEST_TERM = 60
# An apostrophe inside a word belongs to it, as Elasticsearch's tokenizer has it too.
_LETTERS = rf"(?:[^\W_]|[{MARKS}])+"
_WORD = re.compile(rf"{_LETTERS}(?:'{_LETTERS})*")
# The same in running text, beside Han text, which it is cut at.
_OTHER_LETTERS = rf"(?:[^\W_{HAN}]|[{MARKS}])+"
_RUN_OR_WORD = re.compile(rf"([{HAN}]+)|({_OTHER_LETTERS}(?:'{_OTHER_LETTERS})*)")
# The article of Arabic, with what may stand before it, is written in one with its word.
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=[^\W\d_]{3})")


def terms(text: str) -> list[str]:
    """Return the terms of a text, each once, at most 20,000; one character of Han text is a term too."""
    found: dict[str, None] = {}
    for run, word in _RUN_OR_WORD.findall(unmarked(folded(text))):
        if word:
            found[word[:LONGEST_TERM]] = None
            found[without_article(word)[:LONGEST_TERM]] = None
        else:
            found.update(dict.fromkeys([*run, *pairs(run)]))
        if len(found) > MOST_TERMS:
            break
    return list(found)[:MOST_TERMS]


def without_article(word: str) -> str:
    """Return a word without the Arabic article that is written in one with it."""
    return _ARTICLE.sub("", word)


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run of Han text."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def words(run: str) -> list[str]:
    """Return the words of a run of another script."""
    return [word[:LONGEST_TERM] for word in _WORD.findall(run)]
