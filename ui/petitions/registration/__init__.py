"""The registration form."""
