"""What an export gives: the content of a file, and sentences about what it could not take over. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """The content of a file that is exported."""

    content: bytes
    notes: tuple[str, ...] = ()
