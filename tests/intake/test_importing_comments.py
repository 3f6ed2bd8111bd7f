from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.errors import BadFileError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.rows import senders_of
from desktop_app.instruments.comments.anchoring import How
from desktop_app.instruments.comments.review import UNSURE, load_review
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.intake.formats.mailbox import as_mbox
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.imports import comments
from desktop_app.intake.imports.importing import ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.vocabulary import Channel
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now, made_history
from tests.intake.tables import write_csv, write_jsonl, write_xlsx
from tests.intake.test_mailbox import mail
from tests.ui.consultation import document

HEADER = ("شناسه", "متن نظر", "نام", "گروه", "ماده", "عبارت", "تاریخ", "کانال")
ROWS = [
    ("C-1", "ماده شش مبهم است", "انجمن ناشران", "ناشر", "ماده ۶", "ظرف مدت معقول", "1405/08/20", "درگاه"),
    ("C-2", "موافقم", "", "", "", "", "", ""),
]


TEXT = "".join(f"ماده {n}- حکم شماره {n} درباره نشر است.\n" for n in range(1, 13))


@pytest.fixture
def instrument(office: TestOffice) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نشر")
    office.services.drafting.add_revision(office.reviewer, made.row.id, document(TEXT), summary="متن")
    return exposed_now(office.services, made.row.id)


def take_in(office: TestOffice, instrument: int, path: Path, **options: object) -> ImportResult:
    plan = comments.plan(path)
    return comments.run(office.services, office.clerk, instrument, plan, **options)  # type: ignore[arg-type]


