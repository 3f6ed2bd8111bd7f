"""Correction of petitioners: a function of the database, which is made with the rights behind every migration.

Revision ID: 0031
Revises: 0030
"""

from __future__ import annotations

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Nothing of the tables changes."""


def downgrade() -> None:
    """Nothing of the tables changes."""
