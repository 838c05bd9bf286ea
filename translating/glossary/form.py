"""The form of a term: whoever translates into one language changes what is said in that language."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from newsroom.roles.languages import has_in

CHANGE = "translating.change_glossaryterm"


def may_say(user: Any, locale: Locale) -> bool:
    """Whether somebody may say how terms are translated into a language."""
    return has_in(user, locale.language_code, CHANGE)


def not_yours(locale: Locale) -> str:
    """Return the sentence for a language that is not the person's own."""
    return _("Translations into this language are not yours to change: %(language)s.") % {"language": locale}


class GlossaryForm(WagtailAdminModelForm):
    """Refuses changed translations into languages that are not the person's own; all else is kept as typed."""

    def is_valid(self) -> bool:
        """Look at the translations too."""
        return bool(super().is_valid()) and self._keeps_to_own_languages()

    def _keeps_to_own_languages(self) -> bool:
        known = Locale.objects.in_bulk()
        for form in self.formsets["translations"].forms:
            if form.has_changed():
                ids = {form.initial.get("locale"), getattr(form.cleaned_data.get("locale"), "pk", None)}
                for locale in (known[pk] for pk in ids - {None}):
                    if not may_say(self.for_user, locale):
                        form.add_error("locale", not_yours(locale))
        return not any(form.errors for form in self.formsets["translations"].forms)
