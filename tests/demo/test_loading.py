"""How the loader behaves when something is wrong, and its parts by themselves."""

import json
import shutil
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings
from wagtail.models import Locale, Page

from designcity.demo import languages, people, pictures, reading
from designcity.demo.errors import DemoError
from designcity.demo.filling import Filler
from designcity.demo.load import load
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.demo.pdf import pdf
from designcity.demo.prose import rich_text
from designcity.demo.translating import Translator
from home.models import HomePage
from news.models import ArticlePage, Category


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    return shutil.copytree(reading.CONTENT, tmp_path / "content")


@pytest.mark.django_db
def test_a_missing_english_text_is_named_and_leaves_nothing_behind(
    content: Path, tmp_path: Path, settings: Settings
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    sheet = content / "pages" / "home.toml"
    sheet.write_text(sheet.read_text().replace(', en = "Latest news"', ""))
    pages = Page.objects.count()
    with pytest.raises(DemoError, match=r"pages/home\.toml: sections \d \(latest_news\) title has no English"):
        load(content)
    assert (Page.objects.count(), User.objects.count()) == (pages, 0)
    assert not [path for path in (tmp_path / "media").rglob("*") if path.is_file()]


@pytest.mark.django_db
def test_a_chinese_string_that_the_data_do_not_pair_stops_the_translation() -> None:
    locales = languages.set_up()
    category = Category.objects.create(name="没有英文", slug="none", locale=locales.source)
    with pytest.raises(DemoError, match="terms, category: “没有英文” \\(name\\) has no English text"):
        Translator(locales, None).translate(category, Pairs("terms, category"))


def test_passages_that_do_not_match_are_named() -> None:
    pairs = Pairs("news/one.toml")
    with pytest.raises(DemoError, match=r"news/one\.toml: body 1 has 2 passages in Chinese and 1 in English"):
        pairs.rich("<p>一</p><p>二</p>", "<p>one</p>", "body 1")


def test_two_translations_of_one_string_on_a_page_are_refused() -> None:
    pairs = Pairs("news/one.toml")
    pairs.plain({"zh": "机构", "en": "Institution"}, "title")
    with pytest.raises(DemoError, match="translates “机构” differently"):
        pairs.plain({"zh": "机构", "en": "Body"}, "summary")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"headline": "标题"}, "has no field “headline”"),
        ({"lead_image": "nowhere"}, "picture “nowhere”, which does not exist"),
        ({"body": [{"type": "song"}]}, "body 1 has no known type: “song”"),
        ({"body": [{"type": "figures", "tunes": []}]}, "body 1 \\(figures\\) has no part “tunes”"),
        ({"body": [{"type": "heading", "level": "h9", "text": "x"}]}, "body is not valid: 0: level:"),
        ({"article_tags": ["nothing"]}, "tag “nothing”, which does not exist"),
    ],
)
def test_a_mistake_in_a_sheet_is_one_clear_sentence(data: dict[str, object], message: str) -> None:
    with pytest.raises(DemoError, match=message):
        Filler(Lookup(), Pairs("news/one.toml")).fill(ArticlePage(), data)


def test_a_file_that_is_no_toml_is_named(content: Path) -> None:
    (content / "news" / "broken.toml").write_text("title = ")
    with pytest.raises(DemoError, match=r"file news/broken\.toml cannot be read"):
        reading.sheets(content)


def test_a_page_under_a_page_that_is_not_there_is_named(content: Path) -> None:
    (content / "pages" / "lost.toml").write_text('type = "home.StandardPage"\nparent = "nowhere"')
    with pytest.raises(DemoError, match=r"pages/lost\.toml: there is no page “nowhere”"):
        reading.sheets(content)


@pytest.mark.parametrize("text", ["no json", '["admin"]', '{"admin": ""}'])
@pytest.mark.django_db
def test_passwords_that_cannot_be_read_are_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_PASSWORDS", text)
    with pytest.raises(CommandError, match="DEMO_PASSWORDS"):
        call_command("load_demo")
    assert not HomePage.objects.exists()


@pytest.mark.django_db
def test_passwords_are_made_up_and_told_once_and_existing_ones_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_PASSWORDS", json.dumps({"admin": "given-to-admin"}))
    User.objects.create_user("writer", password="the-writer's-own")
    data = reading.table("people.toml")
    accounts, told = people.load(data)
    assert set(told) == {"editor", "publisher", "translator", "officer"}
    assert accounts["admin"].check_password("given-to-admin")
    assert accounts["writer"].check_password("the-writer's-own")
    assert accounts["publisher"].check_password(told["publisher"])
    assert people.load(data)[1] == {}


@pytest.mark.django_db
def test_other_languages_are_refused_in_a_sentence(settings: Settings) -> None:
    settings.LANGUAGES = [("en", "English")]
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(DemoError, match="set LANGUAGES_OFFERED=zh-hans,en"):
        languages.set_up()


@pytest.mark.django_db
def test_loading_makes_the_locales_once() -> None:
    assert languages.set_up() == languages.set_up()
    assert Locale.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("一行\n又一行\n\n第二段", "<p>一行又一行</p><p>第二段</p>"),
        ("one line\nand another", "<p>one line and another</p>"),
        ("- 甲\n- **乙**", "<ul><li>甲</li><li><b>乙</b></li></ul>"),
        ("1. 先\n2. 后", "<ol><li>先</li><li>后</li></ol>"),
        ("[我们](page:contact)", '<p><a linktype="page" id="7">我们</a></p>'),
        ("[out](https://example.org/)", '<p><a href="https://example.org/">out</a></p>'),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_light_markup_becomes_rich_text(text: str, html: str) -> None:
    assert rich_text(text, lambda key: 7) == html


@pytest.mark.parametrize("key", pictures.DRAWINGS)
def test_pictures_are_large_enough_and_the_same_every_time(key: str) -> None:
    first, second = pictures.drawing(key), pictures.drawing(key)
    assert first.size in {(1600, 1000), (800, 800)}
    assert first.tobytes() == second.tobytes()


def test_a_pdf_says_where_each_of_its_objects_begins() -> None:
    data = pdf("议程", "Agenda", ["一", "", "(two)"])
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    places = [int(line.split()[0]) for line in data[start:].splitlines()[3:9]]
    assert data[start:].startswith(b"xref\n0 7\n")
    assert [data[place:].split()[0] for place in places] == [b"%d" % number for number in range(1, 7)]
