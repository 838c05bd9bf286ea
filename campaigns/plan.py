"""What a design-city plan is made of: its actions, and its libraries and platforms."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from designcity.terms import Term


class Action(Term):
    """One line of action of the plan; a later plan names different ones."""

    description = models.TextField(_("description"), blank=True)

    panels: ClassVar[list[Panel]] = [*Term.panels, FieldPanel("description")]

    class Meta(Term.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="action_address")]


class FacilityKind(models.TextChoices):
    """The two sorts of facilities that a plan builds."""

    LIBRARY = "library", _("Library")
    PLATFORM = "platform", _("Platform")


class Facility(Term):
    """A library or platform of the plan, shared by the city's designers and companies."""

    facility_kind = models.CharField(
        _("kind"), max_length=10, choices=FacilityKind.choices, default=FacilityKind.LIBRARY
    )
    description = models.TextField(_("description"), blank=True)

    panels: ClassVar[list[Panel]] = [
        FieldPanel("facility_kind"),
        *Term.panels,
        FieldPanel("description"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("library or platform")
        verbose_name_plural = _("libraries and platforms")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="facility_address")]
