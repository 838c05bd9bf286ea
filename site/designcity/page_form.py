"""The editors' form of every page type: a draft is always kept, what is published is checked."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm

from designcity.embargo import not_before

STOPS_PUBLISHING = "errors_before_publishing"
"""The hook that is asked when a page is submitted or published: `(page, form) -> dict[field, error]`."""


class BasePageForm(WagtailAdminPageForm):
    """The address may stay empty, it is made from the title; checks may stop a page that is to be published."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "title" in self.fields:
            self.fields["title"].widget.attrs["placeholder"] = _("Title of the page")

    def clean(self) -> dict[str, Any]:
        """Move the day of going live to the end of the embargo, so that the editor is told of it."""
        data = self.cleaned_data
        if "go_live_at" in self.fields and data.get("embargo_until"):
            data["go_live_at"] = not_before(data.get("go_live_at"), data["embargo_until"])
        cleaned: dict[str, Any] = super().clean()
        return cleaned

    def is_valid(self) -> bool:
        """Ask the checks too, once everything else is in order and this is no draft."""
        if super().is_valid() and not self.is_deferred_validation:
            self._ask_the_checks()
        return bool(super().is_valid())

    def _ask_the_checks(self) -> None:
        page = self.save(commit=False)
        for errors_of in hooks.get_hooks(STOPS_PUBLISHING):
            for field, error in errors_of(page, self).items():
                self._say(field, error)

    def _say(self, field: str, error: ValidationError) -> None:
        """Say an error at its field, or above the form where the form has no such field."""
        self.add_error(field if field in self.fields else None, error)

    def _post_clean(self) -> None:
        """Hold a draft to what the database asks for: the page type's own rules wait until it is published."""
        self.instance.is_kept_as_draft = self.is_deferred_validation
        try:
            super()._post_clean()
        finally:
            self.instance.is_kept_as_draft = False
