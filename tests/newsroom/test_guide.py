"""The guides of the office stand in the editors' interface, whole, in the language of who reads them."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from newsroom.guide import reading
from newsroom.guide.views import TITLES
from newsroom.models import RoleKey
from tests.blocks.rendering import BLOCKS
from tests.conftest import Tree
from tests.newsroom.people import browser, member
from tests.reading import one, page

pytestmark = pytest.mark.django_db
every_guide = pytest.mark.parametrize("guide", TITLES)


@every_guide
@pytest.mark.parametrize("language", reading.PARTS)
def test_no_chapter_picture_or_sign_of_markdown_is_left(guide: str, language: str) -> None:
    text = (reading.FOLDER / f"{guide}.md").read_text()
    part = text.split(f"\n## {reading.PARTS[language]}\n")[1].split("\n## ")[0]
    chapters = reading.chapters(guide, language)
    html = "".join(chapter.html for chapter in chapters)
    titles = [chapter.title for chapter in chapters if chapter.title]
    assert titles == [title.strip() for title in re.findall(r"^### (.+)$", part, re.MULTILINE)]
    assert html.count("newsroom-guide__picture") == part.count("![")
    assert not re.search(r"\*\*|`|!\[|<p>(?:- |\| )", html)
    assert not re.search("”[a-z]", html)  # lines that were joined without a space


@pytest.mark.parametrize("language", reading.PARTS)
def test_the_guide_names_every_block_as_the_chooser_does(language: str) -> None:
    words = " ".join(chapter.html for chapter in reading.chapters("editing", language))
    told = " ".join(words.split()).casefold()
    with translation.override(language):
        labels = [str(block.label).casefold() for block in BLOCKS.values()]
    assert [label for label in labels if label not in told] == []


def test_a_writer_reads_the_guide_with_its_pictures(zh: Tree) -> None:
    writer = browser(member(RoleKey.WRITER, language="zh-hans"))
    shown = page(writer, reverse("newsroom_guide"))
    assert one(shown, "#chapter-1 h2").get_text() == "一、首页：今天要做什么"
    picture = writer.get(str(one(shown, "#chapter-1 img")["src"]))
    assert picture["Content-Type"] == "image/png"
    assert b"".join(picture).startswith(b"\x89PNG")


def test_who_works_in_english_reads_it_in_english(zh: Tree, editor: Client) -> None:
    shown = page(editor, reverse("newsroom_guide_of", args=["translating"]))
    assert "A translator's day" in one(shown, ".newsroom-guide__chapters").get_text()


def test_nobody_else_reads_it_and_no_other_file(zh: Tree, editor: Client) -> None:
    assert Client().get(reverse("newsroom_guide")).status_code == 302
    assert editor.get("/admin/guide/deploying/", follow=True).status_code == 404
    for missing in ("editing/zh-hans/nothing", "editing/xx/home", "secret/en/home"):
        assert editor.get(f"/admin/guide/{missing}.png", follow=True).status_code == 404


def test_the_home_and_the_menu_of_help_lead_to_it_and_not_to_wagtails(zh: Tree, editor: Client) -> None:
    html = editor.get("/admin/").content.decode()
    assert html.count(reverse("newsroom_guide")) >= 2
    assert "guide.wagtail.org" not in html
