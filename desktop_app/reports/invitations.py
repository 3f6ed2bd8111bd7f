"""Invitations on paper and by e-mail: one letter per page, one mail per file, and the list of invitees.

The files are made here; the office sends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from desktop_app.errors import FolderInUseError, NotWrittenError
from desktop_app.instruments.consultation.invitations import InvitationRow
from desktop_app.instruments.vocabulary import InvitationAnswer
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.reports.letters.issuing import merged
from desktop_app.reports.letters.of_consultations import InvitationLetter
from desktop_app.reports.numbers import gregorian_title
from desktop_app.scratch import scratch_folder
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Sheet, write_workbook

_NO_HEADER = {ord("\r"): " ", ord("\n"): " "}


def mails(letters: Sequence[InvitationLetter]) -> dict[str, bytes]:
    """Returns a mail (`.eml`, plain text) for each expert with an address, by file name.

    Each contains the text of the letter.
    """
    made: dict[str, bytes] = {}
    for one in letters:
        words, sheet = one.invitation.expert.words, one.sheet
        if not words.email:
            continue
        mail = EmailMessage(policy=SMTP)
        mail["To"] = words.email
        mail["Subject"] = sheet.subject.translate(_NO_HEADER)
        mail["X-Unsent"] = "1"
        to = words.name if not words.organisation else f"{words.name}، {words.organisation}"
        signed = "\r\n".join(part for part in (sheet.signer, sheet.signer_title) if part)
        content = [
            fill(translate("Invitation", "To {name}"), name=visible_controls(to)),
            *sheet.paragraphs,
            signed or sheet.settings.office_name,
        ]
        mail.set_content("\r\n\r\n".join(content) + "\r\n", charset="utf-8")
        made[f"{one.invitation.id}.eml"] = mail.as_bytes()
    return made


def list_xlsx(invited: Sequence[InvitationRow]) -> bytes:
    """Returns the list of invitees: names, contact data and answers."""
    header = (
        translate("Invitation", "Name"),
        translate("Invitation", "Organisation"),
        translate("Invitation", "Group"),
        translate("Invitation", "Fields"),
        translate("Invitation", "Mobile"),
        translate("Invitation", "E-mail"),
        translate("Invitation", "Address"),
        translate("Invitation", "Invited on"),
        gregorian_title(translate("Invitation", "Invited on")),
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
            short_date(tehran_day(one.invited_at)),
            tehran_day(one.invited_at),
            answer_words(one),
        )
        for one in invited
    ]
    widths = (26, 26, 14, 30, 14, 26, 40, 12, 12, 20)
    with scratch_folder() as folder:
        path = folder / "list.xlsx"
        name = translate("Invitation", "Invited")
        write_workbook([Sheet(name, rows, header, widths, wrapped=True, title=name)], path)
        return path.read_bytes()


def answer_words(one: InvitationRow) -> str:
    """The answer: «پاسخ داد»، «۲ نظر رسید»، «نپذیرفت»، «هنوز پاسخی نیست»."""
    if one.answer is InvitationAnswer.DECLINED:
        return translate("Invitation", "Declined")
    if one.answer is InvitationAnswer.ANSWERED:
        return translate("Invitation", "Answered")
    if one.comments:
        return fill(translate("Invitation", "{n} comments under this name"), n=one.comments)
    return translate("Invitation", "No answer yet")


def write_invitations(folder: Path, letters: Sequence[InvitationLetter]) -> int:
    """Writes letters, mails and list into a new folder and returns the number of mails.

    Raises `FolderInUseError`, `NotWrittenError`.
    """
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else (folder,)):
        raise FolderInUseError(name=folder.name)
    pages, sent = merged([one.pdf for one in letters]), mails(letters)
    invited = [one.invitation for one in letters]
    try:
        (folder / "mails").mkdir(parents=True, exist_ok=True)
        (folder / "letters.pdf").write_bytes(pages)
        (folder / "list.xlsx").write_bytes(list_xlsx(invited))
        for name, content in sent.items():
            (folder / "mails" / name).write_bytes(content)
    except OSError as error:
        raise NotWrittenError.because(folder.name, error) from error
    return len(sent)
