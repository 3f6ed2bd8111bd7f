"""Drafting: instruments, revisions, review marks, pins, composition of the next revision."""
