"""Files that another program holds for a moment: a rename and a deletion are tried again, but not for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import held_files
from desktop_app.held_files import PAUSES, is_held, persistently

SHARING_VIOLATION = 32
DISK_FULL = 112


def windows_error(number: int) -> OSError:
    error = PermissionError(13, "of Windows")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


class Held:
    """A rename that fails `times` times."""

    def __init__(self, error: OSError, times: int) -> None:
        self._error, self._left = error, times
        self.tries = 0

    def __call__(self) -> str:
        self.tries += 1
        if self._left:
            self._left -= 1
            raise self._error
        return "done"


@pytest.mark.parametrize("times", [0, 1, len(PAUSES)])
def test_a_held_file_is_tried_again(times: int) -> None:
    pauses: list[float] = []
    assert persistently(Held(windows_error(SHARING_VIOLATION), times), pauses.append) == "done"
    assert pauses == list(PAUSES[:times])


def test_a_file_that_stays_held_is_given_up_in_less_than_a_second() -> None:
    rename = Held(windows_error(SHARING_VIOLATION), len(PAUSES) + 1)
    pauses: list[float] = []
    with pytest.raises(PermissionError):
        persistently(rename, pauses.append)
    assert rename.tries == len(PAUSES) + 1
    assert sum(pauses) < 1


@pytest.mark.parametrize("error", [windows_error(DISK_FULL), PermissionError(13, "of POSIX")])
def test_other_trouble_is_told_at_once(error: OSError) -> None:
    rename = Held(error, 1)
    with pytest.raises(OSError):
        persistently(rename)
    assert rename.tries == 1
    assert not is_held(error)


def test_what_is_renamed_and_removed_is(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in "abc")
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    held_files.replace(first, second)
    held_files.rename(second, third)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("c", b"1")]
    held_files.remove(third)
    held_files.remove(third)
    assert list(tmp_path.iterdir()) == []
