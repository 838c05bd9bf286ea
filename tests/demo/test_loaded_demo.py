"""What holds once the demo is loaded; it is loaded once for all these tests, in a transaction of theirs."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django.fixtures import Settings
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site
from wagtail.users.models import UserProfile
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation

from campaigns.models import CampaignPage
from designcity.blocks import BODY
from designcity.demo import reading
from designcity.demo.load import load
from designcity.demo.pairs import HAN
from designcity.images import DesignImage
from designcity.site_texts import SiteTexts
from designcity.terms import Term
from events.models import CallPage, EventPage
from home.models import ContactPage, HomePage
from institutions.models import InstitutionPage
from news.models import ArticlePage
from removals.models import RemovalRequest, RequestMail
from tests import pictures

# Each worker would load a demo of its own.
pytestmark = pytest.mark.xdist_group("loaded-demo")

NAMES = ("admin", "writer", "editor", "publisher", "translator", "officer")


@pytest.fixture(scope="module")
def _loaded(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    passwords = json.dumps({name: f"{name}-long-enough" for name in NAMES})
    with django_db_blocker.unblock(), media, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("DEMO_PASSWORDS", passwords)
        # As in every other test; this fixture is set up before those of a single test.
        with pictures.none_made():
            load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_loaded: None, db: None) -> None:
    """The demo, in a savepoint of the test's own."""


@pytest.fixture
def article(demo: None) -> ArticlePage:
    """The Chinese article on the symposium."""
    found: ArticlePage = ArticlePage.objects.get(title__contains="座谈会")
    return found


def live(code: str) -> Any:
    return Page.objects.live().filter(depth__gt=1, locale__language_code=code)


@pytest.mark.usefixtures("demo")
def test_every_page_is_live_in_both_languages() -> None:
    keys = {code: set(live(code).values_list("translation_key", flat=True)) for code in ("zh-hans", "en")}
    assert len(keys["zh-hans"]) == 48
    assert keys["zh-hans"] == keys["en"]


@pytest.mark.usefixtures("demo")
def test_every_english_page_is_a_translation_of_wagtail_localize_and_no_placeholder() -> None:
    translated = set(
        Translation.objects.filter(target_locale__language_code="en", enabled=True).values_list(
            "source__object_id", flat=True
        )
    )
    assert set(live("en").values_list("translation_key", flat=True)) <= translated
    assert not live("en").filter(alias_of__isnull=False).exists()


@pytest.mark.usefixtures("demo")
def test_every_translation_is_complete_and_without_error() -> None:
    assert all(one.get_progress()[0] == one.get_progress()[1] for one in Translation.objects.all())
    assert not StringTranslation.objects.filter(has_error=True).exists()
    assert not StringTranslation.objects.filter(data__regex=HAN.pattern).exists()


@pytest.mark.usefixtures("demo")
def test_no_english_page_has_chinese_words() -> None:
    for page in live("en").specific():
        words = " ".join([page.title, page.summary, *page.searchable_text(), *page.searchable_names()])
        assert not HAN.search(words), page.title


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_addresses_are_readable_ascii(code: str) -> None:
    for page in live(code):
        assert page.slug.isascii()
        assert any(character.isalpha() for character in page.slug)


@pytest.mark.usefixtures("demo")
def test_bodies_stay_valid_for_editors_in_both_languages() -> None:
    for page in Page.objects.live().filter(depth__gt=1).specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
        page.full_clean()


@pytest.mark.usefixtures("demo")
def test_terms_share_their_addresses_across_languages() -> None:
    for model in Term.__subclasses__():
        in_chinese = set(model.objects.filter(locale__language_code="zh-hans").values_list("slug", flat=True))
        in_english = set(model.objects.filter(locale__language_code="en").values_list("slug", flat=True))
        assert in_chinese
        assert in_chinese == in_english


