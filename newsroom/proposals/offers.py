"""The scripts of the proposals, and the words that they show."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


def script() -> SafeString:
    """Return what the editors' forms load."""
    return render_to_string("newsroom/proposals/script.html")
