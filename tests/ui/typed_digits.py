"""Finds fields in which Latin digits that are typed stay Latin, and those that show them so without need."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.wording import translate

_UI: Final = Path(__file__).resolve().parents[2] / "ui"
_PERSIAN_DIGITS: Final = QFont.Tag("ss01")
#: Context and source of the name of each field whose digits are shown as they are: passwords, user names,
#: e-mail, addresses, paths; and what is written in Latin letters: keys, patterns, names in English.
LATIN: Final = (
    ("SignIn", "Password"), ("SignIn", "User name"), ("Recovery", "Recovery code"),
    ("Setup", "Address of the server"), ("Setup", "Name of the database"),
    ("Setup", "Login of the owner"), ("Setup", "Certificate of the server"),
    ("Administration", "User name"), ("Administration", "One-time password"),
    ("Administration", "Address of the empty database"),
    ("Administration", "Public key of the custodian"),
    ("Administration", "Pattern of registry numbers"),
    ("Administration", "Pattern of letter numbers"),
    ("Clock", "User name of the second person"), ("Outcomes", "Name in English"),
    ("Catalogue", "Code"), ("Sources", "Folder"), ("Sources", "User name"),
    ("Sources", "Mail server (IMAP over TLS)"), ("Sources", "Mailbox"),
    ("Tasks", "Folder"), ("Tasks", "Printer"), ("Tasks", "Also as a mail to"),
    ("Outbox", "Sender's address of e-mails"), ("Outbox", "Folder of the scheduled round"),
    ("Outbox", "Mail server (SMTP)"), ("Outbox", "Your own address or mobile number"),
    ("Outbox", "Address of the packages on the portal"), ("People", "Right e-mail"),
    ("Experts", "E-mail"), ("Field", "e-mail"),
)  # fmt: skip


def wrong_digits(window: QWidget) -> list[str]:
    """Returns a sentence for each field of a Persian window, also a hidden one, with digits of the wrong script."""
    found, names = [], {translate(*one) for one in LATIN}
    for field, font in _fields(window):
        name = field.accessibleName()
        persian = font.isFeatureSet(_PERSIAN_DIGITS) and font.featureValue(_PERSIAN_DIGITS) == 1
        latin = name in names or (
            isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
        )
        if persian == latin:
            found.append(f"{type(field).__name__} «{name}»: digits are {'Persian' if persian else 'Latin'}")
    return found


def latin_fields() -> list[str]:
    """Returns the source of the name of each field made with `latin=True`; its file where the name is a variable."""
    found = []
    for path in sorted(_UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_latin(node):
                words = [each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)]
                found.append(str(words[-1]) if words else path.name)
    return found


def _fields(window: QWidget) -> Iterator[tuple[QWidget, QFont]]:
    for line in window.findChildren(QLineEdit):
        yield line, line.font()
    texts: list[QPlainTextEdit | QTextEdit] = [*window.findChildren(QPlainTextEdit)]
    for text in (*texts, *window.findChildren(QTextEdit)):
        if not text.isReadOnly():
            yield text, text.document().defaultFont()


def _is_latin(call: ast.Call) -> bool:
    return (
        any(
            each.arg == "latin" and isinstance(each.value, ast.Constant) and each.value.value is True
            for each in call.keywords
        )
        and ast.unparse(call.func) != "PlainText"
        and bool(call.args)
    )
