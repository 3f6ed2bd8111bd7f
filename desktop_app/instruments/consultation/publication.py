"""The published text: its provisions, window and place, as a publication package contains them.

Law (strategy document S1 to S3): the text is published on the portal, or in the single window, for the whole
window. A package is made from the frozen revision, so that making it again gives the same package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.structure import Provision, parse
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.acts.beside import PACKAGE_MADE
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.drafting.revisions import WRITERS
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus, Track
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import latin_digits
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor

#: Anchor prefixes by the kind of a label; kinds that are missing here are divisions of the text.
_INITIALS: Final[Mapping[LabelKind, str]] = {
    LabelKind.ARTICLE: "m", LabelKind.NOTE: "t", LabelKind.LETTER: "b", LabelKind.NUMBER: "b",
    LabelKind.BRACKETED: "b", LabelKind.ITEM: "j",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublishedProvision:
    """A provision of the exposed text.

    `start` and `end` are code points of that text, including the label; `text` is its own text, without the
    label and its children. `anchor` is the fragment of its links, the same in every package of this revision.
    `name` is its name in comments («تبصره ۱ ماده ۶»), empty for a heading and for unlabelled text. `depth`
    counts its parents.
    """

    anchor: str
    label: str
    name: str
    path: tuple[str, ...]
    depth: int
    heading: bool
    start: int
    end: int
    text: str
    #: The text after the label, including the separator, so that a page can reproduce the text exactly.
    behind: str


@dataclass(frozen=True, slots=True)
class Reopening:
    """Why the window was opened again: `closure` says why the office was closed on the former last day."""

    former_end: date
    closure: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A published text; dates are in Tehran, the last one is included."""

    id: int
    code: str
    title: str
    kind: InstrumentKind
    track: Track
    unit: str
    place: str
    notice: str
    opened_on: date
    closes_on: date
    is_open: bool
    revision: int
    revision_made_at: datetime
    sha256: str
    text: str
    provisions: tuple[PublishedProvision, ...]
    reopened: Reopening | None = None

    @property
    def full_days(self) -> int:
        """The number of days after the opening day, including the last one."""
        return (self.closes_on - self.opened_on).days


class Publications:
    """Reads publications, and records that packages were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, instrument_id: int) -> Publication:
        """Returns the text that is, or was, before the public. Raises `RuleError` before a window was opened."""
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            exposed = instrument.exposed_revision_id
            if instrument.opened_on is None or instrument.closes_on is None or exposed is None:
                raise RuleError(rule="nothing_is_published")
            revision = session.get(Revision, exposed)
            if revision is None:
                raise NotFoundError(item="revision", key=exposed)
            unit = session.get(Unit, instrument.unit_id) if instrument.unit_id is not None else None
            today = day_of_act(self._database, session)
            again = _reopening(session, instrument)
            return _publication(instrument, revision, unit.name if unit is not None else "", today, again)

    @once
    def note_package(self, actor: Actor, instrument_id: int, sha256: str) -> None:
        """Records that a package was made; `sha256` is that of its list of files."""
        denied = NotPermittedError(act="publish", who_may=",".join(WRITERS))
        with self._database.writing() as session:
            do_step(
                session,
                self._database,
                actor,
                PACKAGE_MADE,
                instrument_id,
                given={"sha256": sha256},
                refusals={"not_your_role": denied},
            )


def _reopening(session: Session, instrument: Instrument) -> Reopening | None:
    """Returns the last reopening of the present window."""
    found = session.execute(
        select(EventRecord.at, EventRecord.before, EventRecord.after)
        .where(
            EventRecord.item_type == "instrument",
            EventRecord.item_id == instrument.id,
            EventRecord.action == "window_reopened",
        )
        .order_by(EventRecord.sequence.desc())
        .limit(1)
    ).one_or_none()
    # A window that was withdrawn ends before the next one is opened.
    if found is None or instrument.opened_on is None or tehran_day(found.at) <= instrument.opened_on:
        return None
    return Reopening(date.fromisoformat(found.before["closes_on"]), str(found.after["closure"]))


def _publication(
    instrument: Instrument, revision: Revision, unit: str, today: date, reopened: Reopening | None
) -> Publication:
    assert instrument.opened_on is not None
    assert instrument.closes_on is not None
    is_open = InstrumentStatus(instrument.status) is InstrumentStatus.OPEN and today <= instrument.closes_on
    return Publication(
        id=instrument.id,
        code=instrument.code,
        title=instrument.title,
        kind=InstrumentKind(instrument.kind),
        track=Track(instrument.track),
        unit=unit,
        place=instrument.place,
        notice=instrument.notice,
        opened_on=instrument.opened_on,
        closes_on=instrument.closes_on,
        is_open=is_open,
        revision=revision.number,
        revision_made_at=revision.created_at,
        sha256=revision.sha256,
        text=revision.text,
        provisions=published_provisions(revision.text),
        reopened=reopened,
    )


def published_provisions(text: str) -> tuple[PublishedProvision, ...]:
    """Returns the provisions of a text in its order, each with a unique anchor."""
    taken: dict[str, int] = {}
    return tuple(
        _published(text, provision, number, taken) for number, provision in enumerate(parse(text), 1)
    )


def _published(text: str, provision: Provision, number: int, taken: dict[str, int]) -> PublishedProvision:
    heading = provision.label is not None and provision.kind.heading
    named = provision.label is not None and not heading
    wanted = _anchor(provision) if named else f"p{number}"
    taken[wanted] = taken.get(wanted, 0) + 1
    anchor = wanted if taken[wanted] == 1 else f"{wanted}-n{taken[wanted]}"
    return PublishedProvision(
        anchor=anchor,
        label=provision.label or "",
        name=" ".join(reversed(provision.path[-len(provision.address) :])) if named else "",
        path=provision.path,
        depth=max(0, len(provision.path) - 1) if provision.label is not None else len(provision.path),
        heading=heading,
        start=provision.start,
        end=provision.end,
        text=text[provision.body : provision.end].strip(),
        behind=text[provision.label_end : provision.end].rstrip(),
    )


def _anchor(provision: Provision) -> str:
    """Returns «m6-t1» for note 1 of article 6."""
    parts = [
        _INITIALS.get(kind, "p") + "".join(c for c in latin_digits(key) if c.isalnum())
        for kind, key in provision.address
    ]
    return "-".join(parts)
