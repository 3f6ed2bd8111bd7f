"""Exports of an SMS gateway: joins the parts of a long message into one row, in whatever order they come.

Parts are recognised by columns (reference, part, total) or by a prefix of the text («(1/3)», «(۲ از ۳)»).
Nothing is lost: a message with a missing part is returned without it, and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from desktop_app.intake.formats.columns import folded_name
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.persian.digits import latin_digits, only_digits

#: Columns that describe parts, by the names that gateways use.
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "reference": (
        "reference",
        "ref",
        "udh ref",
        "concat ref",
        "message group",
        "شناسه پیامک بلند",
        "شناسه بخش‌ها",
    ),
    "part": ("part", "part number", "segment", "sequence", "بخش", "شماره بخش", "قسمت"),
    "parts": (
        "parts",
        "total parts",
        "part count",
        "segments",
        "total",
        "تعداد بخش",
        "تعداد بخش‌ها",
        "تعداد قسمت",
    ),
}
_MARK: Final = re.compile(r"\s*[(\[]\s*(\d{1,2})\s*(?:/|از|of)\s*(\d{1,2})\s*[)\]]\s*")
#: The standard allows 255 parts; a prefix with a greater number than this is a date or a fraction.
_MOST_PARTS: Final = 40
#: Maximum number of incomplete messages in memory.
_MOST_WAITING: Final = 5_000


@dataclass
class _Waiting:
    first: TabularRow
    of: int
    texts: dict[int, str] = field(default_factory=dict)


class PartedMessages:
    """Joins the rows of one file.

    `counts` has the numbers of joined parts (`joined`) and of messages with a missing part (`parts_missing`).
    """

    def __init__(self, columns: tuple[str, ...], mapping: Mapping[str, str]) -> None:
        known = {folded_name(column): column for column in columns}
        taken = set(mapping.values())
        self._column = {
            name: next(
                (known[key] for key in map(folded_name, names) if known.get(key, "") not in taken | {""}), ""
            )
            for name, names in _COLUMNS.items()
        }
        self._text = mapping.get("text", "")
        self._sender = mapping.get("mobile") or mapping.get("name", "")
        self._waiting: dict[tuple[str, str, int], _Waiting] = {}
        self.counts: Counter[str] = Counter()

    def rows(self, rows: Iterator[TabularRow]) -> Iterator[TabularRow]:
        """Yields the rows with messages joined, each at its last part; incomplete messages come at the end."""
        for row in rows:
            part = None if row.fault else self._part_of(row)
            if part is None:
                yield row
                continue
            yield from self._took(row, *part)
        for waiting in self._waiting.values():
            yield self._joined(waiting)
        self._waiting.clear()

    def _part_of(self, row: TabularRow) -> tuple[int, int, str, str] | None:
        """Returns (part, total, reference, text), or None for a complete message."""
        text = row.cells.get(self._text, "")
        if self._column["part"] and self._column["parts"]:
            part, of = (_number(row.cells.get(self._column[name], "")) for name in ("part", "parts"))
            if 1 <= part <= of <= 255 and of > 1:
                return part, of, row.cells.get(self._column["reference"], ""), text
            return None
        mark = _MARK.match(latin_digits(text))
        if mark is None or not self._sender:
            return None
        part, of = map(int, mark.groups())
        if not 1 <= part <= of <= _MOST_PARTS or of < 2:
            return None
        return part, of, "", text[mark.end() :]

    def _took(self, row: TabularRow, part: int, of: int, reference: str, text: str) -> Iterator[TabularRow]:
        # Use the last ten digits: «+98912…», «0098912…» and «0912…» are the same number.
        sender = row.cells.get(self._sender, "")
        key = (only_digits(sender)[-10:] or sender, reference, of)
        waiting = self._waiting.get(key)
        if waiting is not None and part in waiting.texts:
            # The reference of the gateway restarts after 255, a prefix restarts with the next message.
            yield self._joined(self._waiting.pop(key))
            waiting = None
        if waiting is None:
            if len(self._waiting) >= _MOST_WAITING:
                yield self._joined(self._waiting.pop(next(iter(self._waiting))))
            waiting = self._waiting[key] = _Waiting(row, of)
        waiting.texts[part] = text
        if len(waiting.texts) == of:
            yield self._joined(self._waiting.pop(key))

    def _joined(self, waiting: _Waiting) -> TabularRow:
        if len(waiting.texts) == 1 and not self._column["part"]:
            # A single part with a prefix is no partial message: the prefix belongs to the text.
            return waiting.first
        if len(waiting.texts) < waiting.of:
            self.counts["parts_missing"] += 1
        if len(waiting.texts) > 1:
            self.counts["joined"] += len(waiting.texts)
        words = "".join(waiting.texts[part] for part in sorted(waiting.texts))
        return replace(waiting.first, cells={**waiting.first.cells, self._text: words}, line="")


def _number(cell: str) -> int:
    digits = latin_digits(cell).strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 5 else 0
