"""Other tools on the same texts, where they are installed: what they highlight, in offsets of the two texts.

None of them knows provisions; `git` alone can tell that a line moved.
"""
