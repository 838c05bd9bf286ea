"""What the benchmark types."""

from itertools import islice, pairwise

from tests.benchmarks.keystrokes import Typed, never_asked, realistic

TITLES = {
    "zh-hans": ["材料图书馆开放", "山城步道设计展", "桥下的夜市开张"],
    "en": ["Material library opens", "Stairs of the hill city", "Night market below the bridge"],
}


def test_what_was_never_asked_is_typed_once() -> None:
    typed = list(islice(never_asked(TITLES, 1), 60))
    assert len(set(typed)) == 60
    assert {one.language for one in typed} == {"zh-hans", "en"}
    assert any(one.text.isascii() for one in typed if one.language == "zh-hans")


def test_readers_type_letter_by_letter() -> None:
    typed = list(islice(realistic(TITLES, 1), 200))
    lengths = [len(one.text) for one in typed]
    assert all(after - before in (1, 2) or after == 1 for before, after in pairwise(lengths))
    assert len(set(typed)) < len(typed)


def test_seed_gives_the_same_again() -> None:
    assert list(islice(realistic(TITLES, 5), 30)) == list(islice(realistic(TITLES, 5), 30))
    assert next(never_asked(TITLES, 1)) != Typed("en", "")
