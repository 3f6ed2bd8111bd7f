"""Internal documents printed from a petition: the referral sheet (برگ ارجاع) and the dossier (پرونده)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.database.audit import Event
from desktop_app.database.files import FileRow
from desktop_app.people.masking import masked
from desktop_app.persian.controls import subject_on_paper
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.reports.letters.issuing import IssuedLetter
from desktop_app.reports.letters.page import letterhead_of, running_facts
from desktop_app.reports.letters.sheet import LetterSheet, place_of, shown, visible_lines
from desktop_app.reports.letters.slab import Slab
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import HAIRLINE, PdfColumn, Table, TableStyle
from desktop_app.wording import digits, fill, number, translate
from desktop_app.wording.history import NO_VALUE, FieldWords, field_words
from desktop_app.wording.labels import label
from desktop_app.wording.messages import delivery_words

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_TEXT: Final = TextStyle(size=10.5, leading=19.0, alignment="justified")
_QUIET: Final = TextStyle(size=9.0, leading=15.0, colour=QUIET_INK)
_TABLE: Final = TableStyle(text=TextStyle(size=9.0, leading=14.5))
_NARROW: Final = 62.0
#: Wide enough for date and time in one line.
_MOMENT: Final = 94.0
#: Number of blank lines for handwriting.
_BY_HAND_LINES: Final = 5
_HAND: Final = 26.0


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one petition; `events` is the whole history, oldest first.

    `masked` is set where the requesting person does not work on the petition: personal data inside texts is
    masked too.
    """

    detail: PetitionDetail
    events: tuple[Event, ...]
    files: tuple[FileRow, ...]
    letters: tuple[IssuedLetter, ...] = ()

    def words(self, text: str) -> str:
        """Returns `text` as plain text, masked where the petition is masked."""
        plain = "\n".join(visible_controls(line) for line in text.splitlines())
        return masked(plain) if self.detail.masked else plain


def referral_pdf(sheet: LetterSheet, dossier: Dossier, referral: ReferralRow | None) -> bytes:
    """Returns the sheet that accompanies a referral: the subject, the order, and space for the result."""
    detail = dossier.detail
    document = _document(sheet, detail)
    document.add(_facts(detail))
    if referral is not None:
        document.heading(translate("Letter", "Order"))
        document.add(_referral_facts(referral))
        for line in dossier.words(referral.order_note).splitlines():
            document.paragraph(line, _TEXT, gap=2.0)
    _words_of_the_sender(document, dossier)
    document.heading(translate("Letter", "Action taken and result"))
    for _ in range(_BY_HAND_LINES):
        document.add(_WritingLine())
    signed = translate("Letter", "Name, signature and date: ……………………………")
    document.add(Paragraph(signed, TextStyle(size=9.5, leading=16.0, alignment="left"), gap=14.0))
    return document.to_bytes()


def dossier_pdf(sheet: LetterSheet, dossier: Dossier) -> bytes:
    """Returns the dossier: facts, petition text, replies, referrals with dwell times, attachments, history."""
    detail = dossier.detail
    document = _document(sheet, detail)
    document.add(_facts(detail, also=_contact(detail)))
    _words_of_the_sender(document, dossier)
    _further_texts(document, dossier)
    document.heading(translate("Letter", "Replies"))
    for reply in detail.replies:
        head = fill(translate("Letter", "{author}, {moment}"), author=shown(reply.author) or "—",
                    moment=_moment(reply.sent_at))  # fmt: skip
        document.add(Paragraph(head, _QUIET, gap=4.0, keep_with_next=True))
        for line in dossier.words(reply.text).splitlines():
            document.paragraph(line, _TEXT, gap=2.0)
        status = reply.delivery
        became = delivery_words(status.state, status.way, status.at, status.reason)
        document.paragraph(became, _QUIET)
    if not detail.replies:
        document.paragraph(translate("Letter", "No reply was given."), _QUIET)
    if dossier.letters:
        document.heading(translate("Letter", "Letters that went out"))
        document.add(_letters(dossier))
    document.heading(translate("Letter", "Referrals"))
    if detail.referrals:
        document.add(_referrals(dossier, sheet.made_at))
    else:
        document.paragraph(translate("Letter", "It was not referred."), _QUIET)
    document.heading(translate("Letter", "Attachments"))
    files = [one for one in dossier.files if not one.removed]
    if files:
        document.add(_attachments(files))
    else:
        document.paragraph(translate("Letter", "There are none."), _QUIET)
    document.heading(translate("Letter", "History"))
    document.add(_history(dossier))
    return document.to_bytes()