def test_the_symposium_has_the_long_headline_and_what_it_names(article: ArticlePage) -> None:
    english = article.get_translation(Locale.objects.get(language_code="en"))
    assert 150 < len(english.title) <= 255
    assert article.display_date.isoformat() == "2026-01-10"
    assert len(article.institutions) == len(english.institutions) == 3
    assert [campaign.title for campaign in english.campaigns] == ["Creating a City of Design"]
    with english.attachments[0].value["document"].open_file() as file:
        assert file.read(5) == b"%PDF-"


def test_the_symposium_quotes_nobody(article: ArticlePage) -> None:
    assert "quote" not in {block.block_type for block in article.body}


@pytest.mark.usefixtures("demo")
def test_one_article_is_a_repost_with_a_source() -> None:
    reposts = ArticlePage.objects.filter(source_kind="repost", locale__language_code="zh-hans")
    assert [one.source_url for one in reposts] == ["https://example.org/news/design-week"]


@pytest.mark.usefixtures("demo")
def test_the_directory_has_fourteen_institutions_and_eleven_are_marked_as_samples() -> None:
    institutions = InstitutionPage.objects.filter(locale__language_code="zh-hans")
    marked = [one for one in institutions if "示例内容" in str(one.body)]
    assert len(institutions) == 14
    assert len(marked) == 11


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_the_campaign_has_five_actions_four_libraries_and_four_platforms(code: str) -> None:
    campaign = CampaignPage.objects.get(locale__language_code=code, starts_on="2026-01-01")
    numbers = (len(campaign.actions), len(campaign.libraries), len(campaign.platforms))
    assert numbers == (5, 4, 4)
    assert len(campaign.participants) == 6
    assert all(one["page"].locale.language_code == code for one in campaign.participants)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_the_events_are_past_and_to_come_and_one_lasts_whole_days(code: str) -> None:
    events = EventPage.objects.filter(locale__language_code=code)
    assert [page.is_all_day for page in events.not_over().soonest_first()] == [False, True]
    assert events.over().count() == 1
    calls = CallPage.objects.filter(locale__language_code=code)
    assert (calls.open().count(), calls.closed().count()) == (1, 1)
    for page in [*events, *calls]:
        assert "示例" in page.title or "Sample" in page.title
        assert page.institutions
        assert [campaign.locale_id for campaign in page.campaigns] == [page.locale_id]


@pytest.mark.usefixtures("demo")
def test_the_articles_use_every_block_of_a_body() -> None:
    used = {block.block_type for page in ArticlePage.objects.all() for block in page.body}
    assert used == {name for name, _ in BODY}


@pytest.mark.usefixtures("demo")
def test_every_picture_has_description_and_credit_and_each_lead_picture_is_its_own() -> None:
    leads = (
        ArticlePage.objects.live().filter(locale__language_code="zh-hans").values_list("lead_image", flat=True)
    )
    assert DesignImage.objects.count() >= 25
    assert not DesignImage.objects.filter(description="").exists()
    assert not DesignImage.objects.filter(credit="").exists()
    assert len(set(leads)) == len(leads) == 10


@pytest.mark.usefixtures("demo")
def test_the_texts_of_the_site_stand_in_both_languages() -> None:
    pair = reading.table("site.toml")["texts"]["site_name"]
    assert {texts.site_name for texts in SiteTexts.objects.all()} == {pair["zh"], pair["en"]}
    assert all(len(texts.menu) == 6 and texts.contact_url for texts in SiteTexts.objects.all())


@pytest.mark.usefixtures("demo")
def test_the_contact_form_asks_in_english_and_keeps_its_field_names() -> None:
    chinese, english = ContactPage.objects.order_by("locale_id")
    names = [[field.clean_name for field in page.form_fields.all()] for page in (chinese, english)]
    assert names[0] == names[1] == ["name", "email_address", "subject", "message"]
    assert "Asking for the removal of a piece" in english.form_fields.get(clean_name="subject").choices
    assert english.form_fields.first().locale == english.locale


