"""JSON Lines: twice is once, what changed becomes a version, what cannot be taken is said."""

import csv
import json
import tracemalloc
import uuid
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import Page, ReferenceIndex

from exchange.refusals import Refused
from exchange.sites.bringing import Order, bring
from exchange.sites.form.errors import Unreadable
from news.models import ArticlePage
from search.models import PendingUpdate
from tests.conftest import Tree
from tests.exchange.sites.conftest import Bring

KEY = str(uuid.UUID(int=7, version=4))


def article(tree: Tree, title: str = "座谈会召开", key: str = KEY, **fields: Any) -> dict[str, Any]:
    """Return the row of an article."""
    parent = f"{tree.news.translation_key}/{tree.locale.language_code}"
    row = {"type": "page", "key": f"{key}/{tree.locale.language_code}", "model": "news.ArticlePage"}
    return row | {"parent": parent, "fields": {"title": title, **fields}}


def lines(*rows: Any) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def text(html: str) -> list[dict[str, Any]]:
    return [{"type": "text", "value": html, "id": str(uuid.uuid4())}]


def test_an_article_is_there_with_its_version_and_waits_for_the_search(zh: Tree, brought: Bring) -> None:
    body = text("<p>正文</p>")
    report = brought(lines(article(zh, summary="摘要", display_date="2024-05-06", body=body)))
    page = ArticlePage.objects.get()
    assert (report.new, report.not_taken) == (1, 0)
    assert (page.title, page.live, page.slug) == ("座谈会召开", True, "zuo-tan-hui-zhao-kai")
    assert page.url_path == f"{zh.news.url_path}{page.slug}/"
    assert page.latest_revision == page.live_revision
    assert page.latest_revision.as_object().body[0].value.source == "<p>正文</p>"
    assert PendingUpdate.objects.filter(page_id=page.pk).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    assert ReferenceIndex.objects.filter(object_id=str(page.pk)).exists() is False


def test_twice_is_once_and_what_an_editor_changed_stays(zh: Tree, brought: Bring) -> None:
    row = article(zh)
    brought(lines(row))
    page = ArticlePage.objects.get()
    page.title = "编辑改过"
    page.save_revision().publish()
    report = brought(lines(row))
    assert (report.new, report.changed, report.same) == (0, 0, 1)
    assert ArticlePage.objects.get().title == "编辑改过"


def test_a_changed_row_becomes_a_new_version(zh: Tree, brought: Bring) -> None:
    brought(lines(article(zh)))
    report = brought(lines(article(zh, "新标题")))
    page = ArticlePage.objects.get()
    assert (report.new, report.changed) == (0, 1)
    assert (page.title, page.revisions.count(), page.live) == ("新标题", 2, True)


def test_both_languages_are_linked(zh: Tree, en: Tree, brought: Bring) -> None:
    brought(lines(article(zh), article(en, "A symposium")))
    chinese, english = ArticlePage.objects.order_by("locale_id")
    assert chinese.translation_key == english.translation_key
    assert english.get_parent().specific == en.news


def test_a_page_may_name_one_that_comes_later(zh: Tree, brought: Bring) -> None:
    other = str(uuid.UUID(int=8, version=4))
    link = f'<p><a linktype="page" id="{other}/zh-hans">那篇</a></p>'
    report = brought(lines(article(zh, body=text(link)), article(zh, "那一篇", other)))
    first, second = ArticlePage.objects.get(translation_key=KEY), ArticlePage.objects.get(title="那一篇")
    assert report.not_taken == 0
    assert first.live
    assert f'id="{second.pk}"' in first.body[0].value.source


