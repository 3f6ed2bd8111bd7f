"""Sentences of the history about duplicates, links, attachments and improvement actions, one per event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop_app.wording import translate


def _absorbed(own: bool) -> str:
    if own:
        return translate("History", "You put the duplicate {code} to it")
    return translate("History", "{who} put the duplicate {code} to it")


def _released(own: bool) -> str:
    if own:
        return translate("History", "You took the duplicate {code} from it")
    return translate("History", "{who} took the duplicate {code} from it")


def _unmerge(own: bool) -> str:
    if own:
        return translate("History", "You took it from the petition that it was a duplicate of")
    return translate("History", "{who} took it from the petition that it was a duplicate of")


def _linked(own: bool) -> str:
    if own:
        return translate("History", "You linked it with {code}")
    return translate("History", "{who} linked it with {code}")


def _link_removed(own: bool) -> str:
    if own:
        return translate("History", "You removed the link with {code}")
    return translate("History", "{who} removed the link with {code}")


def _set_apart(own: bool) -> str:
    if own:
        return translate("History", "You said that {code} is not the same")
    return translate("History", "{who} said that {code} is not the same")


def _set_apart_removed(own: bool) -> str:
    if own:
        return translate("History", "You took back that {code} is not the same")
    return translate("History", "{who} took back that {code} is not the same")


def _attachment_added(own: bool) -> str:
    if own:
        return translate("History", "You added the attachment {name}")
    return translate("History", "{who} added the attachment {name}")


def _attachment_removed(own: bool) -> str:
    if own:
        return translate("History", "You removed the attachment {name}")
    return translate("History", "{who} removed the attachment {name}")


def _files_left(own: bool) -> str:
    del own  # the sentence is about the petitioner's files, not about the person who recorded them
    return translate(
        "History", "{files} files that came along were not attached, for it holds no more: see how it arrived"
    )


def _improvement_named(own: bool) -> str:
    if own:
        return translate("History", "You named it in the improvement action {title}")
    return translate("History", "{who} named it in the improvement action {title}")


SENTENCES: Final[dict[str, Callable[[bool], str]]] = {
    "absorbed": _absorbed,
    "attachment_added": _attachment_added,
    "attachment_removed": _attachment_removed,
    "files_left": _files_left,
    "released": _released,
    "unmerge": _unmerge,
    "improvement_named": _improvement_named,
    "linked": _linked,
    "link_removed": _link_removed,
    "set_apart": _set_apart,
    "set_apart_removed": _set_apart_removed,
}
