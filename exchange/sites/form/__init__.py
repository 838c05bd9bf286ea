"""The JSON Lines form: which fields of which models it carries, and how values and references are written."""

from typing import Any

VERSION = 1
Row = dict[str, Any]
"""One line: `type` says what it is, `key` which one; docs/importing.md names every part."""

MEDIA = "media"
"""The folder of the files, beside the lines."""

LINES = "site.jsonl"
