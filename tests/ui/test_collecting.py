"""Where cyclic garbage is collected: a widget that dies on a worker can stop the window for ever."""

from __future__ import annotations

import gc
import threading
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import jobs
from ui.garbage_collection import Collector, collect_on_this_thread


class _Cycle:
    """Garbage that only the collector frees."""

    def __init__(self, died_on: list[int]) -> None:
        self.me = self
        finalize(self, lambda: died_on.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: QApplication) -> Collector:
    found = qapp.findChild(Collector)
    assert found is not None
    return found


def many() -> None:
    """More than the collector's threshold of things that can be part of a cycle, alive at once."""
    kept = [[number] for number in range(5000)]
    assert len(kept) == 5000
    assert sum(gc.get_count()) > 0


def test_work_never_collects_and_the_window_does(qtbot: QtBot, collector: Collector) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    died_on: list[int] = []
    assert not gc.isenabled()

    def work() -> int:
        for _ in range(20):
            _Cycle(died_on)
            many()
        return threading.get_ident()

    workers: list[int] = []
    jobs.run(owner, work, workers.append)
    assert jobs.wait_all()
    assert workers
    assert workers[0] != threading.get_ident()
    kept = [[number] for number in range(2000)]

    def all_died() -> bool:
        # One that was just being made when the window looked has grown older, and goes with what is made later.
        many()
        return len(died_on) == 20

    qtbot.waitUntil(all_died, timeout=60_000)
    assert set(died_on) == {threading.get_ident()}
    assert kept


def test_nothing_is_walked_while_little_was_made(collector: Collector) -> None:
    gc.collect()
    assert collector.look() == 0


def test_an_application_has_one_collector(qapp: QApplication) -> None:
    collect_on_this_thread(qapp)
    assert len(qapp.findChildren(Collector)) == 1


def test_python_collects_again_when_the_application_is_gone() -> None:
    application = QObject()
    collect_on_this_thread(application)
    assert not gc.isenabled()
    del application
    assert gc.isenabled()
    gc.disable()
