"""Numbers of automatic lists, as the reader of a list sees them.

Formats go by their names in OOXML (ECMA-376, 17.18.59). Two things are not in the file but in the reader's Word,
and are decided here as a Persian Word decides them: `decimal` in a right-to-left paragraph shows Persian digits,
and the letter lists show «الف» and Persian ی and ک in a Persian text («أ», «ي», «ك» in an Arabic one).
"""

from __future__ import annotations

from typing import Final

from desktop_app.persian.digits import persian_digits

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
#: The order of the Persian alphabet, which HTML and OpenDocument do not offer by that name but writers type.
_PERSIAN_ALPHABET: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_TO_PERSIAN: Final = {"أ": "الف", "ا": "الف", "ي": "ی", "ك": "ک"}
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEVANAGARI: Final = str.maketrans("0123456789", "०१२३४५६७८९")
#: Beyond this letters and Roman numerals are no longer read by anyone; digits are shown.
_LARGEST_WORDED: Final = 3999


def format_number(value: int, form: str, *, rtl: bool, persian: bool) -> str:
    """`value` in the number format `form`; what is not known is shown as `decimal`.

    `rtl`: the paragraph runs right to left. `persian`: the text is Persian, not Arabic.
    """
    if form == "none":
        return ""
    if form in _LETTERS:
        return _letter(value, form, persian=persian)
    if form in ("lowerRoman", "upperRoman") and 0 < value <= _LARGEST_WORDED:
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
    if not 0 < value <= _LARGEST_WORDED:
        return str(value)
    # After the last letter the first comes back doubled (aa, bb), as Word and the standard have it.
    times, index = divmod(value - 1, len(letters))
    letter = letters[index]
    if persian:
        letter = _TO_PERSIAN.get(letter, letter)
    return letter * (times + 1)


def _roman(value: int) -> str:
    made = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        made += sign * times
    return made


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def bullet(shown: str) -> str:
    """The sign of a bullet: what symbol fonts keep in the private use area is a plain bullet."""
    return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in shown)
