"""The files of pictures and documents, each once, under the sum of its bytes."""

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exchange.sites.form import MEDIA, Row
from exchange.sites.form.outward import FilesByNumber, Outward
from exchange.sites.form.rows import of_file


class Files:
    """Copies files into the folder of the export, and remembers the key of each record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: Counter[str] = Counter()
        self.lost: list[str] = []
        (folder / MEDIA).mkdir(parents=True, exist_ok=True)

    def rows(self, kind: str, records: Any, found: FilesByNumber, outward: Outward) -> Iterator[Row]:
        """Yield the row of each record once its file is copied; a file that is missing is noted as lost."""
        for record in records.order_by("pk").iterator(chunk_size=200):
            try:
                digest, path = self._copied(record)
            except OSError:
                self.lost.append(f"{kind} {record.pk} {record.title}")
                continue
            found[record.pk] = self._key(kind, digest)
            yield of_file(kind, found[record.pk], record, path, outward)

    def _copied(self, record: Any) -> tuple[str, str]:
        digest = hashlib.sha256()
        ending = Path(record.file.name).suffix.lower()
        with record.file.open("rb") as stored, tempfile.NamedTemporaryFile(dir=self.folder) as copy:
            for chunk in stored.chunks():
                digest.update(chunk)
                copy.write(chunk)
            copy.flush()
            path = f"{MEDIA}/{digest.hexdigest()}{ending}"
            if not (self.folder / path).exists():
                shutil.copyfile(copy.name, self.folder / path)
        return digest.hexdigest(), path

    def _key(self, kind: str, digest: str) -> str:
        """Return the sum of the bytes; further records with the same bytes are counted."""
        self.seen[f"{kind} {digest}"] += 1
        number = self.seen[f"{kind} {digest}"]
        return digest if number == 1 else f"{digest}-{number}"
