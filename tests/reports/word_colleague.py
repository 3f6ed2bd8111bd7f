"""What a colleague does in Word, over the mark-up: comments, answers, changes, the resolved state, lost ids."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any, Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MAIN: Final = "word/document.xml"
COMMENTS: Final = "word/comments.xml"
EXTENDED: Final = "word/commentsExtended.xml"


class Colleague:
    """A DOCX in the hands of somebody with a name."""

    def __init__(self, data: bytes, name: str = "نگار کاظمی") -> None:
        self.name = name
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.members = {one: package.read(one) for one in package.namelist()}
        self._ids = 9000

    def data(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.members.items():
                package.writestr(name, content)
        return made.getvalue()

    def change(self, member: str, change: Callable[[Any], None]) -> None:
        root = etree.fromstring(self.members[member])
        change(root)
        self.members[member] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def drop(self, *members: str) -> None:
        """Loses parts, as programs do that do not know them."""
        for name in members:
            self.members.pop(name, None)
        for rels in [name for name in self.members if name.endswith(".rels")]:
            gone = {name.rpartition("/")[2] for name in members}

            def forget(root: Any, gone: set[str] = gone) -> None:
                for one in list(root):
                    if one.get("Target", "").rpartition("/")[2] in gone:
                        root.remove(one)

            self.change(rels, forget)

    def forget_ids(self) -> None:
        """Loses all ids: those of paragraphs, and the part of the program."""
        self.drop(EXTENDED, "word/commentsIds.xml", "customXml/item1.xml")

        def bare(root: Any) -> None:
            for one in root.iter(f"{W}p"):
                one.attrib.pop(f"{W14}paraId", None)

        self.change(COMMENTS, bare)

    def comment(self, words: str, text: str, *, date: str = "2026-11-25T09:05:00", answers: str = "") -> None:
        """Comments on `words`, which one run has whole; or answers the comment whose text contains `answers`."""
        self._ids += 1
        number = self._ids

        def write(root: Any) -> None:
            comment = etree.SubElement(
                root, f"{W}comment", {f"{W}id": str(number), f"{W}author": self.name, f"{W}date": date}
            )
            paragraph = etree.SubElement(comment, f"{W}p", {f"{W14}paraId": f"{number:08X}"})
            run = etree.SubElement(paragraph, f"{W}r")
            etree.SubElement(run, f"{W}t").text = text

        self.change(COMMENTS, write)
        if answers:
            self._answer(number, answers)
        self.change(MAIN, lambda root: self._mark(root, words, number))

    def _answer(self, number: int, answers: str) -> None:
        comments = etree.fromstring(self.members[COMMENTS])
        parent = next(one for one in comments if answers in "".join(one.itertext()))
        above = list(parent.iter(f"{W}p"))[-1].get(f"{W14}paraId")

        def write(root: Any) -> None:
            etree.SubElement(
                root,
                f"{W15}commentEx",
                {f"{W15}paraId": f"{number:08X}", f"{W15}paraIdParent": above, f"{W15}done": "0"},
            )

        self.change(EXTENDED, write)

    def _mark(self, root: Any, words: str, number: int) -> None:
        run = self._run_of(root, words)
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": str(number)})
        run.addnext(reference)
        run.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(number)}))
        run.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)}))

    def _run_of(self, root: Any, words: str) -> Any:
        """Returns a run with just these words, cut out of the first one that has them, be they deleted."""
        for text in root.iter(f"{W}t", f"{W}delText"):
            before, found, after = (text.text or "").partition(words)
            if not found:
                continue
            run = text.getparent()
            for part in (before, words, after):
                made = etree.fromstring(etree.tostring(run))
                for one in made.findall(text.tag):
                    one.text = part
                if part:
                    run.addprevious(made)
                if part == words:
                    chosen = made
            run.getparent().remove(run)
            return chosen
        raise AssertionError(f"no run has «{words}»")

    def replace(self, words: str, new: str, *, date: str = "2026-11-25T09:10:00Z") -> None:
        """Replaces words as a tracked change; `new` may be empty."""

        def write(root: Any) -> None:
            run = self._run_of(root, words)
            self._ids += 2
            names = {f"{W}author": self.name, f"{W}date": date}
            deleted = etree.Element(f"{W}del", {f"{W}id": str(self._ids), **names})
            run.addprevious(deleted)
            inserted = etree.fromstring(etree.tostring(run))
            deleted.append(run)
            for one in run.findall(f"{W}t"):
                one.tag = f"{W}delText"
            if new:
                added = etree.Element(f"{W}ins", {f"{W}id": str(self._ids + 1), **names})
                for one in inserted.findall(f"{W}t"):
                    one.text = new
                added.append(inserted)
                deleted.addnext(added)

        self.change(MAIN, write)

    def resolve(self, text: str) -> None:
        """Marks the comment with this text as resolved."""
        comments = etree.fromstring(self.members[COMMENTS])
        comment = next(one for one in comments if text in "".join(one.itertext()))
        number = list(comment.iter(f"{W}p"))[-1].get(f"{W14}paraId")

        def write(root: Any) -> None:
            for one in root:
                if one.get(f"{W15}paraId") == number:
                    one.set(f"{W15}done", "1")

        self.change(EXTENDED, write)
