"""The summary proposed from the first sentences of the text."""

import re
from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags
from wagtail.blocks import RichTextBlock, TextBlock
from wagtail.rich_text import RichText

from designcity.pages import BasePage
from designcity.widths import width
from newsroom.checks.places import parts

ROOM, MOST = 160, 240
"""Latin characters that are aimed at, and that are not exceeded."""
SENTENCE = re.compile(r".+?(?:[。！？]+[”’」』）]*|[.!?]+[\"')]*(?=\s|$)|$)")
BETWEEN_PARAGRAPHS = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")


def proposed(page: BasePage) -> str:
    """Return the first sentences of the text, without one that repeats the headline; empty without a text."""
    taken: list[str] = []
    for sentence in _sentences(page):
        if taken and width("".join([*taken, sentence])) > ROOM:
            break
        taken.append(sentence)
    return _shortened(_joined(taken))


def _sentences(page: BasePage) -> Iterator[str]:
    headline = _bare(page.title)
    for passage in _passages(page):
        for found in SENTENCE.findall(passage):
            sentence = found.strip()
            if _bare(sentence) and _bare(sentence) != headline:
                yield sentence


def _passages(page: BasePage) -> Iterator[str]:
    for part in parts(page):
        if isinstance(part.block, RichTextBlock) and isinstance(part.value, RichText):
            for paragraph in BETWEEN_PARAGRAPHS.split(part.value.source or ""):
                yield _plain(paragraph)
        elif isinstance(part.block, TextBlock) and part.value:
            yield _plain(str(part.value))


def _plain(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())


def _joined(sentences: list[str]) -> str:
    """Return sentences as one text: with a space between them where they are of letters."""
    text = ""
    for sentence in sentences:
        text += f" {sentence}" if text and text[-1].isascii() else sentence
    return text


def _shortened(text: str) -> str:
    if width(text) <= MOST:
        return text
    while width(text) > MOST - 2:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