def test_rows_become_comments_with_provision_and_quote(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", ROWS, HEADER))
    assert (result.read, result.created, result.rejected) == (2, 2, ())
    first = next(c for c in office.services.comments.of_instrument(instrument) if c.sender)
    assert (first.text, first.sender, first.group) == ("ماده شش مبهم است", "انجمن ناشران", "publisher")
    assert (first.provision, first.quote, first.channel) == ("ماده ۶", "ظرف مدت معقول", "portal")


def test_a_letter_s_number_comes_with_it_and_what_came_otherwise_is_pointed_out(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    header = (*HEADER, "شماره نامه")
    rows = [
        ("L-1", "موافقم", "شورای کتاب", "", "", "", "", "نامه", " ۱۲۳/۴۵ "),
        ("L-2", "مخالفم", "", "", "ماده ۹۹", "", "", "درگاه", "۱۲۳/۴۶"),
        ("L-3", "خوب است", "", "", "", "", "", "نامه", ""),
        ("L-4", "نظری دیگر", "", "", "", "", "", "نامه", "1" * 41),
    ]
    for write, name in ((write_csv, "in.csv"), (write_xlsx, "in.xlsx"), (write_jsonl, "in.jsonl")):
        result = take_in(office, instrument, write(tmp_path / name, rows, header))
        assert [(one.field, one.reason) for one in result.rejected] == [("letter_number", "too_long")]
        [told] = result.pointed_out
        told_all = [(one.field, one.reason) for one in (told, *told.also)]
        assert ("letter_number", "no_letter") in told_all
    kept = {
        one.text: (one.channel, one.letter_number)
        for one in office.services.comments.of_instrument(instrument)
    }
    assert kept == {
        "موافقم": ("letter", "۱۲۳/۴۵"), "مخالفم": ("portal", ""), "خوب است": ("letter", ""),
    }  # fmt: skip


def test_the_same_comments_in_any_format_create_nothing_new(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    rows = [("", *row[1:]) for row in ROWS]
    take_in(office, instrument, write_csv(tmp_path / "a.csv", rows, HEADER))
    for path in (
        write_xlsx(tmp_path / "b.xlsx", rows, HEADER),
        write_jsonl(tmp_path / "c.jsonl", rows, HEADER),
    ):
        result = take_in(office, instrument, path)
        assert (result.created, result.already_present) == (0, 2)


def test_the_same_comment_on_another_instrument_is_another_comment(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    other = office.services.drafting.register(office.reviewer, InstrumentKind.BILL, "لایحه").row.id
    exposed_now(office.services, other)
    path = write_csv(tmp_path / "in.csv", ROWS, HEADER)
    take_in(office, instrument, path)
    assert take_in(office, other, path).created == 2


def test_a_dry_run_of_comments_keeps_nothing(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    result = take_in(
        office, instrument, write_csv(tmp_path / "in.csv", [*ROWS, ROWS[0]], HEADER), dry_run=True
    )
    assert (result.read, result.created, result.already_present) == (3, 2, 1)
    assert office.services.comments.of_instrument(instrument) == ()


def test_bad_comment_rows_are_named(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    rows = [("1", "", "", "", "", "", "", ""), ("2", "x", "", "", "م" * 61, "", "1405/13/45", "کبوتر")]
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", rows, HEADER))
    assert [(f.row, f.field) for f in result.rejected] == [(2, "text"), (3, "channel")]
    assert {other.field for other in result.rejected[1].also} == {"provision", "received_at"}


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    ("status", "rule"),
    [
        (InstrumentStatus.DRAFTING, "draft_is_not_exposed"),
        (InstrumentStatus.LEGAL_REVIEW, "draft_is_not_exposed"),
        (InstrumentStatus.WITHDRAWN, "draft_is_not_exposed"),
        (InstrumentStatus.PROMULGATED, "comments_are_over"),
    ],
)
def test_a_file_is_refused_as_long_as_its_draft_is_not_before_the_public(
    office: TestOffice,
    instrument: int,
    tmp_path: Path,
    status: InstrumentStatus,
    rule: str,
    dry_run: bool,
) -> None:
    with made_history(office.services), office.services.database.writing() as session:
        session.get_one(Instrument, instrument).status = status.value
    with pytest.raises(RuleError) as refusal:
        take_in(office, instrument, write_csv(tmp_path / "in.csv", ROWS, HEADER), dry_run=dry_run)
    assert refusal.value.parameters["rule"] == rule
    assert office.services.comments.of_instrument(instrument) == ()


def test_an_instrument_that_is_not_there_takes_no_comments(office: TestOffice, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        take_in(office, 999, write_csv(tmp_path / "in.csv", ROWS, HEADER))


def refusal_of(office: TestOffice, instrument: int, path: Path) -> str:
    """The sentence with which a file is refused; nothing may have been taken in."""
    with pytest.raises(BadFileError) as caught:
        take_in(office, instrument, path)
    assert office.services.comments.of_instrument(instrument) == ()
    return error_sentence(caught.value)


@pytest.mark.parametrize("names", [("لایحه مالیات",), ("لایحه مالیات", "طرح دیگر")])
def test_a_file_that_names_another_draft_is_refused_and_both_are_named(
    office: TestOffice, instrument: int, tmp_path: Path, names: tuple[str, ...]
) -> None:
    rows = [("نظر", name) for name in names]
    said = refusal_of(office, instrument, write_csv(tmp_path / "in.csv", rows, ("متن", "پیش‌نویس")))
    assert "لایحه مالیات" in said
    assert "آیین‌نامه نشر" in said


def test_a_file_whose_provisions_the_draft_does_not_have_is_refused(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    rows = [("نظر", f"ماده {n}") for n in range(10, 30)]
    said = refusal_of(office, instrument, write_csv(tmp_path / "in.csv", rows, ("متن", "ماده")))
    assert "in.csv" in said
    assert "آیین‌نامه نشر" in said
    assert "ماده 13" in said


def test_the_draft_may_be_named_by_number_or_title_and_rows_of_another_are_refused_one_by_one(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    code = office.services.drafting.detail(office.reviewer, instrument).row.code
    rows = [("الف", code), ("ب", "آيين نامه‌ی نشر".replace("‌ی", "")), ("پ", "لایحه مالیات"), ("ت", "")]
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", rows, ("متن", "پیش‌نویس")))
    assert (result.created, [(f.row, f.field, f.reason) for f in result.rejected]) == (
        3,
        [(4, "instrument", "another_instrument")],
    )


def test_unknown_provisions_are_kept_as_unsure_and_pointed_out_row_by_row(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    rows = [("الف", "ماده ۳"), ("ب", "ماده ۴۰"), ("پ", "م5"), ("ت", "تبصره ۹")]
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", rows, ("متن", "ماده")))
    assert (result.created, result.rejected) == (4, ())
    assert [(one.row, one.reason, one.value) for one in result.pointed_out] == [
        (3, "unknown_provision", "ماده ۴۰"),
        (5, "unknown_provision", "تبصره ۹"),
    ]
    review = load_review(office.services.drafting, office.services.comments, office.reviewer, instrument)
    assert {part.key: len(part.comments) for part in review.parts if part.comments}[UNSURE] == 2


def test_a_sender_of_five_hundred_comments_is_kept_counted_once_and_pointed_out(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    numbers = ("09121234567", "+98 912 123 4567", "۰۹۱۲۱۲۳۴۵۶۷")
    rows = [(f"نظر شماره {n} درباره ماده {n % 12 + 1}", numbers[n % 3]) for n in range(500)]
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", rows, ("متن", "شماره فرستنده")))
    assert (result.created, result.notices["one_sender"]) == (500, 500)
    senders = senders_of(row.sender_key for row in office.services.comments.of_instrument(instrument))
    assert (senders.submissions, senders.persons) == (500, 1)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_the_keys_of_comments_are_computed_once_for_each_row(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    """Not once for each pair of a row that comes in and one that is there."""
    rows, database = 60, office.services.database
    with database.writing() as session:
        name = session.scalar(text("SELECT quote_ident(current_database())"))
        session.execute(text(f"ALTER DATABASE {name} SET track_functions = 'all'"))
    database.engine.dispose()
    for number in range(2):
        sent = [(f"نظر {number} {n}",) for n in range(rows)]
        take_in(office, instrument, write_csv(tmp_path / f"{number}.csv", sent, ("متن",)))
    database.engine.dispose()
    with database.reading() as session:
        calls = session.scalar(
            text(
                "SELECT calls FROM pg_stat_user_functions WHERE schemaname = 'app' AND funcname = 'row_key_of'"
            )
        )
    with database.writing() as session:
        session.execute(text(f"ALTER DATABASE {name} RESET track_functions"))
    assert 0 < calls <= 2 * rows * 8


def test_mark_up_and_scripts_are_words_and_told(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    words = "<script>alert('x')</script><b>ماده ۲</b> بد است."
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", [(words,)], ("متن",)))
    assert result.notices["markup"] == 1
    (row,) = office.services.comments.of_instrument(instrument)
    assert row.text == words


def test_a_file_of_a_hundred_megabytes_is_refused_unread(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write("متن\n".encode())
        file.truncate(101 * 2**20)
    assert "100" in latin_digits(refusal_of(office, instrument, path))


def test_text_messages_are_joined_and_come_with_the_number_as_sender(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    header = ("شماره فرستنده", "زمان", "متن پیام", "ref", "part", "parts")
    rows = [
        ("+989121234567", "۱۴۰۵/۰۸/۲۰ ۱۰:۰۰", "ماده ۲ برای ناشران ", "9", "۱", "۲"),
        ("٠٩٣٥٠٠٠٠٠٠٠", "1405/08/20 10:01", "با همه موافقم", "", "", ""),
        ("09121234567", "1405/08/20 10:02", "کوتاه است.", "9", "2", "2"),
    ]
    path = write_csv(tmp_path / "sms.csv", rows, header)
    result = take_in(office, instrument, path, channel=Channel.SMS)
    assert (result.read, result.created, result.notices["joined"]) == (2, 2, 2)
    found = office.services.comments.of_instrument(instrument)
    assert {(row.channel, row.sender, row.text) for row in found} == {
        ("sms", "••••••••567", "ماده ۲ برای ناشران کوتاه است."),
        ("sms", "••••••••000", "با همه موافقم"),
    }


def test_mails_become_comments_by_their_subject_and_what_programs_sent_is_rejected(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    path = tmp_path / "in.mbox"
    kept, away = mail("کوتاه است.", subject="نظر درباره ماده ۲"), mail("نیستم", subject="Out of office")
    path.write_bytes(as_mbox(one.as_bytes() for one in (kept, away)))
    rejects = RejectedRows()
    result = take_in(office, instrument, path, rejects=rejects)
    assert (result.created, [one.reason for one in result.rejected]) == (1, ["automatic_reply"])
    (row,) = office.services.comments.of_instrument(instrument)
    assert (row.channel, row.sender, row.text) == ("email", "مریم سعیدی", "نظر درباره ماده ۲\n\nکوتاه است.")
    assert row.place is not None
    assert (row.place.provision, row.place.how) == ("ماده 2", How.MENTION)
    (written,) = rejects.write(tmp_path / "rejected.mbox")
    assert "نیستم" in next(read_rows(open_table(written))).cells["text"]
    assert take_in(office, instrument, path).already_present == 1
