"""Why a file was not read although it may be sound: the process that read it failed. And how long it may take."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: Seconds for each answer of the process: opening a file, a batch of its rows, a mail, a page.
PATIENCE: Final = 9.0


class ReaderFault(StrEnum):
    """The reason of a `BadFileError`; the sentences are in `wording.file_faults`."""

    READER_CRASHED = "reader_crashed"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    NO_READER = "no_reader"
