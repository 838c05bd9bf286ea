"""What the patch of wagtail-localize's reading of segments follows is still as it was when it was written."""

import hashlib
import inspect

import pytest
from wagtail_localize.models import StringTranslation, TranslationSource

from tests.conftest import Tree
from tests.factories import article, published
from tests.translation.desk.headlines import submitted, translated
from translating.changes.moving import keep_what_moved
from translating.patches import segments

WORDS = "第一段讲设计。"


def test_segments_are_still_read_in_the_way_the_patch_follows() -> None:
    source = inspect.getsource(segments._refresh_segments)
    assert hashlib.sha256(source.encode()).hexdigest()[:16] == "7ff37186de01fbb0"
    assert TranslationSource.refresh_segments is segments.refresh_segments


@pytest.mark.django_db
def test_a_translation_that_was_taken_along_says_who_made_it(zh: Tree, en: Tree, admin_user: object) -> None:
    page = article(zh.news, body=[("text", f"<p>{WORDS}</p>")])
    translated(submitted(page), {WORDS: "About design."}, last_translated_by=admin_user)
    page.body = [("text", f"<p>{WORDS}</p>")]
    published(page)
    submitted(page)
    old, new = StringTranslation.objects.filter(translation_of__data=WORDS).order_by("pk")
    assert (new.data, new.last_translated_by, new.translation_type) == (
        "About design.",
        admin_user,
        old.translation_type,
    )
    assert old.context_id != new.context_id


@pytest.mark.django_db
def test_nothing_is_taken_along_twice_or_over_another_translation(zh: Tree, en: Tree) -> None:
    page = article(zh.news, body=[("text", f"<p>{WORDS}</p>")])
    translated(submitted(page), {WORDS: "About design."})
    page.body = [("text", f"<p>{WORDS}</p>")]
    published(page)
    translation = submitted(page)
    translated(translation, {WORDS: "On design."})
    assert keep_what_moved(translation.source) == 0
