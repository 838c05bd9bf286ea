"""Which fields of a model the form carries; one that it doesn't is named here, with the reason.

Nothing names a page type: a field that is added to a model is carried from then on.
"""

from typing import Any

from modelcluster.models import get_all_child_relations
from taggit.managers import TaggableManager

_NUMBER = "numbers of rows differ from site to site"
_TREE = "follows from the parent and the address"
_PERSON = "accounts stay where they are"
_HISTORY = "versions stay where they are; a page begins with one of its own"
_APART = "the form has a place of its own for it"
_LOCK = "nobody writes on the page yet"
_FILE = "follows from the file"
_FOLDER = "collections say who may do what, and roles stay where they are"

LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(("wagtailcore.Page.path", "wagtailcore.Page.depth", "wagtailcore.Page.numchild"), _TREE),
    **dict.fromkeys(("wagtailcore.Page.url_path", "wagtailcore.Page.draft_title"), _TREE),
    **dict.fromkeys(("wagtailcore.Page.owner", "wagtailcore.Page.locked_by"), _PERSON),
    **dict.fromkeys(("wagtailcore.Page.locked", "wagtailcore.Page.locked_at"), _LOCK),
    "wagtailcore.Page.latest_revision": _HISTORY,
    "wagtailcore.Page.live_revision": _HISTORY,
    "wagtailcore.Page.latest_revision_created_at": _HISTORY,
    "wagtailcore.Page.has_unpublished_changes": _HISTORY,
    "wagtailcore.Page.content_type": _APART,
    "wagtailcore.Page.alias_of": _APART,
    "wagtailcore.Page.wagtail_admin_comments": "remarks of editors to each other",
    "designcity.DesignImage.uploaded_by_user": _PERSON,
    "designcity.DesignImage.created_at": "says when the picture came to the site",
    "designcity.DesignImage.collection": _FOLDER,
    **dict.fromkeys(
        (f"designcity.DesignImage.{name}" for name in ("file", "width", "height", "file_size", "file_hash")),
        _FILE,
    ),
    "wagtaildocs.Document.uploaded_by_user": _PERSON,
    "wagtaildocs.Document.created_at": "says when the file came to the site",
    "wagtaildocs.Document.collection": _FOLDER,
    **dict.fromkeys((f"wagtaildocs.Document.{name}" for name in ("file", "file_size", "file_hash")), _FILE),
    "newsroom.Notice.page": _APART,
    "provenance.Source.permission_file": "the public never gets it",
}
"""The fields that are not carried, as `app.Model.field`, with the reason for each."""


_FIELDS: dict[Any, list[Any]] = {}
_CHILDREN: dict[Any, list[Any]] = {}


def name_of(field: Any) -> str:
    """Return the name under which a field is left out: that of the model which brings it."""
    owner = field.model if hasattr(field, "model") else field.related_model
    return f"{owner._meta.label}.{field.name}"


def fields_of(model: Any) -> list[Any]:
    """Return the fields of a model that the form carries as values, in their order."""
    if model not in _FIELDS:
        found = [field for field in model._meta.get_fields() if _is_value(field)]
        _FIELDS[model] = [field for field in found if name_of(field) not in LEFT_OUT]
    return _FIELDS[model]


def children_of(model: Any) -> list[Any]:
    """Return the relations by which a page has child records, in their order."""
    if model not in _CHILDREN:
        relations = get_all_child_relations(model)
        _CHILDREN[model] = [one for one in relations if name_of(one) not in LEFT_OUT]
    return _CHILDREN[model]


def is_reserved(field: Any) -> bool:
    """Whether a field says which record it is and in which language: the form keeps that in the key."""
    return field.primary_key or field.name in {"translation_key", "locale"} or _leads_to_parent(field)


def _is_value(field: Any) -> bool:
    if isinstance(field, TaggableManager):
        return True
    return bool(getattr(field, "concrete", False)) and not field.many_to_many and not is_reserved(field)


def _leads_to_parent(field: Any) -> bool:
    relation = getattr(field, "remote_field", None)
    return bool(getattr(relation, "parent_link", False)) or type(field).__name__ == "ParentalKey"
