"""Has a confined process judge a file: whatever it is made to do, it does it there."""

import subprocess
import tempfile
from pathlib import PurePath
from typing import Any

from designcity import confined
from designcity.file_contents.kinds import ENDINGS

MOST_SECONDS = 20.0
ALL_ENDINGS = list(dict.fromkeys(ending for endings in ENDINGS.values() for ending in endings))


def kind_of(file: Any) -> str:
    """Return what an uploaded file is; empty where nothing was found, or the process died of it.

    The file is left at its beginning.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output:
        for chunk in file.chunks():
            given.write(chunk)
        given.flush()
        try:
            module = "designcity.file_contents.kinds"
            status = confined.run(module, given=given, output=output, seconds=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            return ""
        finally:
            file.seek(0)
        output.seek(0)
        return output.read().decode() if status == 0 else ""


def is_what_it_says(file: Any) -> bool:
    """Whether an uploaded file holds what the end of its name says."""
    return ending_of(str(file.name)) in ENDINGS.get(kind_of(file), ())


def ending_of(name: str) -> str:
    """Return the end of a file's name, without the dot."""
    return PurePath(name).suffix.lower().removeprefix(".")
