"""TMX 1.4: the form in which translation programs exchange their memories.

The format: https://www.gala-global.org/tmx-14b (Localization Industry Standards Association, 2005).
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone
from django.utils.translation import gettext as _
from lxml import etree

from translating.language_codes import normal
from translating.memory.models import Entry
from translating.xml import said

STAMP = "%Y%m%dT%H%M%SZ"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ANY_LANGUAGE = "*all*"
"""What a file says whose units may be read from each of their languages."""
LONGEST = 20_000
"""Characters of a segment; longer ones are no sentences."""


class TMXError(ValueError):
    """A file that is no TMX; the message says what to do."""


def written(entries: Iterable[Entry], source_language: str) -> Iterator[str]:
    """Yield a TMX document piece by piece; the segments' own mark-up is text in it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        '<header creationtool="designcity" creationtoolversion="1" segtype="sentence" o-tmf="wagtail-localize"'
        f' adminlang="en" srclang={quoteattr(source_language)} datatype="html"/>\n<body>\n'
    )
    for entry in entries:
        stamp = entry.used_at.astimezone(datetime.UTC).strftime(STAMP)
        yield f'<tu changedate="{stamp}" srclang={quoteattr(entry.source_language)}>'
        yield f'<prop type="origin">{_text(entry.origin)}</prop>'
        yield _variant(entry.source_language, entry.source)
        yield f"{_variant(entry.target_language, entry.target)}</tu>\n"
    yield "</body>\n</tmx>\n"


def read(file: IO[bytes], languages: set[str]) -> Iterator[Entry]:
    """Yield the entries between `languages`, in bounded memory; raises TMXError at what is no TMX.

    Languages are compared as BCP 47 does, without regard to case; `zh-CN` in a file is `zh-hans` here.
    """
    known = {normal(code): code for code in languages}
    written_in = ""
    tags = ("{*}header", "{*}tu")
    try:
        events = etree.iterparse(
            file, events=("end",), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
        for _event, unit in events:
            if etree.QName(unit).localname == "header":
                written_in = unit.get("srclang") or ""
                continue
            yield from _entries(unit, known, unit.get("srclang") or written_in)
            unit.clear()
            while unit.getprevious() is not None:
                del unit.getparent()[0]
        root = events.root
    except etree.XMLSyntaxError as error:
        # Its own sentence is English whoever reads it.
        reason = _("The file is no well-formed XML from line %s on.") % max(1, error.lineno or 1)
        raise TMXError(_("The file is no TMX: %(reason)s") % {"reason": reason}) from error
    if root is None or etree.QName(root).localname != "tmx":
        raise TMXError(_("The file is no TMX: save it as TMX 1.4 in the program it comes from."))


def _entries(unit: etree._Element, known: dict[str, str], written_in: str) -> Iterator[Entry]:
    variants: dict[str, str] = {}
    for variant in unit.iterchildren("{*}tuv"):
        code = known.get(normal(variant.get(XML_LANG) or variant.get("lang") or ""))
        segment = variant.find("{*}seg")
        words = "".join(segment.itertext("*")).strip() if segment is not None else ""
        if code and words and len(words) <= LONGEST:
            variants[code] = words.replace("\0", "")
    used_at = _moment(unit.get("changedate") or unit.get("creationdate") or "")
    origin = next(
        (prop.text or "" for prop in unit.iterchildren("{*}prop") if prop.get("type") == "origin"), ""
    )
    for source in _originals(variants, written_in, known):
        for target, translation in variants.items():
            if target != source:
                yield Entry(
                    source_language=source,
                    target_language=target,
                    source=variants[source],
                    target=translation,
                    origin=origin[:255],
                    used_at=used_at,
                )


def _originals(variants: dict[str, str], written_in: str, known: dict[str, str]) -> list[str]:
    """Return the languages of which a unit may be the original: what the file says of it, else the first."""
    if written_in == ANY_LANGUAGE:
        return list(variants)
    named = known.get(normal(written_in), "")
    return [named] if named in variants else list(variants)[:1]


def _moment(stamp: str) -> datetime.datetime:
    try:
        return datetime.datetime.strptime(stamp, STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:
        return timezone.now()


def _variant(language: str, words: str) -> str:
    return f"<tuv xml:lang={quoteattr(language)}><seg>{_text(words)}</seg></tuv>"


def _text(words: str) -> str:
    return escape(said(words))
