"""Pictures and films of HTML become blocks; what is embedded otherwise is said."""

from exchange.composing.findings import Left
from tests.exchange.composing.conftest import Compose


def test_a_picture_in_a_paragraph_divides_it(composed: Compose) -> None:
    found = composed('<p>before <b><a href="x.png"><img src="a.png" alt="一张桌子"></a></b> after</p>')
    assert [name for name, _value in found.blocks] == ["text", "picture", "text"]
    value = found.blocks[1][1]
    assert (value["image"].title, value["alt_text"], value["decorative"]) == ("a.png", "一张桌子", False)


def test_a_picture_with_an_empty_description_is_decoration(composed: Compose) -> None:
    found = composed('<img src="a.png" alt="">')
    assert found.blocks[0][1]["decorative"]
    assert not found.findings


def test_a_picture_without_a_description_waits_for_one(composed: Compose) -> None:
    found = composed('<img src="a.png">')
    assert (found.blocks[0][1]["alt_text"], found.blocks[0][1]["decorative"]) == ("", False)
    assert found.findings == [str(Left.UNDESCRIBED.label)]


def test_a_figure_brings_its_caption(composed: Compose) -> None:
    found = composed('<figure><img src="a.png" alt="x"><figcaption>桌子，<b>一月</b></figcaption></figure>')
    assert found.blocks[0][1]["caption"] == "桌子，一月"


def test_several_pictures_in_a_figure_become_a_gallery(composed: Compose) -> None:
    one = '<figure><img src="{0}.png" alt="{0}"><figcaption>第{0}</figcaption></figure>'
    found = composed(f"<figure>{one.format(1)}{one.format(2)}<figcaption>两张</figcaption></figure>")
    assert [name for name, _value in found.blocks] == ["gallery", "text"]
    assert [one["caption"] for one in found.blocks[0][1]["pictures"]] == ["第1", "第2"]


def test_a_picture_that_cannot_be_had_is_said(composed: Compose) -> None:
    found = composed('<figure><img src="missing.png" alt="桌子"><figcaption>说明</figcaption></figure>')
    assert found.blocks == [("text", "<p>说明</p>")]
    assert found.findings == [f"{Left.PICTURES.label}: 桌子 missing.png"]


def test_pictures_that_load_late_are_taken_and_dots_that_count_are_not(composed: Compose) -> None:
    found = composed('<img src="wait.gif" data-src="real.png" alt="x"><img src="dot.gif" width="1" height="1">')
    assert [value["image"].title for _name, value in found.blocks] == ["real.png"]


def test_a_film_of_a_known_platform_is_a_video_and_others_are_said(composed: Compose) -> None:
    found = composed(
        '<iframe src="//player.bilibili.com/player.html?bvid=BV1sample00A" title="一天"></iframe>'
        '<iframe src="https://elsewhere.example/x"></iframe>'
        "<p>https://www.bilibili.com/video/BV1sample00A/</p>"
    )
    assert [name for name, _value in found.blocks] == ["video", "video"]
    assert found.blocks[0][1]["title"] == "一天"
    assert found.findings == [f"{Left.EMBEDDED.label}: https://elsewhere.example/x"]
