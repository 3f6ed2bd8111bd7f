"""Letters of petitions: what goes out, under which number, and that it stays as it is."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from reportlab.lib.pagesizes import A5
from sqlalchemy import text, update

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.office.letter_choices import Classification, LetterChoices, PaperSize
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.model import LetterTemplate
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.reports.letters.page import letter_pdf
from desktop_app.reports.letters.sheet import LetterSheet
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.instruments.consulting import made_history
from tests.reports.letters import REPLY, resolved, words_of
from tests.reports.pdf.reading import page_sizes
from tests.staff.test_deputies import terms


def events_of(office: TestOffice, item_type: str, item_id: int) -> tuple[Event, ...]:
    with office.services.database.reading() as session:
        return history(session, item_type, item_id)


def test_a_reply_goes_out_once_under_the_next_number_and_is_printed_as_it_went_out(
    office: TestOffice, clock: FixedClock
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    draft = letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert (draft.issued, draft.refusal) == (None, None)
    assert "پیش‌نویس" in words_of(draft.pdf)
    paper = letters.issue_reply(office.clerk, detail.id, "علی کریمی\nتهران، خیابان بهار")
    assert paper.issued is not None
    assert paper.issued.number == "1405/1"
    shown = words_of(paper.pdf)
    assert "پیش‌نویس" not in shown
    assert "۱۴۰۵/۱" in shown
    assert "برای دریافت آن به دبیرخانه مراجعه کنید" in shown
    # Whatever becomes of settings, template and clock: a reprint is the letter.
    clock.moment += timedelta(days=40)
    settings = office.services.office.settings()
    office.services.office.change(office.administrator, replace(settings, office_name="اداره دیگر"))
    row = office.services.letter_templates.all()[0]
    office.services.letter_templates.change(
        office.administrator, LetterKind.REPLY, row.version, replace(row.words, subject="دیگر")
    )
    for again in (
        letters.paper(office.other_clerk, detail.id, LetterKind.REPLY),
        letters.issue_reply(office.other_clerk, detail.id, "کس دیگری"),
    ):
        assert again.issued == paper.issued
        assert again.pdf == paper.pdf
        assert again.refusal == "letter_is_out"
    (event,) = [one for one in events_of(office, "petition", detail.id) if one.action == "letter_issued"]
    assert event.actor_name == office.clerk.name
    assert event.after["issued_number"] == "1405/1"
    assert event.after["sha256"] == sha256(paper.pdf).hexdigest()


def test_letters_and_reports_are_in_one_register(office: TestOffice) -> None:
    letters, reports = office.services.petition_letters, office.services.issued_reports
    first, second = (resolved(office, name=name) for name in ("الف", "ب"))
    assert letters.issue_reply(office.clerk, first.id, "الف").issued.number == "1405/1"  # type: ignore[union-attr]
    row = reports.issue(office.manager, ReportScope(Period.month(JalaliMonth(1405, 8))))
    assert row.issue.number == 2
    assert letters.issue_reply(office.clerk, second.id, "ب").issued.number == "1405/3"  # type: ignore[union-attr]
    # A new edition keeps its number and takes none.
    assert reports.correct(office.manager, row.id, "خطای شمارش").issue.number == 2
    third = resolved(office, name="پ")
    assert letters.issue_reply(office.clerk, third.id, "پ").issued.number == "1405/4"  # type: ignore[union-attr]


def test_numbers_leave_no_gap_and_nobody_gets_one_for_a_draft(office: TestOffice, clock: FixedClock) -> None:
    letters = office.services.petition_letters
    first, second, third = (resolved(office, name=name) for name in ("الف", "ب", "پ"))
    for detail in (first, second, third):
        letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    with pytest.raises(InvalidValueError):
        letters.issue_reply(office.clerk, first.id, "سطر\n" * 9)
    numbers = []
    for detail in (first, second):
        issued = letters.issue_reply(office.clerk, detail.id, "").issued
        assert issued is not None
        numbers.append(issued.number)
    # A new Jalali year begins at one.
    clock.moment = datetime(2027, 3, 25, 8, 0, tzinfo=UTC)
    issued = letters.issue_reply(office.clerk, third.id, "").issued
    assert issued is not None
    assert [*numbers, issued.number] == ["1405/1", "1405/2", "1406/1"]


def test_what_breaks_while_a_letter_goes_out_takes_no_number(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)

    def out_of_memory(sheet: LetterSheet) -> bytes:
        if sheet.number:
            raise MemoryError
        return letter_pdf(sheet)

    with monkeypatch.context() as broken:
        broken.setattr("desktop_app.reports.letters.page.letter_pdf", out_of_memory)
        with pytest.raises(MemoryError):
            letters.issue_reply(office.clerk, detail.id, "")
    assert letters.issued(office.clerk, detail.id) == ()
    assert [one.action for one in events_of(office, "petition", detail.id)][-1] == "resolve"
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.number == "1405/1"


def test_a_number_that_stands_on_a_promulgated_document_is_passed_over_and_the_other_way_round(
    office: TestOffice, clock: FixedClock
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    with made_history(office.services), office.services.database.writing() as session:
        taken = {"number": "۱۴۰۵/۱", "at": clock.now().replace(tzinfo=None).isoformat(sep=" ")}
        session.execute(
            text(
                "INSERT INTO instrument (code, title, kind, track, status, letter_number, created_at, changed_at,"
                " version) VALUES ('x', 'x', 'circular', 'a', 'promulgated', :number, :at, :at, 1)"
            ),
            taken,
        )
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.number == "1405/2"


def test_without_a_reply_without_the_role_and_out_of_sight_nothing_goes_out(
    sqlite_office: TestOffice,
) -> None:
    """On PostgreSQL the same is tried over each person's own role (tests/security)."""
    office = sqlite_office
    letters = office.services.petition_letters
    waiting = office.taken()
    with pytest.raises(RuleError) as refused:
        letters.issue_reply(office.clerk, waiting.id, "")
    assert refused.value.parameters["rule"] == "letter_needs_a_reply"
    detail = resolved(office, name="زهرا")
    with pytest.raises(NotFoundError):
        letters.issue_reply(office.music_clerk, detail.id, "")
    with pytest.raises(NotFoundError):
        letters.paper(office.music_clerk, detail.id, LetterKind.DOSSIER)
    # Whoever sent it on sees it, and writes no letters of another unit.
    services = office.services
    sent = office.registered("متن دیگر", unit=office.books)
    taken = services.desk.take(office.clerk, sent, version=1)
    services.desk.refer(office.clerk, sent, taken.version, office.music.id, "برای شما")
    assert letters.paper(office.clerk, sent, LetterKind.REPLY).refusal == "not_your_role"
    with pytest.raises(NotPermittedError):
        letters.issue_reply(office.clerk, sent, "")


