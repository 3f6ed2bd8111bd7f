"""A single view for both sides of a comparison: texts, gutter, margin and map."""

from ui.widgets.comparison_view.cards import CardReply, MarginCard
from ui.widgets.comparison_view.changes import ChangeKind, ChangeStop, Filter
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.review import REVIEW_MARKS, ReviewMark
from ui.widgets.comparison_view.view import ComparisonView

__all__ = [
    "REVIEW_MARKS",
    "CardReply",
    "ChangeKind",
    "ChangeStop",
    "ComparisonReading",
    "ComparisonView",
    "Filter",
    "MarginCard",
    "ReviewMark",
]
