"""Pages, feeds and data go out compressed: a fifth of the bytes, whatever stands in front of the site."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

WORDS = {
    "application/atom+xml",
    "application/json",
    "application/manifest+json",
    "application/xml",
    "image/svg+xml",
}
"""What is text without being called so."""


class CompressedWordsMiddleware(GZipMiddleware):
    """Compress what is text; pictures, files to take away and streams go as they are.

    Django's middleware makes the length of an answer vary, so that it tells nothing of a secret within.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the answer, smaller where that is possible."""
        kind = str(response.headers.get("Content-Type", "")).partition(";")[0].strip()
        is_text = kind.startswith("text/") or kind in WORDS
        if response.streaming or not is_text:
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
