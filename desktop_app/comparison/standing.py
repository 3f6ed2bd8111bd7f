"""Names what happened to an entry in a document."""

from __future__ import annotations

from desktop_app.comparison.digest import ChangeDigest
from desktop_app.comparison.labelling import entry_classes
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.wording import fill, translate


def what_happened(digest: ChangeDigest, index: int) -> str:
    """Returns the classes of an entry, or its number of stale references if nothing else happened to it."""
    entry = digest.comparison.entries[index]
    stale = len(digest.stale.get(index, ()))
    if stale and entry.status is ProvisionStatus.UNCHANGED and not entry.flags:
        return fill(translate("Comparison", "Stale references: {n}"), n=stale)
    return entry_classes(entry)
