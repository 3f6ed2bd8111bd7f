"""Annotations: found again at three sizes and on rewritten articles, beside a scorer by quote; their time; scrolling.

Truth comes from `revised_words`, verdicts from `anchors`. Half of the annotations are in edited provisions. Where an
article gave way to two equal copies, no text tells which one is meant: a place there is a guess.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from desktop_app.comparison.anchors import AnchorFinder, make_anchor
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.structure import parse
from tools.benchmarks.anchors import answers, answers_by_quote, extent, figures, table
from tools.benchmarks.frames import figures as frame_figures
from tools.benchmarks.revised_words import Truth, made_truth, twin_truth

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


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
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
    from ui.application import make_application  # noqa: PLC0415
    from ui.widgets.comparison_view import ComparisonView, MarginCard  # noqa: PLC0415
    from ui.widgets.reading_view import ReadingView  # noqa: PLC0415

    application = make_application(Settings(data_folder=Path(gettempdir()), theme="light"))
    truth = made_truth(1, articles=200, notes=0)
    text, newer = truth.old.text, truth.new.text
    kinds = ("note", "question", "objection", "suggestion")

    def cards(words: str) -> list[MarginCard]:
        step = 60
        first = len(words) // 3
        return [
            MarginCard(
                n,
                "new",
                first + step * n,
                first + step * n + 30,
                kinds[n % 4],
                "کارشناس",
                "دیروز",
                "متن " * 9,
            )
            for n in range(40)
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


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what:<84} {figure}", flush=True)
