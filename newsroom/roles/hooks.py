"""What the roles add to the editors' interface: languages in which one works, and their permissions."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page

from newsroom.roles import records
from newsroom.roles.languages import ARRANGE, PUBLISH
from newsroom.roles.localize import lists
from newsroom.roles.localize.titles import PagesByNumber

# Before whatever else answers: upstream's editor of translations among it.
hooks.register("before_edit_snippet", records.refuse_editing, order=-20)
hooks.register("before_delete_snippet", records.refuse_deleting, order=-20)
hooks.register("before_create_snippet", records.refuse_creating, order=-20)


@hooks.register("register_permissions")
def ticks() -> QuerySet[Permission]:
    """Offer, in a group's form, what translators may be allowed beyond editing."""
    names = [name.partition(".")[2] for name in (PUBLISH, ARRANGE)]
    return Permission.objects.filter(content_type__app_label="newsroom", codename__in=names)


@hooks.register("register_admin_urls")
def narrow_upstream() -> list[URLPattern]:
    """Narrow what wagtail-localize registered, when addresses are made: by then every app has registered."""
    lists.narrow_what_is_registered()
    return []


@hooks.register("construct_admin_api")
def tell_titles(router: WagtailAPIRouter) -> None:
    """Let translators be told the titles of the pages that originals link to."""
    router.register_endpoint("pages", PagesByNumber)


@hooks.register("before_convert_alias_page")
def refuse_to_list_a_placeholder(request: HttpRequest, page: Page) -> None:
    """Only who may publish makes a page of its own of a live placeholder: lists and search show it then."""
    if page.live and not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
