"""«Compare document» of LibreOffice, without a window: its tracked changes, read back from the flat XML."""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tools.benchmarks.truth.found import Found
from tools.benchmarks.truth.rivals.rival import Characters, Rival, UnavailableError, of_characters

#: Seconds for one pair of texts, the start of the program with it.
LIMIT: Final = 60.0
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MACRO: Final = """Sub Hold(folder As String)
  Convert folder & "/old.txt", folder & "/old.odt"
  Convert folder & "/new.txt", folder & "/new.odt"
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim document : document = StarDesktop.loadComponentFromURL(folder & "/new.odt", "_blank", 0, hidden())
  Dim other(0) As New com.sun.star.beans.PropertyValue
  other(0).Name = "URL" : other(0).Value = folder & "/old.odt"
  Dim dispatcher : dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, other())
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  flat(0).Name = "FilterName" : flat(0).Value = "OpenDocument Text Flat XML"
  document.storeToURL(folder & "/compared.fodt", flat())
  document.close(True)
  StarDesktop.terminate()
End Sub
Sub Convert(source As String, target As String)
  Dim plain(2) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "Hidden" : plain(0).Value = True
  plain(1).Name = "FilterName" : plain(1).Value = "Text (encoded)"
  plain(2).Name = "FilterOptions" : plain(2).Value = "UTF8,LF,,fa-IR,"
  Dim document : document = StarDesktop.loadComponentFromURL(source, "_blank", 0, plain())
  Dim written(0) As New com.sun.star.beans.PropertyValue
  written(0).Name = "FilterName" : written(0).Value = "writer8"
  document.storeToURL(target, written())
  document.close(True)
End Sub
"""
_SCRIPTS: Final = "http://openoffice.org/2000/script"
_LIBRARIES: Final = "http://openoffice.org/2000/library"


@functools.cache
def _profile(program: str) -> tempfile.TemporaryDirectory[str]:
    """A profile of its own with the macro in it, kept until the end of the run.

    The first start lays out the profile and would write over a library that is there already.
    """
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    _start(program, folder.name, "--terminate_after_init")
    standard = Path(folder.name) / "user" / "basic" / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    escaped = _MACRO.replace("&", "&amp;").replace("<", "&lt;")
    (standard / "Truth.xba").write_text(
        f'{head}<script:module xmlns:script="{_SCRIPTS}" script:name="Truth" script:language="StarBasic">'
        f"{escaped}</script:module>",
        encoding="utf-8",
    )
    (standard / "script.xlb").write_text(
        f'{head}<library:library xmlns:library="{_LIBRARIES}" library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Truth"/></library:library>',
        encoding="utf-8",
    )
    return folder


def _start(program: str, profile: str, what: str) -> None:
    options = [f"-env:UserInstallation={Path(profile).resolve().as_uri()}", "--headless", "--norestore"]
    try:
        subprocess.run([program, *options, what], timeout=LIMIT, capture_output=True, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"not done in {LIMIT:.0f} s") from error


def _compared(old: str, new: str) -> ElementTree.Element:
    program = shutil.which("soffice")
    if program is None:
        raise UnavailableError("not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for side, text in (("old", old), ("new", new)):
            (folder / f"{side}.txt").write_text(text, encoding="utf-8", newline="\n")
        # A profile that a macro has ended the program in lets the next start fail: each has a copy.
        shutil.copytree(_profile(program).name, folder / "profile")
        _start(program, str(folder / "profile"), f"macro:///Standard.Truth.Hold({folder.as_uri()})")
        made = folder / "compared.fodt"
        if not made.exists():
            raise UnavailableError("made no comparison")
        return ElementTree.parse(made).getroot()


@dataclass(slots=True)
class _Reader:
    """Reads the text with its tracked changes. A deletion stands in the text or aside, by the version's custom."""

    kinds: dict[str, str]
    aside: dict[str, str]
    open: list[str] = field(default_factory=list)

    def runs(self, node: ElementTree.Element) -> Iterator[tuple[str, str]]:
        """(what, characters) in order: equal, insertion, deletion."""
        if node.tag == f"{_TEXT}tracked-changes":
            return
        change = node.get(f"{_TEXT}change-id", "")
        if node.tag == f"{_TEXT}change-start":
            self.open.append(change)
        elif node.tag == f"{_TEXT}change-end":
            self.open.remove(change)
        elif node.tag == f"{_TEXT}change":
            yield "deletion", self.aside[change]
        yield self._here, node.text or ""
        for child in node:
            yield from self.runs(child)
            yield self._here, child.tail or ""

    @property
    def _here(self) -> str:
        kinds = {self.kinds[change] for change in self.open}
        return "deletion" if "deletion" in kinds else "insertion" if kinds else "equal"


def _reader(body: ElementTree.Element) -> _Reader:
    made = _Reader({}, {})
    for region in body.iter(f"{_TEXT}changed-region"):
        name = region.get(f"{_TEXT}id", "")
        for kind in ("insertion", "deletion"):
            for change in region.iter(f"{_TEXT}{kind}"):
                made.kinds[name] = kind
                made.aside[name] = "".join(
                    characters
                    for child in change
                    if child.tag != f"{_OFFICE}change-info"
                    for characters in child.itertext()
                )
    return made


def _find(old: str, new: str) -> Found:
    body = _compared(old, new).find(f".//{_OFFICE}text")
    if body is None:
        raise UnavailableError("made no text")
    sides: tuple[Characters, Characters] = ([], [])
    for what, characters in _reader(body).runs(body):
        for side, other in ((0, "insertion"), (1, "deletion")):
            if what != other:
                sides[side].extend((c, what != "equal") for c in characters if not c.isspace())
    return Found(of_characters(old, sides[0]), of_characters(new, sides[1]))


LIBREOFFICE: Final = Rival("LibreOffice", _find)
