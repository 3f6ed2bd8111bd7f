"""Annotations go to Word and come back: each on its words, none twice, and nobody's name becomes an account."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.database.audit import history
from desktop_app.database.verification import verify
from desktop_app.documents.docx_remarks import read_remarks
from desktop_app.documents.faults import FileFault
from desktop_app.errors import BadFileError, RuleError
from desktop_app.instruments.annotations.service import AnnotationSubject, ThreadRow
from desktop_app.instruments.annotations.word_rows import IncomingKind, IncomingPlan, IncomingRow
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.instruments.test_annotations import ARTICLES, add, draft
from tests.libreoffice import written_again
from tests.reports.word_colleague import Colleague

CHANGED = (
    ARTICLES[0],
    "ماده ۲- اداره موظف است ظرف ده روز کاری پاسخ دهد و نتیجه را اعلام کند.",
    "نوع\tمهلت\nعادی\tسی روز\nفوری\tده روز",
)


@pytest.fixture
def instrument(office: TestOffice) -> int:
    return annotated(office)


def annotated(office: TestOffice) -> int:
    """A draft of two revisions with threads on words, across articles, in a table, on deleted words, and lost."""
    number = draft(office, *ARTICLES)
    annotate(office, number, 1, "نام متخلفان", "برای همیشه؟", about=AnnotationSubject.DELETION)
    add(office, number, *CHANGED)
    annotate(office, number, 2, "ده روز کاری پاسخ", "کوتاه است.", ThreadKind.OBJECTION)
    overlapping = annotate(
        office, number, 2, "روز کاری پاسخ دهد", "تعریف «روز کاری» کجاست؟", ThreadKind.QUESTION
    )
    office.services.annotations.reply(office.manager, overlapping.id, 2, "در ماده ۱ بیاید.")
    annotate(office, number, 2, "به اداره می‌دهد.\nماده ۲", "این دو ماده یکی شوند.\nبند تازه‌ای لازم نیست.")
    annotate(office, number, 2, "سی روز\nفوری", "جدول درست است؟")
    closed = annotate(office, number, 2, "مدارک کامل", "کدام مدارک؟", ThreadKind.QUESTION)
    office.services.annotations.resolve(office.reviewer, closed.id, closed.version, 2, ThreadOutcome.ANSWERED)
    return number


def annotate(
    office: TestOffice,
    instrument: int,
    number: int,
    quote: str,
    text: str,
    kind: ThreadKind = ThreadKind.NOTE,
    about: AnnotationSubject = AnnotationSubject.PHRASE,
) -> ThreadRow:
    words = office.services.drafting.revision(instrument, number).text
    start = words.index(quote)
    return office.services.annotations.annotate(
        office.reviewer, instrument, number, start, start + len(quote), kind, text, about=about
    )


def exported(office: TestOffice, instrument: int, *, since: int | None = None) -> Colleague:
    services, actor = office.services, office.reviewer
    if since is None:
        return Colleague(services.word_export.revision(actor, instrument, 2, annotations=True))
    return Colleague(services.word_export.changes(actor, instrument, since, 2, annotations=True))


def planned(office: TestOffice, instrument: int, colleague: Colleague, folder: Path) -> IncomingPlan:
    path = folder / "پیش‌نویس.docx"
    path.write_bytes(colleague.data())
    return office.services.word_import.plan(office.reviewer, instrument, path)


def take(office: TestOffice, instrument: int, plan: IncomingPlan) -> None:
    keys = {row.key for row in plan.rows}
    office.services.word_import.take_in(office.reviewer, instrument, plan, keys)


def row_with(plan: IncomingPlan, text: str) -> IncomingRow:
    [row] = [row for row in plan.rows if text in row.text]
    return row


@pytest.mark.parametrize("since", [None, 1])
def test_what_went_out_is_known_when_it_comes_back(
    office: TestOffice, instrument: int, tmp_path: Path, since: int | None
) -> None:
    colleague = exported(office, instrument, since=since)
    read = read_remarks("a.docx", colleague.data())
    threads = {row.id: row for row in office.services.annotations.on_revision(instrument, 2)}
    text = office.services.drafting.revision(instrument, 2).text
    assert read.own is not None
    assert read.base.rstrip("\n") == read.accepted.rstrip("\n") == text
    assert len(read.comments) == 7
    for comment in read.comments:
        row = threads[read.own.comments[comment.paragraph_id][0]]
        if row.quote == "سی روز\nفوری":
            # Words in several cells: LibreOffice loses a comment on them, so it stands in one.
            assert comment.base is not None
            assert read.base[slice(*comment.base)] == "سی روز"
        elif row.start is not None:
            assert comment.base == (row.start, row.end)
        elif since is not None:
            assert comment.rejected is not None
            assert read.rejected[slice(*comment.rejected)] == "نام متخلفان"
        else:
            assert row.quote in comment.text
        assert comment.done == (row.status is ThreadStatus.RESOLVED)
    plan = planned(office, instrument, colleague, tmp_path)
    assert (plan.number, plan.exact, plan.already_present, plan.rows, plan.changes) == (2, True, 7, (), 0)
    colleague.forget_ids()
    plan = planned(office, instrument, colleague, tmp_path)
    assert (plan.already_present, plan.rows) == (7, ())


def test_a_file_without_annotations_has_no_trace_of_them(office: TestOffice, instrument: int) -> None:
    services, actor = office.services, office.reviewer
    for data in (
        services.word_export.revision(actor, instrument, 2),
        services.word_export.changes(actor, instrument, 1, 2),
    ):
        members = Colleague(data).members
        assert not any("omment" in name or "customXml" in name for name in members)
        assert not any("کوتاه است" in content.decode() for content in members.values())


def test_comments_answers_and_changes_come_in_once(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    colleague = exported(office, instrument)
    colleague.comment("نتیجه را اعلام", "به چه کسی؟")
    colleague.comment("ده", "موافقم با کوتاهی.", answers="کوتاه است")
    colleague.comment("نتیجه را اعلام", "به متقاضی.", answers="به چه کسی")
    colleague.replace("درخواست", "تقاضا")
    colleague.replace("کامل", "")
    colleague.resolve("جدول درست")
    plan = planned(office, instrument, colleague, tmp_path)
    assert (plan.already_present, plan.changes, len(plan.rows)) == (7, 2, 6)
    kinds = [row.kind for row in plan.rows]
    assert kinds.count(IncomingKind.REPLY) == 2
    assert row_with(plan, "به متقاضی").parent == row_with(plan, "به چه کسی").key
    taken = {row.text: row.quote for row in plan.rows if row.kind is IncomingKind.SUGGESTION}
    assert taken == {"تقاضا": "درخواست", "مدارک  به": "مدارک کامل به"}
    take(office, instrument, plan)
    rows = office.services.annotations.on_revision(instrument, 2)
    text = office.services.drafting.revision(instrument, 2).text
    [asked] = [row for row in rows if row.messages[0].text == "به چه کسی؟"]
    assert text[asked.start : asked.end] == asked.quote == "نتیجه را اعلام"
    assert [one.text for one in asked.messages] == ["به چه کسی؟", "به متقاضی."]
    # The author of the file is a name; the importing person answers for it.
    assert (asked.author_name, asked.messages[0].author_id) == (
        office.reviewer.name,
        office.reviewer.person_id,
    )
    assert [one.word_author for one in asked.messages] == ["نگار کاظمی"] * 2
    [short] = [row for row in rows if row.messages[0].text == "کوتاه است."]
    assert short.messages[-1].text == "موافقم با کوتاهی."
    assert {row.messages[0].text: row.quote for row in rows if row.kind is ThreadKind.SUGGESTION} == taken
    [table] = [row for row in rows if row.messages[0].text == "جدول درست است؟"]
    assert (table.status, table.outcome) == (ThreadStatus.RESOLVED, ThreadOutcome.ANSWERED)
    again = planned(office, instrument, colleague, tmp_path)
    assert (again.rows, again.already_present) == ((), 12)
    colleague.forget_ids()
    assert planned(office, instrument, colleague, tmp_path).rows == ()
    with pytest.raises(RuleError):
        take(office, instrument, plan)
    with office.services.database.reading() as session:
        told = history(session, "thread", asked.id)
    assert [(one.action, one.after.get("word_author")) for one in told] == [
        ("annotated_from_word", "نگار کاظمی"),
        ("replied_from_word", "نگار کاظمی"),
    ]
    assert verify(office.services.database).ok
    # And once more out and in.
    assert planned(office, instrument, exported(office, instrument), tmp_path).rows == ()


def test_a_resolved_state_is_only_proposed(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    colleague = exported(office, instrument)
    colleague.resolve("کوتاه است")
    plan = planned(office, instrument, colleague, tmp_path)
    [row] = plan.rows
    assert row.kind is IncomingKind.RESOLUTION
    office.services.word_import.take_in(office.reviewer, instrument, plan, set())
    rows = office.services.annotations.on_revision(instrument, 2)
    assert sum(one.status is ThreadStatus.RESOLVED for one in rows) == 1


def test_a_comment_on_deleted_words_stays_on_the_older_revision(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    colleague = exported(office, instrument, since=1)

    colleague.comment("نام متخلفان", "بماند.")
    [row] = planned(office, instrument, colleague, tmp_path).rows
    assert (row.number, row.quote, row.about) == (1, "نام متخلفان", AnnotationSubject.DELETION)
    take(office, instrument, planned(office, instrument, colleague, tmp_path))
    rows = office.services.annotations.on_revision(instrument, 1)
    assert [one.messages[0].word_author for one in rows if one.messages[0].text == "بماند."] == ["نگار کاظمی"]
    assert planned(office, instrument, colleague, tmp_path).rows == ()


def test_a_file_of_another_draft_and_invented_ids_are_refused(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    other = draft(office, *ARTICLES)
    colleague = exported(office, instrument)
    with pytest.raises(BadFileError) as refused:
        planned(office, other, colleague, tmp_path)
    assert refused.value.parameters["reason"] == FileFault.OF_ANOTHER_DRAFT
    own = colleague.members["customXml/item1.xml"]
    colleague.members["customXml/item1.xml"] = own.replace(b'thread="', b'thread="99')
    with pytest.raises(BadFileError) as refused:
        planned(office, instrument, colleague, tmp_path)
    assert refused.value.parameters["reason"] == FileFault.FOREIGN_IDS


def test_a_name_of_a_colleague_is_only_a_name(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    colleague = exported(office, instrument)
    colleague.name = f"\u202e{office.manager.name}\u200f"
    colleague.comment("نتیجه", "دستور مدیر")
    plan = planned(office, instrument, colleague, tmp_path)
    take(office, instrument, plan)
    [row] = [
        row
        for row in office.services.annotations.on_revision(instrument, 2)
        if row.messages[0].text == "دستور مدیر"
    ]
    assert row.messages[0].author_id == office.reviewer.person_id
    assert row.messages[0].word_author == office.manager.name


def test_libreoffice_loses_nothing_and_doubles_nothing(sqlite_office: TestOffice, tmp_path: Path) -> None:
    office = sqlite_office
    instrument = annotated(office)
    files = {str(since): exported(office, instrument, since=since) for since in (None, 1)}
    for colleague in files.values():
        colleague.comment("نتیجه را اعلام", "به چه کسی؟")
        colleague.replace("درخواست", "تقاضا")
    back = written_again({name: colleague.data() for name, colleague in files.items()}, tmp_path)
    for data in back.values():
        plan = planned(office, instrument, Colleague(data), tmp_path)
        assert (plan.exact, plan.already_present) == (True, 7), [(row.text, row.quote) for row in plan.rows]
        assert {(row.kind, row.text, row.quote) for row in plan.rows} == {
            (IncomingKind.THREAD, "به چه کسی؟", "نتیجه را اعلام"),
            (IncomingKind.SUGGESTION, "تقاضا", "درخواست"),
        }
