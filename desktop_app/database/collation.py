"""The order of the Persian alphabet for texts that have no stored sort key, on both engines.

Neither SQLite nor a server without ICU knows it. SQLite calls `persian.names.sort_key` of the program; PostgreSQL
gets the same order from `translate`, letter for letter, compared byte by byte.
"""

from __future__ import annotations

import sqlite3
import string
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from desktop_app.persian.names import ALPHABET, NAMELESS, sort_key
from desktop_app.persian.text import INVISIBLE, LETTER_FORMS, MARKS, ZWNJ

#: As much of a text as is compared.
_LENGTH: Final = 400
#: Behind «z» and in order, one for each letter of the alphabet.
_CODES: Final = {letter: chr(0xC0 + rank) for rank, letter in enumerate(ALPHABET)}
_PUNCTUATION: Final = string.punctuation + "«»،؛؟…–—٪٫٬"


class persian_order(FunctionElement[str]):  # noqa: N801 - a function of SQL
    """`persian_order(text)`: the key by which a text sorts; a text without letters and digits stands last."""

    type = String()
    inherit_cache = True
    name = "persian_order"


def _mapped() -> tuple[str, str]:
    pairs = [
        *((letter, code) for letter, code in _CODES.items()),
        *((variant, _CODES[letter]) for variant, letter in LETTER_FORMS.items() if letter in _CODES),
        *zip(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2, strict=True),
        *((blank, " ") for blank in f"{ZWNJ}\u00a0\t\n\r"),
    ]
    dropped = "".join(dict.fromkeys(_PUNCTUATION + MARKS + INVISIBLE))
    return "".join(one for one, _ in pairs) + dropped, "".join(other for _, other in pairs)


_FROM, _TO = _mapped()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''").replace("%", "%%") + "'"


@compiles(persian_order, "sqlite")
def _on_sqlite(element: persian_order, compiler: Any, **known: Any) -> str:
    return f"mosharekat_sort_key({compiler.process(element.clauses, **known)})"


@compiles(persian_order, "postgresql")
def _on_postgresql(element: persian_order, compiler: Any, **known: Any) -> str:
    inner = compiler.process(element.clauses, **known)
    key = f"translate(lower(btrim(CAST({inner} AS text))), {_quoted(_FROM)}, {_quoted(_TO)})"
    return f"(coalesce(nullif({key}, ''), '\uffff') COLLATE \"C\")"


def register_functions(connection: sqlite3.Connection) -> None:
    """Gives an SQLite connection what `persian_order` calls."""
    connection.create_function("mosharekat_sort_key", 1, _key, deterministic=True)


@lru_cache(maxsize=4096)
def _key(text: object) -> str:
    return sort_key(text, length=_LENGTH) if isinstance(text, str) else NAMELESS
