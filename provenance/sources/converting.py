"""Makes sources of the names that articles and pictures once carried as texts, and names of the sources again.

Everything here works on the models of a migration's registry of apps.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from designcity.addresses import readable_slug

Named = tuple[int, str]
"""The id of a language's locale, and a name in it."""


@dataclass
class Names:
    """The names that are in use, and which of them stand for the same source in several languages."""

    keys: dict[Named, uuid.UUID] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    taken: dict[uuid.UUID, set[int]] = field(default_factory=lambda: defaultdict(set))

    def together(self, names: Iterable[Named]) -> None:
        """Note names that an article and its translations carry: one source, as far as that can be.

        A name that another article has put with a different translation already stays there.
        """
        names = [name for name in dict.fromkeys(names) if name[1]]
        known = next((self.keys[name] for name in names if name in self.keys), None)
        for name in names:
            if name in self.keys:
                continue
            key = known if known is not None and name[0] not in self.taken[known] else uuid.uuid4()
            self.keys[name] = key
            self.texts.add(name[1])
            self.taken[key].add(name[0])
            known = known or key

    def also(self, locale: int, name: str) -> None:
        """Note a name of an older version, unless it is known in any language: it may be a text still to
        be translated."""
        if name not in self.texts:
            self.together([(locale, name)])


class Made:
    """The ids of the records."""

    def __init__(self, ids: dict[Named, int]) -> None:
        self.ids = ids
        self.by_name = {name: pk for (_, name), pk in reversed(ids.items())}

    def get(self, locale: int, name: str) -> int | None:
        """Return the record of a name in a language, else in any."""
        return self.ids.get((locale, name), self.by_name.get(name))


def make_sources(apps: Any, names: Names) -> Made:
    """Make a record of every name that has none yet, the source language's first."""
    model = apps.get_model("provenance", "Source")
    existing = list(model.objects.order_by("-pk"))
    made = {(source.locale_id, source.name): source.pk for source in existing}
    slugs = {source.translation_key: source.slug for source in existing}
    for name, key in _source_language_first(apps, names):
        if name not in made:
            slugs[key] = slugs.get(key) or _free_slug(name[1], set(slugs.values()))
            source = model.objects.create(
                locale_id=name[0], name=name[1], translation_key=key, slug=slugs[key], kind="media"
            )
            made[name] = source.pk
    return Made(made)


def source_locale(apps: Any) -> Any:
    """Return the locale of the language that the site is written in, made if it is missing."""
    locale, _ = apps.get_model("wagtailcore", "Locale").objects.get_or_create(
        language_code=settings.LANGUAGE_CODE
    )
    return locale


def bare(name: Any) -> str:
    """Return a name without what surrounds it; `None` is no name."""
    return str(name or "").strip()


def change_content(record: Any, attribute: str, change: Any) -> None:
    """Change the serialised page of a revision (a dict) or of what is being translated (a text)."""
    content = getattr(record, attribute)
    is_text = isinstance(content, str)
    data = json.loads(content) if is_text else content
    if isinstance(data, dict) and change(data):
        setattr(record, attribute, json.dumps(data, ensure_ascii=False) if is_text else data)
        record.save(update_fields=[attribute])


def _source_language_first(apps: Any, names: Names) -> list[tuple[Named, uuid.UUID]]:
    own = source_locale(apps).pk if names.keys else None
    return sorted(names.keys.items(), key=lambda item: item[0][0] != own)


def _free_slug(name: str, taken: set[str]) -> str:
    slug = readable_slug(name, fallback="source")
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)
