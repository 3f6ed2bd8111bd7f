"""Shows what a start without a console cannot print: `mosharekat-desk` has no standard error."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from desktop_app.settings import Settings
from desktop_app.win32 import show_message
from desktop_app.wording import fill, language_in_use, translate

_log: Final = logging.getLogger("mosharekat.start")


def show_unseen(sentences: Sequence[str], settings: Settings) -> None:
    """Shows why the program did not start, and waits until the person has closed it.

    Where Qt itself cannot be loaded or has no display, Windows shows the same words.
    """
    _log.error("not started: %s", " ".join(sentences))
    try:
        from ui.application import make_application  # noqa: PLC0415 - the toolkit, only where a window opens
        from ui.start_trouble import TroubleDialog  # noqa: PLC0415

        application = make_application(settings)
        TroubleDialog(sentences, settings.log_file).exec()
        application.processEvents()
    except Exception:
        _log.exception("no dialog")
        where = fill(translate("Crash", "Log file: {path}"), path=settings.log_file)
        show_message(
            translate("Window", "Mosharekat"),
            "\n\n".join((*sentences, where)),
            right_to_left=language_in_use().right_to_left,
        )
