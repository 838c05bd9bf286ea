"""A work on the list of an award."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel, Panel
from wagtail.models import Orderable, Page, TranslatableMixin


class Work(TranslatableMixin, Orderable):
    """What was awarded: its title, who made it, and the prize."""

    page = ParentalKey("awards.AwardPage", on_delete=models.CASCADE, related_name="works")
    title = models.CharField(_("title"), max_length=160)
    makers = models.CharField(
        _("makers"), max_length=255, blank=True, help_text=_("Who made it, as readers should see it.")
    )
    institution = models.ForeignKey(
        "institutions.InstitutionPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("institution"),
        help_text=_("Where it was made, if the directory has it."),
    )
    prize = models.CharField(
        _("prize or rank"), max_length=80, blank=True, help_text=_("What it won, as the jury calls it.")
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    text = models.TextField(_("text"), max_length=1000, blank=True)

    made_at: Page | None = None
    """The institution in the reader's language; the award's page sets it for all its works at once."""

    panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("makers"), FieldPanel("prize")]),
        PageChooserPanel("institution"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("text"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def __str__(self) -> str:
        return self.title

    @property
    def anchor(self) -> str:
        """The work's own address on its page: the same in every language, whatever it is called or moved to."""
        return f"work-{self.translation_key.hex[:8]}"

    def words(self) -> list[Any]:
        """Return what the search finds the work by, but for its title and its makers."""
        return [part for part in (self.prize, self.text, self.picture_alt) if part]

    def clean(self) -> None:
        """Require alternative text for a picture."""
        super().clean()
        if self.picture_id and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Describe the picture for people who cannot see it.")})
