"""What the office sets for its letters: foot, letterhead, who signs, seal, copies, window of the envelope."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.persian.digits import latin_digits
from desktop_app.wording import digits, translate
from ui.widgets.plain import PlainText
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.office_settings import OfficeSettings
    from ui.widgets.form_panes import FormPane

_PURPOSES_HEIGHT = 112


class LetterSettings:
    """The fields of letters in the form of the office's settings."""

    def __init__(self) -> None:
        self.office_address = TextField(translate("LettersPanel", "Postal address of the office"))
        self.invocation = TextField(translate("LettersPanel", "Line above the emblem"))
        self.signer = TextField(translate("LettersPanel", "Name of who signs"))
        self.signer_title = TextField(translate("LettersPanel", "Office of who signs"))
        self.seal_place = QCheckBox(translate("LettersPanel", "Mark the place of the seal"))
        self.prints_letterhead = QCheckBox(translate("LettersPanel", "Print letterhead and foot"))
        self.copy_purposes = PlainText(editable=True)
        self.copy_purposes.setAccessibleName(translate("LettersPanel", "Purposes of copies, a line for each"))
        self.copy_purposes.keep_height(_PURPOSES_HEIGHT)
        #: By the name of the setting, in millimetres.
        self.window_fields = {
            name: TextField(words, numeric=True)
            for name, words in (
                (
                    "window_right",
                    translate("LettersPanel", "Window of the envelope: from the right edge (mm)"),
                ),
                ("window_top", translate("LettersPanel", "From the upper edge (mm)")),
                ("window_width", translate("LettersPanel", "Width (mm)")),
                ("window_height", translate("LettersPanel", "Height (mm)")),
            )
        }

    def fields(self) -> dict[str, QWidget]:
        """Returns the fields that may be refused, by the names of the settings."""
        return {
            "office_address": self.office_address,
            "invocation": self.invocation,
            "signer": self.signer,
            "signer_title": self.signer_title,
            "copy_purposes": self.copy_purposes,
            **self.window_fields,
        }

    def add_to(self, form: FormPane) -> None:
        """Adds the fields below a heading."""
        form.heading(translate("LettersPanel", "Letters"))
        foot = translate("LettersPanel", "At the foot of every letter, with the phone line for the public.")
        form.labelled(self.office_address.accessibleName(), self.office_address, foot)
        nothing = translate("LettersPanel", "Empty: none is printed.")
        form.labelled(self.invocation.accessibleName(), self.invocation, nothing)
        note = translate("LettersPanel", "Empty: nobody's name is printed.")
        form.labelled(self.signer.accessibleName(), self.signer, note)
        form.labelled(self.signer_title.accessibleName(), self.signer_title)
        form.column.addWidget(self.seal_place)
        form.column.addSpacing(10)
        form.column.addWidget(self.prints_letterhead)
        form.column.addSpacing(10)
        offered = translate("LettersPanel", "Offered where a copy of a letter is written down.")
        form.labelled(self.copy_purposes.accessibleName(), self.copy_purposes, offered)
        for window in self.window_fields.values():
            form.labelled(window.accessibleName(), window)

    def show_settings(self, settings: OfficeSettings) -> None:
        """Fills the fields."""
        for name in ("office_address", "invocation", "signer", "signer_title"):
            getattr(self, name).setText(getattr(settings, name))
        self.seal_place.setChecked(settings.seal_place)
        self.prints_letterhead.setChecked(settings.prints_letterhead)
        self.copy_purposes.setPlainText(settings.copy_purposes)
        for name, field in self.window_fields.items():
            field.setText(digits(getattr(settings, name)))

    def changed(self, settings: OfficeSettings) -> OfficeSettings:
        """Returns the settings with what stands in the fields."""
        window = {name: whole_number(field.text()) for name, field in self.window_fields.items()}
        return replace(
            settings,
            office_address=self.office_address.text(),
            invocation=self.invocation.text(),
            signer=" ".join(self.signer.text().split()),
            signer_title=" ".join(self.signer_title.text().split()),
            seal_place=self.seal_place.isChecked(),
            prints_letterhead=self.prints_letterhead.isChecked(),
            copy_purposes=self.copy_purposes.toPlainText(),
            window_right=window["window_right"],
            window_top=window["window_top"],
            window_width=window["window_width"],
            window_height=window["window_height"],
        )


def whole_number(text: str) -> int:
    """Returns the typed number, or 0, which is always refused."""
    number = latin_digits(text).strip()
    return int(number) if number.isdecimal() and len(number) < 6 else 0
