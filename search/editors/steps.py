"""What an editor can do about a search that found nothing: the buttons beside it."""

from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from news.models import NewsIndexPage
from search.editors.permissions import may

SMALL = "button button-small button-secondary"


@dataclass(frozen=True)
class NextSteps:
    """The steps that one editor may take, in any language."""

    add_synonym: bool = False
    promote: bool = False
    news: dict[str, int] = field(default_factory=dict)
    """The ids of the news indexes under which the editor may write, by language."""

    @classmethod
    def of(cls, user: Any) -> Self:
        """Ask the permissions once for a whole list."""
        indexes = NewsIndexPage.objects.select_related("locale").order_by("-path")
        return cls(
            may(user, "search.add_synonymgroup"),
            may(user, "search.add_promotedresult"),
            {
                index.locale.language_code: index.pk
                for index in indexes
                if index.permissions_for_user(user).can_add_subpage()
            },
        )

    def buttons(self, language: str, text: str) -> list[Button]:
        """Return the buttons for a query that found nothing."""
        steps: list[Button] = []
        if self.add_synonym:
            filled = {"words": text, "language_code": language}
            steps.append(_button(_("Add a synonym"), "search_synonyms:add", filled))
        if self.promote:
            filled = {"queries": text, "language_code": language}
            steps.append(_button(_("Promote a page"), "search_promoted:add", filled))
        if language in self.news:
            filled = {"title": text}
            steps.append(_button(_("Write an article"), "search_nothing:write", filled, self.news[language]))
        return steps


def _button(label: str, name: str, filled: dict[str, str], *args: Any) -> Button:
    return Button(label, url=f"{reverse(name, args=args)}?{urlencode(filled)}", classname=SMALL)
