"""Satisfaction that is told after the answer: the guard of petitions lets a closed one get its first mark.

The guard is a function, which is made again with the rights behind every migration.

Revision ID: 0027
Revises: 0026
"""

from __future__ import annotations

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Nothing of the tables changes."""


def downgrade() -> None:
    """Nothing of the tables changes."""
