"""Messages about keys, signatures and seals: what is wrong, and what to do."""

from __future__ import annotations

from desktop_app.persian.digits import isolated
from desktop_app.wording.catalogue import fill, translate


def signing_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `SigningError`."""
    return fill(
        _faults()[reason],
        name=isolated(str(parameters.get("name", ""))),
        key=isolated(str(parameters.get("key", ""))),
    )


def _faults() -> dict[str, str]:
    return {
        "no_key": translate(
            "Signing",
            "There is no signing key for this database on this PC. Make one with “audit key”, or name its file "
            "with “--key”.",
        ),
        "key_gone": translate(
            "Signing", "The key file “{name}” cannot be read. Put the stick in, or name another file."
        ),
        "key_damaged": translate("Signing", "“{name}” is not a key of this program, or it is damaged."),
        "public_key": translate(
            "Signing", "“{name}” is the public key, which only checks. Signing needs the private one."
        ),
        "private_key": translate(
            "Signing",
            "“{name}” is the private key, which stays with whoever signs. Checking needs the public one.",
        ),
        "gone": translate("Signing", "“{name}” cannot be read."),
        "not_signed": translate(
            "Signing", "“{name}” is not a signed document of this kind, or it is damaged."
        ),
        "foreign_key": translate(
            "Signing", "“{name}” was signed with another key ({key}) than the given public key."
        ),
        "changed": translate(
            "Signing", "“{name}” was changed after it was signed: its signature does not fit."
        ),
    }
