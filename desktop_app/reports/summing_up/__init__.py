"""The report of a consultation (گزارش جمع‌بندی): the frozen summing-up as PDF, DOCX or XLSX."""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.progress import Progress
from desktop_app.reports.summing_up.report import ConsultationReportCopy, ConsultationReports

Form = Literal["pdf", "docx", "xlsx"]
FORMS: Final[tuple[Form, ...]] = ("pdf", "docx", "xlsx")


def summing_up_file(copy: ConsultationReportCopy, form: Form, progress: Progress | None = None) -> bytes:
    """Returns the file in `form`, in the current language. Raises `CancelledError`."""
    if form == "docx":
        from desktop_app.reports.summing_up.docx import summing_up_docx  # noqa: PLC0415 - 0.2 s

        return summing_up_docx(copy, progress)
    if form == "xlsx":
        from desktop_app.reports.summing_up.xlsx import summing_up_xlsx  # noqa: PLC0415 - 0.1 s

        return summing_up_xlsx(copy, progress)
    from desktop_app.reports.summing_up.pdf import summing_up_pdf  # noqa: PLC0415 - reportlab, fonts

    return summing_up_pdf(copy, progress)


__all__ = ["FORMS", "ConsultationReportCopy", "ConsultationReports", "Form", "summing_up_file"]
