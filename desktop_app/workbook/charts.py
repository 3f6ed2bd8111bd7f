"""Native charts of spreadsheets, readable in grey; from right to left in Persian."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.languages import language_in_use
from desktop_app.workbook.formats import LINE, CellFormats
from desktop_app.workbook.model import NumberForm, SheetChart

#: Light, dark and middle, so that they differ in grey.
_BARS: Final = ("#B8B1A4", "#0F5C5E", "#6E8F8C")
_CHART: Final = {"width": 760, "height": 300}
#: With more rows, values above the bars would cover each other.
_MOST_LABELS: Final = 13


def chart_of(book: Any, formats: CellFormats, name: str, chart: SheetChart, rows: tuple[int, int]) -> Any:
    """Returns a chart of the rows of a sheet, from the first to the last, below a header."""
    top, last = rows

    def values(column: int) -> dict[str, Any]:
        return {
            "name": [name, top - 1, column],
            "categories": [name, top, 0, last, 0],
            "values": [name, top, column, last, column],
        }

    drawn = book.add_chart({"type": "column"})
    shown = formats.shown(chart.form)
    share = chart.form is NumberForm.SHARE
    written = {"value": True, "num_format": shown, "font": {"size": 8}}
    if chart.target is not None:
        # Above the bars they would cover the line.
        written["position"] = "inside_base"
    few = last - top < _MOST_LABELS
    for column, colour in zip(chart.bars, _BARS, strict=False):
        series = {**values(column), "fill": {"color": colour}, "gap": 60}
        drawn.add_series(series | ({"data_labels": written} if few else {}))
    if chart.target is not None:
        line = book.add_chart({"type": "line"})
        dashed = {"color": "#1F1F1F", "dash_type": "dash", "width": 1.5}
        line.add_series({**values(chart.target), "line": dashed, "marker": {"type": "none"}})
        drawn.combine(line)
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    # The first month stands at the right.
    drawn.set_x_axis({"reverse": language_in_use().right_to_left, "num_font": {"size": 8}})
    drawn.set_y_axis(
        {"min": 0, "num_format": shown, "major_gridlines": {"visible": True, "line": {"color": LINE}}}
        | ({"max": 1} if share else {})
    )
    drawn.set_legend({"position": "bottom"})
    drawn.set_size(_CHART)
    return drawn
