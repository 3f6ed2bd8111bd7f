"""The office's logo on every paper with a letterhead; a broken one is left out, and said in one sentence."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
import pytest
from sqlalchemy import update

from desktop_app.clock import FixedClock
from desktop_app.office.model import OfficeRow
from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly_pdf import monthly_document
from desktop_app.reports.period import Period
from desktop_app.reports.publishing import package_files
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.summing_up import summing_up_file
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.office.test_logo import picture

ABAN = JalaliMonth(1405, 8)
TEAL = np.array((11, 90, 94))


def has_logo(pdf: bytes) -> bool:
    """Whether the first page has points of the logo's colour in the middle of its head."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        points = document[0].render(scale=1.0).to_numpy()[:120, 240:360, ::-1].astype(int)
    finally:
        document.close()
    return bool((abs(points - TEAL).sum(axis=2) < 30).sum() > 40)


def monthly(consultation: Consultation) -> bytes:
    return monthly_document(consultation.services.reports.of(ReportScope(Period.month(ABAN)))).to_bytes()


def summing_up(consultation: Consultation) -> bytes:
    reports = consultation.services.consultation_reports
    return summing_up_file(reports.of(consultation.office.reviewer, consultation.id), "pdf")


def publication(consultation: Consultation) -> bytes:
    services, office = consultation.services, consultation.services.office
    files = package_files(services.publications.of(consultation.id), office.settings(), office.logo())
    return files["draft.pdf"]


def broken(office: TestOffice) -> None:
    """Somebody wrote into the table by hand."""
    with office.services.database.writing() as session:
        session.execute(update(OfficeRow).values(logo=b64encode(picture()[:40]).decode("ascii")))


@pytest.mark.parametrize("paper", [monthly, summing_up, publication])
def test_every_paper_has_it_and_is_made_without_a_broken_one(
    sqlite_office: TestOffice, clock: FixedClock, paper: Callable[[Any], bytes]
) -> None:
    consultation = Consultation(sqlite_office, clock).opened()
    office = sqlite_office.services.office
    assert not has_logo(paper(consultation))
    office.change_logo(sqlite_office.administrator, picture(size=(60, 60)))
    assert has_logo(paper(consultation))
    assert not office.logo_is_broken()
    broken(sqlite_office)
    assert not has_logo(paper(consultation))
    assert office.logo_is_broken()


def test_a_page_that_is_not_issued_says_so_on_every_page(sqlite_office: TestOffice) -> None:
    document = pypdfium2.PdfDocument(
        BytesIO(
            monthly_document(sqlite_office.services.reports.of(ReportScope(Period.month(ABAN)))).to_bytes()
        )
    )
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    document.close()
    assert texts
    assert all("پیش‌نویس: صادر نشده" in text for text in texts)
