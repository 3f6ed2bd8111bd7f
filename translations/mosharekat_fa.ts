<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_US">
    <context>
        <name>Calendar</name>
        <message>
            <source>Fr</source>
            <translation>ج</translation>
        </message>
        <message>
            <source>Mo</source>
            <translation>د</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>ماه بعد</translation>
        </message>
        <message>
            <source>Next year</source>
            <translation>سال بعد</translation>
        </message>
        <message>
            <source>Previous month</source>
            <extracomment>Columns count from Saturday; `date.weekday()` counts from Monday. Which days are shown as closed: the office's weekend and holidays where the caller knows them.</extracomment>
            <translation>ماه پیش</translation>
        </message>
        <message>
            <source>Previous year</source>
            <translation>سال پیش</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>ش</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>ی</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>پ</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>س</translation>
        </message>
        <message>
            <source>We</source>
            <translation>چ</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>حضوری</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>نامه</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>درگاه</translation>
        </message>
        <message>
            <source>Service desk</source>
            <translation>میز خدمت</translation>
        </message>
        <message>
            <source>Single window (Wafa)</source>
            <translation>پنجره واحد (وفا)</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>پیامک</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All commands</source>
            <translation>همه فرمان‌ها</translation>
        </message>
        <message>
            <source>No command has these words.</source>
            <translation>هیچ فرمانی این واژه‌ها را ندارد.</translation>
        </message>
        <message>
            <source>Type the name of a command</source>
            <translation>نام فرمان را بنویسید</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source> · </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 place in the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Annotate the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations: {n} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered</source>
            <translation>پاسخ داده شد</translation>
        </message>
        <message>
            <source>Applied</source>
            <translation>اعمال شد</translation>
        </message>
        <message>
            <source>As soon as a second one is imported, both can be compared here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach to the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Came from {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change {n} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an instrument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clause {label}</source>
            <extracomment>Words quoted in a summary; beyond this only their places are counted.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the list of annotations</source>
            <extracomment>An orphan is to be put on the selection; a place among the candidates was chosen. A new thread: its kind and its words.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed</source>
            <translation>تعطیل</translation>
        </message>
        <message>
            <source>Closed ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed: {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare something else</source>
            <extracomment>A menu of more instruments than this would not fit on the screen.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparison</source>
            <extracomment>What the program can read, for the file dialog.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparison of two texts</source>
            <extracomment>Pixels of what stands before a change that stay in sight when it is jumped to. The reader stands on another change. A fold was opened or closed, or the filter changed what is shown.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparison of {old} and {new} — {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deletion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences in spelling only: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismissed</source>
            <translation>کنار گذاشته شد</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export as HTML</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files from disk can't be annotated: they are not kept.</source>
            <extracomment>How many threads are open; something was done, in words.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insertion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It belongs to place {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Joining makes another word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moved and edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moved to {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New annotation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newer revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No annotations yet. Select words and press N.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No instrument has two revisions yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not compared: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found on either side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in {side}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <extracomment>Colour of the chip of each kind of thread (see `ui.widgets.chip.draw_chip`).</extracomment>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Nothing is being compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing substantive changed.</source>
            <extracomment>The reader went to a change, or a filter was set.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Objection</source>
            <translation>ایراد</translation>
        </message>
        <message>
            <source>Older revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question</source>
            <translation>پرسش</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revision {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the annotation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the provision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the words in the newer revision first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spelling only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stale reference: now {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>پیشنهاد عبارت</translation>
        </message>
        <message>
            <source>Text of the annotation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The annotation has its place again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The annotation was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The annotation was reopened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The annotation was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The comparison was written to {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file could not be written. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last revision beside the one before it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The newer text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The older text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The selection was copied.</source>
            <extracomment>An annotation is wanted on code points `[start, end)` of a side ("old" or "new"). A card was clicked; a card's offer to close its thread was clicked. Something was copied: the words for the message bar.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The texts could not be compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The words changed since; found again with {n}% confidence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These words are no longer in the text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These words were lost in {revision}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the same again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two files from disk</source>
            <extracomment>The number of the revision that the thread was read on.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two files from disk…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two places are about as good; which one is meant?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two revisions of an instrument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two revisions stand here side by side, with every change between them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do you want to say about it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word, ODT, HTML or text; you can also drop them here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comments in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drawings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>embedded objects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>endnotes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>footnotes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hidden text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in spelling, hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inserted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linked files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one stale reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page footers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page headers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>renumbered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>second file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stale references</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>table of contents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tracked changes (read as accepted)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{author}: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} of {article}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} articles without a change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} changes outside the filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} in spelling only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} places in the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} provisions without a change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} replies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} stale references</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seen} of {total} seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{new}” added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{old}” became “{new}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{old}” left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{title}” has only one revision</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>An error in the program</source>
            <translation>خطای برنامه</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>رونوشت جزئیات</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>ادامه کار</translation>
        </message>
        <message>
            <source>Incident {number}</source>
            <translation>رخداد {number}</translation>
        </message>
        <message>
            <source>Log file: {path}</source>
            <translation>پرونده رخدادنگار: {path}</translation>
        </message>
        <message>
            <source>The program ran into an error</source>
            <translation>برنامه به خطایی برخورد</translation>
        </message>
        <message>
            <source>This is a mistake of the program, not yours. What you were typing is still there; you can go on. If it happens again, give this number to the administrator.</source>
            <translation>این خطای برنامه است، نه شما. آنچه می‌نوشتید سر جایش است و می‌توانید ادامه دهید. اگر دوباره پیش آمد، این شماره را به راهبر سامانه بدهید.</translation>
        </message>
    </context>
    <context>
        <name>DateEdit</name>
        <message>
            <source>There is no such date. Type it as year/month/day.</source>
            <translation>چنین تاریخی نیست. به شکل سال/ماه/روز بنویسید.</translation>
        </message>
        <message>
            <source>year/month/day</source>
            <translation>سال/ماه/روز</translation>
        </message>
    </context>
    <context>
        <name>Disposition</name>
        <message>
            <source>Accepted</source>
            <translation>پذیرفته</translation>
        </message>
        <message>
            <source>Already covered</source>
            <translation>در متن هست</translation>
        </message>
        <message>
            <source>Out of scope</source>
            <translation>خارج از موضوع</translation>
        </message>
        <message>
            <source>Partly accepted</source>
            <translation>بخشی پذیرفته</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>رد</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source> or </source>
            <translation> یا </translation>
        </message>
        <message>
            <source>Somebody changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>در این میان کسی آن را تغییر داد. چیزی رونویسی نشد و نوشته شما مانده است.</translation>
        </message>
        <message>
            <source>Something unexpected happened. What you typed was kept; please try again.</source>
            <translation>چیزی پیش‌بینی‌نشده رخ داد. آنچه نوشته بودید نگه داشته شد؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>Stopped. {done} were done before and are kept.</source>
            <translation>متوقف شد. {done} مورد پیش از آن انجام شده و مانده است.</translation>
        </message>
        <message>
            <source>The command was not understood: {reason}</source>
            <translation>دستور فهمیده نشد: {reason}</translation>
        </message>
        <message>
            <source>The database is of a newer version than this program. Install the newer program.</source>
            <translation>پایگاه داده از این برنامه تازه‌تر است. نسخه تازه برنامه را نصب کنید.</translation>
        </message>
        <message>
            <source>The database “{where}” cannot be reached or is locked. Nothing was lost; try again.</source>
            <translation>پایگاه داده «{where}» در دسترس نیست یا قفل است. چیزی از دست نرفت؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>The database “{where}” is not prepared; run “mosharekat database init”.</source>
            <translation>پایگاه داده «{where}» آماده نشده است؛ دستور ⁦mosharekat database init⁩ را اجرا کنید.</translation>
        </message>
        <message>
            <source>The settings file could not be read; it was kept as “{kept}” and defaults are used.</source>
            <translation>پرونده تنظیمات خوانده نشد؛ با نام «{kept}» نگه داشته شد و پیش‌فرض‌ها به کار رفت.</translation>
        </message>
        <message>
            <source>There is no display to open a window on; “mosharekat demo --pictures DIR” works without one.</source>
            <translation>نمایشگری برای باز کردن پنجره نیست؛ ⁦mosharekat demo --pictures DIR⁩ بی‌نمایشگر کار می‌کند.</translation>
        </message>
        <message>
            <source>There is no {item} “{key}”.</source>
            <translation>{item} با نشان «{key}» پیدا نشد.</translation>
        </message>
        <message>
            <source>This account is disabled; ask the administrator.</source>
            <translation>این حساب غیرفعال است؛ با راهبر سامانه تماس بگیرید.</translation>
        </message>
        <message>
            <source>This takes another role: {who}.</source>
            <translation>این کار نقش دیگری می‌خواهد: {who}.</translation>
        </message>
        <message>
            <source>User name or password is wrong.</source>
            <translation>نام کاربری یا گذرواژه درست نیست.</translation>
        </message>
        <message>
            <source>annotation</source>
            <translation>حاشیه‌ای</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>نظری</translation>
        </message>
        <message>
            <source>draft document</source>
            <translation>پیش‌نویسی</translation>
        </message>
        <message>
            <source>person</source>
            <translation>کسی</translation>
        </message>
        <message>
            <source>petition</source>
            <translation>درخواستی</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>نسخه‌ای</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>واحدی</translation>
        </message>
        <message>
            <source>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>در این میان {who} آن را تغییر داد. چیزی رونویسی نشد و نوشته شما مانده است.</translation>
        </message>
        <message>
            <source>“{name}” is taken; choose another name.</source>
            <translation>«{name}» پیش‌تر گرفته شده است؛ نام دیگری برگزینید.</translation>
        </message>
        <message>
            <source>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</source>
            <translation>«{where}» روی پوشه شبکه است و پرونده SQLite آنجا آسیب می‌بیند. از PostgreSQL استفاده کنید.</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>about</source>
            <translation>درباره</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>کانال</translation>
        </message>
        <message>
            <source>date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>date received</source>
            <translation>تاریخ دریافت</translation>
        </message>
        <message>
            <source>duplicate of</source>
            <translation>تکراری با</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>full name</source>
            <translation>نام و نام خانوادگی</translation>
        </message>
        <message>
            <source>group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>identifier</source>
            <translation>شناسه</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>letter number</source>
            <translation>شماره نامه</translation>
        </message>
        <message>
            <source>message</source>
            <translation>پیام</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>تلفن همراه</translation>
        </message>
        <message>
            <source>month</source>
            <translation>ماه</translation>
        </message>
        <message>
            <source>name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>national ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <source>note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>number of days</source>
            <translation>شمار روزها</translation>
        </message>
        <message>
            <source>office name</source>
            <translation>نام اداره</translation>
        </message>
        <message>
            <source>order note</source>
            <translation>هامش</translation>
        </message>
        <message>
            <source>password</source>
            <translation>گذرواژه</translation>
        </message>
        <message>
            <source>provision</source>
            <translation>ماده</translation>
        </message>
        <message>
            <source>quoted phrase</source>
            <translation>عبارت</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>reply</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>نسخه</translation>
        </message>
        <message>
            <source>satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>unit name</source>
            <translation>نام واحد</translation>
        </message>
        <message>
            <source>user name</source>
            <translation>نام کاربری</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>The characters of “{name}” cannot be made out: it is damaged or in an unknown encoding. Save it as UTF-8.</source>
            <translation>نویسه‌های «{name}» شناخته نشد: پرونده آسیب دیده یا رمزگذاری نویسه‌هایش ناشناخته است. آن را با UTF-8 ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” could not be opened. Close it in other programs, check that you may read it, and try again.</source>
            <translation>«{name}» باز نشد. آن را در برنامه‌های دیگر ببندید، ببینید اجازهٔ خواندنش را دارید، و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <source>“{name}” has more than {limit} characters of text. Split it into parts and read them one by one.</source>
            <translation>متن «{name}» بیش از {limit} نویسه است. آن را چند بخش کنید و بخش‌ها را یکی‌یکی بخوانید.</translation>
        </message>
        <message>
            <source>“{name}” has no text in it; perhaps its pages are pictures. Run text recognition (OCR) and save it again.</source>
            <translation>«{name}» متنی ندارد؛ شاید صفحه‌هایش تصویر باشد. با نویسه‌خوان (OCR) به متن تبدیلش کنید و دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” holds declarations that no office program writes, and was refused. Ask for a clean copy.</source>
            <translation>«{name}» چیزهایی را تعریف می‌کند که هیچ برنامهٔ اداری نمی‌نویسد، و پذیرفته نشد. نسخهٔ سالم بخواهید.</translation>
        </message>
        <message>
            <source>“{name}” is a PDF. Open it in Word and save it as DOCX; if it is a scan, run text recognition (OCR) on it first and save the result as DOCX or TXT.</source>
            <translation>«{name}» پروندهٔ PDF است. آن را در Word باز کنید و با قالب DOCX ذخیره کنید؛ اگر اسکن است، نخست با نویسه‌خوان (OCR) به متن تبدیلش کنید و با قالب DOCX یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is a folder, not a file. Choose a file inside it.</source>
            <translation>«{name}» پوشه است، نه پرونده. یکی از پرونده‌های درون آن را برگزینید.</translation>
        </message>
        <message>
            <source>“{name}” is a picture. Run text recognition (OCR) on it and save the result as DOCX or TXT.</source>
            <translation>«{name}» تصویر است. با نویسه‌خوان (OCR) به متن تبدیلش کنید و با قالب DOCX یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is a rich text file (RTF). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>«{name}» پروندهٔ متن غنی (RTF) است. آن را در Word باز کنید و با «Save as» و گونهٔ ‎.docx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is damaged or incomplete. Copy it again from where it came, or save it again.</source>
            <translation>«{name}» آسیب دیده یا ناقص است. آن را دوباره از جای اصلی کپی یا دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is empty. Ask for the file again, or save it again in the program it was written in.</source>
            <translation>«{name}» خالی است. پرونده را دوباره بخواهید یا در برنامه‌ای که با آن نوشته شده دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is in Excel's old format (.xls). Open it in Excel, choose “Save as” and the type .xlsx.</source>
            <translation>«{name}» قالب قدیمی Excel‏ (‎.xls) دارد. آن را در Excel باز کنید و با «Save as» و گونهٔ ‎.xlsx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is in Word's old format (.doc). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>«{name}» قالب قدیمی Word‏ (‎.doc) دارد. آن را در Word باز کنید و با «Save as» و گونهٔ ‎.docx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} megabytes. Remove pictures from it or split it, and try again.</source>
            <translation>«{name}» از {limit} مگابایت بزرگ‌تر است. تصویرهایش را بردارید یا آن را چند بخش کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named DOCX, but is no Word document. Save it as DOCX in the program it was written in.</source>
            <translation>نام «{name}» پسوند DOCX دارد، ولی سند Word نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب DOCX ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named HTML, but is no web page. Save the page again from the browser, or rename the file.</source>
            <translation>نام «{name}» پسوند HTML دارد، ولی صفحهٔ وب نیست. صفحه را دوباره از مرورگر ذخیره کنید یا نام پرونده را درست کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named ODT, but is no OpenDocument text. Save it as ODT in the program it was written in.</source>
            <translation>نام «{name}» پسوند ODT دارد، ولی متن OpenDocument نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب ODT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named XLSX, but is no Excel workbook. Save it as XLSX in the program it was written in.</source>
            <translation>نام «{name}» پسوند XLSX دارد، ولی کارپوشهٔ Excel نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب XLSX ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is no plain text, but binary data. Save the document as DOCX or as plain text (UTF-8).</source>
            <translation>«{name}» متن ساده نیست و دادهٔ دودویی است. سند را با قالب DOCX یا متن سادهٔ UTF-8 ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is not of a kind that can be read here. Save it as DOCX, ODT, HTML or TXT.</source>
            <translation>«{name}» از گونه‌هایی نیست که در اینجا خوانده می‌شود. آن را با قالب DOCX، ODT، HTML یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is not there (any more). Check the folder and the name, and choose it again.</source>
            <translation>«{name}» دیگر در آنجا نیست. پوشه و نام پرونده را بررسی کنید و دوباره آن را برگزینید.</translation>
        </message>
        <message>
            <source>“{name}” is protected by a password. Open it with the password, remove the protection and save it.</source>
            <translation>«{name}» گذرواژه دارد. آن را با گذرواژه باز کنید، حفاظت را بردارید و ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” points to places outside itself, and was refused. Ask its sender for a clean copy.</source>
            <translation>«{name}» به جایی بیرون از خود اشاره می‌کند و پذیرفته نشد. از فرستنده نسخهٔ سالم بخواهید.</translation>
        </message>
        <message>
            <source>“{name}” would grow far too large when opened, and was refused. Ask its sender what it is.</source>
            <translation>«{name}» هنگام باز شدن بیش از اندازه بزرگ می‌شد و پذیرفته نشد. از فرستنده بپرسید که چیست.</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Artist</source>
            <translation>هنرمند</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>شهروند</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>صاحب‌نظر</translation>
        </message>
        <message>
            <source>Institute</source>
            <translation>مؤسسه</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>رسانه</translation>
        </message>
        <message>
            <source>Public body</source>
            <translation>دستگاه دولتی</translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation>ناشر</translation>
        </message>
    </context>
    <context>
        <name>Inbox</name>
        <message>
            <source>Assignee</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deadline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deadline passed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation>گونه</translation>
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>In a narrow window these go first.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>Subject and first words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Until the end of this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a deadline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clock stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no assignee</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no deadline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unread</source>
            <extracomment>What the delegate paints from: a `PetitionRow`, or None while it is being read. Texts of the model are at most this long: a longer one costs a repaint dearly. The list stands; the place of the petition that was to be kept, or None.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unrouted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} days late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} days left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InstrumentKind</name>
        <message>
            <source>Bill</source>
            <translation>لایحه</translation>
        </message>
        <message>
            <source>Bylaw</source>
            <translation>آیین‌نامه</translation>
        </message>
        <message>
            <source>Circular</source>
            <translation>بخشنامه</translation>
        </message>
        <message>
            <source>Directive</source>
            <translation>دستورالعمل</translation>
        </message>
        <message>
            <source>Draft cabinet bylaw</source>
            <translation>پیش‌نویس آیین‌نامه هیئت دولت</translation>
        </message>
        <message>
            <source>Executive criteria</source>
            <translation>ضوابط اجرایی</translation>
        </message>
        <message>
            <source>Licensing directive</source>
            <translation>دستورالعمل صدور مجوز</translation>
        </message>
        <message>
            <source>Service directive</source>
            <translation>دستورالعمل ارائه خدمت</translation>
        </message>
    </context>
    <context>
        <name>InstrumentStatus</name>
        <message>
            <source>Drafting</source>
            <translation>تدوین</translation>
        </message>
        <message>
            <source>Legal review</source>
            <translation>بررسی حقوقی</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>در معرض نقد</translation>
        </message>
        <message>
            <source>Promulgated</source>
            <translation>ابلاغ‌شده</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>آماده</translation>
        </message>
        <message>
            <source>Revising</source>
            <translation>اصلاح</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>ارسال‌شده</translation>
        </message>
        <message>
            <source>Window closed</source>
            <translation>پایان مهلت</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>منتفی</translation>
        </message>
    </context>
    <context>
        <name>Kind</name>
        <message>
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <source>Criticism</source>
            <translation>انتقاد</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>درخواست</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>پیشنهاد</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>بستن پیام</translation>
        </message>
        <message>
            <source>Undo</source>
            <extracomment>How long a sentence about something done stays, in milliseconds: time to read it and to reach undo.</extracomment>
            <translation>بازگرداندن</translation>
        </message>
    </context>
    <context>
        <name>Monthly report</name>
        <message>
            <source>Against the month before and last year</source>
            <translation>در سنجش با ماه پیش و سال پیش</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>کانال</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>تعطیل</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>تصویب‌نامه</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</source>
            <translation>میانه زمان رسیدگی {median} روز و صدک نودم آن {ninetieth} روز بود.</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>In {month}, {received} petitions were received and {resolved} were resolved. At the end of the month {open} were open, of which {late} were past their deadline.</source>
            <translation>در {month}، {received} درخواست مردمی رسید و {resolved} مورد رسیدگی شد. در پایان ماه {open} مورد باز ماند که مهلت {late} مورد آن گذشته بود.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>گونه</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>دیرکرد</translation>
        </message>
        <message>
            <source>Mark {mark}</source>
            <translation>نمره {mark}</translation>
        </message>
        <message>
            <source>Median (days)</source>
            <translation>میانه (روز)</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>ماه</translation>
        </message>
        <message>
            <source>Monthly report</source>
            <translation>گزارش ماهانه</translation>
        </message>
        <message>
            <source>Monthly report on public participation</source>
            <translation>گزارش ماهانه مشارکت مردمی</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Ninth tenth (days)</source>
            <translation>صدک ۹۰ (روز)</translation>
        </message>
        <message>
            <source>No draft was open to the public in this month.</source>
            <translation>در این ماه پیش‌نویسی در معرض نقد نبود.</translation>
        </message>
        <message>
            <source>Nobody was asked in this month.</source>
            <translation>در این ماه از کسی پرسیده نشد.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>ارجاع‌نشده</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>بخش</translation>
        </message>
        <message>
            <source>Petitions by channel</source>
            <translation>درخواست‌ها به تفکیک کانال</translation>
        </message>
        <message>
            <source>Petitions by kind</source>
            <translation>درخواست‌ها به تفکیک گونه</translation>
        </message>
        <message>
            <source>Petitions by unit</source>
            <translation>درخواست‌ها به تفکیک واحد</translation>
        </message>
        <message>
            <source>Public consultations</source>
            <translation>فراخوان‌های نقد و نظر</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <translation>رسیده و رسیدگی‌شده در هر روز</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>رسیدگی‌شده</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضع</translation>
        </message>
        <message>
            <source>That is as many as in the month before.</source>
            <translation>شمار رسیده‌ها با ماه پیش برابر است.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the month before.</source>
            <translation>شمار رسیده‌ها {percent} درصد کمتر از ماه پیش است.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the month before.</source>
            <translation>شمار رسیده‌ها {percent} درصد بیش از ماه پیش است.</translation>
        </message>
        <message>
            <source>There is no month before to compare with.</source>
            <translation>ماه پیشینی برای سنجش در دست نیست.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>بازه نقد</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>همه واحدها</translation>
        </message>
        <message>
            <source>{count} petitioners answered; the mean is {mean} of 5.</source>
            <translation>{count} متقاضی پاسخ دادند؛ میانگین {mean} از ۵ است.</translation>
        </message>
        <message>
            <source>{month}, {scope}</source>
            <translation>{month}، {scope}</translation>
        </message>
    </context>
    <context>
        <name>Move</name>
        <message>
            <source>Archive</source>
            <translation>بایگانی</translation>
        </message>
        <message>
            <source>Close without answer</source>
            <translation>بستن بی‌پاسخ</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>ادامه کار</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>واگذاری به همکار</translation>
        </message>
        <message>
            <source>Refer</source>
            <translation>ارجاع</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>رسیدگی شد</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>عودت</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>بازگرداندن برای اصلاح</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <translation>فرستادن برای تأیید</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>برداشتن</translation>
        </message>
        <message>
            <source>Wait for petitioner</source>
            <translation>انتظار</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>nearest deadline</source>
            <translation>نزدیک‌ترین مهلت</translation>
        </message>
        <message>
            <source>newest first</source>
            <translation>تازه‌ترین</translation>
        </message>
        <message>
            <source>oldest first</source>
            <translation>قدیمی‌ترین</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Answered</source>
            <translation>پاسخ داده شد</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>تکراری</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>پذیرفته شد</translation>
        </message>
        <message>
            <source>Inadmissible</source>
            <translation>مردود</translation>
        </message>
        <message>
            <source>Partly granted</source>
            <translation>بخشی پذیرفته شد</translation>
        </message>
        <message>
            <source>Passed on to another body</source>
            <translation>ارجاع به مرجع دیگر</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>رد شد</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>انصراف</translation>
        </message>
    </context>
    <context>
        <name>PDF page</name>
        <message>
            <source>Page {number} of {total}</source>
            <translation>صفحهٔ {number} از {total}</translation>
        </message>
        <message>
            <source>Participation desk</source>
            <translation>میز مشارکت</translation>
        </message>
    </context>
    <context>
        <name>Placement</name>
        <message>
            <source>Moved along</source>
            <translation>جابه‌جا شده</translation>
        </message>
        <message>
            <source>Place lost</source>
            <translation>بی‌جا مانده</translation>
        </message>
        <message>
            <source>Same place</source>
            <translation>همان‌جا</translation>
        </message>
        <message>
            <source>Several places fit</source>
            <translation>چند جای ممکن</translation>
        </message>
        <message>
            <source>Words changed</source>
            <translation>عبارت تغییر کرده</translation>
        </message>
    </context>
    <context>
        <name>Purpose</name>
        <message>
            <source>For action</source>
            <translation>برای اقدام</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>جهت اطلاع</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>A mobile number has eleven digits and begins with 09: {value}.</source>
            <translation>تلفن همراه یازده رقم است و با ۰۹ آغاز می‌شود: {value}.</translation>
        </message>
        <message>
            <source>A national ID has ten digits.</source>
            <translation>کد ملی ده رقم دارد.</translation>
        </message>
        <message>
            <source>A tracking code has twelve digits.</source>
            <translation>کد رهگیری دوازده رقم دارد.</translation>
        </message>
        <message>
            <source>A user name has 2 to 59 small Latin letters, digits, dots or dashes.</source>
            <translation>نام کاربری از ۲ تا ۵۹ نویسه لاتین کوچک، رقم، نقطه یا خط تیره است.</translation>
        </message>
        <message>
            <source>The check digit of the field “{field}” is wrong: {value}.</source>
            <translation>رقم کنترل «{field}» درست نیست: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” has a value that is not known: {value}.</source>
            <translation>مقدار «{field}» شناخته نیست: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” is empty.</source>
            <translation>«{field}» خالی است.</translation>
        </message>
        <message>
            <source>The field “{field}” is out of range.</source>
            <translation>«{field}» بیرون از بازه مجاز است.</translation>
        </message>
        <message>
            <source>The field “{field}” is too long.</source>
            <translation>«{field}» بیش از اندازه بلند است.</translation>
        </message>
        <message>
            <source>The password has at least {minimum} characters.</source>
            <translation>گذرواژه دست‌کم {minimum} نویسه دارد.</translation>
        </message>
        <message>
            <source>There is no such date: {value}.</source>
            <translation>چنین تاریخی وجود ندارد: {value}.</translation>
        </message>
        <message>
            <source>This is not an e-mail address: {value}.</source>
            <translation>این نشانی رایانامه درست نیست: {value}.</translation>
        </message>
        <message>
            <source>“{value}” is not a date; write it like 1405/09/03.</source>
            <translation>«{value}» تاریخ نیست؛ مانند ۱۴۰۵/۰۹/۰۳ بنویسید.</translation>
        </message>
        <message>
            <source>“{value}” is not a month; write it like 1405-08.</source>
            <translation>«{value}» ماه نیست؛ مانند ۱۴۰۵-۰۸ بنویسید.</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>Administrator</source>
            <translation>راهبر سامانه</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Legal reviewer</source>
            <translation>کارشناس حقوقی</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>مدیر</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</source>
            <translation>شکایت را کارشناس خودش نمی‌بندد؛ همکار یا مدیر آن را می‌بندد.</translation>
        </message>
        <message>
            <source>An item is not a duplicate of itself; give the other one's tracking code.</source>
            <translation>هیچ موردی تکراری خودش نیست؛ کد رهگیری مورد دیگر را بنویسید.</translation>
        </message>
        <message>
            <source>Another unit still holds it for action; it can be resolved when that referral has come back.</source>
            <translation>هنوز واحد دیگری آن را برای اقدام در دست دارد؛ پس از بازگشت ارجاع بسته می‌شود.</translation>
        </message>
        <message>
            <source>Answers of this unit wait for its manager: send the reply for approval.</source>
            <translation>پاسخ‌های این واحد با تأیید مدیر است؛ پاسخ را برای تأیید بفرستید.</translation>
        </message>
        <message>
            <source>It is in this unit already.</source>
            <translation>درخواست هم‌اکنون در همین واحد است.</translation>
        </message>
        <message>
            <source>Only a clerk of the same unit can take it over.</source>
            <translation>تنها کارشناس همین واحد می‌تواند آن را تحویل بگیرد.</translation>
        </message>
        <message>
            <source>Sample data goes into an empty database only; this one holds petitions.</source>
            <translation>داده نمونه تنها در پایگاه خالی ریخته می‌شود؛ این پایگاه درخواست دارد.</translation>
        </message>
        <message>
            <source>The annotation was made on a later revision than the one shown.</source>
            <translation>این حاشیه روی نسخه‌ای تازه‌تر از نسخه نمایش‌داده نوشته شده است.</translation>
        </message>
        <message>
            <source>The document has no text yet; import its first revision.</source>
            <translation>سند هنوز متنی ندارد؛ نخست نسخه اول را وارد کنید.</translation>
        </message>
        <message>
            <source>The first administrator exists already; sign in.</source>
            <translation>راهبر نخست پیش‌تر ساخته شده است؛ وارد شوید.</translation>
        </message>
        <message>
            <source>The last administrator can be neither disabled nor demoted.</source>
            <translation>آخرین راهبر را نمی‌توان غیرفعال کرد یا نقشش را گرفت.</translation>
        </message>
        <message>
            <source>The text is the same as the last revision; nothing was added.</source>
            <translation>متن با نسخه پیشین یکی است؛ نسخه‌ای افزوده نشد.</translation>
        </message>
        <message>
            <source>There is nothing of yours to take back: somebody built on it.</source>
            <translation>چیزی برای بازگرداندن نیست؛ پس از آن کار دیگری انجام شده است.</translation>
        </message>
        <message>
            <source>This cannot be done in the state that the item is in now.</source>
            <translation>در وضعیت کنونی این کار شدنی نیست.</translation>
        </message>
        <message>
            <source>This document is finished; it takes no more revisions.</source>
            <translation>کار این سند پایان یافته است و نسخه تازه نمی‌پذیرد.</translation>
        </message>
        <message>
            <source>This item is registered already.</source>
            <translation>این مورد پیش‌تر ثبت شده است.</translation>
        </message>
        <message>
            <source>Your role does not allow this here.</source>
            <translation>نقش شما اجازه این کار را در این واحد نمی‌دهد.</translation>
        </message>
    </context>
    <context>
        <name>Scope</name>
        <message>
            <source>are closed</source>
            <translation>بسته شده‌اند</translation>
        </message>
        <message>
            <source>are open</source>
            <translation>باز هستند</translation>
        </message>
        <message>
            <source>are open or closed</source>
            <translation>باز یا بسته‌اند</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Choose a user name.</source>
            <translation>یک نام کاربری برگزینید.</translation>
        </message>
        <message>
            <source>Enter your full name.</source>
            <translation>نام و نام خانوادگی را بنویسید.</translation>
        </message>
        <message>
            <source>Every word that arrives has a code and an answer.</source>
            <translation>هر سخنی که می‌رسد، کدی دارد و پاسخی.</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>نام و نام خانوادگی</translation>
        </message>
        <message>
            <source>General Directorate of Culture and Islamic Guidance of Tehran Province</source>
            <translation>اداره کل فرهنگ و ارشاد اسلامی استان تهران</translation>
        </message>
        <message>
            <source>If you have lost your password, ask the system administrator.</source>
            <translation>برای بازیابی گذرواژه با راهبر سامانه تماس بگیرید.</translation>
        </message>
        <message>
            <source>Make the account and begin</source>
            <translation>ساخت حساب و آغاز کار</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>گذرواژه</translation>
        </message>
        <message>
            <source>Password (at least {count} characters)</source>
            <translation>گذرواژه (دست‌کم {count} نویسه)</translation>
        </message>
        <message>
            <source>Password once more</source>
            <translation>تکرار گذرواژه</translation>
        </message>
        <message>
            <source>Remember me on this computer</source>
            <translation>مرا روی این رایانه به یاد بسپار</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>ورود</translation>
        </message>
        <message>
            <source>The eye shows the password</source>
            <translation>چشم، گذرواژه را نشان می‌دهد</translation>
        </message>
        <message>
            <source>The keyboard is Persian</source>
            <translation>صفحه‌کلید فارسی است</translation>
        </message>
        <message>
            <source>The password is too long for this computer's store; it was not kept.</source>
            <translation>گذرواژه برای انبار این رایانه بلند است؛ نگه داشته نشد.</translation>
        </message>
        <message>
            <source>The two passwords differ. Type them again.</source>
            <translation>دو گذرواژه یکی نیستند. دوباره بنویسید.</translation>
        </message>
        <message>
            <source>This computer has no store for passwords; you will be asked for yours next time.</source>
            <translation>این رایانه جایی برای نگهداری گذرواژه ندارد؛ بار بعد هم گذرواژه پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This computer's store did not keep the password; you will be asked again.</source>
            <translation>انبار گذرواژه این رایانه آن را نگه نداشت؛ بار بعد هم پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This database is new. Who looks after it?</source>
            <translation>این پایگاه تازه است. راهبر آن کیست؟</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>User name</source>
            <extracomment>The rule of the accounts service, told before it is broken.</extracomment>
            <translation>نام کاربری</translation>
        </message>
        <message>
            <source>User name (Latin letters and digits)</source>
            <translation>نام کاربری (حروف و رقم لاتین)</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>نسخه {number}</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Archived</source>
            <translation>بایگانی</translation>
        </message>
        <message>
            <source>Awaiting approval</source>
            <translation>در انتظار تأیید</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>در دست اقدام</translation>
        </message>
        <message>
            <source>Referred</source>
            <translation>ارجاع‌شده</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>ثبت‌شده</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>رسیدگی‌شده</translation>
        </message>
        <message>
            <source>Waiting for petitioner</source>
            <translation>در انتظار متقاضی</translation>
        </message>
    </context>
    <context>
        <name>ThreadKind</name>
        <message>
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>ایراد</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>پرسش</translation>
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>پیشنهاد عبارت</translation>
        </message>
    </context>
    <context>
        <name>ThreadOutcome</name>
        <message>
            <source>Answered</source>
            <translation>پاسخ داده شد</translation>
        </message>
        <message>
            <source>Applied</source>
            <translation>اعمال شد</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>کنار گذاشته شد</translation>
        </message>
    </context>
    <context>
        <name>ThreadStatus</name>
        <message>
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>بسته</translation>
        </message>
    </context>
    <context>
        <name>Track</name>
        <message>
            <source>Track A, ends in promulgation</source>
            <translation>مسیر الف، پایان با ابلاغ</translation>
        </message>
        <message>
            <source>Track B, ends in submission</source>
            <translation>مسیر ب، پایان با ارسال</translation>
        </message>
    </context>
    <context>
        <name>Urgency</name>
        <message>
            <source>Immediate</source>
            <translation>آنی</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>عادی</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>فوری</translation>
        </message>
    </context>
    <context>
        <name>View</name>
        <message>
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>دیرکرد</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>من</translation>
        </message>
        <message>
            <source>My unit</source>
            <translation>واحد من</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>این هفته</translation>
        </message>
        <message>
            <source>Unrouted</source>
            <translation>بی‌ارجاع</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>در انتظار</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>مدیریت</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>همه فرمان‌ها</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>بازگشت</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>مقایسه</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>متصل</translation>
        </message>
        <message>
            <source>Connecting …</source>
            <translation>در حال اتصال …</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>تیره</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>جلو</translation>
        </message>
        <message>
            <source>Inbox</source>
            <extracomment>How often the connection is looked at, in milliseconds.</extracomment>
            <translation>کارتابل</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>زبان</translation>
        </message>
        <message>
            <source>Larger document text</source>
            <translation>درشت‌تر کردن متن سند</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>روشن</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>مانند سیستم</translation>
        </message>
        <message>
            <source>Mosharekat</source>
            <translation>میز مشارکت</translation>
        </message>
        <message>
            <source>New petition</source>
            <translation>ثبت درخواست</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>ارتباط قطع است</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>نظرهای مردم</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>تازه‌سازی</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>گزارش‌ها</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>جست‌وجو در همه چیز</translation>
        </message>
        <message>
            <source>Search: tracking code, name, words of a petition or article …</source>
            <translation>جست‌وجو: کد رهگیری، نام، متن نامه یا ماده …</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>خروج</translation>
        </message>
        <message>
            <source>Smaller document text</source>
            <translation>ریزتر کردن متن سند</translation>
        </message>
        <message>
            <source>Switch person</source>
            <translation>تغییر کاربر</translation>
        </message>
        <message>
            <source>The connection is back.</source>
            <translation>ارتباط دوباره برقرار شد.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>پوسته</translation>
        </message>
        <message>
            <source>database of this PC</source>
            <translation>پایگاه همین رایانه</translation>
        </message>
    </context>
</TS>
