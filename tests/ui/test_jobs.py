from __future__ import annotations

import sys
import threading
from datetime import date
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, QThreadPool
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError, CancelledError, ConflictError
from desktop_app.persian.dates import long_date
from desktop_app.progress import Progress
from desktop_app.wording import in_language, translate, use_language
from ui import jobs

DAY = date(2026, 11, 24)


class Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Exception] = []

    def show_error(self, error: Exception) -> None:
        self.shown.append(error)


def test_the_result_comes_back_on_the_window_thread(qapp: QObject) -> None:
    owner = QObject()
    threads: list[object] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    def done(result: int) -> None:
        threads.append(QThread.currentThread())
        results.append(result)

    jobs.run(owner, work, done)
    assert results == []
    assert jobs.wait_all()
    assert results == [42]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is qapp.thread()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_work_speaks_the_language_in_which_it_was_started(language: str) -> None:
    owner, go = QObject(), threading.Event()
    results: list[tuple[str, str, str]] = []

    def work() -> tuple[str, str, str]:
        go.wait()
        return translate("Window", "Sign out"), long_date(DAY), in_language("fa", lambda: long_date(DAY))

    use_language(language)
    jobs.run(owner, work, results.append)
    use_language("en" if language == "fa" else "fa")
    go.set()
    assert jobs.wait_all()
    said = ("خروج", "۳ آذر ۱۴۰۵") if language == "fa" else ("Sign out", "3 Azar 1405")
    assert results == [(*said, "۳ آذر ۱۴۰۵")]


def test_nothing_is_delivered_to_an_owner_that_died() -> None:
    owner = QWidget()
    go = threading.Event()
    results: list[object] = []
    jobs.run(owner, go.wait, results.append, results.append)
    shiboken6.delete(owner)
    go.set()
    assert jobs.wait_all()
    assert results == []


@pytest.mark.parametrize("fails", [False, True], ids=["done", "failed"])
def test_work_that_outlives_the_program_ends_without_a_word(
    fails: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    hooked: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: hooked.append(told))
    owner, go, asked = QObject(), threading.Event(), list[bool]()

    def work(progress: Progress) -> None:
        go.wait()
        progress.report(1, 1)
        asked.append(progress.cancelled())
        if fails:
            raise ConflictError(item="petition", key=1)

    job = jobs.run(owner, work, lambda _: None, progress=lambda _done, _total: None)
    # What Qt does with every object as the application goes. A job whose end is never delivered is never let go of
    # either: it must not keep the next test waiting.
    shiboken6.delete(job)
    jobs._running.discard(job)
    go.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    assert asked == [True]
    assert hooked == []
    assert "deleted" not in capfd.readouterr().err


def test_an_error_of_a_dead_owner_is_dropped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    hooked: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: hooked.append(told))
    owner = QWidget()
    go = threading.Event()

    def work() -> None:
        go.wait()
        raise ConflictError(item="petition")

    jobs.run(owner, work, lambda _: None)
    shiboken6.delete(owner)
    go.set()
    assert jobs.wait_all()
    assert hooked == []


def test_expected_trouble_is_shown_by_the_nearest_parent_that_can() -> None:
    bar = Bar()
    layout = QVBoxLayout(bar)
    child = QWidget()
    layout.addWidget(child)
    trouble = ConflictError(item="petition")

    def work() -> None:
        raise trouble

    jobs.run(child, work, lambda _: None)
    assert jobs.wait_all()
    assert bar.shown == [trouble]


def test_a_bug_goes_to_the_hook_and_not_to_the_message_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    bar = Bar()
    hooked: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: hooked.append(kind))
    jobs.run(bar, lambda: 1 // 0, lambda _: None)
    assert jobs.wait_all()
    assert hooked == [ZeroDivisionError]
    assert bar.shown == []


def test_the_caller_can_take_the_error() -> None:
    bar = Bar()
    taken: list[Exception] = []

    def work() -> None:
        raise ConflictError(item="petition")

    jobs.run(bar, work, lambda _: None, taken.append)
    assert jobs.wait_all()
    assert isinstance(taken[0], ConflictError)
    assert bar.shown == []


def test_progress_arrives_and_the_last_report_is_never_left_out() -> None:
    told: list[tuple[int, int | None]] = []

    def work(progress: Progress) -> str:
        for done in range(1, 1001):
            progress.report(done, 1000)
        return "done"

    owner = QWidget()
    jobs.run(owner, work, lambda _: None, progress=lambda *report: told.append(report))
    assert jobs.wait_all()
    assert told[-1] == (1000, 1000)
    assert len(told) < 1000


def test_work_that_is_cancelled_sees_it_and_its_end_is_no_error() -> None:
    bar = Bar()
    begun = threading.Event()
    results: list[object] = []

    def work(progress: Progress) -> None:
        begun.set()
        while not progress.cancelled():
            pass
        raise CancelledError(done=0)

    job = jobs.run(bar, work, results.append, progress=lambda *_: None)
    begun.wait()
    job.cancel()
    assert jobs.wait_all()
    assert results == []
    assert bar.shown == []


def test_the_result_of_cancelled_work_is_dropped() -> None:
    go = threading.Event()
    results: list[object] = []
    owner = QObject()
    job = jobs.run(owner, go.wait, results.append)
    job.cancel()
    go.set()
    assert jobs.wait_all()
    assert results == []
    assert not job.running


def test_a_thousand_jobs_leave_nothing_behind() -> None:
    owner = QObject()
    results: list[int] = []
    made = [jobs.run(owner, partial(int, number), results.append) for number in range(1000)]
    assert jobs.wait_all()
    assert sorted(results) == list(range(1000))
    assert not any(job.running for job in made)


def test_an_app_error_without_a_bar_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    hooked: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: hooked.append(error))
    trouble: AppError = ConflictError(item="petition")
    jobs.show_error(QObject(), trouble)
    assert hooked == [trouble]
