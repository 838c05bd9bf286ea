"""What the translation editor's page is given for the scripts beside the segments."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from designcity.languages import direction, html_lang, language_name

register = template.Library()


@register.inclusion_tag("translating/beside.html", takes_context=True)
def translating_beside(context: Context, translation: Translation) -> dict[str, Any]:
    """Return where the scripts ask, and their texts in the editor's language."""
    source, target = translation.source.locale, translation.target_locale
    return {
        "facts": {
            "address": reverse("translating_beside", args=[translation.pk]),
            "languages": {
                "source": written_in(source.language_code),
                "target": written_in(target.language_code),
            },
            "texts": _offers(),
        },
        "comments": {
            "address": reverse("translating_comments", args=[translation.pk]),
            "settle": reverse("translating_comments_settle", args=[translation.pk]),
            "account": context["request"].user.pk,
            "texts": _comments(),
        },
        "has_pages": isinstance(context["instance"], Page),
    }


@register.inclusion_tag("translating/sides.html", takes_context=True)
def translating_sides(context: Context, translation: Translation) -> dict[str, Any]:
    """Return the pages that are shown beside the editor; a record has none."""
    source, target = translation.source.locale, translation.target_locale
    return {
        "has_pages": isinstance(context["instance"], Page),
        "sides": (
            {
                "name": "original",
                "language": language_name(source.language_code),
                "title": _("Original: %(language)s") % {"language": language_name(source.language_code)},
                "address": reverse("translating_original", args=[translation.pk]),
            },
            {
                "name": "translation",
                "language": language_name(target.language_code),
                "title": _("Translation: %(language)s") % {"language": language_name(target.language_code)},
                "address": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
            },
        ),
    }


def written_in(code: str) -> dict[str, str]:
    """Return the attributes of an element whose text is in a language."""
    return {"lang": html_lang(code), "dir": direction(code)}


def _offers() -> dict[str, str]:
    return {
        "changed": _("The original has changed"),
        "before": _("As it was translated before the change"),
        "exact": _("Translated before"),
        "similar": _("%(likeness)s % like this"),
        "terms": _("Terms"),
        "not": _("not:"),
        "take": _("Use this"),
        "comma": pgettext("between names", ", "),
    }


def _comments() -> dict[str, str]:
    return {
        "comment": _("Comment"),
        "comments": _("Comments"),
        "write": _("Write a comment; readers never see it."),
        "send": pgettext("verb", "Comment"),
        "settle": _("Mark as settled"),
        "settled": _("settled"),
        "reopen": _("Open again"),
        "failed": _("The comment was not sent. It is kept in this browser; try again."),
        "lost": _("Comments on sentences that are no longer there"),
    }
