"""A summing-up for output: the frozen one, or a preview of the current state."""

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
    """The data of a summing-up in any format. `frozen` is None for a preview, which says so on its first page.

    `made_at` (timezone-aware) is the moment of freezing, so that every print is the same; for a preview, now.
    With `named`, it is the internal form, which names the senders and is marked on every page.
    """

    matrix: Matrix
    settings: OfficeSettings
    frozen: SummedUp | None
    made_at: datetime
    named: NamedSenders | None = None
    #: Logo of the letterhead.
    logo: bytes | None = None


class ConsultationReports:
    """Reads summings-up for PDF, DOCX and XLSX."""

    def __init__(self, database: Database, summing_up: SummingUp, names: SenderNames) -> None:
        self._database = database
        self._summing_up = summing_up
        self._names = names

    def may_name(self, actor: Actor, instrument_id: int) -> bool:
        """Whether the actor may have the internal form. Raises `NotFoundError`."""
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
        """Returns the frozen summing-up with this number, or the last one; a preview where none is frozen.

        With `internal`, it names the senders, and an event is recorded. Raises `NotFoundError` for an unknown
        instrument or number, `NotPermittedError`.
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
