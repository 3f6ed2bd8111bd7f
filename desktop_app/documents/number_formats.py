"""Formats the numbers of automatic lists as they are displayed.

Formats have their names in OOXML (ECMA-376, 17.18.59). Two details depend on the language of the reader's Word;
this module follows a Persian Word. `decimal` in a right-to-left paragraph uses Persian digits. Letter lists in a
Persian text use «الف» and Persian ی and ک, and in an Arabic text «أ», «ي», «ك».
"""

from __future__ import annotations

from typing import Final

from desktop_app.persian.digits import persian_digits

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
#: The Persian alphabet, a list order that HTML and OpenDocument do not name, but authors use.
_PERSIAN_ALPHABET: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_TO_PERSIAN: Final = {"أ": "الف", "ا": "الف", "ي": "ی", "ك": "ک"}
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEVANAGARI: Final = str.maketrans("0123456789", "०१२३४५६७८९")
#: Beyond this value, letters and Roman numerals are unreadable, and digits are used.
_MAX_IN_LETTERS: Final = 3999


def format_number(value: int, form: str, *, rtl: bool, persian: bool) -> str:
    """Formats `value`; an unknown format is treated as `decimal`.

    `rtl` is the direction of the paragraph. `persian` means that the text is Persian, not Arabic.
    """
    if form == "none":
        return ""
    if form in _LETTERS:
        return _letter(value, form, persian=persian)
    if form in ("lowerRoman", "upperRoman") and 0 < value <= _MAX_IN_LETTERS:
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form == "hindiNumbers" and not rtl:
        return str(value).translate(_DEVANAGARI)
    shown = f"{value:02}" if form == "decimalZero" else str(value)
    if form == "ordinal" and not rtl:
        shown += _ordinal_ending(value)
    return persian_digits(shown) if rtl or form == "persian" else shown


_LETTERS: Final = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "arabicAbjad": _ABJAD,
    "arabicAlpha": _ALPHA,
    "persianAlphabet": _PERSIAN_ALPHABET,
}


def _letter(value: int, form: str, *, persian: bool) -> str:
    letters = _LETTERS[form]
    if not 0 < value <= _MAX_IN_LETTERS:
        return str(value)
    # After the last letter, letters are doubled (aa, bb), as in Word and the standard.
    times, index = divmod(value - 1, len(letters))
    letter = letters[index]
    if persian:
        letter = _TO_PERSIAN.get(letter, letter)
    return letter * (times + 1)


def _roman(value: int) -> str:
    made = ""
    for amount, sign in _ROMAN:
        times, value = divmod(value, amount)
        made += sign * times
    return made


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def bullet(shown: str) -> str:
    """Returns the bullet character. Characters of symbol fonts in the private use area become a plain bullet."""
    return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in shown)