def _further_texts(document: PersianDocument, dossier: Dossier) -> None:
    """Adds later messages of the petitioner: the latest ones, and the number of omitted ones."""
    detail = dossier.detail
    if not detail.further:
        return
    document.heading(translate("Letter", "Further texts of the sender"))
    for message in detail.messages:
        moment = _moment(message.received_at)
        words = translate("Letter", "{moment}, {channel}")
        if message.other_sender:
            words = translate("Letter", "{moment}, {channel}, from another sender")
        head = fill(words, moment=moment, channel=label("channel", message.channel))
        document.add(Paragraph(head, _QUIET, gap=4.0, keep_with_next=True))
        for line in dossier.words(message.text).splitlines():
            document.paragraph(line, _TEXT, gap=2.0)
    hidden = detail.further - len(detail.messages)
    if hidden:
        words = translate("Letter", "{count} earlier ones are not printed here; they stand in the program.")
        document.paragraph(fill(words, count=hidden), _QUIET)


def dwell_words(sent: datetime, until: datetime) -> str:
    """Formats a dwell time in whole days, or in hours below one day."""
    hours = int((until - sent).total_seconds() // 3600)
    if hours < 1:
        return translate("Letter", "less than an hour")
    if hours < 24:
        return fill(translate("Letter", "{n} hours"), n=hours)
    return fill(translate("Letter", "{n} days"), n=hours // 24)


def _document(sheet: LetterSheet, detail: PetitionDetail) -> PersianDocument:
    details = [
        (translate("Letter", "Registry number"), isolated(digits(detail.registry))),
        (translate("Letter", "Printed"), _moment(sheet.made_at)),
    ]
    document = PersianDocument(
        sheet.subject,
        made_at=sheet.made_at,
        letterhead=letterhead_of(sheet, details),
        layout=_SHEET,
        running=running_facts(details),
    )
    document.heading(sheet.subject, 0)
    for paragraph in sheet.paragraphs:
        document.paragraph(paragraph, _TEXT, gap=4.0)
    document.spacer(4)
    return document


def _facts(detail: PetitionDetail, also: Sequence[tuple[str, str]] = ()) -> Table:
    pairs = [
        (translate("Letter", "Petitioner"), shown(detail.petitioner_name) or "—"),
        (translate("Letter", "Tracking code"), shown_code(detail.tracking_code)),
        (translate("Letter", "Subject"), subject_on_paper(detail.subject) or "—"),
        (translate("Letter", "Kind"), label("kind", detail.kind.value)),
        (translate("Letter", "About"), shown(detail.about)),
        (translate("Letter", "Channel"), label("channel", detail.channel)),
        (translate("Letter", "Received"), _moment(detail.received_at)),
        (translate("Letter", "State"), label("status", detail.status.value)),
        (translate("Letter", "Unit"), shown(detail.unit_name) or "—"),
        (translate("Letter", "Clerk"), shown(detail.assignee_name) or "—"),
        (translate("Letter", "Deadline"), short_date(detail.due_on) if detail.due_on else "—"),
        (translate("Letter", "Urgency"), label("urgency", detail.urgency)),
        (translate("Letter", "Outcome"), label("outcome", detail.outcome) if detail.outcome else ""),
        (translate("Letter", "Letter number"), isolated(digits(shown(detail.letter_number or "")))),
        *also,
    ]
    filled_pairs = [(name, value) for name, value in pairs if value.strip("\u2066\u2069 ")]
    if len(filled_pairs) % 2:
        filled_pairs.append(("", ""))
    rows: list[list[Words]] = [
        [
            _named(filled_pairs[at][0]),
            filled_pairs[at][1],
            _named(filled_pairs[at + 1][0]),
            filled_pairs[at + 1][1],
        ]
        for at in range(0, len(filled_pairs), 2)
    ]
    columns = [
        PdfColumn(translate("Letter", "Facts"), width=78.0),
        PdfColumn(""),
        PdfColumn("", width=78.0),
        PdfColumn(""),
    ]
    return Table(columns, rows, style=_TABLE)


def _contact(detail: PetitionDetail) -> list[tuple[str, str]]:
    """Contact data; already masked for people who do not work on the petition, as on the screen."""
    return [
        (translate("Letter", "Group"), label("group", detail.petitioner_group) if detail.petitioner_group else ""),
        (translate("Letter", "National ID"), isolated(digits(shown(detail.national_id)))),
        (translate("Letter", "Mobile"), isolated(digits(shown(detail.mobile)))),
        (translate("Letter", "E-mail"), isolated(shown(detail.email))),
    ]  # fmt: skip


def _referral_facts(referral: ReferralRow) -> Table:
    columns = [
        PdfColumn(translate("Letter", "From")),
        PdfColumn(translate("Letter", "To"), weight=1.4),
        PdfColumn(translate("Letter", "Purpose"), width=80.0),
        PdfColumn(translate("Letter", "Sent"), width=96.0),
        PdfColumn(translate("Letter", "Answer due"), width=70.0),
    ]
    row: list[Words] = [
        " · ".join(part for part in (shown(referral.from_unit), shown(referral.sent_by)) if part) or "—",
        place_of(referral),
        label("purpose", referral.purpose.value),
        _moment(referral.sent_at),
        short_date(referral.due_on) if referral.due_on else "—",
    ]
    return Table(columns, [row], style=_TABLE)


def _referrals(dossier: Dossier, now: datetime) -> Table:
    columns = [
        PdfColumn(translate("Letter", "To"), weight=1.2),
        PdfColumn(translate("Letter", "Order"), weight=1.6),
        PdfColumn(translate("Letter", "Sent"), width=_NARROW),
        PdfColumn(translate("Letter", "Seen"), width=_NARROW),
        PdfColumn(translate("Letter", "Done"), width=_NARROW),
        PdfColumn(translate("Letter", "Dwell time"), width=58.0),
    ]
    rows = [_referral_row(dossier, referral, now) for referral in dossier.detail.referrals]
    return Table(columns, rows, style=_TABLE, tears=True)


def _referral_row(dossier: Dossier, referral: ReferralRow, now: datetime) -> list[Words]:
    until = referral.acted_at or dossier.detail.resolved_at or now
    dwell = dwell_words(referral.sent_at, max(until, referral.sent_at))
    if until == now:
        dwell = fill(translate("Letter", "{dwell} so far"), dwell=dwell)
    order = [label("purpose", referral.purpose.value), dossier.words(" ".join(referral.order_note.split()))]
    if referral.answer:
        answer = dossier.words(" ".join(referral.answer.split()))
        order.append(fill(translate("Letter", "Answer: {answer}"), answer=answer))
    return [
        place_of(referral),
        "\n".join(part for part in order if part),
        *(
            _moment(at).replace("، ", "\n") if at else "—"
            for at in (referral.sent_at, referral.seen_at, referral.acted_at)
        ),
        dwell,
    ]


def _letters(dossier: Dossier) -> Table:
    columns = [
        PdfColumn(translate("Letter", "Number"), width=90.0),
        PdfColumn(translate("Letter", "Date issued"), width=_MOMENT),
        PdfColumn(translate("Letter", "Issued by")),
        PdfColumn(translate("Letter", "Classification"), width=80.0),
        PdfColumn(translate("Letter", "Copies to"), weight=1.6),
    ]
    rows: list[list[Words]] = [
        [
            isolated(digits(one.number)),
            _moment(one.issued_at),
            shown(one.issued_by),
            label("classification", one.choices.classification),
            visible_lines(one.choices.copies) or "—",
        ]
        for one in dossier.letters
    ]
    return Table(columns, rows, style=_TABLE)


def _attachments(files: Sequence[FileRow]) -> Table:
    columns = [
        PdfColumn(translate("Letter", "File")),
        PdfColumn(translate("Letter", "Size"), width=80.0),
        PdfColumn(translate("Letter", "Added by"), width=120.0),
        PdfColumn(translate("Letter", "Added"), width=96.0),
    ]
    rows: list[list[Words]] = [
        [shown_name(one.name), _size(one.size), shown(one.added_by), _moment(one.added_at)] for one in files
    ]
    return Table(columns, rows, style=_TABLE)


def _history(dossier: Dossier) -> Table:
    columns = [
        PdfColumn(translate("Letter", "When"), width=_MOMENT),
        PdfColumn(translate("Letter", "What happened")),
    ]
    rows = [_event_row(dossier, event) for event in dossier.events]
    return Table(columns, rows, style=_TABLE, tears=True)


def _event_row(dossier: Dossier, event: Event) -> list[Words]:
    what = sentence(event, None)
    # A sentence about a correction has its changes.
    told = not event.before or event.action == "registration_corrected"
    changes = "" if told else dossier.words(_changes(event))
    # The full text of a reply is printed in its own section above.
    text = (
        "" if event.action in {"resolve", "submit", "draft", "interim_reply"} else dossier.words(event.text)
    )
    runs = [TextRun(masked(what) if dossier.detail.masked else what, Weight.MEDIUM)]
    runs.extend(
        TextRun(f"\n{part}", colour=colour) for part, colour in ((changes, QUIET_INK), (text, None)) if part
    )
    return [_moment(event.at), runs]


@dataclass(frozen=True, slots=True)
class _WritingLine(Slab):
    """A ruled line for handwriting; the block has a single piece."""

    @property
    def height(self) -> float:
        return _HAND

    def draw(self, paper: Paper, top: float) -> None:
        paper.mark(None)
        paper.rule(top - self.height, paper.left, paper.right, 0.5, HAIRLINE)


def _changes(event: Event) -> str:
    """Describes the changed fields of an event in words, because the font has no arrows."""
    fields = field_words("petition", event.before, event.after)
    return translate("Window", ", ").join(_change(one) for one in fields if one.changed)


def _change(one: FieldWords) -> str:
    had, has = (words not in ("", NO_VALUE) for words in (one.before, one.after))
    if had and has:
        template = translate("Letter", "{field}: from {before} to {after}")
    else:
        template = (
            translate("Letter", "{field}: {after}") if has else translate("Letter", "{field}: none any more")
        )
    return fill(template, field=one.name, before=one.before, after=one.after)


def _words_of_the_sender(document: PersianDocument, dossier: Dossier) -> None:
    kind = label("kind", dossier.detail.kind.value)
    document.heading(fill(translate("Letter", "Text of the {kind}"), kind=kind))
    for line in dossier.words(dossier.detail.text).splitlines():
        if line.strip():
            document.paragraph(line, _TEXT, gap=2.0)


def _named(name: str) -> Words:
    return (TextRun(name, colour=QUIET_INK),)


def _moment(moment: datetime) -> str:
    return f"{short_date(tehran_day(moment))}، {clock_time(moment)}"


def _size(count: int) -> str:
    if count < 1024 * 1024:
        return fill(translate("Letter", "{n} kB"), n=number(max(1, round(count / 1024))))
    return fill(translate("Letter", "{n} MB"), n=number(count / 1024 / 1024, decimals=1))
