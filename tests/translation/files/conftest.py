"""Files for translators: a page with links and emphasis, submitted for translation."""

import pytest
from wagtail_localize.models import Translation

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted

TEXT = '<p>一段<b>文字</b>，有<a href="https://example.org/">链接</a>和“5 &lt; 6”。</p><p>第二段。</p>'
LINKED = '一段<b>文字</b>，有<a id="a1">链接</a>和“5 &lt; 6”。'


@pytest.fixture
def page(zh: Tree, en: Tree) -> ArticlePage:
    """An article with a text of two paragraphs."""
    return article(zh.news, "座谈会召开", slug="zuo-tan-hui", body=[("text", TEXT)])


@pytest.fixture
def begun(page: ArticlePage) -> Translation:
    """Its translation, of which nothing is translated yet."""
    return submitted(page)
