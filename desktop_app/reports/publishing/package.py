"""The package for the portal: the text as HTML, PDF and JSON, the comment form and table, and the notice."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from desktop_app import held_files
from desktop_app.errors import FolderInUseError, NotWrittenError
from desktop_app.instruments.consultation.publication import Publication
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.identity import Group
from desktop_app.persian.dates import JalaliDay
from desktop_app.reports.outcome.frozen import OUTCOME_PAGE, FrozenOutcome
from desktop_app.reports.publishing import words
from desktop_app.reports.publishing.outcome_page import outcome_page
from desktop_app.reports.publishing.pages import (
    FORM_PAGE,
    LONGEST,
    TEXT_PAGE,
    closing,
    form_page,
    text_page,
    whole_text,
)
from desktop_app.scratch import abandoned, delete, new_shared_folder, scratch_folder
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Sheet, write_workbook

#: File digests in the format of `sha256sum -c`; the digest of this file is recorded in the audit log.
MANIFEST: Final = "SHA256SUMS"
FORMAT: Final = "mosharekat-publication/1"
#: Of the folder in which a package is made, and in it the earlier package, for a moment.
_UNFINISHED: Final = ".package"
_OLD: Final = "old"
_COLUMNS: Final = ("شناسه", "ماده", "عبارت", "متن نظر", "نام", "گروه", "تاریخ", "راه دریافت", "شمارهٔ نامه")


def package_files(
    publication: Publication,
    settings: OfficeSettings,
    logo: bytes | None = None,
    outcome: FrozenOutcome | None = None,
) -> dict[str, bytes]:
    """Returns the files by name, the manifest last.

    The form and the table for comments are part of it only while the window is open, the outcome page once the
    draft is finished. The same publication gives the same bytes, except for the comment table, because a workbook
    contains its creation time.
    """
    from desktop_app.reports.publishing.paper import publication_pdf  # noqa: PLC0415 - reportlab, fonts

    described = json.dumps(as_json(publication, settings, outcome), ensure_ascii=False, indent=2) + "\n"
    files = {
        TEXT_PAGE: _encoded(text_page(publication, settings, told=outcome is not None)),
        "draft.pdf": publication_pdf(publication, settings, logo),
        "draft.json": _encoded(described),
        "notice.txt": _encoded("\ufeff" + words.notice(publication, settings)),
    }
    if publication.is_open:
        files |= {FORM_PAGE: _encoded(form_page(publication)), "comments.xlsx": _comment_table(publication)}
    if outcome is not None:
        files[OUTCOME_PAGE] = _encoded(outcome_page(publication, outcome, settings))
    listed = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return files | {MANIFEST: listed.encode("ascii")}


def manifest_digest(files: Mapping[str, bytes]) -> str:
    """Returns the digest that the audit log records for a package."""
    return sha256(files[MANIFEST]).hexdigest()


def as_json(
    publication: Publication, settings: OfficeSettings, outcome: FrozenOutcome | None = None
) -> dict[str, Any]:
    """Returns the data for the portal software: window, text, provisions with anchors, fields of a comment.

    After the end there are no fields (`comment` is null); `outcome` then names the outcome page, once there is one.
    Offsets are code points of `text`; timestamps are ISO 8601 in Tehran time.
    """
    return {
        "format": FORMAT,
        "office": settings.office_name,
        "instrument": publication.code,
        "title": publication.title,
        "kind": publication.kind.value,
        "track": publication.track.value,
        "unit": publication.unit,
        "place": publication.place,
        "open": publication.is_open,
        "opened_on": publication.opened_on.isoformat(),
        "opened_on_jalali": _jalali(JalaliDay.of(publication.opened_on)),
        "closes_on": publication.closes_on.isoformat(),
        "closes_on_jalali": _jalali(JalaliDay.of(publication.closes_on)),
        "closes_at": closing(publication),
        **_reopened(publication),
        "full_days": publication.full_days,
        "notice": words.notice(publication, settings),
        "revision": publication.revision,
        "sha256": publication.sha256,
        "text": publication.text,
        "provisions": [
            {
                "anchor": one.anchor, "label": one.label or None, "name": one.name or None, "path": list(one.path),
                "heading": one.heading, "start": one.start, "end": one.end, "text": one.text,
            }
            for one in publication.provisions
        ],
        "comment": {"fields": _fields()} if publication.is_open else None,
        "outcome": {
            "page": OUTCOME_PAGE, "number": outcome.report.number, "sha256": outcome.report.sha256,
        } if outcome is not None else None,
    }  # fmt: skip


def _reopened(publication: Publication) -> dict[str, Any]:
    again = publication.reopened
    if again is None:
        return {}
    return {"reopened": {"former_end": again.former_end.isoformat(), "because": again.closure}}


def _fields() -> list[dict[str, Any]]:
    """Returns the fields of a comment."""
    return [
        {"name": "external_id", "required": False, "longest": 60},
        {"name": "provision", "required": False, "longest": 60},
        *({"name": n, "required": n == "text", "longest": longest} for n, longest in LONGEST.items()),
        {"name": "group", "required": False, "values": [group.value for group in Group]},
        {"name": "received_at", "required": False},
    ]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def write_package(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes all files into `folder`, or none; creates the folder, or replaces an earlier package in it.

    Raises `FolderInUseError` where the folder contains anything else, `NotWrittenError`.
    """
    if folder.exists() and not _replaceable(folder):
        raise FolderInUseError(name=folder.name)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _take_up(folder)
        temporary = new_shared_folder(folder.parent, f".{folder.name[:40]}.", _UNFINISHED)
        try:
            _replace(folder, files, temporary)
        finally:
            delete(temporary)
    except OSError as error:
        raise NotWrittenError.because(folder.name, error) from error


