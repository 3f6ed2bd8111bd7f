"""The basis of a frozen summing-up, as SQL for both engines: the gate compares whether it has changed.

Decisions, arrivals and places have timestamps. Removing an issue from a comment, undoing a pin, or moving a comment
to another campaign group leaves no trace. So the summing-up stores what there was of them, and the gate compares
without any clock. Restoring the former state makes the summing-up valid again.
"""

from __future__ import annotations

from typing import Final

#: The same text in the same order on both engines: a database may be copied from one to the other.
_SQLITE: Final = (
    "(SELECT coalesce(group_concat(one, char(10)), '') FROM (SELECT i.comment_id || ' ' || i.issue AS one"
    " FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {instrument}"
    " ORDER BY i.comment_id, i.issue)) || '|' || (SELECT coalesce(group_concat(one, char(10)), '')"
    " FROM (SELECT p.old_at || ' ' || p.new_at || ' ' || CASE WHEN p.same THEN '=' ELSE '-' END AS one"
    " FROM alignment_pin p WHERE p.old_revision_id = {exposed} AND p.new_revision_id = {revision}"
    " ORDER BY p.old_at, p.new_at)) || '|' || (SELECT coalesce(group_concat(one, char(10)), '')"
    " FROM (SELECT m.comment_id || ' ' || m.campaign_id AS one FROM campaign_member m"
    " JOIN public_comment c ON c.id = m.comment_id WHERE c.instrument_id = {instrument}"
    " AND m.campaign_id IS NOT NULL ORDER BY m.comment_id))"
)
_POSTGRESQL: Final = (
    "(SELECT coalesce(string_agg(i.comment_id || ' ' || i.issue, chr(10)"
    " ORDER BY i.comment_id, i.issue COLLATE \"C\"), '')"
    " FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {instrument})"
    " || '|' || (SELECT coalesce(string_agg(p.old_at || ' ' || p.new_at || ' '"
    " || CASE WHEN p.same THEN '=' ELSE '-' END, chr(10) ORDER BY p.old_at, p.new_at), '')"
    " FROM alignment_pin p WHERE p.old_revision_id = {exposed} AND p.new_revision_id = {revision})"
    " || '|' || (SELECT coalesce(string_agg(m.comment_id || ' ' || m.campaign_id, chr(10)"
    " ORDER BY m.comment_id), '') FROM campaign_member m JOIN public_comment c ON c.id = m.comment_id"
    " WHERE c.instrument_id = {instrument} AND m.campaign_id IS NOT NULL)"
)
_SUMMED_UP: Final = (
    "EXISTS (SELECT 1 FROM consultation_report s WHERE s.instrument_id = NEW.id"
    " AND s.revision_id = (SELECT max(r.id) FROM revision r WHERE r.instrument_id = NEW.id)"
    " AND NOT EXISTS (SELECT 1 FROM public_comment c WHERE c.instrument_id = NEW.id"
    " AND (c.decided_at > s.made_at OR c.taken_in_at > s.made_at OR c.hidden_at > s.made_at))"
    " AND NOT EXISTS (SELECT 1 FROM comment_place p JOIN public_comment c ON c.id = p.comment_id"
    " WHERE c.instrument_id = NEW.id AND p.chosen_at > s.made_at) AND s.stands_on = {over})"
)


def stands_on(*, sqlite: bool, instrument: str, exposed: str, revision: str) -> str:
    """Returns an SQL expression over columns or parameters: issues of comments, pins, members of campaign groups.

    The pins are those between the exposed revision and `revision`. The result is never empty, so that a summing-up
    without a basis is invalid.
    """
    words = _SQLITE if sqlite else _POSTGRESQL
    return words.format(instrument=instrument, exposed=exposed, revision=revision)


def is_summed_up(*, sqlite: bool) -> str:
    """Returns the SQL condition over the instrument `NEW` that it has a valid summing-up.

    It has to be frozen over the last revision, after the last decision and manual placing, and over the present
    issues, pins and groups.
    """
    over = stands_on(
        sqlite=sqlite, instrument="NEW.id", exposed="NEW.exposed_revision_id", revision="s.revision_id"
    )
    return _SUMMED_UP.format(over=over)
