"""The rows that acts on petitions write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session, aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import empty_words, me, next_version, nothing, now, today, words
from desktop_app.database.acts.model import ActScope, Does, Expression, Step
from desktop_app.database.declarations import named_table
from desktop_app.office.message_templates import MessageKind
from desktop_app.petitions.acts.predicates import active_unit, clerk_of
from desktop_app.petitions.deadlines.explaining import explain_deadline
from desktop_app.petitions.model import NO_DEADLINE, Label, Petition, PetitionLabel, Reply
from desktop_app.petitions.outbox.model import ENDS, MessageState, OutboxMessage
from desktop_app.petitions.vocabulary import (
    OPEN,
    Purpose,
    SideResult,
    Status,
)

PETITION: Final = named_table("petition")
REFERRAL: Final = named_table("referral")
_REPLY: Final = named_table("reply")
_PAUSE: Final = named_table("petition_pause")


#: The deadline of a petition if its open pause ends on a given day; PostgreSQL only.
_due_after_pause: Final = engine_function(Date(), postgresql="app.due_after_pause({0}, {1})", sqlite="NULL")


def _due(scope: ActScope) -> ColumnElement[Any]:
    item = scope.item.c
    return case((item.paused_on.is_(None), item.due_on), else_=_due_after_pause(item.id, scope.today))


def _due_here(connection: Connection, number: int) -> dict[str, date | None]:
    """Computes the same on SQLite, where the pause has already been closed."""
    with Session(connection) as session:
        petition = session.get_one(Petition, number)
        due = petition.due_on
        if petition.paused_on is not None and (explained := explain_deadline(session, petition)):
            due = explained.day
        return {"due_on": due, "due_order": due or NO_DEADLINE}


def moved(
    target: Status | None, given: tuple[str, ...] = (), *, runs_on: bool = False, **sets: Expression
) -> Step:
    """Returns the step that updates the petition's own row: its state, `sets`, and the derived columns.

    With `runs_on`, the paused deadline clock resumes.
    """
    values: dict[str, Expression] = dict(sets)
    if target is not None:
        values["status"] = lambda _scope: literal(target.value)
        values["is_open"] = lambda _scope: true() if target in OPEN else false()
    if runs_on:
        values["paused_on"] = nothing
        values["due_on"] = _due
        values["due_order"] = lambda scope: func.coalesce(_due(scope), literal(NO_DEADLINE, Date))
    values["changed_at"] = now
    values["version"] = next_version
    step = Step("petition", PETITION, Does.UPDATE, "id", given, values)
    return replace(step, computed=("due_on", "due_order"), compute=_due_here) if runs_on else step


def _to_own_unit(scope: ActScope) -> ColumnElement[bool]:
    row = scope.row.c
    return and_(
        row.acted_at.is_(None),
        row.to_unit_id == scope.item.c.unit_id,
        or_(not_(row.side), row.to_person_id.is_(None)),
    )


def acted(result: SideResult | None = None) -> Step:
    """Returns the step that closes the open referrals to the petition's own unit."""
    return Step(
        "acted",
        REFERRAL,
        Does.UPDATE,
        "petition_id",
        sets={
            "acted_at": now,
            "seen_at": lambda scope: func.coalesce(scope.row.c.seen_at, scope.now),
            "result": lambda _scope: literal(result.value) if result is not None else null(),
        },
        where=_to_own_unit,
    )


_SENT: Final[dict[str, Expression]] = {
    "from_unit_id": lambda scope: scope.item.c.unit_id,
    "sent_by_id": me,
    "sent_at": now,
}
#: What a referral to a unit, for action, has in every act.
TO_UNIT: Final[dict[str, Expression]] = _SENT | {
    "order_note": words,
    "purpose": lambda _scope: literal(Purpose.ACTION.value),
    "side": lambda _scope: false(),
}
REFERRED: Final = Step(
    "referral",
    REFERRAL,
    Does.INSERT,
    "petition_id",
    sets=TO_UNIT
    | {
        "to_unit_id": lambda scope: scope.given("unit_id"),
        "to_person_id": lambda scope: scope.given("assignee_id"),
        "due_on": lambda scope: scope.given("referral_due_on"),
        "rule_id": lambda scope: scope.given("rule_id"),
    },
)
#: Returns the petition to the whole unit: the reason is the order note, and the clerk who takes it closes the
#: referral.
BACK_TO_UNIT: Final = Step(
    "referral",
    REFERRAL,
    Does.INSERT,
    "petition_id",
    sets=TO_UNIT
    | {
        "to_unit_id": lambda scope: scope.item.c.unit_id,
    },
    where=lambda scope: and_(
        scope.given("assignee_id").is_(None), scope.item.c.status != Status.REFERRED.value
    ),
)

#: Remembers from whom a petition is taken over.
TAKEN_FROM: Final = Step(
    "taken_from",
    named_table("taken_over"),
    Does.INSERT,
    "petition_id",
    sets={"person_id": lambda scope: scope.item.c.assignee_id, "taken_at": now},
    where=lambda scope: scope.item.c.assignee_id.is_not(None),
)


def _valid_recipient(scope: ActScope) -> ColumnElement[bool]:
    unit, person = scope.given("to_unit_id"), scope.given("to_person_id")
    return and_(active_unit(unit), or_(person.is_(None), clerk_of(unit, person)))


