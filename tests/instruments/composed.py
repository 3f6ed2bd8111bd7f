"""A draft with two revisions, from which the next one is built."""

from __future__ import annotations

import pytest

from desktop_app.comparison.result import ProvisionStatus
from desktop_app.documents.document import Document
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.vocabulary import InstrumentKind
from tests.conftest import office_with, usual
from tests.department import TestOffice
from tests.engines import Made

OLD = (
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است.\n"
    "تبصره ـ جمعه‌ها به شمار نمی‌آید.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
)
NEW = OLD.replace("سی", "شصت").replace("تبصره ـ جمعه‌ها به شمار نمی‌آید.\n", "")


def document(words: str, *left_out: str) -> Document:
    return Document("draft.txt", words, left_out, "txt", "")


def draft(office: TestOffice) -> None:
    """An instrument with two revisions, the older of which came with footnotes."""
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    drafting.add_revision(office.reviewer, made.row.id, document(OLD, "footnotes"))
    drafting.add_revision(office.reviewer, made.row.id, document(NEW))


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(draft) if "instrument" in request.fixturenames else usual(request)


@pytest.fixture
def instrument(office: TestOffice) -> int:
    """The `draft` of the office."""
    [row] = office.services.drafting.all()
    return row.id


def key_of(office: TestOffice, instrument: int, status: ProvisionStatus) -> ChangeKey:
    entries = office.services.drafting.compare(instrument, 1, 2).entries
    return next(ChangeKey.of(entry) for entry in entries if entry.status is status)
