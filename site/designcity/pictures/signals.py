"""When pictures are made: as a draft is saved, as a page is published, as an image is changed.

The work itself is a background task, kept in the transaction of what asks for it. What is still missing when a
page becomes public is not left to it: that would be seen.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published

from designcity.images import DesignImage
from designcity.pages import BasePage
from designcity.pictures import making, tasks
from designcity.pictures.models import SharePicture
from designcity.signals import pages_look_different


@receiver(post_save, sender=Revision)
def make_what_a_draft_shows(instance: Revision, **kwargs: Any) -> None:
    """Have the pictures of a draft made while its editor goes on writing: publishing then finds them."""
    if kwargs.get("update_fields") or not issubclass(instance.content_type.model_class() or object, BasePage):
        return
    if making.missing(making.wanted_by(instance.as_object())):
        tasks.make_pictures.enqueue(int(instance.object_id))


@receiver(page_published)
def make_what_readers_see_first(instance: Any, **kwargs: Any) -> None:
    """Make at once what every browser reads; a draft that was saved some moments before has it already."""
    if isinstance(instance, BasePage):
        wanted = making.wanted_by(instance)
        transaction.on_commit(partial(making.make_plain, wanted), robust=True)


@receiver(page_published)
def draw_what_is_shared(instance: Any, **kwargs: Any) -> None:
    """Have the picture of the headline drawn."""
    if isinstance(instance, BasePage):
        tasks.draw_share_picture.enqueue(instance.pk)


@receiver(pages_look_different)
def make_what_looks_different(page_ids: list[int], **kwargs: Any) -> None:
    """Have made what pages show now, such as the first page of a new file."""
    for page_id in page_ids:
        tasks.make_pictures.enqueue(page_id)


@receiver(post_save, sender=DesignImage)
def make_a_changed_image_anew(instance: DesignImage, created: bool, **kwargs: Any) -> None:
    """Have an image that pages show made anew, with its new focal point or file."""
    if not created:
        tasks.make_pictures_of_image.enqueue(instance.pk)


@receiver(post_delete, sender=SharePicture)
def remove_the_file(instance: SharePicture, **kwargs: Any) -> None:
    """Leave no file behind."""
    instance.remove_file()
