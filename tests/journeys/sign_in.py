"""Comes in as a person of the office."""

from __future__ import annotations

from tests.department import PASSWORD
from tests.journeys.station import Program
from tests.journeys.waiting import waited


def sign_in(program: Program, username: str) -> None:
    if waited(program.focused, "the form").name == "نام کاربری":
        program.type(username)
        program.press("Tab")
    # The name of the last visit stands there already.
    program.wait_focus("گذرواژه")
    assert program.text("نام کاربری") == username
    program.type(PASSWORD)
    program.press("Return")
    program.find("کارتابل — ", "frame")
