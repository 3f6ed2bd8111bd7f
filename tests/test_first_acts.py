"""Nothing that a person does needs a screen that was opened before: each act is the first one of a process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.office.letter_templates import LetterKind
from desktop_app.people.experts import ExpertWords
from tests.architecture import ROOT
from tests.conftest import NOON, office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.first_acts import ACTS, PAPERS
from tests.instruments.consulting import NEXT_TEXT, first_consultation
from tests.only import on_sqlite
from tests.reports.letters import resolved

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows forks no process")


def _busy_office(office: TestOffice) -> None:
    """A draft whose summing-up can be frozen, an open consultation with an invited expert, three petitions."""
    services = office.services
    revised = first_consultation(office).revising()
    revised.write(NEXT_TEXT)
    revised.explain()
    opened = first_consultation(office).opened()
    opened.comment()
    experts = [services.experts.add(office.clerk, ExpertWords(name)).id for name in ("نیلوفر", "بهرام")]
    services.invitations.invite(office.clerk, opened.id, experts[:1])
    resolved(office)
    office.taken(subject="در دست")
    office.registered(unit=office.books, subject="ارجاع‌شده")


@pytest.fixture
def made() -> Made:
    return office_with(_busy_office)


def _order(office: TestOffice, acts: Iterable[str]) -> dict[str, Any]:
    services = office.services
    revised, opened = (row.id for row in sorted(services.drafting.all(), key=lambda row: row.id))
    opened_on = services.drafting.detail(office.reviewer, opened).row.opened_on
    assert opened_on is not None
    experts = {row.words.name: row.id for row in services.experts.all()}
    posts = ("clerk", "reviewer", "manager", "administrator")
    items = {
        "revised": revised,
        "open": opened,
        "comment": services.comments.of_instrument(opened)[0].id,
        "expert": experts["بهرام"],
        "answered": office.made_id(1),
        "taken": office.made_id(2),
        "referred": office.made_id(3),
        "music": office.music.id,
    }
    url = services.database.engine.url
    return {
        "database": url.render_as_string(hide_password=False),
        "file": url.database if services.database.is_sqlite else "",
        "now": datetime.combine(opened_on, NOON.timetz()).isoformat(),
        "people": {post: getattr(office, post).person_id for post in posts},
        "items": items,
        "acts": list(acts),
    }


def _trouble(office: TestOffice, folder: Path, acts: Iterable[str]) -> dict[str, str]:
    """Performs the acts, each in a process of its own, and returns what went wrong by act."""
    order = folder / "order.json"
    wanted = list(acts)
    order.write_text(json.dumps(_order(office, wanted)), encoding="utf-8")
    command = [sys.executable, "-m", "tests.first_acts", str(order)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    said = {line["act"]: line["trouble"] for line in map(json.loads, done.stdout.splitlines())}
    assert sorted(said) == sorted(wanted)
    return {act: trouble for act, trouble in said.items() if trouble}


@on_sqlite
def test_an_act_can_be_the_first_one_of_a_process(office: TestOffice, tmp_path: Path) -> None:
    found = _trouble(office, tmp_path, ACTS)
    assert not found, "\n".join(found.values())


def test_a_report_and_a_paper_can_be_the_first_thing_of_a_process(office: TestOffice, tmp_path: Path) -> None:
    found = _trouble(office, tmp_path, PAPERS)
    assert not found, "\n".join(found.values())


def test_each_kind_of_letter_is_tried() -> None:
    assert {f"letter {kind}" for kind in LetterKind} <= PAPERS.keys()
