"""The refusals of a form: an error stands at the field that it is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.wording import translate
from ui import jobs
from ui.errors import sentence
from ui.widgets.refusal import RefusalCard


class Refusals:
    """Shows errors of a form in one card.

    `fields` are found by the field, the rule or the item that an error names. What is about none of them stands
    above `foot`, the buttons of a dialog; without a foot the message bar of the screen tells it.
    """

    def __init__(
        self,
        form: QWidget,
        fields: Mapping[str, QWidget] | None = None,
        *,
        foot: QWidget | None = None,
        kept: str = "",
    ) -> None:
        self._form, self._fields, self._foot = form, dict(fields or {}), foot
        self._kept = kept or translate("Refusals", "Nothing was saved, and what you typed is kept.")
        self.card = RefusalCard()
        self.card.setParent(form)

    def know(self, fields: Mapping[str, QWidget]) -> None:
        """Adds fields."""
        self._fields |= fields

    def tell(self, error: Exception) -> None:
        """Shows an error at its field. A bug goes to `sys.excepthook`."""
        parent = self._form.parentWidget()
        if not isinstance(error, AppError):
            jobs.show_error(self._form, error)
            return
        field = self._field_of(error)
        # The words of other errors say themselves what became of the text.
        kept = self._kept if isinstance(error, InvalidValueError | RuleError) else ""
        if field is not None:
            self.card.show_below(field, sentence(error), kept)
        elif self._foot is not None:
            self.card.show_above(self._foot, sentence(error), kept)
        elif parent is not None:
            self.card.clear()
            jobs.show_error(parent, error)

    def refuse(self, field: QWidget, words: str) -> None:
        """Refuses the content of a field with a sentence."""
        self.card.show_below(field, words, self._kept)

    def say(self, words: str) -> None:
        """Says what is about no field, above the buttons."""
        if self._foot is not None:
            self.card.show_above(self._foot, words)

    def clear(self) -> None:
        """Takes the refusal away."""
        self.card.clear()

    def _field_of(self, error: AppError) -> QWidget | None:
        names = ["field", "rule"]
        # A name that is taken, or a key that nothing has; else somebody changed the whole item.
        if isinstance(error, NotFoundError) or (
            isinstance(error, ConflictError) and "name" in error.parameters
        ):
            names.append("item")
        for name in names:
            field = self._fields.get(str(error.parameters.get(name)))
            if field is not None and field.isVisibleTo(self._form):
                return field
        return None


class RefusingForm:
    """A form that `ui.jobs.show_error` of anything inside it reaches; a base class beside `QWidget`."""

    refusals: Refusals

    def show_error(self, error: Exception) -> None:
        """Shows an error at the field that it is about."""
        self.refusals.tell(error)
