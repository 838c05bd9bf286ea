from typing import Any

import pytest

from tests.blocks.rendering import BLOCKS, refused, rendered, searched
from tests.factories import document

pytestmark = pytest.mark.django_db


def value(*titles: str, title: str = "下载") -> dict[str, Any]:
    return {"title": title, "files": [{"title": one, "document": document("方案")} for one in titles]}


def test_a_file_is_a_link_with_its_kind_and_size() -> None:
    [link] = rendered("downloads", value("手册")).select("a")
    assert str(link["href"]).startswith("/documents/")
    words = link.get_text(" ", strip=True)
    assert words.startswith("手册 TXT ·")


def test_a_file_without_a_title_of_its_own_has_that_of_the_file() -> None:
    assert "方案" in rendered("downloads", value("")).get_text()


def test_the_title_of_the_file_becomes_that_of_the_download_so_that_it_can_be_translated() -> None:
    block = BLOCKS["downloads"]
    cleaned = block.clean(block.normalize(value("", "手册")))
    assert [one["title"] for one in cleaned["files"]] == ["方案", "手册"]


def test_a_file_that_is_gone_is_not_shown() -> None:
    gone = {"title": "下载", "files": [{"title": "手册", "document": None}]}
    assert not rendered("downloads", gone).select("a")


def test_without_a_title_there_is_no_heading() -> None:
    assert not rendered("downloads", value("手册", title="")).select("h2")


def test_a_list_without_files_and_a_title_without_a_file_are_refused() -> None:
    assert refused("downloads", value()) == ["files"]
    assert refused("downloads", {"title": "", "files": [{"title": "手册", "document": None}]}) == [
        "files.0.document"
    ]


def test_titles_are_searched_and_no_address() -> None:
    assert searched("downloads", value("手册")) == ["下载", "手册"]
