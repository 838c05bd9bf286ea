from tests.blocks.rendering import refused, rendered, searched

VALUE = {"text": "先看人怎么用。\n\n再谈好不好看。", "speaker": "示例", "role": "设计师"}


def test_the_words_stand_in_a_quotation_and_the_speaker_beside_it() -> None:
    soup = rendered("quote", VALUE)
    assert [p.get_text() for p in soup.select("blockquote p")] == ["先看人怎么用。", "再谈好不好看。"]
    assert soup.select("figcaption")[0].get_text(" ", strip=True) == "示例 设计师"


def test_a_quote_of_nobody_known_has_no_empty_caption() -> None:
    assert not rendered("quote", VALUE | {"speaker": "", "role": ""}).select("figcaption")


def test_a_quote_without_words_is_refused() -> None:
    assert refused("quote", VALUE | {"text": " "}) == ["text"]
    assert refused("quote", VALUE | {"speaker": "长" * 121}) == ["speaker"]


def test_words_speaker_and_role_are_searched() -> None:
    assert searched("quote", VALUE) == [VALUE["text"], "示例", "设计师"]
