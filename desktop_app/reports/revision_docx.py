"""A revision as a Word document: its text with headings and real tables, line by line.

Reading it gives the text of the revision again, so that comments and changes made in Word find their places.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.comparison.provenance import Provenance
from desktop_app.documents.word_order import CommentOrder
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.persian.dates import clock_time, long_date, tehran_day
from desktop_app.reports.comparison_docx.margins import header_with, one_line
from desktop_app.reports.comparison_docx.markup import Signature
from desktop_app.reports.comparison_docx.package import packed_with
from desktop_app.reports.comparison_docx.text_blocks import text_blocks
from desktop_app.wording import fill, translate


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """What the first page says: the draft, who exports it and when. `made_at` is aware."""

    code: str
    title: str
    made_at: datetime
    made_by: str


def revision_docx(revision: RevisionText, head: RevisionHead, order: CommentOrder | None = None) -> bytes:
    """Returns the document in the current language, with the threads of `order` as comments."""
    signature = Signature.of(Provenance(head.title, head.made_at, head.made_by))
    title = one_line(head.title)
    headers = [header_with(title, _lines(revision, head)), header_with(title, ())]
    made = packed_with(text_blocks(revision.text), headers, title, signature)
    if order is None:
        return made
    from desktop_app.reports.word_comments.writing import commented  # noqa: PLC0415 - reads it again

    return commented(made, order)


def _lines(revision: RevisionText, head: RevisionHead) -> list[str]:
    day = long_date(tehran_day(revision.created_at))
    made = fill(
        translate("Word", "Exported on {day}, {time}"),
        day=long_date(tehran_day(head.made_at)),
        time=clock_time(head.made_at),
    )
    number = fill(
        translate("Word", "Draft {code}, revision {n}, {day}"), code=head.code, n=revision.number, day=day
    )
    return [one_line(number), one_line(f"{made} · {head.made_by}" if head.made_by.strip() else made)]
