"""Names what happened to an entry in a document, and what is told of a whole comparison and its terms."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.digest import ChangeDigest
from desktop_app.comparison.labelling import entry_classes, provision_title
from desktop_app.comparison.result import (
    Comparison,
    ProvisionStatus,
    StatedCount,
    TermFinding,
    TermIssue,
    TermPlace,
)
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


def warnings(comparison: Comparison) -> list[str]:
    """Returns the sentences that a reader has to know before the changes: wrong numbers, doubts, a bound."""
    said = (
        wrong_counts_sentence(comparison.wrong_counts),
        uncertain_sentence(comparison),
        rough_sentence(comparison),
    )
    return [sentence for sentence in said if sentence]


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


def term_name(finding: TermFinding) -> str:
    """Returns the term of a finding on one line, in quotation marks."""
    words = " ".join(visible_controls(finding.term).split())
    return fill(translate("Comparison", "“{term}”"), term=words)


def term_happened(finding: TermFinding) -> str:
    """Returns what is to be told about a term."""
    if finding.issue is TermIssue.CHANGED:
        return translate("Comparison", "its definition changed")
    if finding.issue is TermIssue.TWICE:
        return translate("Comparison", "it is defined more than once")
    if finding.old is None:
        return translate("Comparison", "it is used, but not defined")
    return translate("Comparison", "it is still used, but no longer defined")


def term_sentence(finding: TermFinding) -> str:
    """Returns the sentence about a defined term, without the places."""
    said = translate("Comparison", "{term}: {what}.")
    return fill(said, term=term_name(finding), what=term_happened(finding))


def term_places(finding: TermFinding) -> list[tuple[str, tuple[TermPlace, ...]]]:
    """Returns the places of a finding, under the name of what they do with the term."""
    names = (translate("Comparison", "Defined in"), translate("Comparison", "Used in"))
    found = zip(names, (finding.definitions, finding.uses), strict=True)
    return [(name, places) for name, places in found if places]


def term_place_title(place: TermPlace) -> str:
    """Returns the name of the provision of a place."""
    return visible_controls(provision_title(place.provision)) or translate(
        "Comparison", "Text without a label"
    )


def term_lines(findings: Sequence[TermFinding]) -> list[str]:
    """Returns a line for each finding, with all its places: «… به‌کاررفته در: ماده ۲، ماده ۵»."""
    comma = translate("Comparison", ", ")
    return [
        " ".join(
            [
                term_sentence(finding),
                *(
                    f"{name}: {comma.join(dict.fromkeys(map(term_place_title, places)))}."
                    for name, places in term_places(finding)
                ),
            ]
        )
        for finding in findings
    ]
