"""One stylesheet is joined from many, complete and with its references right."""

import posixpath
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings
from pytest_django import Settings

from designcity import stylesheets

ALONE = {"components/previews.css", "print.css", "error.css"}
"""What a page links by itself: for paper, and for an answer that must not depend on anything."""


def test_every_stylesheet_is_joined_once() -> None:
    files = {str(path.relative_to(stylesheets.SOURCES)) for path in stylesheets.SOURCES.rglob("*.css")}
    assert sorted(stylesheets.sources()) == sorted(files - ALONE)


def test_the_layers_are_named_before_any_is_filled() -> None:
    assert stylesheets.sources()[0] == "tokens.css"
    assert stylesheets.joined().index("@layer tokens, base") < stylesheets.joined().index("@layer components {")


def test_every_reference_leads_to_a_file() -> None:
    found = re.findall(r'url\("([^"]+)"\)', stylesheets.joined())
    assert found
    for reference in found:
        assert finders.find(posixpath.normpath(posixpath.join(stylesheets.FOLDER, reference))), reference


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("url('../../img/a.svg')", 'url("../img/a.svg")'),
        ("url(b.woff2)", 'url("components/b.woff2")'),
        ("url( data:image/png;base64,AA== )", "url( data:image/png;base64,AA== )"),
        ("url(/static/c.svg)", "url(/static/c.svg)"),
        ('url("https://example.org/d.svg")', 'url("https://example.org/d.svg")'),
        ("url(#shadow)", "url(#shadow)"),
    ],
)
def test_a_reference_is_seen_from_the_joined_file(text: str, moved: str) -> None:
    assert stylesheets._moved(text, "components/x.css") == moved


def test_the_finder_writes_it_anew_when_a_source_has_changed(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = tmp_path
    finder = stylesheets.JoinedStylesheetFinder()
    first = Path(finder.find(stylesheets.JOINED)).read_text()
    assert first == stylesheets.joined()
    monkeypatch.setattr(stylesheets, "joined", lambda: "a {}")
    assert Path(finder.find(stylesheets.JOINED)).read_text() == "a {}"
    assert [path.name for path in (tmp_path / "stylesheets" / stylesheets.FOLDER).iterdir()] == ["site.css"]


def test_the_finder_knows_nothing_else(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    finder = stylesheets.JoinedStylesheetFinder()
    assert finder.find("designcity/css/tokens.css") == []
    assert finder.find(stylesheets.JOINED, find_all=True) == [finder.find(stylesheets.JOINED)]


def test_collected_for_production_its_references_carry_fingerprints(tmp_path: Path) -> None:
    storage = {"BACKEND": "designcity.fingerprints.FingerprintedStorage"}
    storages = settings.STORAGES | {"staticfiles": storage}
    with override_settings(STATIC_ROOT=tmp_path / "static", DATA_DIR=tmp_path, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    [collected] = [
        path for path in (tmp_path / "static" / stylesheets.FOLDER).glob("site.*.css") if path.suffix == ".css"
    ]
    found = re.findall(r'url\("([^"]+)"\)', collected.read_text())
    assert found
    assert all(re.search(r"pattern-\d\.[0-9a-f]{12}\.svg$", reference) for reference in found)
    assert all((collected.parent / reference).resolve().exists() for reference in found)
