"""Where the digits of telephone numbers and national IDs are set apart, as they are read aloud.

Offsets are in code points of what is typed; the gap follows the character at that offset. A text with anything but
digits has no gaps: who typed it has set the digits apart already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from desktop_app.people.identity import whole_number
from desktop_app.persian.digits import latin_digits

_LONGEST: Final = 20
#: The sizes of the groups of a telephone number by how it begins: mobile, city; each also with the country's code.
_TELEPHONES: Final = tuple(
    (re.compile(pattern), sizes)
    for pattern, sizes in (
        (r"09\d*", (4, 3, 4)),
        (r"9\d{9}", (3, 3, 4)),
        (r"\+989\d*", (3, 3, 3, 4)),
        (r"00989\d*", (4, 3, 3, 4)),
        (r"\+98\d*", (3, 2, 4, 4)),
        (r"0098\d*", (4, 2, 4, 4)),
        (r"0[1-8]\d*", (3, 4, 4)),
        (r"[2-8]\d{7}", (4, 4)),
    )
)
_NATIONAL_ID: Final = (3, 6, 1)


def telephone_gaps(text: str) -> tuple[int, ...]:
    """Returns the gaps of a telephone number, also of an unfinished one: «۰۹۱۲ ۳۴۵ ۶۷۸۹», «۰۲۱ ۸۸۷۷ ۶۶۵۵»."""
    number = latin_digits(text)
    if len(number) > _LONGEST:
        return ()
    sizes = next((sizes for pattern, sizes in _TELEPHONES if pattern.fullmatch(number)), ())
    return tuple(_between(sizes, len(text)))


def national_id_gaps(text: str) -> tuple[int, ...]:
    """Returns the gaps of a national ID, also of an unfinished one: «۰۰۱ ۲۳۴۵۶۷ ۹»."""
    return tuple(_between(_NATIONAL_ID, len(text))) if re.fullmatch(r"\d{1,10}", text) else ()


def identifier_gaps(text: str) -> tuple[int, ...]:
    """Returns the gaps of a text that may be a mobile number, a national ID or anything else; only of whole ones."""
    if not re.fullmatch(r"\+?\d{10,14}", text):
        return ()
    number = whole_number(text)
    if not number:
        return ()
    return telephone_gaps(text) if len(number) == 11 else national_id_gaps(text)


def _between(sizes: Sequence[int], length: int) -> Iterator[int]:
    """Yields the offset of the last character of each group that another character follows."""
    return (end - 1 for end in accumulate(sizes) if end < length)
