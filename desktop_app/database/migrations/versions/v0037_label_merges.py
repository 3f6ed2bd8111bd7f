"""A merge of labels can be taken back: administrators put labels on petitions again that had both.

Grants and policies are put in place by `database.rights` after every migration; the revision has it done in databases
that are there already.

Revision ID: 0037
Revises: 0036
"""

from __future__ import annotations

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    """Nothing but the rights changes."""


def downgrade() -> None:
    """Nothing but the rights changed."""
