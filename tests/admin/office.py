"""A newsroom at work, with one of everything that its interface can show."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site, Task, Workflow
from wagtail.users.models import UserProfile
from wagtail_localize.models import LocaleSynchronization, Translation, TranslationSource

from designcity.models import DesignImage
from designcity.times import today
from news.models import ArticlePage, Category
from tests.conftest import Tree
from tests.everything import RECORDS, page_of, record_of
from tests.factories import article, contact_page
from tests.removals.requests.claims import claim
from tests.translating import translate
from translating.assignments.assigning import assign
from translating.board.following import settle_all
from translating.board.models import TranslationStatus
from translating.board.rows import action
from translating.comments.models import Comment
from translating.files.gathering import sheets_of
from translating.files.sheets import Sheet, Unit
from translating.files.taking import receive
from translating.jobs.models import JobState
from translating.sections.models import JobPage, Kind, PageState, SectionJob


@dataclass
class Office:
    """Who works there, what fills in the addresses of the interface, and further addresses worth a look."""

    editor: Any
    known: dict[str, Any]
    further: list[str]

    def typed(self) -> list[str]:
        """Return what people, or Wagtail when it was set up, wrote into records: no words of the interface."""
        columns = (
            (Page, "title"),
            (Page, "slug"),
            (DesignImage, "title"),
            (Document, "title"),
            (Group, "name"),
            (Workflow, "name"),
            (Task, "name"),
            (Collection, "name"),
            (Site, "hostname"),
            *((model, "slug") for model in RECORDS if hasattr(model, "slug")),
        )
        return [
            value for model, name in columns for value in model._default_manager.values_list(name, flat=True)
        ]


def at_work(zh: Tree, en: Tree) -> Office:
    """Return an office that has written, sent for review, translated, locked, closed, filed and moved."""
    editor = _editor()
    for model in RECORDS:
        record_of(model, zh)
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    page = page_of(ArticlePage, zh)
    claim(page=page, page_title=page.title)
    page.title = "改过的标题"
    revision = page.save_revision(user=editor)
    state = page.get_workflow().start(page, editor)
    known = {
        **_of_page(page, zh),
        **_of_translation(article(zh.news, "译过的文章", summary="摘要"), en.locale, editor),
        **_of_files(),
        "revision_id": revision.pk,
        "task_id": state.current_task_state.task_id,
        "task_state_id": state.current_task_state.pk,
        "workflow_state_id": state.pk,
        "job_id": _section(zh, editor).pk,
        "redirect_id": Redirect.objects.create(old_path="/lao", redirect_page=page).pk,
    }
    return Office(editor, known, [_comparison(page), *_further(zh, editor)])


def _section(zh: Tree, editor: Any) -> SectionJob:
    """Return the work on a section, one page of which could not be done."""
    job: SectionJob = SectionJob.objects.create(
        kind=Kind.SYNC, section=zh.news, title=zh.news.title, by=editor, state=JobState.STOPPED
    )
    job.locales.set(Locale.objects.exclude(pk=zh.locale.pk))
    JobPage.objects.create(job=job, page_id=zh.news.pk, number=0, state=PageState.FAILED, reason="因为")
    return job


def _comparison(page: Page) -> str:
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])


def _editor() -> Any:
    fields = {"first_name": "文", "last_name": "周"}
    editor = get_user_model().objects.create_superuser("zw", "zw@example.org", "zw", **fields)
    UserProfile.objects.create(user=editor, preferred_language="zh-hans")
    return editor


def _of_page(page: Page, zh: Tree) -> dict[str, Any]:
    return {
        "page_id": page.pk,
        "page_pk": page.pk,
        "page_to_move_id": page.pk,
        "parent_page_id": zh.news.pk,
        "destination_id": zh.news.pk,
        "content_type_app_name": "news",
        "content_type_model_name": "articlepage",
        "app_label": "news",
        "model_name": "articlepage",
        "action_name": "reject",
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "language": "zh-hans",
    }


def _of_translation(page: Page, locale: Locale, editor: Any) -> dict[str, Any]:
    translate(page, locale)
    source = TranslationSource.objects.get_for_instance(page)
    translation = Translation.objects.get(source=source)
    unknown = Sheet("", "", "", units=[Unit("", "一句", "译文")])
    receive([*sheets_of([translation]), unknown], "译文.xlf", editor)
    segment = source.stringsegment_set.all()[0]
    Comment.objects.create(
        translation=translation, context=segment.context, string=segment.string, text="请问是哪一年？"
    )
    return {"translation_source_id": source.pk, "translation_id": translation.pk}


def _of_files() -> dict[str, Any]:
    image, document = DesignImage.objects.first(), Document.objects.first()
    assert image is not None
    assert document is not None
    return {"image_id": image.pk, "document_id": document.pk, "doc_id": document.pk}


def _further(zh: Tree, editor: Any) -> list[str]:
    locked = article(zh.news, "锁住的文章", locked=True, locked_by=editor, locked_at=timezone.now())
    PageViewRestriction.objects.create(page=locked, restriction_type="login")
    alias = article(zh.news, "原文").create_alias(update_slug="bie-ming")
    colleague = get_user_model().objects.create_user("lxy", "lxy@example.org", "lxy")
    collection = Collection.get_first_root_node().add_child(name="专题")
    category = Category.objects.first()
    assert category is not None
    submission = ["news", "category", category.pk]
    return [
        reverse("wagtailadmin_pages:edit", args=[locked.pk]),
        reverse("wagtailadmin_pages:edit", args=[alias.pk]),
        reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]),
        reverse("wagtailadmin_pages:edit", args=[_translated().pk]),
        reverse("wagtailadmin_pages:add_subpage", args=[zh.home.pk]),
        reverse("wagtailadmin_pages:delete", args=[zh.news.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[zh.news.pk]),
        reverse("wagtailadmin_pages:copy", args=[zh.news.pk]),
        reverse("wagtailforms:list_submissions", args=[contact_page(zh.home).pk]),
        reverse("wagtailusers_users:delete", args=[colleague.pk]),
        reverse("wagtailadmin_collections:edit", args=[collection.pk]),
        reverse("wagtailadmin_collections:delete", args=[collection.pk]),
        reverse("wagtailadmin_workflows:add_task", args=["wagtailcore", "groupapprovaltask"]),
        reverse("wagtail_localize:submit_snippet_translation", args=submission),
        *_searches(zh),
        *_bulk_actions(locked),
        *_work(editor),
    ]


def _translated() -> Page:
    return ArticlePage.objects.get(locale__language_code="en", title__contains="译过的文章")


def _searches(zh: Tree) -> list[str]:
    explorer = reverse("wagtailadmin_explore", args=[zh.home.pk])
    lists = [
        "wagtailimages:index",
        "wagtaildocs:index",
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
    ]
    nowhere = [
        f"{reverse(name)}?q=没有"
        for name in (*lists, "wagtailredirects:index", "wagtailadmin_choose_page_search")
    ]
    return [f"{explorer}?q=新闻", f"{explorer}?q=没有", f"{explorer}?q=新闻&search_all=1", *nowhere]


def _work(translator: Any) -> list[str]:
    """Return what is done with the status board, on which the translator has something that is overdue."""
    settle_all.call()
    theirs, other = TranslationStatus.objects.unfinished().order_by("pk")[:2]
    assign([theirs], translator, by=translator, due_on=today() - datetime.timedelta(days=1))
    return [action(name, [other.pk, theirs.pk], "/admin/") for name in ("assign", "take", "give_back")]


def _bulk_actions(page: Page) -> list[str]:
    actions = ("delete", "move", "publish", "unpublish")
    return [
        f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?id={page.pk}"
        for action in actions
    ]
