"""One stylesheet for readers, joined from the many small ones that people edit."""

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = "designcity/css"
JOINED = f"{FOLDER}/site.css"
SOURCES = Path(__file__).parent / "static" / FOLDER
ORDER = (
    "tokens.css",
    "base.css",
    "components/layout.css",
    "components/header.css",
    "components/footer.css",
    "components/masthead.css",
    "components/cards.css",
    "components/body.css",
    "blocks/*.css",
    "components/forms.css",
    "components/filters.css",
    "components/article.css",
    "components/requests.css",
    "components/profile.css",
    "components/campaign.css",
    "components/years.css",
    "components/publications.css",
    "components/awards.css",
    "components/milestones.css",
    "components/events.css",
    "components/home.css",
    "sections/*.css",
    "components/results.css",
    "components/facets.css",
    "components/recent.css",
    "components/search.css",
    "components/draft-banner.css",
)
"""The stylesheets in their order; blocks and sections of the home page bring theirs by their names alone."""
_REFERENCE = re.compile(r"""url\(\s*+(["']?)(?!data:|https?:|/|#)([^"')]+)\1\s*\)""")


class JoinedStylesheetFinder(BaseFinder):
    """Finds the joined stylesheet, written anew whenever one of its sources has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "stylesheets")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return where the joined stylesheet lies, if that is what is looked for."""
        if path != JOINED:
            return []
        found = str(self._written())
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Yield the joined stylesheet, for collecting."""
        self._written()
        yield JOINED, self.storage

    def _written(self) -> Path:
        file, text = Path(self.storage.path(JOINED)), joined()
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._replace(file, text)
        return file

    def _replace(self, file: Path, text: str) -> None:
        """Put the new text in place at once: another process may be reading."""
        beside = file.with_name(f"{file.name}.{id(self)}-{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)


def sources() -> list[str]:
    """Return the names of the stylesheets in their order, relative to their folder."""
    return [name for entry in ORDER for name in (_named_alike(entry) if "*" in entry else [entry])]


def _named_alike(pattern: str) -> list[str]:
    return sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.glob(pattern))


def joined() -> str:
    """Return the text of all stylesheets, their references as seen from where the joined one lies."""
    return "\n".join(_moved((SOURCES / name).read_text(encoding="utf-8"), name) for name in sources())


def _moved(text: str, name: str) -> str:
    folder = posixpath.dirname(name)
    return _REFERENCE.sub(lambda found: f'url("{posixpath.normpath(posixpath.join(folder, found[2]))}")', text)
