"""Pictures and documents that come in with a draft: all of them stay, or none."""

import io
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.permissions import policy_registry

from designcity.images import DesignImage
from provenance.sources.models import Source

FORMATS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
MOST_PIXELS = 40_000_000
LONGEST_TITLE = 255


class NewFiles:
    """Keeps files in the name of somebody who may add some, and can take them back."""

    def __init__(self, user: Any) -> None:
        self._user = user
        self.source: Source | None = None
        """Who the pictures come from, where that is known."""
        self._stored: list[Any] = []
        self._pictures: dict[str, DesignImage | None] = {}

    def picture(self, name: str, content: bytes, description: str) -> DesignImage | None:
        """Keep a picture once; None when it is none, too large, or the user may not add pictures."""
        if name not in self._pictures:
            self._pictures[name] = self._kept_picture(name, content, description)
        return self._pictures[name]

    def document(self, name: str, content: bytes) -> Any | None:
        """Keep a document; None when its kind is not offered here or the user may not add documents."""
        ending = PurePath(name).suffix.lower().removeprefix(".")
        model = get_document_model()
        too_large = len(content) > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
        if too_large or ending not in settings.WAGTAILDOCS_EXTENSIONS or not self._may_add(model):
            return None
        document = model(title=name[:LONGEST_TITLE], uploaded_by_user=self._user)
        document.file = ContentFile(content, name=name)
        document._set_document_file_metadata()
        return self._saved(document)

    def also(self, file: Any) -> None:
        """Take responsibility for a file that was stored elsewhere."""
        self._stored.append(file)

    def take_back(self) -> None:
        """Remove the files; the records go with the transaction that failed."""
        for file in self._stored:
            file.storage.delete(file.name)

    def _kept_picture(self, name: str, content: bytes, description: str) -> DesignImage | None:
        ending = _ending_of(content)
        if ending is None or not self._may_add(DesignImage):
            return None
        title = description or PurePath(name).stem
        image = DesignImage(title=title[:LONGEST_TITLE], description=description[:LONGEST_TITLE])
        image.uploaded_by_user, image.source = self._user, self.source
        image.file = ImageFile(io.BytesIO(content), name=f"{PurePath(name).stem or 'picture'}.{ending}")
        image._set_image_file_metadata()
        return self._saved(image)

    def _may_add(self, model: Any) -> bool:
        return bool(policy_registry.get_by_type(model).user_has_permission(self._user, "add"))

    def _saved(self, record: Any) -> Any:
        try:
            record.save()
        finally:
            if record.file._committed:
                self._stored.append(record.file)
        return record


def _ending_of(content: bytes) -> str | None:
    """Return the ending of a picture's kind by what is in it; None for what is no picture to be shown."""
    try:
        with Image.open(io.BytesIO(content), formats=tuple(FORMATS)) as picture:
            fits = picture.width * picture.height <= MOST_PIXELS
            return FORMATS[picture.format or ""] if fits else None
    except Exception:  # whatever the library makes of what is no picture
        return None
