"""The five commonest tasks, counted in keys as a clerk strikes them, on the Latin and the Persian layout.

The words that are written (an answer, a reason, a number, what a caller says) are not counted. `pytest -s` prints the
table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, NONE, press, type_text
from ui.actions import PERSIAN_LETTERS

Key = Qt.Key
#: What the office asks for: the most keys of each task.
MOST: Final = {"refer": 5, "answer and close": 3, "wait": 3, "find by code": 3, "phone call": 6}


@dataclass
class Typist:
    """Strikes keys under a layout, and counts them; a key with Ctrl is one."""

    window: DeskWindow
    persian: bool
    struck: list[str] = field(default_factory=list)

    def letter(self, latin: str, *, control: bool = False) -> None:
        """Strikes the key that has this Latin letter."""
        written = PERSIAN_LETTERS[latin][0] if self.persian else latin.lower()
        modifiers = CONTROL if control else NONE
        press(self.window.focus(), ord(written.upper()), modifiers, "" if control else written)
        self._note(f"Ctrl+{latin}" if control else latin)

    def key(self, key: Qt.Key, *, control: bool = False) -> None:
        press(self.window.focus(), int(key), CONTROL if control else NONE)
        self._note(("Ctrl+" if control else "") + key.name.removeprefix("Key_"))

    def words(self, text: str) -> None:
        """Writes text, which is not counted."""
        place = self.window.focus()
        if isinstance(place, QPlainTextEdit):
            place.insertPlainText(text)
        else:
            type_text(place, text)
        self.window.settle()

    def _note(self, name: str) -> None:
        self.struck.append(name)
        self.window.settle()


@pytest.fixture(params=[False, True], ids=["latin", "persian"])
def typist(request: pytest.FixtureRequest, sqlite_office: TestOffice) -> Iterator[Typist]:
    with desk(sqlite_office, sqlite_office.clerk) as window:
        yield Typist(window, request.param)


def opened(typist: Typist, number: int) -> None:
    typist.window.show(keep=number)
    typist.window.focus_table()


def refer(typist: Typist) -> Callable[[], bool]:
    office, window = typist.window.office, typist.window
    made = office.registered()
    opened(typist, made)
    typist.letter("R")
    # The units are in the order of the office; the second one is a key away on any layout.
    typist.key(Key.Key_Down)
    typist.key(Key.Key_Return, control=True)
    return lambda: window.stored(made).status is Status.REFERRED


def answer(typist: Typist) -> Callable[[], bool]:
    made = typist.window.office.taken().id
    opened(typist, made)
    typist.letter("D")
    typist.words("پاسخ شما")
    typist.key(Key.Key_Return, control=True)
    return lambda: typist.window.stored(made).outcome == "answered"


def wait(typist: Typist) -> Callable[[], bool]:
    made = typist.window.office.taken().id
    opened(typist, made)
    typist.letter("W")
    typist.words("مدرک خواسته شد")
    typist.key(Key.Key_Return, control=True)
    return lambda: typist.window.stored(made).status is Status.WAITING


def find(typist: Typist) -> Callable[[], bool]:
    made = typist.window.office.petition()
    typist.window.office.registered("متن دیگر")
    opened(typist, typist.window.office.made_id(2))
    typist.letter("K", control=True)
    typist.words(spoken(made.tracking_code))
    typist.key(Key.Key_Return)
    return lambda: typist.window.shown.id == made.id


def call(typist: Typist) -> Callable[[], bool]:
    window = typist.window
    typist.letter("T", control=True)
    typist.words("09121234567")
    typist.key(Key.Key_Return)
    typist.words("زهرا امینی")
    typist.key(Key.Key_Return)
    typist.words("کتاب من هنوز مجوز ندارد.")
    typist.key(Key.Key_Return, control=True)
    form = window.screen.registration.form

    def done() -> bool:
        assert form is not None
        assert form.last_registered is not None
        made = window.stored(form.last_registered.id)
        return (made.petitioner_name, made.channel) == ("زهرا امینی", Channel.PHONE.value)

    return done


TASKS: Final = {
    "refer": refer,
    "answer and close": answer,
    "wait": wait,
    "find by code": find,
    "phone call": call,
}


@pytest.mark.parametrize("task", TASKS)
def test_a_common_task_takes_few_keys(typist: Typist, task: str) -> None:
    done = TASKS[task](typist)
    layout = "Persian" if typist.persian else "Latin"
    print(f"{task:<18} {layout:<8} {len(typist.struck)} of {MOST[task]}: {' '.join(typist.struck)}")
    assert done()
    assert len(typist.struck) <= MOST[task]


def test_enter_passes_the_name_of_a_caller_who_is_known(typist: Typist) -> None:
    window = typist.window
    contact = Contact(name="زهرا امینی", mobile="09121234567")
    window.office.services.register.register(
        window.actor, NewPetition(Kind.REQUEST, Channel.PHONE, "متن پیشین", contact=contact)
    )
    typist.letter("T", control=True)
    typist.words("09121234567")
    typist.key(Key.Key_Return)
    form = window.screen.registration.form
    assert form is not None
    assert window.focus() is form.fields.text
