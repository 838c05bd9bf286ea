"""The threads beside the segments, for the editor's script, and a page of them for who edits the original."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import Translation

from translating.access import discussed_by
from translating.comments.forms import CommentForm, SettleForm
from translating.comments.models import Comment
from translating.comments.placing import Thread, threads
from translating.comments.telling import tell
from translating.plain import plain

PER_PAGE = 20


@never_cache
@require_http_methods(["GET", "POST"])
def comments(request: HttpRequest, translation_id: int) -> JsonResponse:
    """Return all threads of a translation; a comment that is sent is kept first."""
    translation = discussed_by(request.user, translation_id)
    if request.method == "POST" and (errors := _write(request, translation)):
        return JsonResponse({"errors": errors}, status=422)
    return JsonResponse({"threads": [_thread(one) for one in threads(translation)]})


@require_POST
def settle(request: HttpRequest, translation_id: int) -> JsonResponse:
    """Settle comments, or open them again, and return all threads."""
    translation = discussed_by(request.user, translation_id)
    _settle(request, translation)
    return JsonResponse({"threads": [_thread(one) for one in threads(translation)]})


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show what is said about a translation, take an answer or settle a thread."""
    translation = discussed_by(request.user, translation_id)
    form = CommentForm(translation=translation)
    if request.method == "POST":
        if "comments" in request.POST:
            _settle(request, translation)
            return redirect(request.get_full_path())
        form = CommentForm(request.POST, translation=translation)
        if form.is_valid():
            _keep(form, request.user)
            return redirect(request.get_full_path())
    return render(request, "translating/comments/page.html", _page(request, translation, form))


def _page(request: HttpRequest, translation: Translation, form: CommentForm) -> dict[str, Any]:
    said = sorted((one for one in threads(translation) if one.comments), key=lambda one: not one.is_open)
    shown = WagtailPaginator(said, PER_PAGE).get_page(request.GET.get("p"))
    return {
        "translation": translation,
        "page_obj": shown,
        "threads": [(_thread(one), _typed(form, one)) for one in shown],
        "form": form,
        "editor": AdminURLFinder(request.user).get_edit_url(translation.get_target_instance()),
    }


def _typed(form: CommentForm, thread: Thread) -> str:
    """Return what was typed for a thread and could not be kept."""
    is_its_own = form.is_bound and form.data.get("context") == str(thread.context)
    return str(form.data.get("text", "")) if is_its_own else ""


def _write(request: HttpRequest, translation: Translation) -> dict[str, Any]:
    form = CommentForm(request.POST, translation=translation)
    if not form.is_valid():
        return form.errors.get_json_data()
    _keep(form, request.user)
    return {}


def _keep(form: CommentForm, author: Any) -> None:
    form.instance.author = author
    with transaction.atomic():
        tell(form.save())


def _settle(request: HttpRequest, translation: Translation) -> None:
    form = SettleForm(request.POST, translation=translation)
    if form.is_valid():
        found = Comment.objects.filter(pk__in=form.cleaned_data["comments"])
        found.reopen() if form.cleaned_data["open"] else found.resolve(request.user)


def _thread(thread: Thread) -> dict[str, Any]:
    return {
        "segment": thread.segment,
        "context": thread.context,
        "string": thread.string,
        "original": plain(thread.original),
        "open": thread.is_open,
        "comments": [_comment(one) for one in thread.comments],
    }


def _comment(comment: Comment) -> dict[str, Any]:
    by = comment.resolved_by
    return {
        "id": comment.pk,
        "author": get_user_display_name(comment.author) if comment.author else "",
        "at": date_format(localtime(comment.written_at), "SHORT_DATETIME_FORMAT"),
        "text": comment.text,
        "settled": comment.resolved_at is not None,
        "settled_by": get_user_display_name(by) if by else "",
    }
