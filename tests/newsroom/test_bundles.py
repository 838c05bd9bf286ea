"""Bundles: all pages, in all languages, go live in one moment; or none does, and the reason says what to do."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page, Revision, Workflow
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import ArticlePage
from newsroom.bundles.publishing import Refused, publish, schedule, take_off_schedule
from newsroom.bundles.standing import Part, parts
from newsroom.models import Bundle, BundlePage, BundleState, RoleKey
from search.models import PendingUpdate
from tests.conftest import Tree
from tests.factories import article, image
from tests.newsroom.people import member
from tests.translating import in_english, translate

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_english(said_in_english: None) -> Any:
    yield
    page_published.disconnect(dispatch_uid="failing")


@pytest.fixture
def publisher(zh: Tree) -> Any:
    """Somebody who may publish everything."""
    return member(RoleKey.PUBLISHER)


def draft(tree: Tree, title: str, **fields: Any) -> ArticlePage:
    """Return an unpublished article."""
    page = tree.news.add_child(instance=ArticlePage(title=title, live=False, **fields))
    page.save_revision()
    return page


def bundle_of(*pages: Page, **fields: Any) -> Bundle:
    """Return a saved bundle of pages."""
    bundle = Bundle.objects.create(title="发布会", **fields)
    for number, page in enumerate(pages):
        BundlePage.objects.create(bundle=bundle, page_id=page.pk, sort_order=number)
    return bundle


def translated(page: ArticlePage, tree: Tree, **fields: str) -> ArticlePage:
    """Return the finished but unpublished translation of a page."""
    source, _ = TranslationSource.get_or_create_from_instance(page)
    one, _ = Translation.objects.get_or_create(source=source, target_locale=tree.locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        words = fields.get(segment.context.path) or in_english(segment.string.data)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=tree.locale,
            context=segment.context,
            defaults={"data": words, "tool_name": ""},
        )
    one.save_target(publish=False)
    found: ArticlePage = ArticlePage.objects.get(translation_key=page.translation_key, locale=tree.locale)
    return found


def live(*pages: Page) -> list[bool]:
    return [bool(Page.objects.get(pk=page.pk).live) for page in pages]


def labels(bundle: Bundle, user: Any) -> list[tuple[str, str, str]]:
    return [(part.title, part.language, str(part.standing.label)) for part in parts(bundle, user)]


def test_all_pages_go_live_in_both_languages(zh: Tree, en: Tree, publisher: Any) -> None:
    first, second = draft(zh, "甲"), draft(zh, "乙")
    english = [translated(page, en) for page in (first, second)]
    bundle = bundle_of(first, second)
    assert publish(bundle, publisher) == 4
    assert live(first, second, *english) == [True] * 4
    bundle.refresh_from_db()
    assert (bundle.state, bundle.publisher, bundle.reason) == (BundleState.PUBLISHED, publisher, "")


def test_the_search_hears_of_every_page(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    PendingUpdate.objects.all().delete()
    publish(bundle_of(page, include_translations=False), publisher)
    assert PendingUpdate.objects.exists()


def test_words_translated_since_the_last_draft_go_live_with_it(zh: Tree, en: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    english = translated(page, en)
    StringTranslation.objects.filter(context__path="title").update(data="Alpha")
    publish(bundle_of(page), publisher)
    assert ArticlePage.objects.get(pk=english.pk).title == "Alpha"


def test_a_failing_last_page_leaves_everything_as_it_was(zh: Tree, publisher: Any) -> None:
    first, last = draft(zh, "甲"), draft(zh, "乙")
    changed = article(zh.news, "旧标题")
    changed.title = "新标题"
    changed.save_revision()
    bundle = bundle_of(first, changed, last, include_translations=False)

    def fails(instance: Page, **kwargs: Any) -> None:
        if instance.pk == last.pk:
            raise RuntimeError("x")

    page_published.connect(fails, weak=False, dispatch_uid="failing")
    PendingUpdate.objects.all().delete()
    with pytest.raises(Refused, match="no page was published"):
        publish(bundle, publisher)
    assert live(first, last) == [False, False]
    assert ArticlePage.objects.get(pk=changed.pk).title == "旧标题"
    assert not PendingUpdate.objects.exists()
    bundle.refresh_from_db()
    assert bundle.state == BundleState.FAILED


def test_a_page_that_is_not_filled_in_rightly_is_named_with_what_to_do(zh: Tree, publisher: Any) -> None:
    good = draft(zh, "甲")
    bad = _with(draft(zh, "不是网址"), source_url="不是网址")
    bundle = bundle_of(good, bad, include_translations=False)
    with pytest.raises(Refused, match=r"“不是网址”.*Open it and set it right"):
        publish(bundle, publisher)
    assert live(good, bad) == [False, False]


def _with(page: ArticlePage, **content: str) -> ArticlePage:
    """Return a page after writing into its draft what no form would let pass."""
    revision = page.get_latest_revision()
    revision.content |= content
    revision.save()
    return page


def test_a_page_in_which_something_must_be_mended_is_in_the_way_with_the_way_to_its_field(
    zh: Tree, publisher: Any
) -> None:
    good, bad = draft(zh, "甲"), _with(draft(zh, "缺来源"), source_kind="repost")
    bundle = bundle_of(good, bad, include_translations=False)
    with pytest.raises(Refused, match=r"“缺来源”.*Must be mended\. Say who the reposted piece comes from"):
        publish(bundle, publisher)
    assert live(good, bad) == [False, False]
    [standing] = [part.standing for part in parts(bundle, publisher) if part.standing.is_in_the_way]
    assert standing.address == f"/admin/pages/{bad.pk}/edit/#:w:contentpath=source"


def test_a_translation_is_checked_by_its_latest_words(zh: Tree, en: Tree, publisher: Any) -> None:
    picture = image(credit="示例摄影", licence="own")
    page = draft(zh, "甲", lead_image=picture, lead_image_alt="会场")
    english = translated(page, en)
    bundle = bundle_of(page)
    assert not [part for part in parts(bundle, publisher) if part.standing.is_in_the_way]
    StringTranslation.objects.filter(context__path="lead_image_alt").update(data=" ")
    with pytest.raises(Refused, match="Describe the picture"):
        publish(bundle, publisher)
    assert live(page, english) == [False, False]


def test_a_page_that_a_bundle_links_to_is_deleted_before_its_moment(zh: Tree, publisher: Any) -> None:
    target = article(zh.news, "以后删掉")
    page = draft(zh, "甲", body=[("text", f'<p><a linktype="page" id="{target.pk}">去看看</a></p>')])
    bundle = bundle_of(page, include_translations=False)
    schedule(bundle, publisher, timezone.now() + HOUR)
    target.delete()
    _make_due(bundle)
    call_command("publish_scheduled")
    bundle.refresh_from_db()
    assert (live(page), bundle.state) == ([False], BundleState.FAILED)
    assert "Must be mended" in bundle.reason


def test_how_each_page_stands_is_said_in_each_language(zh: Tree, en: Tree, publisher: Any) -> None:
    new, same, untranslated = draft(zh, "新稿"), article(zh.news, "没变"), draft(zh, "未译")
    changed = article(zh.news, "改过")
    for page in (same, changed):
        translate(page, en.locale)
    translated(new, en)
    changed.title = "改过了"
    changed.save_revision()
    assert labels(bundle_of(new, same, changed, untranslated), publisher) == [
        ("新稿", "Simplified Chinese", "Unpublished draft"),
        ("English of 新稿", "English", "Unpublished draft"),
        ("没变", "Simplified Chinese", "Nothing to publish"),
        ("English of 没变", "English", "Nothing to publish"),
        ("改过了", "Simplified Chinese", "Published, with changes"),
        ("English of 改过", "English", "Translation out of date"),
        ("未译", "Simplified Chinese", "Unpublished draft"),
        ("未译", "English", "Translation missing"),
    ]


def _only(found: list[Part]) -> str:
    [label] = {str(part.standing.label) for part in found if part.standing.is_in_the_way}
    return label


def test_an_unfinished_translation_is_in_the_way(zh: Tree, en: Tree, publisher: Any) -> None:
    page = draft(zh, "甲", summary="摘要")
    translated(page, en)
    StringTranslation.objects.filter(context__path="summary").delete()
    bundle = bundle_of(page)
    assert _only(parts(bundle, publisher)) == "Translation not finished"
    with pytest.raises(Refused, match=r"English.*Have it finished"):
        publish(bundle, publisher)


def test_a_placeholder_is_no_translation_until_its_words_are_there(zh: Tree, en: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    placeholder = page.copy_for_translation(en.locale, alias=True)
    bundle = bundle_of(page)
    assert _only(parts(bundle, publisher)) == "Translation missing"
    translated(page, en)
    publish(bundle, publisher)
    assert live(page, placeholder) == [True, True]
    assert ArticlePage.objects.get(pk=placeholder.pk).title == "English of 甲"


def test_a_language_that_only_just_came_is_in_the_way_of_what_was_begun_in_it(
    zh: Tree, en: Tree, publisher: Any
) -> None:
    japanese = Locale.objects.create(language_code="ja")
    zh.home.copy_for_translation(japanese, alias=True)
    page, begun = draft(zh, "甲"), draft(zh, "乙")
    for one in (page, begun):
        translated(one, en)
    source = TranslationSource.objects.get(object_id=begun.translation_key)
    Translation.objects.create(source=source, target_locale=japanese)
    assert "ja" not in {part.language for part in parts(bundle_of(page), publisher)}
    assert "ja" in {part.language for part in parts(bundle_of(begun), publisher)}


def test_the_original_stands_first_whichever_of_its_versions_was_chosen(
    zh: Tree, en: Tree, publisher: Any
) -> None:
    page, other = draft(zh, "甲"), draft(zh, "乙")
    english, placeholder = translated(page, en), other.copy_for_translation(en.locale, alias=True)
    found = parts(bundle_of(english, placeholder), publisher)
    assert [part.page.pk for part in found] == [page.pk, english.pk, other.pk, placeholder.pk]


def test_without_translations_only_the_chosen_pages_go_live(zh: Tree, en: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    english = translated(page, en)
    publish(bundle_of(page, include_translations=False), publisher)
    assert live(page, english) == [True, False]


def test_a_language_that_readers_do_not_have_yet_is_not_asked_for(zh: Tree, publisher: Any) -> None:
    Locale.objects.create(language_code="fr")
    page = draft(zh, "甲")
    publish(bundle_of(page), publisher)
    assert live(page) == [True]


def test_both_versions_of_a_page_in_a_bundle_count_once(zh: Tree, en: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    english = translated(page, en)
    assert len(parts(bundle_of(page, english), publisher)) == 2
    assert publish(Bundle.objects.get(), publisher) == 2


def test_whoever_may_not_publish_every_page_publishes_none(zh: Tree, publisher: Any) -> None:
    editor = member(RoleKey.EDITOR)
    page = draft(zh, "甲")
    bundle = bundle_of(page)
    assert _only(parts(bundle, editor)) == "You may not publish it"
    with pytest.raises(Refused, match="Ask somebody who may publish it"):
        publish(bundle, editor)
    assert live(page) == [False]


def test_a_page_that_somebody_locked_is_in_the_way(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=member(RoleKey.EDITOR))
    assert _only(parts(bundle_of(page), publisher)) == "Locked"


def test_a_page_in_review_waits_for_the_editor_and_not_for_the_publisher(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    state = Workflow.objects.get().start(page, publisher)
    bundle = bundle_of(page)
    assert _only(parts(bundle, publisher)) == "In review"
    state.current_task_state.approve(user=member(RoleKey.EDITOR))
    publish(bundle, publisher)
    assert live(page) == [True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"go_live_at": timezone.now() + 9 * HOUR}, "Has its own date"),
        ({"expire_at": timezone.now() - 9 * HOUR}, "Expiry date has passed"),
        ({"embargo_until": timezone.now() + 9 * HOUR}, "Under embargo until"),
    ],
)
def test_a_date_of_its_own_is_in_the_way(
    zh: Tree, publisher: Any, fields: dict[str, datetime.datetime], said: str
) -> None:
    page = draft(zh, "甲", **fields)
    assert _only(parts(bundle_of(page), publisher)).startswith(said)


def test_a_bundle_with_nothing_to_publish_says_so(zh: Tree, publisher: Any) -> None:
    with pytest.raises(Refused, match="There is nothing to publish"):
        publish(bundle_of(article(zh.news)), publisher)
    with pytest.raises(Refused, match="There is nothing to publish"):
        publish(bundle_of(), publisher)


def test_a_published_bundle_cannot_be_published_again(zh: Tree, publisher: Any) -> None:
    bundle = bundle_of(draft(zh, "甲"))
    publish(bundle, publisher)
    with pytest.raises(Refused, match="published already"):
        publish(bundle, publisher)
    bundle.refresh_from_db()
    assert bundle.state == BundleState.PUBLISHED


def _make_due(bundle: Bundle) -> None:
    Bundle.objects.filter(pk=bundle.pk).update(publish_at=timezone.now() - HOUR)


def test_a_scheduled_bundle_goes_live_when_it_is_due_and_not_before(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    bundle = bundle_of(page)
    schedule(bundle, publisher, timezone.now() + HOUR)
    call_command("publish_scheduled")
    assert live(page) == [False]
    _make_due(bundle)
    call_command("publish_scheduled")
    assert live(page) == [True]


def test_a_bundle_is_scheduled_for_the_end_of_an_embargo_and_not_before(zh: Tree, publisher: Any) -> None:
    until = timezone.now() + HOUR
    bundle = bundle_of(draft(zh, "甲", embargo_until=until))
    with pytest.raises(Refused, match="Under embargo until"):
        schedule(bundle, publisher, until - HOUR / 2)
    schedule(bundle, publisher, until)
    assert Bundle.objects.get().state == BundleState.SCHEDULED


def test_a_scheduled_bundle_is_checked_anew(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    bundle = bundle_of(page)
    schedule(bundle, publisher, timezone.now() + HOUR)
    publisher.groups.clear()
    _make_due(bundle)
    call_command("publish_scheduled")
    bundle.refresh_from_db()
    assert live(page) == [False]
    assert bundle.state == BundleState.FAILED
    assert "“甲”" in bundle.reason


@pytest.mark.parametrize("gone", [True, False])
def test_the_bundle_of_somebody_who_left_is_not_published(zh: Tree, publisher: Any, gone: bool) -> None:
    page = draft(zh, "甲")
    bundle = bundle_of(page)
    schedule(bundle, publisher, timezone.now() + HOUR)
    _make_due(bundle)
    publisher.is_active = False
    publisher.delete() if gone else publisher.save()
    call_command("publish_scheduled")
    assert live(page) == [False]
    assert "no account any more" in Bundle.objects.get().reason


def test_a_scheduled_bundle_that_meets_an_error_is_tried_again(zh: Tree, publisher: Any) -> None:
    page, other = draft(zh, "甲"), draft(zh, "乙")
    bundles = [bundle_of(page), bundle_of(other)]
    for bundle in bundles:
        schedule(bundle, publisher, timezone.now() + HOUR)
        _make_due(bundle)

    def fails(instance: Page, **kwargs: Any) -> None:
        if instance.pk == page.pk:
            raise RuntimeError("x")

    page_published.connect(fails, weak=False, dispatch_uid="failing")
    call_command("publish_scheduled")
    assert live(page, other) == [False, True]
    assert Bundle.objects.get(pk=bundles[0].pk).reason.startswith("Something unexpected")
    page_published.disconnect(dispatch_uid="failing")
    call_command("publish_scheduled")
    assert live(page) == [True]
    assert Bundle.objects.get(pk=bundles[0].pk).reason == ""


def test_a_page_that_is_due_by_itself_as_well_goes_live_with_its_bundle(zh: Tree, publisher: Any) -> None:
    page, other = draft(zh, "甲"), draft(zh, "乙")
    bundle = bundle_of(page, other)
    schedule(bundle, publisher, timezone.now() + HOUR)
    _make_due(bundle)
    Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=timezone.now() - HOUR)
    together = []

    def looks(instance: Page, **kwargs: Any) -> None:
        together.append(Bundle.objects.get(pk=bundle.pk).state)

    page_published.connect(looks, weak=False, dispatch_uid="failing")
    call_command("publish_scheduled")
    assert live(page, other) == [True, True]
    assert together == [BundleState.SCHEDULED] * 2


def test_a_bundle_taken_off_the_schedule_stays_where_it_is(zh: Tree, publisher: Any) -> None:
    page = draft(zh, "甲")
    bundle = bundle_of(page)
    schedule(bundle, publisher, timezone.now() + HOUR)
    _make_due(bundle)
    take_off_schedule(bundle)
    call_command("publish_scheduled")
    assert live(page) == [False]


def test_surveying_many_pages_costs_what_one_costs_besides_their_checks(
    zh: Tree,
    en: Tree,
    publisher: Any,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsroom.bundles.standing._mistake", lambda *args: None)
    pages = [draft(zh, f"稿{number}") for number in range(5)]
    with TestCase.captureOnCommitCallbacks(execute=True):
        for page in pages:
            translated(page, en)
    bundle = bundle_of(*pages)
    publisher.get_all_permissions()
    with django_assert_max_num_queries(12):
        assert len(parts(bundle, publisher)) == 10
