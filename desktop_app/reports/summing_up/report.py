"""A summing-up as the reports room hands it out: the frozen one, or how it would stand now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.database.engine import Database
from desktop_app.instruments.consultation.named_senders import NamedSenders, SenderNames
from desktop_app.instruments.consultation.summing_up import SummedUp, SummingUp
from desktop_app.office.settings import OfficeSettings, logo_of, settings_of
from desktop_app.progress import Progress
from desktop_app.reports.summing_up.matrix import Matrix, read_matrix
from desktop_app.reports.summing_up.naming import with_names
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class ConsultationReportCopy:
    """What the forms are made of. `frozen` is None for one that is not frozen: it says so on its first page.

    `made_at` (aware) is the moment of freezing, so that every print of a frozen one is the same; without one, now.
    `named`: it is the office's own form, which says who wrote each comment, and every page of which says so.
    """

    matrix: Matrix
    settings: OfficeSettings
    frozen: SummedUp | None
    made_at: datetime
    named: NamedSenders | None = None
    #: That of the letterhead.
    logo: bytes | None = None


class ConsultationReports:
    """Reads summings-up for paper, document and spreadsheet."""

    def __init__(self, database: Database, summing_up: SummingUp, names: SenderNames) -> None:
        self._database = database
        self._summing_up = summing_up
        self._names = names

    def may_name(self, actor: Actor, instrument_id: int) -> bool:
        """Whether the office's own form is offered to a person. Raises `NotFoundError`."""
        return self._names.may_read(actor, instrument_id)

    def of(
        self,
        actor: Actor,
        instrument_id: int,
        number: int | None = None,
        *,
        internal: bool = False,
        progress: Progress | None = None,
    ) -> ConsultationReportCopy:
        """The frozen one of a number, or the last; where none is frozen yet, how it stands now. `internal`: with who
        wrote each comment, which is an event.

        Raises `NotFoundError` for an unknown instrument or number, `NotPermittedError`.
        """
        with self._database.reading() as session:
            settings, logo, now = settings_of(session), logo_of(session), self._database.now(session)
        kept = self._summing_up.all(instrument_id)
        frozen = self._summing_up.one(instrument_id, number) if number is not None else None
        if frozen is None and kept:
            frozen = kept[-1]
        content = (
            frozen.content
            if frozen is not None
            else self._summing_up.content(actor, instrument_id, progress=progress)
        )
        matrix, made_at = read_matrix(content), frozen.made_at if frozen is not None else now
        if not internal:
            return ConsultationReportCopy(matrix, settings, frozen, made_at, logo=logo)
        named = self._names.beside(
            actor, instrument_id, content, frozen.number if frozen is not None else None
        )
        return ConsultationReportCopy(with_names(matrix, named), settings, frozen, made_at, named, logo)
