"""What a petitioner wrote to an open petition."""
