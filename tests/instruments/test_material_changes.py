"""What the public did not read: the material changes behind the window, their carriers and their reasons."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest
from sqlalchemy import text

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.comparison.weight import WeightKind
from desktop_app.database.verification import BreakReason, verify
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.changes.material import MaterialChanges, material_changes
from desktop_app.instruments.changes.recomputing import unlike_recomputed
from desktop_app.instruments.changes.service import OutcomeChanges
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from tests.instruments.consulting import Consultation, made_history
from tests.instruments.refusing import missing, refused, refused_by_sql

READ = """ماده ۱- هزینه صدور مجوز صد هزار ریال است.
ماده ۲- متخلف بار نخست پنج میلیون ریال جریمه می‌پردازد.
ماده ۳- اداره ظرف سی روز درخواست را بررسی می‌کند.
تبصره ۱- پاسخ کتبی است.
تبصره ۲- دارندگان نشان درجه یک از شرط معاف‌اند.
ماده ۴- نگارخانه در یک شهر فعالیت می‌کند.
ماده ۵- این آیین‌نامه در پنج ماده تنظیم شد."""
FINAL = """ماده ۱- هزینه صدور مجوز صد هزار ریال است.
ماده ۲- متخلف بار نخست ده میلیون ریال جریمه می‌پردازد.
ماده ۳- اداره ظرف پانزده روز درخواست را بررسی می‌کند.
تبصره- پاسخ کتبی است.
ماده ۴- نگارخانه در يك شهر فعاليت مي‌كند.
ماده ۵- این آیین‌نامه در پنج ماده تنظیم شد.
ماده ۶- نگارخانه نشانی خود را در درگاه ثبت می‌کند.
تبصره- ثبت رایگان است."""
READY = "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id"
#: The names of the changes from `READ` to `FINAL`.
FINE, TERM, NOTE, DUTY = "ماده ۲", "ماده ۳", "تبصره ۲ ماده ۳ (حذف‌شده)", "ماده ۶"


def changes_of(old: str, new: str) -> MaterialChanges:
    return material_changes(compare_texts(old, new))


def by_name(old: str = READ, new: str = FINAL) -> dict[str, tuple[ProvisionStatus, tuple[WeightKind, ...]]]:
    return {one.name: (one.status, one.kinds) for one in changes_of(old, new).changes}


@pytest.fixture
def amended(consultation: Consultation) -> Consultation:
    """A consultation on `READ` with comments, whose amended text is `FINAL`."""
    consultation.register()
    consultation.write(READ)
    consultation.ask()
    consultation.open()
    for number, (provision, words) in enumerate(
        [
            ("ماده ۲", "جریمه را کمتر کنید."),
            ("تبصره ۲ ماده ۳", "تبصره ۲ ماده ۳ حفظ شود."),
            ("ماده ۳", "مهلت بررسی سی روز طولانی است."),
        ]
    ):
        consultation.comment(words, number=str(number), provision=provision)
    consultation.after_the_end()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write(FINAL)
    return consultation


def comments(consultation: Consultation) -> list[int]:
    return [row.id for row in consultation.services.comments.of_instrument(consultation.id)]


def changes(consultation: Consultation) -> OutcomeChanges:
    found = consultation.services.material_changes.read(consultation.office.reviewer, consultation.id)
    assert found is not None
    return found


def unexplained(consultation: Consultation) -> int:
    """The number that the gate's checklist gives."""
    points = {point.rule: point.missing for point in consultation.now.gate.points}
    return points["changes_are_explained"]


def ready(consultation: Consultation) -> object:
    return consultation.services.life.make_ready(
        consultation.office.reviewer, consultation.id, consultation.version
    )


def reviewer(consultation: Consultation) -> int:
    number = consultation.office.reviewer.person_id
    assert number is not None
    return number


# What is a material change


def test_every_material_change_is_found_and_weighed() -> None:
    found = by_name()
    assert found == {
        FINE: (ProvisionStatus.EDITED, (WeightKind.AMOUNT,)),
        TERM: (ProvisionStatus.EDITED, (WeightKind.TERM,)),
        NOTE: (ProvisionStatus.DELETED, (WeightKind.EXEMPTION_DELETED,)),
        DUTY: (ProvisionStatus.INSERTED, (WeightKind.DUTY_INSERTED,)),
    }


