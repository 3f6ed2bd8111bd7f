"""Expressions that the acts of all modules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, cast, func, not_, null, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope, Expression
from desktop_app.persian.text import UNSEEN

_WHITE: Final = "".join(chr(code) for code in range(1, 0x3001) if chr(code).isspace())


def nothing(_scope: ActScope) -> ColumnElement[Any]:
    return null()


def now(scope: ActScope) -> ColumnElement[Any]:
    return scope.now


def today(scope: ActScope) -> ColumnElement[Any]:
    return scope.today


def me(scope: ActScope) -> ColumnElement[Any]:
    return scope.me


def my_name(scope: ActScope) -> ColumnElement[Any]:
    return scope.my_name


def words(scope: ActScope) -> ColumnElement[Any]:
    return func.coalesce(scope.words, "")


def next_version(scope: ActScope) -> ColumnElement[Any]:
    version: ColumnElement[Any] = scope.item.c.version
    return version + 1


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """The expression of a column of the item. `audit verify` compares rows with what is told so."""

    name: str

    def __call__(self, scope: ActScope) -> ColumnElement[Any]:
        found: ColumnElement[Any] = scope.item.c[self.name]
        return found


def column(name: str) -> ItemColumn:
    """Returns the expression of a column of the item."""
    return ItemColumn(name)


def named(model: type[Any], of: str, name: str) -> Expression:
    """Returns the expression of the name of the row of `model` whose id is in the column `of` of the item."""

    def told(scope: ActScope) -> ColumnElement[Any]:
        row = aliased(model)
        asked = select(getattr(row, name)).where(row.id == scope.item.c[of])
        found = asked.correlate_except(row).scalar_subquery()
        return func.coalesce(found, "")

    return told


def given(name: str) -> Expression:
    """Returns the expression of a value that the caller gives."""
    return lambda scope: scope.given(name)


def not_one_of(name: str, values: Iterable[StrEnum]) -> Expression:
    """Returns the expression whether the caller gives no value, or one that the program does not know."""
    known = [one.value for one in values]
    return lambda scope: func.coalesce(scope.given(name).not_in(known), true())


def value_of(model: type[Any], column: str, asked: str) -> Expression:
    """Returns the expression of a column of the row of `model` whose id the caller gives as `asked`."""

    def value(scope: ActScope) -> ColumnElement[Any]:
        row = aliased(model)
        found = select(getattr(row, column)).where(row.id == scope.given(asked)).correlate_except(row)
        return found.scalar_subquery()

    return value


def negation(expression: Callable[[ActScope], ColumnElement[bool]]) -> Expression:
    return lambda scope: not_(expression(scope))


def id_in(part: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns an id that an event holds; `as_integer` reads 32 bits on PostgreSQL."""
    return cast(part.as_string(), BigInteger)


def bare(text: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns a text without the white space around it, as `str.strip`; empty for NULL."""
    return func.trim(func.coalesce(text, ""), _WHITE)


def visible(text: Any) -> ColumnElement[Any]:
    """Returns a text without white space and invisible characters around it; empty for what looks empty."""
    return func.trim(func.coalesce(text, ""), UNSEEN)


def empty_words(scope: ActScope) -> ColumnElement[bool]:
    return visible(scope.words) == ""


def seen_is_old(scope: ActScope) -> ColumnElement[bool]:
    """Whether the item has another version than the one that the caller saw."""
    other: ColumnElement[bool] = scope.item.c.version != scope.seen
    return other
