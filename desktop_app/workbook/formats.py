"""The formats of cells, with the digits of the language."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from desktop_app.languages import PERSIAN, language_in_use
from desktop_app.workbook.model import NumberForm

_DAY: Final = "yyyy-mm-dd"
_MOMENT: Final = "yyyy-mm-dd hh:mm"
#: Persian digits in Excel and LibreOffice: the shape of digits 3 in the language 0429.
_PERSIAN_DIGITS: Final = "[$-3000429]"
_RIGHT_TO_LEFT: Final = 2
#: Every Windows has it, with Persian letters.
_FONT: Final = {"font_name": "Tahoma", "font_size": 10}
#: The colour of thin lines.
LINE: Final = "#D8D4CC"


class ColumnFormats:
    """The formats of the cells of one column in one kind of row, each made when it is first needed."""

    def __init__(self, formats: CellFormats, form: NumberForm | None, look: dict[str, Any]) -> None:
        self._formats, self._form, self._look = formats, form, look
        #: Whether an empty cell has a line.
        self.ruled = bool(look.get("bottom") or look.get("top"))

    @cached_property
    def words(self) -> Any:
        return self._formats.words(**self._look)

    @cached_property
    def number(self) -> Any:
        return self._formats.number(self._form, **self._look)

    @cached_property
    def day(self) -> Any:
        return self._formats.day(moment=False, **self._look)

    @cached_property
    def moment(self) -> Any:
        return self._formats.day(moment=True, **self._look)


class CellFormats:
    """The formats of the cells of a workbook, each made when it is first asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._digits = _PERSIAN_DIGITS if language_in_use().code == PERSIAN else ""

    def words(self, **values: Any) -> Any:
        return self._of(reading_order=_RIGHT_TO_LEFT, align="right", **values)

    def number(self, form: NumberForm | None, **values: Any) -> Any:
        return self._of(num_format=self.shown(form), align="right", **values)

    def shown(self, form: NumberForm | None) -> str:
        """Returns Excel's format, with the digits of the language."""
        return "General" if form is None else ";".join(self._digits + part for part in form.value.split(";"))

    def day(self, *, moment: bool, **values: Any) -> Any:
        return self._of(num_format=_MOMENT if moment else _DAY, align="right", **values)

    def column(self, form: NumberForm | None = None, **values: Any) -> ColumnFormats:
        """Returns the formats of a column whose numbers have a `form`."""
        return ColumnFormats(self, form, values)

    def _of(self, **values: Any) -> Any:
        key = tuple(values.items())
        if key not in self._made:
            self._made[key] = self._book.add_format({**_FONT, "valign": "top", **values})
        return self._made[key]
