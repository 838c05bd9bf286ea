"""Taking down may be killed at any moment: all of it is gone or nothing, and files that are to go do go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.resilience.site import Site, site_of_its_own

STATE = """
    SELECT (SELECT count(*) FROM designcity_designimage), (SELECT count(*) FROM designcity_rendition),
        (SELECT count(*) FROM news_articlepage WHERE lead_image_id IS NOT NULL),
        (SELECT count(*) FROM removals_takedown), (SELECT count(*) FROM removals_keptrow)
"""


@pytest.fixture
def site(tmp_path: Path, django_db_setup: None) -> Iterator[Site]:
    """A site with a page that shows a picture."""
    with site_of_its_own("takedown", tmp_path) as site:
        site.run("tests.resilience.tree", module=True)
        site.run("tests.resilience.taking_down", "make", module=True)
        yield site


def _files(site: Site, folder: str) -> set[str]:
    return {one.name for one in (site.folder / folder).rglob("*") if one.is_file()}


def _killed(site: Site, moment: str) -> None:
    """Take down and kill the process, with no time to clear up, once it is there."""
    with site.start("tests.resilience.taking_down", moment, module=True) as process:
        assert process.stdout is not None
        assert any(line == "here\n" for line in process.stdout)
        process.kill()


def test_a_takedown_that_was_killed_is_whole_or_nothing(site: Site) -> None:
    before, shown = site.ask(STATE), _files(site, "media")
    assert shown
    _killed(site, "before-commit")
    assert site.ask(STATE) == before
    assert _files(site, "media") == shown

    _killed(site, "before-files")
    [(images, renditions, leads, takedowns, kept)] = site.ask(STATE)
    assert (images, renditions, leads, takedowns) == (0, 0, 0, 1)
    assert kept > 0
    assert _files(site, "media") == shown
    assert site.ask("SELECT count(*) FROM removals_unwantedfile")[0][0] == len(shown)

    site.run("finish_takedowns")
    assert _files(site, "media") == set()
    assert site.ask("SELECT count(*) FROM removals_unwantedfile")[0][0] == 0
    assert len(_files(site, "private")) >= 1
