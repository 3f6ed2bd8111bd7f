"""“Remember me”: stores the password in the keyring, and explains failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.settings import Settings, save_settings
from desktop_app.wording import translate

if TYPE_CHECKING:
    from desktop_app.staff.credentials import KeyringOutcome, StoredPassword


def find_password(place: str, username: str) -> StoredPassword:
    """Returns the stored password for the database at `place`. Runs on a worker thread."""
    from desktop_app.staff.credentials import Credentials  # noqa: PLC0415 - after the first paint

    return Credentials(place).find(username)


def remember(settings: Settings, earlier: Settings | None, place: str, password: str) -> str:
    """Stores or deletes the password and saves the settings; returns an error message or an empty string.

    Runs on a worker thread. Where nothing was or is to be remembered, the keyring is not accessed, since it
    might ask for its own password.
    """
    from desktop_app.staff.credentials import Credentials, KeyringOutcome  # noqa: PLC0415 - after the first paint

    outcome, credentials = KeyringOutcome.KEPT, Credentials(place)
    before = earlier.last_username if earlier is not None and _was_remembered(earlier) else ""
    if before and (before != settings.last_username or not settings.remember):
        forgotten = credentials.delete(before)
        outcome = (
            KeyringOutcome.KEPT
            if forgotten in (KeyringOutcome.FORGOTTEN, KeyringOutcome.NO_STORE)
            else KeyringOutcome.STILL_KEPT
        )
    if settings.remember:
        stored = credentials.store(settings.last_username, password)
        outcome = stored if stored is not KeyringOutcome.KEPT else outcome
    save_settings(settings)
    return kept_sentence(outcome)


def _was_remembered(settings: Settings) -> bool:
    """Whether a password may be stored: also where the office has switched that off since."""
    chosen_before = settings.is_fixed("remember") and settings.layers.user.get("remember", False)
    return settings.remember or bool(chosen_before)


def keep_changed(settings: Settings, place: str, password: str) -> str:
    """Stores a changed password if the previous one was stored; returns an error message or an empty string.

    Runs on a worker thread.
    """
    from desktop_app.staff.credentials import Credentials  # noqa: PLC0415 - after the first paint

    if not settings.remember or not settings.last_username:
        return ""
    return kept_sentence(Credentials(place).store(settings.last_username, password))


def kept_sentence(outcome: KeyringOutcome) -> str:
    """The message for the outcome of storing a password; empty on success."""
    sentences = {
        "kept": "",
        "no_store": translate(
            "SignIn", "This computer has no store for passwords; you will be asked for yours next time."
        ),
        "locked": translate(
            "SignIn",
            "This computer's store for passwords is locked; yours was not kept. Unlock it and sign in again.",
        ),
        "refused": translate(
            "SignIn",
            "This computer's store did not take the password (it may be full); you will be asked again.",
        ),
        "too_long": translate(
            "SignIn", "The password is too long for this computer's store; it was not kept."
        ),
        "forgotten": translate(
            "SignIn", "This computer's store did not keep the password; you will be asked again."
        ),
        "no_answer": translate(
            "SignIn",
            "This computer's store for passwords does not answer; perhaps a question of it stands behind a window. "
            "You will be asked for your password next time.",
        ),
        "still_kept": translate(
            "SignIn",
            "The password that was remembered could not be removed from this computer's store; remove it there.",
        ),
    }
    return sentences[outcome.value]


def not_found_sentence(outcome: KeyringOutcome) -> str:
    """Explains why a remembered password has to be typed."""
    sentences = {
        "no_store": translate("SignIn", "This computer has no store for passwords; type yours."),
        "locked": translate("SignIn", "This computer's store for passwords is locked; type yours."),
        "no_answer": translate("SignIn", "This computer's store for passwords does not answer; type yours."),
        "forgotten": translate("SignIn", "This computer's store no longer has your password; type it."),
    }
    other = translate("SignIn", "This computer's store does not give your password; type it.")
    return sentences.get(outcome.value, other)
