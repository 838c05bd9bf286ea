"""What a check finds: how much it matters, what to do, and at which field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Severity(models.TextChoices):
    """How much a finding matters, the weightiest first."""

    MUST = "must", _("Must be mended")
    SHOULD = "should", _("Should be looked at")
    GOOD = "good", _("Good to know")


@dataclass(frozen=True)
class Place:
    """A field of the editors' form: its path through blocks (field, block's id, field of the block, …)
    and its name there; without a path it is the page as a whole."""

    path: tuple[str, ...] = ()
    label: str = ""
    is_relation: bool = False

    @property
    def anchor(self) -> str:
        """The part of the form's address that leads there, as Wagtail writes it; empty for the whole page."""
        if not self.path:
            return ""
        if self.is_relation:
            return f"#panel-child-content-{self.path[0]}-section"
        return f"#:w:contentpath={'.'.join(self.path)}"

    def within(self, name: str, label: str = "") -> "Place":
        """Return the place of a part of this one."""
        return Place((*self.path, name), f"{self.label} › {label}" if label else self.label, self.is_relation)


@dataclass(frozen=True)
class Finding:
    """One thing to mend or to look at: a plain sentence that says what to do, and where; `address` leads
    elsewhere than into the form, to another page of the editors' interface. What is about rights says which,
    in `right`: somebody who may can let it through with a reason."""

    severity: Severity
    sentence: Any
    place: Place = Place()
    address: str = ""
    right: str = ""


def weightiest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity; within one severity their order stays."""
    order = {severity: number for number, severity in enumerate(Severity)}
    return sorted(findings, key=lambda finding: order[finding.severity])
