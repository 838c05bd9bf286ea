"""The way from a Word file to a draft."""

from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from designcity.images import DesignImage
from exchange.composing import Composed, compose
from exchange.drafts import all_or_nothing, draft
from exchange.intakes.models import Intake, IntakeKind
from exchange.newfiles import NewFiles
from exchange.word.reading import WordText, read
from news.articles import ArticlePage
from news.index import NewsIndexPage


def bring(file: UploadedFile, section: NewsIndexPage, user: Any) -> ArticlePage:
    """Make a draft of a Word file; raises `Refused` and leaves nothing when that cannot be done."""
    text = read(file)
    name = PurePath(file.name or "").name
    with all_or_nothing(user) as files:

        def picture(address: str, alt: str) -> DesignImage | None:
            content = text.pictures.get(address)
            return files.picture(address, content, alt) if content else None

        composed = compose(text.html, picture)
        composed = _with_downloads(composed, text, files)
        intake = Intake(kind=IntakeKind.WORD, name=name[:255], findings=text.findings)
        file.seek(0)
        intake.original.save(name, file, save=False)
        files.also(intake.original)
        return draft(section, user, text.title or PurePath(name).stem, composed, intake)


def _with_downloads(composed: Composed, text: WordText, files: NewFiles) -> Composed:
    """Offer the files that came with the text below it."""
    offered, findings = [], list(composed.findings)
    for name, content in text.files.items():
        document = files.document(name, content)
        if document is None:
            findings.append(_("The file %(name)s was left out") % {"name": name})
        else:
            offered.append({"title": "", "document": document})
    block = [("downloads", {"title": "", "files": offered})] if offered else []
    return Composed([*composed.blocks, *block], findings)
