"""Files of other systems with very many articles in both languages, written as they would come."""

import csv
import json
import uuid
from collections.abc import Iterator
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from tests.corpora.text import CHINESE, ENGLISH, Writer, Writing

HOME = uuid.UUID(int=1, version=4)
NEWS = uuid.UUID(int=2, version=4)
LANGUAGES = (CHINESE, ENGLISH)


def articles(
    count: int, languages: tuple[str, ...] = LANGUAGES
) -> Iterator[tuple[int, uuid.UUID, str, Writing]]:
    """Yield so many articles, as many in each language: number, story, language, text."""
    for number, story in enumerate(Writer(1).articles(count // len(languages))):
        for language in languages:
            yield number, story.translation_key, language, story.writings[language]


def lines(path: Path, count: int, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Write JSON Lines with the tree of a site, in both languages, and its articles."""
    with path.open("w", encoding="utf-8") as out:
        for row in chain(_tree(), map(_line, articles(count, languages))):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def wordpress(path: Path, count: int) -> None:
    """Write a WordPress export whose translations are linked by Polylang."""
    with path.open("w", encoding="utf-8") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
            'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
            "<channel><title>Old</title><link>https://old.example</link>\n"
        )
        for number, _, language, writing in articles(count):
            out.write(_item(number, language, writing))
        out.write("</channel></rss>\n")


def table(path: Path, count: int) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["key", "language", "title", "date", "html"])
        for number, _, language, writing in articles(count):
            rows.writerow([number, language, writing.title, "2024-05-06", _html(writing)])


def _tree() -> Iterator[dict[str, Any]]:
    yield {"type": "meta", "form": 1}
    yield from ({"type": "locale", "key": language} for language in LANGUAGES)
    for key, model, parent, title in (
        (HOME, "home.HomePage", None, "Home"),
        (NEWS, "news.NewsIndexPage", HOME, "News"),
    ):
        for language in LANGUAGES:
            slug = f"{title.lower()}-{language}"
            above = parent and f"{parent}/{language}"
            fields = {"title": title, "slug": slug}
            row = {"type": "page", "key": f"{key}/{language}", "model": model, "parent": above}
            yield row | {"fields": fields}
    yield {"type": "site", "key": "default", "root": f"{HOME}/{CHINESE}", "name": "Benchmark"}


def _line(article: tuple[int, uuid.UUID, str, Writing]) -> dict[str, Any]:
    number, key, language, writing = article
    body = [{"type": "text", "value": _html(writing), "id": str(uuid.UUID(int=number))}]
    fields = {"title": writing.title, "summary": writing.summary, "display_date": "2024-05-06", "body": body}
    return {
        "type": "page",
        "key": f"{key}/{language}",
        "model": "news.ArticlePage",
        "parent": f"{NEWS}/{language}",
        "fields": fields,
    }


def _item(number: int, language: str, writing: Writing) -> str:
    post = 2 * number + LANGUAGES.index(language) + 1
    wordpress_language = {"zh-hans": "zh"}.get(language, language)
    return (
        f"<item><title>{escape(writing.title)}</title><link>https://old.example/{language}/{post}/</link>"
        f"<guid>https://old.example/?p={post}</guid><dc:creator>writer</dc:creator>"
        f"<content:encoded><![CDATA[{_html(writing)}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{writing.summary}]]></excerpt:encoded>"
        f"<wp:post_id>{post}</wp:post_id><wp:post_date>2024-05-06 10:00:00</wp:post_date>"
        f"<wp:post_date_gmt>2024-05-06 02:00:00</wp:post_date_gmt><wp:post_name>p-{post}</wp:post_name>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        f'<category domain="language" nicename="{wordpress_language}">x</category>'
        f'<category domain="post_translations" nicename="pll_{number}">pll_{number}</category>'
        '<category domain="category" nicename="policy">Policy</category></item>\n'
    )


def _html(writing: Writing) -> str:
    return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in writing.body)
