"""From an item of another system to its rows: its terms, its source, the article, its old addresses."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from designcity import pinyin
from designcity.addresses import readable_slug
from exchange.sites.form import Row
from exchange.sites.form.keys import from_elsewhere, of_version
from exchange.sites.reading import Found, Unfit
from exchange.sites.reading.places import Place

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_NAME = 255, 400, 120
PLENTY = 100_000
"""Items whose keys are remembered, so that two of them never become one page."""


@dataclass
class Item:
    """An item as another system has it; `group` joins its translations, `where` is its place in the file."""

    where: str
    number: str
    title: str
    html: str = ""
    language: str = ""
    group: str = ""
    slug: str = ""
    summary: str = ""
    published: datetime.datetime | None = None
    modified: datetime.datetime | None = None
    author: str = ""
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    source: str = ""
    source_url: str = ""
    live: bool = True
    addresses: list[str] = field(default_factory=list)
    picture: str = ""
    picture_alt: str = ""
    is_page: bool = False
    above: "Item | None" = None
    """The page under which it stands, where that comes too."""
    is_private: bool = False


class Articles:
    """Makes the rows of items; `origin` is the system that they come from, and where keys are counted from."""

    def __init__(self, origin: str, place: Place) -> None:
        self.origin = origin
        self.place = place
        self.phrases = pinyin.phrases()
        self.named: set[str] = set()
        self.seen: set[str] = set()

    def rows(self, item: Item) -> Iterator[Found | Unfit]:
        """Yield the rows of an item, what it names before itself."""
        language = self.place.known(item.language)
        parent = language and self._parent(item, language)
        why = self._unfit(item, language, parent)
        if why:
            yield Unfit(item.where, "page", item.title[:200], why)
            return
        fields, terms = self._fields(item, language)
        yield from (Found(item.where, row) for row in terms)
        key = self._key(item, language)
        model = "home.StandardPage" if item.is_page else "news.ArticlePage"
        row: Row = {"type": "page", "key": key, "model": model, "parent": parent, "fields": fields}
        if item.is_private:
            row["private"] = {"kind": "login"}
        if tags := [term["key"] for term in terms if term["model"] == "news.Tag"]:
            row["children"] = {"article_tags": [{"tag": tag, "sort_order": n} for n, tag in enumerate(tags)]}
        yield Found(item.where, row)
        for address in dict.fromkeys(filter(None, map(path_of, item.addresses))):
            yield Found(item.where, {"type": "redirect", "key": address, "to_page": key, "permanent": True})

    def _parent(self, item: Item, language: str) -> str | None:
        """Return under which page an item goes: that of its own system, if it is there in the same language."""
        if not item.is_page:
            return self.place.index(language)
        if item.above is not None and self.place.known(item.above.language) == language:
            return self._group_key(item.above, language)
        return self.place.home(language)

    def _unfit(self, item: Item, language: str, parent: str | None) -> str:
        if not item.title.strip():
            return _("It has no title.")
        if not language:
            return (
                _("This site is not offered in the language “%s”: see LANGUAGES_OFFERED.") % item.language[:20]
            )
        if not parent:
            return _("There is no place for it in this language: say with --into where articles go.")
        return ""

    def _key(self, item: Item, language: str) -> str:
        """Return the key by the group of translations; a second one in the same language has one of its own."""
        key = self._group_key(item, language)
        if item.group and key in self.seen:
            key = of_version(from_elsewhere(self.origin, f"item {item.number}"), language)
        if len(self.seen) < PLENTY:
            self.seen.add(key)
        return key

    def _group_key(self, item: Item, language: str) -> str:
        group = f"group {item.group}" if item.group else f"item {item.number}"
        return of_version(from_elsewhere(self.origin, group), language)

    def _fields(self, item: Item, language: str) -> tuple[Row, list[Row]]:
        title = " ".join(strip_tags(item.title).split())[:LONGEST_TITLE]
        fields: Row = {
            "title": title,
            "slug": readable_slug(unquote(item.slug) or title, phrases=self.phrases),
            "summary": " ".join(strip_tags(item.summary).split())[:LONGEST_SUMMARY],
            "body": {"html": item.html},
            "live": item.live,
        }
        published = item.published
        if published and item.live:
            fields["first_published_at"] = published.isoformat()
            fields["last_published_at"] = (item.modified or published).isoformat()
        if item.is_page:
            return fields, []
        if published:
            fields["display_date"] = timezone.localdate(published).isoformat()
        fields["author"] = item.author[:LONGEST_NAME]
        if item.picture:
            fields |= {"lead_image": item.picture, "lead_image_alt": (item.picture_alt or title)[:255]}
        return fields, self._terms(item, fields, language)

    def _terms(self, item: Item, fields: Row, language: str) -> list[Row]:
        """Return the rows of the terms; an article has one category, further ones are tags."""
        terms = []
        category, *others = item.categories or [""]
        if category:
            terms.append(self._term("news.Category", category, language))
            fields["category"] = terms[0]["key"]
        names = dict.fromkeys([*others, *item.tags])
        terms += [self._term("news.Tag", name, language) for name in names if name]
        if item.source:
            source = self._term("provenance.Source", item.source, language)
            terms.append(source)
            fields |= {"source_kind": "repost", "source": source["key"], "source_url": item.source_url}
        return terms

    def _term(self, model: str, name: str, language: str) -> Row:
        name = " ".join(name.split())[:LONGEST_NAME]
        key = of_version(from_elsewhere(self.origin, f"{model} {name}"), language)
        fields: dict[str, Any] = {"name": name, "slug": readable_slug(name, "term", self.phrases)}
        return {"type": "record", "key": key, "model": model, "fields": fields}


def path_of(address: str) -> str:
    """Return what of an old address can be redirected: its path, with the question if there is one."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or not (parts.path.strip("/") or parts.query):
        return ""
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path


def moment(text: str) -> datetime.datetime | None:
    """Return the moment that a text in ISO's form says, by the site's clock where it names no zone."""
    try:
        found = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else timezone.make_aware(found, timezone.get_default_timezone())
