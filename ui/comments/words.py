"""Texts of the public comments screen. Does not depend on Qt."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.errors import RuleError
from desktop_app.instruments.campaigns.readings import UNREAD
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.review import WHOLE, CommentedProvision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

#: The maximum length of a comment's text in the list, in code points; Enter opens the whole text.
LONGEST_IN_LIST: Final = 1500


def short_disposition(disposition: Disposition) -> str:
    """Returns a short name that fits a segment of the decision form."""
    return {
        Disposition.ACCEPTED: translate("Comments", "Accepted"),
        Disposition.PARTLY_ACCEPTED: translate("Comments", "Partly"),
        Disposition.REJECTED: translate("Comments", "Rejected"),
        Disposition.OUT_OF_SCOPE: translate("Comments", "Out of scope"),
        Disposition.ALREADY_COVERED: translate("Comments", "Covered"),
    }[disposition]


def about(comment: CommentRow) -> str:
    """Returns sender group, channel, day and further facts of a comment, or the facts of a campaign group."""
    if comment.stands_for is not None:
        return campaign_facts(comment.stands_for)
    parts = (
        label("group", comment.group),
        _channel(comment),
        day_and_month(tehran_day(comment.received_at)),
        *(visible_controls(issue) for issue in comment.issues),
        fill(translate("Comments", "for {name}"), name=comment.assignee) if comment.assignee else "",
        fill(translate("Comments", "{n} staff threads"), n=comment.threads) if comment.threads else "",
        translate("Comments", "waits for a second reader") if comment.unconfirmed else "",
        fill(translate("Comments", "confirmed by {name}"), name=comment.confirmed_by)
        if comment.confirmed_by
        else "",
    )
    return translate("Comments", ", ").join(part for part in parts if part)


def _channel(comment: CommentRow) -> str:
    channel = label("channel", comment.channel)
    if not comment.letter_number:
        return channel
    number = isolated(digits(visible_controls(comment.letter_number)))
    return fill(translate("Comments", "{channel} no. {number}"), channel=channel, number=number)


def campaign_facts(campaign: Campaign) -> str:
    """Returns for example «از ۶۰۰ نفر، ۱۲ بی‌نام، ۴۰ جملهٔ افزوده»."""
    who, parts = campaign.senders, []
    if who.persons:
        parts.append(fill(translate("Comments", "from {n} persons"), n=who.persons))
    if who.nameless:
        parts.append(fill(translate("Comments", "{n} without a name"), n=who.nameless))
    if campaign.additions:
        parts.append(fill(translate("Comments", "{n} additions"), n=campaign.additions))
    if campaign.apart:
        parts.append(fill(translate("Comments", "{n} decided apart"), n=campaign.apart))
    if campaign.disposition is not None and campaign.undecided:
        parts.append(fill(translate("Comments", "{n} undecided"), n=campaign.undecided))
    if campaign.threads:
        parts.append(fill(translate("Comments", "{n} staff threads"), n=campaign.threads))
    return translate("Comments", ", ").join(parts)


def shown_text(comment: CommentRow) -> str:
    """Returns the text for the list, truncated to `LONGEST_IN_LIST`; a note for a hidden comment."""
    if comment.hidden is not None:
        words = translate("Comments", "Out of sight ({why}). Enter reads it; that it was read is recorded.")
        return fill(words, why=label("hidden_reason", comment.hidden.value))
    text = visible_controls(comment.text.strip())
    if comment.stands_for is not None:
        text = common_words(text)
        if comment.example:
            words = translate("Comments", "They share no whole sentence. One of them: {words}")
            text = fill(words, words=visible_controls(comment.example.strip()))
    return text if len(text) <= LONGEST_IN_LIST else text[:LONGEST_IN_LIST].rstrip() + " …"


def is_unread(error: Exception) -> bool:
    """Whether a decision on a campaign group waits for its additions to be read."""
    return isinstance(error, RuleError) and error.parameters.get("rule") == UNREAD


def common_words(text: str) -> str:
    """Returns the text that all members of a campaign group share, or says that there is none."""
    return visible_controls(text) or translate("Comments", "They share no whole sentence.")


def part_name(part: CommentedProvision) -> str:
    """Returns for example «ماده ۶», «کل متن» or «نامطمئن»."""
    if part.unsure:
        return translate("Comments", "Not certain")
    return visible_controls(part.label) if part.key != WHOLE else translate("Comments", "The whole text")


def until_end(closes_on: date, today: date) -> tuple[str, str]:
    """Returns the time left in the window as two texts: the emphasised part and the rest."""
    left = (closes_on - today).days
    if left < 0:
        return translate("Comments", "Closed"), fill(
            translate("Comments", "since {day}"), day=day_and_month(closes_on)
        )
    if left == 0:
        return translate("Comments", "Today"), translate("Comments", "is the last day of the window")
    return fill(translate("Comments", "{n} days"), n=left), translate(
        "Comments", "until the end of the window"
    )
