"""Building the next revision: kept as it is chosen, saved whole or not at all, never past somebody else's work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.comparison.places import ChangedPlace, places_of
from desktop_app.comparison.repairing import RepairChoices, RepairKind
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.documents.document import DocumentPart, PartKind
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.drafting.composing import CompositionRow
from desktop_app.instruments.drafting.composition_choices import CompositionChoices, EditedWords
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.instruments.composed import NEW, OLD, document, instrument, key_of, made

__all__ = ["instrument", "made"]


def test_stale_references_are_put_right_all_at_once(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    older = OLD.replace("اداره تحویل", "اداره موضوع ماده ۳ تحویل").replace("کتبی", "کتبی طبق بند ۲ ماده ۲")
    newer = (
        older.replace("ماده ۳ـ", "ماده ۴ـ")
        .replace("ماده ۲ـ", "ماده ۲ـ نشانی دبیرخانه در سامانه اعلام می‌شود.\nماده ۳ـ")
        .replace("سی روز", "شصت روز")
    )
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها").row.id
    for words in (older, newer):
        services.drafting.add_revision(reviewer, number, document(words))
    start = newer.index("شصت روز")
    thread = services.annotations.annotate(
        office.manager, number, 2, start, start + 7, ThreadKind.SUGGESTION, "چهل روز"
    )
    composing, taken = services.composing, CompositionChoices(threads=(thread.id,), repair=RepairChoices())
    comparison = services.drafting.compare(number, 1, 2)
    plain = composing.preview(number, 1, 2, CompositionChoices(), comparison)
    preview = composing.preview(number, 1, 2, taken, comparison)
    assert plain.text == newer
    assert preview.summary.endswith("ارجاع‌های کهنهٔ اصلاح‌شده: ۲")
    row = composing.keep(reviewer, number, 1, 2, CompositionChoices(), version=None)
    row = composing.keep(reviewer, number, 1, 2, taken, version=row.version)
    current = composing.current(number, 1, 2)
    assert current is not None
    assert current.taken == taken
    composing.save(reviewer, row.id, row.version, preview.summary)
    saved = services.drafting.revision(number, 3).text
    assert saved == preview.text
    assert "موضوع ماده ۴ تحویل" in saved
    assert "طبق بند ۲ ماده ۳ می‌گیرد" in saved
    assert services.drafting.compare(number, 1, 3).stale_references == ()
    [placed] = services.annotations.on_revision(number, 3)
    assert placed.start is not None
    assert placed.end is not None
    assert saved[placed.start : placed.end] == "چهل روز"


def test_a_number_of_articles_that_the_choices_make_wrong_is_told_in_the_preview(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    older = OLD + "قانون فوق مشتمل بر سه ماده و یک تبصره تصویب شد.\n"
    newer = older.replace("تبصره ـ جمعه‌ها به شمار نمی‌آید.\n", "").replace(" و یک تبصره", "")
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها").row.id
    for words in (older, newer):
        services.drafting.add_revision(reviewer, number, document(words))
    comparison = services.drafting.compare(number, 1, 2)
    [closing] = [
        entry
        for entry in comparison.entries
        if entry.old and "مشتمل" in older[entry.old.start : entry.old.end]
    ]
    assert services.composing.preview(number, 1, 2, CompositionChoices(), comparison).wrong_counts == ()
    taken = CompositionChoices(frozenset({ChangeKey.of(closing)}))
    [wrong] = services.composing.preview(number, 1, 2, taken, comparison).wrong_counts
    assert (wrong.text, wrong.found) == ("یک تبصره", 0)


def test_places_edits_and_numbers_are_chosen_kept_and_saved_together(
    office: TestOffice, clock: FixedClock
) -> None:
    services, reviewer = office.services, office.reviewer
    newer = OLD.replace("ماده ۳ـ", "ماده ۴ـ").replace(
        "ماده ۲ـ مهلت پاسخ سی روز", "ماده ۲ـ نشانی در سامانه است.\nماده ۳ـ مهلت کتبی پاسخ شصت روز"
    )
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها").row.id
    for words in (OLD, newer):
        services.drafting.add_revision(reviewer, number, document(words))
    comparison = services.drafting.compare(number, 1, 2)
    [inserted] = [e for e in comparison.entries if e.status is ProvisionStatus.INSERTED]
    [edited] = [e for e in comparison.entries if e.status is ProvisionStatus.EDITED]
    written, term = places_of(edited, OLD, newer)
    start = newer.index("متخلف")
    taken = CompositionChoices(
        frozenset({ChangeKey.of(inserted)}),
        places=frozenset({written}),
        edits=(EditedWords(start, start + 5, 'خاطی "و" متخلف'), EditedWords(*term.new, "چهل")),
    )
    composing = services.composing
    row = composing.keep(reviewer, number, 1, 2, taken, version=None)
    assert composing.current(number, 1, 2) == row
    assert row.taken == taken
    plain = composing.preview(number, 1, 2, taken, comparison)
    numbers = [one for one in plain.repairs if one.key.kind is RepairKind.NUMBER]
    assert [(one.before.strip(), one.after.strip()) for one in numbers] == [
        ("ماده ۳", "ماده ۲"), ("ماده ۴", "ماده ۳"),
    ]  # fmt: skip
    assert "ماده ۳ـ مهلت پاسخ چهل روز" in plain.text
    left_out = RepairChoices(frozenset({numbers[1].key}))
    row = composing.keep(reviewer, number, 1, 2, replace(taken, repair=left_out), version=row.version)
    assert row.taken.repair == left_out
    row = composing.keep(reviewer, number, 1, 2, replace(taken, repair=RepairChoices()), version=row.version)
    preview = composing.preview(number, 1, 2, row.taken, comparison)
    assert preview.text == OLD.replace("سی", "چهل").replace("متخلف", 'خاطی "و" متخلف')
    assert "شماره‌های اصلاح‌شده: ۲" in preview.summary
    composing.save(reviewer, row.id, row.version, preview.summary)
    assert services.drafting.revision(number, 3).text == preview.text


def test_a_place_that_is_not_known_and_words_over_each_other_prevent_saving(
    office: TestOffice, instrument: int
) -> None:
    composing = office.services.composing
    comparison = office.services.drafting.compare(instrument, 1, 2)
    lost = CompositionChoices(places=frozenset({ChangedPlace((1, 2), (3, 4))}))
    assert composing.preview(instrument, 1, 2, lost, comparison).lost == 1
    over = CompositionChoices(edits=(EditedWords(5, 12, "الف"), EditedWords(8, 14, "ب")))
    assert composing.preview(instrument, 1, 2, over, comparison).lost == 1
    long = CompositionChoices(edits=(EditedWords(5, 12, "ا" * 20_001),))
    with pytest.raises(InvalidValueError):
        composing.keep(office.reviewer, instrument, 1, 2, long, version=None)


def test_what_is_taken_is_kept_and_read_again(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    assert composing.current(instrument, 1, 2) is None
    taken = CompositionChoices(frozenset({key_of(office, instrument, ProvisionStatus.DELETED)}), (7,))
    row = composing.keep(office.reviewer, instrument, 1, 2, taken, version=None)
    assert composing.current(instrument, 1, 2) == row
    assert (row.taken, row.started_by) == (taken, "نگار صادقی")
    again = composing.keep(office.manager, instrument, 1, 2, CompositionChoices(), version=row.version)
    assert (again.taken, again.changed_by, again.started_by) == (
        CompositionChoices(),
        "کامران یزدی",
        "نگار صادقی",
    )


def test_a_colleague_s_choice_is_never_overwritten(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    row = composing.keep(office.reviewer, instrument, 1, 2, CompositionChoices(), version=None)
    kept = composing.keep(
        office.manager, instrument, 1, 2, CompositionChoices(threads=(3,)), version=row.version
    )
    for version in (row.version, None):
        with pytest.raises(ConflictError) as refused:
            composing.keep(office.reviewer, instrument, 1, 2, CompositionChoices(), version=version)
        assert refused.value.parameters["theirs"] == "کامران یزدی"
    with pytest.raises(ConflictError):
        composing.save(office.reviewer, row.id, row.version, "")
    assert composing.current(instrument, 1, 2) == kept


def test_of_two_who_begin_or_save_at_once_one_wins(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    taken = CompositionChoices(frozenset({key_of(office, instrument, ProvisionStatus.DELETED)}))

    def begin(actor: Actor) -> CompositionRow | None:
        try:
            return composing.keep(actor, instrument, 1, 2, taken, version=None)
        except ConflictError:
            return None

    with ThreadPoolExecutor(2) as pool:
        [row] = [found for found in pool.map(begin, (office.reviewer, office.manager)) if found is not None]

    def save(actor: Actor) -> bool:
        try:
            composing.save(actor, row.id, row.version, "")
        except (ConflictError, RuleError):
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, (office.reviewer, office.manager))) == [False, True]
    assert len(office.services.drafting.detail(office.reviewer, instrument).revisions) == 3


def test_the_preview_is_the_text_that_is_saved(office: TestOffice, instrument: int) -> None:
    composing, drafting = office.services.composing, office.services.drafting
    taken = CompositionChoices(frozenset({key_of(office, instrument, ProvisionStatus.DELETED)}))
    comparison = drafting.compare(instrument, 1, 2)
    preview = composing.preview(instrument, 1, 2, taken, comparison)
    assert preview.text == OLD.replace("سی", "شصت")
    assert preview.summary == "ساخته‌شده از نسخه‌های ۱ و ۲؛ برگرفته از نسخهٔ ۱: تبصره ماده ۲"
    row = composing.keep(office.reviewer, instrument, 1, 2, taken, version=None)
    detail = composing.save(office.reviewer, row.id, row.version, preview.summary)
    assert [revision.number for revision in detail.revisions] == [1, 2, 3]
    assert detail.revisions[-1].summary == preview.summary
    assert detail.revisions[-1].not_compared == ("footnotes",)
    assert drafting.revision(instrument, 3).text == preview.text
    assert detail.history[-1].action == "revision_added"
    assert composing.current(instrument, 1, 2) is None


def test_each_footnote_is_taken_from_the_chosen_side(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها").row.id
    for words, numbers in ((OLD, (12, 14)), (NEW, (13, 15))):
        places = (words.index(" خود"), words.index(" روز"))
        notes = [
            DocumentPart(PartKind.FOOTNOTE, at, f"موضوع تصویب‌نامه شماره {n} هیئت")
            for at, n in zip(places, numbers, strict=True)
        ]
        services.drafting.add_revision(reviewer, number, replace(document(words), parts=tuple(notes)))
    comparison = services.drafting.compare(number, 1, 2)
    first = next(ChangeKey.of(entry) for entry in comparison.entries if entry.part is not None)
    taken = CompositionChoices(frozenset({first}))
    preview = services.composing.preview(number, 1, 2, taken, comparison)
    row = services.composing.keep(reviewer, number, 1, 2, taken, version=None)
    services.composing.save(reviewer, row.id, row.version, "")
    made = services.drafting.revision(number, 3)
    assert (made.text, made.parts) == (NEW, preview.parts)
    assert [(part.at, part.text.split()[-2]) for part in made.parts] == [
        (NEW.index(" خود"), "12"),
        (NEW.index(" روز"), "15"),
    ]


def test_what_no_longer_names_a_change_is_counted_and_refused(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    taken = CompositionChoices(frozenset({ChangeKey((1, 2), None)}))
    comparison = office.services.drafting.compare(instrument, 1, 2)
    assert composing.preview(instrument, 1, 2, taken, comparison).lost == 1
    row = composing.keep(office.reviewer, instrument, 1, 2, taken, version=None)
    with pytest.raises(RuleError):
        composing.save(office.reviewer, row.id, row.version, "")


def test_nothing_is_built_past_a_revision_that_came_meanwhile(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    taken = CompositionChoices(frozenset({key_of(office, instrument, ProvisionStatus.DELETED)}))
    row = composing.keep(office.reviewer, instrument, 1, 2, taken, version=None)
    office.services.drafting.add_revision(office.manager, instrument, document(NEW.replace("شصت", "نود")))
    with pytest.raises(RuleError) as refused:
        composing.save(office.reviewer, row.id, row.version, "")
    assert refused.value.parameters["rule"] == "not_the_last_revision"
    with pytest.raises(RuleError):
        composing.keep(office.reviewer, instrument, 1, 2, taken, version=row.version)


def test_a_choice_of_nothing_is_no_revision(office: TestOffice, instrument: int) -> None:
    row = office.services.composing.keep(
        office.reviewer, instrument, 1, 2, CompositionChoices(), version=None
    )
    with pytest.raises(RuleError) as refused:
        office.services.composing.save(office.reviewer, row.id, row.version, "")
    assert refused.value.parameters["rule"] == "same_text_as_last_revision"


def test_a_finished_instrument_and_a_person_without_the_role_are_refused(
    office: TestOffice, instrument: int
) -> None:
    composing = office.services.composing
    onlooker = Actor(None, "ناظر", frozenset({Membership(Role.ADMINISTRATOR, None)}))
    with pytest.raises(NotPermittedError):
        composing.keep(onlooker, instrument, 1, 2, CompositionChoices(), version=None)
    with office.services.database.writing() as session:
        session.execute(text("UPDATE instrument SET status = 'withdrawn', withdrawn_reason = 'منتفی'"))
    with pytest.raises(RuleError) as refused:
        composing.keep(office.reviewer, instrument, 1, 2, CompositionChoices(), version=None)
    assert refused.value.parameters["rule"] == "instrument_is_finished"


def test_what_was_dropped_is_brought_back_but_not_over_another(office: TestOffice, instrument: int) -> None:
    composing = office.services.composing
    row = composing.keep(office.reviewer, instrument, 1, 2, CompositionChoices(threads=(5,)), version=None)
    composing.drop(office.reviewer, row.id, row.version)
    assert composing.current(instrument, 1, 2) is None
    back = composing.take_up(office.reviewer, row.id)
    assert back.taken == row.taken
    composing.drop(office.reviewer, back.id, back.version)
    composing.keep(office.manager, instrument, 1, 2, CompositionChoices(), version=None)
    with pytest.raises(ConflictError):
        composing.take_up(office.reviewer, row.id)


def test_a_number_that_comes_back_though_it_was_given_away_is_pointed_out(office: TestOffice) -> None:
    drafting = office.services.drafting
    number = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    first, second, third = (
        "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n",
        "ماده ۲ـ هزینه بررسی بر عهده متقاضی است.\n",
        "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n",
    )
    drafting.add_revision(office.reviewer, number, document(first + second + third))
    drafting.add_revision(
        office.reviewer, number, document(first + third.replace("۳", "۲").replace("کتبی", "شفاهی"))
    )
    comparison = drafting.compare(number, 1, 2)
    [deleted] = [entry for entry in comparison.entries if entry.status is ProvisionStatus.DELETED]
    composing = office.services.composing
    taken = CompositionChoices(frozenset({ChangeKey.of(deleted)}))
    assert composing.preview(number, 1, 2, taken, comparison).doubled == ("ماده ۲",)
    everything = CompositionChoices(frozenset(ChangeKey.of(entry) for entry in comparison.entries[1:]))
    assert composing.preview(number, 1, 2, everything, comparison).doubled == ()


def test_a_note_that_comes_back_beside_one_without_a_number_is_pointed_out(office: TestOffice) -> None:
    drafting, composing = office.services.drafting, office.services.composing
    number = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    older = OLD.replace("تبصره ـ جمعه‌ها", "تبصره ۱ـ جمعه‌ها").replace(
        "ماده ۳ـ", "تبصره ۲ـ مهلت از روز ثبت درخواست آغاز می‌شود.\nماده ۳ـ"
    )
    for words in (older, OLD):
        drafting.add_revision(office.reviewer, number, document(words))
    comparison = drafting.compare(number, 1, 2)
    [deleted] = [entry for entry in comparison.entries if entry.status is ProvisionStatus.DELETED]
    taken = CompositionChoices(frozenset({ChangeKey.of(deleted)}))
    # All that is left to the newer revision is a number, so the older one comes back whole.
    assert composing.preview(number, 1, 2, taken, comparison).text == older
    drafting.add_revision(office.reviewer, number, document(OLD.replace("سی روز", "ده روز")))
    comparison = drafting.compare(number, 1, 3)
    assert composing.preview(number, 1, 3, taken, comparison).unnumbered == ("تبصره ماده ۲",)
    put_right = replace(taken, repair=RepairChoices())
    found = composing.preview(number, 1, 3, put_right, comparison)
    assert (found.unnumbered, found.text) == ((), older.replace("سی روز", "ده روز"))
