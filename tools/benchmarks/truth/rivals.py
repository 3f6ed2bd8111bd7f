"""Other tools on the same texts, where they are installed: what they highlight, in offsets of the two texts.

None of them knows provisions; `git` alone can tell that a line moved.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import importlib.util
import json
import multiprocessing
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeVar
from xml.etree import ElementTree

from tools.benchmarks.truth.document import Range
from tools.benchmarks.truth.scoring import Found

Opcodes = list[tuple[Range, Range]]
#: Characters that are no white space, and whether they changed.
Characters = list[tuple[str, bool]]
Changes = TypeVar("Changes")
#: What git takes for the gaps between words.
_BLANK: Final = re.compile(r"[^ \t\n\r\f\v]+")
#: Seconds for one pair of texts.
_LIMIT: Final = 25.0
_RUNS: Final = 5
_WORDS: Final = ("--word-diff=porcelain", "--no-color", "--unified=10000000")
_LINES: Final = ("--color=always", "--color-moved", "--unified=0")
#: Every colour of a moved line is set to this one, which nothing else has.
_MOVED: Final = "\x1b[35m"
_COLOURS: Final = tuple(
    part for name in ("newMoved", "newMovedAlternative") for part in ("-c", f"color.diff.{name}=magenta")
)
_HUNK: Final = re.compile(r"(?:\x1b\[[0-9;]*m)*@@ -\S+ \+(\d+)")
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")


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


def difflib_changes(old: str, new: str) -> Opcodes:
    matcher = difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return [((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _redlines(old: str, new: str) -> tuple[Characters, Characters]:
    made = json.loads(importlib.import_module("redlines").Redlines(old, new).output_json())
    sides: list[Characters] = []
    for side in ("source", "test"):
        tokens, changed = made[f"{side}_tokens"], set[int]()
        for change in made["changes"]:
            first, last = change[f"{side}_token_position"] or (0, 0)
            if change["type"] != "equal":
                changed.update(range(first, last))
        sides.append(
            [(c, at in changed) for at, token in enumerate(tokens) for c in token if not c.isspace()]
        )
    return sides[0], sides[1]


def _find_difflib(old: str, new: str) -> Found:
    return of_tokens(old, new, limited(difflib_changes, old, new, _LIMIT))


def _find_redlines(old: str, new: str) -> Found:
    if importlib.util.find_spec("redlines") is None:
        raise UnavailableError("not installed")
    before, after = limited(_redlines, old, new, _LIMIT)
    return Found(of_characters(old, before), of_characters(new, after))


DIFFLIB: Final = Rival("difflib", _find_difflib)
REDLINES: Final = Rival("redlines", _find_redlines)


@contextmanager
def _laid_down(old: str, new: str) -> Iterator[str]:
    """A folder with both texts in it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("old", old), ("new", new)):
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")
        yield folder


