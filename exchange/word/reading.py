"""Reads a Word file in a process of its own, and says in a sentence why one cannot be read."""

import json
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from typing import IO
from zipfile import ZipFile

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from designcity import confined
from exchange.refusals import Refused
from exchange.word.endings import FILES, HTML, MOST_BYTES, PICTURES, REPORT, Ending
from exchange.word.remarks import Remark

MOST_SECONDS = 40.0
MOST_DETAILS = 12
SENTENCES = {
    Ending.BROKEN: _("This file is damaged, or no Word file at all: open it in Word and save it anew."),
    Ending.ENCRYPTED: _("This file has a password: save it without one first."),
    Ending.TOO_LARGE: _("This file is too large to bring in: divide it, or make its pictures smaller."),
    Ending.OLD: _("This file is in Word’s old format: save it as “Word document (.docx)” first."),
    Ending.OTHER: _("This is no Word file: save it as “Word document (.docx)” first."),
}
TOO_SLOW = _("Reading this file takes too long: divide it, or save it anew in Word.")
UNAVAILABLE = _("The file could not be read just now: try again in a minute.")
REMARKS = {
    Remark.INSERTED: _("Tracked insertions were accepted"),
    Remark.DELETED: _("Tracked deletions were carried out"),
    Remark.COMMENTS: _("Comments were left out"),
    Remark.HEADERS: _("Headers and footers of the pages were left out"),
    Remark.TEXT_BOXES: _("Text boxes became paragraphs behind the one that they hung on"),
    Remark.CHARTS: _("Charts were left out: save them as pictures"),
    Remark.DRAWINGS: _("Drawings were left out: save them as pictures"),
    Remark.FORMULAS: _("Formulas became plain text"),
    Remark.PICTURES: _("Pictures of kinds that browsers do not show were left out"),
    Remark.LINKED_PICTURES: _("Pictures that are not in the file itself were left out"),
    Remark.OBJECTS: _("Objects of other programs were left out"),
    Remark.FILES: _("Embedded files became downloads at the end"),
    Remark.UNKNOWN: _("Words in parts of an unknown kind were left out"),
}
# Memory that ends, and the kernel where the machine's own ends first.
_BY_SIGNAL = {
    signal.SIGXCPU: TOO_SLOW,
    signal.SIGABRT: SENTENCES[Ending.TOO_LARGE],
    signal.SIGKILL: SENTENCES[Ending.TOO_LARGE],
    signal.SIGXFSZ: SENTENCES[Ending.TOO_LARGE],
}


@dataclass(frozen=True)
class WordText:
    """What a Word file holds: pictures and files by the names that its HTML calls them."""

    title: str
    html: str
    findings: list[str]
    pictures: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def read(file: IO[bytes]) -> WordText:
    """Read an open file from its beginning, in bounded time and memory whatever it holds; raises `Refused`."""
    if file.seek(0, 2) > MOST_BYTES:
        raise Refused(SENTENCES[Ending.TOO_LARGE])
    file.seek(0)
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output:
        shutil.copyfileobj(file, given)
        given.flush()
        try:
            status = confined.run("exchange.word.extract", given=given, output=output, seconds=MOST_SECONDS)
        except subprocess.TimeoutExpired as late:
            raise Refused(TOO_SLOW) from late
        if status:
            raise Refused(_sentence(status))
        return _text_in(output)


def _sentence(status: int) -> str:
    """Return what an exit status says of the file; one that nobody has agreed on says nothing of it."""
    if status in set(Ending):
        return str(SENTENCES[Ending(status)])
    if status >= 0 or status in confined.STOPPED:
        return str(UNAVAILABLE)
    return str(_BY_SIGNAL.get(signal.Signals(-status), SENTENCES[Ending.BROKEN]))


def _text_in(output: IO[bytes]) -> WordText:
    with ZipFile(output) as archive:
        report = json.loads(archive.read(REPORT))
        names = archive.namelist()
        return WordText(
            report["title"],
            archive.read(HTML).decode(),
            _said(report["remarks"]),
            {name: archive.read(name) for name in names if name.startswith(PICTURES)},
            {name.removeprefix(FILES): archive.read(name) for name in names if name.startswith(FILES)},
        )


def _said(remarks: list[tuple[str, str]]) -> list[str]:
    """Return the remarks in sentences, each kind once."""
    sentences = []
    for remark in Remark:
        details = [detail for kind, detail in remarks if kind == remark]
        if details:
            sentences.append(_with_details(str(REMARKS[remark]), [one for one in details if one]))
    return sentences


def _with_details(finding: str, details: list[str]) -> str:
    if not details:
        return finding
    more = ["…"] if len(details) > MOST_DETAILS else []
    named = pgettext("between names", ", ").join([*details[:MOST_DETAILS], *more])
    return gettext("%(finding)s: %(details)s") % {"finding": finding, "details": named}
