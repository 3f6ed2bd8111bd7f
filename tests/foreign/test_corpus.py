"""The corpus through every way in which files come in: one sentence each, good rows kept, the next file goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.foreign.faults import ReaderFault
from desktop_app.wording import use_language
from desktop_app.wording.file_faults import file_fault_sentence
from desktop_app.wording.table_faults import table_fault_sentence
from tests.folders import folder_in_memory
from tests.foreign.attachments import ATTACHMENTS
from tests.foreign.corpus import DRAFTS, MAILS, NAMES, TABLES, Case
from tests.foreign.through import PATIENCE, WAYS, good_files

#: Megabytes that the program may become larger, and that the process for files may have.
_PROGRAM, _PROCESS = 40, 350


def taken(way: str, folder: Path) -> dict[str, Any]:
    """Writes the files and takes them through a program."""
    files = folder / "files"
    files.mkdir()
    for case in (*good_files(way, "first"), *WAYS[way][1], *good_files(way, "last")):
        case.write(files)
    done = subprocess.run(
        [sys.executable, "-m", "tests.foreign.through", str(folder), way],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def must_be_told(case: Case, told: dict[str, Any]) -> None:
    """One sentence with the name, for one of the reasons; or nothing for a file that is read."""
    if not told["reason"]:
        assert not case.reasons or "" in case.reasons, (case.name, told)
        return
    sentence = told["sentence"]
    assert any(is_sentence_of(reason, case.name, sentence) for reason in case.reasons), (case.name, told)
    assert "\n" not in sentence.replace(case.name, "")
    assert sentence.rstrip("\u2069").endswith("."), sentence


def is_sentence_of(reason: str, name: str, sentence: str) -> bool:
    """Whether it says this of the file, whatever the number in it."""
    parameters = {"name": name, "limit": "LIMIT", "fields": ""}
    worded = table_fault_sentence(reason, parameters) or file_fault_sentence(reason, parameters)
    # Of the columns that a table lacks, their names are told.
    pieces = worded.split("column for")[:1] if reason == "missing_columns" else worded.split("LIMIT")
    return bool(reason) and all(piece in sentence for piece in pieces)


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def test_there_are_at_least_130_files_of_different_names() -> None:
    cases = (*TABLES, *MAILS, *DRAFTS, *ATTACHMENTS, *NAMES)
    assert len({case.name for case in cases}) >= 130


@pytest.mark.parametrize("way", WAYS)
def test_the_corpus_costs_nothing_but_itself(way: str) -> None:
    with folder_in_memory("corpus") as place:
        found = taken(way, place)
    cases = {case.name: case for case in WAYS[way][1]}
    # A byte of a name that is not UTF-8 is told as `%E9`.
    told = {one["name"].replace("%E9", "\udce9"): one for one in found["told"]}
    assert set(told) == set(cases)
    for name, one in told.items():
        must_be_told(cases[name], one)
    assert all(one["reason"] == "" for one in found["last"]), found["last"]
    if sys.platform == "linux":
        assert found["grown"]["program"] <= _PROGRAM
        assert found["grown"]["process"] <= _PROCESS
    if way in {"drafts", "attachments"}:
        assert max(one["seconds"] for one in found["told"]) < PATIENCE + 3
    if way == "command_line":
        created = sum(one.get("created", 0) for one in found["told"])
        assert created == sum(case.good for case in cases.values())
    if way == "folder":
        for name, one in told.items():
            assert one["created"] >= min(2, cases[name].good), (name, one)
    if way == "attachments":
        assert {one["reason"] for one in found["told"]} >= {*ReaderFault} - {ReaderFault.NO_READER}
