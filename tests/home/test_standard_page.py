import datetime

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import article, standard_page

pytestmark = pytest.mark.django_db

BODY = [
    ("heading", {"text": "我们做什么", "level": "h2"}),
    ("text", "<p>让城市更好用。</p>"),
    ("quote", {"text": "先看人怎么用。", "speaker": "示例", "role": "设计师"}),
    ("call_out", {"title": "请注意", "text": "周一闭馆。"}),
    ("at_a_glance", {"title": "概览", "facts": [{"label": "时间", "text": "1 月 10 日"}]}),
    ("figures", {"title": "", "figures": [{"number": "14", "label": "家机构"}]}),
    ("steps", {"title": "", "steps": [{"title": "登记", "text": ""}, {"title": "提交", "text": "作品"}]}),
    ("button", {"label": "去看看", "page": None, "address": "https://example.org/"}),
]


def test_a_standard_page_shows_its_words_in_order(zh: Tree, client: Client) -> None:
    page = standard_page(zh.home, body=BODY, summary="关于本站。")
    html = client.get(page.url).content.decode()
    words = ["关于我们", "关于本站。", "我们做什么", "让城市更好用。", "先看人怎么用。", "周一闭馆。"]
    words += ["1 月 10 日", "14", "登记", "提交", 'href="https://example.org/"']
    main = html.partition("<main")[2]
    places = [main.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)


def test_a_page_says_when_it_was_last_reviewed(zh: Tree, client: Client) -> None:
    page = standard_page(zh.home, last_reviewed=datetime.date(2026, 3, 4))
    assert 'datetime="2026-03-04"' in client.get(page.url).content.decode()


def test_pages_may_stand_under_pages_and_lead_back(zh: Tree, client: Client) -> None:
    parent = standard_page(zh.home, "关于我们")
    child = standard_page(parent, "无障碍")
    assert child.url == "/zh-hans/guan-yu-wo-men/wu-zhang-ai/"
    assert f'href="{parent.url}"' in client.get(child.url).content.decode()


def test_a_button_to_a_page_leads_to_it_in_the_readers_language(zh: Tree, en: Tree, client: Client) -> None:
    target = article(zh.news, "座谈会")
    translation = target.copy_for_translation(en.locale)
    translation.title, translation.slug = "Symposium", "symposium"
    translation.save_revision().publish()
    page = standard_page(en.home, "About", body=[("button", {"label": "", "page": target, "address": ""})])
    assert 'href="/en/news/symposium/">Symposium</a>' in client.get(page.url).content.decode()


def test_markup_that_an_editor_types_stays_text(zh: Tree, client: Client) -> None:
    body = [("call_out", {"title": "<script>alert(1)</script>", "text": "<img src=x onerror=alert(2)>"})]
    html = client.get(standard_page(zh.home, "<b>关于</b>", body=body).url).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;b&gt;关于&lt;/b&gt;" in html
