"""The user guide: pages, glossary and search, without Qt."""
