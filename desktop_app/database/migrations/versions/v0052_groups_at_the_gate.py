"""A summing-up keeps the campaign groups too that it was made over: it tells a group once.

Those that still stand are taken to stand on the groups of now: what is put into another group behind this makes them
stale. A stale one stays stale.

Revision ID: 0052
Revises: 0051
"""

from __future__ import annotations

from alembic import op

from desktop_app.database import statute_guard
from desktop_app.database.summed_over import stands_on

revision = "0052"
down_revision = "0051"

_INSTRUMENT = "consultation_report.instrument_id"
_REVISION = "consultation_report.revision_id"
_EXPOSED = "(SELECT t.exposed_revision_id FROM instrument t WHERE t.id = consultation_report.instrument_id)"
#: What was kept before: issues and pins.
_SQLITE = (
    "(SELECT coalesce(group_concat(one, char(10)), '') FROM (SELECT i.comment_id || ' ' || i.issue AS one"
    f" FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {_INSTRUMENT}"
    " ORDER BY i.comment_id, i.issue)) || '|' || (SELECT coalesce(group_concat(one, char(10)), '')"
    " FROM (SELECT p.old_at || ' ' || p.new_at || ' ' || CASE WHEN p.same THEN '=' ELSE '-' END AS one"
    f" FROM alignment_pin p WHERE p.old_revision_id = {_EXPOSED} AND p.new_revision_id = {_REVISION}"
    " ORDER BY p.old_at, p.new_at))"
)
_POSTGRESQL = (
    "(SELECT coalesce(string_agg(i.comment_id || ' ' || i.issue, chr(10)"
    " ORDER BY i.comment_id, i.issue COLLATE \"C\"), '')"
    f" FROM comment_issue i JOIN public_comment c ON c.id = i.comment_id WHERE c.instrument_id = {_INSTRUMENT})"
    " || '|' || (SELECT coalesce(string_agg(p.old_at || ' ' || p.new_at || ' '"
    " || CASE WHEN p.same THEN '=' ELSE '-' END, chr(10) ORDER BY p.old_at, p.new_at), '')"
    f" FROM alignment_pin p WHERE p.old_revision_id = {_EXPOSED} AND p.new_revision_id = {_REVISION})"
)


def upgrade() -> None:
    _keep(with_groups=True)


def downgrade() -> None:
    _keep(with_groups=False)


def _keep(*, with_groups: bool) -> None:
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    before = _SQLITE if sqlite else _POSTGRESQL
    now = stands_on(sqlite=sqlite, instrument=_INSTRUMENT, exposed=_EXPOSED, revision=_REVISION)
    former, next_ = (before, now) if with_groups else (now, before)
    # A frozen one is not written over: the law looks away for this.
    statute_guard.take_down(connection)
    op.execute(f"UPDATE consultation_report SET stands_on = {next_} WHERE stands_on = {former}")
    statute_guard.set_up(connection)
