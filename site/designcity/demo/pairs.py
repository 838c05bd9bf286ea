"""Pairs of a Chinese text and its English one, as wagtail-localize cuts them into strings."""

import re
from typing import Any

from wagtail_localize.strings import StringValue, extract_strings

from designcity.demo.errors import DemoError

HAN = re.compile(r"[\u3400-\u9fff]")


def is_pair(value: Any) -> bool:
    """Whether a value of a data file is a text in two languages."""
    return isinstance(value, dict) and bool(value) and set(value) <= {"zh", "en"}


class Pairs:
    """The English strings of one page or record, by the Chinese strings they translate."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.english: dict[str, str] = {}
        self.address = ""

    def plain(self, value: Any, path: str) -> str:
        """Keep a pair of plain texts and return the Chinese one; a bare text stands for itself."""
        if not is_pair(value):
            return str(value)
        zh, en = self._both(value, path)
        self._keep(_plain_data(zh), _plain_data(en), path)
        return zh

    def rich(self, zh: str, en: str, path: str) -> str:
        """Keep the strings of a pair of rich texts, in order, and return the Chinese one."""
        ours, theirs = extract_strings(zh)[1], extract_strings(en)[1]
        if len(ours) != len(theirs):
            raise DemoError(
                f"{self.where}: {path} has {len(ours)} passages in Chinese and {len(theirs)} in English."
            )
        for (source, _), (target, _) in zip(ours, theirs, strict=True):
            self._keep(source.data, target.data, path)
        return zh

    def both(self, value: Any, path: str) -> tuple[str, str]:
        """Return the two texts of a pair, or a bare text twice."""
        return self._both(value, path) if is_pair(value) else (str(value), str(value))

    def translation_of(self, string: str, path: str) -> str:
        """Return the English of one string; a string without Han characters is its own.

        Raises `DemoError` naming the string when its pair is missing, so that nothing stays untranslated.
        """
        if path == "slug":
            return self.address
        english = self.english.get(string, "" if HAN.search(string) else string)
        if not english:
            raise DemoError(f"{self.where}: “{string[:60]}” ({path}) has no English text.")
        return english

    def _both(self, value: dict[str, str], path: str) -> tuple[str, str]:
        for code, language in (("zh", "Chinese"), ("en", "English")):
            if not value.get(code, "").strip():
                raise DemoError(f"{self.where}: {path} has no {language} text.")
        return value["zh"].strip(), value["en"].strip()

    def _keep(self, zh: str, en: str, path: str) -> None:
        if self.english.setdefault(zh, en) != en:
            raise DemoError(
                f"{self.where}: {path} translates “{zh[:60]}” differently from elsewhere on the page."
            )


def _plain_data(text: str) -> str:
    return str(StringValue.from_plaintext(text).data)
