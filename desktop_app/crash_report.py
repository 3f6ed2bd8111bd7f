"""The report of a bug for its makers: where it happened, without any value.

The message of an exception may repeat what a citizen wrote, so only its type is reported; an expected error has no
such words (`desktop_app.errors`).
"""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import PureWindowsPath
from typing import Final

from desktop_app import __version__
from desktop_app.errors import AppError
from desktop_app.log import scrubbed

#: A path as `faulthandler` writes it.
_QUOTED: Final = re.compile(r'"([^"\n]*)"')


def report_of(number: str, error: BaseException, versions: str = "") -> str:
    """Returns the report of the incident `number`; `versions` names further parts of the program."""
    parts = "\n\nbecause of\n\n".join(_stack(one) for one in _chain(error))
    return _report(number, parts, versions)


def report_of_stacks(number: str, stacks: str, versions: str = "") -> str:
    """Returns the report of a crash of the process itself; `stacks` are the words of `faulthandler`."""
    return _report(number, _QUOTED.sub(lambda found: f'"{_short(found[1])}"', stacks), versions)


def _report(number: str, parts: str, versions: str) -> str:
    head = f"Mosharekat {__version__} · incident {number}\n{platform.platform()} · Python {sys.version.split()[0]}"
    return f"{head}{f' · {versions}' if versions else ''}\n\n{parts}\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yields the exception and those behind it, each once."""
    seen: set[int] = set()
    behind: BaseException | None = error
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        yield behind
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)


def _stack(error: BaseException) -> str:
    kind = type(error)
    told = scrubbed(str(error)) if isinstance(error, AppError) else "(left out)"
    frames = [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join((*frames, f"{kind.__module__}.{kind.__qualname__}: {told}"))


def _short(path: str) -> str:
    """Returns the last parts of a path: the folder of a user tells who it is."""
    return "/".join(PureWindowsPath(path).parts[-3:])
