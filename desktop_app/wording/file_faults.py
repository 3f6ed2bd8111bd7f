"""Messages about bad files: one or two sentences for each `FileFault` and `ReaderFault`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.wording.catalogue import fill, translate


def file_fault_sentence(reason: str, parameters: Mapping[str, object]) -> str:
    """Returns the message for `reason` (a `FileFault`), in the language in use.

    `parameters` are those of the `BadFileError`: `name`, and `limit` if a size was exceeded. An unknown reason
    gets the message of an unreadable file.
    """
    template = SENTENCES.get(str(reason), _unreadable)()
    return fill(template, name=parameters.get("name", ""), limit=parameters.get("limit", ""))


def _unreadable() -> str:
    return translate(
        "Files",
        "“{name}” could not be opened. Close it in other programs, check that you may read it, and try again.",
    )


SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "not_found": lambda: translate(
        "Files", "“{name}” is not there (any more). Check the folder and the name, and choose it again."
    ),
    "not_a_file": lambda: translate("Files", "“{name}” is a folder, not a file. Choose a file inside it."),
    "not_regular": lambda: translate(
        "Files", "“{name}” is a device or a pipe, not a file. Save its content into a file and give that."
    ),
    "unreadable": _unreadable,
    "empty_file": lambda: translate(
        "Files",
        "“{name}” is empty. Ask for the file again, or save it again in the program it was written in.",
    ),
    "too_large": lambda: translate(
        "Files",
        "“{name}” is larger than {limit} megabytes. Remove pictures from it or split it, and try again.",
    ),
    "too_much_text": lambda: translate(
        "Files",
        "“{name}” has more than {limit} characters of text. Split it into parts and read them one by one.",
    ),
    "unknown_format": lambda: translate(
        "Files", "“{name}” is not of a kind that can be read here. Save it as DOCX, ODT, HTML or TXT."
    ),
    "not_a_docx": lambda: translate(
        "Files",
        "“{name}” is named DOCX, but is no Word document. Save it as DOCX in the program it was written in.",
    ),
    "not_an_xlsx": lambda: translate(
        "Files",
        "“{name}” is named XLSX, but is no Excel workbook. Save it as XLSX in the program it was written in.",
    ),
    "not_an_odt": lambda: translate(
        "Files",
        "“{name}” is named ODT, but is no OpenDocument text. Save it as ODT in the program it was written in.",
    ),
    "not_html": lambda: translate(
        "Files",
        "“{name}” is named HTML, but is no web page. Save the page again from the browser, or rename the file.",
    ),
    "not_text": lambda: translate(
        "Files",
        "“{name}” is no plain text, but binary data. Save the document as DOCX or as plain text (UTF-8).",
    ),
    "legacy_doc": lambda: translate(
        "Files",
        "“{name}” is in Word's old format (.doc). Open it in Word, choose “Save as” and the type .docx.",
    ),
    "legacy_xls": lambda: translate(
        "Files",
        "“{name}” is in Excel's old format (.xls). Open it in Excel, choose “Save as” and the type .xlsx.",
    ),
    "rtf_not_supported": lambda: translate(
        "Files", "“{name}” is a rich text file (RTF). Open it in Word, choose “Save as” and the type .docx."
    ),
    "pdf_not_supported": lambda: translate(
        "Files",
        "“{name}” is a PDF. Open it in Word and save it as DOCX; if it is a scan, run text recognition (OCR) on it "
        "first and save the result as DOCX or TXT.",
    ),
    "not_a_picture": lambda: translate(
        "Files",
        "“{name}” is no picture that can be printed: choose a whole PNG or JPEG of at most {limit} megabytes.",
    ),
    "image": lambda: translate(
        "Files", "“{name}” is a picture. Run text recognition (OCR) on it and save the result as DOCX or TXT."
    ),
    "encrypted": lambda: translate(
        "Files",
        "“{name}” is protected by a password. Open it with the password, remove the protection and save it.",
    ),
    "zip_bomb": lambda: translate(
        "Files", "“{name}” would grow far too large when opened, and was refused. Ask its sender what it is."
    ),
    "points_outside": lambda: translate(
        "Files", "“{name}” points to places outside itself, and was refused. Ask its sender for a clean copy."
    ),
    "unsafe_markup": lambda: translate(
        "Files",
        "“{name}” holds declarations that no office program writes, and was refused. Ask for a clean copy.",
    ),
    "undecodable": lambda: translate(
        "Files",
        "The characters of “{name}” cannot be made out: it is damaged or in an unknown encoding. Save it as UTF-8.",
    ),
    "broken": lambda: translate(
        "Files", "“{name}” is damaged or incomplete. Copy it again from where it came, or save it again."
    ),
    "reader_crashed": lambda: translate(
        "Files",
        "“{name}” was not read: it ended the process that reads files. It may be damaged or harmful; ask its sender.",
    ),
    "too_slow": lambda: translate(
        "Files",
        "“{name}” was not read: reading it takes too long. Split it or save it again; if you do not know it, ask its"
        " sender.",
    ),
    "too_much_memory": lambda: translate(
        "Files",
        "“{name}” was not read: it would take too much memory. Split it or save it again; if you do not know it, ask"
        " its sender.",
    ),
    "no_reader": lambda: translate(
        "Files",
        "“{name}” was not read: the process that reads files does not start. Start the program again, and try again.",
    ),
    "too_many_remarks": lambda: translate(
        "Files",
        "“{name}” was not read: it has more than {limit} comments or changes. Split it; if you do not know it, ask"
        " its sender.",
    ),
    "of_another_draft": lambda: translate(
        "Files", "“{name}” was exported from another draft; take it in there. Nothing was changed."
    ),
    "foreign_ids": lambda: translate(
        "Files",
        "“{name}” names annotations that this draft does not have. Nothing was changed; ask its sender for the file"
        " as it was exported.",
    ),
    "no_text": lambda: translate(
        "Files",
        "“{name}” has no text in it; perhaps its pages are pictures. Run text recognition (OCR) and save it again.",
    ),
}
