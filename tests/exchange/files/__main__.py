"""Makes the Word files beside it anew, with LibreOffice: `python tests/exchange/files`."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Let LibreOffice save the text as a Word file."""
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.call(
            [
                shutil.which("soffice") or "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(HERE),
                str(HERE / "article.fodt"),
            ]
        )


if __name__ == "__main__":
    sys.exit(main())
