"""Near-equal texts: what counts as one text sent again, by one person or by many. Pure; knows no petition."""
