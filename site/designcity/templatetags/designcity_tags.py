"""Template tags and filters that every template has without loading them."""

from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """Return the request's query string with `changes`; an empty value takes its name out."""
    params: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value not in ("", None):
            params[name] = str(value)
    return f"?{params.urlencode()}" if params else "?"


@register.filter
def html_lang(code: str) -> str:
    """Return the `lang` attribute of a language code: `zh-hans` becomes `zh-Hans`."""
    language, _, rest = code.partition("-")
    return f"{language}-{rest.title() if len(rest) == 4 else rest.upper()}" if rest else language
