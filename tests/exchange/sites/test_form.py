"""Every field of every page type and record goes out, or it is said why it doesn't."""

from typing import Any

import pytest
from django.apps import apps
from wagtail.models import Page

from exchange.sites.form.carried import LEFT_OUT, children_of, fields_of, is_reserved, name_of
from exchange.sites.form.keys import page_types, record_types
from exchange.sites.form.richtext import rewritten
from tests.everything import PAGE_TYPES, RECORDS

MODELS: list[Any] = [*page_types().values(), *record_types().values()]


def kept(model: Any) -> list[Any]:
    """Return the fields of a model in which something is kept."""
    return [field for field in model._meta.get_fields() if getattr(field, "concrete", False)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_carried_or_left_out_with_a_reason(model: Any) -> None:
    carried = {field.name for field in fields_of(model)}
    unsaid = [field.name for field in kept(model) if not is_reserved(field) and field.name not in carried]
    assert [name for name in unsaid if not LEFT_OUT.get(name_of(model._meta.get_field(name)))] == []


@pytest.mark.parametrize("model", page_types().values(), ids=lambda model: model._meta.label)
def test_every_child_record_is_carried_with_every_field(model: Any) -> None:
    for relation in children_of(model):
        child = relation.related_model
        carried = {field.name for field in fields_of(child)}
        assert [
            field.name for field in kept(child) if not is_reserved(field) and field.name not in carried
        ] == []


def test_what_is_left_out_exists() -> None:
    for name in LEFT_OUT:
        label, _, field = name.rpartition(".")
        assert apps.get_model(label)._meta.get_field(field)


def test_every_page_type_and_every_record_of_the_site_goes_out() -> None:
    assert set(page_types().values()) == set(PAGE_TYPES)
    assert set(RECORDS) <= set(record_types().values())
    assert all(issubclass(model, Page) for model in page_types().values())


@pytest.mark.parametrize(
    ("html", "kept_of_it"),
    [
        ("<p>a<b>b</b></p>", "<p>a<b>b</b></p>"),
        ("<p onclick='x()'>a</p>", "<p>a</p>"),
        ("<script>x()</script><p>a</p>", "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "a"),
        ('<a href=" java\nscript:x()">a</a>', "a"),
        (
            '<a href="https://example.org/?a=1&amp;b=2">a</a>',
            '<a href="https://example.org/?a=1&amp;b=2">a</a>',
        ),
        ('<a linktype="page" id="7">a</a>', '<a linktype="page" id="7!">a</a>'),
        ('<a linktype="page" id="0">a</a>', "a"),
        ("<p>a &amp; b &lt;i&gt;</p>", "<p>a &amp; b &lt;i&gt;</p>"),
        ("<img src=x onerror=x()>a", "a"),
        ("<p>a", "<p>a</p>"),
    ],
)
def test_rich_text_keeps_what_editors_could_write(html: str, kept_of_it: str) -> None:
    assert rewritten(html, lambda kind, key: None if key == "0" else f"{key}!") == kept_of_it
