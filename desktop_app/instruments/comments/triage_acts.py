"""The actions of triage, their permissions, and the comments to which they apply."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop_app.errors import AppError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.readings import must_have_read
from desktop_app.instruments.comments.acts.triage import LONGEST_ISSUE
from desktop_app.instruments.comments.decisions import Carrier, Unchanged, carried
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import FINISHED, Disposition, HiddenReason
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Decide:
    """Sets a disposition on undecided comments; existing decisions are kept.

    `groups` are the campaign groups among them that were chosen as one: their additions have to be read before.
    """

    disposition: Disposition
    reason: str
    carrier: Carrier | Unchanged | None = None
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PutIssue:
    """Adds an issue (محور) to comments, or removes it."""

    issue: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Assign:
    """Assigns comments to a reviewer; to nobody for None."""

    person_id: int | None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Confirms rejections as the second reader."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Hides comments for a reason; None shows them again."""

    reason: HiddenReason | None


Act = Decide | PutIssue | Assign | Confirm | Hide


def must_be_allowed(actor: Actor, act: Act) -> None:
    """Raises `NotPermittedError` if the person may not use the action at all."""
    if isinstance(act, Assign):
        actor.must_be(Role.REVIEWER, Role.MANAGER, act="assign_comments")
    else:
        actor.must_be(Role.REVIEWER, act="decide_comment")


def must_be_unfinished(session: Session, instrument_id: int) -> None:
    """Raises `NotFoundError`, `RuleError` unless comments on the draft may still change."""
    instrument = session.get(Instrument, instrument_id)
    if instrument is None:
        raise NotFoundError(item="instrument", key=instrument_id)
    if instrument.status in FINISHED:
        raise RuleError(rule="instrument_is_finished")


def normalised(act: Act) -> Act:
    """Returns the action as it is performed: an issue without superfluous spaces."""
    return PutIssue(" ".join(act.issue.split()), act.on) if isinstance(act, PutIssue) else act


def checked(session: Session, instrument_id: int, act: Act, actor: Actor) -> Act:
    """Validates an action and returns its normalised form. Raises the error that prevents it for all comments."""
    must_be_unfinished(session, instrument_id)
    act = normalised(act)
    if isinstance(act, Decide):
        if not act.reason.strip():
            raise InvalidValueError(field="reason", reason="empty", value="")
        carried(session, instrument_id, act.disposition, act.carrier)
        must_have_read(session, act.groups, actor.person_id)
        return act
    if isinstance(act, PutIssue) and not 0 < len(act.issue) <= LONGEST_ISSUE:
        raise InvalidValueError(field="issue", reason="too_long" if act.issue else "empty", value="")
    if (
        isinstance(act, Assign)
        and act.person_id is not None
        and session.scalar(
            select(Person.id).where(Person.id == act.person_id, Person.active, Person.id.in_(reviewing()))
        )
        is None
    ):
        raise NotFoundError(item="person", key=act.person_id)
    return act


def refusal_of(comment: PublicComment | None, act: Act, actor: Actor) -> AppError | None:
    """Returns the error that will refuse the action on a comment, or None; for the preview, by the rules of the
    acts.
    """
    if comment is None:
        return NotFoundError(item="comment", key="")
    rule = None
    if isinstance(act, Decide) and comment.disposition is not None:
        rule = "comment_is_decided"
    if isinstance(act, Confirm):
        if comment.disposition != Disposition.REJECTED.value:
            rule = "confirmation_is_of_a_rejection"
        elif comment.confirmed_by_id is not None:
            rule = "comment_is_confirmed"
        elif comment.decided_by_id == actor.person_id:
            rule = "second_reader_is_another"
    if isinstance(act, Hide) and act.reason is None and comment.hidden_reason is None:
        rule = "comment_is_not_hidden"
    if isinstance(act, Hide) and act.reason is not None and comment.hidden_reason is not None:
        rule = "comment_is_hidden"
    return RuleError(rule=rule) if rule is not None else None


def reviewing() -> Select[int]:
    """Selects the ids of the reviewers."""
    return select(PersonRole.person_id).where(PersonRole.role == Role.REVIEWER.value)
