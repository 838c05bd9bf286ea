"""The original as the translators have it, rendered beside its translation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET
from wagtail.models import Page

from translating.access import translation_for


@never_cache
@require_GET
@xframe_options_sameorigin
def original(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Render what was brought to the translators last, which need not be what readers see now."""
    page = translation_for(request.user, translation_id).source.as_instance()
    if not isinstance(page, Page):
        raise Http404  # a record has no page of its own
    response: HttpResponse = page.make_preview_request(request, page.default_preview_mode)
    return response
