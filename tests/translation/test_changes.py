"""Readers keep the live translation until a new one is published; what did not change stays translated."""

import json
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from wagtail_localize.models import StringSegment, Translation

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import administrator, article
from tests.reading import main
from tests.translating import translate

pytestmark = pytest.mark.django_db

BODY = ["<p>第一句。</p>", "<p>第二句。</p>"]


def _post(client: Client, address: str, **fields: Any) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(address, fields).status_code == 302


def _write(page: ArticlePage, text: str) -> None:
    """Publish another text in the same block, as the editors' form does."""
    [block] = page.body.get_prep_value()
    page.body = json.dumps([block | {"value": text}])
    page.save_revision().publish()


def _type(client: Client, translation: Translation, segment: StringSegment, words: str) -> None:
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    sent = client.put(address, f"value={words}", content_type="application/x-www-form-urlencoded")
    assert sent.status_code == 201


def _waiting(translation: Translation) -> list[StringSegment]:
    segments = StringSegment.objects.filter(source=translation.source).select_related("string")
    return list(segments.annotate_translation(translation.target_locale).filter(translation__isnull=True))


def test_the_live_translation_stays_until_the_new_one_is_published(zh: Tree, en: Tree, client: Client) -> None:
    page = article(zh.news, "标题", body=[("text", "".join(BODY))])
    english = translate(page, en.locale, title="Title", slug="title")
    _write(page, f"{BODY[0]}<p>改过的第二句。</p>")
    client.force_login(administrator())
    translation = Translation.objects.get()

    _post(client, reverse("wagtail_localize:update_translations", args=[translation.source_id]))
    [segment] = _waiting(translation)
    assert segment.string.data == "改过的第二句。"
    assert "English of 第二句。" in main(client, english.url)

    _type(client, translation, segment, "The second sentence, changed.")
    assert _waiting(translation) == []
    assert "English of 第二句。" in main(client, english.url)

    _post(client, reverse("wagtailadmin_pages:edit", args=[english.pk]), action="publish")
    read = main(client, english.url)
    assert "The second sentence, changed." in read
    assert "English of 第一句。" in read
    assert ArticlePage.objects.filter(locale=en.locale).count() == 1
