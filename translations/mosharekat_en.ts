<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>Administration</name>
        <message>
            <source>A leaver's work</source>
            <translation>A leaver's work</translation>
        </message>
        <message>
            <source>A one-time password is made when the account is saved.</source>
            <translation>A one-time password is made when the account is saved.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Address of the empty database</source>
            <translation>Address of the empty database</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Another role</source>
            <translation>Another role</translation>
        </message>
        <message>
            <source>Answers go out at once</source>
            <translation>Answers go out at once</translation>
        </message>
        <message>
            <source>Answers wait for approval</source>
            <translation>Answers wait for approval</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Back up now…</source>
            <translation>Back up now…</translation>
        </message>
        <message>
            <source>Back-up</source>
            <translation>Back-up</translation>
        </message>
        <message>
            <source>Backing up into {name} …</source>
            <translation>Backing up into {name} …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cannot sign in.</source>
            <translation>Cannot sign in.</translation>
        </message>
        <message>
            <source>Choose a folder, and the line stands here.</source>
            <translation>Choose a folder, and the line stands here.</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>Choose a picture…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Copy the line</source>
            <translation>Copy the line</translation>
        </message>
        <message>
            <source>Copy to a department server</source>
            <translation>Copy to a department server</translation>
        </message>
        <message>
            <source>Copy to a department server…</source>
            <translation>Copy to a department server…</translation>
        </message>
        <message>
            <source>Copying to the server …</source>
            <translation>Copying to the server …</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Days that are not counted where a deadline counts working days.</source>
            <translation>Days that are not counted where a deadline counts working days.</translation>
        </message>
        <message>
            <source>Days until a back-up is called old</source>
            <translation>Days until a back-up is called old</translation>
        </message>
        <message>
            <source>Deputies</source>
            <translation>Deputies</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>Disabled</translation>
        </message>
        <message>
            <source>Empty until you enter it: it is never printed before that.</source>
            <translation>Empty until you enter it: it is never printed before that.</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>Every day by itself</source>
            <translation>Every day by itself</translation>
        </message>
        <message>
            <source>Everybody works in one shared database; who did what stands in its history.</source>
            <translation>Everybody works in one shared database; who did what stands in its history.</translation>
        </message>
        <message>
            <source>Everything is copied, history included, and compared row by row. The database here stays as it is; nobody should work in it meanwhile.</source>
            <translation>Everything is copied, history included, and compared row by row. The database here stays as it is; nobody should work in it meanwhile.</translation>
        </message>
        <message>
            <source>First line: the ministry</source>
            <translation>First line: the ministry</translation>
        </message>
        <message>
            <source>Folder of the daily back-ups</source>
            <translation>Folder of the daily back-ups</translation>
        </message>
        <message>
            <source>Forgotten password?</source>
            <translation>Forgotten password?</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Further down</source>
            <translation>Further down</translation>
        </message>
        <message>
            <source>Further up</source>
            <translation>Further up</translation>
        </message>
        <message>
            <source>Give this line to the system's scheduler</source>
            <translation>Give this line to the system's scheduler</translation>
        </message>
        <message>
            <source>Hand their work over…</source>
            <translation>Hand their work over…</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Holidays</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Hour</translation>
        </message>
        <message>
            <source>I have passed it on</source>
            <translation>I have passed it on</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>It makes a checked back-up and takes away only older ones that it made itself. On PostgreSQL the password comes from the keyring of the user under whom it runs.</source>
            <translation>It makes a checked back-up and takes away only older ones that it made itself. On PostgreSQL the password comes from the keyring of the user under whom it runs.</translation>
        </message>
        <message>
            <source>Its answers wait for the manager's approval</source>
            <translation>Its answers wait for the manager's approval</translation>
        </message>
        <message>
            <source>Its history does not hold in {count} places; each stays named.</source>
            <translation>Its history does not hold in {count} places; each stays named.</translation>
        </message>
        <message>
            <source>Keep the newest</source>
            <translation>Keep the newest</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Last good back-up</source>
            <translation>Last good back-up</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>Letterhead</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Locked</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Logo of the letterhead</source>
            <extracomment>The box in which it is printed, somewhat larger.</extracomment>
            <translation>Logo of the letterhead</translation>
        </message>
        <message>
            <source>May sign in</source>
            <translation>May sign in</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Most megabytes of an attachment</source>
            <translation>Most megabytes of an attachment</translation>
        </message>
        <message>
            <source>Name of the unit</source>
            <translation>Name of the unit</translation>
        </message>
        <message>
            <source>Name, user name, role</source>
            <translation>Name, user name, role</translation>
        </message>
        <message>
            <source>New one-time password…</source>
            <translation>New one-time password…</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>New person</translation>
        </message>
        <message>
            <source>New unit</source>
            <translation>New unit</translation>
        </message>
        <message>
            <source>No logo is printed from now on.</source>
            <translation>No logo is printed from now on.</translation>
        </message>
        <message>
            <source>No logo: the mark of the program is printed in its place.</source>
            <translation>No logo: the mark of the program is printed in its place.</translation>
        </message>
        <message>
            <source>Nobody has an account yet</source>
            <translation>Nobody has an account yet</translation>
        </message>
        <message>
            <source>Not in use</source>
            <translation>Not in use</translation>
        </message>
        <message>
            <source>Nothing fits “{query}”.</source>
            <extracomment>The mark of a row that is a heading over those that follow; nobody chooses it. A word in a chip; where it is empty, one that is not in use says so.</extracomment>
            <translation>Nothing fits “{query}”.</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>Number of the decree</translation>
        </message>
        <message>
            <source>Numbering</source>
            <translation>Numbering</translation>
        </message>
        <message>
            <source>Numbers that nobody may guess</source>
            <translation>Numbers that nobody may guess</translation>
        </message>
        <message>
            <source>One-time password</source>
            <translation>One-time password</translation>
        </message>
        <message>
            <source>Outcomes</source>
            <translation>Outcomes</translation>
        </message>
        <message>
            <source>PNG or JPEG; it stands in the middle of the letterhead.</source>
            <translation>PNG or JPEG; it stands in the middle of the letterhead.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Pattern of letter numbers</source>
            <translation>Pattern of letter numbers</translation>
        </message>
        <message>
            <source>Pattern of registry numbers</source>
            <translation>Pattern of registry numbers</translation>
        </message>
        <message>
            <source>People</source>
            <extracomment>What managers find who administer nothing. And managers of the whole office besides: an administrator without a desk takes nothing in. The sections that are lists to add to; their tab counts what is in use.</extracomment>
            <translation>People</translation>
        </message>
        <message>
            <source>Phone line for the public</source>
            <translation>Phone line for the public</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Print no logo</source>
            <translation>Print no logo</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>Restore…</translation>
        </message>
        <message>
            <source>Restoring {name} …</source>
            <translation>Restoring {name} …</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>SMS number</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Save the settings</source>
            <extracomment>By `date.weekday()`, in the order of the Persian week.</extracomment>
            <translation>Save the settings</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <translation>Saved replies</translation>
        </message>
        <message>
            <source>Second line: the office</source>
            <translation>Second line: the office</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>Set a one-time password</source>
            <translation>Set a one-time password</translation>
        </message>
        <message>
            <source>Settings of the office</source>
            <translation>Settings of the office</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Short name</translation>
        </message>
        <message>
            <source>Size of the file</source>
            <translation>Size of the file</translation>
        </message>
        <message>
            <source>So many are petitions of their own; what comes beyond that is gathered in one more, and stays readable.</source>
            <translation>So many are petitions of their own; what comes beyond that is gathered in one more, and stays readable.</translation>
        </message>
        <message>
            <source>Somebody changed the history of this database without the program. Nothing was carried over. It can be taken over as it stands: every place that does not hold stays named, and that you took it over is written into the history.</source>
            <translation>Somebody changed the history of this database without the program. Nothing was carried over. It can be taken over as it stands: every place that does not hold stays named, and that you took it over is written into the history.</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>Still has a one-time password: a new one is asked for at sign-in.</source>
            <translation>Still has a one-time password: a new one is asked for at sign-in.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>Stopping …</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Take it over as it stands</source>
            <translation>Take it over as it stands</translation>
        </message>
        <message>
            <source>Take this role away</source>
            <translation>Take this role away</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>Text messages</translation>
        </message>
        <message>
            <source>Text messages of one number in an hour</source>
            <translation>Text messages of one number in an hour</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Texts</translation>
        </message>
        <message>
            <source>The 123rd letter of the year: {number}</source>
            <translation>The 123rd letter of the year: {number}</translation>
        </message>
        <message>
            <source>The 123rd petition of the year: {number}</source>
            <translation>The 123rd petition of the year: {number}</translation>
        </message>
        <message>
            <source>The account of {name} was saved.</source>
            <translation>The account of {name} was saved.</translation>
        </message>
        <message>
            <source>The back-up to restore</source>
            <translation>The back-up to restore</translation>
        </message>
        <message>
            <source>The back-up {name} was made and checked: {size} MB.</source>
            <translation>The back-up {name} was made and checked: {size} MB.</translation>
        </message>
        <message>
            <source>The database of one PC is evidence and convenience, not a guard: whoever owns the file can read it. For many clerks use PostgreSQL.</source>
            <translation>The database of one PC is evidence and convenience, not a guard: whoever owns the file can read it. For many clerks use PostgreSQL.</translation>
        </message>
        <message>
            <source>The line is on the clipboard.</source>
            <translation>The line is on the clipboard.</translation>
        </message>
        <message>
            <source>The logo cannot be read any more: choose it again.</source>
            <translation>The logo cannot be read any more: choose it again.</translation>
        </message>
        <message>
            <source>The logo stands above what is printed from now on.</source>
            <translation>The logo stands above what is printed from now on.</translation>
        </message>
        <message>
            <source>The new back-up</source>
            <translation>The new back-up</translation>
        </message>
        <message>
            <source>The new database</source>
            <translation>The new database</translation>
        </message>
        <message>
            <source>The office has no units yet</source>
            <translation>The office has no units yet</translation>
        </message>
        <message>
            <source>The old password ends at once. Hand the new one to its owner yourself.</source>
            <translation>The old password ends at once. Hand the new one to its owner yourself.</translation>
        </message>
        <message>
            <source>The one-time password of {name}. It is shown only now; the next sign-in asks for a new one.</source>
            <translation>The one-time password of {name}. It is shown only now; the next sign-in asks for a new one.</translation>
        </message>
        <message>
            <source>The password is on the clipboard.</source>
            <translation>The password is on the clipboard.</translation>
        </message>
        <message>
            <source>The server has locked this account.</source>
            <translation>The server has locked this account.</translation>
        </message>
        <message>
            <source>The settings of the office were saved.</source>
            <translation>The settings of the office were saved.</translation>
        </message>
        <message>
            <source>The settings were saved; the deadlines of {count} open petitions moved.</source>
            <translation>The settings were saved; the deadlines of {count} open petitions moved.</translation>
        </message>
        <message>
            <source>The unit “{name}” was saved.</source>
            <translation>The unit “{name}” was saved.</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>The whole office</translation>
        </message>
        <message>
            <source>This is you: your own password is changed, not reset.</source>
            <translation>This is you: your own password is changed, not reset.</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>Units</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>Version of the schema</source>
            <translation>Version of the schema</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>Weekend</translation>
        </message>
        <message>
            <source>What it guards</source>
            <translation>What it guards</translation>
        </message>
        <message>
            <source>Where a document goes out without a number of its own, it gets the next one.</source>
            <translation>Where a document goes out without a number of its own, it gets the next one.</translation>
        </message>
        <message>
            <source>Where staff ask for help</source>
            <translation>Where staff ask for help</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>Windows</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>Your account does not see every row, so it cannot back this database up. Whoever owns it does: with the line below on one PC, or “mosharekat database backup”.</source>
            <translation>Your account does not see every row, so it cannot back this database up. Whoever owns it does: with the line below on one PC, or “mosharekat database backup”.</translation>
        </message>
        <message>
            <source>no role</source>
            <translation>no role</translation>
        </message>
        <message>
            <source>safe with several windows open at once (write-ahead log)</source>
            <translation>safe with several windows open at once (write-ahead log)</translation>
        </message>
        <message>
            <source>this SQLite has a known fault in its write-ahead log, so it is not used</source>
            <translation>this SQLite has a known fault in its write-ahead log, so it is not used</translation>
        </message>
        <message>
            <source>{count} faults were in it before; “database check” names them.</source>
            <translation>{count} faults were in it before; “database check” names them.</translation>
        </message>
        <message>
            <source>{name} can sign in again.</source>
            <translation>{name} can sign in again.</translation>
        </message>
        <message>
            <source>{name} is signed out and can no longer sign in.</source>
            <translation>{name} is signed out and can no longer sign in.</translation>
        </message>
        <message>
            <source>{rows} rows were copied to {name} and compared. Every PC can now be set to that database.</source>
            <translation>{rows} rows were copied to {name} and compared. Every PC can now be set to that database.</translation>
        </message>
        <message>
            <source>{rows} rows were restored into {name} and compared. This window stays with its own database.</source>
            <translation>{rows} rows were restored into {name} and compared. This window stays with its own database.</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} MB</translation>
        </message>
        <message>
            <source>{username} · {roles}</source>
            <translation>{username} · {roles}</translation>
        </message>
        <message>
            <source>{year} or {yy}, and {number}; {number:05} puts zeros in front of it.</source>
            <translation>{year} or {yy}, and {number}; {number:05} puts zeros in front of it.</translation>
        </message>
        <message>
            <source>“Add” makes one: a name, a role, a one-time password.</source>
            <translation>“Add” makes one: a name, a role, a one-time password.</translation>
        </message>
        <message>
            <source>“Add” makes the first: petitions are referred to units.</source>
            <translation>“Add” makes the first: petitions are referred to units.</translation>
        </message>
    </context>
    <context>
        <name>Agenda</name>
        <message>
            <source>Before publication</source>
            <translation>Before publication</translation>
        </message>
        <message>
            <source>Before the public until the end of {day}</source>
            <translation>Before the public until the end of {day}</translation>
        </message>
        <message>
            <source>Closes within seven days</source>
            <translation>Closes within seven days</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>Open to the public</translation>
        </message>
        <message>
            <source>Waiting for the office</source>
            <translation>Waiting for the office</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: begin to amend</source>
            <translation>Waits for a legal reviewer: begin to amend</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: declare it ready</source>
            <translation>Waits for a legal reviewer: declare it ready</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: request to open</source>
            <translation>Waits for a legal reviewer: request to open</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: the summing-up</source>
            <translation>Waits for a legal reviewer: the summing-up</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: where {n} comments are carried</source>
            <translation>Waits for a legal reviewer: where {n} comments are carried</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: {n} comments without a decision</source>
            <translation>Waits for a legal reviewer: {n} comments without a decision</translation>
        </message>
        <message>
            <source>Waits for a manager: approval of the opening</source>
            <translation>Waits for a manager: approval of the opening</translation>
        </message>
        <message>
            <source>Waits for a manager: promulgation</source>
            <translation>Waits for a manager: promulgation</translation>
        </message>
        <message>
            <source>Waits for a manager: submission</source>
            <translation>Waits for a manager: submission</translation>
        </message>
        <message>
            <source>Waits for the author: drafting</source>
            <translation>Waits for the author: drafting</translation>
        </message>
        <message>
            <source>Waits for the author: the amended text</source>
            <translation>Waits for the author: the amended text</translation>
        </message>
    </context>
    <context>
        <name>Anchor</name>
        <message>
            <source>a reviewer</source>
            <translation>a reviewer</translation>
        </message>
        <message>
            <source>nothing: the whole text</source>
            <translation>nothing: the whole text</translation>
        </message>
        <message>
            <source>the name that it gives</source>
            <translation>the name that it gives</translation>
        </message>
        <message>
            <source>the words that it quotes</source>
            <translation>the words that it quotes</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>unsure</translation>
        </message>
        <message>
            <source>what its text names</source>
            <translation>what its text names</translation>
        </message>
    </context>
    <context>
        <name>Attachments</name>
        <message>
            <source>Add a file</source>
            <translation>Add a file</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>Add files</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Do not open</source>
            <translation>Do not open</translation>
        </message>
        <message>
            <source>It is hidden from the desk; managers can still read it, and the history says who removed it.</source>
            <translation>It is hidden from the desk; managers can still read it, and the history says who removed it.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open it all the same</source>
            <translation>Open it all the same</translation>
        </message>
        <message>
            <source>Open it only if you know its sender and expected it. If in doubt, ask the administrator.</source>
            <translation>Open it only if you know its sender and expected it. If in doubt, ask the administrator.</translation>
        </message>
        <message>
            <source>Open the attachment</source>
            <translation>Open the attachment</translation>
        </message>
        <message>
            <source>Or drop it here, or paste it (Ctrl+V)</source>
            <translation>Or drop it here, or paste it (Ctrl+V)</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove the attachment</source>
            <translation>Remove the attachment</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>Remove …</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>Save as …</translation>
        </message>
        <message>
            <source>Save the attachment</source>
            <translation>Save the attachment</translation>
        </message>
        <message>
            <source>Saved as “{name}”.</source>
            <translation>Saved as “{name}”.</translation>
        </message>
        <message>
            <source>This cannot be shown here. Save it, or open it with another program.</source>
            <extracomment>A picture of more pixels than these is not unpacked; one that is larger on a side is made smaller while it is read. So much of a text is shown. A page that is so many times as long as wide would be drawn as a wall of pixels.</extracomment>
            <translation>This cannot be shown here. Save it, or open it with another program.</translation>
        </message>
        <message>
            <source>This file could do harm</source>
            <translation>This file could do harm</translation>
        </message>
        <message>
            <source>What can be done with it</source>
            <translation>What can be done with it</translation>
        </message>
        <message>
            <source>Without files</source>
            <translation>Without files</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>picture</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>removed</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} KB</translation>
        </message>
        <message>
            <source>{count} MB</source>
            <translation>{count} MB</translation>
        </message>
        <message>
            <source>{count} bytes</source>
            <translation>{count} bytes</translation>
        </message>
        <message>
            <source>{count} files added.</source>
            <translation>{count} files added.</translation>
        </message>
        <message>
            <source>“{name}” holds macros: a program that runs when it is opened.</source>
            <translation>“{name}” holds macros: a program that runs when it is opened.</translation>
        </message>
        <message>
            <source>“{name}” is a program or a script, or a shortcut to one.</source>
            <translation>“{name}” is a program or a script, or a shortcut to one.</translation>
        </message>
        <message>
            <source>“{name}” is not what its name says it is.</source>
            <translation>“{name}” is not what its name says it is.</translation>
        </message>
        <message>
            <source>“{name}” removed; managers can still read it.</source>
            <translation>“{name}” removed; managers can still read it.</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>A row of the table {table} of “{where}” was refused by the new database; it was left empty.</source>
            <translation>A row of the table {table} of “{where}” was refused by the new database; it was left empty.</translation>
        </message>
        <message>
            <source>Last good back-up: {age}</source>
            <translation>Last good back-up: {age}</translation>
        </message>
        <message>
            <source>The back-up is {path}: a copy of the database file, checked.</source>
            <translation>The back-up is {path}: a copy of the database file, checked.</translation>
        </message>
        <message>
            <source>The back-up is {path}: all rows in an SQLite file (pg_dump is not here), compared.</source>
            <translation>The back-up is {path}: all rows in an SQLite file (pg_dump is not here), compared.</translation>
        </message>
        <message>
            <source>The back-up is {path}: by pg_dump, read again and counted.</source>
            <translation>The back-up is {path}: by pg_dump, read again and counted.</translation>
        </message>
        <message>
            <source>The back-up “{name}” did not hold everything and was removed; try again.</source>
            <translation>The back-up “{name}” did not hold everything and was removed; try again.</translation>
        </message>
        <message>
            <source>The back-up “{name}” is damaged; nothing was changed. Take an older one.</source>
            <translation>The back-up “{name}” is damaged; nothing was changed. Take an older one.</translation>
        </message>
        <message>
            <source>The back-up “{name}” is of a newer version than this program. Install the newer program.</source>
            <translation>The back-up “{name}” is of a newer version than this program. Install the newer program.</translation>
        </message>
        <message>
            <source>The back-up “{name}” was made by a trial version before the first release and cannot be restored. Make a new database and import the data again.</source>
            <translation>The back-up “{name}” was made by a trial version before the first release and cannot be restored. Make a new database and import the data again.</translation>
        </message>
        <message>
            <source>The database “{name}” is damaged, so no back-up was made; restore the last good one.</source>
            <translation>The database “{name}” is damaged, so no back-up was made; restore the last good one.</translation>
        </message>
        <message>
            <source>The history of “{where}” was altered: {table} does not fit its hash. Nothing was carried over; “audit verify” tells more. “--accept-broken-chain” takes it over as it stands.</source>
            <translation>The history of “{where}” was altered: {table} does not fit its hash. Nothing was carried over; “audit verify” tells more. “--accept-broken-chain” takes it over as it stands.</translation>
        </message>
        <message>
            <source>The table {table} of “{where}” is not as this program makes it; nothing was carried over.</source>
            <translation>The table {table} of “{where}” is not as this program makes it; nothing was carried over.</translation>
        </message>
        <message>
            <source>There is no folder “{name}”; no back-up was made.</source>
            <translation>There is no folder “{name}”; no back-up was made.</translation>
        </message>
        <message>
            <source>What was written is not what was read from “{where}”: {table}. The new database was left empty.</source>
            <translation>What was written is not what was read from “{where}”: {table}. The new database was left empty.</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>none yet</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>{count} older back-ups were removed.</source>
            <translation>{count} older back-ups were removed.</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation>{days} days ago</translation>
        </message>
        <message>
            <source>{rows} rows of {file} were restored into {place} and compared one by one.</source>
            <translation>{rows} rows of {file} were restored into {place} and compared one by one.</translation>
        </message>
        <message>
            <source>{rows} rows were carried over into {place} and compared one by one.</source>
            <translation>{rows} rows were carried over into {place} and compared one by one.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read; nothing was changed.</source>
            <translation>“{name}” cannot be read; nothing was changed.</translation>
        </message>
        <message>
            <source>“{name}” is no back-up of this program; nothing was changed.</source>
            <translation>“{name}” is no back-up of this program; nothing was changed.</translation>
        </message>
        <message>
            <source>“{name}” is there already and was not overwritten; give another name.</source>
            <translation>“{name}” is there already and was not overwritten; give another name.</translation>
        </message>
        <message>
            <source>“{name}” was made by a newer pg_dump than this PC's pg_restore can read; install that version.</source>
            <translation>“{name}” was made by a newer pg_dump than this PC's pg_restore can read; install that version.</translation>
        </message>
        <message>
            <source>“{name}” was made by pg_dump; to restore it, pg_restore has to be installed on this PC.</source>
            <translation>“{name}” was made by pg_dump; to restore it, pg_restore has to be installed on this PC.</translation>
        </message>
        <message>
            <source>“{name}” was not made: {detail}</source>
            <translation>“{name}” was not made: {detail}</translation>
        </message>
        <message>
            <source>“{where}” is damaged {table}; nothing was carried over. Take an older back-up.</source>
            <translation>“{where}” is damaged {table}; nothing was carried over. Take an older back-up.</translation>
        </message>
        <message>
            <source>“{where}” is not empty; nothing was changed there. Choose an empty database.</source>
            <translation>“{where}” is not empty; nothing was changed there. Choose an empty database.</translation>
        </message>
    </context>
    <context>
        <name>BackupMethod</name>
        <message>
            <source>Copy of the file</source>
            <translation>Copy of the file</translation>
        </message>
        <message>
            <source>Row by row</source>
            <translation>Row by row</translation>
        </message>
    </context>
    <context>
        <name>Bell</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>A message did not reach the petitioner</source>
            <translation>A message did not reach the petitioner</translation>
        </message>
        <message>
            <source>Asked of you on the side</source>
            <translation>Asked of you on the side</translation>
        </message>
        <message>
            <source>Bell</source>
            <extracomment>What colleagues change is asked for in the window's own moment, and not again within so many seconds. A day that begins tells nobody; so often is looked, in milliseconds.</extracomment>
            <translation>Bell</translation>
        </message>
        <message>
            <source>Bell: {count} things call</source>
            <translation>Bell: {count} things call</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Comment to decide</source>
            <translation>Comment to decide</translation>
        </message>
        <message>
            <source>Database: look at once</source>
            <translation>Database: look at once</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>It comes up again on {day}.</source>
            <translation>It comes up again on {day}.</translation>
        </message>
        <message>
            <source>Look under “Messages to petitioners”</source>
            <translation>Look under “Messages to petitioners”</translation>
        </message>
        <message>
            <source>Nothing calls for you now.</source>
            <translation>Nothing calls for you now.</translation>
        </message>
        <message>
            <source>Others owe you an answer</source>
            <translation>Others owe you an answer</translation>
        </message>
        <message>
            <source>Referred to you</source>
            <translation>Referred to you</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Reminder</translation>
        </message>
        <message>
            <source>The petitioner wrote again</source>
            <translation>The petitioner wrote again</translation>
        </message>
        <message>
            <source>The reminder is done.</source>
            <translation>The reminder is done.</translation>
        </message>
        <message>
            <source>There is more; the inbox has all of it.</source>
            <translation>There is more; the inbox has all of it.</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>Waits for your approval</source>
            <translation>Waits for your approval</translation>
        </message>
        <message>
            <source>What calls for you</source>
            <translation>What calls for you</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>Answer overdue</source>
            <translation>Answer overdue</translation>
        </message>
        <message>
            <source>Asked of us</source>
            <translation>Asked of us</translation>
        </message>
        <message>
            <source>Out for an answer</source>
            <translation>Out for an answer</translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message>
            <source>Acts on many</source>
            <extracomment>Two lines of a run.</extracomment>
            <translation>Acts on many</translation>
        </message>
        <message>
            <source>All {count} of this view</source>
            <translation>All {count} of this view</translation>
        </message>
        <message>
            <source>All {count} of this view are marked</source>
            <translation>All {count} of this view are marked</translation>
        </message>
        <message>
            <source>An act on many broke off: {act}, done with {done} of {total}. Go on with it, or take it back: Shift+B.</source>
            <translation>An act on many broke off: {act}, done with {done} of {total}. Go on with it, or take it back: Shift+B.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Choose the colleague</source>
            <translation>Choose the colleague</translation>
        </message>
        <message>
            <source>Choose the outcome</source>
            <translation>Choose the outcome</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Done with {done} petitions.</source>
            <translation>Done with {done} petitions.</translation>
        </message>
        <message>
            <source>Done with {done} petitions; {failed} stayed, {untouched} were not reached.</source>
            <translation>Done with {done} petitions; {failed} stayed, {untouched} were not reached.</translation>
        </message>
        <message>
            <source>Done with {done} petitions; {failed} stayed.</source>
            <translation>Done with {done} petitions; {failed} stayed.</translation>
        </message>
        <message>
            <source>Ended as “{name}”</source>
            <translation>Ended as “{name}”</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Handed over to {name}</source>
            <translation>Handed over to {name}</translation>
        </message>
        <message>
            <source>How far it is</source>
            <extracomment>What keeps the words of an empty list at the top.</extracomment>
            <translation>How far it is</translation>
        </message>
        <message>
            <source>It can be done with {possible} of {total}.</source>
            <translation>It can be done with {possible} of {total}.</translation>
        </message>
        <message>
            <source>Label put on: {name}</source>
            <translation>Label put on: {name}</translation>
        </message>
        <message>
            <source>Label taken off: {name}</source>
            <translation>Label taken off: {name}</translation>
        </message>
        <message>
            <source>Label: all that is marked</source>
            <translation>Label: all that is marked</translation>
        </message>
        <message>
            <source>Mark all of this view</source>
            <translation>Mark all of this view</translation>
        </message>
        <message>
            <source>Mark and go down</source>
            <translation>Mark and go down</translation>
        </message>
        <message>
            <source>Mark, or take the mark away</source>
            <translation>Mark, or take the mark away</translation>
        </message>
        <message>
            <source>Reason beside the answer, for the history</source>
            <translation>Reason beside the answer, for the history</translation>
        </message>
        <message>
            <source>Referred to {name}</source>
            <translation>Referred to {name}</translation>
        </message>
        <message>
            <source>Save the list…</source>
            <translation>Save the list…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped: {left} were not reached and stand as they were done.</source>
            <translation>Stopped: {left} were not reached and stand as they were done.</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Table (*.csv)</translation>
        </message>
        <message>
            <source>Take all marks away</source>
            <extracomment>What is offered for many, with its key: that of the desk, with Shift.</extracomment>
            <translation>Take all marks away</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Take it back</translation>
        </message>
        <message>
            <source>The answer, or the reason; {name}, {code} and {unit} are filled for each</source>
            <translation>The answer, or the reason; {name}, {code} and {unit} are filled for each</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>What stayed</source>
            <translation>What stayed</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <extracomment>So many of those that stayed are listed; all of them are in the file.</extracomment>
            <translation>What stayed, and why</translation>
        </message>
        <message>
            <source>Why it stayed</source>
            <translation>Why it stayed</translation>
        </message>
        <message>
            <source>You have done nothing with many petitions yet. Mark some in the list (S), then choose what is to be done with them.</source>
            <translation>You have done nothing with many petitions yet. Mark some in the list (S), then choose what is to be done with them.</translation>
        </message>
        <message>
            <source>{count} marked</source>
            <translation>{count} marked</translation>
        </message>
        <message>
            <source>{count} petitions are as they were before.</source>
            <translation>{count} petitions are as they were before.</translation>
        </message>
        <message>
            <source>{count} petitions are as they were before; on {stayed} somebody has built already.</source>
            <translation>{count} petitions are as they were before; on {stayed} somebody has built already.</translation>
        </message>
        <message>
            <source>{move}: all that is marked</source>
            <translation>{move}: all that is marked</translation>
        </message>
        <message>
            <source>{told} All of them were taken back.</source>
            <translation>{told} All of them were taken back.</translation>
        </message>
        <message>
            <source>{told} {undone} were taken back.</source>
            <translation>{told} {undone} were taken back.</translation>
        </message>
    </context>
    <context>
        <name>Button</name>
        <message>
            <source>The database is away: this waits until it is back.</source>
            <extracomment>Free room around the box for the focus ring.</extracomment>
            <translation>The database is away: this waits until it is back.</translation>
        </message>
    </context>
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
        <name>Catalogue</name>
        <message>
            <source>A few letters of a title, or a number</source>
            <translation>A few letters of a title, or a number</translation>
        </message>
        <message>
            <source>An Excel or CSV file with a title in each row, and its number and kind where there are columns for them. Rows that name no kind are of the kind chosen above.</source>
            <translation>An Excel or CSV file with a title in each row, and its number and kind where there are columns for them. Rows that name no kind are of the kind chosen above.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Is offered</source>
            <translation>Is offered</translation>
        </message>
        <message>
            <source>It is about nothing of the catalogue now.</source>
            <translation>It is about nothing of the catalogue now.</translation>
        </message>
        <message>
            <source>It is about “{about}” now.</source>
            <translation>It is about “{about}” now.</translation>
        </message>
        <message>
            <source>Its number in the national catalogue of services, or the office's own.</source>
            <translation>Its number in the national catalogue of services, or the office's own.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>Name or code</source>
            <translation>Name or code</translation>
        </message>
        <message>
            <source>Name or title</source>
            <translation>Name or title</translation>
        </message>
        <message>
            <source>New service</source>
            <translation>New service</translation>
        </message>
        <message>
            <source>News item</source>
            <translation>News item</translation>
        </message>
        <message>
            <source>Nothing is entered yet</source>
            <translation>Nothing is entered yet</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Subjects</source>
            <translation>Subjects</translation>
        </message>
        <message>
            <source>Take in a list</source>
            <translation>Take in a list</translation>
        </message>
        <message>
            <source>Take in a list…</source>
            <translation>Take in a list…</translation>
        </message>
        <message>
            <source>The catalogue has nothing of that; an administrator enters it.</source>
            <translation>The catalogue has nothing of that; an administrator enters it.</translation>
        </message>
        <message>
            <source>The list was taken in: {added} new, {changed} changed, {same} there already.</source>
            <translation>The list was taken in: {added} new, {changed} changed, {same} there already.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>What it is about…</source>
            <extracomment>The entry that takes what was said away.</extracomment>
            <translation>What it is about…</translation>
        </message>
        <message>
            <source>What petitions are about</source>
            <translation>What petitions are about</translation>
        </message>
        <message>
            <source>nothing of the catalogue</source>
            <translation>nothing of the catalogue</translation>
        </message>
        <message>
            <source>{kind}, number {number}</source>
            <translation>{kind}, number {number}</translation>
        </message>
        <message>
            <source>{words} {count} rows could not be read; the first: {fault}</source>
            <translation>{words} {count} rows could not be read; the first: {fault}</translation>
        </message>
        <message>
            <source>“Add” enters the first, “Take in a list” many: a petition can be about it.</source>
            <translation>“Add” enters the first, “Take in a list” many: a petition can be about it.</translation>
        </message>
        <message>
            <source>“{name}” was saved.</source>
            <translation>“{name}” was saved.</translation>
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
        <name>Closures</name>
        <message>
            <source>Closed days</source>
            <translation>Closed days</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Entered by the office.</source>
            <translation>Entered by the office.</translation>
        </message>
        <message>
            <source>From the table of official holidays. Lunar ones are estimates: move them by a day if need be.</source>
            <translation>From the table of official holidays. Lunar ones are estimates: move them by a day if need be.</translation>
        </message>
        <message>
            <source>Name of the holiday or closure</source>
            <translation>Name of the holiday or closure</translation>
        </message>
        <message>
            <source>Name or day</source>
            <translation>Name or day</translation>
        </message>
        <message>
            <source>New closed day</source>
            <translation>New closed day</translation>
        </message>
        <message>
            <source>No day of this year is closed</source>
            <translation>No day of this year is closed</translation>
        </message>
        <message>
            <source>Of the office</source>
            <translation>Of the office</translation>
        </message>
        <message>
            <source>Open on this day</source>
            <translation>Open on this day</translation>
        </message>
        <message>
            <source>Open petitions that wait over this day get another deadline; their history says so.</source>
            <translation>Open petitions that wait over this day get another deadline; their history says so.</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>“Add” enters a holiday or a closure.</source>
            <translation>“Add” enters a holiday or a closure.</translation>
        </message>
        <message>
            <source>“{name}”: the calendar is changed; no open petition is due otherwise.</source>
            <translation>“{name}”: the calendar is changed; no open petition is due otherwise.</translation>
        </message>
        <message>
            <source>“{name}”: the deadlines of {count} open petitions moved.</source>
            <translation>“{name}”: the deadlines of {count} open petitions moved.</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>A row refers to one that is not there: {detail}</source>
            <translation>A row refers to one that is not there: {detail}</translation>
        </message>
        <message>
            <source>Counted is what your account sees, not all that there is.</source>
            <translation>Counted is what your account sees, not all that there is.</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Digest of the history until the end of {day}: {head}</source>
            <translation>Digest of the history until the end of {day}: {head}</translation>
        </message>
        <message>
            <source>Digest of the history: {head}</source>
            <translation>Digest of the history: {head}</translation>
        </message>
        <message>
            <source>Draft documents</source>
            <translation>Draft documents</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>Events of the history</source>
            <translation>Events of the history</translation>
        </message>
        <message>
            <source>Issued as no. {number}, edition {edition}.</source>
            <translation>Issued as no. {number}, edition {edition}.</translation>
        </message>
        <message>
            <source>Issued as no. {number}.</source>
            <translation>Issued as no. {number}.</translation>
        </message>
        <message>
            <source>It contains personal data and is not for publication.</source>
            <translation>It contains personal data and is not for publication.</translation>
        </message>
        <message>
            <source>It was issued before; nothing was printed.</source>
            <translation>It was issued before; nothing was printed.</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Messages that are ready lie in {folder}, which is away. They go out when it is there again.</source>
            <translation>Messages that are ready lie in {folder}, which is away. They go out when it is there again.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No back-up was made first: on PostgreSQL that is the administrator's duty (database backup).</source>
            <translation>No back-up was made first: on PostgreSQL that is the administrator's duty (database backup).</translation>
        </message>
        <message>
            <source>Not in the text: {names}</source>
            <translation>Not in the text: {names}</translation>
        </message>
        <message>
            <source>Nothing is in quarantine.</source>
            <translation>Nothing is in quarantine.</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>Public comments</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Registry numbers of the year {detail} have gaps.</source>
            <translation>Registry numbers of the year {detail} have gaps.</translation>
        </message>
        <message>
            <source>Revision {number} of {code}: {characters} characters.</source>
            <extracomment>Lines about rejected rows on a terminal; the rest is counted, and all are in JSON and in the rejects.</extracomment>
            <translation>Revision {number} of {code}: {characters} characters.</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>Revisions</translation>
        </message>
        <message>
            <source>Schema</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Search does not know the petition {detail}.</source>
            <translation>Search does not know the petition {detail}.</translation>
        </message>
        <message>
            <source>Something unexpected happened; the details are in {log}.</source>
            <translation>Something unexpected happened; the details are in {log}.</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Stopped. What was done before is kept.</source>
            <translation>Stopped. What was done before is kept.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Summing-up no. {number} of {code} is in {path}.</source>
            <translation>Summing-up no. {number} of {code} is in {path}.</translation>
        </message>
        <message>
            <source>The comparison is in {path}.</source>
            <translation>The comparison is in {path}.</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>The database is sound.</translation>
        </message>
        <message>
            <source>The database is up to date.</source>
            <translation>The database is up to date.</translation>
        </message>
        <message>
            <source>The database was upgraded; the back-up is {path}.</source>
            <translation>The database was upgraded; the back-up is {path}.</translation>
        </message>
        <message>
            <source>The database {place} is ready.</source>
            <translation>The database {place} is ready.</translation>
        </message>
        <message>
            <source>The file is damaged: {detail}</source>
            <translation>The file is damaged: {detail}</translation>
        </message>
        <message>
            <source>The history does not hold in {breaks} places ({events} events of {items} items).</source>
            <translation>The history does not hold in {breaks} places ({events} events of {items} items).</translation>
        </message>
        <message>
            <source>The history is sound: {events} events of {items} items.</source>
            <translation>The history is sound: {events} events of {items} items.</translation>
        </message>
        <message>
            <source>The history of {detail} has gaps.</source>
            <translation>The history of {detail} has gaps.</translation>
        </message>
        <message>
            <source>The list was taken in: {added} new, {changed} changed, {same} there already.</source>
            <extracomment>Lines about rows that could not be read, on a terminal; all are in JSON.</extracomment>
            <translation>The list was taken in: {added} new, {changed} changed, {same} there already.</translation>
        </message>
        <message>
            <source>The package of {code} is in {path}: {n} files.</source>
            <translation>The package of {code} is in {path}: {n} files.</translation>
        </message>
        <message>
            <source>The password is kept.</source>
            <translation>The password is kept.</translation>
        </message>
        <message>
            <source>The petition {detail} has no history.</source>
            <translation>The petition {detail} has no history.</translation>
        </message>
        <message>
            <source>The petition {detail} has no text.</source>
            <translation>The petition {detail} has no text.</translation>
        </message>
        <message>
            <source>The rejected rows are in {path}; mend them and import that file.</source>
            <translation>The rejected rows are in {path}; mend them and import that file.</translation>
        </message>
        <message>
            <source>The report of {month} is in {path}.</source>
            <extracomment>Instead of a month: the last one that is over.</extracomment>
            <translation>The report of {month} is in {path}.</translation>
        </message>
        <message>
            <source>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</source>
            <translation>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</translation>
        </message>
        <message>
            <source>The summing-up of {code}, not frozen yet, is in {path}.</source>
            <translation>The summing-up of {code}, not frozen yet, is in {path}.</translation>
        </message>
        <message>
            <source>There are no receipts.</source>
            <translation>There are no receipts.</translation>
        </message>
        <message>
            <source>This PC's store did not keep the password.</source>
            <translation>This PC's store did not keep the password.</translation>
        </message>
        <message>
            <source>This SQLite can lose commits in WAL mode with several connections, so another mode is used.</source>
            <translation>This SQLite can lose commits in WAL mode with several connections, so another mode is used.</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>{count} cannot go out: the petitioner is not reached by this way.</source>
            <translation>{count} cannot go out: the petitioner is not reached by this way.</translation>
        </message>
        <message>
            <source>{count} e-mails wait: the office has set no sender's address for them yet.</source>
            <translation>{count} e-mails wait: the office has set no sender's address for them yet.</translation>
        </message>
        <message>
            <source>{count} found, {shown} shown.</source>
            <translation>{count} found, {shown} shown.</translation>
        </message>
        <message>
            <source>{count} messages were handed on in {files} files.</source>
            <translation>{count} messages were handed on in {files} files.</translation>
        </message>
        <message>
            <source>{count} name no message of this office: {keys}</source>
            <translation>{count} name no message of this office: {keys}</translation>
        </message>
        <message>
            <source>{count} or more found, {shown} shown.</source>
            <translation>{count} or more found, {shown} shown.</translation>
        </message>
        <message>
            <source>{count} rejected rows are not listed here.</source>
            <translation>{count} rejected rows are not listed here.</translation>
        </message>
        <message>
            <source>{count} were put aside for good.</source>
            <translation>{count} were put aside for good.</translation>
        </message>
        <message>
            <source>{file}: {delivered} arrived, {failed} did not, {unchanged} were known, {under_way} are under way.</source>
            <extracomment>The folder of receipts, below that of the messages. So many lines about rows that could not be read, and so many unknown names; JSON has them all. True: arrived; False: failed; None: neither yet.</extracomment>
            <translation>{file}: {delivered} arrived, {failed} did not, {unchanged} were known, {under_way} are under way.</translation>
        </message>
        <message>
            <source>{mark} {step}: {sentence}</source>
            <extracomment>Refused, and not out of reach (see the exit status of the command line).</extracomment>
            <translation>{mark} {step}: {sentence}</translation>
        </message>
        <message>
            <source>{number}. {channel} {external_id}: {reasons}</source>
            <translation>{number}. {channel} {external_id}: {reasons}</translation>
        </message>
        <message>
            <source>{old} and {new}</source>
            <translation>{old} and {new}</translation>
        </message>
        <message>
            <source>{pages} pages went to the printer {printer}.</source>
            <translation>{pages} pages went to the printer {printer}.</translation>
        </message>
        <message>
            <source>{paper} of {code} is in {path}.</source>
            <translation>{paper} of {code} is in {path}.</translation>
        </message>
        <message>
            <source>{paper} of {code}, number {number}, is in {path}.</source>
            <translation>{paper} of {code}, number {number}, is in {path}.</translation>
        </message>
        <message>
            <source>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} could not be read and wait in quarantine.</source>
            <translation>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} could not be read and wait in quarantine.</translation>
        </message>
        <message>
            <source>{petitions} petitions, {instruments} draft documents and {comments} comments were made up; every made account has the password {password}.</source>
            <translation>{petitions} petitions, {instruments} draft documents and {comments} comments were made up; every made account has the password {password}.</translation>
        </message>
        <message>
            <source>{read} rows checked, nothing kept: {created} would be new, {present} are there, {rejected} rejected.</source>
            <translation>{read} rows checked, nothing kept: {created} would be new, {present} are there, {rejected} rejected.</translation>
        </message>
        <message>
            <source>{read} rows read: {created} new, {present} there already, {rejected} rejected.</source>
            <translation>{read} rows read: {created} new, {present} there already, {rejected} rejected.</translation>
        </message>
        <message>
            <source>{source}: {file} is still being written; it waits for the next round.</source>
            <translation>{source}: {file} is still being written; it waits for the next round.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All commands</source>
            <extracomment>What was run from here, the latest first: its words.</extracomment>
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
        <message>
            <source>not possible now</source>
            <translation>not possible now</translation>
        </message>
    </context>
    <context>
        <name>Comments</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>A comment</source>
            <translation>A comment</translation>
        </message>
        <message>
            <source>A comment that was imported before is not taken in twice; a file about another draft is refused.</source>
            <translation>A comment that was imported before is not taken in twice; a file about another draft is refused.</translation>
        </message>
        <message>
            <source>A hidden comment</source>
            <translation>A hidden comment</translation>
        </message>
        <message>
            <source>A new note or question…</source>
            <translation>A new note or question…</translation>
        </message>
        <message>
            <source>A new thread</source>
            <translation>A new thread</translation>
        </message>
        <message>
            <source>Accepted</source>
            <extracomment>Longer comments are cut in the list and read whole by Enter; in code points.</extracomment>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Another draft</source>
            <translation>Another draft</translation>
        </message>
        <message>
            <source>Another provision…</source>
            <translation>Another provision…</translation>
        </message>
        <message>
            <source>Back to the comments</source>
            <translation>Back to the comments</translation>
        </message>
        <message>
            <source>CSV, XLSX, JSON Lines, text messages, or e-mail (eml, mbox)</source>
            <translation>CSV, XLSX, JSON Lines, text messages, or e-mail (eml, mbox)</translation>
        </message>
        <message>
            <source>Came on</source>
            <translation>Came on</translation>
        </message>
        <message>
            <source>Campaign group</source>
            <translation>Campaign group</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Carried in revision {n} by</source>
            <translation>Carried in revision {n} by</translation>
        </message>
        <message>
            <source>Clerks, reviewers and managers take them in, from the opening to the public until the end.</source>
            <translation>Clerks, reviewers and managers take them in, from the opening to the public until the end.</translation>
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
            <source>Comments</source>
            <extracomment>More rows than this are higher than a window of any screen. So many of these have a row at once; meanwhile the heights of the others are counted, for so long in a turn of the event loop (seconds). Texts that are kept set: what a few screens of the list hold. Mark and colour of what was decided. So many of them have a row; the rest comes by `reveal`.</extracomment>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Comments are decided by a legal reviewer: {names}.</source>
            <translation>Comments are decided by a legal reviewer: {names}.</translation>
        </message>
        <message>
            <source>Comments are decided by a legal reviewer; there is none yet.</source>
            <translation>Comments are decided by a legal reviewer; there is none yet.</translation>
        </message>
        <message>
            <source>Comments belong to a draft</source>
            <translation>Comments belong to a draft</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Compare with revision {n}</source>
            <translation>Compare with revision {n}</translation>
        </message>
        <message>
            <source>Confirm the rejection of the chosen comments</source>
            <translation>Confirm the rejection of the chosen comments</translation>
        </message>
        <message>
            <source>Covered</source>
            <translation>Covered</translation>
        </message>
        <message>
            <source>Decide many</source>
            <extracomment>How long a person pauses in typing before the preview is counted again, in milliseconds. So many of those that stayed are listed.</extracomment>
            <translation>Decide many</translation>
        </message>
        <message>
            <source>Decide the chosen ones, or all in the list…</source>
            <translation>Decide the chosen ones, or all in the list…</translation>
        </message>
        <message>
            <source>Decided: {disposition}.</source>
            <translation>Decided: {disposition}.</translation>
        </message>
        <message>
            <source>Deciding the group: {n} of {m}</source>
            <translation>Deciding the group: {n} of {m}</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Decision on “{name}”</source>
            <translation>Decision on “{name}”</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>Disposition</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>Done with {n} comments.</source>
            <translation>Done with {n} comments.</translation>
        </message>
        <message>
            <source>Done with {n} comments; {m} stayed as they were.</source>
            <translation>Done with {n} comments; {m} stayed as they were.</translation>
        </message>
        <message>
            <source>Every channel</source>
            <translation>Every channel</translation>
        </message>
        <message>
            <source>Every comment that fits the filter is decided.</source>
            <translation>Every comment that fits the filter is decided.</translation>
        </message>
        <message>
            <source>Files that came with it: {count}</source>
            <translation>Files that came with it: {count}</translation>
        </message>
        <message>
            <source>Find in the comments</source>
            <translation>Find in the comments</translation>
        </message>
        <message>
            <source>For every comment of the group but {n} that were decided apart.</source>
            <translation>For every comment of the group but {n} that were decided apart.</translation>
        </message>
        <message>
            <source>For every comment of the group; each can still be decided apart.</source>
            <translation>For every comment of the group; each can still be decided apart.</translation>
        </message>
        <message>
            <source>From the public</source>
            <translation>From the public</translation>
        </message>
        <message>
            <source>Give many to a reviewer</source>
            <translation>Give many to a reviewer</translation>
        </message>
        <message>
            <source>Give to a reviewer…</source>
            <translation>Give to a reviewer…</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>Given to</translation>
        </message>
        <message>
            <source>Given to nobody</source>
            <translation>Given to nobody</translation>
        </message>
        <message>
            <source>Go to the drafts</source>
            <translation>Go to the drafts</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>Group of senders</source>
            <translation>Group of senders</translation>
        </message>
        <message>
            <source>Hide the chosen comments, or show them again…</source>
            <translation>Hide the chosen comments, or show them again…</translation>
        </message>
        <message>
            <source>Hide: {why}</source>
            <translation>Hide: {why}</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>How far it is</translation>
        </message>
        <message>
            <source>How it came</source>
            <translation>How it came</translation>
        </message>
        <message>
            <source>Import comments on “{title}”</source>
            <extracomment>As far as the file gives them.</extracomment>
            <translation>Import comments on “{title}”</translation>
        </message>
        <message>
            <source>Import comments…</source>
            <translation>Import comments…</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>Issue of many</source>
            <translation>Issue of many</translation>
        </message>
        <message>
            <source>Issue of the chosen comments…</source>
            <translation>Issue of the chosen comments…</translation>
        </message>
        <message>
            <source>It belongs to another provision…</source>
            <translation>It belongs to another provision…</translation>
        </message>
        <message>
            <source>It is about the whole text</source>
            <extracomment>What stands beside a provision's name in the search.</extracomment>
            <translation>It is about the whole text</translation>
        </message>
        <message>
            <source>It is not certain to which provision these comments belong.</source>
            <translation>It is not certain to which provision these comments belong.</translation>
        </message>
        <message>
            <source>It names “{name}” and quotes “{words}”. Where does it belong?</source>
            <translation>It names “{name}” and quotes “{words}”. Where does it belong?</translation>
        </message>
        <message>
            <source>It names “{name}”. Where does it belong?</source>
            <translation>It names “{name}”. Where does it belong?</translation>
        </message>
        <message>
            <source>It quotes “{words}”. Where does it belong?</source>
            <translation>It quotes “{words}”. Where does it belong?</translation>
        </message>
        <message>
            <source>It stands before the public, and no comment on it is here yet</source>
            <translation>It stands before the public, and no comment on it is here yet</translation>
        </message>
        <message>
            <source>Its text speaks of several places, or of one that is not there.</source>
            <translation>Its text speaks of several places, or of one that is not there.</translation>
        </message>
        <message>
            <source>Join with another group…</source>
            <translation>Join with another group…</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>Keep theirs</translation>
        </message>
        <message>
            <source>Left empty, the number is taken off. The history keeps both.</source>
            <translation>Left empty, the number is taken off. The history keeps both.</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Letter number</translation>
        </message>
        <message>
            <source>Letter number (may be empty)</source>
            <translation>Letter number (may be empty)</translation>
        </message>
        <message>
            <source>Looking for one text: {n} of {m}</source>
            <translation>Looking for one text: {n} of {m}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>More filters</source>
            <translation>More filters</translation>
        </message>
        <message>
            <source>Name or words of a provision</source>
            <translation>Name or words of a provision</translation>
        </message>
        <message>
            <source>Next comment</source>
            <translation>Next comment</translation>
        </message>
        <message>
            <source>Next provision</source>
            <translation>Next provision</translation>
        </message>
        <message>
            <source>Next undecided comment</source>
            <translation>Next undecided comment</translation>
        </message>
        <message>
            <source>No comment from the public yet</source>
            <translation>No comment from the public yet</translation>
        </message>
        <message>
            <source>No comment is chosen</source>
            <translation>No comment is chosen</translation>
        </message>
        <message>
            <source>No comment on this draft has these words.</source>
            <translation>No comment on this draft has these words.</translation>
        </message>
        <message>
            <source>No comment on this provision fits the filter.</source>
            <translation>No comment on this provision fits the filter.</translation>
        </message>
        <message>
            <source>No comments are taken in here now</source>
            <translation>No comments are taken in here now</translation>
        </message>
        <message>
            <source>No provision has these words.</source>
            <translation>No provision has these words.</translation>
        </message>
        <message>
            <source>No revision has come after the one before the public yet.</source>
            <translation>No revision has come after the one before the public yet.</translation>
        </message>
        <message>
            <source>No revision has come after the one before the public: they stand in the list “accepted, but without a change in the text” until one carries them.</source>
            <translation>No revision has come after the one before the public: they stand in the list “accepted, but without a change in the text” until one carries them.</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>Nobody added anything.</source>
            <translation>Nobody added anything.</translation>
        </message>
        <message>
            <source>Nobody commented on this provision.</source>
            <translation>Nobody commented on this provision.</translation>
        </message>
        <message>
            <source>None on this provision has these words; Enter goes to the next that has.</source>
            <translation>None on this provision has these words; Enter goes to the next that has.</translation>
        </message>
        <message>
            <source>Not certain</source>
            <translation>Not certain</translation>
        </message>
        <message>
            <source>Note or question</source>
            <translation>Note or question</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>Nothing was changed or lost</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>Number of the letter</translation>
        </message>
        <message>
            <source>Number of the letter…</source>
            <translation>Number of the letter…</translation>
        </message>
        <message>
            <source>On the text</source>
            <translation>On the text</translation>
        </message>
        <message>
            <source>On this comment</source>
            <translation>On this comment</translation>
        </message>
        <message>
            <source>One text, one row</source>
            <translation>One text, one row</translation>
        </message>
        <message>
            <source>Only a comment that came by letter has the number of one.</source>
            <translation>Only a comment that came by letter has the number of one.</translation>
        </message>
        <message>
            <source>Only late ones  {n}</source>
            <translation>Only late ones  {n}</translation>
        </message>
        <message>
            <source>Only undecided ones</source>
            <translation>Only undecided ones</translation>
        </message>
        <message>
            <source>Out of scope</source>
            <translation>Out of scope</translation>
        </message>
        <message>
            <source>Out of sight ({why}). Enter reads it; that it was read is recorded.</source>
            <translation>Out of sight ({why}). Enter reads it; that it was read is recorded.</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Partly</translation>
        </message>
        <message>
            <source>Possible with {n} of {m} comments</source>
            <translation>Possible with {n} of {m} comments</translation>
        </message>
        <message>
            <source>Previous comment</source>
            <translation>Previous comment</translation>
        </message>
        <message>
            <source>Previous provision</source>
            <translation>Previous provision</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>Provision</translation>
        </message>
        <message>
            <source>Provision (empty: the whole)</source>
            <translation>Provision (empty: the whole)</translation>
        </message>
        <message>
            <source>Provision that carries it</source>
            <extracomment>Dispositions that a provision has to carry, by their values.</extracomment>
            <translation>Provision that carries it</translation>
        </message>
        <message>
            <source>Provisions</source>
            <translation>Provisions</translation>
        </message>
        <message>
            <source>Public comments</source>
            <extracomment>To take in comments from a file. To write one down by hand. The exposed revision and the last one.</extracomment>
            <translation>Public comments</translation>
        </message>
        <message>
            <source>Put mine in its place</source>
            <translation>Put mine in its place</translation>
        </message>
        <message>
            <source>Quoted words</source>
            <translation>Quoted words</translation>
        </message>
        <message>
            <source>Read them again</source>
            <translation>Read them again</translation>
        </message>
        <message>
            <source>Reason, published in the consultation report</source>
            <extracomment>The provision of the last revision that carries what was accepted; empty where none is named. Somebody else was faster: their decision stays, or ours is put in its place. What came with the comment is to be shown.</extracomment>
            <translation>Reason, published in the consultation report</translation>
        </message>
        <message>
            <source>Register</source>
            <extracomment>What was registered, while the next one is written.</extracomment>
            <translation>Register</translation>
        </message>
        <message>
            <source>Register, and the next one</source>
            <translation>Register, and the next one</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Reply to the chosen thread…</source>
            <translation>Reply to the chosen thread…</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Reviewer</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Save and go on</source>
            <extracomment>Drafts without a comment that an empty screen names. All but the import; the commands belong to it, so that they rest while a file is being imported.</extracomment>
            <translation>Save and go on</translation>
        </message>
        <message>
            <source>See the unsure ones</source>
            <translation>See the unsure ones</translation>
        </message>
        <message>
            <source>Sender (may be empty)</source>
            <translation>Sender (may be empty)</translation>
        </message>
        <message>
            <source>Sender's name or number</source>
            <translation>Sender's name or number</translation>
        </message>
        <message>
            <source>Settled: answered</source>
            <translation>Settled: answered</translation>
        </message>
        <message>
            <source>Settled: dismissed</source>
            <translation>Settled: dismissed</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Show again</translation>
        </message>
        <message>
            <source>Staff threads</source>
            <extracomment>What is shown of the threads before they scroll, and the height of the field to write in, in pixels.</extracomment>
            <translation>Staff threads</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped: {n} comments of the group are still without a decision.</source>
            <translation>Stopped: {n} comments of the group are still without a decision.</translation>
        </message>
        <message>
            <source>Take it off</source>
            <translation>Take it off</translation>
        </message>
        <message>
            <source>Take out of the group</source>
            <translation>Take out of the group</translation>
        </message>
        <message>
            <source>Text of the comment</source>
            <translation>Text of the comment</translation>
        </message>
        <message>
            <source>The change</source>
            <extracomment>So many changes of one provision are shown; the comparison has all of them.</extracomment>
            <translation>The change</translation>
        </message>
        <message>
            <source>The change in revision {n}</source>
            <translation>The change in revision {n}</translation>
        </message>
        <message>
            <source>The comment was registered.</source>
            <translation>The comment was registered.</translation>
        </message>
        <message>
            <source>The comment was registered; write down the next one.</source>
            <translation>The comment was registered; write down the next one.</translation>
        </message>
        <message>
            <source>The comments could not be read</source>
            <translation>The comments could not be read</translation>
        </message>
        <message>
            <source>The comments of the group</source>
            <translation>The comments of the group</translation>
        </message>
        <message>
            <source>The common text</source>
            <translation>The common text</translation>
        </message>
        <message>
            <source>The draft</source>
            <translation>The draft</translation>
        </message>
        <message>
            <source>The first {n} of {m} changes.</source>
            <translation>The first {n} of {m} changes.</translation>
        </message>
        <message>
            <source>The number of the letter was corrected.</source>
            <translation>The number of the letter was corrected.</translation>
        </message>
        <message>
            <source>The public does not see them</source>
            <translation>The public does not see them</translation>
        </message>
        <message>
            <source>The text before the public has no provision of this name.</source>
            <translation>The text before the public has no provision of this name.</translation>
        </message>
        <message>
            <source>The two revisions are being compared…</source>
            <translation>The two revisions are being compared…</translation>
        </message>
        <message>
            <source>The whole text</source>
            <extracomment>The keys of the candidates; what is further down is found by searching.</extracomment>
            <translation>The whole text</translation>
        </message>
        <message>
            <source>There is no other group</source>
            <translation>There is no other group</translation>
        </message>
        <message>
            <source>These comments are about no single provision; “Compare” shows all changes.</source>
            <translation>These comments are about no single provision; “Compare” shows all changes.</translation>
        </message>
        <message>
            <source>They come in by import while the draft is open to the public</source>
            <translation>They come in by import while the draft is open to the public</translation>
        </message>
        <message>
            <source>They stand here by provision, each with its decision and the reason for it.</source>
            <translation>They stand here by provision, each with its decision and the reason for it.</translation>
        </message>
        <message>
            <source>To the comments</source>
            <translation>To the comments</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>Undecided</translation>
        </message>
        <message>
            <source>What is to be said</source>
            <translation>What is to be said</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>What single senders added</source>
            <translation>What single senders added</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <translation>What stayed, and why</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>What was said</translation>
        </message>
        <message>
            <source>What you wrote stands below, not saved.</source>
            <translation>What you wrote stands below, not saved.</translation>
        </message>
        <message>
            <source>Where does it belong?</source>
            <translation>Where does it belong?</translation>
        </message>
        <message>
            <source>Why was it decided so?</source>
            <translation>Why was it decided so?</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Without a name</translation>
        </message>
        <message>
            <source>Without a provision they stand in the list “accepted, but without a change in the text”, and the document does not go out before each has one.</source>
            <translation>Without a provision they stand in the list “accepted, but without a change in the text”, and the document does not go out before each has one.</translation>
        </message>
        <message>
            <source>Words of the text that are meant</source>
            <translation>Words of the text that are meant</translation>
        </message>
        <message>
            <source>Words, sender or letter no.</source>
            <extracomment>The part to be shown as soon as the draft that has it is read. The disposition by which the parts that are listed are narrowed.</extracomment>
            <translation>Words, sender or letter no.</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Write</translation>
        </message>
        <message>
            <source>Write a comment down</source>
            <translation>Write a comment down</translation>
        </message>
        <message>
            <source>Write a comment down…</source>
            <translation>Write a comment down…</translation>
        </message>
        <message>
            <source>Write the reason</source>
            <translation>Write the reason</translation>
        </message>
        <message>
            <source>Write to colleagues</source>
            <translation>Write to colleagues</translation>
        </message>
        <message>
            <source>about “{words}”</source>
            <extracomment>Runs while rows are still to come; the next whose height is counted. A text takes other lines than were counted: the rows are to be laid out again. By comment, with the words and the sight that a size is of: all rows are asked for at once, and again. The width of a row, and the height of a line.</extracomment>
            <translation>about “{words}”</translation>
        </message>
        <message>
            <source>all</source>
            <translation>all</translation>
        </message>
        <message>
            <source>confirmed by {name}</source>
            <translation>confirmed by {name}</translation>
        </message>
        <message>
            <source>day {n} of {m}</source>
            <translation>day {n} of {m}</translation>
        </message>
        <message>
            <source>decided by {name}</source>
            <translation>decided by {name}</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>end {weekday} {day}, 24:00</source>
            <translation>end {weekday} {day}, 24:00</translation>
        </message>
        <message>
            <source>for example: Article 6</source>
            <translation>for example: Article 6</translation>
        </message>
        <message>
            <source>for {name}</source>
            <extracomment>A thread on the exposed text, or on a comment or campaign group.</extracomment>
            <translation>for {name}</translation>
        </message>
        <message>
            <source>from {n} persons</source>
            <translation>from {n} persons</translation>
        </message>
        <message>
            <source>is the last day of the window</source>
            <translation>is the last day of the window</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>left</source>
            <translation>left</translation>
        </message>
        <message>
            <source>left out: {words}</source>
            <translation>left out: {words}</translation>
        </message>
        <message>
            <source>none on this provision</source>
            <translation>none on this provision</translation>
        </message>
        <message>
            <source>on the comment of {name}</source>
            <translation>on the comment of {name}</translation>
        </message>
        <message>
            <source>on the text “{words}”</source>
            <translation>on the text “{words}”</translation>
        </message>
        <message>
            <source>on {n} comments with one text</source>
            <translation>on {n} comments with one text</translation>
        </message>
        <message>
            <source>one text, one row</source>
            <translation>one text, one row</translation>
        </message>
        <message>
            <source>opened {day}</source>
            <extracomment>More days than this are drawn as one bar.</extracomment>
            <translation>opened {day}</translation>
        </message>
        <message>
            <source>put in: {words}</source>
            <translation>put in: {words}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>revision {n}</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>since {day}</translation>
        </message>
        <message>
            <source>undecided</source>
            <translation>undecided</translation>
        </message>
        <message>
            <source>undecided {n}</source>
            <translation>undecided {n}</translation>
        </message>
        <message>
            <source>until the end of the window</source>
            <translation>until the end of the window</translation>
        </message>
        <message>
            <source>waits for a second reader</source>
            <translation>waits for a second reader</translation>
        </message>
        <message>
            <source>without a reviewer</source>
            <translation>without a reviewer</translation>
        </message>
        <message>
            <source>without an issue</source>
            <extracomment>`undecided`: those without one.</extracomment>
            <translation>without an issue</translation>
        </message>
        <message>
            <source>{channel} no. {number}</source>
            <translation>{channel} no. {number}</translation>
        </message>
        <message>
            <source>{name} decided it meanwhile: {disposition}</source>
            <translation>{name} decided it meanwhile: {disposition}</translation>
        </message>
        <message>
            <source>{name} is the same in revision {n}.</source>
            <translation>{name} is the same in revision {n}.</translation>
        </message>
        <message>
            <source>{name}, {day}: {words}</source>
            <translation>{name}, {day}: {words}</translation>
        </message>
        <message>
            <source>{name}: {n} comments, {m} undecided</source>
            <translation>{name}: {n} comments, {m} undecided</translation>
        </message>
        <message>
            <source>{name}: {words} ({n} of 100)</source>
            <translation>{name}: {words} ({n} of 100)</translation>
        </message>
        <message>
            <source>{n} additions</source>
            <translation>{n} additions</translation>
        </message>
        <message>
            <source>{n} comments are as they were; {m} were built on and stay.</source>
            <translation>{n} comments are as they were; {m} were built on and stay.</translation>
        </message>
        <message>
            <source>{n} comments are chosen.</source>
            <translation>{n} comments are chosen.</translation>
        </message>
        <message>
            <source>{n} comments are where they were.</source>
            <translation>{n} comments are where they were.</translation>
        </message>
        <message>
            <source>{n} comments belong to: {name}.</source>
            <translation>{n} comments belong to: {name}.</translation>
        </message>
        <message>
            <source>{n} comments with one text</source>
            <translation>{n} comments with one text</translation>
        </message>
        <message>
            <source>{n} comments: {words}</source>
            <translation>{n} comments: {words}</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>{n} decided apart</source>
            <translation>{n} decided apart</translation>
        </message>
        <message>
            <source>{n} letters</source>
            <translation>{n} letters</translation>
        </message>
        <message>
            <source>{n} of {m} comments</source>
            <translation>{n} of {m} comments</translation>
        </message>
        <message>
            <source>{n} of {m} decided</source>
            <translation>{n} of {m} decided</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} open</translation>
        </message>
        <message>
            <source>{n} staff threads</source>
            <translation>{n} staff threads</translation>
        </message>
        <message>
            <source>{n} undecided</source>
            <translation>{n} undecided</translation>
        </message>
        <message>
            <source>{n} without a name</source>
            <translation>{n} without a name</translation>
        </message>
        <message>
            <source>{n}: {why}</source>
            <translation>{n}: {why}</translation>
        </message>
        <message>
            <source>{title}: all decided</source>
            <translation>{title}: all decided</translation>
        </message>
        <message>
            <source>{title}: no comment yet</source>
            <translation>{title}: no comment yet</translation>
        </message>
        <message>
            <source>{title}: {n} undecided</source>
            <translation>{title}: {n} undecided</translation>
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
            <source>1 article without a change</source>
            <translation>1 article without a change</translation>
        </message>
        <message>
            <source>1 place in the text</source>
            <translation>1 place in the text</translation>
        </message>
        <message>
            <source>1 provision changed in spelling only</source>
            <translation>1 provision changed in spelling only</translation>
        </message>
        <message>
            <source>1 provision without a change</source>
            <translation>1 provision without a change</translation>
        </message>
        <message>
            <source>; </source>
            <extracomment>Words quoted in a summary; beyond this only their places are counted.</extracomment>
            <translation>; </translation>
        </message>
        <message>
            <source>A change that is no longer there</source>
            <translation>A change that is no longer there</translation>
        </message>
        <message>
            <source>A colleague changed what is pinned. F5 compares again.</source>
            <translation>A colleague changed what is pinned. F5 compares again.</translation>
        </message>
        <message>
            <source>A colleague settled a suggestion that is taken; take it back, then save.</source>
            <translation>A colleague settled a suggestion that is taken; take it back, then save.</translation>
        </message>
        <message>
            <source>A next revision is built from two revisions of an instrument.</source>
            <extracomment>It was settled, or its words are not in the newer revision: it can only be taken back. Who changed it last and when; empty while nothing is kept.</extracomment>
            <translation>A next revision is built from two revisions of an instrument.</translation>
        </message>
        <message>
            <source>A saved revision can't be changed.</source>
            <translation>A saved revision can't be changed.</translation>
        </message>
        <message>
            <source>Accepted</source>
            <extracomment>The reader went to a change, or a filter was set. A mark is wanted for the change on which the reader stands. The commands of the view; their keys work while the page is shown.</extracomment>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Accepting all changes gives the newer revision, rejecting all the older one.</source>
            <translation>Accepting all changes gives the newer revision, rejecting all the older one.</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>All changes are wanted, whatever else hides some of them.</extracomment>
            <translation>All</translation>
        </message>
        <message>
            <source>Annotate the change</source>
            <translation>Annotate the change</translation>
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
            <source>Back to the choices</source>
            <translation>Back to the choices</translation>
        </message>
        <message>
            <source>Back to the page</source>
            <translation>Back to the page</translation>
        </message>
        <message>
            <source>Before: {words}</source>
            <translation>Before: {words}</translation>
        </message>
        <message>
            <source>Both texts</source>
            <translation>Both texts</translation>
        </message>
        <message>
            <source>Both wordings are the same here; only the reference is stale.</source>
            <translation>Both wordings are the same here; only the reference is stale.</translation>
        </message>
        <message>
            <source>Build the next revision</source>
            <extracomment>Something was done or can't be: the sentence, and how to take it back. Building began or ended. What is taken changed. The text as it would be saved, compared with one of the two: comparison, name of the base, name of the result. A revision was saved: the instrument, and the numbers of the revision before it and of itself. A summary that was confirmed while the last choice was still being written.</extracomment>
            <translation>Build the next revision</translation>
        </message>
        <message>
            <source>Came from {place}</source>
            <translation>Came from {place}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Change {n} of {total}</source>
            <extracomment>What is put in between words is set apart by a space that may stand there already. Both texts at once, unchanged runs as one line; or one text from its beginning to its end.</extracomment>
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
            <source>Choose the place</source>
            <translation>Choose the place</translation>
        </message>
        <message>
            <source>Clause {label}</source>
            <translation>Clause {label}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Close the list of annotations</source>
            <extracomment>So many threads of a section stand in the list at once: a box takes some milliseconds to make. Who is to see to a thread: its number, the person's or None. A lost thread is to be put on the selection; a place among the candidates is looked at, was chosen. A new thread: its kind and its words. The person wants the list away; it went. Who can be named to see to a thread: number and name. The texts that the threads stand on, None while there are none.</extracomment>
            <translation>Close the list of annotations</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Close the structure</source>
            <translation>Close the structure</translation>
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
            <source>Compare again</source>
            <translation>Compare again</translation>
        </message>
        <message>
            <source>Compare something else</source>
            <extracomment>A menu of more instruments than this would not fit on the screen. The number of the revision that stands between the two, None for none.</extracomment>
            <translation>Compare something else</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Compared</translation>
        </message>
        <message>
            <source>Compared on {day}, {time}</source>
            <translation>Compared on {day}, {time}</translation>
        </message>
        <message>
            <source>Comparison</source>
            <extracomment>What the program can read, for the file dialog.</extracomment>
            <translation>Comparison</translation>
        </message>
        <message>
            <source>Comparison in words</source>
            <translation>Comparison in words</translation>
        </message>
        <message>
            <source>Comparison of two texts</source>
            <extracomment>Pixels of what stands before a change that stay in sight when it is jumped to. A fold was opened or closed, or the filter changed what is shown.</extracomment>
            <translation>Comparison of two texts</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new}</source>
            <translation>Comparison of {old} and {new}</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new} — {title}</source>
            <translation>Comparison of {old} and {new} — {title}</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new}, {title}</source>
            <translation>Comparison of {old} and {new}, {title}</translation>
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
            <source>Copy with marks</source>
            <translation>Copy with marks</translation>
        </message>
        <message>
            <source>Data for programs (JSON)</source>
            <translation>Data for programs (JSON)</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Deleted</translation>
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
            <source>Digits</source>
            <translation>Digits</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>Dismissed</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Documents of Word, ODT, HTML or text; you can also drop them here</source>
            <translation>Documents of Word, ODT, HTML or text; you can also drop them here</translation>
        </message>
        <message>
            <source>Drop two files together: the older text and the newer one.</source>
            <translation>Drop two files together: the older text and the newer one.</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Edited</translation>
        </message>
        <message>
            <source>Every change is taken from {new}. Ctrl+→ takes the current one from {old}, Ctrl+← gives it back.</source>
            <translation>Every change is taken from {new}. Ctrl+→ takes the current one from {old}, Ctrl+← gives it back.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Export the comparison</source>
            <translation>Export the comparison</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Files from disk can't be annotated: they are not kept.</source>
            <extracomment>How many threads are open. Something was done, in words, and how to take it back (a callable, or None).</extracomment>
            <translation>Files from disk can't be annotated: they are not kept.</translation>
        </message>
        <message>
            <source>Files from disk can't be pinned: they are not kept.</source>
            <translation>Files from disk can't be pinned: they are not kept.</translation>
        </message>
        <message>
            <source>Find in both texts</source>
            <translation>Find in both texts</translation>
        </message>
        <message>
            <source>Fold {n} rows without a change</source>
            <translation>Fold {n} rows without a change</translation>
        </message>
        <message>
            <source>Fold {n} words without a change</source>
            <translation>Fold {n} words without a change</translation>
        </message>
        <message>
            <source>For nobody</source>
            <translation>For nobody</translation>
        </message>
        <message>
            <source>For {name}</source>
            <translation>For {name}</translation>
        </message>
        <message>
            <source>From {revision}: {n}</source>
            <translation>From {revision}: {n}</translation>
        </message>
        <message>
            <source>Go on building</source>
            <translation>Go on building</translation>
        </message>
        <message>
            <source>Hidden here</source>
            <translation>Hidden here</translation>
        </message>
        <message>
            <source>Hidden on screen, but marked here: {names}</source>
            <translation>Hidden on screen, but marked here: {names}</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>Inserted</translation>
        </message>
        <message>
            <source>Insertion</source>
            <translation>Insertion</translation>
        </message>
        <message>
            <source>Invisible characters</source>
            <translation>Invisible characters</translation>
        </message>
        <message>
            <source>It belongs here</source>
            <translation>It belongs here</translation>
        </message>
        <message>
            <source>It is {base}, word for word.</source>
            <translation>It is {base}, word for word.</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>It was taken back.</translation>
        </message>
        <message>
            <source>Its words are not in this text.</source>
            <translation>Its words are not in this text.</translation>
        </message>
        <message>
            <source>JSON files</source>
            <translation>JSON files</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>Joining</translation>
        </message>
        <message>
            <source>Joining makes another word</source>
            <translation>Joining makes another word</translation>
        </message>
        <message>
            <source>Kept: {who}, {day} {time}</source>
            <translation>Kept: {who}, {day} {time}</translation>
        </message>
        <message>
            <source>Kind of the annotation</source>
            <extracomment>Escape or the button: the reader goes on reading. Other words are meant: the view shows which. What was left unfinished stands in the form again. What is compared: the title of the instrument, its number and those of both revisions.</extracomment>
            <translation>Kind of the annotation</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Leave building</source>
            <translation>Leave building</translation>
        </message>
        <message>
            <source>Leave building; the choices are kept</source>
            <translation>Leave building; the choices are kept</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Left out</translation>
        </message>
        <message>
            <source>Let go of the pin</source>
            <translation>Let go of the pin</translation>
        </message>
        <message>
            <source>Letter form</source>
            <translation>Letter form</translation>
        </message>
        <message>
            <source>List of annotations</source>
            <translation>List of annotations</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>Marks</translation>
        </message>
        <message>
            <source>Marks on files from disk last until the program is closed.</source>
            <translation>Marks on files from disk last until the program is closed.</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>Merged from {n} provisions</source>
            <translation>Merged from {n} provisions</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>Those that only revisions of an instrument have.</extracomment>
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
            <source>Newer revision: {name}</source>
            <translation>Newer revision: {name}</translation>
        </message>
        <message>
            <source>Newer text</source>
            <translation>Newer text</translation>
        </message>
        <message>
            <source>Next change</source>
            <extracomment>The kinds that Alt and a digit go to, in the order of the counts under the texts; the digit after them is that of weighty changes.</extracomment>
            <translation>Next change</translation>
        </message>
        <message>
            <source>Next change of number</source>
            <translation>Next change of number</translation>
        </message>
        <message>
            <source>Next change of this kind</source>
            <translation>Next change of this kind</translation>
        </message>
        <message>
            <source>Next deletion</source>
            <translation>Next deletion</translation>
        </message>
        <message>
            <source>Next edit</source>
            <translation>Next edit</translation>
        </message>
        <message>
            <source>Next insertion</source>
            <translation>Next insertion</translation>
        </message>
        <message>
            <source>Next move</source>
            <translation>Next move</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Next place</translation>
        </message>
        <message>
            <source>Next stale reference</source>
            <translation>Next stale reference</translation>
        </message>
        <message>
            <source>Next weighty change</source>
            <translation>Next weighty change</translation>
        </message>
        <message>
            <source>No annotations yet. Select words and press N.</source>
            <translation>No annotations yet. Select words and press N.</translation>
        </message>
        <message>
            <source>No change of this kind</source>
            <translation>No change of this kind</translation>
        </message>
        <message>
            <source>No comment asked for it.</source>
            <translation>No comment asked for it.</translation>
        </message>
        <message>
            <source>No instrument has two revisions yet</source>
            <translation>No instrument has two revisions yet</translation>
        </message>
        <message>
            <source>No labels were found; the text is compared by paragraph.</source>
            <translation>No labels were found; the text is compared by paragraph.</translation>
        </message>
        <message>
            <source>No open annotation suggests another wording.</source>
            <translation>No open annotation suggests another wording.</translation>
        </message>
        <message>
            <source>No revision can be added: the document is finished, or it takes another role.</source>
            <translation>No revision can be added: the document is finished, or it takes another role.</translation>
        </message>
        <message>
            <source>No substantive change</source>
            <extracomment>Role under which a row gives the number of its change; None for the heading of a chapter.</extracomment>
            <translation>No substantive change</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>None in between</source>
            <translation>None in between</translation>
        </message>
        <message>
            <source>Not compared</source>
            <translation>Not compared</translation>
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
            <source>Not in this revision</source>
            <translation>Not in this revision</translation>
        </message>
        <message>
            <source>Not in {side}</source>
            <translation>Not in {side}</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>A card is anchored so far above the foot of its phrase. Where the first card may begin and the last one has to end. How far the edges of a pile are seen below its first card. Colour of the chip of each kind of thread (see `ui.widgets.chip.draw_chip`). How many cards more stand behind this one, because there is no room for each.</extracomment>
            <translation>Note</translation>
        </message>
        <message>
            <source>Nothing chosen yet</source>
            <translation>Nothing chosen yet</translation>
        </message>
        <message>
            <source>Nothing is being compared</source>
            <translation>Nothing is being compared</translation>
        </message>
        <message>
            <source>Nothing is pinned. P on a deleted and on an inserted provision makes them one.</source>
            <translation>Nothing is pinned. P on a deleted and on an inserted provision makes them one.</translation>
        </message>
        <message>
            <source>Nothing substantive changed.</source>
            <translation>Nothing substantive changed.</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>Nothing was changed or lost</translation>
        </message>
        <message>
            <source>Now: {words}</source>
            <extracomment>A longer message gets a box that scrolls: a label would cut it.</extracomment>
            <translation>Now: {words}</translation>
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
            <source>Older revision: {name}</source>
            <translation>Older revision: {name}</translation>
        </message>
        <message>
            <source>Older text</source>
            <translation>Older text</translation>
        </message>
        <message>
            <source>Only a provision that stands on both sides can be parted.</source>
            <translation>Only a provision that stands on both sides can be parted.</translation>
        </message>
        <message>
            <source>Only amounts, dates, duties and negations that changed</source>
            <translation>Only amounts, dates, duties and negations that changed</translation>
        </message>
        <message>
            <source>Only what changed since publication though no comment, nor the revision in between, asked for it</source>
            <translation>Only what changed since publication though no comment, nor the revision in between, asked for it</translation>
        </message>
        <message>
            <source>Only what you have not seen yet</source>
            <translation>Only what you have not seen yet</translation>
        </message>
        <message>
            <source>Only what you or a colleague wants to discuss</source>
            <translation>Only what you or a colleague wants to discuss</translation>
        </message>
        <message>
            <source>Open or close all folds</source>
            <translation>Open or close all folds</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Open the file</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>Other changes</source>
            <translation>Other changes</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>PDF files</translation>
        </message>
        <message>
            <source>PDF: both texts side by side</source>
            <translation>PDF: both texts side by side</translation>
        </message>
        <message>
            <source>PDF: list of changes</source>
            <translation>PDF: list of changes</translation>
        </message>
        <message>
            <source>PDF: list of changes, then both texts</source>
            <extracomment>What no file system takes in a name.</extracomment>
            <translation>PDF: list of changes, then both texts</translation>
        </message>
        <message>
            <source>Page for a browser (HTML)</source>
            <translation>Page for a browser (HTML)</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Page {page} of {pages}</translation>
        </message>
        <message>
            <source>Pinned by hand: {n}</source>
            <translation>Pinned by hand: {n}</translation>
        </message>
        <message>
            <source>Place {n} of {total}</source>
            <translation>Place {n} of {total}</translation>
        </message>
        <message>
            <source>Places among which to choose</source>
            <translation>Places among which to choose</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>Plain text</translation>
        </message>
        <message>
            <source>Press B first, to build the next revision.</source>
            <translation>Press B first, to build the next revision.</translation>
        </message>
        <message>
            <source>Preview</source>
            <extracomment>Boxes beyond this are counted. A change is to come from the newer side again: its key. The side with which the preview is to be compared. The form for saving is wanted; its text was confirmed.</extracomment>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>Previous change</translation>
        </message>
        <message>
            <source>Previous change of this kind</source>
            <translation>Previous change of this kind</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Previous place</translation>
        </message>
        <message>
            <source>Previous weighty change</source>
            <translation>Previous weighty change</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>Punctuation</source>
            <translation>Punctuation</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>Put aside</translation>
        </message>
        <message>
            <source>Put away</source>
            <extracomment>More pins than this stand behind a line that counts them. A line of the outline was chosen: the side and a code point of its text. A pin is to go.</extracomment>
            <translation>Put away</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>Put in</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Reading the structure…</source>
            <translation>Reading the structure…</translation>
        </message>
        <message>
            <source>Renumbered</source>
            <translation>Renumbered</translation>
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
            <source>Revision {n} was built and saved.</source>
            <translation>Revision {n} was built and saved.</translation>
        </message>
        <message>
            <source>Save as {revision}</source>
            <translation>Save as {revision}</translation>
        </message>
        <message>
            <source>Save the annotation</source>
            <translation>Save the annotation</translation>
        </message>
        <message>
            <source>Save the revision</source>
            <translation>Save the revision</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Seen</translation>
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
            <source>Setting the pages…</source>
            <translation>Setting the pages…</translation>
        </message>
        <message>
            <source>Several places are about as good; which one is meant?</source>
            <translation>Several places are about as good; which one is meant?</translation>
        </message>
        <message>
            <source>Show or hide differences in spelling</source>
            <translation>Show or hide differences in spelling</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>Spacing</translation>
        </message>
        <message>
            <source>Spelling only</source>
            <translation>Spelling only</translation>
        </message>
        <message>
            <source>Spelling: {kind}</source>
            <translation>Spelling: {kind}</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Split</translation>
        </message>
        <message>
            <source>Split into {n} provisions</source>
            <translation>Split into {n} provisions</translation>
        </message>
        <message>
            <source>Stale reference: no longer there</source>
            <translation>Stale reference: no longer there</translation>
        </message>
        <message>
            <source>Stale reference: now {label}</source>
            <translation>Stale reference: now {label}</translation>
        </message>
        <message>
            <source>Stale reference: “{was}” is no longer there</source>
            <translation>Stale reference: “{was}” is no longer there</translation>
        </message>
        <message>
            <source>Stale reference: “{was}” should read “{now}”</source>
            <translation>Stale reference: “{was}” should read “{now}”</translation>
        </message>
        <message>
            <source>Stale references: {n}</source>
            <translation>Stale references: {n}</translation>
        </message>
        <message>
            <source>Stand on a change first: F8 goes to the next one.</source>
            <extracomment>Marks are written together when the reader has stood still for so long, in milliseconds. After this, marks that the database did not take are sent again. Marks changed: list, counts and view are to show them. A mark was set: the sentence, and how to take it back. What is being written, and what the database did not take while another comparison was opened.</extracomment>
            <translation>Stand on a change first: F8 goes to the next one.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped. Nothing was written.</source>
            <translation>Stopped. Nothing was written.</translation>
        </message>
        <message>
            <source>Structure of the text</source>
            <extracomment>Pixels for each level; what is nested deeper than this stands no further in.</extracomment>
            <translation>Structure of the text</translation>
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>Suggested wording</translation>
        </message>
        <message>
            <source>Suggested wordings</source>
            <translation>Suggested wordings</translation>
        </message>
        <message>
            <source>Summary of the revision</source>
            <extracomment>The form was opened or put away.</extracomment>
            <translation>Summary of the revision</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Take away</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Take from the newer revision again</source>
            <translation>Take from the newer revision again</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Take it</translation>
        </message>
        <message>
            <source>Take the new wording</source>
            <translation>Take the new wording</translation>
        </message>
        <message>
            <source>Take the old wording</source>
            <translation>Take the old wording</translation>
        </message>
        <message>
            <source>Text after the comments</source>
            <translation>Text after the comments</translation>
        </message>
        <message>
            <source>Text files</source>
            <translation>Text files</translation>
        </message>
        <message>
            <source>Text of the annotation</source>
            <translation>Text of the annotation</translation>
        </message>
        <message>
            <source>Text without a label</source>
            <translation>Text without a label</translation>
        </message>
        <message>
            <source>The annotation has another person to see to it.</source>
            <translation>The annotation has another person to see to it.</translation>
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
            <source>The change was copied with its marks.</source>
            <translation>The change was copied with its marks.</translation>
        </message>
        <message>
            <source>The change was copied.</source>
            <translation>The change was copied.</translation>
        </message>
        <message>
            <source>The last revision beside the one before it</source>
            <translation>The last revision beside the one before it</translation>
        </message>
        <message>
            <source>The new wording is taken</source>
            <translation>The new wording is taken</translation>
        </message>
        <message>
            <source>The new wording itself; its reason as a reply</source>
            <translation>The new wording itself; its reason as a reply</translation>
        </message>
        <message>
            <source>The newer text</source>
            <translation>The newer text</translation>
        </message>
        <message>
            <source>The old wording is taken</source>
            <translation>The old wording is taken</translation>
        </message>
        <message>
            <source>The older text</source>
            <translation>The older text</translation>
        </message>
        <message>
            <source>The pin was taken away.</source>
            <translation>The pin was taken away.</translation>
        </message>
        <message>
            <source>The printer did not take the pages. Check it, or write a PDF.</source>
            <translation>The printer did not take the pages. Check it, or write a PDF.</translation>
        </message>
        <message>
            <source>The revision in between that carries what the comments asked for, if there is one</source>
            <translation>The revision in between that carries what the comments asked for, if there is one</translation>
        </message>
        <message>
            <source>The selection was copied with its marks.</source>
            <translation>The selection was copied with its marks.</translation>
        </message>
        <message>
            <source>The selection was copied.</source>
            <extracomment>An annotation is wanted on code points `[start, end)` of a side ("old" or "new"). Something was copied: the words for the message bar.</extracomment>
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
            <source>These two are not one</source>
            <translation>These two are not one</translation>
        </message>
        <message>
            <source>These two are one already; part them first if they are not.</source>
            <translation>These two are one already; part them first if they are not.</translation>
        </message>
        <message>
            <source>These words</source>
            <translation>These words</translation>
        </message>
        <message>
            <source>These words are no longer in the text.</source>
            <translation>These words are no longer in the text.</translation>
        </message>
        <message>
            <source>These words may have gone here; are they the ones that are meant?</source>
            <translation>These words may have gone here; are they the ones that are meant?</translation>
        </message>
        <message>
            <source>These words were deleted in {revision}.</source>
            <translation>These words were deleted in {revision}.</translation>
        </message>
        <message>
            <source>These words were lost in {revision}.</source>
            <translation>These words were lost in {revision}.</translation>
        </message>
        <message>
            <source>This PC has no printer that is set up. Add one, or write a PDF.</source>
            <translation>This PC has no printer that is set up. Add one, or write a PDF.</translation>
        </message>
        <message>
            <source>This change</source>
            <translation>This change</translation>
        </message>
        <message>
            <source>This is the same as “{title}”</source>
            <translation>This is the same as “{title}”</translation>
        </message>
        <message>
            <source>This is the same as …</source>
            <extracomment>Pins changed: the comparison is to be made again, and this side and code point to be looked at. Something was done or can't be: the sentence, and how to take it back. A provision waits for its partner: what to do now; empty when none does. For the menu of everything that can be done.</extracomment>
            <translation>This is the same as …</translation>
        </message>
        <message>
            <source>This side has no text.</source>
            <translation>This side has no text.</translation>
        </message>
        <message>
            <source>To be discussed</source>
            <translation>To be discussed</translation>
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
            <source>Two provisions bear the same number now: {names}</source>
            <translation>Two provisions bear the same number now: {names}</translation>
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
            <source>Unchanged</source>
            <extracomment>The words of a label by which a provision is an article, or the heading of a division; a digit may follow at once. A number written at once behind its word («ماده۴»), and one in brackets («ماده (۴)»): the same name.</extracomment>
            <translation>Unchanged</translation>
        </message>
        <message>
            <source>Unnumbered</source>
            <translation>Unnumbered</translation>
        </message>
        <message>
            <source>Web pages</source>
            <translation>Web pages</translation>
        </message>
        <message>
            <source>Weighty</source>
            <translation>Weighty</translation>
        </message>
        <message>
            <source>Weighty changes</source>
            <translation>Weighty changes</translation>
        </message>
        <message>
            <source>Weighty: an amount, a date, a duty or a negation changed</source>
            <extracomment>Code points of the other side's words that a tip quotes.</extracomment>
            <translation>Weighty: an amount, a date, a duty or a negation changed</translation>
        </message>
        <message>
            <source>Weighty: the joining makes another word</source>
            <translation>Weighty: the joining makes another word</translation>
        </message>
        <message>
            <source>What do you ask about it?</source>
            <translation>What do you ask about it?</translation>
        </message>
        <message>
            <source>What do you want to say about it?</source>
            <translation>What do you want to say about it?</translation>
        </message>
        <message>
            <source>What speaks against it?</source>
            <translation>What speaks against it?</translation>
        </message>
        <message>
            <source>What the annotation is about</source>
            <translation>What the annotation is about</translation>
        </message>
        <message>
            <source>What was chosen for the next revision was put aside.</source>
            <translation>What was chosen for the next revision was put aside.</translation>
        </message>
        <message>
            <source>What was deleted</source>
            <translation>What was deleted</translation>
        </message>
        <message>
            <source>Which place is meant?</source>
            <translation>Which place is meant?</translation>
        </message>
        <message>
            <source>Which provision of {side} is “{title}”? Go to it and press P; Esc lets go.</source>
            <translation>Which provision of {side} is “{title}”? Go to it and press P; Esc lets go.</translation>
        </message>
        <message>
            <source>Which text</source>
            <translation>Which text</translation>
        </message>
        <message>
            <source>Which text is read</source>
            <translation>Which text is read</translation>
        </message>
        <message>
            <source>Whole provision</source>
            <translation>Whole provision</translation>
        </message>
        <message>
            <source>Without a place</source>
            <translation>Without a place</translation>
        </message>
        <message>
            <source>Word documents</source>
            <translation>Word documents</translation>
        </message>
        <message>
            <source>Word with tracked changes</source>
            <translation>Word with tracked changes</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>Wording</translation>
        </message>
        <message>
            <source>Writing “{name}”…</source>
            <extracomment>Asks where to: the suggested path and the filter of the dialog; None where the person thinks better of it. Work that is done before is told only when it is done.</extracomment>
            <translation>Writing “{name}”…</translation>
        </message>
        <message>
            <source>Your marks are not kept: that takes the role of a clerk, reviewer or manager.</source>
            <translation>Your marks are not kept: that takes the role of a clerk, reviewer or manager.</translation>
        </message>
        <message>
            <source>a place that is no provision</source>
            <translation>a place that is no provision</translation>
        </message>
        <message>
            <source>and {n} earlier ones</source>
            <translation>and {n} earlier ones</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>asked for by nobody</source>
            <translation>asked for by nobody</translation>
        </message>
        <message>
            <source>being built</source>
            <translation>being built</translation>
        </message>
        <message>
            <source>compared with</source>
            <translation>compared with</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>deleted</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>edited</translation>
        </message>
        <message>
            <source>first file</source>
            <translation>first file</translation>
        </message>
        <message>
            <source>from {revision}</source>
            <extracomment>Something was done or can't be: the sentence, and how to take it back. A comparison is to be made: the source, and the place to look at again (a side and a code point) or None. The preview of the next revision is to be shown, or put away.</extracomment>
            <translation>from {revision}</translation>
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
            <source>instead of: “{quote}”</source>
            <translation>instead of: “{quote}”</translation>
        </message>
        <message>
            <source>left out: {words} end of what was left out</source>
            <translation>left out: {words} end of what was left out</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>moved</translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>not seen</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>not there</translation>
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
            <source>put in: {words} end of what was put in</source>
            <translation>put in: {words} end of what was put in</translation>
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
            <source>to discuss</source>
            <translation>to discuss</translation>
        </message>
        <message>
            <source>was</source>
            <translation>was</translation>
        </message>
        <message>
            <source>weighty</source>
            <translation>weighty</translation>
        </message>
        <message>
            <source>{author}: {text}</source>
            <translation>{author}: {text}</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
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
            <source>{name} (spelling)</source>
            <translation>{name} (spelling)</translation>
        </message>
        <message>
            <source>{name} (weighty)</source>
            <translation>{name} (weighty)</translation>
        </message>
        <message>
            <source>{name} closed it: {outcome}</source>
            <translation>{name} closed it: {outcome}</translation>
        </message>
        <message>
            <source>{name} gave it its place in {revision}</source>
            <translation>{name} gave it its place in {revision}</translation>
        </message>
        <message>
            <source>{name} gave it to nobody</source>
            <translation>{name} gave it to nobody</translation>
        </message>
        <message>
            <source>{name} gave it to {person}</source>
            <translation>{name} gave it to {person}</translation>
        </message>
        <message>
            <source>{name} reopened it</source>
            <translation>{name} reopened it</translation>
        </message>
        <message>
            <source>{name} took its place in {revision} back</source>
            <translation>{name} took its place in {revision} back</translation>
        </message>
        <message>
            <source>{new} (number; was {old})</source>
            <translation>{new} (number; was {old})</translation>
        </message>
        <message>
            <source>{new} (spelling, {kind}; was {old})</source>
            <translation>{new} (spelling, {kind}; was {old})</translation>
        </message>
        <message>
            <source>{new} (was {old})</source>
            <translation>{new} (was {old})</translation>
        </message>
        <message>
            <source>{n} accepted</source>
            <translation>{n} accepted</translation>
        </message>
        <message>
            <source>{n} articles moved along</source>
            <translation>{n} articles moved along</translation>
        </message>
        <message>
            <source>{n} articles without a change</source>
            <translation>{n} articles without a change</translation>
        </message>
        <message>
            <source>{n} before these</source>
            <translation>{n} before these</translation>
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
            <source>{n} pages went to the printer.</source>
            <translation>{n} pages went to the printer.</translation>
        </message>
        <message>
            <source>{n} paragraphs without a change</source>
            <translation>{n} paragraphs without a change</translation>
        </message>
        <message>
            <source>{n} places in the text</source>
            <translation>{n} places in the text</translation>
        </message>
        <message>
            <source>{n} provisions changed in spelling only</source>
            <translation>{n} provisions changed in spelling only</translation>
        </message>
        <message>
            <source>{n} provisions moved along</source>
            <translation>{n} provisions moved along</translation>
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
            <source>{n} rows without a change</source>
            <translation>{n} rows without a change</translation>
        </message>
        <message>
            <source>{n} spelled otherwise</source>
            <translation>{n} spelled otherwise</translation>
        </message>
        <message>
            <source>{n} stale references</source>
            <translation>{n} stale references</translation>
        </message>
        <message>
            <source>{n} to be discussed</source>
            <extracomment>The width of the bar that fills, in pixels.</extracomment>
            <translation>{n} to be discussed</translation>
        </message>
        <message>
            <source>{percent}% done</source>
            <translation>{percent}% done</translation>
        </message>
        <message>
            <source>{revision} as it would be saved</source>
            <translation>{revision} as it would be saved</translation>
        </message>
        <message>
            <source>{revision}, being built</source>
            <translation>{revision}, being built</translation>
        </message>
        <message>
            <source>{seen} of {total} seen</source>
            <translation>{seen} of {total} seen</translation>
        </message>
        <message>
            <source>{side} has no text</source>
            <translation>{side} has no text</translation>
        </message>
        <message>
            <source>“{name}” was written.</source>
            <translation>“{name}” was written.</translation>
        </message>
        <message>
            <source>“{name}” was written: {n} rows.</source>
            <translation>“{name}” was written: {n} rows.</translation>
        </message>
        <message>
            <source>“{new}” added</source>
            <translation>“{new}” added</translation>
        </message>
        <message>
            <source>“{old}” and “{new}” are not one, for your colleagues too.</source>
            <translation>“{old}” and “{new}” are not one, for your colleagues too.</translation>
        </message>
        <message>
            <source>“{old}” and “{new}” are one, for your colleagues too.</source>
            <translation>“{old}” and “{new}” are one, for your colleagues too.</translation>
        </message>
        <message>
            <source>“{old}” became “{new}”</source>
            <translation>“{old}” became “{new}”</translation>
        </message>
        <message>
            <source>“{old}” is not “{new}”</source>
            <translation>“{old}” is not “{new}”</translation>
        </message>
        <message>
            <source>“{old}” is “{new}”</source>
            <translation>“{old}” is “{new}”</translation>
        </message>
        <message>
            <source>“{old}” left out</source>
            <translation>“{old}” left out</translation>
        </message>
        <message>
            <source>“{title}” has only one revision</source>
            <translation>“{title}” has only one revision</translation>
        </message>
        <message>
            <source>“{title}” is accepted.</source>
            <translation>“{title}” is accepted.</translation>
        </message>
        <message>
            <source>“{title}” is marked as not seen.</source>
            <translation>“{title}” is marked as not seen.</translation>
        </message>
        <message>
            <source>“{title}” is marked as seen, no more.</source>
            <translation>“{title}” is marked as seen, no more.</translation>
        </message>
        <message>
            <source>“{title}” is to be discussed.</source>
            <translation>“{title}” is to be discussed.</translation>
        </message>
        <message>
            <source>… {n} rows without a change …</source>
            <translation>… {n} rows without a change …</translation>
        </message>
        <message>
            <source>… {n} words without a change …</source>
            <translation>… {n} words without a change …</translation>
        </message>
    </context>
    <context>
        <name>Comparison PDF</name>
        <message>
            <source>! Weighty</source>
            <translation>! Weighty</translation>
        </message>
        <message>
            <source>! weighty</source>
            <translation>! weighty</translation>
        </message>
        <message>
            <source>(continued) </source>
            <translation>(continued) </translation>
        </message>
        <message>
            <source>An amount, a date, a duty, a negation or a word has become another one here; such changes are marked with !.</source>
            <translation>An amount, a date, a duty, a negation or a word has become another one here; such changes are marked with !.</translation>
        </message>
        <message>
            <source>Both texts, one beside the other</source>
            <translation>Both texts, one beside the other</translation>
        </message>
        <message>
            <source>Change</source>
            <extracomment>White space between the columns; the grounds and bars of cells take `_BLEED` of it on either hand.</extracomment>
            <translation>Change</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Changes in all</source>
            <translation>Changes in all</translation>
        </message>
        <message>
            <source>Comparison: {title}</source>
            <translation>Comparison: {title}</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Differences</translation>
        </message>
        <message>
            <source>Differences in spelling</source>
            <translation>Differences in spelling</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>It stood behind {place}</source>
            <translation>It stood behind {place}</translation>
        </message>
        <message>
            <source>It stood in {place}</source>
            <translation>It stood in {place}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Marks:</source>
            <translation>Marks:</translation>
        </message>
        <message>
            <source>Newer number</source>
            <translation>Newer number</translation>
        </message>
        <message>
            <source>Older number</source>
            <translation>Older number</translation>
        </message>
        <message>
            <source>Only the number changed</source>
            <translation>Only the number changed</translation>
        </message>
        <message>
            <source>Other changes</source>
            <translation>Other changes</translation>
        </message>
        <message>
            <source>Stale references</source>
            <translation>Stale references</translation>
        </message>
        <message>
            <source>Weighty changes</source>
            <translation>Weighty changes</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>What it should say</source>
            <translation>What it should say</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Where it stands</translation>
        </message>
        <message>
            <source>no longer there</source>
            <translation>no longer there</translation>
        </message>
        <message>
            <source>number changed</source>
            <translation>number changed</translation>
        </message>
        <message>
            <source>spelled otherwise</source>
            <translation>spelled otherwise</translation>
        </message>
        <message>
            <source>stale reference</source>
            <translation>stale reference</translation>
        </message>
        <message>
            <source>words deleted</source>
            <translation>words deleted</translation>
        </message>
        <message>
            <source>words inserted</source>
            <translation>words inserted</translation>
        </message>
        <message>
            <source>{n} provisions moved together</source>
            <translation>{n} provisions moved together</translation>
        </message>
    </context>
    <context>
        <name>Composing</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>Built from revisions {old} and {new}</source>
            <translation>Built from revisions {old} and {new}</translation>
        </message>
        <message>
            <source>suggested wordings applied: {names}</source>
            <translation>suggested wordings applied: {names}</translation>
        </message>
        <message>
            <source>taken from revision {old}: {names}</source>
            <translation>taken from revision {old}: {names}</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} and {n} more</translation>
        </message>
    </context>
    <context>
        <name>Connecting</name>
        <message>
            <source>Another login than {user} made the tables; log in with that one.</source>
            <translation>Another login than {user} made the tables; log in with that one.</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Connections</translation>
        </message>
        <message>
            <source>Every server of the address stands by and takes no changes; add the one that is written to, or promote one.</source>
            <translation>Every server of the address stands by and takes no changes; add the one that is written to, or promote one.</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Login</translation>
        </message>
        <message>
            <source>Name and password are asked at the sign-in.</source>
            <translation>Name and password are asked at the sign-in.</translation>
        </message>
        <message>
            <source>Name of the server</source>
            <translation>Name of the server</translation>
        </message>
        <message>
            <source>No PostgreSQL listens on this PC at {host}; start it.</source>
            <translation>No PostgreSQL listens on this PC at {host}; start it.</translation>
        </message>
        <message>
            <source>No encrypted connection to {host} came about; the administrator of the server looks at its log.</source>
            <translation>No encrypted connection to {host} came about; the administrator of the server looks at its log.</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>Rights</translation>
        </message>
        <message>
            <source>Somebody answers at {host}, port {port}.</source>
            <translation>Somebody answers at {host}, port {port}.</translation>
        </message>
        <message>
            <source>Something else than PostgreSQL answers at {host}, port {port}; look at the port number.</source>
            <translation>Something else than PostgreSQL answers at {host}, port {port}; look at the port number.</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tables</translation>
        </message>
        <message>
            <source>The certificate of {host} has expired; the administrator of the server renews it. Look at the date of this PC too.</source>
            <translation>The certificate of {host} has expired; the administrator of the server renews it. Look at the date of this PC too.</translation>
        </message>
        <message>
            <source>The certificate of {host} is made out to another name; enter the name that stands in it, or have one made for this name.</source>
            <translation>The certificate of {host} is made out to another name; enter the name that stands in it, or have one made for this name.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not good; the administrator of the server renews it.</source>
            <translation>The certificate of {host} is not good; the administrator of the server renews it.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid yet; look at the date of this PC.</source>
            <translation>The certificate of {host} is not valid yet; look at the date of this PC.</translation>
        </message>
        <message>
            <source>The certificate of {host} was refused when logging in; look at the file of the authority.</source>
            <translation>The certificate of {host} was refused when logging in; look at the file of the authority.</translation>
        </message>
        <message>
            <source>The certificate of {host} was signed by another authority than that of the file; choose the right file, and type no password before.</source>
            <translation>The certificate of {host} was signed by another authority than that of the file; choose the right file, and type no password before.</translation>
        </message>
        <message>
            <source>The database has no tables yet; its owner prepares it.</source>
            <translation>The database has no tables yet; its owner prepares it.</translation>
        </message>
        <message>
            <source>The file of the certificate authority is not given; get it from the administrator of the server.</source>
            <translation>The file of the certificate authority is not given; get it from the administrator of the server.</translation>
        </message>
        <message>
            <source>The file {path} is no certificate; choose the one of the authority (PEM).</source>
            <translation>The file {path} is no certificate; choose the one of the authority (PEM).</translation>
        </message>
        <message>
            <source>The file {path} is not there; choose the file of the certificate authority.</source>
            <translation>The file {path} is not there; choose the file of the certificate authority.</translation>
        </message>
        <message>
            <source>The name {host} is known to the network.</source>
            <translation>The name {host} is known to the network.</translation>
        </message>
        <message>
            <source>The network knows no server of the name {host}; look at its spelling, or ask for the address.</source>
            <translation>The network knows no server of the name {host}; look at its spelling, or ask for the address.</translation>
        </message>
        <message>
            <source>The server asks {user} for a password; give one.</source>
            <translation>The server asks {user} for a password; give one.</translation>
        </message>
        <message>
            <source>The server broke off while it was asked; try again.</source>
            <translation>The server broke off while it was asked; try again.</translation>
        </message>
        <message>
            <source>The server does not know {user} with this password; type both again.</source>
            <translation>The server does not know {user} with this password; type both again.</translation>
        </message>
        <message>
            <source>The server takes {found} connections.</source>
            <translation>The server takes {found} connections.</translation>
        </message>
        <message>
            <source>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</source>
            <translation>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</translation>
        </message>
        <message>
            <source>The tables are of an older version; the owner of the database brings them up.</source>
            <translation>The tables are of an older version; the owner of the database brings them up.</translation>
        </message>
        <message>
            <source>The tables are those of this program.</source>
            <translation>The tables are those of this program.</translation>
        </message>
        <message>
            <source>There is no database {database} on {host}; look at its name, or make it with createdb.</source>
            <translation>There is no database {database} on {host}; look at its name, or make it with createdb.</translation>
        </message>
        <message>
            <source>There is no way to {host} from this PC; look at the cable and the network.</source>
            <translation>There is no way to {host} from this PC; look at the cable and the network.</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>What is said to {host} stays on this PC.</source>
            <translation>What is said to {host} stays on this PC.</translation>
        </message>
        <message>
            <source>With sslmode={mode} another machine can pass for the server and read passwords; use verify-full and the file of the certificate authority.</source>
            <translation>With sslmode={mode} another machine can pass for the server and read passwords; use verify-full and the file of the certificate authority.</translation>
        </message>
        <message>
            <source>{host} admits nobody from this PC by password; the administrator adds a line (hostssl, scram-sha-256) to pg_hba.conf.</source>
            <translation>{host} admits nobody from this PC by password; the administrator adds a line (hostssl, scram-sha-256) to pg_hba.conf.</translation>
        </message>
        <message>
            <source>{host} did not let the login in, for a reason not known here; its log tells which.</source>
            <translation>{host} did not let the login in, for a reason not known here; its log tells which.</translation>
        </message>
        <message>
            <source>{host} does not answer in time; try again, then look at the load of the server.</source>
            <translation>{host} does not answer in time; try again, then look at the load of the server.</translation>
        </message>
        <message>
            <source>{host} does not answer on port {port}; switch it on, or open the port in its firewall.</source>
            <translation>{host} does not answer on port {port}; switch it on, or open the port in its firewall.</translation>
        </message>
        <message>
            <source>{host} has let the login in.</source>
            <translation>{host} has let the login in.</translation>
        </message>
        <message>
            <source>{host} has proved by its certificate who it is.</source>
            <translation>{host} has proved by its certificate who it is.</translation>
        </message>
        <message>
            <source>{host} is starting up; try again in a minute.</source>
            <translation>{host} is starting up; try again in a minute.</translation>
        </message>
        <message>
            <source>{host} is there, but nothing listens on port {port}; start PostgreSQL there, or look at listen_addresses and the port.</source>
            <translation>{host} is there, but nothing listens on port {port}; start PostgreSQL there, or look at listen_addresses and the port.</translation>
        </message>
        <message>
            <source>{host} offers no encryption; the administrator of the server sets ssl = on and a certificate.</source>
            <translation>{host} offers no encryption; the administrator of the server sets ssl = on and a certificate.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found} and stands by; it takes no changes.</source>
            <translation>{host} runs PostgreSQL {found} and stands by; it takes no changes.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found}.</source>
            <translation>{host} runs PostgreSQL {found}.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found}; {wanted} or later is wanted. Upgrade the server.</source>
            <translation>{host} runs PostgreSQL {found}; {wanted} or later is wanted. Upgrade the server.</translation>
        </message>
        <message>
            <source>{host} takes no more connections; try again later, or raise max_connections.</source>
            <translation>{host} takes no more connections; try again later, or raise max_connections.</translation>
        </message>
        <message>
            <source>{user} has the rights that are needed.</source>
            <translation>{user} has the rights that are needed.</translation>
        </message>
        <message>
            <source>{user} is no account of this database; the administrator makes one, or gives it its role.</source>
            <translation>{user} is no account of this database; the administrator makes one, or gives it its role.</translation>
        </message>
        <message>
            <source>{user} may make no tables here; the administrator of the server makes it the owner of the database.</source>
            <translation>{user} may make no tables here; the administrator of the server makes it the owner of the database.</translation>
        </message>
        <message>
            <source>{user} may not connect to the database {database}; the administrator gives the account its role.</source>
            <translation>{user} may not connect to the database {database}; the administrator gives the account its role.</translation>
        </message>
        <message>
            <source>{user} may not log in; the administrator opens the account again.</source>
            <translation>{user} may not log in; the administrator opens the account again.</translation>
        </message>
        <message>
            <source>{user} may not make accounts; the administrator of the server runs ALTER ROLE … CREATEROLE for it.</source>
            <translation>{user} may not make accounts; the administrator of the server runs ALTER ROLE … CREATEROLE for it.</translation>
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
        <name>Days</name>
        <message>
            <source>in the last 30 days</source>
            <translation>in the last 30 days</translation>
        </message>
        <message>
            <source>in the last 7 days</source>
            <translation>in the last 7 days</translation>
        </message>
        <message>
            <source>in the next 7 days</source>
            <translation>in the next 7 days</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>last month</translation>
        </message>
        <message>
            <source>last week</source>
            <translation>last week</translation>
        </message>
        <message>
            <source>next month</source>
            <translation>next month</translation>
        </message>
        <message>
            <source>next week</source>
            <translation>next week</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>this month</translation>
        </message>
        <message>
            <source>this week</source>
            <translation>this week</translation>
        </message>
        <message>
            <source>this year</source>
            <translation>this year</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>tomorrow</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
    </context>
    <context>
        <name>Deputies</name>
        <message>
            <source>Deputies</source>
            <translation>Deputies</translation>
        </message>
        <message>
            <source>End it now</source>
            <translation>End it now</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>In every role but administration</source>
            <translation>In every role but administration</translation>
        </message>
        <message>
            <source>In which role</source>
            <translation>In which role</translation>
        </message>
        <message>
            <source>Last day, itself included</source>
            <translation>Last day, itself included</translation>
        </message>
        <message>
            <source>Name of either</source>
            <translation>Name of either</translation>
        </message>
        <message>
            <source>New deputy</source>
            <translation>New deputy</translation>
        </message>
        <message>
            <source>Nobody acts for anybody</source>
            <translation>Nobody acts for anybody</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Over</translation>
        </message>
        <message>
            <source>The deputy acts no more.</source>
            <translation>The deputy acts no more.</translation>
        </message>
        <message>
            <source>The deputy finds the other's petitions from the next sign-in on; the history says for whom.</source>
            <translation>The deputy finds the other's petitions from the next sign-in on; the history says for whom.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Wherever they work</source>
            <translation>Wherever they work</translation>
        </message>
        <message>
            <source>Who acts for them</source>
            <translation>Who acts for them</translation>
        </message>
        <message>
            <source>Who is absent</source>
            <translation>Who is absent</translation>
        </message>
        <message>
            <source>{deputy} acts for {person} from {first} to {last}.</source>
            <translation>{deputy} acts for {person} from {first} to {last}.</translation>
        </message>
        <message>
            <source>{deputy} for {person}</source>
            <translation>{deputy} for {person}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>“Add” makes a deputy for the days of an absence.</source>
            <translation>“Add” makes a deputy for the days of an absence.</translation>
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
            <source>Nothing was printed: the printer “{name}” did not take the pages. Is it switched on?</source>
            <translation>Nothing was printed: the printer “{name}” did not take the pages. Is it switched on?</translation>
        </message>
        <message>
            <source>Nothing was printed: there is no printer “{name}” on this PC.</source>
            <translation>Nothing was printed: there is no printer “{name}” on this PC.</translation>
        </message>
        <message>
            <source>Nothing was printed: this PC has no printer that is set up. Add one, or name one.</source>
            <translation>Nothing was printed: this PC has no printer that is set up. Add one, or name one.</translation>
        </message>
        <message>
            <source>Others are writing there just now. Nothing was changed, and what you wrote is kept; try again.</source>
            <translation>Others are writing there just now. Nothing was changed, and what you wrote is kept; try again.</translation>
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
            <source>Stopped. Nothing was changed.</source>
            <translation>Stopped. Nothing was changed.</translation>
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
            <source>The connection broke while it was being saved, and whether it was saved is not known. What you wrote is kept: when the connection is back, look whether it stands there before sending it again.</source>
            <translation>The connection broke while it was being saved, and whether it was saved is not known. What you wrote is kept: when the connection is back, look whether it stands there before sending it again.</translation>
        </message>
        <message>
            <source>The database does not let your account do this; nothing was changed. The administrator gives the roles.</source>
            <translation>The database does not let your account do this; nothing was changed. The administrator gives the roles.</translation>
        </message>
        <message>
            <source>The database is of a newer version than this program. Install the newer program.</source>
            <translation>The database is of a newer version than this program. Install the newer program.</translation>
        </message>
        <message>
            <source>The database took too long, so the work was broken off. Nothing was changed; narrow it down, or try later.</source>
            <translation>The database took too long, so the work was broken off. Nothing was changed; narrow it down, or try later.</translation>
        </message>
        <message>
            <source>The database was made by a trial version before the first release. Make a new one and import the data again.</source>
            <translation>The database was made by a trial version before the first release. Make a new one and import the data again.</translation>
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
            <source>The disk is full: “{name}” was not written. Make room or choose another disk.</source>
            <translation>The disk is full: “{name}” was not written. Make room or choose another disk.</translation>
        </message>
        <message>
            <source>The disk of the database “{where}” is full. Nothing was saved and nothing was lost; what you wrote is kept. Tell the administrator.</source>
            <translation>The disk of the database “{where}” is full. Nothing was saved and nothing was lost; what you wrote is kept. Tell the administrator.</translation>
        </message>
        <message>
            <source>The folder “{name}” holds other files; nothing was written. Choose an empty one or a new name.</source>
            <translation>The folder “{name}” holds other files; nothing was written. Choose an empty one or a new name.</translation>
        </message>
        <message>
            <source>The settings file could not be read; it was kept as “{kept}” and defaults are used.</source>
            <translation>The settings file could not be read; it was kept as “{kept}” and defaults are used.</translation>
        </message>
        <message>
            <source>There are {limit} attachments already; “{name}” was not added.</source>
            <translation>There are {limit} attachments already; “{name}” was not added.</translation>
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
            <source>This file was erased with the personal data of the petition, whose retention is over.</source>
            <translation>This file was erased with the personal data of the petition, whose retention is over.</translation>
        </message>
        <message>
            <source>This needs every row of the database, and your account sees only what its roles open. Sign in as the owner of the database (the login of “database init”).</source>
            <translation>This needs every row of the database, and your account sees only what its roles open. Sign in as the owner of the database (the login of “database init”).</translation>
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
            <source>attachment</source>
            <translation>attachment</translation>
        </message>
        <message>
            <source>campaign group</source>
            <translation>campaign group</translation>
        </message>
        <message>
            <source>closed day</source>
            <translation>closed day</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>comment</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>deputy</translation>
        </message>
        <message>
            <source>draft document</source>
            <translation>draft document</translation>
        </message>
        <message>
            <source>draft of the next revision</source>
            <translation>draft of the next revision</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>expert</translation>
        </message>
        <message>
            <source>improvement action</source>
            <translation>improvement action</translation>
        </message>
        <message>
            <source>invitation</source>
            <translation>invitation</translation>
        </message>
        <message>
            <source>issued report</source>
            <translation>issued report</translation>
        </message>
        <message>
            <source>label</source>
            <translation>label</translation>
        </message>
        <message>
            <source>letter</source>
            <translation>letter</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>macro</translation>
        </message>
        <message>
            <source>owner of the database</source>
            <translation>owner of the database</translation>
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
            <source>pin</source>
            <translation>pin</translation>
        </message>
        <message>
            <source>reminder</source>
            <translation>reminder</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>revision</translation>
        </message>
        <message>
            <source>routing rule</source>
            <translation>routing rule</translation>
        </message>
        <message>
            <source>saved reply</source>
            <translation>saved reply</translation>
        </message>
        <message>
            <source>service</source>
            <translation>service</translation>
        </message>
        <message>
            <source>source</source>
            <translation>source</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>{name} is closed already; change the entry that is there.</source>
            <translation>{name} is closed already; change the entry that is there.</translation>
        </message>
        <message>
            <source>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</translation>
        </message>
        <message>
            <source>“{name}” could not be read from the disk; nothing was added.</source>
            <translation>“{name}” could not be read from the disk; nothing was added.</translation>
        </message>
        <message>
            <source>“{name}” could not be written. Check the folder, its free space and your rights to it.</source>
            <translation>“{name}” could not be written. Check the folder, its free space and your rights to it.</translation>
        </message>
        <message>
            <source>“{name}” is empty; nothing was added.</source>
            <translation>“{name}” is empty; nothing was added.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} MB, the most that is taken in.</source>
            <translation>“{name}” is larger than {limit} MB, the most that is taken in.</translation>
        </message>
        <message>
            <source>“{name}” is not what was stored: its hash differs. Tell the administrator; do not use it.</source>
            <translation>“{name}” is not what was stored: its hash differs. Tell the administrator; do not use it.</translation>
        </message>
        <message>
            <source>“{name}” is taken; choose another name.</source>
            <translation>“{name}” is taken; choose another name.</translation>
        </message>
        <message>
            <source>“{name}” was not written: the folder is not there any more. Choose another place.</source>
            <translation>“{name}” was not written: the folder is not there any more. Choose another place.</translation>
        </message>
        <message>
            <source>“{name}” was not written: there is a folder of this name. Choose another name.</source>
            <translation>“{name}” was not written: there is a folder of this name. Choose another name.</translation>
        </message>
        <message>
            <source>“{name}” was not written: this folder, or the file while another program has it open, may not be written to. Choose another place.</source>
            <translation>“{name}” was not written: this folder, or the file while another program has it open, may not be written to. Choose another place.</translation>
        </message>
        <message>
            <source>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</source>
            <translation>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</translation>
        </message>
    </context>
    <context>
        <name>Escalation</name>
        <message>
            <source>1–7 days</source>
            <translation>1–7 days</translation>
        </message>
        <message>
            <source>8–30 days</source>
            <translation>8–30 days</translation>
        </message>
        <message>
            <source>Back to the inbox</source>
            <translation>Back to the inbox</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Nobody has taken it</source>
            <translation>Nobody has taken it</translation>
        </message>
        <message>
            <source>Nor will anything be within {days} days.</source>
            <translation>Nor will anything be within {days} days.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>Not yet referred</translation>
        </message>
        <message>
            <source>Nothing is late in your units</source>
            <translation>Nothing is late in your units</translation>
        </message>
        <message>
            <source>Nothing is late, and nothing will be within {days} days.</source>
            <translation>Nothing is late, and nothing will be within {days} days.</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>Oldest</translation>
        </message>
        <message>
            <source>Over 30 days</source>
            <translation>Over 30 days</translation>
        </message>
        <message>
            <source>Overdue petitions</source>
            <translation>Overdue petitions</translation>
        </message>
        <message>
            <source>Overdue petitions of my units</source>
            <translation>Overdue petitions of my units</translation>
        </message>
        <message>
            <source>Overdue petitions {day}</source>
            <translation>Overdue petitions {day}</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF file</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Save the list</source>
            <extracomment>What the pages go without: nobody looks at them before they are printed.</extracomment>
            <translation>Save the list</translation>
        </message>
        <message>
            <source>Show these {n} petitions of “{name}”</source>
            <translation>Show these {n} petitions of “{name}”</translation>
        </message>
        <message>
            <source>Soon late</source>
            <translation>Soon late</translation>
        </message>
        <message>
            <source>Unit and person</source>
            <translation>Unit and person</translation>
        </message>
        <message>
            <source>{late} petitions are late, the oldest by {longest} days; {soon} are due within {days} days.</source>
            <translation>{late} petitions are late, the oldest by {longest} days; {soon} are due within {days} days.</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} days</translation>
        </message>
    </context>
    <context>
        <name>EventAction</name>
        <message>
            <source>A hidden comment read</source>
            <translation>A hidden comment read</translation>
        </message>
        <message>
            <source>Account changed</source>
            <translation>Account changed</translation>
        </message>
        <message>
            <source>Account made</source>
            <translation>Account made</translation>
        </message>
        <message>
            <source>Account unlocked</source>
            <translation>Account unlocked</translation>
        </message>
        <message>
            <source>An act on many taken back</source>
            <translation>An act on many taken back</translation>
        </message>
        <message>
            <source>Annotated</source>
            <translation>Annotated</translation>
        </message>
        <message>
            <source>Answer to an invitation noted</source>
            <translation>Answer to an invitation noted</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Assigned</translation>
        </message>
        <message>
            <source>Attached to a place</source>
            <translation>Attached to a place</translation>
        </message>
        <message>
            <source>Attaching taken back</source>
            <translation>Attaching taken back</translation>
        </message>
        <message>
            <source>Attachment added</source>
            <translation>Attachment added</translation>
        </message>
        <message>
            <source>Attachment removed</source>
            <translation>Attachment removed</translation>
        </message>
        <message>
            <source>Back-up made</source>
            <translation>Back-up made</translation>
        </message>
        <message>
            <source>Broken history taken over</source>
            <translation>Broken history taken over</translation>
        </message>
        <message>
            <source>Came as a comment</source>
            <translation>Came as a comment</translation>
        </message>
        <message>
            <source>Campaign groups joined</source>
            <translation>Campaign groups joined</translation>
        </message>
        <message>
            <source>Carried over from another database</source>
            <translation>Carried over from another database</translation>
        </message>
        <message>
            <source>Closed day added</source>
            <translation>Closed day added</translation>
        </message>
        <message>
            <source>Closed day changed</source>
            <translation>Closed day changed</translation>
        </message>
        <message>
            <source>Closed day removed</source>
            <translation>Closed day removed</translation>
        </message>
        <message>
            <source>Comment made a petition again</source>
            <translation>Comment made a petition again</translation>
        </message>
        <message>
            <source>Deadline moved</source>
            <translation>Deadline moved</translation>
        </message>
        <message>
            <source>Deadlines changed</source>
            <translation>Deadlines changed</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decided</translation>
        </message>
        <message>
            <source>Deputy changed</source>
            <translation>Deputy changed</translation>
        </message>
        <message>
            <source>Deputy named</source>
            <translation>Deputy named</translation>
        </message>
        <message>
            <source>Deputy's time ended</source>
            <translation>Deputy's time ended</translation>
        </message>
        <message>
            <source>Draft of a reply</source>
            <translation>Draft of a reply</translation>
        </message>
        <message>
            <source>Duplicate put to it</source>
            <translation>Duplicate put to it</translation>
        </message>
        <message>
            <source>Duplicate taken from it</source>
            <translation>Duplicate taken from it</translation>
        </message>
        <message>
            <source>Everything copied to another database</source>
            <translation>Everything copied to another database</translation>
        </message>
        <message>
            <source>Expert changed</source>
            <translation>Expert changed</translation>
        </message>
        <message>
            <source>Expert entered</source>
            <translation>Expert entered</translation>
        </message>
        <message>
            <source>Experts invited</source>
            <translation>Experts invited</translation>
        </message>
        <message>
            <source>Files stayed with what arrived</source>
            <translation>Files stayed with what arrived</translation>
        </message>
        <message>
            <source>Given to a reviewer</source>
            <translation>Given to a reviewer</translation>
        </message>
        <message>
            <source>Hidden or shown</source>
            <translation>Hidden or shown</translation>
        </message>
        <message>
            <source>History exported</source>
            <translation>History exported</translation>
        </message>
        <message>
            <source>Improvement action changed</source>
            <translation>Improvement action changed</translation>
        </message>
        <message>
            <source>Improvement action done</source>
            <translation>Improvement action done</translation>
        </message>
        <message>
            <source>Improvement action made</source>
            <translation>Improvement action made</translation>
        </message>
        <message>
            <source>Improvement action open again</source>
            <translation>Improvement action open again</translation>
        </message>
        <message>
            <source>Invitations taken back</source>
            <translation>Invitations taken back</translation>
        </message>
        <message>
            <source>Issues changed</source>
            <translation>Issues changed</translation>
        </message>
        <message>
            <source>Label changed</source>
            <translation>Label changed</translation>
        </message>
        <message>
            <source>Label made</source>
            <translation>Label made</translation>
        </message>
        <message>
            <source>Label merged into another</source>
            <translation>Label merged into another</translation>
        </message>
        <message>
            <source>Label put on</source>
            <translation>Label put on</translation>
        </message>
        <message>
            <source>Label taken off</source>
            <translation>Label taken off</translation>
        </message>
        <message>
            <source>Least length of windows raised</source>
            <translation>Least length of windows raised</translation>
        </message>
        <message>
            <source>Led to an improvement action</source>
            <translation>Led to an improvement action</translation>
        </message>
        <message>
            <source>Letter went out</source>
            <translation>Letter went out</translation>
        </message>
        <message>
            <source>Link removed</source>
            <translation>Link removed</translation>
        </message>
        <message>
            <source>Linked with another one</source>
            <translation>Linked with another one</translation>
        </message>
        <message>
            <source>List written into a file</source>
            <translation>List written into a file</translation>
        </message>
        <message>
            <source>Macro changed</source>
            <translation>Macro changed</translation>
        </message>
        <message>
            <source>Macro removed</source>
            <translation>Macro removed</translation>
        </message>
        <message>
            <source>Macro shared</source>
            <translation>Macro shared</translation>
        </message>
        <message>
            <source>Masking of personal data begun</source>
            <translation>Masking of personal data begun</translation>
        </message>
        <message>
            <source>Masking of personal data ended</source>
            <translation>Masking of personal data ended</translation>
        </message>
        <message>
            <source>Merge of a label taken back</source>
            <translation>Merge of a label taken back</translation>
        </message>
        <message>
            <source>Messages handed on</source>
            <translation>Messages handed on</translation>
        </message>
        <message>
            <source>Messages tried again</source>
            <translation>Messages tried again</translation>
        </message>
        <message>
            <source>New edition of a report</source>
            <translation>New edition of a report</translation>
        </message>
        <message>
            <source>No duplicate any more</source>
            <translation>No duplicate any more</translation>
        </message>
        <message>
            <source>Not the same as another one</source>
            <translation>Not the same as another one</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Number of the letter corrected</source>
            <translation>Number of the letter corrected</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Opened</translation>
        </message>
        <message>
            <source>Opening declined</source>
            <translation>Opening declined</translation>
        </message>
        <message>
            <source>Opening to the public asked for</source>
            <translation>Opening to the public asked for</translation>
        </message>
        <message>
            <source>Outcome changed</source>
            <translation>Outcome changed</translation>
        </message>
        <message>
            <source>Password changed</source>
            <translation>Password changed</translation>
        </message>
        <message>
            <source>Password reset</source>
            <translation>Password reset</translation>
        </message>
        <message>
            <source>Personal data masked</source>
            <translation>Personal data masked</translation>
        </message>
        <message>
            <source>Personal data read</source>
            <translation>Personal data read</translation>
        </message>
        <message>
            <source>Petition made a comment</source>
            <translation>Petition made a comment</translation>
        </message>
        <message>
            <source>Petitioner corrected</source>
            <translation>Petitioner corrected</translation>
        </message>
        <message>
            <source>Petitioner wrote again</source>
            <translation>Petitioner wrote again</translation>
        </message>
        <message>
            <source>Pin removed</source>
            <translation>Pin removed</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>Provisions pinned</source>
            <translation>Provisions pinned</translation>
        </message>
        <message>
            <source>Publishing package made</source>
            <translation>Publishing package made</translation>
        </message>
        <message>
            <source>Put at its provision</source>
            <translation>Put at its provision</translation>
        </message>
        <message>
            <source>Putting at a provision taken back</source>
            <translation>Putting at a provision taken back</translation>
        </message>
        <message>
            <source>Receipts of messages read</source>
            <translation>Receipts of messages read</translation>
        </message>
        <message>
            <source>Referral on the side answered</source>
            <translation>Referral on the side answered</translation>
        </message>
        <message>
            <source>Referral on the side recalled</source>
            <translation>Referral on the side recalled</translation>
        </message>
        <message>
            <source>Referral on the side returned</source>
            <translation>Referral on the side returned</translation>
        </message>
        <message>
            <source>Referred on the side</source>
            <translation>Referred on the side</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>Registered as a petition</source>
            <translation>Registered as a petition</translation>
        </message>
        <message>
            <source>Rejection confirmed</source>
            <translation>Rejection confirmed</translation>
        </message>
        <message>
            <source>Reopened</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Replied</source>
            <translation>Replied</translation>
        </message>
        <message>
            <source>Report issued</source>
            <translation>Report issued</translation>
        </message>
        <message>
            <source>Restored from a back-up</source>
            <translation>Restored from a back-up</translation>
        </message>
        <message>
            <source>Revision added</source>
            <translation>Revision added</translation>
        </message>
        <message>
            <source>Routing rule added</source>
            <translation>Routing rule added</translation>
        </message>
        <message>
            <source>Routing rule changed</source>
            <translation>Routing rule changed</translation>
        </message>
        <message>
            <source>Routing rule moved in the order</source>
            <translation>Routing rule moved in the order</translation>
        </message>
        <message>
            <source>Satisfaction told later</source>
            <translation>Satisfaction told later</translation>
        </message>
        <message>
            <source>Saved reply added</source>
            <translation>Saved reply added</translation>
        </message>
        <message>
            <source>Saved reply changed</source>
            <translation>Saved reply changed</translation>
        </message>
        <message>
            <source>Second reader settled</source>
            <translation>Second reader settled</translation>
        </message>
        <message>
            <source>Sent for information</source>
            <translation>Sent for information</translation>
        </message>
        <message>
            <source>Service added</source>
            <translation>Service added</translation>
        </message>
        <message>
            <source>Service changed</source>
            <translation>Service changed</translation>
        </message>
        <message>
            <source>Settings changed</source>
            <translation>Settings changed</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Settled</translation>
        </message>
        <message>
            <source>Shared view changed</source>
            <translation>Shared view changed</translation>
        </message>
        <message>
            <source>Shared view removed</source>
            <translation>Shared view removed</translation>
        </message>
        <message>
            <source>Source added</source>
            <translation>Source added</translation>
        </message>
        <message>
            <source>Source changed</source>
            <translation>Source changed</translation>
        </message>
        <message>
            <source>State changed</source>
            <translation>State changed</translation>
        </message>
        <message>
            <source>Summing-up frozen</source>
            <translation>Summing-up frozen</translation>
        </message>
        <message>
            <source>Summing-up with the names of senders made</source>
            <translation>Summing-up with the names of senders made</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Taken back</translation>
        </message>
        <message>
            <source>Taken out of the campaign group</source>
            <translation>Taken out of the campaign group</translation>
        </message>
        <message>
            <source>Template of a letter changed</source>
            <translation>Template of a letter changed</translation>
        </message>
        <message>
            <source>Template of a message changed</source>
            <translation>Template of a message changed</translation>
        </message>
        <message>
            <source>Unit changed</source>
            <translation>Unit changed</translation>
        </message>
        <message>
            <source>Unit made</source>
            <translation>Unit made</translation>
        </message>
        <message>
            <source>Unit put elsewhere</source>
            <translation>Unit put elsewhere</translation>
        </message>
        <message>
            <source>View shared</source>
            <translation>View shared</translation>
        </message>
        <message>
            <source>What it is about said</source>
            <translation>What it is about said</translation>
        </message>
        <message>
            <source>What was handed in put aside</source>
            <translation>What was handed in put aside</translation>
        </message>
        <message>
            <source>What was handed in put right</source>
            <translation>What was handed in put right</translation>
        </message>
        <message>
            <source>What was handed in tried again</source>
            <translation>What was handed in tried again</translation>
        </message>
        <message>
            <source>What was put aside taken back</source>
            <translation>What was put aside taken back</translation>
        </message>
        <message>
            <source>Window extended</source>
            <translation>Window extended</translation>
        </message>
        <message>
            <source>“Not the same” taken back</source>
            <translation>“Not the same” taken back</translation>
        </message>
    </context>
    <context>
        <name>EventField</name>
        <message>
            <source>A reason is demanded</source>
            <translation>A reason is demanded</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Answers wait for approval</source>
            <translation>Answers wait for approval</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Assignee</translation>
        </message>
        <message>
            <source>Basis of the retention</source>
            <translation>Basis of the retention</translation>
        </message>
        <message>
            <source>By which way</source>
            <translation>By which way</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Clock stands since</source>
            <translation>Clock stands since</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Colleague</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Conditions</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>Confirmed by</translation>
        </message>
        <message>
            <source>Copies to</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Day of the source</source>
            <translation>Day of the source</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>Days until a back-up is old</source>
            <translation>Days until a back-up is old</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Deputy</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>Did not arrive</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>Done on</translation>
        </message>
        <message>
            <source>Duplicate of number</source>
            <translation>Duplicate of number</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>Edition</translation>
        </message>
        <message>
            <source>Effects</source>
            <translation>Effects</translation>
        </message>
        <message>
            <source>Emptied things that were put aside</source>
            <translation>Emptied things that were put aside</translation>
        </message>
        <message>
            <source>Enclosure</source>
            <translation>Enclosure</translation>
        </message>
        <message>
            <source>Erased files</source>
            <translation>Erased files</translation>
        </message>
        <message>
            <source>Expected petitions</source>
            <translation>Expected petitions</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>Fields of expertise</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Folder of the messages</source>
            <translation>Folder of the messages</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>From another number or address</source>
            <translation>From another number or address</translation>
        </message>
        <message>
            <source>From or to where</source>
            <translation>From or to where</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Further texts</source>
            <translation>Further texts</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>Has to choose a password</source>
            <translation>Has to choose a password</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>Height of the window (mm)</source>
            <translation>Height of the window (mm)</translation>
        </message>
        <message>
            <source>Help for staff</source>
            <translation>Help for staff</translation>
        </message>
        <message>
            <source>Hidden because</source>
            <translation>Hidden because</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>Is offered</source>
            <translation>Is offered</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>Issues</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Kind of entry</source>
            <translation>Kind of entry</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Kind of file</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Letter or paper</source>
            <translation>Letter or paper</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Locked</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>Mailbox</translation>
        </message>
        <message>
            <source>Masked values</source>
            <translation>Masked values</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>Merged into</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Ministry</source>
            <translation>Ministry</translation>
        </message>
        <message>
            <source>Most megabytes of an attachment</source>
            <translation>Most megabytes of an attachment</translation>
        </message>
        <message>
            <source>Most segments of a text message</source>
            <translation>Most segments of a text message</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>Name in English</translation>
        </message>
        <message>
            <source>Name in Persian</source>
            <translation>Name in Persian</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Number of the assignee</source>
            <translation>Number of the assignee</translation>
        </message>
        <message>
            <source>Number of the campaign group</source>
            <translation>Number of the campaign group</translation>
        </message>
        <message>
            <source>Number of the comment</source>
            <translation>Number of the comment</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>Number of the decree</translation>
        </message>
        <message>
            <source>Number of the deputy</source>
            <translation>Number of the deputy</translation>
        </message>
        <message>
            <source>Number of the label</source>
            <translation>Number of the label</translation>
        </message>
        <message>
            <source>Number of the label that keeps back</source>
            <translation>Number of the label that keeps back</translation>
        </message>
        <message>
            <source>Number of the report</source>
            <translation>Number of the report</translation>
        </message>
        <message>
            <source>Number of the routing rule</source>
            <translation>Number of the routing rule</translation>
        </message>
        <message>
            <source>Number of the unit</source>
            <translation>Number of the unit</translation>
        </message>
        <message>
            <source>Number of who is absent</source>
            <translation>Number of who is absent</translation>
        </message>
        <message>
            <source>Number of whom it is on behalf of</source>
            <translation>Number of whom it is on behalf of</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Office of who signs</source>
            <translation>Office of who signs</translation>
        </message>
        <message>
            <source>On behalf of</source>
            <translation>On behalf of</translation>
        </message>
        <message>
            <source>Onto</source>
            <translation>Onto</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>Pattern of letter numbers</source>
            <translation>Pattern of letter numbers</translation>
        </message>
        <message>
            <source>Pattern of registry numbers</source>
            <translation>Pattern of registry numbers</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Petitions whose deadline moved</source>
            <translation>Petitions whose deadline moved</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Place in the order</source>
            <translation>Place in the order</translation>
        </message>
        <message>
            <source>Places where the history does not hold</source>
            <translation>Places where the history does not hold</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>Provision</translation>
        </message>
        <message>
            <source>Quoted phrase</source>
            <translation>Quoted phrase</translation>
        </message>
        <message>
            <source>Read again and checked</source>
            <translation>Read again and checked</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>Registry number</translation>
        </message>
        <message>
            <source>Rejections are read a second time</source>
            <translation>Rejections are read a second time</translation>
        </message>
        <message>
            <source>Resolved at</source>
            <translation>Resolved at</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>Routing rule</source>
            <translation>Routing rule</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>SMS number</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Sender of e-mails</source>
            <translation>Sender of e-mails</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Short name</translation>
        </message>
        <message>
            <source>Sign of the act on many</source>
            <translation>Sign of the act on many</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Signed by</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>Size in bytes</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Subject of the message</source>
            <translation>Subject of the message</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Text messages also to who came by</source>
            <translation>Text messages also to who came by</translation>
        </message>
        <message>
            <source>Text messages of a number in an hour</source>
            <translation>Text messages of a number in an hour</translation>
        </message>
        <message>
            <source>Text of the letter</source>
            <translation>Text of the letter</translation>
        </message>
        <message>
            <source>Text of the message</source>
            <translation>Text of the message</translation>
        </message>
        <message>
            <source>The places</source>
            <translation>The places</translation>
        </message>
        <message>
            <source>The program's own words</source>
            <translation>The program's own words</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Told by</source>
            <translation>Told by</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Way of the back-up</source>
            <translation>Way of the back-up</translation>
        </message>
        <message>
            <source>Ways to reach them</source>
            <translation>Ways to reach them</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>Weekend</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>What it brings</source>
            <translation>What it brings</translation>
        </message>
        <message>
            <source>What was taken back</source>
            <translation>What was taken back</translation>
        </message>
        <message>
            <source>Who is absent</source>
            <translation>Who is absent</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>Who signs</translation>
        </message>
        <message>
            <source>Width of the window (mm)</source>
            <translation>Width of the window (mm)</translation>
        </message>
        <message>
            <source>Window from the right edge (mm)</source>
            <translation>Window from the right edge (mm)</translation>
        </message>
        <message>
            <source>Window from the upper edge (mm)</source>
            <translation>Window from the upper edge (mm)</translation>
        </message>
        <message>
            <source>Words that are looked for</source>
            <translation>Words that are looked for</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>Working days</translation>
        </message>
        <message>
            <source>Years of retention</source>
            <translation>Years of retention</translation>
        </message>
        <message>
            <source>every kind and channel</source>
            <translation>every kind and channel</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>yes</source>
            <extracomment>Numbers and codes that are written from left to right. A value is cut here: the export has it whole. What only the program reads. Numbers that go without saying where the name stands beside them.</extracomment>
            <translation>yes</translation>
        </message>
        <message>
            <source>{about}: {count} days</source>
            <translation>{about}: {count} days</translation>
        </message>
        <message>
            <source>{about}: {count} working days</source>
            <translation>{about}: {count} working days</translation>
        </message>
    </context>
    <context>
        <name>Everywhere</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>Search the inbox for “{text}”</source>
            <translation>Search the inbox for “{text}”</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>expert</translation>
        </message>
        <message>
            <source>petitioner</source>
            <extracomment>So many of each kind: who wants all of them searches the screen itself. What was searched for in this sitting, the last first.</extracomment>
            <translation>petitioner</translation>
        </message>
    </context>
    <context>
        <name>Experts</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>Can be invited</source>
            <translation>Can be invited</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Experts</source>
            <extracomment>Who is shown, as read when the form was filled: what is saved stands on that.</extracomment>
            <translation>Experts</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>Fields of expertise</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>It was changed since you began; saving replaces what stands there now.</source>
            <translation>It was changed since you began; saving replaces what stands there now.</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name, organisation or field</source>
            <translation>Name, organisation or field</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>New expert</source>
            <translation>New expert</translation>
        </message>
        <message>
            <source>Nobody is in the register yet</source>
            <translation>Nobody is in the register yet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Parted by commas: “poetry, theatre”.</source>
            <translation>Parted by commas: “poetry, theatre”.</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>Postal address</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Save the expert</source>
            <translation>Save the expert</translation>
        </message>
        <message>
            <source>Whoever is entered can be invited to comment on drafts.</source>
            <translation>Whoever is entered can be invited to comment on drafts.</translation>
        </message>
        <message>
            <source>“{name}” was saved.</source>
            <translation>“{name}” was saved.</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>about</source>
            <translation>about</translation>
        </message>
        <message>
            <source>address of the database</source>
            <translation>address of the database</translation>
        </message>
        <message>
            <source>addressee</source>
            <translation>addressee</translation>
        </message>
        <message>
            <source>basis of the retention</source>
            <translation>basis of the retention</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>channel</translation>
        </message>
        <message>
            <source>code of the service</source>
            <translation>code of the service</translation>
        </message>
        <message>
            <source>columns of the source</source>
            <translation>columns of the source</translation>
        </message>
        <message>
            <source>copies to</source>
            <translation>copies to</translation>
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
            <source>day of the legal source</source>
            <translation>day of the legal source</translation>
        </message>
        <message>
            <source>days until a back-up is old</source>
            <translation>days until a back-up is old</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>deputy</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>draft</translation>
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
            <source>enclosure</source>
            <translation>enclosure</translation>
        </message>
        <message>
            <source>first day</source>
            <translation>first day</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>folder</translation>
        </message>
        <message>
            <source>folder of the messages</source>
            <translation>folder of the messages</translation>
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
            <source>height of the window</source>
            <translation>height of the window</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>hour</translation>
        </message>
        <message>
            <source>identifier</source>
            <translation>identifier</translation>
        </message>
        <message>
            <source>identifier of the message</source>
            <translation>identifier of the message</translation>
        </message>
        <message>
            <source>key of the macro</source>
            <translation>key of the macro</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>kind</translation>
        </message>
        <message>
            <source>last day</source>
            <translation>last day</translation>
        </message>
        <message>
            <source>legal source</source>
            <translation>legal source</translation>
        </message>
        <message>
            <source>letter number</source>
            <translation>letter number</translation>
        </message>
        <message>
            <source>mail server</source>
            <translation>mail server</translation>
        </message>
        <message>
            <source>mailbox</source>
            <translation>mailbox</translation>
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
            <source>most megabytes of an attachment</source>
            <translation>most megabytes of an attachment</translation>
        </message>
        <message>
            <source>most segments of a text message</source>
            <translation>most segments of a text message</translation>
        </message>
        <message>
            <source>name</source>
            <translation>name</translation>
        </message>
        <message>
            <source>name in English</source>
            <translation>name in English</translation>
        </message>
        <message>
            <source>name in Persian</source>
            <translation>name in Persian</translation>
        </message>
        <message>
            <source>name of the database</source>
            <translation>name of the database</translation>
        </message>
        <message>
            <source>name of the holiday or closure</source>
            <translation>name of the holiday or closure</translation>
        </message>
        <message>
            <source>name of the label</source>
            <translation>name of the label</translation>
        </message>
        <message>
            <source>name of the rule</source>
            <translation>name of the rule</translation>
        </message>
        <message>
            <source>name of the service</source>
            <translation>name of the service</translation>
        </message>
        <message>
            <source>name of the source</source>
            <translation>name of the source</translation>
        </message>
        <message>
            <source>name of who signs</source>
            <translation>name of who signs</translation>
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
            <source>number of a service, document or news item</source>
            <translation>number of a service, document or news item</translation>
        </message>
        <message>
            <source>number of days</source>
            <translation>number of days</translation>
        </message>
        <message>
            <source>number to keep</source>
            <translation>number to keep</translation>
        </message>
        <message>
            <source>office name</source>
            <translation>office name</translation>
        </message>
        <message>
            <source>office of who signs</source>
            <translation>office of who signs</translation>
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
            <source>pattern of letter numbers</source>
            <translation>pattern of letter numbers</translation>
        </message>
        <message>
            <source>pattern of registry numbers</source>
            <translation>pattern of registry numbers</translation>
        </message>
        <message>
            <source>petitions</source>
            <translation>petitions</translation>
        </message>
        <message>
            <source>port</source>
            <translation>port</translation>
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
            <source>reminder</source>
            <translation>reminder</translation>
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
            <source>sender of e-mails</source>
            <translation>sender of e-mails</translation>
        </message>
        <message>
            <source>server</source>
            <translation>server</translation>
        </message>
        <message>
            <source>service, document or news item</source>
            <translation>service, document or news item</translation>
        </message>
        <message>
            <source>state of delivery</source>
            <translation>state of delivery</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>subject of the letter</source>
            <translation>subject of the letter</translation>
        </message>
        <message>
            <source>subject of the message</source>
            <translation>subject of the message</translation>
        </message>
        <message>
            <source>text</source>
            <translation>text</translation>
        </message>
        <message>
            <source>text messages of a number in an hour</source>
            <translation>text messages of a number in an hour</translation>
        </message>
        <message>
            <source>text of the letter</source>
            <translation>text of the letter</translation>
        </message>
        <message>
            <source>text of the message</source>
            <translation>text of the message</translation>
        </message>
        <message>
            <source>text of the saved reply</source>
            <translation>text of the saved reply</translation>
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
        <message>
            <source>what the macro does</source>
            <translation>what the macro does</translation>
        </message>
        <message>
            <source>who is absent</source>
            <translation>who is absent</translation>
        </message>
        <message>
            <source>width of the window</source>
            <translation>width of the window</translation>
        </message>
        <message>
            <source>window from the right edge</source>
            <translation>window from the right edge</translation>
        </message>
        <message>
            <source>window from the upper edge</source>
            <translation>window from the upper edge</translation>
        </message>
        <message>
            <source>words that are looked for</source>
            <translation>words that are looked for</translation>
        </message>
        <message>
            <source>years of retention</source>
            <translation>years of retention</translation>
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
            <source>“{name}” is no picture that can be printed: choose a whole PNG or JPEG of at most {limit} megabytes.</source>
            <translation>“{name}” is no picture that can be printed: choose a whole PNG or JPEG of at most {limit} megabytes.</translation>
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
        <name>Further</name>
        <message>
            <source>All of it into a file</source>
            <extracomment>So many come with each look at those before. A text with more in it is shown by its beginning. One of those before that has what is searched for, where none of those that are shown has it.</extracomment>
            <translation>All of it into a file</translation>
        </message>
        <message>
            <source>Further texts of {code}</source>
            <translation>Further texts of {code}</translation>
        </message>
        <message>
            <source>The petitioner wrote again: {count}</source>
            <translation>The petitioner wrote again: {count}</translation>
        </message>
        <message>
            <source>{count} before these</source>
            <translation>{count} before these</translation>
        </message>
        <message>
            <source>{day} · {channel}</source>
            <translation>{day} · {channel}</translation>
        </message>
        <message>
            <source>{head} · from another sender: {sender}</source>
            <translation>{head} · from another sender: {sender}</translation>
        </message>
        <message>
            <source>{head} · nobody knows from whom</source>
            <translation>{head} · nobody knows from whom</translation>
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
        <name>HandOver</name>
        <message>
            <source>Back to the unit: whoever takes it</source>
            <translation>Back to the unit: whoever takes it</translation>
        </message>
        <message>
            <source>Disable the account</source>
            <translation>Disable the account</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Holds no open petitions: there is nothing to hand over.</source>
            <translation>Holds no open petitions: there is nothing to hand over.</translation>
        </message>
        <message>
            <source>Holds {count} open petitions. Choose who takes over, unit by unit.</source>
            <translation>Holds {count} open petitions. Choose who takes over, unit by unit.</translation>
        </message>
        <message>
            <source>Holds {count} open petitions; all of them wait and stay.</source>
            <translation>Holds {count} open petitions; all of them wait and stay.</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>How far it is</translation>
        </message>
        <message>
            <source>Name of who leaves</source>
            <translation>Name of who leaves</translation>
        </message>
        <message>
            <source>Nobody works here yet</source>
            <translation>Nobody works here yet</translation>
        </message>
        <message>
            <source>Only the manager of this unit hands it over.</source>
            <translation>Only the manager of this unit hands it over.</translation>
        </message>
        <message>
            <source>Reason, for the history</source>
            <translation>Reason, for the history</translation>
        </message>
        <message>
            <source>Stays for now</source>
            <translation>Stays for now</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>The account of {name} is disabled.</source>
            <translation>The account of {name} is disabled.</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <translation>What stayed, and why</translation>
        </message>
        <message>
            <source>Who takes over in {unit}</source>
            <translation>Who takes over in {unit}</translation>
        </message>
        <message>
            <source>Whose work</source>
            <extracomment>In a box of successors: nobody is chosen yet; back to the unit.</extracomment>
            <translation>Whose work</translation>
        </message>
        <message>
            <source>{count} came back.</source>
            <translation>{count} came back.</translation>
        </message>
        <message>
            <source>{count} of {unit} go to: {whom}.</source>
            <translation>{count} of {unit} go to: {whom}.</translation>
        </message>
        <message>
            <source>{done} were handed over, {failed} stayed, {untouched} were not reached.</source>
            <translation>{done} were handed over, {failed} stayed, {untouched} were not reached.</translation>
        </message>
        <message>
            <source>{done} were handed over, {failed} stayed.</source>
            <translation>{done} were handed over, {failed} stayed.</translation>
        </message>
        <message>
            <source>{done} were handed over.</source>
            <translation>{done} were handed over.</translation>
        </message>
        <message>
            <source>{unit}: {count} to hand over</source>
            <translation>{unit}: {count} to hand over</translation>
        </message>
        <message>
            <source>{unit}: {count} to hand over, {staying} wait and stay</source>
            <translation>{unit}: {count} to hand over, {staying} wait and stay</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>The public participation desk.</source>
            <translation>The public participation desk.</translation>
        </message>
        <message>
            <source>a Jalali month, or “last”: the last one that is over</source>
            <translation>a Jalali month, or “last”: the last one that is over</translation>
        </message>
        <message>
            <source>a document as the next revision</source>
            <translation>a document as the next revision</translation>
        </message>
        <message>
            <source>a file, or a folder of them</source>
            <translation>a file, or a folder of them</translation>
        </message>
        <message>
            <source>a letter or a paper of a petition as PDF</source>
            <translation>a letter or a paper of a petition as PDF</translation>
        </message>
        <message>
            <source>a new file</source>
            <translation>a new file</translation>
        </message>
        <message>
            <source>address of the database</source>
            <translation>address of the database</translation>
        </message>
        <message>
            <source>address of the empty database</source>
            <translation>address of the empty database</translation>
        </message>
        <message>
            <source>also where the history was tampered with: as it stands, and written into it</source>
            <translation>also where the history was tampered with: as it stands, and written into it</translation>
        </message>
        <message>
            <source>arguments</source>
            <translation>arguments</translation>
        </message>
        <message>
            <source>asks for the password of a mailbox and keeps it in this account's keyring</source>
            <translation>asks for the password of a mailbox and keeps it in this account's keyring</translation>
        </message>
        <message>
            <source>at most so many</source>
            <translation>at most so many</translation>
        </message>
        <message>
            <source>brings the tables up to this program</source>
            <translation>brings the tables up to this program</translation>
        </message>
        <message>
            <source>carries everything into another, empty database</source>
            <translation>carries everything into another, empty database</translation>
        </message>
        <message>
            <source>checks and counts, keeps nothing</source>
            <translation>checks and counts, keeps nothing</translation>
        </message>
        <message>
            <source>checks every event of the history</source>
            <translation>checks every event of the history</translation>
        </message>
        <message>
            <source>code of the draft document</source>
            <translation>code of the draft document</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>commands</translation>
        </message>
        <message>
            <source>compares two documents</source>
            <translation>compares two documents</translation>
        </message>
        <message>
            <source>counts anew what was issued, too</source>
            <translation>counts anew what was issued, too</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>everywhere</translation>
        </message>
        <message>
            <source>file to write</source>
            <translation>file to write</translation>
        </message>
        <message>
            <source>fills an empty database with made data</source>
            <translation>fills an empty database with made data</translation>
        </message>
        <message>
            <source>folder of the data</source>
            <translation>folder of the data</translation>
        </message>
        <message>
            <source>folder to write, new or empty</source>
            <translation>folder to write, new or empty</translation>
        </message>
        <message>
            <source>form of output; pdf and docx (with tracked changes) want a file</source>
            <translation>form of output; pdf and docx (with tracked changes) want a file</translation>
        </message>
        <message>
            <source>hands on what waits, in files; for a scheduled task</source>
            <translation>hands on what waits, in files; for a scheduled task</translation>
        </message>
        <message>
            <source>how rows came that do not say it</source>
            <translation>how rows came that do not say it</translation>
        </message>
        <message>
            <source>in that folder, keeps the newest N of this database (7)</source>
            <translation>in that folder, keeps the newest N of this database (7)</translation>
        </message>
        <message>
            <source>in the PDF, unchanged provisions too</source>
            <translation>in the PDF, unchanged provisions too</translation>
        </message>
        <message>
            <source>instead of FILE: names it by the time</source>
            <translation>instead of FILE: names it by the time</translation>
        </message>
        <message>
            <source>instead: a quarter, a year (1405) or days (1405-08-01..1405-08-15)</source>
            <translation>instead: a quarter, a year (1405) or days (1405-08-01..1405-08-15)</translation>
        </message>
        <message>
            <source>issues a new edition, and says why</source>
            <translation>issues a new edition, and says why</translation>
        </message>
        <message>
            <source>issues it: numbered and frozen; once is enough</source>
            <translation>issues it: numbered and frozen; once is enough</translation>
        </message>
        <message>
            <source>language of the messages</source>
            <translation>language of the messages</translation>
        </message>
        <message>
            <source>leaves pictures in DIR</source>
            <translation>leaves pictures in DIR</translation>
        </message>
        <message>
            <source>lists what could not be read, and why</source>
            <translation>lists what could not be read, and why</translation>
        </message>
        <message>
            <source>looks after the database</source>
            <translation>looks after the database</translation>
        </message>
        <message>
            <source>looks for damage</source>
            <translation>looks for damage</translation>
        </message>
        <message>
            <source>looks into the sources, takes in all that waits; for a scheduled task</source>
            <translation>looks into the sources, takes in all that waits; for a scheduled task</translation>
        </message>
        <message>
            <source>makes a back-up, while others work</source>
            <translation>makes a back-up, while others work</translation>
        </message>
        <message>
            <source>makes the tables</source>
            <translation>makes the tables</translation>
        </message>
        <message>
            <source>marks of satisfaction by tracking code, from CSV, XLSX or JSON Lines</source>
            <translation>marks of satisfaction by tracking code, from CSV, XLSX or JSON Lines</translation>
        </message>
        <message>
            <source>messages to petitioners</source>
            <translation>messages to petitioners</translation>
        </message>
        <message>
            <source>name and address, parted by “|”</source>
            <translation>name and address, parted by “|”</translation>
        </message>
        <message>
            <source>name of the source</source>
            <translation>name of the source</translation>
        </message>
        <message>
            <source>of rows that do not say it: service, instrument or news (service)</source>
            <translation>of rows that do not say it: service, instrument or news (service)</translation>
        </message>
        <message>
            <source>of the PDF: the list of changes, both texts side by side, or both</source>
            <translation>of the PDF: the list of changes, both texts side by side, or both</translation>
        </message>
        <message>
            <source>on both sides</source>
            <translation>on both sides</translation>
        </message>
        <message>
            <source>one JSON document as output</source>
            <translation>one JSON document as output</translation>
        </message>
        <message>
            <source>only in this state</source>
            <translation>only in this state</translation>
        </message>
        <message>
            <source>only of this colleague, by name or user name</source>
            <translation>only of this colleague, by name or user name</translation>
        </message>
        <message>
            <source>only of this kind</source>
            <translation>only of this kind</translation>
        </message>
        <message>
            <source>only of this unit, by name or code</source>
            <translation>only of this unit, by name or code</translation>
        </message>
        <message>
            <source>only what came this way</source>
            <translation>only what came this way</translation>
        </message>
        <message>
            <source>opens the workstation</source>
            <translation>opens the workstation</translation>
        </message>
        <message>
            <source>opens the workstation on sample data, nothing is kept</source>
            <translation>opens the workstation on sample data, nothing is kept</translation>
        </message>
        <message>
            <source>options</source>
            <translation>options</translation>
        </message>
        <message>
            <source>petitions from CSV, XLSX or JSON Lines</source>
            <translation>petitions from CSV, XLSX or JSON Lines</translation>
        </message>
        <message>
            <source>prints it, on the usual printer unless one is named</source>
            <translation>prints it, on the usual printer unless one is named</translation>
        </message>
        <message>
            <source>public comments from CSV, XLSX, JSON Lines or mail</source>
            <translation>public comments from CSV, XLSX, JSON Lines or mail</translation>
        </message>
        <message>
            <source>reads what became of messages, and mails that came back</source>
            <translation>reads what became of messages, and mails that came back</translation>
        </message>
        <message>
            <source>reply letter, receipt, referral sheet or dossier</source>
            <translation>reply letter, receipt, referral sheet or dossier</translation>
        </message>
        <message>
            <source>reports</source>
            <translation>reports</translation>
        </message>
        <message>
            <source>restores a back-up into an empty database</source>
            <translation>restores a back-up into an empty database</translation>
        </message>
        <message>
            <source>searches</source>
            <translation>searches</translation>
        </message>
        <message>
            <source>sends the reply out under the next number of the office</source>
            <translation>sends the reply out under the next number of the office</translation>
        </message>
        <message>
            <source>so many copies (1)</source>
            <translation>so many copies (1)</translation>
        </message>
        <message>
            <source>so many draft documents</source>
            <translation>so many draft documents</translation>
        </message>
        <message>
            <source>so many petitions</source>
            <translation>so many petitions</translation>
        </message>
        <message>
            <source>takes files in</source>
            <translation>takes files in</translation>
        </message>
        <message>
            <source>takes in a list of what petitions are about: services, documents, news items</source>
            <translation>takes in a list of what petitions are about: services, documents, news items</translation>
        </message>
        <message>
            <source>tells what the database is and holds</source>
            <translation>tells what the database is and holds</translation>
        </message>
        <message>
            <source>the back-up</source>
            <translation>the back-up</translation>
        </message>
        <message>
            <source>the digest of the end of this day</source>
            <translation>the digest of the end of this day</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>the file</translation>
        </message>
        <message>
            <source>the folder of the gateway</source>
            <translation>the folder of the gateway</translation>
        </message>
        <message>
            <source>the history</source>
            <translation>the history</translation>
        </message>
        <message>
            <source>the last day (today)</source>
            <translation>the last day (today)</translation>
        </message>
        <message>
            <source>the list, CSV or XLSX, a title in each row</source>
            <translation>the list, CSV or XLSX, a title in each row</translation>
        </message>
        <message>
            <source>the monthly report as PDF, XLSX or CSV</source>
            <translation>the monthly report as PDF, XLSX or CSV</translation>
        </message>
        <message>
            <source>the newer document</source>
            <translation>the newer document</translation>
        </message>
        <message>
            <source>the office's own form, which says who wrote each comment; not for publication</source>
            <translation>the office's own form, which says who wrote each comment; not for publication</translation>
        </message>
        <message>
            <source>the older document</source>
            <translation>the older document</translation>
        </message>
        <message>
            <source>the package of a consultation for the portal</source>
            <translation>the package of a consultation for the portal</translation>
        </message>
        <message>
            <source>the petition desk</source>
            <translation>the petition desk</translation>
        </message>
        <message>
            <source>the same seed, the same data</source>
            <translation>the same seed, the same data</translation>
        </message>
        <message>
            <source>the summing-up of a consultation as PDF, DOCX or XLSX</source>
            <translation>the summing-up of a consultation as PDF, DOCX or XLSX</translation>
        </message>
        <message>
            <source>this help</source>
            <translation>this help</translation>
        </message>
        <message>
            <source>tracking code of the petition</source>
            <translation>tracking code of the petition</translation>
        </message>
        <message>
            <source>tries every part once</source>
            <translation>tries every part once</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>usage: </translation>
        </message>
        <message>
            <source>what changed, in a sentence</source>
            <translation>what changed, in a sentence</translation>
        </message>
        <message>
            <source>what other systems hand in</source>
            <translation>what other systems hand in</translation>
        </message>
        <message>
            <source>who answers for it, on its signature line</source>
            <translation>who answers for it, on its signature line</translation>
        </message>
        <message>
            <source>words or a code</source>
            <translation>words or a code</translation>
        </message>
        <message>
            <source>writes rejected rows, to be mended</source>
            <translation>writes rejected rows, to be mended</translation>
        </message>
    </context>
    <context>
        <name>HiddenReason</name>
        <message>
            <source>insult</source>
            <translation>insult</translation>
        </message>
        <message>
            <source>off topic</source>
            <translation>off topic</translation>
        </message>
        <message>
            <source>personal data</source>
            <translation>personal data</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Came by {channel}</source>
            <translation>Came by {channel}</translation>
        </message>
        <message>
            <source>Came by {channel}, registered by {who}</source>
            <translation>Came by {channel}, registered by {who}</translation>
        </message>
        <message>
            <source>Note of {who}</source>
            <translation>Note of {who}</translation>
        </message>
        <message>
            <source>The deadline went from {former} to {day}, because the calendar changed</source>
            <translation>The deadline went from {former} to {day}, because the calendar changed</translation>
        </message>
        <message>
            <source>The petitioner wrote again by {channel} ({count})</source>
            <translation>The petitioner wrote again by {channel} ({count})</translation>
        </message>
        <message>
            <source>The program</source>
            <extracomment>Texts of the model are at most this long: a longer one costs a repaint dearly. Where the selection belongs in what stands now.
----------
Longer texts are cut in the time line; a reply stands in full above it.</extracomment>
            <translation>The program</translation>
        </message>
        <message>
            <source>Went to {unit} by a rule</source>
            <translation>Went to {unit} by a rule</translation>
        </message>
        <message>
            <source>You</source>
            <translation>You</translation>
        </message>
        <message>
            <source>You added the attachment {name}</source>
            <translation>You added the attachment {name}</translation>
        </message>
        <message>
            <source>You answered the referral to {places}</source>
            <translation>You answered the referral to {places}</translation>
        </message>
        <message>
            <source>You archived it</source>
            <translation>You archived it</translation>
        </message>
        <message>
            <source>You closed it ({outcome})</source>
            <translation>You closed it ({outcome})</translation>
        </message>
        <message>
            <source>You corrected the petitioner's data at their demand</source>
            <translation>You corrected the petitioner's data at their demand</translation>
        </message>
        <message>
            <source>You gave it back to {unit}</source>
            <translation>You gave it back to {unit}</translation>
        </message>
        <message>
            <source>You handed it over to {to}</source>
            <translation>You handed it over to {to}</translation>
        </message>
        <message>
            <source>You imported the petitioner's satisfaction: {satisfaction} of 5</source>
            <translation>You imported the petitioner's satisfaction: {satisfaction} of 5</translation>
        </message>
        <message>
            <source>You linked it with {code}</source>
            <translation>You linked it with {code}</translation>
        </message>
        <message>
            <source>You masked the personal data, whose retention is over</source>
            <translation>You masked the personal data, whose retention is over</translation>
        </message>
        <message>
            <source>You named it in the improvement action {title}</source>
            <translation>You named it in the improvement action {title}</translation>
        </message>
        <message>
            <source>You put onto {onto}: {paper}</source>
            <translation>You put onto {onto}: {paper}</translation>
        </message>
        <message>
            <source>You put the duplicate {code} to it</source>
            <translation>You put the duplicate {code} to it</translation>
        </message>
        <message>
            <source>You put the label “{label}” on</source>
            <translation>You put the label “{label}” on</translation>
        </message>
        <message>
            <source>You read who sent it, from outside the unit</source>
            <translation>You read who sent it, from outside the unit</translation>
        </message>
        <message>
            <source>You recalled the referral to {places}</source>
            <translation>You recalled the referral to {places}</translation>
        </message>
        <message>
            <source>You referred it on the side to {targets}</source>
            <translation>You referred it on the side to {targets}</translation>
        </message>
        <message>
            <source>You referred it to {unit}</source>
            <translation>You referred it to {unit}</translation>
        </message>
        <message>
            <source>You registered it ({channel})</source>
            <translation>You registered it ({channel})</translation>
        </message>
        <message>
            <source>You registered it; it came as a comment on “{instrument}”</source>
            <translation>You registered it; it came as a comment on “{instrument}”</translation>
        </message>
        <message>
            <source>You removed the attachment {name}</source>
            <translation>You removed the attachment {name}</translation>
        </message>
        <message>
            <source>You removed the link with {code}</source>
            <translation>You removed the link with {code}</translation>
        </message>
        <message>
            <source>You reopened it</source>
            <translation>You reopened it</translation>
        </message>
        <message>
            <source>You resolved it: {outcome}</source>
            <translation>You resolved it: {outcome}</translation>
        </message>
        <message>
            <source>You returned it</source>
            <translation>You returned it</translation>
        </message>
        <message>
            <source>You returned the referral to {places}</source>
            <translation>You returned the referral to {places}</translation>
        </message>
        <message>
            <source>You said that it is about “{about}”</source>
            <translation>You said that it is about “{about}”</translation>
        </message>
        <message>
            <source>You said that {code} is not the same</source>
            <translation>You said that {code} is not the same</translation>
        </message>
        <message>
            <source>You saved a draft of the reply</source>
            <translation>You saved a draft of the reply</translation>
        </message>
        <message>
            <source>You sent it to {unit} for information</source>
            <translation>You sent it to {unit} for information</translation>
        </message>
        <message>
            <source>You sent out: {paper}, number {number}</source>
            <translation>You sent out: {paper}, number {number}</translation>
        </message>
        <message>
            <source>You sent the reply back</source>
            <translation>You sent the reply back</translation>
        </message>
        <message>
            <source>You sent the reply for approval</source>
            <translation>You sent the reply for approval</translation>
        </message>
        <message>
            <source>You took back that {code} is not the same</source>
            <translation>You took back that {code} is not the same</translation>
        </message>
        <message>
            <source>You took back: {move}</source>
            <translation>You took back: {move}</translation>
        </message>
        <message>
            <source>You took it</source>
            <translation>You took it</translation>
        </message>
        <message>
            <source>You took it as a comment on a draft</source>
            <translation>You took it as a comment on a draft</translation>
        </message>
        <message>
            <source>You took it back from the comments</source>
            <translation>You took it back from the comments</translation>
        </message>
        <message>
            <source>You took it from the petition that it was a duplicate of</source>
            <translation>You took it from the petition that it was a duplicate of</translation>
        </message>
        <message>
            <source>You took the duplicate {code} from it</source>
            <translation>You took the duplicate {code} from it</translation>
        </message>
        <message>
            <source>You took the label “{label}” off</source>
            <translation>You took the label “{label}” off</translation>
        </message>
        <message>
            <source>You wait for the petitioner</source>
            <translation>You wait for the petitioner</translation>
        </message>
        <message>
            <source>You went on</source>
            <translation>You went on</translation>
        </message>
        <message>
            <source>Your note</source>
            <translation>Your note</translation>
        </message>
        <message>
            <source>{files} files that came along were not attached, for it holds no more: see how it arrived</source>
            <translation>{files} files that came along were not attached, for it holds no more: see how it arrived</translation>
        </message>
        <message>
            <source>{sentence}, and on the side to {targets}</source>
            <translation>{sentence}, and on the side to {targets}</translation>
        </message>
        <message>
            <source>{sentence}, by the rule “{rule}” (number {number})</source>
            <translation>{sentence}, by the rule “{rule}” (number {number})</translation>
        </message>
        <message>
            <source>{sentence}: it says {words}</source>
            <translation>{sentence}: it says {words}</translation>
        </message>
        <message>
            <source>{sentence}; from another number or address</source>
            <translation>{sentence}; from another number or address</translation>
        </message>
        <message>
            <source>{sentence}; went to {unit} by the rule “{rule}” (number {number})</source>
            <translation>{sentence}; went to {unit} by the rule “{rule}” (number {number})</translation>
        </message>
        <message>
            <source>{what}, on behalf of {person}</source>
            <translation>{what}, on behalf of {person}</translation>
        </message>
        <message>
            <source>{who} added the attachment {name}</source>
            <translation>{who} added the attachment {name}</translation>
        </message>
        <message>
            <source>{who} answered the referral to {places}</source>
            <translation>{who} answered the referral to {places}</translation>
        </message>
        <message>
            <source>{who} archived it</source>
            <translation>{who} archived it</translation>
        </message>
        <message>
            <source>{who} closed it ({outcome})</source>
            <translation>{who} closed it ({outcome})</translation>
        </message>
        <message>
            <source>{who} corrected the petitioner's data at their demand</source>
            <translation>{who} corrected the petitioner's data at their demand</translation>
        </message>
        <message>
            <source>{who} gave it back to {unit}</source>
            <translation>{who} gave it back to {unit}</translation>
        </message>
        <message>
            <source>{who} handed it over to {to}</source>
            <translation>{who} handed it over to {to}</translation>
        </message>
        <message>
            <source>{who} imported the petitioner's satisfaction: {satisfaction} of 5</source>
            <translation>{who} imported the petitioner's satisfaction: {satisfaction} of 5</translation>
        </message>
        <message>
            <source>{who} linked it with {code}</source>
            <translation>{who} linked it with {code}</translation>
        </message>
        <message>
            <source>{who} masked the personal data, whose retention is over</source>
            <translation>{who} masked the personal data, whose retention is over</translation>
        </message>
        <message>
            <source>{who} named it in the improvement action {title}</source>
            <translation>{who} named it in the improvement action {title}</translation>
        </message>
        <message>
            <source>{who} put onto {onto}: {paper}</source>
            <translation>{who} put onto {onto}: {paper}</translation>
        </message>
        <message>
            <source>{who} put the duplicate {code} to it</source>
            <translation>{who} put the duplicate {code} to it</translation>
        </message>
        <message>
            <source>{who} put the label “{label}” on</source>
            <translation>{who} put the label “{label}” on</translation>
        </message>
        <message>
            <source>{who} read who sent it, from outside the unit</source>
            <translation>{who} read who sent it, from outside the unit</translation>
        </message>
        <message>
            <source>{who} recalled the referral to {places}</source>
            <translation>{who} recalled the referral to {places}</translation>
        </message>
        <message>
            <source>{who} referred it on the side to {targets}</source>
            <translation>{who} referred it on the side to {targets}</translation>
        </message>
        <message>
            <source>{who} referred it to {unit}</source>
            <translation>{who} referred it to {unit}</translation>
        </message>
        <message>
            <source>{who} registered it; it came as a comment on “{instrument}”</source>
            <translation>{who} registered it; it came as a comment on “{instrument}”</translation>
        </message>
        <message>
            <source>{who} removed the attachment {name}</source>
            <translation>{who} removed the attachment {name}</translation>
        </message>
        <message>
            <source>{who} removed the link with {code}</source>
            <translation>{who} removed the link with {code}</translation>
        </message>
        <message>
            <source>{who} reopened it</source>
            <translation>{who} reopened it</translation>
        </message>
        <message>
            <source>{who} resolved it: {outcome}</source>
            <translation>{who} resolved it: {outcome}</translation>
        </message>
        <message>
            <source>{who} returned it</source>
            <translation>{who} returned it</translation>
        </message>
        <message>
            <source>{who} returned the referral to {places}</source>
            <translation>{who} returned the referral to {places}</translation>
        </message>
        <message>
            <source>{who} said that it is about “{about}”</source>
            <translation>{who} said that it is about “{about}”</translation>
        </message>
        <message>
            <source>{who} said that {code} is not the same</source>
            <translation>{who} said that {code} is not the same</translation>
        </message>
        <message>
            <source>{who} saved a draft of the reply</source>
            <translation>{who} saved a draft of the reply</translation>
        </message>
        <message>
            <source>{who} sent it to {unit} for information</source>
            <translation>{who} sent it to {unit} for information</translation>
        </message>
        <message>
            <source>{who} sent out: {paper}, number {number}</source>
            <translation>{who} sent out: {paper}, number {number}</translation>
        </message>
        <message>
            <source>{who} sent the reply back</source>
            <translation>{who} sent the reply back</translation>
        </message>
        <message>
            <source>{who} sent the reply for approval</source>
            <translation>{who} sent the reply for approval</translation>
        </message>
        <message>
            <source>{who} took back that {code} is not the same</source>
            <translation>{who} took back that {code} is not the same</translation>
        </message>
        <message>
            <source>{who} took back: {move}</source>
            <translation>{who} took back: {move}</translation>
        </message>
        <message>
            <source>{who} took it</source>
            <translation>{who} took it</translation>
        </message>
        <message>
            <source>{who} took it as a comment on a draft</source>
            <translation>{who} took it as a comment on a draft</translation>
        </message>
        <message>
            <source>{who} took it back from the comments</source>
            <translation>{who} took it back from the comments</translation>
        </message>
        <message>
            <source>{who} took it from the petition that it was a duplicate of</source>
            <translation>{who} took it from the petition that it was a duplicate of</translation>
        </message>
        <message>
            <source>{who} took the duplicate {code} from it</source>
            <translation>{who} took the duplicate {code} from it</translation>
        </message>
        <message>
            <source>{who} took the label “{label}” off</source>
            <translation>{who} took the label “{label}” off</translation>
        </message>
        <message>
            <source>{who} waits for the petitioner</source>
            <translation>{who} waits for the petitioner</translation>
        </message>
        <message>
            <source>{who} went on</source>
            <translation>{who} went on</translation>
        </message>
        <message>
            <source>“{word}”</source>
            <translation>“{word}”</translation>
        </message>
    </context>
    <context>
        <name>HistoryBreak</name>
        <message>
            <source>A guard of law or history is missing: {detail}</source>
            <translation>A guard of law or history is missing: {detail}</translation>
        </message>
        <message>
            <source>A guard of law or history was changed or switched off: {detail}</source>
            <translation>A guard of law or history was changed or switched off: {detail}</translation>
        </message>
        <message>
            <source>{item} {number} has no history.</source>
            <translation>{item} {number} has no history.</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} is missing.</source>
            <translation>{item} {number}: event {sequence} is missing.</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} stands in a place where none can stand.</source>
            <translation>{item} {number}: event {sequence} stands in a place where none can stand.</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} was changed (time, person, act or its place).</source>
            <translation>{item} {number}: event {sequence} was changed (time, person, act or its place).</translation>
        </message>
        <message>
            <source>{item} {number}: the words or values of event {sequence} were changed.</source>
            <translation>{item} {number}: the words or values of event {sequence} were changed.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Code of the item</source>
            <translation>Code of the item</translation>
        </message>
        <message>
            <source>Digest of this event</source>
            <translation>Digest of this event</translation>
        </message>
        <message>
            <source>Events of the history</source>
            <extracomment>In a narrow window these go first.</extracomment>
            <translation>Events of the history</translation>
        </message>
        <message>
            <source>Every event of the history is being checked…</source>
            <translation>Every event of the history is being checked…</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Find by code</source>
            <translation>Find by code</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>It covers this event and all of this item before it.</source>
            <translation>It covers this event and all of this item before it.</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>No event is like that</source>
            <translation>No event is like that</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>Nothing has happened yet</translation>
        </message>
        <message>
            <source>Nothing was changed. It is read again when you come back here.</source>
            <translation>Nothing was changed. It is read again when you come back here.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Stop</source>
            <extracomment>More breaks than these are only counted here; the command line names all.</extracomment>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped: nothing was found out.</source>
            <translation>Stopped: nothing was found out.</translation>
        </message>
        <message>
            <source>Take a condition away with its cross.</source>
            <translation>Take a condition away with its cross.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Text or change</source>
            <translation>Text or change</translation>
        </message>
        <message>
            <source>The history could not be read</source>
            <translation>The history could not be read</translation>
        </message>
        <message>
            <source>The history does not hold in {breaks} places. Somebody changed the database without this program. Keep the file and the back-ups as they are.</source>
            <translation>The history does not hold in {breaks} places. Somebody changed the database without this program. Keep the file and the back-ups as they are.</translation>
        </message>
        <message>
            <source>The history is sound: {events} events of {items} items. Digest: {head}</source>
            <translation>The history is sound: {events} events of {items} items. Digest: {head}</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Verify the history</source>
            <translation>Verify the history</translation>
        </message>
        <message>
            <source>Whatever anybody does stands here from then on.</source>
            <translation>Whatever anybody does stands here from then on.</translation>
        </message>
        <message>
            <source>all acts</source>
            <translation>all acts</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>all items</translation>
        </message>
        <message>
            <source>and in {count} places more; “mosharekat audit verify” names all of them</source>
            <translation>and in {count} places more; “mosharekat audit verify” names all of them</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>everybody</translation>
        </message>
        <message>
            <source>from a day …</source>
            <translation>from a day …</translation>
        </message>
        <message>
            <source>from {since} to {until}</source>
            <translation>from {since} to {until}</translation>
        </message>
        <message>
            <source>in the last 30 days</source>
            <translation>in the last 30 days</translation>
        </message>
        <message>
            <source>in the last 7 days</source>
            <translation>in the last 7 days</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>last month</translation>
        </message>
        <message>
            <source>of</source>
            <translation>of</translation>
        </message>
        <message>
            <source>on</source>
            <translation>on</translation>
        </message>
        <message>
            <source>on any day</source>
            <translation>on any day</translation>
        </message>
        <message>
            <source>since {since}</source>
            <translation>since {since}</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>this month</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>until a day …</source>
            <translation>until a day …</translation>
        </message>
        <message>
            <source>until {until}</source>
            <translation>until {until}</translation>
        </message>
        <message>
            <source>{count} events, newest first</source>
            <translation>{count} events, newest first</translation>
        </message>
        <message>
            <source>{field}: {before} → {after}</source>
            <translation>{field}: {before} → {after}</translation>
        </message>
        <message>
            <source>{item} · event {number}</source>
            <extracomment>What is shown of the fields: for whoever tests it.</extracomment>
            <translation>{item} · event {number}</translation>
        </message>
        <message>
            <source>{percent}% done</source>
            <translation>{percent}% done</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Another file</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>Back to the inbox</source>
            <translation>Back to the inbox</translation>
        </message>
        <message>
            <source>CSV, XLSX or JSON Lines</source>
            <translation>CSV, XLSX or JSON Lines</translation>
        </message>
        <message>
            <source>Channel of rows that name none</source>
            <translation>Channel of rows that name none</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>Choose the column of: {fields}</source>
            <translation>Choose the column of: {fields}</translation>
        </message>
        <message>
            <source>Columns as of</source>
            <translation>Columns as of</translation>
        </message>
        <message>
            <source>Drop the file here</source>
            <translation>Drop the file here</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Import petitions</source>
            <extracomment>As far as the file gives them.</extracomment>
            <translation>Import petitions</translation>
        </message>
        <message>
            <source>Imported: {created} new, {present} there already, {rejected} rejected.</source>
            <translation>Imported: {created} new, {present} there already, {rejected} rejected.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Rejected rows</source>
            <translation>Rejected rows</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>Row</source>
            <extracomment>What is shown as it stands in the file; of the other fields the digits are Persian.
----------
What Qt takes for "as high as there is room".</extracomment>
            <translation>Row</translation>
        </message>
        <message>
            <source>Satisfaction of petitioners</source>
            <translation>Satisfaction of petitioners</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>Save rejected rows</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped: what is counted here is kept; the same file adds what is missing.</source>
            <translation>Stopped: what is counted here is kept; the same file adds what is missing.</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tables</translation>
        </message>
        <message>
            <source>Taken in, and pointed out</source>
            <translation>Taken in, and pointed out</translation>
        </message>
        <message>
            <source>The file could not be written there; choose another folder.</source>
            <translation>The file could not be written there; choose another folder.</translation>
        </message>
        <message>
            <source>The rejected rows are in {name}.</source>
            <translation>The rejected rows are in {name}.</translation>
        </message>
        <message>
            <source>To the inbox</source>
            <translation>To the inbox</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>What stands there</translation>
        </message>
        <message>
            <source>What was imported before is recognised and not taken in twice.</source>
            <translation>What was imported before is recognised and not taken in twice.</translation>
        </message>
        <message>
            <source>You see how it is understood before anything is written</source>
            <extracomment>To what is left to do with what came.</extracomment>
            <translation>You see how it is understood before anything is written</translation>
        </message>
        <message>
            <source>about {count} rows</source>
            <translation>about {count} rows</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>comma</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>new</source>
            <translation>new</translation>
        </message>
        <message>
            <source>not in the file</source>
            <translation>not in the file</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>rejected</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>semicolon</translation>
        </message>
        <message>
            <source>separated by {name}</source>
            <translation>separated by {name}</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>tab</translation>
        </message>
        <message>
            <source>their names</source>
            <translation>their names</translation>
        </message>
        <message>
            <source>there already</source>
            <translation>there already</translation>
        </message>
        <message>
            <source>{done} rows</source>
            <translation>{done} rows</translation>
        </message>
        <message>
            <source>{field} (required)</source>
            <translation>{field} (required)</translation>
        </message>
    </context>
    <context>
        <name>Improvements</name>
        <message>
            <source>A new action</source>
            <translation>A new action</translation>
        </message>
        <message>
            <source>Action, service or owner</source>
            <translation>Action, service or owner</translation>
        </message>
        <message>
            <source>Because of {count} petitions</source>
            <translation>Because of {count} petitions</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>For which service</source>
            <translation>For which service</translation>
        </message>
        <message>
            <source>How</source>
            <translation>How</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <extracomment>The action as soon as it is made: where the rest is broken off, the next try names it there.</extracomment>
            <translation>Improvement action</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>Improvement actions</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>It is done</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>Made by {who}, {day}</source>
            <translation>Made by {who}, {day}</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>Make it</translation>
        </message>
        <message>
            <source>Make one</source>
            <translation>Make one</translation>
        </message>
        <message>
            <source>Name them in it</source>
            <translation>Name them in it</translation>
        </message>
        <message>
            <source>New improvement action</source>
            <translation>New improvement action</translation>
        </message>
        <message>
            <source>No improvement action yet</source>
            <translation>No improvement action yet</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>Not done after all</source>
            <translation>Not done after all</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>The action “{title}” is done.</source>
            <translation>The action “{title}” is done.</translation>
        </message>
        <message>
            <source>The action “{title}” names {count} petitions.</source>
            <translation>The action “{title}” names {count} petitions.</translation>
        </message>
        <message>
            <source>The action “{title}” was saved.</source>
            <translation>The action “{title}” was saved.</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>What gets better</source>
            <translation>What gets better</translation>
        </message>
        <message>
            <source>Which action</source>
            <translation>Which action</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>done {day}</source>
            <translation>done {day}</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>{count} petitions led to it</source>
            <translation>{count} petitions led to it</translation>
        </message>
        <message>
            <source>“Add” makes one; from a petition it is made with the petition beside it.</source>
            <translation>“Add” makes one; from a petition it is made with the petition beside it.</translation>
        </message>
    </context>
    <context>
        <name>Inbox</name>
        <message>
            <source> and </source>
            <translation> and </translation>
        </message>
        <message>
            <source> or </source>
            <translation> or </translation>
        </message>
        <message>
            <source>1 day late</source>
            <translation>1 day late</translation>
        </message>
        <message>
            <source>1 day left</source>
            <translation>1 day left</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 year</translation>
        </message>
        <message>
            <source>A condition, or a value of one</source>
            <translation>A condition, or a value of one</translation>
        </message>
        <message>
            <source>A note for colleagues</source>
            <translation>A note for colleagues</translation>
        </message>
        <message>
            <source>About: {what}</source>
            <translation>About: {what}</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>Add note</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>An administrator can put you into one; its petitions then stand here.</source>
            <translation>An administrator can put you into one; its petitions then stand here.</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Assignee</translation>
        </message>
        <message>
            <source>CSV, XLSX or JSON Lines; you see it before it is taken in</source>
            <translation>CSV, XLSX or JSON Lines; you see it before it is taken in</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Choose the unit</source>
            <translation>Choose the unit</translation>
        </message>
        <message>
            <source>Choose the unit to refer it to.</source>
            <translation>Choose the unit to refer it to.</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>Clear the filter</translation>
        </message>
        <message>
            <source>Clock runs</source>
            <translation>Clock runs</translation>
        </message>
        <message>
            <source>Clock stands still</source>
            <translation>Clock stands still</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Close without an answer</source>
            <translation>Close without an answer</translation>
        </message>
        <message>
            <source>Colleague</source>
            <extracomment>The person chose somebody else.</extracomment>
            <translation>Colleague</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>Columns of the list</translation>
        </message>
        <message>
            <source>Copy tracking code</source>
            <translation>Copy tracking code</translation>
        </message>
        <message>
            <source>Ctrl+Enter, or the box beside a line: this one too</source>
            <translation>Ctrl+Enter, or the box beside a line: this one too</translation>
        </message>
        <message>
            <source>Day of arrival</source>
            <translation>Day of arrival</translation>
        </message>
        <message>
            <source>Day of resolution</source>
            <translation>Day of resolution</translation>
        </message>
        <message>
            <source>Days: last week, Mehr 1405, 1 to 15 Aban …</source>
            <translation>Days: last week, Mehr 1405, 1 to 15 Aban …</translation>
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
            <source>Deadline: {words}</source>
            <translation>Deadline: {words}</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Draft of the reply to {code} saved.</source>
            <translation>Draft of the reply to {code} saved.</translation>
        </message>
        <message>
            <source>Drop it</source>
            <translation>Drop it</translation>
        </message>
        <message>
            <source>Earlier events: {count}</source>
            <translation>Earlier events: {count}</translation>
        </message>
        <message>
            <source>Everything has found its unit</source>
            <translation>Everything has found its unit</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Go to: {view}</source>
            <translation>Go to: {view}</translation>
        </message>
        <message>
            <source>Group of the petitioner</source>
            <translation>Group of the petitioner</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Hand over to a colleague</source>
            <translation>Hand over to a colleague</translation>
        </message>
        <message>
            <source>Headings of the list</source>
            <translation>Headings of the list</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>Import a file</translation>
        </message>
        <message>
            <source>Import petitions</source>
            <translation>Import petitions</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <translation>Improvement action</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Is somebody on the line?</source>
            <translation>Is somebody on the line?</translation>
        </message>
        <message>
            <source>Is there a file from the portal?</source>
            <translation>Is there a file from the portal?</translation>
        </message>
        <message>
            <source>Kind</source>
            <extracomment>What cannot be put away: without them a row is no row. Pixels; the subject takes what is left. In a narrow window these go first.
----------
So many values of one condition are named; the others are counted. Conditions that stand as chips behind «that», in the order in which they are read.</extracomment>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Letter number</translation>
        </message>
        <message>
            <source>Letter {number}</source>
            <translation>Letter {number}</translation>
        </message>
        <message>
            <source>Look at one</source>
            <translation>Look at one</translation>
        </message>
        <message>
            <source>Meanwhile</source>
            <translation>Meanwhile</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>The moves that stand as buttons in a state, the foremost first; the others are in the menu. Refusals of resolving that are worth a locked button: with another role there is no button at all. How the sender and what is told of them stand. The person wants to see what is masked. Commands of the screen that stand in the menu too.</extracomment>
            <translation>More</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>Next row</translation>
        </message>
        <message>
            <source>No petition is open</source>
            <translation>No petition is open</translation>
        </message>
        <message>
            <source>No rule fitted them; you choose their unit</source>
            <translation>No rule fitted them; you choose their unit</translation>
        </message>
        <message>
            <source>Nobody is being waited for</source>
            <translation>Nobody is being waited for</translation>
        </message>
        <message>
            <source>Not in this state, or not with your role</source>
            <translation>Not in this state, or not with your role</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Note added to {code}.</source>
            <extracomment>What is done with a referral on the side: the petition is moved by none of it. Working days for the order; None: no day. To whom it goes on the side in the same act. Which referral on the side is answered, returned or recalled. Why it ends so, beside the reply; for outcomes that want it.</extracomment>
            <translation>Note added to {code}.</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>Nothing fits this filter</translation>
        </message>
        <message>
            <source>Nothing is called so.</source>
            <translation>Nothing is called so.</translation>
        </message>
        <message>
            <source>Nothing is due this week</source>
            <translation>Nothing is due this week</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>Nothing is late</translation>
        </message>
        <message>
            <source>Nothing is left on your desk</source>
            <translation>Nothing is left on your desk</translation>
        </message>
        <message>
            <source>Nothing was found</source>
            <translation>Nothing was found</translation>
        </message>
        <message>
            <source>Nothing was overwritten; what you wrote is kept in the box below.</source>
            <translation>Nothing was overwritten; what you wrote is kept in the box below.</translation>
        </message>
        <message>
            <source>Now: {state}; unit {unit}; assignee {assignee}</source>
            <translation>Now: {state}; unit {unit}; assignee {assignee}</translation>
        </message>
        <message>
            <source>One condition less shows more.</source>
            <translation>One condition less shows more.</translation>
        </message>
        <message>
            <source>One condition more</source>
            <translation>One condition more</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open at the end of a day</source>
            <translation>Open at the end of a day</translation>
        </message>
        <message>
            <source>Open or closed</source>
            <translation>Open or closed</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Order of the list</source>
            <translation>Order of the list</translation>
        </message>
        <message>
            <source>Order, headings, columns</source>
            <translation>Order, headings, columns</translation>
        </message>
        <message>
            <source>Outcome</source>
            <extracomment>The person chose or typed something else.</extracomment>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Past the deadline</source>
            <translation>Past the deadline</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Petitioner wrote again</source>
            <translation>Petitioner wrote again</translation>
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>The petition whose mark is to be turned, and petitions that are to be marked too.</extracomment>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Petitions are registered by clerks</source>
            <translation>Petitions are registered by clerks</translation>
        </message>
        <message>
            <source>Petitions are seen by the clerks and managers of their units</source>
            <translation>Petitions are seen by the clerks and managers of their units</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>Possible duplicates</translation>
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
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Put aside</source>
            <extracomment>Which moves a mode of the box stands for: one of them must be allowed. For which petition and purpose the choices over the box were made, and whether they are being put back. In whose place this is done: a deputy always sees it before it is sent.</extracomment>
            <translation>Put aside</translation>
        </message>
        <message>
            <source>Put in a saved reply</source>
            <translation>Put in a saved reply</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Reason (it stands in the history)</source>
            <translation>Reason (it stands in the history)</translation>
        </message>
        <message>
            <source>Received: {day}</source>
            <translation>Received: {day}</translation>
        </message>
        <message>
            <source>Refer</source>
            <translation>Refer</translation>
        </message>
        <message>
            <source>Referrals on the side</source>
            <translation>Referrals on the side</translation>
        </message>
        <message>
            <source>Register a call</source>
            <translation>Register a call</translation>
        </message>
        <message>
            <source>Register a petition</source>
            <translation>Register a petition</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>Registry number</translation>
        </message>
        <message>
            <source>Registry {number}</source>
            <translation>Registry {number}</translation>
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
            <source>Reply of {author}, {day}</source>
            <translation>Reply of {author}, {day}</translation>
        </message>
        <message>
            <source>Reply to {code} sent back to its clerk.</source>
            <translation>Reply to {code} sent back to its clerk.</translation>
        </message>
        <message>
            <source>Reply to {code} sent for approval.</source>
            <translation>Reply to {code} sent for approval.</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Resolved after the deadline</source>
            <translation>Resolved after the deadline</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Return: not our business</source>
            <translation>Return: not our business</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Satisfaction not asked</source>
            <translation>Satisfaction not asked</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>Save draft</translation>
        </message>
        <message>
            <source>Search further</source>
            <extracomment>Where the list comes from, where that has to be said.</extracomment>
            <translation>Search further</translation>
        </message>
        <message>
            <source>Search in this list</source>
            <extracomment>How long the selection rests before the details are read: a held key must not read every row it passes. What an empty list would show without one of its conditions, and of which list that is.</extracomment>
            <translation>Search in this list</translation>
        </message>
        <message>
            <source>See the files that were not attached</source>
            <extracomment>So many earlier events come each time: one that is laid out costs, and some petitions have thousands. The raw thing with this number is to be shown. The petition that is shown.</extracomment>
            <translation>See the files that were not attached</translation>
        </message>
        <message>
            <source>See the unrouted</source>
            <translation>See the unrouted</translation>
        </message>
        <message>
            <source>Send and resolve</source>
            <translation>Send and resolve</translation>
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
            <source>Send mine on the new version</source>
            <translation>Send mine on the new version</translation>
        </message>
        <message>
            <source>Send the reply back</source>
            <translation>Send the reply back</translation>
        </message>
        <message>
            <source>Send what is written</source>
            <translation>Send what is written</translation>
        </message>
        <message>
            <source>Service, document or news item</source>
            <translation>Service, document or news item</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Show the whole text ({count} characters)</source>
            <extracomment>What is shown at once, in characters. A line of a megabyte costs the layout half a second a key; in the reader lines are broken at this length.</extracomment>
            <translation>Show the whole text ({count} characters)</translation>
        </message>
        <message>
            <source>Show who sent it; that you did is noted in the history</source>
            <translation>Show who sent it; that you did is noted in the history</translation>
        </message>
        <message>
            <source>Shows the whole view again</source>
            <translation>Shows the whole view again</translation>
        </message>
        <message>
            <source>Spelling does not matter; fewer words find more.</source>
            <translation>Spelling does not matter; fewer words find more.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Subject and first words</source>
            <translation>Subject and first words</translation>
        </message>
        <message>
            <source>Take back my last move</source>
            <translation>Take back my last move</translation>
        </message>
        <message>
            <source>That is not possible in this state, or not with your role.</source>
            <translation>That is not possible in this state, or not with your role.</translation>
        </message>
        <message>
            <source>The answer to the petitioner</source>
            <translation>The answer to the petitioner</translation>
        </message>
        <message>
            <source>The citizen's words</source>
            <translation>The citizen's words</translation>
        </message>
        <message>
            <source>The list could not be read</source>
            <translation>The list could not be read</translation>
        </message>
        <message>
            <source>The note is still empty.</source>
            <translation>The note is still empty.</translation>
        </message>
        <message>
            <source>The oldest of them came {count} days ago</source>
            <translation>The oldest of them came {count} days ago</translation>
        </message>
        <message>
            <source>The petitioner sees this</source>
            <translation>The petitioner sees this</translation>
        </message>
        <message>
            <source>The phone form opens with what the caller sent before</source>
            <translation>The phone form opens with what the caller sent before</translation>
        </message>
        <message>
            <source>The reply is still empty.</source>
            <translation>The reply is still empty.</translation>
        </message>
        <message>
            <source>The rule that gave this date is not there any more; the date stays.</source>
            <translation>The rule that gave this date is not there any more; the date stays.</translation>
        </message>
        <message>
            <source>The unit has no other clerk.</source>
            <translation>The unit has no other clerk.</translation>
        </message>
        <message>
            <source>The usual columns</source>
            <translation>The usual columns</translation>
        </message>
        <message>
            <source>This outcome wants a reason; it stands in the history.</source>
            <translation>This outcome wants a reason; it stands in the history.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Tracking code of the other one</source>
            <translation>Tracking code of the other one</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Try once more</source>
            <translation>Try once more</translation>
        </message>
        <message>
            <source>Unit</source>
            <extracomment>The person chose something else. The person wants to choose who else is asked.</extracomment>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Unit that was left</source>
            <translation>Unit that was left</translation>
        </message>
        <message>
            <source>Until the end of this week</source>
            <translation>Until the end of this week</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>Wait</translation>
        </message>
        <message>
            <source>Wait for the petitioner</source>
            <translation>Wait for the petitioner</translation>
        </message>
        <message>
            <source>What came (it stands in the history)</source>
            <translation>What came (it stands in the history)</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>What is due until Friday would stand here.</source>
            <translation>What is due until Friday would stand here.</translation>
        </message>
        <message>
            <source>What is imported or registered appears here.</source>
            <translation>What is imported or registered appears here.</translation>
        </message>
        <message>
            <source>What is in progress is referred with an order note: say what to do.</source>
            <translation>What is in progress is referred with an order note: say what to do.</translation>
        </message>
        <message>
            <source>What is past its deadline would stand here.</source>
            <translation>What is past its deadline would stand here.</translation>
        </message>
        <message>
            <source>What is referred to the unit stands here until it is resolved.</source>
            <translation>What is referred to the unit stands here until it is resolved.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>What no rule fits waits here until somebody chooses its unit.</source>
            <translation>What no rule fits waits here until somebody chooses its unit.</translation>
        </message>
        <message>
            <source>What should be changed</source>
            <translation>What should be changed</translation>
        </message>
        <message>
            <source>What the petitioner was asked for</source>
            <translation>What the petitioner was asked for</translation>
        </message>
        <message>
            <source>What the unit should do (order note)</source>
            <translation>What the unit should do (order note)</translation>
        </message>
        <message>
            <source>What waits for the petitioner stands here; its clock stands still.</source>
            <translation>What waits for the petitioner stands here; its clock stands still.</translation>
        </message>
        <message>
            <source>What you typed is kept.</source>
            <translation>What you typed is kept.</translation>
        </message>
        <message>
            <source>Whatever is referred to you appears right here.</source>
            <translation>Whatever is referred to you appears right here.</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Why?</translation>
        </message>
        <message>
            <source>Without a deadline</source>
            <translation>Without a deadline</translation>
        </message>
        <message>
            <source>Without the conditions</source>
            <translation>Without the conditions</translation>
        </message>
        <message>
            <source>Without “{condition}”</source>
            <translation>Without “{condition}”</translation>
        </message>
        <message>
            <source>Words, name or code</source>
            <translation>Words, name or code</translation>
        </message>
        <message>
            <source>Write a note</source>
            <extracomment>What the box becomes for a move. A key is shared only by moves that never stand side by side. What is done with referrals on the side.</extracomment>
            <translation>Write a note</translation>
        </message>
        <message>
            <source>Write the reason; it stands in the history.</source>
            <translation>Write the reason; it stands in the history.</translation>
        </message>
        <message>
            <source>Write the reply</source>
            <translation>Write the reply</translation>
        </message>
        <message>
            <source>You belong to no unit</source>
            <translation>You belong to no unit</translation>
        </message>
        <message>
            <source>You have neither role; an administrator can give you one.</source>
            <translation>You have neither role; an administrator can give you one.</translation>
        </message>
        <message>
            <source>You see personal data of another unit's petition; this is noted in its history.</source>
            <extracomment>A petition that is looked at for this long, in milliseconds, counts as read. A petition has other labels now. What was done here and can be taken back, the latest last: the petitions as they were after it. Who else can be asked, as long as it is open.</extracomment>
            <translation>You see personal data of another unit's petition; this is noted in its history.</translation>
        </message>
        <message>
            <source>Your account has no role for this; an administrator can give you one.</source>
            <translation>Your account has no role for this; an administrator can give you one.</translation>
        </message>
        <message>
            <source>Your unit has nothing open</source>
            <translation>Your unit has nothing open</translation>
        </message>
        <message>
            <source>Yours: {act}</source>
            <translation>Yours: {act}</translation>
        </message>
        <message>
            <source>all commands</source>
            <translation>all commands</translation>
        </message>
        <message>
            <source>all kinds</source>
            <translation>all kinds</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>all units</translation>
        </message>
        <message>
            <source>and</source>
            <translation>and</translation>
        </message>
        <message>
            <source>anything</source>
            <extracomment>Conditions that take what is typed. Conditions that are there or not. Conditions that come from elsewhere (a sender's own list, a number of a report) and are only taken away here.</extracomment>
            <translation>anything</translation>
        </message>
        <message>
            <source>are about a {value} of the catalogue</source>
            <translation>are about a {value} of the catalogue</translation>
        </message>
        <message>
            <source>are about “{value}”</source>
            <translation>are about “{value}”</translation>
        </message>
        <message>
            <source>are assigned to you</source>
            <translation>are assigned to you</translation>
        </message>
        <message>
            <source>are assigned to {name}</source>
            <translation>are assigned to {name}</translation>
        </message>
        <message>
            <source>are due {days}</source>
            <translation>are due {days}</translation>
        </message>
        <message>
            <source>are of a petitioner of the group “{value}”</source>
            <translation>are of a petitioner of the group “{value}”</translation>
        </message>
        <message>
            <source>are of one petitioner</source>
            <translation>are of one petitioner</translation>
        </message>
        <message>
            <source>are of {value} urgency</source>
            <translation>are of {value} urgency</translation>
        </message>
        <message>
            <source>are past their deadline</source>
            <translation>are past their deadline</translation>
        </message>
        <message>
            <source>are: {value}</source>
            <translation>are: {value}</translation>
        </message>
        <message>
            <source>as the order has it</source>
            <translation>as the order has it</translation>
        </message>
        <message>
            <source>by</source>
            <translation>by</translation>
        </message>
        <message>
            <source>came by {value}</source>
            <translation>came by {value}</translation>
        </message>
        <message>
            <source>came {days}</source>
            <translation>came {days}</translation>
        </message>
        <message>
            <source>clock stands</source>
            <translation>clock stands</translation>
        </message>
        <message>
            <source>content</source>
            <translation>content</translation>
        </message>
        <message>
            <source>days: {typed}</source>
            <translation>days: {typed}</translation>
        </message>
        <message>
            <source>discontent</source>
            <translation>discontent</translation>
        </message>
        <message>
            <source>down and up</source>
            <translation>down and up</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>ended as “{value}”</source>
            <translation>ended as “{value}”</translation>
        </message>
        <message>
            <source>every channel</source>
            <translation>every channel</translation>
        </message>
        <message>
            <source>every kind</source>
            <translation>every kind</translation>
        </message>
        <message>
            <source>from {since} to {until}</source>
            <translation>from {since} to {until}</translation>
        </message>
        <message>
            <source>got the mark {value} for satisfaction</source>
            <translation>got the mark {value} for satisfaction</translation>
        </message>
        <message>
            <source>have a petitioner who wrote again</source>
            <translation>have a petitioner who wrote again</translation>
        </message>
        <message>
            <source>have no assignee</source>
            <translation>have no assignee</translation>
        </message>
        <message>
            <source>have on the side: {value}</source>
            <translation>have on the side: {value}</translation>
        </message>
        <message>
            <source>have others like them</source>
            <translation>have others like them</translation>
        </message>
        <message>
            <source>have the label {value}</source>
            <translation>have the label {value}</translation>
        </message>
        <message>
            <source>have the registry number {value}</source>
            <translation>have the registry number {value}</translation>
        </message>
        <message>
            <source>have their clock running</source>
            <translation>have their clock running</translation>
        </message>
        <message>
            <source>have their clock standing</source>
            <translation>have their clock standing</translation>
        </message>
        <message>
            <source>have “{value}” in their letter number</source>
            <translation>have “{value}” in their letter number</translation>
        </message>
        <message>
            <source>in</source>
            <translation>in</translation>
        </message>
        <message>
            <source>in between</source>
            <translation>in between</translation>
        </message>
        <message>
            <source>in {month}</source>
            <translation>in {month}</translation>
        </message>
        <message>
            <source>latest deadline</source>
            <translation>latest deadline</translation>
        </message>
        <message>
            <source>led to one improvement action</source>
            <translation>led to one improvement action</translation>
        </message>
        <message>
            <source>left {unit} {days}</source>
            <translation>left {unit} {days}</translation>
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
            <source>no unit</source>
            <translation>no unit</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>on behalf of {person}</source>
            <translation>on behalf of {person}</translation>
        </message>
        <message>
            <source>on {day}</source>
            <translation>on {day}</translation>
        </message>
        <message>
            <source>one other resembles it</source>
            <translation>one other resembles it</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>petitioner wrote again, not read: {count}</source>
            <translation>petitioner wrote again, not read: {count}</translation>
        </message>
        <message>
            <source>petitioner wrote again: {count}</source>
            <translation>petitioner wrote again: {count}</translation>
        </message>
        <message>
            <source>preview</source>
            <translation>preview</translation>
        </message>
        <message>
            <source>since {since}</source>
            <translation>since {since}</translation>
        </message>
        <message>
            <source>that</source>
            <translation>that</translation>
        </message>
        <message>
            <source>the clock stood still</source>
            <translation>the clock stood still</translation>
        </message>
        <message>
            <source>the deadline</source>
            <translation>the deadline</translation>
        </message>
        <message>
            <source>the petitioner</source>
            <translation>the petitioner</translation>
        </message>
        <message>
            <source>the unit</source>
            <translation>the unit</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>turned round</source>
            <translation>turned round</translation>
        </message>
        <message>
            <source>under headings by</source>
            <translation>under headings by</translation>
        </message>
        <message>
            <source>unread</source>
            <extracomment>What the delegate paints from: a `PetitionRow`, or None while it is being read. Texts of the model are at most this long: a longer one costs a repaint dearly. Milliseconds that a list may take before its first rows are asked for by themselves. So many rows before one comes to it, a chunk is asked for: a few turns of the wheel. Of more rows than these one word is said that all between them may have changed. Put together once: a frame asks for each cell. The list stands; the place of the petition that was to be kept, or None. The rest of a list whose first rows were shown already is there. Of these petitions another number of near-equal ones is known than before. Whether the rest of the list is still being worked out.</extracomment>
            <translation>unread</translation>
        </message>
        <message>
            <source>unrouted</source>
            <translation>unrouted</translation>
        </message>
        <message>
            <source>until {until}</source>
            <translation>until {until}</translation>
        </message>
        <message>
            <source>very content</source>
            <translation>very content</translation>
        </message>
        <message>
            <source>very discontent</source>
            <translation>very discontent</translation>
        </message>
        <message>
            <source>weekend</source>
            <translation>weekend</translation>
        </message>
        <message>
            <source>were open at the end of {day}</source>
            <translation>were open at the end of {day}</translation>
        </message>
        <message>
            <source>were resolved after their deadline</source>
            <translation>were resolved after their deadline</translation>
        </message>
        <message>
            <source>were resolved {days}</source>
            <translation>were resolved {days}</translation>
        </message>
        <message>
            <source>with</source>
            <translation>with</translation>
        </message>
        <message>
            <source>without headings</source>
            <translation>without headings</translation>
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
            <source>{code} archived.</source>
            <translation>{code} archived.</translation>
        </message>
        <message>
            <source>{code} closed: {outcome}.</source>
            <translation>{code} closed: {outcome}.</translation>
        </message>
        <message>
            <source>{code} handed over to {assignee}.</source>
            <translation>{code} handed over to {assignee}.</translation>
        </message>
        <message>
            <source>{code} is as it was before.</source>
            <translation>{code} is as it was before.</translation>
        </message>
        <message>
            <source>{code} is in progress again.</source>
            <translation>{code} is in progress again.</translation>
        </message>
        <message>
            <source>{code} is yours now.</source>
            <translation>{code} is yours now.</translation>
        </message>
        <message>
            <source>{code} referred to {unit}.</source>
            <translation>{code} referred to {unit}.</translation>
        </message>
        <message>
            <source>{code} reopened.</source>
            <translation>{code} reopened.</translation>
        </message>
        <message>
            <source>{code} resolved: {outcome}.</source>
            <translation>{code} resolved: {outcome}.</translation>
        </message>
        <message>
            <source>{code} returned; it is unrouted again.</source>
            <translation>{code} returned; it is unrouted again.</translation>
        </message>
        <message>
            <source>{code} waits for the petitioner; the clock stands still.</source>
            <translation>{code} waits for the petitioner; the clock stands still.</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{count} days did not count</source>
            <translation>{count} days did not count</translation>
        </message>
        <message>
            <source>{count} days late</source>
            <translation>{count} days late</translation>
        </message>
        <message>
            <source>{count} days left</source>
            <translation>{count} days left</translation>
        </message>
        <message>
            <source>{count} done today.</source>
            <translation>{count} done today.</translation>
        </message>
        <message>
            <source>{count} events</source>
            <translation>{count} events</translation>
        </message>
        <message>
            <source>{count} new: show them</source>
            <translation>{count} new: show them</translation>
        </message>
        <message>
            <source>{count} of your unit have no assignee</source>
            <translation>{count} of your unit have no assignee</translation>
        </message>
        <message>
            <source>{count} others</source>
            <translation>{count} others</translation>
        </message>
        <message>
            <source>{count} others resemble it</source>
            <translation>{count} others resemble it</translation>
        </message>
        <message>
            <source>{count} petitions</source>
            <translation>{count} petitions</translation>
        </message>
        <message>
            <source>{count} petitions fit the rest</source>
            <translation>{count} petitions fit the rest</translation>
        </message>
        <message>
            <source>{count} petitions have not gone anywhere yet</source>
            <translation>{count} petitions have not gone anywhere yet</translation>
        </message>
        <message>
            <source>{count} petitions so far; the rest is being counted …</source>
            <translation>{count} petitions so far; the rest is being counted …</translation>
        </message>
        <message>
            <source>{count} petitions; too many groups for headings</source>
            <translation>{count} petitions; too many groups for headings</translation>
        </message>
        <message>
            <source>{count} years</source>
            <translation>{count} years</translation>
        </message>
        <message>
            <source>{count}+ petitions; more words find fewer</source>
            <translation>{count}+ petitions; more words find fewer</translation>
        </message>
        <message>
            <source>{field}: a few letters of it</source>
            <translation>{field}: a few letters of it</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{kinds} in {units} that {conditions}</source>
            <translation>{kinds} in {units} that {conditions}</translation>
        </message>
        <message>
            <source>{kind}, {channel}: {count} days after the day of receipt</source>
            <translation>{kind}, {channel}: {count} days after the day of receipt</translation>
        </message>
        <message>
            <source>{kind}, {channel}: {count} working days after the day of receipt</source>
            <translation>{kind}, {channel}: {count} working days after the day of receipt</translation>
        </message>
        <message>
            <source>{order}, turned round</source>
            <translation>{order}, turned round</translation>
        </message>
        <message>
            <source>{sentence}, with {words}</source>
            <translation>{sentence}, with {words}</translation>
        </message>
        <message>
            <source>{unit} was asked for an opinion on {code}.</source>
            <translation>{unit} was asked for an opinion on {code}.</translation>
        </message>
        <message>
            <source>{unit} was told of {code}.</source>
            <translation>{unit} was told of {code}.</translation>
        </message>
        <message>
            <source>{who} changed this while you wrote</source>
            <translation>{who} changed this while you wrote</translation>
        </message>
        <message>
            <source>“{typed}”</source>
            <translation>“{typed}”</translation>
        </message>
        <message>
            <source>“{value}”</source>
            <translation>“{value}”</translation>
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
        <name>Instruments</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>, </source>
            <extracomment>What the words take at most; the line of days has the rest.
----------
As `instruments.invitations` has it: what cannot be done is not offered. Whether anybody can be invited now.</extracomment>
            <translation>, </translation>
        </message>
        <message>
            <source>A bylaw, a directive, a bill …; the law's road follows from its kind</source>
            <translation>A bylaw, a directive, a bill …; the law's road follows from its kind</translation>
        </message>
        <message>
            <source>A new draft document</source>
            <translation>A new draft document</translation>
        </message>
        <message>
            <source>A pin was taken away by {who}</source>
            <translation>A pin was taken away by {who}</translation>
        </message>
        <message>
            <source>A rejection counts only when a second reviewer has confirmed it.</source>
            <translation>A rejection counts only when a second reviewer has confirmed it.</translation>
        </message>
        <message>
            <source>A rejection counts without a second reader.</source>
            <translation>A rejection counts without a second reader.</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>The view that is no list of its own: the windows over a line of days.</extracomment>
            <translation>All</translation>
        </message>
        <message>
            <source>Back to drafting</source>
            <translation>Back to drafting</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>Calendar of windows</source>
            <translation>Calendar of windows</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Compare with the one before</source>
            <translation>Compare with the one before</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Drafting</source>
            <translation>Drafting</translation>
        </message>
        <message>
            <source>Drafting unit</source>
            <translation>Drafting unit</translation>
        </message>
        <message>
            <source>Drafts</source>
            <extracomment>What is dropped as comments; what may be a document as well is one.</extracomment>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Drafts stand here with their revisions, from the first text to its end.</source>
            <translation>Drafts stand here with their revisions, from the first text to its end.</translation>
        </message>
        <message>
            <source>Earlier revision</source>
            <translation>Earlier revision</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>Find in the list</source>
            <translation>Find in the list</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Find in the text</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Import a revision</source>
            <translation>Import a revision</translation>
        </message>
        <message>
            <source>Import comments…</source>
            <translation>Import comments…</translation>
        </message>
        <message>
            <source>It is a large file</source>
            <extracomment>A file that is read faster than this, in milliseconds, shows nothing meanwhile: it would only flicker. What can be imported, for the file dialog. The preview stands ready. A large file is being read: what to show meanwhile. Nothing is being read any more, and nothing was kept. The instrument with its new revision.</extracomment>
            <translation>It is a large file</translation>
        </message>
        <message>
            <source>Keep as a revision</source>
            <translation>Keep as a revision</translation>
        </message>
        <message>
            <source>Later revision</source>
            <translation>Later revision</translation>
        </message>
        <message>
            <source>Moved to “{state}” by {who}</source>
            <translation>Moved to “{state}” by {who}</translation>
        </message>
        <message>
            <source>New draft document</source>
            <translation>New draft document</translation>
        </message>
        <message>
            <source>Next draft</source>
            <translation>Next draft</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Next place</translation>
        </message>
        <message>
            <source>No draft document yet</source>
            <translation>No draft document yet</translation>
        </message>
        <message>
            <source>No draft fits this view and these words.</source>
            <translation>No draft fits this view and these words.</translation>
        </message>
        <message>
            <source>No draft is on its way</source>
            <translation>No draft is on its way</translation>
        </message>
        <message>
            <source>No text yet</source>
            <translation>No text yet</translation>
        </message>
        <message>
            <source>No unit</source>
            <translation>No unit</translation>
        </message>
        <message>
            <source>No window closes within seven days</source>
            <translation>No window closes within seven days</translation>
        </message>
        <message>
            <source>Not read: {names}</source>
            <translation>Not read: {names}</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>Nothing was changed or lost</translation>
        </message>
        <message>
            <source>Nothing was kept yet</source>
            <translation>Nothing was kept yet</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open to the public: {days}</source>
            <translation>Open to the public: {days}</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Outline</translation>
        </message>
        <message>
            <source>Previous draft</source>
            <translation>Previous draft</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Put away</translation>
        </message>
        <message>
            <source>Read them again</source>
            <translation>Read them again</translation>
        </message>
        <message>
            <source>Read {revision}</source>
            <translation>Read {revision}</translation>
        </message>
        <message>
            <source>Reading {name} …</source>
            <translation>Reading {name} …</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Register one</source>
            <translation>Register one</translation>
        </message>
        <message>
            <source>Registered by {who}</source>
            <translation>Registered by {who}</translation>
        </message>
        <message>
            <source>Rejections of comments need a second reader</source>
            <extracomment>The numbers of the older and the newer revision. A step on the way to the public. Whether a rejection of a comment is to need a second reader.</extracomment>
            <translation>Rejections of comments need a second reader</translation>
        </message>
        <message>
            <source>Rejections of comments need no second reader</source>
            <translation>Rejections of comments need no second reader</translation>
        </message>
        <message>
            <source>Revision {n}</source>
            <translation>Revision {n}</translation>
        </message>
        <message>
            <source>Revision {n} added by {who}</source>
            <translation>Revision {n} added by {who}</translation>
        </message>
        <message>
            <source>Revision {n} of “{title}”, not kept yet</source>
            <translation>Revision {n} of “{title}”, not kept yet</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>Revisions</translation>
        </message>
        <message>
            <source>Revisions are imported by: {who}.</source>
            <translation>Revisions are imported by: {who}.</translation>
        </message>
        <message>
            <source>Revisions: {n}</source>
            <translation>Revisions: {n}</translation>
        </message>
        <message>
            <source>Send to legal review</source>
            <translation>Send to legal review</translation>
        </message>
        <message>
            <source>State</source>
            <extracomment>Width of each column behind the title, in the order of reading. The views over the list, with the states that each holds.</extracomment>
            <translation>State</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Summary of the changes</source>
            <translation>Summary of the changes</translation>
        </message>
        <message>
            <source>Summing-up {n} was frozen by {who}</source>
            <translation>Summing-up {n} was frozen by {who}</translation>
        </message>
        <message>
            <source>Text of the revision</source>
            <extracomment>Labels that are set in bold; a text of more is a list, not a law.</extracomment>
            <translation>Text of the revision</translation>
        </message>
        <message>
            <source>The drafts could not be read</source>
            <translation>The drafts could not be read</translation>
        </message>
        <message>
            <source>The file of the new revision</source>
            <translation>The file of the new revision</translation>
        </message>
        <message>
            <source>The opening was declined by {who}</source>
            <translation>The opening was declined by {who}</translation>
        </message>
        <message>
            <source>The window was extended to {day} ({who})</source>
            <translation>The window was extended to {day} ({who})</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Title, code or unit</source>
            <translation>Title, code or unit</translation>
        </message>
        <message>
            <source>Track A: open to the public for at least 14 full days, then promulgated.</source>
            <translation>Track A: open to the public for at least 14 full days, then promulgated.</translation>
        </message>
        <message>
            <source>Track B: open to the public for at least one month, then submitted.</source>
            <translation>Track B: open to the public for at least one month, then submitted.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Two provisions were pinned as different by {who}</source>
            <translation>Two provisions were pinned as different by {who}</translation>
        </message>
        <message>
            <source>Two provisions were pinned as one by {who}</source>
            <translation>Two provisions were pinned as one by {who}</translation>
        </message>
        <message>
            <source>What changed in this revision, in a few words</source>
            <translation>What changed in this revision, in a few words</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>What it is</translation>
        </message>
        <message>
            <source>What waits for whom</source>
            <translation>What waits for whom</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Windows and what waits for whom stand here.</source>
            <translation>Windows and what waits for whom stand here.</translation>
        </message>
        <message>
            <source>against {revision}</source>
            <translation>against {revision}</translation>
        </message>
        <message>
            <source>code {code}</source>
            <translation>code {code}</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>compare</translation>
        </message>
        <message>
            <source>ended {day}</source>
            <translation>ended {day}</translation>
        </message>
        <message>
            <source>ends today</source>
            <translation>ends today</translation>
        </message>
        <message>
            <source>import</source>
            <translation>import</translation>
        </message>
        <message>
            <source>no numbered provisions; compared by paragraphs</source>
            <translation>no numbered provisions; compared by paragraphs</translation>
        </message>
        <message>
            <source>numbered by the program where left empty</source>
            <translation>numbered by the program where left empty</translation>
        </message>
        <message>
            <source>read</source>
            <translation>read</translation>
        </message>
        <message>
            <source>today {day}</source>
            <translation>today {day}</translation>
        </message>
        <message>
            <source>up and down</source>
            <translation>up and down</translation>
        </message>
        <message>
            <source>written by {name}</source>
            <translation>written by {name}</translation>
        </message>
        <message>
            <source>{n} characters</source>
            <translation>{n} characters</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>{n} days left</translation>
        </message>
        <message>
            <source>{n} drafts</source>
            <translation>{n} drafts</translation>
        </message>
        <message>
            <source>{n} left</source>
            <translation>{n} left</translation>
        </message>
        <message>
            <source>{n} provisions recognised</source>
            <translation>{n} provisions recognised</translation>
        </message>
        <message>
            <source>{n} public comments</source>
            <translation>{n} public comments</translation>
        </message>
        <message>
            <source>{n} windows close within seven days</source>
            <translation>{n} windows close within seven days</translation>
        </message>
        <message>
            <source>{old} with {new}</source>
            <translation>{old} with {new}</translation>
        </message>
        <message>
            <source>{paper} no. {n} was sent out by {who}</source>
            <translation>{paper} no. {n} was sent out by {who}</translation>
        </message>
        <message>
            <source>{revision} of “{title}” was kept.</source>
            <translation>{revision} of “{title}” was kept.</translation>
        </message>
        <message>
            <source>{revision}, {day}, {name}</source>
            <translation>{revision}, {day}, {name}</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>{start} to {end}</translation>
        </message>
        <message>
            <source>{who} asked to open it to the public</source>
            <translation>{who} asked to open it to the public</translation>
        </message>
        <message>
            <source>“{title}” is in the state “{state}” now.</source>
            <translation>“{title}” is in the state “{state}” now.</translation>
        </message>
        <message>
            <source>“{title}” was registered with the code {code}.</source>
            <translation>“{title}” was registered with the code {code}.</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message>
            <source>Advertising, a test of the portal, never to be read: what is put aside is kept, and can be taken back.</source>
            <translation>Advertising, a test of the portal, never to be read: what is put aside is kept, and can be taken back.</translation>
        </message>
        <message>
            <source>Channel, number or reason</source>
            <translation>Channel, number or reason</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>Handed in</translation>
        </message>
        <message>
            <source>In quarantine</source>
            <translation>In quarantine</translation>
        </message>
        <message>
            <source>It is in quarantine again.</source>
            <translation>It is in quarantine again.</translation>
        </message>
        <message>
            <source>It waits to be taken in.</source>
            <translation>It waits to be taken in.</translation>
        </message>
        <message>
            <source>It was put aside; it is kept under “Put aside”.</source>
            <translation>It was put aside; it is kept under “Put aside”.</translation>
        </message>
        <message>
            <source>It was put right and waits to be taken in.</source>
            <translation>It was put right and waits to be taken in.</translation>
        </message>
        <message>
            <source>Nothing is in quarantine</source>
            <translation>Nothing is in quarantine</translation>
        </message>
        <message>
            <source>Nothing waits to be taken in.</source>
            <translation>Nothing waits to be taken in.</translation>
        </message>
        <message>
            <source>Nothing was put aside</source>
            <translation>Nothing was put aside</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>Put aside</translation>
        </message>
        <message>
            <source>Put aside for good</source>
            <translation>Put aside for good</translation>
        </message>
        <message>
            <source>Put aside on {when} by {who}</source>
            <translation>Put aside on {when} by {who}</translation>
        </message>
        <message>
            <source>Put right and try again</source>
            <extracomment>A value with more in it than this, or with a line break, gets a box of several lines.</extracomment>
            <translation>Put right and try again</translation>
        </message>
        <message>
            <source>Reason for putting it aside</source>
            <translation>Reason for putting it aside</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Take back into quarantine</source>
            <translation>Take back into quarantine</translation>
        </message>
        <message>
            <source>Take in now</source>
            <extracomment>What is in quarantine, what was put aside (read only where it is shown), how much waits. What was done was done in the form: the keyboard goes to the list once that is read.</extracomment>
            <translation>Take in now</translation>
        </message>
        <message>
            <source>Taking in: {done} of {total}</source>
            <translation>Taking in: {done} of {total}</translation>
        </message>
        <message>
            <source>Try again as it is</source>
            <translation>Try again as it is</translation>
        </message>
        <message>
            <source>What could not be read</source>
            <translation>What could not be read</translation>
        </message>
        <message>
            <source>What is put aside for good is kept here, with the reason.</source>
            <translation>What is put aside for good is kept here, with the reason.</translation>
        </message>
        <message>
            <source>What the portal and other systems hand in, and cannot be read, waits here.</source>
            <translation>What the portal and other systems hand in, and cannot be read, waits here.</translation>
        </message>
        <message>
            <source>{count} wait to be taken in.</source>
            <translation>{count} wait to be taken in.</translation>
        </message>
        <message>
            <source>{count} wait to be taken in: by a clerk or manager for the whole office, or by the scheduled task.</source>
            <translation>{count} wait to be taken in: by a clerk or manager for the whole office, or by the scheduled task.</translation>
        </message>
        <message>
            <source>{file} is still being written; it is read in the next round.</source>
            <translation>{file} is still being written; it is read in the next round.</translation>
        </message>
        <message>
            <source>{file}, row {row}</source>
            <translation>{file}, row {row}</translation>
        </message>
        <message>
            <source>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} could not be read.</source>
            <translation>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} could not be read.</translation>
        </message>
    </context>
    <context>
        <name>Invitation</name>
        <message>
            <source>, </source>
            <extracomment>The office's logo, a small PNG; None where none was set.</extracomment>
            <translation>, </translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Declined</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>Invited</source>
            <translation>Invited</translation>
        </message>
        <message>
            <source>Invited on</source>
            <translation>Invited on</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>No answer yet</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>To {name}</source>
            <translation>To {name}</translation>
        </message>
        <message>
            <source>{n} comments under this name</source>
            <translation>{n} comments under this name</translation>
        </message>
    </context>
    <context>
        <name>Invite</name>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Choose all that are shown</source>
            <translation>Choose all that are shown</translation>
        </message>
        <message>
            <source>Choose or not</source>
            <translation>Choose or not</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Declined</translation>
        </message>
        <message>
            <source>Experts</source>
            <translation>Experts</translation>
        </message>
        <message>
            <source>Experts are entered under “Petitioners”, in the register of experts.</source>
            <translation>Experts are entered under “Petitioners”, in the register of experts.</translation>
        </message>
        <message>
            <source>Find somebody</source>
            <translation>Find somebody</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>Invite</translation>
        </message>
        <message>
            <source>Invite those who are chosen</source>
            <translation>Invite those who are chosen</translation>
        </message>
        <message>
            <source>Invite to: {title}</source>
            <translation>Invite to: {title}</translation>
        </message>
        <message>
            <source>Invite {n}</source>
            <translation>Invite {n}</translation>
        </message>
        <message>
            <source>Letters and list…</source>
            <translation>Letters and list…</translation>
        </message>
        <message>
            <source>Name, organisation or field</source>
            <extracomment>The letters are wanted, to be looked at, sent out and printed. Somebody is wanted in the register.</extracomment>
            <translation>Name, organisation or field</translation>
        </message>
        <message>
            <source>Nobody is invited any more: the window is over, or nothing was opened yet.</source>
            <translation>Nobody is invited any more: the window is over, or nothing was opened yet.</translation>
        </message>
        <message>
            <source>Nobody to invite yet</source>
            <translation>Nobody to invite yet</translation>
        </message>
        <message>
            <source>Take the invitation back</source>
            <translation>Take the invitation back</translation>
        </message>
        <message>
            <source>The invitation of {name} was taken back.</source>
            <translation>The invitation of {name} was taken back.</translation>
        </message>
        <message>
            <source>Writing letters and list…</source>
            <translation>Writing letters and list…</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>answered</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>choose</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>chosen</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>declined</translation>
        </message>
        <message>
            <source>invitations {code}</source>
            <translation>invitations {code}</translation>
        </message>
        <message>
            <source>take back</source>
            <translation>take back</translation>
        </message>
        <message>
            <source>{invited} invited, {answered} of them answered</source>
            <translation>{invited} invited, {answered} of them answered</translation>
        </message>
        <message>
            <source>{name} has answered; the invitation stays.</source>
            <translation>{name} has answered; the invitation stays.</translation>
        </message>
        <message>
            <source>{n} people were invited.</source>
            <translation>{n} people were invited.</translation>
        </message>
    </context>
    <context>
        <name>ItemType</name>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Annotation</translation>
        </message>
        <message>
            <source>Campaign group</source>
            <translation>Campaign group</translation>
        </message>
        <message>
            <source>Closed day</source>
            <translation>Closed day</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Deputy</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>Draft document</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Expert</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>Handed in</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <translation>Improvement action</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>Macro</translation>
        </message>
        <message>
            <source>Message to a petitioner</source>
            <translation>Message to a petitioner</translation>
        </message>
        <message>
            <source>Messages to petitioners</source>
            <translation>Messages to petitioners</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Petition</source>
            <translation>Petition</translation>
        </message>
        <message>
            <source>Public comment</source>
            <translation>Public comment</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Routing rule</source>
            <translation>Routing rule</translation>
        </message>
        <message>
            <source>Saved reply</source>
            <translation>Saved reply</translation>
        </message>
        <message>
            <source>Saved reply of one's own</source>
            <translation>Saved reply of one's own</translation>
        </message>
        <message>
            <source>Saved view</source>
            <translation>Saved view</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Staff thread on a comment</source>
            <translation>Staff thread on a comment</translation>
        </message>
        <message>
            <source>Template of a letter</source>
            <translation>Template of a letter</translation>
        </message>
        <message>
            <source>Template of a message</source>
            <translation>Template of a message</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Written lists</source>
            <translation>Written lists</translation>
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
        <name>Labels</name>
        <message>
            <source>Choose a label</source>
            <translation>Choose a label</translation>
        </message>
        <message>
            <source>Choose the label</source>
            <translation>Choose the label</translation>
        </message>
        <message>
            <source>Clerks make them at a petition, with the key L.</source>
            <translation>Clerks make them at a petition, with the key L.</translation>
        </message>
        <message>
            <source>Enter puts a label on; one with a tick is taken off.</source>
            <translation>Enter puts a label on; one with a tick is taken off.</translation>
        </message>
        <message>
            <source>Is offered to clerks</source>
            <translation>Is offered to clerks</translation>
        </message>
        <message>
            <source>Its petitions get that one, and its name leads there.</source>
            <translation>Its petitions get that one, and its name leads there.</translation>
        </message>
        <message>
            <source>Label</source>
            <extracomment>How long a person pauses in typing before the preview is counted again, in milliseconds. Outcomes with an answer that want a reason beside it.</extracomment>
            <translation>Label</translation>
        </message>
        <message>
            <source>Label put on: {name}</source>
            <translation>Label put on: {name}</translation>
        </message>
        <message>
            <source>Label taken off: {name}</source>
            <translation>Label taken off: {name}</translation>
        </message>
        <message>
            <source>Labels</source>
            <extracomment>A row of the list shows so many; how many more there are is said.</extracomment>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>Name of a label</source>
            <translation>Name of a label</translation>
        </message>
        <message>
            <source>Name of the label</source>
            <translation>Name of the label</translation>
        </message>
        <message>
            <source>New label: {typed}</source>
            <translation>New label: {typed}</translation>
        </message>
        <message>
            <source>On or off</source>
            <translation>On or off</translation>
        </message>
        <message>
            <source>Put a label on, or take it off</source>
            <translation>Put a label on, or take it off</translation>
        </message>
        <message>
            <source>Put it on</source>
            <translation>Put it on</translation>
        </message>
        <message>
            <source>Take it off</source>
            <translation>Take it off</translation>
        </message>
        <message>
            <source>The label that takes it in</source>
            <translation>The label that takes it in</translation>
        </message>
        <message>
            <source>The label “{name}” was saved.</source>
            <translation>The label “{name}” was saved.</translation>
        </message>
        <message>
            <source>There are no labels yet</source>
            <translation>There are no labels yet</translation>
        </message>
        <message>
            <source>There are no labels yet; type the name of the first.</source>
            <translation>There are no labels yet; type the name of the first.</translation>
        </message>
        <message>
            <source>on {count} petitions</source>
            <translation>on {count} petitions</translation>
        </message>
        <message>
            <source>“{name}” is a label of its own again, on {count} petitions.</source>
            <translation>“{name}” is a label of its own again, on {count} petitions.</translation>
        </message>
        <message>
            <source>“{name}” was merged into “{into}”, which is on {count} petitions now.</source>
            <translation>“{name}” was merged into “{into}”, which is on {count} petitions now.</translation>
        </message>
    </context>
    <context>
        <name>LeftOut</name>
        <message>
            <source>comments in the file</source>
            <translation>comments in the file</translation>
        </message>
        <message>
            <source>drawings</source>
            <translation>drawings</translation>
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
            <source>footnotes</source>
            <translation>footnotes</translation>
        </message>
        <message>
            <source>hidden text</source>
            <translation>hidden text</translation>
        </message>
        <message>
            <source>linked files</source>
            <translation>linked files</translation>
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
            <source>page numbers and running heads in the text</source>
            <translation>page numbers and running heads in the text</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>pictures</translation>
        </message>
        <message>
            <source>table of contents</source>
            <translation>table of contents</translation>
        </message>
        <message>
            <source>tracked changes (read as accepted)</source>
            <translation>tracked changes (read as accepted)</translation>
        </message>
    </context>
    <context>
        <name>Letter</name>
        <message>
            <source>- {copy}</source>
            <translation>- {copy}</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Action taken and result</source>
            <translation>Action taken and result</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Added</translation>
        </message>
        <message>
            <source>Added by</source>
            <translation>Added by</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>Answer due</translation>
        </message>
        <message>
            <source>Answer: {answer}</source>
            <translation>Answer: {answer}</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>By</source>
            <translation>By</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Copies to:</source>
            <translation>Copies to:</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Dossier of petition {code}</source>
            <translation>Dossier of petition {code}</translation>
        </message>
        <message>
            <source>Draft</source>
            <extracomment>The addressee in ever smaller letters, until all of it is in the window. Paper shifts in its envelope: nothing stands nearer to the edge of the window. Room for a signature by hand.</extracomment>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Dwell time</source>
            <translation>Dwell time</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Enclosure</source>
            <translation>Enclosure</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Facts</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>For the file</source>
            <translation>For the file</translation>
        </message>
        <message>
            <source>For the petitioner</source>
            <extracomment>So many lines of a half are text; what is longer is cut off, and says so.</extracomment>
            <translation>For the petitioner</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Further texts of the sender</source>
            <translation>Further texts of the sender</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Invitation to comment on the draft “{title}”</source>
            <translation>Invitation to comment on the draft “{title}”</translation>
        </message>
        <message>
            <source>It was not referred.</source>
            <translation>It was not referred.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Letter number</translation>
        </message>
        <message>
            <source>Letters that went out</source>
            <translation>Letters that went out</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>Name, signature and date: ……………………………</source>
            <translation>Name, signature and date: ……………………………</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>National ID</translation>
        </message>
        <message>
            <source>No reply was sent.</source>
            <translation>No reply was sent.</translation>
        </message>
        <message>
            <source>Notice of the public consultation on the draft “{title}”</source>
            <translation>Notice of the public consultation on the draft “{title}”</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Order</source>
            <extracomment>Day and hour in one line. Lines for what is written by hand.</extracomment>
            <translation>Order</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Receipt of a petition</source>
            <translation>Receipt of a petition</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Referral sheet</source>
            <translation>Referral sheet</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Referrals</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>Registry number</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>Replies</translation>
        </message>
        <message>
            <source>Reply to your petition: {subject}</source>
            <translation>Reply to your petition: {subject}</translation>
        </message>
        <message>
            <source>Scan for the code</source>
            <translation>Scan for the code</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Seen</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Signature of {name}: ……………………</source>
            <translation>Signature of {name}: ……………………</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Subject: {subject}</source>
            <translation>Subject: {subject}</translation>
        </message>
        <message>
            <source>The petition described here is referred to {to}. Please look into it and report the result on this sheet or in the workstation.</source>
            <translation>The petition described here is referred to {to}. Please look into it and report the result on this sheet or in the workstation.</translation>
        </message>
        <message>
            <source>The program</source>
            <translation>The program</translation>
        </message>
        <message>
            <source>The sender's words</source>
            <translation>The sender's words</translation>
        </message>
        <message>
            <source>The tracking code as a QR code</source>
            <translation>The tracking code as a QR code</translation>
        </message>
        <message>
            <source>There are none.</source>
            <translation>There are none.</translation>
        </message>
        <message>
            <source>This dossier holds what is recorded of the petition as of {date}. It contains personal data and is for official use only.</source>
            <translation>This dossier holds what is recorded of the petition as of {date}. It contains personal data and is for official use only.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>With greetings and respect,
On your {kind} about “{subject}”, which {office} entered on {received} under number {registry} and tracking code {code}, we inform you:
{reply}
For further explanation you can call {phone} and name the tracking code.</source>
            <translation>With greetings and respect,
On your {kind} about “{subject}”, which {office} entered on {received} under number {registry} and tracking code {code}, we inform you:
{reply}
For further explanation you can call {phone} and name the tracking code.</translation>
        </message>
        <message>
            <source>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place} from {opens}; the comments of those concerned are taken until the end of {closes}.
This consultation is held under the decree no. {decree}.
Please have this brought to the knowledge of those concerned in a suitable way. What is decided on each comment, and why, is published.</source>
            <translation>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place} from {opens}; the comments of those concerned are taken until the end of {closes}.
This consultation is held under the decree no. {decree}.
Please have this brought to the knowledge of those concerned in a suitable way. What is decided on each comment, and why, is published.</translation>
        </message>
        <message>
            <source>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place}, and comments are taken until the end of {closes}.
Your knowledge and experience in {fields} matter to it.
We ask you for your view on it. The text and the feedback form are on the {place}. What is decided on each comment, and why, is published.
We thank you for your help in advance.</source>
            <translation>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place}, and comments are taken until the end of {closes}.
Your knowledge and experience in {fields} matter to it.
We ask you for your view on it. The text and the feedback form are on the {place}. What is decided on each comment, and why, is published.
We thank you for your help in advance.</translation>
        </message>
        <message>
            <source>Your {kind} about “{subject}” was entered on {received} by {office}. To follow it up, please keep the tracking code.
The answer is due by the end of {deadline}.
Follow-up by telephone: {phone}
Follow-up by text message: {sms}</source>
            <translation>Your {kind} about “{subject}” was entered on {received} by {office}. To follow it up, please keep the tracking code.
The answer is due by the end of {deadline}.
Follow-up by telephone: {phone}
Follow-up by text message: {sms}</translation>
        </message>
        <message>
            <source>less than an hour</source>
            <translation>less than an hour</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>{author}, {moment}</source>
            <translation>{author}, {moment}</translation>
        </message>
        <message>
            <source>{count} earlier ones are not printed here; they stand in the program.</source>
            <translation>{count} earlier ones are not printed here; they stand in the program.</translation>
        </message>
        <message>
            <source>{dwell} so far</source>
            <translation>{dwell} so far</translation>
        </message>
        <message>
            <source>{field}: from {before} to {after}</source>
            <translation>{field}: from {before} to {after}</translation>
        </message>
        <message>
            <source>{moment}, {channel}</source>
            <translation>{moment}, {channel}</translation>
        </message>
        <message>
            <source>{moment}, {channel}, from another sender</source>
            <translation>{moment}, {channel}, from another sender</translation>
        </message>
        <message>
            <source>{n} MB</source>
            <translation>{n} MB</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>{n} hours</source>
            <translation>{n} hours</translation>
        </message>
        <message>
            <source>{n} kB</source>
            <translation>{n} kB</translation>
        </message>
    </context>
    <context>
        <name>LetterKind</name>
        <message>
            <source>Dossier</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Invitation of an expert</source>
            <translation>Invitation of an expert</translation>
        </message>
        <message>
            <source>Notice of a consultation</source>
            <translation>Notice of a consultation</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Referral sheet</source>
            <translation>Referral sheet</translation>
        </message>
        <message>
            <source>Reply letter</source>
            <translation>Reply letter</translation>
        </message>
    </context>
    <context>
        <name>LetterVariable</name>
        <message>
            <source>Addressee</source>
            <translation>Addressee</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>Answer due</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Day of arrival</source>
            <translation>Day of arrival</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>Fields of expertise</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>From unit</source>
            <translation>From unit</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>Number of the decree</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Phone line</source>
            <translation>Phone line</translation>
        </message>
        <message>
            <source>Place of publication</source>
            <translation>Place of publication</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>Registry number</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>SMS number</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Text of the reply</source>
            <translation>Text of the reply</translation>
        </message>
        <message>
            <source>Title of the draft</source>
            <translation>Title of the draft</translation>
        </message>
        <message>
            <source>To unit</source>
            <translation>To unit</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
    </context>
    <context>
        <name>Letters</name>
        <message>
            <source>A new one</source>
            <translation>A new one</translation>
        </message>
        <message>
            <source>Addressee</source>
            <translation>Addressee</translation>
        </message>
        <message>
            <source>Addressee, as the window of the envelope shows it</source>
            <translation>Addressee, as the window of the envelope shows it</translation>
        </message>
        <message>
            <source>All {n} referrals, a sheet for each</source>
            <translation>All {n} referrals, a sheet for each</translation>
        </message>
        <message>
            <source>Back to the petition</source>
            <translation>Back to the petition</translation>
        </message>
        <message>
            <source>Draft, without a number</source>
            <translation>Draft, without a number</translation>
        </message>
        <message>
            <source>Each gets the next number of the office when it goes out.</source>
            <translation>Each gets the next number of the office when it goes out.</translation>
        </message>
        <message>
            <source>It gets the next number of the office when it goes out.</source>
            <translation>It gets the next number of the office when it goes out.</translation>
        </message>
        <message>
            <source>Letter no. {number}</source>
            <translation>Letter no. {number}</translation>
        </message>
        <message>
            <source>Letter or paper</source>
            <extracomment>Of the size on paper. A pause in typing after which the page is set anew, in milliseconds.</extracomment>
            <translation>Letter or paper</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Letters</translation>
        </message>
        <message>
            <source>Letters and papers</source>
            <translation>Letters and papers</translation>
        </message>
        <message>
            <source>Letters of those who are invited</source>
            <translation>Letters of those who are invited</translation>
        </message>
        <message>
            <source>New, or one that went out</source>
            <translation>New, or one that went out</translation>
        </message>
        <message>
            <source>Nobody is invited yet.</source>
            <translation>Nobody is invited yet.</translation>
        </message>
        <message>
            <source>Notice…</source>
            <translation>Notice…</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF file</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Print the dossier</source>
            <translation>Print the dossier</translation>
        </message>
        <message>
            <source>Print the receipt</source>
            <translation>Print the receipt</translation>
        </message>
        <message>
            <source>Print the receipt of the last one</source>
            <translation>Print the receipt of the last one</translation>
        </message>
        <message>
            <source>Print the referral sheet</source>
            <translation>Print the referral sheet</translation>
        </message>
        <message>
            <source>Print the reply letter</source>
            <translation>Print the reply letter</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <extracomment>What the window of the envelope lacks.</extracomment>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Send it out with a number</source>
            <translation>Send it out with a number</translation>
        </message>
        <message>
            <source>Sending the letters out…</source>
            <translation>Sending the letters out…</translation>
        </message>
        <message>
            <source>Sent out by {who} on {moment}. It is printed as it went out.</source>
            <translation>Sent out by {who} on {moment}. It is printed as it went out.</translation>
        </message>
        <message>
            <source>The letter went out under number {number}.</source>
            <translation>The letter went out under number {number}.</translation>
        </message>
        <message>
            <source>The window stays empty: type the addressee and the postal address.</source>
            <translation>The window stays empty: type the addressee and the postal address.</translation>
        </message>
        <message>
            <source>There is no postal address below the name: type it for an envelope with a window. A letter that is handed over or sent by message goes out without one.</source>
            <translation>There is no postal address below the name: type it for an envelope with a window. A letter that is handed over or sent by message goes out without one.</translation>
        </message>
        <message>
            <source>Which referral</source>
            <translation>Which referral</translation>
        </message>
        <message>
            <source>{n} letters went out.</source>
            <translation>{n} letters went out.</translation>
        </message>
        <message>
            <source>{out} of {whole} letters went out</source>
            <translation>{out} of {whole} letters went out</translation>
        </message>
        <message>
            <source>{paper} {code}</source>
            <translation>{paper} {code}</translation>
        </message>
        <message>
            <source>{place}, {day}</source>
            <translation>{place}, {day}</translation>
        </message>
    </context>
    <context>
        <name>LettersPanel</name>
        <message>
            <source>A line that names what is not known is left out as a whole.</source>
            <translation>A line that names what is not known is left out as a whole.</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>As delivered</translation>
        </message>
        <message>
            <source>Copies to, a line for each</source>
            <translation>Copies to, a line for each</translation>
        </message>
        <message>
            <source>Empty: as the settings of the office say.</source>
            <translation>Empty: as the settings of the office say.</translation>
        </message>
        <message>
            <source>Empty: nobody's name is printed.</source>
            <translation>Empty: nobody's name is printed.</translation>
        </message>
        <message>
            <source>Enclosure (پیوست)</source>
            <translation>Enclosure (پیوست)</translation>
        </message>
        <message>
            <source>From the upper edge (mm)</source>
            <translation>From the upper edge (mm)</translation>
        </message>
        <message>
            <source>Height (mm)</source>
            <translation>Height (mm)</translation>
        </message>
        <message>
            <source>Letters</source>
            <extracomment>A pause in typing after which the letter is set anew, in milliseconds. The place of the template that was asked for; 0: none was.</extracomment>
            <translation>Letters</translation>
        </message>
        <message>
            <source>Name of who signs</source>
            <translation>Name of who signs</translation>
        </message>
        <message>
            <source>Office of who signs</source>
            <translation>Office of who signs</translation>
        </message>
        <message>
            <source>Put in:</source>
            <translation>Put in:</translation>
        </message>
        <message>
            <source>Somebody changed it since you began; saving replaces what stands there now.</source>
            <translation>Somebody changed it since you began; saving replaces what stands there now.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The office's own words</source>
            <translation>The office's own words</translation>
        </message>
        <message>
            <source>The program's own words</source>
            <translation>The program's own words</translation>
        </message>
        <message>
            <source>The program's own words of “{name}” are in force again.</source>
            <translation>The program's own words of “{name}” are in force again.</translation>
        </message>
        <message>
            <source>The template “{name}” was saved.</source>
            <translation>The template “{name}” was saved.</translation>
        </message>
        <message>
            <source>Width (mm)</source>
            <translation>Width (mm)</translation>
        </message>
        <message>
            <source>Window of the envelope: from the right edge (mm)</source>
            <extracomment>By the name of the setting, in millimetres.</extracomment>
            <translation>Window of the envelope: from the right edge (mm)</translation>
        </message>
    </context>
    <context>
        <name>Life</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>.</source>
            <translation>.</translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>A manager can let it go out after that.</source>
            <translation>A manager can let it go out after that.</translation>
        </message>
        <message>
            <source>A manager was asked to open “{title}” to the public.</source>
            <translation>A manager was asked to open “{title}” to the public.</translation>
        </message>
        <message>
            <source>A new opening would start a full new window.</source>
            <translation>A new opening would start a full new window.</translation>
        </message>
        <message>
            <source>After that neither text nor decisions change any more.</source>
            <translation>After that neither text nor decisions change any more.</translation>
        </message>
        <message>
            <source>An end that was moved out is not moved back.</source>
            <translation>An end that was moved out is not moved back.</translation>
        </message>
        <message>
            <source>Approve and open</source>
            <translation>Approve and open</translation>
        </message>
        <message>
            <source>Ask to open to the public</source>
            <translation>Ask to open to the public</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <extracomment>The notices that went out, and which of them is shown.</extracomment>
            <translation>Back to the draft</translation>
        </message>
        <message>
            <source>Begin to amend</source>
            <translation>Begin to amend</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Day of the letter</source>
            <translation>Day of the letter</translation>
        </message>
        <message>
            <source>Declare ready</source>
            <translation>Declare ready</translation>
        </message>
        <message>
            <source>Decline the opening</source>
            <translation>Decline the opening</translation>
        </message>
        <message>
            <source>Every accepted comment names the provision that carries it.</source>
            <translation>Every accepted comment names the provision that carries it.</translation>
        </message>
        <message>
            <source>Every comment of the public is decided.</source>
            <translation>Every comment of the public is decided.</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel workbook</translation>
        </message>
        <message>
            <source>Extend the window</source>
            <translation>Extend the window</translation>
        </message>
        <message>
            <source>Folder for the package</source>
            <translation>Folder for the package</translation>
        </message>
        <message>
            <source>For publication</source>
            <extracomment>Of the size on paper: a whole line of the lying pages, and half a standing page, at once.</extracomment>
            <translation>For publication</translation>
        </message>
        <message>
            <source>For the next step {n} things are missing</source>
            <translation>For the next step {n} things are missing</translation>
        </message>
        <message>
            <source>Form of the summing-up</source>
            <translation>Form of the summing-up</translation>
        </message>
        <message>
            <source>Freeze the summing-up</source>
            <translation>Freeze the summing-up</translation>
        </message>
        <message>
            <source>Frozen, no. {n}</source>
            <translation>Frozen, no. {n}</translation>
        </message>
        <message>
            <source>Internal summing-up of {title}</source>
            <translation>Internal summing-up of {title}</translation>
        </message>
        <message>
            <source>Invite experts…</source>
            <translation>Invite experts…</translation>
        </message>
        <message>
            <source>It says for each provision which comments came, what was decided and what was changed. It names no sender and stays as it is; a later decision takes a new one.</source>
            <translation>It says for each provision which comments came, what was decided and what was changed. It names no sender and stays as it is; a later decision takes a new one.</translation>
        </message>
        <message>
            <source>Later end (empty: the earliest lawful day)</source>
            <translation>Later end (empty: the earliest lawful day)</translation>
        </message>
        <message>
            <source>Letter {number} of {day}</source>
            <translation>Letter {number} of {day}</translation>
        </message>
        <message>
            <source>Making the publishing package…</source>
            <translation>Making the publishing package…</translation>
        </message>
        <message>
            <source>More steps</source>
            <extracomment>Steps that end something: they wait behind "more". To read the summing-up; to make the publishing package. To invite experts, and to see who answered. To tell others of the consultation. Why the person, who may review as a rule, may not do so here.</extracomment>
            <translation>More steps</translation>
        </message>
        <message>
            <source>New last day</source>
            <translation>New last day</translation>
        </message>
        <message>
            <source>Not frozen yet</source>
            <translation>Not frozen yet</translation>
        </message>
        <message>
            <source>Nothing is missing for the next step</source>
            <translation>Nothing is missing for the next step</translation>
        </message>
        <message>
            <source>Notice to the public (may be empty)</source>
            <translation>Notice to the public (may be empty)</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <extracomment>What stands before the name of a step where its form is kept. Steps whose dialog is one reason.</extracomment>
            <translation>Number of the letter</translation>
        </message>
        <message>
            <source>Number of the letter (empty: the next one of the office)</source>
            <translation>Number of the letter (empty: the next one of the office)</translation>
        </message>
        <message>
            <source>Other forms</source>
            <translation>Other forms</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF file</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Promulgate</source>
            <extracomment>In the order in which they are offered; the first that is possible is the next step.</extracomment>
            <translation>Promulgate</translation>
        </message>
        <message>
            <source>Publishing package…</source>
            <translation>Publishing package…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Revision for the public</source>
            <translation>Revision for the public</translation>
        </message>
        <message>
            <source>Revision {n} on the {place}</source>
            <translation>Revision {n} on the {place}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Save the summing-up</source>
            <translation>Save the summing-up</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>Submit</translation>
        </message>
        <message>
            <source>Summing-up</source>
            <translation>Summing-up</translation>
        </message>
        <message>
            <source>Summing-up of {title}</source>
            <translation>Summing-up of {title}</translation>
        </message>
        <message>
            <source>Summing-up: {title}</source>
            <translation>Summing-up: {title}</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>Take up again</translation>
        </message>
        <message>
            <source>The opening of “{title}” was declined.</source>
            <translation>The opening of “{title}” was declined.</translation>
        </message>
        <message>
            <source>The other form: with names, or for publication</source>
            <translation>The other form: with names, or for publication</translation>
        </message>
        <message>
            <source>The summing-up is frozen.</source>
            <translation>The summing-up is frozen.</translation>
        </message>
        <message>
            <source>The summing-up of “{title}” is frozen.</source>
            <translation>The summing-up of “{title}” is frozen.</translation>
        </message>
        <message>
            <source>The window begins today. Its end can be moved out, never in; the exposed text stays as it is.</source>
            <translation>The window begins today. Its end can be moved out, never in; the exposed text stays as it is.</translation>
        </message>
        <message>
            <source>The window ends at the end of {day}.</source>
            <translation>The window ends at the end of {day}.</translation>
        </message>
        <message>
            <source>The window is over.</source>
            <translation>The window is over.</translation>
        </message>
        <message>
            <source>The window is over; the amended text is written and the comments are decided.</source>
            <translation>The window is over; the amended text is written and the comments are decided.</translation>
        </message>
        <message>
            <source>There is a revision behind the one that the public read.</source>
            <translation>There is a revision behind the one that the public read.</translation>
        </message>
        <message>
            <source>To the same day of the next month, {day}: longer than {n} days</source>
            <translation>To the same day of the next month, {day}: longer than {n} days</translation>
        </message>
        <message>
            <source>Why nothing is changed</source>
            <translation>Why nothing is changed</translation>
        </message>
        <message>
            <source>With names</source>
            <translation>With names</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Withdrawn: {reason}</source>
            <translation>Withdrawn: {reason}</translation>
        </message>
        <message>
            <source>Word document</source>
            <translation>Word document</translation>
        </message>
        <message>
            <source>approved by {who}</source>
            <translation>approved by {who}</translation>
        </message>
        <message>
            <source>asked for by {who}</source>
            <translation>asked for by {who}</translation>
        </message>
        <message>
            <source>because of {reason} the end went on to {weekday}</source>
            <translation>because of {reason} the end went on to {weekday}</translation>
        </message>
        <message>
            <source>holds</source>
            <translation>holds</translation>
        </message>
        <message>
            <source>portal</source>
            <translation>portal</translation>
        </message>
        <message>
            <source>single window</source>
            <translation>single window</translation>
        </message>
        <message>
            <source>still missing</source>
            <translation>still missing</translation>
        </message>
        <message>
            <source>the day of opening does not count</source>
            <translation>the day of opening does not count</translation>
        </message>
        <message>
            <source>the weekend</source>
            <translation>the weekend</translation>
        </message>
        <message>
            <source>until {day} at least</source>
            <translation>until {day} at least</translation>
        </message>
        <message>
            <source>{n} full days, to {day}</source>
            <translation>{n} full days, to {day}</translation>
        </message>
        <message>
            <source>“{title}” is in the state “{state}” now.</source>
            <translation>“{title}” is in the state “{state}” now.</translation>
        </message>
        <message>
            <source>“{title}” is open to the public until the end of {day}.</source>
            <translation>“{title}” is open to the public until the end of {day}.</translation>
        </message>
    </context>
    <context>
        <name>Likeness</name>
        <message>
            <source>Add to this one</source>
            <translation>Add to this one</translation>
        </message>
        <message>
            <source>Campaign: over {count} petitions of {persons} persons</source>
            <translation>Campaign: over {count} petitions of {persons} persons</translation>
        </message>
        <message>
            <source>Campaign: {count} petitions of {persons} persons</source>
            <translation>Campaign: {count} petitions of {persons} persons</translation>
        </message>
        <message>
            <source>Duplicate of</source>
            <translation>Duplicate of</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Linked with {code}.</source>
            <translation>Linked with {code}.</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Not the same</translation>
        </message>
        <message>
            <source>Perhaps sent before</source>
            <extracomment>So long after the last letter it is looked for, in milliseconds. So many cards there is room for beside the form.</extracomment>
            <translation>Perhaps sent before</translation>
        </message>
        <message>
            <source>Put this one to it</source>
            <translation>Put this one to it</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Registered with code {code}, as a duplicate of {other}.</source>
            <translation>Registered with code {code}, as a duplicate of {other}.</translation>
        </message>
        <message>
            <source>Remove the link</source>
            <translation>Remove the link</translation>
        </message>
        <message>
            <source>State, assignee, deadline and referrals will be what they were before it was put there; what was written since stays.</source>
            <translation>State, assignee, deadline and referrals will be what they were before it was put there; what was written since stays.</translation>
        </message>
        <message>
            <source>Take it from the other one</source>
            <translation>Take it from the other one</translation>
        </message>
        <message>
            <source>Take it from there</source>
            <extracomment>A petition that one only passes on the way down the list is not held against others; in milliseconds.</extracomment>
            <translation>Take it from there</translation>
        </message>
        <message>
            <source>The link with {code} is removed.</source>
            <translation>The link with {code} is removed.</translation>
        </message>
        <message>
            <source>The same as {code}.</source>
            <translation>The same as {code}.</translation>
        </message>
        <message>
            <source>Told again by phone or desk; the same as {code}.</source>
            <translation>Told again by phone or desk; the same as {code}.</translation>
        </message>
        <message>
            <source>campaign: {count} petitions of {persons} persons</source>
            <translation>campaign: {count} petitions of {persons} persons</translation>
        </message>
        <message>
            <source>follows what you type</source>
            <translation>follows what you type</translation>
        </message>
        <message>
            <source>linked</source>
            <translation>linked</translation>
        </message>
        <message>
            <source>over {count} petitions of {persons} persons</source>
            <translation>over {count} petitions of {persons} persons</translation>
        </message>
        <message>
            <source>the same sender</source>
            <translation>the same sender</translation>
        </message>
        <message>
            <source>{code} is no duplicate any more; everything is back in its place.</source>
            <translation>{code} is no duplicate any more; everything is back in its place.</translation>
        </message>
        <message>
            <source>{code} is not pointed out here any more.</source>
            <translation>{code} is not pointed out here any more.</translation>
        </message>
        <message>
            <source>{code} was put to this one</source>
            <translation>{code} was put to this one</translation>
        </message>
        <message>
            <source>{count} put to this one</source>
            <translation>{count} put to this one</translation>
        </message>
        <message>
            <source>{count} similar petitions</source>
            <translation>{count} similar petitions</translation>
        </message>
        <message>
            <source>{count} similar petitions, {own} of the same sender</source>
            <translation>{count} similar petitions, {own} of the same sender</translation>
        </message>
        <message>
            <source>{percent}% alike</source>
            <translation>{percent}% alike</translation>
        </message>
    </context>
    <context>
        <name>List file</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>After the window</source>
            <translation>After the window</translation>
        </message>
        <message>
            <source>Carried in provision</source>
            <translation>Carried in provision</translation>
        </message>
        <message>
            <source>Carried in revision</source>
            <translation>Carried in revision</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Closes</source>
            <translation>Closes</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Comments on {code}</source>
            <translation>Comments on {code}</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>Decided by</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel workbook</translation>
        </message>
        <message>
            <source>Experts and stakeholders</source>
            <translation>Experts and stakeholders</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>From another sender</source>
            <translation>From another sender</translation>
        </message>
        <message>
            <source>Further texts of a petition</source>
            <translation>Further texts of a petition</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>Improvement actions</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>Issues</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Known since</source>
            <translation>Known since</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Letter number</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Made</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Made by</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>National ID</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Number elsewhere</source>
            <translation>Number elsewhere</translation>
        </message>
        <message>
            <source>Number in the register</source>
            <translation>Number in the register</translation>
        </message>
        <message>
            <source>Offered for invitations</source>
            <translation>Offered for invitations</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Opened</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Out of sight because</source>
            <translation>Out of sight because</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Overdue petitions</source>
            <translation>Overdue petitions</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Petitions that led to it</source>
            <translation>Petitions that led to it</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>Provision</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>Public comments</translation>
        </message>
        <message>
            <source>Quoted phrase</source>
            <translation>Quoted phrase</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Responsible</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>Revisions</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Text with commas</source>
            <translation>Text with commas</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Track</source>
            <translation>Track</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <extracomment>As deep as any search goes: a file is not for looking at the first thousand.</extracomment>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>Undecided</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>With</source>
            <translation>With</translation>
        </message>
        <message>
            <source>Write the list into a file</source>
            <translation>Write the list into a file</translation>
        </message>
        <message>
            <source>Write the list into a file…</source>
            <extracomment>Writes the list into the file, and says how many rows.</extracomment>
            <translation>Write the list into a file…</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Written by</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>{list} {day}</source>
            <translation>{list} {day}</translation>
        </message>
        <message>
            <source>{name} (Gregorian)</source>
            <extracomment>Aware moments, days in Tehran; None: not known. An identifier: text, whatever it looks like.</extracomment>
            <translation>{name} (Gregorian)</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <source>After {minutes} minutes</source>
            <translation>After {minutes} minutes</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>Change it</translation>
        </message>
        <message>
            <source>Change my password</source>
            <translation>Change my password</translation>
        </message>
        <message>
            <source>Change my password…</source>
            <translation>Change my password…</translation>
        </message>
        <message>
            <source>Enter the password that you have now.</source>
            <translation>Enter the password that you have now.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>Lock by itself</source>
            <translation>Lock by itself</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>Lock now</translation>
        </message>
        <message>
            <source>Locked. Everything stays as you left it.</source>
            <translation>Locked. Everything stays as you left it.</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Never</translation>
        </message>
        <message>
            <source>Password now</source>
            <translation>Password now</translation>
        </message>
        <message>
            <source>Sign out all the same</source>
            <translation>Sign out all the same</translation>
        </message>
        <message>
            <source>Something that was typed is not saved; whoever signs out loses it.</source>
            <translation>Something that was typed is not saved; whoever signs out loses it.</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Stay</translation>
        </message>
        <message>
            <source>The password is wrong.</source>
            <translation>The password is wrong.</translation>
        </message>
        <message>
            <source>The password that you have now is another one.</source>
            <translation>The password that you have now is another one.</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Wait {seconds} seconds.</source>
            <translation>Too many wrong passwords. Wait {seconds} seconds.</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Your password was changed.</source>
            <extracomment>None where people are switched without a password.</extracomment>
            <translation>Your password was changed.</translation>
        </message>
    </context>
    <context>
        <name>Macros</name>
        <message>
            <source>Add a step</source>
            <translation>Add a step</translation>
        </message>
        <message>
            <source>Answer or reason; {name}, {code}, {unit} and {clerk} are filled</source>
            <translation>Answer or reason; {name}, {code}, {unit} and {clerk} are filled</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Change a macro</source>
            <translation>Change a macro</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>Do it</translation>
        </message>
        <message>
            <source>End as “{outcome}”: {text}</source>
            <translation>End as “{outcome}”: {text}</translation>
        </message>
        <message>
            <source>Enter shows what it would do, before it does it.</source>
            <translation>Enter shows what it would do, before it does it.</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>For whom</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Label: {name}</source>
            <translation>Label: {name}</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>Macro</translation>
        </message>
        <message>
            <source>Macro: {name}</source>
            <translation>Macro: {name}</translation>
        </message>
        <message>
            <source>Macros</source>
            <translation>Macros</translation>
        </message>
        <message>
            <source>Move the step down</source>
            <translation>Move the step down</translation>
        </message>
        <message>
            <source>Move the step up</source>
            <translation>Move the step up</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name of a macro</source>
            <translation>Name of a macro</translation>
        </message>
        <message>
            <source>New macro: {typed}</source>
            <translation>New macro: {typed}</translation>
        </message>
        <message>
            <source>Note for colleagues</source>
            <translation>Note for colleagues</translation>
        </message>
        <message>
            <source>Note: {text}</source>
            <extracomment>One wants another petition, the other comes of itself. Rows of the list that are in sight.</extracomment>
            <translation>Note: {text}</translation>
        </message>
        <message>
            <source>Nothing is done as long as one step cannot be.</source>
            <translation>Nothing is done as long as one step cannot be.</translation>
        </message>
        <message>
            <source>Nothing is done yet; add the first step.</source>
            <translation>Nothing is done yet; add the first step.</translation>
        </message>
        <message>
            <source>Put a label on</source>
            <translation>Put a label on</translation>
        </message>
        <message>
            <source>Reason beside the answer</source>
            <translation>Reason beside the answer</translation>
        </message>
        <message>
            <source>Refer to {unit}: {text}</source>
            <translation>Refer to {unit}: {text}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove the step</source>
            <translation>Remove the step</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Steps, the first one first</source>
            <translation>Steps, the first one first</translation>
        </message>
        <message>
            <source>Take a label off</source>
            <translation>Take a label off</translation>
        </message>
        <message>
            <source>Take off: {name}</source>
            <translation>Take off: {name}</translation>
        </message>
        <message>
            <source>The macro “{name}” was removed.</source>
            <translation>The macro “{name}” was removed.</translation>
        </message>
        <message>
            <source>The macro “{name}” was saved.</source>
            <translation>The macro “{name}” was saved.</translation>
        </message>
        <message>
            <source>The macro “{name}” was saved; its key is {key}.</source>
            <translation>The macro “{name}” was saved; its key is {key}.</translation>
        </message>
        <message>
            <source>There are no macros yet; type the name of the first.</source>
            <translation>There are no macros yet; type the name of the first.</translation>
        </message>
        <message>
            <source>for everybody in {unit}</source>
            <translation>for everybody in {unit}</translation>
        </message>
        <message>
            <source>for me alone</source>
            <translation>for me alone</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>no key</translation>
        </message>
        <message>
            <source>not there any more</source>
            <translation>not there any more</translation>
        </message>
        <message>
            <source>{code} is as it was before; notes stay.</source>
            <translation>{code} is as it was before; notes stay.</translation>
        </message>
        <message>
            <source>“{name}” done to {code}.</source>
            <translation>“{name}” done to {code}.</translation>
        </message>
    </context>
    <context>
        <name>Matter</name>
        <message>
            <source>Comments on a draft</source>
            <translation>Comments on a draft</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
        </message>
    </context>
    <context>
        <name>Message</name>
        <message>
            <source>Answer to your petition {code}</source>
            <translation>Answer to your petition {code}</translation>
        </message>
        <message>
            <source>Answer to your petition {code}:
{reply}
{office}</source>
            <translation>Answer to your petition {code}:
{reply}
{office}</translation>
        </message>
        <message>
            <source>To go on with your petition {code} we need to hear from you. Please call {phone}.
{office}</source>
            <translation>To go on with your petition {code} we need to hear from you. Please call {phone}.
{office}</translation>
        </message>
        <message>
            <source>Your petition was registered, tracking code {code}</source>
            <translation>Your petition was registered, tracking code {code}</translation>
        </message>
        <message>
            <source>Your petition {code} is being worked on</source>
            <translation>Your petition {code} is being worked on</translation>
        </message>
        <message>
            <source>Your petition {code} is being worked on.
{office}</source>
            <translation>Your petition {code} is being worked on.
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} is closed</source>
            <translation>Your petition {code} is closed</translation>
        </message>
        <message>
            <source>Your petition {code} is closed: {outcome}.
Questions: {phone}
{office}</source>
            <translation>Your petition {code} is closed: {outcome}.
Questions: {phone}
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} is taken up again</source>
            <translation>Your petition {code} is taken up again</translation>
        </message>
        <message>
            <source>Your petition {code} is taken up again.
{office}</source>
            <translation>Your petition {code} is taken up again.
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} waits for you</source>
            <translation>Your petition {code} waits for you</translation>
        </message>
        <message>
            <source>Your {kind} was registered on {received}.
Tracking code: {code}
{office}</source>
            <translation>Your {kind} was registered on {received}.
Tracking code: {code}
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
On your {kind} about “{subject}” with tracking code {code} we inform you:
{reply}
For further explanation you can call {phone} and name the tracking code.
{office}</source>
            <translation>{name}
With greetings and respect,
On your {kind} about “{subject}” with tracking code {code} we inform you:
{reply}
For further explanation you can call {phone} and name the tracking code.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
To go on with your {kind} about “{subject}” with tracking code {code} we need to hear from you.
Please call {phone} and name the tracking code.
{office}</source>
            <translation>{name}
With greetings and respect,
To go on with your {kind} about “{subject}” with tracking code {code} we need to hear from you.
Please call {phone} and name the tracking code.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” was registered on {received}. To follow it up, please keep the tracking code: {code}
Follow-up by telephone: {phone}
{office}</source>
            <translation>{name}
With greetings and respect,
Your {kind} about “{subject}” was registered on {received}. To follow it up, please keep the tracking code: {code}
Follow-up by telephone: {phone}
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is being worked on in {unit}.
{office}</source>
            <translation>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is being worked on in {unit}.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is closed: {outcome}.
For an explanation you can call {phone} and name the tracking code.
{office}</source>
            <translation>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is closed: {outcome}.
For an explanation you can call {phone} and name the tracking code.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is taken up again. You will be told the result.
{office}</source>
            <translation>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is taken up again. You will be told the result.
{office}</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>The database is away: nothing was sent. What you typed stays; send it when the connection is back.</source>
            <translation>The database is away: nothing was sent. What you typed stays; send it when the connection is back.</translation>
        </message>
        <message>
            <source>Undo</source>
            <extracomment>How long a sentence about something done stays, in milliseconds: time to read it and to reach undo. What the bar needs beside the sentence, in pixels: icon, undo, cross.</extracomment>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>MessageKind</name>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Closed without an answer</source>
            <translation>Closed without an answer</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>Taken on</source>
            <translation>Taken on</translation>
        </message>
        <message>
            <source>Taken up again</source>
            <translation>Taken up again</translation>
        </message>
        <message>
            <source>Waiting for the petitioner</source>
            <translation>Waiting for the petitioner</translation>
        </message>
    </context>
    <context>
        <name>MessageReason</name>
        <message>
            <source>No mail goes to this address.</source>
            <translation>No mail goes to this address.</translation>
        </message>
        <message>
            <source>The personal data of the petition was masked.</source>
            <translation>The personal data of the petition was masked.</translation>
        </message>
        <message>
            <source>The petitioner cannot be reached by this way.</source>
            <translation>The petitioner cannot be reached by this way.</translation>
        </message>
    </context>
    <context>
        <name>MessageState</name>
        <message>
            <source>Arrived</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>Did not arrive</translation>
        </message>
        <message>
            <source>Did not arrive, made again</source>
            <translation>Did not arrive, made again</translation>
        </message>
        <message>
            <source>Going out</source>
            <translation>Going out</translation>
        </message>
        <message>
            <source>Taken back before it went out</source>
            <translation>Taken back before it went out</translation>
        </message>
        <message>
            <source>Waits to go out</source>
            <translation>Waits to go out</translation>
        </message>
        <message>
            <source>Went out</source>
            <translation>Went out</translation>
        </message>
    </context>
    <context>
        <name>Monthly report</name>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Against the period before and last year</source>
            <translation>Against the period before and last year</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>As of</translation>
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
            <source>Comments by disposition</source>
            <translation>Comments by disposition</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Day or month</source>
            <translation>Day or month</translation>
        </message>
        <message>
            <source>Days and months</source>
            <translation>Days and months</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>Decree</translation>
        </message>
        <message>
            <source>Digest of the history until the end of {day}: {head}</source>
            <translation>Digest of the history until the end of {day}: {head}</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>Draft document</translation>
        </message>
        <message>
            <source>Draft: not issued</source>
            <extracomment>Room for a hand that signs.</extracomment>
            <translation>Draft: not issued</translation>
        </message>
        <message>
            <source>Dwell</source>
            <translation>Dwell</translation>
        </message>
        <message>
            <source>Edition {edition}, in place of edition {replaces}: {reason}</source>
            <translation>Edition {edition}, in place of edition {replaces}: {reason}</translation>
        </message>
        <message>
            <source>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</source>
            <translation>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</translation>
        </message>
        <message>
            <source>Hash of the figures (SHA-256): {hash}</source>
            <translation>Hash of the figures (SHA-256): {hash}</translation>
        </message>
        <message>
            <source>How long petitions lay with each unit</source>
            <translation>How long petitions lay with each unit</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>Improvement actions</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
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
            <source>Late at the end</source>
            <translation>Late at the end</translation>
        </message>
        <message>
            <source>Lateness</source>
            <translation>Lateness</translation>
        </message>
        <message>
            <source>Left the unit</source>
            <translation>Left the unit</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Mark</translation>
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
            <source>Name and signature</source>
            <translation>Name and signature</translation>
        </message>
        <message>
            <source>Ninth tenth (days)</source>
            <translation>Ninth tenth (days)</translation>
        </message>
        <message>
            <source>No draft was open to the public in this period.</source>
            <translation>No draft was open to the public in this period.</translation>
        </message>
        <message>
            <source>No improvement action was open in this period.</source>
            <translation>No improvement action was open in this period.</translation>
        </message>
        <message>
            <source>No petition left a unit in this period.</source>
            <translation>No petition left a unit in this period.</translation>
        </message>
        <message>
            <source>Nobody was asked in this period.</source>
            <translation>Nobody was asked in this period.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>Not yet referred</translation>
        </message>
        <message>
            <source>Nothing was late in this period.</source>
            <translation>Nothing was late in this period.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Of open and resolved</source>
            <translation>Of open and resolved</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>Opened on</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
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
            <source>Quarterly report on public participation</source>
            <translation>Quarterly report on public participation</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Received and resolved in twelve months</source>
            <translation>Received and resolved in twelve months</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <extracomment>The names of disposition in the order of the table; `undecided` stands for none.</extracomment>
            <translation>Received and resolved on each day</translation>
        </message>
        <message>
            <source>Report on public participation</source>
            <translation>Report on public participation</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Resolved late</source>
            <translation>Resolved late</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Share</translation>
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
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Yearly report on public participation</source>
            <translation>Yearly report on public participation</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>all units</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>done {day}</source>
            <translation>done {day}</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>when it is issued</source>
            <translation>when it is issued</translation>
        </message>
        <message>
            <source>{count} petitioners answered; the mean is {mean} of 5.</source>
            <translation>{count} petitioners answered; the mean is {mean} of 5.</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
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
        <name>Onto</name>
        <message>
            <source>a file</source>
            <translation>a file</translation>
        </message>
        <message>
            <source>paper</source>
            <translation>paper</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>assignee</source>
            <translation>assignee</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>channel</translation>
        </message>
        <message>
            <source>day of resolution</source>
            <translation>day of resolution</translation>
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
        <message>
            <source>outcome</source>
            <translation>outcome</translation>
        </message>
        <message>
            <source>petitioner</source>
            <translation>petitioner</translation>
        </message>
        <message>
            <source>registry number</source>
            <translation>registry number</translation>
        </message>
        <message>
            <source>state</source>
            <translation>state</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>urgency</source>
            <translation>urgency</translation>
        </message>
        <message>
            <source>what it is about</source>
            <translation>what it is about</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>A line that names what is not known is left out of the message.</source>
            <translation>A line that names what is not known is left out of the message.</translation>
        </message>
        <message>
            <source>A text message also to the mobile of who came by</source>
            <translation>A text message also to the mobile of who came by</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Being handed on: {done}</source>
            <translation>Being handed on: {done}</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Choose …</translation>
        </message>
        <message>
            <source>Code, kind, way or reason</source>
            <translation>Code, kind, way or reason</translation>
        </message>
        <message>
            <source>E-mails wait until it is set. The name beside it is the office's.</source>
            <translation>E-mails wait until it is set. The name beside it is the office's.</translation>
        </message>
        <message>
            <source>Folder of the gateway</source>
            <translation>Folder of the gateway</translation>
        </message>
        <message>
            <source>Folder of the scheduled round</source>
            <translation>Folder of the scheduled round</translation>
        </message>
        <message>
            <source>Goes out by itself</source>
            <translation>Goes out by itself</translation>
        </message>
        <message>
            <source>Hand on now</source>
            <extracomment>What each choice over the list shows; the last one all of it. What of all messages is to be mended, also of petitions that an administrator does not see.</extracomment>
            <translation>Hand on now</translation>
        </message>
        <message>
            <source>How it goes out</source>
            <extracomment>As long as no limit of the office is: for counting what is not shortened.</extracomment>
            <translation>How it goes out</translation>
        </message>
        <message>
            <source>In the whole office: {words}.</source>
            <translation>In the whole office: {words}.</translation>
        </message>
        <message>
            <source>Licence of a book</source>
            <translation>Licence of a book</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Messages by kind and way</source>
            <extracomment>The row of the settings, above the templates. The place of the template that was asked for; 0: none was.</extracomment>
            <translation>Messages by kind and way</translation>
        </message>
        <message>
            <source>Messages that are ready lie in {folder}, which is away.</source>
            <translation>Messages that are ready lie in {folder}, which is away.</translation>
        </message>
        <message>
            <source>Messages to petitioners</source>
            <translation>Messages to petitioners</translation>
        </message>
        <message>
            <source>Messages to the petitioner</source>
            <translation>Messages to the petitioner</translation>
        </message>
        <message>
            <source>Most segments of a text message</source>
            <translation>Most segments of a text message</translation>
        </message>
        <message>
            <source>No messages here</source>
            <translation>No messages here</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>On</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Petition {code}</source>
            <translation>Petition {code}</translation>
        </message>
        <message>
            <source>Read receipts …</source>
            <translation>Read receipts …</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Receipts of messages</source>
            <translation>Receipts of messages</translation>
        </message>
        <message>
            <source>Sender's address of e-mails</source>
            <translation>Sender's address of e-mails</translation>
        </message>
        <message>
            <source>Sender, length, folder</source>
            <translation>Sender, length, folder</translation>
        </message>
        <message>
            <source>Settings of messages</source>
            <translation>Settings of messages</translation>
        </message>
        <message>
            <source>Show the petition</source>
            <translation>Show the petition</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The licence was issued; collect it at the desk.</source>
            <translation>The licence was issued; collect it at the desk.</translation>
        </message>
        <message>
            <source>The settings of messages were saved.</source>
            <translation>The settings of messages were saved.</translation>
        </message>
        <message>
            <source>To {address}</source>
            <translation>To {address}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Try all of these again</source>
            <translation>Try all of these again</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Went out {day} at {time}</source>
            <translation>Went out {day} at {time}</translation>
        </message>
        <message>
            <source>What is longer is cut at a word; the tracking code stays whole.</source>
            <translation>What is longer is cut at a word; the tracking code stays whole.</translation>
        </message>
        <message>
            <source>What petitioners are told by itself stands here, as far as you see their petitions. Which kinds go out is set under “Messages”.</source>
            <translation>What petitioners are told by itself stands here, as far as you see their petitions. Which kinds go out is set under “Messages”.</translation>
        </message>
        <message>
            <source>Which messages</source>
            <translation>Which messages</translation>
        </message>
        <message>
            <source>Whole it would be {count} segments; the office's most are {most}. It is cut at a word, the tracking code stays whole.</source>
            <translation>Whole it would be {count} segments; the office's most are {most}. It is cut at a word, the tracking code stays whole.</translation>
        </message>
        <message>
            <source>With the longest values among the latest petitions</source>
            <translation>With the longest values among the latest petitions</translation>
        </message>
        <message>
            <source>Written {day} at {time}</source>
            <translation>Written {day} at {time}</translation>
        </message>
        <message>
            <source>{count} cannot go out: see “Did not arrive”.</source>
            <translation>{count} cannot go out: see “Did not arrive”.</translation>
        </message>
        <message>
            <source>{count} e-mails wait for a sender's address in the settings.</source>
            <translation>{count} e-mails wait for a sender's address in the settings.</translation>
        </message>
        <message>
            <source>{count} e-mails wait for more than a day: there is no sender's address</source>
            <translation>{count} e-mails wait for more than a day: there is no sender's address</translation>
        </message>
        <message>
            <source>{count} messages are ready and were not handed on in {folder}</source>
            <translation>{count} messages are ready and were not handed on in {folder}</translation>
        </message>
        <message>
            <source>{count} messages to petitioners did not arrive</source>
            <translation>{count} messages to petitioners did not arrive</translation>
        </message>
        <message>
            <source>{count} messages wait for more than a day to be handed on</source>
            <translation>{count} messages wait for more than a day to be handed on</translation>
        </message>
        <message>
            <source>{count} messages were handed on in {files} files.</source>
            <translation>{count} messages were handed on in {files} files.</translation>
        </message>
        <message>
            <source>{count} segments, {units} characters, {left} left in the last segment ({single} in one, {several} in each of several)</source>
            <translation>{count} segments, {units} characters, {left} left in the last segment ({single} in one, {several} in each of several)</translation>
        </message>
        <message>
            <source>{count} wait to go out once more.</source>
            <translation>{count} wait to go out once more.</translation>
        </message>
        <message>
            <source>{delivered} arrived, {failed} did not; {unknown} receipts name no message or say nothing.</source>
            <translation>{delivered} arrived, {failed} did not; {unknown} receipts name no message or say nothing.</translation>
        </message>
        <message>
            <source>{kind} by {way}</source>
            <translation>{kind} by {way}</translation>
        </message>
        <message>
            <source>{name} goes out by itself from now on.</source>
            <translation>{name} goes out by itself from now on.</translation>
        </message>
        <message>
            <source>{name} is saved and does not go out.</source>
            <translation>{name} is saved and does not go out.</translation>
        </message>
        <message>
            <source>{state}, {day} at {time}</source>
            <translation>{state}, {day} at {time}</translation>
        </message>
        <message>
            <source>{waiting} wait to go out, {failed} did not arrive.</source>
            <translation>{waiting} wait to go out, {failed} did not arrive.</translation>
        </message>
        <message>
            <source>{what}: {reason}</source>
            <extracomment>So many of each sort are told; a longer list is the inbox's business.</extracomment>
            <translation>{what}: {reason}</translation>
        </message>
        <message>
            <source>“mosharekat intake run” writes what waits there, and reads receipts from its folder “receipts”. Empty: nothing goes out by itself.</source>
            <translation>“mosharekat intake run” writes what waits there, and reads receipts from its folder “receipts”. Empty: nothing goes out by itself.</translation>
        </message>
        <message>
            <source>“{kind}” by {way}</source>
            <translation>“{kind}” by {way}</translation>
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
            <source>Taken as a comment</source>
            <translation>Taken as a comment</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
    </context>
    <context>
        <name>Outcomes</name>
        <message>
            <source>A reason is demanded</source>
            <translation>A reason is demanded</translation>
        </message>
        <message>
            <source>Earlier petitions are called so too, in lists, history and reports.</source>
            <translation>Earlier petitions are called so too, in lists, history and reports.</translation>
        </message>
        <message>
            <source>Further down</source>
            <translation>Further down</translation>
        </message>
        <message>
            <source>Further up</source>
            <translation>Further up</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Hidden</translation>
        </message>
        <message>
            <source>Is offered when a petition is closed</source>
            <translation>Is offered when a petition is closed</translation>
        </message>
        <message>
            <source>Law and statistics count by these outcomes: they are named, ordered and hidden, never removed.</source>
            <translation>Law and statistics count by these outcomes: they are named, ordered and hidden, never removed.</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>Name in English</translation>
        </message>
        <message>
            <source>Name in Persian</source>
            <translation>Name in Persian</translation>
        </message>
        <message>
            <source>One line beside the answer; colleagues read it in the history.</source>
            <translation>One line beside the answer; colleagues read it in the history.</translation>
        </message>
        <message>
            <source>Outcomes of petitions</source>
            <translation>Outcomes of petitions</translation>
        </message>
        <message>
            <source>Place {place}</source>
            <translation>Place {place}</translation>
        </message>
        <message>
            <source>The outcome “{name}” was saved.</source>
            <translation>The outcome “{name}” was saved.</translation>
        </message>
        <message>
            <source>The rules of the desk demand it: it cannot be switched off.</source>
            <translation>The rules of the desk demand it: it cannot be switched off.</translation>
        </message>
        <message>
            <source>with a reason</source>
            <translation>with a reason</translation>
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
        <message>
            <source>The logo of the letterhead</source>
            <extracomment>A PNG or JPEG that stands in place of the mark; one that cannot be drawn is left out, and the writing says so.</extracomment>
            <translation>The logo of the letterhead</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>Correct the petitioner's data</source>
            <translation>Correct the petitioner's data</translation>
        </message>
        <message>
            <source>Corrected in the register and in {count} petitions.</source>
            <translation>Corrected in the register and in {count} petitions.</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>Correct…</translation>
        </message>
        <message>
            <source>E-mail {number}</source>
            <translation>E-mail {number}</translation>
        </message>
        <message>
            <source>Experts and stakeholders</source>
            <translation>Experts and stakeholders</translation>
        </message>
        <message>
            <source>Find a petitioner</source>
            <translation>Find a petitioner</translation>
        </message>
        <message>
            <source>Keep the wrong name out of the history of the correction</source>
            <translation>Keep the wrong name out of the history of the correction</translation>
        </message>
        <message>
            <source>Mobile {number}</source>
            <translation>Mobile {number}</translation>
        </message>
        <message>
            <source>Name, mobile or national ID</source>
            <translation>Name, mobile or national ID</translation>
        </message>
        <message>
            <source>National ID {number}</source>
            <translation>National ID {number}</translation>
        </message>
        <message>
            <source>Nobody has written yet</source>
            <translation>Nobody has written yet</translation>
        </message>
        <message>
            <source>Nobody was found</source>
            <translation>Nobody was found</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>The person's data is to be corrected.</extracomment>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Right e-mail</source>
            <translation>Right e-mail</translation>
        </message>
        <message>
            <source>Right mobile</source>
            <translation>Right mobile</translation>
        </message>
        <message>
            <source>Right name</source>
            <translation>Right name</translation>
        </message>
        <message>
            <source>Right national ID</source>
            <translation>Right national ID</translation>
        </message>
        <message>
            <source>See them in the inbox</source>
            <translation>See them in the inbox</translation>
        </message>
        <message>
            <source>Spelling does not matter; the last digits of a number are enough.</source>
            <translation>Spelling does not matter; the last digits of a number are enough.</translation>
        </message>
        <message>
            <source>What is left empty stays as it is; all petitions of the person get the rest.</source>
            <translation>What is left empty stays as it is; all petitions of the person get the rest.</translation>
        </message>
        <message>
            <source>What the person wrote stays as it came.</source>
            <translation>What the person wrote stays as it came.</translation>
        </message>
        <message>
            <source>Who asked for it, and how</source>
            <translation>Who asked for it, and how</translation>
        </message>
        <message>
            <source>Whoever sends a petition stands here from then on.</source>
            <translation>Whoever sends a petition stands here from then on.</translation>
        </message>
        <message>
            <source>no name</source>
            <extracomment>A model hands a view no more of a text: one that is laid out whole is slow.</extracomment>
            <translation>no name</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>since {day}</translation>
        </message>
        <message>
            <source>{count} petitioners</source>
            <translation>{count} petitioners</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <source>first quarter of {year}</source>
            <translation>first quarter of {year}</translation>
        </message>
        <message>
            <source>fourth quarter of {year}</source>
            <translation>fourth quarter of {year}</translation>
        </message>
        <message>
            <source>second quarter of {year}</source>
            <translation>second quarter of {year}</translation>
        </message>
        <message>
            <source>third quarter of {year}</source>
            <translation>third quarter of {year}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
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
        <name>Presence</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>{who} is editing</source>
            <translation>{who} is editing</translation>
        </message>
        <message>
            <source>{who} is looking</source>
            <translation>{who} is looking</translation>
        </message>
    </context>
    <context>
        <name>Publishing</name>
        <message>
            <source>About you (may be left empty)</source>
            <translation>About you (may be left empty)</translation>
        </message>
        <message>
            <source>Before it is promulgated, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</source>
            <translation>Before it is promulgated, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</translation>
        </message>
        <message>
            <source>Before it is sent on, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</source>
            <translation>Before it is sent on, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</translation>
        </message>
        <message>
            <source>Call for comments: {title}</source>
            <translation>Call for comments: {title}</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Comments</source>
            <extracomment>The list of the files with their digests, as `sha256sum -c` reads it; its own digest stands in the history.</extracomment>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Comments until</source>
            <translation>Comments until</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>Digest of the published text: {digest}</source>
            <translation>Digest of the published text: {digest}</translation>
        </message>
        <message>
            <source>Feedback form</source>
            <translation>Feedback form</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Groups</translation>
        </message>
        <message>
            <source>How to comment:</source>
            <translation>How to comment:</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Link to {provision}</source>
            <translation>Link to {provision}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Names are not published.</source>
            <translation>Names are not published.</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>Opened on</translation>
        </message>
        <message>
            <source>Place of publication</source>
            <translation>Place of publication</translation>
        </message>
        <message>
            <source>Provisions</source>
            <translation>Provisions</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The text as a whole</source>
            <translation>The text as a whole</translation>
        </message>
        <message>
            <source>The time for comments on this draft is over.</source>
            <translation>The time for comments on this draft is over.</translation>
        </message>
        <message>
            <source>The words that you mean (may be left empty)</source>
            <translation>The words that you mean (may be left empty)</translation>
        </message>
        <message>
            <source>This draft is open to the critique of the public.</source>
            <translation>This draft is open to the critique of the public.</translation>
        </message>
        <message>
            <source>To the text</source>
            <extracomment>As `intake.comment_rows` takes them.</extracomment>
            <translation>To the text</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Which provision</source>
            <translation>Which provision</translation>
        </message>
        <message>
            <source>Write this in the column “ماده”</source>
            <translation>Write this in the column “ماده”</translation>
        </message>
        <message>
            <source>Your comment</source>
            <translation>Your comment</translation>
        </message>
        <message>
            <source>Your comment, and why</source>
            <translation>Your comment, and why</translation>
        </message>
        <message>
            <source>by phone: {number}</source>
            <translation>by phone: {number}</translation>
        </message>
        <message>
            <source>by text message: {number}</source>
            <translation>by text message: {number}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>revision {n}</translation>
        </message>
        <message>
            <source>the end of {day} ({n} full days; the day of publication does not count)</source>
            <translation>the end of {day} ({n} full days; the day of publication does not count)</translation>
        </message>
        <message>
            <source>with the feedback form, for the whole text or for a provision</source>
            <translation>with the feedback form, for the whole text or for a provision</translation>
        </message>
    </context>
    <context>
        <name>Purpose</name>
        <message>
            <source>For action</source>
            <translation>For action</translation>
        </message>
        <message>
            <source>For an opinion</source>
            <translation>For an opinion</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>For information</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>A code has Latin letters, digits, dots, dashes or strokes, 30 at most: {value}.</source>
            <translation>A code has Latin letters, digits, dots, dashes or strokes, 30 at most: {value}.</translation>
        </message>
        <message>
            <source>A curly bracket in the field “{field}” belongs to no variable; open and close it.</source>
            <translation>A curly bracket in the field “{field}” belongs to no variable; open and close it.</translation>
        </message>
        <message>
            <source>A macro refers, ends or archives once: one of these steps is too many.</source>
            <translation>A macro refers, ends or archives once: one of these steps is too many.</translation>
        </message>
        <message>
            <source>A mobile number has eleven digits and begins with 09: {value}.</source>
            <translation>A mobile number has eleven digits and begins with 09: {value}.</translation>
        </message>
        <message>
            <source>A national ID has ten digits.</source>
            <translation>A national ID has ten digits.</translation>
        </message>
        <message>
            <source>A number has the year once and the number once, with a sign between them: {value}.</source>
            <translation>A number has the year once and the number once, with a sign between them: {value}.</translation>
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
            <source>Another source is there already: {value}.</source>
            <translation>Another source is there already: {value}.</translation>
        </message>
        <message>
            <source>Nothing is known of this petition to put in the place of “{value}”.</source>
            <translation>Nothing is known of this petition to put in the place of “{value}”.</translation>
        </message>
        <message>
            <source>The check digit of the field “{field}” is wrong: {value}.</source>
            <translation>The check digit of the field “{field}” is wrong: {value}.</translation>
        </message>
        <message>
            <source>The date {value} is still to come.</source>
            <translation>The date {value} is still to come.</translation>
        </message>
        <message>
            <source>The field “{field}” has a value that is not known: {value}.</source>
            <translation>The field “{field}” has a value that is not known: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” holds control characters that cannot be kept.</source>
            <translation>The field “{field}” holds control characters that cannot be kept.</translation>
        </message>
        <message>
            <source>The field “{field}” holds too many.</source>
            <translation>The field “{field}” holds too many.</translation>
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
            <source>The field “{field}” names a day that is over.</source>
            <translation>The field “{field}” names a day that is over.</translation>
        </message>
        <message>
            <source>The first day is after the last one: {value}.</source>
            <translation>The first day is after the last one: {value}.</translation>
        </message>
        <message>
            <source>The folder of the source “{value}” is the same one, or one of the two lies in the other; each source has its own.</source>
            <translation>The folder of the source “{value}” is the same one, or one of the two lies in the other; each source has its own.</translation>
        </message>
        <message>
            <source>The new password is the old one; choose another.</source>
            <translation>The new password is the old one; choose another.</translation>
        </message>
        <message>
            <source>The password has at least {minimum} characters.</source>
            <translation>The password has at least {minimum} characters.</translation>
        </message>
        <message>
            <source>The text of this letter needs “{value}”: without it the letter does not say it.</source>
            <translation>The text of this letter needs “{value}”: without it the letter does not say it.</translation>
        </message>
        <message>
            <source>The text of this message needs “{value}”: without it nobody can follow it up.</source>
            <translation>The text of this message needs “{value}”: without it nobody can follow it up.</translation>
        </message>
        <message>
            <source>There is no such date: {value}.</source>
            <translation>There is no such date: {value}.</translation>
        </message>
        <message>
            <source>There is no such field: {value}.</source>
            <translation>There is no such field: {value}.</translation>
        </message>
        <message>
            <source>There is no variable “{value}” in this letter; choose one of the list.</source>
            <translation>There is no variable “{value}” in this letter; choose one of the list.</translation>
        </message>
        <message>
            <source>There is no variable “{value}” in this message; choose one of the list.</source>
            <translation>There is no variable “{value}” in this message; choose one of the list.</translation>
        </message>
        <message>
            <source>There is no word in “{value}” to look for.</source>
            <translation>There is no word in “{value}” to look for.</translation>
        </message>
        <message>
            <source>There is no “{value}” in a number; known are year, yy, number and number:05.</source>
            <translation>There is no “{value}” in a number; known are year, yy, number and number:05.</translation>
        </message>
        <message>
            <source>There is no “{value}” to put in; known are name, code, date, unit and clerk.</source>
            <translation>There is no “{value}” to put in; known are name, code, date, unit and clerk.</translation>
        </message>
        <message>
            <source>This day is past: {value}.</source>
            <translation>This day is past: {value}.</translation>
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
            <source>“{value}” is not a day; write “tomorrow”, “Saturday”, “in 3 days” or 1405/09/03.</source>
            <translation>“{value}” is not a day; write “tomorrow”, “Saturday”, “in 3 days” or 1405/09/03.</translation>
        </message>
        <message>
            <source>“{value}” is not a month; write it like 1405-08.</source>
            <translation>“{value}” is not a month; write it like 1405-08.</translation>
        </message>
        <message>
            <source>“{value}” is not a span of days; write “last week”, “Mehr 1405” or “1 to 15 Aban”.</source>
            <translation>“{value}” is not a span of days; write “last week”, “Mehr 1405” or “1 to 15 Aban”.</translation>
        </message>
    </context>
    <context>
        <name>Referrals</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>A few letters of a unit or a colleague</source>
            <translation>A few letters of a unit or a colleague</translation>
        </message>
        <message>
            <source>Answer the referral</source>
            <translation>Answer the referral</translation>
        </message>
        <message>
            <source>No unit and no colleague is called that.</source>
            <translation>No unit and no colleague is called that.</translation>
        </message>
        <message>
            <source>Now with {place}</source>
            <translation>Now with {place}</translation>
        </message>
        <message>
            <source>Others at the same time</source>
            <translation>Others at the same time</translation>
        </message>
        <message>
            <source>Others at the same time…</source>
            <translation>Others at the same time…</translation>
        </message>
        <message>
            <source>Purpose on the side</source>
            <translation>Purpose on the side</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Recall a referral</source>
            <translation>Recall a referral</translation>
        </message>
        <message>
            <source>Refer on the side</source>
            <translation>Refer on the side</translation>
        </message>
        <message>
            <source>Referral on the side</source>
            <extracomment>The person chose another one.</extracomment>
            <translation>Referral on the side</translation>
        </message>
        <message>
            <source>Return the referral</source>
            <translation>Return the referral</translation>
        </message>
        <message>
            <source>Send the answer</source>
            <translation>Send the answer</translation>
        </message>
        <message>
            <source>The answer is still empty.</source>
            <translation>The answer is still empty.</translation>
        </message>
        <message>
            <source>The opinion of {places} has not come yet.</source>
            <translation>The opinion of {places} has not come yet.</translation>
        </message>
        <message>
            <source>The referral of {code} is recalled.</source>
            <translation>The referral of {code} is recalled.</translation>
        </message>
        <message>
            <source>The referral of {code} is returned.</source>
            <translation>The referral of {code} is returned.</translation>
        </message>
        <message>
            <source>Those:</source>
            <translation>Those:</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Until, on the side</source>
            <translation>Until, on the side</translation>
        </message>
        <message>
            <source>What your unit says to it; colleagues read it</source>
            <translation>What your unit says to it; colleagues read it</translation>
        </message>
        <message>
            <source>Who has it now</source>
            <translation>Who has it now</translation>
        </message>
        <message>
            <source>Why, if there is something to say</source>
            <translation>Why, if there is something to say</translation>
        </message>
        <message>
            <source>Your answer stands on {code}.</source>
            <translation>Your answer stands on {code}.</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>answered</translation>
        </message>
        <message>
            <source>no day</source>
            <translation>no day</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>not seen yet</translation>
        </message>
        <message>
            <source>recalled</source>
            <translation>recalled</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>returned</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>seen</translation>
        </message>
        <message>
            <source>the whole unit</source>
            <translation>the whole unit</translation>
        </message>
        <message>
            <source>took the petition itself</source>
            <translation>took the petition itself</translation>
        </message>
        <message>
            <source>under an hour</source>
            <translation>under an hour</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>without a unit</source>
            <translation>without a unit</translation>
        </message>
        <message>
            <source>{code} went out on the side to {count}.</source>
            <translation>{code} went out on the side to {count}.</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count} hours</translation>
        </message>
        <message>
            <source>{count} working days</source>
            <translation>{count} working days</translation>
        </message>
        <message>
            <source>{person}, {unit}</source>
            <translation>{person}, {unit}</translation>
        </message>
        <message>
            <source>{place} ({purpose})</source>
            <translation>{place} ({purpose})</translation>
        </message>
        <message>
            <source>{place}: returned</source>
            <translation>{place}: returned</translation>
        </message>
        <message>
            <source>{place}: {purpose}, {state}</source>
            <translation>{place}: {purpose}, {state}</translation>
        </message>
        <message>
            <source>{seen}, overdue since {day}</source>
            <translation>{seen}, overdue since {day}</translation>
        </message>
        <message>
            <source>{seen}, until {day}</source>
            <translation>{seen}, until {day}</translation>
        </message>
        <message>
            <source>{words}, until {day}</source>
            <translation>{words}, until {day}</translation>
        </message>
    </context>
    <context>
        <name>RegisterForm</name>
        <message>
            <source>A new caller</source>
            <translation>A new caller</translation>
        </message>
        <message>
            <source>A service, a document, a news item</source>
            <translation>A service, a document, a news item</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Caller's number</source>
            <extracomment>How petitions reach the desk by hand, the commonest first. Something was typed or chosen.</extracomment>
            <translation>Caller's number</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Copy the code</source>
            <extracomment>Where the form is kept until it is registered. What was registered here last, also when the next one is begun.</extracomment>
            <translation>Copy the code</translation>
        </message>
        <message>
            <source>Earlier petitions</source>
            <translation>Earlier petitions</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>Letter number</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>National ID</translation>
        </message>
        <message>
            <source>Nobody has written from this number before.</source>
            <translation>Nobody has written from this number before.</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>Put aside</translation>
        </message>
        <message>
            <source>Put aside; “Register a petition” brings it back, with another code.</source>
            <translation>Put aside; “Register a petition” brings it back, with another code.</translation>
        </message>
        <message>
            <source>Put aside; “Register a petition” brings it back.</source>
            <translation>Put aside; “Register a petition” brings it back.</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Register a petition</source>
            <translation>Register a petition</translation>
        </message>
        <message>
            <source>Register a phone call</source>
            <translation>Register a phone call</translation>
        </message>
        <message>
            <source>Register, and the next one</source>
            <translation>Register, and the next one</translation>
        </message>
        <message>
            <source>Registered with another code, to be read aloud: {code}.</source>
            <translation>Registered with another code, to be read aloud: {code}.</translation>
        </message>
        <message>
            <source>Registered with code {code}.</source>
            <translation>Registered with code {code}.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>The code is given when it is registered</source>
            <translation>The code is given when it is registered</translation>
        </message>
        <message>
            <source>The code is on the clipboard.</source>
            <translation>The code is on the clipboard.</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>The next one</translation>
        </message>
        <message>
            <source>To be referred later</source>
            <translation>To be referred later</translation>
        </message>
        <message>
            <source>Tracking code, to be read aloud</source>
            <extracomment>Which opening of the form asked: an answer to an earlier one is given back.</extracomment>
            <translation>Tracking code, to be read aloud</translation>
        </message>
        <message>
            <source>Tracking code, to be read aloud; it holds once it is registered</source>
            <translation>Tracking code, to be read aloud; it holds once it is registered</translation>
        </message>
        <message>
            <source>Type the number; what was sent from it before appears here.</source>
            <translation>Type the number; what was sent from it before appears here.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>What was put aside is here again</source>
            <translation>What was put aside is here again</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>What was said</translation>
        </message>
        <message>
            <source>Who is calling?</source>
            <translation>Who is calling?</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>no name</translation>
        </message>
        <message>
            <source>not a mobile number</source>
            <translation>not a mobile number</translation>
        </message>
        <message>
            <source>recognised</source>
            <translation>recognised</translation>
        </message>
        <message>
            <source>right</source>
            <translation>right</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>since {day}</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>wrong</translation>
        </message>
        <message>
            <source>{count} petitions, {open} open</source>
            <translation>{count} petitions, {open} open</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Keep the reminder</source>
            <translation>Keep the reminder</translation>
        </message>
        <message>
            <source>Remind me</source>
            <translation>Remind me</translation>
        </message>
        <message>
            <source>Remind me…</source>
            <translation>Remind me…</translation>
        </message>
        <message>
            <source>The reminder is taken back.</source>
            <translation>The reminder is taken back.</translation>
        </message>
        <message>
            <source>What is to be done then?</source>
            <translation>What is to be done then?</translation>
        </message>
        <message>
            <source>Words to yourself</source>
            <translation>Words to yourself</translation>
        </message>
        <message>
            <source>You are reminded on {day}.</source>
            <translation>You are reminded on {day}.</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>tomorrow</translation>
        </message>
    </context>
    <context>
        <name>Report summary</name>
        <message>
            <source>At its end none was open.</source>
            <translation>At its end none was open.</translation>
        </message>
        <message>
            <source>At its end one was open, past its deadline.</source>
            <translation>At its end one was open, past its deadline.</translation>
        </message>
        <message>
            <source>At its end one was open, within its deadline.</source>
            <translation>At its end one was open, within its deadline.</translation>
        </message>
        <message>
            <source>At its end {open} were open, all of them past their deadline.</source>
            <translation>At its end {open} were open, all of them past their deadline.</translation>
        </message>
        <message>
            <source>At its end {open} were open, none of them past its deadline.</source>
            <translation>At its end {open} were open, none of them past its deadline.</translation>
        </message>
        <message>
            <source>At its end {open} were open, of which one was past its deadline.</source>
            <translation>At its end {open} were open, of which one was past its deadline.</translation>
        </message>
        <message>
            <source>At its end {open} were open, of which {late} were past their deadline.</source>
            <translation>At its end {open} were open, of which {late} were past their deadline.</translation>
        </message>
        <message>
            <source>In {period} no petition was received and none was resolved.</source>
            <translation>In {period} no petition was received and none was resolved.</translation>
        </message>
        <message>
            <source>In {period} no petition was received; one was resolved.</source>
            <translation>In {period} no petition was received; one was resolved.</translation>
        </message>
        <message>
            <source>In {period} no petition was received; {resolved} were resolved.</source>
            <translation>In {period} no petition was received; {resolved} were resolved.</translation>
        </message>
        <message>
            <source>In {period} one petition was received and one was resolved.</source>
            <translation>In {period} one petition was received and one was resolved.</translation>
        </message>
        <message>
            <source>In {period} one petition was received and {resolved} were resolved.</source>
            <translation>In {period} one petition was received and {resolved} were resolved.</translation>
        </message>
        <message>
            <source>In {period} one petition was received; none was resolved.</source>
            <translation>In {period} one petition was received; none was resolved.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received and one was resolved.</source>
            <translation>In {period} {received} petitions were received and one was resolved.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received and {resolved} were resolved.</source>
            <translation>In {period} {received} petitions were received and {resolved} were resolved.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received; none was resolved.</source>
            <translation>In {period} {received} petitions were received; none was resolved.</translation>
        </message>
        <message>
            <source>It is as many as in {period}, too.</source>
            <translation>It is as many as in {period}, too.</translation>
        </message>
        <message>
            <source>It is {percent} percent fewer than in {period}.</source>
            <translation>It is {percent} percent fewer than in {period}.</translation>
        </message>
        <message>
            <source>It is {percent} percent more than in {period}.</source>
            <translation>It is {percent} percent more than in {period}.</translation>
        </message>
        <message>
            <source>It was resolved in {median} days.</source>
            <translation>It was resolved in {median} days.</translation>
        </message>
        <message>
            <source>It was resolved on the day on which it came.</source>
            <translation>It was resolved on the day on which it came.</translation>
        </message>
        <message>
            <source>One draft was put before the public.</source>
            <translation>One draft was put before the public.</translation>
        </message>
        <message>
            <source>One improvement action was done; none stayed open.</source>
            <translation>One improvement action was done; none stayed open.</translation>
        </message>
        <message>
            <source>One petitioner told how satisfied they were: {mean} of 5.</source>
            <translation>One petitioner told how satisfied they were: {mean} of 5.</translation>
        </message>
        <message>
            <source>One was promulgated.</source>
            <translation>One was promulgated.</translation>
        </message>
        <message>
            <source>One was submitted.</source>
            <translation>One was submitted.</translation>
        </message>
        <message>
            <source>That is as many as in as many days before.</source>
            <translation>That is as many as in as many days before.</translation>
        </message>
        <message>
            <source>That is as many as in the quarter before.</source>
            <translation>That is as many as in the quarter before.</translation>
        </message>
        <message>
            <source>That is as many as in the year before.</source>
            <translation>That is as many as in the year before.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in as many days before.</source>
            <translation>That is {percent} percent fewer than in as many days before.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the quarter before.</source>
            <translation>That is {percent} percent fewer than in the quarter before.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the year before.</source>
            <translation>That is {percent} percent fewer than in the year before.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in as many days before.</source>
            <translation>That is {percent} percent more than in as many days before.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the quarter before.</source>
            <translation>That is {percent} percent more than in the quarter before.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the year before.</source>
            <translation>That is {percent} percent more than in the year before.</translation>
        </message>
        <message>
            <source>The window of one ended.</source>
            <translation>The window of one ended.</translation>
        </message>
        <message>
            <source>The windows of {n} ended.</source>
            <translation>The windows of {n} ended.</translation>
        </message>
        <message>
            <source>There are no days before to compare with.</source>
            <translation>There are no days before to compare with.</translation>
        </message>
        <message>
            <source>There is no quarter before to compare with.</source>
            <translation>There is no quarter before to compare with.</translation>
        </message>
        <message>
            <source>There is no year before to compare with.</source>
            <translation>There is no year before to compare with.</translation>
        </message>
        <message>
            <source>the days {period}</source>
            <translation>the days {period}</translation>
        </message>
        <message>
            <source>{done} improvement actions were done; none stayed open.</source>
            <translation>{done} improvement actions were done; none stayed open.</translation>
        </message>
        <message>
            <source>{n} drafts were put before the public.</source>
            <translation>{n} drafts were put before the public.</translation>
        </message>
        <message>
            <source>{n} were promulgated.</source>
            <translation>{n} were promulgated.</translation>
        </message>
        <message>
            <source>{n} were submitted.</source>
            <translation>{n} were submitted.</translation>
        </message>
        <message>
            <source>{open} improvement actions were open at its end, none of them late; {done} were done.</source>
            <translation>{open} improvement actions were open at its end, none of them late; {done} were done.</translation>
        </message>
        <message>
            <source>{open} improvement actions were open at its end, {late} of them late; {done} were done.</source>
            <translation>{open} improvement actions were open at its end, {late} of them late; {done} were done.</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>1 to 15 Aban, Mehr 1405, the last 30 days</source>
            <translation>1 to 15 Aban, Mehr 1405, the last 30 days</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>All colleagues</source>
            <translation>All colleagues</translation>
        </message>
        <message>
            <source>All issued reports…</source>
            <translation>All issued reports…</translation>
        </message>
        <message>
            <source>All units</source>
            <translation>All units</translation>
        </message>
        <message>
            <source>As it is counted now</source>
            <translation>As it is counted now</translation>
        </message>
        <message>
            <source>As it is counted now; issued before</source>
            <translation>As it is counted now; issued before</translation>
        </message>
        <message>
            <source>As of {moment}, read on the standby server</source>
            <extracomment>As of when the figures are, where they come from a standby.</extracomment>
            <translation>As of {moment}, read on the standby server</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Colleague</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Comments by disposition</source>
            <extracomment>Dispositions in the order of the bar, with their colours of the theme.</extracomment>
            <translation>Comments by disposition</translation>
        </message>
        <message>
            <source>Days of the report</source>
            <translation>Days of the report</translation>
        </message>
        <message>
            <source>Days…</source>
            <translation>Days…</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>Draft document</translation>
        </message>
        <message>
            <source>Excel workbooks</source>
            <translation>Excel workbooks</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Fit the page to the width</source>
            <translation>Fit the page to the width</translation>
        </message>
        <message>
            <source>How long petitions lay with each unit</source>
            <translation>How long petitions lay with each unit</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>Improvement actions</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>In rows</source>
            <translation>In rows</translation>
        </message>
        <message>
            <source>Issue and freeze</source>
            <translation>Issue and freeze</translation>
        </message>
        <message>
            <source>Issued reports</source>
            <translation>Issued reports</translation>
        </message>
        <message>
            <source>It is counted and put under the digest of the history; of many events that takes a while…</source>
            <translation>It is counted and put under the digest of the history; of many events that takes a while…</translation>
        </message>
        <message>
            <source>It is counted anew and takes the place of {former}, which stays as it is and can still be opened.</source>
            <translation>It is counted anew and takes the place of {former}, which stays as it is and can still be opened.</translation>
        </message>
        <message>
            <source>It is counted once more and gets the next number. From then on figures and pages stay as they are; a correction is a new edition that says why.</source>
            <translation>It is counted once more and gets the next number. From then on figures and pages stay as they are; a correction is a new edition that says why.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Kind of the period</source>
            <translation>Kind of the period</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Late at the end</source>
            <translation>Late at the end</translation>
        </message>
        <message>
            <source>Lateness by unit</source>
            <translation>Lateness by unit</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Mark</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>Median to resolution</source>
            <translation>Median to resolution</translation>
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
            <source>Monthly report {month}</source>
            <translation>Monthly report {month}</translation>
        </message>
        <message>
            <source>New edition</source>
            <translation>New edition</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Ninth tenth</source>
            <translation>Ninth tenth</translation>
        </message>
        <message>
            <source>No draft was open to the public in this period.</source>
            <translation>No draft was open to the public in this period.</translation>
        </message>
        <message>
            <source>No improvement action was open in this period.</source>
            <translation>No improvement action was open in this period.</translation>
        </message>
        <message>
            <source>No petition left a unit in this period.</source>
            <translation>No petition left a unit in this period.</translation>
        </message>
        <message>
            <source>No report was issued yet. A manager issues one when its period is over.</source>
            <translation>No report was issued yet. A manager issues one when its period is over.</translation>
        </message>
        <message>
            <source>No. {number}, {day}</source>
            <translation>No. {number}, {day}</translation>
        </message>
        <message>
            <source>No. {number}, {day}, edition {edition}</source>
            <translation>No. {number}, {day}, edition {edition}</translation>
        </message>
        <message>
            <source>Nobody was asked in this period.</source>
            <translation>Nobody was asked in this period.</translation>
        </message>
        <message>
            <source>Not issued yet</source>
            <translation>Not issued yet</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>Nothing was changed or lost</translation>
        </message>
        <message>
            <source>Nothing was late in this period.</source>
            <translation>Nothing was late in this period.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open at the end</source>
            <translation>Open at the end</translation>
        </message>
        <message>
            <source>Open this one</source>
            <translation>Open this one</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>PDF files</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>Page {page} of {count}</translation>
        </message>
        <message>
            <source>Past the deadline</source>
            <translation>Past the deadline</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>Petitioners</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>Previous page</source>
            <extracomment>What the pages go without.</extracomment>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Print preview</source>
            <translation>Print preview</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>Quarter</translation>
        </message>
        <message>
            <source>Quarterly report {month}</source>
            <translation>Quarterly report {month}</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Received and resolved in twelve months</source>
            <translation>Received and resolved in twelve months</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <extracomment>What the bars over a place stand for, in their order.</extracomment>
            <translation>Received and resolved on each day</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} comments here when it was issued; what was decided since stands here as it is now.</source>
            <translation>Report {issue} counted {then} comments here when it was issued; what was decided since stands here as it is now.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; as many fit today. What was reopened, corrected or passed on since stands here as it is now.</source>
            <translation>Report {issue} counted {then} here when it was issued; as many fit today. What was reopened, corrected or passed on since stands here as it is now.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; of what fits today you see {now}.</source>
            <translation>Report {issue} counted {then} here when it was issued; of what fits today you see {now}.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; {now} fit today, because petitions were reopened, corrected, passed on or registered late since.</source>
            <translation>Report {issue} counted {then} here when it was issued; {now} fit today, because petitions were reopened, corrected, passed on or registered late since.</translation>
        </message>
        <message>
            <source>Report {month}</source>
            <translation>Report {month}</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Resolved late</source>
            <translation>Resolved late</translation>
        </message>
        <message>
            <source>Rows of the table</source>
            <translation>Rows of the table</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Share</translation>
        </message>
        <message>
            <source>Show the report</source>
            <translation>Show the report</translation>
        </message>
        <message>
            <source>Show these petitions in the inbox</source>
            <translation>Show these petitions in the inbox</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Stopped: nothing was issued.</source>
            <translation>Stopped: nothing was issued.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>Tables of text</source>
            <translation>Tables of text</translation>
        </message>
        <message>
            <source>The logo of the letterhead cannot be read, so the pages go without it; an administrator chooses it again in the settings of the office.</source>
            <translation>The logo of the letterhead cannot be read, so the pages go without it; an administrator chooses it again in the settings of the office.</translation>
        </message>
        <message>
            <source>The one after</source>
            <translation>The one after</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>The one before</translation>
        </message>
        <message>
            <source>The report could not be made</source>
            <translation>The report could not be made</translation>
        </message>
        <message>
            <source>The report was issued: {issue}.</source>
            <translation>The report was issued: {issue}.</translation>
        </message>
        <message>
            <source>These days are not over yet.</source>
            <translation>These days are not over yet.</translation>
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
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Who answers for it</source>
            <translation>Who answers for it</translation>
        </message>
        <message>
            <source>Why a new edition</source>
            <translation>Why a new edition</translation>
        </message>
        <message>
            <source>Without these</source>
            <translation>Without these</translation>
        </message>
        <message>
            <source>XLSX</source>
            <translation>XLSX</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Yearly report {month}</source>
            <translation>Yearly report {month}</translation>
        </message>
        <message>
            <source>as long as in {month}</source>
            <translation>as long as in {month}</translation>
        </message>
        <message>
            <source>as many as in {month}</source>
            <translation>as many as in {month}</translation>
        </message>
        <message>
            <source>autumn</source>
            <translation>autumn</translation>
        </message>
        <message>
            <source>closed day</source>
            <translation>closed day</translation>
        </message>
        <message>
            <source>days</source>
            <translation>days</translation>
        </message>
        <message>
            <source>issued by {name}</source>
            <translation>issued by {name}</translation>
        </message>
        <message>
            <source>last year</source>
            <translation>last year</translation>
        </message>
        <message>
            <source>mean {mean} of {n} answers</source>
            <translation>mean {mean} of {n} answers</translation>
        </message>
        <message>
            <source>nine tenths: {days} days</source>
            <translation>nine tenths: {days} days</translation>
        </message>
        <message>
            <source>none in {month}</source>
            <translation>none in {month}</translation>
        </message>
        <message>
            <source>received</source>
            <translation>received</translation>
        </message>
        <message>
            <source>replaced by a newer edition</source>
            <translation>replaced by a newer edition</translation>
        </message>
        <message>
            <source>resolved</source>
            <translation>resolved</translation>
        </message>
        <message>
            <source>spring</source>
            <translation>spring</translation>
        </message>
        <message>
            <source>summer</source>
            <translation>summer</translation>
        </message>
        <message>
            <source>the period before</source>
            <translation>the period before</translation>
        </message>
        <message>
            <source>undecided</source>
            <translation>undecided</translation>
        </message>
        <message>
            <source>winter</source>
            <translation>winter</translation>
        </message>
        <message>
            <source>{days} days fewer than {month}</source>
            <translation>{days} days fewer than {month}</translation>
        </message>
        <message>
            <source>{days} days more than {month}</source>
            <translation>{days} days more than {month}</translation>
        </message>
        <message>
            <source>{day}: {received} received, {resolved} resolved</source>
            <translation>{day}: {received} received, {resolved} resolved</translation>
        </message>
        <message>
            <source>{name}, {column}: show these {n} comments</source>
            <extracomment>What a number opens: petitions, or comments.</extracomment>
            <translation>{name}, {column}: show these {n} comments</translation>
        </message>
        <message>
            <source>{name}, {column}: show these {n} petitions</source>
            <translation>{name}, {column}: show these {n} petitions</translation>
        </message>
        <message>
            <source>{n} comments, {m} consultations</source>
            <translation>{n} comments, {m} consultations</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>{n} fewer than {month}</source>
            <translation>{n} fewer than {month}</translation>
        </message>
        <message>
            <source>{n} more than {month}</source>
            <translation>{n} more than {month}</translation>
        </message>
        <message>
            <source>{n}% fewer than {month}</source>
            <translation>{n}% fewer than {month}</translation>
        </message>
        <message>
            <source>{n}% more than {month}</source>
            <translation>{n}% more than {month}</translation>
        </message>
        <message>
            <source>{percent}%</source>
            <translation>{percent}%</translation>
        </message>
    </context>
    <context>
        <name>Retention</name>
        <message>
            <source>Closed before {day} and to be masked: {petitions} petitions of {persons} persons.</source>
            <translation>Closed before {day} and to be masked: {petitions} petitions of {persons} persons.</translation>
        </message>
        <message>
            <source>Count what would be masked</source>
            <translation>Count what would be masked</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Emptied: {count} things that were put aside when they were taken in.</source>
            <translation>Emptied: {count} things that were put aside when they were taken in.</translation>
        </message>
        <message>
            <source>Erased: {files} attachments.</source>
            <translation>Erased: {files} attachments.</translation>
        </message>
        <message>
            <source>For example one for lawsuits. Kept back by themselves: open petitions, and those on which an open petition or an improvement still hangs.</source>
            <translation>For example one for lawsuits. Kept back by themselves: open petitions, and those on which an open petition or an improvement still hangs.</translation>
        </message>
        <message>
            <source>Go on masking</source>
            <translation>Go on masking</translation>
        </message>
        <message>
            <source>In force: {years} years after a petition was closed. Nothing is masked by itself.</source>
            <translation>In force: {years} years after a petition was closed. Nothing is masked by itself.</translation>
        </message>
        <message>
            <source>It stands in the history of every masking.</source>
            <translation>It stands in the history of every masking.</translation>
        </message>
        <message>
            <source>Kept because something open still hangs on them: {count}</source>
            <translation>Kept because something open still hangs on them: {count}</translation>
        </message>
        <message>
            <source>Kept by the label: {count}</source>
            <translation>Kept by the label: {count}</translation>
        </message>
        <message>
            <source>Label that keeps a petition as it is</source>
            <translation>Label that keeps a petition as it is</translation>
        </message>
        <message>
            <source>Looked through for it: {replies} replies and {events} entries of the history.</source>
            <translation>Looked through for it: {replies} replies and {events} entries of the history.</translation>
        </message>
        <message>
            <source>Mask for good</source>
            <translation>Mask for good</translation>
        </message>
        <message>
            <source>Mask the personal data of closed petitions</source>
            <translation>Mask the personal data of closed petitions</translation>
        </message>
        <message>
            <source>Masking</source>
            <translation>Masking</translation>
        </message>
        <message>
            <source>Masking cannot be undone. Names, national IDs, phone numbers and addresses give way to dots, attachments are erased. The history stays and its chain holds. Back-ups and exported files from before keep what they hold: they are looked after apart.</source>
            <translation>Masking cannot be undone. Names, national IDs, phone numbers and addresses give way to dots, attachments are erased. The history stays and its chain holds. Back-ups and exported files from before keep what they hold: they are looked after apart.</translation>
        </message>
        <message>
            <source>No petition that was closed before {day} is to be masked.</source>
            <translation>No petition that was closed before {day} is to be masked.</translation>
        </message>
        <message>
            <source>No rule of retention is in force any more.</source>
            <translation>No rule of retention is in force any more.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Off: nothing is masked.</source>
            <translation>Off: nothing is masked.</translation>
        </message>
        <message>
            <source>On what it is based (decree, rule, letter)</source>
            <translation>On what it is based (decree, rule, letter)</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Retention</translation>
        </message>
        <message>
            <source>Rule of retention</source>
            <translation>Rule of retention</translation>
        </message>
        <message>
            <source>Save the rule</source>
            <translation>Save the rule</translation>
        </message>
        <message>
            <source>The rule of retention was saved.</source>
            <translation>The rule of retention was saved.</translation>
        </message>
        <message>
            <source>To confirm, type how many petitions will be masked</source>
            <translation>To confirm, type how many petitions will be masked</translation>
        </message>
        <message>
            <source>Years after the closing</source>
            <translation>Years after the closing</translation>
        </message>
        <message>
            <source>{petitions} petitions were masked and {files} attachments erased; it was stopped before the end.</source>
            <translation>{petitions} petitions were masked and {files} attachments erased; it was stopped before the end.</translation>
        </message>
        <message>
            <source>{petitions} petitions were masked; {files} attachments were erased.</source>
            <translation>{petitions} petitions were masked; {files} attachments were erased.</translation>
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
        <name>Routing</name>
        <message>
            <source> and </source>
            <translation> and </translation>
        </message>
        <message>
            <source> or </source>
            <translation> or </translation>
        </message>
        <message>
            <source>All of these went there anyway.</source>
            <translation>All of these went there anyway.</translation>
        </message>
        <message>
            <source>Being tried …</source>
            <translation>Being tried …</translation>
        </message>
        <message>
            <source>Being tried: {done} of {total}</source>
            <translation>Being tried: {done} of {total}</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Contradicts</source>
            <translation>Contradicts</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Goes to</translation>
        </message>
        <message>
            <source>If {conditions} → {consequence}</source>
            <translation>If {conditions} → {consequence}</translation>
        </message>
        <message>
            <source>It never comes to its turn: {rules} before it take all of these.</source>
            <translation>It never comes to its turn: {rules} before it take all of these.</translation>
        </message>
        <message>
            <source>It takes some of the petitions that {rules} behind it are meant for.</source>
            <translation>It takes some of the petitions that {rules} behind it are meant for.</translation>
        </message>
        <message>
            <source>Its unit is retired</source>
            <translation>Its unit is retired</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Name of the rule</source>
            <translation>Name of the rule</translation>
        </message>
        <message>
            <source>Never its turn</source>
            <translation>Never its turn</translation>
        </message>
        <message>
            <source>New rule</source>
            <extracomment>Over the fields, in sight whatever the form is scrolled to at first: the rule, and what is done with it.</extracomment>
            <translation>New rule</translation>
        </message>
        <message>
            <source>No rule in force fits what waits unrouted</source>
            <translation>No rule in force fits what waits unrouted</translation>
        </message>
        <message>
            <source>Now: {now} · by this rule: {then}</source>
            <translation>Now: {now} · by this rule: {then}</translation>
        </message>
        <message>
            <source>Of these the first {shown} are listed.</source>
            <translation>Of these the first {shown} are listed.</translation>
        </message>
        <message>
            <source>Of {total} petitions of {month} this rule would have moved {moved}.</source>
            <translation>Of {total} petitions of {month} this rule would have moved {moved}.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>Only petitions that you see were tried.</source>
            <translation>Only petitions that you see were tried.</translation>
        </message>
        <message>
            <source>Petitions that are tried</source>
            <extracomment>Months behind this one that are tried.</extracomment>
            <translation>Petitions that are tried</translation>
        </message>
        <message>
            <source>Petitions that would have gone elsewhere</source>
            <translation>Petitions that would have gone elsewhere</translation>
        </message>
        <message>
            <source>Routing rules</source>
            <translation>Routing rules</translation>
        </message>
        <message>
            <source>Routing rules in their order</source>
            <translation>Routing rules in their order</translation>
        </message>
        <message>
            <source>See what of the unrouted they would move</source>
            <translation>See what of the unrouted they would move</translation>
        </message>
        <message>
            <source>Send {count} now; {left} wait for a person</source>
            <translation>Send {count} now; {left} wait for a person</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Several are set apart by a comma; one of them is enough.</source>
            <translation>Several are set apart by a comma; one of them is enough.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stopped before its end.</source>
            <translation>Stopped before its end.</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Switch on</translation>
        </message>
        <message>
            <source>The rule “{name}” stands at place {place} now.</source>
            <translation>The rule “{name}” stands at place {place} now.</translation>
        </message>
        <message>
            <source>The rule “{name}” was saved.</source>
            <translation>The rule “{name}” was saved.</translation>
        </message>
        <message>
            <source>The unit is retired: this rule sends nothing there.</source>
            <translation>The unit is retired: this rule sends nothing there.</translation>
        </message>
        <message>
            <source>There is no rule yet: everything waits for a person.</source>
            <translation>There is no rule yet: everything waits for a person.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Try on</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>What comes in without a unit goes where the first rule says that fits. Rules are moved by dragging them, or with Alt and the arrows.</source>
            <translation>What comes in without a unit goes where the first rule says that fits. Rules are moved by dragging them, or with Alt and the arrows.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>With all rules in force, {count} of them would wait for a person.</source>
            <translation>With all rules in force, {count} of them would wait for a person.</translation>
        </message>
        <message>
            <source>Words in subject or text</source>
            <translation>Words in subject or text</translation>
        </message>
        <message>
            <source>as it came</source>
            <translation>as it came</translation>
        </message>
        <message>
            <source>it came by {what}</source>
            <translation>it came by {what}</translation>
        </message>
        <message>
            <source>it is about {what}</source>
            <translation>it is about {what}</translation>
        </message>
        <message>
            <source>label “{name}”</source>
            <translation>label “{name}”</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>last month</translation>
        </message>
        <message>
            <source>not routed yet</source>
            <translation>not routed yet</translation>
        </message>
        <message>
            <source>the kind is {what}</source>
            <translation>the kind is {what}</translation>
        </message>
        <message>
            <source>the last three months</source>
            <translation>the last three months</translation>
        </message>
        <message>
            <source>the last twelve months</source>
            <translation>the last twelve months</translation>
        </message>
        <message>
            <source>the sender is {what}</source>
            <translation>the sender is {what}</translation>
        </message>
        <message>
            <source>the text has {what}</source>
            <translation>the text has {what}</translation>
        </message>
        <message>
            <source>whatever it is</source>
            <translation>whatever it is</translation>
        </message>
        <message>
            <source>{code} · {subject}</source>
            <translation>{code} · {subject}</translation>
        </message>
        <message>
            <source>{count} petitions were sent by the rules.</source>
            <translation>{count} petitions were sent by the rules.</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{place}. {name}</source>
            <translation>{place}. {name}</translation>
        </message>
        <message>
            <source>{rules} before it send some of these elsewhere.</source>
            <translation>{rules} before it send some of these elsewhere.</translation>
        </message>
        <message>
            <source>{same} went there anyway, {other} are elsewhere:</source>
            <translation>{same} went there anyway, {other} are elsewhere:</translation>
        </message>
        <message>
            <source>{unit}: {count}</source>
            <translation>{unit}: {count}</translation>
        </message>
        <message>
            <source>“{name}” ({place})</source>
            <translation>“{name}” ({place})</translation>
        </message>
    </context>
    <context>
        <name>RowFaults</name>
        <message>
            <source>A file that came along cannot be read: its name or its content is missing or spoiled.</source>
            <translation>A file that came along cannot be read: its name or its content is missing or spoiled.</translation>
        </message>
        <message>
            <source>A file that came along is empty.</source>
            <translation>A file that came along is empty.</translation>
        </message>
        <message>
            <source>A file that came along is larger than the office keeps.</source>
            <translation>A file that came along is larger than the office keeps.</translation>
        </message>
        <message>
            <source>A mail server says that a mail did not arrive.</source>
            <translation>A mail server says that a mail did not arrive.</translation>
        </message>
        <message>
            <source>A program answered: somebody is away.</source>
            <translation>A program answered: somebody is away.</translation>
        </message>
        <message>
            <source>A quotation mark is opened and never closed, up to the end of the file.</source>
            <translation>A quotation mark is opened and never closed, up to the end of the file.</translation>
        </message>
        <message>
            <source>A value is a list or an object; only plain values can be imported.</source>
            <translation>A value is a list or an object; only plain values can be imported.</translation>
        </message>
        <message>
            <source>Files came along with a comment; only petitions have files.</source>
            <translation>Files came along with a comment; only petitions have files.</translation>
        </message>
        <message>
            <source>It names no message of the office.</source>
            <translation>It names no message of the office.</translation>
        </message>
        <message>
            <source>More files came along than a petition can have; take in the important ones by hand.</source>
            <translation>More files came along than a petition can have; take in the important ones by hand.</translation>
        </message>
        <message>
            <source>Row {row}: {reasons}</source>
            <translation>Row {row}: {reasons}</translation>
        </message>
        <message>
            <source>The comment did not come by letter; it was taken in without the number. By letter goes what says so in the column of the channel.</source>
            <translation>The comment did not come by letter; it was taken in without the number. By letter goes what says so in the column of the channel.</translation>
        </message>
        <message>
            <source>The draft does not stand before the public.</source>
            <translation>The draft does not stand before the public.</translation>
        </message>
        <message>
            <source>The draft has no such provision; the comment was taken in and waits as unsure.</source>
            <translation>The draft has no such provision; the comment was taken in and waits as unsure.</translation>
        </message>
        <message>
            <source>The line is no JSON object.</source>
            <translation>The line is no JSON object.</translation>
        </message>
        <message>
            <source>The mail is larger than 30 megabytes.</source>
            <translation>The mail is larger than 30 megabytes.</translation>
        </message>
        <message>
            <source>The mail is nested deeper than any mail that a person writes.</source>
            <translation>The mail is nested deeper than any mail that a person writes.</translation>
        </message>
        <message>
            <source>The petition has another mark already; a mark is not replaced.</source>
            <translation>The petition has another mark already; a mark is not replaced.</translation>
        </message>
        <message>
            <source>The petition is not resolved yet.</source>
            <translation>The petition is not resolved yet.</translation>
        </message>
        <message>
            <source>The row holds characters that no database can keep.</source>
            <translation>The row holds characters that no database can keep.</translation>
        </message>
        <message>
            <source>The row is about another draft.</source>
            <translation>The row is about another draft.</translation>
        </message>
        <message>
            <source>The text of {rows} rows holds HTML; it was kept and is shown as plain text.</source>
            <translation>The text of {rows} rows holds HTML; it was kept and is shown as plain text.</translation>
        </message>
        <message>
            <source>The text of {rows} rows holds control or direction characters; it was kept and is shown with signs.</source>
            <translation>The text of {rows} rows holds control or direction characters; it was kept and is shown with signs.</translation>
        </message>
        <message>
            <source>There are more cells than columns; a text with the separator in it needs quotes.</source>
            <translation>There are more cells than columns; a text with the separator in it needs quotes.</translation>
        </message>
        <message>
            <source>There is no petition of this tracking code here, or its personal data was masked.</source>
            <translation>There is no petition of this tracking code here, or its personal data was masked.</translation>
        </message>
        <message>
            <source>This is no mail that can be read.</source>
            <translation>This is no mail that can be read.</translation>
        </message>
        <message>
            <source>This mail is no report of a mail server.</source>
            <translation>This mail is no report of a mail server.</translation>
        </message>
        <message>
            <source>{rows} comments came from one sender; each is kept, the sender counts as one person.</source>
            <translation>{rows} comments came from one sender; each is kept, the sender counts as one person.</translation>
        </message>
        <message>
            <source>{rows} parts of longer text messages were joined.</source>
            <translation>{rows} parts of longer text messages were joined.</translation>
        </message>
        <message>
            <source>{rows} rows were written to petitions that were there already, and stand beside them.</source>
            <translation>{rows} rows were written to petitions that were there already, and stand beside them.</translation>
        </message>
        <message>
            <source>{rows} text messages came without one of their parts.</source>
            <translation>{rows} text messages came without one of their parts.</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A choice has no place in the text: its words were not taken, or another wording changed them. Take it back, then save.</source>
            <translation>A choice has no place in the text: its words were not taken, or another wording changed them. Take it back, then save.</translation>
        </message>
        <message>
            <source>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</source>
            <translation>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</translation>
        </message>
        <message>
            <source>A deputy has to be a clerk, legal reviewer or manager in their own right.</source>
            <translation>A deputy has to be a clerk, legal reviewer or manager in their own right.</translation>
        </message>
        <message>
            <source>A letter goes out when the draft stands before the public: it tells the last day.</source>
            <translation>A letter goes out when the draft stands before the public: it tells the last day.</translation>
        </message>
        <message>
            <source>A newer revision exists. Compare with the last one, so that nothing of it is undone unseen.</source>
            <translation>A newer revision exists. Compare with the last one, so that nothing of it is undone unseen.</translation>
        </message>
        <message>
            <source>Administration is not delegated: give the person the role instead.</source>
            <translation>Administration is not delegated: give the person the role instead.</translation>
        </message>
        <message>
            <source>Among the accounts that came with the data no administrator has this user name.</source>
            <translation>Among the accounts that came with the data no administrator has this user name.</translation>
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
            <source>At least one outcome with an answer and one without have to stay offered.</source>
            <translation>At least one outcome with an answer and one without have to stay offered.</translation>
        </message>
        <message>
            <source>Duplicates are closed one by one: each names the one that it repeats.</source>
            <translation>Duplicates are closed one by one: each names the one that it repeats.</translation>
        </message>
        <message>
            <source>It does not have this label.</source>
            <translation>It does not have this label.</translation>
        </message>
        <message>
            <source>It has this label already.</source>
            <translation>It has this label already.</translation>
        </message>
        <message>
            <source>It is in this unit already.</source>
            <translation>It is in this unit already.</translation>
        </message>
        <message>
            <source>It is there already, and no answer has come yet.</source>
            <translation>It is there already, and no answer has come yet.</translation>
        </message>
        <message>
            <source>It waits for the petitioner; go on with it first, or close it by itself.</source>
            <translation>It waits for the petitioner; go on with it first, or close it by itself.</translation>
        </message>
        <message>
            <source>Marks belong to a person: sign in with an account of your own.</source>
            <translation>Marks belong to a person: sign in with an account of your own.</translation>
        </message>
        <message>
            <source>No reply was sent yet: a letter goes out with the reply that resolves the petition.</source>
            <translation>No reply was sent yet: a letter goes out with the reply that resolves the petition.</translation>
        </message>
        <message>
            <source>No retention is set: an administrator enters its years and basis first.</source>
            <translation>No retention is set: an administrator enters its years and basis first.</translation>
        </message>
        <message>
            <source>No revision came after the one that the public read.</source>
            <translation>No revision came after the one that the public read.</translation>
        </message>
        <message>
            <source>Nobody is their own deputy.</source>
            <translation>Nobody is their own deputy.</translation>
        </message>
        <message>
            <source>Nobody refers to themselves.</source>
            <translation>Nobody refers to themselves.</translation>
        </message>
        <message>
            <source>Nothing changes by that: it stands there already.</source>
            <translation>Nothing changes by that: it stands there already.</translation>
        </message>
        <message>
            <source>One's own password is not reset: change it, with the old one.</source>
            <translation>One's own password is not reset: change it, with the old one.</translation>
        </message>
        <message>
            <source>Only a clerk of the same unit can take it over.</source>
            <translation>Only a clerk of the same unit can take it over.</translation>
        </message>
        <message>
            <source>Only the manager of the unit gives a clerk's petition back to the unit.</source>
            <translation>Only the manager of the unit gives a clerk's petition back to the unit.</translation>
        </message>
        <message>
            <source>Sample data goes into an empty database only; this one holds petitions.</source>
            <translation>Sample data goes into an empty database only; this one holds petitions.</translation>
        </message>
        <message>
            <source>The absent person has no such role there, so there is nothing to delegate.</source>
            <translation>The absent person has no such role there, so there is nothing to delegate.</translation>
        </message>
        <message>
            <source>The account is disabled, not locked: let it sign in again.</source>
            <translation>The account is disabled, not locked: let it sign in again.</translation>
        </message>
        <message>
            <source>The annotation was made on a later revision than the one shown.</source>
            <translation>The annotation was made on a later revision than the one shown.</translation>
        </message>
        <message>
            <source>The comment is out of sight; show it again first.</source>
            <translation>The comment is out of sight; show it again first.</translation>
        </message>
        <message>
            <source>The comment was decided in the meantime; it stays.</source>
            <translation>The comment was decided in the meantime; it stays.</translation>
        </message>
        <message>
            <source>The document has no text yet; import its first revision.</source>
            <translation>The document has no text yet; import its first revision.</translation>
        </message>
        <message>
            <source>The draft is not open to comments any more.</source>
            <translation>The draft is not open to comments any more.</translation>
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
            <source>The merge cannot be taken back any more: the label was changed after it.</source>
            <translation>The merge cannot be taken back any more: the label was changed after it.</translation>
        </message>
        <message>
            <source>The office does not offer this outcome any more; choose another one.</source>
            <translation>The office does not offer this outcome any more; choose another one.</translation>
        </message>
        <message>
            <source>The page of this letter is not what went out; restore it from a back-up.</source>
            <translation>The page of this letter is not what went out; restore it from a back-up.</translation>
        </message>
        <message>
            <source>The personal data of this petition was masked, and its letters were erased with it.</source>
            <translation>The personal data of this petition was masked, and its letters were erased with it.</translation>
        </message>
        <message>
            <source>The personal data of this petition was masked; no letter goes out any more.</source>
            <translation>The personal data of this petition was masked; no letter goes out any more.</translation>
        </message>
        <message>
            <source>The revision in between has to stand between the published and the final one.</source>
            <translation>The revision in between has to stand between the published and the final one.</translation>
        </message>
        <message>
            <source>The rule of retention was changed meanwhile; what was masked stays so. Count again.</source>
            <translation>The rule of retention was changed meanwhile; what was masked stays so. Count again.</translation>
        </message>
        <message>
            <source>The template of this letter names what it does not know, or lacks what it needs; an administrator puts it right under administration, letters.</source>
            <translation>The template of this letter names what it does not know, or lacks what it needs; an administrator puts it right under administration, letters.</translation>
        </message>
        <message>
            <source>The text is the same as the last revision; nothing was added.</source>
            <translation>The text is the same as the last revision; nothing was added.</translation>
        </message>
        <message>
            <source>The unit still holds {count} open petitions, or owes them an answer. Refer them to other units first.</source>
            <translation>The unit still holds {count} open petitions, or owes them an answer. Refer them to other units first.</translation>
        </message>
        <message>
            <source>The words of this petition were masked; they are no comment any more.</source>
            <translation>The words of this petition were masked; they are no comment any more.</translation>
        </message>
        <message>
            <source>There is a newer edition of this report; correct that one.</source>
            <translation>There is a newer edition of this report; correct that one.</translation>
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
            <source>This clerk has it already.</source>
            <translation>This clerk has it already.</translation>
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
            <source>This label is retired; choose another one.</source>
            <translation>This label is retired; choose another one.</translation>
        </message>
        <message>
            <source>This letter went out already; it is printed as it went out.</source>
            <translation>This letter went out already; it is printed as it went out.</translation>
        </message>
        <message>
            <source>This paper goes out without a number.</source>
            <translation>This paper goes out without a number.</translation>
        </message>
        <message>
            <source>This period is not over yet; its report can be issued from the day after its last day.</source>
            <translation>This period is not over yet; its report can be issued from the day after its last day.</translation>
        </message>
        <message>
            <source>This person is the deputy on some of these days already.</source>
            <translation>This person is the deputy on some of these days already.</translation>
        </message>
        <message>
            <source>This petition is no duplicate of another one.</source>
            <translation>This petition is no duplicate of another one.</translation>
        </message>
        <message>
            <source>This referral has come back already, or was recalled.</source>
            <translation>This referral has come back already, or was recalled.</translation>
        </message>
        <message>
            <source>This report was issued already. A correction is a new edition and says why.</source>
            <translation>This report was issued already. A correction is a new edition and says why.</translation>
        </message>
        <message>
            <source>What is kept of this report is not what was issued: its hash differs. Tell the administrator; do not use it.</source>
            <translation>What is kept of this report is not what was issued: its hash differs. Tell the administrator; do not use it.</translation>
        </message>
        <message>
            <source>You hold too many codes of forms that are open. Put some of the forms away.</source>
            <translation>You hold too many codes of forms that are open. Put some of the forms away.</translation>
        </message>
        <message>
            <source>Your role does not allow this here.</source>
            <translation>Your role does not allow this here.</translation>
        </message>
    </context>
    <context>
        <name>SavedReplies</name>
        <message>
            <source>Enter puts it where you are writing; nothing is sent.</source>
            <translation>Enter puts it where you are writing; nothing is sent.</translation>
        </message>
        <message>
            <source>Enter removes it; it can be undone.</source>
            <translation>Enter removes it; it can be undone.</translation>
        </message>
        <message>
            <source>Keep what is written as a reply of one's own: {typed}</source>
            <translation>Keep what is written as a reply of one's own: {typed}</translation>
        </message>
        <message>
            <source>Kept as a reply of your own: {title}</source>
            <translation>Kept as a reply of your own: {title}</translation>
        </message>
        <message>
            <source>Name or words of a saved reply</source>
            <translation>Name or words of a saved reply</translation>
        </message>
        <message>
            <source>No saved reply has these words.</source>
            <translation>No saved reply has these words.</translation>
        </message>
        <message>
            <source>Not known of this petition, write it yourself: {names}</source>
            <translation>Not known of this petition, write it yourself: {names}</translation>
        </message>
        <message>
            <source>Remove a saved reply of one's own</source>
            <extracomment>What was done, and how to undo it.</extracomment>
            <translation>Remove a saved reply of one's own</translation>
        </message>
        <message>
            <source>Removed from your saved replies: {title}</source>
            <translation>Removed from your saved replies: {title}</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <translation>Saved replies</translation>
        </message>
        <message>
            <source>You have no saved replies of your own.</source>
            <translation>You have no saved replies of your own.</translation>
        </message>
        <message>
            <source>{title} (your own)</source>
            <translation>{title} (your own)</translation>
        </message>
    </context>
    <context>
        <name>SavedViews</name>
        <message>
            <source>Another name …</source>
            <translation>Another name …</translation>
        </message>
        <message>
            <source>Go to a saved view</source>
            <translation>Go to a saved view</translation>
        </message>
        <message>
            <source>Keep it as “{typed}”</source>
            <translation>Keep it as “{typed}”</translation>
        </message>
        <message>
            <source>Keep what was changed in it</source>
            <translation>Keep what was changed in it</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>Name of the view</translation>
        </message>
        <message>
            <source>No view is called so.</source>
            <translation>No view is called so.</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>Remove it</translation>
        </message>
        <message>
            <source>Save this view</source>
            <extracomment>The columns of one's own, whatever a saved view shows at the moment. Whether columns are being written, and whether others were chosen meanwhile.</extracomment>
            <translation>Save this view</translation>
        </message>
        <message>
            <source>Save this view …</source>
            <translation>Save this view …</translation>
        </message>
        <message>
            <source>Saved</source>
            <extracomment>How wide the buttons are that were added later.</extracomment>
            <translation>Saved</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>Saved views</translation>
        </message>
        <message>
            <source>Share it with a unit …</source>
            <translation>Share it with a unit …</translation>
        </message>
        <message>
            <source>Share with which unit?</source>
            <translation>Share with which unit?</translation>
        </message>
        <message>
            <source>The view “{name}” is for you alone now.</source>
            <translation>The view “{name}” is for you alone now.</translation>
        </message>
        <message>
            <source>The view “{name}” is kept.</source>
            <translation>The view “{name}” is kept.</translation>
        </message>
        <message>
            <source>The view “{name}” is shared with {unit}.</source>
            <translation>The view “{name}” is shared with {unit}.</translation>
        </message>
        <message>
            <source>The view “{name}” was changed.</source>
            <translation>The view “{name}” was changed.</translation>
        </message>
        <message>
            <source>The view “{name}” was removed.</source>
            <translation>The view “{name}” was removed.</translation>
        </message>
        <message>
            <source>Type a name; Enter keeps it.</source>
            <translation>Type a name; Enter keeps it.</translation>
        </message>
        <message>
            <source>with nobody: for me alone</source>
            <translation>with nobody: for me alone</translation>
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
        <name>Setup</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Cancelled; nothing was changed.</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Choose …</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>File of the certificate authority</source>
            <translation>File of the certificate authority</translation>
        </message>
        <message>
            <source>It proves that the server is the department's own; it holds no secret.</source>
            <translation>It proves that the server is the department's own; it holds no secret.</translation>
        </message>
        <message>
            <source>Login of the owner</source>
            <translation>Login of the owner</translation>
        </message>
        <message>
            <source>Name of the database</source>
            <translation>Name of the database</translation>
        </message>
        <message>
            <source>One file on this PC: {path}. For one person at one desk; whoever can open the file can read it. It is made on first use.</source>
            <translation>One file on this PC: {path}. For one person at one desk; whoever can open the file can read it. It is made on first use.</translation>
        </message>
        <message>
            <source>Opening the file of this PC …</source>
            <translation>Opening the file of this PC …</translation>
        </message>
        <message>
            <source>Password of the owner</source>
            <translation>Password of the owner</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Prepare (owner) …</source>
            <translation>Prepare (owner) …</translation>
        </message>
        <message>
            <source>Prepare the database</source>
            <translation>Prepare the database</translation>
        </message>
        <message>
            <source>Server of the department</source>
            <translation>Server of the department</translation>
        </message>
        <message>
            <source>Servers (several with commas)</source>
            <translation>Servers (several with commas)</translation>
        </message>
        <message>
            <source>Set up the database …</source>
            <translation>Set up the database …</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>The owner of the database makes the tables, once. The password is used now and kept nowhere.</source>
            <translation>The owner of the database makes the tables, once. The password is used now and kept nowhere.</translation>
        </message>
        <message>
            <source>This PC</source>
            <translation>This PC</translation>
        </message>
        <message>
            <source>This database cannot be used yet; the one of before stays in force.</source>
            <translation>This database cannot be used yet; the one of before stays in force.</translation>
        </message>
        <message>
            <source>Trying the way and making the tables …</source>
            <translation>Trying the way and making the tables …</translation>
        </message>
        <message>
            <source>Trying …</source>
            <translation>Trying …</translation>
        </message>
        <message>
            <source>Use this database</source>
            <translation>Use this database</translation>
        </message>
        <message>
            <source>Where petitions, drafts and accounts are kept.</source>
            <translation>Where petitions, drafts and accounts are kept.</translation>
        </message>
        <message>
            <source>Where the database is</source>
            <translation>Where the database is</translation>
        </message>
        <message>
            <source>a warning</source>
            <translation>a warning</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>failed</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>under way</translation>
        </message>
        <message>
            <source>{step}, {outcome}: {sentence}</source>
            <translation>{step}, {outcome}: {sentence}</translation>
        </message>
        <message>
            <source>{variable} of this PC's environment takes precedence at the next start.</source>
            <translation>{variable} of this PC's environment takes precedence at the next start.</translation>
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
            <source>New password</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
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
            <extracomment>Another database was chosen: the settings as they are now. What was opened before is of no more use. Who signed in with a one-time password, with which settings, and that password.</extracomment>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>The accounts came with the data, without passwords. Enter the user name of an administrator among them, who then gives everybody else a password.</source>
            <translation>The accounts came with the data, without passwords. Enter the user name of an administrator among them, who then gives everybody else a password.</translation>
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
            <source>The password that was remembered could not be removed from this computer's store; remove it there.</source>
            <translation>The password that was remembered could not be removed from this computer's store; remove it there.</translation>
        </message>
        <message>
            <source>The two passwords differ. Type them again.</source>
            <translation>The two passwords differ. Type them again.</translation>
        </message>
        <message>
            <source>This computer has no store for passwords; type yours.</source>
            <translation>This computer has no store for passwords; type yours.</translation>
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
            <source>This computer's store did not take the password (it may be full); you will be asked again.</source>
            <translation>This computer's store did not take the password (it may be full); you will be asked again.</translation>
        </message>
        <message>
            <source>This computer's store does not give your password; type it.</source>
            <translation>This computer's store does not give your password; type it.</translation>
        </message>
        <message>
            <source>This computer's store for passwords does not answer; perhaps a question of it stands behind a window. You will be asked for your password next time.</source>
            <translation>This computer's store for passwords does not answer; perhaps a question of it stands behind a window. You will be asked for your password next time.</translation>
        </message>
        <message>
            <source>This computer's store for passwords does not answer; type yours.</source>
            <translation>This computer's store for passwords does not answer; type yours.</translation>
        </message>
        <message>
            <source>This computer's store for passwords is locked; type yours.</source>
            <translation>This computer's store for passwords is locked; type yours.</translation>
        </message>
        <message>
            <source>This computer's store for passwords is locked; yours was not kept. Unlock it and sign in again.</source>
            <translation>This computer's store for passwords is locked; yours was not kept. Unlock it and sign in again.</translation>
        </message>
        <message>
            <source>This computer's store no longer has your password; type it.</source>
            <translation>This computer's store no longer has your password; type it.</translation>
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
            <source>Use this password and begin</source>
            <translation>Use this password and begin</translation>
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
        <message>
            <source>You signed in with a one-time password. Choose one that only you know.</source>
            <translation>You signed in with a one-time password. Choose one that only you know.</translation>
        </message>
        <message>
            <source>{what} (at least {count} characters)</source>
            <translation>{what} (at least {count} characters)</translation>
        </message>
    </context>
    <context>
        <name>Sources</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>A sample of its files</source>
            <translation>A sample of its files</translation>
        </message>
        <message>
            <source>Another sample</source>
            <translation>Another sample</translation>
        </message>
        <message>
            <source>As the PC of the scheduled task reaches it. Handled files move to “done” or “rejected” in it.</source>
            <translation>As the PC of the scheduled task reaches it. Handled files move to “done” or “rejected” in it.</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>Away</translation>
        </message>
        <message>
            <source>Back without change</source>
            <translation>Back without change</translation>
        </message>
        <message>
            <source>Brings</source>
            <translation>Brings</translation>
        </message>
        <message>
            <source>By their names</source>
            <translation>By their names</translation>
        </message>
        <message>
            <source>Channel of rows that name none</source>
            <translation>Channel of rows that name none</translation>
        </message>
        <message>
            <source>Choose columns by a sample…</source>
            <translation>Choose columns by a sample…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Chosen for two fields: {columns}</source>
            <translation>Chosen for two fields: {columns}</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Draft of the comments</source>
            <translation>Draft of the comments</translation>
        </message>
        <message>
            <source>First rows of the sample</source>
            <translation>First rows of the sample</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Folder of the source</source>
            <translation>Folder of the source</translation>
        </message>
        <message>
            <source>Is looked into</source>
            <translation>Is looked into</translation>
        </message>
        <message>
            <source>It was not looked into yet.</source>
            <translation>It was not looked into yet.</translation>
        </message>
        <message>
            <source>Kept in the store of the operating system of this PC, and nowhere else. Empty: as it is.</source>
            <translation>Kept in the store of the operating system of this PC, and nowhere else. Empty: as it is.</translation>
        </message>
        <message>
            <source>Kind of petitions that name none</source>
            <translation>Kind of petitions that name none</translation>
        </message>
        <message>
            <source>Lies in</source>
            <translation>Lies in</translation>
        </message>
        <message>
            <source>Looked into last: {when}</source>
            <translation>Looked into last: {when}</translation>
        </message>
        <message>
            <source>Mail server (IMAP over TLS)</source>
            <translation>Mail server (IMAP over TLS)</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>Mailbox</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name or place</source>
            <translation>Name or place</translation>
        </message>
        <message>
            <source>New source</source>
            <translation>New source</translation>
        </message>
        <message>
            <source>No source is set yet</source>
            <translation>No source is set yet</translation>
        </message>
        <message>
            <source>Not used, and kept with the row as it came: {columns}</source>
            <translation>Not used, and kept with the row as it came: {columns}</translation>
        </message>
        <message>
            <source>Not used, and kept with the row as it came: {columns} and {more} more</source>
            <translation>Not used, and kept with the row as it came: {columns} and {more} more</translation>
        </message>
        <message>
            <source>Nothing came by it yet</source>
            <extracomment>All of what became of the file that is chosen: a line of the list is cut. When it was last looked into, and why it could not be.</extracomment>
            <translation>Nothing came by it yet</translation>
        </message>
        <message>
            <source>Nothing could be made of these:</source>
            <translation>Nothing could be made of these:</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Report on “{name}”</source>
            <translation>Report on “{name}”</translation>
        </message>
        <message>
            <source>Source: {source}; {when}</source>
            <translation>Source: {source}; {when}</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Take these columns</source>
            <translation>Take these columns</translation>
        </message>
        <message>
            <source>The names of the columns tell which field they give.</source>
            <translation>The names of the columns tell which field they give.</translation>
        </message>
        <message>
            <source>The source was saved, but this PC's store did not keep the password; rounds on this PC cannot sign in.</source>
            <translation>The source was saved, but this PC's store did not keep the password; rounds on this PC cannot sign in.</translation>
        </message>
        <message>
            <source>The source “{name}” was saved.</source>
            <translation>The source “{name}” was saved.</translation>
        </message>
        <message>
            <source>These wait in quarantine, and are put right in the administration:</source>
            <translation>These wait in quarantine, and are put right in the administration:</translation>
        </message>
        <message>
            <source>They stand in “{name}”: mend them there and put it into the folder again.</source>
            <translation>They stand in “{name}”: mend them there and put it into the folder again.</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>To be looked at</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>What came by it</source>
            <translation>What came by it</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>a folder</translation>
        </message>
        <message>
            <source>a mailbox</source>
            <translation>a mailbox</translation>
        </message>
        <message>
            <source>and {count} more.</source>
            <translation>and {count} more.</translation>
        </message>
        <message>
            <source>each row names it</source>
            <translation>each row names it</translation>
        </message>
        <message>
            <source>not used</source>
            <extracomment>A column's name over the field that it gives.</extracomment>
            <translation>not used</translation>
        </message>
        <message>
            <source>{field}: “{column}”</source>
            <translation>{field}: “{column}”</translation>
        </message>
        <message>
            <source>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable, {aside} automatic mails set aside.</source>
            <translation>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable, {aside} automatic mails set aside.</translation>
        </message>
        <message>
            <source>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable.</source>
            <extracomment>So many rows are named one by one; the others are counted. Rows that somebody put aside for good before the file was done with.</extracomment>
            <translation>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable.</translation>
        </message>
        <message>
            <source>{told} {count} were put aside for good.</source>
            <translation>{told} {count} were put aside for good.</translation>
        </message>
        <message>
            <source>{words}; still being written: {names}</source>
            <translation>{words}; still being written: {names}</translation>
        </message>
        <message>
            <source>“Add” sets the first: a folder or a mailbox that is looked into by itself.</source>
            <translation>“Add” sets the first: a folder or a mailbox that is looked into by itself.</translation>
        </message>
        <message>
            <source>“Take in now” in “Handed in”, or the scheduled task, looks into it.</source>
            <translation>“Take in now” in “Handed in”, or the scheduled task, looks into it.</translation>
        </message>
        <message>
            <source>“{name}”: a file in {where} was taken in, and could not be put away: another program has it open, or the disk is full. It is put away in the next round.</source>
            <translation>“{name}”: a file in {where} was taken in, and could not be put away: another program has it open, or the disk is full. It is put away in the next round.</translation>
        </message>
        <message>
            <source>“{name}”: no password for {where} is kept on this PC. An administrator enters it in the administration, “Sources”.</source>
            <translation>“{name}”: no password for {where} is kept on this PC. An administrator enters it in the administration, “Sources”.</translation>
        </message>
        <message>
            <source>“{name}”: nothing may be written in the folder {where}. What is handled could not be put away, so nothing was read.</source>
            <translation>“{name}”: nothing may be written in the folder {where}. What is handled could not be put away, so nothing was read.</translation>
        </message>
        <message>
            <source>“{name}”: the folder {where} is not there, or cannot be reached.</source>
            <translation>“{name}”: the folder {where} is not there, or cannot be reached.</translation>
        </message>
        <message>
            <source>“{name}”: the folder {where} may not be read by this account.</source>
            <translation>“{name}”: the folder {where} may not be read by this account.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} broke off. It is tried again in the next round.</source>
            <translation>“{name}”: the mail server {where} broke off. It is tried again in the next round.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} does not answer. It is tried again in the next round.</source>
            <translation>“{name}”: the mail server {where} does not answer. It is tried again in the next round.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} does not prove who it is: its certificate is not valid. Nothing was sent to it, the password neither.</source>
            <translation>“{name}”: the mail server {where} does not prove who it is: its certificate is not valid. Nothing was sent to it, the password neither.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} refuses the user name or the password.</source>
            <translation>“{name}”: the mail server {where} refuses the user name or the password.</translation>
        </message>
        <message>
            <source>“{name}”: there is no such mailbox on {where}.</source>
            <translation>“{name}”: there is no such mailbox on {where}.</translation>
        </message>
    </context>
    <context>
        <name>Specimen</name>
        <message>
            <source>Mr Sample</source>
            <translation>Mr Sample</translation>
        </message>
        <message>
            <source>Ms Sample Samplenejad</source>
            <translation>Ms Sample Samplenejad</translation>
        </message>
        <message>
            <source>Please look into it and answer.</source>
            <translation>Please look into it and answer.</translation>
        </message>
        <message>
            <source>Sample association</source>
            <extracomment>Of no petition: its check digits are wrong.</extracomment>
            <translation>Sample association</translation>
        </message>
        <message>
            <source>Sample draft directive</source>
            <translation>Sample draft directive</translation>
        </message>
        <message>
            <source>Sample secretariat</source>
            <translation>Sample secretariat</translation>
        </message>
        <message>
            <source>Sample subject</source>
            <translation>Sample subject</translation>
        </message>
        <message>
            <source>Sample unit</source>
            <translation>Sample unit</translation>
        </message>
        <message>
            <source>Tehran, Sample Street</source>
            <translation>Tehran, Sample Street</translation>
        </message>
        <message>
            <source>These are the words of the sender, as they came.</source>
            <translation>These are the words of the sender, as they came.</translation>
        </message>
        <message>
            <source>This is the text of the reply, as the clerk wrote it.
It may have several paragraphs.</source>
            <translation>This is the text of the reply, as the clerk wrote it.
It may have several paragraphs.</translation>
        </message>
        <message>
            <source>sample field</source>
            <translation>sample field</translation>
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
        <name>Statute</name>
        <message>
            <source>A bill or a draft for the cabinet is submitted, never promulgated by this office.</source>
            <translation>A bill or a draft for the cabinet is submitted, never promulgated by this office.</translation>
        </message>
        <message>
            <source>A document is never deleted; withdraw it, with a reason.</source>
            <translation>A document is never deleted; withdraw it, with a reason.</translation>
        </message>
        <message>
            <source>A frozen summing-up stays as it is; make a newer one.</source>
            <translation>A frozen summing-up stays as it is; make a newer one.</translation>
        </message>
        <message>
            <source>A new opening starts a full new window.</source>
            <translation>A new opening starts a full new window.</translation>
        </message>
        <message>
            <source>A regulation of this office is promulgated, never submitted.</source>
            <translation>A regulation of this office is promulgated, never submitted.</translation>
        </message>
        <message>
            <source>A window does not begin on a day that is over.</source>
            <translation>A window does not begin on a day that is over.</translation>
        </message>
        <message>
            <source>A window does not end on a day on which the office is closed.</source>
            <translation>A window does not end on a day on which the office is closed.</translation>
        </message>
        <message>
            <source>Before that the document has to stand before the public: a revision, a place, a first and a last day.</source>
            <translation>Before that the document has to stand before the public: a revision, a place, a first and a last day.</translation>
        </message>
        <message>
            <source>Kind and number of a document stay as they were registered.</source>
            <translation>Kind and number of a document stay as they were registered.</translation>
        </message>
        <message>
            <source>No legal reviewer has asked to open this document to the public yet.</source>
            <translation>No legal reviewer has asked to open this document to the public yet.</translation>
        </message>
        <message>
            <source>Only a rejection, as it stands, is confirmed.</source>
            <translation>Only a rejection, as it stands, is confirmed.</translation>
        </message>
        <message>
            <source>Only two different campaign groups of one document can be joined.</source>
            <translation>Only two different campaign groups of one document can be joined.</translation>
        </message>
        <message>
            <source>Only what was accepted, wholly or in part, is carried by a provision.</source>
            <translation>Only what was accepted, wholly or in part, is carried by a provision.</translation>
        </message>
        <message>
            <source>That window is too short: two full weeks before promulgation, one month before submission; the day of opening does not count.</source>
            <translation>That window is too short: two full weeks before promulgation, one month before submission; the day of opening does not count.</translation>
        </message>
        <message>
            <source>The author of a document stays as registered.</source>
            <translation>The author of a document stays as registered.</translation>
        </message>
        <message>
            <source>The calendar of months is not changed.</source>
            <translation>The calendar of months is not changed.</translation>
        </message>
        <message>
            <source>The clock of this PC stands before a moment that the program has seen already. Set it right, then try again.</source>
            <translation>The clock of this PC stands before a moment that the program has seen already. Set it right, then try again.</translation>
        </message>
        <message>
            <source>The day of the letter lies before the end of the window; nothing goes out before that.</source>
            <translation>The day of the letter lies before the end of the window; nothing goes out before that.</translation>
        </message>
        <message>
            <source>The document is finished; comments on it are not taken in any more.</source>
            <translation>The document is finished; comments on it are not taken in any more.</translation>
        </message>
        <message>
            <source>The end of a window can be moved out, never in; give a later day.</source>
            <translation>The end of a window can be moved out, never in; give a later day.</translation>
        </message>
        <message>
            <source>The least length of a window is law; it can be raised, never lowered under {count} days.</source>
            <translation>The least length of a window is law; it can be raised, never lowered under {count} days.</translation>
        </message>
        <message>
            <source>The legal road follows from the kind of the document and is not chosen.</source>
            <translation>The legal road follows from the kind of the document and is not chosen.</translation>
        </message>
        <message>
            <source>The program's time only goes forward.</source>
            <translation>The program's time only goes forward.</translation>
        </message>
        <message>
            <source>The summing-up of the consultation is missing, or what it tells was changed since (a decision, a revision, an issue, a pin); freeze it.</source>
            <translation>The summing-up of the consultation is missing, or what it tells was changed since (a decision, a revision, an issue, a pin); freeze it.</translation>
        </message>
        <message>
            <source>The text that stands before the public stays as it is until the end; write a working draft meanwhile.</source>
            <translation>The text that stands before the public stays as it is until the end; write a working draft meanwhile.</translation>
        </message>
        <message>
            <source>The window is over and is not opened again; a new opening starts a full new window.</source>
            <translation>The window is over and is not opened again; a new opening starts a full new window.</translation>
        </message>
        <message>
            <source>The window is still open; time alone ends it, and nothing is decided before.</source>
            <translation>The window is still open; time alone ends it, and nothing is decided before.</translation>
        </message>
        <message>
            <source>There is no revision after the one that the public read; add it, or write why nothing is changed.</source>
            <translation>There is no revision after the one that the public read; add it, or write why nothing is changed.</translation>
        </message>
        <message>
            <source>This comment is decided already; its decision stays.</source>
            <translation>This comment is decided already; its decision stays.</translation>
        </message>
        <message>
            <source>This comment is hidden already.</source>
            <translation>This comment is hidden already.</translation>
        </message>
        <message>
            <source>This comment is not hidden.</source>
            <translation>This comment is not hidden.</translation>
        </message>
        <message>
            <source>This document does not stand before the public, and never did; open a window first.</source>
            <translation>This document does not stand before the public, and never did; open a window first.</translation>
        </message>
        <message>
            <source>This needs a reason.</source>
            <translation>This needs a reason.</translation>
        </message>
        <message>
            <source>This rejection is confirmed already.</source>
            <translation>This rejection is confirmed already.</translation>
        </message>
        <message>
            <source>This takes the number and the day of the letter, behind the end of the window.</source>
            <translation>This takes the number and the day of the letter, behind the end of the window.</translation>
        </message>
        <message>
            <source>What the public asked for is carried by a revision behind the one that they read.</source>
            <translation>What the public asked for is carried by a revision behind the one that they read.</translation>
        </message>
        <message>
            <source>What the public wrote is never altered or deleted.</source>
            <translation>What the public wrote is never altered or deleted.</translation>
        </message>
        <message>
            <source>Whether rejections are read a second time is settled before the window opens.</source>
            <translation>Whether rejections are read a second time is settled before the window opens.</translation>
        </message>
        <message>
            <source>Whoever asked for the opening does not approve it; another manager does.</source>
            <translation>Whoever asked for the opening does not approve it; another manager does.</translation>
        </message>
        <message>
            <source>Whoever rejected a comment does not confirm it; that is for a second reviewer.</source>
            <translation>Whoever rejected a comment does not confirm it; that is for a second reviewer.</translation>
        </message>
        <message>
            <source>Whoever wrote this text does not review it, and the office has no other legal reviewer; an administrator has to give that role to somebody who did not write it.</source>
            <translation>Whoever wrote this text does not review it, and the office has no other legal reviewer; an administrator has to give that role to somebody who did not write it.</translation>
        </message>
        <message>
            <source>Whoever wrote this text does not review it; a legal reviewer who wrote neither the document nor this revision does.</source>
            <translation>Whoever wrote this text does not review it; a legal reviewer who wrote neither the document nor this revision does.</translation>
        </message>
        <message>
            <source>{count} accepted comments do not name the revision and provision that carry them; name them first.</source>
            <translation>{count} accepted comments do not name the revision and provision that carry them; name them first.</translation>
        </message>
        <message>
            <source>{count} comments of the public are not decided yet; each needs a decision with its reason.</source>
            <translation>{count} comments of the public are not decided yet; each needs a decision with its reason.</translation>
        </message>
    </context>
    <context>
        <name>Summing-up</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Accepted, but without a change in the text</source>
            <translation>Accepted, but without a change in the text</translation>
        </message>
        <message>
            <source>Added by single senders</source>
            <translation>Added by single senders</translation>
        </message>
        <message>
            <source>Added by this sender</source>
            <translation>Added by this sender</translation>
        </message>
        <message>
            <source>Added by {names}: {words}</source>
            <translation>Added by {names}: {words}</translation>
        </message>
        <message>
            <source>After the end</source>
            <translation>After the end</translation>
        </message>
        <message>
            <source>Amended text</source>
            <translation>Amended text</translation>
        </message>
        <message>
            <source>Became</source>
            <translation>Became</translation>
        </message>
        <message>
            <source>Became:</source>
            <translation>Became:</translation>
        </message>
        <message>
            <source>Carried by</source>
            <translation>Carried by</translation>
        </message>
        <message>
            <source>Carried by {provision} of revision {n}</source>
            <translation>Carried by {provision} of revision {n}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Changed, but the public never saw it</source>
            <translation>Changed, but the public never saw it</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Date</source>
            <extracomment>A table of so many rows begins on a fresh page rather than go on there with its last one.</extracomment>
            <translation>Date</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Decision and reason</source>
            <translation>Decision and reason</translation>
        </message>
        <message>
            <source>Digest of the frozen summing-up:</source>
            <translation>Digest of the frozen summing-up:</translation>
        </message>
        <message>
            <source>Digest of this summing-up:</source>
            <translation>Digest of this summing-up:</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>How the comments came</source>
            <translation>How the comments came</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>Internal: contains personal data</source>
            <extracomment>So many names stand with what they added; the others are in the list of the group's senders.</extracomment>
            <translation>Internal: contains personal data</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>Issue: {names}</source>
            <translation>Issue: {names}</translation>
        </message>
        <message>
            <source>Issues of the comments (one may speak of several)</source>
            <translation>Issues of the comments (one may speak of several)</translation>
        </message>
        <message>
            <source>Its comment is not found among the comments of today.</source>
            <translation>Its comment is not found among the comments of today.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>No. {n}: {count} comments</source>
            <translation>No. {n}: {count} comments</translation>
        </message>
        <message>
            <source>Nobody has commented on this text.</source>
            <translation>Nobody has commented on this text.</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>Not decided yet</translation>
        </message>
        <message>
            <source>Not frozen yet: this is how it stands now, and may still change.</source>
            <translation>Not frozen yet: this is how it stands now, and may still change.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>Number of the letter</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>Open to the public</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>Persons</translation>
        </message>
        <message>
            <source>Provision</source>
            <extracomment>What XML cannot say: control characters and halves of surrogate pairs.</extracomment>
            <translation>Provision</translation>
        </message>
        <message>
            <source>Provision that the sender named</source>
            <translation>Provision that the sender named</translation>
        </message>
        <message>
            <source>Published on</source>
            <translation>Published on</translation>
        </message>
        <message>
            <source>Quoted words</source>
            <translation>Quoted words</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Response matrix</source>
            <translation>Response matrix</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Sender: {name}</source>
            <translation>Sender: {name}</translation>
        </message>
        <message>
            <source>Senders of comments with one text</source>
            <translation>Senders of comments with one text</translation>
        </message>
        <message>
            <source>Senders: in the list of no. {n}</source>
            <translation>Senders: in the list of no. {n}</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Share</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>Summing-up no. {number}, frozen on {day} by {who}.</source>
            <translation>Summing-up no. {number}, frozen on {day} by {who}.</translation>
        </message>
        <message>
            <source>Summing-up of the public consultation</source>
            <translation>Summing-up of the public consultation</translation>
        </message>
        <message>
            <source>Summing-up of the public consultation, the office's own form</source>
            <translation>Summing-up of the public consultation, the office's own form</translation>
        </message>
        <message>
            <source>The change itself</source>
            <translation>The change itself</translation>
        </message>
        <message>
            <source>The change shown at no. {n}</source>
            <translation>The change shown at no. {n}</translation>
        </message>
        <message>
            <source>The group has changed since: it has {n} comments now.</source>
            <translation>The group has changed since: it has {n} comments now.</translation>
        </message>
        <message>
            <source>The office's own form; not for publication. Names, numbers of letters and unmasked words are those of the comments as they stood on {day}, when {who} had it made: what was corrected or erased since the freezing stands here as it is now. The decisions, reasons and changes are the summing-up's own. Comments that are out of sight are not told here either.</source>
            <translation>The office's own form; not for publication. Names, numbers of letters and unmasked words are those of the comments as they stood on {day}, when {who} had it made: what was corrected or erased since the freezing stands here as it is now. The decisions, reasons and changes are the summing-up's own. Comments that are out of sight are not told here either.</translation>
        </message>
        <message>
            <source>The public read</source>
            <translation>The public read</translation>
        </message>
        <message>
            <source>The text as a whole</source>
            <translation>The text as a whole</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Was:</source>
            <translation>Was:</translation>
        </message>
        <message>
            <source>What the comments were about</source>
            <translation>What the comments were about</translation>
        </message>
        <message>
            <source>What was decided</source>
            <translation>What was decided</translation>
        </message>
        <message>
            <source>Where it is not certain which provision is meant</source>
            <translation>Where it is not certain which provision is meant</translation>
        </message>
        <message>
            <source>Who sent it</source>
            <translation>Who sent it</translation>
        </message>
        <message>
            <source>Who took part</source>
            <translation>Who took part</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Without a name</translation>
        </message>
        <message>
            <source>after the end</source>
            <translation>after the end</translation>
        </message>
        <message>
            <source>also on {names}</source>
            <translation>also on {names}</translation>
        </message>
        <message>
            <source>clause {name}</source>
            <translation>clause {name}</translation>
        </message>
        <message>
            <source>from {first} to the end of {last}</source>
            <translation>from {first} to the end of {last}</translation>
        </message>
        <message>
            <source>from {n} persons</source>
            <translation>from {n} persons</translation>
        </message>
        <message>
            <source>letter no. {number}</source>
            <translation>letter no. {number}</translation>
        </message>
        <message>
            <source>names: {provision}</source>
            <translation>names: {provision}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>revision {n}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>{accepted} were accepted, wholly or in part, and {rejected} rejected.</source>
            <translation>{accepted} were accepted, wholly or in part, and {rejected} rejected.</translation>
        </message>
        <message>
            <source>{label} (not in the text)</source>
            <translation>{label} (not in the text)</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} and {n} more</translation>
        </message>
        <message>
            <source>{n} added: {words}</source>
            <translation>{n} added: {words}</translation>
        </message>
        <message>
            <source>{n} after the end</source>
            <translation>{n} after the end</translation>
        </message>
        <message>
            <source>{n} answers are marked: what stood behind them then is another now.</source>
            <translation>{n} answers are marked: what stood behind them then is another now.</translation>
        </message>
        <message>
            <source>{n} are counted and not shown ({why}).</source>
            <translation>{n} are counted and not shown ({why}).</translation>
        </message>
        <message>
            <source>{n} are not decided yet.</source>
            <translation>{n} are not decided yet.</translation>
        </message>
        <message>
            <source>{n} comments of the public came in.</source>
            <translation>{n} comments of the public came in.</translation>
        </message>
        <message>
            <source>{n} comments of the public came in; {late} of them after the end.</source>
            <translation>{n} comments of the public came in; {late} of them after the end.</translation>
        </message>
        <message>
            <source>{n} comments with one text</source>
            <translation>{n} comments with one text</translation>
        </message>
        <message>
            <source>{n} without a name</source>
            <translation>{n} without a name</translation>
        </message>
    </context>
    <context>
        <name>Tables</name>
        <message>
            <source> and </source>
            <translation> and </translation>
        </message>
        <message>
            <source>The cells of “{name}” are spread too far. Copy the rows to a new sheet, save it and try again.</source>
            <translation>The cells of “{name}” are spread too far. Copy the rows to a new sheet, save it and try again.</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>“{name}”</translation>
        </message>
        <message>
            <source>“{name}” cannot be imported. Save it as CSV, XLSX, JSON Lines (.jsonl) or mail (.eml, .mbox).</source>
            <translation>“{name}” cannot be imported. Save it as CSV, XLSX, JSON Lines (.jsonl) or mail (.eml, .mbox).</translation>
        </message>
        <message>
            <source>“{name}” does not seem to be about “{ours}”: that has no {names}. Nothing was imported; check the draft.</source>
            <translation>“{name}” does not seem to be about “{ours}”: that has no {names}. Nothing was imported; check the draft.</translation>
        </message>
        <message>
            <source>“{name}” has no column for {fields}; name the columns in the first row, or choose them yourself.</source>
            <translation>“{name}” has no column for {fields}; name the columns in the first row, or choose them yourself.</translation>
        </message>
        <message>
            <source>“{name}” holds comments on “{theirs}”, not on “{ours}”; nothing was imported.</source>
            <translation>“{name}” holds comments on “{theirs}”, not on “{ours}”; nothing was imported.</translation>
        </message>
        <message>
            <source>“{name}” holds no rows; nothing was imported.</source>
            <translation>“{name}” holds no rows; nothing was imported.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} megabytes. Split it and import the parts one by one.</source>
            <translation>“{name}” is larger than {limit} megabytes. Split it and import the parts one by one.</translation>
        </message>
        <message>
            <source>“{name}” is named like a text table, but is binary data. Save it as CSV or XLSX.</source>
            <translation>“{name}” is named like a text table, but is binary data. Save it as CSV or XLSX.</translation>
        </message>
        <message>
            <source>“{name}” is named like mail, but holds none. Export it as .eml or .mbox.</source>
            <translation>“{name}” is named like mail, but holds none. Export it as .eml or .mbox.</translation>
        </message>
        <message>
            <source>“{name}” is not JSON Lines: every line has to be one object with the fields of a row.</source>
            <translation>“{name}” is not JSON Lines: every line has to be one object with the fields of a row.</translation>
        </message>
    </context>
    <context>
        <name>Templates</name>
        <message>
            <source>Books</source>
            <translation>Books</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>How it reads, for a made petition</source>
            <translation>How it reads, for a made petition</translation>
        </message>
        <message>
            <source>Is offered to clerks</source>
            <translation>Is offered to clerks</translation>
        </message>
        <message>
            <source>It was changed since you began; saving replaces what stands there now: {text}</source>
            <translation>It was changed since you began; saving replaces what stands there now: {text}</translation>
        </message>
        <message>
            <source>Mr Hassan Nouri</source>
            <translation>Mr Hassan Nouri</translation>
        </message>
        <message>
            <source>Ms Maryam Karimi</source>
            <extracomment>So many of the latest petitions and replies are looked at.</extracomment>
            <translation>Ms Maryam Karimi</translation>
        </message>
        <message>
            <source>New saved reply</source>
            <translation>New saved reply</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <extracomment>So much of the text that somebody else saved is shown beside one's own.</extracomment>
            <translation>Saved replies</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The saved reply “{title}” was saved.</source>
            <translation>The saved reply “{title}” was saved.</translation>
        </message>
        <message>
            <source>There are no saved replies yet</source>
            <translation>There are no saved replies yet</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Title or words</source>
            <translation>Title or words</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>“Add” makes the first: clerks put it into their answers.</source>
            <translation>“Add” makes the first: clerks put it into their answers.</translation>
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
        <name>Tracing</name>
        <message>
            <source>    put right: {value}</source>
            <translation>    put right: {value}</translation>
        </message>
        <message>
            <source>Arrived here</source>
            <translation>Arrived here</translation>
        </message>
        <message>
            <source>As it arrived</source>
            <extracomment>More files are scrolled. In letters.</extracomment>
            <translation>As it arrived</translation>
        </message>
        <message>
            <source>By {channel}</source>
            <translation>By {channel}</translation>
        </message>
        <message>
            <source>Channel, number or day</source>
            <translation>Channel, number or day</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Files that came along</source>
            <translation>Files that came along</translation>
        </message>
        <message>
            <source>Further text by {channel}</source>
            <translation>Further text by {channel}</translation>
        </message>
        <message>
            <source>How it arrived</source>
            <translation>How it arrived</translation>
        </message>
        <message>
            <source>How it arrived…</source>
            <extracomment>A comment is asked for its files once it was shown for so many milliseconds.</extracomment>
            <translation>How it arrived…</translation>
        </message>
        <message>
            <source>It was registered by hand, or came before what is handed in was kept: there is no raw thing.</source>
            <translation>It was registered by hand, or came before what is handed in was kept: there is no raw thing.</translation>
        </message>
        <message>
            <source>It was there already.</source>
            <translation>It was there already.</translation>
        </message>
        <message>
            <source>Its words are gone: the retention of personal data is over.</source>
            <translation>Its words are gone: the retention of personal data is over.</translation>
        </message>
        <message>
            <source>Nothing was handed in</source>
            <translation>Nothing was handed in</translation>
        </message>
        <message>
            <source>Nothing was taken in yet</source>
            <translation>Nothing was taken in yet</translation>
        </message>
        <message>
            <source>Open what it became</source>
            <translation>Open what it became</translation>
        </message>
        <message>
            <source>Put right by hand</source>
            <translation>Put right by hand</translation>
        </message>
        <message>
            <source>Sent, by the sender's clock</source>
            <translation>Sent, by the sender's clock</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>Taken in</translation>
        </message>
        <message>
            <source>Taken in at</source>
            <translation>Taken in at</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>The next one</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>The one before</translation>
        </message>
        <message>
            <source>Those before these</source>
            <translation>Those before these</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>What became of it</translation>
        </message>
        <message>
            <source>What systems and watched folders hand in stands here once it was taken in.</source>
            <translation>What systems and watched folders hand in stands here once it was taken in.</translation>
        </message>
        <message>
            <source>What was taken in</source>
            <translation>What was taken in</translation>
        </message>
        <message>
            <source>Where it stood</source>
            <translation>Where it stood</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>comment</translation>
        </message>
        <message>
            <source>further text of a petition</source>
            <translation>further text of a petition</translation>
        </message>
        <message>
            <source>petition</source>
            <translation>petition</translation>
        </message>
        <message>
            <source>{at} of {count}</source>
            <translation>{at} of {count}</translation>
        </message>
        <message>
            <source>{count} fields; what was put right stands under what came.</source>
            <translation>{count} fields; what was put right stands under what came.</translation>
        </message>
        <message>
            <source>{source}, file {file}, row {row}</source>
            <translation>{source}, file {file}, row {row}</translation>
        </message>
        <message>
            <source>{what}, number {number}</source>
            <translation>{what}, number {number}</translation>
        </message>
        <message>
            <source>{what}, there already</source>
            <translation>{what}, there already</translation>
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
        <name>Trail</name>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Number of the event</source>
            <translation>Number of the event</translation>
        </message>
        <message>
            <source>Number of the item</source>
            <translation>Number of the item</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Time (Tehran)</source>
            <translation>Time (Tehran)</translation>
        </message>
    </context>
    <context>
        <name>Turning</name>
        <message>
            <source>A comment on which draft?</source>
            <translation>A comment on which draft?</translation>
        </message>
        <message>
            <source>A few letters of a kind</source>
            <translation>A few letters of a kind</translation>
        </message>
        <message>
            <source>A few letters of its title, or its number</source>
            <translation>A few letters of its title, or its number</translation>
        </message>
        <message>
            <source>It is dealt with as a petition.</source>
            <translation>It is dealt with as a petition.</translation>
        </message>
        <message>
            <source>It is registered as a petition already.</source>
            <translation>It is registered as a petition already.</translation>
        </message>
        <message>
            <source>It is registered as a petition too; its tracking code is {code}.</source>
            <translation>It is registered as a petition too; its tracking code is {code}.</translation>
        </message>
        <message>
            <source>No draft of that name is open to comments now.</source>
            <translation>No draft of that name is open to comments now.</translation>
        </message>
        <message>
            <source>Register it as a petition of which kind?</source>
            <translation>Register it as a petition of which kind?</translation>
        </message>
        <message>
            <source>Register it as a petition too…</source>
            <translation>Register it as a petition too…</translation>
        </message>
        <message>
            <source>Take it as a comment on a draft, or take it back…</source>
            <translation>Take it as a comment on a draft, or take it back…</translation>
        </message>
        <message>
            <source>The comment stays among the comments; its reviewer decides it.</source>
            <translation>The comment stays among the comments; its reviewer decides it.</translation>
        </message>
        <message>
            <source>The petition is closed with the outcome “taken as a comment”; this can be taken back.</source>
            <translation>The petition is closed with the outcome “taken as a comment”; this can be taken back.</translation>
        </message>
        <message>
            <source>There is no such kind.</source>
            <translation>There is no such kind.</translation>
        </message>
        <message>
            <source>{code} is a comment on “{title}” now.</source>
            <translation>{code} is a comment on “{title}” now.</translation>
        </message>
        <message>
            <source>{code} is a petition again; its comment was put aside.</source>
            <translation>{code} is a petition again; its comment was put aside.</translation>
        </message>
        <message>
            <source>{number}, until {day}</source>
            <translation>{number}, until {day}</translation>
        </message>
    </context>
    <context>
        <name>Unfinished</name>
        <message>
            <source>Annotation on “{name}”</source>
            <translation>Annotation on “{name}”</translation>
        </message>
        <message>
            <source>Comment written down on “{name}”</source>
            <translation>Comment written down on “{name}”</translation>
        </message>
        <message>
            <source>Decision on a campaign group on “{name}”</source>
            <translation>Decision on a campaign group on “{name}”</translation>
        </message>
        <message>
            <source>Decision on a comment on “{name}”</source>
            <translation>Decision on a comment on “{name}”</translation>
        </message>
        <message>
            <source>Expert “{name}”</source>
            <translation>Expert “{name}”</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Go on writing</translation>
        </message>
        <message>
            <source>Keep and leave</source>
            <translation>Keep and leave</translation>
        </message>
        <message>
            <source>Leave anyway</source>
            <translation>Leave anyway</translation>
        </message>
        <message>
            <source>Next step of “{name}”</source>
            <translation>Next step of “{name}”</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>Note on {name}</source>
            <translation>Note on {name}</translation>
        </message>
        <message>
            <source>Order on {name}</source>
            <translation>Order on {name}</translation>
        </message>
        <message>
            <source>Reason of a move of {name}</source>
            <translation>Reason of a move of {name}</translation>
        </message>
        <message>
            <source>Registration of a petition</source>
            <translation>Registration of a petition</translation>
        </message>
        <message>
            <source>Reply to an annotation on “{name}”</source>
            <translation>Reply to an annotation on “{name}”</translation>
        </message>
        <message>
            <source>Reply to {name}</source>
            <translation>Reply to {name}</translation>
        </message>
        <message>
            <source>Saved reply “{name}”</source>
            <translation>Saved reply “{name}”</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Show it</translation>
        </message>
        <message>
            <source>Something else that was typed is not kept: whoever leaves loses it.</source>
            <translation>Something else that was typed is not kept: whoever leaves loses it.</translation>
        </message>
        <message>
            <source>Something is not saved yet</source>
            <translation>Something is not saved yet</translation>
        </message>
        <message>
            <source>Template of a letter: {name}</source>
            <translation>Template of a letter: {name}</translation>
        </message>
        <message>
            <source>Template of a message: {name}</source>
            <translation>Template of a message: {name}</translation>
        </message>
        <message>
            <source>The database is away: send it when it is back.</source>
            <translation>The database is away: send it when it is back.</translation>
        </message>
        <message>
            <source>The database is away: send it when it is back. What you type is kept on this PC.</source>
            <translation>The database is away: send it when it is back. What you type is kept on this PC.</translation>
        </message>
        <message>
            <source>The unfinished text was thrown away.</source>
            <extracomment>The item of the form of a new petition, which has no number yet. What the administration is asked for, by the kind of a template.</extracomment>
            <translation>The unfinished text was thrown away.</translation>
        </message>
        <message>
            <source>This is kept on this PC and comes back when you sign in here the next time:</source>
            <translation>This is kept on this PC and comes back when you sign in here the next time:</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Throw away</translation>
        </message>
        <message>
            <source>Throw away and leave</source>
            <translation>Throw away and leave</translation>
        </message>
        <message>
            <source>Unfinished texts</source>
            <extracomment>So many texts are named. The person leaves: True keeps the texts, False throws them away.</extracomment>
            <translation>Unfinished texts</translation>
        </message>
        <message>
            <source>Unfinished texts are kept on this PC again.</source>
            <translation>Unfinished texts are kept on this PC again.</translation>
        </message>
        <message>
            <source>Unfinished texts cannot be kept on this PC: {folder} cannot be written. Save what you write before you leave.</source>
            <translation>Unfinished texts cannot be kept on this PC: {folder} cannot be written. Save what you write before you leave.</translation>
        </message>
        <message>
            <source>Word to colleagues on “{name}”</source>
            <translation>Word to colleagues on “{name}”</translation>
        </message>
        <message>
            <source>Your unfinished text of {time} was brought back.</source>
            <translation>Your unfinished text of {time} was brought back.</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>{n} unfinished texts of yours were brought back, the newest of {time}.</source>
            <translation>{n} unfinished texts of yours were brought back, the newest of {time}.</translation>
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
        <name>Usage</name>
        <message>
            <source>A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.</source>
            <translation>A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.</translation>
        </message>
        <message>
            <source>A password is typed at a terminal, and there is none.</source>
            <translation>A password is typed at a terminal, and there is none.</translation>
        </message>
        <message>
            <source>Give either --month or --period.</source>
            <translation>Give either --month or --period.</translation>
        </message>
        <message>
            <source>Give either a FILE or --folder.</source>
            <translation>Give either a FILE or --folder.</translation>
        </message>
        <message>
            <source>Only a reply goes out under a number.</source>
            <translation>Only a reply goes out under a number.</translation>
        </message>
        <message>
            <source>There is no source “{name}” that is a mailbox; these are: {names}.</source>
            <translation>There is no source “{name}” that is a mailbox; these are: {names}.</translation>
        </message>
        <message>
            <source>What is issued is counted anew: --afresh is not needed.</source>
            <translation>What is issued is counted anew: --afresh is not needed.</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf, .docx or .xlsx.</source>
            <translation>{file} has to end in .pdf, .docx or .xlsx.</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf, .xlsx or .csv.</source>
            <translation>{file} has to end in .pdf, .xlsx or .csv.</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf.</source>
            <translation>{file} has to end in .pdf.</translation>
        </message>
        <message>
            <source>{form} needs a file: give one with {option}.</source>
            <extracomment>Forms that a terminal cannot show.</extracomment>
            <translation>{form} needs a file: give one with {option}.</translation>
        </message>
        <message>
            <source>{url} is no address of an SQLite or PostgreSQL database.</source>
            <translation>{url} is no address of an SQLite or PostgreSQL database.</translation>
        </message>
        <message>
            <source>{value} does not fit {what}.</source>
            <translation>{value} does not fit {what}.</translation>
        </message>
        <message>
            <source>{value} is no channel; the channels are {channels}.</source>
            <translation>{value} is no channel; the channels are {channels}.</translation>
        </message>
        <message>
            <source>{value} is no kind of subject; the kinds are {kinds}.</source>
            <translation>{value} is no kind of subject; the kinds are {kinds}.</translation>
        </message>
        <message>
            <source>{value} is no state; the states are {states}.</source>
            <translation>{value} is no state; the states are {states}.</translation>
        </message>
        <message>
            <source>{what} cannot be {value}, only {choices}.</source>
            <translation>{what} cannot be {value}, only {choices}.</translation>
        </message>
        <message>
            <source>{what} is missing.</source>
            <translation>{what} is missing.</translation>
        </message>
        <message>
            <source>{what} is not known.</source>
            <translation>{what} is not known.</translation>
        </message>
        <message>
            <source>{what} needs a value behind it.</source>
            <translation>{what} needs a value behind it.</translation>
        </message>
        <message>
            <source>{what} takes no value.</source>
            <translation>{what} takes no value.</translation>
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
        <name>Way</name>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>Text message</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>, </source>
            <extracomment>Instead of an edition: as it is counted now. The office's logo cannot be drawn: the page goes without it.</extracomment>
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
            <source>An administrator changed what you may do.</source>
            <translation>An administrator changed what you may do.</translation>
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
            <source>From now on you act for {people}.</source>
            <extracomment>A delegation begins and ends with a day, of which no database tells: how often the clock is asked, in milliseconds.</extracomment>
            <translation>From now on you act for {people}.</translation>
        </message>
        <message>
            <source>Inbox</source>
            <extracomment>Makes a screen in the place where it will stand.</extracomment>
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
            <extracomment>The namespace of what refers to another part of the package. What XML 1.0 has no place for, and what an office program takes for something else: a carriage return, and the marks (U+FFF9 to U+FFFC) by which LibreOffice knows its own fields and pictures.</extracomment>
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
            <source>No connection to the database “{where}” since {time}. What is on the screen stays, what you typed is kept, and you can go on typing; the program reconnects by itself. Send when it is back.</source>
            <translation>No connection to the database “{where}” since {time}. What is on the screen stays, what you typed is kept, and you can go on typing; the program reconnects by itself. Send when it is back.</translation>
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
            <source>You no longer act for {people}.</source>
            <translation>You no longer act for {people}.</translation>
        </message>
        <message>
            <source>database of this PC</source>
            <extracomment>What comes within this time after something was told waits and is told together, in milliseconds: in a busy office the screens are read again about once a second, and not for each note of two hundred colleagues.</extracomment>
            <translation>database of this PC</translation>
        </message>
    </context>
    <context>
        <name>Windows</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>A draft that opens today stands until</source>
            <translation>A draft that opens today stands until</translation>
        </message>
        <message>
            <source>A draft that opens today would stand until {day}: {rule}</source>
            <translation>A draft that opens today would stand until {day}: {rule}</translation>
        </message>
        <message>
            <source>By law</source>
            <translation>By law</translation>
        </message>
        <message>
            <source>Day of the legal source</source>
            <translation>Day of the legal source</translation>
        </message>
        <message>
            <source>Full days</source>
            <extracomment>How long a person pauses in typing before the rule is counted, in milliseconds.</extracomment>
            <translation>Full days</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>In force</translation>
        </message>
        <message>
            <source>It can be raised, never lowered, and holds for windows that open from then on. The history keeps who raised it, when and by which source.</source>
            <translation>It can be raised, never lowered, and holds for windows that open from then on. The history keeps who raised it, when and by which source.</translation>
        </message>
        <message>
            <source>Legal source</source>
            <translation>Legal source</translation>
        </message>
        <message>
            <source>Legal source: title and number</source>
            <translation>Legal source: title and number</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Raise it</source>
            <translation>Raise it</translation>
        </message>
        <message>
            <source>Raise the least length</source>
            <translation>Raise the least length</translation>
        </message>
        <message>
            <source>Track</source>
            <translation>Track</translation>
        </message>
        <message>
            <source>Windows that are open now</source>
            <translation>Windows that are open now</translation>
        </message>
        <message>
            <source>of {day}</source>
            <translation>of {day}</translation>
        </message>
        <message>
            <source>raised by {name} on {day}</source>
            <translation>raised by {name} on {day}</translation>
        </message>
        <message>
            <source>{day}: {rule}</source>
            <translation>{day}: {rule}</translation>
        </message>
        <message>
            <source>{n} days or one month, whichever is longer</source>
            <translation>{n} days or one month, whichever is longer</translation>
        </message>
        <message>
            <source>{n} full days</source>
            <translation>{n} full days</translation>
        </message>
        <message>
            <source>{n} windows; they stay as they are</source>
            <translation>{n} windows; they stay as they are</translation>
        </message>
        <message>
            <source>{track}: at least {n} full days from now on; windows that are open stay as they are.</source>
            <translation>{track}: at least {n} full days from now on; windows that are open stay as they are.</translation>
        </message>
    </context>
    <context>
        <name>Worklist</name>
        <message>
            <source>Back to the inbox</source>
            <translation>Back to the inbox</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Due this week</source>
            <translation>Due this week</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>From or with</source>
            <translation>From or with</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>My own</translation>
        </message>
        <message>
            <source>Of {open} open petitions none is late, due this week or waiting for an answer.</source>
            <translation>Of {open} open petitions none is late, due this week or waiting for an answer.</translation>
        </message>
        <message>
            <source>Of {open} open petitions: {parts}.</source>
            <translation>Of {open} open petitions: {parts}.</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF file</translation>
        </message>
        <message>
            <source>Petition</source>
            <translation>Petition</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Print the worklist of the day</source>
            <extracomment>From where a letter was asked for, where that is not the list.</extracomment>
            <translation>Print the worklist of the day</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>Referrals on the side</source>
            <translation>Referrals on the side</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>Reminders</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Save the worklist</source>
            <translation>Save the worklist</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>Tracking code</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Waiting for an answer</source>
            <translation>Waiting for an answer</translation>
        </message>
        <message>
            <source>Whose worklist</source>
            <extracomment>Of the size on paper.</extracomment>
            <translation>Whose worklist</translation>
        </message>
        <message>
            <source>Worklist of the day</source>
            <extracomment>A code is dictated and typed from the paper: it has room for all of its digits.</extracomment>
            <translation>Worklist of the day</translation>
        </message>
        <message>
            <source>Worklist {day}</source>
            <translation>Worklist {day}</translation>
        </message>
        <message>
            <source>and {count} more in the inbox</source>
            <translation>and {count} more in the inbox</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>{day}, {n} days late</source>
            <translation>{day}, {n} days late</translation>
        </message>
        <message>
            <source>{n} due later this week</source>
            <translation>{n} due later this week</translation>
        </message>
        <message>
            <source>{n} due today</source>
            <translation>{n} due today</translation>
        </message>
        <message>
            <source>{n} late</source>
            <translation>{n} late</translation>
        </message>
        <message>
            <source>{n} waiting for an answer</source>
            <translation>{n} waiting for an answer</translation>
        </message>
        <message>
            <source>{place} owes an answer</source>
            <translation>{place} owes an answer</translation>
        </message>
        <message>
            <source>{some} and {last}</source>
            <translation>{some} and {last}</translation>
        </message>
        <message>
            <source>{unit} asks</source>
            <translation>{unit} asks</translation>
        </message>
        <message>
            <source>{whose}, {day}</source>
            <translation>{whose}, {day}</translation>
        </message>
    </context>
</TS>
