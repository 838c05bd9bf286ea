"""The memory goes out and comes in through the editors' interface, for those who may."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import Tree
from tests.translation.desk.test_exchange_files import HEAD, entry
from translating.memory.models import Entry
from translating.memory.writing import write

pytestmark = pytest.mark.django_db
DESK = "/admin/translating/memory/"
UNIT = '<tu><tuv xml:lang="zh-CN"><seg>新闻</seg></tuv><tuv xml:lang="en-US"><seg>News</seg></tuv></tu>'


def test_the_memory_goes_out_and_comes_in(zh: Tree, en: Tree, english_office: Any) -> None:
    write([entry("行动", "Action")])
    exported = english_office.get(f"{DESK}export/").getvalue()
    Entry.objects.all().delete()
    for content in (exported, f"{HEAD}{UNIT}</body></tmx>".encode()):
        answer = english_office.post(DESK, {"file": SimpleUploadedFile("memory.tmx", content)}, follow=True)
        assert "1 sentence is in the memory." in answer.content.decode()
    assert set(Entry.objects.values_list("source", "target")) == {("行动", "Action"), ("新闻", "News")}


@pytest.mark.parametrize("content", [b"", b"no xml", f"{HEAD}{UNIT}".encode(), b"<tmx><!-- \x00 -->"])
def test_what_is_no_memory_is_refused_in_the_form(
    content: bytes, zh: Tree, en: Tree, english_office: Any
) -> None:
    answer = english_office.post(DESK, {"file": SimpleUploadedFile("memory.tmx", content)})
    assert answer.status_code == 422
    assert not Entry.objects.exists()


def test_what_is_no_memory_is_said_in_chinese(zh: Tree, en: Tree, admin_client: Any) -> None:
    answer = admin_client.post(DESK, {"file": SimpleUploadedFile("memory.tmx", f"{HEAD}\n<tu>".encode())})
    assert "文件不是 TMX：从第 2 行起，文件不是合格的 XML。" in answer.content.decode()


def test_who_may_not_is_refused(zh: Tree, client: Any, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get(f"{DESK}export/").status_code == 302
    assert client.post(DESK, {}).status_code == 302
