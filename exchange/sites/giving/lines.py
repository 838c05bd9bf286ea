"""The lines of a whole site, in an order in which most rows name only what stands before them."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Locale, Page, ReferenceIndex, Site
from wagtail_localize.models import LocaleSynchronization

from designcity.pages import BasePage
from designcity.terms import Term
from exchange.sites.form import VERSION, Row, keys, privacy, rows
from exchange.sites.form.outward import Outward
from exchange.sites.giving.files import Files
from publications.first_page import FirstPage
from removals.models import Takedown, TakenDownPage

CHUNK = 100


class Lines:
    """Yields the rows of the site; `only_live` leaves out what readers don't see yet.

    Private pages stay unless `with_private`.
    """

    def __init__(self, files: Files, only_live: bool = False, with_private: bool = False) -> None:
        self.files = files
        self.only_live = only_live
        self.with_private = with_private
        self.outward = Outward({}, {})
        self.private = 0

    def __iter__(self) -> Iterator[Row]:
        terms = [model for model in keys.record_types().values() if issubclass(model, Term)]
        others = [model for model in keys.record_types().values() if model not in terms]
        return chain(
            self._head(),
            self._records(terms),
            self._files(),
            self._pages(),
            self._records(others),
            self._redirects(),
            self._sites(),
        )

    def total(self) -> int:
        """Return about how many rows there are, for telling how far the export is."""
        models: list[Any] = [get_image_model(), get_document_model(), Redirect, *keys.record_types().values()]
        return self._wanted_pages().count() + sum(model._default_manager.count() for model in models)

    def _head(self) -> Iterator[Row]:
        yield {"type": "meta", "form": VERSION, "site": settings.SITE_URL, "language": settings.LANGUAGE_CODE}
        synced = dict(LocaleSynchronization.objects.values_list("locale_id", "sync_from__language_code"))
        for locale in Locale.objects.order_by("pk"):
            yield {"type": "locale", "key": locale.language_code, "follows": synced.get(locale.pk)}

    def _records(self, models: list[Any]) -> Iterator[Row]:
        for model in models:
            for record in model._default_manager.order_by("pk").iterator(chunk_size=CHUNK):
                yield rows.of_record(record, self.outward)

    def _files(self) -> Iterator[Row]:
        """Yield pictures and files; what lies in a private collection stays here."""
        images = _in_public_collections(get_image_model()).exclude(pk__in=_drawn_anew())
        images = images.prefetch_related("words__locale")
        down = Takedown.objects.document_ids()
        documents = _in_public_collections(get_document_model()).exclude(pk__in=down)
        yield from self.files.rows("image", images, self.outward.images, self.outward)
        yield from self.files.rows("document", documents, self.outward.documents, self.outward)

    def _pages(self) -> Iterator[Row]:
        hidden = Page.objects.filter(depth__gt=1).not_public()
        self.private = 0 if self.with_private else hidden.count()
        ids = list(self._wanted_pages().order_by("path").values_list("pk", flat=True))
        for start in range(0, len(ids), CHUNK):
            numbers = ids[start : start + CHUNK]
            private = privacy.of_pages(numbers)
            for page in Page.objects.filter(pk__in=numbers).order_by("path").specific():
                if isinstance(page, BasePage):
                    said = {"private": private[page.pk]} if page.pk in private else {}
                    yield rows.of_page(page, self.outward) | said

    def _wanted_pages(self) -> Any:
        down = TakenDownPage.objects.down().filter(page__isnull=False)
        pages = Page.objects.filter(depth__gt=1).exclude(pk__in=down.values("page"))
        pages = pages if self.with_private else pages.public()
        return pages.live() if self.only_live else pages

    def _redirects(self) -> Iterator[Row]:
        for redirect in Redirect.objects.order_by("old_path", "pk").iterator(chunk_size=CHUNK):
            yield rows.of_redirect(redirect, self.outward)

    def _sites(self) -> Iterator[Row]:
        for site in Site.objects.filter(is_default_site=True):
            root = self.outward.reference(Page, site.root_page_id)
            yield {"type": "site", "key": "default", "root": root, "name": site.site_name}


def _drawn_anew() -> list[int]:
    """Return the pictures of first pages that nobody chose: every site draws them from its documents."""
    drawn = FirstPage.objects.filter(picture__isnull=False)
    pictures = get_image_model().objects.filter(pk__in=drawn.values("picture"))
    return [picture.pk for picture in pictures if not ReferenceIndex.get_references_to(picture).exists()]


def _in_public_collections(model: Any) -> Any:
    private = CollectionViewRestriction.objects.select_related("collection")
    hidden = [one.pk for kept in private for one in kept.collection.get_descendants(inclusive=True)]
    return model.objects.exclude(collection__in=hidden).prefetch_related("tags")
