"""What the law asks about the comments, revisions and summings-up of an instrument, as SQL expressions.

`instrument` is a row of the instrument: a table, or a row of a trigger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Text, and_, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import visible
from desktop_app.instruments.changes.model import ChangeReason, TextChange, TextComparison
from desktop_app.instruments.model import ConsultationReport, PublicComment, Revision
from desktop_app.instruments.vocabulary import ACCEPTING, Disposition, ThreadKind, ThreadStatus

_ACCEPTED: Final = tuple(one.value for one in ACCEPTING)


def undecided_where(
    second_reader: bool | ColumnElement[bool], comment: Any = PublicComment
) -> ColumnElement[bool]:
    """Returns the condition for comments without a valid decision.

    That is no decision at all, or a rejection that the second reader has not confirmed, if the instrument
    requires one.
    """
    unconfirmed: ColumnElement[bool] = (
        comment.disposition == Disposition.REJECTED.value
    ) & comment.confirmed_by_id.is_(None)
    missing: ColumnElement[bool] = comment.disposition.is_(None)
    if isinstance(second_reader, bool):
        return missing | unconfirmed if second_reader else missing
    return missing | (second_reader & unconfirmed)


def undecided(comment: Any, instrument: Any) -> ColumnElement[bool]:
    return undecided_where(instrument.c.second_reader, comment)


def not_carried(comment: Any, instrument: Any) -> ColumnElement[bool]:
    """Whether a comment is accepted, no material change of the last revision carries it, and no reason says why."""
    accepted: ColumnElement[bool] = comment.disposition.in_(_ACCEPTED)
    last = last_revision_of(instrument)
    return and_(
        accepted,
        visible(comment.unchanged_reason) == "",
        not_(is_changed(comment.carried_provision, instrument.c.exposed_revision_id, last)),
    )


def is_unexplained(change: Any, instrument: Any) -> ColumnElement[bool]:
    """Whether a change of the last revision carries no accepted comment, and has no reason that is published."""
    comment, reason, later = aliased(PublicComment), aliased(ChangeReason), aliased(ChangeReason)
    carried = select(comment.id).where(
        comment.instrument_id == change.instrument_id,
        comment.carried_provision == change.name,
        comment.disposition.in_(_ACCEPTED),
    )
    last = (
        select(func.max(later.id))
        .where(later.instrument_id == reason.instrument_id, later.key == reason.key)
        .correlate_except(later)
        .scalar_subquery()
    )
    explained = select(reason.id).where(
        reason.instrument_id == change.instrument_id,
        reason.key == change.key,
        visible(reason.reason) != "",
        reason.id == last,
    )
    return and_(
        change.comparison_id
        == present_comparison(instrument.c.exposed_revision_id, last_revision_of(instrument)),
        not_(carried.correlate_except(comment).exists()),
        not_(explained.correlate_except(reason).exists()),
    )


def is_uncompared(instrument: Any) -> ColumnElement[bool]:
    """Whether a revision follows the exposed one, and their changes are not stored under the present pins."""
    return and_(
        has_newer_revision(instrument),
        present_comparison(instrument.c.exposed_revision_id, last_revision_of(instrument)).is_(None),
    )


def present_comparison(old: Any, new: Any) -> ColumnElement[Any]:
    """Returns the id of the last stored comparison of two revisions under their present pins, NULL if none is."""
    row = aliased(TextComparison)
    found = select(func.max(row.id)).where(
        row.old_revision_id == old, row.new_revision_id == new, row.pins == pins_between(old, new)
    )
    return found.correlate_except(row).scalar_subquery()


def is_changed(name: Any, old: Any, new: Any) -> ColumnElement[bool]:
    """Whether a material change between two revisions has a name."""
    change = aliased(TextChange)
    found = select(change.id).where(change.comparison_id == present_comparison(old, new), change.name == name)
    return found.correlate_except(change).exists()


def is_open_objection(thread: Any, _instrument: Any = None) -> ColumnElement[bool]:
    return and_(thread.kind == ThreadKind.OBJECTION.value, thread.status == ThreadStatus.OPEN.value)


def last_report_of(instrument: Any) -> ColumnElement[Any]:
    """Returns the number of the last frozen summing-up, 0 if there is none."""
    last = aliased(ConsultationReport)
    found = select(func.max(last.number)).where(last.instrument_id == instrument.c.id)
    return func.coalesce(found.correlate_except(last).scalar_subquery(), 0)


def last_revision_of(instrument: Any) -> ColumnElement[Any]:
    """Returns the id of the last revision, NULL if there is none."""
    last = aliased(Revision)
    found = select(func.max(last.id)).where(last.instrument_id == instrument.c.id)
    return found.correlate_except(last).scalar_subquery()


def has_newer_revision(instrument: Any) -> ColumnElement[bool]:
    """Whether a revision follows the exposed one."""
    newer = aliased(Revision)
    found = select(newer.id).where(
        newer.instrument_id == instrument.c.id, newer.id > instrument.c.exposed_revision_id
    )
    return found.correlate_except(newer).exists()


def is_of(instrument: Any, revision_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a revision is one of the instrument."""
    one = aliased(Revision)
    found = select(one.id).where(one.id == revision_id, one.instrument_id == instrument.c.id)
    return found.correlate_except(one).exists()


