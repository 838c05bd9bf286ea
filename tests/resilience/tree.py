"""Puts the smallest tree into an empty database: `python -m tests.resilience.tree`."""

import django

if __name__ == "__main__":
    django.setup()
    from wagtail.models import Locale, Page, Site

    from home.models import HomePage
    from news.models import NewsIndexPage

    Page.objects.filter(depth=2).delete()
    locale, _ = Locale.objects.get_or_create(language_code="zh-hans")
    home = Page.get_first_root_node().add_child(instance=HomePage(title="首页", slug="home", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    home.add_child(instance=NewsIndexPage(title="新闻", slug="news"))
