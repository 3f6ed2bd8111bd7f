"""The text of a mail.

Decodes bytes of any declared charset, converts markup to plain text, and separates the sender's words from
quotes and the signature.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.documents.faults import decode_text
from desktop_app.errors import BadFileError

if TYPE_CHECKING:
    from lxml import etree

#: Charsets that are accepted as declared; others (including codecs that decompress or run code) are detected.
_CHARSETS: Final = frozenset(
    {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6", "mac-arabic"}
)
_CITED: Final = (
    '//blockquote|//*[contains(concat(" ",@class," ")," gmail_quote ")]|//*[@id="divRplyFwdMsg"]'
    '|//*[@id="divRplyFwdMsg"]/following-sibling::*|//*[@id="appendonsend"]/following-sibling::*'
)
#: Lines that mail programs write before the quoted mail; everything after them is quoted.
_BEFORE_QUOTE: Final = re.compile(
    r"^(?:-{2,} ?(?:Original Message|Forwarded message|پیام اصلی|پیام ارسال‌شده) ?-{2,}.*"
    r"|On .{6,200} wrote:|.{0,40}در .{6,200} نوشت(?:ه است)? ?:|_{10,})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_BLOCK: Final = re.compile(
    r"^(?:From|از) ?: .+\n(?:(?:Sent|Date|To|ارسال|تاریخ|به) ?: .*\n?)+", re.MULTILINE
)
_SIGNATURE: Final = re.compile(
    r"^(?:-- ?|Sent from my .{1,40}|Get Outlook for .{1,20}|ارسال شده از .{1,40}|فرستاده شده از .{1,40})$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Parted:
    """The parts of a mail's text: the words of the sender, the quoted mail, and the signature."""

    own: str
    quoted: str = ""
    signature: str = ""


def decoded(data: bytes, charset: str) -> str:
    """Decodes bytes with a declared charset.

    Valid UTF-8 with non-ASCII characters is taken as UTF-8, whatever is declared. Undecodable bytes are
    replaced.
    """
    try:
        text = data.decode("utf-8")
        if not text.isascii() or _codec(charset) not in _CHARSETS:
            return text
    except UnicodeDecodeError:
        pass
    name = _codec(charset)
    if name in _CHARSETS and name != "utf-8":
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass
    try:
        return decode_text(data)[0]
    except BadFileError:
        return data.decode("utf-8", errors="replace")


def plain_of_html(text: str) -> Parted:
    """Returns the visible text of an HTML mail, without scripts, and with quotes separated.

    Raises `BadFileError`.
    """
    from lxml import etree  # noqa: PLC0415 - not needed before a mail with mark-up comes

    from desktop_app.documents.html import read_html  # noqa: PLC0415

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return Parted(text)
    cited: list[str] = []
    for element in root.xpath(_CITED):
        parent = element.getparent()
        if parent is None or _inside_cited(element, root):
            continue
        cited.append("\n".join(" ".join(piece.split()) for piece in element.itertext() if piece.strip()))
        element.tail, tail = None, element.tail
        if tail and tail.strip():
            (element.getprevious() if element.getprevious() is not None else parent).tail = tail
        parent.remove(element)
    page = b"\xef\xbb\xbf<html>" + etree.tostring(root, method="html", encoding="utf-8") + b"</html>"
    content = read_html("", page)
    return Parted("\n".join(content.lines).strip(), "\n".join(cited))


def parted(text: str) -> Parted:
    """Separates own words, quotes (lines with «>», and everything after an introducing line), and the signature."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cuts = [found.start() for pattern in (_BEFORE_QUOTE, _HEADER_BLOCK) if (found := pattern.search(text))]
    head, quoted = (text[: min(cuts)], text[min(cuts) :]) if cuts else (text, "")
    cited = [line for line in head.split("\n") if line.lstrip().startswith(">")]
    own = "\n".join(line for line in head.split("\n") if not line.lstrip().startswith(">"))
    signature = ""
    if found := _SIGNATURE.search(own):
        own, signature = own[: found.start()], own[found.end() :] or found.group()
    quoted = "\n".join([*cited, quoted]).strip()
    own = re.sub(r"\n{3,}", "\n\n", own).strip()
    # The content of a forwarded mail is its quoted part.
    return Parted(own or quoted, quoted if own else "", signature.strip())


def _inside_cited(element: etree._Element, root: etree._Element) -> bool:
    """Whether the element was removed together with an ancestor."""
    return element.getroottree().getroot() is not root or not any(
        one is root for one in element.iterancestors()
    )


def _codec(charset: str) -> str:
    try:
        return codecs.lookup(charset.strip()[:40]).name if charset else ""
    except (LookupError, ValueError):
        return ""
