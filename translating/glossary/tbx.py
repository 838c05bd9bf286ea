"""TBX, the form in which translation programs exchange their terms: TBX-Basic of ISO 30042:2019.

Files of the version before it (`<martif>`) are read too. The dialect: https://www.tbxinfo.net/tbx-dialects/
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from lxml import etree
from wagtail.models import Locale

from designcity.languages import html_lang
from translating.glossary.models import GlossaryTerm
from translating.glossary.rows import Row, TableError
from translating.language_codes import normal
from translating.xml import NoXML, document, local, said

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = "administrativeStatus"
APPROVED, FORBIDDEN = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
REJECTED = {FORBIDDEN, "supersededTerm-admn-sts", "deprecatedTerm", "supersededTerm"}
ENTRIES = {"conceptEntry", "termEntry"}
LANGUAGES = {"langSec", "langSet"}
TERMS = {"termSec", "tig", "ntig"}


def written() -> bytes:
    """Return the whole glossary."""
    own = html_lang(Locale.get_default().language_code)
    root = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"style": "dca", "type": "TBX-Basic", LANG: own}, {None: NAMESPACE}
    )
    description = _under(_under(_under(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _under(description, "p", "designcity")
    body = _under(_under(root, "text"), "body")
    for term in GlossaryTerm.objects.prefetch_related("translations__locale"):
        _write_entry(body, term, own)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def rows(content: bytes) -> Iterator[Row]:
    """Yield what a file says of terms in the site's languages, from its own; raises TableError.

    Terms without a word in the site's own language, and other languages, are passed over.
    """
    try:
        root = document(content)
    except NoXML as error:
        raise TableError(str(error)) from error
    if local(root) not in {"tbx", "martif"}:
        raise TableError(_("The file is no TBX: export the terms as TBX-Basic."))
    own = Locale.get_default().language_code
    known = {normal(locale.language_code): locale.language_code for locale in Locale.objects.all()}
    entries = (one for one in root.iter() if local(one) in ENTRIES)
    for number, entry in enumerate(entries, 1):
        yield from _rows(entry, _("Entry %(number)s") % {"number": number}, own, known)


def _write_entry(body: Any, term: GlossaryTerm, own: str) -> None:
    entry = _under(body, "conceptEntry", id=f"c{term.pk}")
    if term.note:
        _under(entry, "note", term.note)
    _write_term(_under(entry, "langSec", **{LANG: own}), term.term, APPROVED)
    for one in term.translations.all():
        language = _under(entry, "langSec", **{LANG: html_lang(one.locale.language_code)})
        for form in one.forms:
            _write_term(language, form, APPROVED)
        for form in one.forbidden_forms:
            _write_term(language, form, FORBIDDEN)


def _write_term(language: Any, form: str, status: str) -> None:
    section = _under(language, "termSec")
    _under(section, "term", form)
    _under(section, "termNote", status, type=STATUS)


def _under(parent: Any, name: str, words: str = "", **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    element.text = said(words) or None
    return element


def _rows(entry: Element, place: str, own: str, known: dict[str, str]) -> Iterator[Row]:
    approved: dict[str, list[str]] = defaultdict(list)
    forbidden: dict[str, list[str]] = defaultdict(list)
    for section in (one for one in entry if local(one) in LANGUAGES):
        language = known.get(normal(section.get(LANG) or section.get("lang") or ""))
        if language:
            for form, is_rejected in _forms(section):
                (forbidden if is_rejected else approved)[language].append(form)
    note = next((_text(one) for one in entry if local(one) in {"note", "descrip"}), "")
    for language in {**approved, **forbidden} if approved[own] else {}:
        if language != own:
            joined = "; ".join(approved[language]), "; ".join(forbidden[language])
            yield Row(place, approved[own][0], language, *joined, note)


def _forms(section: Element) -> Iterator[tuple[str, bool]]:
    for term in (one for one in section.iter() if local(one) in TERMS):
        form = next((_text(one) for one in term.iter() if local(one) == "term"), "")
        statuses = {_text(one) for one in term.iter() if one.get("type") == STATUS}
        if form:
            yield form, bool(statuses & REJECTED)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