def test_numbers_and_spelling_are_counted_and_are_no_changes() -> None:
    found = changes_of(READ, FINAL)
    assert (found.renumbered, found.spelled) == (1, 1)
    assert not changes_of("ماده ۱- اداره مي‌پذیرد.", "ماده ۱- اداره می‌پذیرد.").changes
    renumbered = changes_of(
        "ماده ۱- الف است.\nماده ۲- ب است.", "ماده ۱- صفر است.\nماده ۲- الف است.\nماده ۳- ب است."
    )
    assert [one.name for one in renumbered.changes] == ["ماده ۱"]
    assert renumbered.renumbered == 2


def test_what_stands_below_an_inserted_article_is_part_of_its_change() -> None:
    found = changes_of(READ, FINAL)
    [inserted] = [one for one in found.changes if one.name == DUTY]
    assert inserted.new is not None
    assert FINAL[slice(*inserted.new)].endswith("ثبت رایگان است.")
    # Whoever names the note means the change that it is part of.
    assert found.named("تبصره ماده ۶") == inserted


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ماده ۲", FINE),
        ("ماده 2", FINE),
        ("تبصره ۲ ماده ۳", NOTE),
        (NOTE, NOTE),
        ("ماده ۱", None),
        # Renumbered, or another spelling, and nothing else.
        ("تبصره ماده ۳", None),
        ("ماده ۴", None),
        ("تبصره", None),
        ("ماده ۹", None),
    ],
)
def test_a_name_means_one_change_or_none(typed: str, meant: str | None) -> None:
    found = changes_of(READ, FINAL).named(typed)
    assert (found.name if found is not None else None) == meant


def test_a_former_number_means_no_change_if_another_provision_has_it_now() -> None:
    old = "ماده ۱- الف ب پ ت است.\nماده ۲- مهلت سی روز کاری است.\nماده ۳- پایان متن است."
    new = "ماده ۱- الف ب پ ت است.\nماده ۲- پایان متن است.\nماده ۳- مهلت سی و پنج روز کاری است."
    found = changes_of(old, new)
    assert {one.name for one in found.changes} & {"ماده ۳"}
    meant = found.named("ماده ۲")
    assert meant is None or meant.name == "ماده ۲"


def test_the_same_change_has_the_same_key_in_a_later_revision() -> None:
    later = FINAL.replace("ماده ۵- این", "ماده ۵- همه این")
    first = {one.name: one.key for one in changes_of(READ, FINAL).changes}
    second = {one.name: one.key for one in changes_of(READ, later).changes}
    assert first.items() < second.items()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("جریمه پنج میلیون ریال است", "جریمه ده میلیون ریال است", WeightKind.AMOUNT),
        ("مهلت ۳۰ روز است", "مهلت ۱۵ روز است", WeightKind.TERM),
        ("دوازده نمایشگاه در سال", "شش نمایشگاه در سال", WeightKind.NUMBER),
        ("فعالیت مجاز است", "فعالیت مجاز نیست", WeightKind.NEGATION),
        ("متقاضی می‌تواند اعتراض کند", "متقاضی پاسخ می‌گیرد", WeightKind.RIGHT_DELETED),
        ("هنرمندان معاف‌اند", "هنرمندان تابع‌اند", WeightKind.EXEMPTION_DELETED),
        ("اداره نظر می‌دهد", "اداره مکلف است نظر دهد", WeightKind.DUTY_INSERTED),
        ("درخواست در هیئت بررسی شود", "درخواست در کارگروه بررسی شود", WeightKind.MEANING),
    ],
)
def test_why_a_change_is_weighty(old: str, new: str, kind: WeightKind) -> None:
    [change] = changes_of(f"ماده ۱- {old}.", f"ماده ۱- {new}.").changes
    assert change.kinds[0] is kind


