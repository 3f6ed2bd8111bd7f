"""The flat form of a text: a one-to-one mapping of code points, so that offsets stay valid.

Letter forms, digits, dashes, quotation marks and invisible characters are unified. Diacritics and kashida are
kept, because dropping them would shift offsets. A remaining difference between flat texts is either an edit or a
spelling variant that only `tokens.key_of` can fold.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import Final

from desktop_app.persian.text import INVISIBLE, MARKS, ZWNJ, fold_letters

KASHIDA: Final = "\u0640"
#: All combining marks, including Koranic signs and Latin accents.
ALL_MARKS: Final = MARKS.replace(KASHIDA, "") + "".join(
    map(chr, (*range(0x0300, 0x0370), *range(0x0610, 0x061B), *range(0x0659, 0x0660), *range(0x06D6, 0x06EE)))
)
#: A character class for regular expressions: the marks that occur inside words.
MARK_CLASS: Final = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_QUOTES: Final = "«»‹›“”„‟‘’‚‛'`´"
_PUNCTUATION: Final = {",": "،", ";": "؛", "?": "؟", "%": "٪", "_": "⎯", "⁄": "/", "∕": "/"}
_SPACES: Final = "\u00a0\u1680\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
#: A hamza is as optional as a diacritic: «مأمور», «مؤسسه», «جزئی». The madda of «آ» is not.
HAMZA: Final = {"أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی"}
#: «مسئول» is also written «مسؤول» and «مسوول»: the seat of its hamza is a «و».
SEATS: Final = {"ئو": "وو"}
_HAMZA_LAST: Final = re.compile(r"(?<=ا)ء(?!\w)")
#: «خانه‌ی ما» and «خانه ی ما» for «خانهٔ ما», before the end of a word.
_EZAFE: Final = (f"ه{ZWNJ}ی", "ه ی")
_ENDS: Final = (*" \n.،؛:)", '"')
_ONE_FOR_ONE: Final = [
    *((dash, "-") for dash in _DASHES),
    *((quote, '"') for quote in _QUOTES),
    *_PUNCTUATION.items(),
    *((space, " ") for space in _SPACES),
    *((invisible, ZWNJ) for invisible in INVISIBLE),
    *SEATS.items(),
    *HAMZA.items(),
    # Some printed texts use the thousands separator as a comma.
    ("٬ ", "، "),
]
#: Characters besides letters that may follow a kashida.
_STRETCHED: Final = frozenset(f"{ALL_MARKS}{ZWNJ}")
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ALEF_MADDA: Final = "\u0627\u0653"
_DROPPED: Final = re.compile(f"[{MARK_CLASS}{KASHIDA}{ZWNJ}]")


def flat(text: str) -> str:
    """Returns `text` with spelling variants unified one to one, so that offsets stay valid."""
    text = fold_letters(text)
    for variant, one in _ONE_FOR_ONE:
        text = text.replace(variant, one)
    for ezafe in _EZAFE:
        first, *others = text.split(ezafe)
        ended = (f"ه{ZWNJ}{ZWNJ}" if other.startswith(_ENDS) else ezafe for other in others)
        text = first + "".join(chain.from_iterable(zip(ended, others, strict=True)))
    if "ء" in text:
        text = _HAMZA_LAST.sub(ZWNJ, text)
    return _with_dashes(text)


def _with_dashes(text: str) -> str:
    """Replaces kashida that does not join two letters by dashes: «۵ـ», « ـ », «کشورـ سازمان»."""
    made: list[str] = []
    done, start = 0, text.find(KASHIDA)
    while start >= 0:
        end = start + 1
        while text.startswith(KASHIDA, end):
            end += 1
        following = text[end : end + 1]
        joins = start > 0 and text[start - 1].isalpha() and (following.isalpha() or following in _STRETCHED)
        if not joins:
            made += text[done:start], "-" * (end - start)
            done = end
        start = text.find(KASHIDA, end)
    return "".join([*made, text[done:]])


def bare(flat_text: str) -> str:
    """Returns part of a flat text in lower case, without marks, kashida, ZWNJ and presentation forms."""
    if flat_text.isascii():
        return flat_text.lower()
    if _PRESENTATION.search(flat_text):
        flat_text = fold_letters(unicodedata.normalize("NFKC", flat_text))
    flat_text = flat_text.replace(_ALEF_MADDA, "آ")
    return _DROPPED.sub("", flat_text).lower()