SENT_BESIDE: Final = Step(
    "side",
    REFERRAL,
    Does.INSERT,
    "petition_id",
    given=("to_unit_id", "to_person_id", "purpose", "order_note", "due_on"),
    sets=_SENT | {"side": lambda _scope: true()},
    where=_valid_recipient,
)


def has_label(scope: ActScope) -> ColumnElement[bool]:
    """Whether the petition has the label that the caller gives."""
    there = aliased(PetitionLabel)
    found = select(there.label_id).where(
        there.petition_id == scope.item.c.id, there.label_id == scope.given("label_id")
    )
    return found.correlate_except(there).exists()


def usable_label(scope: ActScope) -> ColumnElement[bool]:
    """Whether the label that the caller gives is offered."""
    label = aliased(Label)
    found = select(label.id).where(
        label.id == scope.given("label_id"), label.active, label.merged_into_id.is_(None)
    )
    return found.correlate_except(label).exists()


LABELS: Final = Step(
    "labels", named_table("petition_label"), Does.INSERT, "petition_id", given=("label_id",),
    where=lambda scope: and_(usable_label(scope), not_(has_label(scope))),
)  # fmt: skip
PAUSED: Final = Step(
    "pause_began", _PAUSE, Does.INSERT, "petition_id", sets={"began": today, "ended": nothing}
)
RESUMED: Final = Step(
    "pause_ended",
    _PAUSE,
    Does.UPDATE,
    "petition_id",
    sets={"ended": today},
    where=lambda scope: scope.row.c.ended.is_(None),
)


def has_draft(scope: ActScope) -> ColumnElement[bool]:
    draft = aliased(Reply)
    found = select(draft.id).where(draft.petition_id == scope.item.c.id, draft.sent_at.is_(None))
    return found.correlate_except(draft).exists()


def _changed_text(scope: ActScope) -> ColumnElement[bool]:
    return and_(not_(empty_words(scope)), scope.row.c.text != scope.words)


def _if_changed(column: str, changed: Expression) -> Expression:
    return lambda scope: case((_changed_text(scope), changed(scope)), else_=scope.row.c[column])


def reply_steps(*, sends: bool, empties: bool = False, interim: bool = False) -> tuple[Step, Step]:
    """Returns the steps that write the text of the act into the existing draft, or into a new reply.

    An act without text leaves the text of the draft, unless it `empties` the draft.
    With `sends`, the reply is sent; a draft keeps its author if the act has the same text, or none. An `interim` one
    leaves the petition open.
    """
    sent = now if sends else nothing
    kept = true() if interim else false()
    # Undoing the act turns the reply back into a draft.
    draft: dict[str, Expression] = {"sent_at": nothing, "interim": lambda _scope: false()}
    made = Step(
        "reply",
        _REPLY,
        Does.INSERT,
        "petition_id",
        sets={
            "text": words,
            "author_id": me,
            "written_at": now,
            "sent_at": sent,
            "interim": lambda _scope: kept,
        },
        where=lambda scope: not_(has_draft(scope)),
        undone=draft,
    )
    changed = Step(
        "draft",
        _REPLY,
        Does.UPDATE,
        "petition_id",
        sets={
            "text": words if empties else _if_changed("text", words),
            "author_id": _if_changed("author_id", me) if sends else me,
            "written_at": _if_changed("written_at", now) if sends else now,
            "sent_at": sent,
            "interim": lambda _scope: kept,
        },
        where=lambda scope: scope.row.c.sent_at.is_(None),
        undone=draft,
    )
    return made, changed


def _waits_to_go_out(row: Any, *kinds: str) -> ColumnElement[bool]:
    return and_(row.state == MessageState.WAITING.value, row.kind.in_(kinds))


def no_end_waits(scope: ActScope) -> ColumnElement[bool]:
    message = aliased(OutboxMessage)
    found = select(message.id).where(message.petition_id == scope.item.c.id, _waits_to_go_out(message, *ENDS))
    return not_(found.correlate_except(message).exists())


def messages_step(where: Expression | None = None) -> Step:
    """Returns the step that queues messages to the petitioner; undoing the act cancels unsent ones."""
    return Step(
        "messages",
        named_table("outbox_message"),
        Does.INSERT,
        "petition_id",
        given=("key", "kind", "way", "subject", "text"),
        sets={"state": lambda _scope: literal(MessageState.WAITING.value), "made_at": now},
        where=where,
        undone={"state": lambda _scope: literal(MessageState.CANCELLED.value)},
        undone_where=lambda scope: scope.row.c.state == MessageState.WAITING.value,
    )


#: Cancels unsent messages about the end of a petition that is reopened, and the question how satisfied somebody is.
WITHHELD: Final = Step(
    "withheld",
    named_table("outbox_message"),
    Does.UPDATE,
    "petition_id",
    sets={"state": lambda _scope: literal(MessageState.CANCELLED.value)},
    where=lambda scope: _waits_to_go_out(scope.row.c, *ENDS, MessageKind.SATISFACTION.value),
    undone_where=lambda scope: scope.row.c.state == MessageState.CANCELLED.value,
)


#: Gives the petition a new version, as every act does.
TOUCHED: Final = Step(
    "petition",
    PETITION,
    Does.UPDATE,
    "id",
    sets={"changed_at": now, "version": next_version},
)
