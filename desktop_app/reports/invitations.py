"""Inviting on paper and by e-mail: a letter a page, a mail a file, and the list; what goes out is made here, and sent
by the office."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from desktop_app.errors import FolderInUseError, NotWrittenError
from desktop_app.instruments.drafting import InstrumentDetail
from desktop_app.instruments.invitations import Answer, InvitationRow
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.experts import ExpertWords
from desktop_app.persian.dates import long_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Sheet, write_workbook

_NO_HEADER = {ord("\r"): " ", ord("\n"): " "}


def subject(detail: InstrumentDetail) -> str:
    """What the letter is about."""
    return fill(translate("Invitation", "Invitation to comment: {title}"), title=detail.row.title)


def letter_words(detail: InstrumentDetail, expert: ExpertWords, settings: OfficeSettings) -> list[str]:
    """The paragraphs of a letter."""
    row = detail.row
    to = expert.name if not expert.organisation else f"{expert.name}، {expert.organisation}"
    words = [
        fill(translate("Invitation", "To {name}"), name=to),
        translate("Invitation", "With greetings,"),
        fill(
            translate("Invitation", "The draft “{title}” ({kind}, code {code}) stands before the public."),
            title=row.title,
            kind=label("instrument_kind", row.kind.value),
            code=isolated(digits(row.code)),
        )
        + " "
        + _until(detail),
    ]
    if expert.fields:
        fields = translate("Invitation", ", ").join(expert.fields)
        words.append(
            fill(
                translate(
                    "Invitation", "Because of your knowledge of {fields} the office asks for your view."
                ),
                fields=fields,
            )
        )
    place = label("publishing", detail.exposure.place if detail.exposure is not None else "portal")
    words.append(
        fill(
            translate(
                "Invitation",
                "The text and the feedback form are on the {place}. What is decided on each comment, and why, is"
                " published.",
            ),
            place=place,
        )
    )
    words.append(settings.office_name)
    return words


def letters_pdf(
    detail: InstrumentDetail,
    invited: Sequence[InvitationRow],
    settings: OfficeSettings,
    made_at: datetime,
) -> bytes:
    """A page for each; the address stands where the window of an envelope is."""
    from desktop_app.reports.pdf.document import PersianDocument  # noqa: PLC0415 - reportlab, fonts
    from desktop_app.reports.pdf.flow import PageTurn  # noqa: PLC0415
    from desktop_app.reports.pdf.lines import TextStyle  # noqa: PLC0415
    from desktop_app.reports.pdf.page import Letterhead  # noqa: PLC0415
    from desktop_app.reports.pdf.paragraph import Paragraph  # noqa: PLC0415

    text = TextStyle(size=11.0, leading=21.0, alignment="justified")
    details = [(translate("Invitation", "Date"), short_date(tehran_day(made_at)))]
    document = PersianDocument(
        subject(detail),
        made_at=made_at,
        letterhead=Letterhead([settings.ministry, settings.office_name], details),
    )
    for number, one in enumerate(invited):
        if number:
            document.add(PageTurn())
        words = one.expert.words
        document.spacer(20)
        for line in (words.name, words.organisation, *words.address.splitlines()):
            if line:
                document.add(Paragraph(visible_controls(line), TextStyle(size=10.5, leading=18.0), gap=0.0))
        document.spacer(28)
        document.heading(subject(detail))
        for paragraph in letter_words(detail, words, settings):
            document.paragraph(visible_controls(paragraph), text, gap=8.0)
    return document.to_bytes()


def mails(
    detail: InstrumentDetail, invited: Sequence[InvitationRow], settings: OfficeSettings
) -> dict[str, bytes]:
    """A mail (`.eml`, plain text) for each who has an address, by file name."""
    made: dict[str, bytes] = {}
    for one in invited:
        words = one.expert.words
        if not words.email:
            continue
        mail = EmailMessage(policy=SMTP)
        mail["To"] = words.email
        mail["Subject"] = subject(detail).translate(_NO_HEADER)
        mail["X-Unsent"] = "1"
        mail.set_content("\r\n\r\n".join(letter_words(detail, words, settings)) + "\r\n", charset="utf-8")
        made[f"{one.id}.eml"] = mail.as_bytes()
    return made


def list_xlsx(invited: Sequence[InvitationRow]) -> bytes:
    """The list: who was invited, how they are reached, who has answered."""
    header = (
        translate("Invitation", "Name"),
        translate("Invitation", "Organisation"),
        translate("Invitation", "Group"),
        translate("Invitation", "Fields"),
        translate("Invitation", "Mobile"),
        translate("Invitation", "E-mail"),
        translate("Invitation", "Address"),
        translate("Invitation", "Invited on"),
        translate("Invitation", "Answer"),
    )
    rows = [
        (
            one.expert.words.name,
            one.expert.words.organisation,
            label("group", one.expert.words.group),
            translate("Invitation", ", ").join(one.expert.words.fields),
            one.expert.words.mobile,
            one.expert.words.email,
            one.expert.words.address,
            tehran_day(one.invited_at),
            answer_words(one),
        )
        for one in invited
    ]
    widths = (26, 26, 14, 30, 14, 26, 40, 12, 20)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.xlsx")
        write_workbook([Sheet(translate("Invitation", "Invited"), rows, header, widths, wrapped=True)], path)
        return path.read_bytes()


def answer_words(one: InvitationRow) -> str:
    """«پاسخ داد»، «۲ نظر رسید»، «نپذیرفت»، «هنوز پاسخی نیست»."""
    if one.answer is Answer.DECLINED:
        return translate("Invitation", "Declined")
    if one.answer is Answer.ANSWERED:
        return translate("Invitation", "Answered")
    if one.comments:
        return fill(translate("Invitation", "{n} comments under this name"), n=one.comments)
    return translate("Invitation", "No answer yet")


def write_invitations(
    folder: Path,
    detail: InstrumentDetail,
    invited: Sequence[InvitationRow],
    settings: OfficeSettings,
    made_at: datetime,
) -> int:
    """Writes letters, mails and list into a new folder; how many mails. Raises `FolderInUseError`,
    `NotWrittenError`."""
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else (folder,)):
        raise FolderInUseError(name=folder.name)
    letters = letters_pdf(detail, invited, settings, made_at)
    sent = mails(detail, invited, settings)
    try:
        (folder / "mails").mkdir(parents=True, exist_ok=True)
        (folder / "letters.pdf").write_bytes(letters)
        (folder / "list.xlsx").write_bytes(list_xlsx(invited))
        for name, content in sent.items():
            (folder / "mails" / name).write_bytes(content)
    except OSError as error:
        raise NotWrittenError.because(folder.name, error) from error
    return len(sent)


def _until(detail: InstrumentDetail) -> str:
    if detail.row.closes_on is None:
        return translate("Invitation", "The end of the window will be told when it opens.")
    words = translate("Invitation", "Comments are taken until the end of {day}.")
    return fill(words, day=long_date(detail.row.closes_on))
