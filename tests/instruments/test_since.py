"""What changed since publication, and what of it nobody asked for: by comments, and by a revision in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.comparison.labelling import change_title
from desktop_app.comparison.three import Timing
from desktop_app.documents.document import Document, DocumentPart, PartKind
from desktop_app.errors import RuleError
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.changes_since_publication import SincePublication, since_publication
from desktop_app.instruments.vocabulary import InstrumentKind
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now

PUBLISHED = (
    "ماده ۱ـ متقاضی درخواست خود را در سامانه ثبت می‌کند.\n"
    "ماده ۲ـ اداره ظرف سی روز پاسخ می‌دهد.\n"
    "ماده ۳ـ هزینه بررسی بر عهده متقاضی است.\n"
    "ماده ۴ـ کارگروه استانی با سه عضو تشکیل می‌شود.\n"
)
COMMENTED = PUBLISHED.replace("سی روز", "بیست روز")
FINAL = COMMENTED.replace("سه عضو", "پنج عضو").replace(
    "ماده ۴ـ", "تبصره ـ آثار دانشجویان از هزینه معاف است.\nماده ۴ـ"
)


def found(
    office: TestOffice,
    clock: FixedClock,
    *about: str,
    commented: int | None = None,
    revised: tuple[str, ...] = (COMMENTED, FINAL),
    noted: Callable[[str, int], tuple[DocumentPart, ...]] = lambda _text, _number: (),
) -> SincePublication:
    """A draft whose first revision was put before the public, commented on, and revised twice.

    `noted` gives the footnotes of a text, by the number of its revision.
    """
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نمونه").row.id
    services.drafting.add_revision(
        reviewer, number, Document("1.txt", PUBLISHED, (), "txt", "1", noted(PUBLISHED, 1))
    )
    exposed_now(services, number)
    services.comments.take_in(
        reviewer, number, [NewComment(f"نظر {at}", provision=name) for at, name in enumerate(about)]
    )
    clock.advance(timedelta(days=20))
    for at, text in enumerate(revised, 2):
        document = Document(f"{at}.txt", text, (), "txt", str(at), noted(text, at))
        services.drafting.add_revision(reviewer, number, document)
    return since_publication(services.drafting, services.comments, reviewer, number, commented=commented)


def labels(since: SincePublication, indexes: Iterable[int]) -> list[str]:
    """The labels of entries in the final revision."""
    places = [since.comparison.entries[index].new for index in sorted(indexes)]
    return [place.label or "" for place in places if place is not None]


def test_changes_in_provisions_without_a_comment_are_listed(office: TestOffice, clock: FixedClock) -> None:
    since = found(office, clock, "ماده ۲")
    assert (since.published, since.final, since.commented) == (1, 3, None)
    assert labels(since, since.touched) == ["ماده ۲"]
    assert labels(since, since.unasked) == ["تبصره", "ماده ۴"]


def test_punctuation_alone_is_no_change_and_carries_no_comment(office: TestOffice, clock: FixedClock) -> None:
    marked = PUBLISHED.replace("متقاضی درخواست", "متقاضی، درخواست").replace("است.", "است؛")
    since = found(office, clock, "ماده ۱", revised=(marked,))
    assert since.comparison.counts["orthographic"] == 2
    assert (since.touched, since.unasked) == (frozenset(), ())
    # The same marks beside a word that changed hide nothing.
    edited = marked.replace("سه عضو", "پنج عضو")
    since = found(office, clock, "ماده ۱", revised=(edited,))
    assert labels(since, since.unasked) == ["ماده ۴"]


def test_a_new_note_belongs_to_the_comment_on_its_article(office: TestOffice, clock: FixedClock) -> None:
    since = found(office, clock, "ماده 3", "مادهٔ چهار")
    assert labels(since, since.touched) == ["تبصره", "ماده ۴"]
    assert labels(since, since.unasked) == ["ماده ۲"]


def test_a_footnote_that_changed_belongs_to_the_comment_on_its_article(
    office: TestOffice, clock: FixedClock
) -> None:
    def noted(text: str, number: int) -> tuple[DocumentPart, ...]:
        words = "موضوع تصویب‌نامه شماره {} هیئت"
        return tuple(
            DocumentPart(PartKind.FOOTNOTE, text.index(place), words.format(old if number < 3 else new))
            for place, old, new in ((" خود", 12, 13), (" بررسی", 14, 15))
        )

    for commented, later in ((None, ()), (2, (Timing.LATER,))):
        since = found(
            office, clock, "ماده ۱", commented=commented, revised=(PUBLISHED + "\n", PUBLISHED), noted=noted
        )
        titles = [
            change_title([since.comparison.entries[at]]) for at in (*sorted(since.touched), *since.unasked)
        ]
        assert titles == ["پانوشت ماده ۱", "پانوشت ماده ۳"]
        assert {since.timings[at] for at in since.unasked if at in since.timings} == set(later)


def test_a_comment_on_the_whole_asks_for_no_provision(office: TestOffice, clock: FixedClock) -> None:
    since = found(office, clock, "")
    assert labels(since, since.unasked) == ["ماده ۲", "تبصره", "ماده ۴"]


def test_the_revision_in_between_accounts_for_what_it_has_already(
    office: TestOffice, clock: FixedClock
) -> None:
    since = found(office, clock, commented=2)
    assert labels(since, since.unasked) == ["تبصره", "ماده ۴"]
    assert {since.timings[index] for index in since.unasked} == {Timing.LATER}
    assert Timing.BEFORE in since.timings.values()


@pytest.mark.parametrize("between", [1, 3, 7])
def test_a_revision_that_is_not_in_between_is_refused(
    office: TestOffice, clock: FixedClock, between: int
) -> None:
    with pytest.raises(RuleError, match="not_between_the_two"):
        found(office, clock, commented=between)


def test_without_a_newer_revision_there_is_nothing_since(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نمونه").row.id
    with pytest.raises(RuleError, match="nothing_since_publication"):
        since_publication(services.drafting, services.comments, reviewer, number)


def test_a_comment_whose_place_is_unsure_accounts_for_no_change(
    office: TestOffice, clock: FixedClock
) -> None:
    since = found(office, clock, "ماده ۹")
    assert labels(since, since.unasked) == ["ماده ۲", "تبصره", "ماده ۴"]
