"""What the law asks about the comments, revisions and summings-up of an instrument, as SQL expressions.

`instrument` is a row of the instrument: a table, or a row of a trigger.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Text, false, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.instruments.comments.place_model import CommentPlace
from desktop_app.instruments.model import ConsultationReport, PublicComment, Revision
from desktop_app.instruments.vocabulary import Disposition

_ACCEPTED: Final = (Disposition.ACCEPTED.value, Disposition.PARTLY_ACCEPTED.value)


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


def not_carried(comment: Any, _instrument: Any) -> ColumnElement[bool]:
    """Whether a comment is accepted, and names no revision and provision that carry it."""
    nowhere = or_(comment.carried_revision_id.is_(None), comment.carried_provision == "")
    accepted: ColumnElement[bool] = comment.disposition.in_(_ACCEPTED)
    return accepted & nowhere


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


#: The basis of a summing-up beside the decisions: the issues of comments, pins between the exposed revision and the
#: last, members of campaign groups. Arguments: the ids of the instrument, the exposed revision, and the last.
#:
#: Decisions, arrivals and places have timestamps. Removing an issue, undoing a pin, or moving a comment to another
#: group leaves no trace. So the summing-up stores what there was, and the gate compares without any clock. It is the
#: same text in the same order on both engines, because a database may be copied, and never empty.
stands_on: Final = engine_function(
    Text(),
    sqlite=(
        "((SELECT coalesce(group_concat(one, char(10)), '') FROM (SELECT i.comment_id || ' ' || i.issue AS one"
        " FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {0}"
        " ORDER BY i.comment_id, i.issue)) || '|' || (SELECT coalesce(group_concat(one, char(10)), '')"
        " FROM (SELECT p.old_at || ' ' || p.new_at || ' ' || CASE WHEN p.same THEN '=' ELSE '-' END AS one"
        " FROM alignment_pin p WHERE p.old_revision_id = {1} AND p.new_revision_id = {2}"
        " ORDER BY p.old_at, p.new_at)) || '|' || (SELECT coalesce(group_concat(one, char(10)), '')"
        " FROM (SELECT m.comment_id || ' ' || m.campaign_id AS one FROM campaign_member m"
        " JOIN public_comment c ON c.id = m.comment_id WHERE c.instrument_id = {0}"
        " AND m.campaign_id IS NOT NULL ORDER BY m.comment_id)))"
    ),
    postgresql=(
        "((SELECT coalesce(string_agg(i.comment_id || ' ' || i.issue, chr(10)"
        " ORDER BY i.comment_id, i.issue COLLATE \"C\"), '')"
        " FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {0})"
        " || '|' || (SELECT coalesce(string_agg(p.old_at || ' ' || p.new_at || ' '"
        " || CASE WHEN p.same THEN '=' ELSE '-' END, chr(10) ORDER BY p.old_at, p.new_at), '')"
        " FROM alignment_pin p WHERE p.old_revision_id = {1} AND p.new_revision_id = {2})"
        " || '|' || (SELECT coalesce(string_agg(m.comment_id || ' ' || m.campaign_id, chr(10)"
        " ORDER BY m.comment_id), '') FROM campaign_member m JOIN public_comment c ON c.id = m.comment_id"
        " WHERE c.instrument_id = {0} AND m.campaign_id IS NOT NULL))"
    ),
)


#: The same with the last day of the window and why it stays closed: the summing-up tells of both.
_with_window: Final = engine_function(
    Text(),
    sqlite="({0} || '|' || coalesce({1}, '') || ' ' || {2})",
    postgresql="({0} || '|' || coalesce(to_char({1}, 'YYYY-MM-DD'), '') || ' ' || {2})",
)


def basis_of(instrument: Any, revision_id: Any) -> ColumnElement[Any]:
    """Returns the present basis of a summing-up over a revision."""
    of_comments = stands_on(instrument.c.id, instrument.c.exposed_revision_id, revision_id)
    return _with_window(of_comments, instrument.c.closes_on, instrument.c.closure_reason)


def is_summed_up(instrument: Any) -> ColumnElement[bool]:
    """Whether the instrument has a valid summing-up.

    It has to be frozen over the last revision, after the last decision, arrival, hiding and placing by hand, and
    over the present issues, pins and groups.
    """
    report, comment, placed, its = (
        aliased(ConsultationReport), aliased(PublicComment), aliased(CommentPlace), aliased(PublicComment),
    )  # fmt: skip
    later = select(comment.id).where(
        comment.instrument_id == instrument.c.id,
        or_(
            comment.decided_at > report.made_at,
            comment.taken_in_at > report.made_at,
            comment.hidden_at > report.made_at,
        ),
    )
    placed_later = (
        select(placed.comment_id)
        .join(its, its.id == placed.comment_id)
        .where(its.instrument_id == instrument.c.id, placed.chosen_at > report.made_at)
    )
    found = select(report.id).where(
        report.instrument_id == instrument.c.id,
        report.revision_id == last_revision_of(instrument),
        not_(later.correlate_except(comment).exists()),
        not_(placed_later.correlate_except(placed, its).exists()),
        report.stands_on == basis_of(instrument, report.revision_id),
    )
    return found.correlate_except(report).exists()
