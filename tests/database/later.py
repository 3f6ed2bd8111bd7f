"""A later release of the program: two revisions after the baseline, run by the real migration code."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import text

from desktop_app.database import schema
from desktop_app.database.engine import Database

HEAD: Final = "r0003"
_SCRIPTS: Final = {
    "v0002_telephone.py": """
import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    op.add_column("unit", sa.Column("telephone", sa.String(60), nullable=False, server_default=""))
    op.execute("UPDATE unit SET telephone = 'of ' || code")


def downgrade() -> None:
    op.drop_column("unit", "telephone")
""",
    "v0003_stamp.py": """
import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"


def upgrade() -> None:
    op.create_table(
        "stamp",
        sa.Column("petition_id", sa.Integer(), sa.ForeignKey("petition.id"), primary_key=True, autoincrement=False),
        sa.Column("code", sa.String(12), nullable=False),
    )
    op.execute("INSERT INTO stamp SELECT id, tracking_code FROM petition")


def downgrade() -> None:
    op.drop_table("stamp")
""",
}


def become_later_release(folder: Path, monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    """Turns this program into a later release with scripts in the new `folder`; `more` adds further scripts."""
    shutil.copytree(schema.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name, script in {**_SCRIPTS, **{f"{name}.py": script for name, script in more.items()}}.items():
        (folder / "versions" / name).write_text(script, encoding="utf-8")
    monkeypatch.setattr(schema, "SCRIPTS", folder)


def telephones(database: Database) -> list[tuple[str, str]]:
    """Returns what the first of the revisions wrote for the units: code and telephone."""
    with database.reading() as session:
        rows = session.execute(text("SELECT code, telephone FROM unit ORDER BY code"))
        return [(code, telephone) for code, telephone in rows]


def stamps(database: Database) -> list[tuple[int, str]]:
    """Returns what the second one wrote for the petitions: id and tracking code."""
    with database.reading() as session:
        rows = session.execute(text("SELECT petition_id, code FROM stamp ORDER BY petition_id"))
        return [(number, code) for number, code in rows]
