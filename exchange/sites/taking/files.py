"""Writing pictures and files, which lie in the folder of the media."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from designcity.pictures.words import PictureWords, write
from exchange.refusals import Refused
from exchange.sites.form import Row
from exchange.sites.form.errors import in_one_sentence
from exchange.sites.taking.filling import fill, tags_of
from exchange.sites.taking.inward import Inward
from exchange.sites.taking.taken import Taken

MOST_PIXELS = 100_000_000
MOST_BYTES_OF_PICTURE = 64 * 1024**2
PICTURES = {"AVIF": "avif", "GIF": "gif", "JPEG": "jpeg", "PNG": "png", "WEBP": "webp"}
PLENTY = 255


class Files:
    """Writes the rows of pictures and files; `made` are the new files, to be removed after a failure."""

    def __init__(self, folder: Path | None, inward: Inward) -> None:
        self.folder = folder.resolve() if folder else None
        self.inward = inward
        self.made: list[tuple[Any, str]] = []

    def take(self, row: Row, last: bool) -> Taken:
        """Write a picture or a file; what is there with the same bytes and title is that one."""
        model = get_image_model() if row["type"] == "image" else get_document_model()
        number = self.inward.number(model, row.get("key"))
        if number is not None:
            return self._again(model.objects.get(pk=number), row)
        path = self._path(row)
        same = self._same(model, row, path)
        if same is not None:
            return self._again(same, row)
        _see_whether_it_is_one(row["type"], path)
        return self._new(model(), row, path)

    def sweep(self) -> None:
        """Remove the files that were made since the last time: their rows were rolled back."""
        for storage, name in self.made:
            storage.delete(name)
        self.made.clear()

    def _new(self, record: Any, row: Row, path: Path) -> Taken:
        values = dict(row.get("fields") or {})
        name = Path(str(row.get("name") or path.name)).name[-PLENTY:]
        values.setdefault("title", name)
        fill(record, values, self.inward)
        with path.open("rb") as opened:
            record.file = File(opened, name=name)
            record.file_size, record.file_hash = path.stat().st_size, _sum(path)
            _save(record)
            self.made.append((record.file.storage, record.file.name))
        return self._completed(record, row, new=True)

    def _again(self, record: Any, row: Row) -> Taken:
        values = row.get("fields") or {}
        fill(record, values, self.inward)
        _save(record)
        return self._completed(record, row, new=False)

    def _completed(self, record: Any, row: Row, new: bool) -> Taken:
        if tags := tags_of(row.get("fields") or {}):
            record.tags.set(tags)
        for code, words in (row.get("words") or {}).items() if row["type"] == "image" else ():
            locale = Locale.objects.filter(language_code=code).first()
            if locale is not None and isinstance(words, dict):
                said = {name: str(words.get(name) or "")[:PLENTY] for name in PictureWords.FIELDS}
                write(record, locale, **said)
        return Taken(record.pk, new)

    def _path(self, row: Row) -> Path:
        if self.folder is None:
            raise Refused(_("Its file is not at hand: say with --media-from in which folder the media are."))
        path = (self.folder / str(row.get("file") or "")).resolve()
        if not path.is_relative_to(self.folder):
            raise Refused(_("Its file lies outside the folder of the media."))
        if not path.is_file():
            raise Refused(_("Its file is not in the folder of the media: %s") % str(row.get("file"))[:200])
        return path

    def _same(self, model: Any, row: Row, path: Path) -> Any:
        title = (row.get("fields") or {}).get("title")
        if not title or path.stat().st_size > MOST_BYTES_OF_PICTURE:
            return None
        return model.objects.filter(file_hash=_sum(path), title=title).first()


def _see_whether_it_is_one(kind: str, path: Path) -> None:
    size = path.stat().st_size
    if kind == "image":
        if size > MOST_BYTES_OF_PICTURE:
            raise Refused(_("The picture is too large."))
        _see_picture(path)
        return
    if path.suffix.lower().lstrip(".") not in settings.WAGTAILDOCS_EXTENSIONS:
        raise Refused(_("Files of this kind are not offered here: %s") % path.suffix[:20])
    if size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        raise Refused(_("The file is too large."))


def _see_picture(path: Path) -> None:
    """Read the head of a picture: its format and size, without unpacking it."""
    try:
        with Image.open(path, formats=tuple(PICTURES)) as picture:
            width, height = picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(_("The picture cannot be read.")) from error
    if width * height > MOST_PIXELS:
        raise Refused(_("The picture has too many pixels."))


def _save(record: Any) -> None:
    try:
        record.full_clean(exclude=["file"])
    except ValidationError as error:
        raise Refused(in_one_sentence(error)) from error
    record.save()


def _sum(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha1").hexdigest()
