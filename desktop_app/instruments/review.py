"""A consultation as a reviewer works through it: the exposed text by provisions, with the comments on each.

A comment goes to the provision that it names, however that is spelled («ماده ۶»، «ماده 6»، «مادهٔ شش»); one that
names none, but quotes words that stand at one place only, goes there. What fits nowhere keeps a place of its
own under the name that it gave: nothing is dropped or put on a near-twin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.comparison.labels import Kind
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision, parse
from desktop_app.instruments.campaign_rows import Campaign
from desktop_app.instruments.comments import CommentRow, Comments
from desktop_app.instruments.drafting import Drafting, InstrumentDetail
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import Folded, fold, fold_with_offsets
from desktop_app.staff.roles import Actor

#: The key of the part that holds comments on the whole text.
WHOLE: Final = ""
_HEADING: Final = 80


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a part that comments quote: code points `[start, end)` of its `text`, and by how many."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class Part:
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
    parts: tuple[Part, ...]
    today: date
    #: The last revision, where it came after the exposed one: it may carry what was accepted.
    newer: NewerRevision | None = None
    #: The campaign groups by their number, and how many comments were not held against the others yet.
    campaigns: Mapping[int, Campaign] = field(default_factory=dict)
    not_looked_at: int = 0

    @property
    def comments(self) -> tuple[CommentRow, ...]:
        return tuple(comment for part in self.parts for comment in part.comments)


def load_review(drafting: Drafting, comments: Comments, actor: Actor, instrument_id: int) -> Review:
    """Reads a consultation. Raises `NotFoundError`."""
    detail = drafting.detail(actor, instrument_id)
    exposed = exposed_revision(detail)
    text = drafting.revision(instrument_id, exposed).text if exposed is not None else ""
    parts = arrange(text, comments.of_instrument(instrument_id))
    last = detail.revisions[-1].number if detail.revisions else None
    newer = None
    if exposed is not None and last is not None and last > exposed:
        newer = NewerRevision(last, provision_names(drafting.revision(instrument_id, last).text))
    return Review(detail, exposed, parts, drafting.today(), newer)


def provision_names(text: str) -> tuple[str, ...]:
    """The names of the labelled provisions of a text, in order, as reviewers write them."""
    places = _Places(text)
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


def arrange(text: str, comments: Sequence[CommentRow]) -> tuple[Part, ...]:
    """The parts of `text`: every main provision, below it those of its notes and clauses that have comments,
    then names that the text does not have, then the whole."""
    places = _Places(text)
    held: dict[int, list[CommentRow]] = {}
    strange: dict[str, list[CommentRow]] = {}
    whole: list[CommentRow] = []
    for comment in comments:
        at = places.find(comment)
        if at is not None:
            held.setdefault(at, []).append(comment)
        elif comment.provision.strip():
            strange.setdefault(fold(comment.provision), []).append(comment)
        else:
            whole.append(comment)
    parts = [
        places.part(at, tuple(held.get(at, ())))
        for at in range(len(places.provisions))
        if at in held or places.is_main(at)
    ]
    parts += [Part(f"?{key}", rows[0].provision, "", False, (), tuple(rows)) for key, rows in strange.items()]
    if whole or not parts:
        parts.append(Part(WHOLE, "", "", True, (), tuple(whole)))
    return tuple(parts)


def commented_ranges(text: str, comments: Sequence[CommentRow]) -> tuple[Range, ...]:
    """The provisions of `text` that a comment is about, what stands below them included: code points
    `[start, end)`. Comments on the whole, or on what the text does not have, touch none."""
    places = _Places(text)
    found = {places.find(comment) for comment in comments}
    return tuple(sorted(places.range_of(at) for at in found if at is not None))


class _Places:
    """The labelled provisions of a text, by every name that a comment may give them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.provisions = [p for p in parse(text) if p.label is not None and not p.kind.heading]
        self._by_name: dict[str, int | None] = {}
        self._by_address: dict[tuple[tuple[Kind, str], ...], int | None] = {}
        for at, provision in enumerate(self.provisions):
            self._remember(fold(self.name(at)), at)
            address = provision.address
            self._by_address[address] = None if address in self._by_address else at
        self._folded: Folded | None = None
        self._found: dict[str, int | None] = {}

    def _remember(self, name: str, at: int) -> None:
        # A name that two provisions bear tells neither.
        self._by_name[name] = None if name in self._by_name else at

    def name(self, at: int) -> str:
        """«تبصره ۱ ماده ۶»: from the inside out, headings left out."""
        provision = self.provisions[at]
        return " ".join(reversed(provision.path[-len(provision.address) :]))

    def is_main(self, at: int) -> bool:
        return len(self.provisions[at].address) == 1

    def find(self, comment: CommentRow) -> int | None:
        """The provision that a comment is about."""
        name = comment.provision.strip().strip("-–ـ:. ")
        if not name:
            return self._of_quote(comment.quote)
        # Thousands of comments give a few names, each in a few spellings.
        if name not in self._found:
            self._found[name] = self._of_name(name)
        return self._found[name]

    def _of_name(self, name: str) -> int | None:
        found = self._by_name.get(fold(name))
        if found is not None:
            return found
        spelled = next((p for p in parse(f"{name}- .") if p.label is not None), None)
        return self._by_address.get(spelled.address) if spelled is not None else None

    def part(self, at: int, comments: tuple[CommentRow, ...]) -> Part:
        provision = self.provisions[at]
        body = self.text[provision.body : self._end(at)].strip()
        return Part(fold(self.name(at)), self.name(at), body, True, quotes_in(body, comments), comments)

    def range_of(self, at: int) -> Range:
        """A provision from its label on, with what stands below it."""
        return self.provisions[at].start, self._end(at)

    def _end(self, at: int) -> int:
        own: Provision = self.provisions[at]
        end = own.end
        for below in self.provisions[at + 1 :]:
            if below.address[: len(own.address)] != own.address:
                break
            end = below.end
        return end

    def _of_quote(self, quote: str) -> int | None:
        wanted = fold(quote)
        if not wanted:
            return None
        if self._folded is None:
            self._folded = fold_with_offsets(self.text)
        first = self._folded.text.find(wanted)
        if first < 0 or self._folded.text.find(wanted, first + 1) >= 0:
            return None
        start, _ = self._folded.original_range(first, first + len(wanted))
        inside = [at for at, p in enumerate(self.provisions) if p.start <= start < p.end]
        return inside[-1] if inside else None


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
