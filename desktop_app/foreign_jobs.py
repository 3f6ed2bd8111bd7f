"""What the process for foreign files does: one function a job. Each imports its parser on first use.

This process has neither SQLAlchemy nor Qt.
"""

from __future__ import annotations

from dataclasses import asdict
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from desktop_app.foreign.serving import Answer, Job, serve

if TYPE_CHECKING:
    from desktop_app.documents.drawing import OpenPdf
    from desktop_app.documents.pixels import Pixels
    from desktop_app.intake.formats.workbook import OpenWorkbook

#: The last workbook and the last PDF by their keys: rows and pages are asked for one after the other.
_workbooks: dict[str, OpenWorkbook] = {}
_pdfs: dict[str, OpenPdf] = {}


def serve_all() -> int:
    """Answers until the program closes the pipe. Returns the exit status."""
    return serve(JOBS)


def _document(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.documents.reading import parsed  # noqa: PLC0415

    content = parsed(words["suffix"], "", data)
    texts = ["\n".join(content.lines), *(part.text for part in content.parts)]
    parts = [[part.kind, part.at, len(part.text)] for part in content.parts]
    words = {"left_out": sorted(content.left_out), "parts": parts, "length": len(texts[0])}
    return words, "".join(texts).encode("utf-8", "surrogatepass")


def _remarks(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.documents.docx_remarks import read_remarks  # noqa: PLC0415
    from desktop_app.documents.remarks_reading import packed_remarks  # noqa: PLC0415

    del words
    return {}, packed_remarks(read_remarks("", data))


def _redline(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.reports.redline.making import make_redline  # noqa: PLC0415
    from desktop_app.reports.redline.order import unpacked_order  # noqa: PLC0415

    first, second, _ = words["sizes"]
    old, new, order = data[:first], data[first : first + second], data[first + second :]
    made = make_redline(unpacked_order(order), old, new or None)
    return {"recast": made.recast, "accepted": made.accepted, "macros": made.macros}, made.data


def _workbook(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.intake.formats.workbook import OpenWorkbook  # noqa: PLC0415 - calamine

    key, after = words["key"], words["after"]
    if key not in _workbooks:
        # A workbook may be large: never keep two.
        _workbooks.clear()
        if not data:
            return {"unknown": True}, b""
        _workbooks[key] = OpenWorkbook(data)
    book = _workbooks[key]
    if after is None:
        return {"header": book.header, "header_row": book.header_row, "rows": book.rows}, b""
    rows = book.after(after)
    if not rows:
        _workbooks.clear()
    return {"rows": rows}, b""


def _mails(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.intake.formats.mail_message import read_mail  # noqa: PLC0415 - the mail package

    ends = list(accumulate(words["sizes"], initial=0))
    return {"mails": [asdict(read_mail(data[start:end])) for start, end in pairwise(ends)]}, b""


def _files_of_mail(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.intake.formats.mail_message import files_of  # noqa: PLC0415

    del words
    found = list(files_of(data))
    return {"files": [(name, len(content)) for name, content in found]}, b"".join(
        content for _, content in found
    )


def _picture(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.documents.pictures import small_pixels  # noqa: PLC0415 - Pillow

    del words
    return _pixels(small_pixels(data))


def _picture_preview(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.documents.drawing import drawn_picture  # noqa: PLC0415 - Pillow and PDFium

    del words
    return _pixels(drawn_picture(data))


def _pdf(words: dict[str, Any], data: bytes) -> Answer:
    from desktop_app.documents.drawing import OpenPdf  # noqa: PLC0415

    key, page = words["key"], words["page"]
    if key not in _pdfs:
        if not data:
            return {"unknown": True}, b""
        while _pdfs:
            _pdfs.popitem()[1].close()
        _pdfs[key] = OpenPdf(data)
    if page is None:
        return {"sizes": _pdfs[key].sizes()}, b""
    return _pixels(_pdfs[key].part(page, words["scale"], words["top"], words["height"]))


def _pixels(made: Pixels) -> Answer:
    return {"mode": made.mode, "width": made.width, "height": made.height}, made.data


JOBS: Final[dict[str, Job]] = {
    "document": _document,
    "remarks": _remarks,
    "redline": _redline,
    "picture": _picture,
    "picture_preview": _picture_preview,
    "pdf": _pdf,
    "workbook": _workbook,
    "mails": _mails,
    "files_of_mail": _files_of_mail,
}
