"""What people see on the status board."""

import csv
import io
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from tests.reading import page

BOARD = "/admin/translating/board/"


def board(client: Client, **filters: Any) -> BeautifulSoup:
    """Return the board as somebody sees it."""
    return page(client, BOARD, **filters)


def titles(client: Client, **filters: Any) -> list[str]:
    """Return the titles that the board lists, in their order."""
    return [" ".join(cell.get_text(" ").split()) for cell in board(client, **filters).select("td.title")]


def file(client: Client, **filters: Any) -> list[dict[str, str]]:
    """Return the lines of the board's CSV file."""
    response: Any = client.get(BOARD, {"export": "csv"} | filters)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))
