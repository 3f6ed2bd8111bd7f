"""Names and limits of comments in a DOCX: namespaces, parts, and the part that carries the program's own ids."""

from __future__ import annotations

from typing import Final

W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16CID: Final = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
W16CEX: Final = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
#: The namespace of the part in which an export names its draft, revision, threads and messages.
OWN: Final = "{urn:mosharekat:annotations:1}"
#: The part, relative to the root of the package. Word and LibreOffice keep parts of this folder.
OWN_FOLDER: Final = "customXml"

#: Maximum number of comments in a file that is read.
MOST_COMMENTS: Final = 5_000
#: Maximum number of tracked changes in a file that is read.
MOST_CHANGES: Final = 20_000
#: Maximum length of the name of an author, in code points; a longer one is cut.
LONGEST_AUTHOR: Final = 120
#: Maximum length of the text of a comment, in code points; a longer one is refused.
LONGEST_COMMENT: Final = 20_000
