"""The way in: editors' interface, search, files, and the page tree under each language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.cache import patch_cache_control
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve as serve_page

from designcity.sitemaps import LanguagesSitemap

DAY = 24 * 3600


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve what pages show, where no web server stands in front: pictures made for readers, no originals.

    A picture's name changes with its file and its focal point. Only the reader's own browser may keep it: what
    is taken down must not stay in a shared cache.
    """
    response = serve(request, path, str(settings.MEDIA_ROOT))
    patch_cache_control(response, private=True, max_age=DAY)
    return response


urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": LanguagesSitemap}}),
]

if settings.SERVE_MEDIA:
    urlpatterns += [
        re_path(r"^media/(?P<path>images/.*)$", media),
    ]

urlpatterns += i18n_patterns(
    path("search/", include("search.readers.urls")),
    # Wagtail's own pattern takes no address with a dot in it.
    re_path(r"^((?:[\w\-]+/)+(?:event|calendar)\.ics)$", serve_page, name="calendar_file"),
    path("drafts/", include("newsroom.sharing.urls")),
    path("requests/", include("removals.requests.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "designcity.errors.bad_request"
handler404 = "designcity.errors.not_found"
handler500 = "designcity.errors.server_error"
