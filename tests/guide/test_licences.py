"""The licences that the program shows about itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.guide.licences import licence_text
from resources.installer import versions
from tests.architecture import ROOT


def test_each_part_that_the_project_names_is_listed_with_a_licence() -> None:
    lines = {line.partition(" ")[0].lower().replace("_", "-"): line for line in licence_text().splitlines()}
    for requirement in versions.project()["dependencies"]:
        name = requirement.partition("==")[0].partition("[")[0].lower()
        assert ": " in lines[name], name


def test_our_own_licence_comes_first() -> None:
    text = licence_text()
    assert (ROOT / "LICENSE").read_text("utf-8").strip() in text
    assert text.index("MIT") < text.index("SIL OPEN FONT LICENSE")


def test_the_frozen_program_shows_the_file_with_all_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "LICENCES.txt").write_text("every text", "utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert licence_text() == "every text"
