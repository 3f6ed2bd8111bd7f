"""The translations of the program (Qt Linguist files)."""
