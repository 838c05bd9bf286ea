"""Fetches pages and pictures of others: each step looked at, and bounded in size, time and kind."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from exchange.refusals import Refused
from exchange.web.guard import Guard, Place

MOST_REDIRECTS = 5
MOST_SECONDS = 10.0
MOST_BYTES = 5 * 1024**2
CHUNK = 64 * 1024
PAGES = frozenset({"text/html", "application/xhtml+xml"})
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PUBLIC = Guard()


@dataclass(frozen=True)
class Fetched:
    """What was answered, and at which address in the end."""

    address: str
    content: bytes
    charset: str


def fetch(address: str, kinds: frozenset[str], guard: Guard = PUBLIC, seconds: float = MOST_SECONDS) -> Fetched:
    """Return what is at an address, if it is of one of the kinds; raises `Refused`."""
    until = time.monotonic() + seconds
    for _step in range(MOST_REDIRECTS + 1):
        address = urldefrag(address).url
        place = guard.place_of(address)
        try:
            with _answered(place, until) as answer:
                if answer.status not in REDIRECTS:
                    return _taken(answer, address, kinds, until)
                address = urljoin(address, _location(answer))
        except (OSError, http.client.HTTPException) as error:
            raise Refused(_late() if time.monotonic() > until else _silent(place)) from error
    raise Refused(_("This address leads on and on to others: give the last one."))


@contextmanager
def _answered(place: Place, until: float) -> Iterator[http.client.HTTPResponse]:
    """Ask for a place; whatever is sent however slowly, the connection ends with the time."""
    sock = _connected(place, until)
    ended = threading.Timer(max(0.0, until - time.monotonic()), _shut, [sock])
    ended.start()
    connection = http.client.HTTPConnection(place.host, place.port)
    connection.auto_open = 0  # it would look the host up again
    connection.sock = sock
    try:
        connection.request("GET", place.target, headers=_headers(place))
        yield connection.getresponse()
    finally:
        ended.cancel()
        connection.close()
        sock.close()


def _headers(place: Place) -> dict[str, str]:
    return {
        "Host": place.host_header,
        "User-Agent": f"Mozilla/5.0 (compatible; designcity; +{settings.SITE_URL})",
        "Accept": "text/html, image/*;q=0.9",
        "Accept-Language": "*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _connected(place: Place, until: float) -> socket.socket:
    """Connect to one of the addresses that were looked at, and to nothing else."""
    failure: OSError = OSError("no address")
    for number in place.numbers:
        left = until - time.monotonic()
        if left <= 0:
            break
        try:
            sock = socket.create_connection((number, place.port), timeout=left)
        except OSError as error:
            failure = error
            continue
        try:
            return _encrypted(sock, place) if place.scheme == "https" else sock
        except BaseException:
            sock.close()
            raise
    raise failure


def _encrypted(sock: socket.socket, place: Place) -> socket.socket:
    return ssl.create_default_context().wrap_socket(sock, server_hostname=place.host)


def _shut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _location(answer: http.client.HTTPResponse) -> str:
    """Return where a redirect leads; the library reads headers as Latin letters, sites write UTF-8."""
    written = answer.headers.get("Location") or ""
    return written.encode("latin-1", "replace").decode("utf-8", "replace").strip().replace(" ", "%20")


def _taken(answer: http.client.HTTPResponse, address: str, kinds: frozenset[str], until: float) -> Fetched:
    if time.monotonic() > until:
        raise Refused(_late())
    if answer.status != http.client.OK:
        raise Refused(_("The site answered with %(status)s instead of the page.") % {"status": answer.status})
    header = Message()
    header["Content-Type"] = answer.headers.get("Content-Type") or ""
    if header.get_content_type() not in kinds or not header["Content-Type"]:
        raise Refused(_("There is something else than a web page at this address."))
    if int(answer.length or 0) > MOST_BYTES:
        raise Refused(_too_large())
    content = b"".join(_chunks(answer, until))
    return Fetched(address, content, header.get_content_charset() or "")


def _chunks(answer: http.client.HTTPResponse, until: float) -> Iterator[bytes]:
    """Yield what is sent, unpacked as far as it is taken."""
    packed = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packed not in ("identity", "gzip", "x-gzip", "deflate"):
        raise Refused(_silent_kind())
    unpacked = None if packed == "identity" else zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    left = MOST_BYTES
    while chunk := answer.read1(CHUNK):
        piece = unpacked.decompress(chunk, left + 1) if unpacked else chunk
        left -= len(piece)
        if left < 0:
            raise Refused(_too_large())
        yield piece
    if time.monotonic() > until:
        raise Refused(_late())
    if answer.length:
        raise http.client.IncompleteRead(b"")


def _late() -> str:
    return _("The site takes too long to answer: try again later, or paste the page.")


def _silent(place: Place) -> str:
    return _("%(host)s does not answer: look whether the address is right.") % {"host": place.host}


def _silent_kind() -> str:
    return _("The site answers in a way that cannot be read here: paste the page instead.")


def _too_large() -> str:
    return _("What is at this address is too large to bring in.")
