"""The settings of this PC: where they come from, in which order, and who may change them.

The order is: defaults, the machine's file, the user's file, environment variables, options of the command line. A
later one wins, but for settings that the machine's file fixes.
"""

from desktop_app.settings.loading import has_settings, load_settings, save_settings
from desktop_app.settings.machine import machine_settings_file
from desktop_app.settings.model import Layers, Origin, Settings
from desktop_app.settings.values import DATABASE_VARIABLE, FOLDER_VARIABLE, LONGEST_LOCK

__all__ = [
    "DATABASE_VARIABLE",
    "FOLDER_VARIABLE",
    "LONGEST_LOCK",
    "Layers",
    "Origin",
    "Settings",
    "has_settings",
    "load_settings",
    "machine_settings_file",
    "save_settings",
]
