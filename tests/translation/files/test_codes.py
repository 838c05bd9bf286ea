"""A segment is taken apart into words and marks, and put together letter by letter."""

import pytest

from translating.files.codes import BrokenMarkup, html, named, pieces

WHOLE = [
    "平常的一句",
    "<b>全部</b>",
    'a &amp; b &lt; c <i><b>x</b></i> "quoted" \xa0',
    '<a id="a2">二</a>在<a id="a1">一</a>前<br/>新行',
    "<em>x</em><strong>y</strong><code>z</code>",
]


@pytest.mark.parametrize("segment", WHOLE)
def test_a_segment_comes_back_as_it_was(segment: str) -> None:
    assert html(pieces(segment)) == segment


@pytest.mark.parametrize(
    "segment",
    [
        "<b>open",
        "closed</b>",
        "<b><i>crossed</b></i>",
        "<p>block</p>",
        '<b class="x">x</b>',
        '<a href="https://example.org/">x</a>',
        "<!-- said aside -->",
        "<script>x</script>",
    ],
)
def test_other_markup_is_refused(segment: str) -> None:
    with pytest.raises(BrokenMarkup):
        pieces(segment)


def test_every_code_of_a_segment_has_a_name_of_its_own() -> None:
    marks = [identifier for piece, identifier in named(pieces(WHOLE[3])) if not isinstance(piece, str)]
    assert marks == ["a2", "a2", "a1", "a1", "1"]


def test_a_translation_has_the_names_of_its_original_in_another_order() -> None:
    original = pieces('<b>一</b><i>二</i><a id="a1">三</a>')
    translated = named(pieces('<a id="a1">three</a><i>two</i><b>one</b>'), like=original)
    assert [identifier for piece, identifier in translated if not isinstance(piece, str)] == [
        *("a1", "a1", "2", "2", "1", "1")
    ]
