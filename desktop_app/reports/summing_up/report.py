"""A summing-up as the reports room hands it out: the frozen one, or how it would stand now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.database.engine import Database
from desktop_app.instruments.summing_up import SummedUp, SummingUp
from desktop_app.office.settings import OfficeSettings, settings_of
from desktop_app.progress import Progress
from desktop_app.reports.summing_up.matrix import Matrix, read_matrix
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class ConsultationReportCopy:
    """What the forms are made of. `frozen` is None for one that is not frozen: it says so on its first page.

    `made_at` (aware) is the moment of freezing, so that every print of a frozen one is the same; without one, now.
    """

    matrix: Matrix
    settings: OfficeSettings
    frozen: SummedUp | None
    made_at: datetime


class ConsultationReports:
    """Reads summings-up for paper, document and spreadsheet."""

    def __init__(self, database: Database, summing_up: SummingUp) -> None:
        self._database = database
        self._summing_up = summing_up

    def of(
        self,
        actor: Actor,
        instrument_id: int,
        number: int | None = None,
        *,
        progress: Progress | None = None,
    ) -> ConsultationReportCopy:
        """The frozen one of a number, or the last; where none is frozen yet, how it stands now.

        Raises `NotFoundError` for an unknown instrument or number.
        """
        with self._database.reading() as session:
            settings, now = settings_of(session), self._database.now(session)
        kept = self._summing_up.all(instrument_id)
        frozen = self._summing_up.one(instrument_id, number) if number is not None else None
        if frozen is None and kept:
            frozen = kept[-1]
        content = (
            frozen.content
            if frozen is not None
            else self._summing_up.content(actor, instrument_id, progress=progress)
        )
        return ConsultationReportCopy(
            read_matrix(content), settings, frozen, frozen.made_at if frozen is not None else now
        )
