"""Messages about newer versions of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.persian.digits import digits, isolated
from desktop_app.wording.catalogue import fill, translate

if TYPE_CHECKING:
    from desktop_app.updates.looking import FoundUpdate


def found_words(found: FoundUpdate) -> str:
    """Returns what the user is told about a newer version."""
    words = (
        translate("Updates", "Version {version} is ready; it is installed when you close the program.")
        if found.installs
        else translate("Updates", "Version {version} is ready; its set-up is in {folder}.")
    )
    return fill(words, version=digits(found.version), folder=isolated(found.folder))


def update_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `UpdateError`."""
    tampered = translate(
        "Updates",
        "The newer version in {folder} is not as the office signed it, and was not installed; tell the"
        " administrator.",
    )
    faults = {
        "away": translate("Updates", "The folder of newer versions, {folder}, cannot be read."),
        "key": translate(
            "Updates",
            "The key of newer versions (update_key) is missing or invalid in the settings of this PC; none is"
            " installed.",
        ),
        "no_setup": translate("Updates", "There is no set-up “mosharekat-VERSION-x64.exe” in {folder}."),
    }
    return fill(faults.get(reason, tampered), folder=isolated(str(parameters.get("folder", ""))))