def _git(folder: str, *options: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise UnavailableError("not installed")
    made = subprocess.run(
        [program, *_COLOURS, "diff", "--no-index", "--histogram", *options, "old", "new"],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=False,
    )
    if made.returncode not in {0, 1}:
        raise UnavailableError(made.stderr.decode(errors="replace").strip())
    return made.stdout


def git_seconds(old: str, new: str) -> float:
    """How long `git diff --word-diff --histogram` of two files takes, its own start with it."""
    with _laid_down(old, new) as folder:
        start = time.perf_counter()
        _git(folder, "--word-diff")
        return time.perf_counter() - start


def git_processor_seconds(old: str, new: str) -> float:
    """The processor time of the same, the median of several runs."""
    taken = []
    with _laid_down(old, new) as folder:
        for _ in range(_RUNS):
            before = os.times()
            _git(folder, "--word-diff")
            after = os.times()
            taken.append(
                after.children_user + after.children_system - before.children_user - before.children_system
            )
    return statistics.median(taken)


def _opcodes(output: str) -> Opcodes:
    """The words deleted and inserted, in words of both texts, of a porcelain word diff of the whole."""
    made: Opcodes = []
    before = after = 0
    lines = output.split("\n")
    first = next((at for at, line in enumerate(lines) if line.startswith("@@")), len(lines))
    for line in lines[first + 1 :]:
        count = len(line[1:].split())
        if line.startswith("-"):
            made.append(((before, before + count), (after, after)))
            before += count
        elif line.startswith("+"):
            made.append(((before, before), (after, after + count)))
            after += count
        elif line.startswith(" "):
            before += count
            after += count
    return made


def _moved_lines(output: str, new: str) -> list[Range]:
    """The lines of NEW in a colour of moved ones."""
    starts = [0]
    for line in new.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    made = []
    number = 0
    for line in output.split("\n"):
        hunk = _HUNK.match(line)
        if hunk:
            number = int(hunk.group(1)) - 1
        elif _COLOUR.sub("", line).startswith("+") and number:
            if line.startswith(_MOVED):
                made.append((starts[number], starts[number + 1] - 1))
            number += 1
    return made


def _find_git(old: str, new: str) -> Found:
    with _laid_down(old, new) as folder:
        words = of_tokens(old, new, _opcodes(_git(folder, *_WORDS).decode("utf-8")))
        moved = _moved_lines(_git(folder, *_LINES).decode("utf-8"), new)
    return Found(words.old, words.new, moved_new=moved)


GIT: Final = Rival("git", _find_git, fast=True)


#: Seconds for one pair of texts, the start of the program with it.
_LIBREOFFICE_LIMIT: Final = 60.0
_OF_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OF_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MACRO: Final = """Sub Hold(folder As String)
  Convert folder & "/old.txt", folder & "/old.odt"
  Convert folder & "/new.txt", folder & "/new.odt"
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim document : document = StarDesktop.loadComponentFromURL(folder & "/new.odt", "_blank", 0, hidden())
  Dim other(0) As New com.sun.star.beans.PropertyValue
  other(0).Name = "URL" : other(0).Value = folder & "/old.odt"
  Dim dispatcher : dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, other())
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  flat(0).Name = "FilterName" : flat(0).Value = "OpenDocument Text Flat XML"
  document.storeToURL(folder & "/compared.fodt", flat())
  document.close(True)
  StarDesktop.terminate()
End Sub
Sub Convert(source As String, target As String)
  Dim plain(2) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "Hidden" : plain(0).Value = True
  plain(1).Name = "FilterName" : plain(1).Value = "Text (encoded)"
  plain(2).Name = "FilterOptions" : plain(2).Value = "UTF8,LF,,fa-IR,"
  Dim document : document = StarDesktop.loadComponentFromURL(source, "_blank", 0, plain())
  Dim written(0) As New com.sun.star.beans.PropertyValue
  written(0).Name = "FilterName" : written(0).Value = "writer8"
  document.storeToURL(target, written())
  document.close(True)
End Sub
"""
_SCRIPTS: Final = "http://openoffice.org/2000/script"
_LIBRARIES: Final = "http://openoffice.org/2000/library"


@functools.cache
def _profile(program: str) -> tempfile.TemporaryDirectory[str]:
    """A profile of its own with the macro in it, kept until the end of the run.

    The first start lays out the profile and would write over a library that is there already.
    """
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    _start(program, folder.name, "--terminate_after_init")
    standard = Path(folder.name) / "user" / "basic" / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    escaped = _MACRO.replace("&", "&amp;").replace("<", "&lt;")
    (standard / "Truth.xba").write_text(
        f'{head}<script:module xmlns:script="{_SCRIPTS}" script:name="Truth" script:language="StarBasic">'
        f"{escaped}</script:module>",
        encoding="utf-8",
    )
    (standard / "script.xlb").write_text(
        f'{head}<library:library xmlns:library="{_LIBRARIES}" library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Truth"/></library:library>',
        encoding="utf-8",
    )
    return folder


def _start(program: str, profile: str, what: str) -> None:
    options = [f"-env:UserInstallation={Path(profile).resolve().as_uri()}", "--headless", "--norestore"]
    try:
        subprocess.run(
            [program, *options, what], timeout=_LIBREOFFICE_LIMIT, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"not done in {_LIBREOFFICE_LIMIT:.0f} s") from error


def _compared(old: str, new: str) -> ElementTree.Element:
    program = shutil.which("soffice")
    if program is None:
        raise UnavailableError("not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for side, text in (("old", old), ("new", new)):
            (folder / f"{side}.txt").write_text(text, encoding="utf-8", newline="\n")
        # A profile that a macro has ended the program in lets the next start fail: each has a copy.
        shutil.copytree(_profile(program).name, folder / "profile")
        _start(program, str(folder / "profile"), f"macro:///Standard.Truth.Hold({folder.as_uri()})")
        made = folder / "compared.fodt"
        if not made.exists():
            raise UnavailableError("made no comparison")
        return ElementTree.parse(made).getroot()


@dataclass(slots=True)
class _Reader:
    """Reads the text with its tracked changes. A deletion stands in the text or aside, by the version's custom."""

    kinds: dict[str, str]
    aside: dict[str, str]
    open: list[str] = field(default_factory=list)

    def runs(self, node: ElementTree.Element) -> Iterator[tuple[str, str]]:
        """(what, characters) in order: equal, insertion, deletion."""
        if node.tag == f"{_OF_TEXT}tracked-changes":
            return
        change = node.get(f"{_OF_TEXT}change-id", "")
        if node.tag == f"{_OF_TEXT}change-start":
            self.open.append(change)
        elif node.tag == f"{_OF_TEXT}change-end":
            self.open.remove(change)
        elif node.tag == f"{_OF_TEXT}change":
            yield "deletion", self.aside[change]
        yield self._here, node.text or ""
        for child in node:
            yield from self.runs(child)
            yield self._here, child.tail or ""

    @property
    def _here(self) -> str:
        kinds = {self.kinds[change] for change in self.open}
        return "deletion" if "deletion" in kinds else "insertion" if kinds else "equal"


def _reader(body: ElementTree.Element) -> _Reader:
    made = _Reader({}, {})
    for region in body.iter(f"{_OF_TEXT}changed-region"):
        name = region.get(f"{_OF_TEXT}id", "")
        for kind in ("insertion", "deletion"):
            for change in region.iter(f"{_OF_TEXT}{kind}"):
                made.kinds[name] = kind
                made.aside[name] = "".join(
                    characters
                    for child in change
                    if child.tag != f"{_OF_OFFICE}change-info"
                    for characters in child.itertext()
                )
    return made


def _find_libreoffice(old: str, new: str) -> Found:
    body = _compared(old, new).find(f".//{_OF_OFFICE}text")
    if body is None:
        raise UnavailableError("made no text")
    sides: tuple[Characters, Characters] = ([], [])
    for what, characters in _reader(body).runs(body):
        for side, other in ((0, "insertion"), (1, "deletion")):
            if what != other:
                sides[side].extend((c, what != "equal") for c in characters if not c.isspace())
    return Found(of_characters(old, sides[0]), of_characters(new, sides[1]))


LIBREOFFICE: Final = Rival("LibreOffice", _find_libreoffice)
