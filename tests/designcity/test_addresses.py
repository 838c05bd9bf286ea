import pytest

from designcity.addresses import readable_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("设计之都", "she-ji-zhi-du"),
        ("重庆", "chong-qing"),
        ("2026年设计周", "2026-nian-she-ji-zhou"),
        ("City of Design", "city-of-design"),
        ("Zürich, Gestaltung!", "zurich-gestaltung"),
        ("工业设计 Industrial Design", "gong-ye-she-ji-industrial-design"),
        ("！？……", "page"),
        ("", "page"),
    ],
)
def test_a_title_in_any_script_gives_a_readable_address(title: str, slug: str) -> None:
    assert readable_slug(title) == slug


def test_a_long_title_is_cut_at_a_syllable() -> None:
    slug = readable_slug("设计" * 120)
    assert len(slug) <= 80
    assert slug.endswith(("-she", "-ji"))


def test_an_unbroken_word_is_cut_all_the_same() -> None:
    assert readable_slug("a" * 200) == "a" * 80
