"""Lists of petitions: filters, order, sections, search, saved views, worklist, escalation."""
