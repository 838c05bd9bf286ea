"""Of several notices in one packet, the one that tells of the vocabulary counts."""

from types import SimpleNamespace
from typing import Any

import pytest

from search.asking.listener import Heard, Listener
from search.asking.vocabulary import Vocabulary
from search.outbox.channels import INDEX, VOCABULARY


class Notices:
    """A connection that brings packets of notices."""

    def __init__(self, *packets: list[str]) -> None:
        self._packets = list(packets)
        self.tried = 0

    def notifies(self, **_: Any) -> list[SimpleNamespace]:
        """Return the next packet."""
        return [SimpleNamespace(channel=channel) for channel in self._packets.pop(0)]

    def execute(self, _: str) -> None:
        """Count that the connection was tried."""
        self.tried += 1


@pytest.mark.parametrize(
    ("packet", "channel"),
    [
        ([INDEX], INDEX),
        ([VOCABULARY], VOCABULARY),
        ([INDEX, VOCABULARY], VOCABULARY),
        ([VOCABULARY, INDEX, INDEX], VOCABULARY),
    ],
)
def test_no_notice_is_lost(packet: list[str], channel: str) -> None:
    notices: Any = Notices([], packet)
    assert Listener()._next(notices) == channel
    assert notices.tried == 1


def test_change_of_the_index_leaves_the_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    listener, known = Listener(), Vocabulary(withdrawn=(7,))
    listener._heard = Heard(known, generation=3, is_live=True)
    listener._take_note(INDEX)
    assert (listener._heard.vocabulary, listener._heard.generation) == (known, 4)


def test_first_notice_brings_the_vocabulary_whatever_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Vocabulary(withdrawn=(7,))
    monkeypatch.setattr("search.asking.listener.vocabulary.load", lambda: known)
    monkeypatch.setattr("search.asking.listener.connection.close", lambda: None)
    listener = Listener()
    listener._take_note(INDEX)
    assert listener._heard.vocabulary == known
