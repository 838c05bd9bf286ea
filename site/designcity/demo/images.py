"""The demo's pictures as images of the site, each with title, alternative text, credit, source and licence."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from django.apps import apps
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage

from designcity.demo import pictures
from designcity.demo.errors import DemoError
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.images import DesignImage
from designcity.pictures.words import other_locales, write


@contextmanager
def swept_up_on_failure() -> Iterator[list[str]]:
    """Yield a list for the names of new files; if the block fails they are removed again."""
    names: list[str] = []
    try:
        yield names
    except BaseException:
        for name in names:
            default_storage.delete(name)
        raise


def load(data: dict[str, Any], lookup: Lookup, files: list[str]) -> None:
    """Draw and keep every picture of the file, one record each."""
    source = lookup.term(apps.get_model("provenance.Source"), data["source"])
    pairs = Pairs("pictures.toml")
    credit, credit_in_english = pairs.both(data["credit"], "credit")
    for row in data["picture"]:
        key = row["key"]
        if key not in pictures.DRAWINGS:
            raise DemoError(f"pictures.toml names the picture “{key}”, which nobody draws.")
        zh, en = pairs.both(row["alt"], f"{key} alt")
        file = ImageFile(BytesIO(_png(key)), name=f"{key}.png")
        image = DesignImage(title=row["title"], description=zh, credit=credit, file=file)
        image.licence, image.source = data["licence"], source
        image.save()
        for locale in other_locales():
            write(image, locale, credit_in_english, en)
        files.append(image.file.name)
        lookup.images[key] = image
        lookup.alts[key] = row["alt"]


def _png(key: str) -> bytes:
    buffer = BytesIO()
    pictures.drawing(key).save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()
