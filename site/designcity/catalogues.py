"""Compiles the catalogues of translations without the gettext programs: `python -m designcity.catalogues`."""

from pathlib import Path

import polib

PROJECT = Path(__file__).resolve().parent
SOURCES = ("locale/*/LC_MESSAGES/*.po", "upstream/*/locale/*/LC_MESSAGES/*.po")


def compile_changed() -> bool:
    """Compile each .po file that is newer than its .mo file; return whether there was one."""
    sources = sorted(source for pattern in SOURCES for source in PROJECT.glob(pattern))
    changed = [source for source in sources if _is_newer(source)]
    for source in changed:
        unfinished = source.with_suffix(".mo.new")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(source.with_suffix(".mo"))
    return bool(changed)


def _is_newer(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    compile_changed()
