"""A draft with two revisions and an annotation, for tests with logins."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desktop_app.database.audit import Event, history
from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.model import Revision
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from tests.department import only_administrator
from tests.guarded import Department
from tests.instruments.test_reviewing import NEW, OLD


@dataclass(frozen=True)
class Draft:
    """A draft with two revisions, by their ids, and an annotation on the first."""

    id: int
    first: int
    second: int
    thread: ThreadRow


def annotated_draft(department: Department) -> Draft:
    """Registers a draft of the reviewer with two revisions, and an annotation of the manager on the first."""
    services, office = department.owner, department.office
    made = services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    for text in (OLD, NEW):
        services.drafting.add_revision(office.reviewer, made, Document("draft.txt", text, (), "txt", ""))
    start = OLD.index("سی روز")
    row = services.annotations.annotate(
        office.manager, made, 1, start, start + 6, ThreadKind.SUGGESTION, "چهل روز"
    )
    with services.database.reading() as session:
        first, second = session.scalars(
            select(Revision.id).where(Revision.instrument_id == made).order_by(Revision.number)
        )
    return Draft(made, first, second, row)


def told(department: Department, kind: str, number: int) -> tuple[Event, ...]:
    """Returns the history of an item."""
    with department.owner.database.reading() as session:
        return history(session, kind, number)


def only_sets_up(department: Department) -> str:
    """Creates an administrator who has no part in drafts, and returns the username."""
    only_administrator(department.office)
    return "salehi"
