"""Public consultation: life cycle, gate, windows and floors, publication, summing-up."""
