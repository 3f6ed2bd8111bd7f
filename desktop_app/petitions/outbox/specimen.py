"""The longest recent values of template variables, which show how long a text message can get while editing its
template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.languages import PERSIAN, in_language
from desktop_app.office.settings import settings_of
from desktop_app.petitions.model import Petition, Reply
from desktop_app.petitions.outbox.composing import values_of
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Kind, Outcome
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label

#: How many of the latest petitions and replies are read.
_LATEST: Final = 500


def longest_values(session: Session, actor: Actor, now: datetime) -> Mapping[str, str]:
    """Returns by variable the longest value among the latest petitions that the person may see; samples if there
    are none.
    """
    seen = reach(session, actor)
    rows = session.execute(
        select(Petition.petitioner_name, Petition.subject)
        .where(Petition.masked_at.is_(None), *seen)
        .order_by(Petition.id.desc())
        .limit(_LATEST)
    ).all()
    replies = session.scalars(
        select(Reply.text)
        .join(Petition, Petition.id == Reply.petition_id)
        .where(Reply.sent_at.is_not(None), Petition.masked_at.is_(None), *seen)
        .order_by(Reply.id.desc())
        .limit(_LATEST)
    ).all()
    units = session.scalars(select(Unit.name).where(Unit.active)).all()
    made = values_of(_Made(now), settings_of(session), now)
    found = in_language(PERSIAN, lambda: _of_latest(rows, replies, units))
    return made | found


def _of_latest(rows: Sequence[Any], replies: Sequence[str], units: Sequence[str]) -> dict[str, str]:
    return {
        "name": _longest([row[0] for row in rows]) or translate("Templates", "Ms Maryam Karimi"),
        "subject": _longest([row[1] for row in rows]) or translate("Outbox", "Licence of a book"),
        "reply": _longest(list(replies))
        or translate("Outbox", "The licence was issued; collect it at the desk."),
        "unit": _longest(list(units)) or translate("Templates", "Books"),
        "kind": _longest([label("kind", kind.value) for kind in Kind]),
        "outcome": _longest([label("outcome", outcome.value) for outcome in Outcome]),
        **_of_comment(),
    }


def _of_comment() -> dict[str, str]:
    """Returns samples for the message about a comment: its texts are those of one draft."""
    return {
        "draft": translate("Outbox", "Bylaw on licences of cultural institutions"),
        "number": digits("1405/12"),
        "provision": translate("Outbox", "Article 6"),
        "decision": label("disposition", "partly_accepted"),
        "reason": translate("Outbox", "The time was extended; a longer one would delay other applicants."),
        "old": translate("Outbox", "The office answers within thirty days."),
        "new": translate("Outbox", "The office answers within twenty days, in writing and with reasons."),
        "link": "https://example.ir/drafts/1405-12/outcome.html#m6",
    }


def _longest(values: list[str]) -> str:
    return max(values, key=len, default="")


class _Made:
    """A sample petition for `values_of`."""

    def __init__(self, now: datetime) -> None:
        self.received_at = now
        self.petitioner_name = self.subject = self.unit_name = ""
        self.tracking_code = "888888888888"
        self.kind, self.outcome = Kind.REQUEST.value, None
        self.registry_year, self.registry_number = 1405, 88_888
