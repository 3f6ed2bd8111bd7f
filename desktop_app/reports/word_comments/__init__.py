"""Annotations as comments of Word in a DOCX, on the words that they are about.

    data = commented(comparison_docx(…), order)

Replies, the resolved state and the ids of threads and messages go along. The text of the document stays the same.
"""
