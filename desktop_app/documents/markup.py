"""Parses untrusted XML with limits, and without document types, external entities or network access.

Office formats need no document type. One is only declared to use entities, which can include local files or
expand exponentially. Counting brackets and equals signs before parsing limits the number of nodes, and so the
memory. 64 MB of text are harmless, but 64 MB of empty tags would need two gigabytes.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from desktop_app.documents.faults import MARKUP_LIMIT, FileFault, refusal

#: Maximum number of tags and attributes in one part. A thousand pages from Word have about two million.
NODE_LIMIT: Final = 6_000_000

_UTF16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
#: The strict variant of OOXML has the same elements in other namespaces.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def parse_markup(data: bytes, *, name: str) -> Any:
    """Returns the root element of `data`. `name` is the file name, for the error. Raises `BadFileError`."""
    if data.startswith(_UTF16):
        # Supporting a single encoding keeps the check simple. Parts in UTF-16 are legal, but never occur.
        raise refusal(name, FileFault.UNSAFE_MARKUP)
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise refusal(name, FileFault.BROKEN)
    if _DECLARES.search(data):
        raise refusal(name, FileFault.UNSAFE_MARKUP)
    if data.count(b"<") + data.count(b"=") > NODE_LIMIT:
        raise refusal(name, FileFault.ZIP_BOMB)
    data = transitional(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise refusal(name, FileFault.BROKEN) from error


def transitional(data: bytes) -> bytes:
    """Returns mark-up of the strict variant of OOXML with the names of the common one."""
    for strict, common in _STRICT:
        data = data.replace(strict, common)
    return data


class Parts:
    """The members of a checked package. Each read is limited."""

    def __init__(self, package: zipfile.ZipFile, *, name: str) -> None:
        self.name = name
        self._package = package
        self._names = frozenset(package.namelist())

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def bytes(self, part: str) -> bytes:
        """Returns the unpacked bytes of `part`."""
        try:
            with self._package.open(part) as member:
                data = member.read(MARKUP_LIMIT + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise refusal(self.name, FileFault.BROKEN) from error
        if len(data) > MARKUP_LIMIT:
            raise refusal(self.name, FileFault.ZIP_BOMB)
        return data

    def root(self, part: str) -> Any | None:
        """Returns the root element of `part`, or None if the package has no such part."""
        return parse_markup(self.bytes(part), name=self.name) if part in self else None