@pytest.mark.usefixtures("demo")
def test_the_site_stands_at_its_address_and_new_pages_appear_in_english() -> None:
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("127.0.0.1", 8000)
    assert isinstance(site.root_page.specific, HomePage)
    assert LocaleSynchronization.objects.get().sync_from.language_code == "zh-hans"
    assert not Page.objects.filter(title__startswith="Welcome").exists()


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_one_page_was_taken_down_and_its_address_says_so(code: str, client: Client) -> None:
    asked = RemovalRequest.objects.get(state="granted")
    assert asked.takedown is not None
    down = asked.takedown.pages.get(language_code=code)
    assert down.page is not None
    answer = client.get(down.page.url)
    assert answer.status_code == 451
    assert asked.number in answer.content.decode()


@pytest.mark.usefixtures("demo")
def test_one_request_waits_for_the_office_and_nobody_gets_a_mail(client: Client) -> None:
    asked = RemovalRequest.objects.get(state="new")
    assert "虚构" in asked.name
    assert not RequestMail.objects.exists()
    client.force_login(User.objects.get(username="officer"))
    assert asked.number in client.get(reverse("wagtailadmin_home")).content.decode()
    assert asked.name in client.get(asked.desk_path).content.decode()


def test_a_second_run_changes_nothing_and_says_so(
    article: ArticlePage, capsys: pytest.CaptureFixture[str]
) -> None:
    article.title = "编辑改过的标题"
    article.save_revision().publish()
    User.objects.get(username="writer").set_password("changed-by-the-writer")
    before = (Page.objects.count(), DesignImage.objects.count(), get_document_model().objects.count())
    call_command("load_demo")
    assert capsys.readouterr().out == "The site already has pages: nothing was loaded.\n"
    assert before == (Page.objects.count(), DesignImage.objects.count(), get_document_model().objects.count())
    assert ArticlePage.objects.get(pk=article.pk).title == "编辑改过的标题"


@pytest.mark.parametrize(
    ("name", "in_chinese", "in_english"),
    [
        ("admin", True, True),
        ("writer", False, False),
        ("editor", False, False),
        ("publisher", True, True),
        ("translator", False, False),
        ("officer", False, False),
    ],
)
def test_only_admin_and_publisher_publish(
    article: ArticlePage, name: str, in_chinese: bool, in_english: bool
) -> None:
    user = User.objects.get(username=name)
    english = article.get_translation(Locale.objects.get(language_code="en"))
    assert article.permissions_for_user(user).can_publish() is in_chinese
    assert english.permissions_for_user(user).can_publish() is in_english


def test_the_writer_writes_and_submits_in_the_chinese_tree(article: ArticlePage, client: Client) -> None:
    writer = User.objects.get(username="writer")
    client.force_login(writer)
    add = reverse("wagtailadmin_pages:add", args=["news", "articlepage", article.get_parent().pk])
    assert client.get(add).status_code == 200
    assert article.permissions_for_user(writer).can_submit_for_moderation()
    assert [task.name for task in article.get_workflow().tasks] == ["审核", "发布"]


def test_the_translator_goes_on_in_the_translation_editor(article: ArticlePage, client: Client) -> None:
    client.force_login(User.objects.get(username="translator"))
    english = article.get_translation(Locale.objects.get(language_code="en"))
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    assert answer.status_code == 200
    assert "wagtail_localize/admin/edit_translation.html" in [one.name for one in answer.templates]


def test_the_translator_cannot_edit_the_chinese(article: ArticlePage) -> None:
    translator = User.objects.get(username="translator")
    assert not article.permissions_for_user(translator).can_edit()
    assert translator.has_perm("wagtail_localize.submit_translation")


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("name", NAMES)
def test_everybody_logs_in_to_a_chinese_interface(name: str, client: Client, settings: Settings) -> None:
    assert client.login(username=name, password=f"{name}-long-enough")
    user = User.objects.get(username=name)
    assert UserProfile.get_for_user(user).preferred_language == settings.LANGUAGE_CODE
    assert HAN.search(user.get_full_name())
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
