"""House rules that a machine can hold, as Django system checks."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from wagtail.blocks import Block
from wagtail.models import get_page_models

from designcity.pages import BasePage
from designcity.pictures.fonts import typeface_for
from designcity.streams import stream_fields


@register()
def page_types_have_tree_rules(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every page type says where it may stand and what may stand under it."""
    return [
        Error(
            f"{model.__name__} sets no {rule}: say in its class what the page tree allows.",
            obj=model,
            id=f"designcity.E00{number}",
        )
        for model in _own_page_types()
        for number, rule in ((1, "parent_page_types"), (2, "subpage_types"))
        if rule not in vars(model)
    ]


@register()
def blocks_are_presentable(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every block of a body has an icon, a description and a preview for the block chooser."""
    return [
        Error(
            f"{model.__name__}.{field.name}: the block {block.name} lacks {lack}.",
            obj=model,
            id="designcity.E003",
        )
        for model in _own_page_types()
        for field in stream_fields(model)
        for block in field.stream_block.child_blocks.values()
        for lack in _lacks(block)
    ]


@register(deploy=True)
def headlines_can_be_drawn(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The machine has a font for the headlines of each language."""
    return [
        Warning(
            f"There is no font to draw headlines in {name} ({code}) for those who share a page.",
            hint="Install one, such as Debian's fonts-noto-cjk and fontconfig, or name a file by SHARE_FONT.",
            id="designcity.W001",
        )
        for code, name in settings.LANGUAGES
        if typeface_for(code) is None
    ]


def _own_page_types() -> list[type[BasePage]]:
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def _lacks(block: Block) -> Iterator[str]:
    if block.meta.icon == "placeholder":
        yield "an icon"
    if not block.get_description():
        yield "a description"
    if not block.is_previewable:
        yield "a preview"
