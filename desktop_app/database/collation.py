"""The order of the Persian alphabet for texts without a stored sort key, on both engines.

SQLite and a PostgreSQL server without ICU do not have it. SQLite calls `persian.names.sort_key` of the program.
PostgreSQL gets the same order from `translate`, letter by letter, compared byte by byte.
"""

from __future__ import annotations

import sqlite3
import string
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import String, column
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from desktop_app.persian.names import ALPHABET, NAMELESS, sort_key
from desktop_app.persian.text import INVISIBLE, LETTER_FORMS, MARKS, ZWNJ

#: How many code points of a key are compared: two for each Persian letter of the longest name.
_LENGTH: Final = 800
#: Codes after «z» in alphabetical order, one for each letter of the alphabet.
_CODES: Final = {letter: chr(0xC0 + rank) for rank, letter in enumerate(ALPHABET)}
_PUNCTUATION: Final = string.punctuation + "«»،؛؟…–—٪٫٬"


class persian_order(FunctionElement[str]):  # noqa: N801 - a function of SQL
    """`persian_order(text)`: the sort key of a text; a text without letters and digits sorts last."""

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


class kept_order(FunctionElement[str]):  # noqa: N801 - a function of SQL
    """`kept_order(petition.subject)`: as `persian_order`, for a column with a stored key column (`list_columns`).

    Computing a key takes 20 microseconds on PostgreSQL, which is 20 seconds for a million rows.
    """

    type = String()
    inherit_cache = True
    name = "kept_order"


@compiles(kept_order)
def _kept(element: kept_order, compiler: Any, **known: Any) -> str:
    return f"{compiler.process(element.clauses, **known)}_key"


def key_of_column(dialect: Dialect, name: str) -> str:
    """Returns the SQL of a column's key on PostgreSQL. A program with other keys needs a migration that recreates
    them.
    """
    return str(persian_order(column(name)).compile(dialect=dialect))


def register_functions(connection: sqlite3.Connection) -> None:
    """Registers on an SQLite connection the function that `persian_order` calls."""
    connection.create_function("mosharekat_sort_key", 1, _key, deterministic=True)


@lru_cache(maxsize=4096)
def _key(text: object) -> str:
    return sort_key(text, length=_LENGTH) if isinstance(text, str) else NAMELESS
