"""The keys of a screen in three groups, for the sheet on the screen and for the printed card."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.wording import translate


class KeyGroup(Enum):
    """What a key is for, in the order of the sheet."""

    MOVING = "moving"
    WORKING = "working"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A command: its name, its keys as shortcuts (`Ctrl+K`, `J`), and why it cannot be done now."""

    words: str
    keys: tuple[str, ...]
    refused: str = ""


@dataclass(frozen=True)
class KeyCard:
    """The commands with keys of one screen, by group."""

    title: str
    groups: tuple[tuple[KeyGroup, tuple[KeyLine, ...]], ...]


#: Keys that move in lists, pages and texts; all keys that begin with `G` go to a view.
_MOVING: Final = re.compile(
    r"[JK\[\]]|Space|Return|Enter|Esc|PgUp|PgDown|F[678]|Shift\+(?:F6|J)|G, ."
    r"|Alt\+(?:Left|Right|Up|Down)|Ctrl\+\d"
)
#: Keys with which one writes, though they are letters as those of the acts.
_WRITING: Final = frozenset({"E", "N", "T", "F"})
#: Combinations with Control that act on what is selected, rather than write, find or print.
_WORKING: Final = frozenset({"Ctrl+Z", "Ctrl+A", "Ctrl+B", "Ctrl+T", "Ctrl+Alt+L"})


def group_of(key: str) -> KeyGroup:
    """Returns the group of a shortcut."""
    if _MOVING.fullmatch(key):
        return KeyGroup.MOVING
    if key in _WORKING:
        return KeyGroup.WORKING
    writes = key in _WRITING or key.startswith("Ctrl+") or re.fullmatch(r"F\d+", key)
    return KeyGroup.WRITING if writes else KeyGroup.WORKING


def card_of(title: str, lines: Iterable[KeyLine]) -> KeyCard:
    """Returns the card with each command once; single keys come before combinations in a group."""
    by_group: dict[KeyGroup, dict[str, KeyLine]] = {group: {} for group in KeyGroup}
    for line in lines:
        if line.keys:
            by_group[group_of(line.keys[0])].setdefault(line.words, line)
    return KeyCard(
        title,
        tuple((group, tuple(sorted(found.values(), key=_rank))) for group, found in by_group.items()),
    )


def _rank(line: KeyLine) -> int:
    key = line.keys[0]
    if key in ("J", "K"):
        return 0
    if "+" not in key and ", " not in key and not re.fullmatch(r"F\d+", key):
        return 1
    return 3 if re.fullmatch(r"Ctrl\+\d", key) else 2


def group_words(group: KeyGroup) -> str:
    """Returns the heading of a group."""
    return {
        KeyGroup.MOVING: translate("Guide", "Moving"),
        KeyGroup.WORKING: translate("Guide", "Acting"),
        KeyGroup.WRITING: translate("Guide", "Writing and finding"),
    }[group]
