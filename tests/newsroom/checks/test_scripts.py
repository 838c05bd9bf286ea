"""A passage in the script of another language is told, whichever languages the two are."""

import pytest

from newsroom.checks.scripts import reads_as_another

CHINESE = "市里召开支撑机构座谈会，讨论设计之都的建设，并听取各方意见。"
ENGLISH = "The city invited institutions that support the idea to a symposium on building the City of Design."
JAPANESE = "市は支援機関を招いて、デザイン都市づくりについての座談会を開いた。"
ARABIC = "دعت المدينة المؤسسات الداعمة إلى ندوة حول بناء مدينة التصميم واستمعت إلى آراء المشاركين فيها."


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (CHINESE, "zh-Hans", False),
        (CHINESE, "en", True),
        (CHINESE, "ar", True),
        (ENGLISH, "zh-Hans", True),
        (ENGLISH, "en", False),
        (ENGLISH, "ja", True),
        (JAPANESE, "ja", False),
        (JAPANESE, "en", True),
        (ARABIC, "ar", False),
        (ARABIC, "zh-Hans", True),
        (ARABIC, "fr", True),
        (f"{ARABIC} 设计之都 (City of Design)", "ar", False),
        ("设计之都", "en", False),
        ("", "en", False),
    ],
)
def test_the_script_tells_the_language(words: str, language: str, expected: bool) -> None:
    assert reads_as_another(words, language) is expected
