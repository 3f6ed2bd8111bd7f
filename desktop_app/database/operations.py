"""Exactly-once writes, whatever happens to the connection.

The answer to a COMMIT can be lost, and no amount of waiting shows whether it was done. So each transaction inserts
its own id into `operation`. After a lost answer the client reconnects and looks for the id. If it is there, the
work is done, and the service returns the result that it prepared before the COMMIT. If not, `once` repeats the
work. Nothing is repeated on a guess: neither a timeout nor a violated constraint.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Final, ParamSpec, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, String, delete, func, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base, UtcMoment
from desktop_app.database.declarations import named_table
from desktop_app.errors import AppError

P = ParamSpec("P")
R = TypeVar("R")

#: How long work that was certainly not done is repeated, in seconds: as long as a restart or a failover takes.
PATIENCE: Final = 12.0
_FIRST_PAUSE: Final = 0.05
_LONGEST_PAUSE: Final = 0.6
#: How long ids are kept: no client asks for one after more than a minute.
KEPT: Final = timedelta(days=3)
#: How many old ids a writer deletes within its own transaction.
_PRUNED_AT_ONCE: Final = 500


class OperationRecord(Base):
    """One transaction of one client; `asked` counts how often its outcome was asked for."""

    __tablename__ = "operation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcMoment, server_default=func.current_timestamp(), index=True)
    client: Mapped[str] = mapped_column(String(40))
    asked: Mapped[int] = mapped_column(default=0, server_default="0")


_ENTER: Final = insert(named_table("operation"))


@dataclass(frozen=True, slots=True)
class Operation:
    """A transaction about to be committed: its id, the client, and the server's process id (None on SQLite)."""

    id: str
    client: str
    backend: int | None


def enter(session: Session, client: str, backend: int | None) -> Operation:
    """Inserts the id of this transaction, as its last statement before the COMMIT."""
    operation = Operation(uuid4().hex, client, backend)
    session.flush()
    session.connection().execute(_ENTER, {"id": operation.id, "client": client})
    return operation


def prune(session: Session, before: datetime) -> None:
    """Deletes a bounded number of ids older than `before`; those that another client is deleting are skipped."""
    old = (
        select(OperationRecord.id)
        .where(OperationRecord.at < before)
        .limit(_PRUNED_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    ids = session.scalars(old).all()
    if ids:
        session.execute(delete(OperationRecord).where(OperationRecord.id.in_(ids)))


def was_done(connection: Connection, operation: Operation) -> bool:
    """Whether the operation was committed; the caller commits if so, because the check itself is a write.

    The insert of the id waits for a transaction that is still in progress with it. A standby confirms everything
    before: once this write is acknowledged, the operation is safe as well.
    """
    if operation.backend is not None:
        # Nobody waits for its answer any more, and it must not commit after this check. Comparing the name protects
        # another client's process that was given the same number.
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
                " WHERE pid = :backend AND application_name = :client AND pid <> pg_backend_pid()"
            ),
            {"backend": operation.backend, "client": operation.client},
        )
    asked = connection.execute(
        text(
            "INSERT INTO operation (id, client, asked) VALUES (:id, :client, 0)"
            " ON CONFLICT (id) DO UPDATE SET asked = operation.asked + 1 RETURNING asked"
        ),
        {"id": operation.id, "client": operation.client},
    ).scalar_one()
    return int(asked) > 0


def once(method: Callable[P, R]) -> Callable[P, R]:
    """Decorates a service's method with one `Database.writing()`: repeats it while certainly nothing was
    written.

    That is certain if the connection was lost before the COMMIT, or during it and the id is missing. It is also
    certain after a deadlock and for a locked file. Errors of the method itself (conflict, rule, constraint) pass
    at once.
    """

    @wraps(method)
    def exactly_once(*args: P.args, **kwargs: P.kwargs) -> R:
        began = time.monotonic()
        pause = _FIRST_PAUSE
        while True:
            try:
                return method(*args, **kwargs)
            except AppError as error:
                wait = pause * random.uniform(0.5, 1.5)
                deadline = began + min(PATIENCE, error.patience)
                if not error.again or time.monotonic() + wait > deadline:
                    error.again = False
                    raise
            time.sleep(wait)
            pause = min(pause * 2, _LONGEST_PAUSE)

    return exactly_once
