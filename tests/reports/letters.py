"""Petitions with an answer, and the words of their papers."""

from __future__ import annotations

from typing import Any

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.vocabulary import Outcome
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium

REPLY = "مجوز کتاب شما صادر شده است.\nبرای دریافت آن به دبیرخانه مراجعه کنید."


def resolved(office: TestOffice, **known: Any) -> PetitionDetail:
    """A petition of the book unit that was answered."""
    taken = office.taken(**known)
    return office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.GRANTED, REPLY)


def words_of(content: bytes) -> str:
    """All of a PDF in one line."""
    return " ".join(" ".join(by_pdfium(content)).split())
