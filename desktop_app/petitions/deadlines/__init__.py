"""Answer deadlines (مهلت), closed days, and how long a petition stays with a unit."""
