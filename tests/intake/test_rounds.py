"""Watched folders, on both engines: every file once, whatever breaks."""

from __future__ import annotations

import base64
import os
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import psutil
import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError
from desktop_app.intake.sources.model import Matter, SourceKind
from desktop_app.intake.sources.places import FolderPlace
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceRow, SourceSettings
from desktop_app.petitions.vocabulary import Channel
from desktop_app.wording.errors import error_sentence
from tests.clocks import server_now
from tests.department import TestOffice
from tests.intake.staged import petitions
from tests.intake.tables import GOOD, HEADER, write_csv, write_jsonl, write_xlsx
from tests.intake.watching import aged, folder, go, names, source
from tests.ui.consultation import FIRST, draft, open_window

__all__ = ["folder"]


def test_files_become_petitions_in_the_order_of_their_times_and_are_put_away_with_reports(
    office: TestOffice, folder: Path
) -> None:
    source(office, folder)
    aged(write_xlsx(folder / "a.xlsx", GOOD[2:]), 20)
    aged(write_csv(folder / "b.csv", [*GOOD[:1], ("P-9", "", "", "متن بی نوع", "", "", "", "")]), 10)
    done = go(office)
    assert (done.taken.petitions, done.taken.quarantined) == (2, 1)
    assert [one.external_id for one in petitions(office)] == ["P-1", "P-3"]
    assert [(one.name, one.created, one.quarantined) for one in done.files] == [
        ("b.csv", 1, 1),
        ("a.xlsx", 1, 0),
    ]
    assert names(folder) == ["done/a.xlsx", "done/a.xlsx.report.txt", "done/b.csv", "done/b.csv.report.txt"]
    report = (folder / "done/b.csv.report.txt").read_text("utf-8-sig")
    assert "۱ جدید" in report
    assert "ردیف ۳" in report
    assert "متن بی نوع" not in report
    (waits,) = office.services.staging.quarantined(office.manager)
    assert (waits.file, waits.row, waits.payload["شناسه"]) == ("b.csv", 3, "P-9")
    office.services.staging.mend(office.manager, waits.id, waits.payload | {"kind": "شکایت"})
    assert go(office).taken.petitions == 1
    origin = office.services.tracing.of_petition(office.manager, petitions(office)[-1].id).origins[0]
    assert origin is not None
    assert (origin.source, origin.file, origin.row) == ("portal", "b.csv", 3)
    assert "kind" not in origin.payload
    assert verify(office.services.database).ok


def test_ten_exports_in_ten_formats_are_one_petition_a_row(office: TestOffice, folder: Path) -> None:
    source(office, folder)
    bad = ("P-8", "", "", "بی نوع", "", "", "", "")
    rows = [*GOOD, bad]
    write_csv(folder / "1.csv", rows)
    write_csv(folder / "2.csv", rows, encoding="utf-8-sig", delimiter=";")
    write_csv(folder / "3.csv", rows, encoding="utf-16", delimiter="\t")
    write_csv(folder / "4.tsv", rows, delimiter="\t")
    old = str.maketrans("ی۱۴۰۵۸۳", "ي140583")
    header, *older = [[str(cell).translate(old) for cell in row] for row in (HEADER, *rows)]
    write_csv(folder / "5.txt", older, header, encoding="windows-1256", delimiter="|", line_end="\n")
    write_xlsx(folder / "6.xlsx", rows)
    write_xlsx(folder / "7.xlsm", rows)
    write_jsonl(folder / "8.jsonl", rows)
    write_jsonl(folder / "9.ndjson", rows)
    write_csv(folder / "10.csv", [row[::-1] for row in rows], HEADER[::-1])
    for path in folder.iterdir():
        aged(path)
    done = go(office)
    assert [one.external_id for one in petitions(office)] == ["P-1", "P-2", "P-3"]
    assert len(done.files) == 10
    assert all(one.created + one.already_present + one.quarantined == 4 for one in done.files)
    # What waits to be mended waits once.
    assert len(office.services.staging.quarantined(office.manager)) == 1
    write_csv(folder / "1.csv", rows)
    aged(folder / "1.csv")
    (again,) = go(office).files
    assert (again.created, again.already_present, again.kept_as) == (0, 4, "1 (2).csv")
    assert (folder / "done/1.csv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_not_utf8_is_stored_readable_and_the_round_goes_on(
    office: TestOffice, folder: Path
) -> None:
    source(office, folder)
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.csv"))
    write_csv(folder / "b.csv", GOOD[2:]).rename(odd)
    aged(odd, 20)
    (folder / os.fsdecode(b"\xff\xfe.csv")).write_bytes(b"\x00\x00")
    aged(write_csv(folder / "c.csv", GOOD[:2]), 10)
    done = go(office)
    assert done.taken.petitions == 3
    assert {one.name for one in done.files} == {"caf%E9.csv", "%FF%FE.csv", "c.csv"}
    assert {name for name in names(folder) if name.endswith(".csv")} == {
        "done/caf%E9.csv", "rejected/%FF%FE.csv", "done/c.csv",
    }  # fmt: skip
    assert go(office).files == []