def test_another_word_is_a_change_and_not_weighty() -> None:
    [change] = changes_of("ماده ۱- نگارخانه زیبا است.", "ماده ۱- نگارخانه قشنگ است.").changes
    assert change.kinds == ()


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("تبصره", "ماده ۲", "ماده ۲"),
        ("ماده ۲", "تبصره", "تبصره ماده ۱"),
        ("بند الف", "تبصره", "تبصره ماده ۱"),
        ("ماده ۲", "فصل دوم", "فصل دوم"),
        # Another style of number, or another word for an article, is none.
        ("الف", "۱", None),
        ("ماده ۲", "اصل ۲", None),
        ("ماده ۲ مکرر", "ماده ۲", None),
    ],
)
def test_a_provision_of_another_kind_is_a_change(before: str, after: str, name: str | None) -> None:
    text = "ماده ۱- نگارخانه در اداره ثبت می‌شود.\n{}- هنرمندان جوان از این حکم معاف‌اند."
    found = changes_of(text.format(before), text.format(after))
    assert [one.name for one in found.changes] == ([name] if name else [])
    assert found.renumbered == (0 if name else 1)


def test_no_two_changes_have_names_that_look_alike() -> None:
    labels = ("ماده ۲", "ماده   2", "ماده\t٢", "ماده\u200f ۲", "ماده ۲")
    old = "\n".join(f"{label}- نشانی {at} نگارخانه اعلام می‌شود." for at, label in enumerate(labels, 5))
    found = changes_of(old, old.replace("اعلام می‌شود", "پنهان می‌ماند"))
    assert [one.name for one in found.changes] == [
        "ماده ۲", "ماده 2 (2)", "ماده ٢ (3)", "ماده ۲ (4)", "ماده ۲ (5)",
    ]  # fmt: skip
    assert [found.named(one.name) for one in found.changes] == list(found.changes)


def test_a_text_without_labels_that_was_rewritten_is_named_in_little_time() -> None:
    old = "\n".join(f"بند{at} واژه{at} جمله{at} سخن{at}." for at in range(1500))
    new = "\n".join(f"نو{at} تازه{at} دیگر{at} پسین{at}." for at in range(1500))
    comparison = compare_texts(old, new)
    begun = perf_counter()
    assert len({one.name for one in material_changes(comparison).changes}) == 3000
    # Seconds where each name is compared with all others.
    assert perf_counter() - begun < 5


# Carriers


def test_an_unrelated_carrier_is_refused_when_typed_at_freezing_before_ready_and_at_the_end(
    amended: Consultation,
) -> None:
    fine, note, term = comments(amended)
    for name in ("ماده ۱", "تبصره ماده ۳", "ماده ۴"):
        with pytest.raises(RuleError, match="carrier_is_unchanged"):
            amended.decide(note, Disposition.ACCEPTED, Carrier(3, name))
    amended.decide(fine)
    amended.decide(note, Disposition.ACCEPTED)
    amended.decide(term, Disposition.ACCEPTED, Carrier(3, TERM))
    # A client that writes rows itself; only the gate is left then.
    amended.sql(
        "UPDATE public_comment SET carried_provision = 'ماده ۱', carried_revision_id = (SELECT max(id) FROM revision)"
        " WHERE id = :comment",
        comment=note,
    )
    amended.explain()
    refused("accepted_is_carried", amended.freeze, amended)
    assert "accepted_is_carried" in missing(amended)
    refused_by_sql("accepted_is_carried", READY, amended, who=reviewer(amended))
    with made_history(amended.services):
        amended.sql(READY, who=reviewer(amended))
    refused("accepted_is_carried", amended.finish, amended)
    refused_by_sql(
        "accepted_is_carried",
        "UPDATE instrument SET status = 'promulgated', letter_number = 'x', letter_date = :day WHERE id = :id",
        amended,
        day=amended.today.isoformat() if amended.services.database.is_sqlite else amended.today,
    )


def test_a_deleted_provision_carries_a_comment_by_its_former_name(amended: Consultation) -> None:
    _, note, _ = comments(amended)
    amended.decide(note, Disposition.ACCEPTED, Carrier(3, "تبصره ۲ ماده ۳"))
    assert amended.services.comments.one(note).carried_provision == NOTE


