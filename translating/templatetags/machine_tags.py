"""What the translation editor's page is given for the script that shows proposals and marks."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from translating.templatetags.translating_tags import written_in

register = template.Library()


@register.inclusion_tag("translating/machine/beside.html")
def translating_machine(translation: Translation) -> dict[str, Any]:
    """Return where the script asks, and its texts in the editor's language."""
    texts = {
        "filled": _("Filled in from the translation memory, please check"),
        "confirm": _("It is right"),
        "proposal": _("Machine translation, not checked: %(service)s"),
        "accept": _("Accept"),
        "edit": _("Take over and edit"),
        "reject": _("Reject"),
        "rejected": _("The machine translation was rejected."),
        "reopen": _("Show it again"),
        "refused": _("The machine’s answer could not be used."),
        "working": _("Machine translation is under way: %(done)s of %(segments)s segments."),
        "waiting": _("Machine translations that nobody has read yet: %(count)s."),
        "marked": _("Filled in from the translation memory and not confirmed yet: %(count)s."),
        "read": _("Read them one after the other"),
        "failed": _("That did not work. Load the page anew and try once more."),
    }
    addresses = {
        "known": reverse("translating_machine", args=[translation.pk]),
        "read": reverse("translating_machine_read", args=[translation.pk]),
        # The segment's number takes the place of the 0.
        "decide": reverse("translating_machine_decide", args=[translation.pk, 0]),
        "confirm": reverse("translating_filled_confirm", args=[translation.pk, 0]),
    }
    target = written_in(translation.target_locale.language_code)
    return {"facts": {"addresses": addresses, "target": target, "texts": texts}}
