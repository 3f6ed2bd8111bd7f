"""Acts: the one way in which the office's rows change.

An act is data (`Act`): which item it is about, when it is refused, which rows it writes (`steps`), and what its event
says. A step names the columns that the caller may give; the database sets the others by expressions. Expressions are
written once and compiled for both engines:

- PostgreSQL: `script` compiles each act into one function with one statement, and `app.perform` calls it. A login has
  no right to write the tables. Whoever signed in is the actor, whatever the caller says.
- SQLite: `perform` executes the same steps one after the other in the caller's transaction.

An act locks its items in the order of their ids and judges each by itself: a refused item does not hold back the
others. Every item that is written gets one event with its values before and after, and with the other rows that
were written, so that an act can be taken back by its own changes.
"""
