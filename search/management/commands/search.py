"""The search's command: set up, rebuild, work, check, forget."""

from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from search.asking.warming import warm_up
from search.editors import backend as editors
from search.editors.forgetting import forget_old
from search.elasticsearch import client, indices
from search.indexing import documents
from search.indexing.comparing import compare, repair, waiting
from search.indexing.rebuilding import Superseded
from search.indexing.rebuilds import carry_out
from search.models import Entry
from search.outbox.recording import record
from search.updates.worker import bring_all, refresh_entries, work


class Command(BaseCommand):
    help = "Look after the public search's indices in Elasticsearch."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["setup", "rebuild", "worker", "update", "check", "forget"])
        parser.add_argument("--repair", action="store_true", help="With check: mend what differs.")
        parser.add_argument("--language", help="One language code; without it, every language.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the action; a server that cannot be reached becomes one sentence."""
        actions: dict[str, Callable[[list[str]], None]] = {
            "setup": self._set_up,
            "rebuild": self._rebuild,
            "worker": lambda languages: work(),
            "update": lambda languages: self._say(f"{bring_all()} pages brought to the index."),
            "check": self._check,
            "forget": lambda languages: self._say(f"{forget_old()} old searches and messages forgotten."),
        }
        languages = [options["language"]] if options["language"] else indices.languages()
        if unknown := set(languages) - set(indices.languages()):
            known = ", ".join(indices.languages())
            raise CommandError(f"There is no language {unknown.pop()} on this site: choose one of {known}.")
        self.repairing = options["repair"]
        try:
            actions[options["action"]](languages)
        except KeyboardInterrupt:
            self._say("Stopped.")
        except (client.SearchUnavailable, Superseded) as error:
            raise CommandError(str(error)) from None
        except (TransportError, ApiError) as error:
            reason = str(error).splitlines()[0]
            raise CommandError(
                f"Elasticsearch refused or did not answer ({reason}). Check that it runs."
            ) from None

    def _set_up(self, languages: list[str]) -> None:
        """Build the indices that are missing or were made with an older mapping."""
        if not client.configured():
            self._say(f"No Elasticsearch: {self._fill_entries()} pages can be found in the database.")
            return
        stale = [code for code in languages if not indices.is_up_to_date(client.writing(), code)]
        self._rebuild(stale)
        for language in languages:
            warm_up(language)
        backend = get_search_backend()
        if isinstance(backend, editors.SearchBackend) and backend.lacks():
            call_command("update_index", verbosity=0)
            self._say("The editors' search is set up.")

    def _rebuild(self, languages: list[str]) -> None:
        for language in languages:
            number = carry_out(language, self._progress)
            self._say(f"{language}: {number} pages in the index.")

    def _fill_entries(self) -> int:
        """Compose the pages that have no entry yet."""
        for locale in Locale.objects.filter(language_code__in=indices.languages()):
            for page_ids in documents.chunks_of(locale):
                record(page_ids - set(Entry.objects.values_list("page_id", flat=True)))
        return refresh_entries()

    def _check(self, languages: list[str]) -> None:
        """Compare every page with its document; differences end the command with an error unless mended."""
        differing = 0
        for language in languages:
            found = compare(language)
            differing += len(found.all)
            self._say(
                f"{language}: {found.pages} pages; in the index {len(found.missing)} missing, "
                f"{len(found.stale)} out of date, {len(found.surplus)} too many."
            )
            if self.repairing:
                repair(found)
        if self.repairing:
            self._say(f"{bring_all()} pages brought to the index.")
        elif differing:
            raise CommandError(
                f"{differing} pages differ, {waiting()} changes wait for the worker. "
                "See that the worker runs, or mend it now: manage.py search check --repair"
            )

    def _progress(self, done: int, total: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r  {done} / {total}", ending="\n" if done >= total else "")

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
