"""Parses names of provisions as the public writes them: «م3», «ماده سه», «بند ب از ماده ۵», «ماده ۲، تبصره ۱».

Only the name is parsed here; `anchoring` looks it up in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.labels import LETTERS, LabelKind, canonical_number
from desktop_app.comparison.numbers import WORDS_PATTERN
from desktop_app.persian.text import fold

#: One step of a name: its kind and its number; a note without one has the number "".
Step = tuple[LabelKind, str]

_UNITS: Final = {
    "ماده": LabelKind.ARTICLE, "اصل": LabelKind.ARTICLE, "article": LabelKind.ARTICLE, "art": LabelKind.ARTICLE,
    "م": LabelKind.ARTICLE,
    "تبصره": LabelKind.NOTE, "note": LabelKind.NOTE, "ت": LabelKind.NOTE,
    "بند": LabelKind.LETTER, "جزء": LabelKind.ITEM, "جز": LabelKind.ITEM,
}  # fmt: skip
_LETTER: Final = f"(?:الف|[{LETTERS}])(?![^\\W_])"
_DIGITS: Final = r"\d{1,4}(?![\d/])(?: مکرر)?"
_VALUE: Final = f'[("«\\[]? ?(?:{_DIGITS}|{WORDS_PATTERN}|{_LETTER}) ?[)"»\\]]?'
_EZAFE: Final = "(?: ?ی(?= ))?(?: ?شماره)?"
#: For folded text. «م» and «ت» are abbreviations only before digits, and «تبصره» may have no number.
_ONE: Final = re.compile(
    f"(?<![^\\W_])(?:(?P<unit>ماده|اصل|بند|جزء?|article|art\\.?){_EZAFE} ?(?P<value>{_VALUE})"
    f"|(?P<note>تبصره|note){_EZAFE}(?: ?(?P<number>{_VALUE}))?(?![^\\W_])"
    rf"|(?P<short>[مت])\.? ?(?P<digits>\d{{1,3}})(?![\d/]|[^\W\d_]))"
)
#: The text between «بند ب» and the «ماده ۵» that contains it.
_JOINT: Final = re.compile(r'[\s»")\]،,:؛/-]*(?:(?:از|ذیل|در|مربوط به)\s)?[\s«"(\[]*')
_LAW: Final = (
    "قانون|ایین ?نامه|اساسنامه|دستور ?العمل|تصویب ?نامه|مصوبه|لایحه|شیوه ?نامه|بخشنامه|کنوانسیون|اعلامیه"
)
#: «ماده ۱۲ قانون مطبوعات» names a provision of another law; «ماده ۱۲ این دستورالعمل» one of this text.
_ELSEWHERE: Final = re.compile(f'[»") ]*(?:از )?(?:{_LAW})(?! حاضر)')
_BARE: Final = re.compile(f"(?:{_DIGITS}|{WORDS_PATTERN})")
_AROUND: Final = "-–ـ:.،() "


@dataclass(frozen=True, slots=True)
class Name:
    """A named provision, outermost step first; `short`: only abbreviated by «م» or «ت»."""

    steps: tuple[Step, ...]
    short: bool = False


def names_in(text: str) -> tuple[Name, ...]:
    """Returns the provisions that a running text names, in their order, without those of other laws."""
    return tuple(_names(fold(text)))


def name_of(label: str) -> Name | None:
    """Returns the one provision that a label field names; a bare number is taken as an article. None if it names
    none or several.
    """
    folded = fold(label).strip(_AROUND)
    if _BARE.fullmatch(folded):
        return Name(((LabelKind.ARTICLE, canonical_number(folded)),), short=True)
    found = tuple(dict.fromkeys(_names(folded)))
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Found:
    step: Step
    start: int
    end: int
    short: bool


def _names(folded: str) -> Iterator[Name]:
    chain: list[_Found] = []
    for one in _steps(folded):
        if chain and not _goes_on(chain, one, folded):
            yield from _named(chain, folded)
            chain = []
        chain.append(one)
    yield from _named(chain, folded)


def _steps(folded: str) -> Iterator[_Found]:
    for match in _ONE.finditer(folded):
        if match["short"]:
            kind, value = _UNITS[match["short"]], match["digits"]
        elif match["note"]:
            kind, value = LabelKind.NOTE, match["number"] or ""
        else:
            kind, value = _UNITS[match["unit"].rstrip(".")], match["value"]
        number = canonical_number(value.strip(' ()[]"«»')) if value else ""
        yield _Found((kind, number), match.start(), match.end(), bool(match["short"]))


def _goes_on(chain: list[_Found], one: _Found, folded: str) -> bool:
    """Whether the next step belongs to the same name: separated only by a joint, and all steps in one direction."""
    last = chain[-1]
    if not _JOINT.fullmatch(folded, last.end, one.start) or last.step[0] == one.step[0]:
        return False
    inwards = one.step[0] > last.step[0]
    return len(chain) == 1 or inwards == (chain[1].step[0] > chain[0].step[0])


def _named(chain: list[_Found], folded: str) -> Iterator[Name]:
    if not chain or _ELSEWHERE.match(folded, chain[-1].end):
        return
    steps = [one.step for one in chain]
    if len(steps) > 1 and steps[0][0] > steps[-1][0]:
        steps.reverse()
    yield Name(tuple(steps), all(one.short for one in chain))
