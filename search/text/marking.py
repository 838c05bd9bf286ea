"""Where the words of a query stand in a title or passage, so that they can be marked."""

from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.text.folding import folded
from search.text.typed import is_han, runs

Span = tuple[int, int]


def spans(text: str, query: str) -> list[Span]:
    """Return where the words of `query` stand in `text`, as (start, end) in characters, merged and in order.

    A Latin word marks the beginnings of words; Han text marks itself, or the pairs it is made of.
    """
    plain = folded(text)
    found: list[Span] = []
    for run, is_of_han in runs(folded(query)):
        found += _han_spans(plain, run) if is_of_han else _word_spans(plain, run)
    return _merged(found)


def marked(text: str, query: str) -> SafeString:
    """Return `text` as HTML, escaped, with the words of `query` in `<mark>`."""
    parts, last = [], 0
    for start, end in spans(text, query):
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308  (every part is escaped)


def _word_spans(text: str, word: str) -> list[Span]:
    return [span for span in _occurrences(text, word) if _begins_a_word(text, span[0])]


def _begins_a_word(text: str, at: int) -> bool:
    """Whether a word begins here: after a Han character, or after anything that is no letter and no digit."""
    return at == 0 or is_han(text[at - 1]) or not text[at - 1].isalnum()


def _han_spans(text: str, run: str) -> list[Span]:
    whole = list(_occurrences(text, run))
    if whole or len(run) < 3:
        return whole
    pairs = (run[at : at + 2] for at in range(len(run) - 1))
    return [span for pair in pairs for span in _occurrences(text, pair)]


def _occurrences(text: str, part: str) -> Iterator[Span]:
    """Yield where `part` stands in `text`, from left to right, none over another.

    Sought by hand: to compile a pattern for each word would cost a suggestion more than all else.
    """
    start = text.find(part)
    while start >= 0:
        end = start + len(part)
        yield start, end
        start = text.find(part, end)


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
