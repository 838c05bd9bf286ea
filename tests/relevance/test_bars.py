"""The bars of the judged set, in each class and language; loaded, indexed and asked once for all of them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tests.relevance import report
from tests.relevance.bars import Table, means, missed
from tests.relevance.engines import ours
from tests.relevance.judged import CLASSES, LANGUAGES
from tests.relevance.judgements import read
from tests.relevance.judging import Score, judge
from tests.relevance.loading import Ids, load
from tests.relevance.stock import stock

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.xdist_group("relevance")]

FEWEST = 8
CHINESE_ONLY = ("pinyin", "initials", "traditional", "mixed")
JUDGEMENTS = read()
GROUPS = sorted({(query.kind, query.language) for query in JUDGEMENTS.queries})


@dataclass(frozen=True)
class Answers:
    """How the site and Wagtail's own search answered everything."""

    scores: list[Score]
    ours: Table
    stock: Table
    ids: Ids


@pytest.fixture(scope="module")
def answers(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answers]:
    """Load the judged set in a transaction that is rolled back, and ask both searches all queries."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        # As in `tests/conftest.py`, whose own patch comes too late for a module's fixture.
        patch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda max_size: io.BytesIO())
        ids = load(JUDGEMENTS)
        with ours() as engine:
            own = judge(engine, JUDGEMENTS.queries, ids)
        with stock() as engine:
            theirs = judge(engine, JUDGEMENTS.queries, ids)
        yield Answers(own, means(own), means(theirs), ids)
        transaction.set_rollback(True)


@pytest.mark.parametrize("group", GROUPS, ids="-".join)
def test_a_class_reaches_its_bars(answers: Answers, group: tuple[str, str]) -> None:
    of_group = [score for score in answers.scores if (score.query.kind, score.query.language) == group]
    assert missed(group, answers.ours, answers.stock) == [], f"\n{report.weak(of_group, answers.ids)}"


def test_every_class_has_enough_queries() -> None:
    asked = [(query.kind, query.language) for query in JUDGEMENTS.queries]
    wanted = [
        (kind, language)
        for kind in CLASSES
        for language in LANGUAGES
        if language == "zh-hans" or kind not in CHINESE_ONLY
    ]
    assert [group for group in wanted if asked.count(group) < FEWEST] == []
