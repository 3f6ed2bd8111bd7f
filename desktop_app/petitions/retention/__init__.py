"""Retention (نگهداری): the personal data of closed petitions is masked after a number of years."""
