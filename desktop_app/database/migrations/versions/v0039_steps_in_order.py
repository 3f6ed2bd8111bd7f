"""A macro keeps its steps in the order in which the clerk put them: a list in the place of fields.

Revision ID: 0039
Revises: 0038
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"

_MACRO = sa.table("macro", sa.column("id", sa.Integer), sa.column("steps", sa.JSON))


def upgrade() -> None:
    _rewrite(_in_order)


def downgrade() -> None:
    """What the fields had no room for is joined: one note is left of several, and all steps come in the old order."""
    _rewrite(_fields)


def _rewrite(made: Callable[[Any], Any]) -> None:
    connection = op.get_bind()
    for number, steps in connection.execute(sa.select(_MACRO.c.id, _MACRO.c.steps)).all():
        connection.execute(sa.update(_MACRO).where(_MACRO.c.id == number).values(steps=made(steps)))


def _in_order(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """In the order in which they were done."""
    steps: list[dict[str, Any]] = [
        {"do": "label", "label_id": label_id} for label_id in kept.get("label_ids", ())
    ]
    if kept.get("note", "").strip():
        steps.append({"do": "note", "text": kept["note"]})
    if kept.get("take"):
        steps.append({"do": "take"})
    text = kept.get("text", "")
    if kept.get("refer_to") is not None:
        steps.append({"do": "refer", "unit_id": kept["refer_to"], "text": text})
    if kept.get("outcome"):
        reason = kept.get("reason", "")
        steps.append({"do": "resolve", "outcome": kept["outcome"], "text": text, "reason": reason})
    if kept.get("archive"):
        steps.append({"do": "archive"})
    return steps


def _fields(kept: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "label_ids": [step["label_id"] for step in kept if step["do"] == "label"],
        "note": "\n".join(step["text"] for step in kept if step["do"] == "note"),
        "take": any(step["do"] == "take" for step in kept),
        "refer_to": None,
        "outcome": None,
        "text": "",
        "reason": "",
        "archive": any(step["do"] == "archive" for step in kept),
    }
    for step in kept:
        if step["do"] == "refer":
            found |= {"refer_to": step["unit_id"], "text": step["text"]}
        elif step["do"] == "resolve":
            found |= {name: step[name] for name in ("outcome", "text", "reason")}
    return found
