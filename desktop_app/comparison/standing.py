"""Names what happened to an entry in a document, and what a text says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.digest import ChangeDigest
from desktop_app.comparison.labelling import entry_classes
from desktop_app.comparison.result import Comparison, ProvisionStatus, StatedCount
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate


def what_happened(digest: ChangeDigest, index: int) -> str:
    """Returns the classes of an entry, or its number of stale references if nothing else happened to it."""
    entry = digest.comparison.entries[index]
    stale = len(digest.stale.get(index, ()))
    if stale and entry.status is ProvisionStatus.UNCHANGED and not entry.flags:
        return fill(translate("Comparison", "Stale references: {n}"), n=stale)
    return entry_classes(entry)


def warnings(comparison: Comparison) -> list[str]:
    """Returns the sentences that a reader has to know before the changes: what NEW says of itself, a bound."""
    return [*filter(None, [wrong_counts_sentence(comparison.wrong_counts), rough_sentence(comparison)])]


def rough_sentence(comparison: Comparison) -> str:
    """Returns the sentence about provisions that were too long to align exactly; empty if there are none."""
    if not comparison.rough:
        return ""
    text = translate(
        "Comparison",
        "Provisions that are too long to be compared word by word exactly: {n}. More may be marked there than was "
        "changed. Divide them into paragraphs in both texts and compare again.",
    )
    return fill(text, n=len(comparison.rough))


def wrong_counts_sentence(wrong: Sequence[StatedCount]) -> str:
    """Returns the sentence about numbers of provisions that NEW states and does not have; empty if there are none."""
    if not wrong:
        return ""
    comma = translate("Comparison", ", ")
    return fill(
        translate("Comparison", "The newer text says that it has {stated}; {found} were recognised in it."),
        stated=comma.join(f"«{' '.join(visible_controls(one.text).split())}»" for one in wrong),
        found=comma.join(f"{digits(one.found)} {one.text.split()[-1]}" for one in wrong),
    )
