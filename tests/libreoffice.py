"""LibreOffice, which opens documents and writes them as DOCX again."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

#: Seconds for one batch; a hang is a failure, not a wait.
_PATIENCE = 240


def written_again(documents: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Opens documents in one LibreOffice and writes them as DOCX again; skips where there is none."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None or os.name != "posix":
        pytest.skip("no LibreOffice is installed here: its reading and writing of comments was not tried")
    (folder / "out").mkdir()
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx", "--outdir", str(folder / "out"),
            *(str(folder / f"{name}.docx") for name in documents),
        ],
        check=True, capture_output=True, timeout=_PATIENCE, env=environment,
    )  # fmt: skip
    return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in documents}
