"""A consultation as a reviewer works through it: the exposed text by provisions, with the comments on each.

A comment goes to the provision that it names or quotes (`anchoring`), or that a person chose. What is unsure has a
part of its own: nothing is dropped or put on a near-twin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.comparison.result import Range
from desktop_app.instruments.annotations.threads import ThreadRow
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.anchoring import Anchored, How, Places, places_of
from desktop_app.instruments.comments.service import CommentRow, Comments
from desktop_app.instruments.comments.staff_threads import StaffThread
from desktop_app.instruments.drafting.service import Drafting, InstrumentDetail
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import fold, fold_with_offsets
from desktop_app.staff.roles import Actor

#: The key of the part that holds comments on the whole text.
WHOLE: Final = ""
#: The key of the part whose comments wait for a person to say where they belong.
UNSURE: Final = "?"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a part that comments quote: code points `[start, end)` of its `text`, and by how many."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class CommentedProvision:
    """A provision (or the whole) with the comments on it, in the order in which they came.

    `text` is the provision behind its label, notes and clauses included; empty for the whole, and where the
    exposed text has no provision of the name that the comments give (`known` is false then).
    """

    key: str
    label: str
    text: str
    known: bool
    quotes: tuple[Quote, ...]
    comments: tuple[CommentRow, ...]
    #: Where it stands in the exposed text, from its label on: code points `[start, end)`; None for the whole and for
    #: what that text does not have.
    place: Range | None = None

    @property
    def unsure(self) -> bool:
        return self.key == UNSURE

    @property
    def undecided(self) -> int:
        return sum(comment.waits for comment in self.comments)


@dataclass(frozen=True, slots=True)
class NewerRevision:
    """A revision by its number, and the names of its provisions («ماده ۶»، «تبصره ۱ ماده ۶») in order."""

    number: int
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All of it. `exposed` is the number of the revision that the public reads, None without any text."""

    detail: InstrumentDetail
    exposed: int | None
    parts: tuple[CommentedProvision, ...]
    today: date
    #: The last revision, where it came after the exposed one: it may carry what was accepted.
    newer: NewerRevision | None = None
    #: The campaign groups by their number, and how many comments were not held against the others yet.
    campaigns: Mapping[int, Campaign] = field(default_factory=dict)
    not_looked_at: int = 0
    #: The provisions of the exposed text, and where each comment (by its id) belongs among them.
    places: Places = field(default_factory=lambda: places_of(""))
    anchors: Mapping[int, Anchored] = field(default_factory=dict)
    #: What staff say of the exposed text, in its order, and of the comments.
    text_threads: tuple[ThreadRow, ...] = ()
    comment_threads: tuple[StaffThread, ...] = ()
    #: The pins between the exposed text and the newer one, by number: a comparison of the two hangs on them.
    pins: tuple[int, ...] = ()

    @property
    def comments(self) -> tuple[CommentRow, ...]:
        return tuple(comment for part in self.parts for comment in part.comments)


def load_review(drafting: Drafting, comments: Comments, actor: Actor, instrument_id: int) -> Review:
    """Reads a consultation. Raises `NotFoundError`."""
    detail = drafting.detail(actor, instrument_id)
    exposed = exposed_revision(detail)
    text = drafting.revision(instrument_id, exposed).text if exposed is not None else ""
    places, rows = places_of(text), comments.of_instrument(instrument_id)
    anchors = anchors_of(places, rows, exposed)
    parts = _arranged(places, rows, anchors)
    last = detail.revisions[-1].number if detail.revisions else None
    newer = None
    if exposed is not None and last is not None and last > exposed:
        newer = NewerRevision(last, provision_names(drafting.revision(instrument_id, last).text))
    return Review(detail, exposed, parts, drafting.today(), newer, places=places, anchors=anchors)


def provision_names(text: str) -> tuple[str, ...]:
    """The names of the labelled provisions of a text, in order, as reviewers write them."""
    places = places_of(text)
    return tuple(dict.fromkeys(places.name(at) for at in range(len(places.provisions))))


