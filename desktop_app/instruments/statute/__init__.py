"""What law demands of a draft document (strategy document S1 to S3), as rules on rows.

A window is never shorter than its floor and never shortened; what is before the public stays as it is; nothing is
promulgated or sent before the window is over and every comment was decided; each track has one end; one person
alone does not do it. Each rule stands here once. `database.statute_guard` compiles them into the triggers of both
engines, `acts` refuses by them, and `consultation.gate` shows them.
"""
