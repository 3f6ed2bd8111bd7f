"""What the form hands over to be registered, and the words for what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import AppError
from desktop_app.petitions.duplicates.similar import Alike
from desktop_app.petitions.registration.register import NewPetition, Registered
from desktop_app.wording import fill, translate
from ui.petitions.codes import shown_code
from ui.petitions.desk.attachments_box import add_all
from ui.petitions.desk.file_sources import FileSource
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices


@dataclass(frozen=True, slots=True)
class Submission:
    """A petition with its files. It is a duplicate of `into`, and none of the petitions `apart`."""

    petition: NewPetition
    into: Alike | None
    apart: tuple[int, ...]
    files: tuple[FileSource, ...]

    def register(self, workplace: Workplace[InboxServices]) -> tuple[Registered, AppError | None]:
        """Registers it, on a worker thread; returns also why something beside the petition was refused."""
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
        """What the message bar says when it is registered."""
        words = translate("RegisterForm", "Registered with code {code}.")
        other = ""
        if self.into is not None:
            words = translate("Likeness", "Registered with code {code}, as a duplicate of {other}.")
            other = shown_code(self.into.tracking_code)
        # Where the reservation could not be kept, the person has to read out another code.
        if self.petition.reserved_code not in ("", made.tracking_code):
            words = translate("RegisterForm", "Registered with another code, to be read aloud: {code}.")
        return fill(words, code=shown_code(made.tracking_code), other=other)
