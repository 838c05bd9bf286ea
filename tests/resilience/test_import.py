"""An import may be killed at any moment: whole batches stay, and the same command goes on from there."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import foreign
from tests.resilience.servers import PATIENCE
from tests.resilience.site import Site, site_of_its_own

ARTICLES = 600
TREE = 4
CHILDREN = """
    SELECT parent.numchild, count(child.id) FROM wagtailcore_page parent
    JOIN wagtailcore_page child ON child.path LIKE parent.path || '%' AND child.depth = parent.depth + 1
    GROUP BY parent.id
"""


@pytest.fixture
def site(tmp_path: Path, django_db_setup: None) -> Iterator[Site]:
    """A site to bring articles into."""
    with site_of_its_own("import", tmp_path) as site:
        yield site


def _pages(site: Site) -> int:
    return int(site.ask("SELECT count(*) FROM wagtailcore_page WHERE depth > 1 AND slug <> 'home'")[0][0])


def test_an_import_that_was_killed_goes_on(site: Site, tmp_path: Path) -> None:
    source = tmp_path / "old.jsonl"
    foreign.lines(source, ARTICLES)
    order = ("import_site", str(source), "--report", str(tmp_path / "report.csv"))
    with site.start(*order) as first:
        deadline = time.monotonic() + PATIENCE
        while _pages(site) < ARTICLES // 4 and time.monotonic() < deadline:
            time.sleep(0.1)
        first.kill()
    stayed = _pages(site)
    assert 0 < stayed < ARTICLES
    assert all(numchild == count for numchild, count in site.ask(CHILDREN))

    site.run(*order)
    assert _pages(site) == ARTICLES + TREE
    assert all(numchild == count for numchild, count in site.ask(CHILDREN))
    assert site.ask("SELECT count(*) FROM wagtailcore_page WHERE live AND live_revision_id IS NULL")[0][0] <= 1

    site.run(*order)
    assert _pages(site) == ARTICLES + TREE
