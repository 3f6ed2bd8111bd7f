"""The parts of the acts that issue letters: the number that was taken, and the stored page.

The office has one series of numbers for all letters. The petitions and the drafts have an act each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, String, Text, literal, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import digest_of_bytes, engine_function, from_base64
from desktop_app.database.acts.expressions import bare, given, me, my_name, now
from desktop_app.database.acts.model import ActScope, Does, Expression, Step
from desktop_app.database.declarations import named_table
from desktop_app.office.acts import KNOWN_CHOICES
from desktop_app.office.model import Letter, OfficeRow
from desktop_app.office.number_expressions import not_the_last
from desktop_app.office.numbering import LETTER
from desktop_app.persian.digits import latin_digits, persian_digits
from desktop_app.staff.roster import Rules

_TABLE: Final[Any] = Letter.__table__


def _replaced(text: str) -> str:
    for digit in range(10):
        for written in (persian_digits(str(digit)), chr(0x660 + digit)):
            text = f"replace({text}, '{written}', '{digit}')"
    return text


_EASTERN: Final = "".join(persian_digits(str(digit)) for digit in range(10)) + "".join(
    chr(0x660 + digit) for digit in range(10)
)
#: A text with Latin digits, as `persian.digits.latin_digits`.
latin: Final = engine_function(
    Text(),
    postgresql=f"translate({{0}}, '{_EASTERN}', '{latin_digits(_EASTERN)}')",
    sqlite=_replaced("{0}"),
)
#: A number as the office writes it; SQLite takes the given text, the last argument.
_written: Final = engine_function(
    String(60), postgresql="app.number_written({0}::text, {1}, {2})", sqlite="{3}"
)


def _number(scope: ActScope) -> ColumnElement[Any]:
    office = aliased(OfficeRow)
    pattern = select(office.letter_pattern).correlate_except(office).scalar_subquery()
    return _written(pattern, scope.given("year"), scope.given("number"), scope.given("written"))


def _page(scope: ActScope) -> ColumnElement[Any]:
    return from_base64(scope.given("page"))


def _digest(scope: ActScope) -> ColumnElement[Any]:
    return digest_of_bytes(_page(scope))


#: Tables of what has a number of the register, and their column with it.
_REGISTERED: Final = (
    ("letter", "number"),
    ("issued_report", "number"),
    ("consultation_report", "register_number"),
)


def is_on_a_paper(scope: ActScope) -> ColumnElement[bool]:
    """Whether a letter, a report or a summing-up has the given number of the register of the given year."""
    found = []
    for table, number in _REGISTERED:
        paper = named_table(table).alias()
        out = select(paper.c.id).where(
            paper.c.year == scope.given("year"), paper.c[number] == scope.given("number")
        )
        found.append(out.correlate_except(paper).exists())
    return or_(*found)


def _is_of_a_draft(scope: ActScope) -> ColumnElement[bool]:
    """Whether somebody wrote the given number on the letter of a draft by hand."""
    draft = named_table("instrument").alias()
    found = select(draft.c.id).where(
        draft.c.letter_number != "", latin(draft.c.letter_number) == _number(scope)
    )
    return found.correlate_except(draft).exists()


def is_out(kind: str, item_type: str) -> Expression:
    """Returns the expression whether the given part of the item has a letter of the kind."""

    def out(scope: ActScope) -> ColumnElement[bool]:
        letter = aliased(Letter)
        found = select(letter.id).where(
            letter.item_type == item_type,
            letter.item_id == scope.item.c.id,
            letter.kind == kind,
            letter.part == scope.given("part"),
        )
        return found.correlate_except(letter).exists()

    return out


#: What the number of a new paper must be: the last one of this year, and on no other paper.
NUMBER_RULES: Final[Rules] = (
    ("not_there_any_more", not_the_last(LETTER)),
    ("not_there_any_more", is_on_a_paper),
)
RULES: Final[Rules] = (
    *NUMBER_RULES,
    ("not_there_any_more", _is_of_a_draft),
    ("text_missing", lambda scope: bare(scope.given("page")) == ""),
    *KNOWN_CHOICES,
)
_CHOSEN: Final = ("classification", "paper_size", "enclosure", "copies")
ASKS: Final[Mapping[str, Any]] = {
    "kind": String(),
    "part": _TABLE.c.part.type,
    "year": Integer(),
    "number": Integer(),
    "written": String(),
    "addressee": Text(),
    "page": Text(),
    **{name: _TABLE.c[name].type for name in _CHOSEN},
}
#: What the event tells of a letter. The column `letter_number` of a petition is that of the petitioner's letter.
TOLD: Final[Mapping[str, Expression]] = {
    "issued_number": _number,
    "letter_kind": given("kind"),
    "classification": given("classification"),
    "sha256": _digest,
}


def letter_step(item_type: str) -> Step:
    """Returns the step that stores the letter of an item."""
    return Step(
        "letter",
        _TABLE,
        Does.INSERT,
        "item_id",
        sets={
            **{name: given(name) for name in ("kind", "part", "year", "number", "addressee", *_CHOSEN)},
            "item_type": lambda _scope: literal(item_type),
            "written": _number,
            "issued_at": now,
            "issued_by_id": me,
            "issued_by": my_name,
            "sha256": _digest,
            "page": _page,
        },
    )
