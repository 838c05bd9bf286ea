"""Source: who texts and pictures come from, and what its owner permits."""

import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail_localize.fields import SynchronizedField

from designcity.private_files import private_storage
from designcity.terms import Term, TermQuerySet


class SourceKind(models.TextChoices):
    """What a source is."""

    MEDIA = "media", _("Newspaper, magazine or broadcaster")
    AGENCY = "agency", _("News or picture agency")
    GOVERNMENT = "government", _("Public authority")
    INSTITUTION = "institution", _("Institution")
    COMPANY = "company", _("Company")
    PERSON = "person", _("Person")
    WEBSITE = "website", _("Website or account")
    OWN = "own", _("Our own office")


class SourceQuerySet(TermQuerySet):
    """How sources are found."""

    def originals(self) -> Self:
        """Keep one record of each source: that of the source language, where its permission is kept."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def permission_ends_by(self, day: datetime.date) -> Self:
        """Keep those whose permission ends on that day or before."""
        return self.filter(permission_until__lte=day)


class Source(Term):
    """One record for each language; address, kind and permission are the same in all of them."""

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=SourceKind,
        default=SourceKind.MEDIA,
        help_text=_("What the source is, because reports and figures are by kind."),
    )
    website = models.URLField(
        _("website"),
        max_length=500,
        blank=True,
        help_text=_("Its own website: pieces brought in from there are recognised by it."),
    )
    terms = models.TextField(
        _("terms"),
        blank=True,
        help_text=_("On what terms its texts and pictures may stand here, as agreed."),
    )
    permission_file = models.FileField(
        _("permission on file"),
        upload_to="permissions",
        storage=private_storage,
        blank=True,
        validators=[FileExtensionValidator(["pdf", "docx", "odt", "txt", "eml", "png", "jpg", "jpeg"])],
        help_text=_("The letter or contract that permits it; only the office can open it."),
    )
    permission_until = models.DateField(
        _("permission ends"),
        null=True,
        blank=True,
        help_text=_("The last day of the permission, so that the office hears of it before it runs out."),
    )

    objects: ClassVar[models.Manager] = SourceQuerySet.as_manager()

    panels: ClassVar[list[Panel]] = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("website")]),
        MultiFieldPanel(
            [FieldPanel("terms"), FieldPanel("permission_file"), FieldPanel("permission_until")],
            heading=_("Permission"),
        ),
        FieldPanel("slug"),
        FieldPanel("sort_order"),
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        *Term.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("kind", "website", "permission_file", "permission_until")
        ),
    ]

    class Meta(Term.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "slug"], name="source_address")
        ]