def _replace(folder: Path, files: Mapping[str, bytes], temporary: Path) -> None:
    made, old = temporary / "package", temporary / _OLD
    made.mkdir()
    for name, content in files.items():
        _write(made / name, content)
    if folder.exists():
        held_files.rename(folder, old)
    try:
        held_files.rename(made, folder)
    except OSError:
        if old.exists():
            held_files.rename(old, folder)
        raise


def _take_up(folder: Path) -> None:
    """Removes what killed processes left, and puts back the earlier package if one of them had moved it away."""
    for left in abandoned(folder.parent, _UNFINISHED):
        if not left.name.startswith(f".{folder.name[:40]}."):
            continue
        if (left / _OLD).exists() and not folder.exists():
            held_files.rename(left / _OLD, folder)
        delete(left)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _replaceable(folder: Path) -> bool:
    """Whether the folder is empty or contains only an earlier package."""
    if not folder.is_dir():
        return False
    there = {entry.name for entry in folder.iterdir()}
    return not there or (MANIFEST in there and there <= _NAMES)


_NAMES: Final = {
    TEXT_PAGE, FORM_PAGE, OUTCOME_PAGE, "draft.pdf", "draft.json", "comments.xlsx", "notice.txt", MANIFEST,
}  # fmt: skip


def _jalali(day: JalaliDay) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _comment_table(publication: Publication) -> bytes:
    """Returns a table for manual collection of comments, with the columns of an import.

    The second sheet lists the names of the provisions, the third the groups.
    """
    names = list(dict.fromkeys(one.name for one in publication.provisions if one.name))
    sheets = (
        Sheet(
            translate("Publishing", "Comments"),
            [],
            _COLUMNS,
            (12, 18, 40, 80, 24, 16, 14, 12, 18),
            wrapped=True,
        ),
        Sheet(
            translate("Publishing", "Provisions"),
            [(whole_text(), ""), *((name, publication.code) for name in names)],
            (translate("Publishing", "Write this in the column “ماده”"), translate("Publishing", "Code")),
            (30, 20),
        ),
        Sheet(
            translate("Publishing", "Groups"),
            [(label("group", group.value),) for group in Group],
            (translate("Publishing", "Group"),),
            (20,),
        ),
    )
    with scratch_folder() as folder:
        path = folder / "comments.xlsx"
        write_workbook(sheets, path)
        return path.read_bytes()
