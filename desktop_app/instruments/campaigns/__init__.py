"""Campaign groups (هم‌متن): near-identical comments, found, split, joined, decided at once."""
