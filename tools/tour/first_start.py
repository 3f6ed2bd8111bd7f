"""The first start of a new PC and the choice of its database."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.database.connection_steps import ConnectionStep, ConnectionStepOutcome, StepResult
from desktop_app.progress import Progress
from desktop_app.settings import load_settings
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.application import Session, screens
from ui.sign_in.first_start.window import FirstStartWindow

HOST = "srv-db01.farhang.example"
#: The steps of a connection test, because a tour has no server.
STEPS = (
    StepResult(ConnectionStep.NAME, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.PORT, ConnectionStepOutcome.OK, "", HOST, {"host": HOST, "port": 5432}),
    StepResult(ConnectionStep.TLS, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.LOGIN, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.VERSION, ConnectionStepOutcome.OK, "", HOST, {"host": HOST, "found": 18}),
    StepResult(
        ConnectionStep.CONNECTIONS, ConnectionStepOutcome.WARNING, "few", "", {"found": 100, "wanted": 650}
    ),
    StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.OK, "", "", {"user": "mosharekat"}),
    StepResult(ConnectionStep.SCHEMA, ConnectionStepOutcome.WARNING, "none", "", {}),
)
#: Those of a test without a login, with the time that each took; and a port that does not answer.
TESTED = tuple(
    replace(step, seconds=seconds)
    for step, seconds in (
        (STEPS[0], 0.003),
        (STEPS[1], 0.008),
        (replace(STEPS[2], parameters={"host": HOST, "until": "2029-03-10"}), 0.021),
        (replace(STEPS[3], code="not_asked"), 0.034),
    )
)
SILENT = StepResult(
    ConnectionStep.PORT, ConnectionStepOutcome.FAILED, "no_answer", HOST, {"host": HOST, "port": 5432}, 5.0
)


@scene
def first_start(tour: Tour) -> None:
    show_first_start(tour, 1440, 868, "first-start")


@scene
def first_start_small(tour: Tour) -> None:
    show_first_start(tour, 960, 600, "first-start-small")


def show_first_start(tour: Tour, width: int, height: int, name: str) -> None:
    """The pages of a new PC: both places of the data, and each state of the test."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        session = Session(tour.new_pc(folder), screens())
        window = session.open_first()
        assert isinstance(window, FirstStartWindow)
        window.resize(width, height)
        stage.settle(100)
        tour.picture(f"{name}-1-language", window)
        stage.click(window.next_button)
        tour.picture(f"{name}-2-this-pc", window)
        place = window.place
        place.cards.choose("department")
        place.department.hosts.setText(HOST)
        place.department.certificate.setText("/etc/ssl/farhang-ca.crt")
        place.department.edited.emit()
        stage.settle(50)
        tour.picture(f"{name}-2-department", window)
        show_running(tour, window, name)
        place.show_tested((TESTED[0], SILENT), usable=False)
        stage.settle(50)
        tour.picture(f"{name}-2-silent", window)
        place.show_tested(TESTED)
        stage.settle(50)
        tour.picture(f"{name}-2-ready", window)
        show_department(tour, window, name)
        place.cards.choose("pc")
        window.show_page(1)
        stage.click(window.next_button)
        stage.settle(50)
        tour.picture(f"{name}-3-administrator", window)
        form = window.account.entrance.first_form
        form.full_name.setText("سارا کاظمی")
        form.username.setText("s.kazemi")
        for field in (form.password, form.again):
            field.setText("secret-words-1405")
        stage.click(window.next_button)
        stage.settle(400)
        tour.picture(f"{name}-3-recovery-code", window)
        stage.click(window.account.entrance.sheet_page.ticked)
        stage.click(window.next_button)
        stage.settle(400)
        tour.picture(f"{name}-4-letterhead", window)
        services = window.account.entrance.services
        window.close()
        stage.settle()
        if services is not None:
            services.close()


def show_running(tour: Tour, window: FirstStartWindow, name: str) -> None:
    """A test whose last step takes its time."""
    place, seen = window.place, threading.Event()

    def answers(_address: str, on_step: Callable[[StepResult], None], _progress: Progress) -> None:
        for step in TESTED[:3]:
            on_step(step)
        seen.wait()

    place.test.run(place.department.choice(), answers, lambda _result: None, lambda _error: None)
    stage.settle(100)
    tour.picture(f"{name}-2-running", window)
    place.stop()
    seen.set()


def show_department(tour: Tour, window: FirstStartWindow, name: str) -> None:
    """The pages that need a server, which a tour has not: as they look when it has answered."""
    address = f"postgresql://{HOST}/mosharekat"
    window.account.use(replace(tour.settings, database=address, last_username="n.yazdi"))
    window.show_page(2)
    stage.settle(50)
    tour.picture(f"{name}-3-sign-in", window)
    window.account.entrance.not_prepared.emit()
    stage.settle(50)
    tour.picture(f"{name}-3-owner", window)
    window.letterhead.show_office(tour.services, actor(tour.services, "s.kazemi"), editable=False)
    window.show_page(3)
    stage.settle(200)
    tour.picture(f"{name}-4-read", window)


@scene
def first_start_fixed(tour: Tour) -> None:
    """A PC that works with the server of the office alone, whose certificate and language are fixed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        machine = Path(name) / "machine.json"
        fixed = {"certificate": "/etc/ssl/farhang-ca.crt", "server_only": True, "language": "fa"}
        machine.write_text(json.dumps({**fixed, "fixed": list(fixed)}), encoding="utf-8")
        settings = replace(load_settings(Path(name), {}, machine), theme=tour.settings.theme)
        window = Session(settings, screens()).open_first()
        assert isinstance(window, FirstStartWindow)
        stage.settle(100)
        tour.picture("first-start-fixed-1-language", window)
        stage.click(window.next_button)
        stage.settle(50)
        tour.picture("first-start-fixed-2-server-only", window)
        window.close()
        stage.settle()


@scene
def setup(tour: Tour) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        window = Session(tour.new_pc(name), screens()).open_sign_in()
        stage.settle(600)
        window.open_setup()
        assert window.setup is not None
        page = window.setup
        stage.settle(100)
        tour.picture("setup-this-pc", window)
        page.kind.choose("department")
        page.department.hosts.setText("srv-db01.farhang.example, srv-db02.farhang.example")
        page.department.certificate.setText("/etc/ssl/farhang-ca.crt")
        page.test.show_steps(STEPS, running=False, login=True)
        stage.settle(100)
        tour.picture("setup-tried", window)
        unknown = StepResult(
            ConnectionStep.TLS,
            ConnectionStepOutcome.FAILED,
            "unknown_authority",
            HOST,
            {"host": HOST},
        )
        page.test.show_steps((*STEPS[:2], unknown), running=False, login=True)
        page.show_owner()
        stage.settle(100)
        tour.picture("setup-refused-owner", window)
        window.close()
        stage.settle()
