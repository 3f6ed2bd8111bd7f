from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.output import Output, needs_shaping
from desktop_app.persian.terminal import displayed_width
from tests.cli.running import ROOT, process

#: «سلام»: meem isolated, lam-alef final, seen initial; from left to right.
SALAM = "\ufee1\ufefc\ufeb3"
#: «نشانی», from left to right.
ADDRESS = "\ufbfd\ufee7\ufe8e\ufeb8\ufee7"


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    """Two drafts; the newer one has «سلام» besides."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("ماده ۱- متن\n", encoding="utf-8")
    new.write_text("ماده ۱- متن\nماده ۲- سلام\n", encoding="utf-8")
    return old, new


def on_a_terminal(term: str, *words: object) -> str:
    """What the command writes to a terminal that calls itself `term`."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "desktop_app", *map(str, words)]
    environment = {**os.environ, "TERM": term, "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs) as running:
        os.close(theirs)
        written = b""
        # Linux ends a terminal that nobody writes to any more with an error.
        with contextlib.suppress(OSError):
            while part := os.read(ours, 65536):
                written += part
        os.close(ours)
    assert running.returncode == 0
    return written.decode("utf-8")


@pytest.mark.parametrize(
    ("switches", "shaped"), [((), False), (("--no-shape",), False), (("--shape",), True)], ids=str
)
def test_a_pipe_is_shaped_only_where_that_is_asked_for(
    drafts: tuple[Path, Path], switches: tuple[str, ...], shaped: bool
) -> None:
    done = process("compare", *drafts, *switches)
    assert (done.status, done.err) == (0, "")
    assert (SALAM in done.out, "سلام" in done.out) == (shaped, not shaped)


@pytest.mark.parametrize(
    ("term", "switches", "shaped"),
    [
        ("linux", (), True),
        ("linux", ("--no-shape",), False),
        ("xterm-256color", (), False),
        ("xterm-256color", ("--shape",), True),
    ],
)
def test_a_terminal_is_shaped_for_where_it_does_not_shape_itself(
    drafts: tuple[Path, Path], term: str, switches: tuple[str, ...], shaped: bool
) -> None:
    out = on_a_terminal(term, "compare", *drafts, *switches)
    assert (SALAM in out, "سلام" in out) == (shaped, not shaped)
    if shaped:
        lines = [line for line in out.splitlines() if line]
        assert {displayed_width(line, joined=False) for line in lines} == {79}


def test_help_is_shaped_as_other_words_are() -> None:
    plain, shaped = on_a_terminal("xterm", "--help"), on_a_terminal("linux", "--help")
    assert re.search("  --database URL +نشانی", plain)
    assert re.search(f"  --database URL .*{ADDRESS}", shaped)


def test_what_is_wrong_with_a_command_is_shaped_too() -> None:
    done = process("compare", "--shape")
    assert done.status == 2
    # «است», the verb of the sentence, from left to right.
    assert "\ufe96\ufeb3\ufe8d" in done.err


@pytest.mark.parametrize("form", ["json", "html"])
def test_what_a_program_reads_is_never_shaped(drafts: tuple[Path, Path], form: str) -> None:
    plain, shaped = (process("compare", *drafts, "--format", form, *more).out for more in ((), ("--shape",)))
    assert "سلام" in shaped
    assert len(plain) == len(shaped)


def test_a_file_is_never_shaped(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    assert process("compare", *drafts, "-o", tmp_path / "made.txt", "--shape").status == 0
    assert "سلام" in (tmp_path / "made.txt").read_text(encoding="utf-8")


def test_windows_shapes_nothing_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert needs_shaping(sys.stdout, "win32", {})
    assert needs_shaping(sys.stdout, "win32", {"WT_SESSION": "7f0c"})
    assert not needs_shaping(sys.stdout, "linux", {"TERM": "xterm"})
    assert not needs_shaping(None, "win32", {})


@pytest.mark.parametrize(
    ("shape", "lines"),
    [
        (False, ["سلام  ۱", "متن   ۲"]),
        (True, [f"۱  {SALAM}", "۲  \ufee6\ufe98\ufee3"]),
    ],
)
def test_lam_and_alef_take_one_cell_where_they_are_joined(shape: bool, lines: list[str]) -> None:
    output = Output(as_json=False, shape=shape)
    assert output.displayed(output.table([("سلام", "۱"), ("متن", "۲")])).split("\n") == lines
