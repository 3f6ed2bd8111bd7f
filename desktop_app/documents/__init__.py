"""Converts files into plain text. Hostile input is rejected here."""

from desktop_app.documents.document import Document
from desktop_app.documents.faults import FileFault
from desktop_app.documents.reading import read_document, read_here

__all__ = ["Document", "FileFault", "read_document", "read_here"]
