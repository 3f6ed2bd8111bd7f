"""Detects near-equal texts: one text sent again, by one person or by many. Pure, and independent of petitions."""
