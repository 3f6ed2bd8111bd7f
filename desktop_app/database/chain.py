"""The hashes of the audit log. Pure functions, on which both engines and the verification agree.

There are two levels. The *content hash* covers what a person wrote and what changed. The *hash* covers the other
fields of the event, the content hash and the hash of the item's previous event.

So values can be masked later (retention) while the chain stays valid. Masking is an event of the same item, which
names each event whose values it removes and the content hash of their replacement. Any other value is a break.

Parts are joined with their length in code points in front (`4:text,`), so that two parts can never be read as one.
Values are hashed as the text that the database stores; they are never parsed and serialized again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

#: The previous hash of an item's first event.
NOTHING_BEFORE: Final = "0" * 64
#: Each kind of hash begins with its name and version, so that none can be mistaken for another.
CONTENT_MARK: Final = "mosharekat content 1"
EVENT_MARK: Final = "mosharekat event 1"
BLOCK_MARK: Final = "mosharekat block 1"
#: Ids of events in a block.
BLOCK: Final = 1_000
#: The action of an event that masks values of earlier events; `after[MASKED]` is {sequence: content hash of the
#: masked values}.
MASKED: Final = "masked"
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


#: Made once: `json.dumps` makes an encoder for each call.
_WRITE: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


def canonical_json(value: Any) -> str:
    """Returns the only JSON text in which a value is stored: sorted keys, no whitespace, letters not escaped.

    A lone surrogate, which UTF-8 cannot encode, is escaped. Raises ValueError for NaN and infinities.
    """
    written = _WRITE(value)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def content_hash(actor_name: str, before: str, after: str, text: str) -> str:
    """Returns 64 hex digits over the content of an event; `before` and `after` are the stored JSON texts."""
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
    """Returns 64 hex digits over an event and all earlier events of its item.

    `at` is the time in UTC as `2026-11-24 08:00:00.000000`; `previous` is the hash of the item's previous event, or
    `NOTHING_BEFORE`; `content` is the content hash.
    """
    actor = "" if actor_id is None else str(actor_id)
    return _digest((EVENT_MARK, previous, item_type, str(item_id), str(sequence), at, actor, action, content))


def block_digest(previous: str, number: int, rows: str) -> str:
    """Returns 64 hex digits over a block of events and all blocks before it.

    `previous` is the digest of the block before, or `NOTHING_BEFORE`. The block `number` has the events with ids up
    to `number * BLOCK`; blocks without events are left out. `rows` is the SHA-256 of the ids and hashes of its events
    in the order of their ids, joined as parts.
    """
    return _digest((BLOCK_MARK, previous, str(number), rows))


def head_words(head: str, digits: int = 32) -> str:
    """Returns the first digits of a head in groups of four, as they are printed and compared by eye."""
    return "-".join(head[start : start + 4] for start in range(0, digits, 4))


def joined(parts: Iterable[str]) -> str:
    """Returns the parts as one text that can be split in one way only."""
    return "".join([f"{len(part)}:{part}," for part in parts])


def _digest(parts: tuple[str, ...]) -> str:
    # A database never holds lone surrogates, but a manipulated one may. It is to be reported, not to fail here.
    return sha256(joined(parts).encode("utf-8", "surrogatepass")).hexdigest()
