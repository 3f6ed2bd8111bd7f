"""How long a frame of the comparison view takes: 150,000 words on both sides, offscreen, with ribbons and map.

Each figure is of the view alone, on the GUI thread, painted into its own backing store; the median (p50) and the
95th percentile (p95) of many. The texts are those of the comparison's own benchmark.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import gettempdir

WORDS = 150_000
PAGES = 200


def run(*, words: int = WORDS) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - the platform is chosen first
    from desktop_app.settings import Settings  # noqa: PLC0415
    from tests.comparison.drafts import noisy  # noqa: PLC0415
    from tools.benchmarks.comparison import revisions  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415

    application = make_application(Settings(data_folder=Path(gettempdir()), theme="light"))
    old, new = revisions(words)
    found: list[tuple[str, str]] = []
    for name, newer in (("revised", new), ("revised, every word spelled otherwise", noisy(new))):
        comparison = compare_texts(old, newer)
        found.extend(
            (f"{len(old.split()):,} words, {name}: {what}", figure) for what, figure in _view(comparison)
        )
    giant = " ".join(old.split()[: words // 2])
    giant_new = giant.replace(" روز", " ماه")
    pairs = {
        "one paragraph of about 1 MB, edited": (giant, giant_new),
        "one paragraph of about 1 MB, inserted": ("", giant),
        "10,000 equal paragraphs": ("ماده واحده\n" * 10_000, "ماده واحده\n" * 9_990 + "تازه\n" * 10),
    }
    for name, (before, after) in pairs.items():
        comparison = compare_texts(before, after)
        found.extend((f"{name}: {what}", figure) for what, figure in _view(comparison))
    application.processEvents()
    return found


def _view(comparison: object) -> Iterable[tuple[str, str]]:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from ui.widgets.comparison_view import ComparisonView, Filter  # noqa: PLC0415

    view = ComparisonView()
    view.resize(1172, 760)
    view.show()
    # An unexposed window is never painted, and a frame would cost nothing.
    if not QTest.qWaitForWindowExposed(view):
        raise RuntimeError("The window was not exposed")

    def open_it() -> None:
        view.set_comparison(comparison, "۱", "۲")  # type: ignore[arg-type]
        view.repaint()

    yield "open and paint", figures([milliseconds(open_it) for _ in range(5)])
    bar = view.verticalScrollBar()

    def scroll_to(value: int) -> Callable[[], None]:
        def scroll() -> None:
            bar.setValue(value)
            view.viewport().repaint()

        return scroll

    total = bar.maximum()
    jumps = [scroll_to(total * ((page * 7919) % PAGES) // PAGES) for page in range(PAGES)]
    yield "jump anywhere", figures([milliseconds(jump) for jump in jumps])
    steps = [scroll_to(total // 3 + 54 * step) for step in range(PAGES)]
    yield "scroll by two lines", figures([milliseconds(step) for step in steps])

    def sized(width: int) -> Callable[[], None]:
        def resize() -> None:
            view.resize(width, 760)
            view.viewport().repaint()

        return resize

    yield "resize", figures([milliseconds(sized(1000 + 7 * n)) for n in range(20)])
    yield "next change", figures([milliseconds(view.next_change) for _ in range(50)])

    def filtered(spelling: bool) -> Callable[[], None]:
        return lambda: view.set_filter(Filter(orthographic=spelling))

    yield "show or hide spelling", figures([milliseconds(filtered(n % 2 == 0)) for n in range(4)])
    view.close()


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def figures(taken: list[float]) -> str:
    ordered = sorted(taken)
    p95 = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
    return f"p50 {statistics.median(ordered):,.1f} ms · p95 {p95:,.1f} ms"


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what:<84} {figure}", flush=True)
