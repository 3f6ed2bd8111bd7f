from __future__ import annotations

import re

import pytest

from desktop_app.instruments.vocabulary import (
    TRACKS,
    InstrumentKind,
    InstrumentStatus,
    ThreadKind,
    ThreadOutcome,
    Track,
)
from desktop_app.persian.text import fold
from desktop_app.sample.annotations import INSTRUMENT, REVISION, THREADS, SampleThread
from desktop_app.sample.instruments import INSTRUMENTS, SampleInstrument, instrument
from desktop_app.sample.office import STAFF, UNITS

_ARTICLE = re.compile(r"^(?:ماده [۰-۹]+ ?[ـ:-]|[۰-۹]+- )", re.MULTILINE)
each = pytest.mark.parametrize("made", INSTRUMENTS, ids=lambda made: made.code)


def provision(text: str, label: str) -> str:
    """The text from a label to the next article."""
    found = re.search(rf"^{label}(?![۰-۹]).*?(?=^ماده|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, label
    return found.group()


def test_there_is_an_instrument_of_every_kind() -> None:
    assert {made.kind for made in INSTRUMENTS} == {kind.value for kind in InstrumentKind}


@each
def test_each_has_at_least_two_revisions_of_fifteen_to_thirty_articles(made: SampleInstrument) -> None:
    assert len(made.revisions) >= 2
    for revision in made.revisions:
        assert 15 <= len(_ARTICLE.findall(made.text(revision.number))) <= 30


@each
def test_the_amended_revision_differs_in_more_than_spelling(made: SampleInstrument) -> None:
    for before, after in zip(made.revisions, made.revisions[1:], strict=False):
        old, new = made.text(before.number), made.text(after.number)
        changed = set(map(fold, old.splitlines())) ^ set(map(fold, new.splitlines()))
        assert len(changed) >= 6
        assert before.age > after.age


@each
def test_articles_are_numbered_without_gaps(made: SampleInstrument) -> None:
    for revision in made.revisions:
        lines = made.text(revision.number).splitlines()
        pattern = r"ماده ([۰-۹]+)" if any(line.startswith("ماده") for line in lines) else r"([۰-۹]+)- "
        numbers = [int(found[1]) for line in lines if (found := re.match(pattern, line))]
        assert numbers == list(range(1, len(numbers) + 1))


@each
def test_no_reference_is_left_unresolved_and_states_are_words_of_the_room(made: SampleInstrument) -> None:
    assert "{" not in "".join(made.text(revision.number) for revision in made.revisions)
    assert InstrumentStatus(made.state)
    assert made.unit in {unit.code for unit in UNITS}
    assert {revision.author for revision in made.revisions} <= {
        person.user_name for person in STAFF if person.role == "legal_reviewer"
    }


@each
def test_a_window_that_was_opened_is_as_long_as_the_law_wants(made: SampleInstrument) -> None:
    if made.opened is None or made.closes is None:
        assert made.exposed is None
        return
    assert made.opened - made.closes >= (31 if TRACKS[InstrumentKind(made.kind)] is Track.B else 14)


def test_the_main_instrument_changes_as_the_reviewer_expects() -> None:
    made = instrument("galleries")
    old, new = made.text(2), made.text(3)
    assert "ظرف سی روز درخواست را" in provision(old, "ماده ۴")
    assert "پانزده روز کاری" in provision(new, "ماده ۴")
    assert "تبصره" not in provision(old, "ماده ۴")
    assert "تبصره" in provision(new, "ماده ۴")
    assert "فضای مجازی" in provision(old, "ماده ۱۷")
    assert "فضای مجازی" in provision(new, "ماده ۱۹")
    assert "ب)" in provision(old, "ماده ۱۹")
    assert "ب)" not in provision(new, "ماده ۱۸")
    assert "موضوع ماده ۱۷" in provision(new, "ماده ۱۸"), "the stale reference"
    assert "ده میلیون ریال" in provision(new, "ماده ۲۲")
    assert len(_ARTICLE.findall(old)) == len(_ARTICLE.findall(new)) == 28


@pytest.mark.parametrize(("revision", "articles", "notes"), [(1, 27, 3), (2, 28, 4), (3, 28, 5)])
def test_the_last_article_counts_articles_and_notes_right(revision: int, articles: int, notes: int) -> None:
    text = instrument("galleries").text(revision)
    assert len(_ARTICLE.findall(text)) == articles
    assert len(re.findall(r"^تبصره", text, re.MULTILINE)) == notes


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        instrument("no-such")


@pytest.mark.parametrize("thread", THREADS, ids=lambda thread: f"{thread.kind}-{thread.quote}")
def test_a_margin_note_quotes_its_provision_word_for_word(thread: SampleThread) -> None:
    assert thread.quote in provision(instrument(INSTRUMENT).text(REVISION), thread.label)
    assert ThreadKind(thread.kind)
    assert (thread.suggestion is not None) == (thread.kind == "suggestion")
    assert all(reply.age < thread.age for reply in thread.replies)


def test_margin_notes_are_open_and_resolved_and_of_every_kind() -> None:
    assert {thread.kind for thread in THREADS} == {kind.value for kind in ThreadKind}
    assert {thread.outcome for thread in THREADS} == {None} | {outcome.value for outcome in ThreadOutcome}


def test_no_reviewer_of_the_sample_reviews_what_they_wrote() -> None:
    """One of the two is always free to put the text before the public and to declare it ready (law)."""
    reviewers = {one.user_name for one in STAFF if one.role == "legal_reviewer"}
    for made in INSTRUMENTS:
        writers = {made.revisions[0].author} | {one.author for one in made.revisions}
        assert reviewers - writers, made.code
