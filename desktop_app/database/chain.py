"""What the history's hashes are made of. Pure: both engines and the verification agree on these functions.

Two levels. The *content hash* covers what a person wrote and what changed; the *hash* covers the frame of the
event, the content hash and the hash of the item's event before. So values can be masked later (retention) while
the chain still holds: the masking is an event of the same item, which names each event whose values it takes away and
the hash of what stands there instead. Whatever else stands there is a break.

Parts are joined with their length in code points in front (`4:text,`), so that no text can pretend to be two.
Values are hashed as the text that the database keeps, never parsed and written again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

#: What stands for the hash before an item's first event.
NOTHING_BEFORE: Final = "0" * 64
#: Each kind of hash begins with its name and version: none can be taken for another.
CONTENT_MARK: Final = "mosharekat content 1"
EVENT_MARK: Final = "mosharekat event 1"
HEAD_MARK: Final = "mosharekat head 1"
#: The act of an event that masks values of those before it; `after[MASKED]` is {sequence: content hash of what stands
#: there now}.
MASKED: Final = "masked"
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def canonical_json(value: Any) -> str:
    """The one text in which a value is kept: keys in order, nothing between, letters as they are.

    Half a surrogate pair, which no UTF-8 can hold, is escaped. Raises ValueError for NaN and infinities.
    """
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def content_hash(actor_name: str, before: str, after: str, text: str) -> str:
    """64 hex digits over the content of an event; `before` and `after` as the JSON text that is kept."""
    return _digest((CONTENT_MARK, actor_name, before, after, text))


def event_hash(
    previous: str,
    item_type: str,
    item_id: int,
    sequence: int,
    at: str,
    actor_id: int | None,
    action: str,
    content: str,
) -> str:
    """64 hex digits over an event and all of its item before it.

    `at` is the moment in UTC as `2026-11-24 08:00:00.000000`; `previous` the hash of the item's event before,
    or `NOTHING_BEFORE`; `content` its content hash.
    """
    actor = "" if actor_id is None else str(actor_id)
    return _digest((EVENT_MARK, previous, item_type, str(item_id), str(sequence), at, actor, action, content))


class Head:
    """One hash over the last hash of every item: types in the order of their code points, items by number.

    Types may come in any order, the items of one type by number.
    """

    def __init__(self) -> None:
        self._types: dict[str, Any] = {}
        self.items = 0

    def add(self, item_type: str, item_id: int, last_hash: str) -> None:
        found = self._types.get(item_type)
        if found is None:
            found = self._types[item_type] = sha256(_part(HEAD_MARK) + _part(item_type))
        found.update(_part(str(item_id)) + _part(last_hash))
        self.items += 1

    def digest(self) -> str:
        """64 hex digits over what was added so far."""
        return _digest((HEAD_MARK, *(self._types[name].hexdigest() for name in sorted(self._types))))


def head_words(head: str, digits: int = 32) -> str:
    """The first digits of a head in groups of four, as they are printed and compared by eye."""
    return "-".join(head[start : start + 4] for start in range(0, digits, 4))


def joined(parts: Iterable[str]) -> str:
    """Parts as one text that can be parted in one way only."""
    return "".join(f"{len(part)}:{part}," for part in parts)


def _part(text: str) -> bytes:
    return joined((text,)).encode("utf-8", "surrogatepass")


def _digest(parts: tuple[str, ...]) -> str:
    # What a database holds has no lone surrogates; what was tampered with may, and is to be named, not to fail.
    return sha256(joined(parts).encode("utf-8", "surrogatepass")).hexdigest()
