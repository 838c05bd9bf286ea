"""The one way to take something down, and the one way back: each in one transaction."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import Page

from designcity.images import DesignImage
from removals.takedowns import files, following, pages, passages, pictures
from removals.takedowns.errors import CannotUndo
from removals.takedowns.keeping import Keeping, keeping
from removals.takedowns.models import Kind, Status, Takedown
from removals.takedowns.restoring import restore
from removals.takedowns.signals import put_back
from removals.takedowns.targets import Passage, Target


def take_down(
    target: Target,
    *,
    by: Any,
    reason: str,
    request_number: str = "",
    status: int = Status.FOR_LEGAL_REASONS,
) -> Takedown:
    """Take a page, a picture or a passage out of everything in every language; raises `CannotTakeDown`.

    What readers had is gone with the commit. Files follow at once, and surely: see `files`.
    """
    takedown = Takedown(
        kind=_kind(target),
        title=_title(target)[:255],
        reason=reason,
        request_number=request_number,
        status=status,
        taken_down_by=by,
    )
    try:
        with transaction.atomic():
            takedown.save()
            with keeping(takedown) as notes:
                _take(target, notes, by)
            takedown.save()
    except BaseException:
        if takedown.file:
            takedown.file.delete(save=False)
        raise
    return takedown


@transaction.atomic
def undo(takedown: Takedown, *, by: Any, words: str = "") -> None:
    """Bring back what was taken down; raises `CannotUndo` when it was changed since or is forgotten.

    `words` are for whoever had asked for the removal.
    """
    present = Takedown.objects.select_for_update().get(pk=takedown.pk)
    if not present.can_be_undone:
        raise CannotUndo(_why_not(present))
    page_ids = present.page_ids()
    if present.kind == Kind.PASSAGE:
        passages.refuse_if_edited_since(present, page_ids)
    restore(present)
    present.undone_at, present.undone_by = timezone.now(), by
    present.save()
    if present.kind == Kind.PICTURE:
        pictures.bring_back(present, page_ids)
    (following.pages_back if present.kind == Kind.PAGE else following.pages_changed)(page_ids)
    _log(page_ids, "removals.undo", by)
    files.forget(present)
    put_back.send(sender=Takedown, takedown=present, by=by, words=words)
    takedown.refresh_from_db()


def _take(target: Target, notes: Keeping, by: Any) -> None:
    if isinstance(target, Passage):
        concerned = passages.take(target, notes)
    elif isinstance(target, DesignImage):
        concerned = pictures.take(target, notes)
    else:
        concerned = pages.take(target, notes)
    pages.note_pages(notes.takedown, concerned)
    ids = [page.pk for page in concerned]
    is_page = notes.takedown.kind == Kind.PAGE
    (following.read_anew if is_page else following.pages_changed)(ids)
    _log(ids, "removals.take_down", by)


def _log(page_ids: list[int], action: str, by: Any) -> None:
    for page in Page.objects.filter(pk__in=page_ids).specific():
        log(instance=page, action=action, user=by)


def _kind(target: Target) -> Kind:
    if isinstance(target, Passage):
        return Kind.PASSAGE
    return Kind.PICTURE if isinstance(target, DesignImage) else Kind.PAGE


def _title(target: Target) -> str:
    return str(target.page.title if isinstance(target, Passage) else target.title)


def _why_not(takedown: Takedown) -> str:
    if takedown.undone_at is not None:
        return gettext("It has been brought back already.")
    return gettext("Its term has ended: nothing of it is kept any more.")
