"""The index of references is kept by a task; what is gone when it runs is no error."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from news.models import ArticleTag, Tag
from tests.conftest import Tree
from tests.factories import article, published, term

pytestmark = pytest.mark.django_db


def test_what_is_gone_is_left_out_and_upstream_still_fails(zh: Tree) -> None:
    update_reference_index_task.call("news", "articletag", 0)
    with pytest.raises(ObjectDoesNotExist):
        update_reference_index_task.func.__wrapped__("news", "articletag", 0)


def test_what_is_there_is_indexed_with_its_page(zh: Tree) -> None:
    tag = term(Tag, "座谈", locale=zh.locale)
    page = published(article(zh.news), article_tags=[ArticleTag(tag=tag)])
    ReferenceIndex.objects.all().delete()
    update_reference_index_task.call("news", "articletag", page.article_tags.get().pk)
    assert ReferenceIndex.get_references_to(tag).get().object_id == str(page.pk)
