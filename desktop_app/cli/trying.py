"""The connection test of `database init` and `database check`."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.engine import URL

from desktop_app.cli.output import Output
from desktop_app.cli.terminal import can_ask
from desktop_app.database.connecting import first_failure, try_steps, usable
from desktop_app.database.connection_steps import (
    ConnectionStep,
    ConnectionStepOutcome,
    Rights,
    StepResult,
)
from desktop_app.staff.database_login import keep_password, with_password
from desktop_app.wording import fill, translate
from desktop_app.wording.connecting import step_name, step_sentence

#: Codes that mean a refusal by the server, not an unreachable one (they have another exit status).
_REFUSED: Final = frozenset(
    {"wrong_password", "no_password", "may_not_log_in", "may_not_connect", "not_admitted"}
)
_MARKS: Final = {
    ConnectionStepOutcome.OK: "✓",
    ConnectionStepOutcome.WARNING: "!",
    ConnectionStepOutcome.FAILED: "✗",
}


@dataclass(frozen=True)
class ConnectionTrial:
    """The result of a connection test: the URL with the accepted password, the steps as JSON, the exit status."""

    url: URL
    document: dict[str, Any]
    status: int


def trial(url: URL, rights: Rights, output: Output, *, keep: bool = False) -> ConnectionTrial:
    """Tests the connection and prints each step; with `keep`, a typed password is stored in the keyring.

    A failure is reported, and its status is not 0.
    """
    url = with_password(url)
    # Without a username, the server uses that of the operating system, as psql does.
    url = url if url.username else url.set(username=getpass.getuser())
    results = _run_steps(url, rights, output)
    failure = first_failure(results)
    asks = failure is not None and failure.code in {"wrong_password", "no_password"}
    if asks and not usable(results) and can_ask():
        url = url.set(password=getpass.getpass(f"{url.username or ''}@{url.host or ''}: "))
        results = _run_steps(url, rights, output)
        if keep and usable(results):
            keep_password(url, url.password or "")
    document = {"steps": [_step(result) for result in results]}
    if usable(results):
        return ConnectionTrial(url, document, 0)
    failure = first_failure(results)
    assert failure is not None
    output.trouble(failure.code, sentence(failure), **document)
    refused = failure.step is ConnectionStep.RIGHTS or failure.code in _REFUSED
    return ConnectionTrial(url, document, 1 if refused else 3)


def sentence(result: StepResult) -> str:
    """Returns the result of a step as a sentence."""
    return step_sentence(result.step, result.code, result.parameters)


def _run_steps(url: URL, rights: Rights, output: Output) -> list[StepResult]:
    results: list[StepResult] = []
    for result in try_steps(url, rights):
        results.append(result)
        if not output.as_json:
            words = translate("CommandLine", "{mark} {step}: {sentence}")
            name = step_name(result.step)
            output.line(fill(words, mark=_MARKS[result.outcome], step=name, sentence=sentence(result)))
    return results


def _step(result: StepResult) -> dict[str, Any]:
    return {
        "step": result.step.value,
        "outcome": result.outcome.value,
        "code": result.code,
        "host": result.host,
        "parameters": result.parameters,
        "sentence": sentence(result),
    }
