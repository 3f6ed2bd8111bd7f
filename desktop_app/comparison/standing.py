"""Names what happened to an entry in a document, what a text says of itself, and what a reviewer should decide."""

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


def percent(confidence: float) -> str:
    """Returns a confidence, 0 to 1, as «۷۲٪»."""
    return fill(translate("Comparison", "{n}%"), n=max(1, round(100 * confidence)))


def remarks(comparison: Comparison) -> list[str]:
    """Returns the sentences about a whole comparison that stand above its changes in every document."""
    said = wrong_counts_sentence(comparison.wrong_counts), uncertain_sentence(comparison)
    return [sentence for sentence in said if sentence]


def uncertain_sentence(comparison: Comparison) -> str:
    """Returns the sentence about the pairs that a reviewer should decide; empty if there are none."""
    count = len(comparison.uncertain_pairs)
    if not count:
        return ""
    return fill(
        translate(
            "Comparison",
            "Uncertain pairs of rewritten articles: {n}; nobody has confirmed or parted them.",
        ),
        n=count,
    )


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
