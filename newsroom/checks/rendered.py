"""Whether everybody can use the page as readers get it; Wagtail's own checker sees more, in the browser.

A preview names its blocks (`data-block`), so that what is found in one leads to it in the form.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from newsroom.checks.findings import Finding, Place, Severity
from newsroom.checks.scripts import reads_as_another

VAGUE = {
    "点击这里",
    "点击此处",
    "这里",
    "此处",
    "点此",
    "更多",
    "详情",
    "链接",
    "点击查看",
    "查看",
    "click here",
    "here",
    "more",
    "read more",
    "link",
    "this link",
    "learn more",
}
TAG_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
UNLABELLED = (
    "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea"
)
MOST = 3
"""Findings of one kind on one page: more of them say nothing more."""

Found = tuple[Tag | None, Finding]
"""What was found, and at which element; at none where it is the page as a whole."""


def check(html: str, blocks: Mapping[str, Place] = MappingProxyType({})) -> Iterator[Finding]:
    """Say what of the rendered page stands in somebody's way; `blocks` are the places of its blocks by id."""
    page = BeautifulSoup(html, "lxml")
    for foreign in page.select("wagtail-userbar, template, script, style"):
        foreign.decompose()
    for rule in (_pictures, _nameless, _fields, _twice, _vague, _tables, _headings, _languages):
        for element, finding in list(rule(page))[:MOST]:
            yield replace(finding, place=blocks.get(_block_around(element), Place()))


def _block_around(element: Tag | None) -> str:
    """Return the id of the block in which an element stands; empty outside of all."""
    around = element.find_parent(attrs={"data-block": True}) if element is not None else None
    return str(around["data-block"]) if around is not None else ""


def _pictures(page: BeautifulSoup) -> Iterator[Found]:
    for picture in page.select("img:not([alt])"):
        sentence = _("Give the picture %(file)s an alternative text, or an empty one when it is decoration.")
        yield picture, _should(sentence % {"file": str(picture.get("src", "")).rsplit("/", 1)[-1]})


def _nameless(page: BeautifulSoup) -> Iterator[Found]:
    for element in page.select("a[href], button"):
        if not _name(element):
            where = str(element.get("href") or element.name)
            sentence = _("Give the link or button “%(where)s” words: it is empty.")
            yield element, _should(sentence % {"where": where})


def _fields(page: BeautifulSoup) -> Iterator[Found]:
    labelled = {label.get("for") for label in page.select("label[for]")}
    for element in page.select(UNLABELLED):
        named = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
        if not named and element.get("id") not in labelled and element.find_parent("label") is None:
            name = str(element.get("name") or element.get("id") or element.name)
            yield element, _should(_("Give the form field “%(name)s” a label.") % {"name": name})


def _twice(page: BeautifulSoup) -> Iterator[Found]:
    counted = Counter(str(element["id"]) for element in page.select("[id]"))
    for name, times in counted.items():
        if times > 1:
            sentence = _(
                "The name “%(name)s” stands twice in the page’s code: tell those who look after the site."
            )
            yield None, Finding(Severity.GOOD, sentence % {"name": name})


def _vague(page: BeautifulSoup) -> Iterator[Found]:
    for link in page.select("main a[href]"):
        words = _name(link).strip(" \u3000.。…>»→").casefold()
        if words in VAGUE:
            sentence = _("Say where the link “%(words)s” leads: heard alone, its words tell nothing.")
            yield link, _should(sentence % {"words": _name(link)})


def _tables(page: BeautifulSoup) -> Iterator[Found]:
    for table in page.select("table:not([role=presentation])"):
        if table.find("th") is None:
            sentence = _("Give the table a heading row or column: without one its cells have no meaning aloud.")
            yield table, _should(sentence)


def _headings(page: BeautifulSoup) -> Iterator[Found]:
    before = 0
    for heading in page.select("main :is(h1, h2, h3, h4, h5, h6)"):
        level = int(heading.name[1])
        words = _name(heading)
        if not words:
            yield heading, _should(_("Take out the empty heading, or give it words."))
        elif before and level > before + 1:
            sentence = _("A level of headings is skipped before “%(words)s”.")
            yield heading, _should(sentence % {"words": words})
        before = level
    if len(page.select("main h1")) != 1:
        yield None, _should(_("A page needs one heading of the first level, no more and no fewer."))


def _languages(page: BeautifulSoup) -> Iterator[Found]:
    for element in page.select("[lang]"):
        if not TAG_LANGUAGE.fullmatch(str(element["lang"])):
            sentence = _("“%(code)s” is no code of a language: tell those who look after the site.")
            yield element, Finding(Severity.GOOD, sentence % {"code": element["lang"]})
    for passage in page.select("main :is(p, li, blockquote, figcaption)"):
        if passage.find(["p", "li"]) is None and _reads_as_another(passage):
            sentence = _(
                "This passage is in another language than the page: “%(words)s”. Translate it if you can."
            )
            yield passage, Finding(Severity.GOOD, sentence % {"words": _name(passage)[:40]})


def _reads_as_another(passage: Tag) -> bool:
    """Whether a long enough passage is in another script than that of the language it is marked with."""
    marked = passage if passage.has_attr("lang") else passage.find_parent(attrs={"lang": True})
    if marked is None or passage.select_one("[lang]") is not None:
        return False
    return reads_as_another(passage.get_text(" ", strip=True), str(marked["lang"]))


def _name(element: Tag) -> str:
    """Return what is said of an element aloud."""
    own = element.get("aria-label") or element.get("title")
    pictures = [str(picture.get("alt", "")) for picture in element.select("img[alt]")]
    drawings = [drawing.get_text(" ", strip=True) for drawing in element.select("svg title")]
    said = [element.get_text(" ", strip=True), *pictures, *drawings]
    return str(own or " ".join(part for part in said if part)).strip()


def _should(sentence: str) -> Finding:
    return Finding(Severity.SHOULD, sentence)
