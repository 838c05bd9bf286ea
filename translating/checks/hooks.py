"""What this room adds to the newsroom's checks."""

from wagtail import hooks

from translating.checks import filled, terms

hooks.register("checks_of_translation", terms.check)
hooks.register("checks_of_translation", filled.check)
