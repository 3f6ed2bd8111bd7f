"""The lists of the inbox: table, filter, views, worklist and escalation pages."""
