"""Tells punctuation that only shows how a sentence is read from marks that carry a meaning."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.result import Range
from desktop_app.comparison.tokens import Tokens
from desktop_app.persian.text import ZWNJ

#: Keys of `tokens`: folded quotation marks and dashes. Brackets, slashes and signs of arithmetic are not here.
MARKS: Final = frozenset('.،؛:؟!"-…⎯٬')
_SPACE: Final = f"[ \u00a0\u202f{ZWNJ}]"
#: The next character after a mark. A line break or a tab separates it from the mark.
_AFTER: Final = re.compile(f"{_SPACE}*+(.)")
#: How far before a mark the previous character is searched.
_NEAR: Final = 8
#: A mark directly before a number may be its sign or its decimal point.
_OF_NUMBERS: Final = ("-", ".")


def are_marks(text: str, tokens: Tokens, run: Range) -> bool:
    """Returns whether tokens `[first, last)` are punctuation, or none, in a place where it carries no meaning.

    It does between two digits («۸:۳۰», «۳، ۴»), as the sign of a number, and inside a Latin address.
    """
    first, last = run
    keys = tokens.keys[first:last]
    if not keys:
        return True
    if not MARKS.issuperset(keys):
        return False
    start, end = tokens.starts[first], tokens.ends[last - 1]
    touching, touched = text[max(0, start - 1) : start], text[end : end + 1]
    if touching.isascii() and touching.isalnum() and touched.isascii() and touched.isalnum():
        return False
    following = _AFTER.match(text, end)
    if following is None or not following[1].isdigit():
        return True
    if text[max(0, start - _NEAR) : start].rstrip(f" \u00a0\u202f{ZWNJ}")[-1:].isdigit():
        return False
    return not (touched.isdigit() and keys[-1] in _OF_NUMBERS and not touching.strip())