def test_what_names_nothing_is_taken_without_it_and_said(zh: Tree, brought: Bring, tmp_path: Path) -> None:
    link = f'<p><a linktype="page" id="{uuid.uuid4()}/zh-hans">那篇</a></p>'
    report = brought(lines(article(zh, body=text(link))))
    assert (report.new + report.changed, report.with_loss) == (1, 1)
    assert ArticlePage.objects.get().body[0].value.source == "<p>那篇</p>"
    rows = list(csv.reader((tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"model": "news.Nothing"},
        {"model": "auth.User"},
        {"key": "x/zh-hans"},
        {"key": f"{KEY}/xx"},
        {"parent": f"{KEY}/zh-hans"},
        {"parent": None},
        {"fields": {"title": ""}},
        {"fields": {"title": "a", "path": "0001"}},
        {"fields": {"title": "a", "display_date": "gestern"}},
        {"fields": {"title": "a", "source_url": "javascript:x()"}},
        {"fields": {"title": "a" * 300}},
        {"fields": {"title": "a", "body": [{"type": "nothing", "value": 1}]}},
        {"fields": {"title": "a", "body": "text"}},
        {
            "fields": {
                "title": "a",
                "body": [{"type": "button", "value": {"label": "a", "address": "javascript:x"}}],
            }
        },
        {"fields": {"title": {"a": 1}, "slug": ["x"]}},
        {"fields": [1]},
        {"children": {"nothing": []}},
        {"children": {"article_tags": 1}},
    ],
)
def test_what_cannot_be_taken_is_said_and_leaves_nothing(
    zh: Tree, brought: Bring, change: dict[str, Any]
) -> None:
    before = Page.objects.count()
    report = brought(lines(article(zh) | change, article(zh, "第二篇", str(uuid.UUID(int=9, version=4)))))
    assert (report.new, report.not_taken) == (1, 1)
    assert Page.objects.count() == before + 1
    assert Page.find_problems() == ([], [], [], [], [])


def test_scripts_never_come_in(zh: Tree, brought: Bring) -> None:
    html = "<p onclick=x()>a<script>x()</script><img src=x onerror=x()></p>"
    keys = [str(uuid.UUID(int=number, version=4)) for number in (10, 11)]
    brought(lines(article(zh, key=keys[0], body=text(html)), article(zh, "乙", keys[1], body={"html": html})))
    bodies = "".join(str(page.body) for page in ArticlePage.objects.all())
    assert ArticlePage.objects.count() == 2
    assert "onclick" not in bodies
    assert "script" not in bodies
    assert "onerror" not in bodies


def test_broken_lines_hinder_no_other(zh: Tree, brought: Bring) -> None:
    report = brought(f'{{"type": "page"\n[]\n{{"type": "x"}}\n\n{lines(article(zh))}\n{"[" * 20_000}')
    assert (report.new, report.not_taken) == (1, 4)


def test_a_line_without_end_is_refused_in_bounded_memory(zh: Tree, tmp_path: Path) -> None:
    source = tmp_path / "huge.jsonl"
    with source.open("wb") as out:
        out.write(b'{"type": "page", "fields": "')
        for _ in range(64):
            out.write(b"x" * 1024**2)
    tracemalloc.start()
    with pytest.raises(Unreadable, match="1"):
        bring(Order(source, report=tmp_path / "report.csv"))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 40 * 1024**2


def test_a_rehearsal_says_what_would_happen_and_changes_nothing(zh: Tree, brought: Bring) -> None:
    before = Page.objects.count()
    report = brought(
        lines(article(zh), article(zh) | {"model": "x", "key": f"{uuid.uuid4()}/zh-hans"}), dry_run=True
    )
    assert (report.new, report.not_taken, Page.objects.count()) == (1, 1, before)


@pytest.mark.parametrize("file", ["../../secret.png", "/etc/hostname", "nothing.png", "text.png"])
def test_only_pictures_in_the_folder_are_taken(zh: Tree, brought: Bring, tmp_path: Path, file: str) -> None:
    (tmp_path / "text.png").write_text("no picture")
    report = brought(lines({"type": "image", "key": "a", "file": file, "fields": {"title": "a"}}))
    assert (report.new, report.not_taken) == (0, 1)


def test_a_page_that_is_there_gets_its_address_only_if_that_is_free(zh: Tree, brought: Bring) -> None:
    rows = [article(zh, "甲", str(uuid.UUID(int=number, version=4)), slug="same") for number in (20, 21)]
    report = brought(lines(*rows))
    assert sorted(ArticlePage.objects.values_list("slug", flat=True)) == ["same", "same-2"]
    assert report.with_loss == 1


def test_nothing_that_is_no_site_is_read(zh: Tree, brought: Bring) -> None:
    with pytest.raises(Refused):
        brought(b"PK\x03\x04\0\0\0", "old.zip")


def test_a_page_that_waited_in_vain_leaves_nothing(zh: Tree, brought: Bring) -> None:
    before = Page.objects.count()
    body = [{"type": "news_cards", "value": {"title": "a" * 500, "pages": [f"{uuid.uuid4()}/zh-hans"]}}]
    report = brought(lines(article(zh, body=body)))
    assert (report.new, report.not_taken, Page.objects.count()) == (0, 1, before)
    assert Page.find_problems() == ([], [], [], [], [])
