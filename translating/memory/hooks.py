"""What the memory adds to the editors' interface."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail import hooks

from translating.memory import views


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses by which the memory goes out and comes in."""
    return [
        path("translating/memory/", views.MemoryImport.as_view(), name="translating_memory_import"),
        path("translating/memory/export/", views.export, name="translating_memory_export"),
    ]


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Let administrators say who may take the memory out and bring one in."""
    return Permission.objects.filter(
        content_type__app_label="translating", codename__in=["view_entry", "add_entry"]
    )
