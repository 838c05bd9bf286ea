"""Writing a site into a folder: the lines appear under their name only when all of them are written."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from exchange.sites.form import LINES
from exchange.sites.giving.files import Files
from exchange.sites.giving.lines import Lines

Progress = Callable[[int, int], None]


@dataclass
class Exported:
    """How many rows were written, how many pages stayed because they are private, and which files are lost."""

    rows: int = 0
    private: int = 0
    lost: list[str] = field(default_factory=list)


def export_to(
    folder: Path,
    only_live: bool = False,
    progress: Progress = lambda done, total: None,
    *,
    with_private: bool = False,
) -> Exported:
    """Write all rows and files of the site into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    files = Files(folder)
    lines = Lines(files, only_live, with_private)
    total, exported = lines.total(), Exported()
    unfinished = folder / f"{LINES}.part"
    with unfinished.open("w", encoding="utf-8") as out:
        for row in lines:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            exported.rows += 1
            progress(exported.rows, total)
    unfinished.replace(folder / LINES)
    exported.private, exported.lost = lines.private, files.lost
    return exported
