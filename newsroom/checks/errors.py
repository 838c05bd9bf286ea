"""What must be mended, as the errors that the editors' form shows at its fields and blocks."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlockValidationError, StreamBlockValidationError, StructBlockValidationError
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.blocks.struct_block import StructValue

from designcity.pages import BasePage
from newsroom.checks import overriding
from newsroom.checks.findings import Finding
from newsroom.checks.places import named
from newsroom.checks.running import must_be_mended

Said = tuple[tuple[str, ...], str]
"""The rest of a path, and the sentence to say there."""


def before_publishing(page: BasePage, form: Any) -> dict[str, ValidationError]:
    """Return the errors that stop publishing, by field, save what a typed reason lets through."""
    return by_field(page, overriding.not_decided(must_be_mended(page), form))


def by_field(page: BasePage, findings: Iterable[Finding]) -> dict[str, ValidationError]:
    """Return findings as errors by field; within a text they stand at their blocks."""
    said: dict[str, list[Said]] = defaultdict(list)
    for finding in findings:
        name, *rest = finding.place.path or ("",)
        said[name].append((tuple(rest), str(finding.sentence)))
    return {name: _error(getattr(page, name, None), of_field) for name, of_field in said.items()}


def _error(value: Any, said: list[Said]) -> ValidationError:
    """Return what is said of a value as one error, shaped as the value's block shows it."""
    below: dict[str, list[Said]] = defaultdict(list)
    for path, sentence in said:
        if path:
            below[path[0]].append((path[1:], sentence))
    children = _children(value)
    at_blocks = {key: _error(child, below[name]) for name, (key, child) in children.items() if name in below}
    if not at_blocks:
        return ValidationError([sentence for _path, sentence in said])
    if isinstance(value, StreamValue):
        return StreamBlockValidationError(block_errors=at_blocks)
    if isinstance(value, ListValue):
        return ListBlockValidationError(block_errors=at_blocks)
    return StructBlockValidationError(block_errors=at_blocks)


def _children(value: Any) -> dict[str, tuple[Any, Any]]:
    """Return the parts of a value by their name in a path: the key of their error, and the part."""
    if isinstance(value, StreamValue):
        return {name: (number, child.value) for number, (name, child) in enumerate(named(value))}
    if isinstance(value, ListValue):
        return {name: (number, child.value) for number, (name, child) in enumerate(named(value.bound_blocks))}
    if isinstance(value, StructValue):
        return {name: (name, child) for name, child in value.items()}
    return {}
