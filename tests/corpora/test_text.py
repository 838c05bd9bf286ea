"""Generated stories are many, different and bilingual."""

import re
from collections import Counter
from itertools import chain

from tests.corpora.text import CHINESE, ENGLISH, Story, Writer, Writing


def made(language: str, count: int = 2000) -> list[Writing]:
    return [story.writings[language] for story in Writer(1).articles(count)]


def test_no_two_titles_are_equal() -> None:
    writer = Writer(1)
    stories: list[Story] = [*writer.articles(5000), *writer.institutions(5000)]
    for language in (CHINESE, ENGLISH):
        assert len({story.writings[language].title for story in stories}) == 10_000


def test_a_seed_gives_the_same_stories_again_and_another_seed_does_not() -> None:
    first, again, other = (list(Writer(seed).articles(20)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_titles_and_bodies_are_as_long_as_those_of_news() -> None:
    for writing in made(CHINESE):
        assert 8 <= len(writing.title) <= 40
        assert 200 <= sum(map(len, writing.body)) <= 900
    for writing in made(ENGLISH):
        assert sum(map(len, writing.body)) <= 900


def test_no_gap_is_left_open_and_each_language_is_in_its_own_script() -> None:
    for writing in made(ENGLISH):
        text = " ".join((writing.title, writing.summary, *writing.body))
        assert not re.search(r"[{}\u4e00-\u9fff]", text)
    assert not any("{" in "".join(writing.body) for writing in made(CHINESE))


def test_few_words_are_frequent_and_many_are_rare() -> None:
    text = " ".join(chain.from_iterable(writing.body for writing in made(ENGLISH)))
    counts = [count for _word, count in Counter(text.split()).most_common()]
    assert len(counts) > 3000
    assert sum(counts[:100]) > sum(counts[100:])
