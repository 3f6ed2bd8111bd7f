"""Files that were opened from the database: copies in a folder of this PC's user alone, read-only, and soon gone.

They are taken away when the program ends and, after a crash, when it begins the next time. A copy that another
program still holds open on Windows stays until then.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from pathlib import Path

from desktop_app.errors import NotWrittenError


class OpenedFiles:
    """Copies below `folder`, each in a folder of its own whose name nobody guesses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> Path:
        """A read-only copy called `name` (one that leads nowhere: `documents.media.safe_name`). Raises
        `NotWrittenError`."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A folder that was there before may have been made by a careless hand.
            os.chmod(self._folder, stat.S_IRWXU)
            place = self._folder / secrets.token_hex(8)
            place.mkdir(mode=0o700)
            path = place / name
            with path.open("xb") as file:
                file.write(content)
            os.chmod(path, stat.S_IRUSR)
        except OSError as error:
            raise NotWrittenError(name=name) from error
        return path

    def clean(self) -> int:
        """Takes every copy away; how many are still held by other programs."""
        held = 0
        with contextlib.suppress(OSError):
            for place in list(self._folder.iterdir()):
                for path in place.rglob("*") if place.is_dir() else ():
                    with contextlib.suppress(OSError):
                        # Windows takes nothing away that is read-only.
                        os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
                shutil.rmtree(place, ignore_errors=True)
                held += place.exists()
        return held
