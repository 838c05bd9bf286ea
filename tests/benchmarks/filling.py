"""A site of very many pages in both languages, half as news and institutions of each, in an empty database."""

from wagtail.models import Locale, Page, Site

from home.models import HomePage
from institutions.models import DirectoryPage
from news.models import NewsIndexPage
from tests.corpora.pages import put_articles, put_institutions
from tests.corpora.text import CHINESE, ENGLISH

SHARE_OF_INSTITUTIONS = 0.1


def fill(pages: int) -> int:
    """Put so many pages under a new tree, as many in Chinese as in English; return how many were put."""
    news, directory = _tree()
    of_each_language = pages // 2
    institutions = int(of_each_language * SHARE_OF_INSTITUTIONS)
    put = put_articles(_versions(news), of_each_language - institutions)
    return put + put_institutions(_versions(directory), institutions, seed=2)


def _tree() -> tuple[Page, Page]:
    Page.objects.filter(depth=2).delete()
    locale, _ = Locale.objects.get_or_create(language_code=CHINESE)
    home = Page.get_first_root_node().add_child(instance=HomePage(title="首页", slug="home", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    news = home.add_child(instance=NewsIndexPage(title="新闻", slug="news"))
    directory = home.add_child(instance=DirectoryPage(title="机构", slug="institutions"))
    english, _ = Locale.objects.get_or_create(language_code=ENGLISH)
    for page, title in ((home, "Home"), (news, "News"), (directory, "Institutions")):
        translation = page.copy_for_translation(english)
        translation.title = title
        translation.save_revision().publish()
    return news, directory


def _versions(page: Page) -> list[Page]:
    return list(Page.objects.filter(translation_key=page.translation_key).select_related("locale"))
