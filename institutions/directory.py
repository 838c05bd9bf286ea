"""The directory of institutions, filtered by kind, field and district."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from designcity.pages import BasePage
from designcity.pagination import paginated
from institutions.profiles import InstitutionPage, InstitutionQuerySet
from institutions.terms import District, Field, InstitutionKind


class DirectoryPage(BasePage):
    """The list of all institutions under it."""

    PER_PAGE = 24
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["institutions.InstitutionPage"]
    max_count_per_parent = 1
    template = "institutions/directory_page.html"
    page_description = _("The list of all institutions, by kind and district.")

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels]

    class Meta:
        verbose_name = _("directory of institutions")
        verbose_name_plural = _("directories of institutions")

    def institutions(self) -> InstitutionQuerySet:
        """Return the readable institutions under this directory, by name."""
        return InstitutionPage.objects.child_of(self).readable().order_by("title").for_cards()

    def filtered(self, params: dict[str, str]) -> InstitutionQuerySet:
        """Return the institutions that the filters `kind`, `field` and `district` let through."""
        found = self.institutions()
        if params.get("kind"):
            found = found.of_kind(params["kind"])
        if params.get("field"):
            found = found.in_field(params["field"])
        if params.get("district"):
            found = found.in_district(params["district"])
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        params = {name: request.GET.get(name, "") for name in ("kind", "field", "district")}
        return context | {
            "institutions": paginated(request, self.filtered(params), self.PER_PAGE),
            "kinds": InstitutionKind.objects.in_locale(self.locale),
            "fields": Field.objects.in_locale(self.locale),
            "districts": District.objects.in_locale(self.locale),
            "chosen": params,
        }
