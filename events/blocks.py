"""Blocks that only calls for entries have."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from designcity.blocks.facts import Step


class EntryStep(Step):
    """One step of entering."""

    class Meta:
        icon = "list-ol"
        label = _("Step")
        template = "events/blocks/entry_step.html"
        description = _("What to do, one step after the other.")
        preview_value = {
            "title": pgettext_lazy("sample", "Register"),
            "text": pgettext_lazy("sample", "Fill in the form."),
        }
