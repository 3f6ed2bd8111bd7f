"""Texts about messages to petitioners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.petitions.outbox.model import MessageState
from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.messages import became_words, message_words
from ui.widgets.roster import RosterRow

if TYPE_CHECKING:
    from desktop_app.intake.receipts import ReceiptsRead
    from desktop_app.petitions.outbox.delivery import HandedOn
    from desktop_app.petitions.outbox.service import OutboxRow


def choices() -> list[tuple[str, str]]:
    """Returns the choices above the list: code and text."""
    return [
        ("waiting", translate("Outbox", "Waiting")),
        ("failed", label("message_state", "failed")),
        ("sent", label("message_state", "sent")),
        ("delivered", label("message_state", "delivered")),
        ("all", translate("Outbox", "All")),
    ]


def _code(row: OutboxRow) -> str:
    code = spoken(row.tracking_code) if row.petition_id is not None else row.draft_code
    return isolated(digits(code))


def roster_row(row: OutboxRow) -> RosterRow:
    """Returns a message as a row of the list."""
    when = f"{short_date(tehran_day(row.made_at))} {clock_time(row.made_at)}"
    reason = became_words(row.state, None, row.reason) if row.reason else ""
    about = " · ".join(part for part in (when, _code(row), reason) if part)
    gone = row.state in (MessageState.CANCELLED, MessageState.RETRIED)
    return RosterRow(
        row.id, message_words(row.kind, row.way), about, not gone, label("message_state", row.state)
    )


def facts(row: OutboxRow) -> str:
    """Returns petition, address and times of a message."""
    of_petition = row.petition_id is not None
    about = translate("Outbox", "Petition {code}") if of_petition else translate("Outbox", "Draft {code}")
    lines = [fill(about, code=_code(row))]
    if row.address:
        address = digits(row.address) if row.way == "sms" else row.address
        lines.append(fill(translate("Outbox", "To {address}"), address=isolated(address)))
    moments: tuple[tuple[str, Any], ...] = (
        (translate("Outbox", "Written {day} at {time}"), row.made_at),
        (translate("Outbox", "Went out {day} at {time}"), row.sent_at),
    )
    for words, moment in moments:
        if moment is not None:
            lines.append(fill(words, day=short_date(tehran_day(moment)), time=clock_time(moment)))
    return "\n".join(lines)


def written_words(done: HandedOn) -> str:
    """Returns a summary of a run of the outbox."""
    files = translate("Outbox", "{count} messages were handed on in {files} files.")
    sentences = (
        (done.mailed, translate("Outbox", "{count} e-mails were handed to the mail server.")),
        (done.in_files or not done.mailed, fill(files, count=done.in_files, files=len(done.files))),
        (done.put_off, translate("Outbox", "{count} e-mails wait: the mail server does not take them now.")),
        (
            done.unsure,
            translate(
                "Outbox", "Of {count} e-mails it is not known whether they left: see “Did not arrive”."
            ),
        ),
        (done.without_folder, translate("Outbox", "{count} messages wait for a folder in the settings.")),
        (done.asked, translate("Outbox", "{count} petitioners are asked how satisfied they are.")),
        (done.earlier, translate("Outbox", "{count} earlier answers are told.")),
        (done.failed, translate("Outbox", "{count} cannot go out: see “Did not arrive”.")),
        (
            done.without_sender,
            translate("Outbox", "{count} e-mails wait for a sender's address in the settings."),
        ),
    )
    words = [fill(said, count=count) for count, said in sentences if count]
    for folder in dict.fromkeys(done.stuck):
        said = translate("Outbox", "Messages that are ready lie in {folder}, which is away.")
        words.append(fill(said, folder=isolated(folder)))
    words.extend(error_sentence(trouble) for trouble in done.troubles)
    return " ".join(words)


def receipts_words(read: Sequence[ReceiptsRead]) -> str:
    """Returns a summary of receipt files."""
    words = translate(
        "Outbox", "{delivered} arrived, {failed} did not; {unknown} receipts name no message or say nothing."
    )
    return fill(
        words,
        delivered=sum(one.noted.delivered for one in read),
        failed=sum(one.noted.failed for one in read),
        unknown=sum(len(one.noted.unknown) + len(one.faults) for one in read),
    )
