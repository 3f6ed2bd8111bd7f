"""The last back-up, the last trial of one and its signature as text: command line, panel and bell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from desktop_app.persian.dates import full_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.errors import fault_sentence


class Aged(Protocol):
    """The part of a back-up record needed here: its age in whole days."""

    @property
    def age_days(self) -> int: ...


class Tried(Aged, Protocol):
    """The part of the record of a trial needed here; `code` is that of its fault, empty for a sound back-up."""

    @property
    def at(self) -> datetime: ...

    @property
    def code(self) -> str: ...

    @property
    def parameters(self) -> Mapping[str, str]: ...


class Signed(Protocol):
    """The part of a checked signature needed here. `state` is a value of `SignatureState`."""

    @property
    def state(self) -> str: ...

    @property
    def key(self) -> str: ...

    @property
    def at(self) -> datetime | None: ...


def last_backup_words(last: Aged | None) -> str:
    """Returns, for example, «آخرین پشتیبان سالم: ۳ روز پیش»."""
    return fill(translate("Backup", "Last good back-up: {age}"), age=age_words(last))


def age_words(last: Aged | None) -> str:
    """Returns, for example, «۳ روز پیش»."""
    if last is None:
        return translate("Backup", "none yet")
    if last.age_days == 0:
        return translate("Backup", "today")
    if last.age_days == 1:
        return translate("Backup", "yesterday")
    return fill(translate("Backup", "{days} days ago"), days=last.age_days)


def trial_words(last: Tried | None) -> str:
    """Returns, for example, «سالم بود، ۳ روز پیش» or «سالم نبود، دیروز»."""
    if last is None:
        return translate("Backup", "none yet")
    if last.code:
        return fill(translate("Backup", "not sound, {age}"), age=age_words(last))
    return fill(translate("Backup", "sound, {age}"), age=age_words(last))


def last_trial_words(last: Tried | None) -> str:
    """Returns, for example, «آخرین آزمون پشتیبان: سالم بود، دیروز»."""
    return fill(translate("Backup", "Last trial of a back-up: {words}"), words=trial_words(last))


def trial_fault_words(last: Tried | None) -> str:
    """Returns what the last trial found; empty if the back-up was sound or none was tried."""
    return fault_sentence(last.code, last.parameters) if last is not None and last.code else ""


def trial_call_words(last: Tried | None) -> str:
    """Returns the line of the bell: the last trial failed, or is too long ago."""
    if last is None:
        return translate("Backup", "No back-up was tried yet")
    if last.code:
        return translate("Backup", "The last back-up that was tried is not sound")
    return fill(translate("Backup", "No back-up was tried for {days} days"), days=last.age_days)


def foreign_words(name: str) -> str:
    """Returns that a verdict was not kept, because it is about the back-up of another database."""
    sentence = translate("Backup", "{name} is a back-up of another database; the verdict was not kept here.")
    return fill(sentence, name=isolated(name))


def signature_words(signature: Signed) -> str:
    """Returns who signed a back-up that was checked, and whether that key was compared."""
    sentences = {
        "unsigned": translate("Backup", "It is not signed: whether it was changed cannot be told."),
        "not_compared": translate(
            "Backup",
            "Its signature of {day} fits the key {key}; no public key was given to compare that key with.",
        ),
        "compared": translate("Backup", "Its signature of {day} fits the given public key {key}."),
    }
    day = full_date(tehran_day(signature.at)) if signature.at is not None else ""
    return fill(sentences[signature.state], day=day, key=isolated(signature.key))
