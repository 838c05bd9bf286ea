"""Makers of pages and records for tests; each gives what the test doesn't care about."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Orderable, Page

from awards.models import AwardPage
from campaigns.models import CampaignPage
from designcity.models import DesignImage
from designcity.terms import Term
from events.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from home.models import ContactField, ContactPage, StandardPage
from institutions.models import InstitutionPage
from news.models import ArticlePage, Category
from provenance.models import Source
from publications.models import PublicationPage


def article(parent: Page, title: str = "座谈会召开", **fields: Any) -> ArticlePage:
    """Return a published article under a news index."""
    return _published(parent, ArticlePage(title=title, **fields))


def institution(parent: Page, title: str = "示例设计图书馆", **fields: Any) -> InstitutionPage:
    """Return a published institution under a directory."""
    return _published(parent, InstitutionPage(title=title, **fields))


def campaign(parent: Page, title: str = "设计之都创建", **fields: Any) -> CampaignPage:
    """Return a published campaign under a campaign index; it began in 2026 unless said otherwise."""
    fields.setdefault("starts_on", datetime.date(2026, 1, 1))
    return _published(parent, CampaignPage(title=title, **fields))


def index_of(model: type[Page], home: Page, title: str = "列表", **fields: Any) -> Any:
    """Return a published index under a home page, in every language in which the home page stands."""
    index = _published(home, model(title=title, **fields))
    for translation in home.get_translations():
        published(index.copy_for_translation(translation.locale))
    return index


def publication(parent: Page, title: str = "示例年鉴", **fields: Any) -> PublicationPage:
    """Return a published publication under its index, with a text file unless said otherwise."""
    fields.setdefault("document", document())
    return _published(parent, PublicationPage(title=title, **fields))


def award(parent: Page, title: str = "示例设计奖", **fields: Any) -> AwardPage:
    """Return a published award under its index."""
    return _published(parent, AwardPage(title=title, **fields))


def event_index(home: Page, title: str = "活动") -> EventIndexPage:
    """Return the published index of events under a home page; there is one at most."""
    there = EventIndexPage.objects.child_of(home).first()
    return there or _published(home, EventIndexPage(title=title, slug="events"))


def event(parent: Page, title: str = "设计论坛", **fields: Any) -> EventPage:
    """Return a published event under an event index; it takes place in May 2099 unless said otherwise."""
    fields.setdefault("starts_at", on_site(2099, 5, 20, 14))
    return _published(parent, EventPage(title=title, **fields))


def call_index(home: Page, title: str = "征集") -> CallIndexPage:
    """Return the published index of calls under a home page; there is one at most."""
    there = CallIndexPage.objects.child_of(home).first()
    return there or _published(home, CallIndexPage(title=title, slug="calls"))


def call(parent: Page, title: str = "作品征集", **fields: Any) -> CallPage:
    """Return a published call under a call index; it is open until May 2099 unless said otherwise."""
    fields.setdefault("opens_at", on_site(2020, 1, 1))
    fields.setdefault("closes_at", on_site(2099, 5, 20, 18))
    fields.setdefault("entry_url", "https://enter.example/")
    return _published(parent, CallPage(title=title, **fields))


def on_site(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime.datetime:
    """Return a moment by the site's clock."""
    return timezone.make_aware(
        datetime.datetime(year, month, day, hour, minute), timezone.get_default_timezone()
    )


def standard_page(parent: Page, title: str = "关于我们", **fields: Any) -> StandardPage:
    """Return a published standard page under a home page."""
    return _published(parent, StandardPage(title=title, **fields))


def contact_page(parent: Page, title: str = "联系我们", **fields: Any) -> ContactPage:
    """Return a published contact page that asks for a name, an address and a message."""
    page = ContactPage(title=title, **fields)
    page.form_fields = [
        ContactField(label="姓名", clean_name="name", field_type="singleline", sort_order=1),
        ContactField(label="邮箱", clean_name="email", field_type="email", sort_order=2),
        ContactField(label="留言", clean_name="message", field_type="multiline", sort_order=3),
    ]
    for field in page.form_fields.all():
        field.locale = parent.locale
    return _published(parent, page)


def category(name: str, **fields: Any) -> Category:
    """Return a saved category."""
    return Category.objects.create(name=name, **fields)


def term(model: type[Term], name: str, **fields: Any) -> Any:
    """Return a saved term of any kind, such as a tag or a district."""
    return model.objects.create(name=name, **fields)


def source(name: str = "示例日报", **fields: Any) -> Source:
    """Return a saved source of texts and pictures."""
    return Source.objects.create(name=name, **fields)


def image(title: str = "picture", **fields: Any) -> DesignImage:
    """Return a saved picture of 640 × 480 pixels."""
    return DesignImage.objects.create(title=title, file=get_test_image_file(), **fields)


def document(title: str = "文件") -> Document:
    """Return a saved text file for downloading."""
    return Document.objects.create(title=title, file=ContentFile(b"text", name="file.txt"))


def administrator(**fields: Any) -> Any:
    """Return a saved user who may do everything, by name and password `administrator`."""
    return get_user_model().objects.create_superuser(
        "administrator", "administrator@example.org", "administrator", **fields
    )


def published(page: Any, **related: Iterable[Any]) -> Any:
    """Return `page` published anew after setting its child records, and fetched afresh."""
    for name, records in related.items():
        in_order = list(records)
        for place, record in enumerate(in_order):
            if isinstance(record, Orderable):  # as forms do: without it, they may come in any order
                record.sort_order = place
        setattr(page, name, in_order)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def _published(parent: Page, page: Any) -> Any:
    parent.add_child(instance=page)
    return published(page)
