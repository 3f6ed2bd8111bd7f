"""The five rows that a person watches while a connection is tested."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url

from desktop_app.database.connecting import try_steps, usable
from desktop_app.database.connection_rows import RowState, rows_of
from desktop_app.database.connection_steps import ConnectionStep, ConnectionStepOutcome, StepResult
from desktop_app.wording.connecting import row_name, row_words

OK, FAILED, WARNING = ConnectionStepOutcome.OK, ConnectionStepOutcome.FAILED, ConnectionStepOutcome.WARNING
Step = ConnectionStep


def result(
    step: Step, outcome: ConnectionStepOutcome = OK, host: str = "one", code: str = "", seconds: float = 0.5
) -> StepResult:
    return StepResult(step, outcome, code, host, {}, seconds)


def states(results: list[StepResult], *, login: bool = False, running: bool = False) -> list[str]:
    return [row.state.value for row in rows_of(results, login=login, running=running).rows]


def test_rows_wait_until_the_test_begins_and_run_one_after_the_other() -> None:
    assert states([]) == ["waiting"] * 5
    assert states([], running=True) == ["running", *["waiting"] * 4]
    assert states([result(Step.NAME)], running=True) == ["done", "running", *["waiting"] * 3]
    three = [result(step) for step in (Step.NAME, Step.PORT, Step.TLS)]
    assert states(three, running=True) == ["done", "done", "done", "later", "running"]
    assert rows_of(three, running=True).settled == 3
    whole = [*three, result(Step.LOGIN, code="not_asked")]
    assert states(whole) == ["done", "done", "done", "later", "done"]
    assert rows_of(whole).settled == 5


def test_a_row_of_several_steps_is_done_when_its_last_step_is_and_counts_their_time() -> None:
    begun = [result(step) for step in (Step.NAME, Step.PORT, Step.TLS, Step.LOGIN)]
    assert states(begun, login=True, running=True)[3:] == ["running", "waiting"]
    rows = rows_of([*begun, result(Step.VERSION)], login=True, running=True).rows
    assert (rows[3].state, rows[3].seconds) == (RowState.DONE, 1.0)


def test_nothing_runs_after_a_failed_step_and_a_warning_is_kept() -> None:
    found = [result(Step.NAME), result(Step.PORT, FAILED, code="refused")]
    assert states(found, running=True) == ["done", "failed", "waiting", "waiting", "waiting"]
    weak = [result(Step.NAME), result(Step.PORT), result(Step.TLS, WARNING, code="weak")]
    assert states(weak)[2] == "warning"


def test_of_several_servers_the_rows_show_the_one_that_can_be_used_and_name_the_others() -> None:
    dead = result(Step.NAME, FAILED, "one", "unknown_name")
    alive = [
        result(step, host="two", code="not_asked" if step is Step.LOGIN else "")
        for step in (Step.NAME, Step.PORT, Step.TLS, Step.LOGIN)
    ]
    found = rows_of([dead, *alive])
    assert [row.state.value for row in found.rows] == ["done", "done", "done", "later", "done"]
    assert found.others == (dead,)
    assert rows_of([dead, alive[0]], running=True).rows[0].state is RowState.DONE, "the one at hand"
    assert rows_of([dead]).rows[0].state is RowState.FAILED


def test_a_socket_of_this_pc_has_no_name_to_look_up() -> None:
    assert states([result(Step.PORT)], running=True)[:2] == ["done", "done"]


def test_every_row_has_words_in_every_state() -> None:
    for login in (False, True):
        for row in rows_of([], login=login).rows:
            assert row_name(row.name, "5432")
            for state in RowState:
                assert row_words(row.name, state.value, "", {})


@contextmanager
def answering(reply: bytes) -> Iterator[int]:
    """A server without TLS that answers the start of the protocol with `reply`."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for _ in range(3):
                line, _peer = server.accept()
                with line:
                    if line.recv(8):
                        line.sendall(b"N")
                        if line.recv(512):
                            line.sendall(reply)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(5)


def refusal(state: bytes) -> bytes:
    fields = b"SFATAL\0C" + state + b"\0Mwords in any language\0\0"
    return b"E" + struct.pack("!i", len(fields) + 4) + fields


@pytest.mark.parametrize(
    ("reply", "code", "outcome"),
    [
        (b"R" + struct.pack("!ii", 8, 3), "not_asked", OK),
        (refusal(b"28000"), "perhaps_not_admitted", WARNING),
        (refusal(b"53300"), "too_many", FAILED),
        (refusal(b"57P03"), "starting", FAILED),
        (refusal(b"XX000"), "not_let_in", FAILED),
        (b"", "not_let_in", FAILED),
    ],
)
def test_a_server_says_without_a_login_whether_it_lets_this_pc_in(
    reply: bytes, code: str, outcome: ConnectionStepOutcome
) -> None:
    with answering(reply) as port:
        results = list(try_steps(make_url(f"postgresql://127.0.0.1:{port}/office")))
    assert (results[-1].step, results[-1].code, results[-1].outcome) == (Step.LOGIN, code, outcome)
    assert usable(results) == (outcome is not FAILED)
