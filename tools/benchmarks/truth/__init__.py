"""Revisions of made Persian legal texts of which it is known what became of every word and provision.

Written from the rules of the domain alone: nothing here imports the comparison that is measured by it.
"""
