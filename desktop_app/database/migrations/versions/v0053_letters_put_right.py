"""Reviewers put the number of a comment's letter right: a right of columns, which is given behind every migration.

Revision ID: 0053
Revises: 0052
"""

from __future__ import annotations

revision = "0053"
down_revision = "0052"


def upgrade() -> None:
    """Nothing of the tables changes."""


def downgrade() -> None:
    """Nothing of the tables changes."""
