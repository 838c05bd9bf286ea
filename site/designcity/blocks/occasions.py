"""Blocks that show events and calls for entries as cards; a rule goes by the site's clock."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from designcity.blocks.cards import Cards, CardsValue, by_hand, how_many, rule_chooser


class EventRule(models.TextChoices):
    """Which events a rule chooses."""

    CURRENT = "current", _("Upcoming and running")
    PAST = "past", _("Past events, the latest first")
    ALL = "all", _("All, the upcoming first")


class EventCards(Cards):
    """Events: by hand, or those that are to come or are past."""

    page_type = "events.EventPage"
    pages = by_hand(page_type, _("Events"))
    rule = rule_chooser(EventRule, EventRule.CURRENT)
    count = how_many()

    class Meta:
        icon = "calendar-alt"
        label = _("Event cards")
        template = "blocks/event_cards.html"
        preview_template = "blocks/previews/event_cards.html"
        description = _("Events chosen by hand, or always those that are to come or are past.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return the events of the rule: the next ones first, of past ones the latest."""
        rule = value.get("rule") or EventRule.CURRENT
        if rule == EventRule.CURRENT:
            return pages.not_over().soonest_first()
        return (pages.over() if rule == EventRule.PAST else pages).current_first()


class CallRule(models.TextChoices):
    """Which calls a rule chooses."""

    OPEN = "open", _("Open for entries")
    CURRENT = "current", _("Open and to come")
    ALL = "all", _("All, the open ones first")


class CallCards(Cards):
    """Calls for entries: by hand, or those that are open or to come."""

    page_type = "events.CallPage"
    pages = by_hand(page_type, _("Calls for entries"))
    rule = rule_chooser(CallRule, CallRule.CURRENT)
    count = how_many()

    class Meta:
        icon = "form"
        label = _("Call cards")
        template = "blocks/call_cards.html"
        preview_template = "blocks/previews/call_cards.html"
        description = _("Calls for entries chosen by hand, or always those that are open or to come.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return the calls of the rule: what closes next stands first."""
        rule = value.get("rule") or CallRule.CURRENT
        if rule == CallRule.OPEN:
            pages = pages.open()
        elif rule == CallRule.CURRENT:
            pages = pages.not_closed()
        return pages.current_first()
