"""The user guide in the window: its pane, its own window, the keys of a screen, and what the program is."""
