"""The lines below a person's name: their own, in saved replies, in bulk, and in the letter."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.errors import InvalidValueError, NotPermittedError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.acts import Resolve
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.replies.variables import reply_of
from desktop_app.petitions.vocabulary import Outcome
from tests.conftest import NOON
from tests.department import TestOffice
from tests.guarded import Department
from tests.reports.pdf.reading import by_pdfium

LINES = "کارشناس مسئول کتاب\nداخلی ۱۲۳"


def test_the_lines_are_stored_told_apart_from_others_and_removed(office: TestOffice) -> None:
    signatures = office.services.signatures
    assert signatures.below_name(office.clerk) == office.clerk.name
    assert signatures.write(office.clerk, f"  {LINES}  \n") == ""
    assert signatures.of(office.clerk) == LINES
    assert signatures.below_name(office.clerk) == f"{office.clerk.name}\n{LINES}"
    assert signatures.of(office.other_clerk) == ""
    assert signatures.write(office.clerk, " ") == LINES
    assert signatures.below_name(office.clerk) == office.clerk.name


@pytest.mark.parametrize(("text", "reason"), [("م" * 301, "too_long"), ("۱\n۲\n۳\n۴\n۵", "too_many_lines")])
def test_what_is_too_long_for_a_signature_is_refused(office: TestOffice, text: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.signatures.write(office.clerk, text)
    assert caught.value.parameters["reason"] == reason
    with pytest.raises(NotPermittedError):
        office.services.signatures.write(office.pc, "سمت")


def test_replies_and_the_letter_end_with_the_signature_of_who_wrote_them(office: TestOffice) -> None:
    services, today = office.services, tehran_day(NOON)
    services.signatures.write(office.clerk, LINES)
    made = office.taken()
    signed = services.signatures.below_name(office.clerk)
    text, unknown = reply_of("پاسخ.\n{signature}", made, office.clerk.name, today, signed)
    assert (text, unknown) == (f"پاسخ.\n{office.clerk.name}\n{LINES}", ())
    # Without a signature it is the name.
    assert reply_of("{signature}", made, office.manager.name, today)[0] == office.manager.name
    act, selection = Resolve(Outcome.ANSWERED, "پاسخ گروهی.\n{signature}"), BulkSelection((made.id,))
    bulk = services.bulk
    bulk.run(office.clerk, bulk.begin(selection, act, bulk.preview(office.clerk, selection, act)))
    assert services.desk.peek(office.clerk, made.id).replies[-1].text == f"پاسخ گروهی.\n{signed}"
    # In the letter it is that of the author, whoever makes it.
    other = office.taken(text="متنی دیگر")
    services.desk.resolve(office.clerk, other.id, other.version, Outcome.ANSWERED, "پاسخ")
    paper = services.petition_letters.paper(office.manager, other.id, LetterKind.REPLY)
    assert "داخلی" in " ".join(by_pdfium(paper.pdf))
    services.signatures.write(office.clerk, "")
    paper = services.petition_letters.paper(office.manager, other.id, LetterKind.REPLY)
    assert "داخلی" not in " ".join(by_pdfium(paper.pdf))


def test_nobody_writes_the_signature_of_somebody_else_by_sql(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    clerk.signatures.write(rezaei, LINES)
    for name in ("nouri", "admin"):
        with department.sql(name) as psql:
            assert psql.execute("SELECT text FROM signature").fetchall() == [(LINES,)]
            assert psql.execute("UPDATE signature SET text = 'x'").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(
                    "INSERT INTO signature (person_id, text) VALUES (%s, 'x')",
                    (department.office.manager.person_id,),
                )
    clerk.signatures.write(rezaei, "")
    assert clerk.signatures.of(rezaei) == ""
