"""The typed base of every page type, and the way from a page to its translation."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Locale, Page, PageManager
from wagtail.query import PageQuerySet

from designcity import pinyin
from designcity.addresses import readable_slug
from designcity.asked_once import once
from designcity.embargo import Embargo
from designcity.images import DesignImage
from designcity.page_form import BasePageForm
from designcity.pictures.models import SharePicture
from designcity.pictures.shapes import CARDS, SHAPES
from designcity.pictures.showing import made_of
from designcity.previews import Preview, modes
from designcity.reason_panel import ReasonPanel
from designcity.streams import stream_fields
from designcity.structured import Description


def in_locale(pages: Iterable[Page], locale: Locale) -> list[Page]:
    """Return the live public translations of `pages` in `locale`, in the order given.

    A page without a live translation there is left out. What their cards show is fetched with them, so that
    the number of queries doesn't grow with the number of pages.
    """
    keys = [page.translation_key for page in pages]
    found = live_and_public().filter(locale=locale, translation_key__in=keys).specific()
    by_key = {page.translation_key: page for page in found}
    ordered = [by_key[key] for key in keys if key in by_key]
    _fetch_for_cards(ordered, locale)
    return ordered


def _fetch_for_cards(pages: list[Page], locale: Locale) -> None:
    for page in pages:
        page.locale = locale
    models.prefetch_related_objects([page for page in pages if page.alias_of_id], "alias_of__locale")
    for model in {type(page) for page in pages}:
        of_one_type = [page for page in pages if type(page) is model]
        models.prefetch_related_objects(of_one_type, *getattr(model, "card_relations", ()))


def private_sections() -> models.Q:
    """Return which pages stand in sections that not everybody may read."""
    found: models.Q = once(private_sections, Page.objects.all().private_q)
    return found


def live_and_public() -> PageQuerySet:
    """Return the pages of any type that everybody may read."""
    return Page.objects.live().exclude(private_sections())


class BasePageQuerySet(PageQuerySet):
    """The vocabulary of all page types."""

    def private_q(self) -> models.Q:
        """Return what makes a page private; `public()` and `private()` ask it."""
        return private_sections()

    def readable(self) -> Self:
        """Keep what the public may read, and not the placeholders of untranslated pages."""
        return self.live().public().filter(alias_of__isnull=True)

    def for_cards(self) -> Self:
        """Fetch with them what a card shows."""
        return self.select_related("locale").prefetch_related(*getattr(self.model, "card_relations", ()))


class BasePage(Embargo):
    """What every page has: a summary, a picture to share, a date of the last review, a readable address."""

    base_form_class = BasePageForm
    kind: ClassVar[str] = "page"
    """The group under which search shows the page: one of `search.asking.results.Kind`."""

    card_relations: ClassVar[tuple[str, ...]] = ("share_image__renditions",)
    """The relations that a card of the page shows."""

    picture_shapes: ClassVar[dict[str, tuple[str, ...]]] = {"share_image": CARDS}
    """The shapes in which the page and its cards show the images of its fields, by the field's name;
    that of a child record is `relation__field`. A block names its own: `picture_shape`, else `body`."""

    is_kept_as_draft = False
    """Set by the editors' form while it keeps a draft."""

    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences, because cards, search results and shared links show nothing else."),
    )
    share_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("share image"),
        help_text=_("Shown when the page is shared; without one, a picture is drawn from the headline."),
    )
    last_reviewed = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("When somebody last checked the page, so that readers see whether it still holds."),
    )

    objects = PageManager.from_queryset(BasePageQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        ReasonPanel(),
        # The address is made from the title when the page is saved: the browser cannot read Han text.
        FieldPanel(
            "title",
            classname="title",
            help_text=_("Stands on cards, in lists and in search results too: say there what is new."),
        ),
        FieldPanel("summary"),
    ]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    help_text=_("Made from the title, Chinese as pinyin; change it only where it reads badly."),
                ),
                FieldPanel(
                    "seo_title",
                    help_text=_("Only where the headline says too little to somebody who finds it elsewhere."),
                ),
                FieldPanel(
                    "search_description",
                    help_text=_("Only where search engines should say something else than the summary."),
                ),
                FieldPanel("share_image"),
            ],
            heading=_("For search engines and sharing"),
        ),
        FieldPanel(
            "show_in_menus", help_text=_("Tick for the few pages that every reader should find from anywhere.")
        ),
    ]
    settings_panels: ClassVar[list[Panel]] = [
        *Page.settings_panels,
        FieldPanel("embargo_until"),
        FieldPanel("last_reviewed"),
    ]

    class Meta:
        abstract = True

    @cached_property
    def card_image(self) -> DesignImage | None:
        """The picture of the page's card; page types with a lead picture put theirs first."""
        return self.share_image

    @cached_property
    def shared_picture_url(self) -> str:
        """The address of the picture that goes with the page when it is shared; empty while there is none.

        The chosen one, else the drawn headline, else the picture of its card, each as soon as it has been made.
        """
        if not self.share_image_id:
            drawn = SharePicture.objects.filter(page_id=self.alias_of_id or self.pk).first()
            if drawn is not None:
                return str(drawn.file.url)
        image = self.share_image or self.card_image
        made = made_of(image, SHAPES["share"]) if image else {}
        return next((str(one.url) for one in made.values()), "")

    @cached_property
    def original_language(self) -> str:
        """The language code that the text is really in: an untranslated page shows its source's text."""
        if self.alias_of_id is None:
            return str(self.locale.language_code)
        return str(self.alias_of.locale.language_code)

    @property
    def is_untranslated(self) -> bool:
        """Whether this is a placeholder that shows the text of another language."""
        return self.original_language != self.locale.language_code

    @property
    def date(self) -> Any:
        """The date that readers see beside the title, or None."""
        return None

    @property
    def by_whom(self) -> str:
        """Whom feeds name as the author of the page; nobody unless its type knows."""
        return ""

    def structured_data(self) -> Description:
        """Return what the page tells machines of its subject; nothing where it is no more than a page."""
        return {}

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """The page itself, and the other ways to look at it while it is edited."""
        return [("", _("Page")), *self.further_preview_modes()]

    @staticmethod
    def further_preview_modes() -> list[tuple[str, Any]]:
        """Return the ways to look at a page besides the page itself: name and label of each."""
        return [(mode.name, mode.label) for mode in modes()]

    def make_preview_request(
        self, original_request: Any = None, preview_mode: Any = None, extra_request_attrs: Any = None
    ) -> Any:
        """Answer with the page, or with another way to look at it."""
        for mode in modes():
            if mode.name == preview_mode:
                return Preview(self, mode).make_preview_request(original_request, "", extra_request_attrs)
        return super().make_preview_request(original_request, preview_mode, extra_request_attrs)

    def searchable_text(self) -> list[str]:
        """Return the page's words beyond title and summary, one string per passage."""
        passages: list[str] = []
        for field in stream_fields(self):
            passages += field.stream_block.get_searchable_content(getattr(self, field.name))
        return [str(passage) for passage in passages if passage]

    def searchable_names(self) -> list[str]:
        """Return other names of what the page is about, such as the short name that people say."""
        return []

    def searchable_terms(self) -> list[str]:
        """Return the names of what the page is filed under, and who it comes from."""
        return []

    def search_facets(self) -> dict[str, Any]:
        """Return by what results are narrowed: `category`, `district` (addresses of terms) and `institutions`
        (translation keys), each where the page has it."""
        return {}

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch with a batch of pages what their search documents need, in few queries."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["translations"] = self.public_translations()
        return context

    def address_below(self, request: HttpRequest, name: str) -> str:
        """Return the address of a file or view below the page, such as `event.ics`."""
        return f"{self.get_url(request) or ''}{name}"

    def public_translations(self) -> list[Page]:
        """Return the live public versions of the page in every language, this one among them."""
        versions = live_and_public().filter(translation_key=self.translation_key)
        return list(versions.select_related("locale").order_by("locale_id"))

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Check everything; of a draft only what the database asks for, so that it can always be kept."""
        if not self.is_kept_as_draft:
            super().full_clean(*args, **kwargs)
            return
        self._set_core_field_defaults()
        exclude = kwargs.get("exclude")
        self.clean_fields(exclude=exclude)
        self._check_slug_is_unique()
        self.validate_constraints(exclude=exclude)

    def _set_core_field_defaults(self) -> None:
        """Make a readable address of an empty one or one in Han text, which Wagtail would drop or keep."""
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if parent_is_known and not (self.slug and self.slug.isascii()):
            readable = readable_slug(self.slug or self.title, phrases=pinyin.phrases())
            self.slug: str = self._get_autogenerated_slug(readable)
        elif self.path and self._state.adding:
            # The form has seen that the address is free; what was kept at the same moment may have taken it.
            self.slug = self._get_autogenerated_slug(self.slug)
        super()._set_core_field_defaults()


def current_locale() -> Locale:
    """Return the locale of the active language, or the site's source locale where it has none."""
    code = get_language() or settings.LANGUAGE_CODE
    return once(
        (Locale, code), lambda: Locale.objects.filter(language_code=code).first() or Locale.get_default()
    )
