"""WordPress's export: posts, pages, terms, pictures, languages, old addresses; and what is hostile."""

import datetime
from pathlib import Path

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from designcity.images import DesignImage
from exchange.sites.form.errors import Unreadable
from exchange.sites.reading.wordpress import composed_html
from home.models import StandardPage
from news.models import ArticlePage
from tests.conftest import Tree
from tests.exchange.sites.conftest import Bring

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><link>https://old.example</link><wp:author><wp:author_login>li</wp:author_login>"
    "<wp:author_display_name>李雷</wp:author_display_name></wp:author>"
)


def item(number: int, title: str, content: str = "<p>正文</p>", kind: str = "post", more: str = "") -> str:
    """Return an item of an export."""
    status = "" if "<wp:status>" in more else "<wp:status>publish</wp:status>"
    return (
        f"<item><title>{title}</title><link>https://old.example/2019/p-{number}/</link>"
        f"<guid>https://old.example/?p={number}</guid><dc:creator>li</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        "<wp:post_date>2019-03-04 23:30:00</wp:post_date>"
        "<wp:post_date_gmt>2019-03-04 22:30:00</wp:post_date_gmt>"
        f"<wp:post_name>p-{number}</wp:post_name><wp:post_type>{kind}</wp:post_type>{status}{more}</item>"
    )


def category(domain: str, name: str, text: str = "") -> str:
    return f'<category domain="{domain}" nicename="{name}">{text or name}</category>'


def export(*items: str) -> str:
    return f"{HEAD}{''.join(items)}</channel></rss>"


def test_a_post_comes_with_date_author_category_tags_and_its_old_addresses(zh: Tree, brought: Bring) -> None:
    filed = (
        category("category", "zc", "政策")
        + category("category", "rw", "人物")
        + category("post_tag", "sj", "设计")
    )
    report = brought(export(item(5, "旧闻", more=filed)), "old.xml")
    page = ArticlePage.objects.get()
    assert (page.title, page.author, str(page.category)) == ("旧闻", "李雷", "政策")
    assert {str(link.tag) for link in page.article_tags.all()} == {"人物", "设计"}
    assert page.first_published_at == datetime.datetime(2019, 3, 4, 22, 30, tzinfo=datetime.UTC)
    assert page.display_date == datetime.date(2019, 3, 5)
    assert set(Redirect.objects.values_list("old_path", "redirect_page_id")) == {
        ("/2019/p-5", page.pk),
        ("/?p=5", page.pk),
    }
    assert report.not_taken == 0


def test_translations_are_linked_by_polylang_and_by_wpml(zh: Tree, en: Tree, brought: Bring) -> None:
    group = category("post_translations", "pll_1")
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in (("_icl_trid", "9"), ("_icl_lang", "LANG"))
    )
    brought(
        export(
            item(1, "甲", more=group + category("language", "zh")),
            item(2, "A", more=group + category("language", "en")),
            item(3, "乙", more=meta.replace("LANG", "zh-hans")),
            item(4, "B", more=meta.replace("LANG", "en")),
        ),
        "old.xml",
    )
    keys = {page.title: page.translation_key for page in ArticlePage.objects.all()}
    assert keys["甲"] == keys["A"] != keys["乙"]
    assert keys["乙"] == keys["B"]
    assert ArticlePage.objects.get(title="A").get_parent().specific == en.news


def test_drafts_stay_drafts_pages_become_pages_and_the_rest_is_said(zh: Tree, brought: Bring) -> None:
    report = brought(
        export(
            item(1, "草稿", more="<wp:status>draft</wp:status>"),
            item(2, "关于", kind="page"),
            item(3, "菜单", kind="nav_menu_item"),
            item(4, "垃圾", more="<wp:status>trash</wp:status>"),
            item(5, ""),
        ),
        "old.xml",
    )
    assert ArticlePage.objects.get().live is False
    assert StandardPage.objects.get().get_parent().specific == zh.home
    assert report.not_taken == 3


def test_pictures_come_from_the_folder_and_stand_in_the_text(zh: Tree, brought: Bring, tmp_path: Path) -> None:
    folder = tmp_path / "uploads" / "2019"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(get_test_image_file().file.getvalue())
    address = "https://old.example/wp-content/uploads/2019/a.png"
    attachment = item(9, "图", kind="attachment", more=f"<wp:attachment_url>{address}</wp:attachment_url>")
    lost = item(
        8, "无", kind="attachment", more="<wp:attachment_url>https://old.example/b.png</wp:attachment_url>"
    )
    shown = f'<p>看</p><img src="{address.replace("a.png", "a-300x200.png")}" alt="一张图">'
    content = export(item(1, "有图", shown), attachment, lost)
    report = brought(content, "old.xml", media=tmp_path / "uploads")
    (picture,) = [block for block in ArticlePage.objects.get().body if block.block_type == "picture"]
    assert picture.value["image"] == DesignImage.objects.get()
    assert picture.value["alt_text"] == "一张图"
    assert report.not_taken == 1
    again = brought(content, "old.xml", media=tmp_path / "uploads")
    assert (again.new, again.changed, DesignImage.objects.count()) == (0, 0, 1)


