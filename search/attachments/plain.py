"""The words of a text file, in UTF-8, in UTF-16 or in the encoding that Chinese Windows writes."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from search.attachments.endings import Ending, Refused

MOST_BYTES = 1024**2
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def text(file: BinaryIO) -> Iterator[str]:
    """Yield the beginning of the file, a megabyte at most."""
    content = file.read(MOST_BYTES)
    marked = [encoding for mark, encoding in _MARKS.items() if content.startswith(mark)]
    for encoding in marked or ["utf-8", "gb18030"]:
        try:
            # Not `decode()`: the last character may be cut in two.
            found = codecs.getincrementaldecoder(encoding)().decode(content)
        except UnicodeDecodeError:
            continue
        if "\x00" not in found:
            yield found
            return
    raise Refused(Ending.BROKEN)
