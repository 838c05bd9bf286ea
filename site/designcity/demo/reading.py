"""The data files of the demo: TOML tables, in which a text is a pair `zh`, `en`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designcity.demo.errors import DemoError

CONTENT = Path(__file__).parent / "content"

# Folder, page type and parent of the pages that stand in it; None: the file says so itself.
FOLDERS: dict[str, tuple[str, str] | None] = {
    "pages": None,
    "institutions": ("institutions.InstitutionPage", "institutions"),
    "campaigns": ("campaigns.CampaignPage", "campaigns"),
    "news": ("news.ArticlePage", "news"),
    "publications": ("publications.PublicationPage", "publications"),
    "awards": ("awards.AwardPage", "awards"),
    "events": ("events.EventPage", "events"),
    "calls": ("events.CallPage", "calls"),
}


@dataclass(frozen=True)
class Sheet:
    """What one file says of one page: `key` is the file's name, by which other files refer to it."""

    key: str
    where: str
    page_type: str
    parent: str
    data: dict[str, Any]


def table(name: str, content: Path = CONTENT) -> dict[str, Any]:
    """Return the table of one file, named relative to the content folder."""
    path = content / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DemoError(f"The demo content file {name} cannot be read: {error}.") from error


def sheets(content: Path = CONTENT) -> list[Sheet]:
    """Return the sheets of all pages, a parent always before its children."""
    found = [_sheet(folder, path, content) for folder in FOLDERS for path in _files(content / folder)]
    keys = {sheet.key for sheet in found}
    for sheet in found:
        if sheet.parent and sheet.parent not in keys:
            raise DemoError(f"{sheet.where}: there is no page “{sheet.parent}” to stand under.")
    return _parents_first(found)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _sheet(folder: str, path: Path, content: Path) -> Sheet:
    where = f"{folder}/{path.name}"
    data = table(where, content)
    page_type, parent = FOLDERS[folder] or (data.pop("type", ""), data.pop("parent", ""))
    if not page_type:
        raise DemoError(f'{where}: say the page\'s type, such as type = "home.StandardPage".')
    return Sheet(path.stem, where, page_type, parent, data)


def _parents_first(found: list[Sheet]) -> list[Sheet]:
    ordered: list[Sheet] = []
    done = {""}
    while len(ordered) < len(found):
        ready = [sheet for sheet in found if sheet not in ordered and sheet.parent in done]
        if not ready:
            raise DemoError("Some demo pages stand under each other in a circle.")
        ordered += ready
        done |= {sheet.key for sheet in ready}
    return ordered
