"""Tables and feeds: columns, encodings, languages, and errors that name the line."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from exchange.sites.form.errors import Unreadable
from news.models import ArticlePage
from provenance.models import Source
from tests.conftest import Tree
from tests.exchange.sites.conftest import Bring

HEAD = "key,language,title,date,text,category,source,source_url,old_address,status"
ROWS = (
    "1,zh-hans,座谈会,2024-05-06,正文,政策,示例日报,https://daily.example/1,/old/1.html,",
    "1,en,A symposium,2024-05-06,Text,Policy,,,,",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_the_encodings_of_spreadsheets(
    zh: Tree, en: Tree, brought: Bring, encoding: str
) -> None:
    report = brought("\n".join([HEAD, *ROWS]).encode(encoding), "old.csv")
    chinese, english = ArticlePage.objects.order_by("locale_id")
    assert report.not_taken == 0
    assert (chinese.title, english.title) == ("座谈会", "A symposium")
    assert chinese.translation_key == english.translation_key
    assert (str(chinese.category), chinese.source, chinese.is_repost) == ("政策", Source.objects.get(), True)
    assert Redirect.objects.get().old_path == "/old/1.html"
    again = brought("\n".join([HEAD, *ROWS]).encode(encoding), "old.csv")
    assert (again.new, again.changed) == (0, 0)


def test_rows_that_cannot_be_taken_name_their_line(zh: Tree, brought: Bring) -> None:
    report = brought("title,date,status\n甲,gestern,\n乙,,weg\n,,\n丙\n丁,2024-05-06,draft\n", "old.csv")
    assert report.not_taken == 3
    assert [line.partition(":")[0].split()[-1] for line in report.first] == ["2", "3", "5"]
    assert ArticlePage.objects.get().live is False


@pytest.mark.parametrize(
    "content",
    [
        b"titel,text\na,b\n",
        b"key,text\na,b\n",
        b"title\n\xff\xff\xff\n",
        b'title,text\n"a,b\n',
        b"title\n" + b"x" * 9 * 1024**2,
    ],
)
def test_a_table_that_cannot_be_read_gets_a_sentence(zh: Tree, brought: Bring, content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"\w{2,}"):
        brought(content, "old.csv")


def test_feeds_become_articles(zh: Tree, en: Tree, brought: Bring) -> None:
    rss = (
        "<rss><channel><language>zh-CN</language><item><title>甲</title><link>https://old.example/a/</link>"
        "<pubDate>Mon, 06 May 2024 10:00:00 +0800</pubDate><description>&lt;p&gt;正文&lt;/p&gt;</description>"
        "</item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:lang="en"><title>B</title><id>b</id>'
        '<link href="https://old.example/b/"/><published>2024-05-06T10:00:00Z</published>'
        '<content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>'
    )
    assert brought(rss, "old.rss").new == 2
    assert brought(atom, "old.atom").new == 2
    assert [page.body[0].value.source for page in ArticlePage.objects.order_by("locale_id")] == [
        "<p>正文</p>",
        "<p>Text</p>",
    ]
    assert set(Redirect.objects.values_list("old_path", flat=True)) == {"/a", "/b"}
