"""Mistakes in the judged set are named, with the file they stand in."""

from pathlib import Path

import pytest

from tests.relevance.judgements import WrongJudgements, demo_keys, read

TEXTS = """
[pair.zh-hans]
title = "山城色彩"
summary = "色卡。"
body = ["一段。"]
[pair.en]
title = "Colours"
summary = "Swatches."
body = ["One paragraph."]
"""
PAIR = '[[pair]]\nkey = "lib-colour"\nkind = "institution"\n' + TEXTS


def query(**changes: str) -> str:
    fields = {"language": '"en"', "class": '"known"', "text": '"colours"', "expected": "{ lib-colour = 3 }"}
    return "[[query]]\n" + "\n".join(f"{name} = {value}" for name, value in (fields | changes).items()) + "\n"


def written(folder: Path, corpus: str, queries: str) -> Path:
    for name, text in (("corpus", corpus), ("queries", queries)):
        (folder / name).mkdir()
        (folder / name / "colours.toml").write_text(text, encoding="utf-8")
    return folder


def test_pairs_and_queries_are_read(tmp_path: Path) -> None:
    found = read(written(tmp_path, PAIR, query()))
    assert found.pairs[0].texts["en"].body == ("One paragraph.",)
    assert found.queries[0].wanted == {"lib-colour"}


@pytest.mark.parametrize(
    ("corpus", "queries", "mistake"),
    [
        (PAIR + PAIR, "", "corpus/colours.toml, pair 2: the key lib-colour stands in"),
        (PAIR.replace('"institution"', '"shop"'), "", "the kind shop is none of"),
        (PAIR.replace('"institution"', '"news"'), "", "has no date"),
        (PAIR.replace("summary", "abstract"), "", "pair 1, zh-hans: has no summary"),
        (PAIR.partition("[pair.en]")[0], "", "pair 1, en: is missing"),
        (
            PAIR,
            query(expected="{ nowhere = 3 }"),
            "queries/colours.toml, query 1: there is no page with the key nowhere",
        ),
        (PAIR, query(expected="{ lib-colour = 4 }"), "the grade 4 of lib-colour is not 1 to 3"),
        (PAIR, query(expected="{}"), "the class nothing, and it alone, has no expected pages"),
        (PAIR, query(**{"class": '"nothing"'}), "the class nothing, and it alone, has no expected pages"),
        (PAIR, query(**{"class": '"guess"'}), "the class guess is none of"),
        (PAIR, query(language='"fr"'), "the language fr is none of"),
        (PAIR, query(text='" "'), "the text is empty"),
        (PAIR, query() + query(), "query 2: colours stands in queries/colours.toml, query 1 too"),
        (PAIR, "[[query]\n", "queries/colours.toml: "),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, corpus: str, queries: str, mistake: str) -> None:
    with pytest.raises(WrongJudgements) as error:
        read(written(tmp_path, corpus, queries))
    assert mistake in str(error.value)


def test_pages_of_the_demo_may_be_expected(tmp_path: Path) -> None:
    assert "demo:news/symposium" in demo_keys()
    read(written(tmp_path, PAIR, query(expected='{ "demo:news/symposium" = 2 }')))


def test_the_judged_set_has_no_mistakes() -> None:
    judgements = read()
    assert len(judgements.pairs) > 0
    assert len(judgements.queries) > 0
