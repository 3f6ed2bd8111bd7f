"""Detects the type of a file from its first bytes, never from its name, and whether it is dangerous to open.

This module is pure. It unpacks nothing; it only reads a limited part of the directory of a ZIP file.
"""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from typing import Final

from desktop_app.persian.text import visible_controls

UNKNOWN: Final = "application/octet-stream"
PDF: Final = "application/pdf"
TEXT: Final = "text/plain"
#: The picture types that the program displays itself.
PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"})
#: Number of leading bytes that are sufficient to detect a type.
HEAD: Final = 4096
#: Limit of file systems for a name. On Windows, the folder counts too.
LONGEST_NAME: Final = 120
_MAX_ENTRIES: Final = 5000
#: Largest directory of a package that is read, in bytes, and where it ends: before a comment of 65,535 bytes.
_DIRECTORY_LIMIT: Final = 2 * 1024 * 1024
_DIRECTORY_END: Final = 65_557


class Risk(StrEnum):
    """The reason for a warning before a file is opened."""

    #: A program, an installer, a shortcut or a script.
    PROGRAM = "program"
    #: A document that contains a program.
    MACROS = "macros"
    #: The type contradicts the name.
    DISGUISED = "disguised"


_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"BM", "image/bmp"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"),
    (b"{\\rtf", "application/rtf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"MZ", "application/x-msdownload"), (b"\x7fELF", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/x-executable"), (b"\xcf\xfa\xed\xfe", "application/x-executable"),
    (b"\x4c\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut"), (b"#!", "text/x-script"),
    (b"Rar!\x1a\x07", "application/vnd.rar"), (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"), (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)  # fmt: skip
_OFFICE: Final = (
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_PROGRAMS: Final = frozenset(
    """exe com scr pif cpl dll msi msp msix appx bat cmd ps1 psm1 psd1 vb vbs vbe js jse mjs wsf wsh wsc hta lnk url
    scf reg inf jar sh bash zsh desktop py pyw pl rb app command apk dmg pkg iso img vhd vhdx chm hlp msc gadget xll
    application library-ms search-ms settingcontent-ms theme themepack diagcab html htm xhtml svg mht mhtml""".split()  # noqa: SIM905
)
_MACRO_FILES: Final = frozenset("docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm".split())  # noqa: SIM905
_PROGRAM_TYPES: Final = frozenset(
    {"application/x-msdownload", "application/x-executable", "application/x-ms-shortcut", "text/x-script"}
)
#: The types that each extension promises, where a mismatch matters.
_PROMISED: Final[dict[str, frozenset[str]]] = {
    "pdf": frozenset({PDF}), "png": frozenset({"image/png"}), "jpg": frozenset({"image/jpeg"}),
    "jpeg": frozenset({"image/jpeg"}), "gif": frozenset({"image/gif"}), "bmp": frozenset({"image/bmp"}),
    "webp": frozenset({"image/webp"}), "txt": frozenset({TEXT}), "csv": frozenset({TEXT}),
    "docx": frozenset({_OFFICE[0][1]}), "xlsx": frozenset({_OFFICE[1][1]}), "pptx": frozenset({_OFFICE[2][1]}),
}  # fmt: skip
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)


def media_type(content: bytes) -> str:
    """Returns the media type of `content`, or `UNKNOWN`. The name and the sender's claim are ignored."""
    head = content[:HEAD]
    if head.startswith(b"PK\x03\x04"):
        return _packed(content)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "video/mp4"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return TEXT if _is_text(head) else UNKNOWN


def risk_of(name: str, content: bytes) -> Risk | None:
    """Returns the risk of opening the file, or None."""
    kind = media_type(content)
    endings = [part.strip().lower() for part in name.rstrip(" .").split(".")[1:]]
    # «letter.pdf.exe», and «letter.exe.pdf», which some programs execute too.
    if kind in _PROGRAM_TYPES or any(ending in _PROGRAMS for ending in endings):
        return Risk.PROGRAM
    if any(ending in _MACRO_FILES for ending in endings) or _has_macros(content, kind):
        return Risk.MACROS
    promised = _PROMISED.get(endings[-1]) if endings else None
    if (promised is not None and kind not in promised) or visible_controls(name) != name:
        return Risk.DISGUISED
    return None


def safe_name(name: str) -> str:
    """Returns a name that is valid on every file system, without folders, control characters and direction marks."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    allowed = "".join(one for one in bare if one.isprintable() and one not in '<>:"|?*').strip(" .")
    stem, dot, ending = allowed.rpartition(".")
    if not dot:
        stem, ending = allowed, ""
    ending = ending[:12]
    stem = stem[: LONGEST_NAME - len(ending) - 1].strip(" .") or "file"
    if stem.lower().split(".")[0] in _RESERVED:
        stem = f"_{stem}"
    return f"{stem}.{ending}" if ending else stem


def _packed(content: bytes) -> str:
    names = _entries(content)
    for folder, kind in _OFFICE:
        if any(name.startswith(folder) for name in names) and "[Content_Types].xml" in names:
            return kind
    if names and names[0] == "mimetype":
        stated = content[30 + 8 :][:80]
        for open_kind in (b"opendocument.text", b"opendocument.spreadsheet", b"opendocument.presentation"):
            if open_kind in stated:
                return f"application/vnd.oasis.{open_kind.decode()}"
    return "application/zip"


def _entries(content: bytes) -> list[str]:
    if not _has_small_directory(content):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.namelist()[:_MAX_ENTRIES]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def _has_small_directory(content: bytes) -> bool:
    """Whether the directory of a package can be read in this process: each of its entries takes memory."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - _DIRECTORY_END))
    return (
        0 <= at <= len(content) - 22
        and int.from_bytes(content[at + 12 : at + 16], "little") <= _DIRECTORY_LIMIT
    )


def _has_macros(content: bytes, kind: str) -> bool:
    if kind == "application/x-ole-storage":
        # In the old formats, names are UTF-16, and a macro project has its own storage.
        return any(word.encode("utf-16-le") in content for word in ("_VBA_PROJECT", "Macros", "VBA"))
    if kind.startswith("application/vnd.") or kind == "application/zip":
        return any(
            name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))
            for name in _entries(content)
        )
    return False


def _is_text(head: bytes) -> bool:
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    for encoding in ("utf-8", "utf-16") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8",):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            # The last character may be truncated at the end of the examined bytes.
            if error.start < len(head) - 4:
                continue
        return bool(head)
    return False
