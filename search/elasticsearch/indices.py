"""The indices in Elasticsearch: one alias for each language, pointing at the index that readers ask."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch, NotFoundError

from search.elasticsearch.mapping import REFRESH_INTERVAL, definition


def languages() -> list[str]:
    """Return the language codes that have an index."""
    return [code for code, _ in settings.LANGUAGES]


def alias(language: str) -> str:
    """Return the name under which readers' requests reach the index of a language."""
    return f"{settings.SEARCH_INDEX_PREFIX}-{language}"


def create(client: Elasticsearch, language: str) -> str:
    """Create a new, empty index for a language, to be filled, and return its name."""
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
    name = f"{alias(language)}-{stamp}"
    body = definition(language)
    body["settings"]["index"]["refresh_interval"] = "-1"  # nobody reads it while it is filled
    client.indices.create(index=name, **body)
    return name


def current(client: Elasticsearch, language: str) -> str | None:
    """Return the index behind the alias, or None before the first rebuild."""
    try:
        behind = client.indices.get_alias(name=alias(language))
    except NotFoundError:
        return None
    return max(behind.body)


def is_up_to_date(client: Elasticsearch, language: str) -> bool:
    """Whether there is an index and it was made with today's mapping."""
    name = current(client, language)
    if name is None:
        return False
    mapping = client.indices.get_mapping(index=name).body[name]["mappings"]
    return bool(mapping.get("_meta") == definition(language)["mappings"]["_meta"])


def swap(client: Elasticsearch, language: str, name: str) -> None:
    """Make `name` ready for readers and point the alias at it; the indices before it go in the same call."""
    client.indices.put_settings(index=name, settings={"refresh_interval": REFRESH_INTERVAL})
    client.indices.refresh(index=name)
    actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": alias(language)}}]
    actions += [{"remove_index": {"index": old}} for old in _all(client, language) if old != name]
    client.indices.update_aliases(actions=actions)


def drop_abandoned(client: Elasticsearch, language: str) -> None:
    """Delete the indices that an interrupted rebuild left behind."""
    kept = current(client, language)
    for name in _all(client, language):
        if name != kept:
            client.indices.delete(index=name, ignore_unavailable=True)


def _all(client: Elasticsearch, language: str) -> list[str]:
    # The stamp is digits only, so that `en` does not sweep up `en-gb`.
    names = client.indices.get(index=f"{alias(language)}-*", ignore_unavailable=True, features="aliases")
    prefix = f"{alias(language)}-"
    return [name for name in names.body if name.removeprefix(prefix).isdigit()]
