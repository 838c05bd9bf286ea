"""A picture that is taken down: gone as if it were deleted, its file kept for the office alone."""

from functools import partial
from pathlib import PurePath

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext
from modelsearch import index
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page

from designcity.images import DesignImage
from designcity.pages import BasePage
from designcity.pictures import making, tasks
from designcity.pictures.making import pages_showing
from designcity.pictures.models import SharePicture
from publications.first_page import FirstPage
from removals.takedowns import files
from removals.takedowns.errors import CannotTakeDown
from removals.takedowns.keeping import Keeping
from removals.takedowns.models import Takedown


def take(image: DesignImage, notes: Keeping) -> list[Page]:
    """Take a picture from wherever it is shown, and return the pages on which that was.

    Fields lose it, and blocks find nothing under its number; both come back with it.
    """
    present = DesignImage.objects.select_for_update().filter(pk=image.pk).first()
    if present is None:
        raise CannotTakeDown(gettext("The picture is not there any more."))
    pages: list[Page] = list(pages_showing(present))
    _keep_file(present, notes.takedown)
    _let_nobody_draw_it_anew(present, notes)
    files.remove_renditions([present.pk])
    files.remove_share_pictures(SharePicture.objects.filter(page__in=pages))
    files.remove_file(str(present.file.name))
    notes.remove(DesignImage.objects.filter(pk=present.pk), references_may_differ=True)
    index.remove_object(present)
    return pages


def bring_back(takedown: Takedown, page_ids: list[int]) -> None:
    """Put the file back under its name, and have the picture made anew where it is shown.

    What every browser reads is made with the commit, as when a page is published; the rest in the background.
    """
    kept = takedown.rows.get(model=DesignImage._meta.label)
    image = DesignImage.objects.get(pk=kept.key)
    storage, name = image.file.storage, takedown.public_name
    if not storage.exists(name):
        with takedown.file.open("rb") as file:
            storage.save(name, File(file))
    transaction.on_commit(partial(making.make_plain, {image.pk: _shapes(image, page_ids)}), robust=True)
    tasks.make_pictures_of_image.enqueue(image.pk)
    insert_or_update_object_task.enqueue("designcity", "designimage", str(image.pk))


def _shapes(image: DesignImage, page_ids: list[int]) -> set[str]:
    """Return in which shapes pages show a picture."""
    pages = Page.objects.filter(pk__in=page_ids).specific()
    wanted = [making.wanted_by(page) for page in pages if isinstance(page, BasePage)]
    return {shape for shapes in wanted for shape in shapes.get(image.pk, set())}


def _keep_file(image: DesignImage, takedown: Takedown) -> None:
    """Copy the file before anything else is done: until the commit, both are there."""
    takedown.public_name = str(image.file.name)
    try:
        with image.file.storage.open(takedown.public_name, "rb") as file:
            takedown.file.save(PurePath(takedown.public_name).name, File(file), save=False)
    except FileNotFoundError as error:
        raise CannotTakeDown(gettext("The file of the picture is not there any more.")) from error


def _let_nobody_draw_it_anew(image: DesignImage, notes: Keeping) -> None:
    """Where the picture was drawn from the first page of a document, the document stays without one."""
    first_pages = FirstPage.objects.filter(picture=image)
    notes.watch(first_pages, may_differ=True)
    first_pages.update(is_drawable=False)
