"""`mosharekat letter` over both engines: papers of a petition, a reply that goes out, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.database.audit import history
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.wording import use_language
from tests.cli.running import CommandLine
from tests.conftest import with_cheap_passwords
from tests.department import fill_office, open_office
from tests.engines import PostgresqlServer, SqliteFiles, made_id
from tests.reports.pdf.reading import by_pdfium


def with_an_answer(url: str) -> None:
    """A petition that was answered, and one that was not."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    fill_office(services)
    office = open_office(services)
    taken = office.taken(subject="مجوز کتاب")
    services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.GRANTED, "صادر شد.")
    office.registered("متن دیگر", subject="بی‌پاسخ")
    services.close()
    use_language("fa")


@pytest.fixture
def answered(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: SqliteFiles | PostgresqlServer
) -> Iterator[CommandLine]:
    with engine.fresh(with_an_answer) as url:
        capsys.readouterr()
        yield CommandLine(capsys, tmp_path / "data", url)


def code_of(line: CommandLine, words: str) -> str:
    [item] = line("petitions", "find", words, "--json").document["items"]
    return str(item["tracking_code"])


def test_each_paper_is_written_and_a_reply_goes_out_once(answered: CommandLine, tmp_path: Path) -> None:
    code = code_of(answered, "مجوز کتاب")
    for kind in ("slip", "referral", "dossier", "reply"):
        target = tmp_path / f"{kind}.pdf"
        done = answered("letter", "--petition", code, "--kind", kind, "-o", target, "--json")
        assert done.status == 0, done.err
        chosen = {"classification": "normal", "paper": "a4", "enclosure": "", "copies": []}
        named = {"petition": code, "kind": kind, "number": None, "file": str(target)}
        assert done.document == named | (chosen if kind == "reply" else {})
        assert by_pdfium(target.read_bytes())
    assert "پیش‌نویس" in by_pdfium((tmp_path / "reply.pdf").read_bytes())[0]
    target = tmp_path / "out.pdf"
    first = answered(
        "letter", "--petition", code, "--kind", "reply", "--issue", "--addressee", "علی کریمی | تهران",
        "--classification", "confidential", "--paper", "a5", "--enclosure", "دو برگ",
        "--copy", "ادارهٔ کتاب، جهت اطلاع", "--copy", "دبیرخانه، جهت ثبت", "-o", target, "--json",
    )  # fmt: skip
    assert first.status == 0, first.err
    assert first.document["number"].endswith("/1")
    page = target.read_bytes()
    assert "تهران" in by_pdfium(page)[0]
    assert "محرمانه" in by_pdfium(page)[0]
    chosen = {"classification": "confidential", "paper": "a5", "enclosure": "دو برگ"}
    assert first.document.items() >= chosen.items()
    assert first.document["copies"] == ["ادارهٔ کتاب، جهت اطلاع", "دبیرخانه، جهت ثبت"]
    again = answered(
        "letter", "--petition", code, "--kind", "reply", "--issue", "--paper", "a4", "-o", target
    )
    assert again.status == 0
    assert target.read_bytes() == page
    services = open_services(answered.database, prepare_schema=False)
    with services.database.reading() as session:
        actions = [event.action for event in history(session, "petition", made_id(answered.database, 1))]
    services.close()
    assert actions.count("printed") == 6
    assert actions.count("letter_issued") == 1


def test_what_cannot_be_is_one_line(answered: CommandLine, tmp_path: Path) -> None:
    code, target = code_of(answered, "بی‌پاسخ"), tmp_path / "x.pdf"
    letter = ("letter", "--petition", code, "--kind")
    refused = answered(*letter, "reply", "--issue", "-o", target)
    assert (refused.status, refused.line != "") == (1, True)
    for words, status in (
        ((*letter, "slip", "-o", tmp_path / "x.docx"), 2),
        ((*letter, "slip", "--issue", "-o", target), 2),
        ((*letter, "slip", "--copy", "دبیرخانه", "-o", target), 2),
        ((*letter, "reply", "--paper", "a3", "-o", target), 2),
        ((*letter, "reply", "--enclosure", "ب" * 201, "-o", target), 1),
        ((*letter, "poem", "-o", target), 2),
        (("letter", "--petition", "123456789012", "--kind", "slip", "-o", target), 1),
        ((*letter, "slip", "-o", tmp_path / "no" / "such" / "x.pdf"), 1),
    ):
        done = answered(*words)
        assert done.status == status, done.err
        assert done.line
    assert not target.exists()
