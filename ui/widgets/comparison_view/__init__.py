"""One view for both sides of a comparison: texts, gutter, margin and map."""

from ui.widgets.comparison_view.cards import CardReply, MarginCard
from ui.widgets.comparison_view.changes import Change, ChangeKind, Filter
from ui.widgets.comparison_view.reading import Reading
from ui.widgets.comparison_view.view import ComparisonView

__all__ = ["CardReply", "Change", "ChangeKind", "ComparisonView", "Filter", "MarginCard", "Reading"]
