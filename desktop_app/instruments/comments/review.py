"""A consultation for a reviewer: the exposed text by provisions, with the comments on each.

A comment belongs to the provision that it names or quotes (`anchoring`), or that a person chose. Unsure ones
have a part of their own: none is dropped or put on a near-duplicate.
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

#: The key of the part with comments on the whole text.
WHOLE: Final = ""
#: The key of the part with comments whose place a person has to choose.
UNSURE: Final = "?"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a part that comments quote: code points `[start, end)` of its `text`, and the number of comments."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class CommentedProvision:
    """A provision (or the whole text) with the comments on it, in the order of arrival.

    `text` is the provision after its label, including notes and clauses. It is empty for the whole text. It is
    also empty if the exposed text has no provision of that name (`known` is then false).
    """

    key: str
    label: str
    text: str
    known: bool
    quotes: tuple[Quote, ...]
    comments: tuple[CommentRow, ...]
    #: Its place in the exposed text, including the label: code points `[start, end)`; None for the whole text, and
    #: for a provision that the text lacks.
    place: Range | None = None
    #: Where `text` begins in the exposed text, in code points.
    begin: int = 0

    @property
    def unsure(self) -> bool:
        return self.key == UNSURE

    @property
    def undecided(self) -> int:
        return sum(comment.waits for comment in self.comments)


@dataclass(frozen=True, slots=True)
class NewerRevision:
    """A revision by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Review:
    """A whole consultation. `exposed` is the number of the revision that the public reads, None without any text."""

    detail: InstrumentDetail
    exposed: int | None
    parts: tuple[CommentedProvision, ...]
    today: date
    #: The last revision, if it is newer than the exposed one: it may carry accepted comments.
    newer: NewerRevision | None = None
    #: The campaign groups by id, and the number of comments that the search has not examined yet.
    campaigns: Mapping[int, Campaign] = field(default_factory=dict)
    not_looked_at: int = 0
    #: The provisions of the exposed text, and the place of each comment (by its id) among them.
    places: Places = field(default_factory=lambda: places_of(""))
    anchors: Mapping[int, Anchored] = field(default_factory=dict)
    #: Staff threads on the exposed text, in its order, and on the comments.
    text_threads: tuple[ThreadRow, ...] = ()
    comment_threads: tuple[StaffThread, ...] = ()
    #: The ids of the pins between the exposed text and the newer one, on which their comparison depends.
    pins: tuple[int, ...] = ()

    @property
    def comments(self) -> tuple[CommentRow, ...]:
        return tuple(comment for part in self.parts for comment in part.comments)


@dataclass(frozen=True, slots=True)
class PublicDemand:
    """The number of comments about a provision, and of those among them that quote certain words of it."""

    about: int
    quoting: int


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
        newer = NewerRevision(last)
    return Review(detail, exposed, parts, drafting.today(), newer, places=places, anchors=anchors)


def provision_names(text: str) -> tuple[str, ...]:
    """Returns the names of the labelled provisions of a text, in order, as reviewers write them."""
    places = places_of(text)
    return tuple(dict.fromkeys(places.name(at) for at in range(len(places.provisions))))


def exposed_revision(detail: InstrumentDetail) -> int | None:
    """Returns the revision that is, or is requested to be, before the public.

    If none is named, it is the last one that existed on the opening day; if no window was opened, the last one.
    """
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
    """Returns the provisions of `text` that comments are about, including their children: code points `[start,
    end)`.

    Comments on the whole text or with an unsure place touch none: a change is better listed once too often.
    """
    places = places_of(text)
    found = {one.at for one in anchors_of(places, comments, revision).values()}
    return tuple(sorted(places.range_of(at) for at in found if at is not None))


def demand_for(
    text: str, comments: Sequence[CommentRow], revision: int | None, wanted: Sequence[Range]
) -> tuple[PublicDemand, ...]:
    """Returns how many comments ask about each of the ranges of `text`, in code points.

    A comment on an article is about its notes too. One on the whole text or with an unsure place counts nowhere.
    """
    places = places_of(text)
    #: The folded quotes of the comments on each provision.
    held: dict[Range, list[str]] = {}
    for comment, anchored in zip(comments, anchors_of(places, comments, revision).values(), strict=True):
        if anchored.at is not None:
            held.setdefault(places.range_of(anchored.at), []).append(fold(comment.quote))
    found: list[PublicDemand] = []
    for start, end in wanted:
        words = fold(text[start:end])
        here = [quote for at, quotes in held.items() if at[0] <= start < at[1] for quote in quotes]
        found.append(PublicDemand(len(here), sum(_quotes(quote, words) for quote in here)))
    return tuple(found)


def _quotes(quote: str, words: str) -> bool:
    """Returns whether a folded quote has folded `words`, or is inside them."""
    return bool(quote and words) and (quote in words or words in quote)


def anchors_of(
    places: Places, comments: Sequence[CommentRow], revision: int | None = None
) -> dict[int, Anchored]:
    """Returns the place of each comment on a text.

    A stored place is used if it is for this revision (its number) or was chosen by a person; otherwise it is
    searched now.
    """
    found: dict[int, Anchored] = {}
    for comment in comments:
        kept = comment.place.anchored_on(places, revision) if comment.place is not None else None
        found[comment.id] = kept or places.locate(comment.provision, comment.quote, comment.text)
    return found


def _part(places: Places, at: int, comments: tuple[CommentRow, ...]) -> CommentedProvision:
    begin = places.provisions[at].body
    body = places.text[begin : places.end_of(at)]
    begin += len(body) - len(body.lstrip())
    body = body.strip()
    quotes = quotes_in(body, comments)
    return CommentedProvision(
        fold(places.name(at)), places.name(at), body, True, quotes, comments, places.range_of(at), begin
    )


def quotes_in(text: str, comments: Sequence[CommentRow]) -> tuple[Quote, ...]:
    """Returns where in `text` the comments' quotes occur, in the order of the text.

    Among overlapping quotes the one that more comments share is kept.
    """
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
