"""Expected trouble in words; a bug is `ui.crash`'s."""

from __future__ import annotations

from desktop_app.errors import AppError
from desktop_app.wording import translate


def sentence(error: Exception) -> str:
    """What a person reads about `error`: what happened, what was kept, what to do now."""
    from desktop_app.wording.errors import error_sentence  # noqa: PLC0415 - not needed before trouble

    if isinstance(error, AppError):
        return error_sentence(error)
    return translate("Errors", "Something unexpected happened. What you typed was kept; please try again.")