def test_damaged_rows_wait_in_quarantine_and_the_good_ones_are_taken_in(
    office: TestOffice, folder: Path
) -> None:
    source(office, folder)
    nul, byte = list(GOOD[0]), list(GOOD[1])
    nul[3], byte[3] = "متن\0بریده", "متن?بریده"
    path = write_csv(folder / "a.csv", [tuple(nul), tuple(byte), *GOOD[2:]])
    path.write_bytes(path.read_bytes().replace("متن?".encode(), "متن".encode() + b"\xe9"))
    aged(path, 20)
    done = go(office)
    assert done.taken.petitions == 1
    (one,) = done.files
    assert (one.created, one.unreadable) == (1, 2)
    rejects = (folder / "done/a.rejects.csv").read_bytes()
    assert "متن".encode() + b"\xe9" in rejects


def test_what_is_still_written_waits_for_the_next_round(sqlite_office: TestOffice, folder: Path) -> None:
    office = sqlite_office
    source(office, folder)
    path = write_csv(folder / "new.csv")

    class Writing(FolderPlace):
        """Somebody writes on while we look."""

        def fetch(self, item: Any, room: Path) -> Any:
            with path.open("a", encoding="utf-8") as file:
                file.write("P-4,درخواست,,متن چهارم,,,,\r\n")
            return super().fetch(item, room)

    class Watching(Rounds):
        def _place(self, source: SourceRow) -> Any:
            return Writing(source.settings.name, folder, 0)

    services = office.services
    first = Watching(services.database, services.staging, services.sources, pause=0).run(office.manager)
    assert (first.waiting, first.files, petitions(office)) == ([("portal", "new.csv")], [], [])
    (folder / "half.csv.part").write_text("x", "utf-8")
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - not on Windows

        with path.open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            assert go(office).waiting == [("portal", "new.csv")]
    assert go(office).taken.petitions == 4
    assert names(folder) == ["done/new.csv", "done/new.csv.report.txt", "half.csv.part"]


def test_a_file_that_grows_between_two_looks_waits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_csv(folder / "new.csv")
    os.utime(path, (server_now().timestamp(),) * 2)
    place = FolderPlace("x", folder, 0.05)

    def grow(_seconds: float) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    # Another program writes during the pause between the two looks.
    monkeypatch.setattr(time, "sleep", grow)
    assert place.items(lambda _names: set()) == []
    assert place.waiting() == ("new.csv",)


def bytes_read() -> int:
    """What this process has read so far: from memory too, where the system counts that."""
    counters = psutil.Process().io_counters()
    return int(getattr(counters, "read_chars", counters.read_bytes))


def test_two_gigabytes_are_refused_in_a_sentence_before_they_are_read(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder)
    with (folder / "huge.csv").open("wb") as file:
        file.truncate(2 * 1024**3)
    aged(folder / "huge.csv")
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    aged(write_csv(folder / "columns.csv", [("x", "y")], ("الف", "ب")), 5)
    aged(write_csv(folder / "rows.csv", []), 6)
    aged(folder / "image.png", 7)
    read_before = bytes_read()
    done = go(office)
    assert bytes_read() - read_before < 256 * 1024**2
    assert [one.fault["reason"] for one in done.files] == [
        "table_too_large", "missing_columns", "no_rows", "unknown_table",
    ]  # fmt: skip
    assert names(folder)[0:2] == ["rejected/columns.csv", "rejected/columns.csv.report.txt"]
    assert (folder / "rejected/huge.csv").stat().st_size == 2 * 1024**3
    assert "۱۰۰ مگابایت" in (folder / "rejected/huge.csv.report.txt").read_text("utf-8-sig")
    assert not done.clean
    assert go(office).files == []


def test_a_folder_that_is_away_is_a_sentence_and_the_others_go_on(
    sqlite_office: TestOffice, folder: Path, tmp_path: Path
) -> None:
    office = sqlite_office
    source(office, tmp_path / "gone")
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "done").write_text("a file of this name", "utf-8")
    aged(write_csv(locked / "a.csv"))
    source(office, locked)
    source(office, folder)
    source(office, tmp_path / "off", active=False)
    aged(write_csv(folder / "a.csv"))
    done = go(office)
    assert [trouble.parameters["reason"] for trouble in done.troubles] == ["gone", "read_only"]
    assert "gone" in error_sentence(done.troubles[0])
    assert done.taken.petitions == 3
    assert (locked / "a.csv").exists()


