"""Routing rules (قاعدهٔ ارجاع): an incoming petition is sent to the unit of the first matching rule."""
