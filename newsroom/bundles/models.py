"""Bundle: several pages that go live in one moment, in all their languages, or not at all."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, PageChooserPanel, Panel
from wagtail.models import Locale, Orderable, Page


class BundleState(models.TextChoices):
    """How far a bundle is."""

    DRAFT = "draft", _("In preparation")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    FAILED = "failed", _("Not published")


class BundleQuerySet(models.QuerySet):
    """How bundles are found."""

    def scheduled(self) -> Self:
        """Keep those that wait for their moment, the next first."""
        return self.filter(state=BundleState.SCHEDULED).order_by("publish_at", "pk")

    def due(self) -> Self:
        """Keep those whose moment has come."""
        return self.scheduled().filter(publish_at__lte=timezone.now())

    def planned(self) -> Self:
        """Keep those that wait for their moment, or could not be published at it, the next first."""
        states = (BundleState.SCHEDULED, BundleState.FAILED)
        return self.filter(state__in=states, publish_at__isnull=False).order_by("publish_at", "pk")

    def of_one_page(self, page: Page) -> Self:
        """Keep what waits to be published and names only this page, in whichever language, the latest first."""
        naming = BundlePage.objects.filter(page__translation_key=page.translation_key)
        found = self.with_page_counts().filter(include_translations=True, pages=1)
        waiting = found.exclude(state=BundleState.PUBLISHED).filter(pk__in=naming.values("bundle"))
        return waiting.order_by("-updated_at")

    def with_page_counts(self) -> Self:
        """Add how many pages each names, as `pages`."""
        return self.annotate(pages=models.Count("bundle_pages"))


class Bundle(ClusterableModel):
    """Pages that belong together, by whom and when they are published, and why that failed."""

    title = models.CharField(_("title"), max_length=160, help_text=_("Only editors see it."))
    include_translations = models.BooleanField(
        _("with all translations"),
        default=True,
        help_text=_("The pages go live together with their versions in all other languages, or not at all."),
    )
    left_out = models.ManyToManyField(
        Locale,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("languages left out"),
        help_text=_("What is not ready in them does not hold the others back."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=BundleState, default=BundleState.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
        verbose_name=_("publisher"),
        help_text=_("Who published or scheduled it; the bundle can do what this person may do."),
    )
    decided_at = models.DateTimeField(_("published or scheduled on"), null=True, editable=False)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = BundleQuerySet.as_manager()

    panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel("include_translations"),
        MultipleChooserPanel("bundle_pages", label=_("Pages"), chooser_field_name="page", min_num=1),
    ]

    class Meta:
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        ordering: ClassVar[list[str]] = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def overview_url(self) -> str:
        """The address of its overview in the editors' interface."""
        return reverse("bundles:inspect", args=[self.pk])

    @classmethod
    def for_page(cls, page: Page) -> Self:
        """Return the bundle of a page that waits to be published, made now where there is none."""
        there: Self | None = cls.objects.of_one_page(page).first()
        if there is not None:
            return there
        bundle: Self = cls.objects.create(title=page.get_admin_display_title()[:160])
        BundlePage.objects.create(bundle=bundle, page_id=page.pk)
        return bundle

    @property
    def is_open(self) -> bool:
        """Whether pages can be added and removed: not once it is scheduled or published."""
        return self.state in {BundleState.DRAFT, BundleState.FAILED}


class BundlePage(Orderable):
    """A page of a bundle, in whichever language it was chosen."""

    bundle = ParentalKey(Bundle, on_delete=models.CASCADE, related_name="bundle_pages")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels: ClassVar[list[Panel]] = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["bundle", "page"], name="newsroom_page_once_in_a_bundle")
        ]
