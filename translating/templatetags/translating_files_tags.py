"""What the page of a file shows."""

from django import template

from translating.files.judging import Verdict

register = template.Library()


@register.filter
def verdict_label(verdict: str) -> str:
    """Return a verdict in the editor's language."""
    return str(Verdict(verdict).label)
