"""Who may take files out and bring them in: whoever may edit the translations that are meant."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from newsroom.roles.languages import TRANSLATE


def translates(user: Any) -> bool:
    """Whether the user has anything to do with translations."""
    policy = policy_registry.get_by_type(Page)
    return bool(user.has_perm(TRANSLATE) or policy.user_has_any_permission(user, {"change", "publish"}))


def targets(user: Any, translations: Iterable[Translation]) -> dict[int, Any]:
    """Return the translated pages and records that the user may edit, by the id of their translation.

    A query for each language and model, however many translations there are.
    """
    wanted: dict[tuple[type[Model], int], dict[Any, int]] = defaultdict(dict)
    for one in translations:
        model = one.source.specific_content_type.model_class()
        if model is not None:
            kind = Page if issubclass(model, Page) else model
            wanted[kind, one.target_locale_id][one.source.object_id] = one.pk
    return {
        keys[instance.translation_key]: instance
        for (model, locale_id), keys in wanted.items()
        for instance in _editable(user, model).filter(locale=locale_id, translation_key__in=keys)
    }


def _editable(user: Any, model: Any) -> Any:
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")
