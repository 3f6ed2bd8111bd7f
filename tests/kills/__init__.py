"""Kills in the middle of work: nothing is lost, nothing is there twice, and the next run leaves nothing behind.

`python -m tests.kills` kills each kind of work many times; `test_kills.py` a few kinds a few times. A new kind is an
entry of `kinds.KINDS`.
"""
