"""Reading files that people bring along into plain text; hostile input stops here."""

from desktop_app.documents.document import Document
from desktop_app.documents.faults import FileFault
from desktop_app.documents.reading import read_document

__all__ = ["Document", "FileFault", "read_document"]
