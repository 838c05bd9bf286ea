"""ChatTranslator: a language model behind any endpoint that speaks OpenAI's chat completions.

The protocol: https://platform.openai.com/docs/api-reference/chat/create. Only `model` and `messages` are sent:
every service knows these, and some refuse others.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from translating.glossary.finding import Glossary
from translating.machine import prompts
from translating.machine.talking import post
from translating.machine.troubles import Garbled

PATIENCE = 3
"""After so many answers without sense the model is not asked for the rest."""


class ChatTranslator(BaseMachineTranslator):
    """Translates with the terms of the glossary; options: URL, KEY, MODEL, TIMEOUT, and PAUSE for tests."""

    @property
    def display_name(self) -> str:
        """What people know the service by."""
        return str(self.options["MODEL"])

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        """Whether there is anything to translate; models know every language in some way."""
        return bool(source_locale.language_code != target_locale.language_code)

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Return the translations by their originals, without those that did not come back; raises Failed."""
        glossary = Glossary(target_locale)
        languages = source_locale.language_code, target_locale.language_code
        found = self._translated([one.data for one in strings], languages, glossary)
        return {StringValue(original): StringValue(said) for original, said in found.items()}

    def _translated(self, texts: list[str], languages: tuple[str, str], glossary: Glossary) -> dict[str, str]:
        """Ask for all at once, and for each alone when that answer cannot be read; what fails is left out."""
        try:
            return prompts.read(self._ask(prompts.messages(texts, *languages, glossary)), texts)
        except Garbled:
            if len(texts) == 1:
                return {}
        found: dict[str, str] = {}
        for number, text in enumerate(texts, start=1):
            found |= self._translated([text], languages, glossary)
            if number == PATIENCE and not found:
                raise Garbled
        return found

    def _ask(self, messages: list[dict[str, str]]) -> Any:
        options = self.options
        return post(
            f"{options['URL']}/chat/completions",
            {"model": options["MODEL"], "messages": messages},
            key=options.get("KEY", ""),
            timeout=float(options.get("TIMEOUT", 60)),
            pause=float(options.get("PAUSE", 1.0)),
        )