def test_an_accepted_comment_without_a_change_needs_a_reason_that_is_published(amended: Consultation) -> None:
    fine, note, term = comments(amended)
    with pytest.raises(InvalidValueError):
        amended.decide(note, Disposition.ACCEPTED, Unchanged("  "))
    with pytest.raises(RuleError, match="only_accepted_is_carried"):
        amended.decide(note, Disposition.REJECTED, Unchanged("در قانون آمده است."))
    amended.decide(note, Disposition.ACCEPTED, Unchanged("  در قانون\nآمده است. "))
    assert amended.services.comments.one(note).unchanged_reason == "در قانون آمده است."
    amended.decide(fine)
    amended.decide(term)
    amended.sum_up()
    ready(amended)
    content = amended.services.summing_up.all(amended.id)[-1].content
    reasons = [one.get("unchanged_reason") for part in content["provisions"] for one in part["comments"]]
    assert "در قانون آمده است." in reasons


def test_a_later_revision_without_the_change_takes_the_carrier_away(amended: Consultation) -> None:
    fine, note, term = comments(amended)
    amended.decide(fine, Disposition.ACCEPTED, Carrier(3, FINE))
    amended.decide(note)
    amended.decide(term)
    amended.write(FINAL.replace("ده میلیون", "پنج میلیون"))
    amended.explain()
    refused("accepted_is_carried", amended.sum_up, amended)


def test_a_stored_comparison_stays_and_is_computed_again_by_the_audit(amended: Consultation) -> None:
    fine, _, _ = comments(amended)
    amended.decide(fine, Disposition.ACCEPTED, Carrier(3, FINE))
    database = amended.services.database
    for statement in (
        "UPDATE text_change SET name = 'ماده ۱'",
        "DELETE FROM text_change",
        "UPDATE text_comparison SET engine = 'x'",
        "DELETE FROM text_comparison",
    ):
        refused_by_sql("frozen", statement, amended)
    assert not list(unlike_recomputed(database))
    with made_history(amended.services):
        amended.sql("UPDATE text_change SET name = 'ماده ۱' WHERE name = :name", name=FINE)
    assert [number for number, _ in unlike_recomputed(database)] == [amended.id]
    breaks = verify(database, recompute=unlike_recomputed).breaks
    assert BreakReason.COMPARISON in {one.reason for one in breaks}


# Reasons


@pytest.mark.parametrize("nothing", ["\u200c", "\u00a0 \u200f", "\u2800\ufeff"])
def test_a_reason_that_shows_nothing_is_none(amended: Consultation, nothing: str) -> None:
    fine, note, term = comments(amended)
    with pytest.raises(InvalidValueError):
        amended.decide(fine, Disposition.ACCEPTED, Unchanged(nothing))
    version = amended.services.comments.one(note).version
    with pytest.raises(InvalidValueError):
        amended.services.comments.decide(
            amended.office.reviewer, note, version, Disposition.REJECTED, nothing, None
        )
    for number in (fine, note, term):
        amended.decide(number)
    amended.explain(nothing)
    assert unexplained(amended) == 4
    amended.explain()
    # A client that writes rows itself.
    amended.sql(
        "UPDATE public_comment SET disposition = 'accepted', unchanged_reason = :nothing WHERE id = :comment",
        nothing=nothing,
        comment=fine,
    )
    refused_by_sql("accepted_is_carried", READY, amended, who=reviewer(amended))
    amended.decide(fine)
    amended.sum_up()
    ready(amended)
    with pytest.raises(InvalidValueError):
        amended.turn_back(nothing)


def test_changes_that_nobody_has_listed_yet_are_missing_in_the_checklist(amended: Consultation) -> None:
    for number in comments(amended):
        amended.decide(number)
    assert "changes_are_explained" in missing(amended)
    assert unexplained(amended) == 0
    refused_by_sql("changes_are_explained", READY, amended, who=reviewer(amended))


