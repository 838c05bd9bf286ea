"""What the translation editor's page is given for the script beside the segments."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail_localize.models import Translation

register = template.Library()


@register.inclusion_tag("translating/beside.html")
def translating_beside(translation: Translation) -> dict[str, Any]:
    """Return where the script asks, and its texts in the editor's language."""
    texts = {
        "changed": _("The original has changed"),
        "before": _("As it was translated before the change"),
        "exact": _("Translated before"),
        "similar": _("%(likeness)s % like this"),
        "terms": _("Terms"),
        "not": _("not:"),
        "take": _("Use this"),
        "comma": pgettext("between names", ", "),
    }
    address = reverse("translating_beside", args=[translation.pk])
    return {"facts": {"address": address, "texts": texts}}
