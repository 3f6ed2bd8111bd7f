"""The summing-up as people get it: on paper, as a document, as a spreadsheet; all say what was frozen."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app.clock import FixedClock
from desktop_app.errors import CancelledError, NotFoundError
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import PutIssue
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.likeness.one_text import compact
from desktop_app.persian.digits import persian_digits
from desktop_app.reports.summing_up import FORMS, ConsultationReportCopy, Form, summing_up_file
from desktop_app.reports.summing_up.matrix import read_matrix
from desktop_app.wording import digits, use_language
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import NEXT_TEXT, Consultation, played_to
from tests.reports.pdf.reading import by_pdfium

HOSTILE = '=HYPERLINK("x") \x00\x1b\u202e<b>نظر</b> \ud800 09121234567'


@pytest.fixture
def made() -> Made:
    return played_to("opened")


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock).resume()


def decided(consultation: Consultation) -> Consultation:
    """Two accepted comments that one change carries, one that was rejected; amended."""
    first = consultation.comment("مهلت را بیست روز کنید.", number="1")
    second = consultation.comment("سی روز زیاد است.", number="2")
    third = consultation.comment("هزینه را حذف کنید.", number="3")
    consultation.after_the_end()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write(NEXT_TEXT)
    for comment in (first, second):
        consultation.decide(comment, Disposition.ACCEPTED, Carrier(2, "ماده ۱"))
    consultation.decide(third)
    return consultation


def copy_of(consultation: Consultation, number: int | None = None) -> ConsultationReportCopy:
    office = consultation.office
    return office.services.consultation_reports.of(office.reviewer, consultation.id, number)


def paper(copy: ConsultationReportCopy) -> str:
    return " ".join(" ".join(by_pdfium(summing_up_file(copy, "pdf"))).split())


def test_the_paper_tells_comment_decision_and_the_words_that_changed(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    copy = copy_of(consultation)
    assert copy.frozen is not None
    said = paper(copy)
    for words in (
        "مهلت را بیست روز کنید",
        "پذیرفته",
        "با قانون سازگار نیست",
        "مهلت پاسخ سی روز",
        "مهلت پاسخ بیست روز",
    ):
        assert words in said
    assert copy.frozen.sha256[:4].upper() in said.replace(" ", "").upper()
    # The key of the program is no word of a published paper.
    assert copy.matrix.code not in said
    assert "متن تغییر" in said


def test_a_part_without_a_change_has_no_column_for_one(consultation: Consultation) -> None:
    consultation.comment("هزینه را حذف کنید.", number="1")
    said = paper(copy_of(consultation))
    assert "تصمیم و دلیل" in said
    assert "متن تغییر" not in said


def test_the_counts_of_many_provisions_stand_in_columns_with_their_total(consultation: Consultation) -> None:
    decided(consultation)
    copy = copy_of(consultation)
    parts = tuple(replace(copy.matrix.parts[0], label=f"ماده {n}", comments=n) for n in range(1, 41))
    many = replace(copy, matrix=replace(copy.matrix, parts=parts, comments=820))
    pages = by_pdfium(summing_up_file(many, "pdf"))
    [page] = [one for one in pages if "نظرها به تفکیک ماده و بند" in one]
    words = " ".join(page.split())
    assert all(f"ماده {persian_digits(str(n))} " in words for n in range(1, 41))
    # Three columns have three heads, and one total below them.
    assert words.count("ماده/بند") == 3
    assert words.count("جمع ۸۲۰ ۱۰۰") >= 1


def test_a_frozen_one_is_printed_again_byte_for_byte(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    first = summing_up_file(copy_of(consultation), "pdf")
    consultation.pass_days(3)
    assert summing_up_file(copy_of(consultation), "pdf") == first


def test_one_that_is_not_frozen_says_so(consultation: Consultation) -> None:
    decided(consultation)
    copy = copy_of(consultation)
    assert copy.frozen is None
    assert "هنوز نهایی نشده" in paper(copy)
    with pytest.raises(NotFoundError):
        copy_of(consultation, 1)


def test_a_change_that_carries_many_comments_is_told_once(consultation: Consultation) -> None:
    decided(consultation)
    answers = list(copy_of(consultation).matrix.answers)
    assert [answer.same_as for answer in answers] == [None, 1, None]
    assert answers[0].change == answers[1].change
    assert answers[0].change is not None
    assert [answers[0].change.new[m.new[0] : m.new[1]] for m in answers[0].change.marks] == ["بیست"]


def test_a_group_is_told_once_with_submissions_persons_and_what_was_added(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    for number in range(4):
        consultation.comment(COMMON.replace("ی", "ي") if number % 2 else COMMON, number=f"c{number}")
    consultation.comment(f"{COMMON} شماره من ۰۹۱۲۱۲۳۴۵۶۷ است و در یزد سه کتاب‌فروشی بسته شد.", number="own")
    decided(consultation)
    services.campaign_finding.look(office.reviewer, consultation.id)
    [group] = services.campaigns.all(consultation.id)
    apart = services.comments.of_instrument(consultation.id)[0]
    consultation.decide(apart.id, Disposition.OUT_OF_SCOPE)
    services.campaigns.read(office.reviewer, group.id, group.digest)
    services.campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, "نمی‌شود.")
    consultation.sum_up()
    copy = copy_of(consultation)
    answers = list(copy.matrix.answers)
    assert [one.campaign.times if one.campaign else 1 for one in answers] == [1, 4, 1, 1, 1]
    assert (copy.matrix.comments, copy.matrix.parts[0].comments) == (8, 8)
    assert copy.matrix.channels == (("portal", 8),)
    own = "شماره من"
    for form in FORMS:
        said = everything(copy, form)
        assert "۴ نظر هم‌متن" in said or form == "xlsx"
        assert "کتاب‌فروشی بسته شد" in said
        assert "۰۹۱۲۱۲۳۴۵۶۷" not in said
        # What all share stands once for the group and once for the one that was decided apart.
        assert (
            said.count("همچنین هزینه صدور مجوز برای ناشران") + said.count("هزينه صدور مجوز براي ناشران") == 2
        )
        assert said.count(own) == 1
    [group_answer] = [one for one in answers if one.campaign]
    assert own not in group_answer.text
    assert compact(group_answer.text) == compact(COMMON)


def test_a_sentence_of_some_members_is_printed_apart_with_their_number(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    fee = "همچنین هزینه صدور مجوز برای ناشران شهرستانی نصف شود."
    for number in range(9):
        text = COMMON if number < 4 else COMMON.removesuffix(fee).strip()
        consultation.comment(text, number=f"c{number}")
    decided(consultation)
    services.campaign_finding.look(office.reviewer, consultation.id)
    [group] = services.campaigns.all(consultation.id)
    services.campaigns.read(office.reviewer, group.id, group.digest)
    services.campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, "نمی‌شود.")
    copy = copy_of(consultation)
    [told] = [one for one in copy.matrix.answers if one.campaign]
    assert told.campaign is not None
    assert (told.text, told.campaign.times) == (COMMON.removesuffix(fee).strip(), 9)
    assert told.campaign.additions == ((fee, 4),)
    for form in FORMS:
        said = everything(copy, form)
        assert f"۴ نظر افزوده‌اند: {fee}" in said
        assert said.count(fee) == 1


def test_members_that_share_no_sentence_are_printed_with_what_each_said(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    one = "مهلت پاسخ به درخواست مجوز در ماده یک سی روز است و برای ناشران کوچک بسیار طولانی است"
    for number, end in enumerate(("و باید کم شود.", "و باید کمتر باشد.")):
        consultation.comment(f"{one} {end}", number=f"c{number}")
    decided(consultation)
    services.campaign_finding.look(office.reviewer, consultation.id)
    [group] = services.campaigns.all(consultation.id)
    services.campaigns.read(office.reviewer, group.id, group.digest)
    services.campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, "نمی‌شود.")
    for form in FORMS:
        said = everything(copy_of(consultation), form)
        assert "هیچ جمله‌ای در همهٔ آن‌ها نیست" in said
        assert "و باید کم شود." in said
        assert "و باید کمتر باشد." in said


def test_what_was_frozen_before_groups_were_told_once_is_still_read(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    frozen = copy_of(consultation).frozen
    assert frozen is not None
    old = dict(frozen.content)
    del old["channels"]
    for provision in old["provisions"]:
        del provision["count"]
    matrix = read_matrix(old)
    assert (matrix.channels, matrix.parts[0].comments) == ((("portal", 3),), 3)


def test_what_was_accepted_and_is_not_in_the_text_stands_in_a_list_of_its_own(
    consultation: Consultation,
) -> None:
    comment = consultation.comment()
    consultation.after_the_end()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write(NEXT_TEXT)
    consultation.decide(comment, Disposition.ACCEPTED, Unchanged("در قانون آمده است."))
    matrix = copy_of(consultation).matrix
    assert [answer.number for answer in matrix.accepted_without_change] == [1]
    told = paper(copy_of(consultation))
    assert "پذیرفته، ولی بدون تغییر در متن" in told
    assert "در قانون آمده است." in told


def everything(copy: ConsultationReportCopy, form: Form) -> str:
    """All words of a form, in one line."""
    made = summing_up_file(copy, form)
    if form == "pdf":
        return paper(copy)
    if form == "docx":
        document = Document(io.BytesIO(made))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return " ".join(" ".join([*(one.text for one in document.paragraphs), *cells]).split())
    book = load_workbook(io.BytesIO(made))
    values = [
        str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v is not None
    ]
    return " ".join(" ".join([*book.sheetnames, *values]).split())


@pytest.mark.parametrize("form", FORMS)
def test_each_form_tells_the_issues_what_an_unsure_one_named_and_what_is_accepted_without_a_change(
    consultation: Consultation, form: Form
) -> None:
    office, services = consultation.office, consultation.services
    unsure = consultation.comment("این حکم روشن نیست.", number="u", provision="ماده ۹۹")
    accepted = consultation.comment("هزینه را کم کنید.", number="a", provision="ماده ۲")
    services.triage.run(office.reviewer, consultation.id, [unsure, accepted], PutIssue("مهلت رسیدگی"))
    services.triage.run(office.reviewer, consultation.id, [accepted], PutIssue("تعرفه 09121234567"))
    consultation.after_the_end()
    services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    consultation.decide(unsure)
    consultation.decide(accepted, Disposition.ACCEPTED, Unchanged("در قانون آمده است."))
    consultation.sum_up()
    copy = copy_of(consultation)
    assert copy.matrix.issues == (("مهلت رسیدگی", 2), ("تعرفه •••••••••••", 1))
    said = everything(copy, form)
    for words in ("مهلت رسیدگی", "ماده ۹۹", "پذیرفته، ولی بدون تغییر در متن"):
        assert words in said
    assert "09121234567" not in said


@pytest.mark.parametrize("form", FORMS)
def test_each_change_names_the_comments_that_asked_for_it(consultation: Consultation, form: Form) -> None:
    decided(consultation).sum_up()
    matrix = copy_of(consultation).matrix
    [change] = [one for part in matrix.parts for one in part.changes]
    carried = [one.number for one in matrix.answers if one.carried_provision == "ماده ۱"]
    assert carried
    assert list(change.answers) == carried
    numbers = "، ".join(digits(number) for number in carried)
    assert f"نظر پذیرفته (ردیف {numbers})" in everything(copy_of(consultation), form)


def test_a_document_opens_from_the_right_and_marks_words(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    made = Document(io.BytesIO(summing_up_file(copy_of(consultation), "docx")))
    matrix = next(table for table in made.tables if len(table.columns) == 4)
    assert matrix._tbl.tblPr.xpath("w:bidiVisual")
    change = matrix.rows[1].cells[3].paragraphs[0]
    assert [run.text for run in change.runs if run.underline] == ["بیست"]
    assert [run.text for run in change.runs if run.font.strike] == ["سی"]
    assert all(paragraph._p.xpath("w:pPr/w:bidi") for paragraph in made.paragraphs if paragraph.text)


def test_a_spreadsheet_has_a_row_for_each_comment_and_no_formula(consultation: Consultation) -> None:
    hostile(consultation)
    book = load_workbook(io.BytesIO(summing_up_file(copy_of(consultation), "xlsx")))
    sheet = book.worksheets[1]
    assert sheet.sheet_view.rightToLeft
    titles, *rows = sheet[sheet.auto_filter.ref]
    assert len(rows) == 1
    row = {title.value: cell for title, cell in zip(titles, rows[0], strict=True)}
    text = row["نظر"]
    assert str(text.value).startswith("=HYPERLINK")
    assert text.data_type == "s"
    assert row["تاریخ (میلادی)"].is_date
    assert row["تاریخ"].value.startswith("۱۴۰۵/")
    assert sheet["A1"].value == "گزارش جمع‌بندی نظرهای مردم: " + sheet.title
    last = sheet.print_area.split("$")[-2]
    assert text.column_letter < row["تغییر"].column_letter <= last < row["تاریخ"].column_letter


def test_the_first_sheet_counts_by_group_channel_decision_and_provision(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    book = load_workbook(io.BytesIO(summing_up_file(copy_of(consultation), "xlsx")))
    rows = [(row[0].value, row[1].value) for row in book.worksheets[0].iter_rows()]
    for heading, first in (
        ("مشارکت‌کنندگان به تفکیک گروه", ("شهروند", 3)),
        ("نظرها به تفکیک راه دریافت", ("درگاه", 3)),
        ("نتیجهٔ بررسی نظرها", ("پذیرفته", 2)),
        ("نظرها به تفکیک ماده و بند", ("ماده ۱", 3)),
    ):
        at = next(place for place, row in enumerate(rows) if row[0] == heading)
        assert rows[at + 1] == first


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_print_as_words_and_personal_data_does_not(
    consultation: Consultation, form: Form
) -> None:
    hostile(consultation)
    (row,) = consultation.services.comments.of_instrument(consultation.id)
    answer = "به 0912 123 4567 پاسخ داده شد."
    consultation.services.comments.decide(
        consultation.office.reviewer, row.id, row.version, Disposition.REJECTED, answer
    )
    said = everything(copy_of(consultation), form)
    # Its own brackets stand there, and nothing obeyed them.
    assert "</b>" in said
    assert "پاسخ داده شد" in said
    assert "09121234567" not in said
    assert "123 4567" not in said
    assert "فرستنده پنهان" not in said


def test_an_english_one_has_no_persian_word_of_the_program(consultation: Consultation) -> None:
    decided(consultation).sum_up()
    use_language("en")
    said = paper(copy_of(consultation))
    assert "Response matrix" in said
    assert "جدول نظرها و پاسخ‌ها" not in said


def test_a_long_one_can_be_stopped(consultation: Consultation) -> None:
    many = [
        NewComment(text=f"نظر {n}", external_id=str(n), received_at=consultation.clock.now())
        for n in range(250)
    ]
    consultation.services.comments.take_in(consultation.office.clerk, consultation.id, many)
    copy = copy_of(consultation)
    for form in FORMS:
        with pytest.raises(CancelledError):
            summing_up_file(copy, form, Stopped())


class Stopped:
    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return True


def hostile(consultation: Consultation) -> None:
    words = HOSTILE.encode("utf-8", "replace").decode("utf-8")
    taken = NewComment(
        text=words,
        sender="فرستنده پنهان",
        provision="ماده ۱",
        external_id="9",
        received_at=consultation.clock.now(),
    )
    consultation.services.comments.take_in(consultation.office.clerk, consultation.id, [taken])
