"""The texts of the program in the language in use: the catalogue, names of domain values, error messages."""

from desktop_app.languages import PERSIAN, Language, in_language, language_in_use, use_language
from desktop_app.persian.digits import digits, number
from desktop_app.wording.catalogue import fill, translate

__all__ = [
    "PERSIAN",
    "Language",
    "digits",
    "fill",
    "in_language",
    "language_in_use",
    "number",
    "translate",
    "use_language",
]
