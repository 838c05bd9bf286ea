"""The words in Latin letters that a person meets on a page of the editors' interface."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup, Comment, Doctype, Tag
from bs4.element import NavigableString

WORD = re.compile(r"[A-Za-z]{4,}")
SPOKEN = (
    "aria-label",
    "aria-description",
    "title",
    "placeholder",
    "alt",
    "data-w-progress-active-value",
    "data-w-tooltip-content-value",
)
"""Attributes that are shown or read out, at once or by Wagtail's own scripts."""
NOT_WORDS = re.compile(
    r"https?://\S+"  # addresses
    r"|[\w.+-]+@[\w-]+\.[\w.]+"  # e-mail addresses
    r"|\b[\w-]+\.(?:png|jpg|txt|csv|pdf)\b"  # files
    r"|\b[a-z]+\.[a-z]+\b"  # the code of a model, which two lists show for developers
)
NAMES = {
    "Wagtail": "the product that editors work with, named so in its own Chinese catalogue",
    "Localize": "the other half of the name Wagtail Localize",
    "JavaScript": "a programming language, in the notice for browsers without it",
    "English": "a language in its own name, in the choice of languages",
    **dict.fromkeys(("Word", "LibreOffice"), "a program"),
    **dict.fromkeys(("AVIF", "DOCX", "HTML", "JPEG", "JSON", "PPTX", "WEBP", "XLIFF", "XLSX"), "a file format"),
    **dict.fromkeys(("Ctrl", "Shift", "Enter"), "what stands on a key"),
}
TEMPLATE = re.compile(r"<(/?)template\b")
"""Begins and ends what scripts show later; selectors do not look inside."""
CODE = ("script", "style", "code", "kbd", "textarea")
"""Elements that hold code, keys, or what somebody typed."""
ELSEWHERE = {
    "select[name$=current_time_zone] option": "time zones have one name everywhere, such as Asia/Shanghai",
    "[data-side-panel-toggle-counter]": "filled in by a script; until then hidden",
    "label.w-sr-only[for*=permissions]": "Django writes the names of permissions into records, in English",
    ".w-sr-only > input[value=Search]": "two of Wagtail's templates write it as it is; it is not to be seen",
}
"""What is not read, and why; docs/decisions/0010-upstream-catalogues.md says what is upstream's to mend."""


def words_in(html: str, typed: Iterable[str] = ()) -> dict[str, set[str]]:
    """Return the texts of a page that hold Latin words, with these words; those of `typed` are left out."""
    own = {word for text in typed for word in WORD.findall(text)} | set(NAMES)
    soup = BeautifulSoup(TEMPLATE.sub(r"<\1div", html), "html.parser")
    for element in soup.select(", ".join((*CODE, *ELSEWHERE))):
        element.decompose()
    texts = [(text, set(WORD.findall(NOT_WORDS.sub("", text))) - own) for text in _texts(soup)]
    return {" ".join(text.split())[:120]: words for text, words in texts if words}


def words_in_answer(response: Any, typed: Iterable[str] = ()) -> dict[str, set[str]]:
    """Return the same of an answer that is a page or, as JSON, a dialog."""
    content = response.content.decode()
    if response["Content-Type"].startswith("application/json"):
        answer = json.loads(content)
        content = str(answer.get("html", "")) if isinstance(answer, dict) else ""
    return words_in(content, typed)


def _texts(soup: BeautifulSoup) -> Iterator[str]:
    for text in (soup.body or soup).find_all(string=True):
        if isinstance(text, NavigableString) and not isinstance(text, Comment | Doctype):
            yield str(text)
    for element in soup.find_all(True):
        yield from _spoken(element)


def _spoken(element: Tag) -> Iterator[str]:
    yield from (str(element[name]) for name in SPOKEN if name in element.attrs)
    if element.name == "input" and element.get("type") in ("submit", "button", "reset"):
        yield str(element.get("value", ""))
