"""Quotes in quotes: «گفت ‹سلام›». The inner ones have single marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_INNER: Final = str.maketrans("«»", "‹›")
_NAME_OR_MARK: Final = re.compile(r"\{([^{}\n]*)\}|[«»]")


def inner_quotes(text: str) -> str:
    """Returns `text` with single marks, to stand within quotes."""
    return text.translate(_INNER)


def quoted(text: str) -> str:
    """Returns `text` in quotes."""
    return f"«{inner_quotes(text)}»"


@lru_cache(maxsize=1024)
def names_in_quotes(template: str) -> frozenset[str]:
    """Returns the names of the `{placeholders}` of a template that stand within quotes."""
    depth = 0
    found: set[str] = set()
    for match in _NAME_OR_MARK.finditer(template):
        if match.group(1) is None:
            depth += 1 if match.group() == "«" else -1
        elif depth > 0:
            found.add(match.group(1))
    return frozenset(found)
