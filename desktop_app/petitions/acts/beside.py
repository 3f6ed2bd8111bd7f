"""Acts on petitions that are no moves: notes, drafts, labels, files, letters, readings.

They leave the state, the unit and the assignee as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import (
    column,
    empty_words,
    given,
    id_in,
    me,
    my_name,
    named,
    negation,
    now,
    value_of,
    visible,
    words,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.audit import EventRecord
from desktop_app.database.declarations import named_table
from desktop_app.database.files import StoredFile
from desktop_app.office import letter_acts
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.model import OfficeRow, OfficeService
from desktop_app.petitions.acts.moves import REASON
from desktop_app.petitions.acts.predicates import TOLD, conflict, holds, is_notice, manages, sees, works
from desktop_app.petitions.acts.steps import (
    PETITION,
    TOUCHED,
    has_label,
    moved,
    reply_steps,
    usable_label,
)
from desktop_app.petitions.model import Label, Reply
from desktop_app.petitions.vocabulary import PRINTED, REVEALED
from desktop_app.staff.role_expressions import has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role


def beside(
    name: str,
    who: Expression,
    *needs: tuple[str, Expression],
    steps: tuple[Step, ...] = (TOUCHED,),
    told: Mapping[str, Expression] | None = None,
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
    remarks: tuple[str, ...] = (),
    stands_for: Expression | None = None,
) -> Act:
    """Returns an act for those who see the petition and fulfil `who`.

    A deputy acts on behalf of whoever fulfils `stands_for`; by default `who`.
    """
    return Act(
        name=name,
        item_type="petition",
        table=PETITION,
        refusals=(("not_there", negation(sees)), *needs),
        who_refusals=(("not_your_role", negation(who)),),
        steps=steps,
        told=told or {},
        roles=roles_of,
        asks=asks or {},
        remarks=remarks,
        extra=dict(extra or {}) | on_behalf_of([negation(stands_for or who)]),
    )


def everybody(_scope: ActScope) -> ColumnElement[bool]:
    return true()


def at_desk(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is a clerk or manager of any unit."""
    return or_(has_role(scope, Role.CLERK), has_role(scope, Role.MANAGER))


def _works_or_holds(scope: ActScope) -> ColumnElement[bool]:
    return or_(works(scope), holds(scope))


_NOTE: Final = beside(
    "note", everybody, ("text_missing", empty_words), remarks=("bulk",), stands_for=_works_or_holds
)
_DRAFT: Final = beside(
    "draft", everybody, ("conflict", conflict), ("notice_gets_no_reply", is_notice),
    steps=(TOUCHED, *reply_steps(sends=False, empties=True)), stands_for=_works_or_holds,
)  # fmt: skip


# Labels


def _label_act(name: str, step: Step, *needs: tuple[str, Expression]) -> Act:
    return beside(
        name, at_desk, *needs, steps=(TOUCHED, step), asks={"label_id": BigInteger()},
        extra={"label": value_of(Label, "name", "label_id"), "label_id": given("label_id")},
        remarks=("bulk", "undoes"),
    )  # fmt: skip


_LABELLED: Final = _label_act(
    "labelled",
    Step(
        "labels",
        named_table("petition_label"),
        Does.INSERT,
        "petition_id",
        sets={"label_id": given("label_id")},
    ),
    ("labelled_already", has_label),
    ("label_is_retired", negation(usable_label)),
)
_UNLABELLED: Final = _label_act(
    "unlabelled",
    Step(
        "labels",
        named_table("petition_label"),
        Does.DELETE,
        "petition_id",
        where=lambda scope: scope.row.c.label_id == scope.given("label_id"),
    ),
    ("not_labelled", negation(has_label)),
)


# Subject and satisfaction


