"""The notices of a person (اعلان‌ها): what others did that concerns them, and what calls for them now.

Notices are not stored. They are read from the history, from messages, deputies and the bell. A person has one row:
which notices they have seen, and what they do not want to be told.
"""
