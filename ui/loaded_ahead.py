"""Makes ready what the main window and its first screen need, when it is imported (`application.load_ahead`)."""

# ruff: noqa: F401

from __future__ import annotations

from PySide6 import QtGui, QtWidgets
from sqlalchemy.orm import configure_mappers

import desktop_app.petitions.bulk.keeping
import desktop_app.petitions.desk.service
import desktop_app.petitions.retention.archiving
import desktop_app.reports.bell
import desktop_app.staff.units
import ui.main_window
import ui.petitions.screen
from ui.garbage_collection import exclude_imports

configure_mappers()
for _module in (QtGui, QtWidgets):
    # PySide makes a class when it is first asked for, and most of them together when a widget is first returned.
    for _name in dir(_module):
        getattr(_module, _name)
exclude_imports()