def wrote_exposed(
    instrument: Any, person: ColumnElement[Any], revision_id: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Whether a person is the author of the document, or of the revision that is to be exposed."""
    shown = aliased(Revision)
    wrote = select(shown.id).where(shown.id == revision_id, shown.author_id == person)
    return or_(
        func.coalesce(instrument.c.author_id == person, false()), wrote.correlate_except(shown).exists()
    )


def wrote_outcome(instrument: Any, person: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a person is the author of the document, of a revision after the exposed one, or of the last."""
    one = aliased(Revision)
    wrote = select(one.id).where(
        one.instrument_id == instrument.c.id,
        one.author_id == person,
        or_(
            one.id > func.coalesce(instrument.c.exposed_revision_id, 0),
            one.id == last_revision_of(instrument),
        ),
    )
    return or_(func.coalesce(instrument.c.author_id == person, false()), wrote.correlate_except(one).exists())


def _list_of(rows: str, shown: str, *order: str) -> Callable[..., ColumnElement[Any]]:
    """Returns a function that gives rows as text, a line each, in an order of bytes: the same on both engines."""
    ordered = ", ".join(order)
    bytewise = ", ".join(f'{name} COLLATE "C"' if name in _TEXTS else name for name in order)
    return engine_function(
        Text(),
        sqlite=(
            "(SELECT coalesce(group_concat(one, char(10)), '')"
            f" FROM (SELECT {shown} AS one FROM {rows} ORDER BY {ordered}))"
        ),
        postgresql=f"(SELECT coalesce(string_agg({shown}, chr(10) ORDER BY {bytewise}), '') FROM {rows})",
    )


_TEXTS: Final = frozenset({"i.issue", "r.key"})
#: The pins between two revisions, the arguments. It is the same text on both engines.
pins_between: Final = _list_of(
    "alignment_pin p WHERE p.old_revision_id = {0} AND p.new_revision_id = {1}",
    "p.old_at || ' ' || p.new_at || ' ' || CASE WHEN p.same THEN '=' ELSE '-' END",
    "p.old_at", "p.new_at",
)  # fmt: skip
_issues_of: Final = _list_of(
    "comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {0}",
    "i.comment_id || ' ' || i.issue", "i.comment_id", "i.issue",
)  # fmt: skip
_members_of: Final = _list_of(
    "campaign_member m JOIN public_comment c ON c.id = m.comment_id"
    " WHERE c.instrument_id = {0} AND m.campaign_id IS NOT NULL",
    "m.comment_id || ' ' || m.campaign_id", "m.comment_id",
)  # fmt: skip
_reasons_of: Final = _list_of(
    "change_reason r WHERE r.instrument_id = {0} AND r.reason <> '' AND r.id = (SELECT max(later.id)"
    " FROM change_reason later WHERE later.instrument_id = r.instrument_id AND later.key = r.key)",
    "r.key || ' ' || r.reason",
    "r.key",
)
#: The comments, what was decided on each, and which are hidden. On one PC a later moment may look earlier.
_decisions_of: Final = _list_of(
    "public_comment c WHERE c.instrument_id = {0}",
    "c.id || ' ' || coalesce(c.disposition, '-') || ' ' || coalesce(c.hidden_reason, '-') || ' '"
    " || length(c.reason) || ' ' || length(c.unchanged_reason) || ' ' || c.carried_provision",
    "c.id",
)
#: Where people put comments.
_places_of: Final = _list_of(
    "comment_place p JOIN public_comment c ON c.id = p.comment_id"
    " WHERE c.instrument_id = {0} AND p.how = 'person'",
    "p.comment_id || ' ' || coalesce(p.begin, -1)",
    "p.comment_id",
)


#: The last day of the window, and why it stays closed.
_window_of: Final = engine_function(
    Text(),
    sqlite="(coalesce({0}, '') || ' ' || {1})",
    postgresql="(coalesce(to_char({0}, 'YYYY-MM-DD'), '') || ' ' || {1})",
)


def basis_of(instrument: Any, revision_id: Any) -> ColumnElement[Any]:
    """Returns the present basis of a summing-up over a revision.

    That is the issues of comments, the pins between the exposed revision and this one, the members of campaign
    groups, the reasons for changes, the last day of the window, the decisions, and the places that people chose.
    Removing an issue, undoing a pin or a place, or moving a comment to another group leaves no trace. So the
    summing-up stores what there was, and the gate compares without any clock. It is never empty.
    """
    bar: Any = literal("|", Text)
    pins = pins_between(instrument.c.exposed_revision_id, revision_id)
    window = _window_of(instrument.c.closes_on, instrument.c.closure_reason)
    own = instrument.c.id
    lists = (pins, _members_of(own), _reasons_of(own), window, _decisions_of(own), _places_of(own))
    basis: Any = _issues_of(instrument.c.id)
    for one in lists:
        basis = basis.concat(bar).concat(one)
    return cast("ColumnElement[Any]", basis)


def is_summed_up(instrument: Any) -> ColumnElement[bool]:
    """Whether the instrument has a valid summing-up.

    That is the last one, which is published. It has to be frozen over the last revision, after the last decision,
    and over the present basis. None from before the draft went back counts.
    """
    report, comment = aliased(ConsultationReport), aliased(PublicComment)
    # The basis has the lengths of reasons, not their words.
    later = select(comment.id).where(
        comment.instrument_id == instrument.c.id, comment.decided_at > report.made_at
    )
    found = select(report.id).where(
        report.instrument_id == instrument.c.id,
        report.revision_id == last_revision_of(instrument),
        report.number > instrument.c.stale_reports,
        report.number == last_report_of(instrument),
        not_(later.correlate_except(comment).exists()),
        report.stands_on == basis_of(instrument, report.revision_id),
    )
    return found.correlate_except(report).exists()
