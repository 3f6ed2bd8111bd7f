"""Finds changes since publication that nobody requested, from the published, the middle and the final revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.instruments.comments.review import exposed_revision
from desktop_app.instruments.consultation.changes_since_publication import SincePublication, since_publication
from desktop_app.instruments.drafting.service import RevisionRow
from ui.comparison.sources import Loaded, RevisionPair
from ui.jobs import Job, run
from ui.widgets.comparison_view import ComparisonReading
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Since(QObject):
    """Loads, after a comparison is shown, the changes that neither the public has seen nor a comment requested.

    Only applies if the older side is the published revision.
    """

    #: The result or the middle revision changed.
    changed = Signal()

    def __init__(self, owner: QObject, workplace: Workplace[ComparisonServices]) -> None:
        super().__init__(owner)
        self._owner, self._workplace = owner, workplace
        self._loaded: Loaded | None = None
        self._job: Job | None = None
        self.found: SincePublication | None = None
        #: The revision that implements the comments, or None, and the revisions to choose from.
        self.middle: int | None = None
        self.between: tuple[RevisionRow, ...] = ()

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison. The middle revision is kept for the same pair."""
        same = loaded is not None and self._loaded is not None and loaded.source == self._loaded.source
        self._loaded = loaded
        self.between = self._between()
        if not same:
            self.middle = None
        self._read()

    def use_middle(self, number: int | None) -> None:
        """Sets the revision that implements the comments, or None."""
        if number != self.middle:
            self.middle = number
            self._read()

    def unasked(self, reading: ComparisonReading) -> frozenset[int]:
        """Returns the changes of a reading that nobody requested."""
        if self.found is None or self.found.comparison is not reading.comparison:
            return frozenset()
        changes = (reading.change_of(entry) for entry in self.found.unasked)
        return frozenset(change for change in changes if change is not None)

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.found = None
        self.changed.emit()
        pair = self._published_pair()
        if pair is None:
            return
        assert self._loaded is not None
        services, actor, middle = self._workplace.services, self._workplace.actor, self.middle
        whole = self._loaded.comparison

        def on_found(found: SincePublication) -> None:
            self._job, self.found = None, found
            self.changed.emit()

        self._job = run(
            self._owner,
            lambda progress: since_publication(
                services.drafting,
                services.comments,
                actor,
                pair.instrument_id,
                commented=middle,
                final=pair.new,
                whole=whole,
                progress=progress,
            ),
            on_found,
            progress=lambda done, total: None,
        )

    def _published_pair(self) -> RevisionPair | None:
        """Returns the two revisions if the older one is the published one, else None."""
        loaded = self._loaded
        if loaded is None or loaded.instrument is None or not isinstance(loaded.source, RevisionPair):
            return None
        detail = loaded.instrument
        if detail.row.opened_on is None or exposed_revision(detail) != loaded.source.old:
            return None
        old, new = loaded.source.old, loaded.source.new
        if old is None or new is None or new <= old:
            # Compared with itself or an earlier one: nothing was changed after publication.
            return None
        return loaded.source

    def _between(self) -> tuple[RevisionRow, ...]:
        pair = self._published_pair()
        if pair is None or self._loaded is None or self._loaded.instrument is None:
            return ()
        old, new = pair.old or 0, pair.new or 0
        return tuple(row for row in self._loaded.instrument.revisions if old < row.number < new)
