"""Take a language into the site that the setting LANGUAGES_OFFERED names."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import to_locale

from designcity.languages import own_name
from newsroom.languages import adding

MOST_AT_ONCE = 300
"""So many placeholders are made while one waits; more are made in the background."""


class Command(BaseCommand):
    """What is there already stays; so the command can be given again, and goes on where it stopped."""

    help = (
        "Makes what a new language needs: its tree, translators, records and index. "
        "Name it in LANGUAGES_OFFERED first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask which language, and whether to wait for a large tree."""
        parser.add_argument("language", help="the code of a language, such as ja")
        parser.add_argument("--wait", action="store_true", help="make all placeholders now, however many")

    def handle(self, *args: Any, language: str, wait: bool, **options: Any) -> None:
        """Make everything, one after the other, and say what was made and what remains."""
        code = language.lower()
        _refuse_what_is_not_offered(code)
        locale = adding.make_locale(code)
        role = adding.make_translators(code)
        self.stdout.write(f"{own_name(code)} ({code}) follows the source language. Its translators: {role}.")
        self._make_placeholders(locale, wait)
        self.stdout.write(f"{adding.hand_records_to_translators(locale)} records wait for their translation.")
        call_command("search", "setup", language=code, stdout=self.stdout)
        if not (settings.LOCALE_PATHS[0] / to_locale(code)).is_dir():
            self.stdout.write("The site's own words have no catalogue in this language: readers see English.")
        self.stdout.write("Now start every process of the site anew, with the same LANGUAGES_OFFERED.")

    def _make_placeholders(self, locale: Any, wait: bool) -> None:
        missing = adding.pages_without_placeholder(locale)
        if missing <= MOST_AT_ONCE or wait:
            adding.make_placeholders.call(locale.language_code)
            self.stdout.write(f"{missing} pages got a placeholder.")
        else:
            adding.make_placeholders.enqueue(locale.language_code)
            self.stdout.write(f"{missing} pages get a placeholder in the background: see that the worker runs.")


def _refuse_what_is_not_offered(code: str) -> None:
    offered = [one for one, _name in settings.LANGUAGES]
    if code not in offered:
        raise CommandError(
            f"The site does not offer {code} yet: set LANGUAGES_OFFERED={','.join([*offered, code])}, for "
            "every process of the site too, and give this command again."
        )
    if code == settings.LANGUAGE_CODE:
        raise CommandError(f"{code} is the source language: there is nothing to add.")
