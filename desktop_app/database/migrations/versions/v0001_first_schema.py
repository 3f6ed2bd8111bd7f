"""The first schema: staff, office, petitioners, petitions, draft documents, history, search.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import SortKey, UtcMoment

revision = "0001"
down_revision = None

#: Tables whose rows are evidence: what was written stays as it was written.
APPEND_ONLY = ("event", "revision")


def upgrade() -> None:
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_parts()
    else:
        _postgresql_parts()


def _sqlite_parts() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE petition_fts USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _postgresql_parts() -> None:
    op.execute(
        "CREATE TABLE petition_search (petition_id integer PRIMARY KEY REFERENCES petition (id),"
        " document tsvector NOT NULL)"
    )
    op.execute("ALTER TABLE petition_search ALTER COLUMN document SET STATISTICS 1000")
    op.execute("CREATE INDEX ix_petition_search_document ON petition_search USING gin (document)")
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(f"DROP TABLE {'petition_fts' if sqlite else 'petition_search'}")
    op.drop_table("thread_place")
    op.drop_index("ix_thread_message_thread", table_name="thread_message")
    op.drop_table("thread_message")
    op.drop_index("ix_thread_instrument", table_name="thread")
    op.drop_table("thread")
    op.drop_table("revision")
    op.drop_index("ix_reply_petition", table_name="reply")
    op.drop_table("reply")
    op.drop_index("ix_referral_petition", table_name="referral")
    op.drop_table("referral")
    op.drop_index("ix_public_comment_instrument", table_name="public_comment")
    op.drop_table("public_comment")
    op.drop_table("petition_text")
    op.drop_table("petition_seen")
    op.drop_index("ix_petition_pause_petition", table_name="petition_pause")
    op.drop_table("petition_pause")
    op.drop_index("ix_petition_unit", table_name="petition")
    op.drop_index("ix_petition_resolved", table_name="petition")
    op.drop_index("ix_petition_received", table_name="petition")
    op.drop_index("ix_petition_petitioner", table_name="petition")
    op.drop_index("ix_petition_open_received", table_name="petition")
    op.drop_index("ix_petition_open_due", table_name="petition")
    op.drop_index("ix_petition_assignee", table_name="petition")
    op.drop_table("petition")
    op.drop_table("person_role")
    op.drop_table("instrument")
    op.drop_index("ix_event_at", table_name="event")
    op.drop_table("event")
    op.drop_table("unit")
    op.drop_table("setting")
    op.drop_index(op.f("ix_petitioner_national_id"), table_name="petitioner")
    op.drop_index("ix_petitioner_name_key_id", table_name="petitioner")
    op.drop_index(op.f("ix_petitioner_mobile"), table_name="petitioner")
    op.drop_table("petitioner")
    op.drop_table("person")
    op.drop_table("deadline_rule")
    op.drop_table("counter")
    op.drop_table("closed_day")
    if not sqlite:
        op.execute("DROP FUNCTION refuse_change()")


def _tables() -> None:
    op.create_table(
        "closed_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_closed_day")),
    )
    op.create_table(
        "counter",
        sa.Column("series", sa.String(length=30), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", "year", name=op.f("pk_counter")),
    )
    op.create_table(
        "deadline_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_rule")),
        sa.UniqueConstraint("kind", "channel", name=op.f("uq_deadline_rule_kind_channel")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("full_name", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("username", name=op.f("uq_person_username")),
    )
    op.create_table(
        "petitioner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_key", SortKey, nullable=False),
        sa.Column("national_id", sa.String(length=10), nullable=True),
        sa.Column("mobile", sa.String(length=11), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("group", sa.String(length=20), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petitioner")),
    )
    op.create_index(op.f("ix_petitioner_mobile"), "petitioner", ["mobile"], unique=False)
    op.create_index("ix_petitioner_name_key_id", "petitioner", ["name_key", "id"], unique=False)
    op.create_index(op.f("ix_petitioner_national_id"), "petitioner", ["national_id"], unique=False)
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("code", name=op.f("uq_unit_code")),
        sa.UniqueConstraint("name", name=op.f("uq_unit_name")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_type", sa.String(length=20), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=120), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_event_actor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint(
            "item_type", "item_id", "sequence", name=op.f("uq_event_item_type_item_id_sequence")
        ),
    )
    op.create_index("ix_event_at", "event", ["at"], unique=False)
    op.create_table(
        "instrument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("track", sa.String(length=1), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_instrument_author_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_instrument_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("code", name=op.f("uq_instrument_code")),
    )
    op.create_table(
        "person_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_role_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_role_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_role")),
        sa.UniqueConstraint(
            "person_id", "role", "unit_id", name=op.f("uq_person_role_person_id_role_unit_id")
        ),
    )
    op.create_table(
        "petition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tracking_code", sa.String(length=12), nullable=False),
        sa.Column("registry_year", sa.Integer(), nullable=False),
        sa.Column("registry_number", sa.Integer(), nullable=False),
        sa.Column("identity_key", sa.String(length=100), nullable=False),
        sa.Column("external_id", sa.String(length=60), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("urgency", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("snippet", sa.String(length=200), nullable=False),
        sa.Column("petitioner_id", sa.Integer(), nullable=True),
        sa.Column("petitioner_name", sa.String(length=120), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("letter_number", sa.String(length=40), nullable=True),
        sa.Column("received_at", UtcMoment(), nullable=False),
        sa.Column("registered_at", UtcMoment(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_order", sa.Date(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("resolved_at", UtcMoment(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("duplicate_of_id", sa.Integer(), nullable=True),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status NOT IN ('resolved', 'archived') OR outcome IS NOT NULL",
            name=op.f("ck_petition_resolved_has_outcome"),
        ),
        sa.ForeignKeyConstraint(["assignee_id"], ["person.id"], name=op.f("fk_petition_assignee_id")),
        sa.ForeignKeyConstraint(
            ["duplicate_of_id"], ["petition.id"], name=op.f("fk_petition_duplicate_of_id")
        ),
        sa.ForeignKeyConstraint(["petitioner_id"], ["petitioner.id"], name=op.f("fk_petition_petitioner_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_petition_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition")),
        sa.UniqueConstraint("identity_key", name=op.f("uq_petition_identity_key")),
        sa.UniqueConstraint(
            "registry_year", "registry_number", name=op.f("uq_petition_registry_year_registry_number")
        ),
        sa.UniqueConstraint("tracking_code", name=op.f("uq_petition_tracking_code")),
    )
    op.create_index(
        "ix_petition_assignee", "petition", ["assignee_id", "is_open", "due_order", "id"], unique=False
    )
    op.create_index("ix_petition_open_due", "petition", ["is_open", "due_order", "id"], unique=False)
    op.create_index("ix_petition_open_received", "petition", ["is_open", "received_at", "id"], unique=False)
    op.create_index("ix_petition_petitioner", "petition", ["petitioner_id", "id"], unique=False)
    op.create_index("ix_petition_received", "petition", ["received_at", "id"], unique=False)
    op.create_index("ix_petition_resolved", "petition", ["resolved_at"], unique=False)
    op.create_index("ix_petition_unit", "petition", ["unit_id", "is_open", "due_order", "id"], unique=False)
    op.create_table(
        "petition_pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("began", sa.Date(), nullable=False),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_petition_pause_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_pause")),
    )
    op.create_index("ix_petition_pause_petition", "petition_pause", ["petition_id", "id"], unique=False)
    op.create_table(
        "petition_seen",
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_petition_seen_person_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_petition_seen_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", "person_id", name=op.f("pk_petition_seen")),
    )
    op.create_table(
        "petition_text",
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_petition_text_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_petition_text")),
    )
    op.create_table(
        "public_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("identity_key", sa.String(length=100), nullable=False),
        sa.Column("external_id", sa.String(length=60), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("sender", sa.String(length=120), nullable=False),
        sa.Column("group", sa.String(length=20), nullable=False),
        sa.Column("provision", sa.String(length=60), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", UtcMoment(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("disposition", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=False),
        sa.Column("decided_at", UtcMoment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_public_comment_instrument_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_comment")),
        sa.UniqueConstraint(
            "instrument_id", "identity_key", name=op.f("uq_public_comment_instrument_id_identity_key")
        ),
    )
    op.create_index("ix_public_comment_instrument", "public_comment", ["instrument_id", "id"], unique=False)
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("from_unit_id", sa.Integer(), nullable=True),
        sa.Column("to_unit_id", sa.Integer(), nullable=False),
        sa.Column("to_person_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("order_note", sa.Text(), nullable=False),
        sa.Column("sent_by_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", UtcMoment(), nullable=False),
        sa.Column("seen_at", UtcMoment(), nullable=True),
        sa.Column("acted_at", UtcMoment(), nullable=True),
        sa.ForeignKeyConstraint(["from_unit_id"], ["unit.id"], name=op.f("fk_referral_from_unit_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_referral_petition_id")),
        sa.ForeignKeyConstraint(["sent_by_id"], ["person.id"], name=op.f("fk_referral_sent_by_id")),
        sa.ForeignKeyConstraint(["to_person_id"], ["person.id"], name=op.f("fk_referral_to_person_id")),
        sa.ForeignKeyConstraint(["to_unit_id"], ["unit.id"], name=op.f("fk_referral_to_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    op.create_index("ix_referral_petition", "referral", ["petition_id", "id"], unique=False)
    op.create_table(
        "reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("written_at", UtcMoment(), nullable=False),
        sa.Column("sent_at", UtcMoment(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_reply_author_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_reply_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
    )
    op.create_index("ix_reply_petition", "reply", ["petition_id", "id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("not_compared", sa.JSON(), nullable=False),
        sa.Column("source_name", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=120), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_revision_author_id")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_revision_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("instrument_id", "number", name=op.f("uq_revision_instrument_id_number")),
    )
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=120), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.Column("anchor", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_thread_author_id")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_thread_instrument_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_thread_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread")),
    )
    op.create_index("ix_thread_instrument", "thread", ["instrument_id", "id"], unique=False)
    op.create_table(
        "thread_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=120), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_thread_message_author_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_thread_message_thread_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_message")),
    )
    op.create_index("ix_thread_message_thread", "thread_message", ["thread_id", "id"], unique=False)
    op.create_table(
        "thread_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("placement", sa.String(length=10), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_thread_place_revision_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_thread_place_thread_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_place")),
        sa.UniqueConstraint("thread_id", "revision_id", name=op.f("uq_thread_place_thread_id_revision_id")),
    )