def test_a_deputy_writes_the_letter_in_the_name_of_whom_they_stand_for(office: TestOffice) -> None:
    detail, letters = resolved(office), office.services.petition_letters
    with pytest.raises((NotPermittedError, NotFoundError)):
        letters.issue_reply(office.music_clerk, detail.id, "")
    absent, deputy = office.clerk.person_id or 0, office.music_clerk.person_id or 0
    office.services.deputies.add(office.administrator, terms(office, person_id=absent, deputy_id=deputy))
    paper = letters.issue_reply(office.services.accounts.actor(deputy), detail.id, "علی\nتهران")
    assert paper.issued is not None
    assert paper.issued.issued_by == office.music_clerk.name
    last = events_of(office, "petition", detail.id)[-1]
    assert (last.action, last.actor_id) == ("letter_issued", deputy)
    assert last.after["on_behalf_of_id"] == absent
    assert sentence(last, None).endswith(f"به نیابت از {office.clerk.name}")


@pytest.mark.parametrize("body", ["{reply}\n{salary}", "با سلام"])
def test_a_template_that_this_program_would_not_take_sends_nothing_out(office: TestOffice, body: str) -> None:
    """Written by another version, or by hand: the line of the reply would be left out without a word."""
    detail, letters = resolved(office), office.services.petition_letters
    templates = office.services.letter_templates
    words, seen = templates.all()[0].words, templates.all()[0].version
    templates.change(
        office.administrator, LetterKind.REPLY, seen, replace(words, subject="پاسخ", body="{reply}")
    )
    assert letters.paper(office.clerk, detail.id, LetterKind.REPLY).pdf
    with office.services.database.writing() as session:
        session.execute(update(LetterTemplate).values(body=body))
    with pytest.raises(RuleError) as trouble:
        letters.issue_reply(office.clerk, detail.id, "")
    assert "راهبر" in error_sentence(trouble.value)
    # The other papers are printed, and the template can be read and put right.
    assert letters.paper(office.clerk, detail.id, LetterKind.SLIP).pdf
    (row, *_) = templates.all()
    assert row.words.body == body
    templates.change(office.administrator, LetterKind.REPLY, row.version, replace(words, body="{reply}"))
    assert letters.issue_reply(office.clerk, detail.id, "").issued is not None


