import pytest
from django.test import RequestFactory

from designcity.pagination import paginated


@pytest.mark.parametrize(
    ("asked", "number"),
    [("", 1), ("2", 2), ("0", 1), ("-1", 1), ("1e3", 1), ("٣", 1), ("999999999", 3), ("9" * 40, 1)],
)
def test_any_page_number_gives_a_page(rf: RequestFactory, asked: str, number: int) -> None:
    assert paginated(rf.get("/", {"page": asked}), list(range(25)), 10).number == number
