"""Retention (نگهداری): what of a closed petition tells who somebody is, is masked when the years are over."""