def test_a_row_waits_in_quarantine_once_for_each_source(office: TestOffice, folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    unreadable, header = [("متن یکسان", "نوع ناشناخته")], ("متن", "نوع")
    for place in (folder, other):
        source(office, place)
        aged(write_csv(place / f"of-{place.name}.csv", unreadable, header))
    # From the same source it is the same row, whatever file it comes in and however it is spelled.
    respelled = [("متن  يكسان", "نوع ناشناخته"), ("متن دیگر", "درخواست")]
    aged(write_csv(folder / "again.csv", respelled, header), 1)
    go(office)
    waiting = office.services.staging.quarantined(office.manager)
    assert [one.file for one in waiting] == ["of-portal.csv", "of-other.csv"]


def test_a_mapping_that_was_saved_reads_files_whose_names_tell_nothing(
    office: TestOffice, folder: Path
) -> None:
    header = ("c1", "c2", "نوع")
    source(
        office, folder, mapping={"text": "c1", "external_id": "c2", "kind": ""}, petition_kind="complaint",
        channel=Channel.SINGLE_WINDOW,
    )  # fmt: skip
    aged(write_csv(folder / "a.csv", [("متن یکم", "W-1", "چیز دیگر")], header))
    # Other columns than were saved: their names tell.
    aged(write_csv(folder / "b.csv", [("متن دوم", "پیشنهاد")], ("متن", "نوع")), 1)
    assert go(office).taken.petitions == 2
    made = petitions(office)
    assert [(one.kind, one.channel, one.external_id) for one in made] == [
        ("complaint", "single_window", "W-1"),
        ("suggestion", "single_window", None),
    ]


def test_an_identifier_is_masked_in_what_arrived_also_where_only_the_mapping_knows_it(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    columns = {"text": "c1", "mobile": "c2", "unit": "c3"}
    source(office, folder, mapping=columns, petition_kind="request")
    aged(write_csv(folder / "a.csv", [("متن یکم", "0912111", office.books.name)], ("c1", "c2", "c3")))
    assert go(office).taken.quarantined == 1
    (waits,) = office.services.staging.quarantined(office.manager)
    office.services.staging.mend(office.manager, waits.id, waits.payload | {"c2": "09121112233"})
    assert go(office).taken.petitions == 1
    number = petitions(office)[0].id
    (theirs,) = office.services.tracing.of_petition(office.manager, number).origins
    assert "0912111" not in str(theirs.payload)
    assert "9121112" not in str(theirs.mended)


def test_mails_bring_their_attachments_and_what_programs_write_is_set_aside(
    office: TestOffice, folder: Path
) -> None:
    bomb = base64.b64encode(b"PK\x03\x04" + b"\0" * 400).decode()
    mail = (
        "From: Sara <sara@example.org>\nSubject: =?utf-8?b?2YXYrNmI2LI=?=\nMessage-ID: <m1@example.org>\n"
        "Date: Tue, 10 Nov 2026 10:00:00 +0330\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n'
        "Content-Transfer-Encoding: 8bit\n\nمتن رایانامه\n--x\nContent-Type: application/zip\n"
        'Content-Disposition: attachment; filename="a.zip"\nContent-Transfer-Encoding: base64\n\n'
        f"{bomb}\n--x\nContent-Type: message/rfc822\n\nSubject: within\n\nwords\n--x\nContent-Type: image/png;"
        ' name="empty.png"\nContent-Transfer-Encoding: base64\n\n\n--x--\n'
    )
    away = "From: a@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away\n"
    source(office, folder, channel=Channel.EMAIL, petition_kind="request")
    (folder / "1.eml").write_text(mail, "utf-8")
    (folder / "2.mbox").write_text(f"From - x\n{mail}\nFrom - y\n{away}", "utf-8")
    for at, name in enumerate(("1.eml", "2.mbox")):
        aged(folder / name, at)
    first, second = go(office).files
    assert (first.created, second.already_present, second.set_aside, second.clean) == (1, 1, 1, True)
    (made,) = petitions(office)
    assert (made.channel, made.kind, made.subject) == ("email", "request", "مجوز")
    files = office.services.attachments.of(office.manager, made.id)
    assert (files[0].name, files[0].media_type) == ("a.zip", "application/zip")
    assert [one.name for one in files] == ["a.zip", "message.eml"]
    content = office.services.attachments.read(office.manager, files[0].id)[1]
    assert base64.b64encode(content).decode() == bomb


def test_comments_go_to_the_draft_of_their_source_or_to_the_one_that_they_name(
    office: TestOffice, folder: Path, tmp_path: Path
) -> None:
    row = draft(office, FIRST).row
    open_window(office, row.id, date(2026, 11, 20), date(2026, 12, 5))
    source(office, folder, matter=Matter.COMMENTS, instrument_id=row.id, channel=Channel.EMAIL)
    other = tmp_path / "named"
    other.mkdir()
    source(office, other, matter=Matter.COMMENTS)
    mail = (
        "From: a@example.org\nSubject: =?utf-8?b?2YXYp9iv2Ycg2LLYsdiv?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n'
        'متن نظر\n--x\nContent-Type: image/png; name="sign.png"\n\nxx\n--x--\n'
    )
    (folder / "1.eml").write_text(mail, "utf-8")
    aged(folder / "1.eml")
    named = [("نظر دوم", row.code), ("نظر سوم", "پیش‌نویسی که نیست")]
    aged(write_csv(other / "a.csv", named, ("متن نظر", "پیش‌نویس")), 1)
    done = go(office)
    assert (done.taken.comments, done.taken.quarantined, done.troubles) == (2, 1, [])
    found = office.services.comments.of_instrument(row.id)
    assert sorted(one.text for one in found) == ["ماده زرد\n\nمتن نظر", "نظر دوم"]
    # A picture in a mail does not stand in the way of its words; it stays with what came.
    first = min(one.id for one in found)
    (origin,) = office.services.tracing.of_comment(office.reviewer, first).origins
    assert (origin.file, origin.files) == ("1.eml", ("sign.png",))


def test_parts_of_text_messages_are_joined_and_take_their_sender(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder, channel=Channel.SMS, petition_kind="request")
    rows = [("989121234567", "سلام ", "1", "2"), ("+989121234567", "خداحافظ", "2", "2")]
    aged(write_csv(folder / "sms.csv", rows, ("originator", "message", "part", "parts")))
    go(office)
    (made,) = petitions(office)
    assert made.channel == "sms"
    detail = office.services.desk.peek(office.manager, made.id)
    assert (detail.text, detail.mobile[-4:]) == ("سلام خداحافظ", "4567")


def test_a_source_is_set_by_administrators_and_told_in_the_history(office: TestOffice, folder: Path) -> None:
    sources, admin = office.services.sources, office.administrator
    made = source(office, folder, mapping={"text": "متن پیام"})
    with pytest.raises(NotPermittedError):
        sources.add(office.manager, SourceSettings("x", folder="/x"))
    for wrong in (
        SourceSettings("", folder="/x"),
        SourceSettings("x"),
        SourceSettings("x", folder=str(folder)),
        SourceSettings(made.settings.name, folder="/y"),
        SourceSettings("x", folder="/x", mapping={"colour": "c"}),
        SourceSettings("x", way=SourceKind.MAILBOX, host="h", username="u", port=0, petition_kind="request"),
        SourceSettings("x", way=SourceKind.MAILBOX, host="h", username="u"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            sources.add(admin, wrong)
        assert error_sentence(caught.value)
    changed = SourceSettings("نظرها", Matter.COMMENTS, folder=str(folder), active=False)
    after = sources.change(admin, made.id, made.version, changed)
    assert (after.settings.name, after.settings.active, after.settings.mapping) == ("نظرها", False, {})
    with pytest.raises(ConflictError):
        sources.change(admin, made.id, made.version, changed)
    assert sources.all(active_only=True) == ()


def test_two_sources_never_look_into_one_folder_however_it_is_written(
    office: TestOffice, tmp_path: Path
) -> None:
    real = tmp_path / "real"
    (real / "below").mkdir(parents=True)
    # Windows lets only some users make a link.
    links = () if sys.platform == "win32" else ("link", "link/below", "real/../link")
    if links:
        (tmp_path / "link").symlink_to(real, target_is_directory=True)
    kept = source(office, real, name="نخست")
    source(office, tmp_path / "really", name="دیگر")
    for same in (*links, "really/../real", "."):
        with pytest.raises(InvalidValueError) as caught:
            source(office, tmp_path / same, name="دوم")
        told = {"field": "folder", "reason": "folders_overlap", "value": "نخست"}
        assert caught.value.parameters == told, same
    windows = source(office, Path(r"C:\Intake\Portal"), name="ویندوز")
    for same in (r"c:\intake\portal\\", "C:/Intake/x/../PORTAL/sms"):
        with pytest.raises(InvalidValueError):
            source(office, Path(same), name="دوم")
    # What is there is changed, and switched off, as ever.
    sources = office.services.sources
    for row in (kept, windows):
        off = replace(row.settings, active=False)
        assert not sources.change(office.administrator, row.id, row.version, off).settings.active
