"""The changes since the public read a draft, and which of them no comment asked for.

The rule ("change after closing"): a provision may change in the final revision although no comment
touched it. The public never saw such a change, so the reviewer sees it before the instrument is ready.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.comparison.result import MARGINS, Comparison, Entry, Range, is_change
from desktop_app.comparison.three import Timing, three_texts
from desktop_app.errors import RuleError
from desktop_app.instruments.comments.review import commented_ranges, exposed_revision
from desktop_app.instruments.comments.service import Comments
from desktop_app.instruments.drafting.service import Drafting
from desktop_app.progress import Progress
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class SincePublication:
    """The comparison of the exposed revision with the final one; its entries are identified by their index.

    `commented` is the number of an intermediate revision that implements the comments, if one was named;
    `timings` then shows for each change whether that revision has it already. `touched` are changes of
    provisions that a comment is about. `unasked` are changes that neither a comment nor the intermediate
    revision explains.
    """

    published: int
    commented: int | None
    final: int
    comparison: Comparison
    timings: dict[int, Timing]
    touched: frozenset[int]
    unasked: tuple[int, ...]


def since_publication(
    drafting: Drafting,
    comments: Comments,
    actor: Actor,
    instrument_id: int,
    *,
    commented: int | None = None,
    final: int | None = None,
    whole: Comparison | None = None,
    progress: Progress | None = None,
) -> SincePublication:
    """Compares the exposed revision with `final` (None: the last one); `whole` is that comparison if it exists.

    Raises `NotFoundError`, `CancelledError`, and `RuleError` if no revision follows the exposed one or
    `commented` is not between the two.
    """
    detail = drafting.detail(actor, instrument_id)
    published = exposed_revision(detail)
    last = detail.revisions[-1].number if detail.revisions else None
    newer = final if final is not None else last
    if published is None or newer is None or newer <= published:
        raise RuleError(rule="nothing_since_publication")
    if commented is not None and not published < commented < newer:
        raise RuleError(rule="not_between_the_two")
    if whole is None:
        whole = drafting.compare(instrument_id, published, newer, progress=progress)
    timings: dict[int, Timing] = {}
    if commented is not None:
        first = drafting.compare(instrument_id, published, commented, progress=progress)
        later = drafting.compare(instrument_id, commented, newer, progress=progress)
        timings = three_texts(whole, first, later).timings
    ranges = commented_ranges(whole.old.body, comments.of_instrument(instrument_id), published)
    touched = changes_in(whole, ranges)
    unasked = tuple(
        index
        for index, entry in enumerate(whole.entries)
        if is_change(entry) and index not in touched and timings.get(index) is not Timing.BEFORE
    )
    return SincePublication(published, commented, newer, whole, timings, touched, unasked)


def changes_in(comparison: Comparison, ranges: tuple[Range, ...]) -> frozenset[int]:
    """Returns the indexes of changes of provisions at these ranges of the older text.

    An added provision counts if its parent is among them: a comment on an article may ask for another note. A
    footnote counts if the provision that refers to it is among them.
    """
    found: set[int] = set()
    touched_paths: set[tuple[str, ...]] = set()
    for index, entry in enumerate(comparison.entries):
        if entry.old is not None and _inside(entry.old.start, ranges):
            found.add(index)
            if entry.new is not None:
                touched_paths.add(entry.new.path)
    for index, entry in enumerate(comparison.entries):
        if entry.old is None and entry.part is None and _under(entry, touched_paths):
            found.add(index)
    home = -1
    for index, entry in enumerate(comparison.entries):
        if entry.part is None:
            home = index
        elif home in found and entry.part not in MARGINS:
            found.add(index)
    return frozenset(index for index in found if is_change(comparison.entries[index]))


def _inside(offset: int, ranges: tuple[Range, ...]) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _under(entry: Entry, paths: set[tuple[str, ...]]) -> bool:
    assert entry.new is not None
    path = entry.new.path
    return any(path[:depth] in paths for depth in range(1, len(path)))
