"""The difference of two sentences, in pieces that a reader takes in: words, or characters of Han text."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PIECE = re.compile(r"[^\W\u2e80-\u9fff]+|\s+|.", re.DOTALL)
Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Stretch:
    """Some text that stayed, went or came."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> list[Stretch]:
    """Return what stayed, went and came, in the order of reading."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    stretches: list[Stretch] = []
    for tag, i, j, k, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            stretches.append(Stretch("same", "".join(after[k:n])))
            continue
        if j > i:
            stretches.append(Stretch("gone", "".join(before[i:j])))
        if n > k:
            stretches.append(Stretch("new", "".join(after[k:n])))
    return stretches
