"""Words of a command survive the line of Windows and that of systemd."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.scheduling.quoting import systemd_line, windows_line
from tests.scheduling.hostile import WORDS, words


def split_as_windows(line: str) -> list[str]:
    """Splits a line as the documentation of `CommandLineToArgvW` says, for the words after the program.

    2n backslashes and a quotation mark are n backslashes and begin or end a quotation; 2n + 1 are n backslashes and
    the mark itself; other backslashes are themselves. A second mark right after the end of a quotation is the mark
    itself, as in Python's own start-up.
    """
    found: list[str] = []
    at, length = 0, len(line)
    while at < length:
        while at < length and line[at] in " \t":
            at += 1
        if at == length:
            break
        word, inside = "", False
        while at < length and (inside or line[at] not in " \t"):
            slashes = len(line[at:]) - len(line[at:].lstrip("\\"))
            at += slashes
            if at < length and line[at] == '"':
                word += "\\" * (slashes // 2)
                if slashes % 2:
                    word += '"'
                elif inside and line[at + 1 : at + 2] == '"':
                    word += '"'
                    at += 1
                else:
                    inside = not inside
                at += 1
            elif slashes:
                word += "\\" * slashes
            else:
                word += line[at]
                at += 1
        found.append(word)
    return found


def expanded(line: str, variables: dict[str, str]) -> str:
    """Replaces `%NAME%` as `ExpandEnvironmentStrings` does: an unknown name stays, and its end may begin the next."""
    out, at = "", 0
    while at < len(line):
        end = line.find("%", at + 1) if line[at] == "%" else -1
        if end > 0 and line[at + 1 : end].upper() in variables:
            out += variables[line[at + 1 : end].upper()]
            at = end + 1
        else:
            out += line[at]
            at += 1
    return re.sub(r"\$\(\w+\)", "", out)


@pytest.mark.parametrize("word", WORDS)
def test_a_hostile_word_is_the_same_after_the_line_of_windows(word: str) -> None:
    assert split_as_windows(windows_line(["first", word, "last"])) == ["first", word, "last"]


@given(st.lists(words, max_size=6))
def test_any_words_are_the_same_after_the_line_of_windows(given_words: list[str]) -> None:
    assert split_as_windows(windows_line(given_words)) == given_words


#: Texts that are mostly names of variables.
_variables = st.lists(st.sampled_from(["%", "%", "TEMP", "$(Arg0)", " ", "\\", '"']), max_size=8).map("".join)


@given(st.lists(_variables, min_size=1, max_size=3))
def test_no_variable_is_replaced_within_a_word(given_words: list[str]) -> None:
    line = windows_line(given_words)
    assert expanded(line, {"TEMP": "replaced"}) == line


def test_a_variable_in_quotation_marks_would_be_replaced() -> None:
    line = subprocess.list2cmdline(["C:\\my %TEMP% $(Arg0)"])
    assert expanded(line, {"TEMP": "replaced"}) == '"C:\\my replaced "'


def test_the_line_of_python_itself_is_split_by_the_same_rules() -> None:
    line = subprocess.list2cmdline(WORDS)
    assert split_as_windows(line) == list(WORDS)


def split_as_systemd(line: str) -> list[str]:
    """Splits the value of `ExecStart=` in double quotation marks, with its escapes and doubled specifiers."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    plain = [re.sub(r"\\(.)", r"\1", word) for word in found]
    return [word.replace("%%", "%").replace("$$", "$") for word in plain]


@given(st.lists(words, max_size=6))
def test_any_words_are_the_same_after_the_line_of_systemd(given_words: list[str]) -> None:
    assert split_as_systemd(systemd_line(given_words)) == given_words


if sys.platform == "win32":

    def split_by_windows(line: str) -> list[str]:
        shell, kernel = ctypes.WinDLL("shell32"), ctypes.WinDLL("kernel32")
        shell.CommandLineToArgvW.restype = ctypes.POINTER(ctypes.c_wchar_p)
        shell.CommandLineToArgvW.argtypes = (ctypes.c_wchar_p, ctypes.POINTER(ctypes.c_int))
        kernel.LocalFree.argtypes = (ctypes.c_void_p,)
        count = ctypes.c_int()
        found = shell.CommandLineToArgvW(f"program.exe {line}", ctypes.byref(count))
        try:
            return [found[place] for place in range(1, count.value)]
        finally:
            kernel.LocalFree(found)

    @given(st.lists(words, min_size=1, max_size=6))
    def test_windows_itself_splits_the_line_into_the_same_words(given_words: list[str]) -> None:
        assert split_by_windows(windows_line(given_words)) == given_words

    def test_a_program_gets_the_same_words() -> None:
        code = "import sys; sys.stdout.reconfigure(encoding='utf-8'); print(ascii(sys.argv[1:]))"
        line = f'"{sys.executable}" -c "{code}" {windows_line(WORDS)}'
        done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=60)
        assert done.stdout.strip() == ascii(list(WORDS))
