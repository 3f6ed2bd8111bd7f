"""The window, offscreen: its frames, how soon it shows a colleague's act, and a fast clerk on a slow database."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final

import psycopg
from sqlalchemy import event, make_url
from sqlalchemy.engine import Engine

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.clock import pc_clock
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison
from desktop_app.database.engine import sqlite_url
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome, Status
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Role
from tests.comparison.drafts import noisy
from tests.department import PASSWORD
from tests.guarded import OWNER, started_server
from tools.benchmarks.comparison import revisions
from tools.benchmarks.million import UNTIL

Measured = list[tuple[str, str]]
WORDS: Final = 150_000
PAGES: Final = 200
#: What has to be shown, in seconds after the commit.
WANTED: Final = 2.0
_ACTS: Final = ("close", "refer", "take over")
#: After so many seconds an act counts as not shown.
_GIVEN_UP: Final = 30.0
#: Seconds that a transaction takes more, and between two keys.
LATENCY: Final = 0.3
PAUSE: Final = 0.2


def frames() -> Measured:
    """How long a frame of the comparison view takes: 150,000 words on both sides, with ribbons and map.

    Each figure is of the view alone, on the GUI thread, painted into its own backing store; the median (p50) and the
    95th percentile (p95) of many. The texts are those of the comparison's own benchmark.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.application import make_application  # noqa: PLC0415 - the platform is chosen first

    application = make_application(Settings(data_folder=Path(gettempdir()), theme="light"))
    old, new = revisions(WORDS)
    found: Measured = []
    for name, newer in (("revised", new), ("revised, every word spelled otherwise", noisy(new))):
        comparison = compare_texts(old, newer)
        found.extend(
            (f"{len(old.split()):,} words, {name}: {what}", figure) for what, figure in _view(comparison)
        )
    giant = " ".join(old.split()[: WORDS // 2])
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


def _view(comparison: Comparison) -> Iterator[tuple[str, str]]:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from ui.widgets.comparison_view import ComparisonView, Filter  # noqa: PLC0415

    view = ComparisonView()
    view.resize(1172, 760)
    view.show()
    # An unexposed window is never painted, and a frame would cost nothing.
    if not QTest.qWaitForWindowExposed(view):
        raise RuntimeError("The window was not exposed")

    def open_it() -> None:
        view.set_comparison(comparison, "۱", "۲")
        view.repaint()

    yield "open and paint", frame_figures([_milliseconds(open_it) for _ in range(5)])
    bar = view.verticalScrollBar()

    def scroll_to(value: int) -> Callable[[], None]:
        def scroll() -> None:
            bar.setValue(value)
            view.viewport().repaint()

        return scroll

    total = bar.maximum()
    jumps = [scroll_to(total * ((page * 7919) % PAGES) // PAGES) for page in range(PAGES)]
    yield "jump anywhere", frame_figures([_milliseconds(jump) for jump in jumps])
    steps = [scroll_to(total // 3 + 54 * step) for step in range(PAGES)]
    yield "scroll by two lines", frame_figures([_milliseconds(step) for step in steps])

    def sized(width: int) -> Callable[[], None]:
        def resize() -> None:
            view.resize(width, 760)
            view.viewport().repaint()

        return resize

    yield "resize", frame_figures([_milliseconds(sized(1000 + 7 * n)) for n in range(20)])
    yield "next change", frame_figures([_milliseconds(view.next_change) for _ in range(50)])

    def filtered(spelling: bool) -> Callable[[], None]:
        return lambda: view.set_filter(Filter(orthographic=spelling))

    yield "show or hide spelling", frame_figures([_milliseconds(filtered(n % 2 == 0)) for n in range(4)])
    view.close()


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def frame_figures(taken: list[float]) -> str:
    ordered = sorted(taken)
    p95 = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
    return f"p50 {statistics.median(ordered):,.1f} ms · p95 {p95:,.1f} ms"


def open_pane(petitions: int) -> Measured:
    """How soon an open pane shows what a colleague did: closed, referred or took over its petition; on both engines.

    The colleague acts through services of their own, on a connection of their own. Measured is the time from their
    commit until the pane shows the new state, with the buttons that belong to it.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _on_sqlite(petitions) + _on_postgresql(petitions)


def _on_sqlite(petitions: int) -> Measured:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        url = sqlite_url(Path(name) / "open.db")
        first = open_services(url)
        fill(first, petitions=200, instruments=0, until=UNTIL)
        second = open_services(url)
        made = _shown("SQLite", first, second, petitions)
        for services in (first, second):
            services.close()
        return made


def _on_postgresql(petitions: int) -> Measured:
    with started_server() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE open OWNER {OWNER}".encode())
        url = make_url(server.url("open")).set(username=OWNER, password=PASSWORD)
        owner = open_services(url.render_as_string(hide_password=False))
        fill(owner, petitions=200, instruments=0, until=UNTIL)
        mine, theirs = (sign_in(owner, name, SAMPLE_PASSWORD)[0] for name, _ in _clerks(owner))
        made = _shown("PostgreSQL", mine, theirs, petitions)
        for services in (mine, theirs, owner):
            services.close()
        return made


def _clerks(services: Services) -> tuple[tuple[str, Actor], tuple[str, Actor]]:
    """Returns two clerks of one unit, with their usernames."""
    people = [
        (row.username, services.accounts.actor(row.id)) for row in services.accounts.all() if row.active
    ]
    clerks = [one for one in people if one[1].has(Role.CLERK) and len(one[1].unit_ids) == 1]
    for one, other in combinations(clerks, 2):
        if one[1].unit_ids == other[1].unit_ids:
            return one, other
    raise RuntimeError("the sample has no two clerks of one unit")


def _shown(engine: str, mine: Services, theirs: Services, petitions: int) -> Measured:
    """Returns the times of the window of one clerk, while a colleague acts through services of their own."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - after the platform is chosen

    from ui import jobs  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.petitions.screen import InboxScreen  # noqa: PLC0415
    from ui.workplace import Workplace  # noqa: PLC0415

    (_, clerk), (_, colleague) = _clerks(mine)
    [unit] = clerk.unit_ids
    elsewhere = next(row.id for row in mine.units.all(active_only=True) if row.id != unit)
    settings = Settings(data_folder=Path(), theme="light")
    make_application(settings)
    window = MainWindow(Workplace(mine, clerk, settings), {"inbox": InboxScreen})
    window.show()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    window.watch.start()
    jobs.wait_all(60)
    acts: dict[str, Callable[[int, int], object]] = {
        "close": lambda number, version: theirs.desk.resolve(
            colleague, number, version, Outcome.WITHDRAWN, "متقاضی انصراف داد"
        ),
        "refer": lambda number, version: theirs.desk.refer(
            colleague, number, version, elsewhere, "برای اقدام"
        ),
        "take over": lambda number, version: theirs.desk.make(Move.TAKE_OVER, colleague, number, version),
    }
    follows = {"close": Move.REOPEN, "refer": Move.REFER, "take over": Move.TAKE_OVER}
    times: dict[str, list[float]] = {name: [] for name in _ACTS}
    details = screen.details
    for number in range(petitions):
        for name in _ACTS:
            made = mine.register.register(
                clerk, NewPetition(Kind.OPINION, Channel.LETTER, f"متن {name} {number}", unit_id=unit)
            )
            version = mine.desk.take(clerk, made.id, 1).version
            screen.lists.show_list(ListFilter(View.MINE, scope=Scope.OPEN), keep=made.id)
            jobs.wait_all(60)
            QTest.qWait(300)
            button = details.actions_of_moves.moves[follows[name]]
            before = button.isEnabled()
            done = acts[name](made.id, version)
            began = time.monotonic()
            shown = getattr(done, "version", 0)
            while time.monotonic() - began < _GIVEN_UP:
                now = details.detail
                if now is None or now.id != made.id:
                    break
                if now.version >= shown and button.isEnabled() is not before:
                    break
                QTest.qWait(5)
            times[name].append(time.monotonic() - began)
    window.watch.stop()
    jobs.wait_all(60)
    window.close()
    return [(f"{engine}: {name}, {petitions} times", _within(times[name])) for name in _ACTS]


def _within(times: list[float]) -> str:
    ordered = sorted(times)
    within = sum(one <= WANTED for one in ordered)
    return (
        f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s;"
        f" {within} of {len(ordered)} within {WANTED:.0f} s"
    )


def typing(petitions: int) -> Measured:
    """A fast clerk on a slow database: refers petitions by keys without waiting for any of them.

    Each transaction of the database takes `LATENCY` seconds more. What counts is not the time, but that each petition
    was referred once and that nothing else was touched.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        return _typed(Path(name), petitions)


def _typed(folder: Path, petitions: int) -> Measured:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the platform is chosen
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from ui import jobs  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.petitions.screen import InboxScreen  # noqa: PLC0415
    from ui.workplace import Workplace  # noqa: PLC0415

    services = open_services(sqlite_url(folder / "typing.db"))
    fill(services, petitions=0, instruments=0, until=tehran_day(pc_clock().now()))
    clerk = next(
        services.accounts.actor(row.id) for row in services.accounts.all() if row.username == "s.kazemi"
    )
    for number in range(petitions):
        services.register.register(
            clerk, NewPetition(Kind.OPINION, Channel.LETTER, f"متن {number}", f"پرونده {number}")
        )
    make_application(Settings(data_folder=folder, theme="light"))
    window = MainWindow(Workplace(services, clerk, Settings(data_folder=folder)), {"inbox": InboxScreen})
    window.show()
    window.activateWindow()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    jobs.wait_all(30)
    screen.lists.show_list(ListFilter(View.ALL, scope=Scope.OPEN, order=Order.OLDEST))
    jobs.wait_all(30)
    screen.table.setFocus()

    def strike(code: int, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = window.focusWidget()
        for down in (True, False):
            QTest.simulateEvent(target, down, code, modifiers, text, False)
        QTest.qWait(round(PAUSE * 1000))

    def wait(*_: Any) -> None:
        time.sleep(LATENCY)

    event.listen(Engine, "begin", wait)
    begun = time.monotonic()
    for _ in range(petitions):
        strike(ord("ق"), "ق")
        strike(ord("م"), "م")
        strike(int(Qt.Key.Key_Return), "", Qt.KeyboardModifier.ControlModifier)
    typed = time.monotonic() - begun
    jobs.wait_all(3600)
    took = time.monotonic() - begun
    event.remove(Engine, "begin", wait)
    rows = [row for at in range(screen.model.rowCount()) if (row := screen.model.row_at(at)) is not None]
    referred = [row for row in rows if row.status == Status.REFERRED]
    moves = {row.version for row in referred}
    marked = screen.bulk.marks.count
    window.close()
    services.close()
    return [
        (f"{petitions} petitions referred by keys, {PAUSE} s between keys, {LATENCY} s a transaction",
         f"{len(referred)} of {petitions}, each once: {'yes' if moves == {2} else 'NO'}"),
        ("rows that were marked by letters", str(marked)),
        ("typed for, and done after", f"{typed:.0f} s, {took:.0f} s"),
    ]  # fmt: skip