def exposed_revision(detail: InstrumentDetail) -> int | None:
    """The revision that stands before the public, or is asked to. Where none is named: the last one that was there
    on the opening day; where no window was opened, the last one there is."""
    if detail.exposure is not None:
        return detail.exposure.revision
    opened = detail.row.opened_on
    there = [r.number for r in detail.revisions if opened is None or tehran_day(r.created_at) <= opened]
    if there:
        return there[-1]
    return detail.revisions[0].number if detail.revisions else None


def _arranged(
    places: Places, comments: Sequence[CommentRow], anchors: Mapping[int, Anchored]
) -> tuple[CommentedProvision, ...]:
    held: dict[int, list[CommentRow]] = {}
    strange: dict[str, list[CommentRow]] = {}
    unsure: list[CommentRow] = []
    whole: list[CommentRow] = []
    for comment in comments:
        anchored = anchors[comment.id]
        if anchored.at is not None:
            held.setdefault(anchored.at, []).append(comment)
        elif anchored.how is How.UNSURE:
            unsure.append(comment)
        elif comment.provision.strip() and not places.provisions:
            strange.setdefault(fold(comment.provision), []).append(comment)
        else:
            whole.append(comment)
    parts = [
        _part(places, at, tuple(held.get(at, ())))
        for at in range(len(places.provisions))
        if at in held or places.is_main(at)
    ]
    if unsure:
        parts.append(CommentedProvision(UNSURE, "", "", False, (), tuple(unsure)))
    parts += [
        CommentedProvision(f"?{key}", rows[0].provision, "", False, (), tuple(rows))
        for key, rows in strange.items()
    ]
    if whole or not parts:
        parts.append(CommentedProvision(WHOLE, "", "", True, (), tuple(whole)))
    return tuple(parts)


def commented_ranges(
    text: str, comments: Sequence[CommentRow], revision: int | None = None
) -> tuple[Range, ...]:
    """The provisions of `text` that a comment is about, what stands below them included: code points
    `[start, end)`. Comments on the whole touch none, nor do those whose place is unsure: a change that they may have
    asked for is rather listed once too often."""
    places = places_of(text)
    found = {one.at for one in anchors_of(places, comments, revision).values()}
    return tuple(sorted(places.range_of(at) for at in found if at is not None))


def anchors_of(
    places: Places, comments: Sequence[CommentRow], revision: int | None = None
) -> dict[int, Anchored]:
    """Where each comment belongs on a text: as it is kept, where that was said of this revision (its number) or by a
    person; else found now."""
    found: dict[int, Anchored] = {}
    for comment in comments:
        kept = comment.place.anchored_on(places, revision) if comment.place is not None else None
        found[comment.id] = kept or places.locate(comment.provision, comment.quote, comment.text)
    return found


def _part(places: Places, at: int, comments: tuple[CommentRow, ...]) -> CommentedProvision:
    body = places.text[places.provisions[at].body : places.end_of(at)].strip()
    quotes = quotes_in(body, comments)
    return CommentedProvision(
        fold(places.name(at)), places.name(at), body, True, quotes, comments, places.range_of(at)
    )


def quotes_in(text: str, comments: Sequence[CommentRow]) -> tuple[Quote, ...]:
    """Where in `text` the quoted words of `comments` stand, in the order of the text; of quotes that overlap,
    the one that more comments share."""
    wanted = Counter(fold(comment.quote) for comment in comments if comment.quote.strip())
    if not wanted:
        return ()
    folded = fold_with_offsets(text)
    found: list[Quote] = []
    for words, count in wanted.most_common():
        at = folded.text.find(words) if words else -1
        if at < 0:
            continue
        start, end = folded.original_range(at, at + len(words))
        if all(end <= other.start or start >= other.end for other in found):
            found.append(Quote(start, start + len(text[start:end].rstrip()), count))
    return tuple(sorted(found, key=lambda quote: quote.start))
