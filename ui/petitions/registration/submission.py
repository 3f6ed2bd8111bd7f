"""Data that the form submits for registration, and the message about the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import AppError
from desktop_app.wording import fill, translate
from ui.petitions.codes import shown_code
from ui.petitions.desk.attachments_box import add_all

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.likes import Alike
    from desktop_app.petitions.registration.register import NewPetition, Registered
    from desktop_app.services import InboxServices
    from ui.petitions.desk.file_sources import FileSource
    from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Submission:
    """A petition with its files. It is a duplicate of `into`, and not the same as any petition in `apart`."""

    petition: NewPetition
    into: Alike | None
    apart: tuple[int, ...]
    files: tuple[FileSource, ...]

    def register(self, workplace: Workplace[InboxServices]) -> tuple[Registered, AppError | None]:
        """Registers the petition; for a worker thread.

        Returns the registration, and the error of a later step (files, marks of difference) or None.
        """
        services, actor = workplace.services, workplace.actor
        if self.into is not None:
            code = shown_code(self.into.tracking_code)
            words = translate("Likeness", "Told again by phone or desk; the same as {code}.")
            made, refused = services.duplicates.register_into(
                actor, self.petition, self.into.tracking_code, fill(words, code=code)
            )
            return made, add_all(workplace, made.id, self.files)[1] or refused
        made = services.register.register(actor, self.petition)
        try:
            for other in self.apart:
                services.duplicates.set_apart(actor, made.id, other)
        except AppError as error:
            return made, error
        return made, add_all(workplace, made.id, self.files)[1]

    def done_words(self, made: Registered) -> str:
        """Returns the message after the registration."""
        words = translate("RegisterForm", "Registered with code {code}.")
        other = ""
        if self.into is not None:
            words = translate("Likeness", "Registered with code {code}, as a duplicate of {other}.")
            other = shown_code(self.into.tracking_code)
        if made.notice and self.into is None:
            words = translate("Notices", "Registered as a notice without a reply, with code {code}.")
        # Where the reservation was lost, the person has to read out the new code.
        if self.petition.reserved_code not in ("", made.tracking_code):
            words = translate("RegisterForm", "Registered with another code, to be read aloud: {code}.")
        return fill(words, code=shown_code(made.tracking_code), other=other)
