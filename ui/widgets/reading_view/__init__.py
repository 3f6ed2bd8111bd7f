"""The view of one text, set as a law is printed, with annotation threads in its margin."""

from ui.widgets.reading_view.view import ReadingView

__all__ = ["ReadingView"]
