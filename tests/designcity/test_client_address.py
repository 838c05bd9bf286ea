"""Each client is known by its own address, and cannot take another one."""

import pytest
from pytest_django import Settings

from designcity.client_address import client_address

PROXY, CLIENT, MADE_UP = "10.0.0.2", "192.0.2.7", "198.51.100.1"


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        (CLIENT, "", CLIENT),
        (CLIENT, MADE_UP, CLIENT),
        (PROXY, CLIENT, CLIENT),
        (PROXY, f"{MADE_UP}, {CLIENT}", CLIENT),
        (PROXY, f"{CLIENT}, 10.0.0.3", CLIENT),
        (PROXY, "", PROXY),
        ("", CLIENT, CLIENT),
        ("2001:db8::1", "2001:db8:1::5", "2001:db8:1::5"),
        (PROXY, "nonsense", "nonsense"),
    ],
)
def test_client_is_known_behind_the_sites_own_proxies(
    settings: Settings, peer: str, forwarded: str, found: str
) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.0/24", "2001:db8::1"]
    assert client_address({"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}) == found
