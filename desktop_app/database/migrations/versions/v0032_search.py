"""A search on PostgreSQL looks through the newest petitions first, then asks the index for all; the rights that are
applied after it bring the function.

Revision ID: 0032
Revises: 0031
"""

from __future__ import annotations

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Nothing here: `rights.apply` follows."""


def downgrade() -> None:
    """As above."""
