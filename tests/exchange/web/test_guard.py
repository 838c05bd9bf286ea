"""Nothing but the public internet is fetched, whatever way an address is written or a name answered."""

import pytest

from exchange.refusals import Refused
from exchange.web.fetching import PAGES, fetch
from exchange.web.guard import Guard, is_public
from tests.exchange.web.site import Server


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://１２７.0.0.1/",
        "http://0.0.0.0/",
        "http://0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.100.100.200/",
        "http://169.254.169.254/latest/meta-data/",
        "http://168.63.129.16/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:db8::1]/",
        "http://[fc00::1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25lo]/",
        "http://[fd00:ec2::254]/",
        "http://[ff02::1]/",
        "http://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org\\@127.0.0.1/",
        "http://127.0.0.1\\.example.org/",
        "http://example.org:22/",
        "http://example.org:5432/",
        "https://example.org:9200/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://127.0.0.1:25/",
        "//example.org/",
        "example.org",
        "http:///",
        "http://exa mple.org/",
        "http://example.org/\r\nHost: x",
        "http://[broken/",
        "http://" + "a" * 3000,
        "",
    ],
)
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        fetch(address, PAGES)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_what_is_public_is_let_through(number: str) -> None:
    assert is_public(number)
    guard = Guard(lambda host, port: [number])
    assert guard.place_of("https://example.org/a?b=城").target == "/a?b=%E5%9F%8E"


def test_one_answer_that_leads_inside_is_enough_to_refuse() -> None:
    guard = Guard(lambda host, port: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(Refused):
        guard.place_of("https://example.org/")


def test_a_name_that_nobody_knows_is_said() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(Refused, match=r"example\.org"):
        Guard(unknown).place_of("https://example.org/")


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://2130706433/", "file:///etc/passwd"],
)
def test_a_redirect_to_the_inside_is_refused(site: Server, target: str) -> None:
    trusting = site.guard()
    guard = Guard(
        lambda host, port: ["127.0.0.1"] if host == "news.example" else Guard().resolve(host, port),
        lambda number: number == "127.0.0.1" and not site.asked,
        other_ports=trusting.other_ports,
    )
    with pytest.raises(Refused):
        fetch(f"{site.address}/to/{target}", PAGES, guard)
    assert len(site.asked) == 1


def test_a_name_that_answers_otherwise_the_second_time_is_refused(site: Server) -> None:
    guard = site.guard(["127.0.0.1"], ["10.0.0.1"])
    with pytest.raises(Refused):
        fetch(f"{site.address}/to/{site.address}/article", PAGES, guard)
    assert len(site.asked) == 1


def test_the_connection_goes_to_the_address_that_was_looked_at(
    site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = site.guard()

    def asked_again(*args: object, **kwargs: object) -> None:
        raise AssertionError("the name was resolved a second time")

    monkeypatch.setattr("exchange.web.guard.resolved", asked_again)
    found = fetch(f"{site.address}/article", PAGES, guard)
    assert found.address == f"{site.address}/article"
    assert site.asked == [("/article", f"news.example:{site.server_port}")]
