"""Journeys: a person's day in the real program, by keys and pointer, judged by the database, files and mails."""
