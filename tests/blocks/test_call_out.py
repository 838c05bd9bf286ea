from tests.blocks.rendering import refused, rendered

VALUE = {"title": "注意", "text": "周一闭馆。"}


def test_title_and_text_are_shown() -> None:
    soup = rendered("call_out", VALUE, anchor="s-note")
    assert soup.select("aside h2#s-note")[0].get_text() == "注意"
    assert soup.select("aside p")[0].get_text() == "周一闭馆。"


def test_without_a_title_there_is_no_heading() -> None:
    assert not rendered("call_out", VALUE | {"title": ""}).select("h2")


def test_without_text_it_is_refused() -> None:
    assert refused("call_out", VALUE | {"text": ""}) == ["text"]
