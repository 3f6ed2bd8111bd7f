"""A search on PostgreSQL looks through the newest petitions first, then asks the index for all; the rights that are
applied after it bring the function.

Revision ID: 0031
Revises: 0030
"""

from __future__ import annotations

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Nothing here: `rights.apply` follows."""


def downgrade() -> None:
    """As above."""
