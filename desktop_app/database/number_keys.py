"""Keyed hashes of numbers that identify people, by which they are matched and searched.

A key is an HMAC-SHA-256 (RFC 2104), so that nobody can compute the keys of all numbers there are without the
secret. On PostgreSQL no login reads the secret, and `app.number_key` computes the same. The secret is ordinary data
of the database: a copy has the same keys.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from secrets import token_bytes
from typing import Final

from sqlalchemy import Connection, LargeBinary, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base

#: The length of a key: a letter, with which full-text search takes it for one word, and 156 bits in hexadecimal.
LENGTH: Final = 40
_BLOCK: Final = 64
_WHOLE: Final = re.compile(r"\d{10,11}")

KeyOfNumber = Callable[[str], str]


class NumberSecret(Base):
    """The secret, as the two padded keys of HMAC; one row, made when the first number is stored."""

    __tablename__ = "number_secret"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    inner_pad: Mapped[bytes] = mapped_column(LargeBinary)
    outer_pad: Mapped[bytes] = mapped_column(LargeBinary)


def number_keys(where: Session | Connection) -> KeyOfNumber | None:
    """Returns the function that computes keys; None before the first number is stored."""
    found = where.execute(select(NumberSecret.inner_pad, NumberSecret.outer_pad)).first()
    return None if found is None else _computing(*found)


def make_number_keys(where: Session | Connection) -> KeyOfNumber:
    """Does the same as `number_keys`, and makes the secret if there is none."""
    known = number_keys(where)
    if known is not None:
        return known
    secret = token_bytes(32).ljust(_BLOCK, b"\0")
    inner, outer = bytes(one ^ 0x36 for one in secret), bytes(one ^ 0x5C for one in secret)
    where.execute(insert(NumberSecret), {"id": 1, "inner_pad": inner, "outer_pad": outer})
    return _computing(inner, outer)


def is_whole_number(word: str) -> bool:
    """Whether a word has as many digits as a national ID or a mobile number."""
    return _WHOLE.fullmatch(word) is not None


def _computing(inner: bytes, outer: bytes) -> KeyOfNumber:
    def key(number: str) -> str:
        digest = hashlib.sha256(outer + hashlib.sha256(inner + number.encode()).digest())
        return f"k{digest.hexdigest()}"[:LENGTH]

    return key
