"""What every rival is: a function that finds what differs, run with a limit of time, or a reason why not."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final, TypeVar

from tools.benchmarks.truth.found import Found

Range = tuple[int, int]
Opcodes = list[tuple[Range, Range]]
#: Characters that are no white space, and whether they changed.
Characters = list[tuple[str, bool]]
Changes = TypeVar("Changes")
#: What git takes for the gaps between words.
_BLANK: Final = re.compile(r"[^ \t\n\r\f\v]+")


class UnavailableError(Exception):
    """A tool that is not there, or that did not end in time; the message says which."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A tool by its name. `find` raises UnavailableError; `fast` says whether it may be tried on long texts."""

    name: str
    find: Callable[[str, str], Found]
    fast: bool = False


def tokens(text: str) -> list[Range]:
    """The runs between white space, `[start, end)` in code points."""
    return [match.span() for match in _BLANK.finditer(text)]


def of_tokens(old: str, new: str, changed: Opcodes) -> Found:
    """Ranges of the texts for ranges of their tokens."""
    before, after = tokens(old), tokens(new)
    return Found(
        [(before[first][0], before[last - 1][1]) for (first, last), _ in changed if first < last],
        [(after[first][0], after[last - 1][1]) for _, (first, last) in changed if first < last],
    )


def of_characters(text: str, characters: Characters) -> list[Range]:
    """The changed ones as ranges of `text`, which has the same characters but for white space.

    Raises UnavailableError if the tool lost or added any.
    """
    places = [at for at, c in enumerate(text) if not c.isspace()]
    if [text[at] for at in places] != [c for c, _ in characters]:
        raise UnavailableError("its text is not the one given")
    return [(at, at + 1) for at, (_, changed) in zip(places, characters, strict=True) if changed]


def _answer(find: Callable[[str, str], Changes], old: str, new: str, end: Connection) -> None:
    end.send(find(old, new))


def limited(find: Callable[[str, str], Changes], old: str, new: str, seconds: float) -> Changes:
    """What `find` gives, from a process of its own that is ended after `seconds` (then: UnavailableError)."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(find, old, new, there))
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise UnavailableError(f"not done in {seconds:.0f} s")
        found: Changes = here.recv()
    except EOFError as error:
        raise UnavailableError("ended without an answer") from error
    finally:
        process.terminate()
        process.join()
    return found
