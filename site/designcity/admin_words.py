"""The words of the editors' interface that Wagtail and wagtail-localize do not mark for translation.

A label that is missing there is made from the English name of its field, column or model. Each gets one here,
by the name that upstream's own code gives it; `tests/admin/test_in_chinese.py` finds what is still missing.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext
from wagtail.admin.forms import choosers
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Collection, Locale, Page
from wagtail.sites.views import IndexView as SiteIndexView
from wagtail.snippets.views import snippets
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize import models as localize
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.report import TranslationsReportFilterSet

FIELDS: dict[type[Any], dict[str, Any]] = {
    LoginForm: {"password": _("Password")},
    choosers.ExternalLinkChooserForm: {"link_text": _("Link text")},
    choosers.AnchorLinkChooserForm: {"link_text": _("Link text")},
    choosers.EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "link_text": _("Link text"),
        "subject": _("Subject"),
        "body": _("Text of the e-mail"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": _("Link text")},
    WorkflowPageForm: {"page": _("Page")},
    PagePermissionsForm: {"page": _("Page")},
}
SITE_COLUMNS = {"port": _("Port"), "site_name": _("Site name"), "root_page": _("Root page")}
FILTERS = {"source_locale": _("Source language"), "target_locale": _("Target language")}
PERMISSIONS = [
    gettext_noop("Can submit translations"),
    gettext_noop("Can publish and unpublish"),
    gettext_noop("Can add, move and delete pages"),
    gettext_noop("Can publish without settled rights, with a reason"),
    gettext_noop("Can see the report of sources and rights"),
    gettext_noop("Can see what was taken down"),
    gettext_noop("Can take down and undo it"),
]
"""Names of permissions, which Wagtail looks up in the catalogues when it shows them."""


class SynchronizationForm(LocaleSynchronization.base_form_class):
    """The form that makes a language follow another one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "enabled" in self.fields:
            self.fields["enabled"].label = _("Enabled")


def name_everything() -> None:
    """Give every field, column and model that lacks a name for translation one."""
    for form, labels in FIELDS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    for column in SiteIndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    for name, label in FILTERS.items():
        TranslationsReportFilterSet.base_filters[name].label = label
    # Upstream writes "25 November 2026", with the English name of the month.
    localize.DATE_FORMAT = edit_translation.DATE_FORMAT = "%Y-%m-%d"
    # Upstream asks for the word while the viewsets are set up, in the language of whoever came first.
    snippets._ = _
    _name_models()
    _name_the_filter_of_choosers()
    _name_the_roots()
    LocaleSynchronization.base_form_class = SynchronizationForm


def _name_models() -> None:
    """Name models and fields after their migrations were read: no migration is due for upstream's apps."""
    Locale._meta.verbose_name, Locale._meta.verbose_name_plural = _("locale"), _("locales")
    Translation._meta.verbose_name = _("translation")
    Translation._meta.verbose_name_plural = _("translations")
    LocaleSynchronization._meta.get_field("sync_from").verbose_name = _("synchronised from")
    SearchView.verbose_name = Page._meta.verbose_name
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural


def _name_the_filter_of_choosers() -> None:
    build = choosers.LocaleFilterMixin.__init__

    def build_with_label(self: Any, *args: Any, **kwargs: Any) -> None:
        build(self, *args, **kwargs)
        if "locale" in self.fields:
            self.fields["locale"].label = _("Locale")

    choosers.LocaleFilterMixin.__init__ = build_with_label


def _name_the_roots() -> None:
    """Name what Wagtail's migrations call “Root” in the editor's language where it is shown; the data stays."""
    page_title, name, indented = Page.get_admin_display_title, Collection.__str__, Collection.get_indented_name

    def titled(self: Page) -> str:
        return pgettext("all pages of the site", "Root") if _is_root(self, self.title) else page_title(self)

    def named(self: Collection) -> str:
        return pgettext("all collections", "Root") if _is_root(self, self.name) else name(self)

    def named_with_indent(self: Collection, *args: Any, **kwargs: Any) -> str:
        return named(self) if _is_root(self, self.name) else indented(self, *args, **kwargs)

    Page.get_admin_display_title = titled
    Collection.__str__, Collection.get_indented_name = named, named_with_indent


def _is_root(node: Page | Collection, name: str) -> bool:
    """Whether a node is the one that Wagtail made, under the name that it gave it."""
    return name == "Root" and bool(node.is_root())