def test_a_doubled_fine_in_a_commented_article_needs_a_reason_and_is_published(amended: Consultation) -> None:
    fine, note, term = comments(amended)
    amended.decide(fine)
    amended.decide(note)
    amended.decide(term, Disposition.ACCEPTED, Carrier(3, TERM))
    found = {one.change.name: one for one in changes(amended).changes}
    assert [one.id for one in found[FINE].about] == [fine]
    assert [name for name, one in found.items() if one.needs_reason] == [FINE, NOTE, DUTY]
    assert unexplained(amended) == 3
    summing_up, office = amended.services.summing_up, amended.office
    with pytest.raises(RuleError, match="changes_are_explained"):
        summing_up.freeze(office.reviewer, amended.id)
    service = amended.services.material_changes
    service.explain(office.reviewer, amended.id, [found[FINE].change.key], "هماهنگ با تعرفه سال ۱۴۰۵.")
    assert unexplained(amended) == 2
    refused_by_sql("changes_are_explained", READY, amended, who=reviewer(amended))
    shared = [found[NOTE].change.key, found[DUTY].change.key]
    service.explain(office.reviewer, amended.id, shared, "به درخواست هیئت نظارت.")
    frozen = summing_up.freeze(office.reviewer, amended.id)
    told = {one["provision"]: one for one in frozen.content["changes"]}
    assert (told[FINE]["carried"], told[FINE]["reason"]) == (0, "هماهنگ با تعرفه سال ۱۴۰۵.")
    assert told[NOTE]["reason"] == told[DUTY]["reason"] == "به درخواست هیئت نظارت."
    assert (told[TERM]["carried"], told[TERM]["reason"]) == (1, "")
    # Under the comments of its provision.
    [part] = [one for one in frozen.content["provisions"] if one["label"] == "ماده ۲"]
    assert [frozen.content["changes"][at]["provision"] for at in part["changes"]] == [FINE]
    ready(amended)
    assert amended.stands() is InstrumentStatus.READY


def test_a_reason_that_is_rewritten_or_taken_away_makes_the_summing_up_stale(amended: Consultation) -> None:
    for number in comments(amended):
        amended.decide(number)
    amended.sum_up()
    service, office = amended.services.material_changes, amended.office
    key = changes(amended).changes[0].change.key
    service.explain(office.reviewer, amended.id, [key], "دلیل دیگر")
    refused("summing_up_is_needed", lambda: ready(amended), amended)
    service.explain(office.reviewer, amended.id, [key], "")
    refused("changes_are_explained", lambda: ready(amended), amended)
    service.explain(office.reviewer, amended.id, [key], "برای هماهنگی با دیگر ماده‌ها.")
    ready(amended)


def test_a_reason_counts_for_the_same_words_in_a_later_revision_and_for_no_others(
    amended: Consultation,
) -> None:
    for number in comments(amended):
        amended.decide(number)
    amended.explain()
    amended.write(FINAL.replace("پنج ماده", "شش ماده"))
    assert [one.change.name for one in changes(amended).unexplained] == ["ماده ۵"]
    amended.write(FINAL.replace("ده میلیون", "بیست میلیون"))
    assert [one.change.name for one in changes(amended).unexplained] == [FINE]


def test_only_reviewers_give_reasons_and_none_after_the_end(amended: Consultation) -> None:
    for number in comments(amended):
        amended.decide(number)
    service, office = amended.services.material_changes, amended.office
    key = changes(amended).changes[0].change.key
    for actor in (office.clerk, office.manager):
        with pytest.raises(NotPermittedError):
            service.explain(actor, amended.id, [key], "دلیل")
    with pytest.raises(InvalidValueError):
        service.explain(office.reviewer, amended.id, [key], "د" * 2001)
    # What is no change has no reason.
    service.explain(office.reviewer, amended.id, ["0" * 32], "دلیل")
    assert "0" * 32 not in service.explanations(amended.id)
    amended.sum_up()
    ready(amended)
    amended.finish()
    with pytest.raises(RuleError, match="instrument_is_finished"):
        service.explain(office.reviewer, amended.id, [key], "دلیل دیگر")


def test_a_pin_makes_the_stored_comparison_one_of_the_past(amended: Consultation) -> None:
    for number in comments(amended):
        amended.decide(number)
    amended.sum_up()
    reviewing, office = amended.services.reviewing, amended.office
    reviewing.pin(office.reviewer, amended.id, 2, 3, READ.index("تبصره ۲"), FINAL.index("ماده ۶"), same=True)
    refused("changes_are_explained", lambda: ready(amended), amended)
    amended.clock.advance(timedelta(minutes=5))
    amended.sum_up()
    ready(amended)
    with amended.services.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM text_comparison")) == 2
