"""Similar petitions, shown while one is registered and beside one that is open."""
