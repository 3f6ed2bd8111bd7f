"""The saved replies that the program proposes to an office that has none."""

from __future__ import annotations

from desktop_app.wording.catalogue import translate


def proposed_replies() -> tuple[tuple[str, str], ...]:
    """Returns titles and texts, with the variables of saved replies."""
    return (
        (
            translate("Replies", "Received and referred"),
            translate(
                "Replies",
                "Dear {name}, your petition with the tracking code {code} was received on {date} and is being looked"
                " into by {unit}. The result will be reported to you.",
            ),
        ),
        (
            translate("Replies", "Documents are missing"),
            translate(
                "Replies",
                "Dear {name}, to go on with your petition {code}, please hand the missing documents in to {unit}."
                " Its deadline goes on as soon as they have arrived.",
            ),
        ),
        (
            translate("Replies", "Outside of our competence"),
            translate(
                "Replies",
                "Dear {name}, the subject of your petition {code} is not within the competence of this office. Please"
                " turn to the authority in charge of it.\n{unit} – {clerk}",
            ),
        ),
    )
