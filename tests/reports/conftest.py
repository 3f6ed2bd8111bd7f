"""LibreOffice itself, which accepts and rejects tracked changes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Protocol

import pytest


class Resolve(Protocol):
    """Accepts and rejects all changes of documents, by their names; returns what `libreoffice.py` says of each."""

    def __call__(self, documents: dict[str, bytes], *, shapes: bool = False) -> dict[str, dict[str, Any]]: ...


#: Seconds for one batch; a hang of LibreOffice is a failure, not a wait.
_PATIENCE = 240


def _python_with_uno(soffice: str) -> str | None:
    beside = Path(soffice).resolve().parent / "python"
    candidates = [str(beside), sys.executable, "/usr/bin/python3", shutil.which("python3")]
    for candidate in dict.fromkeys(candidates):
        if candidate is None or not Path(candidate).exists():
            continue
        tried = subprocess.run(
            [candidate, "-c", "import uno"],
            capture_output=True,
            check=False,
            timeout=60,
            env=_clean_environment(),
        )
        if tried.returncode == 0:
            return candidate
    return None


def _clean_environment() -> dict[str, str]:
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }


@pytest.fixture(scope="session")
def in_libreoffice(
    tmp_path_factory: pytest.TempPathFactory,
) -> Resolve:
    """Returns a function that starts one LibreOffice, with a profile of its own, for all documents of a call."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None or os.name != "posix":
        pytest.skip("no LibreOffice is installed here: its accept and reject were not tried")
    python = _python_with_uno(soffice)
    if python is None:
        pytest.skip("no Python here has LibreOffice's uno: accept and reject were not tried there")
    script = Path(__file__).with_name("libreoffice.py")

    def resolve(documents: dict[str, bytes], *, shapes: bool = False) -> dict[str, dict[str, Any]]:
        folder = tmp_path_factory.mktemp("libreoffice")
        for name, document in documents.items():
            (folder / f"{name}.docx").write_bytes(document)
        running = subprocess.Popen(
            [python, str(script), soffice, str(folder), *(["shapes"] if shapes else [])],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env=_clean_environment(), encoding="utf-8",
        )  # fmt: skip
        try:
            told, complaints = running.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            _, complaints = running.communicate()
            pytest.fail(f"LibreOffice did not come back in {_PATIENCE} s: {complaints[-500:]}")
        assert running.returncode == 0, complaints[-2000:]
        return {said["name"]: said for said in map(json.loads, told.splitlines())}

    return resolve
