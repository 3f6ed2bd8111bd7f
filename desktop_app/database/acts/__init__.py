"""Acts: the only operations that change the office's rows.

An act is data (`Act`): the table of its items, when it is refused, which rows it writes (`steps`), and what
its event records. A step names the columns that the caller may give; the database sets the others by
expressions. Expressions are written once and compiled for both engines:

- PostgreSQL: `script` compiles each act into one function with one statement, and `app.perform` calls it. A login has
  no privilege to write the tables. The actor is always the login's own person, whatever the caller passes.
- SQLite: `perform` executes the same steps one by one in the caller's transaction.

An act locks its items in the order of their ids and judges each separately: a refused item does not affect
the others. Every written item gets one event with its values before and after, and with the changes to other
rows. So the act can be undone from its event.
"""
