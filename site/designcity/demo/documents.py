"""The demo's files to download: small PDFs in both languages, set by the loader."""

from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.demo.pdf import pdf


def load(data: dict[str, Any], lookup: Lookup, files: list[str]) -> None:
    """Make and keep every document of the file."""
    for row in data["document"]:
        titles = Pairs("documents.toml").both(row["title"], f"{row['key']} title")
        document = get_document_model()(title=" ".join(titles))
        document.file.save(f"{row['key']}.pdf", ContentFile(pdf(*titles, row["lines"])), save=False)
        files.append(document.file.name)
        document.save()
        lookup.documents[row["key"]] = document
