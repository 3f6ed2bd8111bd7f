"""Numbers of several parts in free text: telephone numbers, numbers of letters, codes.

In right-to-left text the Unicode bidirectional algorithm turns the parts round that a hyphen or a space joins:
«۰۲۱-۸۸۷۷۶۶۵۵» reads ۸۸۷۷۶۶۵۵-۰۲۱. Such a number is shown as a left-to-right isolate. A range («۸-۱۴») is not one
number: its first bound stays at the right, where reading begins. Stored text is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.persian.digits import ANY_DIGIT, ARABIC_DIGITS, LRI, PDI, digits, latin_digits

_D: Final = ANY_DIGIT

#: What joins a digit to a longer number that is none of these: a time, a decimal.
_JOINS: Final = "[/.:,،٫٬-]"
_BEFORE: Final = f"(?<!{_D})(?<!{_D}{_JOINS})"
_AFTER: Final = f"(?!{_JOINS}?{_D})"
#: Parts joined by hyphens and slashes; `_is_one` decides.
_JOINED: Final = rf"{_BEFORE}\+?{_D}++(?:[/-]{_D}++)++{_AFTER}"
#: A telephone number: with the code of a city or a mobile network, or with that of a country; its parts are joined by
#: single spaces or hyphens.
_OF_HERE: Final = rf"[0٠۰]{_D}{{2,3}}(?:[ -]{_D}{{2,8}}){{1,4}}"
_OF_A_COUNTRY: Final = rf"(?:\+|[0٠۰]{{2}}){_D}{{1,3}}(?:[ -]?{_D}{{2,8}}){{1,5}}"
_TELEPHONE: Final = f"{_BEFORE}(?:{_OF_HERE}|{_OF_A_COUNTRY}){_AFTER}"
#: A code in groups of four: a tracking code, the number of a bank card.
_IN_FOURS: Final = rf"{_BEFORE}{_D}{{4}}(?:[ -]{_D}{{4}}){{2,3}}(?! ?{_D}){_AFTER}"
_FOUND: Final = re.compile(f"(?P<telephone>{_TELEPHONE})|(?P<fours>{_IN_FOURS})|(?P<joined>{_JOINED})")
#: A cheap test first: most texts have no digit beside a hyphen, a space or a plus.
_PROMISING: Final = re.compile(rf"{_D}[ -]{_D}|\+{_D}")
_LATIN_DIGIT: Final = re.compile("[0-9]")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
#: Letters of the Arabic script, as ranges of a class of characters.
ARABIC_LETTERS: Final = "\u0620-\u064a\u066e\u066f\u0671-\u06d3"
_PERSIAN_LETTER: Final = re.compile(f"[{ARABIC_LETTERS}]")
#: A word in Latin letters with the numbers after it up to a punctuation mark, or a word with a digit.
_WITH_DIGITS: Final = re.compile(r"(?<!\S)(?:\S*[A-Za-z@\\_]\S*(?:(?<![،؛؟»):.!]) [0-9]\S*)*|\S*[0-9]\S*)")
_KEPT: Final = re.compile(r"[A-Za-z@\\_]|(?<![0-9])[0-9]++\.[0-9]++\.[0-9]")
_ARABIC_DIGIT: Final = re.compile(f"[{ARABIC_DIGITS}]")
#: An override from left to right, and its end.
_LRO, _PDF = "\u202d", "\u202c"
_NO_MARKS: Final = dict.fromkeys(map(ord, LRI + PDI + _LRO + _PDF))
_SEPARATORS: Final = re.compile("[/-]")
_YEAR: Final = re.compile("1[34][0-9]{2}")
#: A postal code in two halves: the first has neither 0 nor 2.
_POSTAL_CODE: Final = re.compile("[13-9]{5}-[0-9]{4}[1-9]")
#: How many digits a telephone number has, with the codes of city and country.
_DIGITS_OF_TELEPHONE: Final = range(8, 15)


def shown_digits(text: str) -> str:
    """Returns `text` for display, with the digits of the language in use; offsets stay valid.

    Names and addresses in Latin letters keep theirs, with a number after them («Windows 10»), and so do addresses and
    versions that consist of numbers («10.0.0.5»), and words without any Persian letter («8 Azar 1405»). Stored text
    is never changed.
    """
    if not _LATIN_DIGIT.search(text) or (_LATIN_LETTER.search(text) and not _PERSIAN_LETTER.search(text)):
        return text
    return _WITH_DIGITS.sub(lambda found: found[0] if _KEPT.search(found[0]) else digits(found[0]), text)


def for_display(text: str, ranges: Sequence[tuple[int, int]] = ()) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Returns `text` as the window draws it: with `shown_digits` and `isolated_with`."""
    return isolated_with(shown_digits(text), ranges)


def joined_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Returns the ranges of the numbers of several parts, in code points of `text`, in order."""
    return tuple(_numbers(text)) if _PROMISING.search(text) else ()


def isolated_numbers(text: str) -> str:
    """Returns `text` for display, with each number of several parts in a left-to-right isolate."""
    return isolated_with(text, ())[0]


def isolated_with(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Returns the same and what became of `ranges`, offsets in code points of `text` and then of the result."""
    found = joined_numbers(text)
    if not found:
        return text, tuple(ranges)
    inserted = [mark for start, end in found for mark in _marks(text, start, end)]
    parts: list[str] = []
    done = 0
    for offset, mark in inserted:
        parts += [text[done:offset], mark]
        done = offset
    parts.append(text[done:])

    def moved(offset: int) -> int:
        return offset + sum(len(mark) for place, mark in inserted if place < offset)

    return "".join(parts), tuple((moved(start), moved(end)) for start, end in ranges)


def without_isolates(text: str) -> str:
    """Returns a text for display as it is stored; control characters of the stored text were replaced before."""
    return text.translate(_NO_MARKS)


def _marks(text: str, start: int, end: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """Returns what is inserted at which offset round a number."""
    if _ARABIC_DIGIT.search(text, start, end):
        # Even from left to right, a hyphen turns these digits round.
        return (start, LRI + _LRO), (end, _PDF + PDI)
    return (start, LRI), (end, PDI)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _FOUND.finditer(text):
        number = latin_digits(match.group())
        digits = sum(character.isdigit() for character in number)
        telephone = match.lastgroup == "telephone" and digits in _DIGITS_OF_TELEPHONE
        if telephone or match.lastgroup == "fours" or _is_one(number):
            yield match.span()


def _is_one(number: str) -> bool:
    """Whether parts that hyphens and slashes join are one number, not a range; `number` has Latin digits."""
    if "-" not in number or " " in number:
        return False
    groups = _SEPARATORS.split(number.removeprefix("+"))
    longest = max(map(len, groups))
    halves = number.split("-")
    if "/" in number:
        # Two dates, months or decimals are a range.
        return longest > 2 and not (len(halves) == 2 and halves[0].count("/") == halves[1].count("/"))
    if len(halves) > 2:
        return longest > 2
    first, second = halves
    numbered = _YEAR.fullmatch(first) is not None and len(second) > 2 and len(second) != len(first)
    return numbered or _POSTAL_CODE.fullmatch(number) is not None
