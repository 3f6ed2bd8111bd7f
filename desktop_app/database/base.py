"""What all tables share: one metadata with named constraints, and timestamps that are always UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Identity,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    event,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column

#: Constraints have names on both engines, so that a migration can refer to them.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The one declarative base; its metadata is the schema of the newest revision."""

    metadata = MetaData(naming_convention=NAMING)


#: The type of an id. SQLite numbers rows in 64 bits by itself, and only in a column of the type INTEGER.
WIDE: Final = BigInteger().with_variant(Integer, "sqlite")


@event.listens_for(Column, "before_parent_attach")
def _widen_ids(column: Column[Any], _table: Any) -> None:
    """Gives the ids of all tables, and references to them, 64 bits on PostgreSQL."""
    if type(column.type) is Integer and (column.name == "id" or column.name.endswith("_id")):
        column.type = WIDE


#: A primary key that the database numbers. On PostgreSQL an identity column: its sequence needs no rights, and logins
#: have no right to give a number themselves (`database.rights`).
AutoId = Annotated[int, mapped_column(Identity(), primary_key=True)]


class UtcMoment(TypeDecorator[datetime]):
    """A timestamp: aware and in UTC in Python, `timestamptz` on PostgreSQL, sortable UTC text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


#: The sort keys of `persian.names` are compared byte by byte on both engines.
SortKey = String(130).with_variant(String(130, collation="C"), "postgresql")
Json = JSON()
