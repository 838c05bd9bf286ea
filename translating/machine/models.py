"""Job: a request to translate pages by machine. Proposal: what the machine said, which no reader sees."""

import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext

from translating.jobs.models import BackgroundJob, JobQuerySet
from translating.machine.troubles import Trouble
from translating.markup import Misfit
from translating.memory.models import digest


class RequestQuerySet(JobQuerySet):
    """How requests are found."""

    def of(self, translation: Translation) -> Self:
        """Keep those that are about a translation, among others."""
        return self.filter(translations__contains=[translation.pk])


class Job(BackgroundJob):
    """A request: which translations, how far it is, and what went wrong. It holds no text."""

    SILENCE: ClassVar[datetime.timedelta] = datetime.timedelta(minutes=10)  # a service takes its time
    ADDRESS: ClassVar[str] = "translating_machine_job"

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    service = models.CharField(max_length=255)
    translations = ArrayField(models.BigIntegerField())
    left = ArrayField(models.BigIntegerField())
    segments = models.PositiveIntegerField(default=0)
    proposed = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=10, choices=Trouble, blank=True)

    wagtail_reference_index_ignore = True  # nobody looks for uses here

    objects = RequestQuerySet.as_manager()

    class Meta(BackgroundJob.Meta):
        verbose_name = _("machine translation")
        verbose_name_plural = _("machine translations")

    def __str__(self) -> str:
        return f"{self.service}, {self.began_at:%Y-%m-%d %H:%M}"

    @property
    def done(self) -> int:
        """How many segments have been dealt with."""
        return self.proposed + self.refused

    @property
    def answer(self) -> str:
        """What went wrong, in a sentence."""
        return str(Trouble(self.trouble).label) if self.trouble else ""


class State(models.TextChoices):
    """What has become of a proposal."""

    OPEN = "open", _("Not read yet")
    ACCEPTED = "accepted", _("Accepted")
    EDITED = "edited", _("Translated otherwise")
    REJECTED = "rejected", _("Rejected")
    REFUSED = "refused", _("Unusable")


class ProposalQuerySet(models.QuerySet):
    """How proposals are found."""

    def open(self) -> Self:
        """Keep those that a person has still to decide on."""
        return self.filter(state=State.OPEN)

    def of(self, translation: Translation) -> Self:
        """Keep those for segments that a translation has now."""
        segments = StringSegment.objects.filter(
            source=translation.source_id, string=models.OuterRef("string"), context=models.OuterRef("context")
        )
        return self.filter(models.Exists(segments), locale=translation.target_locale_id)

    def waiting(self, translation: Translation) -> Self:
        """Keep those that somebody has still to read."""
        return self.open().untranslated(translation)

    def untranslated(self, translation: Translation) -> Self:
        """Keep those for segments that a translation has now, and that are not translated yet."""
        translated = StringTranslation.objects.filter(
            translation_of=models.OuterRef("string"),
            context=models.OuterRef("context"),
            locale=translation.target_locale_id,
        )
        return self.of(translation).filter(~models.Exists(translated))

    def of_objects(self, keys: Any) -> Self:
        """Keep those for pages or records, by their translation keys."""
        return self.filter(context__object__in=keys)


class Proposal(models.Model):
    """What a machine proposes for a segment; only a person's decision makes it a translation."""

    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    service = models.CharField(max_length=255)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="proposals")
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    misfit = models.CharField(max_length=10, choices=Misfit, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True  # nobody looks for uses here

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal of a machine")
        verbose_name_plural = _("proposals of a machine")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["string", "context", "locale"], name="translating_proposal_once")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def digest(self) -> str:
        """What names the words that were read: accepted is what stood there, nothing that came later."""
        return digest(self.text, folding=False)

    @property
    def reason(self) -> str:
        """Why it cannot be used, in a sentence; empty when it can."""
        return str(Misfit(self.misfit).label) if self.misfit else ""
