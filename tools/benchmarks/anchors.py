"""How well annotations are found again on an amended text, beside a scorer after Hypothesis's published idea.

Truth comes from `revised_words`: every word keeps its identity through the amendments. An annotation is

- gone: none of its words is left; only an orphan is right (asking is counted apart);
- lasting: words with at least half of its letters are left; right is a place that holds at least two in five of
  those words and is, for the greater part, of them or of what was put between them (a phrase that was torn apart
  may be found by its largest piece);
- faint: in between; an orphan is right, and so is a place that is right for a lasting one.

Any other place is wrong.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from rapidfuzz.distance import Levenshtein

from desktop_app.comparison.anchors import Anchor, AnchorFinder, make_anchor
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.folding import flat
from desktop_app.comparison.structure import parse
from tools.benchmarks.revised_words import Note, Truth, Written, made_truth, twin_truth

_CONTEXT: Final = 32
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2
SEEDS: Final = (1, 2, 3, 4, 5)
#: What was found: how, and the place or None.
Answer = tuple[str, tuple[int, int] | None]
#: Words of a text, the seeds of the texts that are made, and the number of annotations on each.
SIZES: Final = ((5_000, (1, 2, 3, 4), 400), (50_000, (1, 2), 1_000), (150_000, (1, 2, 3, 4), 2_000))
#: Words of an article with its notes and clauses.
_AN_ARTICLE: Final = 68
_NOTES: Final = 400
_TWINS: Final = 8
#: The scorer by quote reads the whole text for each annotation: so many of them, on texts of at most so many words.
_BY_QUOTE: Final = 100
_LONGEST_BY_QUOTE: Final = 50_000
_FRAMES: Final = 120


def find_by_quote(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Where `old[start:end]` stands in `new`; None where no place is within the edits allowed.

    As the Hypothesis client does it, written anew from its published description: exact occurrences of the quote if
    there are any, else the places with the fewest edits, at most half of the quote's length (256 at most). Each place
    is scored: 50 for the quote, 20 for what stands before it, 20 for what stands behind, 2 for its position; the best
    one is taken, whatever it scores.
    """
    quote = old[start:end]
    prefix, suffix = old[max(0, start - _CONTEXT) : start], old[end : end + _CONTEXT]
    best: tuple[float, tuple[int, int]] | None = None
    for place, errors in _places(quote, new):
        score = (
            _QUOTE * (1 - errors / len(quote))
            + _PREFIX * _alike(prefix, new[max(0, place[0] - len(prefix)) : place[0]])
            + _SUFFIX * _alike(suffix, new[place[1] : place[1] + len(suffix)])
            + _POSITION * (1 - abs(place[0] - start) / len(new))
        )
        if best is None or score > best[0]:
            best = score, place
    return None if best is None else best[1]


def _alike(wanted: str, there: str) -> float:
    return (
        1 - Levenshtein.distance(wanted, there) / len(wanted)
        if wanted and there
        else 1.0
        if not wanted
        else 0.0
    )


