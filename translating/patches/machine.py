"""wagtail-localize writes a machine's words as translations at once; here they become proposals first.

Upstream: https://github.com/wagtail/wagtail-localize/issues/786 (machine translation when pages are synced)
brought `apply_machine_translation`.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as upstreams  # words that wagtail-localize's catalogues have
from wagtail_localize.views import edit_translation, update_translations

from translating.machine.offering import ask_for, destination

_apply_machine_translation = edit_translation.apply_machine_translation


class AskingForm(update_translations.UpdateTranslationsForm):
    """The form of “Sync translated pages”, which says where the text goes and what comes of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say it beside the box, which is there when a service is set up."""
        super().__init__(*args, **kwargs)
        box = self.fields.get("use_machine_translation")
        if box is not None:
            box.label = _("Have the new text translated by machine")
            box.help_text = _(
                "The text is sent to %(service)s (%(host)s). "
                "What comes back waits until somebody has accepted it, and no reader sees it before."
            ) % {"service": destination().name, "host": destination().host}
            self.fields["publish_translations"].help_text = upstreams(
                "Apply the updates and publish immediately. "
                "The changes will use the original language until translated."
            )


def apply_machine_translation(translation_id: int, user: Any, machine_translator: Any) -> bool:
    """Ask for proposals instead of translations; return whether there is anything to ask for."""
    return ask_for(translation_id, user) is not None


def apply() -> None:
    """Put it in place, in both of the modules that know the function."""
    for module in (edit_translation, update_translations):
        module.apply_machine_translation = apply_machine_translation
    update_translations.UpdateTranslationsForm = AskingForm
