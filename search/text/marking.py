"""Where the words of a query stand in a title or passage, so that they can be marked."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.text.folding import folded
from search.text.typed import HAN, runs

Span = tuple[int, int]
# Where a word begins: after a Han character, or after anything that is no letter and no digit.
_BEGINNING = rf"(?:(?<=[{HAN}])|(?<![^\W_]))"


def spans(text: str, query: str) -> list[Span]:
    """Return where the words of `query` stand in `text`, as (start, end) in characters, merged and in order.

    A Latin word marks the beginnings of words; Han text marks itself, or the pairs it is made of.
    """
    plain = folded(text)
    found: list[Span] = []
    for run, is_han in runs(folded(query)):
        found += _han_spans(plain, run) if is_han else _word_spans(plain, run)
    return _merged(found)


def marked(text: str, query: str) -> SafeString:
    """Return `text` as HTML, escaped, with the words of `query` in `<mark>`."""
    parts, last = [], 0
    for start, end in spans(text, query):
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308  (every part is escaped)


def _word_spans(text: str, word: str) -> list[Span]:
    return [match.span() for match in re.finditer(rf"{_BEGINNING}{re.escape(word)}", text)]


def _han_spans(text: str, run: str) -> list[Span]:
    whole = [match.span() for match in re.finditer(re.escape(run), text)]
    if whole or len(run) < 3:
        return whole
    pairs = (run[at : at + 2] for at in range(len(run) - 1))
    return [match.span() for pair in pairs for match in re.finditer(re.escape(pair), text)]


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
