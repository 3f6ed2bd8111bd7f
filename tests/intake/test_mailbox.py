"""Mail as comments: charsets that lie, mark-up, quoted mails and signatures apart, attachments named, what programs
send set aside; and mails that are made to harm."""

from __future__ import annotations

import sys
import time
import tracemalloc
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import ForeignReader
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.mail_message import read_mail
from desktop_app.intake.formats.mailbox import as_mbox
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TableFormat, TabularRow
from desktop_app.intake.imports.rejects import RejectedRows

WORDS = "مدت پروانه در ماده ۲ کم است.\nدو سال بهتر است."


def mail(
    text: str = WORDS, *, subject: str = "نظر درباره ماده ۲", sender: str = "مریم سعیدی <maryam@example.ir>"
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "office@example.ir", subject
    made["Date"], made["Message-ID"] = "Fri, 20 Nov 2026 09:30:00 +0330", "<1@example.ir>"
    made.set_content(text)
    return made


def rows_of(path: Path) -> list[TabularRow]:
    return list(read_rows(open_table(path)))


def eml(folder: Path, data: bytes) -> TabularRow:
    path = folder / "one.eml"
    path.write_bytes(data)
    (row,) = rows_of(path)
    return row


def test_a_mail_is_a_row_with_its_sender_day_and_words(tmp_path: Path) -> None:
    row = eml(tmp_path, mail().as_bytes())
    assert (row.number, row.fault) == (1, "")
    told = [
        row.cells[name] for name in ("message id", "sender", "email", "subject", "received_at", "channel")
    ]
    assert told == [
        "1@example.ir", "مریم سعیدی", "maryam@example.ir", "نظر درباره ماده ۲", "2026-11-20 09:30:00+03:30", "email",
    ]  # fmt: skip
    assert row.cells["text"] == WORDS


@pytest.mark.parametrize(
    ("claims", "is_"),
    [
        ("utf-8", "utf-8"),
        ("windows-1256", "windows-1256"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1256", "utf-8"),
        ("iso-8859-1", "windows-1256"),
        ("utf-8", "windows-1256"),
        ("x-no-such-charset", "utf-8"),
        ("zip", "utf-8"),
        ("unicode_escape", "utf-8"),
    ],
)
def test_a_charset_that_lies_changes_no_word(tmp_path: Path, claims: str, is_: str) -> None:
    words = "این ماده روشن نیست و باید اصلاح شود".replace("ی", "ي") if is_ == "windows-1256" else WORDS
    kind = f"Content-Type: text/plain; charset={claims}\nContent-Transfer-Encoding: 8bit"
    head = f"From: a@b.ir\nSubject: x\n{kind}\n\n"
    assert eml(tmp_path, head.encode() + words.encode(is_)).cells["text"] == words


def test_of_mark_up_the_words_stay_and_nothing_runs(tmp_path: Path) -> None:
    made = mail()
    made.set_content(
        "<p>ماده ۲ <b>کوتاه</b> است.</p><script>alert(1)</script><style>p{}</style><p>دو سال &amp; بیشتر</p>"
        '<blockquote type="cite"><p>نامه پیشین</p></blockquote>',
        subtype="html",
    )
    row = eml(tmp_path, made.as_bytes())
    assert row.cells["text"] == "ماده ۲ کوتاه است.\nدو سال & بیشتر"
    assert row.cells["quoted mail"] == "نامه پیشین"


def test_quoted_mails_and_signatures_stand_apart(tmp_path: Path) -> None:
    row = eml(
        tmp_path,
        mail(
            f"{WORDS}\n\n-- \nمریم سعیدی، ناشر\n\nOn Mon, 2 Nov 2026, the office wrote:\n> متن پیش‌نویس\n> سطر دوم\n"
        ).as_bytes(),
    )
    assert row.cells["text"] == WORDS
    assert row.cells["signature"] == "مریم سعیدی، ناشر"
    assert "متن پیش‌نویس" in row.cells["quoted mail"]


def test_what_is_only_sent_on_is_not_lost(tmp_path: Path) -> None:
    row = eml(tmp_path, mail(f"---------- Forwarded message ----------\n{WORDS}").as_bytes())
    assert WORDS in row.cells["text"]


def test_attachments_are_named_and_never_opened(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment(
        b"PK\x03\x04" + b"\0" * 5_000, maintype="application", subtype="zip", filename="بمب.zip"
    )
    made.add_attachment("متن", filename="یادداشت.txt")
    row = eml(tmp_path, made.as_bytes())
    assert row.cells["attachments"] == "بمب.zip\nیادداشت.txt"
    assert row.cells["text"] == WORDS


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({"Auto-Submitted": "auto-replied"}, UnreadableRow.AUTOMATIC_REPLY),
        ({"X-Autoreply": "yes"}, UnreadableRow.AUTOMATIC_REPLY),
        ({"Subject": "Out of Office: x"}, UnreadableRow.AUTOMATIC_REPLY),
        ({"Subject": "پاسخ خودکار: نظر"}, UnreadableRow.AUTOMATIC_REPLY),
        ({"From": "Mailer-Daemon@example.ir"}, UnreadableRow.BOUNCE),
        ({"Auto-Submitted": "no"}, ""),
    ],
)
def test_what_programs_send_is_set_aside(tmp_path: Path, headers: dict[str, str], fault: str) -> None:
    made = mail()
    for name, value in headers.items():
        del made[name]
        made[name] = value
    assert eml(tmp_path, made.as_bytes()).fault == fault


def test_a_mailbox_is_a_row_for_each_mail_and_what_is_rejected_comes_back_as_it_came(tmp_path: Path) -> None:
    away = mail("نیستم", subject="پاسخ خودکار")
    odd = mail("From the office, a line that begins like a mail.\n\nFrom here on.")
    path = tmp_path / "all.mbox"
    path.write_bytes(as_mbox(one.as_bytes() for one in (mail(), away, odd)))
    table = open_table(path)
    rows = list(read_rows(table))
    assert (table.format, table.rows) == (TableFormat.MAIL, 3)
    assert [row.fault for row in rows] == ["", UnreadableRow.AUTOMATIC_REPLY, ""]
    rejects = RejectedRows()
    rejects.add(table, rows[1])
    (written,) = rejects.write(tmp_path / "rejected")
    assert written == tmp_path / "rejected"
    back = open_table(written.rename(tmp_path / "back.mbox"))
    assert [row.cells["text"] for row in read_rows(back)] == ["نیستم"]


@pytest.mark.parametrize("deep", [120, 1_000, 20_000])
def test_parts_in_parts_without_end_are_one_refused_row(tmp_path: Path, deep: int) -> None:
    nested = "From: a@b.ir\nSubject: x\n" + "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(deep)
    )
    assert eml(tmp_path, nested.encode()).fault == UnreadableRow.TOO_MANY_PARTS


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"From: " + b"(" * 200_000 + b"\nSubject: x\n\nhello", (UnreadableRow.NOT_A_MAIL, "", "")),
        (b"From: a@b.ir\nSubject: =?utf-8?b?" + b"A" * 300_000 + b"?=\n\nhello", ("", "hello", "a@b.ir")),
        (b"From: a@b.ir\nDate: " + b"1 " * 50_000 + b"\n\nhello", ("", "hello", "a@b.ir")),
        (
            b"From: a@b.ir\nContent-Type: text/plain; charset*0*=" + b"x" * 200_000 + b"\n\nhello",
            (UnreadableRow.TOO_MANY_PARTS, "", ""),
        ),
        (b"From: a@b.ir\n" + b"X-A: b\n" * 100_000 + b"\nhello", (UnreadableRow.TOO_MANY_PARTS, "", "")),
        (
            b'From: a@b.ir\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
            + b"X: b\n" * 100_000
            + b"\nhello",
            (UnreadableRow.TOO_MANY_PARTS, "", ""),
        ),
        (
            b"From: a@b.ir\nContent-Type: text/html\n\n" + b"<div>" * 100_000,
            (UnreadableRow.NOT_A_MAIL, "", ""),
        ),
        (
            b"From: =?x?q?=00=ff?= <\xff\xfe>\nSubject: \x00\n\n\x00\x01",
            ("", "\x00\x01", "\ufffd\ufffd"),
        ),
        (b"", (UnreadableRow.NOT_A_MAIL, "", "")),
    ],
    ids=[
        "brackets",
        "encoded word",
        "date",
        "parameter",
        "headers",
        "headers of a part",
        "mark-up",
        "bytes",
        "nothing",
    ],
)
def test_a_mail_that_is_made_to_harm_comes_back_within_bounded_memory(
    data: bytes, read: tuple[str, str, str]
) -> None:
    began = time.process_time()
    tracemalloc.start()
    try:
        found = read_mail(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (found.fault, found.words.own, found.address) == read
    assert peak < 40 * 2**20
    assert time.process_time() - began < 5


def test_a_mail_file_that_is_none_or_too_large_is_refused_in_one_sentence(tmp_path: Path) -> None:
    none = tmp_path / "none.eml"
    none.write_bytes(b"\x00\x01\x02 no mail at all")
    with pytest.raises(BadFileError) as caught:
        open_table(none)
    assert caught.value.parameters["reason"] == TableFault.NOT_MAIL
    large = tmp_path / "large.mbox"
    with large.open("wb") as file:
        file.truncate(101 * 2**20)
    with pytest.raises(BadFileError) as caught:
        open_table(large)
    assert caught.value.parameters["reason"] == TableFault.TABLE_TOO_LARGE


def test_one_mail_of_a_mailbox_that_is_too_large_costs_that_row_alone(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    with path.open("wb") as file:
        file.write(b"From - x\nFrom: a@b.ir\n\n")
        for _ in range(31):
            file.write((b"x" * 1023 + b"\n") * 1024)
        file.write(b"\n" + as_mbox(iter([mail().as_bytes()])))
    tracemalloc.start()
    try:
        rows = rows_of(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [row.fault for row in rows] == [UnreadableRow.MAIL_TOO_LARGE, ""]
    assert peak < 20 * 2**20


def test_a_nul_in_a_mail_costs_no_other_mail(tmp_path: Path) -> None:
    path = tmp_path / "in.mbox"
    mails = [
        b"From: a@example.ir\nSubject: \x00one\n\n\x00first",
        b"From: b@example.ir\nSubject: two\n\nsecond",
    ]
    path.write_bytes(as_mbox(iter(mails)))
    assert [row.cells["text"].strip() for row in read_rows(open_table(path))] == ["\x00first", "second"]


def test_a_mail_that_ends_the_process_costs_that_row_and_the_third_one_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mails with a mark end a process that otherwise reads as that of the program does."""
    script = tmp_path / "killed.py"
    script.write_text(
        "import os\n"
        "from desktop_app import foreign_jobs\n"
        "from desktop_app.foreign.serving import serve\n"
        "read = foreign_jobs.JOBS['mails']\n"
        "serve({'mails': lambda words, data: os._exit(9) if b'MARK' in data else read(words, data)})\n",
        encoding="utf-8",
    )
    reader = ForeignReader([sys.executable, str(script)])
    monkeypatch.setattr("desktop_app.intake.formats.mailbox.READER", reader)
    path = tmp_path / "in.mbox"
    marked, good = mail("MARK").as_bytes(), mail().as_bytes()
    path.write_bytes(as_mbox(iter((good, marked, good, marked, good))))
    assert [(row.number, row.fault) for row in rows_of(path)] == [
        (1, ""), (2, UnreadableRow.READER_CRASHED), (3, ""), (4, UnreadableRow.READER_CRASHED), (5, ""),
    ]  # fmt: skip
    path.write_bytes(as_mbox(iter((marked, marked, good, marked, good))))
    read: list[TabularRow] = []
    with pytest.raises(BadFileError) as caught:
        read.extend(read_rows(open_table(path)))
    assert caught.value.parameters == {"name": "in.mbox", "reason": ReaderFault.READER_CRASHED}
    assert [row.fault for row in read] == [UnreadableRow.READER_CRASHED, UnreadableRow.READER_CRASHED, ""]
    reader.close()
