"""Which addresses may be fetched: those of the public internet, whatever way they are written or answered."""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from exchange.refusals import Refused

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2_000
HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]+", re.IGNORECASE)
NAT64 = ipaddress.ip_network("64:ff9b::/96")
GLOBAL = ipaddress.ip_network("2000::/3")
"""All that is given out of IPv6 so far; what is translated or tunnelled to IPv4 is looked at as such."""
SERVANTS = frozenset({ipaddress.ip_address("168.63.129.16")})
"""Public by its number, and yet a service of the machine's own host: it answers in one company's clouds."""

Resolver = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, each once; raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _translated(found)
        return is_public(str(inner)) if inner else found in GLOBAL and _is_plain(found)
    return _is_plain(found)


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address that a translated one stands for."""
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _is_plain(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    strange = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    return address.is_global and not strange and address not in SERVANTS


@dataclass(frozen=True)
class Place:
    """Where to fetch: the address, and the numeric addresses to which alone a connection is opened."""

    address: str
    scheme: str
    host: str
    port: int
    target: str
    numbers: list[str]

    @property
    def host_header(self) -> str:
        """The host as the site is asked for it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True)
class Guard:
    """Looks at an address before it is fetched; only tests have one that permits more."""

    resolve: Resolver = resolved
    permits: Callable[[str], bool] = is_public
    ports: dict[str, int] = field(default_factory=lambda: PORTS)
    other_ports: frozenset[int] = frozenset()

    def place_of(self, address: str) -> Place:
        """Return where to fetch an address; raises `Refused` for what is not public or no address."""
        scheme, host, port, target = self._parts(address)
        try:
            numbers = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise Refused(_("No site is known at %(host)s.") % {"host": host}) from error
        # One that leads inside is enough to refuse: which of them is taken would be chance.
        if not numbers or not all(self.permits(number) for number in numbers):
            raise Refused(_("This address is not on the public internet: only public pages can be brought in."))
        return Place(address, scheme, host, port, target, numbers)

    def _parts(self, address: str) -> tuple[str, str, int, str]:
        try:
            if len(address) > LONGEST_ADDRESS or re.search(r"[\x00-\x20\x7f\\]", address):
                raise ValueError
            parts = urlsplit(address)
            port = parts.port or self.ports[parts.scheme]
            host = parts.hostname or ""
            host = host if ":" in host else host.encode("idna").decode()
            if "@" in parts.netloc or not host or not HOST.fullmatch(host):
                raise ValueError
        except (ValueError, KeyError, UnicodeError) as error:
            raise Refused(_("Give the whole address of a page, beginning with https://.")) from error
        if port not in {*self.ports.values(), *self.other_ports}:
            raise Refused(_("Only addresses without a port of their own can be brought in."))
        return parts.scheme, host, port, _target(parts.path, parts.query)


def _target(path: str, query: str) -> str:
    """Return what to ask a site for, with what is not ASCII as it is sent."""
    whole = f"{path or '/'}?{query}" if query else path or "/"
    return "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in whole
    )
