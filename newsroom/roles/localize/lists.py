"""What lists and menus show of wagtail-localize: what somebody can use, in the languages in which they work.

Upstream asks for one permission for all languages, or for none at all (wagtail-localize #108).
"""

from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail import hooks
from wagtail.permissions import policy_registry
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet

from newsroom.roles.languages import TRANSLATE, languages_of
from newsroom.roles.localize.editing import may_publish
from newsroom.roles.localize.submitting import languages_to_submit, may_synchronise

Buttons = Callable[..., Iterator[Any]]
SEEING = ("view", "add", "change", "delete")


def connect() -> None:
    """Narrow upstream's report and its list of records."""
    TranslationsReportView.get_queryset = _of_own_languages(TranslationsReportView.get_queryset)
    TranslationsReportView.dispatch = _for_translators(TranslationsReportView.dispatch)
    SnippetViewSet.get_queryset = _that_are_seen


def narrow_what_is_registered() -> None:
    """Narrow upstream's menu entries and buttons, once every app has registered its own."""
    from wagtail_localize import wagtail_hooks as upstream  # imported early, its hooks would come first

    upstream.TranslationsReportMenuItem.is_shown = lambda item, request: _translates(request.user)
    shown = upstream.ConvertToAliasPageActionMenuItem.is_shown
    upstream.ConvertToAliasPageActionMenuItem.is_shown = lambda item, context: (
        shown(item, context) and may_publish(context["request"].user, context["page"])
    )
    for name, buttons in (
        ("register_page_header_buttons", upstream.page_listing_more_buttons),
        ("register_page_listing_more_buttons", upstream.page_listing_more_buttons),
        ("register_snippet_listing_buttons", upstream.register_snippet_listing_buttons),
    ):
        # Wagtail keeps its hooks in this list and has no other way to replace one.
        hooks._hooks[name] = [
            (_that_lead_somewhere(buttons) if registered is buttons else registered, order)
            for registered, order in hooks._hooks[name]
        ]


def _translates(user: Any) -> bool:
    return languages_of(user, TRANSLATE) != set()


def _of_own_languages(get_queryset: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def queryset(view: Any) -> Any:
        languages = languages_of(view.request.user, TRANSLATE)
        found = get_queryset(view).order_by("-source__last_updated_at", "-pk")  # upstream's pages overlap
        return found if languages is None else found.filter(target_locale__language_code__in=languages)

    return queryset


def _for_translators(dispatch: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def checked(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _translates(request.user):
            raise PermissionDenied
        return dispatch(view, request, *args, **kwargs)

    return checked


def _that_are_seen(view: Any) -> Any:
    """Return the records of a kind that the user may see, instead of all."""
    policy = policy_registry.get_by_type(view.get_model())
    return policy.instances_user_has_any_permission_for(view.request.user, SEEING)


def _that_lead_somewhere(buttons: Buttons) -> Buttons:
    """Leave out the buttons that lead somebody who works in some languages only to a refusal."""

    def offered(*args: Any, **kwargs: Any) -> Iterator[Any]:
        instance, user = signature(buttons).bind(*args, **kwargs).args[:2]
        for button in buttons(*args, **kwargs):
            if languages_of(user, TRANSLATE) is None or _leads_somewhere(button.url, instance, user):
                yield button

    return offered


def _leads_somewhere(url: str, instance: Any, user: Any) -> bool:
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source and url.startswith(reverse("wagtail_localize:update_translations", args=[source.pk])):
        return may_synchronise(user, source)
    return bool(languages_to_submit(user, instance))
