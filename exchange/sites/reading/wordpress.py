"""WordPress's export (WXR): posts, pages, terms, authors, attachments, languages and old addresses."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from exchange.sites.reading import Found, Unfit
from exchange.sites.reading.articles import Articles, Item, moment
from exchange.sites.reading.given import Given
from exchange.sites.reading.hierarchy import Pages
from exchange.sites.reading.xml import elements, text_of
from exchange.sites.taking.pictures import key_of_address

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"
STATUSES = {"publish": True, "draft": False, "pending": False, "private": False, "future": False}
GROUPS = ("_icl_trid", "trid", "_wpml_trid")
LANGUAGES = ("_icl_lang", "_wpml_language", "language")
PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
BLOCKS = re.compile(r"<(p|div|h[1-6]|ul|ol|table|blockquote|figure)\b|<!-- wp:", re.IGNORECASE)
CAPTION = re.compile(
    r"\[caption[^\]]*\](.*?<img[^>]*>(?:\s*</a>)?)(.*?)\[/caption\]", re.DOTALL | re.IGNORECASE
)
SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]]*\]", re.IGNORECASE)
UPLOADS = "wp-content/uploads/"


def read(given: Given) -> Iterator[Found | Unfit]:
    """Yield the rows of an export: attachments first, since posts show them, then posts and pages.

    The file is gone through once for each level of its pages: those above come first, wherever they stand.
    """
    head = _Head(given)
    yield from head.files()
    articles = Articles(head.origin, given.place)
    levels = head.pages.levels()
    for level in range(max(levels.values(), default=0) + 1):
        for item in elements(given.path, {"item"}, given.at if level == 0 else lambda done: None):
            if levels.get(_part(item, "post_id"), 0) == level:
                yield from _rows(item, head, articles)


class _Head:
    """What is known once the file was gone through: who writes, and which attachments there are."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.origin = ""
        self.authors: dict[str, str] = {}
        self.pictures: dict[str, tuple[str, str]] = {}
        self.pages = Pages()

    def files(self) -> Iterator[Found | Unfit]:
        """Yield the rows of attachments, and learn of authors on the way."""
        wanted = {"item", "link"} | {
            f"{{http://wordpress.org/export/1.{n}/}}{name}"
            for n in (0, 1, 2)
            for name in ("author", "base_blog_url")
        }
        for element in elements(self.given.path, wanted, lambda done: None):
            if element.tag == "item":
                self._page(element)
                yield from self._attachment(element)
            elif element.tag == "link" or element.tag.endswith("base_blog_url"):
                self.origin = self.origin or (element.text or "").strip()
            else:
                self.authors[_part(element, "author_login")] = _part(element, "author_display_name")

    def _page(self, item: Element) -> None:
        """Note where a page stands, if it comes."""
        is_page = _part(item, "post_type") == "page" and _part(item, "status") in STATUSES
        if is_page and text_of(item, "title"):
            self.pages.note(_known(item), _part(item, "post_parent"))

    def _attachment(self, item: Element) -> Iterator[Found | Unfit]:
        address = _part(item, "attachment_url")
        if _part(item, "post_type") != "attachment" or not address:
            return
        where = _where(item)
        title = text_of(item, "title") or address.rpartition("/")[2]
        file = self._file(address)
        if file is None:
            yield Unfit(where, "attachment", title, self._why(address))
            return
        alternative = _meta(item).get("_wp_attachment_image_alt", "")
        is_picture = Path(file).suffix.lower() in PICTURES
        fields = {"title": title[:255]} | ({"description": alternative[:255]} if is_picture else {})
        if is_picture:
            self.pictures[_part(item, "post_id")] = (key_of_address(address), alternative)
        kind = "image" if is_picture else "document"
        row = {"type": kind, "key": key_of_address(address), "file": file, "name": Path(file).name}
        yield Found(where, row | {"fields": fields})

    def _file(self, address: str) -> str | None:
        """Return where in the folder of the media the file of an address lies."""
        if self.given.media is None:
            return None
        path = unquote(urlsplit(address).path).lstrip("/")
        tries = (path, path.rpartition(UPLOADS)[2], path.rpartition("/")[2])
        return next((one for one in tries if one and (self.given.media / one).is_file()), None)

    def _why(self, address: str) -> str:
        if self.given.media is None:
            return _("Its file is not at hand: say with --media-from in which folder the media are.")
        return _("Its file is not in the folder of the media: %s") % address[:200]


