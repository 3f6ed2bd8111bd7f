"""The interface between a round and its sources: list items, make a stable copy of each, and archive them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.intake.formats.registry import check_table
from desktop_app.intake.sources.folders import (
    DONE,
    REJECTED,
    WatchedFile,
    WatchedFolder,
    found_at,
    sha256_of,
    still_copy,
    unread_key,
    unsettled,
)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """An item of a source: name, size in bytes, and the replacement for its hash where it is refused unread."""

    name: str
    size: int
    unread: str


@dataclass(frozen=True, slots=True)
class ArchivedItem:
    """An archived item. `path` is its file, where it can be read again."""

    name: str
    path: Path | None


class SourcePlace(Protocol):
    """The operations of a source. All of them raise `SourceAwayError` where it is unreachable."""

    def items(self, handled: Callable[[list[str]], set[str]]) -> list[SourceItem]:
        """Returns the items to read, in order.

        `handled` filters the names of finished items, for sources with unique names.
        """
        ...

    def waiting(self) -> tuple[str, ...]:
        """Names of items that cannot be read yet."""
        ...

    def fetch(self, item: SourceItem, room: Path) -> tuple[Path, str] | None:
        """Makes a stable copy in the folder `room` and returns it with its hash; None while the item changes.

        Raises `BadFileError` for an item that is refused unread.
        """
        ...

    def new_name(self, name: str, taken: Iterable[str], *, rejected: bool) -> str:
        """Returns an unused archive name."""
        ...

    def put_away(self, name: str, sha256: str, kept_as: str, *, rejected: bool) -> ArchivedItem | None:
        """Archives an item, or detects that it is archived.

        The result has an empty `name` where the item disappeared. Returns None where another item has the name
        `kept_as`. Raises OSError.
        """
        ...

    def write_beside(self, name: str, content: bytes, *, rejected: bool) -> None:
        """Writes a file next to an archived item. Raises OSError."""
        ...

    def close(self) -> None:
        """Releases the resources of the source."""
        ...


class FolderPlace:
    """A watched folder. `pause` is the number of seconds for which a recently changed file is observed."""

    def __init__(self, source: str, folder: Path, pause: float) -> None:
        self._folder, self._path, self._pause = WatchedFolder(source, folder), folder, pause
        self._found: dict[str, WatchedFile] = {}
        self._waiting: tuple[str, ...] = ()
        self._hashes: dict[WatchedFile, str] = {}

    def items(self, handled: Callable[[list[str]], set[str]]) -> list[SourceItem]:
        del handled
        self._folder.must_take()
        found = self._folder.files()
        held = unsettled(found, self._pause)
        self._waiting = tuple(one.name for one in found if one.path in held)
        self._found = {one.name: one for one in found if one.path not in held}
        return [SourceItem(one.name, one.size, unread_key(one)) for one in self._found.values()]

    def waiting(self) -> tuple[str, ...]:
        return self._waiting

    def fetch(self, item: SourceItem, room: Path) -> tuple[Path, str] | None:
        found = self._found[item.name]
        check_table(found.path)
        try:
            copied = still_copy(found, room)
        except OSError:
            # Not readable at the moment; the next round tries again.
            return None
        if copied is not None:
            self._hashes[found] = copied[1]
        return copied

    def new_name(self, name: str, taken: Iterable[str], *, rejected: bool) -> str:
        return self._folder.free_name(_below(rejected), name, taken)

    def put_away(self, name: str, sha256: str, kept_as: str, *, rejected: bool) -> ArchivedItem | None:
        there = {one.name: one for one in self._folder.files()}.get(name)
        target = self._path / _below(rejected) / kept_as
        if there is None or self._hash(there, sha256) != sha256:
            # Already moved, deleted, or rewritten since it was read.
            known = bool(kept_as) and target.is_file() and self._hash(found_at(target), sha256) == sha256
            return ArchivedItem(kept_as, target) if known else ArchivedItem("", None)
        if not self._folder.put_away(there, sha256, _below(rejected), kept_as):
            return None
        return ArchivedItem(kept_as, target)

    def write_beside(self, name: str, content: bytes, *, rejected: bool) -> None:
        self._folder.write_beside(_below(rejected), name, content)

    def close(self) -> None:
        """Does nothing: there are no resources to release."""

    def _hash(self, found: WatchedFile, wanted: str) -> str:
        if wanted.startswith("unread:"):
            return unread_key(found)
        if found not in self._hashes:
            self._hashes[found] = sha256_of(found.path)
        return self._hashes[found]


def _below(rejected: bool) -> str:
    return REJECTED if rejected else DONE
