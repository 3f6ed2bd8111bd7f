"""The faults of files, and the checks that every file reader makes first.

A fault is a machine-readable reason; its sentence is in `desktop_app.wording.file_faults`. All functions raise
`BadFileError`. Its parameters are `name` (the file name without folder), `reason` (a `FileFault`), and, if a size
was exceeded, `limit` (whole megabytes).
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from codecs import getincrementaldecoder
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Final, Literal

from desktop_app.documents.unpacking import unpacked_size
from desktop_app.errors import BadFileError
from desktop_app.paths import storable_name

MEGABYTE: Final = 1024 * 1024
#: Maximum size of a draft in bytes. A thousand pages of text have about 1 MB; the rest is for pictures.
DOCUMENT_LIMIT: Final = 50 * MEGABYTE
#: Maximum unpacked size of all mark-up in a package, in bytes. A file of 390 kB has been seen to use 718 MB of
#: memory. A thousand pages, with the overhead of Word, need less than 40 MB.
MARKUP_LIMIT: Final = 64 * MEGABYTE
#: Maximum unpacked size of a package including pictures, in bytes.
PACKAGE_LIMIT: Final = 256 * MEGABYTE
#: A member larger than `RATIO_FLOOR` bytes with a higher compression ratio is a zip bomb. Office mark-up has
#: ratios of 5 to 60; the limit of deflate is 1,032.
RATIO_LIMIT: Final = 250
RATIO_FLOOR: Final = 8 * MEGABYTE
#: Maximum number of members. A book with a thousand pictures has about 1,100.
MEMBER_LIMIT: Final = 10_000

PackageKind = Literal["docx", "xlsx", "odt"]

ZIP_MAGIC: Final = b"PK\x03\x04"
EMPTY_ZIP_MAGIC: Final = b"PK\x05\x06"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF_MAGIC: Final = b"%PDF-"
RTF_MAGIC: Final = b"{\\rtf"


class FileFault(StrEnum):
    """The reason why a file is refused."""

    NOT_FOUND = "not_found"
    NOT_A_FILE = "not_a_file"
    NOT_REGULAR = "not_regular"
    UNREADABLE = "unreadable"
    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    TOO_MUCH_TEXT = "too_much_text"
    UNKNOWN_FORMAT = "unknown_format"
    NOT_A_DOCX = "not_a_docx"
    NOT_AN_XLSX = "not_an_xlsx"
    NOT_AN_ODT = "not_an_odt"
    NOT_HTML = "not_html"
    NOT_TEXT = "not_text"
    LEGACY_DOC = "legacy_doc"
    LEGACY_XLS = "legacy_xls"
    RTF_NOT_SUPPORTED = "rtf_not_supported"
    PDF_NOT_SUPPORTED = "pdf_not_supported"
    IMAGE = "image"
    NOT_A_PICTURE = "not_a_picture"
    ENCRYPTED = "encrypted"
    ZIP_BOMB = "zip_bomb"
    POINTS_OUTSIDE = "points_outside"
    UNSAFE_MARKUP = "unsafe_markup"
    UNDECODABLE = "undecodable"
    BROKEN = "broken"
    NO_TEXT = "no_text"
    TOO_MANY_REMARKS = "too_many_remarks"
    OF_ANOTHER_DRAFT = "of_another_draft"
    FOREIGN_IDS = "foreign_ids"


_NOT_THE_KIND: Final[dict[PackageKind, FileFault]] = {
    "docx": FileFault.NOT_A_DOCX,
    "xlsx": FileFault.NOT_AN_XLSX,
    "odt": FileFault.NOT_AN_ODT,
}
#: A member that is required in this kind of package.
_REQUIRED_MEMBER: Final[dict[PackageKind, str]] = {
    "docx": "[Content_Types].xml",
    "xlsx": "[Content_Types].xml",
    "odt": "content.xml",
}
_LEGACY: Final[dict[PackageKind, FileFault]] = {
    "docx": FileFault.LEGACY_DOC,
    "xlsx": FileFault.LEGACY_XLS,
    "odt": FileFault.LEGACY_DOC,
}
_IMAGE_MAGICS: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_OUTSIDE: Final = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")
_MARKUP: Final = (".xml", ".rels")


def refusal(name: str, fault: str, **parameters: object) -> BadFileError:
    """Returns the error that refuses the file `name`. `fault` is a `FileFault`, or a fault defined by another
    package."""
    return BadFileError(name=storable_name(name), reason=fault, **parameters)


def check_size(path: Path, limit: int) -> int:
    """Returns the size of the file in bytes. Refuses a missing, irregular, empty or too large file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise refusal(path.name, FileFault.NOT_FOUND) from None
    except (OSError, ValueError) as error:
        raise refusal(path.name, FileFault.UNREADABLE) from error
    if not stat.S_ISREG(status.st_mode):
        folder = stat.S_ISDIR(status.st_mode)
        raise refusal(path.name, FileFault.NOT_A_FILE if folder else FileFault.NOT_REGULAR)
    if status.st_size == 0:
        raise refusal(path.name, FileFault.EMPTY_FILE)
    if status.st_size > limit:
        raise refusal(path.name, FileFault.TOO_LARGE, limit=limit // MEGABYTE)
    return status.st_size


def read_bytes(path: Path, limit: int) -> bytes:
    """Reads the whole file, at most `limit` bytes, even if it grows during reading."""
    check_size(path, limit)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise refusal(path.name, FileFault.UNREADABLE) from error
    if len(data) > limit:
        raise refusal(path.name, FileFault.TOO_LARGE, limit=limit // MEGABYTE)
    if not data:
        raise refusal(path.name, FileFault.EMPTY_FILE)
    return data


def foreign_fault(data: bytes, *, legacy: FileFault = FileFault.LEGACY_DOC) -> FileFault | None:
    """Recognises kinds of files with an error message of their own by the first bytes of `data`."""
    if data.startswith(OLE_MAGIC):
        return FileFault.ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in data else legacy
    if PDF_MAGIC in data[:1024]:
        return FileFault.PDF_NOT_SUPPORTED
    if data.startswith(RTF_MAGIC):
        return FileFault.RTF_NOT_SUPPORTED
    if data.startswith(_IMAGE_MAGICS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return FileFault.IMAGE
    return None


def open_package(
    name: str, data: bytes, *, kind: PackageKind, markup_limit: int = MARKUP_LIMIT
) -> zipfile.ZipFile:
    """Opens the package in `data`. Raises `BadFileError` unless it is of `kind` and safe to unpack.

    Checks declared and real sizes, member names and encryption. Callers still have to limit each read.
    `markup_limit` is the maximum of unpacked mark-up in bytes; rows of a spreadsheet count as mark-up.
    """
    if not data.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        raise refusal(name, foreign_fault(data, legacy=_LEGACY[kind]) or _NOT_THE_KIND[kind])
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusal(name, FileFault.BROKEN) from error
    members = package.infolist()
    _check_members(name, members, markup_limit)
    if _REQUIRED_MEMBER[kind] not in package.namelist():
        raise refusal(name, _NOT_THE_KIND[kind])
    _check_real_sizes(name, data, members)
    return package


def _check_members(name: str, members: list[zipfile.ZipInfo], markup_limit: int) -> None:
    if len(members) > MEMBER_LIMIT:
        raise refusal(name, FileFault.ZIP_BOMB)
    if any(_OUTSIDE.search(member.orig_filename) for member in members):
        raise refusal(name, FileFault.POINTS_OUTSIDE)
    if any(member.flag_bits & 0x1 for member in members):
        raise refusal(name, FileFault.ENCRYPTED)
    if len({member.filename for member in members}) != len(members):
        # Duplicate names are ambiguous: programs would read different members.
        raise refusal(name, FileFault.BROKEN)
    markup = sum(member.file_size for member in members if member.filename.lower().endswith(_MARKUP))
    if markup > markup_limit or sum(member.file_size for member in members) > PACKAGE_LIMIT:
        raise refusal(name, FileFault.ZIP_BOMB)
    for member in members:
        if member.file_size > max(RATIO_FLOOR, RATIO_LIMIT * member.compress_size):
            raise refusal(name, FileFault.ZIP_BOMB)


def _check_real_sizes(name: str, data: bytes, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        try:
            size = unpacked_size(data, member, limit=member.file_size)
        except ValueError as error:
            raise refusal(name, FileFault.BROKEN) from error
        if size > member.file_size:
            raise refusal(name, FileFault.ZIP_BOMB)
        if size < member.file_size:
            raise refusal(name, FileFault.BROKEN)


#: Letters and marks of the Arabic script, its digits and punctuation, ZWNJ and direction marks.
_ARABIC: Final = re.compile("[\u060c\u061b\u061f\u0621-\u0652\u0660-\u06d2\u200c-\u200f]")
#: A Latin letter joined to an Arabic one: the result of decoding accented Western letters.
_MIXED: Final = re.compile("[A-Za-z][\u0621-\u0652]|[\u0621-\u0652][A-Za-z]")
_HIGH: Final = re.compile("[^\x00-\x7f]")
#: Control characters that never occur in text, unlike tab, line ends, form feed and the old end-of-file mark.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")


_NUL: Final = re.compile("\x00")
_BAD: Final = re.compile("\ufffd")
_ANY: Final = re.compile("")
_PART: Final = 1 << 20
#: So many control characters may be in the rows of a short file.
_FEW: Final = 3


def decode_text(data: bytes, *, name: str = "", rows: bool = False) -> tuple[str, str]:
    """Returns the text of `data` and the encoding: "utf-8", "utf-8-sig", "utf-16" or "windows-1256".

    Line ends are unchanged. Raises as `text_encoding`.
    """
    encoding, errors = text_encoding(lambda: (data,), name=name, rows=rows)
    return data.decode(encoding, errors), encoding


def text_encoding(
    pieces: Callable[[], Iterable[bytes]], *, name: str = "", rows: bool = False
) -> tuple[str, str]:
    """Returns the encoding of a text, and how its errors are read, without keeping the text.

    `pieces` gives its bytes, as often as it is called. A byte order mark decides and is dropped. Otherwise the text
    is UTF-8 if valid, or else Windows-1256 if this gives Arabic script. `name` is the file name, for the error:
    `NOT_TEXT` for binary data, `UNDECODABLE` for text in another encoding.

    With `rows`, single NUL characters stay, and single bytes that are not UTF-8 become lone surrogates: whoever
    reads rows refuses those that have them.
    """
    encoding, errors = _marked(next(iter(pieces()), b"")), "strict"
    counts = _counts(pieces(), encoding, errors, (_CONTROLS,))
    if counts is None:
        lenient = _counts(pieces(), encoding, "replace", (_HIGH, _BAD)) if encoding != "utf-16" else None
        damaged = lenient is not None and lenient[_HIGH] - lenient[_BAD] > 3 * lenient[_BAD]
        if rows and damaged:
            errors = "surrogateescape"
        elif lenient is not None and lenient[_NUL]:
            raise refusal(name, FileFault.NOT_TEXT)
        elif damaged or encoding != "utf-8":
            raise refusal(name, FileFault.UNDECODABLE)
        else:
            encoding = _old_encoding(pieces, name)
        counts = _counts(pieces(), encoding, errors, (_CONTROLS,))
        assert counts is not None
    if (counts[_NUL] and not rows) or counts[_CONTROLS] > max(rows * _FEW, counts[_ANY] // 100):
        raise refusal(name, FileFault.NOT_TEXT)
    return encoding, errors


def _marked(beginning: bytes) -> str:
    if beginning.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    return "utf-16" if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def _old_encoding(pieces: Callable[[], Iterable[bytes]], name: str) -> str:
    """Returns the encoding of text that is no UTF-8."""
    counts = _counts(pieces(), "windows-1256", "strict", (_CONTROLS, _ARABIC, _HIGH, _MIXED))
    assert counts is not None
    if 100 * counts[_CONTROLS] > counts[_ANY]:
        raise refusal(name, FileFault.NOT_TEXT)
    if 10 * counts[_ARABIC] < 7 * counts[_HIGH] or 5 * counts[_MIXED] > counts[_ARABIC]:
        raise refusal(name, FileFault.UNDECODABLE)
    return "windows-1256"


def _counts(
    pieces: Iterable[bytes], encoding: str, errors: str, patterns: tuple[re.Pattern[str], ...]
) -> Counter[re.Pattern[str]] | None:
    """Counts patterns of one or two characters, NUL and all characters; None where it cannot be decoded.

    It counts in parts: a list of all that is found may be larger than the text.
    """
    decoder = getincrementaldecoder(encoding)(errors)
    found: Counter[re.Pattern[str]] = Counter()
    try:
        for piece in chain(pieces, (None,)):
            text = decoder.decode(piece or b"", final=piece is None)
            found[_ANY] += len(text)
            found[_NUL] += text.count("\x00")
            for pattern in patterns:
                for start in range(0, len(text), _PART):
                    found[pattern] += len(pattern.findall(text, start, start + _PART))
    except UnicodeDecodeError:
        return None
    return found
