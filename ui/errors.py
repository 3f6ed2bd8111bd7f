"""Messages of expected errors; see `ui.crash` for bugs."""

from __future__ import annotations

from desktop_app.errors import AppError
from desktop_app.wording import translate


def sentence(error: Exception) -> str:
    """The message for `error`: what happened, what was kept, what to do now."""
    from desktop_app.wording.errors import error_sentence  # noqa: PLC0415 - not needed before trouble

    if isinstance(error, AppError):
        return error_sentence(error)
    return translate("Errors", "Something unexpected happened. What you typed was kept; please try again.")
