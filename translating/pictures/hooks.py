"""Where the list of pictures stands."""

from django.urls import URLPattern, path
from wagtail import hooks

from translating.pictures.views import Pictures


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the address of the list."""
    return [path("translating/pictures/", Pictures.as_view(), name="translating_pictures")]
