"""Senders of comments who left a number or an address instead of a name.

A comment shows the end of it only, and a key by which senders are counted. The whole lies in a table of its own,
which no login reads on PostgreSQL: it is given after an event of the reading was committed (`moderation`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, Boolean, String, bindparam, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.number_keys import make_number_keys
from desktop_app.instruments.model import CommentSender, PublicComment
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.people.identity import bare_identifier, identifies, reachable
from desktop_app.people.petitioners import mask

#: What a comment shows of its sender, and the sender's key; SQLite gets both from `shown_sender`.
masked_sender: Final = engine_function(String(), postgresql="app.masked_sender({0})", sqlite="{0}")
sender_key: Final = engine_function(String(), postgresql="app.sender_key({0})", sqlite="{1}")
#: Whether a sender is a number or an address; SQLite is sent no other.
is_identifier: Final = engine_function(Boolean(), postgresql="app.identifies({0})", sqlite="({0} <> '')")
#: How the sender of a comment (its id) is reached; SQLite gets it from the caller.
way_to: Final = engine_function(String(), postgresql="app.way_to({0})", sqlite="{1}")
_WAYS: Final = text("SELECT comment, way FROM app.ways_to_senders(:draft)")
_SENDERS: Final = text("SELECT comment, sender FROM app.comment_senders(:asked)").bindparams(
    bindparam("asked", type_=ARRAY(BigInteger))
)


def shown_sender(session: Session, sender: str) -> dict[str, Any]:
    """Returns the columns of a new comment that an act is given for its sender."""
    if session.get_bind().dialect.name != "sqlite" or not identifies(sender):
        return {"sender": sender, "sender_key": ""}
    # Another key than the register's for the same number; the same as in `app.sender_key`.
    key = make_number_keys(session)(f"sender:{bare_identifier(sender)}")
    return {"sender": mask(sender), "sender_key": key}


def senders_of_comments(session: Session, comment_ids: Iterable[int]) -> dict[int, str]:
    """Returns the numbers and addresses of senders by comment; those whose reading was noted."""
    asked = list(comment_ids)
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_SENDERS, {"asked": asked})
        return {row.comment: row.sender for row in found}
    rows: dict[int, str] = {}
    for start in range(0, len(asked), 500):
        part = CommentSender.comment_id.in_(asked[start : start + 500])
        statement = select(CommentSender.comment_id, CommentSender.sender).where(part)
        rows |= {row.comment_id: row.sender for row in session.execute(statement)}
    return rows


def ways_to_senders(session: Session, instrument_id: int) -> dict[int, str]:
    """Returns how the senders who left a number or an address are reached, by comment: a `DeliveryMethod`, or empty.

    Nothing else of them is told. Other comments are absent.
    """
    if session.get_bind().dialect.name != "sqlite":
        return {row.comment: row.way for row in session.execute(_WAYS, {"draft": instrument_id})}
    statement = (
        select(CommentSender.comment_id, CommentSender.sender)
        .join(PublicComment, PublicComment.id == CommentSender.comment_id)
        .where(PublicComment.instrument_id == instrument_id)
    )
    return {row.comment_id: _way(reachable(row.sender)) for row in session.execute(statement)}


def _way(address: str) -> str:
    if not address:
        return ""
    return DeliveryMethod.EMAIL.value if "@" in address else DeliveryMethod.SMS.value
