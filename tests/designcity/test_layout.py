"""The layout's rules that a machine can hold."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_source_root_never_shadows_the_standard_library() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def test_no_source_file_is_a_drawer_for_anything() -> None:
    names = {path.stem for path in ROOT.glob("*/**/*.py") if ".venv" not in path.parts}
    assert names.isdisjoint({"utils", "helpers", "misc"})


def test_no_citys_name_stands_in_code() -> None:
    content = ROOT / "site" / "designcity" / "demo"
    sources = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES]
    named = [
        path.relative_to(ROOT)
        for path in sources
        if not path.is_relative_to(content) and any(name in path.read_text() for name in ("Chongqing", "重庆"))
    ]
    assert len(sources) > 80
    assert named == []


FOLDERS = ["site", "templates", *(path.parent.name for path in ROOT.glob("*/apps.py"))]
SUFFIXES = {".py", ".html", ".css", ".js", ".po"}
