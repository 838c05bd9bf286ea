"""The page tree: all Chinese pages first, so that they can refer to each other, then their English."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from wagtail.models import Page

from designcity.demo.errors import DemoError
from designcity.demo.filling import Filler, waits_for_pages
from designcity.demo.languages import Languages
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.demo.reading import Sheet
from designcity.demo.translating import Translator
from designcity.pages import BasePage


@dataclass
class Plan:
    """A page on its way: its sheet, its pairs and what is filled in once all pages exist."""

    sheet: Sheet
    pairs: Pairs
    later: dict[str, Any] = field(default_factory=dict)


def load(
    sheets: list[Sheet],
    note: dict[str, Any],
    lookup: Lookup,
    languages: Languages,
    people: dict[str, AbstractBaseUser],
) -> list[Plan]:
    """Create and publish the Chinese pages of all sheets; `note` ends the bodies of sample pages."""
    plans = [Plan(_with_note(sheet, note), Pairs(sheet.where)) for sheet in sheets]
    for plan in plans:
        lookup.pages[plan.sheet.key] = _create(plan, lookup, languages, people.get("writer"))
    for plan in plans:
        _complete(plan, lookup, people.get("publisher"))
    return plans


def translate(plans: list[Plan], lookup: Lookup, translator: Translator) -> None:
    """Translate all pages, a parent before its children."""
    for plan in plans:
        page = Page.objects.get(pk=lookup.pages[plan.sheet.key].pk)
        translator.translate(page.specific, plan.pairs)


def _create(plan: Plan, lookup: Lookup, languages: Languages, owner: AbstractBaseUser | None) -> BasePage:
    data = dict(plan.sheet.data)
    page: BasePage = apps.get_model(plan.sheet.page_type)(live=False, locale=languages.source, owner=owner)
    plan.pairs.address, page.slug = _addresses(plan, data.pop("slug", {}))
    filler = Filler(lookup, plan.pairs)
    plan.later = {name: value for name, value in data.items() if waits_for_pages(page, name)}
    filler.fill(page, {name: value for name, value in data.items() if name not in plan.later})
    parent = lookup.page(plan.sheet.parent) if plan.sheet.parent else Page.get_first_root_node()
    try:
        parent.add_child(instance=page)
    except ValidationError as error:
        raise DemoError(f"{plan.sheet.where}: {'; '.join(error.messages)}") from error
    return page


def _complete(plan: Plan, lookup: Lookup, publisher: AbstractBaseUser | None) -> None:
    page = lookup.page(plan.sheet.key)
    Filler(lookup, plan.pairs).fill(page, plan.later)
    page.save_revision(user=publisher).publish(user=publisher, skip_permission_checks=True)


def _with_note(sheet: Sheet, note: dict[str, Any]) -> Sheet:
    data = dict(sheet.data)
    if data.pop("sample", False):
        data["body"] = [*data.get("body", []), {"type": "call_out", **note}]
    return replace(sheet, data=data)


def _addresses(plan: Plan, slug: dict[str, str]) -> tuple[str, str]:
    """Return the English address, which every sheet must give, and the Chinese one, empty for pinyin."""
    if not slug.get("en"):
        raise DemoError(f"{plan.sheet.where}: slug has no English text.")
    return slug["en"], slug.get("zh", "")
