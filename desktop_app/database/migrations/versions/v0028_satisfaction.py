"""Satisfaction that is told after the answer: the guard of petitions lets a closed one get its first mark.

The guard is a function, which is made again with the rights behind every migration.

Revision ID: 0028
Revises: 0027
"""

from __future__ import annotations

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Nothing of the tables changes."""


def downgrade() -> None:
    """Nothing of the tables changes."""
