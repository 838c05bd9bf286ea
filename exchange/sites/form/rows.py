"""The row of a page, a record, a picture, a file: every field that the form carries."""

import json
from typing import Any

from django.db import models
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, TranslatableMixin

from exchange.sites.form import Row, keys
from exchange.sites.form.carried import children_of, fields_of
from exchange.sites.form.outward import Outward
from exchange.sites.form.values import written
from newsroom.notices.notice import Notice


def of_page(page: Page, outward: Outward) -> Row:
    """Return the row of a page as readers see it, or of its newest draft where they don't see it yet.

    The placeholder of an untranslated page names the original and holds nothing of its own but its address.
    """
    row = {
        "type": "page",
        "key": keys.of_version(page.translation_key, outward.languages[page.locale_id]),
        "model": page._meta.label,
        "parent": _parent(page, outward),
        "path": page.url_path,
    }
    if page.alias_of_id:
        return row | {"placeholder_of": outward.reference(Page, page.alias_of_id), "slug": page.slug}
    shown = page if page.live else page.get_latest_revision_as_object()
    row["fields"] = _values(shown, outward) | {"live": page.live}
    row["children"] = {
        relation.get_accessor_name(): [_child(child, outward) for child in _children(shown, relation)]
        for relation in children_of(type(page))
    }
    notice = None if page.live else Notice.objects.filter(page_id=page.pk).first()
    return row | ({"notice": _values(notice, outward)} if notice else {})


def of_record(record: models.Model, outward: Outward) -> Row:
    """Return the row of a term or another record that is no page."""
    return {
        "type": "record",
        "key": key_of_record(record, outward),
        "model": record._meta.label,
        "fields": _values(record, outward),
    }


def of_file(kind: str, key: str, record: Any, path: str, outward: Outward) -> Row:
    """Return the row of a picture (`image`) or a file (`document`) whose content lies at a path."""
    name = record.file.name.rpartition("/")[2]
    row = {"type": kind, "key": key, "file": path, "name": name, "fields": _values(record, outward)}
    words = _words(record) if kind == "image" else {}
    return row | ({"words": words} if words else {})


def of_redirect(redirect: Redirect, outward: Outward) -> Row:
    """Return the row of an old address."""
    page = redirect.redirect_page_id
    return {
        "type": "redirect",
        "key": redirect.old_path,
        "to_page": outward.reference(Page, page) if page else None,
        "to_route": redirect.redirect_page_route_path,
        "to_address": redirect.redirect_link,
        "permanent": redirect.is_permanent,
    }


def key_of_record(record: Any, outward: Outward) -> str:
    """Return the key of a record; one without translations goes by what it says."""
    if isinstance(record, TranslatableMixin):
        return keys.of_version(record.translation_key, outward.languages[record.locale_id])
    return keys.from_elsewhere(record._meta.label, json.dumps(_values(record, outward), ensure_ascii=False))


def _words(image: Any) -> Row:
    """Return what is said of a picture in other languages than the site's own, by their codes."""
    return {
        one.locale.language_code: {name: getattr(one, name) for name in one.FIELDS} for one in image.words.all()
    }


def _parent(page: Page, outward: Outward) -> str | None:
    if page.depth <= 2:
        return None
    path = page.path[: -page.steplen]
    parent = Page.objects.filter(path=path).values_list("pk", flat=True).get()
    return outward.reference(Page, parent)


def _children(page: Any, relation: Any) -> list[Any]:
    return list(getattr(page, relation.get_accessor_name()).all())


def _child(child: Any, outward: Outward) -> Row:
    values = _values(child, outward)
    if isinstance(child, TranslatableMixin):
        values["key"] = keys.of_version(child.translation_key, outward.languages[child.locale_id])
    return values


def _values(instance: models.Model, outward: Outward) -> Row:
    return {field.name: written(field, instance, outward) for field in fields_of(type(instance))}
