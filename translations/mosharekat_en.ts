<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>Calendar</name>
        <message>
            <source>Fr</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Mo</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Next month</translation>
        </message>
        <message>
            <source>Next year</source>
            <translation>Next year</translation>
        </message>
        <message>
            <source>Previous month</source>
            <extracomment>Columns count from Saturday; `date.weekday()` counts from Monday. Which days are shown as closed: the office's weekend and holidays where the caller knows them.</extracomment>
            <translation>Previous month</translation>
        </message>
        <message>
            <source>Previous year</source>
            <translation>Previous year</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>Su</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>Th</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>Tu</translation>
        </message>
        <message>
            <source>We</source>
            <translation>We</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Letter</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <source>Service desk</source>
            <translation>Service desk</translation>
        </message>
        <message>
            <source>Single window (Wafa)</source>
            <translation>Single window (Wafa)</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>Text message</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All commands</source>
            <translation>All commands</translation>
        </message>
        <message>
            <source>No command has these words.</source>
            <translation>No command has these words.</translation>
        </message>
        <message>
            <source>Type the name of a command</source>
            <translation>Type the name of a command</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>1 place in the text</source>
            <translation>1 place in the text</translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>Annotate the selection</source>
            <translation>Annotate the selection</translation>
        </message>
        <message>
            <source>Came from {place}</source>
            <translation>Came from {place}</translation>
        </message>
        <message>
            <source>Change {n} of {total}</source>
            <translation>Change {n} of {total}</translation>
        </message>
        <message>
            <source>Clause {label}</source>
            <extracomment>Words quoted in a summary; beyond this only their places are counted.</extracomment>
            <translation>Clause {label}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Comparison of two texts</source>
            <extracomment>Pixels of what stands before a change that stay in sight when it is jumped to. The reader stands on another change. A fold was opened or closed, or the filter changed what is shown.</extracomment>
            <translation>Comparison of two texts</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Copy the change</source>
            <translation>Copy the change</translation>
        </message>
        <message>
            <source>Deletion</source>
            <translation>Deletion</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Edited</translation>
        </message>
        <message>
            <source>Insertion</source>
            <translation>Insertion</translation>
        </message>
        <message>
            <source>Joining makes another word</source>
            <translation>Joining makes another word</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Moved</translation>
        </message>
        <message>
            <source>Moved and edited</source>
            <translation>Moved and edited</translation>
        </message>
        <message>
            <source>Moved to {place}</source>
            <translation>Moved to {place}</translation>
        </message>
        <message>
            <source>Next change</source>
            <translation>Next change</translation>
        </message>
        <message>
            <source>Not in {side}</source>
            <translation>Not in {side}</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>Colour of the chip of each kind of thread (see `ui.widgets.chip.draw_chip`).</extracomment>
            <translation>Note</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Number only</source>
            <translation>Number only</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>Objection</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>Previous change</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Select the provision</source>
            <translation>Select the provision</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Spelling only</source>
            <translation>Spelling only</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Split</translation>
        </message>
        <message>
            <source>Stale reference: now {label}</source>
            <translation>Stale reference: now {label}</translation>
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>Suggested wording</translation>
        </message>
        <message>
            <source>The change was copied.</source>
            <translation>The change was copied.</translation>
        </message>
        <message>
            <source>The selection was copied.</source>
            <extracomment>An annotation is wanted on code points `[start, end)` of a side ("old" or "new"). A card was clicked; a card's offer to close its thread was clicked. Something was copied: the words for the message bar.</extracomment>
            <translation>The selection was copied.</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>one stale reference</source>
            <translation>one stale reference</translation>
        </message>
        <message>
            <source>was</source>
            <translation>was</translation>
        </message>
        <message>
            <source>{author}: {text}</source>
            <translation>{author}: {text}</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} and {last}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{label} of {article}</source>
            <translation>{label} of {article}</translation>
        </message>
        <message>
            <source>{n} articles without a change</source>
            <translation>{n} articles without a change</translation>
        </message>
        <message>
            <source>{n} changes outside the filter</source>
            <translation>{n} changes outside the filter</translation>
        </message>
        <message>
            <source>{n} in spelling only</source>
            <translation>{n} in spelling only</translation>
        </message>
        <message>
            <source>{n} places in the text</source>
            <translation>{n} places in the text</translation>
        </message>
        <message>
            <source>{n} provisions without a change</source>
            <translation>{n} provisions without a change</translation>
        </message>
        <message>
            <source>{n} replies</source>
            <translation>{n} replies</translation>
        </message>
        <message>
            <source>{n} stale references</source>
            <translation>{n} stale references</translation>
        </message>
        <message>
            <source>“{new}” added</source>
            <translation>“{new}” added</translation>
        </message>
        <message>
            <source>“{old}” became “{new}”</source>
            <translation>“{old}” became “{new}”</translation>
        </message>
        <message>
            <source>“{old}” left out</source>
            <translation>“{old}” left out</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>An error in the program</source>
            <translation>An error in the program</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>Go on working</translation>
        </message>
        <message>
            <source>Incident {number}</source>
            <translation>Incident {number}</translation>
        </message>
        <message>
            <source>Log file: {path}</source>
            <translation>Log file: {path}</translation>
        </message>
        <message>
            <source>The program ran into an error</source>
            <translation>The program ran into an error</translation>
        </message>
        <message>
            <source>This is a mistake of the program, not yours. What you were typing is still there; you can go on. If it happens again, give this number to the administrator.</source>
            <translation>This is a mistake of the program, not yours. What you were typing is still there; you can go on. If it happens again, give this number to the administrator.</translation>
        </message>
    </context>
    <context>
        <name>DateEdit</name>
        <message>
            <source>There is no such date. Type it as year/month/day.</source>
            <translation>There is no such date. Type it as year/month/day.</translation>
        </message>
        <message>
            <source>year/month/day</source>
            <translation>year/month/day</translation>
        </message>
    </context>
    <context>
        <name>Disposition</name>
        <message>
            <source>Accepted</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Already covered</source>
            <translation>Already covered</translation>
        </message>
        <message>
            <source>Out of scope</source>
            <translation>Out of scope</translation>
        </message>
        <message>
            <source>Partly accepted</source>
            <translation>Partly accepted</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejected</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source> or </source>
            <translation> or </translation>
        </message>
        <message>
            <source>Somebody changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>Somebody changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</translation>
        </message>
        <message>
            <source>Something unexpected happened. What you typed was kept; please try again.</source>
            <translation>Something unexpected happened. What you typed was kept; please try again.</translation>
        </message>
        <message>
            <source>Stopped. {done} were done before and are kept.</source>
            <translation>Stopped. {done} were done before and are kept.</translation>
        </message>
        <message>
            <source>The command was not understood: {reason}</source>
            <translation>The command was not understood: {reason}</translation>
        </message>
        <message>
            <source>The database is of a newer version than this program. Install the newer program.</source>
            <translation>The database is of a newer version than this program. Install the newer program.</translation>
        </message>
        <message>
            <source>The database “{where}” cannot be reached or is locked. Nothing was lost; try again.</source>
            <translation>The database “{where}” cannot be reached or is locked. Nothing was lost; try again.</translation>
        </message>
        <message>
            <source>The database “{where}” is not prepared; run “mosharekat database init”.</source>
            <translation>The database “{where}” is not prepared; run “mosharekat database init”.</translation>
        </message>
        <message>
            <source>The settings file could not be read; it was kept as “{kept}” and defaults are used.</source>
            <translation>The settings file could not be read; it was kept as “{kept}” and defaults are used.</translation>
        </message>
        <message>
            <source>There is no display to open a window on; “mosharekat demo --pictures DIR” works without one.</source>
            <translation>There is no display to open a window on; “mosharekat demo --pictures DIR” works without one.</translation>
        </message>
        <message>
            <source>There is no {item} “{key}”.</source>
            <translation>There is no {item} “{key}”.</translation>
        </message>
        <message>
            <source>This account is disabled; ask the administrator.</source>
            <translation>This account is disabled; ask the administrator.</translation>
        </message>
        <message>
            <source>This takes another role: {who}.</source>
            <translation>This takes another role: {who}.</translation>
        </message>
        <message>
            <source>User name or password is wrong.</source>
            <translation>User name or password is wrong.</translation>
        </message>
        <message>
            <source>annotation</source>
            <translation>annotation</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>comment</translation>
        </message>
        <message>
            <source>draft document</source>
            <translation>draft document</translation>
        </message>
        <message>
            <source>person</source>
            <translation>person</translation>
        </message>
        <message>
            <source>petition</source>
            <translation>petition</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>revision</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</translation>
        </message>
        <message>
            <source>“{name}” is taken; choose another name.</source>
            <translation>“{name}” is taken; choose another name.</translation>
        </message>
        <message>
            <source>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</source>
            <translation>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>about</source>
            <translation>about</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>channel</translation>
        </message>
        <message>
            <source>date</source>
            <translation>date</translation>
        </message>
        <message>
            <source>date received</source>
            <translation>date received</translation>
        </message>
        <message>
            <source>duplicate of</source>
            <translation>duplicate of</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>full name</source>
            <translation>full name</translation>
        </message>
        <message>
            <source>group</source>
            <translation>group</translation>
        </message>
        <message>
            <source>identifier</source>
            <translation>identifier</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>kind</translation>
        </message>
        <message>
            <source>letter number</source>
            <translation>letter number</translation>
        </message>
        <message>
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>mobile</translation>
        </message>
        <message>
            <source>month</source>
            <translation>month</translation>
        </message>
        <message>
            <source>name</source>
            <translation>name</translation>
        </message>
        <message>
            <source>national ID</source>
            <translation>national ID</translation>
        </message>
        <message>
            <source>note</source>
            <translation>note</translation>
        </message>
        <message>
            <source>number of days</source>
            <translation>number of days</translation>
        </message>
        <message>
            <source>office name</source>
            <translation>office name</translation>
        </message>
        <message>
            <source>order note</source>
            <translation>order note</translation>
        </message>
        <message>
            <source>password</source>
            <translation>password</translation>
        </message>
        <message>
            <source>provision</source>
            <translation>provision</translation>
        </message>
        <message>
            <source>quoted phrase</source>
            <translation>quoted phrase</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>reason</translation>
        </message>
        <message>
            <source>reply</source>
            <translation>reply</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>revision</translation>
        </message>
        <message>
            <source>satisfaction</source>
            <translation>satisfaction</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>text</source>
            <translation>text</translation>
        </message>
        <message>
            <source>title</source>
            <translation>title</translation>
        </message>
        <message>
            <source>tracking code</source>
            <translation>tracking code</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>unit name</source>
            <translation>unit name</translation>
        </message>
        <message>
            <source>user name</source>
            <translation>user name</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>The characters of “{name}” cannot be made out: it is damaged or in an unknown encoding. Save it as UTF-8.</source>
            <translation>The characters of “{name}” cannot be made out: it is damaged or in an unknown encoding. Save it as UTF-8.</translation>
        </message>
        <message>
            <source>“{name}” could not be opened. Close it in other programs, check that you may read it, and try again.</source>
            <translation>“{name}” could not be opened. Close it in other programs, check that you may read it, and try again.</translation>
        </message>
        <message>
            <source>“{name}” has more than {limit} characters of text. Split it into parts and read them one by one.</source>
            <translation>“{name}” has more than {limit} characters of text. Split it into parts and read them one by one.</translation>
        </message>
        <message>
            <source>“{name}” has no text in it; perhaps its pages are pictures. Run text recognition (OCR) and save it again.</source>
            <translation>“{name}” has no text in it; perhaps its pages are pictures. Run text recognition (OCR) and save it again.</translation>
        </message>
        <message>
            <source>“{name}” holds declarations that no office program writes, and was refused. Ask for a clean copy.</source>
            <translation>“{name}” holds declarations that no office program writes, and was refused. Ask for a clean copy.</translation>
        </message>
        <message>
            <source>“{name}” is a PDF. Open it in Word and save it as DOCX; if it is a scan, run text recognition (OCR) on it first and save the result as DOCX or TXT.</source>
            <translation>“{name}” is a PDF. Open it in Word and save it as DOCX; if it is a scan, run text recognition (OCR) on it first and save the result as DOCX or TXT.</translation>
        </message>
        <message>
            <source>“{name}” is a folder, not a file. Choose a file inside it.</source>
            <translation>“{name}” is a folder, not a file. Choose a file inside it.</translation>
        </message>
        <message>
            <source>“{name}” is a picture. Run text recognition (OCR) on it and save the result as DOCX or TXT.</source>
            <translation>“{name}” is a picture. Run text recognition (OCR) on it and save the result as DOCX or TXT.</translation>
        </message>
        <message>
            <source>“{name}” is a rich text file (RTF). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>“{name}” is a rich text file (RTF). Open it in Word, choose “Save as” and the type .docx.</translation>
        </message>
        <message>
            <source>“{name}” is damaged or incomplete. Copy it again from where it came, or save it again.</source>
            <translation>“{name}” is damaged or incomplete. Copy it again from where it came, or save it again.</translation>
        </message>
        <message>
            <source>“{name}” is empty. Ask for the file again, or save it again in the program it was written in.</source>
            <translation>“{name}” is empty. Ask for the file again, or save it again in the program it was written in.</translation>
        </message>
        <message>
            <source>“{name}” is in Excel's old format (.xls). Open it in Excel, choose “Save as” and the type .xlsx.</source>
            <translation>“{name}” is in Excel's old format (.xls). Open it in Excel, choose “Save as” and the type .xlsx.</translation>
        </message>
        <message>
            <source>“{name}” is in Word's old format (.doc). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>“{name}” is in Word's old format (.doc). Open it in Word, choose “Save as” and the type .docx.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} megabytes. Remove pictures from it or split it, and try again.</source>
            <translation>“{name}” is larger than {limit} megabytes. Remove pictures from it or split it, and try again.</translation>
        </message>
        <message>
            <source>“{name}” is named DOCX, but is no Word document. Save it as DOCX in the program it was written in.</source>
            <translation>“{name}” is named DOCX, but is no Word document. Save it as DOCX in the program it was written in.</translation>
        </message>
        <message>
            <source>“{name}” is named HTML, but is no web page. Save the page again from the browser, or rename the file.</source>
            <translation>“{name}” is named HTML, but is no web page. Save the page again from the browser, or rename the file.</translation>
        </message>
        <message>
            <source>“{name}” is named ODT, but is no OpenDocument text. Save it as ODT in the program it was written in.</source>
            <translation>“{name}” is named ODT, but is no OpenDocument text. Save it as ODT in the program it was written in.</translation>
        </message>
        <message>
            <source>“{name}” is named XLSX, but is no Excel workbook. Save it as XLSX in the program it was written in.</source>
            <translation>“{name}” is named XLSX, but is no Excel workbook. Save it as XLSX in the program it was written in.</translation>
        </message>
        <message>
            <source>“{name}” is no plain text, but binary data. Save the document as DOCX or as plain text (UTF-8).</source>
            <translation>“{name}” is no plain text, but binary data. Save the document as DOCX or as plain text (UTF-8).</translation>
        </message>
        <message>
            <source>“{name}” is not of a kind that can be read here. Save it as DOCX, ODT, HTML or TXT.</source>
            <translation>“{name}” is not of a kind that can be read here. Save it as DOCX, ODT, HTML or TXT.</translation>
        </message>
        <message>
            <source>“{name}” is not there (any more). Check the folder and the name, and choose it again.</source>
            <translation>“{name}” is not there (any more). Check the folder and the name, and choose it again.</translation>
        </message>
        <message>
            <source>“{name}” is protected by a password. Open it with the password, remove the protection and save it.</source>
            <translation>“{name}” is protected by a password. Open it with the password, remove the protection and save it.</translation>
        </message>
        <message>
            <source>“{name}” points to places outside itself, and was refused. Ask its sender for a clean copy.</source>
            <translation>“{name}” points to places outside itself, and was refused. Ask its sender for a clean copy.</translation>
        </message>
        <message>
            <source>“{name}” would grow far too large when opened, and was refused. Ask its sender what it is.</source>
            <translation>“{name}” would grow far too large when opened, and was refused. Ask its sender what it is.</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Artist</source>
            <translation>Artist</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Citizen</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Expert</translation>
        </message>
        <message>
            <source>Institute</source>
            <translation>Institute</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Public body</source>
            <translation>Public body</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>Publisher</translation>
        </message>
    </context>
    <context>
        <name>InstrumentKind</name>
        <message>
            <source>Bill</source>
            <translation>Bill</translation>
        </message>
        <message>
            <source>Bylaw</source>
            <translation>Bylaw</translation>
        </message>
        <message>
            <source>Circular</source>
            <translation>Circular</translation>
        </message>
        <message>
            <source>Directive</source>
            <translation>Directive</translation>
        </message>
        <message>
            <source>Draft cabinet bylaw</source>
            <translation>Draft cabinet bylaw</translation>
        </message>
        <message>
            <source>Executive criteria</source>
            <translation>Executive criteria</translation>
        </message>
        <message>
            <source>Licensing directive</source>
            <translation>Licensing directive</translation>
        </message>
        <message>
            <source>Service directive</source>
            <translation>Service directive</translation>
        </message>
    </context>
    <context>
        <name>InstrumentStatus</name>
        <message>
            <source>Drafting</source>
            <translation>Drafting</translation>
        </message>
        <message>
            <source>Legal review</source>
            <translation>Legal review</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>Open to the public</translation>
        </message>
        <message>
            <source>Promulgated</source>
            <translation>Promulgated</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Revising</source>
            <translation>Revising</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>Submitted</translation>
        </message>
        <message>
            <source>Window closed</source>
            <translation>Window closed</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
    </context>
    <context>
        <name>Kind</name>
        <message>
            <source>Complaint</source>
            <translation>Complaint</translation>
        </message>
        <message>
            <source>Criticism</source>
            <translation>Criticism</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>Opinion</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Request</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>Suggestion</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Undo</source>
            <extracomment>How long a sentence about something done stays, in milliseconds: time to read it and to reach undo.</extracomment>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Move</name>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>Close without answer</source>
            <translation>Close without answer</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Refer</source>
            <translation>Refer</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>Resolve</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Send back</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <translation>Send for approval</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Wait for petitioner</source>
            <translation>Wait for petitioner</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>nearest deadline</source>
            <translation>nearest deadline</translation>
        </message>
        <message>
            <source>newest first</source>
            <translation>newest first</translation>
        </message>
        <message>
            <source>oldest first</source>
            <translation>oldest first</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Granted</translation>
        </message>
        <message>
            <source>Inadmissible</source>
            <translation>Inadmissible</translation>
        </message>
        <message>
            <source>Partly granted</source>
            <translation>Partly granted</translation>
        </message>
        <message>
            <source>Passed on to another body</source>
            <translation>Passed on to another body</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
    </context>
    <context>
        <name>PDF page</name>
        <message>
            <source>Page {number} of {total}</source>
            <translation>Page {number} of {total}</translation>
        </message>
        <message>
            <source>Participation desk</source>
            <translation>Participation desk</translation>
        </message>
    </context>
    <context>
        <name>Placement</name>
        <message>
            <source>Moved along</source>
            <translation>Moved along</translation>
        </message>
        <message>
            <source>Place lost</source>
            <translation>Place lost</translation>
        </message>
        <message>
            <source>Same place</source>
            <translation>Same place</translation>
        </message>
        <message>
            <source>Several places fit</source>
            <translation>Several places fit</translation>
        </message>
        <message>
            <source>Words changed</source>
            <translation>Words changed</translation>
        </message>
    </context>
    <context>
        <name>Purpose</name>
        <message>
            <source>For action</source>
            <translation>For action</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>For information</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>A mobile number has eleven digits and begins with 09: {value}.</source>
            <translation>A mobile number has eleven digits and begins with 09: {value}.</translation>
        </message>
        <message>
            <source>A national ID has ten digits.</source>
            <translation>A national ID has ten digits.</translation>
        </message>
        <message>
            <source>A tracking code has twelve digits.</source>
            <translation>A tracking code has twelve digits.</translation>
        </message>
        <message>
            <source>A user name has 2 to 59 small Latin letters, digits, dots or dashes.</source>
            <translation>A user name has 2 to 59 small Latin letters, digits, dots or dashes.</translation>
        </message>
        <message>
            <source>The check digit of the field “{field}” is wrong: {value}.</source>
            <translation>The check digit of the field “{field}” is wrong: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” has a value that is not known: {value}.</source>
            <translation>The field “{field}” has a value that is not known: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” is empty.</source>
            <translation>The field “{field}” is empty.</translation>
        </message>
        <message>
            <source>The field “{field}” is out of range.</source>
            <translation>The field “{field}” is out of range.</translation>
        </message>
        <message>
            <source>The field “{field}” is too long.</source>
            <translation>The field “{field}” is too long.</translation>
        </message>
        <message>
            <source>The password has at least {minimum} characters.</source>
            <translation>The password has at least {minimum} characters.</translation>
        </message>
        <message>
            <source>There is no such date: {value}.</source>
            <translation>There is no such date: {value}.</translation>
        </message>
        <message>
            <source>This is not an e-mail address: {value}.</source>
            <translation>This is not an e-mail address: {value}.</translation>
        </message>
        <message>
            <source>“{value}” is not a date; write it like 1405/09/03.</source>
            <translation>“{value}” is not a date; write it like 1405/09/03.</translation>
        </message>
        <message>
            <source>“{value}” is not a month; write it like 1405-08.</source>
            <translation>“{value}” is not a month; write it like 1405-08.</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Legal reviewer</source>
            <translation>Legal reviewer</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Manager</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</source>
            <translation>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</translation>
        </message>
        <message>
            <source>An item is not a duplicate of itself; give the other one's tracking code.</source>
            <translation>An item is not a duplicate of itself; give the other one's tracking code.</translation>
        </message>
        <message>
            <source>Another unit still holds it for action; it can be resolved when that referral has come back.</source>
            <translation>Another unit still holds it for action; it can be resolved when that referral has come back.</translation>
        </message>
        <message>
            <source>Answers of this unit wait for its manager: send the reply for approval.</source>
            <translation>Answers of this unit wait for its manager: send the reply for approval.</translation>
        </message>
        <message>
            <source>It is in this unit already.</source>
            <translation>It is in this unit already.</translation>
        </message>
        <message>
            <source>Only a clerk of the same unit can take it over.</source>
            <translation>Only a clerk of the same unit can take it over.</translation>
        </message>
        <message>
            <source>The annotation was made on a later revision than the one shown.</source>
            <translation>The annotation was made on a later revision than the one shown.</translation>
        </message>
        <message>
            <source>The document has no text yet; import its first revision.</source>
            <translation>The document has no text yet; import its first revision.</translation>
        </message>
        <message>
            <source>The first administrator exists already; sign in.</source>
            <translation>The first administrator exists already; sign in.</translation>
        </message>
        <message>
            <source>The last administrator can be neither disabled nor demoted.</source>
            <translation>The last administrator can be neither disabled nor demoted.</translation>
        </message>
        <message>
            <source>The text is the same as the last revision; nothing was added.</source>
            <translation>The text is the same as the last revision; nothing was added.</translation>
        </message>
        <message>
            <source>There is nothing of yours to take back: somebody built on it.</source>
            <translation>There is nothing of yours to take back: somebody built on it.</translation>
        </message>
        <message>
            <source>This cannot be done in the state that the item is in now.</source>
            <translation>This cannot be done in the state that the item is in now.</translation>
        </message>
        <message>
            <source>This document is finished; it takes no more revisions.</source>
            <translation>This document is finished; it takes no more revisions.</translation>
        </message>
        <message>
            <source>This item is registered already.</source>
            <translation>This item is registered already.</translation>
        </message>
        <message>
            <source>Your role does not allow this here.</source>
            <translation>Your role does not allow this here.</translation>
        </message>
    </context>
    <context>
        <name>Scope</name>
        <message>
            <source>are closed</source>
            <translation>are closed</translation>
        </message>
        <message>
            <source>are open</source>
            <translation>are open</translation>
        </message>
        <message>
            <source>are open or closed</source>
            <translation>are open or closed</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Archived</source>
            <translation>Archived</translation>
        </message>
        <message>
            <source>Awaiting approval</source>
            <translation>Awaiting approval</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In progress</translation>
        </message>
        <message>
            <source>Referred</source>
            <translation>Referred</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Waiting for petitioner</source>
            <translation>Waiting for petitioner</translation>
        </message>
    </context>
    <context>
        <name>ThreadKind</name>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>Objection</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>Suggested wording</translation>
        </message>
    </context>
    <context>
        <name>ThreadOutcome</name>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Applied</source>
            <translation>Applied</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>Dismissed</translation>
        </message>
    </context>
    <context>
        <name>ThreadStatus</name>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Settled</translation>
        </message>
    </context>
    <context>
        <name>Track</name>
        <message>
            <source>Track A, ends in promulgation</source>
            <translation>Track A, ends in promulgation</translation>
        </message>
        <message>
            <source>Track B, ends in submission</source>
            <translation>Track B, ends in submission</translation>
        </message>
    </context>
    <context>
        <name>Urgency</name>
        <message>
            <source>Immediate</source>
            <translation>Immediate</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Urgent</translation>
        </message>
    </context>
    <context>
        <name>View</name>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>My unit</source>
            <translation>My unit</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>This week</translation>
        </message>
        <message>
            <source>Unrouted</source>
            <translation>Unrouted</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
    </context>
</TS>