def _no_subject(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(OfficeService)
    there = select(row.id).where(row.id == scope.given("about_id")).correlate_except(row).exists()
    return and_(scope.given("about_id").is_not(None), not_(there))


_ABOUT_SET: Final = beside(
    "about_set",
    works,
    ("not_there_any_more", _no_subject),
    steps=(moved(None, ("about_id",)),),
    told={"about": named(OfficeService, "about_id", "name"), "about_id": column("about_id")},
)
_SATISFACTION_TOLD: Final = beside(
    "satisfaction_told",
    works,
    ("not_from_this_state", lambda scope: scope.item.c.is_open),
    ("satisfaction_is_known", lambda scope: scope.item.c.satisfaction.is_not(None)),
    ("out_of_range", lambda scope: not_(func.coalesce(scope.given("satisfaction").between(1, 5), false()))),
    steps=(moved(None, ("satisfaction",)),),
    told={"satisfaction": TOLD["satisfaction"]},
)


# Files and letters


def _recorded(
    scope: ActScope, action: str, same: Callable[[type[EventRecord]], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Whether the history of the petition has an event of the action that fulfils `same`."""
    event = aliased(EventRecord)
    found = select(event.id).where(
        event.item_type == "petition",
        event.item_id == scope.item.c.id,
        event.action == action,
        same(event),
    )
    return found.correlate_except(event).exists()


def _same_number(scope: ActScope, key: str) -> Callable[[type[EventRecord]], ColumnElement[bool]]:
    """Returns the condition that an event names the number that the caller gives as `key`."""
    return lambda event: id_in(event.after[key]) == scope.given(key)


def _file_of_petition(scope: ActScope, *conditions: ColumnElement[bool], file: Any) -> ColumnElement[bool]:
    found = select(file.id).where(
        file.id == scope.given("file_id"),
        file.item_type == "petition",
        file.item_id == scope.item.c.id,
        file.removed_at.is_(None),
        *conditions,
    )
    return found.correlate_except(file).exists()


#: Maximum number of files of a petition.
MOST_FILES: Final = 50
_MEGABYTE: Final = 1024 * 1024


def _too_much(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given file is empty or larger than the office allows, or the petition has as many as it may."""
    office, file = aliased(OfficeRow), aliased(StoredFile)
    limit = select(office.attachment_mb * _MEGABYTE).correlate_except(office).scalar_subquery()
    there = select(func.count(file.id)).where(
        file.item_type == "petition", file.item_id == scope.item.c.id, file.removed_at.is_(None)
    )
    count = there.correlate_except(file).scalar_subquery()
    return or_(not_(func.coalesce(scope.given("size").between(1, limit), false())), count >= MOST_FILES)


def _removes(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor manages the petition, or has added the given file."""
    file = aliased(StoredFile)
    return or_(manages(scope), _file_of_petition(scope, file.added_by_id == scope.me, file=file))


def _there(scope: ActScope) -> ColumnElement[bool]:
    return _file_of_petition(scope, file=aliased(StoredFile))


_GIVEN_OF_FILE: Final = ("name", "media_type", "size", "sha256")
_ATTACHMENT_ADDED: Final = beside(
    "attachment_added",
    at_desk,
    ("out_of_range", _too_much),
    ("text_missing", lambda scope: visible(scope.given("name")) == ""),
    steps=(
        Step(
            "file",
            named_table("stored_file"),
            Does.INSERT,
            "item_id",
            sets={
                **{name: given(name) for name in _GIVEN_OF_FILE},
                "item_type": lambda _scope: literal("petition"),
                "added_at": now,
                "added_by_id": me,
                "added_by": my_name,
            },
        ),
    ),
    asks={name: named_table("stored_file").c[name].type for name in _GIVEN_OF_FILE},
    extra={"name": given("name"), "sha256": given("sha256"), "bytes": given("size")},
)
_ATTACHMENT_REMOVED: Final = beside(
    "attachment_removed",
    _removes,
    ("not_there_any_more", negation(_there)),
    REASON,
    steps=(
        Step(
            "removed",
            named_table("stored_file"),
            Does.UPDATE,
            "item_id",
            sets={"removed_at": now, "removed_by_id": me, "removed_reason": words},
            where=lambda scope: and_(
                scope.row.c.item_type == "petition", scope.row.c.id == scope.given("file_id")
            ),
        ),
    ),
    asks={"file_id": BigInteger()},
    extra={
        "name": value_of(StoredFile, "name", "file_id"),
        "sha256": value_of(StoredFile, "sha256", "file_id"),
        "file_id": given("file_id"),
    },
)


def _not_from_submission(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given submission did not become this petition or a message of it, or was recorded before."""
    submission = named_table("intake_submission").alias()
    message = named_table("petition_message").alias()
    of_message = select(message.c.id).where(
        message.c.id == submission.c.item_id, message.c.petition_id == scope.item.c.id
    )
    became = or_(
        and_(submission.c.item_type == "petition", submission.c.item_id == scope.item.c.id),
        and_(submission.c.item_type == "message", of_message.correlate_except(message).exists()),
    )
    found = select(submission.c.id).where(submission.c.id == scope.given("submission_id"), became)
    recorded = _recorded(scope, "files_left", _same_number(scope, "submission_id"))
    return or_(not_(found.correlate_except(submission).exists()), recorded)


_FILES_LEFT: Final = beside(
    "files_left", at_desk, ("not_there_any_more", _not_from_submission),
    asks={"files": Integer(), "submission_id": BigInteger()},
    extra={"files": given("files"), "submission_id": given("submission_id")},
)  # fmt: skip


def _no_reply_of_it(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given part is not the last answer that was sent, or the petition was reopened."""
    reply, later = aliased(Reply), aliased(Reply)
    own = select(func.max(later.id)).where(later.petition_id == scope.item.c.id, later.sent_at.is_not(None))
    last = select(reply.id).where(
        reply.id == own.correlate_except(later).scalar_subquery(), reply.id == scope.given("part")
    )
    return or_(scope.item.c.resolved_at.is_(None), not_(last.correlate_except(reply).exists()))


_REPLY: Final = LetterKind.REPLY.value
_LETTER_ISSUED: Final = beside(
    "letter_issued",
    works,
    ("not_there_any_more", lambda scope: scope.given("kind").is_distinct_from(_REPLY)),
    ("letter_needs_a_reply", _no_reply_of_it),
    ("masked_petition", lambda scope: scope.item.c.masked_at.is_not(None)),
    ("letter_is_out", letter_acts.is_out(_REPLY, "petition")),
    *letter_acts.RULES,
    steps=(TOUCHED, letter_acts.letter_step("petition")),
    asks=letter_acts.ASKS,
    extra=letter_acts.TOLD,
)


# Readings, which leave the version as it is


def _discloses(scope: ActScope) -> ColumnElement[bool]:
    return or_(has_role(scope, Role.MANAGER), has_role(scope, Role.ADMINISTRATOR))


_REVEALED: Final = beside(REVEALED, _discloses, steps=())
_PRINTED: Final = beside(PRINTED, everybody, steps=(), remarks=("letter_kind", "onto"), stands_for=works)


_ALL: Final = (
    _NOTE, _DRAFT, _LABELLED, _UNLABELLED, _ABOUT_SET, _SATISFACTION_TOLD, _ATTACHMENT_ADDED, _ATTACHMENT_REMOVED,
    _FILES_LEFT, _LETTER_ISSUED, _REVEALED, _PRINTED,
)  # fmt: skip
#: The acts that are no moves, by the action of their event.
BESIDE_MOVES: Final[Mapping[str, Act]] = {act.name: act for act in _ALL}

declare(*_ALL)
