"""Temporary read-only copies of files from the database, in a folder that only the user of this PC can read.

Each process has its own folder. A starting process deletes the folders that crashed processes left behind, but
never that of a running one. On Windows, a copy that another program has open is deleted later.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app.errors import NotWrittenError
from desktop_app.scratch import abandoned, delete, new_folder

#: The name of the folder inside the data folder.
FOLDER: Final = "opened"
_SUFFIX: Final = ".copies"
#: The stream in which Windows keeps where a file came from, and the zone “Internet” in it.
_STREAM: Final = ":Zone.Identifier"
_FROM_OUTSIDE: Final = b"[ZoneTransfer]\r\nZoneId=3\r\n"


class OpenedFiles:
    """Creates the copies, each in its own folder with a random name.

    They are created below `folder`, or in a temporary folder if it is None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._session_folder: Path | None = None

    def put(self, name: str, content: bytes) -> Path:
        """Writes a read-only copy of `content` named `name`, and returns its path.

        `name` must be a plain file name without a path (`documents.media.safe_name`). Raises `NotWrittenError`.
        """
        try:
            place = self._own_folder() / secrets.token_hex(4)
            place.mkdir(mode=0o700)
            path = place / name
            with path.open("xb") as file:
                file.write(content)
            mark_as_foreign(path)
            os.chmod(path, stat.S_IRUSR)
        except OSError as error:
            raise NotWrittenError.because(name, error) from error
        return path

    def clean(self) -> None:
        """Deletes the copies of this process, and those of processes that no longer run."""
        if self._session_folder is not None:
            delete(self._session_folder)
        self._session_folder = None
        for place in abandoned(self._folder, _SUFFIX) if self._folder is not None else ():
            delete(place)

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = new_folder(Path(tempfile.gettempdir()), "mosharekat-")
        if self._session_folder is None or not self._session_folder.exists():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A folder that already existed may have wider permissions.
            os.chmod(self._folder, stat.S_IRWXU)
            self._session_folder = new_folder(self._folder, "", _SUFFIX)
        return self._session_folder


def mark_as_foreign(path: Path, platform: str = sys.platform) -> None:
    """Marks a file as one from outside, so that Windows and Office open it with care, as they do with a download.

    Only NTFS keeps such a mark, and other systems have none.
    """
    if platform == "win32":
        with suppress(OSError), open(f"{path}{_STREAM}", "wb") as stream:
            stream.write(_FROM_OUTSIDE)
