"""Public consultation: the window, its two persons, its gate, the frozen summing-up; law kept by triggers.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

from desktop_app.database import statute_guard
from desktop_app.database.base import UtcMoment
from desktop_app.persian.dates import JalaliMonth

revision = "0009"
down_revision = "0008"

#: The months that windows can be counted in: from the oldest drafts to far behind the last.
_YEARS: Final = range(1390, 1451)
_INSTRUMENT: Final = (
    ("place", sa.String(length=20), ""),
    ("notice", sa.Text(), ""),
    ("no_change_reason", sa.Text(), ""),
    ("letter_number", sa.String(length=40), ""),
    ("withdrawn_reason", sa.Text(), ""),
)
_GUARDS: Final = (
    ("instrument", "guard_step"),
    ("instrument", "leaves_event"),
    ("public_comment", "own_decision"),
)
_PERSONS: Final = ("asked_by_id", "approved_by_id", "ready_by_id", "finished_by_id")


def upgrade() -> None:
    connection = op.get_bind()
    op.create_table(
        "jalali_month",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jalali_month")),
        sa.UniqueConstraint("first_day", name=op.f("uq_jalali_month_first_day")),
    )
    _fill_months(connection)
    op.create_table(
        "window_floor",
        sa.Column("track", sa.String(length=1), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "days >= CASE track WHEN 'a' THEN 14 ELSE 30 END AND days <= 366",
            name=op.f("ck_window_floor_not_below_law"),
        ),
        sa.CheckConstraint("track IN ('a', 'b')", name=op.f("ck_window_floor_track")),
        sa.PrimaryKeyConstraint("track", name=op.f("pk_window_floor")),
    )
    op.create_table(
        "clock_mark",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_clock_mark_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_mark")),
    )
    op.create_table(
        "consultation_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_consultation_report_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_consultation_report_revision_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_consultation_report_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_report")),
        sa.UniqueConstraint(
            "instrument_id", "number", name=op.f("uq_consultation_report_instrument_id_number")
        ),
    )
    for name, kind, default in _INSTRUMENT:
        op.add_column("instrument", sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("instrument", sa.Column("letter_date", sa.Date(), nullable=True))
    op.add_column("instrument", sa.Column("asked_until", sa.Date(), nullable=True))
    # No foreign key: a revision already refers to its instrument. The triggers see to it.
    op.add_column("instrument", sa.Column("exposed_revision_id", sa.Integer(), nullable=True))
    for name in _PERSONS:
        _add_reference("instrument", name, "person")
    _add_reference("public_comment", "carried_revision_id", "revision")
    _add_reference("public_comment", "decided_by_id", "person")
    op.add_column(
        "public_comment",
        sa.Column("carried_provision", sa.String(length=60), nullable=False, server_default=""),
    )
    op.add_column("public_comment", sa.Column("taken_in_at", UtcMoment(), nullable=True))
    op.execute("UPDATE public_comment SET taken_in_at = received_at")
    # Late is what came behind the window's last day, and that day can be moved out.
    op.execute("ALTER TABLE public_comment DROP COLUMN late")
    # Time alone closes a window: nobody writes that it is over.
    op.execute("UPDATE instrument SET status = 'open' WHERE status = 'closed'")
    # What stood before the public was, as far as it is known, the last text from before the window.
    op.execute(
        "UPDATE instrument SET place = 'portal', exposed_revision_id = (SELECT min(r.id) FROM revision r"
        " WHERE r.instrument_id = instrument.id) WHERE opened_on IS NOT NULL"
    )
    statute_guard.set_up(connection)


def downgrade() -> None:
    connection = op.get_bind()
    statute_guard.take_down(connection)
    if connection.dialect.name == "postgresql":
        # They speak of columns that go; `rights.apply` makes them again.
        for table, trigger in _GUARDS:
            op.execute(f"DROP TRIGGER IF EXISTS {trigger} ON {table}")
    op.add_column(
        "public_comment", sa.Column("late", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    for name in ("taken_in_at", "carried_provision", "decided_by_id", "carried_revision_id"):
        op.execute(f"ALTER TABLE public_comment DROP COLUMN {name}")
    names = [name for name, _, _ in _INSTRUMENT]
    for name in (*_PERSONS, "exposed_revision_id", "asked_until", "letter_date", *names):
        op.execute(f"ALTER TABLE instrument DROP COLUMN {name}")
    for table in ("consultation_report", "clock_mark", "window_floor", "jalali_month"):
        op.drop_table(table)


def _add_reference(table: str, name: str, to: str) -> None:
    # Alembic would add the constraint in a statement of its own, which SQLite does not have.
    constraint = op.f(f"fk_{table}_{name}")
    op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER CONSTRAINT {constraint} REFERENCES {to} (id)")


def _fill_months(connection: sa.Connection) -> None:
    months = [JalaliMonth(year, month) for year in _YEARS for month in range(1, 13)]
    # The day has its type: SQLite's own adapter for dates is deprecated from Python 3.12 on.
    table = sa.table(
        "jalali_month",
        sa.column("first_day", sa.Date()),
        *(sa.column(name, sa.Integer()) for name in ("id", "year", "month", "days")),
    )
    connection.execute(
        sa.insert(table),
        [
            {"id": n, "year": one.year, "month": one.month, "first_day": one.first_day, "days": one.days}
            for n, one in enumerate(months, start=1)
        ],
    )
