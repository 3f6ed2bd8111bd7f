"""The printed recovery code: one page for the safe of whoever administers a database on one PC."""

from __future__ import annotations

from typing import Final

from desktop_app.office.office_settings import OfficeSettings
from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun, TextStyle
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from desktop_app.staff.recovery import RecoverySheet
from desktop_app.wording import translate

_CODE: Final = TextStyle(size=22.0, leading=38.0, alignment="centre")
_HALF: Final = 3


def recovery_pdf(sheet: RecoverySheet, settings: OfficeSettings, logo: bytes | None, place: str) -> bytes:
    """Returns the PDF in the current language; `place` is the file of the database."""
    title = translate("Recovery", "Recovery code")
    document = PersianDocument(
        title,
        made_at=sheet.made_at,
        letterhead=Letterhead(
            [settings.ministry, settings.office_name],
            [(translate("Recovery", "Made at"), clock_time(sheet.made_at))],
            logo,
        ),
    )
    document.heading(title, 0)
    document.paragraph(
        translate(
            "Recovery",
            "Whoever has this page and the computer can set a new password for this account. Keep it under lock, and"
            " not beside the computer.",
        )
    )
    groups = sheet.code.split("-")
    for part in (groups[:_HALF], groups[_HALF:]):
        line = isolated("   ".join(part))
        document.add(Paragraph([TextRun(line, Weight.BOLD)], _CODE, gap=4.0))
    rows = [
        [translate("Recovery", "Account"), f"{sheet.full_name} ({isolated(sheet.username)})"],
        [translate("Recovery", "Made on"), full_date(tehran_day(sheet.made_at))],
        [translate("Recovery", "Database"), isolated(place)],
    ]
    columns = [
        PdfColumn(translate("Recovery", "What"), width=110.0),
        PdfColumn(translate("Recovery", "Value")),
    ]
    document.add(Table(columns, rows, style=TableStyle()))
    for words in (
        translate("Recovery", "In the sign-in window choose “I have forgotten my password”."),
        translate("Recovery", "Type the code. Small letters, blanks and hyphens do not matter."),
        translate(
            "Recovery", "The code works once. A new one is shown then: print it, and destroy this page."
        ),
    ):
        document.paragraph(f"• {words}")
    return document.to_bytes()
