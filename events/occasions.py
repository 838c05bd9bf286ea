"""What events and calls have in common: a picture, a text, files, and what of the site they concern."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, Panel
from wagtail.fields import StreamField

from designcity.blocks import BODY
from designcity.blocks.links import Download
from designcity.illustrated import IllustratedPage
from designcity.naming import NamingQuerySet


class OccasionQuerySet(NamingQuerySet):
    """The vocabulary that events and calls share."""

    NAMED = ("institution_links__institution", "campaign_links__campaign")


class Occasion(IllustratedPage):
    """Something with a beginning and an end, whose links to institutions and campaigns have the same names."""

    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    attachments = StreamField(
        [("file", Download())],
        verbose_name=_("attachments"),
        blank=True,
        help_text=_("Files that readers need beside the text; the search finds what stands in them."),
    )

    link_panels: ClassVar[list[Panel]] = [
        MultipleChooserPanel("institution_links", label=_("Organisers"), chooser_field_name="institution"),
        MultipleChooserPanel("campaign_links", label=_("Part of the campaigns"), chooser_field_name="campaign"),
        FieldPanel("attachments"),
    ]

    class Meta:
        abstract = True


def grouped(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return pages in their order, as groups: `title`, and its `pages`; a page says its group's title."""
    groups: list[dict[str, Any]] = []
    for page in pages:
        title = str(page.group_title)
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "pages": []})
        groups[-1]["pages"].append(page)
    return groups
