"""Improvement actions (اقدام اصلاحی) and the petitions that caused them."""
