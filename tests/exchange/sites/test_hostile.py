"""Files that are made to do harm: a sentence, at a bounded cost, and whatever is good in them comes."""

import io
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest

from exchange.refusals import Refused
from exchange.sites.bringing import Order, bring
from exchange.sites.form.errors import Unreadable
from exchange.sites.reading import lines as json_lines
from exchange.sites.reading import xml
from exchange.sites.reading.formats import FORMATS
from news.models import ArticlePage
from tests.conftest import Tree
from tests.exchange.sites.conftest import Bring
from tests.exchange.sites.test_lines import article, lines

MOST_MEMORY = 96 * 1024**2
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
DEEP = f"{'<div>' * 5000}x{'</div>' * 5000}"
ENTRY = f"<entry><title>t</title><id>i</id><content type='xhtml'>{DEEP}</content></entry>"


def _bomb(name: str) -> bytes:
    """Return an archive of some kilobytes that unpacks to 512 megabytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(512):
            part.write(bytes(1024**2))
    return file.getvalue()


def _picture_bomb() -> bytes:
    """Return a PNG of some bytes that says it has sixteen thousand million pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    head = (2**17 - 8).to_bytes(4) * 2 + bytes([8, 0, 0, 0, 0])
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("form", [None, *sorted(FORMATS)])
def test_an_archive_is_never_unpacked(zh: Tree, brought: Bring, form: str | None) -> None:
    bomb, began = _bomb("site.jsonl"), time.monotonic()
    tracemalloc.start()
    try:
        report = brought(bomb, "site.zip", format=form)
    except (Refused, Unreadable):
        report = None
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report is None or report.new == 0
    assert most < MOST_MEMORY
    assert time.monotonic() - began < 20
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        f"{LAUGHS}]><rss><channel><item><title>&j;</title></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&a;</title>'
        "</item></channel></rss>",
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd"><rss><channel/></rss>',
        f'<!DOCTYPE feed [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]><feed {ATOM}/>',
        f"<feed {ATOM}>{'<a>' * 200_000}",
        f"<rss>{'<item>' * 200_000}",
        f"<feed {ATOM}>{ENTRY}</feed>",
        f"<rss><channel><item><title>{'a' * (xml.MOST_BYTES + 1)}</title></item></channel></rss>",
        "<rss><channel><item><title>a</channel></rss>",
        '<?xml version="1.0" encoding="no-such-encoding"?><rss/>',
        "<rss>\0</rss>",
    ],
    ids=[
        "laughs",
        "file",
        "address",
        "parameter",
        "deep Atom",
        "deep RSS",
        "deep XHTML",
        "huge",
        "broken",
        "encoding",
        "NUL",
    ],
)
def test_a_hostile_feed_gets_a_sentence(zh: Tree, brought: Bring, content: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable) as said:
        brought(content, "feed.xml", format="feed")
    assert str(said.value)
    assert time.monotonic() - began < 20
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("inner", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>"])
def test_a_text_that_stands_deep_in_its_mark_up_keeps_its_words(zh: Tree, brought: Bring, inner: str) -> None:
    html = f"{inner * 3000}深处的话"
    entry = f"<item><title>t</title><guid>1</guid><description><![CDATA[{html}]]></description></item>"
    brought(f"<rss><channel>{entry}</channel></rss>", "feed.xml", language="zh-hans")
    assert all("深处的话" in str(page.body) for page in ArticlePage.objects.all())


def test_values_that_stand_deep_in_each_other_hinder_no_other_line(zh: Tree, brought: Bring) -> None:
    for depth in (json_lines.DEEPEST + 1, 900):
        deep = f'{{"type": "page", "key": "x", "fields": {"[" * depth}{"]" * depth}}}'
        report = brought(f"{deep}\n{lines(article(zh))}")
        assert report.not_taken == 1
    assert ArticlePage.objects.count() == 1


def test_a_picture_with_more_pixels_than_memory_is_not_taken(zh: Tree, brought: Bring, tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(_picture_bomb())
    row = {"type": "image", "key": "a", "file": "bomb.png", "fields": {"title": "a"}}
    report = brought(lines(row))
    assert (report.new, report.not_taken) == (0, 1)


def test_a_folder_that_names_itself_is_read_once(zh: Tree, tmp_path: Path) -> None:
    (tmp_path / "site.jsonl").symlink_to(tmp_path / "site.jsonl")
    with pytest.raises(OSError, match="symbolic"):
        bring(Order(tmp_path, report=tmp_path / "report.csv"))
