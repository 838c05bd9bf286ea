"""What is said of pictures in other languages leaves with them and comes back."""

from pathlib import Path

import pytest

from designcity.pictures.words import PictureWords, write
from exchange.sites.bringing import Order, bring
from exchange.sites.giving.exporting import export_to
from tests.conftest import Tree
from tests.factories import article, image

pytestmark = pytest.mark.django_db


def test_credits_and_descriptions_in_other_languages_go_along(zh: Tree, en: Tree, tmp_path: Path) -> None:
    picture = image(credit="示例摄影", description="一张桌子")
    write(picture, en.locale, "Sample photography", "A table")
    article(zh.news, lead_image=picture, lead_image_alt="一张桌子")
    export_to(tmp_path / "site")
    PictureWords.objects.all().delete()
    bring(Order(tmp_path / "site", report=tmp_path / "report.csv"))
    assert list(PictureWords.objects.values_list("locale__language_code", "credit", "description")) == [
        ("en", "Sample photography", "A table")
    ]
