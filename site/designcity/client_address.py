"""Whose request it is, also behind the web server in front: what is rationed is rationed for each client."""

from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings


def client_address(environ: Mapping[str, Any]) -> str:
    """Return the address of the client of a request, given its WSGI environment or `request.META`.

    `X-Forwarded-For` counts only where one of TRUSTED_PROXIES sent the request (or a Unix socket did), and of
    its addresses the last that is no such proxy: what stands before it the client may have made up.
    """
    peer = str(environ.get("REMOTE_ADDR", ""))
    if peer and not _is_proxy(peer):
        return peer
    named = [part.strip() for part in str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",") if part.strip()]
    return next((address for address in reversed(named) if not _is_proxy(address)), peer)


def _is_proxy(address: str) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in _proxies(tuple(settings.TRUSTED_PROXIES)))


@cache
def _proxies(networks: tuple[str, ...]) -> list[Any]:
    return [ip_network(network, strict=False) for network in networks]
