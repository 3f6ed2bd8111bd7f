"""A merge is saved as a revision that names its origin, and never past a question or a newer revision."""

from __future__ import annotations

import pytest

from desktop_app.comparison.merge_result import MergeAnswer, MergeTake
from desktop_app.documents.document import Document, DocumentPart, PartKind
from desktop_app.errors import RuleError
from desktop_app.instruments.drafting.merging import DraftText, merge_summary, merged_document
from desktop_app.instruments.vocabulary import InstrumentKind
from tests.department import TestOffice
from tests.instruments.composed import OLD, document

FIRST = OLD.replace("سی روز", "ده روز").replace("کتبی", "شفاهی")
SECOND = OLD.replace("سی روز", "شصت روز").replace("متقاضی درخواست", "متقاضی پروانه درخواست")


def test_a_merge_is_saved_after_its_questions_and_names_both_drafts(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    for words in (OLD, FIRST):
        services.drafting.add_revision(reviewer, number, document(words))
    merging = services.merging
    base, first = (merging.revision(number, n, f"نسخهٔ {n}") for n in (1, 2))
    second = DraftText.of_document(Document("همکار.docx", SECOND, ("footnotes",), "docx", ""))
    result = merging.merge(base, first, second)
    [question] = result.questions
    assert (question.title, question.conflict.first, question.conflict.second) == ("ماده ۲", "ده", "شصت")
    assert question.before.endswith("مهلت پاسخ ")
    with pytest.raises(RuleError) as refused:
        merging.save(reviewer, number, result, {}, "")
    assert refused.value.parameters["rule"] == "merge_has_questions"
    answers = {question.conflict.number: MergeAnswer(MergeTake.SECOND)}
    detail = merging.save(reviewer, number, result, answers, merge_summary(result, answers))
    made = services.drafting.revision(number, 3)
    assert made.text == FIRST.replace("ده روز", "شصت روز").replace("متقاضی درخواست", "متقاضی پروانه درخواست")
    assert "footnotes" in made.not_compared
    row = detail.revisions[-1]
    assert "همکار.docx" in row.source_name
    assert "همکار.docx" in row.summary
    with pytest.raises(RuleError) as late:
        merging.save(reviewer, number, result, answers, "")
    assert late.value.parameters["rule"] == "not_the_last_revision"


def test_footnotes_that_one_draft_added_come_along_and_what_one_dropped_goes() -> None:
    def note(words: str, at: int | None) -> DocumentPart:
        return DocumentPart(PartKind.FOOTNOTE, at, words)

    from desktop_app.instruments.drafting.merging import Merging  # noqa: PLC0415

    both, gone, added = "موضوع قانون مطبوعات", "پیش‌نویس اول", "نشانی تازه"
    at = OLD.index(" خود")
    base = DraftText("پایه", OLD, (note(both, at), note(gone, at)))
    first = DraftText("اول", FIRST, (note(both, FIRST.index(" خود")),))
    place = SECOND.index(" به اداره")
    second = DraftText("دوم", SECOND, (note(both, SECOND.index(" خود")), note(gone, at), note(added, place)))
    result = Merging.merge(Merging.__new__(Merging), base, first, second)
    made = merged_document(
        result, {one.conflict.number: MergeAnswer(MergeTake.FIRST) for one in result.questions}
    )
    assert [part.text for part in made.parts] == [both, added]
    assert [made.text[: part.at].rsplit(" ", 1)[-1] for part in made.parts] == ["درخواست", "را"]