def test_scripts_of_posts_never_come_in(zh: Tree, brought: Bring) -> None:
    report = brought(export(item(1, "坏", "<p onclick='x()'>a</p><script>x()</script>")), "old.xml")
    assert "onclick" not in str(ArticlePage.objects.get().body)
    assert "script" not in str(ArticlePage.objects.get().body)
    assert report.with_loss == 1


BOMB = "".join(
    [
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>",
        *(f"<!ENTITY a{n} '&a{n - 1 or ''};&a{n - 1 or ''};'>" for n in range(1, 30)),
        "]>",
    ]
)


@pytest.mark.parametrize(
    "content",
    [
        f"<?xml version='1.0'?>{BOMB}<rss><a>http://wordpress.org/export/ &a29;</a></rss>",
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        "<rss>http://wordpress.org/export/&x;</rss>",
        export(item(1, "甲"))[:-40],
        f"{HEAD}<item><title>" + "x" * 40 * 1024**2,
        "<?xml version='1.0' encoding='nothing'?><rss>http://wordpress.org/export/</rss>",
    ],
)
def test_hostile_and_broken_files_get_a_sentence(zh: Tree, brought: Bring, content: str) -> None:
    with pytest.raises(Unreadable, match=r"\w{2,}"):
        brought(content, "old.xml")


def test_blank_lines_are_paragraphs_and_captions_captions() -> None:
    assert composed_html("a\nb\n\nc") == "<p>a<br>b</p><p>c</p>"
    caption = composed_html('<p>[caption id="1"]<img src="a">unter[/caption]</p>')
    assert caption == '<p><figure><img src="a"><figcaption>unter</figcaption></figure></p>'


def _parented(number: int, title: str, above: int, more: str = "") -> str:
    return item(number, title, kind="page", more=f"<wp:post_parent>{above}</wp:post_parent>{more}")


def test_pages_stand_under_the_pages_under_which_they_stood(zh: Tree, brought: Bring) -> None:
    order = [_parented(3, "第三层", 2), _parented(2, "第二层", 1), _parented(1, "第一层", 0), item(4, "稿件")]
    rows = export(*order)
    report = brought(rows, "old.xml")
    assert report.not_taken == 0
    first, second, third = (StandardPage.objects.get(title=f"第{name}层") for name in "一二三")
    assert first.get_parent().specific == zh.home
    assert second.get_parent().specific == first
    assert third.get_parent().specific == second
    assert third.url.endswith("/p-1/p-2/p-3/")
    again = brought(rows, "old.xml")
    assert (again.new, again.changed, again.not_taken) == (0, 0, 0)


@pytest.mark.parametrize(
    "pages",
    [
        [_parented(1, "甲", 2), _parented(2, "乙", 1)],
        [_parented(1, "甲", 1)],
        [_parented(1, "甲", 99)],
        [_parented(1, "甲", 2), item(2, "乙", kind="page", more="<wp:status>trash</wp:status>")],
        [_parented(number, f"第{number}页", number - 1) for number in range(1, 24)],
    ],
    ids=["circle", "itself", "not there", "in the bin", "deep"],
)
def test_a_page_without_one_above_it_goes_under_the_home_page(
    zh: Tree, brought: Bring, pages: list[str]
) -> None:
    brought(export(*pages), "old.xml")
    first = StandardPage.objects.get(title__in=["甲", "第1页"])
    assert first.get_parent().specific == zh.home
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_page_stands_under_one_in_its_own_language_only(zh: Tree, en: Tree, brought: Bring) -> None:
    above = _parented(1, "上页", 0, category("language", "zh"))
    brought(export(above, _parented(2, "Page below", 1, category("language", "en"))), "old.xml")
    assert StandardPage.objects.get(title="Page below").get_parent().specific == en.home


def test_a_post_with_a_password_is_private(zh: Tree, brought: Bring, client: Client) -> None:
    secret = item(7, "内部稿件", more="<wp:post_password>geheim</wp:post_password>")
    brought(export(secret), "old.xml")
    page = ArticlePage.objects.get()
    assert page.get_view_restrictions().get().restriction_type == "login"
    assert "内部稿件" not in client.get(page.url, follow=True).content.decode()
