"""A search on PostgreSQL asks the index once, and walks through the newest only as long as that leads anywhere; the
rights that are applied after it bring the function.

Revision ID: 0046
Revises: 0045
"""

from __future__ import annotations

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    """Nothing here: `rights.apply` follows."""


def downgrade() -> None:
    """As above."""
