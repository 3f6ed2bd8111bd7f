"""Routing rules (قاعدهٔ ارجاع): what comes in goes to the unit that the first matching rule names."""
