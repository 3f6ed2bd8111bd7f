"""The staging table: submissions of other systems before they become petitions or comments."""
