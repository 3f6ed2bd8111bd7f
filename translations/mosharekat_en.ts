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
            <source>, </source>
            <translation>, </translation>
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
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Annotate the selection</source>
            <translation>Annotate the selection</translation>
        </message>
        <message>
            <source>Annotations</source>
            <translation>Annotations</translation>
        </message>
        <message>
            <source>Annotations: {n} open</source>
            <translation>Annotations: {n} open</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Applied</source>
            <translation>Applied</translation>
        </message>
        <message>
            <source>As soon as a second one is imported, both can be compared here.</source>
            <translation>As soon as a second one is imported, both can be compared here.</translation>
        </message>
        <message>
            <source>Attach to the selection</source>
            <translation>Attach to the selection</translation>
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
            <source>Changes</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Choose an instrument</source>
            <translation>Choose an instrument</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>Choose files</translation>
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
            <source>Close the list of annotations</source>
            <extracomment>An orphan is to be put on the selection; a place among the candidates was chosen. A new thread: its kind and its words.</extracomment>
            <translation>Close the list of annotations</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Closed ones</source>
            <translation>Closed ones</translation>
        </message>
        <message>
            <source>Closed: {outcome}</source>
            <translation>Closed: {outcome}</translation>
        </message>
        <message>
            <source>Compare something else</source>
            <extracomment>A menu of more instruments than this would not fit on the screen.</extracomment>
            <translation>Compare something else</translation>
        </message>
        <message>
            <source>Comparison</source>
            <extracomment>What the program can read, for the file dialog.</extracomment>
            <translation>Comparison</translation>
        </message>
        <message>
            <source>Comparison of two texts</source>
            <extracomment>Pixels of what stands before a change that stay in sight when it is jumped to. The reader stands on another change. A fold was opened or closed, or the filter changed what is shown.</extracomment>
            <translation>Comparison of two texts</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new} — {title}</source>
            <translation>Comparison of {old} and {new} — {title}</translation>
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
            <source>Differences in spelling only: show or hide</source>
            <translation>Differences in spelling only: show or hide</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>Dismissed</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Edited</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Export as HTML</source>
            <translation>Export as HTML</translation>
        </message>
        <message>
            <source>Files from disk can't be annotated: they are not kept.</source>
            <extracomment>How many threads are open; something was done, in words.</extracomment>
            <translation>Files from disk can't be annotated: they are not kept.</translation>
        </message>
        <message>
            <source>Find in both texts</source>
            <translation>Find in both texts</translation>
        </message>
        <message>
            <source>Insertion</source>
            <translation>Insertion</translation>
        </message>
        <message>
            <source>It belongs to place {n}</source>
            <translation>It belongs to place {n}</translation>
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
            <source>More</source>
            <translation>More</translation>
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
            <source>New annotation</source>
            <translation>New annotation</translation>
        </message>
        <message>
            <source>Newer revision</source>
            <translation>Newer revision</translation>
        </message>
        <message>
            <source>Next change</source>
            <translation>Next change</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Next place</translation>
        </message>
        <message>
            <source>No annotations yet. Select words and press N.</source>
            <translation>No annotations yet. Select words and press N.</translation>
        </message>
        <message>
            <source>No instrument has two revisions yet</source>
            <translation>No instrument has two revisions yet</translation>
        </message>
        <message>
            <source>Not compared: {names}</source>
            <translation>Not compared: {names}</translation>
        </message>
        <message>
            <source>Not found on either side</source>
            <translation>Not found on either side</translation>
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
            <source>Nothing is being compared</source>
            <translation>Nothing is being compared</translation>
        </message>
        <message>
            <source>Nothing substantive changed.</source>
            <extracomment>The reader went to a change, or a filter was set.</extracomment>
            <translation>Nothing substantive changed.</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>Nothing was changed or lost</translation>
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
            <source>Older revision</source>
            <translation>Older revision</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>Previous change</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Previous place</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Put away</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Reply…</source>
            <translation>Reply…</translation>
        </message>
        <message>
            <source>Revision {n}</source>
            <translation>Revision {n}</translation>
        </message>
        <message>
            <source>Save the annotation</source>
            <translation>Save the annotation</translation>
        </message>
        <message>
            <source>Select the provision</source>
            <translation>Select the provision</translation>
        </message>
        <message>
            <source>Select the words in the newer revision first.</source>
            <translation>Select the words in the newer revision first.</translation>
        </message>
        <message>
            <source>Send the reply</source>
            <translation>Send the reply</translation>
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
            <source>Text of the annotation</source>
            <translation>Text of the annotation</translation>
        </message>
        <message>
            <source>The annotation has its place again.</source>
            <translation>The annotation has its place again.</translation>
        </message>
        <message>
            <source>The annotation was closed.</source>
            <translation>The annotation was closed.</translation>
        </message>
        <message>
            <source>The annotation was reopened.</source>
            <translation>The annotation was reopened.</translation>
        </message>
        <message>
            <source>The annotation was saved.</source>
            <translation>The annotation was saved.</translation>
        </message>
        <message>
            <source>The change was copied.</source>
            <translation>The change was copied.</translation>
        </message>
        <message>
            <source>The comparison was written to {name}.</source>
            <translation>The comparison was written to {name}.</translation>
        </message>
        <message>
            <source>The file could not be written. Choose another folder.</source>
            <translation>The file could not be written. Choose another folder.</translation>
        </message>
        <message>
            <source>The last revision beside the one before it</source>
            <translation>The last revision beside the one before it</translation>
        </message>
        <message>
            <source>The newer text</source>
            <translation>The newer text</translation>
        </message>
        <message>
            <source>The older text</source>
            <translation>The older text</translation>
        </message>
        <message>
            <source>The selection was copied.</source>
            <extracomment>An annotation is wanted on code points `[start, end)` of a side ("old" or "new"). A card was clicked; a card's offer to close its thread was clicked. Something was copied: the words for the message bar.</extracomment>
            <translation>The selection was copied.</translation>
        </message>
        <message>
            <source>The texts could not be compared</source>
            <translation>The texts could not be compared</translation>
        </message>
        <message>
            <source>The words changed since; found again with {n}% confidence.</source>
            <translation>The words changed since; found again with {n}% confidence.</translation>
        </message>
        <message>
            <source>These words are no longer in the text.</source>
            <translation>These words are no longer in the text.</translation>
        </message>
        <message>
            <source>These words were lost in {revision}.</source>
            <translation>These words were lost in {revision}.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Try the same again</source>
            <translation>Try the same again</translation>
        </message>
        <message>
            <source>Two files from disk</source>
            <extracomment>The number of the revision that the thread was read on.</extracomment>
            <translation>Two files from disk</translation>
        </message>
        <message>
            <source>Two files from disk…</source>
            <translation>Two files from disk…</translation>
        </message>
        <message>
            <source>Two places are about as good; which one is meant?</source>
            <translation>Two places are about as good; which one is meant?</translation>
        </message>
        <message>
            <source>Two revisions of an instrument</source>
            <translation>Two revisions of an instrument</translation>
        </message>
        <message>
            <source>Two revisions stand here side by side, with every change between them.</source>
            <translation>Two revisions stand here side by side, with every change between them.</translation>
        </message>
        <message>
            <source>What do you want to say about it?</source>
            <translation>What do you want to say about it?</translation>
        </message>
        <message>
            <source>Without a place</source>
            <translation>Without a place</translation>
        </message>
        <message>
            <source>Word, ODT, HTML or text; you can also drop them here</source>
            <translation>Word, ODT, HTML or text; you can also drop them here</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>Wording</translation>
        </message>
        <message>
            <source>comments in the file</source>
            <translation>comments in the file</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>deleted</translation>
        </message>
        <message>
            <source>drawings</source>
            <translation>drawings</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>edited</translation>
        </message>
        <message>
            <source>embedded objects</source>
            <translation>embedded objects</translation>
        </message>
        <message>
            <source>endnotes</source>
            <translation>endnotes</translation>
        </message>
        <message>
            <source>first file</source>
            <translation>first file</translation>
        </message>
        <message>
            <source>footnotes</source>
            <translation>footnotes</translation>
        </message>
        <message>
            <source>hidden text</source>
            <translation>hidden text</translation>
        </message>
        <message>
            <source>in spelling</source>
            <translation>in spelling</translation>
        </message>
        <message>
            <source>in spelling, hidden</source>
            <translation>in spelling, hidden</translation>
        </message>
        <message>
            <source>inserted</source>
            <translation>inserted</translation>
        </message>
        <message>
            <source>linked files</source>
            <translation>linked files</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>moved</translation>
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
            <source>page footers</source>
            <translation>page footers</translation>
        </message>
        <message>
            <source>page headers</source>
            <translation>page headers</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>pictures</translation>
        </message>
        <message>
            <source>renumbered</source>
            <translation>renumbered</translation>
        </message>
        <message>
            <source>second file</source>
            <translation>second file</translation>
        </message>
        <message>
            <source>stale references</source>
            <translation>stale references</translation>
        </message>
        <message>
            <source>table of contents</source>
            <translation>table of contents</translation>
        </message>
        <message>
            <source>tracked changes (read as accepted)</source>
            <translation>tracked changes (read as accepted)</translation>
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
            <source>{n} changes</source>
            <translation>{n} changes</translation>
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
            <source>{n} of {total}</source>
            <translation>{n} of {total}</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} open</translation>
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
            <source>{seen} of {total} seen</source>
            <translation>{seen} of {total} seen</translation>
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
        <message>
            <source>“{title}” has only one revision</source>
            <translation>“{title}” has only one revision</translation>
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
        <name>Inbox</name>
        <message>
            <source>Assignee</source>
            <translation>Assignee</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Deadline passed</source>
            <translation>Deadline passed</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>Next row</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>In a narrow window these go first.</extracomment>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Previous row</source>
            <translation>Previous row</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Subject and first words</source>
            <translation>Subject and first words</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Until the end of this week</source>
            <translation>Until the end of this week</translation>
        </message>
        <message>
            <source>Without a deadline</source>
            <translation>Without a deadline</translation>
        </message>
        <message>
            <source>clock stands</source>
            <translation>clock stands</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>no assignee</source>
            <translation>no assignee</translation>
        </message>
        <message>
            <source>no deadline</source>
            <translation>no deadline</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>no name</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>unread</source>
            <extracomment>What the delegate paints from: a `PetitionRow`, or None while it is being read. Texts of the model are at most this long: a longer one costs a repaint dearly. The list stands; the place of the petition that was to be kept, or None.</extracomment>
            <translation>unread</translation>
        </message>
        <message>
            <source>unrouted</source>
            <translation>unrouted</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>you</source>
            <translation>you</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{count} days late</source>
            <translation>{count} days late</translation>
        </message>
        <message>
            <source>{count} days left</source>
            <translation>{count} days left</translation>
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
        <name>Monthly report</name>
        <message>
            <source>Against the month before and last year</source>
            <translation>Against the month before and last year</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>Decree</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>Draft document</translation>
        </message>
        <message>
            <source>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</source>
            <translation>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>In {month}, {received} petitions were received and {resolved} were resolved. At the end of the month {open} were open, of which {late} were past their deadline.</source>
            <translation>In {month}, {received} petitions were received and {resolved} were resolved. At the end of the month {open} were open, of which {late} were past their deadline.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Mark {mark}</source>
            <translation>Mark {mark}</translation>
        </message>
        <message>
            <source>Median (days)</source>
            <translation>Median (days)</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Monthly report</source>
            <translation>Monthly report</translation>
        </message>
        <message>
            <source>Monthly report on public participation</source>
            <translation>Monthly report on public participation</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Ninth tenth (days)</source>
            <translation>Ninth tenth (days)</translation>
        </message>
        <message>
            <source>No draft was open to the public in this month.</source>
            <translation>No draft was open to the public in this month.</translation>
        </message>
        <message>
            <source>Nobody was asked in this month.</source>
            <translation>Nobody was asked in this month.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>Not yet referred</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Petitions by channel</source>
            <translation>Petitions by channel</translation>
        </message>
        <message>
            <source>Petitions by kind</source>
            <translation>Petitions by kind</translation>
        </message>
        <message>
            <source>Petitions by unit</source>
            <translation>Petitions by unit</translation>
        </message>
        <message>
            <source>Public consultations</source>
            <translation>Public consultations</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <translation>Received and resolved on each day</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>That is as many as in the month before.</source>
            <translation>That is as many as in the month before.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the month before.</source>
            <translation>That is {percent} percent fewer than in the month before.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the month before.</source>
            <translation>That is {percent} percent more than in the month before.</translation>
        </message>
        <message>
            <source>There is no month before to compare with.</source>
            <translation>There is no month before to compare with.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>all units</translation>
        </message>
        <message>
            <source>{count} petitioners answered; the mean is {mean} of 5.</source>
            <translation>{count} petitioners answered; the mean is {mean} of 5.</translation>
        </message>
        <message>
            <source>{month}, {scope}</source>
            <translation>{month}, {scope}</translation>
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
            <source>Sample data goes into an empty database only; this one holds petitions.</source>
            <translation>Sample data goes into an empty database only; this one holds petitions.</translation>
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
        <name>SignIn</name>
        <message>
            <source>Choose a user name.</source>
            <translation>Choose a user name.</translation>
        </message>
        <message>
            <source>Enter your full name.</source>
            <translation>Enter your full name.</translation>
        </message>
        <message>
            <source>Every word that arrives has a code and an answer.</source>
            <translation>Every word that arrives has a code and an answer.</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>General Directorate of Culture and Islamic Guidance of Tehran Province</source>
            <translation>General Directorate of Culture and Islamic Guidance of Tehran Province</translation>
        </message>
        <message>
            <source>If you have lost your password, ask the system administrator.</source>
            <translation>If you have lost your password, ask the system administrator.</translation>
        </message>
        <message>
            <source>Make the account and begin</source>
            <translation>Make the account and begin</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Password (at least {count} characters)</source>
            <translation>Password (at least {count} characters)</translation>
        </message>
        <message>
            <source>Password once more</source>
            <translation>Password once more</translation>
        </message>
        <message>
            <source>Remember me on this computer</source>
            <translation>Remember me on this computer</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>The eye shows the password</source>
            <translation>The eye shows the password</translation>
        </message>
        <message>
            <source>The keyboard is Persian</source>
            <translation>The keyboard is Persian</translation>
        </message>
        <message>
            <source>The password is too long for this computer's store; it was not kept.</source>
            <translation>The password is too long for this computer's store; it was not kept.</translation>
        </message>
        <message>
            <source>The two passwords differ. Type them again.</source>
            <translation>The two passwords differ. Type them again.</translation>
        </message>
        <message>
            <source>This computer has no store for passwords; you will be asked for yours next time.</source>
            <translation>This computer has no store for passwords; you will be asked for yours next time.</translation>
        </message>
        <message>
            <source>This computer's store did not keep the password; you will be asked again.</source>
            <translation>This computer's store did not keep the password; you will be asked again.</translation>
        </message>
        <message>
            <source>This database is new. Who looks after it?</source>
            <translation>This database is new. Who looks after it?</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>User name</source>
            <extracomment>The rule of the accounts service, told before it is broken.</extracomment>
            <translation>User name</translation>
        </message>
        <message>
            <source>User name (Latin letters and digits)</source>
            <translation>User name (Latin letters and digits)</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>Version {number}</translation>
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
    <context>
        <name>Window</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>All commands</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Comparison</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connected</translation>
        </message>
        <message>
            <source>Connecting …</source>
            <translation>Connecting …</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Inbox</source>
            <extracomment>How often the connection is looked at, in milliseconds.</extracomment>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Larger document text</source>
            <translation>Larger document text</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Like the system</translation>
        </message>
        <message>
            <source>Mosharekat</source>
            <translation>Mosharekat</translation>
        </message>
        <message>
            <source>New petition</source>
            <translation>New petition</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>No connection</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>Public comments</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Read again</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Search: tracking code, name, words of a petition or article …</source>
            <translation>Search: tracking code, name, words of a petition or article …</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Smaller document text</source>
            <translation>Smaller document text</translation>
        </message>
        <message>
            <source>Switch person</source>
            <translation>Switch person</translation>
        </message>
        <message>
            <source>The connection is back.</source>
            <translation>The connection is back.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>database of this PC</source>
            <translation>database of this PC</translation>
        </message>
    </context>
</TS>