def test_a_reply_of_later_is_another_letter(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    letters = services.petition_letters
    first = letters.issue_reply(office.clerk, detail.id, "")
    now = services.desk.peek(office.clerk, detail.id)
    again = services.desk.reopen(office.clerk, detail.id, now.version, "کامل نبود")
    assert letters.paper(office.clerk, detail.id, LetterKind.REPLY).issued == first.issued
    services.desk.resolve(office.clerk, detail.id, again.version, Outcome.ANSWERED, "پاسخ تازه")
    second = letters.issue_reply(office.clerk, detail.id, "")
    assert second.issued is not None
    assert second.issued.number == "1405/2"
    assert [one.number for one in letters.issued(office.clerk, detail.id)] == ["1405/1", "1405/2"]


def test_undo_stops_at_a_letter_and_looks_past_what_was_printed(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    services.petition_letters.note_printed(office.clerk, detail.id, LetterKind.DOSSIER, "file")
    now = services.desk.peek(office.clerk, detail.id)
    assert now.undoable
    assert now.version == detail.version
    back = services.desk.undo(office.clerk, detail.id, now.version)
    now = services.desk.resolve(office.clerk, detail.id, back.version, Outcome.GRANTED, REPLY)
    services.petition_letters.issue_reply(office.clerk, detail.id, "")
    now = services.desk.peek(office.clerk, detail.id)
    assert not now.undoable
    with pytest.raises(RuleError):
        services.desk.undo(office.clerk, detail.id, now.version)


def test_a_letter_beside_what_a_colleague_writes_is_no_conflict(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    services.petition_letters.issue_reply(office.other_clerk, detail.id, "")
    back = services.desk.reopen(office.clerk, detail.id, detail.version, "کامل نبود")
    assert back.status.value == "in_progress"


def test_what_was_printed_stands_in_the_history(office: TestOffice) -> None:
    detail = office.petition()
    office.services.petition_letters.note_printed(office.manager, detail.id, LetterKind.SLIP, "printer")
    event = events_of(office, "petition", detail.id)[-1]
    assert (event.action, event.actor_name) == ("printed", office.manager.name)
    assert event.after == {"letter_kind": "slip", "onto": "printer"}


def test_a_page_that_is_not_what_went_out_is_not_printed(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    letters.issue_reply(office.clerk, detail.id, "")
    with office.services.database.writing() as session:
        session.execute(text("UPDATE letter SET page = :page"), {"page": b"%PDF-1.4 forged"})
    with pytest.raises(RuleError) as damaged:
        letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert damaged.value.parameters["rule"] == "letter_is_damaged"


CHOSEN = LetterChoices(
    " دو  برگ ",
    Classification.CONFIDENTIAL,
    PaperSize.A5,
    "ادارهٔ کتاب، جهت اقدام\n\nدفتر مدیرکل، جهت اطلاع",
)


def test_what_is_chosen_for_a_letter_goes_out_with_it_and_stays(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    usual = letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert usual.choices == LetterChoices()
    draft = letters.paper(office.clerk, detail.id, LetterKind.REPLY, choices=CHOSEN)
    assert draft.choices.enclosure == "دو برگ"
    assert "پیش‌نویس، محرمانه" in words_of(draft.pdf)
    paper = letters.issue_reply(office.clerk, detail.id, "علی کریمی\nتهران", CHOSEN)
    assert paper.issued is not None
    assert paper.choices == paper.issued.choices == draft.choices
    assert page_sizes(paper.pdf)[0] == pytest.approx(A5, abs=1)
    for words in ("محرمانه", "دو برگ", "ادارهٔ کتاب، جهت اقدام", "دفتر مدیرکل، جهت اطلاع"):
        assert words in words_of(paper.pdf)
    event = events_of(office, "petition", detail.id)[-1]
    assert (event.action, event.after["classification"]) == ("letter_issued", "confidential")
    # What the template chooses later is for later letters.
    row = office.services.letter_templates.all()[0]
    changed = replace(row.words, paper_size=PaperSize.A4, copies="دبیرخانه")
    office.services.letter_templates.change(office.administrator, LetterKind.REPLY, row.version, changed)
    again = letters.paper(office.other_clerk, detail.id, LetterKind.REPLY, choices=LetterChoices())
    assert (again.pdf, again.choices) == (paper.pdf, paper.choices)
    [issued] = letters.issued(office.clerk, detail.id)
    assert issued.choices == paper.choices
    dossier = words_of(letters.paper(office.clerk, detail.id, LetterKind.DOSSIER).pdf)
    assert "محرمانه" in dossier
    assert "دفتر مدیرکل، جهت اطلاع" in dossier
    assert verify(office.services.database).ok


def test_a_template_chooses_for_letters_of_its_kind(office: TestOffice) -> None:
    templates, letters = office.services.letter_templates, office.services.petition_letters
    row, detail = templates.all()[0], resolved(office)
    words = replace(row.words, classification=Classification.STRICTLY_CONFIDENTIAL, copies="بایگانی، جهت ثبت")
    changed = templates.change(office.administrator, LetterKind.REPLY, row.version, words)
    assert changed.words == words
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.choices == words.choices


def test_too_many_copies_send_nothing_out(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    for choices, field in (
        (LetterChoices(copies="دبیرخانه\n" * 13), "letter_copies"),
        (LetterChoices(enclosure="ب" * 201), "letter_enclosure"),
    ):
        with pytest.raises(InvalidValueError) as refused:
            letters.issue_reply(office.clerk, detail.id, "", choices)
        assert refused.value.parameters["field"] == field
    assert letters.issued(office.clerk, detail.id) == ()


def test_nothing_that_sets_pages_is_loaded_before_a_page_is_wanted() -> None:
    """reportlab, fonts and PDFs would take most of a second from every start."""
    tried = (
        "import sys, desktop_app.reports.letters.of_petitions, desktop_app.reports.letters.of_consultations;"
        " sys.exit(bool({'reportlab', 'pikepdf', 'uharfbuzz'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", tried], check=False).returncode == 0
