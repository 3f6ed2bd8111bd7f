"""Imports what the main window and its first screen need, for `application.load_ahead`."""

# ruff: noqa: F401

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

import desktop_app.petitions.bulk.keeping
import desktop_app.petitions.desk.service
import desktop_app.petitions.retention.archiving
import desktop_app.reports.bell
import desktop_app.staff.units
import ui.main_window
import ui.petitions.screen

__all__ = ["configure_mappers"]
