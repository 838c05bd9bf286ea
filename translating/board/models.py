"""TranslationStatus: how far an original is in one language; StatusChange: what has to be looked at anew."""

from typing import ClassVar, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from designcity.times import today
from translating.board.states import WITH_WORDS_TO_DO, State


class TranslationStatusQuerySet(models.QuerySet):
    """How the lines of the board are found and put in order."""

    def unfinished(self) -> Self:
        """Keep what is not live as it should be."""
        return self.exclude(state=State.LIVE)

    def to_translate(self) -> Self:
        """Keep what a translator has something to do with."""
        return self.filter(state__in=WITH_WORDS_TO_DO)

    def of(self, person: object) -> Self:
        """Keep what somebody has."""
        return self.filter(assignment__person=person)

    def nobodys(self) -> Self:
        """Keep what nobody has."""
        return self.filter(assignment__isnull=True)

    def overdue(self) -> Self:
        """Keep what should have been done before today."""
        return self.unfinished().filter(assignment__due_on__lt=today())

    def most_urgent_first(self) -> Self:
        """Put what is due first before the rest, and that in the order in which it is worked on."""
        rank = Case(*(When(state=state, then=Value(at)) for at, state in enumerate(State)))
        return self.order_by(F("assignment__due_on").asc(nulls_last=True), rank, F("since").desc(), "pk")


class TranslationStatus(models.Model):
    """One original in one other language; worked out from what it rests on, and never edited.

    There is no key to pages, which come and go without waiting for the board: a change of the database names
    what has to be worked out anew.
    """

    wagtail_reference_index_ignore = True

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    source_locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    original_id = models.CharField(max_length=255)
    version_id = models.CharField(max_length=255, blank=True)
    source_id = models.PositiveBigIntegerField(null=True)
    section_id = models.PositiveBigIntegerField(null=True)
    title = models.CharField(_("title"), max_length=255)
    is_page = models.BooleanField(default=True)
    state = models.CharField(_("state"), max_length=12, choices=State)
    since = models.DateTimeField(_("since"), null=True)
    is_behind = models.BooleanField(default=False)
    segments = models.PositiveIntegerField(default=0)
    translated = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    to_do = models.PositiveIntegerField(_("characters or words to do"), default=0)

    objects = TranslationStatusQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("status board")
        default_permissions: ClassVar[tuple[str, ...]] = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="translating_one_status_each")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "state", "since"], name="translating_status_by_state"),
            models.Index(fields=["locale", "section_id", "state"], name="translating_status_by_section"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def new(self) -> int:
        """How many passages wait that have no earlier translation."""
        return self.segments - self.translated - self.changed


class StatusChangeQuerySet(models.QuerySet):
    """How changes are noted by hand; the database notes most of them itself."""

    def note(self, keys: "models.QuerySet | set") -> None:
        """Note originals by their translation keys."""
        self.bulk_create([self.model(translation_key=key) for key in keys], batch_size=5000)


class StatusChange(models.Model):
    """An original of which something changed; written by triggers, in the transaction of the change itself."""

    wagtail_reference_index_ignore = True

    translation_key = models.UUIDField()

    objects = StatusChangeQuerySet.as_manager()

    class Meta:
        default_permissions: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return str(self.translation_key)
