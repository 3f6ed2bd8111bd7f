"""Checks the number of provisions that a law states itself: «مشتمل بر چهل ماده و هشت تبصره»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.comparison.finding import LazyPattern
from desktop_app.comparison.labels import NUMBER, LabelKind
from desktop_app.comparison.numbers import value_of
from desktop_app.comparison.result import StatedCount
from desktop_app.comparison.structure import Provision
from desktop_app.persian.text import ZWNJ

_UNITS: Final = {
    "اصل": LabelKind.ARTICLE, "ماده": LabelKind.ARTICLE, "تبصره": LabelKind.NOTE, "فصل": LabelKind.CHAPTER,
    "باب": LabelKind.TITLE, "بخش": LabelKind.PART,
}  # fmt: skip
_W: Final = f"[ \n{ZWNJ}]*+"
_SINGLE: Final = f"ماده{_W}واحده"
_BRACKETED: Final = rf"(?:\({_W}{NUMBER}{_W}\){_W})?"
#: «چهل ماده», «(۴۰) ماده», «چهل (۴۰) ماده»; other words («یک مقدمه») are passed over.
_ONE: Final = LazyPattern(
    rf"(?:{_SINGLE}|\(?{_W}(?P<number>{NUMBER}){_W}\)?{_W}{_BRACKETED}(?P<unit>[^\W\d_]++))(?![^\W_])"
)
_AND: Final = re.compile(f"{_W}(?:،|و){_W}")
_LEAD: Final = re.compile(f"مشتمل{_W}بر{_W}")


def wrong_counts(text: str, flat_text: str, provisions: Iterable[Provision]) -> tuple[StatedCount, ...]:
    """Returns what a text states about its provisions and does not have, in the order of the statement.

    A text with several different statements is of several laws, and is not checked.
    """
    statements = [[*_counts(flat_text, lead.end())] for lead in _LEAD.finditer(flat_text)]
    if len({tuple((kind, value) for kind, value, _place in one) for one in statements if one}) != 1:
        return ()
    stated = next(one for one in statements if one)
    found = Counter(provision.kind for provision in provisions if provision.label is not None)
    if not found[LabelKind.ARTICLE]:
        return ()
    return tuple(
        StatedCount(text[slice(*place)], place, found[kind])
        for kind, value, place in stated
        if found[kind] != value
    )


def _counts(flat_text: str, at: int) -> Iterator[tuple[LabelKind, int, tuple[int, int]]]:
    """Yields the counts of one statement: «چهل ماده», «هشت تبصره»."""
    while match := _ONE.compiled.match(flat_text, at):
        number = match["number"]
        value = 1 if number is None else value_of(number)
        kind = _UNITS.get(match["unit"] or "ماده")
        if value is not None and kind is not None:
            yield kind, value, match.span()
        following = _AND.match(flat_text, match.end())
        if following is None:
            return
        at = following.end()
