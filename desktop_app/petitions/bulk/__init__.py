"""One act on many petitions (کار گروهی), selected by id or by a filter: preview, run in chunks, undo."""
