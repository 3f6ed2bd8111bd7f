"""Prints every kind of paper of the sample office as PDF: reports, letters and lists.

Used by `mosharekat demo --pictures` with a temporary database, in which numbered papers are really issued.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from desktop_app.office.letter_choices import Classification, LetterChoices, PaperSize
from desktop_app.office.letter_templates import LetterKind
from desktop_app.people.experts import ExpertWords
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.vocabulary import Status
from desktop_app.reports.escalation_pdf import escalation_pdf
from desktop_app.reports.letters.issuing import merged
from desktop_app.reports.letters.of_petitions import ALL_REFERRALS
from desktop_app.reports.monthly_pdf import monthly_document
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.summing_up import summing_up_file
from desktop_app.reports.worklist_pdf import worklist_pdf
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user

#: Sample instruments: one open to the public, one with answered comments.
_OPEN, _FINISHED = "gallery-licensing", "phone-answering"
_ADDRESS: Final = "خانم نمونه نمونه‌نژاد\nتهران، خیابان نمونه، کوچهٔ نخست، پلاک ۱۲\nکد پستی ۱۲۳۴۵۶۷۸۹۰"
_ASSOCIATION: Final = "انجمن ناشران نمونه\nتهران، میدان نمونه، ساختمان ۴، طبقهٔ ۲"
_CHOICES: Final = LetterChoices(
    "۲ برگ",
    copies="ادارهٔ کتاب و نشر، جهت اقدام\nدفتر مشارکت مردمی، جهت ثبت در پرونده\nادارهٔ ارزیابی عملکرد، جهت اطلاع",
)
_EXPERTS: Final = (
    ExpertWords(
        "دکتر نمونه نمونه‌پور",
        organisation="دانشکدهٔ هنر نمونه",
        fields=("حقوق هنر", "اقتصاد هنر"),
        address="تهران، بلوار نمونه، شمارهٔ ۸\nکد پستی ۱۲۳۴۵۶۷۸۹۰",
        email="n.nemounehpour@example.org",
    ),
    ExpertWords("نمونه نمونه‌زاده", organisation="انجمن نگارخانه‌داران و گالری‌های تجسمی نمونه"),
)
#: Resolution of the pictures in dpi: an A4 page in the size of a screen.
_RESOLUTION: Final = 96


def write_papers(services: Services, clerk: Actor, manager: Actor, folder: Path) -> list[Path]:
    """Writes each paper into `folder` and returns the created files.

    Where `pdftoppm` of poppler is installed, it also writes pictures of the pages into `colour` and `grey`.
    """
    written: list[Path] = []
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, pdf) in enumerate(papers(services, clerk, manager), start=1):
        path = folder / f"{number:02}-{name}.pdf"
        path.write_bytes(pdf)
        written += [path, *draw_pages(path)]
    return written


def draw_pages(pdf: Path) -> list[Path]:
    """Renders each page of a PDF as PNG next to it, in colour and in greyscale."""
    tool = shutil.which("pdftoppm")
    drawn: list[Path] = []
    for name, options in (("colour", ()), ("grey", ("-gray",))) if tool else ():
        folder = pdf.parent / name
        folder.mkdir(exist_ok=True)
        command = [str(tool), "-r", str(_RESOLUTION), "-png", *options, str(pdf), str(folder / pdf.stem)]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        drawn += sorted(folder.glob(f"{pdf.stem}-*.png"))
    return drawn


def papers(services: Services, clerk: Actor, manager: Actor) -> Iterator[tuple[str, bytes]]:
    """Yields the papers by name in the current language.

    `clerk` and `manager` belong to a unit; papers of the whole office are issued by the user of the computer
    under the name of the manager.
    """
    office = pc_user(manager.name)
    signed = replace(
        services.office.settings(),
        signer="دکتر سهراب نمونه‌نژاد",
        signer_title="مدیر کل فرهنگ و ارشاد اسلامی استان تهران",
        office_address="تهران، خیابان نمونه، کوچهٔ نخست، شمارهٔ ۱۲، کد پستی ۱۱۳۵۶۱۲۳۴۵",
    )
    services.office.change(office, signed)
    yield from _reports(services, clerk, manager, office)
    yield from _letters(services, office)
    yield from _of_consultations(services, office)
    yield "worklist", worklist_pdf(services.worklists.of(clerk))
    yield "worklist-unit", worklist_pdf(services.worklists.of(manager, min(manager.unit_ids)))
    yield "overdue", escalation_pdf(services.escalations.of(office))


def _reports(services: Services, clerk: Actor, manager: Actor, office: Actor) -> Iterator[tuple[str, bytes]]:
    month = Period.month(services.reports.latest_month())
    quarter = Period.of(PeriodKind.QUARTER, month.first).before()
    scopes = {
        "month": ReportScope(month),
        "month-of-a-unit": ReportScope(month, min(manager.unit_ids)),
        "month-of-a-person": ReportScope(month, person_id=clerk.person_id),
        "quarter": ReportScope(quarter),
        "year": ReportScope(Period.of(PeriodKind.YEAR, month.first).before()),
        "range": ReportScope(Period.between(quarter.first, month.last)),
    }
    for name, scope in scopes.items():
        yield f"{name}-draft", monthly_document(services.reports.of(scope, office)).to_bytes()
    issued = services.issued_reports
    first = issued.issue(office, scopes["month"])
    yield "month-issued", issued.one(office, first.id).page
    second = issued.correct(office, first.id, "دو درخواست که به واحد دیگری نوشته شده بود برگردانده شد.")
    yield "month-second-edition", issued.one(office, second.id).page


def _letters(services: Services, office: Actor) -> Iterator[tuple[str, bytes]]:
    number, letters = _answered_petition(services), services.petition_letters
    yield "reply-draft", letters.paper(office, number, LetterKind.REPLY, addressee=_ADDRESS).pdf
    small = replace(_CHOICES, classification=Classification.CONFIDENTIAL, paper_size=PaperSize.A5)
    paper = letters.paper(office, number, LetterKind.REPLY, addressee=_ADDRESS, choices=small)
    yield "reply-confidential-a5", paper.pdf
    yield "reply-issued", letters.issue_reply(office, number, _ADDRESS, _CHOICES).pdf
    yield "slip", letters.paper(office, number, LetterKind.SLIP).pdf
    yield "referral", letters.paper(office, number, LetterKind.REFERRAL).pdf
    yield "referrals-all", letters.paper(office, number, LetterKind.REFERRAL, referral=ALL_REFERRALS).pdf
    yield "dossier", letters.paper(office, number, LetterKind.DOSSIER).pdf


def _answered_petition(services: Services) -> int:
    """Returns the answered petition with the most referrals; the first one of several."""
    with services.database.reading() as session:
        return session.execute(
            select(Petition.id)
            .join(Referral, Referral.petition_id == Petition.id)
            .where(Petition.status == Status.RESOLVED, Petition.outcome == "answered")
            .group_by(Petition.id)
            .order_by(func.count().desc(), Petition.id)
            .limit(1)
        ).scalar_one()


def _of_consultations(services: Services, office: Actor) -> Iterator[tuple[str, bytes]]:
    draft = services.drafting.by_code(_OPEN)
    experts = [services.experts.add(office, words).id for words in _EXPERTS]
    services.invitations.invite(office, draft.id, experts)
    letters = services.consultation_letters
    yield "invitations-draft", merged([one.pdf for one in letters.invitations(office, draft.id)])
    letters.issue_invitations(office, draft.id)
    yield "invitations-issued", merged([one.pdf for one in letters.invitations(office, draft.id)])
    yield "notice-draft", letters.notice(office, draft.id, _ASSOCIATION).pdf
    yield "notice-issued", letters.issue_notice(office, draft.id, _ASSOCIATION).pdf
    finished, reports = services.drafting.by_code(_FINISHED), services.consultation_reports
    yield "summing-up", summing_up_file(reports.of(office, finished.id), "pdf")
    yield "summing-up-with-names", summing_up_file(reports.of(office, finished.id, internal=True), "pdf")
