"""What the program says, in Persian and English: the catalogue, domain labels, sentences of errors."""

from desktop_app.wording.catalogue import digits, fill, language_in_use, translate, use_language

__all__ = ["digits", "fill", "language_in_use", "translate", "use_language"]
