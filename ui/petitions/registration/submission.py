"""Data that the form submits for registration, and the message about the result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.errors import AppError
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.registration.registration_correction import RegistrationCorrection
from desktop_app.petitions.vocabulary import Kind
from desktop_app.wording import fill, translate
from ui.petitions.desk.attachments_box import add_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.petitions.duplicates.likes import Alike
    from desktop_app.petitions.registration.register import NewPetition, Registered
    from desktop_app.petitions.registration.scans import ScanFolder
    from desktop_app.services import InboxServices
    from ui.petitions.desk.file_sources import FileSource
    from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Submission:
    """A petition with its files.

    It is a duplicate of `into`, not the same as any petition in `apart`, and linked with `linked`.
    """

    petition: NewPetition
    into: Alike | None
    apart: tuple[int, ...]
    files: tuple[FileSource, ...]
    #: The scanner's folder: files in it are taken from there.
    scans: ScanFolder | None = None
    linked: Alike | None = None
    #: The name that was told, where it corrects the stored name of the sender.
    corrected_name: str = ""

    def register(self, workplace: Workplace[InboxServices]) -> tuple[Registered, AppError | None]:
        """Registers the petition; for a worker thread.

        Returns the registration, and the error of a later step (files, marks of difference) or None.
        """
        taken: list[FileSource] = []
        try:
            for source in self.files:
                taken.append(self._claimed(source))
            made, refused = self._registered(workplace)
        except AppError:
            self._settle(taken, 0)
            raise
        count, failed = add_all(workplace, made.id, taken)
        self._settle(taken, count)
        return made, failed or refused

    def _claimed(self, source: FileSource) -> FileSource:
        if self.scans is None or source.path is None or not self.scans.contains(source.path):
            return source
        return replace(source, path=self.scans.claim(source.path))

    def _settle(self, taken: Sequence[FileSource], stored: int) -> None:
        """Remembers the scans that were stored, the first so many, and puts the others back."""
        for at, (source, claimed) in enumerate(zip(self.files, taken, strict=False)):
            if self.scans is None or source.path is None or claimed.path is None:
                continue
            if at < stored:
                self.scans.keep(claimed.path)
            else:
                self.scans.give_back(claimed.path, source.path)

    def _registered(self, workplace: Workplace[InboxServices]) -> tuple[Registered, AppError | None]:
        services, actor = workplace.services, workplace.actor
        if self.into is not None:
            code = shown_code(self.into.tracking_code)
            words = translate("Likeness", "Told again by phone or desk; the same as {code}.")
            return services.duplicates.register_into(
                actor, self.petition, self.into.tracking_code, fill(words, code=code)
            )
        made = services.register.register(actor, self.petition)
        try:
            for other in self.apart:
                services.duplicates.set_apart(actor, made.id, other)
            if self.linked is not None:
                services.duplicates.link(actor, made.id, self.linked.id)
            if self.corrected_name:
                self._correct_name(workplace, made.id)
        except AppError as error:
            return made, error
        return made, None

    def _correct_name(self, workplace: Workplace[InboxServices], petition_id: int) -> None:
        services, actor = workplace.services, workplace.actor
        now = services.desk.peek(actor, petition_id)
        reason = translate("RegisterForm", "Told when petition {code} was registered")
        correction = RegistrationCorrection(
            Kind(now.kind),
            now.subject,
            now.letter_number or "",
            fill(reason, code=shown_code(now.tracking_code)),
            self.corrected_name,
        )
        services.registration_corrections.correct(actor, petition_id, now.version, correction)

    def done_words(self, made: Registered) -> str:
        """Returns the message after the registration."""
        words = translate("RegisterForm", "Registered with code {code}.")
        other = self.into or self.linked
        if self.into is not None:
            words = translate("Likeness", "Registered with code {code}, as a duplicate of {other}.")
        elif self.linked is not None:
            words = translate("Likeness", "Registered with code {code}, linked with {other}.")
        if made.notice and self.into is None:
            words = translate("Notices", "Registered as a notice without a reply, with code {code}.")
        # Where the reservation was lost, the person has to read out the new code.
        if self.petition.reserved_code not in ("", made.tracking_code):
            words = translate("RegisterForm", "Registered with another code, to be read aloud: {code}.")
        return fill(
            words, code=shown_code(made.tracking_code), other=shown_code(other.tracking_code) if other else ""
        )