def _places(quote: str, text: str) -> list[tuple[tuple[int, int], int]]:
    found: list[tuple[tuple[int, int], int]] = []
    at = text.find(quote)
    while at != -1:
        found.append(((at, at + len(quote)), 0))
        at = text.find(quote, at + 1)
    if found:
        return found
    least, ends = _ends(quote, text, min(256, len(quote) // 2))
    return [((_start(quote, text, end, least), end), least) for end in ends]


def _ends(quote: str, text: str, most: int) -> tuple[int, list[int]]:
    """The fewest edits (at most `most`) and where such matches end: Myers' bit-parallel scan."""
    masks: dict[str, int] = {}
    for position, letter in enumerate(quote):
        masks[letter] = masks.get(letter, 0) | 1 << position
    length = len(quote)
    full, last = (1 << length) - 1, 1 << (length - 1)
    plus, minus, score = full, 0, length
    least, ends = most + 1, list[int]()
    for position, letter in enumerate(text):
        here = masks.get(letter, 0)
        diagonal = (((here & plus) + plus) ^ plus) | here | minus
        grown, shrunk = minus | (full & ~(diagonal | plus)), plus & diagonal
        score += bool(grown & last) - bool(shrunk & last)
        grown, shrunk = (grown << 1) & full, (shrunk << 1) & full
        plus, minus = shrunk | (full & ~(diagonal | grown)), grown & diagonal
        if score < least:
            least, ends = score, [position + 1]
        elif score == least and score <= most:
            ends.append(position + 1)
    return least, ends if least <= most else []


def _start(quote: str, text: str, end: int, errors: int) -> int:
    """The start of a match that ends at `end`: the length that takes the fewest edits, the nearest to the quote's."""
    lengths = range(max(1, len(quote) - errors), len(quote) + errors + 1)
    return max(
        0,
        end
        - min(
            lengths,
            key=lambda n: (Levenshtein.distance(quote, text[max(0, end - n) : end]), abs(n - len(quote))),
        ),
    )


def answers(truth: Truth) -> list[Answer]:
    """What this program says of every annotation."""
    comparison = compare_texts(truth.old.text, truth.new.text)
    finder, provisions = AnchorFinder(comparison), parse(truth.old.text)
    found: list[Answer] = []
    for note in truth.notes:
        placement = finder.find(make_anchor(truth.old.text, provisions, *extent(note, truth.old)))
        place = None if placement.start is None or placement.end is None else (placement.start, placement.end)
        found.append((placement.state.value, place))
    return found


def answers_by_quote(truth: Truth) -> list[Answer]:
    """What the scorer by quote, prefix, suffix and position says, over folded texts."""
    old, new = flat(truth.old.text), flat(truth.new.text)
    found: list[Answer] = []
    for note in truth.notes:
        start, end = extent(note, truth.old)
        place = find_by_quote(old, start, end, new)
        found.append(("orphan", None) if place is None else ("placed", place))
    return found


def extent(note: Note, old: Written) -> tuple[int, int]:
    """Where the annotated words stand in OLD, from the first to the last."""
    return old.places[note.words[0]][0], old.places[note.words[-1]][1]


def judged(note: Note, new: Written, answer: Answer, order: list[tuple[int, int]]) -> str:
    """«right», «wrong», «lost» (an orphan whose words are there), «missed» (gone, yet placed) or «asked»."""
    left = [new.places[word] for word in note.words if word in new.places]
    state, place = answer
    if state == "ambiguous":
        return "asked"
    share = sum(len(w.text) for w in note.words if w in new.places) / sum(len(w.text) for w in note.words)
    if place is None:
        return "lost" if share >= 0.5 else "right"
    if not left:
        return "missed"
    held = sum(place[0] <= start and end <= place[1] for start, end in left)
    first = bisect_left(order, (place[0], 0))
    last = bisect_left(order, (place[1], 0))
    within = max(last - first, 1)
    among = [at for at in left if place[0] <= at[0] < place[1]]
    # Words put in between, or after a split left behind, belong to the place; a foreign place holds none of ours.
    hull = (min(left)[0], max(left)[1])
    inside = sum(hull[0] <= start < hull[1] for start, _end in order[first:last])
    return "right" if among and held / len(left) >= 0.4 and inside / within >= 0.5 else "wrong"


def table(find: Callable[[Truth], list[Answer]], truths: list[Truth]) -> dict[str, Counter[str]]:
    """Verdicts by what was annotated: «all», «gone», and by the provision's fate."""
    counts: dict[str, Counter[str]] = {}
    for truth in truths:
        order = sorted(truth.new.places.values())
        for note, answer in zip(truth.notes, find(truth), strict=True):
            verdict = judged(note, truth.new, answer, order)
            gone = not any(word in truth.new.places for word in note.words)
            for row in ("all", "gone" if gone else "left", note.kind, *(sorted(note.fate) or ["untouched"])):
                counts.setdefault(row, Counter())[verdict] += 1
                counts[row]["total"] += 1
                counts[row][f"state {answer[0]}"] += 1
    return counts


def figures(counts: dict[str, Counter[str]]) -> str:
    """Wrong among all (a place for what is gone is wrong too), orphans recognised, lost and asked."""
    every, gone, left = (counts.get(row, Counter()) for row in ("all", "gone", "left"))
    wrong = every["wrong"] + every["missed"]
    return (
        f"wrong {_share(wrong, every['total'])}, orphans {_share(gone['right'], gone['total'])}, "
        f"lost {_share(left['lost'], left['total'])}, asked {_share(every['asked'], every['total'])}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.2f} %"


def speed(words: int = 150_000, count: int = 500) -> tuple[float, float, float]:
    """Seconds to compare, to map, and to find `count` annotations again on a pair of about `words` words."""
    truth = made_truth(11, articles=words // 68, notes=count)
    start = time.perf_counter()
    comparison = compare_texts(truth.old.text, truth.new.text)
    compared = time.perf_counter()
    provisions = parse(truth.old.text)
    anchors: list[Anchor] = [
        make_anchor(truth.old.text, provisions, *extent(note, truth.old)) for note in truth.notes
    ]
    finder = AnchorFinder(comparison)
    mapped = time.perf_counter()
    for anchor in anchors:
        finder.find(anchor)
    return compared - start, mapped - compared, time.perf_counter() - mapped


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    truths = [made_truth(seed) for seed in SEEDS]
    mine = table(answers, truths)
    rows = [("found again (wanted: wrong ≤ 1 %, orphans ≥ 98 %)", figures(mine))]
    for row, count in mine.items():
        shown = {name: n for name, n in count.items() if name not in {"total", "right"} and " " not in name}
        rows.append((f"  {row}: {count['total']} annotations", f"{count['right']} right, {shown or ''}"))
    states = {name[6:]: _share(n, mine["all"]["total"]) for name, n in mine["all"].items() if " " in name}
    rows.append(("  answers", ", ".join(f"{name} {share}" for name, share in sorted(states.items()))))
    rows.append(
        (
            "quote 50, prefix 20, suffix 20, position 2 (Hypothesis's)",
            figures(table(answers_by_quote, truths[:3])),
        )
    )
    compared, mapped, found = speed()
    rows.append(("500 annotations on 150,000 words (wanted: ≤ 2 s)", f"{mapped + found:.2f} s"))
    rows.append(("  comparing; anchors and map; finding", f"{compared:.2f} s; {mapped:.2f} s; {found:.2f} s"))
    return rows


def annotated() -> list[tuple[str, str]]:
    """Found again at three sizes and on rewritten articles, beside the scorer by quote; their time; scrolling.

    Half of the annotations are in edited provisions. Where an article gave way to two equal copies, no text tells
    which one is meant: a place there is a guess.
    """
    rows: list[tuple[str, str]] = []
    for rewrites, name in ((0.0, "amended"), (0.5, "half of the articles rewritten")):
        for words, seeds, notes in SIZES:
            truths = [
                made_truth(seed, articles=words // _AN_ARTICLE, notes=notes, rewrites=rewrites)
                for seed in seeds
            ]
            what = f"{words:,} words, {name} (wanted: wrong ≤ 0.5 %, orphans ≥ 98 %)"
            rows.append((what, figures(table(answers, truths))))
            if words <= _LONGEST_BY_QUOTE:
                some = [replace(truth, notes=truth.notes[:_BY_QUOTE]) for truth in truths]
                rows.append(("  by quote (Hypothesis)", figures(table(answers_by_quote, some))))
    rows.append(
        ("twins guessed (wanted: 0)", _guessed([twin_truth(seed, twins=_TWINS) for seed in range(6)]))
    )
    rows += _time()
    rows += _scrolling()
    return rows


def _guessed(truths: list[Truth]) -> str:
    states = [state for truth in truths for state, _place in answers(truth)]
    placed = sum(state not in ("ambiguous", "orphan") for state in states)
    return f"{placed} of {len(states)}; asked {states.count('ambiguous')}, orphans {states.count('orphan')}"


def _time() -> list[tuple[str, str]]:
    truth = made_truth(11, articles=150_000 // _AN_ARTICLE, notes=_NOTES)
    start = time.perf_counter()
    comparison = compare_texts(truth.old.text, truth.new.text)
    compared = time.perf_counter() - start
    start = time.perf_counter()
    provisions = parse(truth.old.text)
    finder = AnchorFinder(comparison)
    for note in truth.notes:
        finder.find(make_anchor(truth.old.text, provisions, *extent(note, truth.old)))
    placed = time.perf_counter() - start
    what = f"{_NOTES} threads on 150,000 words, as a share of the comparison (wanted: ≤ 1)"
    return [(what, f"{placed / compared:.2f} ({placed:.2f} s, {compared:.2f} s)")]


def _scrolling() -> list[tuple[str, str]]:
    """A frame of the reading page and of the comparison with forty threads in sight."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the platform is chosen first

    from desktop_app.comparison.typesetting import typeset  # noqa: PLC0415
    from desktop_app.settings import Settings  # noqa: PLC0415
    from tools.benchmarks.window import frame_figures  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.widgets.comparison_view import ComparisonView, MarginCard  # noqa: PLC0415
    from ui.widgets.reading_view import ReadingView  # noqa: PLC0415

    application = make_application(Settings(data_folder=Path(gettempdir()), theme="light"))
    truth = made_truth(1, articles=200, notes=0)
    text, newer = truth.old.text, truth.new.text
    kinds = ("note", "question", "objection", "suggestion")

    def cards(words: str) -> list[MarginCard]:
        return [
            MarginCard(n, "new", at, at + 30, kinds[n % 4], "کارشناس", "دیروز", "متن " * 9)
            for n in range(40)
            for at in (len(words) // 3 + 60 * n,)
        ]

    reading, comparing = ReadingView("reading"), ComparisonView()
    rows: list[tuple[str, str]] = []
    for name, view in (("reading page", reading), ("comparison", comparing)):
        view.resize(1172, 760)
        view.show()
        if not QTest.qWaitForWindowExposed(view):
            raise RuntimeError("The window was not exposed")
        if isinstance(view, ReadingView):
            view.show_text(text, typeset(text), threads=True)
            view.set_cards(cards(text))
        else:
            view.set_comparison(compare_texts(text, newer), "۱", "۲")
            view.set_cards(cards(newer))
        view.set_active_thread(20, scroll=True)
        rows.append((f"{name}, 40 threads: a frame (wanted: ≤ 16 ms)", frame_figures(_frames(view))))
    application.processEvents()
    return rows


def _frames(view: object) -> list[float]:
    from PySide6.QtWidgets import QAbstractScrollArea  # noqa: PLC0415

    assert isinstance(view, QAbstractScrollArea)
    bar = view.verticalScrollBar()
    first = bar.value()

    def to(value: int) -> Callable[[], None]:
        def scroll() -> None:
            bar.setValue(value)
            view.viewport().repaint()

        return scroll

    # Up and down around the threads, so that most of them are in sight.
    return [_own_time(to(first + 10 * (n % 30) - 150)) for n in range(_FRAMES)]


def _own_time(work: Callable[[], object]) -> float:
    """Returns the milliseconds that the thread worked, whatever else the machine does."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000