def _rows(item: Element, head: _Head, articles: Articles) -> Iterator[Found | Unfit]:
    kind, status = _part(item, "post_type"), _part(item, "status")
    if kind == "attachment":
        return
    title = text_of(item, "title")
    if kind not in ("post", "page"):
        yield Unfit(_where(item), kind[:20], title, _("Items of the kind “%s” have no place here.") % kind[:40])
    elif status not in STATUSES:
        yield Unfit(_where(item), kind, title, _("Its status is “%s”.") % status[:40])
    else:
        yield from articles.rows(_item(item, head, kind, STATUSES[status]))


def _item(item: Element, head: _Head, kind: str, live: bool) -> Item:
    filed, meta = _filed(item), _meta(item)
    picture, alternative = head.pictures.get(meta.get("_thumbnail_id", ""), ("", ""))
    login = text_of(item, AUTHOR)
    guid = text_of(item, "guid")
    return replace(
        _known(item),
        html=composed_html(item.findtext(CONTENT) or ""),
        slug=_part(item, "post_name"),
        summary=_excerpt(item),
        published=_moment(item, "post_date"),
        modified=_moment(item, "post_modified"),
        author=head.authors.get(login) or login,
        categories=filed.get("category", []),
        tags=filed.get("post_tag", []),
        source=meta.get("source_name", ""),
        source_url=meta.get("source_url", ""),
        live=live,
        addresses=[text_of(item, "link"), guid if "?p=" in guid or "?page_id=" in guid else ""],
        picture=picture,
        picture_alt=alternative,
        is_page=kind == "page",
        above=head.pages.above(_part(item, "post_id")) if kind == "page" else None,
        is_private=bool(_part(item, "post_password")),
    )


def _known(item: Element) -> Item:
    """Return what says which item it is, and in which language."""
    filed, meta = _filed(item), _meta(item)
    return Item(
        where=_where(item),
        number=_part(item, "post_id") or text_of(item, "guid"),
        title=text_of(item, "title"),
        language=next(iter(filed.get("language", [])), "") or _first(meta, LANGUAGES),
        group=next(iter(filed.get("post_translations", [])), "") or _first(meta, GROUPS),
    )


def composed_html(content: str) -> str:
    """Return a post's text as HTML: captions as such, paragraphs where WordPress leaves them to blank lines."""
    content = CAPTION.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", content)
    content = SHORTCODE.sub("", content)
    if BLOCKS.search(content):
        return content
    parts = re.split(r"\n\s*\n", content.replace("\r\n", "\n"))
    return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in parts if part.strip())


def _filed(item: Element) -> dict[str, list[str]]:
    """Return under what an item is filed; languages and groups by their address, terms by their name."""
    filed: dict[str, list[str]] = {}
    for one in item.findall("category"):
        domain = one.get("domain") or ""
        by_address = domain in ("language", "post_translations")
        value = (one.get("nicename") if by_address else one.text) or ""
        if value and not (domain == "category" and one.get("nicename") == "uncategorized"):
            filed.setdefault(domain, []).append(value.strip())
    return filed


def _meta(item: Element) -> dict[str, str]:
    found = [one for one in item if one.tag.endswith("}postmeta")]
    return {_part(one, "meta_key"): _part(one, "meta_value") for one in found}


def _part(element: Element, name: str) -> str:
    """Return the text of a part in WordPress's own namespace, whose version differs."""
    for child in element:
        if child.tag.startswith("{http://wordpress.org/export/") and child.tag.endswith(f"}}{name}"):
            return (child.text or "").strip()
    return ""


def _excerpt(item: Element) -> str:
    found = (one for one in item if "/excerpt/" in one.tag)
    return next(((one.text or "").strip() for one in found), "")


def _moment(item: Element, name: str) -> datetime.datetime | None:
    """Return a moment by Greenwich where the export knows it, else by the site's clock."""
    universal = _part(item, f"{name}_gmt")
    if universal and not universal.startswith("0000"):
        found = moment(f"{universal}+00:00")
        if found:
            return found
    return moment(_part(item, name))


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _where(item: Element) -> str:
    return _("item %s") % (_part(item, "post_id") or text_of(item, "guid"))[:80]
