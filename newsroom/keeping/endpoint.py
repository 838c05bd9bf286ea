"""What the editors' form asks the server: am I still logged in, has my form arrived?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from newsroom.keeping import receipts


@require_GET
def state(request: HttpRequest) -> JsonResponse:
    """Answer whose session this is, with a fresh token and the forms that arrived; 403 when logged out."""
    return JsonResponse(
        {"account": str(request.user.pk), "token": get_token(request), "arrived": receipts.of(request)}
    )


@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """Say, after logging in again in a second tab, that the first one goes on."""
    return TemplateResponse(request, "newsroom/keeping/back.html")
