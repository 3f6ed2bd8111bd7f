"""What goes to the process that makes the redline, and what it answers: plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class RedlineOrder:
    """What was compared: both texts, the pieces (`script.packed_pieces`), the authors by concern, and the time."""

    old: str
    new: str
    pieces: Sequence[Sequence[int]]
    authors: Mapping[int, str]
    date: str


@dataclass(frozen=True, slots=True)
class RedlineMade:
    """A redline in the package of OLD, and what has to be told about it.

    `data` is empty if the text of the file is not the one that was compared. `recast` is the number of tables whose
    columns changed, `accepted` whether changes in the file were accepted before, `macros` whether some were dropped.
    """

    data: bytes
    recast: int = 0
    accepted: bool = False
    macros: bool = False


def packed_order(order: RedlineOrder) -> bytes:
    """Returns the order as bytes."""
    return json.dumps(asdict(order), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked_order(data: bytes) -> RedlineOrder:
    """Returns the order in `data`."""
    found = json.loads(data.decode("utf-8", "surrogatepass"))
    found["authors"] = {int(key): name for key, name in found["authors"].items()}
    return RedlineOrder(**found)
