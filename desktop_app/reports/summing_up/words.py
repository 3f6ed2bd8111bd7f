"""Wording of a summing-up apart from the comments: title, facts, decisions, changes; shared by all formats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from desktop_app.comparison.labelling import flag_name, status_name
from desktop_app.comparison.result import Flag, ProvisionStatus
from desktop_app.persian.dates import long_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.reports.summing_up import naming
from desktop_app.reports.summing_up.matrix import (
    AnsweredComment,
    CampaignSummary,
    MaterialOutcome,
    Matrix,
    MatrixPart,
    ProvisionOutcome,
)
from desktop_app.reports.summing_up.report import ConsultationReportCopy
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

#: The most numbers of comments that are listed with a change.
_NUMBERS: Final = 20


def title(copy: ConsultationReportCopy) -> str:
    """The title of the document."""
    if copy.named is not None:
        return translate("Summing-up", "Summing-up of the public consultation, the office's own form")
    return translate("Summing-up", "Summing-up of the public consultation")


def state_words(copy: ConsultationReportCopy) -> str:
    """Says whether the summing-up is frozen, and gives its number."""
    if copy.frozen is None:
        return translate("Summing-up", "Not frozen yet: this is how it stands now, and may still change.")
    words = translate("Summing-up", "Summing-up no. {number}, frozen on {day} by {who}.")
    day = long_date(tehran_day(copy.frozen.made_at))
    return fill(words, number=isolated(digits(copy.frozen.registered)), day=day, who=copy.frozen.made_by)


def facts(copy: ConsultationReportCopy) -> list[tuple[str, str]]:
    """What was published, when and where."""
    matrix = copy.matrix
    found = [
        (translate("Summing-up", "Document"), matrix.title),
        (translate("Summing-up", "Kind"), label("instrument_kind", matrix.kind)),
    ]
    if matrix.unit:
        found.append((translate("Summing-up", "Unit"), matrix.unit))
    if matrix.opened_on and matrix.closes_on:
        found.append(
            (translate("Summing-up", "Open to the public"), _days(matrix.opened_on, matrix.closes_on))
        )
    if matrix.left_closed:
        words = translate("Summing-up", "The last day was declared closed later; the window stayed closed")
        found.append((words, matrix.left_closed))
    if matrix.place:
        found.append((translate("Summing-up", "Published on"), label("publishing", matrix.place)))
    if matrix.exposed_revision is not None:
        found.append((translate("Summing-up", "The public read"), _revision(matrix.exposed_revision)))
    if matrix.last_revision is not None and matrix.last_revision != matrix.exposed_revision:
        found.append((translate("Summing-up", "Amended text"), _revision(matrix.last_revision)))
    return found


def summary(copy: ConsultationReportCopy) -> list[str]:
    """The figures as sentences."""
    matrix = copy.matrix
    if not matrix.comments:
        return [translate("Summing-up", "Nobody has commented on this text.")]
    by = dict(matrix.dispositions)
    parts = [
        fill(
            translate("Summing-up", "{n} comments of the public came in; {late} of them after the end."),
            n=matrix.comments,
            late=matrix.late,
        )
        if matrix.late
        else fill(translate("Summing-up", "{n} comments of the public came in."), n=matrix.comments)
    ]
    accepted = by.get("accepted", 0) + by.get("partly_accepted", 0)
    parts.append(
        fill(
            translate("Summing-up", "{accepted} were accepted, wholly or in part, and {rejected} rejected."),
            accepted=accepted,
            rejected=by.get("rejected", 0),
        )
    )
    if by.get("undecided"):
        parts.append(fill(translate("Summing-up", "{n} are not decided yet."), n=by["undecided"]))
    if matrix.hidden:
        why = translate("Summing-up", ", ").join(
            f"{label('hidden_reason', code)}: {digits(count)}" for code, count in matrix.hidden
        )
        words = translate("Summing-up", "{n} are counted and not shown ({why}).")
        parts.append(fill(words, n=sum(count for _, count in matrix.hidden), why=why))
    return parts


def disposition_name(code: str | None) -> str:
    """The name of a decision, such as «پذیرفته», or that there is none yet."""
    if code is None or code == "undecided":
        return translate("Summing-up", "Not decided yet")
    return label("disposition", code)


def was() -> str:
    """Label of the old text."""
    return translate("Summing-up", "Was:")


def became() -> str:
    """Label of the new text."""
    return translate("Summing-up", "Became:")


def digest(copy: ConsultationReportCopy) -> str:
    """Label of the digest; the internal form has no digest of its own and shows that of the frozen one."""
    if copy.named is not None:
        return translate("Summing-up", "Digest of the frozen summing-up:")
    return translate("Summing-up", "Digest of this summing-up:")


def provision_name(name: str) -> str:
    """The name of a provision; the word "clause" is added to a bare number or letter."""
    first = name.split(" ", 1)[0].strip("()-ـ.")
    if first.isdigit() or len(first) == 1 or first == "الف":
        return fill(translate("Summing-up", "clause {name}"), name=digits(name))
    return digits(name)


def part_title(part: MatrixPart) -> str:
    """The title of a part: the provision or the whole text; says so where the text has no such provision."""
    if not part.label and not part.known:
        return translate("Summing-up", "Where it is not certain which provision is meant")
    if not part.label:
        return translate("Summing-up", "The text as a whole")
    if part.known:
        return provision_name(part.label)
    return fill(translate("Summing-up", "{label} (not in the text)"), label=provision_name(part.label))


def sender_words(answer: AnsweredComment) -> str:
    """Sender group, channel and date, without a name: «هنرمند، درگاه، ۳ آذر ۱۴۰۵».

    For a campaign group, its counts.
    """
    if answer.campaign is not None:
        return _campaign_words(answer.campaign)
    parts = [
        label("group", answer.group),
        label("channel", answer.channel),
        short_date(answer.received_on),
        *([translate("Summing-up", "after the end")] if answer.late else []),
    ]
    return translate("Summing-up", " · ").join(parts)


def _campaign_words(campaign: CampaignSummary) -> str:
    parts = [fill(translate("Summing-up", "{n} comments with one text"), n=campaign.times)]
    if campaign.persons:
        parts.append(fill(translate("Summing-up", "from {n} persons"), n=campaign.persons))
    if campaign.nameless:
        parts.append(fill(translate("Summing-up", "{n} without a name"), n=campaign.nameless))
    if campaign.late:
        parts.append(fill(translate("Summing-up", "{n} after the end"), n=campaign.late))
    if campaign.also_on:
        names = translate("Summing-up", ", ").join(
            provision_name(one) if one else translate("Summing-up", "The text as a whole")
            for one in campaign.also_on
        )
        parts.append(fill(translate("Summing-up", "also on {names}"), names=names))
    return translate("Summing-up", " · ").join(parts)


def about_words(answer: AnsweredComment) -> list[str]:
    """The facts below a comment: its author, the named provision and the issues, with visible control characters.

    The author is only in the internal form, and the provision only where its match is uncertain.
    """
    parts = naming.who_words(answer)
    if answer.named:
        parts.append(
            fill(
                translate("Summing-up", "names: {provision}"),
                provision=visible_controls(provision_name(answer.named)),
            )
        )
    if answer.issues:
        names = visible_controls(issue_names(answer))
        parts.append(fill(translate("Summing-up", "Issue: {names}"), names=names))
    return parts


def issue_names(answer: AnsweredComment) -> str:
    """The issues of a comment in one line."""
    return translate("Summing-up", ", ").join(answer.issues)


def issues_heading() -> str:
    """Heading of the comments by issue."""
    return translate("Summing-up", "Issues of the comments")


def comment_words(answer: AnsweredComment) -> str:
    """The text of a comment; for a campaign group, what all its members share."""
    if answer.campaign is not None and not answer.text.strip():
        return translate("Summing-up", "They share no whole sentence.")
    return answer.text


def addition_words(answer: AnsweredComment) -> list[str]:
    """What not all members of a campaign group wrote, each with the number of comments."""
    if answer.campaign is None:
        return []
    if answer.wrote is not None and answer.wrote.members:
        return naming.added_words(answer)
    return [
        fill(translate("Summing-up", "{n} added: {words}"), n=times, words=text)
        for text, times in answer.campaign.additions
    ]


def carrier_words(answer: AnsweredComment) -> str:
    """The provision and revision that implement the comment, or why none does; empty where neither is known."""
    if answer.unchanged_reason:
        return stays_words(visible_controls(answer.unchanged_reason))
    if answer.carried_revision is None or not answer.carried_provision:
        return ""
    return fill(
        translate("Summing-up", "Carried by {provision} of revision {n}"),
        provision=provision_name(answer.carried_provision),
        n=answer.carried_revision,
    )


def stays_words(reason: str) -> str:
    """Says why the text stays as it is although a comment is accepted."""
    return fill(translate("Summing-up", "The text stays as it is: {reason}"), reason=reason)


def change_words(change: ProvisionOutcome) -> str:
    """The classes of a change: «ماده ۶: اصلاح‌شده · جابه‌جا»."""
    classes = [flag_name(Flag(flag)) for flag in change.flags]
    if change.status != ProvisionStatus.UNCHANGED or not classes:
        classes.insert(0, status_name(ProvisionStatus(change.status)))
    text = translate("Summing-up", " · ").join(classes)
    return f"{provision_name(change.provision)}: {text}" if change.provision else text


def material_words(one: MaterialOutcome) -> str:
    """The provision, why the change is weighty, and its classes."""
    parts = [label("weight_kind", kind) for kind in one.kinds]
    return translate("Summing-up", " · ").join([change_words(one.change), *parts])


def asked_words(one: MaterialOutcome) -> str:
    """How many accepted comments asked for a change; for none, the reason why it was made."""
    if one.carried:
        asked = fill(translate("Summing-up", "Asked for by accepted comments: {n}"), n=one.carried)
        if not one.answers:
            return asked
        numbers = translate("Summing-up", ", ").join(digits(number) for number in one.answers[:_NUMBERS])
        more = "…" if len(one.answers) > _NUMBERS else ""
        words = translate("Summing-up", "{asked} (no. {numbers})")
        return fill(words, asked=asked, numbers=numbers + more)
    words = translate("Summing-up", "No accepted comment asked for it.")
    return f"{words}\n{visible_controls(one.reason)}" if one.reason else words


def quiet_words(matrix: Matrix) -> str:
    """How many provisions differ in their number or spelling alone; empty if none does."""
    parts = []
    if matrix.renumbered:
        parts.append(fill(translate("Summing-up", "{n} have another number"), n=matrix.renumbered))
    if matrix.spelled:
        parts.append(fill(translate("Summing-up", "{n} have another spelling"), n=matrix.spelled))
    if not parts:
        return ""
    words = translate("Summing-up", "Of the other provisions {changes}, and nothing else.")
    return fill(words, changes=translate("Summing-up", ", ").join(parts))


def change_columns() -> tuple[str, str, str, str]:
    """Column titles of changes: the provision, old and new words, who asked."""
    return (
        translate("Summing-up", "Change"),
        translate("Summing-up", "Was"),
        translate("Summing-up", "Became"),
        translate("Summing-up", "Who asked for it"),
    )


def same_words(number: int) -> str:
    """Refers to an earlier answer with the same change."""
    return fill(translate("Summing-up", "The change shown at no. {n}"), n=number)


def matrix_heading() -> str:
    """Heading of the response matrix."""
    return translate("Summing-up", "Response matrix")


def changes_heading() -> str:
    """Heading of the changes of provisions without a comment."""
    return translate("Summing-up", "Changes of provisions on which nobody commented")


def changes_here() -> str:
    """Heading of the changes of a provision with comments."""
    return translate("Summing-up", "What changed here")


def unchanged_heading() -> str:
    """Heading of the accepted comments without a change."""
    return translate("Summing-up", "Accepted, but without a change in the text")


def column_names() -> tuple[str, str, str, str]:
    """Column titles of the matrix: number, comment, decision, change."""
    return (
        translate("Summing-up", "No."),
        translate("Summing-up", "Comment"),
        translate("Summing-up", "Decision and reason"),
        translate("Summing-up", "The change itself"),
    )


def _revision(number: int) -> str:
    return fill(translate("Summing-up", "revision {n}"), n=number)


def _days(first: date, last: date) -> str:
    return fill(
        translate("Summing-up", "from {first} to the end of {last}"),
        first=long_date(first),
        last=long_date(last),
    )


class CommentCounts(NamedTuple):
    """A heading, the title of the counted column, and rows of (name, comments).

    `whole` is true where the rows add up to all comments; the `note` says why they do not.
    """

    heading: str
    what: str
    rows: Sequence[tuple[str, int]]
    whole: bool = True
    note: str = ""


def counts(copy: ConsultationReportCopy) -> tuple[CommentCounts, ...]:
    """Comments by group, channel, decision, provision and issue; empty tables are omitted."""
    matrix = copy.matrix
    found = (
        CommentCounts(
            translate("Summing-up", "Who took part"),
            translate("Summing-up", "Group"),
            [(label("group", code), n) for code, n in matrix.groups],
        ),
        CommentCounts(
            translate("Summing-up", "How the comments came"),
            translate("Summing-up", "Channel"),
            [(label("channel", code), n) for code, n in matrix.channels],
        ),
        CommentCounts(
            translate("Summing-up", "What was decided"),
            translate("Summing-up", "Decision"),
            [(disposition_name(code), n) for code, n in matrix.dispositions],
        ),
        CommentCounts(
            translate("Summing-up", "What the comments were about"),
            translate("Summing-up", "Provision"),
            [(part_title(part), part.comments) for part in matrix.parts],
        ),
        CommentCounts(
            issues_heading(),
            translate("Summing-up", "Issue"),
            matrix.issues,
            whole=False,
            note=translate("Summing-up", "A comment may speak of several issues."),
        ),
    )
    return tuple(one for one in found if one.rows)
