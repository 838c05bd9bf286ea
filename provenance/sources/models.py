"""Source: who texts and pictures come from, and what its owner permits."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from designcity.file_contents.judging import ALL_ENDINGS
from designcity.file_contents.validating import FileContents
from designcity.private_files import private_storage
from designcity.structured import Description, known
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

    def one_of_each(self, besides: int | None = None) -> Self:
        """Keep one record of each source, that of the source language if there is one; and one more."""
        same = Source.objects.originals().filter(translation_key=models.OuterRef("translation_key"))
        is_only = models.Q(locale__language_code=settings.LANGUAGE_CODE) | ~models.Exists(same)
        return self.filter(is_only | models.Q(pk=besides))


class Source(Term):
    """One record for each language; kind, website and permission are those of the source language's."""

    SHARED = ("kind", "website", "permission_file", "permission_until")

    name = models.CharField(_("name"), max_length=255)
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
        validators=[FileExtensionValidator(ALL_ENDINGS), FileContents()],
        help_text=_("The letter or contract that permits it; only the office can open it."),
    )
    permission_until = models.DateField(
        _("permission ends"),
        null=True,
        blank=True,
        help_text=_("The last day of the permission, so that the office hears of it before it runs out."),
    )

    objects: ClassVar[models.Manager] = SourceQuerySet.as_manager()

    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        *Term.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SHARED),
    ]

    class Meta(Term.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        permissions = [("see_rights_report", "Can see the report of sources and rights")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "slug"], name="source_address")
        ]

    @property
    def permission_has_ended(self) -> bool:
        """Whether the last day of the permission has passed."""
        return self.permission_until is not None and self.permission_until < timezone.localdate()

    def in_language_of(self, page: TranslatableMixin) -> "Source":
        """Return the record in the language of a page, or this one where there is none."""
        if self.locale_id == page.locale_id:
            return self
        translation: Source | None = self.get_translation_or_none(page.locale)
        return translation or self

    def described(self) -> Description:
        """Return what machines are told of the source."""
        kind = "Person" if self.kind == SourceKind.PERSON else "Organization"
        return known({"@type": kind, "name": self.name, "url": self.website})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what all languages share the same in all of them; that of the source language counts."""
        others = type(self).objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        original = others.originals().first()
        if original is not None:
            for name in self.SHARED:
                setattr(self, name, getattr(original, name))
        super().save(*args, **kwargs)
        if original is None:
            others.update(**{name: getattr(self, name) for name in self.SHARED})

    def _readable_slug(self) -> str:
        """Return an address that no other source of this language has."""
        slug = super()._readable_slug()
        same = type(self).objects.filter(locale_id=self.locale_id, slug__startswith=slug).exclude(pk=self.pk)
        taken = set(same.values_list("slug", flat=True))
        numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
        return slug if slug not in taken else next(one for one in numbered if one not in taken)
