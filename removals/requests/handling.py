"""What can be done with a request, each in one transaction with its history and its mails."""

import datetime
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from designcity.times import today
from removals.requests import deciding, history
from removals.requests.correspondence import RequestFile, RequestMessage, RequestNote
from removals.requests.history import What
from removals.requests.kinds import Scope, State
from removals.requests.mails import MailKind, tell_claimant, tell_officers
from removals.requests.models import RemovalRequest
from removals.requests.numbers import next_number
from removals.requests.uploads import plain_name

NOWHERE_ELSE: Mapping[str, str] = MappingProxyType({})


class Refused(Exception):
    """Why something cannot be done with a request, in a sentence for the officer."""


@transaction.atomic
def receive(request: RemovalRequest, files: Iterable[UploadedFile]) -> RemovalRequest:
    """Take in a request: number, deadline, files, history, and the mails to both sides."""
    request.number = next_number()
    request.due_on = today() + datetime.timedelta(days=settings.REQUEST_DEADLINE_DAYS)
    request.save()
    _keep_files(request, files)
    history.write(request, What.RECEIVED)
    tell_claimant(MailKind.RECEIVED, request)
    tell_officers(MailKind.NEW, request)
    return request


@transaction.atomic
def hear(request: RemovalRequest, text: str, files: Iterable[UploadedFile]) -> RequestMessage:
    """Take in a message of the claimant; one that the office waited for puts the request back on the desk."""
    held = _held(request)
    if held.is_closed:
        raise Refused(_("The request is closed: nothing can be added to it."))
    message = RequestMessage.objects.create(request=held, text=text)
    _keep_files(held, files, message)
    history.write(held, What.CLAIMANT_WROTE)
    if held.state == State.WAITING:
        _set_state(held, State.IN_REVIEW, None)
        held.due_on = max(held.due_on, today() + datetime.timedelta(days=settings.REQUEST_DEADLINE_DAYS))
        held.save(update_fields=["due_on"])
    tell_officers(MailKind.CLAIMANT_WROTE, held, message=message)
    return message


@transaction.atomic
def answer(request: RemovalRequest, text: str, by: Any) -> RequestMessage:
    """Write to the claimant."""
    held = _open(request)
    message = _write(held, text, by)
    tell_claimant(MailKind.MESSAGE, held, message=message)
    return message


@transaction.atomic
def note(request: RemovalRequest, text: str, by: Any) -> None:
    """Write down something for the other officers."""
    held = _open(request)
    RequestNote.objects.create(request=held, author=by, text=text)
    history.write(held, What.NOTED, by)


@transaction.atomic
def assign(request: RemovalRequest, officer: Any, by: Any) -> None:
    """Make a request an officer's, or nobody's."""
    held = _open(request)
    before = get_user_display_name(held.assigned_to) if held.assigned_to else ""
    if held.assigned_to != officer:
        held.assigned_to = officer
        held.save(update_fields=["assigned_to"])
        history.write(held, What.ASSIGNED, by, before, get_user_display_name(officer) if officer else "")


@transaction.atomic
def set_deadline(request: RemovalRequest, day: datetime.date, by: Any) -> None:
    """Give a request another deadline."""
    held = _open(request)
    if held.due_on != day:
        history.write(held, What.DEADLINE, by, held.due_on.isoformat(), day.isoformat())
        held.due_on = day
        held.save(update_fields=["due_on"])


@transaction.atomic
def move(request: RemovalRequest, state: State, by: Any, words: str = "") -> None:
    """Bring a request into another state, and tell the claimant with the office's words.

    What was taken down is put back when a grant is undone; raises Refused for a state that may not follow.
    """
    held = _open(request)
    if state == State.GRANTED:
        raise Refused(_("Say what is taken down."))
    _may_follow(held, state)
    if state == State.UNDONE and _put_back(held, by, words):
        return  # was_put_back() did the rest
    _tell(held, state, by, words)


@transaction.atomic
def grant(
    request: RemovalRequest,
    scope: Scope,
    by: Any,
    words: str,
    reason: str = "",
    passage: str = "",
    elsewhere: Mapping[str, str] = NOWHERE_ELSE,
) -> None:
    """Grant a request: what it asks for is taken down in the same transaction, or nothing happens.

    `elsewhere` is what the passage is called in other languages, as in `takedowns.targets.Passage`.
    """
    held = _open(request)
    _may_follow(held, State.GRANTED)
    held.scope = scope
    held.save(update_fields=["scope"])
    if scope != Scope.NOTHING:
        try:
            deciding.take_down(held, scope, by, reason, passage, elsewhere)
        except deciding.Impossible as error:
            raise Refused(str(error)) from error
        history.write(held, What.TAKEN_DOWN, by, after=scope)
    _tell(held, State.GRANTED, by, words)


def was_put_back(takedown: Any, by: Any, words: str, **kwargs: Any) -> None:
    """Note that what was taken down for a request is online again, whichever way that was done."""
    for held in RemovalRequest.objects.select_for_update().filter(takedown=takedown, state=State.GRANTED):
        history.write(held, What.PUT_BACK, by)
        _tell(held, State.UNDONE, by, "" if held.is_closed else words)


def _put_back(request: RemovalRequest, by: Any, words: str) -> bool:
    try:
        return deciding.put_back(request, by, words)
    except deciding.Impossible as error:
        raise Refused(str(error)) from error


def _tell(request: RemovalRequest, state: State, by: Any, words: str) -> None:
    _set_state(request, state, by)
    message = _write(request, words, by) if words else None
    tell_claimant(MailKind.STATE, request, state=state, message=message)


def _set_state(request: RemovalRequest, state: State, by: Any) -> None:
    history.write(request, What.STATE, by, request.state, state)
    request.state = state
    request.decided_at = timezone.now() if state.is_decided else None
    request.save(update_fields=["state", "decided_at"])


def _write(request: RemovalRequest, text: str, by: Any) -> RequestMessage:
    history.write(request, What.OFFICE_WROTE, by)
    return RequestMessage.objects.create(request=request, text=text, author=by, is_from_office=True)


def _keep_files(
    request: RemovalRequest, files: Iterable[UploadedFile], message: RequestMessage | None = None
) -> None:
    for file in files:
        name, size = plain_name(str(file.name)), file.size or 0
        RequestFile.objects.create(request=request, message=message, file=file, name=name, size=size)


def _held(request: RemovalRequest) -> RemovalRequest:
    """Return the request as it stands now, held until the transaction ends: two officers take turns."""
    return RemovalRequest.objects.select_for_update().get(pk=request.pk)


def _open(request: RemovalRequest) -> RemovalRequest:
    held = _held(request)
    if held.is_closed:
        raise Refused(_("The request is closed: its personal data has been deleted."))
    return held


def _may_follow(request: RemovalRequest, state: State) -> None:
    if state not in request.next_states:
        raise Refused(
            _("The request is “{before}”: it cannot become “{after}”.").format(
                before=request.step.label, after=state.label
            )
        )
