"""Acts that every kind of thread has: on a phrase of a revision, or on a public comment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Table, func, literal

from desktop_app.database.acts.expressions import (
    bare,
    column,
    empty_words,
    me,
    my_name,
    named,
    negation,
    next_version,
    not_one_of,
    nothing,
    now,
)
from desktop_app.database.acts.model import Act, Does, Expression, Step
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.instruments.vocabulary import ThreadOutcome, ThreadStatus
from desktop_app.staff.model import Person
from desktop_app.staff.role_acts import no_active_person, role_act
from desktop_app.staff.role_expressions import has_any
from desktop_app.staff.roles import Role

#: Roles that may write threads.
ANNOTATORS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)
#: In code points.
LONGEST_MESSAGE: Final = 20_000

#: What a thread says of its state.
TOLD: Final[Mapping[str, Expression]] = {"status": column("status"), "outcome": column("outcome")}
#: Whom a thread was given to.
ASSIGNEE: Final[Mapping[str, Expression]] = {
    "assignee_id": column("assignee_id"),
    "assignee_name": named(Person, "assignee_id", "full_name"),
}
#: Who opened a thread.
SIGNED: Final[Mapping[str, Expression]] = {
    "author_id": me,
    "author_name": my_name,
    "created_at": now,
    "version": lambda _scope: literal(1),
}
#: An act that needs a message.
SAID: Final[tuple[tuple[str, Expression], ...]] = (("text_missing", empty_words),)
#: The given assignee does not exist, or has left.
NO_SUCH_PERSON: Final = ("not_there_any_more", no_active_person("assignee_id"))
_annotates: Final = has_any(*ANNOTATORS)


def message_step(messages: Table) -> Step:
    """Returns the step that adds the text of the act, if there is one, as a message."""
    return Step(
        "message",
        messages,
        Does.INSERT,
        "thread_id",
        sets={
            "author_id": me,
            "author_name": my_name,
            "at": now,
            "text": lambda scope: bare(scope.words),
        },
        where=negation(empty_words),
    )


def changed(table: Table, given: tuple[str, ...] = (), **sets: Expression) -> Step:
    """Returns the step that changes the thread's own row, and gives it a new version."""
    at: dict[str, Expression] = {"changed_at": now} if "changed_at" in table.c else {}
    return Step(table.name, table, Does.UPDATE, "id", given, sets | at | {"version": next_version})


def thread_act(
    table: Table,
    name: str,
    *needs: tuple[str, Expression],
    under: str = "",
    steps: tuple[Step, ...],
    told: Mapping[str, Expression] | None = None,
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
) -> Act:
    """Returns an act of those who may write threads; `needs` refuse it."""
    too_long: tuple[str, Expression] = (
        "text_too_long",
        lambda scope: func.length(scope.words) > LONGEST_MESSAGE,
    )
    return role_act(
        name, table, _annotates, *needs, too_long, under=under, steps=steps, told=told, asks=asks, extra=extra
    )


def conversation_acts(
    table: Table, messages: Table, *placing: Step, saying: tuple[Step, ...] = ()
) -> tuple[Act, Act, Act, Act]:
    """Returns the acts that answer, assign, resolve and reopen; the last two also execute the steps `placing`.

    Those with a message also execute the steps `saying`.
    """

    def is_now(status: ThreadStatus) -> tuple[str, Expression]:
        return "not_from_this_state", lambda scope: scope.item.c.status == status.value

    said = message_step(messages)
    # Where the row tells when it was changed, an answer changes it.
    touched = (changed(table),) if "changed_at" in table.c else ()
    replied = thread_act(table, "replied", *SAID, steps=(*touched, said, *saying))
    assigned = thread_act(
        table,
        "assigned",
        NO_SUCH_PERSON,
        steps=(changed(table, ("assignee_id",)),),
        told=ASSIGNEE,
    )
    resolved = thread_act(
        table,
        "resolved",
        is_now(ThreadStatus.RESOLVED),
        ("out_of_range", not_one_of("outcome", ThreadOutcome)),
        steps=(
            changed(table, ("outcome",), status=lambda _scope: literal(ThreadStatus.RESOLVED.value)),
            said,
            *saying,
            *placing,
        ),
        told=TOLD,
    )
    reopened = thread_act(
        table,
        "reopened",
        is_now(ThreadStatus.OPEN),
        steps=(
            changed(table, outcome=nothing, status=lambda _scope: literal(ThreadStatus.OPEN.value)),
            said,
            *saying,
            *placing,
        ),
        told=TOLD,
    )
    return replied, assigned, resolved, reopened


def errors_of(thread_id: int, *, field: str, assignee_id: int | None = None) -> dict[str, AppError]:
    """Returns the errors of the rules of threads; `field` names the message."""
    return {
        "not_there": NotFoundError(item="thread", key=thread_id),
        "conflict": ConflictError(item="thread", key=thread_id),
        "not_your_role": NotPermittedError(act="annotate", who_may=",".join(ANNOTATORS)),
        "not_there_any_more": NotFoundError(item="person", key=assignee_id),
        "text_missing": InvalidValueError(field=field, reason="empty", value=""),
        "text_too_long": InvalidValueError(field=field, reason="too_long", value=""),
    }
