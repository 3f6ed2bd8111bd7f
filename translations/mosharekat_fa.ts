<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_US">
    <context>
        <name>Administration</name>
        <message>
            <source>A leaver's work</source>
            <translation>واگذاری کار</translation>
        </message>
        <message>
            <source>A new password, a role for yourself, and administration together with the desk take effect when a second person confirms them.</source>
            <translation>گذرواژهٔ جدید، نقشی برای خودتان، و نقش راهبر سامانه همراه نقش‌های میز کار، پس از تأیید نفر دوم کار می‌کند.</translation>
        </message>
        <message>
            <source>A one-time password is made when the account is saved.</source>
            <translation>با ذخیرهٔ حساب، یک گذرواژهٔ یک‌بارمصرف ساخته می‌شود.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>افزودن</translation>
        </message>
        <message>
            <source>Address of the empty database</source>
            <translation>نشانی پایگاه دادهٔ خالی</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>مدیریت</translation>
        </message>
        <message>
            <source>After so long a time two people confirm the day, before steps of the law go on.</source>
            <translation>پس از این مدت دو نفر روز را تأیید می‌کنند تا گام‌های قانونی ادامه یابد.</translation>
        </message>
        <message>
            <source>Another role</source>
            <translation>نقش دیگر</translation>
        </message>
        <message>
            <source>Answers go out at once</source>
            <translation>پاسخ‌ها بی‌درنگ فرستاده می‌شوند</translation>
        </message>
        <message>
            <source>Answers wait for approval</source>
            <translation>پاسخ‌ها منتظر تأیید می‌مانند</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>پیوست‌ها</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>پشتیبان‌گیری</translation>
        </message>
        <message>
            <source>Back up now…</source>
            <translation>پشتیبان‌گیری…</translation>
        </message>
        <message>
            <source>Back-up</source>
            <translation>پشتیبان</translation>
        </message>
        <message>
            <source>Backing up into {name} …</source>
            <translation>پشتیبان‌گیری در {name} …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Cannot sign in.</source>
            <translation>نمی‌تواند وارد شود.</translation>
        </message>
        <message>
            <source>Choose a folder, and the line stands here.</source>
            <translation>پوشه را انتخاب کنید تا دستور اینجا بیاید.</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>انتخاب تصویر…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>انتخاب…</translation>
        </message>
        <message>
            <source>Clock of this PC</source>
            <translation>ساعت این رایانه</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>کپی</translation>
        </message>
        <message>
            <source>Copy the line</source>
            <translation>کپی دستور</translation>
        </message>
        <message>
            <source>Copy to a department server</source>
            <translation>کپی در سرور اداره</translation>
        </message>
        <message>
            <source>Copy to a department server…</source>
            <translation>کپی در سرور اداره…</translation>
        </message>
        <message>
            <source>Copying to the server …</source>
            <translation>کپی در سرور …</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>پایگاه داده</translation>
        </message>
        <message>
            <source>Days that are not counted where a deadline counts working days.</source>
            <translation>روزهایی که در مهلت‌های کاری شمرده نمی‌شوند.</translation>
        </message>
        <message>
            <source>Days until a back-up is called old</source>
            <translation>پس از چند روز پشتیبان قدیمی شمرده شود</translation>
        </message>
        <message>
            <source>Days without the program until the clock is asked about</source>
            <translation>پس از چند روز بدون برنامه دربارهٔ ساعت پرسیده شود</translation>
        </message>
        <message>
            <source>Deputies</source>
            <translation>جانشین‌ها</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>غیرفعال</translation>
        </message>
        <message>
            <source>Empty until you enter it: it is never printed before that.</source>
            <translation>تا وارد نشود خالی است و پیش از آن در هیچ نامه و گزارشی چاپ نمی‌شود.</translation>
        </message>
        <message>
            <source>Encrypt with a passphrase</source>
            <translation>رمزگذاری با عبارت عبور</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>موتور</translation>
        </message>
        <message>
            <source>Every day by itself</source>
            <translation>هر روز خودکار</translation>
        </message>
        <message>
            <source>Everybody works in one shared database; who did what stands in its history.</source>
            <translation>همه در یک پایگاه دادهٔ مشترک کار می‌کنند؛ اینکه چه کسی چه کرد در سابقهٔ آن می‌ماند.</translation>
        </message>
        <message>
            <source>Everything is copied, history included, and compared row by row. The database here stays as it is; nobody should work in it meanwhile.</source>
            <translation>همه چیز، با سابقه، کپی و ردیف‌به‌ردیف مقایسه می‌شود. پایگاه دادهٔ اینجا همان‌گونه می‌ماند؛ در این میان نباید کسی در آن کار کند.</translation>
        </message>
        <message>
            <source>First line: the ministry</source>
            <extracomment>Whether the server of the department was chosen.</extracomment>
            <translation>سطر نخست: وزارتخانه</translation>
        </message>
        <message>
            <source>Folder of the daily back-ups</source>
            <extracomment>Emits a message about what was done.</extracomment>
            <translation>پوشهٔ پشتیبان‌های روزانه</translation>
        </message>
        <message>
            <source>Forgotten password?</source>
            <translation>گذرواژه را فراموش کرده است؟</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>جمعه</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>نام و نام خانوادگی</translation>
        </message>
        <message>
            <source>Further down</source>
            <translation>پایین‌تر</translation>
        </message>
        <message>
            <source>Further up</source>
            <translation>بالاتر</translation>
        </message>
        <message>
            <source>Give this line to the system's scheduler</source>
            <translation>این دستور را به زمان‌بند سیستم بدهید</translation>
        </message>
        <message>
            <source>Hand their work over…</source>
            <translation>واگذاری کارهای او…</translation>
        </message>
        <message>
            <source>Has chosen a password; a second person has to confirm the account.</source>
            <translation>گذرواژهٔ خود را انتخاب کرده است؛ نفر دوم باید حساب را تأیید کند.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>سوابق</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>تعطیلی‌ها</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>ساعت</translation>
        </message>
        <message>
            <source>I have passed it on</source>
            <translation>به او دادم</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>در حال کار</translation>
        </message>
        <message>
            <source>It is encrypted.</source>
            <translation>رمزگذاری شده است.</translation>
        </message>
        <message>
            <source>It is signed. With the public key that the custodian gave you, it is checked that they signed it; without it, only that nothing was changed since.</source>
            <translation>امضا شده است. با کلید عمومی‌ای که امین دوم به شما داده است بررسی می‌شود که امضا از اوست؛ بدون آن تنها این‌که پس از امضا چیزی تغییر نکرده است.</translation>
        </message>
        <message>
            <source>It makes a checked back-up and takes away only older ones that it made itself. On PostgreSQL the password comes from the keyring of the user under whom it runs.</source>
            <translation>پشتیبانی بررسی‌شده می‌سازد و تنها قدیمی‌ترهایی را که خودش ساخته حذف می‌کند. در PostgreSQL گذرواژه از محل نگهداری گذرواژهٔ ویندوز خوانده می‌شود، در حساب کاربری که دستور با آن اجرا می‌شود.</translation>
        </message>
        <message>
            <source>Its answers wait for the manager's approval</source>
            <translation>پاسخ‌هایش منتظر تأیید مدیر می‌ماند</translation>
        </message>
        <message>
            <source>Its history does not hold in {count} places; each stays named.</source>
            <translation>سوابق آن در {count} جا سازگار نیست؛ همهٔ این جاها نام برده می‌شوند.</translation>
        </message>
        <message>
            <source>Keep the newest</source>
            <translation>نگه‌داشتن جدیدترین‌ها (تعداد)</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <source>Last good back-up</source>
            <translation>آخرین پشتیبان سالم</translation>
        </message>
        <message>
            <source>Last trial of a back-up</source>
            <translation>آخرین آزمون پشتیبان</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>سربرگ</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>قفل‌شده</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>نشان</translation>
        </message>
        <message>
            <source>Logo of the letterhead</source>
            <extracomment>Size of the preview in pixels, somewhat larger than in print.</extracomment>
            <translation>نشان سربرگ</translation>
        </message>
        <message>
            <source>May sign in</source>
            <translation>می‌تواند وارد شود</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>دوشنبه</translation>
        </message>
        <message>
            <source>Most megabytes of an attachment</source>
            <translation>بیشترین مگابایت یک پیوست</translation>
        </message>
        <message>
            <source>Name of the unit</source>
            <translation>نام واحد</translation>
        </message>
        <message>
            <source>Name, user name, role</source>
            <translation>نام، نام کاربری، نقش</translation>
        </message>
        <message>
            <source>New one-time password…</source>
            <translation>گذرواژهٔ یک‌بارمصرف جدید…</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>فرد جدید</translation>
        </message>
        <message>
            <source>New unit</source>
            <translation>واحد جدید</translation>
        </message>
        <message>
            <source>No logo is printed from now on.</source>
            <translation>از این پس نشانی چاپ نمی‌شود.</translation>
        </message>
        <message>
            <source>No logo: the mark of the program is printed in its place.</source>
            <translation>نشانی تعیین نشده است؛ نشان برنامه به جای آن چاپ می‌شود.</translation>
        </message>
        <message>
            <source>Nobody has an account yet</source>
            <translation>هنوز کسی حساب ندارد</translation>
        </message>
        <message>
            <source>Not in use</source>
            <translation>کنار گذاشته</translation>
        </message>
        <message>
            <source>Nothing fits “{query}”.</source>
            <extracomment>The `mark` of a row that is a heading; it cannot be selected. The text of the chip; if empty, an inactive row has a chip that says so.</extracomment>
            <translation>چیزی با «{query}» جور نیست.</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>شمارهٔ تصویب‌نامه</translation>
        </message>
        <message>
            <source>Numbering</source>
            <translation>شماره‌گذاری</translation>
        </message>
        <message>
            <source>Numbers that nobody may guess</source>
            <translation>شماره‌هایی که نباید حدس زد</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>بار دیگر</translation>
        </message>
        <message>
            <source>One-time password</source>
            <translation>گذرواژهٔ یک‌بارمصرف</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>باز کردن {name}</translation>
        </message>
        <message>
            <source>Outcomes</source>
            <translation>نتیجه‌ها</translation>
        </message>
        <message>
            <source>PNG or JPEG; it stands in the middle of the letterhead.</source>
            <translation>PNG یا JPEG؛ در میانهٔ سربرگ چاپ می‌شود.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>عبارت عبور</translation>
        </message>
        <message>
            <source>Passphrase of the back-up</source>
            <translation>عبارت عبور پشتیبان</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>گذرواژه</translation>
        </message>
        <message>
            <source>Pattern of letter numbers</source>
            <translation>الگوی شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Pattern of registry numbers</source>
            <translation>الگوی شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>People</source>
            <extracomment>Sections of managers without administrator role. Additional sections for managers of the whole office. Sections with a list; their tab shows the number of rows in use.</extracomment>
            <translation>کارکنان و واحدها</translation>
        </message>
        <message>
            <source>Phone line for the public</source>
            <translation>تلفن مردمی</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>تصویرها</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>جای آن</translation>
        </message>
        <message>
            <source>Print no logo</source>
            <translation>چاپ بدون نشان</translation>
        </message>
        <message>
            <source>Public key of the custodian</source>
            <translation>کلید عمومی امین دوم</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>بازیابی</translation>
        </message>
        <message>
            <source>Restore each one for a trial</source>
            <translation>آزمودن هر پشتیبان با بازیابی آزمایشی</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>بازیابی…</translation>
        </message>
        <message>
            <source>Restoring {name} …</source>
            <translation>بازیابی {name} …</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>نقش</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>نقش‌ها</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>قواعد</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>شمارهٔ پیامک</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>شنبه</translation>
        </message>
        <message>
            <source>Save</source>
            <extracomment>The key of the current row; None for a new one. The row from which the form was filled.</extracomment>
            <translation>ذخیره</translation>
        </message>
        <message>
            <source>Save the settings</source>
            <extracomment>By `date.weekday()`, in the order of the Persian week.</extracomment>
            <translation>ذخیرهٔ تنظیمات</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <translation>پاسخ‌های آماده</translation>
        </message>
        <message>
            <source>Second line: the office</source>
            <translation>سطر دوم: اداره</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>بخش‌ها</translation>
        </message>
        <message>
            <source>Set a one-time password</source>
            <translation>تعیین گذرواژهٔ یک‌بارمصرف</translation>
        </message>
        <message>
            <source>Settings of the office</source>
            <translation>تنظیمات اداره</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>نام کوتاه</translation>
        </message>
        <message>
            <source>Sign each one with the key of that user</source>
            <translation>امضای هر پشتیبان با کلید همان کاربر</translation>
        </message>
        <message>
            <source>Sign with the key of this PC</source>
            <translation>امضا با کلید این رایانه</translation>
        </message>
        <message>
            <source>Size of the file</source>
            <translation>اندازهٔ فایل</translation>
        </message>
        <message>
            <source>So many are petitions of their own; what comes beyond that is gathered in one more, and stays readable.</source>
            <translation>تا این تعداد، هر پیامک درخواستی جداگانه است؛ بیش از آن در یک درخواست دیگر گرد می‌آید و همه خواندنی می‌ماند.</translation>
        </message>
        <message>
            <source>Somebody changed the history of this database without the program. Nothing was carried over. It can be taken over as it stands: every place that does not hold stays named, and that you took it over is written into the history.</source>
            <translation>سوابق این پایگاه داده بیرون از برنامه دست‌کاری شده است و چیزی منتقل نشد. می‌توان آن را همان‌گونه که هست منتقل کرد: جاهای ناسازگار همچنان نام برده می‌شوند و این تصمیم شما در سوابق ثبت می‌شود.</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>کارکنان</translation>
        </message>
        <message>
            <source>Still has a one-time password: a new one is asked for at sign-in.</source>
            <translation>هنوز گذرواژهٔ یک‌بارمصرف دارد؛ هنگام ورود گذرواژهٔ جدید خواسته می‌شود.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>در حال توقف …</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>یکشنبه</translation>
        </message>
        <message>
            <source>System</source>
            <translation>سامانه</translation>
        </message>
        <message>
            <source>Take it over as it stands</source>
            <translation>انتقال به همین صورت</translation>
        </message>
        <message>
            <source>Take this role away</source>
            <translation>حذف این نقش</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>پیامک‌ها</translation>
        </message>
        <message>
            <source>Text messages of one number in an hour</source>
            <translation>پیامک‌های یک شماره در یک ساعت</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>متن‌ها</translation>
        </message>
        <message>
            <source>The 123rd letter of the year: {number}</source>
            <translation>صدوبیست‌وسومین نامهٔ سال: {number}</translation>
        </message>
        <message>
            <source>The 123rd petition of the year: {number}</source>
            <translation>صدوبیست‌وسومین درخواست سال: {number}</translation>
        </message>
        <message>
            <source>The account of {name} was saved.</source>
            <translation>حساب {name} ذخیره شد.</translation>
        </message>
        <message>
            <source>The account of {name} was saved; a role waits for a second person.</source>
            <translation>حساب {name} ذخیره شد؛ یک نقش در انتظار نفر دوم است.</translation>
        </message>
        <message>
            <source>The back-up</source>
            <translation>پشتیبان</translation>
        </message>
        <message>
            <source>The back-up is encrypted. Keep the passphrase apart from it: without it nobody restores the back-up. It needs {count} characters.</source>
            <translation>پشتیبان رمزگذاری می‌شود. عبارت عبور را جدا از آن نگه دارید: بدون آن هیچ‌کس پشتیبان را بازیابی نمی‌کند. دست‌کم {count} نویسه لازم است.</translation>
        </message>
        <message>
            <source>The back-up {name} was made and checked: {size} MB.</source>
            <translation>پشتیبان {name} ساخته و بررسی شد: {size} مگابایت.</translation>
        </message>
        <message>
            <source>The database of one PC is evidence and convenience, not a guard: whoever owns the file can read it. For many clerks use PostgreSQL.</source>
            <translation>پایگاه دادهٔ یک رایانه سند و آسانی کار است، نه قفل: هر که فایل را در دست دارد می‌تواند آن را بخواند. برای کارشناسان بسیار PostgreSQL به کار ببرید.</translation>
        </message>
        <message>
            <source>The file of the private key</source>
            <translation>فایل کلید خصوصی</translation>
        </message>
        <message>
            <source>The line is on the clipboard.</source>
            <translation>دستور کپی شد.</translation>
        </message>
        <message>
            <source>The logo cannot be read any more: choose it again.</source>
            <translation>نشان دیگر خوانده نمی‌شود؛ دوباره آن را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The logo stands above what is printed from now on.</source>
            <translation>از این پس نشان بالای چاپ‌ها می‌آید.</translation>
        </message>
        <message>
            <source>The new back-up</source>
            <translation>پشتیبان جدید</translation>
        </message>
        <message>
            <source>The new database</source>
            <translation>پایگاه دادهٔ جدید</translation>
        </message>
        <message>
            <source>The office has no second person who could confirm this: a new password and any role take effect at once, and the history says so.</source>
            <translation>در این اداره نفر دومی برای تأیید نیست: گذرواژهٔ جدید و هر نقشی بی‌درنگ کار می‌کند، و سابقه همین را می‌گوید.</translation>
        </message>
        <message>
            <source>The office has no units yet</source>
            <translation>اداره هنوز واحدی ندارد</translation>
        </message>
        <message>
            <source>The old password ends at once. Hand the new one to its owner yourself.</source>
            <translation>گذرواژهٔ پیشین همان دم از کار می‌افتد. گذرواژهٔ جدید را خودتان به صاحبش بدهید.</translation>
        </message>
        <message>
            <source>The one-time password of {name}. It is shown only now; the next sign-in asks for a new one.</source>
            <translation>گذرواژهٔ یک‌بارمصرف {name}. فقط همین بار نشان داده می‌شود؛ در ورود بعدی گذرواژهٔ جدید خواسته می‌شود.</translation>
        </message>
        <message>
            <source>The password is on the clipboard.</source>
            <translation>گذرواژه کپی شد.</translation>
        </message>
        <message>
            <source>The server has locked this account.</source>
            <translation>سرور این حساب را قفل کرده است.</translation>
        </message>
        <message>
            <source>The settings of the office were saved.</source>
            <translation>تنظیمات اداره ذخیره شد.</translation>
        </message>
        <message>
            <source>The settings were saved; the deadlines of {count} open petitions moved.</source>
            <translation>تنظیمات ذخیره شد؛ مهلت {count} درخواست باز جابه‌جا شد.</translation>
        </message>
        <message>
            <source>The unit “{name}” was saved.</source>
            <translation>واحد «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>همهٔ اداره</translation>
        </message>
        <message>
            <source>This is you: your own password is changed, not reset.</source>
            <translation>این خود شما هستید؛ گذرواژهٔ خودتان را عوض کنید، بازنشانی نمی‌شود.</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>پنجشنبه</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>آزمودن</translation>
        </message>
        <message>
            <source>Try a back-up…</source>
            <translation>آزمودن پشتیبان…</translation>
        </message>
        <message>
            <source>Trying {name} …</source>
            <translation>آزمودن {name} …</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>سه‌شنبه</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>واحدها</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>باز کردن قفل</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>نام کاربری</translation>
        </message>
        <message>
            <source>Version of the schema</source>
            <translation>نسخهٔ ساختار</translation>
        </message>
        <message>
            <source>Waits for a second person</source>
            <translation>در انتظار نفر دوم</translation>
        </message>
        <message>
            <source>Waits for a second person: {roles}</source>
            <translation>در انتظار نفر دوم: {roles}</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>چهارشنبه</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>تعطیلی هفته</translation>
        </message>
        <message>
            <source>What it guards</source>
            <translation>سطح حفاظت</translation>
        </message>
        <message>
            <source>Where a document goes out without a number of its own, it gets the next one.</source>
            <translation>سندی که بدون شمارهٔ جداگانه ابلاغ یا ارسال شود، شمارهٔ بعدی را می‌گیرد.</translation>
        </message>
        <message>
            <source>Where staff ask for help</source>
            <translation>راهنمایی کارکنان (داخلی یا نام)</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>مهلت نقد</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>کار</translation>
        </message>
        <message>
            <source>Your account does not see every row, so it cannot back this database up. Whoever owns it does: with the line below on one PC, or “mosharekat database backup”.</source>
            <translation>حساب شما همهٔ ردیف‌ها را نمی‌بیند و نمی‌تواند از این پایگاه داده پشتیبان بگیرد. پشتیبان را مالک پایگاه داده می‌گیرد: با خط زیر روی یک رایانه، یا با فرمان mosharekat database backup.</translation>
        </message>
        <message>
            <source>no role</source>
            <translation>بی‌نقش</translation>
        </message>
        <message>
            <source>safe with several windows open at once (write-ahead log)</source>
            <translation>با چند پنجره هم‌زمان ایمن است (دفتر پیش‌نویس روشن)</translation>
        </message>
        <message>
            <source>this SQLite has a known fault in its write-ahead log, so it is not used</source>
            <translation>دفتر پیش‌نویس (WAL) خاموش است، چون این نسخه در آن خطای شناخته‌شده‌ای دارد</translation>
        </message>
        <message>
            <source>{count} faults were in it before; “database check” names them.</source>
            <translation>{count} ایراد از پیش در آن بود؛ «database check» آن‌ها را نام می‌برد.</translation>
        </message>
        <message>
            <source>{name} can sign in again.</source>
            <translation>{name} دوباره می‌تواند وارد شود.</translation>
        </message>
        <message>
            <source>{name} is signed out and can no longer sign in.</source>
            <translation>{name} از سامانه خارج شد و دیگر نمی‌تواند وارد شود.</translation>
        </message>
        <message>
            <source>{name} is sound: {rows} rows were restored and checked.</source>
            <translation>{name} سالم است: {rows} ردیف بازیابی و بررسی شد.</translation>
        </message>
        <message>
            <source>{rows} rows were copied to {name} and compared. Every PC can now be set to that database.</source>
            <translation>{rows} ردیف در {name} کپی و مقایسه شد. اکنون همهٔ رایانه‌ها را می‌توان روی آن پایگاه داده گذاشت.</translation>
        </message>
        <message>
            <source>{rows} rows were restored into {name} and compared. This window stays with its own database.</source>
            <translation>{rows} ردیف در {name} بازیابی و مقایسه شد. این پنجره با پایگاه دادهٔ خودش می‌ماند.</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} مگابایت</translation>
        </message>
        <message>
            <source>{username} · {roles}</source>
            <translation>{username} · {roles}</translation>
        </message>
        <message>
            <source>{year} or {yy}, and {number}; {number:05} puts zeros in front of it.</source>
            <translation>{year} یا {yy}، و {number}؛ با {number:05} صفر جلوی شماره می‌آید.</translation>
        </message>
        <message>
            <source>“Add” makes one: a name, a role, a one-time password.</source>
            <translation>«افزودن» حساب می‌سازد: نام، نقش و گذرواژهٔ یک‌بارمصرف.</translation>
        </message>
        <message>
            <source>“Add” makes the first: petitions are referred to units.</source>
            <translation>«افزودن» نخستین واحد را می‌سازد؛ درخواست‌ها به واحدها ارجاع می‌شوند.</translation>
        </message>
    </context>
    <context>
        <name>Agenda</name>
        <message>
            <source>Before publication</source>
            <translation>پیش از انتشار</translation>
        </message>
        <message>
            <source>Before the public until the end of {day}</source>
            <translation>در معرض نقد تا پایان {day}</translation>
        </message>
        <message>
            <source>Closes within seven days</source>
            <translation>تا هفت روز دیگر بسته می‌شود</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>در معرض نقد</translation>
        </message>
        <message>
            <source>Waiting for the office</source>
            <translation>منتظر اداره</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: begin to amend</source>
            <translation>منتظر کارشناس حقوقی: آغاز اصلاح</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: declare it ready</source>
            <translation>منتظر کارشناس حقوقی: اعلام آمادگی</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: request to open</source>
            <translation>منتظر کارشناس حقوقی: درخواست انتشار</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: the reasons for changes</source>
            <translation>در انتظار کارشناس حقوقی: توضیح تغییرها</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: the summing-up</source>
            <translation>منتظر کارشناس حقوقی: نهایی کردن گزارش</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: where {n} comments are carried</source>
            <translation>منتظر کارشناس حقوقی: محل اعمال {n} نظر</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: {n} comments without a decision</source>
            <translation>منتظر کارشناس حقوقی: {n} نظر بی‌تصمیم</translation>
        </message>
        <message>
            <source>Waits for a legal reviewer: {n} open objections</source>
            <translation>منتظر کارشناس حقوقی: {n} ایراد باز</translation>
        </message>
        <message>
            <source>Waits for a manager: approval of the opening</source>
            <translation>منتظر مدیر: تأیید انتشار</translation>
        </message>
        <message>
            <source>Waits for a manager: promulgation</source>
            <translation>منتظر مدیر: ابلاغ</translation>
        </message>
        <message>
            <source>Waits for a manager: submission</source>
            <translation>منتظر مدیر: ارسال</translation>
        </message>
        <message>
            <source>Waits for a manager: the last day was declared closed</source>
            <translation>منتظر مدیر: روز پایانی مهلت تعطیل اعلام شد</translation>
        </message>
        <message>
            <source>Waits for the author: drafting</source>
            <translation>منتظر نویسنده: تدوین</translation>
        </message>
        <message>
            <source>Waits for the author: the amended text</source>
            <translation>منتظر نویسنده: نسخهٔ اصلاح‌شده</translation>
        </message>
    </context>
    <context>
        <name>Anchor</name>
        <message>
            <source>a reviewer</source>
            <translation>انتخاب کارشناس</translation>
        </message>
        <message>
            <source>nothing: the whole text</source>
            <translation>هیچ‌چیز: کل متن</translation>
        </message>
        <message>
            <source>the name that it gives</source>
            <translation>نامی که نوشته</translation>
        </message>
        <message>
            <source>the words that it quotes</source>
            <translation>عبارتی که نقل کرده</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>نامطمئن</translation>
        </message>
        <message>
            <source>what its text names</source>
            <translation>نام‌برده در متن نظر</translation>
        </message>
    </context>
    <context>
        <name>Archiving</name>
        <message>
            <source>Archive</source>
            <translation>بایگانی خودکار</translation>
        </message>
        <message>
            <source>Archive resolved petitions by themselves</source>
            <translation>درخواست‌های رسیدگی‌شده خودکار بایگانی شوند</translation>
        </message>
        <message>
            <source>Count what would be archived now</source>
            <translation>شمارش آنچه اکنون بایگانی می‌شود</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>در حال شمارش…</translation>
        </message>
        <message>
            <source>Days after the resolution</source>
            <translation>چند روز پس از رسیدگی</translation>
        </message>
        <message>
            <source>In force: {days} days after a petition was resolved.</source>
            <translation>برقرار است: {days} روز پس از رسیدگی به درخواست.</translation>
        </message>
        <message>
            <source>No petition would be archived now.</source>
            <translation>اکنون هیچ درخواستی بایگانی نمی‌شود.</translation>
        </message>
        <message>
            <source>Nothing is archived by itself any more.</source>
            <translation>دیگر چیزی خودکار بایگانی نمی‌شود.</translation>
        </message>
        <message>
            <source>Off: a manager archives by hand.</source>
            <translation>خاموش است: مدیر خودش بایگانی می‌کند.</translation>
        </message>
        <message>
            <source>Petitions are archived {days} days after their resolution.</source>
            <translation>درخواست‌ها {days} روز پس از رسیدگی بایگانی می‌شوند.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>ذخیره</translation>
        </message>
        <message>
            <source>Whoever has the program open does it, and so does the scheduled task; the history says that it was done by itself. A manager reopens what was archived. What is kept from masking is not archived either.</source>
            <translation>برنامهٔ باز هر همکار و اجرای زمان‌بندی‌شده این کار را می‌کند و در سابقه می‌آید که خودکار بوده است. بازگشایی بایگانی‌شده با مدیر است. آنچه از پوشاندن داده‌های شخصی کنار گذاشته شده، بایگانی هم نمی‌شود.</translation>
        </message>
        <message>
            <source>{count} more are kept by the label, or by something open.</source>
            <translation>{count} درخواست دیگر به سبب برچسب یا کاری باز نگه داشته می‌شود.</translation>
        </message>
        <message>
            <source>{count} petitions would be archived now.</source>
            <translation>اکنون {count} درخواست بایگانی می‌شود.</translation>
        </message>
    </context>
    <context>
        <name>Attachments</name>
        <message>
            <source>Add a file</source>
            <translation>افزودن فایل</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>افزودن فایل</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>پیوست‌ها</translation>
        </message>
        <message>
            <source>Do not open</source>
            <translation>باز نشود</translation>
        </message>
        <message>
            <source>It is hidden from the desk; managers can still read it, and the history says who removed it.</source>
            <translation>از دید کارکنان پنهان می‌شود؛ مدیران همچنان آن را می‌بینند و در سابقه می‌ماند که چه کسی آن را حذف کرد.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>بماند</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <source>Open it all the same</source>
            <translation>باز شود</translation>
        </message>
        <message>
            <source>Open it only if you know its sender and expected it. If in doubt, ask the administrator.</source>
            <translation>تنها اگر فرستنده را می‌شناسید و منتظرش بودید بازش کنید. اگر شک دارید از راهبر سامانه بپرسید.</translation>
        </message>
        <message>
            <source>Open the attachment</source>
            <translation>باز کردن پیوست</translation>
        </message>
        <message>
            <source>Or drop it here, or paste it (Ctrl+V)</source>
            <translation>یا آن را اینجا بکشید، یا بچسبانید (Ctrl+V)</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>پیش‌نمایش</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Remove the attachment</source>
            <translation>حذف پیوست</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>حذف …</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>ذخیره با نام …</translation>
        </message>
        <message>
            <source>Save the attachment</source>
            <translation>ذخیرهٔ پیوست</translation>
        </message>
        <message>
            <source>Saved as “{name}”.</source>
            <translation>با نام «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>This cannot be shown here. Save it, or open it with another program.</source>
            <extracomment>Largest number of code points of a text that is shown. What a preview shows: pages, a picture, a text, or why there is nothing to be seen.</extracomment>
            <translation>این را نمی‌شود اینجا نشان داد. ذخیره‌اش کنید یا با برنامهٔ دیگری باز کنید.</translation>
        </message>
        <message>
            <source>This file could do harm</source>
            <translation>این فایل می‌تواند آسیب بزند</translation>
        </message>
        <message>
            <source>What can be done with it</source>
            <translation>کارهای این پیوست</translation>
        </message>
        <message>
            <source>Without files</source>
            <translation>بدون پیوست</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>تصویر</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>حذف‌شده</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} کیلوبایت</translation>
        </message>
        <message>
            <source>{count} MB</source>
            <translation>{count} مگابایت</translation>
        </message>
        <message>
            <source>{count} bytes</source>
            <translation>{count} بایت</translation>
        </message>
        <message>
            <source>{count} files added.</source>
            <translation>{count} پیوست افزوده شد.</translation>
        </message>
        <message>
            <source>“{name}” holds macros: a program that runs when it is opened.</source>
            <translation>«{name}» ماکرو دارد: برنامه‌ای که با باز شدن آن اجرا می‌شود.</translation>
        </message>
        <message>
            <source>“{name}” is a program or a script, or a shortcut to one.</source>
            <translation>«{name}» برنامه یا اسکریپت است، یا میان‌بری به آن.</translation>
        </message>
        <message>
            <source>“{name}” is not what its name says it is.</source>
            <translation>«{name}» آن چیزی نیست که نامش می‌گوید.</translation>
        </message>
        <message>
            <source>“{name}” removed; managers can still read it.</source>
            <translation>«{name}» حذف شد؛ مدیران همچنان می‌توانند آن را ببینند.</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>A row of the table {table} of “{where}” was refused by the new database; it was left empty.</source>
            <translation>پایگاه دادهٔ جدید ردیفی از جدول {table} از «{where}» را نپذیرفت و خالی ماند.</translation>
        </message>
        <message>
            <source>It is encrypted: without the passphrase nobody restores it.</source>
            <translation>رمزگذاری شده است: بدون عبارت عبور هیچ‌کس آن را بازیابی نمی‌کند.</translation>
        </message>
        <message>
            <source>It is not signed: whether it was changed cannot be told.</source>
            <translation>امضا نشده است: نمی‌توان گفت که تغییر کرده است یا نه.</translation>
        </message>
        <message>
            <source>It is signed with the key {key}.</source>
            <translation>با کلید {key} امضا شده است.</translation>
        </message>
        <message>
            <source>Its signature of {day} fits the given public key {key}.</source>
            <translation>امضای آن در {day} با کلید عمومی داده‌شده {key} می‌خواند.</translation>
        </message>
        <message>
            <source>Its signature of {day} fits the key {key}; no public key was given to compare that key with.</source>
            <translation>امضای آن در {day} با کلید {key} می‌خواند؛ کلید عمومی‌ای برای مقایسه با آن داده نشد.</translation>
        </message>
        <message>
            <source>Last good back-up: {age}</source>
            <translation>آخرین پشتیبان سالم: {age}</translation>
        </message>
        <message>
            <source>Last trial of a back-up: {words}</source>
            <translation>آخرین آزمون پشتیبان: {words}</translation>
        </message>
        <message>
            <source>No back-up was tried for {days} days</source>
            <translation>{days} روز است که پشتیبانی آزموده نشده است</translation>
        </message>
        <message>
            <source>No back-up was tried yet</source>
            <translation>هنوز هیچ پشتیبانی آزموده نشده است</translation>
        </message>
        <message>
            <source>Once more: </source>
            <translation>بار دیگر: </translation>
        </message>
        <message>
            <source>Passphrase of the new back-up: </source>
            <translation>عبارت عبور پشتیبان جدید: </translation>
        </message>
        <message>
            <source>Passphrase of {name}: </source>
            <translation>عبارت عبور {name}: </translation>
        </message>
        <message>
            <source>The back-up is {path}: a copy of the database file, checked.</source>
            <translation>پشتیبان در {path} است: کپی فایل پایگاه داده، بررسی‌شده.</translation>
        </message>
        <message>
            <source>The back-up is {path}: all rows in an SQLite file (pg_dump is not here), compared.</source>
            <translation>پشتیبان در {path} است: همهٔ ردیف‌ها در یک فایل SQLite (pg_dump اینجا نیست)، مقایسه‌شده.</translation>
        </message>
        <message>
            <source>The back-up is {path}: by pg_dump, read again and counted.</source>
            <translation>پشتیبان در {path} است: با pg_dump، دوباره خوانده و شمرده شد.</translation>
        </message>
        <message>
            <source>The back-up “{name}” did not hold everything and was removed; try again.</source>
            <translation>پشتیبان «{name}» همه چیز را در بر نداشت و حذف شد؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>The back-up “{name}” is damaged; nothing was changed. Take an older one.</source>
            <translation>پشتیبان «{name}» آسیب دیده است؛ چیزی تغییر نکرد. پشتیبان قدیمی‌تری را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The back-up “{name}” is of a newer version than this program. Install the newer program.</source>
            <translation>پشتیبان «{name}» از نسخه‌ای جدیدتر از این برنامه است. نسخهٔ جدیدتر برنامه را نصب کنید.</translation>
        </message>
        <message>
            <source>The back-up “{name}” was made by a trial version before the first release and cannot be restored. Make a new database and import the data again.</source>
            <translation>پشتیبان «{name}» با نسخهٔ آزمایشیِ پیش از نخستین انتشار ساخته شده است و بازیابی نمی‌شود. پایگاه دادهٔ جدیدی بسازید و داده‌ها را دوباره وارد کنید.</translation>
        </message>
        <message>
            <source>The content of “{name}” was changed after it was signed; nothing was restored. Take another back-up.</source>
            <translation>محتوای «{name}» پس از امضا تغییر کرده است؛ چیزی بازیابی نشد. پشتیبان دیگری را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The database “{name}” is damaged, so no back-up was made; restore the last good one.</source>
            <translation>پایگاه دادهٔ «{name}» آسیب دیده است و پشتیبانی ساخته نشد؛ آخرین پشتیبان سالم را بازیابی کنید.</translation>
        </message>
        <message>
            <source>The history of “{where}” was altered: {table} does not fit its hash. Nothing was carried over; “audit verify” tells more. “--accept-broken-chain” takes it over as it stands.</source>
            <translation>سوابق «{where}» دست‌کاری شده است: {table} با کد صحت خود مطابقت ندارد. چیزی منتقل نشد؛ «audit verify» بیشتر می‌گوید. «--accept-broken-chain» آن را همان‌گونه که هست منتقل می‌کند.</translation>
        </message>
        <message>
            <source>The last back-up that was tried is not sound</source>
            <translation>آخرین پشتیبانی که آزموده شد سالم نیست</translation>
        </message>
        <message>
            <source>The passphrase does not fit “{name}”; nothing was changed. Try another one.</source>
            <translation>عبارت عبور با «{name}» نمی‌خواند؛ چیزی تغییر نکرد. دوباره با عبارت دیگری تلاش کنید.</translation>
        </message>
        <message>
            <source>The passphrase is too short; it needs {count} characters. Nothing was made.</source>
            <translation>عبارت عبور کوتاه است؛ دست‌کم {count} نویسه لازم است. چیزی ساخته نشد.</translation>
        </message>
        <message>
            <source>The table {table} of “{where}” is not as this program makes it; nothing was carried over.</source>
            <translation>جدول {table} در «{where}» آن‌گونه نیست که این برنامه می‌سازد؛ چیزی منتقل نشد.</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Nothing was made; try again.</source>
            <translation>دو عبارت عبور یکسان نیستند. چیزی ساخته نشد؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>There is no back-up of this database in the folder “{name}”.</source>
            <translation>در پوشهٔ «{name}» پشتیبانی از این پایگاه داده نیست.</translation>
        </message>
        <message>
            <source>There is no folder “{name}”; no back-up was made.</source>
            <translation>پوشهٔ «{name}» نیست؛ پشتیبانی ساخته نشد.</translation>
        </message>
        <message>
            <source>This takes a passphrase: put it in MOSHAREKAT_BACKUP_PASSPHRASE, or call the command in a terminal.</source>
            <translation>این کار عبارت عبور می‌خواهد: آن را در MOSHAREKAT_BACKUP_PASSPHRASE بگذارید یا دستور را در پایانه اجرا کنید.</translation>
        </message>
        <message>
            <source>What was written is not what was read from “{where}”: {table}. The new database was left empty.</source>
            <translation>داده‌های نوشته‌شده با داده‌های خوانده‌شده از «{where}» یکسان نیست: {table}. پایگاه دادهٔ جدید خالی ماند.</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>هنوز ساخته نشده</translation>
        </message>
        <message>
            <source>not sound, {age}</source>
            <translation>سالم نبود، {age}</translation>
        </message>
        <message>
            <source>sound, {age}</source>
            <translation>سالم بود، {age}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>دیروز</translation>
        </message>
        <message>
            <source>{count} older back-ups were removed.</source>
            <translation>{count} پشتیبان قدیمی‌تر حذف شد.</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation>{days} روز پیش</translation>
        </message>
        <message>
            <source>{name} is a back-up of another database; the verdict was not kept here.</source>
            <translation>{name} پشتیبان پایگاه دادهٔ دیگری است؛ نتیجهٔ آزمون اینجا نگه داشته نشد.</translation>
        </message>
        <message>
            <source>{name} is sound: {rows} rows were restored for a trial and checked.</source>
            <translation>{name} سالم است: {rows} ردیف به‌طور آزمایشی بازیابی و بررسی شد.</translation>
        </message>
        <message>
            <source>{rows} rows of {file} were restored into {place} and compared one by one.</source>
            <translation>{rows} ردیف از {file} در {place} بازیابی و یک‌به‌یک مقایسه شد.</translation>
        </message>
        <message>
            <source>{rows} rows were carried over into {place} and compared one by one.</source>
            <translation>{rows} ردیف به {place} منتقل و یک‌به‌یک مقایسه شد.</translation>
        </message>
        <message>
            <source>“{name}” can be restored, but its data or history do not hold in {detail} places.</source>
            <translation>«{name}» بازیابی می‌شود، ولی داده یا سابقهٔ آن در {detail} جا درست نیست.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read; nothing was changed.</source>
            <translation>«{name}» خوانده نمی‌شود؛ چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <source>“{name}” does not hold what its signature says: other rows, or another history.</source>
            <translation>«{name}» آنچه امضایش می‌گوید در بر ندارد: ردیف‌ها یا سابقهٔ دیگری دارد.</translation>
        </message>
        <message>
            <source>“{name}” is no back-up of this program; nothing was changed.</source>
            <translation>«{name}» پشتیبان این برنامه نیست؛ چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <source>“{name}” is not signed, so it cannot be checked with the public key. Take a signed one.</source>
            <translation>«{name}» امضا نشده است و با کلید عمومی بررسی نمی‌شود. پشتیبانی امضاشده را انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” is there already and was not overwritten; give another name.</source>
            <translation>«{name}» از پیش هست و رونویسی نشد؛ نام دیگری بدهید.</translation>
        </message>
        <message>
            <source>“{name}” was made by a newer pg_dump than this PC's pg_restore can read; install that version.</source>
            <translation>«{name}» با pg_dump جدیدتری ساخته شده است که pg_restore این رایانه آن را نمی‌خواند؛ همان نسخه را نصب کنید.</translation>
        </message>
        <message>
            <source>“{name}” was made by pg_dump; to restore it, pg_restore has to be installed on this PC.</source>
            <translation>«{name}» با pg_dump ساخته شده است؛ برای بازیابی آن باید pg_restore روی این رایانه نصب باشد.</translation>
        </message>
        <message>
            <source>“{name}” was not made: {detail}</source>
            <translation>«{name}» ساخته نشد: {detail}</translation>
        </message>
        <message>
            <source>“{where}” is damaged {table}; nothing was carried over. Take an older back-up.</source>
            <translation>«{where}» آسیب دیده است ({table})؛ چیزی منتقل نشد. پشتیبان قدیمی‌تری را انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{where}” is not empty; nothing was changed there. Choose an empty database.</source>
            <translation>«{where}» خالی نیست؛ چیزی در آن تغییر نکرد. پایگاه دادهٔ خالی انتخاب کنید.</translation>
        </message>
    </context>
    <context>
        <name>BackupMethod</name>
        <message>
            <source>Copy of the file</source>
            <translation>کپی فایل پایگاه داده</translation>
        </message>
        <message>
            <source>Row by row</source>
            <translation>ردیف‌به‌ردیف</translation>
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
            <translation>پیامی به متقاضی نرسید</translation>
        </message>
        <message>
            <source>Asked of you on the side</source>
            <translation>ارجاع هم‌زمان به شما</translation>
        </message>
        <message>
            <source>Back-up: look at once</source>
            <translation>پشتیبان: فوری رسیدگی کنید</translation>
        </message>
        <message>
            <source>Bell</source>
            <extracomment>The tables whose changes may call for somebody; empty for an unknown one. The minimum interval between two queries after changes by others, in seconds. The polling interval, in milliseconds. A new day causes no change event, but makes deadlines due.</extracomment>
            <translation>زنگ</translation>
        </message>
        <message>
            <source>Bell: {count} things call</source>
            <translation>زنگ: {count} مورد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Comment to decide</source>
            <translation>نظر برای تصمیم</translation>
        </message>
        <message>
            <source>Compare its holidays with the official calendar</source>
            <translation>تعطیلی‌ها را با تقویم رسمی بسنجید</translation>
        </message>
        <message>
            <source>Confirm the calendar of {year}</source>
            <translation>تقویم {year} را تأیید کنید</translation>
        </message>
        <message>
            <source>Database: look at once</source>
            <translation>پایگاه داده: همین حالا نگاه کنید</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <source>It comes up again on {day}.</source>
            <translation>{day} دوباره یادآوری می‌شود.</translation>
        </message>
        <message>
            <source>Its window was opened again; publish the new end</source>
            <translation>مهلت آن دوباره باز شد؛ پایان جدید را منتشر کنید</translation>
        </message>
        <message>
            <source>Look under “Messages to petitioners”</source>
            <translation>در بخش «پیام به متقاضیان» رسیدگی کنید</translation>
        </message>
        <message>
            <source>Nothing calls for you now.</source>
            <translation>اکنون چیزی در انتظار شما نیست.</translation>
        </message>
        <message>
            <source>Others owe you an answer</source>
            <translation>پاسخ معوق دیگران</translation>
        </message>
        <message>
            <source>Referred to you</source>
            <translation>ارجاع به شما</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>یادآور</translation>
        </message>
        <message>
            <source>The last day of its window was declared closed; decide on it</source>
            <translation>روز پایانی مهلت آن تعطیل اعلام شد؛ تصمیم بگیرید</translation>
        </message>
        <message>
            <source>The petitioner wrote again</source>
            <translation>متقاضی دوباره نوشت</translation>
        </message>
        <message>
            <source>The reminder is done.</source>
            <translation>یادآور انجام شد.</translation>
        </message>
        <message>
            <source>There is more; the inbox has all of it.</source>
            <translation>موردهای بیشتری هست؛ همه در کارتابل است.</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>فردا</translation>
        </message>
        <message>
            <source>Waits for you as the second person</source>
            <translation>در انتظار تأیید شما، نفر دوم</translation>
        </message>
        <message>
            <source>Waits for your approval</source>
            <translation>در انتظار تأیید شما</translation>
        </message>
        <message>
            <source>What calls for you</source>
            <translation>کارهای در انتظار شما</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>Answer overdue</source>
            <translation>پاسخ معوق دیگران</translation>
        </message>
        <message>
            <source>Asked of us</source>
            <translation>از ما پرسیده‌اند</translation>
        </message>
        <message>
            <source>Out for an answer</source>
            <translation>منتظر پاسخ دیگران</translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message>
            <source>Acts on many</source>
            <extracomment>Height of a run in the list, two lines of text, in pixels.</extracomment>
            <translation>کارهای گروهی</translation>
        </message>
        <message>
            <source>All {count} of this view</source>
            <translation>همهٔ {count} درخواست این نما</translation>
        </message>
        <message>
            <source>All {count} of this view are marked</source>
            <translation>همهٔ {count} درخواست این نما نشان شده است</translation>
        </message>
        <message>
            <source>An act on many broke off: {act}, done with {done} of {total}. Go on with it, or take it back: Shift+B.</source>
            <translation>یک کار گروهی نیمه‌کاره ماند: {act}، {done} از {total} درخواست. ادامه یا لغو آن: Shift+B</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Choose the colleague</source>
            <translation>همکار را انتخاب کنید</translation>
        </message>
        <message>
            <source>Choose the outcome</source>
            <translation>نتیجه را انتخاب کنید</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Done with {done} petitions.</source>
            <translation>با {done} درخواست انجام شد.</translation>
        </message>
        <message>
            <source>Done with {done} petitions; {failed} stayed, {untouched} were not reached.</source>
            <translation>با {done} درخواست انجام شد؛ {failed} ماند و به {untouched} نرسید.</translation>
        </message>
        <message>
            <source>Done with {done} petitions; {failed} stayed.</source>
            <translation>با {done} درخواست انجام شد؛ {failed} ماند.</translation>
        </message>
        <message>
            <source>Ended as “{name}”</source>
            <translation>پایان با «{name}»</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <source>Handed over to {name}</source>
            <translation>واگذاری به {name}</translation>
        </message>
        <message>
            <source>How far it is</source>
            <extracomment>Spacer that keeps the text of an empty list at the top.</extracomment>
            <translation>چقدر پیش رفته است</translation>
        </message>
        <message>
            <source>It can be done with {possible} of {total}.</source>
            <translation>با {possible} درخواست از {total} انجام‌شدنی است.</translation>
        </message>
        <message>
            <source>Label put on: {name}</source>
            <translation>زدن برچسب: {name}</translation>
        </message>
        <message>
            <source>Label taken off: {name}</source>
            <translation>حذف برچسب: {name}</translation>
        </message>
        <message>
            <source>Label: all that is marked</source>
            <translation>برچسب: همهٔ نشان‌شده‌ها</translation>
        </message>
        <message>
            <source>Mark all of this view</source>
            <translation>نشان کردن همهٔ این نما</translation>
        </message>
        <message>
            <source>Mark and go down</source>
            <translation>نشان کردن و رفتن به پایین</translation>
        </message>
        <message>
            <source>Mark, or take the mark away</source>
            <translation>نشان کردن، یا حذف نشان</translation>
        </message>
        <message>
            <source>Reason beside the answer, for the history</source>
            <translation>دلیل، در کنار پاسخ، برای سابقه</translation>
        </message>
        <message>
            <source>Referred to {name}</source>
            <translation>ارجاع به {name}</translation>
        </message>
        <message>
            <source>Save the list…</source>
            <translation>ذخیرهٔ فهرست…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped: {left} were not reached and stand as they were done.</source>
            <translation>متوقف شد: به {left} درخواست نرسید و همان‌گونه که انجام شده بود ماند.</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>جدول (*.csv)</translation>
        </message>
        <message>
            <source>Take all marks away</source>
            <extracomment>Moves that are offered for many petitions. Their key is that of the desk with Shift.</extracomment>
            <translation>حذف همهٔ نشان‌ها</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>لغو کار گروهی</translation>
        </message>
        <message>
            <source>The answer, or the reason; {name}, {code} and {unit} are filled for each</source>
            <translation>پاسخ، یا دلیل؛ {name}، {code} و {unit} برای هرکدام پر می‌شود</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>What stayed</source>
            <translation>انجام‌نشده‌ها</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <extracomment>Largest number of petitions listed. The export contains all of them.</extracomment>
            <translation>انجام‌نشده‌ها و علت</translation>
        </message>
        <message>
            <source>Why it stayed</source>
            <translation>چرا ماند</translation>
        </message>
        <message>
            <source>You have done nothing with many petitions yet. Mark some in the list (S), then choose what is to be done with them.</source>
            <translation>هنوز کاری با چند درخواست نکرده‌اید. در فهرست چند درخواست را نشان کنید (S)، سپس انتخاب کنید که با آن‌ها چه شود.</translation>
        </message>
        <message>
            <source>{count} marked</source>
            <translation>{count} درخواست نشان شده است</translation>
        </message>
        <message>
            <source>{count} petitions are as they were before.</source>
            <translation>{count} درخواست به همان حال پیشین بازگشت.</translation>
        </message>
        <message>
            <source>{count} petitions are as they were before; on {stayed} somebody has built already.</source>
            <translation>{count} درخواست به همان حال پیشین بازگشت؛ روی {stayed} درخواست کسی ادامه داده است.</translation>
        </message>
        <message>
            <source>{move}: all that is marked</source>
            <translation>{move}: همهٔ نشان‌شده‌ها</translation>
        </message>
        <message>
            <source>{told} All of them were taken back.</source>
            <translation>{told} همهٔ آن‌ها لغو شد.</translation>
        </message>
        <message>
            <source>{told} {undone} were taken back.</source>
            <translation>{told} کار روی {undone} درخواست لغو شد.</translation>
        </message>
    </context>
    <context>
        <name>Button</name>
        <message>
            <source>The database is away: this waits until it is back.</source>
            <extracomment>Free space around the box for the focus ring, in pixels.</extracomment>
            <translation>پایگاه داده در دسترس نیست؛ این کار تا برقراری ارتباط می‌ماند.</translation>
        </message>
    </context>
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
            <extracomment>Columns count from Saturday; `date.weekday()` counts from Monday. Which days are drawn as closed: by default Fridays; a caller may pass the office's weekend and holidays.</extracomment>
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
            <source>The calendar of {year} is not confirmed yet: its lunar holidays are estimates, and this day may still move.</source>
            <translation>تقویم {year} هنوز تأیید نشده است: تعطیلی‌های قمری آن تخمینی است و شاید این روز جابه‌جا شود.</translation>
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
        <name>Catalogue</name>
        <message>
            <source>A few letters of a title, or a number</source>
            <translation>چند حرف از عنوان، یا شماره</translation>
        </message>
        <message>
            <source>An Excel or CSV file with a title in each row, and its number and kind where there are columns for them. Rows that name no kind are of the kind chosen above.</source>
            <translation>فایل اکسل یا CSV که در هر سطر آن یک عنوان هست و اگر ستونی داشته باشد، شماره و نوع آن. سطرهای بی‌نوع از نوع انتخاب‌شدهٔ بالا به شمار می‌آیند.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>سند</translation>
        </message>
        <message>
            <source>Is offered</source>
            <translation>پیشنهاد می‌شود</translation>
        </message>
        <message>
            <source>It is about nothing of the catalogue now.</source>
            <translation>اکنون دربارهٔ هیچ موضوعی از فهرست نیست.</translation>
        </message>
        <message>
            <source>It is about “{about}” now.</source>
            <translation>اکنون دربارهٔ «{about}» است.</translation>
        </message>
        <message>
            <source>Its number in the national catalogue of services, or the office's own.</source>
            <translation>شمارهٔ آن در شناسنامهٔ ملی خدمات، یا کد خود اداره.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>فهرست‌ها</translation>
        </message>
        <message>
            <source>Name or code</source>
            <translation>نام یا کد</translation>
        </message>
        <message>
            <source>Name or title</source>
            <translation>نام یا عنوان</translation>
        </message>
        <message>
            <source>New service</source>
            <translation>خدمت جدید</translation>
        </message>
        <message>
            <source>News item</source>
            <translation>خبر</translation>
        </message>
        <message>
            <source>Nothing is entered yet</source>
            <translation>هنوز چیزی وارد نشده است</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>Subjects</source>
            <translation>فهرست موضوع‌ها</translation>
        </message>
        <message>
            <source>Take in a list</source>
            <translation>گرفتن فهرست</translation>
        </message>
        <message>
            <source>Take in a list…</source>
            <translation>گرفتن فهرست…</translation>
        </message>
        <message>
            <source>The catalogue has nothing of that; an administrator enters it.</source>
            <translation>فهرست چنین موضوعی ندارد؛ راهبر سامانه آن را وارد می‌کند.</translation>
        </message>
        <message>
            <source>The list was taken in: {added} new, {changed} changed, {same} there already.</source>
            <translation>فهرست پذیرفته شد: {added} مورد جدید، {changed} مورد تغییریافته، {same} مورد از پیش موجود.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>What it is about…</source>
            <extracomment>Value of the entry that removes the subject.</extracomment>
            <translation>موضوع…</translation>
        </message>
        <message>
            <source>What petitions are about</source>
            <translation>موضوع درخواست‌ها</translation>
        </message>
        <message>
            <source>nothing of the catalogue</source>
            <translation>هیچ موضوعی از فهرست</translation>
        </message>
        <message>
            <source>{kind}, number {number}</source>
            <translation>{kind}، شمارهٔ {number}</translation>
        </message>
        <message>
            <source>{words} {count} rows could not be read; the first: {fault}</source>
            <translation>{words} {count} سطر خوانده نشد؛ نخستین: {fault}</translation>
        </message>
        <message>
            <source>“Add” enters the first, “Take in a list” many: a petition can be about it.</source>
            <translation>«افزودن» نخستین را وارد می‌کند و «گرفتن فهرست» بسیاری را؛ درخواست می‌تواند دربارهٔ آن باشد.</translation>
        </message>
        <message>
            <source>“{name}” was saved.</source>
            <translation>«{name}» ذخیره شد.</translation>
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
            <translation>پنجرهٔ واحد (وفا)</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>پیامک</translation>
        </message>
    </context>
    <context>
        <name>Clock</name>
        <message>
            <source>By the time that has passed, it should be: {moment}</source>
            <translation>با زمانی که گذشته، باید این باشد: {moment}</translation>
        </message>
        <message>
            <source>Confirm the day</source>
            <translation>تأیید روز</translation>
        </message>
        <message>
            <source>Confirm the day …</source>
            <translation>تأیید روز…</translation>
        </message>
        <message>
            <source>If the clock is wrong, set it right in the settings of the computer: this question then goes away by itself.</source>
            <translation>اگر ساعت نادرست است، آن را در تنظیمات رایانه درست کنید؛ این پرسش خودبه‌خود بسته می‌شود.</translation>
        </message>
        <message>
            <source>Is it this day today? Then confirm it, with a reason; the history keeps that.</source>
            <translation>آیا امروز همین روز است؟ در این صورت با نوشتن دلیل تأیید کنید؛ در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Is it this day today? Then two people confirm it: you, and a second one who signs here.</source>
            <translation>آیا امروز همین روز است؟ در این صورت دو نفر تأیید می‌کنند: شما، و نفر دومی که همین‌جا امضا می‌کند.</translation>
        </message>
        <message>
            <source>Is the clock right now, and was the latest time wrong? Then take it back, with a reason; the history keeps that.</source>
            <translation>آیا ساعت اکنون درست است و آن زمان نادرست بوده است؟ در این صورت با نوشتن دلیل به این روز برگردانید؛ در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Is the clock right now, and was the latest time wrong? Then two people take it back, with a reason: you, and a second one who signs here.</source>
            <translation>آیا ساعت اکنون درست است و آن زمان نادرست بوده است؟ در این صورت دو نفر با نوشتن دلیل به این روز برمی‌گردانند: شما، و نفر دومی که همین‌جا امضا می‌کند.</translation>
        </message>
        <message>
            <source>Last time it was: {moment}</source>
            <translation>آخرین بار: {moment}</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>بعداً</translation>
        </message>
        <message>
            <source>Password of the second person</source>
            <translation>گذرواژهٔ نفر دوم</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Take it back to this day</source>
            <translation>برگرداندن به این روز</translation>
        </message>
        <message>
            <source>The clock of this PC says {day}, and nobody has confirmed that. Steps of the law wait; everything else goes on.</source>
            <translation>ساعت این رایانه {day} را نشان می‌دهد و کسی آن را تأیید نکرده است. گام‌های قانونی در انتظار می‌مانند؛ کارهای دیگر ادامه دارد.</translation>
        </message>
        <message>
            <source>The clock of this PC stands before the latest time that the program has seen: one is wrong.</source>
            <translation>ساعت این رایانه از آخرین زمانی که برنامه دیده عقب‌تر است: یکی از این دو نادرست است.</translation>
        </message>
        <message>
            <source>The clock of this PC was set to another time while the program ran.</source>
            <translation>ساعت این رایانه هنگام کار برنامه تغییر کرده است.</translation>
        </message>
        <message>
            <source>The day was confirmed; steps of the law go on.</source>
            <extracomment>Interval of looks in milliseconds.</extracomment>
            <translation>روز تأیید شد؛ گام‌های قانونی ادامه دارد.</translation>
        </message>
        <message>
            <source>The latest time seen was: {moment}</source>
            <translation>آخرین زمانی که برنامه دیده: {moment}</translation>
        </message>
        <message>
            <source>The program was last used {days} days ago. After such a time it asks once which day it is.</source>
            <translation>برنامه آخرین بار {days} روز پیش به کار رفته است. پس از چنین فاصله‌ای، برنامه یک بار دربارهٔ روز می‌پرسد.</translation>
        </message>
        <message>
            <source>The second person gives their password.</source>
            <translation>نفر دوم گذرواژهٔ خود را وارد کند.</translation>
        </message>
        <message>
            <source>The second person gives their user name.</source>
            <translation>نفر دوم نام کاربری خود را وارد کند.</translation>
        </message>
        <message>
            <source>The user name or the password of the second person is wrong.</source>
            <translation>نام کاربری یا گذرواژهٔ نفر دوم نادرست است.</translation>
        </message>
        <message>
            <source>User name of the second person</source>
            <translation>نام کاربری نفر دوم</translation>
        </message>
        <message>
            <source>Which day is it today?</source>
            <translation>امروز چه روزی است؟</translation>
        </message>
        <message>
            <source>Write the reason; it stays in the history.</source>
            <translation>دلیل را بنویسید؛ در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>{day}, {time} o'clock</source>
            <translation>{day}، ساعت {time}</translation>
        </message>
        <message>
            <source>{time} o'clock by this PC</source>
            <translation>ساعت {time} به ساعت این رایانه</translation>
        </message>
    </context>
    <context>
        <name>ClockDoubt</name>
        <message>
            <source>it jumped while the program ran</source>
            <translation>هنگام کار برنامه تغییر کرد</translation>
        </message>
        <message>
            <source>it stood before the latest time seen</source>
            <translation>از آخرین زمان دیده‌شده عقب‌تر بود</translation>
        </message>
        <message>
            <source>the latest time seen was long ago</source>
            <translation>از آخرین زمان دیده‌شده زمان زیادی گذشته بود</translation>
        </message>
    </context>
    <context>
        <name>Closures</name>
        <message>
            <source>Closed days</source>
            <extracomment>The pause in typing before windows are counted, in milliseconds.</extracomment>
            <translation>روزهای تعطیل</translation>
        </message>
        <message>
            <source>Confirm the calendar of {year}</source>
            <translation>تأیید تقویم {year}</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>روز</translation>
        </message>
        <message>
            <source>Entered by the office.</source>
            <translation>اداره آن را وارد کرده است.</translation>
        </message>
        <message>
            <source>Estimated</source>
            <translation>تخمینی</translation>
        </message>
        <message>
            <source>From the table of official holidays.</source>
            <translation>از جدول تعطیلی‌های رسمی.</translation>
        </message>
        <message>
            <source>From the table of official holidays. The day is closed anyhow; the lunar holiday on it is an estimate, and the day beside it is added if need be.</source>
            <translation>از جدول تعطیلی‌های رسمی. این روز به هر حال تعطیل است؛ تعطیلی قمری آن تخمینی است و اگر لازم شد روز کناری افزوده می‌شود.</translation>
        </message>
        <message>
            <source>From the table of official holidays. This lunar holiday is an estimate: move it by a day if need be.</source>
            <translation>از جدول تعطیلی‌های رسمی. این تعطیلی قمری تخمینی است: اگر لازم شد یک روز جابه‌جایش کنید.</translation>
        </message>
        <message>
            <source>Name of the holiday or closure</source>
            <translation>نام تعطیلی</translation>
        </message>
        <message>
            <source>Name or day</source>
            <translation>نام یا روز</translation>
        </message>
        <message>
            <source>New closed day</source>
            <translation>روز تعطیل جدید</translation>
        </message>
        <message>
            <source>No day of this year is closed</source>
            <translation>هیچ روز این سال تعطیل نیست</translation>
        </message>
        <message>
            <source>Of the office</source>
            <translation>اداره</translation>
        </message>
        <message>
            <source>Open on this day</source>
            <extracomment>What closing the typed day would do to windows.</extracomment>
            <translation>این روز باز باشد</translation>
        </message>
        <message>
            <source>Open petitions that wait over this day get another deadline; their history says so.</source>
            <translation>مهلت درخواست‌های بازی که این روز در آن است از نو محاسبه و در سابقه ثبت می‌شود.</translation>
        </message>
        <message>
            <source>The calendar of {year} is confirmed.</source>
            <translation>تقویم {year} تأیید شد.</translation>
        </message>
        <message>
            <source>The calendar of {year} is not confirmed any more.</source>
            <translation>تأیید تقویم {year} پس گرفته شد.</translation>
        </message>
        <message>
            <source>The closed days of {year} are confirmed.</source>
            <translation>روزهای تعطیل {year} تأیید شده است.</translation>
        </message>
        <message>
            <source>The closed days of {year} are not confirmed. Compare them with the official calendar; windows and deadlines that end in it say until then that they may move.</source>
            <translation>روزهای تعطیل {year} تأیید نشده است. آن‌ها را با تقویم رسمی بسنجید؛ تا آن زمان کنار مهلت‌هایی که در این سال به پایان می‌رسد نوشته می‌شود که شاید جابه‌جا شود.</translation>
        </message>
        <message>
            <source>The window of “{title}” goes on to the end of {day}.</source>
            <translation>مهلت «{title}» تا پایان {day} ادامه می‌یابد.</translation>
        </message>
        <message>
            <source>The window of “{title}” is opened again to the end of {day}.</source>
            <translation>مهلت «{title}» تا پایان {day} دوباره باز می‌شود.</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>سال</translation>
        </message>
        <message>
            <source>“Add” enters a holiday or a closure.</source>
            <translation>«افزودن» یک روز تعطیل وارد می‌کند.</translation>
        </message>
        <message>
            <source>“{name}”: the calendar is changed; no open petition is due otherwise.</source>
            <translation>«{name}»: تقویم تغییر کرد؛ مهلت هیچ درخواست بازی جابه‌جا نشد.</translation>
        </message>
        <message>
            <source>“{name}”: the deadlines of {count} open petitions moved.</source>
            <translation>«{name}»: مهلت {count} درخواست باز جابه‌جا شد.</translation>
        </message>
        <message>
            <source>“{title}” is being amended: a manager is asked whether its window is opened again.</source>
            <translation>«{title}» در حال اصلاح است؛ از مدیر پرسیده می‌شود که مهلت آن دوباره باز شود یا نه.</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>A row refers to one that is not there: {detail}</source>
            <translation>ردیفی به ردیفی اشاره دارد که وجود ندارد: {detail}</translation>
        </message>
        <message>
            <source>Clock: {day}, {time}</source>
            <translation>ساعت: {day}، {time}</translation>
        </message>
        <message>
            <source>Counted is what your account sees, not all that there is.</source>
            <translation>شمارش‌ها فقط داده‌هایی را که حساب شما می‌بیند در بر می‌گیرند، نه همه را.</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>پایگاه داده</translation>
        </message>
        <message>
            <source>Digest of the history up to event {event}: {head}</source>
            <translation>کد صحت سوابق تا رویداد {event}: {head}</translation>
        </message>
        <message>
            <source>Draft documents</source>
            <translation>پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>موتور</translation>
        </message>
        <message>
            <source>Events of the history</source>
            <translation>رویدادهای سابقه</translation>
        </message>
        <message>
            <source>Issued as no. {number}, edition {edition}.</source>
            <translation>با شمارهٔ {number}، ویرایش {edition} صادر شده است.</translation>
        </message>
        <message>
            <source>Issued as no. {number}.</source>
            <translation>با شمارهٔ {number} صادر شده است.</translation>
        </message>
        <message>
            <source>It contains personal data and is not for publication.</source>
            <translation>دارای اطلاعات شخصی است و برای انتشار نیست.</translation>
        </message>
        <message>
            <source>It is the server's; nobody is asked about it.</source>
            <translation>ساعت سرور است و کسی دربارهٔ آن پرسیده نمی‌شود.</translation>
        </message>
        <message>
            <source>It was issued before; nothing was printed.</source>
            <translation>پیش‌تر صادر شده بود؛ چیزی چاپ نشد.</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>روش ثبت</translation>
        </message>
        <message>
            <source>Latest time seen: {day}, {time}</source>
            <translation>آخرین زمان دیده‌شده: {day}، {time}</translation>
        </message>
        <message>
            <source>Messages that are ready lie in {folder}, which is away. They go out when it is there again.</source>
            <translation>پیام‌های آماده در پوشهٔ {folder} است که در دسترس نیست. با در دسترس شدن پوشه فرستاده می‌شوند.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>No back-up was made first: on PostgreSQL that is the administrator's duty (database backup).</source>
            <translation>پیش از آن پشتیبانی ساخته نشد: در PostgreSQL این کار با راهبر سامانه است (database backup).</translation>
        </message>
        <message>
            <source>Nobody has confirmed the day ({why}); steps of the law wait.</source>
            <translation>کسی روز را تأیید نکرده است ({why})؛ گام‌های قانونی در انتظار می‌مانند.</translation>
        </message>
        <message>
            <source>Not in the text: {names}</source>
            <translation>در متن نیست: {names}</translation>
        </message>
        <message>
            <source>Nothing is in quarantine.</source>
            <translation>چیزی در قرنطینه نیست.</translation>
        </message>
        <message>
            <source>Only items with events after event {event} were verified; the hashes of earlier events fit the seal.</source>
            <translation>فقط موردهایی وارسی شدند که پس از رویداد {event} رویداد دارند؛ کدهای رویدادهای پیشین با مُهر می‌خواند.</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>نظرهای مردمی</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <source>Registry numbers of the year {detail} have gaps.</source>
            <translation>شماره‌های ثبت سال {detail} جاافتادگی دارند.</translation>
        </message>
        <message>
            <source>Revision {number} of {code}: {characters} characters.</source>
            <extracomment>Maximum number of rejected rows listed on a terminal. JSON and the file of rejects contain all of them.</extracomment>
            <translation>نسخهٔ {number} از {code}: {characters} نویسه.</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>نسخه‌ها</translation>
        </message>
        <message>
            <source>Schema</source>
            <translation>طرح‌واره</translation>
        </message>
        <message>
            <source>Seal of the history of {day}</source>
            <translation>مُهر سوابق {day}</translation>
        </message>
        <message>
            <source>Search does not know the petition {detail}.</source>
            <translation>جست‌وجو درخواست {detail} را نمی‌شناسد.</translation>
        </message>
        <message>
            <source>Set the clock right, or confirm the day: --confirm with the day, --by and --second with two user names (in an office of one, --by alone), and --reason.</source>
            <translation>ساعت را درست کنید، یا روز را تأیید کنید: --confirm با روز، --by و --second با دو نام کاربری (در ادارهٔ یک‌نفره تنها --by)، و --reason.</translation>
        </message>
        <message>
            <source>Something unexpected happened; the details are in {log}.</source>
            <translation>خطای پیش‌بینی‌نشده‌ای رخ داد؛ جزئیات در {log} است.</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>کارکنان</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Stopped. What was done before is kept.</source>
            <translation>متوقف شد. آنچه پیش از آن انجام شده بود نگه داشته شد.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Summing-up no. {number} of {code} is in {path}.</source>
            <translation>گزارش جمع‌بندی شمارهٔ {number} از {code} در {path} است.</translation>
        </message>
        <message>
            <source>The attached file is a seal of the history up to event {event}. Keep it where nobody who looks after the database can change it.</source>
            <translation>فایل پیوست مُهر سوابق تا رویداد {event} است. آن را جایی نگه دارید که هیچ‌یک از نگه‌دارندگان پایگاه داده نتواند تغییرش دهد.</translation>
        </message>
        <message>
            <source>The clock is trusted.</source>
            <translation>ساعت قابل اعتماد است.</translation>
        </message>
        <message>
            <source>The comparison is in {path}.</source>
            <translation>مقایسه در {path} است.</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>پایگاه داده سالم است.</translation>
        </message>
        <message>
            <source>The database is up to date.</source>
            <translation>پایگاه داده به‌روز است.</translation>
        </message>
        <message>
            <source>The database was upgraded; the back-up is {path}.</source>
            <translation>پایگاه داده ارتقا یافت؛ نسخهٔ پشتیبان: {path}.</translation>
        </message>
        <message>
            <source>The database {place} is ready.</source>
            <translation>پایگاه دادهٔ {place} آماده است.</translation>
        </message>
        <message>
            <source>The file is damaged: {detail}</source>
            <translation>فایل آسیب دیده است: {detail}</translation>
        </message>
        <message>
            <source>The history does not hold in {breaks} places ({events} events of {items} items).</source>
            <translation>سوابق در {breaks} جا درست نیست ({events} سابقه از {items} مورد).</translation>
        </message>
        <message>
            <source>The history is sound: {events} events of {items} items.</source>
            <translation>سوابق سالم است: {events} سابقه از {items} مورد.</translation>
        </message>
        <message>
            <source>The history of {detail} has gaps.</source>
            <translation>سابقهٔ {detail} جاافتادگی دارد.</translation>
        </message>
        <message>
            <source>The history up to event {event} is sealed in {file}.</source>
            <translation>سوابق تا رویداد {event} در {file} مُهر شد.</translation>
        </message>
        <message>
            <source>The list was taken in: {added} new, {changed} changed, {same} there already.</source>
            <extracomment>Maximum number of rejected rows listed on a terminal. JSON contains all of them.</extracomment>
            <translation>فهرست پذیرفته شد: {added} مورد جدید، {changed} مورد تغییریافته، {same} مورد از پیش موجود.</translation>
        </message>
        <message>
            <source>The package of {code} is in {path}: {n} files.</source>
            <translation>بستهٔ انتشار {code} در {path} است: {n} فایل.</translation>
        </message>
        <message>
            <source>The password is kept.</source>
            <translation>گذرواژه نگه داشته شد.</translation>
        </message>
        <message>
            <source>The petition {detail} has no history.</source>
            <translation>درخواست {detail} سابقه ندارد.</translation>
        </message>
        <message>
            <source>The petition {detail} has no text.</source>
            <translation>درخواست {detail} متن ندارد.</translation>
        </message>
        <message>
            <source>The public key {fingerprint} is in {file}. Give it to the second custodian, who checks seals with it.</source>
            <translation>کلید عمومی {fingerprint} در {file} است. آن را به امین دوم بدهید تا مُهرها را با آن وارسی کند.</translation>
        </message>
        <message>
            <source>The rejected rows are in {path}; mend them and import that file.</source>
            <translation>ردیف‌های ردشده در {path} است؛ آن‌ها را اصلاح و همان فایل را وارد کنید.</translation>
        </message>
        <message>
            <source>The report of {month} is in {path}.</source>
            <extracomment>Values that mean the last complete month.</extracomment>
            <translation>گزارش {month} در {path} است.</translation>
        </message>
        <message>
            <source>The server gives every account: {doors}. `database init` by a superuser takes it away.</source>
            <translation>سرور به همهٔ حساب‌ها این‌ها را می‌دهد: {doors}. اجرای `database init` با حساب ابرکاربر سرور آن را می‌بندد.</translation>
        </message>
        <message>
            <source>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</source>
            <translation>این سرور {found} اتصال می‌پذیرد؛ برای ۲۰۰ رایانه باید max_connections برابر {wanted} باشد.</translation>
        </message>
        <message>
            <source>The summing-up of {code}, not frozen yet, is in {path}.</source>
            <translation>گزارش جمع‌بندی {code} که هنوز نهایی نشده در {path} است.</translation>
        </message>
        <message>
            <source>There are no receipts.</source>
            <translation>رسیدی نیست.</translation>
        </message>
        <message>
            <source>This PC's store did not keep the password.</source>
            <translation>گذرواژه در محل نگهداری گذرواژهٔ ویندوز نماند.</translation>
        </message>
        <message>
            <source>This SQLite can lose commits in WAL mode with several connections, so another mode is used.</source>
            <translation>این نسخهٔ SQLite در حالت WAL با چند اتصال ممکن است ثبت‌ها را از دست بدهد؛ از این رو حالت دیگری به کار می‌رود.</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>advisory locks</source>
            <translation>قفل‌های توافقی</translation>
        </message>
        <message>
            <source>large objects</source>
            <translation>اشیای بزرگ</translation>
        </message>
        <message>
            <source>temporary files without limit</source>
            <translation>فایل‌های موقت بی‌سقف</translation>
        </message>
        <message>
            <source>{count} answers about satisfaction were put to their petitions.</source>
            <translation>{count} پاسخ رضایت به درخواست خود پیوست.</translation>
        </message>
        <message>
            <source>{count} cannot go out: the petitioner is not reached by this way.</source>
            <translation>{count} پیام فرستاده نمی‌شود: متقاضی از این راه نشانی ندارد.</translation>
        </message>
        <message>
            <source>{count} e-mails wait: the office has set no sender's address for them yet.</source>
            <translation>{count} رایانامه در نوبت مانده است: نشانی فرستنده هنوز در تنظیمات نیامده است.</translation>
        </message>
        <message>
            <source>{count} found, {shown} shown.</source>
            <translation>{count} مورد یافت شد، {shown} مورد نشان داده شد.</translation>
        </message>
        <message>
            <source>{count} messages were handed on in {files} files.</source>
            <translation>{count} پیام در {files} فایل تحویل شد.</translation>
        </message>
        <message>
            <source>{count} name no message of this office: {keys}</source>
            <translation>{count} شناسه از پیام‌های این اداره نیست: {keys}</translation>
        </message>
        <message>
            <source>{count} or more found, {shown} shown.</source>
            <translation>{count} مورد یا بیشتر یافت شد، {shown} مورد نشان داده شد.</translation>
        </message>
        <message>
            <source>{count} petitioners are asked how satisfied they are.</source>
            <translation>از {count} متقاضی دربارهٔ رضایت پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>{count} petitions were archived by themselves.</source>
            <translation>{count} درخواست خودکار بایگانی شد.</translation>
        </message>
        <message>
            <source>{count} rejected rows are not listed here.</source>
            <translation>{count} ردیف ردشده در اینجا فهرست نشده است.</translation>
        </message>
        <message>
            <source>{count} rows are there with other words, and were left: import the file in the window to choose.</source>
            <translation>{count} ردیف با متنی متفاوت از پیش ثبت شده است و دست‌نخورده ماند؛ برای انتخاب، همان فایل را در صفحهٔ «وارد کردن درخواست‌ها» باز کنید.</translation>
        </message>
        <message>
            <source>{count} were put aside for good.</source>
            <translation>{count} مورد برای همیشه کنار گذاشته شده است.</translation>
        </message>
        <message>
            <source>{file}: {delivered} arrived, {failed} did not, {unchanged} were known, {under_way} are under way.</source>
            <extracomment>Name of the folder of receipts inside the folder of messages. Maximum number of printed row errors and of unknown ids; the JSON output has all of them. True for delivered, False for failed, None for pending.</extracomment>
            <translation>{file}: {delivered} رسید، {failed} نرسید، {unchanged} از پیش دانسته بود، {under_way} در راه است.</translation>
        </message>
        <message>
            <source>{mark} {step}: {sentence}</source>
            <extracomment>Codes that mean a refusal by the server, not an unreachable one (they have another exit status).</extracomment>
            <translation>{mark} {step}: {sentence}</translation>
        </message>
        <message>
            <source>{number}. {channel} {external_id}: {reasons}</source>
            <translation>{number}. {channel} {external_id}: {reasons}</translation>
        </message>
        <message>
            <source>{old} and {new}</source>
            <translation>{old} و {new}</translation>
        </message>
        <message>
            <source>{pages} pages went to the printer {printer}.</source>
            <translation>{pages} صفحه به چاپگر {printer} رفت.</translation>
        </message>
        <message>
            <source>{paper} of {code} is in {path}.</source>
            <translation>{paper} {code} در {path} است.</translation>
        </message>
        <message>
            <source>{paper} of {code}, number {number}, is in {path}.</source>
            <translation>{paper} {code} با شمارهٔ {number} در {path} است.</translation>
        </message>
        <message>
            <source>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} wait in quarantine.</source>
            <translation>{petitions} درخواست و {comments} نظر پذیرفته شد، {further} نوشته به درخواست‌های موجود پیوست، {present} مورد از پیش بود و {quarantined} مورد در قرنطینه منتظر است.</translation>
        </message>
        <message>
            <source>{petitions} petitions, {instruments} draft documents and {comments} comments were made up; every made account has the password {password}.</source>
            <translation>{petitions} درخواست، {instruments} پیش‌نویس و {comments} نظر نمونه ساخته شد؛ گذرواژهٔ همهٔ حساب‌های نمونه {password} است.</translation>
        </message>
        <message>
            <source>{read} rows checked, nothing kept: {created} would be new, {present} are there, {changed} with other words, {rejected} rejected.</source>
            <translation>{read} ردیف بررسی شد و چیزی ذخیره نشد: {created} جدید، {present} از پیش موجود، {changed} با متن متفاوت، {rejected} ردشده.</translation>
        </message>
        <message>
            <source>{read} rows read: {created} new, {present} there already, {changed} with other words, {rejected} rejected.</source>
            <translation>{read} ردیف خوانده شد: {created} جدید، {present} از پیش موجود، {changed} با متن متفاوت، {rejected} ردشده.</translation>
        </message>
        <message>
            <source>{source}: {file} is still being written; it waits for the next round.</source>
            <translation>{source}: {file} هنوز در حال نوشته شدن است؛ در نوبت بعد خوانده می‌شود.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All commands</source>
            <extracomment>The texts of the commands that were run from here, latest first.</extracomment>
            <translation>همهٔ فرمان‌ها</translation>
        </message>
        <message>
            <source>No command has these words.</source>
            <translation>هیچ فرمانی این واژه‌ها را ندارد.</translation>
        </message>
        <message>
            <source>Type the name of a command</source>
            <translation>نام فرمان را بنویسید</translation>
        </message>
        <message>
            <source>not possible now</source>
            <translation>اکنون ممکن نیست</translation>
        </message>
    </context>
    <context>
        <name>Comments</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>A comment</source>
            <translation>یک نظر</translation>
        </message>
        <message>
            <source>A comment that was imported before is not taken in twice; a file about another draft is refused.</source>
            <translation>نظری که پیش‌تر وارد شده دوباره نمی‌آید؛ فایلی که دربارهٔ پیش‌نویس دیگری است پذیرفته نمی‌شود.</translation>
        </message>
        <message>
            <source>A hidden comment</source>
            <translation>نظر پنهان</translation>
        </message>
        <message>
            <source>A new note or question…</source>
            <translation>یادداشت یا پرسش جدید…</translation>
        </message>
        <message>
            <source>A new thread</source>
            <translation>گفت‌وگوی جدید</translation>
        </message>
        <message>
            <source>Accepted</source>
            <extracomment>The maximum length of a comment's text in the list, in code points; Enter opens the whole text.</extracomment>
            <translation>پذیرفته</translation>
        </message>
        <message>
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Another draft</source>
            <translation>پیش‌نویس دیگر</translation>
        </message>
        <message>
            <source>Another provision…</source>
            <translation>ماده/بند دیگر…</translation>
        </message>
        <message>
            <source>Back to the comments</source>
            <translation>بازگشت به نظرها</translation>
        </message>
        <message>
            <source>Back to the first undecided one: {name} (Shift+N)</source>
            <translation>بازگشت به نخستین نظر بی‌تصمیم: {name} (Shift+N)</translation>
        </message>
        <message>
            <source>Before one decision for all: {n} of {m} additions are still to be read. Go through them to the end.</source>
            <translation>پیش از یک تصمیم برای همه: {n} افزوده از {m} هنوز خوانده نشده است. تا پایان فهرست بروید.</translation>
        </message>
        <message>
            <source>CSV, XLSX, JSON Lines, text messages, or e-mail (eml, mbox)</source>
            <translation>جدول CSV، XLSX یا JSON Lines، پیامک، یا رایانامه (eml و mbox)</translation>
        </message>
        <message>
            <source>Came on</source>
            <translation>تاریخ دریافت</translation>
        </message>
        <message>
            <source>Campaign group</source>
            <extracomment>A member whose whole comment is to be shown.</extracomment>
            <translation>گروه هم‌متن</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Carried in revision {n} by</source>
            <translation>محل درج در نسخهٔ {n}</translation>
        </message>
        <message>
            <source>Clerks, reviewers and managers take them in, from the opening to the public until the end.</source>
            <translation>کارشناسان، کارشناسان حقوقی و مدیران، از گشایش برای مردم تا پایان کار، نظرها را وارد می‌کنند.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>پایان مهلت</translation>
        </message>
        <message>
            <source>Comments</source>
            <extracomment>More rows than this are higher than any window. The number of initial rows of a long list. The heights of the other rows are computed in idle time, for at most `_TURN` seconds in each turn of the event loop. The number of cached text layouts: enough for a few screens of the list. The icon and colour of each disposition. A line count differs from its estimate, so the rows must be laid out again.</extracomment>
            <translation>نظرها</translation>
        </message>
        <message>
            <source>Comments are decided by a legal reviewer: {names}.</source>
            <translation>تصمیم دربارهٔ نظرها با کارشناس حقوقی است: {names}.</translation>
        </message>
        <message>
            <source>Comments are decided by a legal reviewer; there is none yet.</source>
            <translation>تصمیم دربارهٔ نظرها با کارشناس حقوقی است؛ هنوز کسی این نقش را ندارد.</translation>
        </message>
        <message>
            <source>Comments belong to a draft</source>
            <translation>نظرها دربارهٔ یک پیش‌نویس‌اند</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>مقایسه</translation>
        </message>
        <message>
            <source>Compare with revision {n}</source>
            <translation>مقایسه با نسخهٔ {n}</translation>
        </message>
        <message>
            <source>Confirm the rejection of the chosen comments</source>
            <translation>تأیید رد نظرهای انتخاب‌شده به‌عنوان بازبین دوم</translation>
        </message>
        <message>
            <source>Covered</source>
            <translation>در متن هست</translation>
        </message>
        <message>
            <source>Decide apart, or with the group again</source>
            <translation>تصمیم جدا، یا دوباره با گروه</translation>
        </message>
        <message>
            <source>Decide for the group</source>
            <translation>تصمیم برای گروه</translation>
        </message>
        <message>
            <source>Decide many</source>
            <extracomment>Delay between the last keystroke and the next preview, in milliseconds. The maximum number of skipped comments that are listed. The campaign groups that were chosen as one.</extracomment>
            <translation>تصمیم گروهی</translation>
        </message>
        <message>
            <source>Decide the chosen ones, or all in the list…</source>
            <translation>تصمیم برای نظرهای انتخاب‌شده یا همهٔ فهرست…</translation>
        </message>
        <message>
            <source>Decided: {disposition}.</source>
            <translation>تصمیم ثبت شد: {disposition}.</translation>
        </message>
        <message>
            <source>Deciding the group: {n} of {m}</source>
            <translation>تصمیم دربارهٔ گروه: {n} از {m}</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Decision on “{name}”</source>
            <translation>تصمیم برای نظر «{name}»</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>تصمیم‌ها</translation>
        </message>
        <message>
            <source>Disposition</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Done with {n} comments.</source>
            <translation>برای {n} نظر انجام شد.</translation>
        </message>
        <message>
            <source>Done with {n} comments; {m} stayed as they were.</source>
            <translation>برای {n} نظر انجام شد؛ {m} نظر همان‌گونه ماند.</translation>
        </message>
        <message>
            <source>Every channel</source>
            <translation>همهٔ راه‌ها</translation>
        </message>
        <message>
            <source>Every comment that fits the filter is decided.</source>
            <extracomment>Comments must be reloaded; the argument is the comment to show next, 0 for the current one. A message about a completed action. A campaign group was to be decided whose additions the person did not read. The id and the title of the instrument whose comment is in the form.</extracomment>
            <translation>برای همهٔ نظرهای این فهرست تصمیم ثبت شده است.</translation>
        </message>
        <message>
            <source>Files that came with it: {count}</source>
            <translation>فایل‌های همراه آن: {count}</translation>
        </message>
        <message>
            <source>Find in the comments</source>
            <translation>جست‌وجو در نظرها</translation>
        </message>
        <message>
            <source>First undecided comment, if none comes after</source>
            <translation>نخستین نظر بی‌تصمیم، اگر پس از این نیست</translation>
        </message>
        <message>
            <source>For every comment of the group but {n} that were decided apart.</source>
            <translation>برای همهٔ نظرهای گروه، جز {n} نظر که جداگانه تصمیم‌گیری شده‌اند.</translation>
        </message>
        <message>
            <source>For every comment of the group; each can still be decided apart.</source>
            <translation>برای همهٔ نظرهای گروه؛ هرکدام را همچنان می‌توان جداگانه تصمیم گرفت.</translation>
        </message>
        <message>
            <source>From the public</source>
            <translation>نظر مردم</translation>
        </message>
        <message>
            <source>Give many to a reviewer</source>
            <translation>سپردن نظرها به کارشناس</translation>
        </message>
        <message>
            <source>Give to a reviewer…</source>
            <translation>سپردن به کارشناس حقوقی…</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>سپرده به</translation>
        </message>
        <message>
            <source>Given to nobody</source>
            <translation>سپرده نشده</translation>
        </message>
        <message>
            <source>Go to the drafts</source>
            <translation>رفتن به پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>Group of senders</source>
            <translation>گروه فرستندگان</translation>
        </message>
        <message>
            <source>Hide the chosen comments, or show them again…</source>
            <translation>پنهان‌کردن یا نمایش دوبارهٔ نظرهای انتخاب‌شده…</translation>
        </message>
        <message>
            <source>Hide: {why}</source>
            <extracomment>A campaign group was to be decided whose additions the person did not read.</extracomment>
            <translation>پنهان‌کردن: {why}</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>پیشرفت کار</translation>
        </message>
        <message>
            <source>How it came</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Import comments on “{title}”</source>
            <extracomment>The shown fields, where the file has them.</extracomment>
            <translation>وارد کردن نظرها دربارهٔ «{title}»</translation>
        </message>
        <message>
            <source>Import comments…</source>
            <translation>وارد کردن نظرها…</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>محور</translation>
        </message>
        <message>
            <source>Issue of many</source>
            <translation>محور نظرها</translation>
        </message>
        <message>
            <source>Issue of the chosen comments…</source>
            <translation>محور نظرهای انتخاب‌شده…</translation>
        </message>
        <message>
            <source>It belongs to another provision…</source>
            <translation>دربارهٔ ماده یا بند دیگری است…</translation>
        </message>
        <message>
            <source>It is about the whole text</source>
            <extracomment>The maximum length of the text beside a provision's name in the search, in code points.</extracomment>
            <translation>دربارهٔ کل متن است</translation>
        </message>
        <message>
            <source>It is not certain to which provision these comments belong.</source>
            <translation>معلوم نیست این نظرها دربارهٔ کدام ماده یا بند است.</translation>
        </message>
        <message>
            <source>It names “{name}” and quotes “{words}”. Where does it belong?</source>
            <translation>نوشته «{name}» و نقل کرده «{words}». جای آن کجاست؟</translation>
        </message>
        <message>
            <source>It names “{name}”. Where does it belong?</source>
            <translation>نوشته «{name}». جای آن کجاست؟</translation>
        </message>
        <message>
            <source>It quotes “{words}”. Where does it belong?</source>
            <translation>نقل کرده «{words}». جای آن کجاست؟</translation>
        </message>
        <message>
            <source>It stands before the public, and no comment on it is here yet</source>
            <extracomment>The maximum number of drafts offered for an import.</extracomment>
            <translation>پیش روی مردم است و هنوز نظری درباره‌اش اینجا نیست</translation>
        </message>
        <message>
            <source>Its text speaks of several places, or of one that is not there.</source>
            <translation>متن آن از چند جا، یا از جایی که در متن نیست، سخن می‌گوید.</translation>
        </message>
        <message>
            <source>Join with another group…</source>
            <translation>یکی‌کردن با گروه دیگر…</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>تصمیم ایشان بماند</translation>
        </message>
        <message>
            <source>Left empty, the number is taken off. The history keeps both.</source>
            <translation>اگر خالی بماند، شماره حذف می‌شود. هر دو شماره در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Letter number (may be empty)</source>
            <translation>شمارهٔ نامه (می‌تواند خالی باشد)</translation>
        </message>
        <message>
            <source>Looking for one text: {n} of {m}</source>
            <translation>یافتن هم‌متن‌ها: {n} از {m}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>بیشتر</translation>
        </message>
        <message>
            <source>More filters</source>
            <translation>فیلترهای بیشتر</translation>
        </message>
        <message>
            <source>Name a provision…</source>
            <translation>نام‌بردن از ماده…</translation>
        </message>
        <message>
            <source>Name or words of a provision</source>
            <translation>نام یا واژه‌های ماده یا بند</translation>
        </message>
        <message>
            <source>Next comment</source>
            <translation>نظر بعدی</translation>
        </message>
        <message>
            <source>Next provision</source>
            <translation>ماده/بند بعدی</translation>
        </message>
        <message>
            <source>Next undecided comment</source>
            <translation>نظر بی‌تصمیم بعدی</translation>
        </message>
        <message>
            <source>No change of the text…</source>
            <translation>بدون تغییر متن…</translation>
        </message>
        <message>
            <source>No comment from the public yet</source>
            <translation>هنوز نظری از مردم نرسیده است</translation>
        </message>
        <message>
            <source>No comment is chosen</source>
            <translation>نظری انتخاب نشده است</translation>
        </message>
        <message>
            <source>No comment on this draft has these words.</source>
            <translation>هیچ نظری دربارهٔ این پیش‌نویس این واژه‌ها را ندارد.</translation>
        </message>
        <message>
            <source>No comment on this provision fits the filter.</source>
            <translation>دربارهٔ این ماده نظری با این شرط‌ها نیست.</translation>
        </message>
        <message>
            <source>No comments are taken in here now</source>
            <translation>اکنون نظری برای این پیش‌نویس وارد نمی‌شود</translation>
        </message>
        <message>
            <source>No provision has these words.</source>
            <translation>هیچ ماده یا بندی این واژه‌ها را ندارد.</translation>
        </message>
        <message>
            <source>No revision has come after the one before the public yet.</source>
            <translation>هنوز نسخه‌ای پس از نسخهٔ در معرض نقد نیامده است.</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <source>Nobody commented on this provision.</source>
            <translation>کسی دربارهٔ این ماده نظر نداده است.</translation>
        </message>
        <message>
            <source>None after this one is undecided; {n} before it are.</source>
            <translation>پس از این همه تصمیم دارند؛ پیش از آن {n} مورد بی‌تصمیم است.</translation>
        </message>
        <message>
            <source>None on this provision has these words; Enter goes to the next that has.</source>
            <translation>هیچ‌یک از نظرهای این ماده این واژه‌ها را ندارد؛ با Enter به نظر بعدی که دارد بروید.</translation>
        </message>
        <message>
            <source>Not certain</source>
            <translation>نامطمئن</translation>
        </message>
        <message>
            <source>Note or question</source>
            <translation>یادداشت یا پرسش</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>چیزی تغییر نکرد و چیزی از دست نرفت</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Number of the letter…</source>
            <translation>شمارهٔ نامه…</translation>
        </message>
        <message>
            <source>On the text</source>
            <translation>دربارهٔ متن</translation>
        </message>
        <message>
            <source>On this comment</source>
            <translation>دربارهٔ این نظر</translation>
        </message>
        <message>
            <source>One text, one row</source>
            <translation>هم‌متن‌ها یک‌جا</translation>
        </message>
        <message>
            <source>Only a comment that came by letter has the number of one.</source>
            <extracomment>Emitted with the id of the new or corrected comment; 0 if another draft is shown by then. A message about a completed action.</extracomment>
            <translation>تنها نظری که با نامه رسیده، شمارهٔ نامه دارد.</translation>
        </message>
        <message>
            <source>Only late ones  {n}</source>
            <translation>فقط خارج از مهلت {n}</translation>
        </message>
        <message>
            <source>Only undecided ones</source>
            <translation>تنها بی‌تصمیم‌ها</translation>
        </message>
        <message>
            <source>Out of scope</source>
            <translation>خارج از موضوع</translation>
        </message>
        <message>
            <source>Out of sight ({why}). Enter reads it; that it was read is recorded.</source>
            <translation>پنهان‌شده ({why}). با Enter خوانده می‌شود و خواندن آن ثبت می‌شود.</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>بخشی</translation>
        </message>
        <message>
            <source>Possible with {n} of {m} comments</source>
            <translation>برای {n} نظر از {m} شدنی است</translation>
        </message>
        <message>
            <source>Previous comment</source>
            <translation>نظر قبلی</translation>
        </message>
        <message>
            <source>Previous provision</source>
            <translation>ماده/بند قبلی</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>ماده/بند</translation>
        </message>
        <message>
            <source>Provision (empty: the whole)</source>
            <translation>ماده/بند (خالی: کل متن)</translation>
        </message>
        <message>
            <source>Provision that carries it</source>
            <extracomment>The values of the dispositions that need a carrier. Letters of a change's words in the list of changes.</extracomment>
            <translation>ماده/بند دربردارندهٔ آن</translation>
        </message>
        <message>
            <source>Provisions</source>
            <translation>ماده/بند</translation>
        </message>
        <message>
            <source>Public comments</source>
            <extracomment>The user asks to import comments from a file. The user asks to enter a comment by hand. The numbers of the exposed revision and of the last one.
----------
The id of the comment to select in the next review. Everything except the import. The shortcuts belong to it, so they are inactive during an import.</extracomment>
            <translation>نظرهای مردم</translation>
        </message>
        <message>
            <source>Put mine in its place</source>
            <translation>تصمیم من به جای آن</translation>
        </message>
        <message>
            <source>Quoted words</source>
            <translation>عبارت نقل‌شده</translation>
        </message>
        <message>
            <source>Read them again</source>
            <translation>دوباره خواندن</translation>
        </message>
        <message>
            <source>Reason, published in the consultation report</source>
            <extracomment>The name of the change that carries an accepted comment, or why the text stays; empty for none. The user asks to save the decision. The answer to a conflict: keep the other person's decision, or overwrite it. The user goes back to the first undecided comment. The user asks for the files attached to the comment.</extracomment>
            <translation>دلیل، در گزارش جمع‌بندی منتشر می‌شود</translation>
        </message>
        <message>
            <source>Register</source>
            <extracomment>The confirmation of the previous comment, shown while the next one is entered.</extracomment>
            <translation>ثبت</translation>
        </message>
        <message>
            <source>Register, and the next one</source>
            <translation>ثبت و بعدی</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>رد</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Reply to the chosen thread…</source>
            <translation>پاسخ به رشتهٔ انتخاب‌شده…</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>ذخیره</translation>
        </message>
        <message>
            <source>Save and go on</source>
            <extracomment>The action belongs to `desk`, so that its shortcut works wherever the focus is.</extracomment>
            <translation>ثبت و بعدی</translation>
        </message>
        <message>
            <source>See the unsure ones</source>
            <translation>دیدن نامطمئن‌ها</translation>
        </message>
        <message>
            <source>Sender (may be empty)</source>
            <translation>فرستنده (می‌تواند خالی باشد)</translation>
        </message>
        <message>
            <source>Sender's name or number</source>
            <translation>نام یا شمارهٔ فرستنده</translation>
        </message>
        <message>
            <source>Settled: answered</source>
            <translation>حل شد: پاسخ داده شد</translation>
        </message>
        <message>
            <source>Settled: dismissed</source>
            <translation>حل شد: کنار گذاشته شد</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>نمایش دوباره</translation>
        </message>
        <message>
            <source>Staff threads</source>
            <extracomment>The heights of the list of threads and of the text field, in pixels.</extracomment>
            <translation>رشته‌های داخلی</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped: {n} comments of the group are still without a decision.</source>
            <translation>متوقف شد: {n} نظر از گروه هنوز بی‌تصمیم است.</translation>
        </message>
        <message>
            <source>Take it off</source>
            <translation>حذف محور</translation>
        </message>
        <message>
            <source>Take out of the group</source>
            <translation>بیرون‌آوردن از گروه</translation>
        </message>
        <message>
            <source>Text of the comment</source>
            <translation>متن نظر</translation>
        </message>
        <message>
            <source>The change</source>
            <extracomment>The maximum number of changes shown for one provision; the comparison screen shows all. The comparison is there, or is not known any more.</extracomment>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>The change in revision {n}</source>
            <translation>تغییر در نسخهٔ {n}</translation>
        </message>
        <message>
            <source>The comment was registered.</source>
            <translation>نظر ثبت شد.</translation>
        </message>
        <message>
            <source>The comment was registered; write down the next one.</source>
            <translation>نظر ثبت شد؛ نظر بعدی را بنویسید.</translation>
        </message>
        <message>
            <source>The comments could not be read</source>
            <translation>نظرها خوانده نشد</translation>
        </message>
        <message>
            <source>The comments of the group</source>
            <translation>نظرهای این گروه</translation>
        </message>
        <message>
            <source>The common text</source>
            <translation>متن مشترک</translation>
        </message>
        <message>
            <source>The draft</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>The first {n} of {m} changes.</source>
            <translation>{n} تغییر نخست از {m} تغییر.</translation>
        </message>
        <message>
            <source>The number of the letter was corrected.</source>
            <translation>شمارهٔ نامه اصلاح شد.</translation>
        </message>
        <message>
            <source>The public does not see them</source>
            <translation>مردم نمی‌بینند</translation>
        </message>
        <message>
            <source>The text before the public has no provision of this name.</source>
            <translation>متنی که در معرض نقد است ماده یا بندی به این نام ندارد.</translation>
        </message>
        <message>
            <source>The text stays, because</source>
            <translation>متن تغییر نمی‌کند، زیرا</translation>
        </message>
        <message>
            <source>The two revisions are being compared…</source>
            <translation>دو نسخه مقایسه می‌شوند…</translation>
        </message>
        <message>
            <source>The whole text</source>
            <extracomment>The shortcuts of the candidates; further provisions are found by the search.</extracomment>
            <translation>کل متن</translation>
        </message>
        <message>
            <source>There is no other group</source>
            <extracomment>The list that was focused last: the commands are about its selection.</extracomment>
            <translation>گروه دیگری نیست</translation>
        </message>
        <message>
            <source>These comments are about no single provision; “Compare” shows all changes.</source>
            <translation>این نظرها دربارهٔ یک ماده نیست؛ «مقایسه» همهٔ تغییرها را نشان می‌دهد.</translation>
        </message>
        <message>
            <source>They come in by import while the draft is open to the public</source>
            <translation>تا پیش‌نویس در معرض نقد است، با ورود فایل به اینجا می‌آیند</translation>
        </message>
        <message>
            <source>They share no whole sentence.</source>
            <translation>هیچ جمله‌ای در همهٔ آن‌ها نیست.</translation>
        </message>
        <message>
            <source>They share no whole sentence. One of them: {words}</source>
            <translation>هیچ جمله‌ای در همهٔ آن‌ها نیست. یکی از آن‌ها: {words}</translation>
        </message>
        <message>
            <source>They stand here by provision, each with its decision and the reason for it.</source>
            <translation>نظرها اینجا به تفکیک ماده می‌آیند، هر یک با تصمیم و دلیل آن.</translation>
        </message>
        <message>
            <source>To the comments</source>
            <translation>به نظرها</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>بی‌تصمیم</translation>
        </message>
        <message>
            <source>What is to be said</source>
            <translation>متن یادداشت</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>دربارهٔ چه</translation>
        </message>
        <message>
            <source>What single senders added</source>
            <translation>افزوده‌های فرستندگان</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <translation>انجام‌نشده‌ها و علت</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>متن نظر</translation>
        </message>
        <message>
            <source>What you wrote stands below, not saved.</source>
            <translation>نوشتهٔ شما پایین‌تر هست و ذخیره نشده است.</translation>
        </message>
        <message>
            <source>Where does it belong?</source>
            <translation>جای آن کجاست؟</translation>
        </message>
        <message>
            <source>Why does the text stay as it is?</source>
            <translation>چرا متن تغییر نمی‌کند؟</translation>
        </message>
        <message>
            <source>Why the text stays as it is, published</source>
            <translation>دلیل تغییرنکردن متن، منتشر می‌شود</translation>
        </message>
        <message>
            <source>Why was it decided so?</source>
            <translation>چرا چنین تصمیمی گرفته شد؟</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <source>Without a provision or a reason the document does not become ready before each has one of both.</source>
            <translation>تا هر نظر محل درج یا دلیلی برای تغییرنکردن متن نداشته باشد، سند آماده نمی‌شود.</translation>
        </message>
        <message>
            <source>Words of the text that are meant</source>
            <translation>عبارتی از متن که منظور است</translation>
        </message>
        <message>
            <source>Words, sender or letter no.</source>
            <extracomment>The comment and the campaign group that stay in sight, whatever the filter admits. The key of the part to select once a review contains it. The disposition by which the list of parts is filtered; None for no filter.</extracomment>
            <translation>واژه، فرستنده یا شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <source>Write a comment down</source>
            <translation>ثبت دستی نظر</translation>
        </message>
        <message>
            <source>Write a comment down…</source>
            <translation>ثبت دستی نظر…</translation>
        </message>
        <message>
            <source>Write the reason</source>
            <translation>نوشتن دلیل</translation>
        </message>
        <message>
            <source>Write to colleagues</source>
            <translation>نوشتن به همکاران</translation>
        </message>
        <message>
            <source>about “{words}”</source>
            <extracomment>All comments; in a long list, the last ones may have no row yet. Runs while rows are missing. `_next` is the index of the next comment to measure. Heights by comment id, with the text and visibility they belong to; the view asks for all rows repeatedly. The distance between two lines, in pixels.</extracomment>
            <translation>دربارهٔ «{words}»</translation>
        </message>
        <message>
            <source>all</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>confirmed by {name}</source>
            <translation>تأیید رد: {name}</translation>
        </message>
        <message>
            <source>day {n} of {m}</source>
            <translation>روز {n} از {m}</translation>
        </message>
        <message>
            <source>decided by {name}</source>
            <translation>تصمیم {name}</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>end {weekday} {day}, 24:00</source>
            <translation>پایان {weekday} {day}، ۲۴:۰۰</translation>
        </message>
        <message>
            <source>for example: Article 6</source>
            <translation>مثلاً: ماده ۶</translation>
        </message>
        <message>
            <source>for {name}</source>
            <extracomment>A thread on the exposed text, or on a comment or campaign group.</extracomment>
            <translation>مسئول: {name}</translation>
        </message>
        <message>
            <source>from {n} persons</source>
            <translation>از {n} نفر</translation>
        </message>
        <message>
            <source>is the last day of the window</source>
            <translation>آخرین روز مهلت است</translation>
        </message>
        <message>
            <source>late</source>
            <translation>پس از مهلت</translation>
        </message>
        <message>
            <source>left</source>
            <translation>مانده</translation>
        </message>
        <message>
            <source>left out: {words}</source>
            <translation>حذف‌شده: {words}</translation>
        </message>
        <message>
            <source>none on this provision</source>
            <translation>دربارهٔ این ماده چیزی نیست</translation>
        </message>
        <message>
            <source>on the comment of {name}</source>
            <translation>دربارهٔ نظر {name}</translation>
        </message>
        <message>
            <source>on the text “{words}”</source>
            <translation>دربارهٔ متن «{words}»</translation>
        </message>
        <message>
            <source>on {n} comments with one text</source>
            <translation>دربارهٔ {n} نظر هم‌متن</translation>
        </message>
        <message>
            <source>one text, one row</source>
            <translation>هم‌متن‌ها یک‌جا</translation>
        </message>
        <message>
            <source>opened {day}</source>
            <extracomment>The maximum number of days drawn as blocks; more are drawn as one bar.</extracomment>
            <translation>گشایش {day}</translation>
        </message>
        <message>
            <source>put in: {words}</source>
            <translation>افزوده: {words}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>نسخهٔ {n}</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>از {day}</translation>
        </message>
        <message>
            <source>undecided</source>
            <translation>بی‌تصمیم</translation>
        </message>
        <message>
            <source>undecided {n}</source>
            <translation>بی‌تصمیم {n}</translation>
        </message>
        <message>
            <source>until the end of the window</source>
            <translation>تا پایان مهلت قانونی</translation>
        </message>
        <message>
            <source>waits for a second reader</source>
            <translation>منتظر بازبین دوم</translation>
        </message>
        <message>
            <source>without a reviewer</source>
            <translation>بی‌مسئول</translation>
        </message>
        <message>
            <source>without an issue</source>
            <extracomment>`undecided` admits comments without a disposition.</extracomment>
            <translation>بی‌محور</translation>
        </message>
        <message>
            <source>{channel} no. {number}</source>
            <translation>{channel} شمارهٔ {number}</translation>
        </message>
        <message>
            <source>{name} carries no comment: it is the same in both revisions, or the text has none of this name.</source>
            <translation>{name} محل درج این نظر نیست: در هر دو نسخه یکی است یا متن چنین جایی ندارد.</translation>
        </message>
        <message>
            <source>{name} decided it meanwhile: {disposition}</source>
            <translation>{name} در این میان تصمیم گرفت: {disposition}</translation>
        </message>
        <message>
            <source>{name} is the same in revision {n}.</source>
            <translation>{name} در نسخهٔ {n} تغییری نکرده است.</translation>
        </message>
        <message>
            <source>{name}, {day}: {words}</source>
            <translation>{name}، {day}: {words}</translation>
        </message>
        <message>
            <source>{name}: {n} comments, {m} undecided</source>
            <translation>{name}: {n} نظر، {m} بی‌تصمیم</translation>
        </message>
        <message>
            <source>{name}: {words}</source>
            <translation>{name}: {words}</translation>
        </message>
        <message>
            <source>{name}: {words} ({n} of 100)</source>
            <translation>{name}: {words} ({n} از ۱۰۰)</translation>
        </message>
        <message>
            <source>{n} additions</source>
            <translation>{n} جملهٔ افزوده</translation>
        </message>
        <message>
            <source>{n} comments are as they were; {m} were built on and stay.</source>
            <translation>{n} نظر به حال پیشین بازگشت؛ {m} نظر که پس از آن تغییر کرده بود ماند.</translation>
        </message>
        <message>
            <source>{n} comments are chosen.</source>
            <translation>{n} نظر انتخاب شده است.</translation>
        </message>
        <message>
            <source>{n} comments are where they were.</source>
            <translation>{n} نظر به جای پیشین برگشت.</translation>
        </message>
        <message>
            <source>{n} comments belong to: {name}.</source>
            <translation>{n} نظر رفت به: {name}.</translation>
        </message>
        <message>
            <source>{n} comments with one text</source>
            <translation>{n} نظر هم‌متن</translation>
        </message>
        <message>
            <source>{n} comments: {words}</source>
            <translation>{n} نظر: {words}</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} روز</translation>
        </message>
        <message>
            <source>{n} decided apart</source>
            <translation>{n} جداگانه تصمیم‌گیری‌شده</translation>
        </message>
        <message>
            <source>{n} letters</source>
            <translation>{n} حرف</translation>
        </message>
        <message>
            <source>{n} of {m} additions are still to be read.</source>
            <translation>{n} افزوده از {m} هنوز خوانده نشده است.</translation>
        </message>
        <message>
            <source>{n} of {m} comments</source>
            <translation>{n} نظر از {m}</translation>
        </message>
        <message>
            <source>{n} of {m} decided</source>
            <translation>{n} از {m} تصمیم</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} باز</translation>
        </message>
        <message>
            <source>{n} staff threads</source>
            <translation>{n} رشتهٔ داخلی</translation>
        </message>
        <message>
            <source>{n} undecided</source>
            <translation>{n} بی‌تصمیم</translation>
        </message>
        <message>
            <source>{n} without a name</source>
            <translation>{n} بی‌نام</translation>
        </message>
        <message>
            <source>{n}: {why}</source>
            <translation>{n} نظر: {why}</translation>
        </message>
        <message>
            <source>{title}: all decided</source>
            <translation>{title}: همه با تصمیم</translation>
        </message>
        <message>
            <source>{title}: no comment yet</source>
            <translation>{title}: هنوز نظری نیامده</translation>
        </message>
        <message>
            <source>{title}: {n} undecided</source>
            <translation>{title}: {n} بی‌تصمیم</translation>
        </message>
        <message>
            <source>{words} — {n} decided apart</source>
            <translation>{words} — {n} نظر با تصمیم جدا</translation>
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
            <translation>، </translation>
        </message>
        <message>
            <source>1 article without a change</source>
            <translation>۱ ماده بدون تغییر</translation>
        </message>
        <message>
            <source>1 candidate, {shares}</source>
            <extracomment>A longer name does not fit on a card or a button.</extracomment>
            <translation>۱ گزینه، {shares}</translation>
        </message>
        <message>
            <source>1 place in the text</source>
            <translation>۱ جا در متن</translation>
        </message>
        <message>
            <source>1 provision changed in spelling only</source>
            <translation>۱ ماده/بند تنها با تغییر نگارشی</translation>
        </message>
        <message>
            <source>1 provision without a change</source>
            <translation>۱ ماده/بند بدون تغییر</translation>
        </message>
        <message>
            <source>; </source>
            <extracomment>Maximum length of words quoted in a summary. Longer changes are only counted.</extracomment>
            <translation>؛ </translation>
        </message>
        <message>
            <source>A change that is no longer there</source>
            <translation>تغییری که دیگر در مقایسه نیست</translation>
        </message>
        <message>
            <source>A colleague changed what is pinned. F5 compares again.</source>
            <translation>یک همکار سنجاق‌ها را تغییر داد. F5 دوباره مقایسه می‌کند.</translation>
        </message>
        <message>
            <source>A colleague settled a suggestion that is taken; take it back, then save.</source>
            <translation>همکاری پیشنهادی را که گرفته‌اید بسته است؛ آن را پس بدهید و سپس ذخیره کنید.</translation>
        </message>
        <message>
            <source>A next revision is built from two revisions of an instrument.</source>
            <extracomment>False if it was settled, or if its text is not in the newer revision: then it can only be given back. The stale references of the newer revision, and whether all of the result are put right. Who changed the choices last, and when; empty if none are stored.</extracomment>
            <translation>نسخهٔ بعد از دو نسخهٔ یک پیش‌نویس ساخته می‌شود.</translation>
        </message>
        <message>
            <source>A saved revision can't be changed.</source>
            <translation>نسخهٔ ذخیره‌شده دیگر تغییر نمی‌کند.</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>پذیرفته</translation>
        </message>
        <message>
            <source>Accepting all changes gives the newer revision, rejecting all the older one.</source>
            <translation>با پذیرفتن همهٔ تغییرها نسخهٔ جدید به دست می‌آید و با رد کردن همهٔ آن‌ها نسخهٔ پیشین.</translation>
        </message>
        <message>
            <source>After the text stand its other parts: {names}</source>
            <translation>پس از متن، بخش‌های بیرون از متن آمده است: {names}</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>All changes are requested, whatever else hides some of them.</extracomment>
            <translation>همه</translation>
        </message>
        <message>
            <source>All pins</source>
            <translation>همهٔ سنجاق‌ها</translation>
        </message>
        <message>
            <source>Annotate the change</source>
            <translation>حاشیه بر این تغییر</translation>
        </message>
        <message>
            <source>Annotate the selection</source>
            <translation>حاشیه بر بخش انتخاب‌شده</translation>
        </message>
        <message>
            <source>Annotations</source>
            <translation>حاشیه‌ها</translation>
        </message>
        <message>
            <source>Annotations: {n} open</source>
            <translation>حاشیه‌ها: {n} باز</translation>
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
            <translation>همین که نسخهٔ دوم وارد شود، هر دو را می‌توان اینجا مقایسه کرد.</translation>
        </message>
        <message>
            <source>Attach to the selection</source>
            <translation>نشاندن بر بخش انتخاب‌شده</translation>
        </message>
        <message>
            <source>Back to the choices</source>
            <translation>بازگشت به انتخاب‌ها</translation>
        </message>
        <message>
            <source>Back to the comparison</source>
            <translation>بازگشت به مقایسه</translation>
        </message>
        <message>
            <source>Back to the page</source>
            <translation>بازگشت به صفحه</translation>
        </message>
        <message>
            <source>Before: {words}</source>
            <translation>پیش از این: {words}</translation>
        </message>
        <message>
            <source>Both texts</source>
            <translation>هر دو متن</translation>
        </message>
        <message>
            <source>Both wordings are the same here; only the reference is stale.</source>
            <translation>عبارت در هر دو نسخه یکی است؛ تنها ارجاع آن کهنه است.</translation>
        </message>
        <message>
            <source>Build the next revision</source>
            <extracomment>An action was done or refused: the message, and a function to undo it or None. Building began or ended. The choices changed. The composed text, compared with one of the two revisions: comparison, name of the base, name of the result. A revision was saved: the id of the instrument, and the numbers of the previous and the new revision. A summary that was confirmed while the latest choice was still being written.</extracomment>
            <translation>ساختن نسخهٔ بعد</translation>
        </message>
        <message>
            <source>Came from {place}</source>
            <translation>از {place} آمده است</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>Change {n} of {total}</source>
            <extracomment>Inserted words are separated by a space, which may already exist. Both texts together with unchanged runs collapsed, or one text from start to end.</extracomment>
            <translation>تغییر {n} از {total}</translation>
        </message>
        <message>
            <source>Changes</source>
            <extracomment>The reader selected a change or set a filter. A mark is requested for the current change. The commands of the view; their shortcuts work while the page is shown.
----------
Keys of the candidates. A candidate was chosen by its number, from 0; or none of them, -1. The question before (-1) or after (1) this one is wanted. A place in the text is wanted: the side and a code point.</extracomment>
            <translation>تغییرها</translation>
        </message>
        <message>
            <source>Changes that the older file already tracked were accepted first.</source>
            <translation>تغییراتی که پیش‌تر در فایل قدیم ردگیری شده بود، نخست پذیرفته شد.</translation>
        </message>
        <message>
            <source>Choose an instrument</source>
            <translation>انتخاب پیش‌نویس</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>انتخاب فایل‌ها</translation>
        </message>
        <message>
            <source>Choose the place</source>
            <translation>انتخاب جا</translation>
        </message>
        <message>
            <source>Clause {label}</source>
            <translation>بند {label}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Close the defined terms</source>
            <translation>بستن واژه‌های تعریف‌شده</translation>
        </message>
        <message>
            <source>Close the list of annotations</source>
            <extracomment>Maximum number of boxes per section, because each takes some milliseconds to create. A new thread was written: its kind and its text. The next open objection is requested. The list was hidden. The open objections, in the order of the list.</extracomment>
            <translation>بستن فهرست حاشیه‌ها</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>بستن پیام</translation>
        </message>
        <message>
            <source>Close the structure</source>
            <translation>بستن ساختار</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>بسته</translation>
        </message>
        <message>
            <source>Closed ones</source>
            <translation>بسته‌شده‌ها</translation>
        </message>
        <message>
            <source>Columns changed in {n} tables: their rows are marked as deleted and inserted, because columns cannot be tracked.</source>
            <translation>ستون‌های {n} جدول تغییر کرده است؛ چون تغییر ستون قابل ردگیری نیست، سطرهای آن حذف‌شده و افزوده‌شده نشان داده شد.</translation>
        </message>
        <message>
            <source>Common words</source>
            <translation>واژه‌های مشترک</translation>
        </message>
        <message>
            <source>Compare again</source>
            <translation>مقایسهٔ دوباره</translation>
        </message>
        <message>
            <source>Compare something else</source>
            <extracomment>Maximum number of instruments in the menu, so that it fits on the screen. The number of the middle revision, or None.</extracomment>
            <translation>مقایسهٔ چیزی دیگر</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>زمان مقایسه</translation>
        </message>
        <message>
            <source>Compared on {day}, {time}</source>
            <translation>زمان مقایسه: {day}، ساعت {time}</translation>
        </message>
        <message>
            <source>Comparison</source>
            <extracomment>Extensions of readable files, for the file dialog. The place to scroll to when the new comparison is ready. Whether the new comparison begins with the open objections.</extracomment>
            <translation>مقایسه</translation>
        </message>
        <message>
            <source>Comparison in words</source>
            <translation>متن خواندنی مقایسه</translation>
        </message>
        <message>
            <source>Comparison of two texts</source>
            <extracomment>Pixels kept visible above a change when jumping to it. A fold was opened or closed, or the filter was changed.</extracomment>
            <translation>مقایسهٔ دو متن</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new}</source>
            <translation>مقایسهٔ {old} و {new}</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new} — {title}</source>
            <translation>مقایسهٔ {old} و {new} — {title}</translation>
        </message>
        <message>
            <source>Comparison of {old} and {new}, {title}</source>
            <translation>مقایسهٔ {old} و {new}، {title}</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>اطمینان</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>کپی</translation>
        </message>
        <message>
            <source>Copy the change</source>
            <translation>کپی تغییر</translation>
        </message>
        <message>
            <source>Copy with marks</source>
            <translation>کپی با نشانه‌ها</translation>
        </message>
        <message>
            <source>Data for programs (JSON)</source>
            <translation>داده برای برنامه‌ها (JSON)</translation>
        </message>
        <message>
            <source>Decide about this uncertain pair</source>
            <translation>تصمیم دربارهٔ این جفت نامطمئن</translation>
        </message>
        <message>
            <source>Defined in</source>
            <translation>تعریف در</translation>
        </message>
        <message>
            <source>Defined terms</source>
            <extracomment>Shows the findings about defined terms; hidden while there are none.
----------
Code points of a provision that are shown before a term, and in all. What stands between a label and the text of its provision. A line was chosen: the side and a code point of its text.</extracomment>
            <translation>واژه‌های تعریف‌شده</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>حذف‌شده</translation>
        </message>
        <message>
            <source>Deletion</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Differences in spelling, also inside changed provisions: show or hide</source>
            <translation>تفاوت‌های نگارشی، در موارد تغییریافته هم: نمایش یا پنهان‌کردن</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>رقم</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>وارد نبود</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>سندها</translation>
        </message>
        <message>
            <source>Documents of Word, ODT, HTML or text; you can also drop them here</source>
            <translation>سند Word، ODT، HTML یا متن ساده؛ می‌توانید آن‌ها را همین‌جا رها کنید</translation>
        </message>
        <message>
            <source>Drop two files together: the older text and the newer one.</source>
            <translation>دو فایل را با هم اینجا رها کنید: متن قدیمی‌تر و متن جدیدتر.</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>اصلاح‌شده</translation>
        </message>
        <message>
            <source>Endnote</source>
            <translation>پی‌نوشت</translation>
        </message>
        <message>
            <source>Every change is taken from {new}. Ctrl+→ takes the current one from {old}, Ctrl+← gives it back.</source>
            <translation>همهٔ تغییرها از {new} گرفته می‌شود. Ctrl و پیکان راست، تغییر جاری را از {old} می‌گیرد؛ Ctrl و پیکان چپ پسش می‌دهد.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>برون‌برد</translation>
        </message>
        <message>
            <source>Export the comparison</source>
            <translation>برون‌برد مقایسه</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>برون‌برد…</translation>
        </message>
        <message>
            <source>Files from disk can't be annotated: they are not kept.</source>
            <extracomment>Emits the number of open threads. Emits a message about what was done, and its undo (a callable, or None).</extracomment>
            <translation>بر فایل‌های دیسک نمی‌توان حاشیه نوشت: در سامانه نگه داشته نمی‌شوند.</translation>
        </message>
        <message>
            <source>Files from disk can't be pinned: they are not kept.</source>
            <translation>ماده‌ها و بندهای فایل‌های دیسک را نمی‌توان سنجاق کرد: در سامانه نگه داشته نمی‌شوند.</translation>
        </message>
        <message>
            <source>Find in both texts</source>
            <translation>یافتن در هر دو متن</translation>
        </message>
        <message>
            <source>Fold {n} rows without a change</source>
            <translation>بستن {n} ردیف بدون تغییر</translation>
        </message>
        <message>
            <source>Fold {n} words without a change</source>
            <translation>بستن {n} واژه بدون تغییر</translation>
        </message>
        <message>
            <source>Footnote</source>
            <translation>پانوشت</translation>
        </message>
        <message>
            <source>Footnotes and other parts beside the text can't be annotated; annotate the place.</source>
            <translation>بر پانوشت و دیگر بخش‌های بیرون از متن نمی‌توان حاشیه نوشت؛ حاشیه را بر جای آن در متن بنویسید.</translation>
        </message>
        <message>
            <source>Footnotes and other parts beside the text can't be pinned.</source>
            <translation>پانوشت و دیگر بخش‌های بیرون از متن را نمی‌توان سنجاق کرد.</translation>
        </message>
        <message>
            <source>For nobody</source>
            <translation>بدون مسئول</translation>
        </message>
        <message>
            <source>For {name}</source>
            <translation>برای {name}</translation>
        </message>
        <message>
            <source>From {revision}: {n}</source>
            <translation>از {revision}: {n}</translation>
        </message>
        <message>
            <source>Further findings about defined terms: {n}.</source>
            <translation>یافته‌های دیگر دربارهٔ واژه‌های تعریف‌شده: {n}.</translation>
        </message>
        <message>
            <source>Go on building</source>
            <translation>ادامهٔ ساختن نسخهٔ بعد</translation>
        </message>
        <message>
            <source>Hidden here</source>
            <translation>پنهان در اینجا</translation>
        </message>
        <message>
            <source>Hidden on screen, but marked here: {names}</source>
            <translation>در نمایش پنهان بود، ولی اینجا نشان داده شده است: {names}</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>الحاقی</translation>
        </message>
        <message>
            <source>Insertion</source>
            <translation>الحاق</translation>
        </message>
        <message>
            <source>Invisible characters</source>
            <translation>نویسهٔ ناپیدا</translation>
        </message>
        <message>
            <source>It belongs here</source>
            <translation>همین‌جا</translation>
        </message>
        <message>
            <source>It is {base}, word for word.</source>
            <translation>واژه به واژه همان {base} است.</translation>
        </message>
        <message>
            <source>It was rewritten much. Your answer is pinned and holds in later comparisons.</source>
            <translation>متن زیاد بازنویسی شده است. پاسخ شما سنجاق می‌شود و در مقایسه‌های بعدی می‌ماند.</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>لغو شد.</translation>
        </message>
        <message>
            <source>Its words are not in this text.</source>
            <translation>عبارت آن در این متن نیست.</translation>
        </message>
        <message>
            <source>JSON files</source>
            <translation>فایل‌های JSON</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>پیوستگی</translation>
        </message>
        <message>
            <source>Joining makes another word</source>
            <translation>پیوستگی، واژه را عوض کرده</translation>
        </message>
        <message>
            <source>Kept: {who}, {day} {time}</source>
            <translation>نگه داشته شد: {who}، {day} {time}</translation>
        </message>
        <message>
            <source>Kind of the annotation</source>
            <extracomment>The form was closed by Escape or its button. Another target was chosen, which the view shows. An unsaved annotation was restored into the form. The compared pair: the title of the instrument, its id and the numbers of both revisions.</extracomment>
            <translation>نوع حاشیه</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>متن درشت‌تر</translation>
        </message>
        <message>
            <source>Leave building</source>
            <translation>بیرون رفتن از ساختن</translation>
        </message>
        <message>
            <source>Leave building; the choices are kept</source>
            <translation>بیرون رفتن از ساختن؛ انتخاب‌ها می‌ماند</translation>
        </message>
        <message>
            <source>Leave references as they are</source>
            <translation>ارجاع‌ها همان‌گونه بمانند</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>حذف شده است</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>طول</translation>
        </message>
        <message>
            <source>Let go of the pin</source>
            <translation>رها کردن سنجاق</translation>
        </message>
        <message>
            <source>Letter form</source>
            <translation>شکل حرف</translation>
        </message>
        <message>
            <source>List of annotations</source>
            <translation>فهرست حاشیه‌ها</translation>
        </message>
        <message>
            <source>Look in the text</source>
            <extracomment>A narrower card leaves out what the bar and the reasons tell as well. The mouse or the focus is on the card.</extracomment>
            <translation>دیدن در متن</translation>
        </message>
        <message>
            <source>Macros of the older file were left out.</source>
            <translation>ماکروهای فایل قدیم کنار گذاشته شد.</translation>
        </message>
        <message>
            <source>Marginal comment</source>
            <translation>یادداشت کناری</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>نشانه</translation>
        </message>
        <message>
            <source>Marks on files from disk last until the program is closed.</source>
            <translation>نشان‌های فایل‌های دیسک تا بستن برنامه می‌ماند.</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>ادغام‌شده</translation>
        </message>
        <message>
            <source>Merged from {n} provisions</source>
            <translation>از ادغام {n} ماده/بند</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>Buttons that need revisions of an instrument.</extracomment>
            <translation>بیشتر</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>جابه‌جا</translation>
        </message>
        <message>
            <source>Moved and edited</source>
            <translation>جابه‌جا و اصلاح</translation>
        </message>
        <message>
            <source>Moved to {place}</source>
            <translation>به {place} رفته است</translation>
        </message>
        <message>
            <source>Neighbours</source>
            <translation>همسایه‌ها</translation>
        </message>
        <message>
            <source>New annotation</source>
            <translation>حاشیهٔ جدید</translation>
        </message>
        <message>
            <source>Newer revision</source>
            <translation>نسخهٔ جدید</translation>
        </message>
        <message>
            <source>Newer revision: {name}</source>
            <translation>نسخهٔ جدید: {name}</translation>
        </message>
        <message>
            <source>Newer text</source>
            <translation>متن جدید</translation>
        </message>
        <message>
            <source>Next change</source>
            <extracomment>The kinds reached by Alt and a digit, in the order of the counts below the texts. The next digit is for weighty changes.</extracomment>
            <translation>بعدی</translation>
        </message>
        <message>
            <source>Next change of number</source>
            <translation>تغییر شمارهٔ بعدی</translation>
        </message>
        <message>
            <source>Next change of this kind</source>
            <translation>تغییر بعدی از همین نوع</translation>
        </message>
        <message>
            <source>Next deletion</source>
            <translation>حذف بعدی</translation>
        </message>
        <message>
            <source>Next edit</source>
            <translation>اصلاح بعدی</translation>
        </message>
        <message>
            <source>Next insertion</source>
            <translation>الحاق بعدی</translation>
        </message>
        <message>
            <source>Next move</source>
            <translation>جابه‌جایی بعدی</translation>
        </message>
        <message>
            <source>Next open objection</source>
            <translation>ایراد باز بعدی</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>جای بعدی</translation>
        </message>
        <message>
            <source>Next question</source>
            <translation>پرسش بعدی</translation>
        </message>
        <message>
            <source>Next stale reference</source>
            <translation>ارجاع کهنهٔ بعدی</translation>
        </message>
        <message>
            <source>Next weighty change</source>
            <translation>تغییر پراهمیت بعدی</translation>
        </message>
        <message>
            <source>No annotations yet. Select words and press N.</source>
            <translation>هنوز حاشیه‌ای نیست. عبارتی را انتخاب کنید و N را بزنید.</translation>
        </message>
        <message>
            <source>No article resembles it enough.</source>
            <extracomment>The key of "none of them". Shares of the width: of OLD, and of the candidates. A longer neighbour is cut.</extracomment>
            <translation>هیچ ماده‌ای به‌اندازهٔ کافی به آن شبیه نیست.</translation>
        </message>
        <message>
            <source>No change of this kind</source>
            <translation>تغییری از این دست نیست</translation>
        </message>
        <message>
            <source>No comment asked for it.</source>
            <translation>هیچ نظری آن را نخواسته است.</translation>
        </message>
        <message>
            <source>No instrument has two revisions yet</source>
            <translation>هنوز هیچ پیش‌نویسی دو نسخه ندارد</translation>
        </message>
        <message>
            <source>No labels were found; the text is compared by paragraph.</source>
            <translation>برچسبی (ماده، تبصره، بند) یافت نشد؛ متن بندبه‌بند مقایسه می‌شود.</translation>
        </message>
        <message>
            <source>No objection is open.</source>
            <translation>هیچ ایراد بازی نیست.</translation>
        </message>
        <message>
            <source>No open annotation suggests another wording.</source>
            <translation>هیچ حاشیهٔ بازی عبارت دیگری پیشنهاد نکرده است.</translation>
        </message>
        <message>
            <source>No pair in {side}</source>
            <translation>بدون جفت در {side}</translation>
        </message>
        <message>
            <source>No pair of this comparison is uncertain.</source>
            <translation>در این مقایسه جفت نامطمئنی نیست.</translation>
        </message>
        <message>
            <source>No revision can be added: the document is finished, or it takes another role.</source>
            <translation>نسخه‌ای نمی‌توان افزود: کار این سند پایان یافته یا نقش دیگری می‌خواهد.</translation>
        </message>
        <message>
            <source>No substantive change</source>
            <translation>تغییر محتوایی نیست</translation>
        </message>
        <message>
            <source>No uncertain pair is left. The answers are pinned above the changes.</source>
            <translation>جفت نامطمئنی نمانده است. پاسخ‌ها بالای فهرست تغییرها سنجاق شده است.</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <source>None in between</source>
            <translation>بدون متن میانی</translation>
        </message>
        <message>
            <source>None of the candidates</source>
            <translation>هیچ‌یک از گزینه‌ها</translation>
        </message>
        <message>
            <source>Not compared</source>
            <translation>مقایسه‌نشده</translation>
        </message>
        <message>
            <source>Not compared: {names}</source>
            <translation>مقایسه نشد: {names}</translation>
        </message>
        <message>
            <source>Not found on either side</source>
            <translation>در هیچ‌یک از دو متن پیدا نشد</translation>
        </message>
        <message>
            <source>Not in this revision</source>
            <translation>در این نسخه نیست</translation>
        </message>
        <message>
            <source>Not in {side}</source>
            <translation>در {side} نیست</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>The anchor of a card is this far above the bottom of its phrase. Minimum distance of cards from the top and bottom of the viewport. Visible height of the edges of a pile below its first card. The chip colour of each kind of thread (see `ui.widgets.chip.draw_chip`). The number of further cards hidden behind this one for lack of room.</extracomment>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Nothing chosen yet</source>
            <translation>هنوز چیزی انتخاب نشده</translation>
        </message>
        <message>
            <source>Nothing is being compared</source>
            <translation>چیزی برای مقایسه باز نیست</translation>
        </message>
        <message>
            <source>Nothing is pinned. P on a deleted and on an inserted provision makes them one.</source>
            <translation>چیزی سنجاق نشده است. P (ح) بر ماده یا بند حذف‌شده و سپس بر ماده یا بند الحاقی، آن دو را یکی می‌کند.</translation>
        </message>
        <message>
            <source>Nothing substantive changed.</source>
            <translation>هیچ تغییر محتوایی نیست.</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>چیزی تغییر نکرده و از دست نرفته است</translation>
        </message>
        <message>
            <source>Now: {words}</source>
            <extracomment>A longer message gets a scrollable box, because a label would cut it.</extracomment>
            <translation>اکنون: {words}</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Number only</source>
            <translation>فقط شماره</translation>
        </message>
        <message>
            <source>Numbers and rare words</source>
            <translation>عدد و واژهٔ کم‌یاب</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>ایراد</translation>
        </message>
        <message>
            <source>Older revision</source>
            <translation>نسخهٔ پیشین</translation>
        </message>
        <message>
            <source>Older revision: {name}</source>
            <translation>نسخهٔ پیشین: {name}</translation>
        </message>
        <message>
            <source>Older text</source>
            <translation>متن پیشین</translation>
        </message>
        <message>
            <source>Only a provision that stands on both sides can be parted.</source>
            <translation>تنها ماده یا بندی را می‌توان جدا کرد که در هر دو سو هست.</translation>
        </message>
        <message>
            <source>Only changes of rights, duties, amounts, terms and conditions, and of who decides</source>
            <translation>تنها تغییر حق، تکلیف، مبلغ، مهلت و شرط، و تغییر تصمیم‌گیرنده</translation>
        </message>
        <message>
            <source>Only what changed since publication in provisions that neither a comment nor the revision in between is about</source>
            <translation>فقط تغییرهای پس از انتشار در ماده‌هایی که نه نظری دربارهٔ آن‌هاست و نه نسخهٔ میانی به آن‌ها پرداخته است</translation>
        </message>
        <message>
            <source>Only what you have not seen yet</source>
            <translation>تنها تغییرهایی که هنوز ندیده‌اید</translation>
        </message>
        <message>
            <source>Only what you or a colleague wants to discuss</source>
            <translation>تنها تغییرهایی که شما یا همکاری محل بحث می‌داند</translation>
        </message>
        <message>
            <source>Open objections: {n} · next</source>
            <translation>ایراد باز: {n} · بعدی</translation>
        </message>
        <message>
            <source>Open or close all folds</source>
            <translation>گشودن یا بستن همهٔ تاها</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>باز کردن فایل</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>باز کردن پوشه</translation>
        </message>
        <message>
            <source>Other changes</source>
            <translation>دیگر تغییرها</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>فایل‌های PDF</translation>
        </message>
        <message>
            <source>PDF: both texts side by side</source>
            <translation>PDF: دو متن کنار هم</translation>
        </message>
        <message>
            <source>PDF: list of changes</source>
            <translation>PDF: فهرست تغییرها</translation>
        </message>
        <message>
            <source>PDF: list of changes, then both texts</source>
            <extracomment>Characters that are invalid in file names.</extracomment>
            <translation>PDF: فهرست تغییرها، سپس دو متن</translation>
        </message>
        <message>
            <source>Page footer</source>
            <translation>پاصفحه</translation>
        </message>
        <message>
            <source>Page for a browser (HTML)</source>
            <translation>صفحهٔ مرورگر (HTML)</translation>
        </message>
        <message>
            <source>Page header</source>
            <translation>سرصفحه</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>صفحهٔ {page} از {pages}</translation>
        </message>
        <message>
            <source>Pair of {title}, certain</source>
            <translation>جفت {title}، مطمئن</translation>
        </message>
        <message>
            <source>Pair of {title}, {percent}</source>
            <translation>جفت {title}، {percent}</translation>
        </message>
        <message>
            <source>Perhaps {title}, {percent}</source>
            <translation>شاید {title}، {percent}</translation>
        </message>
        <message>
            <source>Pin with candidate {n}</source>
            <translation>سنجاق با گزینهٔ {n}</translation>
        </message>
        <message>
            <source>Pin with this one</source>
            <translation>سنجاق با این ماده</translation>
        </message>
        <message>
            <source>Pin with {title}</source>
            <translation>سنجاق با {title}</translation>
        </message>
        <message>
            <source>Pinned by hand: {n}</source>
            <translation>سنجاق‌های دستی: {n}</translation>
        </message>
        <message>
            <source>Place {n} of {total}</source>
            <translation>جای {n} از {total}</translation>
        </message>
        <message>
            <source>Places among which to choose</source>
            <translation>جاهایی که باید از میانشان انتخاب کرد</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>متن ساده</translation>
        </message>
        <message>
            <source>Press B first, to build the next revision.</source>
            <translation>نخست B (ذ) را بزنید تا ساختن نسخهٔ بعد آغاز شود.</translation>
        </message>
        <message>
            <source>Preview</source>
            <extracomment>Further boxes are only counted. A change should be taken from the newer side again: its key. The side to compare the preview with. The form for saving is requested; the summary was confirmed.</extracomment>
            <translation>پیش‌نمایش</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>قبلی</translation>
        </message>
        <message>
            <source>Previous change of this kind</source>
            <translation>تغییر قبلی از همین نوع</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>جای قبلی</translation>
        </message>
        <message>
            <source>Previous question</source>
            <translation>پرسش قبلی</translation>
        </message>
        <message>
            <source>Previous weighty change</source>
            <translation>تغییر پراهمیت قبلی</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>در حال چاپ…</translation>
        </message>
        <message>
            <source>Provisions that are too long to be compared word by word exactly: {n}. More may be marked there than was changed. Divide them into paragraphs in both texts and compare again.</source>
            <translation>{n} ماده/بند بلندتر از آن است که واژه‌به‌واژه و دقیق مقایسه شود. شاید در آن بیش از تغییرات واقعی علامت خورده باشد. آن را در هر دو متن به پاراگراف‌های کوتاه‌تر تقسیم و دوباره مقایسه کنید.</translation>
        </message>
        <message>
            <source>Punctuation</source>
            <translation>نشانه‌گذاری</translation>
        </message>
        <message>
            <source>Put all references right</source>
            <translation>اصلاح همهٔ ارجاع‌ها</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>افزوده شده است</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>پرسش</translation>
        </message>
        <message>
            <source>Question {n} of {total}</source>
            <translation>پرسش {n} از {total}</translation>
        </message>
        <message>
            <source>Reading the structure…</source>
            <translation>ساختار خوانده می‌شود…</translation>
        </message>
        <message>
            <source>Record as deleted</source>
            <translation>ثبت به‌عنوان حذف‌شده</translation>
        </message>
        <message>
            <source>Renumbered</source>
            <translation>تغییر شماره</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>Reply…</source>
            <translation>پاسخ…</translation>
        </message>
        <message>
            <source>Revision {n}</source>
            <translation>نسخهٔ {n}</translation>
        </message>
        <message>
            <source>Revision {n} was built and saved.</source>
            <translation>نسخهٔ {n} ساخته و ذخیره شد.</translation>
        </message>
        <message>
            <source>Save as {revision}</source>
            <translation>ذخیره به نام {revision}</translation>
        </message>
        <message>
            <source>Save the annotation</source>
            <translation>ثبت حاشیه</translation>
        </message>
        <message>
            <source>Save the revision</source>
            <translation>ذخیرهٔ نسخه</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>ذخیره…</translation>
        </message>
        <message>
            <source>Searching for candidates…</source>
            <translation>در حال جست‌وجوی گزینه‌ها…</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>دیده‌شده</translation>
        </message>
        <message>
            <source>Select the provision</source>
            <translation>انتخاب متن ماده/بند</translation>
        </message>
        <message>
            <source>Select the words in the newer revision first.</source>
            <translation>نخست عبارت را در نسخهٔ جدیدتر انتخاب کنید.</translation>
        </message>
        <message>
            <source>Send the reply</source>
            <translation>فرستادن پاسخ</translation>
        </message>
        <message>
            <source>Setting the pages…</source>
            <translation>در حال چیدن صفحه‌ها…</translation>
        </message>
        <message>
            <source>Several places are about as good; which one is meant?</source>
            <translation>چند جا به یک اندازه محتمل است؛ کدام مقصود است؟</translation>
        </message>
        <message>
            <source>Show or hide differences in spelling</source>
            <translation>نمایش یا پنهان‌کردن تفاوت‌های نگارشی</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>متن ریزتر</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>فاصله</translation>
        </message>
        <message>
            <source>Spelling only</source>
            <translation>نگارشی</translation>
        </message>
        <message>
            <source>Spelling: {kind}</source>
            <translation>نگارشی: {kind}</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>تفکیک‌شده</translation>
        </message>
        <message>
            <source>Split into {n} provisions</source>
            <translation>به {n} ماده/بند تفکیک شد</translation>
        </message>
        <message>
            <source>Stale reference: no longer there</source>
            <translation>ارجاع کهنه: دیگر نیست</translation>
        </message>
        <message>
            <source>Stale reference: now {label}</source>
            <translation>ارجاع کهنه: {label} است</translation>
        </message>
        <message>
            <source>Stale reference: “{was}” is no longer there</source>
            <translation>ارجاع کهنه: «{was}» دیگر در متن نیست</translation>
        </message>
        <message>
            <source>Stale reference: “{was}” should read “{now}”</source>
            <translation>ارجاع کهنه: «{was}» باید «{now}» شود</translation>
        </message>
        <message>
            <source>Stale references: {n}</source>
            <translation>ارجاع کهنه: {n}</translation>
        </message>
        <message>
            <source>Stand on a change first: F8 goes to the next one.</source>
            <extracomment>Marks are written together after this pause, in milliseconds. Delay after which failed writes are retried, in milliseconds. Marks changed: list, counts and view have to be updated. A mark was set: the message, and a function to undo it or None. The books being written, and those whose write failed while another comparison was open.</extracomment>
            <translation>نخست تغییری را انتخاب کنید: F8 به تغییر بعدی می‌رود.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped. Nothing was written.</source>
            <translation>متوقف شد. چیزی نوشته نشد.</translation>
        </message>
        <message>
            <source>Structure of the text</source>
            <extracomment>Indent per level in pixels, limited to `_DEEPEST` levels.
----------
Further pins are only counted. A line of the outline was chosen: the side and a code point of its text. A pin should be removed.</extracomment>
            <translation>ساختار متن</translation>
        </message>
        <message>
            <source>Suggested wording</source>
            <translation>پیشنهاد عبارت</translation>
        </message>
        <message>
            <source>Suggested wordings</source>
            <translation>پیشنهادهای عبارت</translation>
        </message>
        <message>
            <source>Summary of the revision</source>
            <extracomment>Whether the form was opened or closed.</extracomment>
            <translation>خلاصهٔ نسخه</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>پس دادن</translation>
        </message>
        <message>
            <source>Take from the newer revision again</source>
            <translation>دوباره از نسخهٔ جدیدتر</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>گرفتن</translation>
        </message>
        <message>
            <source>Take the new wording</source>
            <translation>گرفتن عبارت نسخهٔ جدیدتر</translation>
        </message>
        <message>
            <source>Take the old wording</source>
            <translation>گرفتن عبارت نسخهٔ پیشین</translation>
        </message>
        <message>
            <source>Terms to check: {n}</source>
            <translation>واژه‌های نیازمند بررسی: {n}</translation>
        </message>
        <message>
            <source>Text after the comments</source>
            <translation>متن پس از نظرها</translation>
        </message>
        <message>
            <source>Text files</source>
            <translation>فایل‌های متنی</translation>
        </message>
        <message>
            <source>Text of the annotation</source>
            <translation>متن حاشیه</translation>
        </message>
        <message>
            <source>Text without a label</source>
            <translation>متن بدون عنوان</translation>
        </message>
        <message>
            <source>The annotation has another person to see to it.</source>
            <translation>مسئول حاشیه عوض شد.</translation>
        </message>
        <message>
            <source>The annotation has its place again.</source>
            <translation>حاشیه دوباره سر جایش است.</translation>
        </message>
        <message>
            <source>The annotation was closed.</source>
            <extracomment>Changes the current thread on the revision of this number. A thread was changed, or a change was undone: the threads have to be reloaded. Emits a message about what was done, and its undo (a callable, or None).</extracomment>
            <translation>حاشیه بسته شد.</translation>
        </message>
        <message>
            <source>The annotation was reopened.</source>
            <translation>حاشیه بازگشایی شد.</translation>
        </message>
        <message>
            <source>The annotation was saved.</source>
            <translation>حاشیه ثبت شد.</translation>
        </message>
        <message>
            <source>The candidates could not be searched; the question stays open.</source>
            <translation>جست‌وجوی گزینه‌ها انجام نشد؛ پرسش همچنان باز است.</translation>
        </message>
        <message>
            <source>The change was copied with its marks.</source>
            <translation>تغییر با نشانه‌هایش کپی شد.</translation>
        </message>
        <message>
            <source>The change was copied.</source>
            <translation>تغییر کپی شد.</translation>
        </message>
        <message>
            <source>The changes could not be tracked in “{name}” itself.</source>
            <extracomment>Makes the redline in the file OLD; the second is NEW if it is a DOCX.</extracomment>
            <translation>تغییرها را نمی‌شد در خود «{name}» ردگیری کرد.</translation>
        </message>
        <message>
            <source>The document was made from the two texts alone.</source>
            <translation>سند فقط از روی دو متن ساخته شد.</translation>
        </message>
        <message>
            <source>The last revision beside the one before it</source>
            <translation>نسخهٔ آخر در کنار نسخهٔ پیش از آن</translation>
        </message>
        <message>
            <source>The new wording is taken</source>
            <translation>عبارت جدید گرفته شده است</translation>
        </message>
        <message>
            <source>The new wording itself; its reason as a reply</source>
            <translation>خودِ عبارت جدید؛ دلیل را در پاسخ بنویسید</translation>
        </message>
        <message>
            <source>The newer text</source>
            <translation>متن جدیدتر</translation>
        </message>
        <message>
            <source>The newer text says that it has {stated}; {found} were recognised in it.</source>
            <translation>متن جدید می‌گوید {stated} دارد؛ {found} در آن شناخته شد.</translation>
        </message>
        <message>
            <source>The old wording is taken</source>
            <translation>عبارت پیشین گرفته شده است</translation>
        </message>
        <message>
            <source>The older text</source>
            <translation>متن قدیمی‌تر</translation>
        </message>
        <message>
            <source>The pin was taken away.</source>
            <translation>سنجاق حذف شد.</translation>
        </message>
        <message>
            <source>The printer did not take the pages. Check it, or write a PDF.</source>
            <translation>چاپگر صفحه‌ها را نپذیرفت. آن را بررسی کنید یا PDF بسازید.</translation>
        </message>
        <message>
            <source>The revision in between that carries what the comments asked for, if there is one</source>
            <translation>نسخهٔ میانی که خواستهٔ نظرها در آن آمده است، اگر باشد</translation>
        </message>
        <message>
            <source>The selection was copied with its marks.</source>
            <translation>بخش انتخاب‌شده با نشانه‌هایش کپی شد.</translation>
        </message>
        <message>
            <source>The selection was copied.</source>
            <extracomment>An annotation is requested on code points `[start, end)` of a side ("old" or "new"). Something was copied: the text for the message bar.</extracomment>
            <translation>بخش انتخاب‌شده کپی شد.</translation>
        </message>
        <message>
            <source>The texts could not be compared</source>
            <translation>متن‌ها مقایسه نشد</translation>
        </message>
        <message>
            <source>The words changed since; found again with {n}% confidence.</source>
            <translation>عبارت از آن پس تغییر کرده؛ با اطمینان {n}٪ دوباره پیدا شد.</translation>
        </message>
        <message>
            <source>These two are not one</source>
            <translation>این دو یکی نیست</translation>
        </message>
        <message>
            <source>These two are one already; part them first if they are not.</source>
            <translation>این دو هم‌اکنون یکی گرفته شده‌اند؛ اگر نیستند نخست جدایشان کنید.</translation>
        </message>
        <message>
            <source>These words</source>
            <translation>این عبارت</translation>
        </message>
        <message>
            <source>These words are no longer in the text.</source>
            <translation>این عبارت دیگر در متن نیست.</translation>
        </message>
        <message>
            <source>These words may have gone here; are they the ones that are meant?</source>
            <translation>شاید عبارت به اینجا رفته باشد؛ همین مقصود است؟</translation>
        </message>
        <message>
            <source>These words were deleted in {revision}.</source>
            <translation>این عبارت در {revision} حذف شده است.</translation>
        </message>
        <message>
            <source>These words were lost in {revision}.</source>
            <translation>این عبارت از {revision} به بعد در متن نیست.</translation>
        </message>
        <message>
            <source>This PC has no printer that is set up. Add one, or write a PDF.</source>
            <translation>این رایانه چاپگری ندارد. چاپگری بیفزایید یا PDF بسازید.</translation>
        </message>
        <message>
            <source>This change</source>
            <translation>این تغییر</translation>
        </message>
        <message>
            <source>This is the same as “{title}”</source>
            <translation>این همان «{title}» است</translation>
        </message>
        <message>
            <source>This is the same as …</source>
            <extracomment>Pins changed: the comparison has to be repeated, and then show this side and code point. An action was done or refused: the message, and a function to undo it or None. A provision waits for its partner: the instruction, or an empty string if none waits. A pin was not kept; the owner shows why. The commands for the command palette.</extracomment>
            <translation>این یکی است با …</translation>
        </message>
        <message>
            <source>This side has no text.</source>
            <translation>این سو متنی ندارد.</translation>
        </message>
        <message>
            <source>To be discussed</source>
            <translation>محل بحث</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Try the same again</source>
            <translation>تلاش دوباره با همین</translation>
        </message>
        <message>
            <source>Two files from disk</source>
            <extracomment>The number of the revision from which the thread was loaded.</extracomment>
            <translation>دو فایل از دیسک</translation>
        </message>
        <message>
            <source>Two files from disk…</source>
            <translation>دو فایل از دیسک…</translation>
        </message>
        <message>
            <source>Two provisions bear the same number now: {names}</source>
            <translation>اکنون دو ماده یا بند یک شماره دارند: {names}</translation>
        </message>
        <message>
            <source>Two revisions of an instrument</source>
            <translation>دو نسخه از یک پیش‌نویس</translation>
        </message>
        <message>
            <source>Two revisions stand here side by side, with every change between them.</source>
            <translation>اینجا دو نسخه کنار هم می‌آیند، با همهٔ تغییرهای میان آن‌ها.</translation>
        </message>
        <message>
            <source>Uncertain pair, {percent}</source>
            <translation>جفت نامطمئن، {percent}</translation>
        </message>
        <message>
            <source>Uncertain pairs</source>
            <extracomment>A message that has no undo. Whether the page of questions is to be shown or left. The comparison has to be repeated. Where in OLD the answered article starts, while the texts are compared again.
----------
Further rows are scrolled to. A question or an answer was chosen, by a click or by Enter.</extracomment>
            <translation>جفت‌های نامطمئن</translation>
        </message>
        <message>
            <source>Uncertain pairs of rewritten articles: {n}; nobody has confirmed or parted them.</source>
            <translation>{n} جفت از ماده‌های بازنویسی‌شده نامطمئن است؛ هنوز کسی دربارهٔ آن‌ها تصمیم نگرفته است.</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <extracomment>The first word of an article's label and of a division's heading. A digit may follow without a space, and a quotation mark precede it. A number joined to its word («ماده۴»), and one in brackets («ماده (۴)»): equivalent spellings.</extracomment>
            <translation>بدون تغییر</translation>
        </message>
        <message>
            <source>Unnumbered</source>
            <translation>بی‌شماره</translation>
        </message>
        <message>
            <source>Until you answer, {old} and {new} are taken for one article.</source>
            <translation>تا پاسخ شما، {old} و {new} یک ماده شمرده می‌شود.</translation>
        </message>
        <message>
            <source>Used in</source>
            <translation>کاربرد در</translation>
        </message>
        <message>
            <source>Web pages</source>
            <translation>صفحه‌های وب</translation>
        </message>
        <message>
            <source>Weighty</source>
            <translation>پراهمیت</translation>
        </message>
        <message>
            <source>Weighty changes</source>
            <translation>تغییرهای پراهمیت</translation>
        </message>
        <message>
            <source>Weighty: a right, a duty, an amount, a term, a condition or who decides</source>
            <extracomment>Maximum number of quoted code points of the other side.</extracomment>
            <translation>پراهمیت: حق، تکلیف، مبلغ، مهلت، شرط یا تصمیم‌گیرنده</translation>
        </message>
        <message>
            <source>Weighty: the joining makes another word</source>
            <translation>پراهمیت: پیوستگی، واژهٔ دیگری ساخته است</translation>
        </message>
        <message>
            <source>What do you ask about it?</source>
            <translation>دربارهٔ آن چه می‌پرسید؟</translation>
        </message>
        <message>
            <source>What do you want to say about it?</source>
            <translation>دربارهٔ آن چه می‌نویسید؟</translation>
        </message>
        <message>
            <source>What speaks against it?</source>
            <translation>ایراد آن چیست؟</translation>
        </message>
        <message>
            <source>What the annotation is about</source>
            <translation>حاشیه دربارهٔ چیست</translation>
        </message>
        <message>
            <source>What was chosen for the next revision was put aside.</source>
            <translation>انتخاب‌های نسخهٔ بعد کنار گذاشته شد.</translation>
        </message>
        <message>
            <source>What was deleted</source>
            <translation>حذف‌شده</translation>
        </message>
        <message>
            <source>Which article of {new} is “{title}” of {old}?</source>
            <translation>«{title}» {old} در {new} کدام است؟</translation>
        </message>
        <message>
            <source>Which place is meant?</source>
            <translation>کدام جا مقصود است؟</translation>
        </message>
        <message>
            <source>Which provision of {side} is “{title}”? Go to it and press P; Esc lets go.</source>
            <translation>«{title}» کدام ماده یا بند {side} است؟ روی آن بروید و P (ح) بزنید؛ Esc رها می‌کند.</translation>
        </message>
        <message>
            <source>Which text</source>
            <translation>کدام متن</translation>
        </message>
        <message>
            <source>Which text is read</source>
            <translation>کدام متن خوانده شود</translation>
        </message>
        <message>
            <source>Whole provision</source>
            <translation>کل ماده/بند</translation>
        </message>
        <message>
            <source>Without a place</source>
            <translation>بی‌جا مانده‌ها</translation>
        </message>
        <message>
            <source>Word documents</source>
            <translation>سندهای Word</translation>
        </message>
        <message>
            <source>Word with tracked changes</source>
            <translation>Word با تغییرهای ردگیری‌شده</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>عبارت</translation>
        </message>
        <message>
            <source>Writing “{name}”…</source>
            <extracomment>Asks for the target: takes the suggested path and the filter of the dialog; returns None if cancelled. Makes the content of a file, or an export with notes. A job that ends within so many milliseconds shows no progress.</extracomment>
            <translation>در حال نوشتن «{name}»…</translation>
        </message>
        <message>
            <source>Your answer is being kept; the texts are compared again …</source>
            <translation>پاسخ شما ثبت و متن‌ها دوباره مقایسه می‌شود…</translation>
        </message>
        <message>
            <source>Your marks are not kept: that takes the role of a clerk, reviewer or manager.</source>
            <translation>نشان‌های شما نگه داشته نمی‌شود: نقش کارشناس، کارشناس حقوقی یا مدیر می‌خواهد.</translation>
        </message>
        <message>
            <source>a place that is no provision</source>
            <translation>جایی که ماده یا بند نیست</translation>
        </message>
        <message>
            <source>and {n} earlier ones</source>
            <translation>و {n} سنجاق پیشین</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>و {n} مورد دیگر</translation>
        </message>
        <message>
            <source>another article</source>
            <translation>ماده‌ای دیگر</translation>
        </message>
        <message>
            <source>being built</source>
            <translation>در دست ساخت</translation>
        </message>
        <message>
            <source>compared with</source>
            <translation>در برابر</translation>
        </message>
        <message>
            <source>confidence {percent}</source>
            <translation>اطمینان {percent}</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>اصلاح</translation>
        </message>
        <message>
            <source>far from the pairs of {names}</source>
            <translation>دور از جفت‌های {names}</translation>
        </message>
        <message>
            <source>first article of both texts</source>
            <translation>نخستین مادهٔ هر دو متن</translation>
        </message>
        <message>
            <source>first file</source>
            <translation>فایل نخست</translation>
        </message>
        <message>
            <source>for it</source>
            <translation>موافق</translation>
        </message>
        <message>
            <source>from {revision}</source>
            <extracomment>An action was done or refused: the message, and a function to undo it or None. A comparison is requested: the source, and the place (side and code point) to show, or None. Whether the preview of the next revision is to be shown or closed.</extracomment>
            <translation>از {revision}</translation>
        </message>
        <message>
            <source>in spelling</source>
            <translation>نگارشی</translation>
        </message>
        <message>
            <source>in spelling, hidden</source>
            <translation>نگارشی، پنهان</translation>
        </message>
        <message>
            <source>inserted</source>
            <translation>الحاق</translation>
        </message>
        <message>
            <source>instead of: “{quote}”</source>
            <translation>به جای: «{quote}»</translation>
        </message>
        <message>
            <source>it is defined more than once</source>
            <translation>بیش از یک بار تعریف شده است</translation>
        </message>
        <message>
            <source>it is still used, but no longer defined</source>
            <translation>هنوز به کار می‌رود، ولی دیگر تعریف نشده است</translation>
        </message>
        <message>
            <source>it is used, but not defined</source>
            <translation>به کار رفته، ولی تعریف نشده است</translation>
        </message>
        <message>
            <source>its definition changed</source>
            <translation>تعریف آن تغییر کرده است</translation>
        </message>
        <message>
            <source>last article of both texts</source>
            <translation>واپسین مادهٔ هر دو متن</translation>
        </message>
        <message>
            <source>left out: {words} end of what was left out</source>
            <translation>حذف‌شده: {words} پایان حذف</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>جابه‌جا</translation>
        </message>
        <message>
            <source>none in common</source>
            <translation>هیچ‌کدام مشترک نیست</translation>
        </message>
        <message>
            <source>not for it</source>
            <translation>نه موافق</translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>ندیده</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>نیست</translation>
        </message>
        <message>
            <source>not {names}; {person}</source>
            <translation>همان {names} نیست؛ {person}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>اکنون</translation>
        </message>
        <message>
            <source>on provisions without a comment</source>
            <translation>در ماده‌های بدون نظر</translation>
        </message>
        <message>
            <source>one stale reference</source>
            <translation>یک ارجاع کهنه</translation>
        </message>
        <message>
            <source>pinned, {person}</source>
            <translation>سنجاق شد، {person}</translation>
        </message>
        <message>
            <source>put in: {words} end of what was put in</source>
            <translation>افزوده: {words} پایان افزوده</translation>
        </message>
        <message>
            <source>renumbered</source>
            <translation>تغییر شماره</translation>
        </message>
        <message>
            <source>rewritten</source>
            <translation>بازنویسی</translation>
        </message>
        <message>
            <source>rewritten and extended</source>
            <translation>بازنویسی و افزایش</translation>
        </message>
        <message>
            <source>rewritten and shortened</source>
            <translation>بازنویسی و کاهش</translation>
        </message>
        <message>
            <source>second file</source>
            <translation>فایل دوم</translation>
        </message>
        <message>
            <source>similar subject</source>
            <translation>موضوع نزدیک</translation>
        </message>
        <message>
            <source>stale references</source>
            <translation>ارجاع کهنه</translation>
        </message>
        <message>
            <source>to discuss</source>
            <translation>محل بحث</translation>
        </message>
        <message>
            <source>was</source>
            <translation>پیش از این</translation>
        </message>
        <message>
            <source>weighty</source>
            <translation>پراهمیت</translation>
        </message>
        <message>
            <source>without a pair themselves</source>
            <translation>خود جفتی ندارند</translation>
        </message>
        <message>
            <source>you</source>
            <translation>شما</translation>
        </message>
        <message>
            <source>{author}: {text}</source>
            <translation>{author}: {text}</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}، ساعت {time}</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} و {last}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
        </message>
        <message>
            <source>{label} of {article}</source>
            <translation>{label} {article}</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} و {last}</translation>
        </message>
        <message>
            <source>{name} (spelling)</source>
            <translation>{name} (نگارشی)</translation>
        </message>
        <message>
            <source>{name} (weighty)</source>
            <translation>{name} (مهم)</translation>
        </message>
        <message>
            <source>{name} closed it: {outcome}</source>
            <translation>{name} آن را بست: {outcome}</translation>
        </message>
        <message>
            <source>{name} gave it its place in {revision}</source>
            <translation>{name} جای آن را در {revision} انتخاب کرد</translation>
        </message>
        <message>
            <source>{name} gave it to nobody</source>
            <translation>{name} مسئول آن را حذف کرد</translation>
        </message>
        <message>
            <source>{name} gave it to {person}</source>
            <translation>{name} آن را به {person} سپرد</translation>
        </message>
        <message>
            <source>{name} reopened it</source>
            <translation>{name} آن را دوباره باز کرد</translation>
        </message>
        <message>
            <source>{name} took its place in {revision} back</source>
            <translation>{name} جای آن را در {revision} پس گرفت</translation>
        </message>
        <message>
            <source>{new} (number; was {old})</source>
            <translation>{new} (شماره؛ پیش از این {old})</translation>
        </message>
        <message>
            <source>{new} (spelling, {kind}; was {old})</source>
            <translation>{new} (نگارشی، {kind}؛ پیش از این {old})</translation>
        </message>
        <message>
            <source>{new} (was {old})</source>
            <translation>{new} (پیش‌تر {old})</translation>
        </message>
        <message>
            <source>{new} words instead of {old}</source>
            <translation>{new} واژه به‌جای {old}</translation>
        </message>
        <message>
            <source>{n} accepted</source>
            <translation>{n} پذیرفته</translation>
        </message>
        <message>
            <source>{n} annotations move with your answer.</source>
            <translation>{n} حاشیه با پاسخ شما جابه‌جا می‌شود.</translation>
        </message>
        <message>
            <source>{n} articles moved along</source>
            <translation>{n} ماده همراه آن جابه‌جا شد</translation>
        </message>
        <message>
            <source>{n} articles without a change</source>
            <translation>{n} ماده بدون تغییر</translation>
        </message>
        <message>
            <source>{n} before these</source>
            <translation>{n} حاشیه پیش از این‌ها</translation>
        </message>
        <message>
            <source>{n} candidates, {shares}</source>
            <translation>{n} گزینه، {shares}</translation>
        </message>
        <message>
            <source>{n} changes</source>
            <translation>{n} تغییر</translation>
        </message>
        <message>
            <source>{n} changes of footnotes, comments, headers and footers are not tracked in the file; the comparison shows them.</source>
            <translation>{n} تغییر در پانوشت‌ها، یادداشت‌ها، سربرگ‌ها و پابرگ‌ها در این فایل ثبت نشده است؛ در مقایسه دیده می‌شود.</translation>
        </message>
        <message>
            <source>{n} changes outside the filter</source>
            <translation>{n} تغییر خارج از شرط‌ها</translation>
        </message>
        <message>
            <source>{n} in spelling only</source>
            <translation>{n} مورد فقط نگارشی است.</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} از {total}</translation>
        </message>
        <message>
            <source>{n} of {total}, all in the same order</source>
            <translation>{n} از {total}، همه به همان ترتیب</translation>
        </message>
        <message>
            <source>{n} of {total}, scattered</source>
            <translation>{n} از {total}، پراکنده</translation>
        </message>
        <message>
            <source>{n} of {total}, {ordered} of them in the same order</source>
            <translation>{n} از {total}، {ordered} واژه به همان ترتیب</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} باز</translation>
        </message>
        <message>
            <source>{n} pages went to the printer.</source>
            <translation>{n} صفحه به چاپگر رفت.</translation>
        </message>
        <message>
            <source>{n} paragraphs without a change</source>
            <translation>{n} پاراگراف بدون تغییر</translation>
        </message>
        <message>
            <source>{n} places in the text</source>
            <translation>{n} جا در متن</translation>
        </message>
        <message>
            <source>{n} provisions changed in spelling only</source>
            <translation>{n} ماده/بند تنها با تغییر نگارشی</translation>
        </message>
        <message>
            <source>{n} provisions moved along</source>
            <translation>{n} ماده/بند همراه آن جابه‌جا شد</translation>
        </message>
        <message>
            <source>{n} provisions without a change</source>
            <translation>{n} ماده/بند بدون تغییر</translation>
        </message>
        <message>
            <source>{n} public comments are on this article.</source>
            <translation>{n} نظر مردم دربارهٔ این ماده است.</translation>
        </message>
        <message>
            <source>{n} replies</source>
            <translation>{n} پاسخ</translation>
        </message>
        <message>
            <source>{n} rows without a change</source>
            <translation>{n} ردیف بدون تغییر</translation>
        </message>
        <message>
            <source>{n} spelled otherwise</source>
            <translation>{n} مورد فقط نگارشی</translation>
        </message>
        <message>
            <source>{n} stale references</source>
            <translation>{n} ارجاع کهنه</translation>
        </message>
        <message>
            <source>{n} to be discussed</source>
            <extracomment>The width of the progress bar in pixels.</extracomment>
            <translation>{n} محل بحث</translation>
        </message>
        <message>
            <source>{n}%</source>
            <translation>{n}‏٪</translation>
        </message>
        <message>
            <source>{old} counts as deleted and {new} as inserted; until you answer it stays so.</source>
            <translation>{old} حذف و {new} الحاق شمرده می‌شود؛ تا پاسخ شما نیز همین است.</translation>
        </message>
        <message>
            <source>{part} of {provision}</source>
            <translation>{part} {provision}</translation>
        </message>
        <message>
            <source>{percent}% done</source>
            <translation>{percent}٪ انجام شد</translation>
        </message>
        <message>
            <source>{revision} as it would be saved</source>
            <translation>{revision}، چنان‌که ذخیره می‌شود</translation>
        </message>
        <message>
            <source>{revision}, being built</source>
            <translation>{revision}، در دست ساخت</translation>
        </message>
        <message>
            <source>{seen} of {total} seen</source>
            <translation>{seen} از {total} دیده شد</translation>
        </message>
        <message>
            <source>{side} has no text</source>
            <translation>{side} متن ندارد</translation>
        </message>
        <message>
            <source>{term}: {what}.</source>
            <translation>{term}: {what}.</translation>
        </message>
        <message>
            <source>{title}, confidence {percent}</source>
            <translation>{title}، اطمینان {percent}</translation>
        </message>
        <message>
            <source>“{name}” was written.</source>
            <translation>«{name}» نوشته شد.</translation>
        </message>
        <message>
            <source>“{name}” was written: {n} rows.</source>
            <translation>«{name}» نوشته شد: {n} سطر.</translation>
        </message>
        <message>
            <source>“{new}” added</source>
            <translation>«{new}» افزوده شد</translation>
        </message>
        <message>
            <source>“{old}” and “{new}” are not one, for your colleagues too.</source>
            <translation>«{old}» و «{new}» از هم جدا شد، برای همکاران هم.</translation>
        </message>
        <message>
            <source>“{old}” and “{new}” are one, for your colleagues too.</source>
            <translation>«{old}» و «{new}» یکی گرفته شد، برای همکاران هم.</translation>
        </message>
        <message>
            <source>“{old}” became “{new}”</source>
            <translation>«{old}» شد «{new}»</translation>
        </message>
        <message>
            <source>“{old}” is none of the {n} articles that were shown, for your colleagues too.</source>
            <translation>«{old}» هیچ‌یک از {n} مادهٔ نشان‌داده‌شده نیست، برای همکاران هم.</translation>
        </message>
        <message>
            <source>“{old}” is not “{new}”</source>
            <translation>«{old}» همان «{new}» نیست</translation>
        </message>
        <message>
            <source>“{old}” is “{new}”</source>
            <translation>«{old}» همان «{new}» است</translation>
        </message>
        <message>
            <source>“{old}” left out</source>
            <translation>«{old}» حذف شد</translation>
        </message>
        <message>
            <source>“{term}”</source>
            <translation>«{term}»</translation>
        </message>
        <message>
            <source>“{title}” has only one revision</source>
            <translation>«{title}» تنها یک نسخه دارد</translation>
        </message>
        <message>
            <source>“{title}” is accepted.</source>
            <translation>«{title}» پذیرفته شد.</translation>
        </message>
        <message>
            <source>“{title}” is marked as not seen.</source>
            <translation>«{title}» دیده‌نشده شد.</translation>
        </message>
        <message>
            <source>“{title}” is marked as seen, no more.</source>
            <translation>«{title}» تنها دیده‌شده است.</translation>
        </message>
        <message>
            <source>“{title}” is to be discussed.</source>
            <translation>«{title}» محل بحث شد.</translation>
        </message>
        <message>
            <source>… {n} rows without a change …</source>
            <translation>… {n} ردیف بدون تغییر …</translation>
        </message>
        <message>
            <source>… {n} words without a change …</source>
            <translation>… {n} واژه بدون تغییر …</translation>
        </message>
    </context>
    <context>
        <name>Comparison PDF</name>
        <message>
            <source>! Weighty</source>
            <translation>! پراهمیت</translation>
        </message>
        <message>
            <source>! weighty</source>
            <translation>! پراهمیت</translation>
        </message>
        <message>
            <source>(continued) </source>
            <translation>(ادامه) </translation>
        </message>
        <message>
            <source>A right, a duty, an amount, a term, a condition, who decides, or a word has become another one here; such changes are marked with !.</source>
            <translation>در این‌ها حق، تکلیف، مبلغ، مهلت، شرط، تصمیم‌گیرنده یا واژه‌ای چیز دیگری شده است؛ نشانهٔ چنین تغییری «!» است.</translation>
        </message>
        <message>
            <source>Both texts, one beside the other</source>
            <translation>دو متن کنار هم</translation>
        </message>
        <message>
            <source>Change</source>
            <extracomment>Space between columns; backgrounds and bars of cells extend `_BLEED` into it on either side.</extracomment>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>تغییرها</translation>
        </message>
        <message>
            <source>Changes in all</source>
            <translation>همهٔ تغییرها</translation>
        </message>
        <message>
            <source>Comparison: {title}</source>
            <translation>مقایسه: {title}</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <source>Differences in spelling</source>
            <translation>تفاوت‌های نگارشی</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>در مجموع</translation>
        </message>
        <message>
            <source>It stood behind {place}</source>
            <translation>پیش‌تر پس از {place} بود</translation>
        </message>
        <message>
            <source>It stood in {place}</source>
            <translation>پیش‌تر در {place} بود</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Marks:</source>
            <translation>نشانه‌ها:</translation>
        </message>
        <message>
            <source>Newer number</source>
            <translation>شمارهٔ جدید</translation>
        </message>
        <message>
            <source>Older number</source>
            <translation>شمارهٔ پیشین</translation>
        </message>
        <message>
            <source>Only the number changed</source>
            <translation>تنها شماره تغییر کرد</translation>
        </message>
        <message>
            <source>Other changes</source>
            <translation>دیگر تغییرها</translation>
        </message>
        <message>
            <source>Stale references</source>
            <translation>ارجاع‌های کهنه</translation>
        </message>
        <message>
            <source>Weighty changes</source>
            <translation>تغییرهای پراهمیت</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>متن کنونی</translation>
        </message>
        <message>
            <source>What it should say</source>
            <translation>متن درست</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>جای آن</translation>
        </message>
        <message>
            <source>no longer there</source>
            <translation>دیگر در متن نیست</translation>
        </message>
        <message>
            <source>number changed</source>
            <translation>شمارهٔ تغییرکرده</translation>
        </message>
        <message>
            <source>spelled otherwise</source>
            <translation>نگارش دیگر</translation>
        </message>
        <message>
            <source>stale reference</source>
            <translation>ارجاع کهنه</translation>
        </message>
        <message>
            <source>words deleted</source>
            <translation>واژهٔ حذف‌شده</translation>
        </message>
        <message>
            <source>words inserted</source>
            <translation>واژهٔ افزوده</translation>
        </message>
        <message>
            <source>{n} provisions moved together</source>
            <translation>({n} ماده/بند با هم جابه‌جا شد)</translation>
        </message>
    </context>
    <context>
        <name>Composing</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>Built from revisions {old} and {new}</source>
            <translation>ساخته‌شده از نسخه‌های {old} و {new}</translation>
        </message>
        <message>
            <source>stale references put right: {n}</source>
            <translation>ارجاع‌های کهنهٔ اصلاح‌شده: {n}</translation>
        </message>
        <message>
            <source>suggested wordings applied: {names}</source>
            <translation>پیشنهادهای اعمال‌شده: {names}</translation>
        </message>
        <message>
            <source>taken from revision {old}: {names}</source>
            <translation>برگرفته از نسخهٔ {old}: {names}</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} و {n} مورد دیگر</translation>
        </message>
    </context>
    <context>
        <name>Confirmations</name>
        <message>
            <source>A role that opens the desk to an administrator, and an account whose password somebody else set, wait here.</source>
            <translation>نقشی که میز کار را به روی راهبر سامانه باز می‌کند، و حسابی که گذرواژه‌اش را کس دیگری گذاشته است، اینجا منتظر می‌ماند.</translation>
        </message>
        <message>
            <source>Account with a new password</source>
            <extracomment>Maximum number of rows of each kind; the inbox shows the complete list. The Jalali month from which the calendar of the next year is asked for: windows and answers end in it by then. Days after which a back-up has to be tried again.</extracomment>
            <translation>حساب با گذرواژهٔ جدید</translation>
        </message>
        <message>
            <source>Another confirms</source>
            <translation>تأیید با دیگری</translation>
        </message>
        <message>
            <source>Ask no longer</source>
            <translation>پس‌گرفتن درخواست</translation>
        </message>
        <message>
            <source>Ask the owner whether they chose the password themself. Declining disables the account.</source>
            <translation>از صاحب حساب بپرسید که گذرواژه را خودش انتخاب کرده است یا نه. رد کردن، حساب را می‌بندد.</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>درخواست از</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>تأیید</translation>
        </message>
        <message>
            <source>Confirmed: {what} of {person}.</source>
            <translation>تأیید شد: {what}، {person}.</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>رد</translation>
        </message>
        <message>
            <source>Declined: {what} of {person}.</source>
            <translation>رد شد: {what}، {person}.</translation>
        </message>
        <message>
            <source>No longer asked for: {what} of {person}.</source>
            <translation>درخواست پس گرفته شد: {what}، {person}.</translation>
        </message>
        <message>
            <source>No own password yet</source>
            <translation>هنوز بی گذرواژهٔ خود</translation>
        </message>
        <message>
            <source>Nothing waits for a second person</source>
            <translation>چیزی در انتظار نفر دوم نیست</translation>
        </message>
        <message>
            <source>Person or role</source>
            <translation>شخص یا نقش</translation>
        </message>
        <message>
            <source>Role: {role} (the whole office)</source>
            <translation>نقش: {role} (همهٔ اداره)</translation>
        </message>
        <message>
            <source>Role: {role} ({unit})</source>
            <translation>نقش: {role} ({unit})</translation>
        </message>
        <message>
            <source>The owner still has the one-time password. When they have chosen their own, it can be confirmed.</source>
            <translation>صاحب حساب هنوز گذرواژهٔ یک‌بارمصرف دارد. وقتی گذرواژهٔ خود را انتخاب کرد، می‌توان حساب را تأیید کرد.</translation>
        </message>
        <message>
            <source>The role takes effect when you confirm it. Declining drops it.</source>
            <translation>نقش پس از تأیید شما کار می‌کند. رد کردن، درخواست را کنار می‌گذارد.</translation>
        </message>
        <message>
            <source>Waits for a second person</source>
            <translation>در انتظار نفر دوم</translation>
        </message>
        <message>
            <source>Waits for confirmation</source>
            <translation>در انتظار تأیید</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>چه چیزی منتظر است</translation>
        </message>
        <message>
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <source>You are not the second person here: another administrator, or a manager of the whole office, confirms it.</source>
            <translation>نفر دومِ این درخواست شما نیستید: راهبر سامانهٔ دیگر یا مدیر همهٔ اداره آن را تأیید می‌کند.</translation>
        </message>
        <message>
            <source>{what} · asked by {person}</source>
            <translation>{what} · درخواست {person}</translation>
        </message>
    </context>
    <context>
        <name>Connecting</name>
        <message>
            <source>Another login than {user} made the tables; log in with that one.</source>
            <translation>جدول‌ها را حساب دیگری جز {user} ساخته است؛ با همان وارد شوید.</translation>
        </message>
        <message>
            <source>Answer of port {port}</source>
            <translation>پاسخ پورت {port}</translation>
        </message>
        <message>
            <source>Asking to be let in …</source>
            <translation>در حال پرسش از سرور…</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>گواهی</translation>
        </message>
        <message>
            <source>Certificate and encryption</source>
            <translation>گواهی و رمزنگاری</translation>
        </message>
        <message>
            <source>Checking the certificate …</source>
            <translation>در حال بررسی گواهی…</translation>
        </message>
        <message>
            <source>Comparing with the version of the program …</source>
            <translation>در حال مقایسه با نسخهٔ برنامه…</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>اتصال‌ها</translation>
        </message>
        <message>
            <source>Every server of the address stands by and takes no changes; add the one that is written to, or promote one.</source>
            <translation>همهٔ سرورهای این نشانی آماده‌به‌کارند و تغییری نمی‌پذیرند؛ سرور اصلی را بیفزایید یا یکی را اصلی کنید.</translation>
        </message>
        <message>
            <source>Finding the server</source>
            <translation>یافتن سرور</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>ورود</translation>
        </message>
        <message>
            <source>Login of the owner</source>
            <translation>ورود مالک پایگاه داده</translation>
        </message>
        <message>
            <source>Looking at rights and tables …</source>
            <translation>در حال بررسی دسترسی‌ها و جدول‌ها…</translation>
        </message>
        <message>
            <source>Looking for the server …</source>
            <translation>در حال جست‌وجوی سرور…</translation>
        </message>
        <message>
            <source>Name and password are asked at the sign-in.</source>
            <translation>نام کاربری و گذرواژه هنگام ورود پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>Name of the server</source>
            <translation>نام سرور</translation>
        </message>
        <message>
            <source>No PostgreSQL listens on this PC at {host}; start it.</source>
            <translation>روی این رایانه در {host} هیچ PostgreSQL گوش نمی‌دهد؛ آن را راه بیندازید.</translation>
        </message>
        <message>
            <source>No encrypted connection to {host} came about; the administrator of the server looks at its log.</source>
            <translation>اتصال رمزشده به {host} برقرار نشد؛ راهبر سرور گزارش آن را ببیند.</translation>
        </message>
        <message>
            <source>Not needed here.</source>
            <translation>اینجا لازم نیست.</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>پورت</translation>
        </message>
        <message>
            <source>Ready for the sign-in</source>
            <translation>آمادگی برای ورود</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>دسترسی‌ها</translation>
        </message>
        <message>
            <source>Rights and tables</source>
            <translation>دسترسی‌ها و جدول‌ها</translation>
        </message>
        <message>
            <source>Rights and tables are as needed.</source>
            <translation>دسترسی‌ها و جدول‌ها درست است.</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>در حال ورود…</translation>
        </message>
        <message>
            <source>Somebody answers at {host}, port {port}.</source>
            <translation>در {host}، پورت {port}، پاسخ داده می‌شود.</translation>
        </message>
        <message>
            <source>Something else than PostgreSQL answers at {host}, port {port}; look at the port number.</source>
            <translation>در {host}، پورت {port}، چیزی جز PostgreSQL پاسخ می‌دهد؛ شمارهٔ پورت را ببینید.</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>جدول‌ها</translation>
        </message>
        <message>
            <source>The certificate of {host} has expired; the administrator of the server renews it. Look at the date of this PC too.</source>
            <translation>گواهی {host} منقضی شده است؛ راهبر سرور باید آن را تمدید کند. تاریخ این رایانه را هم ببینید.</translation>
        </message>
        <message>
            <source>The certificate of {host} is made out to another name; enter the name that stands in it, or have one made for this name.</source>
            <translation>گواهی {host} به نام دیگری است؛ همان نامی را بنویسید که در گواهی آمده، یا برای این نام گواهی بگیرید.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not good; the administrator of the server renews it.</source>
            <translation>گواهی {host} درست نیست؛ راهبر سرور باید گواهی جدیدی بگذارد.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid yet; look at the date of this PC.</source>
            <translation>گواهی {host} هنوز معتبر نشده است؛ تاریخ این رایانه را ببینید.</translation>
        </message>
        <message>
            <source>The certificate of {host} was refused when logging in; look at the file of the authority.</source>
            <translation>گواهی {host} هنگام ورود پذیرفته نشد؛ فایل مرجع گواهی را ببینید.</translation>
        </message>
        <message>
            <source>The certificate of {host} was signed by another authority than that of the file; choose the right file, and type no password before.</source>
            <translation>گواهی {host} را مرجع دیگری جز مرجع این فایل امضا کرده است؛ فایل درست را انتخاب کنید و پیش از آن گذرواژه‌ای ننویسید.</translation>
        </message>
        <message>
            <source>The database has no tables yet; its owner prepares it.</source>
            <translation>این پایگاه داده هنوز جدولی ندارد؛ مالک آن باید آماده‌اش کند.</translation>
        </message>
        <message>
            <source>The file of the certificate authority is not given; get it from the administrator of the server.</source>
            <translation>فایل مرجع گواهی داده نشده است؛ آن را از راهبر سرور بگیرید.</translation>
        </message>
        <message>
            <source>The file {path} is no certificate; choose the one of the authority (PEM).</source>
            <translation>فایل {path} گواهی نیست؛ گواهی مرجع (PEM) را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The file {path} is not there; choose the file of the certificate authority.</source>
            <translation>فایل {path} پیدا نشد؛ فایل مرجع گواهی را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The name {host} is known to the network.</source>
            <translation>شبکه نام {host} را می‌شناسد.</translation>
        </message>
        <message>
            <source>The network knows no server of the name {host}; look at its spelling, or ask for the address.</source>
            <translation>شبکه سروری به نام {host} نمی‌شناسد؛ املای نام را ببینید یا نشانی را از راهبر سرور بپرسید.</translation>
        </message>
        <message>
            <source>The owner was let in.</source>
            <translation>ورود مالک پذیرفته شد.</translation>
        </message>
        <message>
            <source>The port is open and answers.</source>
            <translation>پورت باز است و پاسخ می‌دهد.</translation>
        </message>
        <message>
            <source>The server asks for name and password.</source>
            <translation>سرور آمادهٔ دریافت نام و گذرواژه است.</translation>
        </message>
        <message>
            <source>The server asks {user} for a password; give one.</source>
            <translation>سرور از {user} گذرواژه می‌خواهد؛ آن را بدهید.</translation>
        </message>
        <message>
            <source>The server broke off while it was asked; try again.</source>
            <translation>سرور در میانهٔ پرسش قطع شد؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>The server does not know {user} with this password; type both again.</source>
            <translation>سرور {user} را با این گذرواژه نمی‌شناسد؛ هر دو را دوباره بنویسید.</translation>
        </message>
        <message>
            <source>The server has proved who it is.</source>
            <translation>هویت سرور تأیید شد.</translation>
        </message>
        <message>
            <source>The server is in the network of the office.</source>
            <translation>سرور در شبکهٔ اداره است.</translation>
        </message>
        <message>
            <source>The server takes {found} connections.</source>
            <translation>سرور {found} اتصال می‌پذیرد.</translation>
        </message>
        <message>
            <source>The server takes {found} connections; 200 PCs want max_connections of {wanted}.</source>
            <translation>سرور {found} اتصال می‌پذیرد؛ برای ۲۰۰ رایانه max_connections باید {wanted} باشد.</translation>
        </message>
        <message>
            <source>The tables are of an older version; the owner of the database brings them up.</source>
            <translation>جدول‌ها از نسخهٔ قدیمی‌تری هستند؛ مالک پایگاه داده باید آن‌ها را به‌روز کند.</translation>
        </message>
        <message>
            <source>The tables are those of this program.</source>
            <translation>جدول‌ها با این برنامه هم‌نسخه‌اند.</translation>
        </message>
        <message>
            <source>The version fits the program.</source>
            <translation>نسخه با برنامه سازگار است.</translation>
        </message>
        <message>
            <source>There is no database {database} on {host}; look at its name, or make it with createdb.</source>
            <translation>روی {host} پایگاه داده‌ای به نام {database} نیست؛ نامش را ببینید یا آن را با createdb بسازید.</translation>
        </message>
        <message>
            <source>There is no way to {host} from this PC; look at the cable and the network.</source>
            <translation>از این رایانه راهی به {host} نیست؛ کابل و شبکه را ببینید.</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>نسخه</translation>
        </message>
        <message>
            <source>Version of the database</source>
            <translation>نسخهٔ پایگاه داده</translation>
        </message>
        <message>
            <source>Waiting for an answer …</source>
            <translation>در انتظار پاسخ…</translation>
        </message>
        <message>
            <source>What is said to {host} stays on this PC.</source>
            <translation>گفت‌وگو با {host} از این رایانه بیرون نمی‌رود.</translation>
        </message>
        <message>
            <source>With sslmode={mode} another machine can pass for the server and read passwords; use verify-full and the file of the certificate authority.</source>
            <translation>با sslmode={mode} رایانهٔ دیگری می‌تواند خود را جای سرور جا بزند و گذرواژه‌ها را بخواند؛ verify-full و فایل مرجع گواهی را به کار ببرید.</translation>
        </message>
        <message>
            <source>after the step before</source>
            <translation>پس از مرحلهٔ قبل</translation>
        </message>
        <message>
            <source>did not succeed</source>
            <translation>انجام نشد</translation>
        </message>
        <message>
            <source>is compared when you sign in</source>
            <translation>هنگام ورود مقایسه می‌شود</translation>
        </message>
        <message>
            <source>valid until {day}</source>
            <translation>معتبر تا {day}</translation>
        </message>
        <message>
            <source>with a warning</source>
            <translation>با هشدار</translation>
        </message>
        <message>
            <source>{host} admits nobody from this PC by password; the administrator adds a line (hostssl, scram-sha-256) to pg_hba.conf.</source>
            <translation>{host} کسی را از این رایانه با گذرواژه نمی‌پذیرد؛ راهبر سرور سطری (hostssl, scram-sha-256) به pg_hba.conf بیفزاید.</translation>
        </message>
        <message>
            <source>{host} admits nobody named mosharekat from this PC. If it admits you neither, the administrator adds a line (hostssl, scram-sha-256) to pg_hba.conf.</source>
            <translation>{host} از این رایانه کسی را با نام mosharekat نمی‌پذیرد. اگر شما را هم نپذیرفت، راهبر سرور یک سطر (hostssl، scram-sha-256) به pg_hba.conf می‌افزاید.</translation>
        </message>
        <message>
            <source>{host} did not let the login in, for a reason not known here; its log tells which.</source>
            <translation>{host} این ورود را نپذیرفت و دلیلش اینجا شناخته نیست؛ در گزارش سرور آمده است.</translation>
        </message>
        <message>
            <source>{host} does not answer in time; try again, then look at the load of the server.</source>
            <translation>{host} به‌موقع پاسخ نمی‌دهد؛ دوباره تلاش کنید و سپس بار سرور را ببینید.</translation>
        </message>
        <message>
            <source>{host} does not answer on port {port}; switch it on, or open the port in its firewall.</source>
            <translation>{host} روی پورت {port} پاسخ نمی‌دهد؛ سرور را روشن یا پورت را در دیوارهٔ آتش باز کنید.</translation>
        </message>
        <message>
            <source>{host} has let the login in.</source>
            <translation>{host} این ورود را پذیرفت.</translation>
        </message>
        <message>
            <source>{host} has proved by its certificate who it is.</source>
            <translation>{host} با گواهی خود ثابت کرد که کیست.</translation>
        </message>
        <message>
            <source>{host} is starting up; try again in a minute.</source>
            <translation>{host} در حال راه افتادن است؛ یک دقیقهٔ دیگر دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>{host} is there, but nothing listens on port {port}; start PostgreSQL there, or look at listen_addresses and the port.</source>
            <translation>{host} روشن است، اما روی پورت {port} چیزی گوش نمی‌دهد؛ PostgreSQL را آنجا راه بیندازید یا listen_addresses و شمارهٔ پورت را ببینید.</translation>
        </message>
        <message>
            <source>{host} offers no encryption; the administrator of the server sets ssl = on and a certificate.</source>
            <translation>{host} رمزنگاری ندارد؛ راهبر سرور باید ssl = on و یک گواهی بگذارد.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found} and stands by; it takes no changes.</source>
            <translation>روی {host} نسخهٔ {found} از PostgreSQL آماده‌به‌کار است و تغییری نمی‌پذیرد.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found}.</source>
            <translation>روی {host} نسخهٔ {found} از PostgreSQL کار می‌کند.</translation>
        </message>
        <message>
            <source>{host} runs PostgreSQL {found}; {wanted} or later is wanted. Upgrade the server.</source>
            <translation>روی {host} نسخهٔ {found} از PostgreSQL کار می‌کند، اما {wanted} یا بالاتر لازم است؛ سرور را ارتقا دهید.</translation>
        </message>
        <message>
            <source>{host} takes no more connections; try again later, or raise max_connections.</source>
            <translation>{host} اتصال بیشتری نمی‌پذیرد؛ کمی بعد دوباره تلاش کنید یا max_connections را بالا ببرید.</translation>
        </message>
        <message>
            <source>{n} ms</source>
            <translation>{n} هزارم ثانیه</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} ثانیه</translation>
        </message>
        <message>
            <source>{user} has the rights that are needed.</source>
            <translation>{user} دسترسی‌های لازم را دارد.</translation>
        </message>
        <message>
            <source>{user} is no account of this database; the administrator makes one, or gives it its role.</source>
            <translation>{user} حسابی در این پایگاه داده نیست؛ راهبر سامانه باید حساب بسازد یا نقش آن را بدهد.</translation>
        </message>
        <message>
            <source>{user} may make no tables here; the administrator of the server makes it the owner of the database.</source>
            <translation>{user} اجازهٔ ساختن جدول در اینجا را ندارد؛ راهبر سرور آن را مالک پایگاه داده کند.</translation>
        </message>
        <message>
            <source>{user} may not connect to the database {database}; the administrator gives the account its role.</source>
            <translation>{user} اجازهٔ اتصال به پایگاه دادهٔ {database} را ندارد؛ راهبر سامانه باید نقش این حساب را بدهد.</translation>
        </message>
        <message>
            <source>{user} may not log in; the administrator opens the account again.</source>
            <translation>{user} اجازهٔ ورود ندارد؛ راهبر سامانه باید حساب را دوباره باز کند.</translation>
        </message>
        <message>
            <source>{user} may not make accounts; the administrator of the server runs ALTER ROLE … CREATEROLE for it.</source>
            <translation>{user} اجازهٔ ساختن حساب ندارد؛ راهبر سرور برای آن ALTER ROLE … CREATEROLE را اجرا کند.</translation>
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
            <translation>کپی جزئیات</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>ادامهٔ کار</translation>
        </message>
        <message>
            <source>Incident {number}</source>
            <translation>رخداد {number}</translation>
        </message>
        <message>
            <source>Log file: {path}</source>
            <translation>فایل رخدادنگار: {path}</translation>
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
        <name>Days</name>
        <message>
            <source>in the last 30 days</source>
            <translation>۳۰ روز گذشته</translation>
        </message>
        <message>
            <source>in the last 7 days</source>
            <translation>۷ روز گذشته</translation>
        </message>
        <message>
            <source>in the next 7 days</source>
            <translation>۷ روز آینده</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>ماه گذشته</translation>
        </message>
        <message>
            <source>last week</source>
            <translation>هفتهٔ گذشته</translation>
        </message>
        <message>
            <source>next month</source>
            <translation>ماه آینده</translation>
        </message>
        <message>
            <source>next week</source>
            <translation>هفتهٔ آینده</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>ماه جاری</translation>
        </message>
        <message>
            <source>this week</source>
            <translation>این هفته</translation>
        </message>
        <message>
            <source>this year</source>
            <translation>امسال</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>فردا</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>دیروز</translation>
        </message>
    </context>
    <context>
        <name>Deputies</name>
        <message>
            <source>Deputies</source>
            <translation>جانشین‌ها</translation>
        </message>
        <message>
            <source>End it now</source>
            <translation>پایان جانشینی</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>از روز</translation>
        </message>
        <message>
            <source>In every role but administration</source>
            <translation>در همهٔ نقش‌ها، جز راهبری سامانه</translation>
        </message>
        <message>
            <source>In which role</source>
            <translation>در کدام نقش</translation>
        </message>
        <message>
            <source>Last day, itself included</source>
            <translation>تا پایان روز</translation>
        </message>
        <message>
            <source>Name of either</source>
            <translation>نام غایب یا جانشین</translation>
        </message>
        <message>
            <source>New deputy</source>
            <translation>جانشین جدید</translation>
        </message>
        <message>
            <source>Nobody acts for anybody</source>
            <translation>کسی جانشین کسی نیست</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>گذشته</translation>
        </message>
        <message>
            <source>The deputy acts no more.</source>
            <translation>جانشینی پایان یافت.</translation>
        </message>
        <message>
            <source>The deputy finds the other's petitions from the next sign-in on; the history says for whom.</source>
            <translation>جانشین از ورود بعدی درخواست‌های او را می‌بیند؛ سابقه می‌گوید به نیابت از چه کسی.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>در کجا</translation>
        </message>
        <message>
            <source>Wherever they work</source>
            <translation>هر جا که کار می‌کند</translation>
        </message>
        <message>
            <source>Who acts for them</source>
            <translation>چه کسی جانشین اوست</translation>
        </message>
        <message>
            <source>Who is absent</source>
            <translation>چه کسی غایب است</translation>
        </message>
        <message>
            <source>{deputy} acts for {person} from {first} to {last}.</source>
            <translation>{deputy} از {first} تا {last} جانشین {person} است.</translation>
        </message>
        <message>
            <source>{deputy} for {person}</source>
            <translation>{deputy} به جای {person}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
        </message>
        <message>
            <source>“Add” makes a deputy for the days of an absence.</source>
            <translation>«افزودن» برای روزهای غیبت یک نفر جانشین می‌گذارد.</translation>
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
            <translation>تا حدی پذیرفته</translation>
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
            <source>In the office's settings for this PC, {path}, the value of {name} is invalid and was not used; tell the administrator.</source>
            <translation>در تنظیمات اداره برای این رایانه ({path}) مقدار {name} نامعتبر است و به کار نرفت؛ به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>Nothing was printed: the printer “{name}” did not take the pages. Is it switched on?</source>
            <translation>چیزی چاپ نشد: چاپگر «{name}» صفحه‌ها را نپذیرفت. آیا روشن است؟</translation>
        </message>
        <message>
            <source>Nothing was printed: there is no printer “{name}” on this PC.</source>
            <translation>چیزی چاپ نشد: روی این رایانه چاپگری به نام «{name}» نیست.</translation>
        </message>
        <message>
            <source>Nothing was printed: this PC has no printer that is set up. Add one, or name one.</source>
            <translation>چیزی چاپ نشد: روی این رایانه چاپگری آماده نیست. چاپگری بیفزایید یا نامش را بدهید.</translation>
        </message>
        <message>
            <source>Only an administrator of this PC may write {path}; nothing was changed. Start the command as one.</source>
            <translation>نوشتن {path} فقط در اختیار مدیر این رایانه است؛ چیزی تغییر نکرد. دستور را با دسترسی مدیر (Administrator) اجرا کنید.</translation>
        </message>
        <message>
            <source>Others are writing there just now.</source>
            <extracomment>What happened, where the usual message says that nothing was changed.</extracomment>
            <translation>همین حالا دیگران آنجا می‌نویسند.</translation>
        </message>
        <message>
            <source>Others are writing there just now. Nothing was changed, and what you wrote is kept; try again.</source>
            <translation>دیگران هم‌اکنون در همان‌جا می‌نویسند. چیزی تغییر نکرد و نوشتهٔ شما محفوظ است؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>Somebody changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>در این میان کسی آن را تغییر داد. چیزی رونویسی نشد و نوشتهٔ شما مانده است.</translation>
        </message>
        <message>
            <source>Something unexpected happened. What you typed was kept; please try again.</source>
            <translation>چیزی پیش‌بینی‌نشده رخ داد. آنچه نوشته بودید نگه داشته شد؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>متوقف شد. چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <source>Stopped. {done} were done before and are kept.</source>
            <translation>متوقف شد. {done} مورد پیش از آن انجام شده و مانده است.</translation>
        </message>
        <message>
            <source>The clock shows another day meanwhile; look at it again.</source>
            <translation>ساعت در این فاصله روز دیگری را نشان می‌دهد؛ دوباره نگاه کنید.</translation>
        </message>
        <message>
            <source>The command was not understood: {reason}</source>
            <translation>دستور فهمیده نشد: {reason}</translation>
        </message>
        <message>
            <source>The connection broke while it was being saved, and whether it was saved is not known. What you wrote is kept: when the connection is back, look whether it stands there before sending it again.</source>
            <translation>ارتباط درست هنگام ذخیره قطع شد و معلوم نیست که ذخیره شده باشد. نوشتهٔ شما محفوظ است: پس از برقراری ارتباط، پیش از ارسال دوباره ببینید که ثبت شده است یا نه.</translation>
        </message>
        <message>
            <source>The database does not let your account do this; nothing was changed. The administrator gives the roles.</source>
            <translation>پایگاه داده به حساب شما اجازهٔ این کار را نمی‌دهد؛ چیزی تغییر نکرد. نقش‌ها را راهبر سامانه می‌دهد.</translation>
        </message>
        <message>
            <source>The database file “{where}” can only be read. Nothing was lost; let your account write it and its folder.</source>
            <translation>فایل پایگاه دادهٔ «{where}» فقط‌خواندنی است. چیزی از دست نرفته است؛ به حساب خود اجازهٔ نوشتن در فایل و پوشهٔ آن را بدهید.</translation>
        </message>
        <message>
            <source>The database file “{where}” is damaged. Keep it as it is, and restore the newest back-up beside it.</source>
            <translation>فایل پایگاه دادهٔ «{where}» آسیب دیده است. به آن دست نزنید و آخرین نسخهٔ پشتیبان را کنار آن بازیابی کنید.</translation>
        </message>
        <message>
            <source>The database file “{where}” was moved, deleted or replaced while it was open. Put it back, and start the program again.</source>
            <translation>فایل پایگاه دادهٔ «{where}» هنگامی که باز بود جابه‌جا، حذف یا جایگزین شد. آن را به جای خود برگردانید و برنامه را دوباره باز کنید.</translation>
        </message>
        <message>
            <source>The database is of a newer version than this program. Install the newer program from {folder}.</source>
            <translation>نسخهٔ پایگاه داده از این برنامه جدیدتر است. نسخهٔ جدید برنامه را از {folder} نصب کنید.</translation>
        </message>
        <message>
            <source>The database is of a newer version than this program. Install the newer program.</source>
            <translation>پایگاه داده از این برنامه جدیدتر است. نسخهٔ جدید برنامه را نصب کنید.</translation>
        </message>
        <message>
            <source>The database took too long, so the work was broken off.</source>
            <translation>پاسخ پایگاه داده بیش از اندازه طول کشید و کار متوقف شد.</translation>
        </message>
        <message>
            <source>The database took too long, so the work was broken off. Nothing was changed; narrow it down, or try later.</source>
            <translation>پاسخ پایگاه داده بیش از اندازه طول کشید و کار متوقف شد. چیزی تغییر نکرد؛ دامنهٔ کار را کوچک‌تر کنید یا بعداً تلاش کنید.</translation>
        </message>
        <message>
            <source>The database was made by a trial version before the first release. Make a new one and import the data again.</source>
            <translation>این پایگاه داده با نسخهٔ آزمایشیِ پیش از نخستین انتشار ساخته شده است. پایگاه دادهٔ جدیدی بسازید و داده‌ها را دوباره وارد کنید.</translation>
        </message>
        <message>
            <source>The database “{where}” cannot be reached or is locked. Nothing was lost; try again.</source>
            <translation>پایگاه دادهٔ «{where}» در دسترس نیست یا قفل است. چیزی از دست نرفت؛ دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>The database “{where}” is not prepared; run “mosharekat database init”.</source>
            <translation>پایگاه دادهٔ «{where}» آماده نشده است؛ دستور ⁦mosharekat database init⁩ را اجرا کنید.</translation>
        </message>
        <message>
            <source>The database “{where}” is of an older version than this program, and nothing was changed in it. Its owner upgrades it with “mosharekat database upgrade”; until then use the older program.</source>
            <translation>نسخهٔ پایگاه دادهٔ «{where}» از این برنامه قدیمی‌تر است و چیزی در آن تغییر نکرد. مالک پایگاه داده آن را با دستور ⁦mosharekat database upgrade⁩ ارتقا می‌دهد؛ تا آن زمان از نسخهٔ قبلی برنامه استفاده کنید.</translation>
        </message>
        <message>
            <source>The disk is full: “{name}” was not written. Make room or choose another disk.</source>
            <translation>دیسک پر است و «{name}» نوشته نشد. جا باز کنید یا دیسک دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>The disk of the database “{where}” is full. Nothing was saved and nothing was lost; what you wrote is kept. Tell the administrator.</source>
            <translation>فضای دیسک پایگاه دادهٔ «{where}» تمام شده است. چیزی ذخیره نشد؛ نوشتهٔ شما محفوظ است. به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>The disk of the database “{where}” is full. Tell the administrator.</source>
            <translation>فضای دیسک پایگاه دادهٔ «{where}» تمام شده است. به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>The folder “{name}” holds other files; nothing was written. Choose an empty one or a new name.</source>
            <translation>پوشهٔ «{name}» فایل‌های دیگری دارد؛ چیزی نوشته نشد. پوشه‌ای خالی یا نامی جدید انتخاب کنید.</translation>
        </message>
        <message>
            <source>The office fixed the value of {name} on this PC ({path}); the command line cannot change it.</source>
            <translation>اداره مقدار {name} را در این رایانه ثابت کرده است ({path})؛ خط فرمان آن را تغییر نمی‌دهد.</translation>
        </message>
        <message>
            <source>The office's settings for this PC, {path}, are no valid JSON and were not used; tell the administrator.</source>
            <translation>تنظیمات اداره برای این رایانه ({path}) JSON معتبر نیست و به کار نرفت؛ به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>The office's settings for this PC, {path}, cannot be read; tell the administrator.</source>
            <translation>تنظیمات اداره برای این رایانه ({path}) خوانده نمی‌شود؛ به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>The password is right, but your account waits for a second person: another administrator, or a manager of the whole office, has to confirm it.</source>
            <translation>گذرواژه درست است، ولی حساب شما در انتظار نفر دوم است: راهبر سامانهٔ دیگر یا مدیر همهٔ اداره باید آن را تأیید کند.</translation>
        </message>
        <message>
            <source>The settings file could not be read; it was kept as “{kept}” and defaults are used.</source>
            <translation>فایل تنظیمات خوانده نشد؛ با نام «{kept}» نگه داشته شد و پیش‌فرض‌ها به کار رفت.</translation>
        </message>
        <message>
            <source>There are {limit} attachments already; “{name}” was not added.</source>
            <translation>{limit} پیوست هست و جا برای «{name}» نیست؛ افزوده نشد.</translation>
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
            <source>This PC works with the department's server only, and no address of it is set; no database file was made. Set the address, or tell the administrator.</source>
            <translation>این رایانه فقط با سرور اداره کار می‌کند و نشانی سرور تعیین نشده است؛ فایل پایگاه داده ساخته نشد. نشانی را تعیین کنید یا به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>This account is disabled; ask the administrator.</source>
            <translation>این حساب غیرفعال است؛ با راهبر سامانه تماس بگیرید.</translation>
        </message>
        <message>
            <source>This file was erased with the personal data of the petition, whose retention is over.</source>
            <translation>این فایل همراه دادهٔ شخصی درخواست پاک شده است، چون مدت نگهداری آن گذشته بود.</translation>
        </message>
        <message>
            <source>This needs every row of the database, and your account sees only what its roles open. Sign in as the owner of the database (the login of “database init”).</source>
            <translation>این کار به همهٔ ردیف‌های پایگاه داده نیاز دارد و حساب شما تنها آنچه را نقش‌هایش اجازه می‌دهند می‌بیند. با حساب مالک پایگاه داده (همان که «database init» با آن اجرا شد) وارد شوید.</translation>
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
            <source>attachment</source>
            <translation>پیوست</translation>
        </message>
        <message>
            <source>campaign group</source>
            <translation>گروه هم‌متن</translation>
        </message>
        <message>
            <source>closed day</source>
            <translation>روز تعطیل</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>نظری</translation>
        </message>
        <message>
            <source>confirmed year of the calendar</source>
            <translation>سال تأییدشدهٔ تقویم</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>جانشین</translation>
        </message>
        <message>
            <source>draft document</source>
            <translation>پیش‌نویسی</translation>
        </message>
        <message>
            <source>draft of the next revision</source>
            <translation>نسخه در دست ساخت</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>صاحب‌نظر</translation>
        </message>
        <message>
            <source>improvement action</source>
            <translation>اقدام اصلاحی</translation>
        </message>
        <message>
            <source>invitation</source>
            <translation>دعوت</translation>
        </message>
        <message>
            <source>issued report</source>
            <translation>گزارش صادرشده</translation>
        </message>
        <message>
            <source>label</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>letter</source>
            <translation>نامه</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>دستور پی‌درپی</translation>
        </message>
        <message>
            <source>owner of the database</source>
            <translation>مالک پایگاه داده</translation>
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
            <source>pin</source>
            <translation>سنجاق</translation>
        </message>
        <message>
            <source>reminder</source>
            <translation>یادآور</translation>
        </message>
        <message>
            <source>revision</source>
            <translation>نسخه‌ای</translation>
        </message>
        <message>
            <source>routing rule</source>
            <translation>قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>saved reply</source>
            <translation>پاسخ آماده</translation>
        </message>
        <message>
            <source>service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>source</source>
            <translation>منبع</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>واحدی</translation>
        </message>
        <message>
            <source>{name} is closed already; change the entry that is there.</source>
            <translation>{name} از پیش تعطیل است؛ همان را ویرایش کنید.</translation>
        </message>
        <message>
            <source>{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept.</source>
            <translation>در این میان {who} آن را تغییر داد. چیزی رونویسی نشد و نوشتهٔ شما مانده است.</translation>
        </message>
        <message>
            <source>{why} {saved} were saved before and stay; do it again when this is mended, and only the rest is added.</source>
            <translation>{why} {saved} مورد پیش از آن ذخیره شد و می‌ماند؛ پس از رفع مشکل همین کار را تکرار کنید تا فقط بقیه افزوده شود.</translation>
        </message>
        <message>
            <source>“{name}” could not be read from the disk; nothing was added.</source>
            <translation>«{name}» از دیسک خوانده نشد؛ چیزی افزوده نشد.</translation>
        </message>
        <message>
            <source>“{name}” could not be written. Check the folder, its free space and your rights to it.</source>
            <translation>«{name}» نوشته نشد. پوشه، جای خالی و دسترسی خود به آن را بررسی کنید.</translation>
        </message>
        <message>
            <source>“{name}” is empty; nothing was added.</source>
            <translation>«{name}» خالی است؛ چیزی افزوده نشد.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} MB, the most that is taken in.</source>
            <translation>«{name}» از {limit} مگابایت بزرگ‌تر است؛ بیش از این پذیرفته نمی‌شود.</translation>
        </message>
        <message>
            <source>“{name}” is not what was stored: its hash differs. Tell the administrator; do not use it.</source>
            <translation>محتوای «{name}» با نسخهٔ بایگانی‌شده یکسان نیست. از آن استفاده نکنید و به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>“{name}” is taken; choose another name.</source>
            <translation>«{name}» پیش‌تر گرفته شده است؛ نام دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” was not written: the folder is not there any more. Choose another place.</source>
            <translation>«{name}» نوشته نشد: این پوشه دیگر نیست. جای دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” was not written: there is a folder of this name. Choose another name.</source>
            <translation>«{name}» نوشته نشد: پوشه‌ای به همین نام هست. نام دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” was not written: this folder, or the file while another program has it open, may not be written to. Choose another place.</source>
            <translation>«{name}» نوشته نشد: اجازهٔ نوشتن در این پوشه نیست، یا فایل در برنامهٔ دیگری باز است. جای دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL.</source>
            <translation>«{where}» روی پوشهٔ شبکه است و فایل SQLite آنجا آسیب می‌بیند. از PostgreSQL استفاده کنید.</translation>
        </message>
    </context>
    <context>
        <name>Escalation</name>
        <message>
            <source>1–7 days</source>
            <translation>۱ تا ۷ روز</translation>
        </message>
        <message>
            <source>8–30 days</source>
            <translation>۸ تا ۳۰ روز</translation>
        </message>
        <message>
            <source>Back to the inbox</source>
            <translation>بازگشت به کارتابل</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>جمع</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>Nobody has taken it</source>
            <translation>بدون کارشناس</translation>
        </message>
        <message>
            <source>Nor will anything be within {days} days.</source>
            <translation>تا {days} روز دیگر هم مهلتی نمی‌رسد.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>ارجاع‌نشده</translation>
        </message>
        <message>
            <source>Nothing is late in your units</source>
            <translation>در واحدهای شما درخواست معوقی نیست</translation>
        </message>
        <message>
            <source>Nothing is late, and nothing will be within {days} days.</source>
            <translation>هیچ درخواستی خارج از مهلت نیست و تا {days} روز دیگر هم نخواهد بود.</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>بیشترین تأخیر</translation>
        </message>
        <message>
            <source>Over 30 days</source>
            <translation>بیش از ۳۰ روز</translation>
        </message>
        <message>
            <source>Overdue petitions</source>
            <translation>درخواست‌های معوق</translation>
        </message>
        <message>
            <source>Overdue petitions of my units</source>
            <translation>درخواست‌های معوق واحدهای من</translation>
        </message>
        <message>
            <source>Overdue petitions {day}</source>
            <translation>درخواست‌های معوق {day}</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>فایل PDF</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>ساعت چاپ</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>ذخیرهٔ PDF</translation>
        </message>
        <message>
            <source>Save the list</source>
            <extracomment>Warns that the printed pages lack the logo, because this page has no preview.</extracomment>
            <translation>ذخیرهٔ فهرست</translation>
        </message>
        <message>
            <source>Show these {n} petitions of “{name}”</source>
            <translation>نمایش {n} درخواست «{name}»</translation>
        </message>
        <message>
            <source>Soon late</source>
            <translation>نزدیک مهلت</translation>
        </message>
        <message>
            <source>Unit and person</source>
            <translation>واحد و کارشناس</translation>
        </message>
        <message>
            <source>{late} petitions are late, the oldest by {longest} days; {soon} are due within {days} days.</source>
            <translation>{late} درخواست از مهلت گذشته است (بیشترین تأخیر: {longest} روز). مهلت {soon} درخواست دیگر تا {days} روز آینده پایان می‌یابد.</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} روز</translation>
        </message>
    </context>
    <context>
        <name>EventAction</name>
        <message>
            <source>A hidden comment read</source>
            <translation>خواندن نظر پنهان</translation>
        </message>
        <message>
            <source>Account changed</source>
            <translation>تغییر حساب</translation>
        </message>
        <message>
            <source>Account confirmed</source>
            <translation>حساب تأیید شد</translation>
        </message>
        <message>
            <source>Account declined</source>
            <translation>حساب رد شد</translation>
        </message>
        <message>
            <source>Account made</source>
            <translation>ساخت حساب</translation>
        </message>
        <message>
            <source>Account unlocked</source>
            <translation>حساب باز شد</translation>
        </message>
        <message>
            <source>Additions of single senders read</source>
            <translation>خواندن افزوده‌های فرستندگان</translation>
        </message>
        <message>
            <source>An act on many taken back</source>
            <translation>لغو کار گروهی</translation>
        </message>
        <message>
            <source>Annotated</source>
            <translation>حاشیه‌نویسی</translation>
        </message>
        <message>
            <source>Answer about satisfaction settled</source>
            <translation>تعیین پاسخ رضایت</translation>
        </message>
        <message>
            <source>Answer to an invitation noted</source>
            <translation>پاسخ به دعوت ثبت شد</translation>
        </message>
        <message>
            <source>Answered how satisfied they are</source>
            <translation>پاسخ متقاضی دربارهٔ رضایت</translation>
        </message>
        <message>
            <source>Archived by itself</source>
            <translation>بایگانی خودکار</translation>
        </message>
        <message>
            <source>Asked how satisfied they are</source>
            <translation>پرسش از رضایت متقاضی</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>سپردن به همکار</translation>
        </message>
        <message>
            <source>Attached to a place</source>
            <translation>پیوند به متن</translation>
        </message>
        <message>
            <source>Attaching taken back</source>
            <translation>لغو پیوند</translation>
        </message>
        <message>
            <source>Attachment added</source>
            <translation>پیوست افزوده شد</translation>
        </message>
        <message>
            <source>Attachment removed</source>
            <translation>پیوست حذف شد</translation>
        </message>
        <message>
            <source>Back-up made</source>
            <translation>تهیهٔ پشتیبان</translation>
        </message>
        <message>
            <source>Back-up tried by restoring it</source>
            <translation>آزمون پشتیبان با بازیابی</translation>
        </message>
        <message>
            <source>Broken history taken over</source>
            <translation>انتقال سوابق ناسازگار</translation>
        </message>
        <message>
            <source>Calendar of a year confirmed</source>
            <translation>تقویم سال تأیید شد</translation>
        </message>
        <message>
            <source>Came as a comment</source>
            <translation>رسیده به‌عنوان نظر</translation>
        </message>
        <message>
            <source>Campaign group found</source>
            <translation>یافتن گروه هم‌متن</translation>
        </message>
        <message>
            <source>Campaign groups joined</source>
            <translation>یکی‌کردن گروه‌های هم‌متن</translation>
        </message>
        <message>
            <source>Carried over from another database</source>
            <translation>انتقال از پایگاه دادهٔ دیگر</translation>
        </message>
        <message>
            <source>Changes since the publication stored</source>
            <translation>ثبت تغییرهای پس از انتشار</translation>
        </message>
        <message>
            <source>Closed day added</source>
            <translation>تعطیلی افزوده شد</translation>
        </message>
        <message>
            <source>Closed day changed</source>
            <translation>تعطیلی تغییر کرد</translation>
        </message>
        <message>
            <source>Closed day removed</source>
            <translation>تعطیلی حذف شد</translation>
        </message>
        <message>
            <source>Comment made a petition again</source>
            <translation>بازگشت از نظرها به درخواست</translation>
        </message>
        <message>
            <source>Comments came in</source>
            <translation>نظرها رسید</translation>
        </message>
        <message>
            <source>Comments compared with each other</source>
            <translation>مقایسهٔ نظرها با یکدیگر</translation>
        </message>
        <message>
            <source>Composed revision changed</source>
            <translation>نسخهٔ در دست ساخت تغییر کرد</translation>
        </message>
        <message>
            <source>Composed revision dropped</source>
            <translation>نسخهٔ در دست ساخت کنار گذاشته شد</translation>
        </message>
        <message>
            <source>Composed revision saved</source>
            <translation>نسخهٔ ساخته‌شده ذخیره شد</translation>
        </message>
        <message>
            <source>Composed revision taken up again</source>
            <translation>نسخهٔ در دست ساخت از سر گرفته شد</translation>
        </message>
        <message>
            <source>Composing of a revision begun</source>
            <translation>ساختن نسخه آغاز شد</translation>
        </message>
        <message>
            <source>Confirmation of a calendar taken back</source>
            <translation>تأیید تقویم پس گرفته شد</translation>
        </message>
        <message>
            <source>Day of this PC confirmed</source>
            <translation>تأیید روز رایانه</translation>
        </message>
        <message>
            <source>Day of this PC signed by the second person</source>
            <translation>امضای نفر دوم بر روز</translation>
        </message>
        <message>
            <source>Deadline moved</source>
            <translation>مهلت جابه‌جا شد</translation>
        </message>
        <message>
            <source>Deadlines changed</source>
            <translation>تغییر مهلت‌ها</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Deputy changed</source>
            <translation>جانشینی تغییر کرد</translation>
        </message>
        <message>
            <source>Deputy named</source>
            <translation>جانشین تعیین شد</translation>
        </message>
        <message>
            <source>Deputy's time ended</source>
            <translation>جانشینی پایان یافت</translation>
        </message>
        <message>
            <source>Draft of a reply</source>
            <translation>پیش‌نویس پاسخ</translation>
        </message>
        <message>
            <source>Duplicate put to it</source>
            <translation>تکراری به آن افزوده شد</translation>
        </message>
        <message>
            <source>Duplicate taken from it</source>
            <translation>تکراری از آن جدا شد</translation>
        </message>
        <message>
            <source>Everything copied to another database</source>
            <translation>کپی همهٔ داده‌ها در پایگاه دادهٔ دیگر</translation>
        </message>
        <message>
            <source>Expert changed</source>
            <translation>صاحب‌نظر ویرایش شد</translation>
        </message>
        <message>
            <source>Expert entered</source>
            <translation>صاحب‌نظر ثبت شد</translation>
        </message>
        <message>
            <source>Experts invited</source>
            <translation>از صاحب‌نظران دعوت شد</translation>
        </message>
        <message>
            <source>Files stayed with what arrived</source>
            <translation>پیوست نشدن فایل‌های رسیده</translation>
        </message>
        <message>
            <source>Found again after a pin</source>
            <translation>پس از سنجاق دوباره یافت شد</translation>
        </message>
        <message>
            <source>Further comments of the campaign group found</source>
            <translation>یافتن نظرهای دیگر گروه هم‌متن</translation>
        </message>
        <message>
            <source>Given to a reviewer</source>
            <translation>سپردن به کارشناس</translation>
        </message>
        <message>
            <source>Hidden or shown</source>
            <translation>پنهان‌کردن یا نمایش</translation>
        </message>
        <message>
            <source>History exported</source>
            <translation>خروجی گرفتن از سوابق</translation>
        </message>
        <message>
            <source>Identity completed</source>
            <translation>مشخصات تکمیل شد</translation>
        </message>
        <message>
            <source>Improvement action changed</source>
            <translation>اقدام اصلاحی تغییر کرد</translation>
        </message>
        <message>
            <source>Improvement action done</source>
            <translation>اقدام اصلاحی انجام شد</translation>
        </message>
        <message>
            <source>Improvement action made</source>
            <translation>اقدام اصلاحی ساخته شد</translation>
        </message>
        <message>
            <source>Improvement action open again</source>
            <translation>اقدام اصلاحی دوباره باز شد</translation>
        </message>
        <message>
            <source>Invitations taken back</source>
            <translation>دعوت‌ها پس گرفته شد</translation>
        </message>
        <message>
            <source>Issues changed</source>
            <translation>تغییر محورها</translation>
        </message>
        <message>
            <source>Label changed</source>
            <translation>برچسب عوض شد</translation>
        </message>
        <message>
            <source>Label made</source>
            <translation>برچسب ساخته شد</translation>
        </message>
        <message>
            <source>Label merged into another</source>
            <translation>برچسب با دیگری یکی شد</translation>
        </message>
        <message>
            <source>Label put on</source>
            <translation>برچسب زده شد</translation>
        </message>
        <message>
            <source>Label taken off</source>
            <translation>برچسب حذف شد</translation>
        </message>
        <message>
            <source>Least length of windows raised</source>
            <translation>افزایش کمترین مدت مهلت</translation>
        </message>
        <message>
            <source>Led to an improvement action</source>
            <translation>به اقدامی اصلاحی انجامید</translation>
        </message>
        <message>
            <source>Letter went out</source>
            <translation>صدور نامه</translation>
        </message>
        <message>
            <source>Link removed</source>
            <translation>پیوند حذف شد</translation>
        </message>
        <message>
            <source>Linked with another one</source>
            <translation>پیوند با درخواستی دیگر</translation>
        </message>
        <message>
            <source>List written into a file</source>
            <translation>ذخیرهٔ فهرست در فایل</translation>
        </message>
        <message>
            <source>Macro changed</source>
            <translation>دستور پی‌درپی عوض شد</translation>
        </message>
        <message>
            <source>Macro removed</source>
            <translation>دستور پی‌درپی حذف شد</translation>
        </message>
        <message>
            <source>Macro shared</source>
            <translation>دستور پی‌درپی هم‌رسانی شد</translation>
        </message>
        <message>
            <source>Masking of personal data begun</source>
            <translation>آغاز پوشاندن دادهٔ شخصی</translation>
        </message>
        <message>
            <source>Masking of personal data ended</source>
            <translation>پایان پوشاندن دادهٔ شخصی</translation>
        </message>
        <message>
            <source>Members decided apart, or with the group again</source>
            <translation>جدا کردن نظرها از تصمیم گروه، یا پیوستن دوباره</translation>
        </message>
        <message>
            <source>Merge of a label taken back</source>
            <translation>ادغام برچسب لغو شد</translation>
        </message>
        <message>
            <source>Messages handed on</source>
            <translation>تحویل پیام‌ها</translation>
        </message>
        <message>
            <source>Messages tried again</source>
            <translation>ارسال دوبارهٔ پیام‌ها</translation>
        </message>
        <message>
            <source>New edition of a report</source>
            <translation>ویرایش جدید گزارش</translation>
        </message>
        <message>
            <source>No duplicate any more</source>
            <translation>دیگر تکراری نیست</translation>
        </message>
        <message>
            <source>Not the same as another one</source>
            <translation>همانند درخواستی دیگر نیست</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Number of the letter corrected</source>
            <translation>شمارهٔ نامه اصلاح شد</translation>
        </message>
        <message>
            <source>Number of the sender read</source>
            <translation>شمارهٔ فرستنده خوانده شد</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>باز شد</translation>
        </message>
        <message>
            <source>Opening declined</source>
            <translation>رد درخواست انتشار</translation>
        </message>
        <message>
            <source>Opening to the public asked for</source>
            <translation>درخواست انتشار برای نقد عموم</translation>
        </message>
        <message>
            <source>Outcome changed</source>
            <translation>تغییر نتیجه</translation>
        </message>
        <message>
            <source>Password changed</source>
            <translation>تغییر گذرواژه</translation>
        </message>
        <message>
            <source>Password reset</source>
            <translation>گذرواژهٔ جدید</translation>
        </message>
        <message>
            <source>Password set by a recovery code</source>
            <translation>تعیین گذرواژه با کد بازیابی</translation>
        </message>
        <message>
            <source>Personal data masked</source>
            <translation>پوشاندن دادهٔ شخصی</translation>
        </message>
        <message>
            <source>Personal data read</source>
            <translation>مشاهدهٔ دادهٔ شخصی</translation>
        </message>
        <message>
            <source>Petition made a comment</source>
            <translation>ثبت به‌عنوان نظر</translation>
        </message>
        <message>
            <source>Petitioner corrected</source>
            <translation>اصلاح دادهٔ متقاضی</translation>
        </message>
        <message>
            <source>Petitioner looked up by number</source>
            <translation>جست‌وجوی متقاضی با شماره</translation>
        </message>
        <message>
            <source>Petitioner wrote again</source>
            <translation>نوشتن دوبارهٔ متقاضی</translation>
        </message>
        <message>
            <source>Petitioner's data completed</source>
            <translation>تکمیل دادهٔ متقاضی</translation>
        </message>
        <message>
            <source>Pin removed</source>
            <translation>حذف سنجاق</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Provisions pinned</source>
            <translation>سنجاق کردن ماده‌ها و بندها</translation>
        </message>
        <message>
            <source>Publishing package made</source>
            <translation>بستهٔ انتشار ساخته شد</translation>
        </message>
        <message>
            <source>Put at its provision</source>
            <translation>در جای خود گذاشته شد</translation>
        </message>
        <message>
            <source>Putting at a provision taken back</source>
            <translation>لغو گذاشتن در جای خود</translation>
        </message>
        <message>
            <source>Reasons for changes given</source>
            <translation>ثبت توضیح تغییرها</translation>
        </message>
        <message>
            <source>Receipts of messages read</source>
            <translation>خواندن رسید پیام‌ها</translation>
        </message>
        <message>
            <source>Recovery code made</source>
            <translation>ایجاد کد بازیابی</translation>
        </message>
        <message>
            <source>Referral on the side answered</source>
            <translation>پاسخ به ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Referral on the side recalled</source>
            <translation>پس گرفتن ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Referral on the side returned</source>
            <translation>عودت ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Referred on the side</source>
            <translation>ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <source>Registered as a petition</source>
            <translation>ثبت به‌عنوان درخواست</translation>
        </message>
        <message>
            <source>Rejection confirmed</source>
            <translation>تأیید رد</translation>
        </message>
        <message>
            <source>Reopened</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Replied</source>
            <translation>پاسخ به حاشیه</translation>
        </message>
        <message>
            <source>Report issued</source>
            <translation>صدور گزارش</translation>
        </message>
        <message>
            <source>Required identity changed</source>
            <translation>تغییر مشخصات لازم</translation>
        </message>
        <message>
            <source>Restored from a back-up</source>
            <translation>بازیابی از پشتیبان</translation>
        </message>
        <message>
            <source>Revision added</source>
            <translation>افزودن نسخه</translation>
        </message>
        <message>
            <source>Role asked for</source>
            <translation>نقش درخواست شد</translation>
        </message>
        <message>
            <source>Role confirmed</source>
            <translation>نقش تأیید شد</translation>
        </message>
        <message>
            <source>Role declined</source>
            <translation>نقش رد شد</translation>
        </message>
        <message>
            <source>Role given</source>
            <translation>نقش داده شد</translation>
        </message>
        <message>
            <source>Role no longer asked for</source>
            <translation>درخواست نقش پس گرفته شد</translation>
        </message>
        <message>
            <source>Role taken away</source>
            <translation>نقش گرفته شد</translation>
        </message>
        <message>
            <source>Routing rule added</source>
            <translation>افزودن قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>Routing rule changed</source>
            <translation>تغییر قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>Routing rule moved in the order</source>
            <translation>جابه‌جایی قاعدهٔ ارجاع در ترتیب</translation>
        </message>
        <message>
            <source>Satisfaction told later</source>
            <translation>اعلام رضایت پس از پاسخ</translation>
        </message>
        <message>
            <source>Saved reply added</source>
            <translation>پاسخ آماده افزوده شد</translation>
        </message>
        <message>
            <source>Saved reply changed</source>
            <translation>پاسخ آماده تغییر کرد</translation>
        </message>
        <message>
            <source>Second reader settled</source>
            <translation>تعیین بازبین دوم</translation>
        </message>
        <message>
            <source>Sender told what became of the comment</source>
            <translation>نتیجهٔ نظر به فرستنده اعلام شد</translation>
        </message>
        <message>
            <source>Sent for information</source>
            <translation>ارسال جهت اطلاع</translation>
        </message>
        <message>
            <source>Service added</source>
            <translation>خدمت افزوده شد</translation>
        </message>
        <message>
            <source>Service changed</source>
            <translation>خدمت تغییر کرد</translation>
        </message>
        <message>
            <source>Session ended that blocked others</source>
            <translation>نشستی که کار دیگران را متوقف کرده بود پایان داده شد</translation>
        </message>
        <message>
            <source>Settings changed</source>
            <translation>تغییر تنظیمات</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>تعیین تکلیف</translation>
        </message>
        <message>
            <source>Shared view changed</source>
            <translation>نمای مشترک تغییر کرد</translation>
        </message>
        <message>
            <source>Shared view removed</source>
            <translation>نمای مشترک حذف شد</translation>
        </message>
        <message>
            <source>Source added</source>
            <translation>افزودن منبع</translation>
        </message>
        <message>
            <source>Source changed</source>
            <translation>تغییر منبع</translation>
        </message>
        <message>
            <source>State changed</source>
            <translation>تغییر وضعیت</translation>
        </message>
        <message>
            <source>Summing-up frozen</source>
            <translation>نهایی شدن گزارش جمع‌بندی</translation>
        </message>
        <message>
            <source>Summing-up with the names of senders made</source>
            <translation>نسخهٔ داخلی گزارش جمع‌بندی، با نام فرستندگان، تهیه شد</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>لغو کار</translation>
        </message>
        <message>
            <source>Taken out of the campaign group</source>
            <translation>بیرون‌آوردن از گروه هم‌متن</translation>
        </message>
        <message>
            <source>Template of a letter changed</source>
            <translation>تغییر الگوی نامه</translation>
        </message>
        <message>
            <source>Template of a message changed</source>
            <translation>تغییر الگوی پیام</translation>
        </message>
        <message>
            <source>Unit changed</source>
            <translation>تغییر واحد</translation>
        </message>
        <message>
            <source>Unit made</source>
            <translation>ساخت واحد</translation>
        </message>
        <message>
            <source>Unit put elsewhere</source>
            <translation>جای واحد تغییر کرد</translation>
        </message>
        <message>
            <source>View shared</source>
            <translation>نما به اشتراک گذاشته شد</translation>
        </message>
        <message>
            <source>What it is about said</source>
            <translation>تعیین موضوع</translation>
        </message>
        <message>
            <source>What was handed in found faulty</source>
            <translation>نادرست‌بودن دادهٔ دریافتی</translation>
        </message>
        <message>
            <source>What was handed in put aside</source>
            <translation>کنار گذاشتن دادهٔ دریافتی</translation>
        </message>
        <message>
            <source>What was handed in put right</source>
            <translation>اصلاح دادهٔ دریافتی</translation>
        </message>
        <message>
            <source>What was handed in tried again</source>
            <translation>تلاش دوباره برای دادهٔ دریافتی</translation>
        </message>
        <message>
            <source>What was put aside taken back</source>
            <translation>بازیابی دادهٔ کنارگذاشته</translation>
        </message>
        <message>
            <source>Window extended</source>
            <translation>تمدید مهلت</translation>
        </message>
        <message>
            <source>Window left closed</source>
            <translation>باز نشدن دوبارهٔ مهلت</translation>
        </message>
        <message>
            <source>Window opened again</source>
            <translation>بازگشایی مهلت</translation>
        </message>
        <message>
            <source>Wrong latest time of this PC taken back</source>
            <translation>برگرداندن زمان نادرست</translation>
        </message>
        <message>
            <source>Wrong recovery code typed</source>
            <translation>ورود کد بازیابی نادرست</translation>
        </message>
        <message>
            <source>“Not the same” taken back</source>
            <translation>«همانند نیست» پس گرفته شد</translation>
        </message>
    </context>
    <context>
        <name>EventField</name>
        <message>
            <source>A reason is demanded</source>
            <translation>دلیل لازم است</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>کار</translation>
        </message>
        <message>
            <source>Address of the packages on the portal</source>
            <translation>نشانی بسته‌ها در درگاه</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>Answers wait for approval</source>
            <translation>پاسخ‌ها منتظر تأیید می‌مانند</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>رسید</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Basis of the retention</source>
            <translation>مبنای نگهداری</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>دسته</translation>
        </message>
        <message>
            <source>By which way</source>
            <translation>راه ارسال</translation>
        </message>
        <message>
            <source>Carried by revision</source>
            <translation>نسخهٔ محل اعمال</translation>
        </message>
        <message>
            <source>Carried by the provision</source>
            <translation>محل اعمال</translation>
        </message>
        <message>
            <source>Changes taken from the older revision</source>
            <translation>تغییرهای برگرفته از نسخهٔ قدیمی‌تر</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Character in the newer revision</source>
            <translation>نویسهٔ آغاز در نسخهٔ جدیدتر</translation>
        </message>
        <message>
            <source>Character in the older revision</source>
            <translation>نویسهٔ آغاز در نسخهٔ قدیمی‌تر</translation>
        </message>
        <message>
            <source>Clock stands since</source>
            <translation>توقف مهلت از</translation>
        </message>
        <message>
            <source>Closed because of</source>
            <translation>علت تعطیلی</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>همکار</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>ستون‌ها</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>نظرها</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>شرط‌ها</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>تأییدکننده</translation>
        </message>
        <message>
            <source>Copies to</source>
            <translation>رونوشت</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>تاریخ نامه</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>روز</translation>
        </message>
        <message>
            <source>Day of promulgation or submission</source>
            <translation>روز ابلاغ یا ارسال</translation>
        </message>
        <message>
            <source>Day of the source</source>
            <translation>تاریخ مستند</translation>
        </message>
        <message>
            <source>Day that was confirmed</source>
            <translation>روز تأییدشده</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>روز</translation>
        </message>
        <message>
            <source>Days after which it is archived by itself</source>
            <translation>روزهای پس از رسیدگی تا بایگانی خودکار</translation>
        </message>
        <message>
            <source>Days for an answer</source>
            <translation>مهلت پاسخ به روز</translation>
        </message>
        <message>
            <source>Days from closing to the question</source>
            <translation>فاصلهٔ پرسش از پایان رسیدگی به روز</translation>
        </message>
        <message>
            <source>Days until a back-up is old</source>
            <translation>روز تا کهنه شدن پشتیبان</translation>
        </message>
        <message>
            <source>Days until the clock is asked about</source>
            <translation>روزهای تا پرسش دربارهٔ ساعت</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>مهلت‌ها</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>جانشین</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>نرسید</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>روز انجام</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Duplicate of number</source>
            <translation>تکراریِ شمارهٔ</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <source>Effects</source>
            <translation>آثار</translation>
        </message>
        <message>
            <source>Emptied things that were put aside</source>
            <translation>موردهای کنارگذاشتهٔ خالی‌شده</translation>
        </message>
        <message>
            <source>Enclosure</source>
            <translation>پیوست</translation>
        </message>
        <message>
            <source>Estimated lunar date</source>
            <translation>تاریخ قمری تخمینی</translation>
        </message>
        <message>
            <source>Expected petitions</source>
            <translation>درخواست‌های پیش‌بینی‌شده</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>ایراد</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>فیلدها</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>زمینه‌های تخصص</translation>
        </message>
        <message>
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>فایل‌ها</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>از روز</translation>
        </message>
        <message>
            <source>First day of the window</source>
            <translation>نخستین روز مهلت</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>پوشه</translation>
        </message>
        <message>
            <source>Folder of the messages</source>
            <translation>پوشهٔ پیام‌ها</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>یافته‌شده</translation>
        </message>
        <message>
            <source>From</source>
            <translation>از</translation>
        </message>
        <message>
            <source>From another number or address</source>
            <translation>از شماره یا نشانی دیگر</translation>
        </message>
        <message>
            <source>From character</source>
            <translation>از نویسهٔ</translation>
        </message>
        <message>
            <source>From or to where</source>
            <translation>مبدأ یا مقصد</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>نام و نام خانوادگی</translation>
        </message>
        <message>
            <source>Further texts</source>
            <translation>نوشته‌های بعدی</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>Has to choose a password</source>
            <translation>باید گذرواژهٔ جدید انتخاب کند</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>کد صحت (SHA-256)</translation>
        </message>
        <message>
            <source>Height of the window (mm)</source>
            <translation>بلندی پنجرهٔ پاکت (میلی‌متر)</translation>
        </message>
        <message>
            <source>Help for staff</source>
            <translation>راهنمایی همکاران</translation>
        </message>
        <message>
            <source>Hidden because</source>
            <translation>دلیل پنهان‌کردن</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>در حال استفاده</translation>
        </message>
        <message>
            <source>Is offered</source>
            <translation>پیشنهاد می‌شود</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>محورها</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>مورد</translation>
        </message>
        <message>
            <source>Key of the number</source>
            <translation>کلید شماره</translation>
        </message>
        <message>
            <source>Keys of the numbers</source>
            <translation>کلید شماره‌ها</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Kind of entry</source>
            <translation>نوع موضوع</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>نوع فایل</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>تا پایان روز</translation>
        </message>
        <message>
            <source>Last day of the referral</source>
            <translation>مهلت ارجاع</translation>
        </message>
        <message>
            <source>Last day of the window</source>
            <translation>آخرین روز مهلت</translation>
        </message>
        <message>
            <source>Last summing-up that does not count any more</source>
            <translation>آخرین گزارش جمع‌بندی که دیگر معتبر نیست</translation>
        </message>
        <message>
            <source>Latest day that was seen before</source>
            <translation>آخرین روزی که پیش از آن دیده شد</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Letter or paper</source>
            <translation>نامه یا برگه</translation>
        </message>
        <message>
            <source>List</source>
            <translation>فهرست</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>نشان</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>صندوق</translation>
        </message>
        <message>
            <source>Masked values</source>
            <translation>مقدارهای پوشانده‌شده</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>یکی شده با</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>پیام</translation>
        </message>
        <message>
            <source>Ministry</source>
            <translation>وزارتخانه</translation>
        </message>
        <message>
            <source>Most megabytes of an attachment</source>
            <translation>بیشترین مگابایت پیوست</translation>
        </message>
        <message>
            <source>Most segments of a text message</source>
            <translation>بیشترین بخش‌های پیامک</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>نام انگلیسی</translation>
        </message>
        <message>
            <source>Name in Persian</source>
            <translation>نام فارسی</translation>
        </message>
        <message>
            <source>Newer revision</source>
            <translation>نسخهٔ جدیدتر</translation>
        </message>
        <message>
            <source>Nobody else was left to decide</source>
            <translation>جز این شخص کسی برای تصمیم نمانده بود</translation>
        </message>
        <message>
            <source>Notice without a reply</source>
            <translation>بدون پاسخ</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Number of the assignee</source>
            <translation>شمارهٔ کارشناس</translation>
        </message>
        <message>
            <source>Number of the campaign group</source>
            <translation>شمارهٔ گروه هم‌متن</translation>
        </message>
        <message>
            <source>Number of the comment</source>
            <translation>شمارهٔ نظر</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>شمارهٔ تصویب‌نامه</translation>
        </message>
        <message>
            <source>Number of the deputy</source>
            <translation>شمارهٔ جانشین</translation>
        </message>
        <message>
            <source>Number of the draft</source>
            <translation>شمارهٔ پیش‌نویس</translation>
        </message>
        <message>
            <source>Number of the file</source>
            <translation>شمارهٔ فایل</translation>
        </message>
        <message>
            <source>Number of the label</source>
            <translation>شمارهٔ برچسب</translation>
        </message>
        <message>
            <source>Number of the label that keeps back</source>
            <translation>شمارهٔ برچسب نگه‌دارنده</translation>
        </message>
        <message>
            <source>Number of the referral</source>
            <translation>شمارهٔ ارجاع</translation>
        </message>
        <message>
            <source>Number of the report</source>
            <translation>شمارهٔ گزارش</translation>
        </message>
        <message>
            <source>Number of the routing rule</source>
            <translation>شمارهٔ قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>Number of the second person</source>
            <translation>شمارهٔ نفر دوم</translation>
        </message>
        <message>
            <source>Number of the subject</source>
            <translation>شمارهٔ موضوع</translation>
        </message>
        <message>
            <source>Number of the unit</source>
            <translation>شمارهٔ واحد</translation>
        </message>
        <message>
            <source>Number of what arrived</source>
            <translation>شمارهٔ رسیده</translation>
        </message>
        <message>
            <source>Number of who is absent</source>
            <translation>شمارهٔ شخص غایب</translation>
        </message>
        <message>
            <source>Number of whom it is on behalf of</source>
            <translation>شمارهٔ شخصی که به نیابت اوست</translation>
        </message>
        <message>
            <source>Numbers of nobody within an hour</source>
            <translation>شماره‌های ناشناس در یک ساعت</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>اداره</translation>
        </message>
        <message>
            <source>Office of who signs</source>
            <translation>سمت امضاکننده</translation>
        </message>
        <message>
            <source>Older revision</source>
            <translation>نسخهٔ قدیمی‌تر</translation>
        </message>
        <message>
            <source>On behalf of</source>
            <translation>به نیابت از</translation>
        </message>
        <message>
            <source>One provision</source>
            <translation>یکی بودن</translation>
        </message>
        <message>
            <source>Onto</source>
            <translation>روی</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>سازمان</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>Pattern of letter numbers</source>
            <translation>الگوی شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Pattern of registry numbers</source>
            <translation>الگوی شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>دوره</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Petitions whose deadline moved</source>
            <translation>درخواست‌هایی که مهلتشان جابه‌جا شد</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <source>Place in the order</source>
            <translation>جایگاه در ترتیب</translation>
        </message>
        <message>
            <source>Place of publication</source>
            <translation>محل انتشار</translation>
        </message>
        <message>
            <source>Places where the history does not hold</source>
            <translation>جاهای ناسازگار سوابق</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>ماده/بند</translation>
        </message>
        <message>
            <source>Quoted phrase</source>
            <translation>عبارت</translation>
        </message>
        <message>
            <source>Read again and checked</source>
            <translation>بازخوانی و وارسی شد</translation>
        </message>
        <message>
            <source>Read for</source>
            <translation>خوانده‌شده برای</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Reason for leaving it closed</source>
            <translation>دلیل باز نشدن مهلت</translation>
        </message>
        <message>
            <source>Reason for no change</source>
            <translation>دلیل تغییر نکردن</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>گیرندگان</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>ردشده</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>Rejections are read a second time</source>
            <translation>بازبین دوم برای ردها</translation>
        </message>
        <message>
            <source>Required identity</source>
            <translation>مشخصات لازم</translation>
        </message>
        <message>
            <source>Resolved at</source>
            <translation>زمان رسیدگی</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>نسخه</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>نقش</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>نقش‌ها</translation>
        </message>
        <message>
            <source>Routing rule</source>
            <translation>قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>تعداد ردیف</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>شمارهٔ پیامک</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>نفر دوم</translation>
        </message>
        <message>
            <source>Sender of e-mails</source>
            <translation>فرستندهٔ رایانامه</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>نام کوتاه</translation>
        </message>
        <message>
            <source>Sign of the act on many</source>
            <translation>نشانهٔ کار گروهی</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>امضاکننده</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>حجم (بایت)</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>سالم</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>منبع</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>گام‌ها</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Subject of the catalogue</source>
            <translation>موضوع فهرست</translation>
        </message>
        <message>
            <source>Subject of the message</source>
            <translation>موضوع پیام</translation>
        </message>
        <message>
            <source>Submissions</source>
            <translation>درخواست‌های رسیده</translation>
        </message>
        <message>
            <source>Suggestions applied</source>
            <translation>پیشنهادهای اعمال‌شده</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>خلاصه</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>Text messages also to who came by</source>
            <translation>پیامک به متقاضیان این راه‌های دریافت هم</translation>
        </message>
        <message>
            <source>Text messages of a number in an hour</source>
            <translation>پیامک‌های یک شماره در ساعت</translation>
        </message>
        <message>
            <source>Text of the letter</source>
            <translation>متن نامه</translation>
        </message>
        <message>
            <source>Text of the message</source>
            <translation>متن پیام</translation>
        </message>
        <message>
            <source>The places</source>
            <translation>فهرست جاها</translation>
        </message>
        <message>
            <source>The program's own words</source>
            <translation>متن خود سامانه</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>To character</source>
            <translation>تا نویسهٔ</translation>
        </message>
        <message>
            <source>Told by</source>
            <translation>از روی</translation>
        </message>
        <message>
            <source>Told that it gets no reply</source>
            <translation>به فرستنده گفته شد که پاسخ ندارد</translation>
        </message>
        <message>
            <source>Track</source>
            <translation>مسیر</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>تا</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>نام کاربری</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>نوبت تغییر</translation>
        </message>
        <message>
            <source>Waits for a second person</source>
            <translation>در انتظار نفر دوم</translation>
        </message>
        <message>
            <source>Way of the back-up</source>
            <translation>روش پشتیبان‌گیری</translation>
        </message>
        <message>
            <source>Ways to reach them</source>
            <translation>راه‌های تماس</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>آخر هفته</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>What it brings</source>
            <translation>نوع ورودی</translation>
        </message>
        <message>
            <source>What was taken back</source>
            <translation>کار لغوشده</translation>
        </message>
        <message>
            <source>Who is absent</source>
            <translation>چه کسی غایب است</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>امضاکننده</translation>
        </message>
        <message>
            <source>Why the clock was doubted</source>
            <translation>دلیل تردید در ساعت</translation>
        </message>
        <message>
            <source>Why the text stays as it is</source>
            <translation>دلیل تغییرنکردن متن</translation>
        </message>
        <message>
            <source>Width of the window (mm)</source>
            <translation>پهنای پنجرهٔ پاکت (میلی‌متر)</translation>
        </message>
        <message>
            <source>Window from the right edge (mm)</source>
            <translation>فاصلهٔ پنجرهٔ پاکت از راست (میلی‌متر)</translation>
        </message>
        <message>
            <source>Window from the upper edge (mm)</source>
            <translation>فاصلهٔ پنجرهٔ پاکت از بالا (میلی‌متر)</translation>
        </message>
        <message>
            <source>Words that are looked for</source>
            <translation>واژه‌های جست‌وجو</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>روز کاری</translation>
        </message>
        <message>
            <source>Wrong codes so far</source>
            <translation>تعداد کدهای نادرست تا کنون</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>سال</translation>
        </message>
        <message>
            <source>Years of retention</source>
            <translation>سال‌های نگهداری</translation>
        </message>
        <message>
            <source>every kind and channel</source>
            <translation>همهٔ نوع‌ها و راه‌ها</translation>
        </message>
        <message>
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <source>yes</source>
            <extracomment>Numbers and codes written left to right. Maximum length of a displayed value. The export has the whole value. Internal fields, which are not displayed. Ids that are not displayed if the field with the name is present.</extracomment>
            <translation>بله</translation>
        </message>
        <message>
            <source>{about}: {count} days</source>
            <translation>{about}: {count} روز</translation>
        </message>
        <message>
            <source>{about}: {count} working days</source>
            <translation>{about}: {count} روز کاری</translation>
        </message>
        <message>
            <source>{about}: {fields}</source>
            <translation>{about}: {fields}</translation>
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
            <translation>جست‌وجوی «{text}» در کارتابل</translation>
        </message>
        <message>
            <source>What was found</source>
            <extracomment>The text for which the list was computed.</extracomment>
            <translation>یافته‌ها</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>صاحب‌نظر</translation>
        </message>
        <message>
            <source>petitioner</source>
            <extracomment>The maximum number of suggestions of each kind; the screen of that kind finds the others. The searches of this session, newest first.</extracomment>
            <translation>متقاضی</translation>
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
            <translation>می‌توان دعوت کرد</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>Experts</source>
            <extracomment>The expert as loaded into the form, to which saved changes refer.</extracomment>
            <translation>صاحب‌نظران</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>زمینه‌های تخصص</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>It was changed since you began; saving replaces what stands there now.</source>
            <translation>از زمان شروع ویرایش تغییر کرده است؛ با ذخیره، متن شما جای آن را می‌گیرد.</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>تلفن همراه</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Name, organisation or field</source>
            <translation>نام، سازمان یا زمینه</translation>
        </message>
        <message>
            <source>New</source>
            <translation>جدید</translation>
        </message>
        <message>
            <source>New expert</source>
            <translation>صاحب‌نظر جدید</translation>
        </message>
        <message>
            <source>Nobody is in the register yet</source>
            <translation>هنوز کسی ثبت نشده است</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>سازمان</translation>
        </message>
        <message>
            <source>Parted by commas: “poetry, theatre”.</source>
            <translation>با ویرگول جدا می‌شود: «شعر، تئاتر».</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>نشانی پستی</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>ذخیره</translation>
        </message>
        <message>
            <source>Save the expert</source>
            <translation>ذخیرهٔ صاحب‌نظر</translation>
        </message>
        <message>
            <source>Whoever is entered can be invited to comment on drafts.</source>
            <translation>هر که ثبت شود می‌تواند به اظهار نظر دربارهٔ پیش‌نویس‌ها دعوت شود.</translation>
        </message>
        <message>
            <source>“{name}” was saved.</source>
            <translation>«{name}» ذخیره شد.</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>about</source>
            <translation>درباره</translation>
        </message>
        <message>
            <source>address of the database</source>
            <translation>نشانی پایگاه داده</translation>
        </message>
        <message>
            <source>address of the packages on the portal</source>
            <translation>نشانی بسته‌ها در درگاه</translation>
        </message>
        <message>
            <source>addressee</source>
            <translation>مخاطب</translation>
        </message>
        <message>
            <source>basis of the retention</source>
            <translation>مبنای نگهداری</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>code of the service</source>
            <translation>کد خدمت</translation>
        </message>
        <message>
            <source>columns of the source</source>
            <translation>ستون‌های منبع</translation>
        </message>
        <message>
            <source>copies to</source>
            <translation>رونوشت</translation>
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
            <source>day of the legal source</source>
            <translation>تاریخ مستند قانونی</translation>
        </message>
        <message>
            <source>day of the letter</source>
            <translation>تاریخ نامه</translation>
        </message>
        <message>
            <source>days for an answer</source>
            <translation>مهلت پاسخ به روز</translation>
        </message>
        <message>
            <source>days from closing to the question</source>
            <translation>فاصلهٔ پرسش از پایان رسیدگی به روز</translation>
        </message>
        <message>
            <source>days until a back-up is old</source>
            <translation>روزهای تا قدیمی شدن پشتیبان</translation>
        </message>
        <message>
            <source>days until the archive</source>
            <translation>روزهای مانده تا بایگانی</translation>
        </message>
        <message>
            <source>days until the clock is asked about</source>
            <translation>روزهای تا پرسش دربارهٔ ساعت</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>جانشین</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>پیش‌نویس</translation>
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
            <source>enclosure</source>
            <translation>پیوست</translation>
        </message>
        <message>
            <source>first day</source>
            <translation>روز نخست</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>پوشه</translation>
        </message>
        <message>
            <source>folder of the messages</source>
            <translation>پوشهٔ پیام‌ها</translation>
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
            <source>height of the window</source>
            <translation>بلندی پنجرهٔ پاکت</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>ساعت</translation>
        </message>
        <message>
            <source>identifier</source>
            <translation>شناسه</translation>
        </message>
        <message>
            <source>identifier of the message</source>
            <translation>شناسهٔ پیام</translation>
        </message>
        <message>
            <source>key of the macro</source>
            <translation>کلید دستور</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>last day</source>
            <translation>روز پایان</translation>
        </message>
        <message>
            <source>last day of the window</source>
            <translation>آخرین روز مهلت</translation>
        </message>
        <message>
            <source>legal source</source>
            <translation>مستند قانونی</translation>
        </message>
        <message>
            <source>letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>mail server</source>
            <translation>سرور رایانامه</translation>
        </message>
        <message>
            <source>mailbox</source>
            <translation>صندوق</translation>
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
            <source>most megabytes of an attachment</source>
            <translation>بیشترین مگابایت پیوست</translation>
        </message>
        <message>
            <source>most segments of a text message</source>
            <translation>بیشترین بخش‌های پیامک</translation>
        </message>
        <message>
            <source>name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>name in English</source>
            <translation>نام انگلیسی</translation>
        </message>
        <message>
            <source>name in Persian</source>
            <translation>نام فارسی</translation>
        </message>
        <message>
            <source>name of the database</source>
            <translation>نام پایگاه داده</translation>
        </message>
        <message>
            <source>name of the holiday or closure</source>
            <translation>نام تعطیلی</translation>
        </message>
        <message>
            <source>name of the label</source>
            <translation>نام برچسب</translation>
        </message>
        <message>
            <source>name of the rule</source>
            <translation>نام قاعده</translation>
        </message>
        <message>
            <source>name of the service</source>
            <translation>نام خدمت</translation>
        </message>
        <message>
            <source>name of the source</source>
            <translation>نام منبع</translation>
        </message>
        <message>
            <source>name of who signs</source>
            <translation>نام امضاکننده</translation>
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
            <source>number of a service, document or news item</source>
            <translation>شمارهٔ خدمت، سند یا خبر</translation>
        </message>
        <message>
            <source>number of days</source>
            <translation>تعداد روزها</translation>
        </message>
        <message>
            <source>number to keep</source>
            <translation>تعداد نگه‌داشتنی</translation>
        </message>
        <message>
            <source>office name</source>
            <translation>نام اداره</translation>
        </message>
        <message>
            <source>office of who signs</source>
            <translation>سمت امضاکننده</translation>
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
            <source>pattern of letter numbers</source>
            <translation>الگوی شمارهٔ نامه</translation>
        </message>
        <message>
            <source>pattern of registry numbers</source>
            <translation>الگوی شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>port</source>
            <translation>پورت</translation>
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
            <source>reminder</source>
            <translation>متن یادآور</translation>
        </message>
        <message>
            <source>reply</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>required identity</source>
            <translation>مشخصات لازم</translation>
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
            <source>sender of e-mails</source>
            <translation>فرستندهٔ رایانامه</translation>
        </message>
        <message>
            <source>server</source>
            <translation>سرور</translation>
        </message>
        <message>
            <source>service, document or news item</source>
            <translation>نوع (خدمت، سند یا خبر)</translation>
        </message>
        <message>
            <source>state of delivery</source>
            <translation>وضعیت تحویل</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>subject of the letter</source>
            <translation>موضوع نامه</translation>
        </message>
        <message>
            <source>subject of the message</source>
            <translation>موضوع پیام</translation>
        </message>
        <message>
            <source>text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>text messages of a number in an hour</source>
            <translation>پیامک‌های یک شماره در ساعت</translation>
        </message>
        <message>
            <source>text of the letter</source>
            <translation>متن نامه</translation>
        </message>
        <message>
            <source>text of the message</source>
            <translation>متن پیام</translation>
        </message>
        <message>
            <source>text of the saved reply</source>
            <translation>متن پاسخ آماده</translation>
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
        <message>
            <source>what the macro does</source>
            <translation>کاری که دستور می‌کند</translation>
        </message>
        <message>
            <source>who is absent</source>
            <translation>فرد غایب</translation>
        </message>
        <message>
            <source>width of the window</source>
            <translation>پهنای پنجرهٔ پاکت</translation>
        </message>
        <message>
            <source>window from the right edge</source>
            <translation>فاصلهٔ پنجرهٔ پاکت از لبهٔ راست</translation>
        </message>
        <message>
            <source>window from the upper edge</source>
            <translation>فاصلهٔ پنجرهٔ پاکت از لبهٔ بالا</translation>
        </message>
        <message>
            <source>words that are looked for</source>
            <translation>واژه‌هایی که جست‌وجو می‌شوند</translation>
        </message>
        <message>
            <source>year</source>
            <translation>سال</translation>
        </message>
        <message>
            <source>years of retention</source>
            <translation>سال‌های نگهداری</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>The characters of “{name}” cannot be made out: it is damaged or in an unknown encoding. Save it as UTF-8.</source>
            <translation>نویسه‌های «{name}» شناخته نشد: فایل آسیب دیده یا رمزگذاری نویسه‌هایش ناشناخته است. آن را با UTF-8 ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” could not be opened. Close it in other programs, check that you may read it, and try again.</source>
            <translation>«{name}» باز نشد. آن را در برنامه‌های دیگر ببندید، ببینید اجازهٔ خواندنش را دارید، و دوباره تلاش کنید.</translation>
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
            <translation>«{name}» فایل PDF است. آن را در Word باز کنید و با قالب DOCX ذخیره کنید؛ اگر اسکن است، نخست با نویسه‌خوان (OCR) به متن تبدیلش کنید و با قالب DOCX یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is a folder, not a file. Choose a file inside it.</source>
            <translation>«{name}» پوشه است، نه فایل. یکی از فایل‌های درون آن را انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” is a picture. Run text recognition (OCR) on it and save the result as DOCX or TXT.</source>
            <translation>«{name}» تصویر است. با نویسه‌خوان (OCR) به متن تبدیلش کنید و با قالب DOCX یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is a rich text file (RTF). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>«{name}» فایل متن غنی (RTF) است. آن را در Word باز کنید و با «Save as» و نوع ‎.docx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is damaged or incomplete. Copy it again from where it came, or save it again.</source>
            <translation>«{name}» آسیب دیده یا ناقص است. آن را دوباره از جای اصلی کپی یا دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is empty. Ask for the file again, or save it again in the program it was written in.</source>
            <translation>«{name}» خالی است. فایل را دوباره بخواهید یا در برنامه‌ای که با آن نوشته شده دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is in Excel's old format (.xls). Open it in Excel, choose “Save as” and the type .xlsx.</source>
            <translation>«{name}» قالب قدیمی اکسل (‎.xls) دارد. آن را در اکسل باز کنید و با «Save as» و نوع ‎.xlsx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is in Word's old format (.doc). Open it in Word, choose “Save as” and the type .docx.</source>
            <translation>«{name}» قالب قدیمی Word‏ (‎.doc) دارد. آن را در Word باز کنید و با «Save as» و نوع ‎.docx ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} megabytes. Remove pictures from it or split it, and try again.</source>
            <translation>«{name}» از {limit} مگابایت بزرگ‌تر است. تصویرهایش را حذف کنید یا آن را چند بخش کنید و دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named DOCX, but is no Word document. Save it as DOCX in the program it was written in.</source>
            <translation>نام «{name}» پسوند DOCX دارد، ولی سند Word نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب DOCX ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named HTML, but is no web page. Save the page again from the browser, or rename the file.</source>
            <translation>نام «{name}» پسوند HTML دارد، ولی صفحهٔ وب نیست. صفحه را دوباره از مرورگر ذخیره کنید یا نام فایل را درست کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named ODT, but is no OpenDocument text. Save it as ODT in the program it was written in.</source>
            <translation>نام «{name}» پسوند ODT دارد، ولی متن OpenDocument نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب ODT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named XLSX, but is no Excel workbook. Save it as XLSX in the program it was written in.</source>
            <translation>نام «{name}» پسوند XLSX دارد، ولی فایل اکسل نیست. آن را در برنامه‌ای که با آن نوشته شده با قالب XLSX ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is no picture that can be printed: choose a whole PNG or JPEG of at most {limit} megabytes.</source>
            <translation>«{name}» تصویری نیست که بتوان چاپ کرد: فایل سالم PNG یا JPEG تا {limit} مگابایت انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” is no plain text, but binary data. Save the document as DOCX or as plain text (UTF-8).</source>
            <translation>«{name}» متن ساده نیست و دادهٔ دودویی است. سند را با قالب DOCX یا متن سادهٔ UTF-8 ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is not of a kind that can be read here. Save it as DOCX, ODT, HTML or TXT.</source>
            <translation>«{name}» از نوع‌هایی نیست که در اینجا خوانده می‌شود. آن را با قالب DOCX، ODT، HTML یا TXT ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is not there (any more). Check the folder and the name, and choose it again.</source>
            <translation>«{name}» دیگر در آنجا نیست. پوشه و نام فایل را بررسی کنید و دوباره آن را انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” is protected by a password. Open it with the password, remove the protection and save it.</source>
            <translation>«{name}» گذرواژه دارد. آن را با گذرواژه باز کنید، گذرواژه را حذف کنید و ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” points to places outside itself, and was refused. Ask its sender for a clean copy.</source>
            <translation>«{name}» به جایی بیرون از خود اشاره می‌کند و پذیرفته نشد. از فرستنده نسخهٔ سالم بخواهید.</translation>
        </message>
        <message>
            <source>“{name}” was not read: it ended the process that reads files. It may be damaged or harmful; ask its sender.</source>
            <translation>«{name}» خوانده نشد: فرایند خواندن فایل‌ها را از کار انداخت. شاید خراب یا زیان‌بار باشد؛ از فرستنده‌اش بپرسید.</translation>
        </message>
        <message>
            <source>“{name}” was not read: it would take too much memory. Split it or save it again; if you do not know it, ask its sender.</source>
            <translation>«{name}» خوانده نشد: به حافظهٔ بیش از اندازه نیاز دارد. آن را بخش کنید یا دوباره ذخیره کنید؛ اگر آن را نمی‌شناسید، از فرستنده‌اش بپرسید.</translation>
        </message>
        <message>
            <source>“{name}” was not read: reading it takes too long. Split it or save it again; if you do not know it, ask its sender.</source>
            <translation>«{name}» خوانده نشد: خواندنش بیش از اندازه طول می‌کشد. آن را بخش کنید یا دوباره ذخیره کنید؛ اگر آن را نمی‌شناسید، از فرستنده‌اش بپرسید.</translation>
        </message>
        <message>
            <source>“{name}” was not read: the process that reads files does not start. Start the program again, and try again.</source>
            <translation>«{name}» خوانده نشد: فرایند خواندن فایل‌ها آغاز نمی‌شود. برنامه را ببندید و باز کنید، و دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>“{name}” would grow far too large when opened, and was refused. Ask its sender what it is.</source>
            <translation>«{name}» هنگام باز شدن بیش از اندازه بزرگ می‌شد و پذیرفته نشد. از فرستنده بپرسید که چیست.</translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
        <message>
            <source>Account</source>
            <translation>حساب کاربری</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>قبلی</translation>
        </message>
        <message>
            <source>Begin to work</source>
            <translation>آغاز کار</translation>
        </message>
        <message>
            <source>Choose a password of your own</source>
            <translation>گذرواژهٔ خود را تعیین کنید</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <source>Enter tests the connection.</source>
            <translation>کلید Enter اتصال را می‌آزماید.</translation>
        </message>
        <message>
            <source>Enter the address of the server first.</source>
            <translation>ابتدا نشانی سرور را وارد کنید.</translation>
        </message>
        <message>
            <source>Everything is kept in one file of this PC: {path}. Whoever can open the file can read it.</source>
            <translation>همهٔ داده‌ها در یک فایل این رایانه نگهداری می‌شود: {path}. هر کس بتواند این فایل را باز کند، می‌تواند آن را بخواند.</translation>
        </message>
        <message>
            <source>First start</source>
            <extracomment>Below this width the steps stand above the page. Whether the rows of a test are to be seen.</extracomment>
            <translation>راه‌اندازی</translation>
        </message>
        <message>
            <source>First start, page {n} of {all}</source>
            <translation>راه‌اندازی، صفحهٔ {n} از {all}</translation>
        </message>
        <message>
            <source>For the windows on this PC. Letters to citizens are written in Persian in any case.</source>
            <translation>برای صفحه‌های برنامه در این رایانه. نامه‌های شهروندان در هر حال به فارسی است.</translation>
        </message>
        <message>
            <source>How is the office called?</source>
            <translation>نام اداره چیست؟</translation>
        </message>
        <message>
            <source>In which language do you work?</source>
            <translation>به کدام زبان کار می‌کنید؟</translation>
        </message>
        <message>
            <source>It stands above letters and reports. All of it can be changed later.</source>
            <translation>بالای نامه‌ها و گزارش‌ها چاپ می‌شود. همهٔ آن بعداً قابل تغییر است.</translation>
        </message>
        <message>
            <source>It was read from the server. The administrator changes it.</source>
            <translation>از سرور خوانده شد. تغییر آن با راهبر سامانه است.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>زبان</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>بعداً</translation>
        </message>
        <message>
            <source>Make the account</source>
            <translation>ایجاد حساب</translation>
        </message>
        <message>
            <source>Make the tables</source>
            <translation>ایجاد جدول‌ها</translation>
        </message>
        <message>
            <source>Name of the office and letterhead</source>
            <translation>نام اداره و سربرگ</translation>
        </message>
        <message>
            <source>One inbox for all colleagues</source>
            <translation>کارتابل مشترک همهٔ همکاران</translation>
        </message>
        <message>
            <source>One moment …</source>
            <translation>کمی صبر کنید…</translation>
        </message>
        <message>
            <source>Place of the data</source>
            <translation>محل نگهداری</translation>
        </message>
        <message>
            <source>Put the code on paper first.</source>
            <translation>ابتدا کد را روی کاغذ بیاورید.</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>کد بازیابی</translation>
        </message>
        <message>
            <source>Server of the office</source>
            <translation>سرور اداره</translation>
        </message>
        <message>
            <source>Set a new password</source>
            <translation>تعیین گذرواژهٔ جدید</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>ورود</translation>
        </message>
        <message>
            <source>Sign in with your account of the office</source>
            <translation>با حساب اداره وارد شوید</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>ورود</translation>
        </message>
        <message>
            <source>The administrator of the office gave you a user name and a password.</source>
            <translation>نام کاربری و گذرواژه را از راهبر سامانه دریافت کرده‌اید.</translation>
        </message>
        <message>
            <source>The database has no tables yet</source>
            <extracomment>Whether the server of the department was chosen.</extracomment>
            <translation>پایگاه داده هنوز جدول ندارد</translation>
        </message>
        <message>
            <source>The file is made on the next page, with the first administrator.</source>
            <translation>فایل در صفحهٔ بعد، همراه با حساب نخستین راهبر سامانه ساخته می‌شود.</translation>
        </message>
        <message>
            <source>The first account administers: it makes the accounts of all others.</source>
            <translation>نخستین حساب، راهبر سامانه است و حساب دیگران را می‌سازد.</translation>
        </message>
        <message>
            <source>The letterhead of the office</source>
            <translation>سربرگ اداره</translation>
        </message>
        <message>
            <source>The system administrator can change this later.</source>
            <translation>این انتخاب را راهبر سامانه بعداً هم می‌تواند تغییر دهد.</translation>
        </message>
        <message>
            <source>This PC alone</source>
            <extracomment>The rows of the test say something new.</extracomment>
            <translation>فقط همین رایانه</translation>
        </message>
        <message>
            <source>To try it out, or for the work of one person</source>
            <translation>برای آزمایش یا کار یک نفر</translation>
        </message>
        <message>
            <source>Until the end of this page no file is made on this PC.</source>
            <translation>تا پایان این صفحه هیچ فایلی روی این رایانه ساخته نمی‌شود.</translation>
        </message>
        <message>
            <source>Where are petitions kept?</source>
            <translation>درخواست‌ها کجا نگهداری می‌شود؟</translation>
        </message>
        <message>
            <source>Who looks after this database?</source>
            <translation>راهبر سامانه در این رایانه کیست؟</translation>
        </message>
        <message>
            <source>You can continue when the connection works.</source>
            <translation>ادامه پس از برقراری اتصال ممکن است.</translation>
        </message>
        <message>
            <source>You can continue when the test has ended.</source>
            <translation>ادامه پس از پایان آزمون ممکن است.</translation>
        </message>
        <message>
            <source>can be left for later</source>
            <translation>می‌تواند بعداً تکمیل شود</translation>
        </message>
        <message>
            <source>first administrator</source>
            <translation>نخستین راهبر سامانه</translation>
        </message>
        <message>
            <source>is read from the server</source>
            <translation>از سرور خوانده می‌شود</translation>
        </message>
        <message>
            <source>nothing chosen</source>
            <translation>انتخاب نشده</translation>
        </message>
        <message>
            <source>with an account of the office</source>
            <translation>با حساب اداره</translation>
        </message>
        <message>
            <source>{what}: {chosen}</source>
            <translation>{what}: {chosen}</translation>
        </message>
    </context>
    <context>
        <name>Further</name>
        <message>
            <source>All of it into a file</source>
            <extracomment>Number of messages read with each request for earlier ones. Above this number of code points, a text is shown by its beginning. An earlier message that matches the search, where no shown message matches it.</extracomment>
            <translation>همه در یک فایل</translation>
        </message>
        <message>
            <source>Further texts of {code}</source>
            <translation>نوشته‌های بعدی {code}</translation>
        </message>
        <message>
            <source>The petitioner wrote again: {count}</source>
            <translation>متقاضی دوباره نوشته است: {count} نوشته</translation>
        </message>
        <message>
            <source>{count} before these</source>
            <translation>{count} نوشتهٔ پیش از این‌ها</translation>
        </message>
        <message>
            <source>{day} · {channel}</source>
            <translation>{day} · {channel}</translation>
        </message>
        <message>
            <source>{head} · from another sender: {sender}</source>
            <translation>{head} · از فرستنده‌ای دیگر: {sender}</translation>
        </message>
        <message>
            <source>{head} · nobody knows from whom</source>
            <translation>{head} · فرستنده معلوم نیست</translation>
        </message>
    </context>
    <context>
        <name>Gate</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>A manager can return a ready draft to amending, until it goes out.</source>
            <translation>پس از اعلام آمادگی نیز، تا پیش از ابلاغ یا ارسال، مدیر می‌تواند پیش‌نویس را با ذکر دلیل به «اصلاح» برگرداند.</translation>
        </message>
        <message>
            <source>A reason is needed, and is published with the summing-up.</source>
            <translation>توضیح لازم است و در گزارش جمع‌بندی منتشر می‌شود.</translation>
        </message>
        <message>
            <source>Accepted comments</source>
            <extracomment>The rows that are made at once. Letters of a comment that a card shows. The user asks for the comments of the draft, to change a decision.</extracomment>
            <translation>نظرهای پذیرفته</translation>
        </message>
        <message>
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <extracomment>The least width with three columns beside each other, in pixels. Qt's greatest width of a widget. The parts in reading order, with their shares of the width. The step that the page leads to from each state. A message about a completed action. The user asks for a step (`InstrumentAction`), for what a rule misses elsewhere, or for the comparison.</extracomment>
            <translation>بازگشت به پیش‌نویس</translation>
        </message>
        <message>
            <source>Before the next step</source>
            <translation>پیش از گام بعدی</translation>
        </message>
        <message>
            <source>Change the decision</source>
            <translation>تغییر تصمیم</translation>
        </message>
        <message>
            <source>Compare the two revisions</source>
            <translation>مقایسهٔ دو نسخه</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>شرط‌ها</translation>
        </message>
        <message>
            <source>Freeze it</source>
            <translation>نهایی کردن</translation>
        </message>
        <message>
            <source>Give {name} the same reason</source>
            <translation>همان توضیح برای {name}</translation>
        </message>
        <message>
            <source>Material changes</source>
            <extracomment>The cards that are made at once; a text that was written anew has hundreds of changes. Kinds whose chip is red: a right, an exemption or an amount. The user asks for the comments of the draft. The key of the change whose reason was saved last; empty once the next one is shown.</extracomment>
            <translation>تغییرهای اساسی</translation>
        </message>
        <message>
            <source>Next change</source>
            <translation>تغییر بعدی</translation>
        </message>
        <message>
            <source>No change of this kind.</source>
            <translation>تغییری از این نوع نیست.</translation>
        </message>
        <message>
            <source>No comment was accepted.</source>
            <translation>هیچ نظری پذیرفته نشده است.</translation>
        </message>
        <message>
            <source>No revision has come after the one before the public yet.</source>
            <translation>پس از نسخهٔ در معرض نقد هنوز نسخه‌ای نیامده است.</translation>
        </message>
        <message>
            <source>Not asked for</source>
            <translation>بدون درخواست</translation>
        </message>
        <message>
            <source>Nothing but numbers and spelling differs.</source>
            <translation>جز شماره و املا چیزی فرق ندارد.</translation>
        </message>
        <message>
            <source>Nothing says yet what carries this comment.</source>
            <translation>محل درج این نظر هنوز ثبت نشده است.</translation>
        </message>
        <message>
            <source>Numbers alone: {n}. Spelling alone: {m}. These are no material changes.</source>
            <translation>{n} تغییر شماره و {m} مورد نگارشی؛ تغییر اساسی نیست.</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>تغییر قبلی</translation>
        </message>
        <message>
            <source>Reason for the change, published</source>
            <translation>توضیح تغییر، منتشر می‌شود</translation>
        </message>
        <message>
            <source>Reason of {who}, published: {reason}</source>
            <translation>توضیح {who}، منتشر می‌شود: {reason}</translation>
        </message>
        <message>
            <source>Reason saved for changes: {n}.</source>
            <translation>توضیح {n} تغییر ثبت شد.</translation>
        </message>
        <message>
            <source>Rewrite</source>
            <translation>بازنویسی</translation>
        </message>
        <message>
            <source>Save for {n} changes</source>
            <translation>ثبت برای {n} تغییر</translation>
        </message>
        <message>
            <source>Save the reason</source>
            <translation>ثبت توضیح</translation>
        </message>
        <message>
            <source>Save what carries it</source>
            <translation>ثبت محل درج</translation>
        </message>
        <message>
            <source>Show more changes</source>
            <translation>نمایش تغییرهای بیشتر</translation>
        </message>
        <message>
            <source>Show {n} others</source>
            <translation>نمایش {n} مورد دیگر</translation>
        </message>
        <message>
            <source>The text stays: {reason}</source>
            <translation>بدون تغییر متن: {reason}</translation>
        </message>
        <message>
            <source>Weighty</source>
            <translation>پراهمیت</translation>
        </message>
        <message>
            <source>What carries the comment was saved.</source>
            <translation>محل درج نظر ثبت شد.</translation>
        </message>
        <message>
            <source>Which changes are shown</source>
            <translation>تغییرهای نمایش‌داده</translation>
        </message>
        <message>
            <source>Which part is shown</source>
            <translation>بخش نمایش‌داده</translation>
        </message>
        <message>
            <source>Why was it changed, although nobody asked for it?</source>
            <translation>چرا بدون درخواست تغییر کرد؟</translation>
        </message>
        <message>
            <source>Without a reason</source>
            <translation>بدون توضیح</translation>
        </message>
        <message>
            <source>against accepted comments: {n}</source>
            <translation>خلاف {n} نظر پذیرفته</translation>
        </message>
        <message>
            <source>asked for: {n}</source>
            <translation>{n} نظر</translation>
        </message>
        <message>
            <source>conditions left: {n}</source>
            <translation>{n} شرط مانده است</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>بدون درخواست</translation>
        </message>
        <message>
            <source>revision {old} (before the public) to revision {new}</source>
            <translation>از نسخهٔ {old} (در معرض نقد) به نسخهٔ {new}</translation>
        </message>
        <message>
            <source>{name} does not carry this comment: it is the same in revisions {old} and {new}.</source>
            <translation>{name} محل درج این نظر نیست: متن آن در نسخهٔ {old} و {new} یکی است.</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} از {m}</translation>
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
        <name>HandOver</name>
        <message>
            <source>Back to the unit: whoever takes it</source>
            <translation>بازگشت به صف واحد</translation>
        </message>
        <message>
            <source>Disable the account</source>
            <translation>غیرفعال کردن حساب</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>واگذاری</translation>
        </message>
        <message>
            <source>Holds no open petitions: there is nothing to hand over.</source>
            <translation>هیچ درخواست بازی در دست ندارد؛ چیزی برای واگذاری نیست.</translation>
        </message>
        <message>
            <source>Holds {count} open petitions. Choose who takes over, unit by unit.</source>
            <translation>{count} درخواست باز در دست دارد. برای هر واحد تحویل‌گیرنده را انتخاب کنید.</translation>
        </message>
        <message>
            <source>Holds {count} open petitions; all of them wait and stay.</source>
            <translation>{count} درخواست باز در دست دارد؛ همه در انتظارند و می‌مانند.</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>پیشرفت کار</translation>
        </message>
        <message>
            <source>Name of who leaves</source>
            <translation>نام کسی که می‌رود</translation>
        </message>
        <message>
            <source>Nobody works here yet</source>
            <translation>هنوز کسی اینجا کار نمی‌کند</translation>
        </message>
        <message>
            <source>Only the manager of this unit hands it over.</source>
            <translation>فقط مدیر همین واحد می‌تواند آن را واگذار کند.</translation>
        </message>
        <message>
            <source>Reason, for the history</source>
            <translation>دلیل، برای سابقه</translation>
        </message>
        <message>
            <source>Stays for now</source>
            <translation>فعلاً بماند</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>The account of {name} is disabled.</source>
            <translation>حساب {name} غیرفعال شد.</translation>
        </message>
        <message>
            <source>What stayed, and why</source>
            <translation>انجام‌نشده‌ها و علت</translation>
        </message>
        <message>
            <source>Who takes over in {unit}</source>
            <translation>تحویل‌گیرنده در {unit}</translation>
        </message>
        <message>
            <source>Whose work</source>
            <extracomment>Choices of a successor box: nobody chosen yet; back to the unit.</extracomment>
            <translation>کار چه کسی</translation>
        </message>
        <message>
            <source>{count} came back.</source>
            <translation>{count} درخواست برگشت.</translation>
        </message>
        <message>
            <source>{count} of {unit} go to: {whom}.</source>
            <translation>{count} درخواست {unit} ← {whom}.</translation>
        </message>
        <message>
            <source>{done} were handed over, {failed} stayed, {untouched} were not reached.</source>
            <translation>{done} درخواست واگذار شد، {failed} ماند و به {untouched} نرسید.</translation>
        </message>
        <message>
            <source>{done} were handed over, {failed} stayed.</source>
            <translation>{done} درخواست واگذار شد، {failed} ماند.</translation>
        </message>
        <message>
            <source>{done} were handed over.</source>
            <translation>{done} درخواست واگذار شد.</translation>
        </message>
        <message>
            <source>{unit}: {count} to hand over</source>
            <translation>{unit}: {count} درخواست برای واگذاری</translation>
        </message>
        <message>
            <source>{unit}: {count} to hand over, {staying} wait and stay</source>
            <translation>{unit}: {count} درخواست برای واگذاری؛ {staying} درخواست در انتظار است و می‌ماند</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>The public participation desk.</source>
            <translation>میز مشارکت مردمی.</translation>
        </message>
        <message>
            <source>a Jalali month, or “last”: the last one that is over</source>
            <translation>ماه شمسی، یا ⁦last⁩: آخرین ماهی که به پایان رسیده است</translation>
        </message>
        <message>
            <source>a document as the next revision</source>
            <translation>سندی به عنوان نسخهٔ بعدی</translation>
        </message>
        <message>
            <source>a file, or a folder of them</source>
            <translation>فایل یا پوشه‌ای از آن‌ها</translation>
        </message>
        <message>
            <source>a letter or a paper of a petition as PDF</source>
            <translation>نامه یا برگه‌ای از یک درخواست به صورت PDF</translation>
        </message>
        <message>
            <source>a new file</source>
            <translation>فایل جدید</translation>
        </message>
        <message>
            <source>address of the database</source>
            <translation>نشانی پایگاه داده</translation>
        </message>
        <message>
            <source>address of the empty database</source>
            <translation>نشانی پایگاه دادهٔ خالی</translation>
        </message>
        <message>
            <source>also against the seals in DIR, or one file</source>
            <translation>با مُهرهای پوشهٔ DIR یا یک فایل هم می‌سنجد</translation>
        </message>
        <message>
            <source>also where the history was tampered with: as it stands, and written into it</source>
            <translation>حتی اگر سوابق دست‌کاری شده باشد: همان‌گونه که هست، با ثبت این تصمیم در سوابق</translation>
        </message>
        <message>
            <source>arguments</source>
            <translation>ورودی‌ها</translation>
        </message>
        <message>
            <source>asks for the password of a mailbox and keeps it in this account's keyring</source>
            <translation>گذرواژهٔ یک صندوق رایانامه را می‌پرسد و در محل نگهداری گذرواژهٔ ویندوز برای همین حساب نگه می‌دارد</translation>
        </message>
        <message>
            <source>at most so many</source>
            <translation>حداکثر این تعداد</translation>
        </message>
        <message>
            <source>brings the tables up to this program</source>
            <translation>جدول‌ها را با این برنامه هماهنگ می‌کند</translation>
        </message>
        <message>
            <source>carries everything into another, empty database</source>
            <translation>همه چیز را به پایگاه دادهٔ خالی دیگری می‌برد</translation>
        </message>
        <message>
            <source>checks and counts, keeps nothing</source>
            <translation>بررسی و شمارش می‌کند، چیزی ذخیره نمی‌کند</translation>
        </message>
        <message>
            <source>checks every event of the history, rights and functions</source>
            <translation>همهٔ رویدادهای سوابق، دسترسی‌ها و تابع‌ها را وارسی می‌کند</translation>
        </message>
        <message>
            <source>code of the draft document</source>
            <translation>کد پیش‌نویس</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>دستورها</translation>
        </message>
        <message>
            <source>compares two documents</source>
            <translation>دو سند را مقایسه می‌کند</translation>
        </message>
        <message>
            <source>counts anew what was issued, too</source>
            <translation>گزارش‌های صادرشده را نیز از نو می‌شمارد</translation>
        </message>
        <message>
            <source>every setting, its value, where it comes from, and whether it is fixed</source>
            <translation>هر تنظیم، مقدار آن، منبع آن و ثابت بودن آن</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>همه‌جا</translation>
        </message>
        <message>
            <source>file of the private key</source>
            <translation>فایل کلید خصوصی</translation>
        </message>
        <message>
            <source>file to write</source>
            <translation>فایل خروجی</translation>
        </message>
        <message>
            <source>fills an empty database with made data</source>
            <translation>پایگاه دادهٔ خالی را با دادهٔ نمونه پر می‌کند</translation>
        </message>
        <message>
            <source>folder of the data</source>
            <translation>پوشهٔ داده‌ها</translation>
        </message>
        <message>
            <source>folder to write, new or empty</source>
            <translation>پوشه‌ای که نوشته می‌شود، جدید یا خالی</translation>
        </message>
        <message>
            <source>form of output; pdf and docx (with tracked changes) want a file</source>
            <translation>قالب خروجی؛ pdf و docx (با تغییرهای ردگیری‌شده) فایل می‌خواهند</translation>
        </message>
        <message>
            <source>hands on what waits, in files; for a scheduled task</source>
            <translation>پیام‌های در نوبت را در فایل می‌نویسد؛ برای کار زمان‌بندی‌شده</translation>
        </message>
        <message>
            <source>how rows came that do not say it</source>
            <translation>راه دریافت ردیف‌های بدون مقدار</translation>
        </message>
        <message>
            <source>in that folder, keeps the newest N of this database (7)</source>
            <translation>در آن پوشه جدیدترین N پشتیبان این پایگاه داده را نگه می‌دارد (۷)</translation>
        </message>
        <message>
            <source>in the PDF, unchanged provisions too</source>
            <translation>در PDF، ماده‌ها و بندهای بدون تغییر نیز بیاید</translation>
        </message>
        <message>
            <source>instead of FILE: names it by the time</source>
            <translation>به جای FILE: نامش را از زمان می‌گیرد</translation>
        </message>
        <message>
            <source>instead of FILE: the newest one of this database in DIR</source>
            <translation>به‌جای FILE: جدیدترین پشتیبان این پایگاه داده در DIR</translation>
        </message>
        <message>
            <source>instead: a quarter, a year (1405) or days (1405-08-01..1405-08-15)</source>
            <translation>به جای آن: سه‌ماهه، سال (⁦1405⁩) یا بازهٔ روزها (⁦1405-08-01..1405-08-15⁩)</translation>
        </message>
        <message>
            <source>issues a new edition, and says why</source>
            <translation>ویرایش جدیدی صادر می‌کند و علتش را می‌گوید</translation>
        </message>
        <message>
            <source>issues it: numbered and frozen; once is enough</source>
            <translation>صادر می‌کند: شماره‌دار و منجمد؛ یک بار بس است</translation>
        </message>
        <message>
            <source>joins and orders Persian letters for a terminal that does not (found out by itself)</source>
            <translation>حروف فارسی را برای پایانه‌ای که خود نمی‌چسباند و مرتب نمی‌کند، می‌چسباند و مرتب می‌کند (به‌طور خودکار تشخیص داده می‌شود)</translation>
        </message>
        <message>
            <source>language of the messages</source>
            <translation>زبان پیام‌ها</translation>
        </message>
        <message>
            <source>leaves pictures in DIR</source>
            <translation>تصویرها را در DIR می‌گذارد</translation>
        </message>
        <message>
            <source>lists what could not be read, and why</source>
            <translation>ردیف‌های خوانده‌نشده و دلیل آن‌ها را فهرست می‌کند</translation>
        </message>
        <message>
            <source>looks after the database</source>
            <translation>نگهداری پایگاه داده</translation>
        </message>
        <message>
            <source>looks for a newer version in the office's folder, and checks it</source>
            <translation>جست‌وجوی نسخهٔ جدید در پوشهٔ اداره و بررسی آن</translation>
        </message>
        <message>
            <source>looks for damage</source>
            <translation>آسیب‌ها را می‌جوید</translation>
        </message>
        <message>
            <source>looks into the sources, takes in all that waits; for a scheduled task</source>
            <translation>به منبع‌ها سر می‌زند و هرچه منتظر است می‌پذیرد؛ برای کار زمان‌بندی‌شده</translation>
        </message>
        <message>
            <source>makes a back-up, while others work</source>
            <translation>پشتیبان می‌سازد، در حالی که دیگران کار می‌کنند</translation>
        </message>
        <message>
            <source>makes the key with which seals and back-ups are signed</source>
            <translation>کلیدی می‌سازد که مُهرها و پشتیبان‌ها با آن امضا می‌شوند</translation>
        </message>
        <message>
            <source>makes the tables</source>
            <translation>جدول‌ها را می‌سازد</translation>
        </message>
        <message>
            <source>marks of satisfaction by tracking code, from CSV, XLSX or JSON Lines</source>
            <translation>امتیازهای رضایت با کد رهگیری، از CSV یا XLSX یا JSON Lines</translation>
        </message>
        <message>
            <source>messages to petitioners</source>
            <translation>پیام به متقاضیان</translation>
        </message>
        <message>
            <source>name and address, parted by “|”</source>
            <translation>نام و نشانی مخاطب، جداشده با «|»</translation>
        </message>
        <message>
            <source>name of the source</source>
            <translation>نام منبع</translation>
        </message>
        <message>
            <source>newer versions of this program</source>
            <translation>نسخه‌های جدید برنامه</translation>
        </message>
        <message>
            <source>of rows that do not say it: service, instrument or news (service)</source>
            <translation>نوع ردیف‌هایی که آن را نگفته‌اند: service، instrument یا news (service)</translation>
        </message>
        <message>
            <source>of the PDF: the list of changes, both texts side by side, or both</source>
            <translation>چینش PDF: فهرست تغییرها، دو متن کنار هم، یا هر دو</translation>
        </message>
        <message>
            <source>on both sides</source>
            <translation>دو رو</translation>
        </message>
        <message>
            <source>one JSON document as output</source>
            <translation>خروجی به شکل یک سند JSON</translation>
        </message>
        <message>
            <source>only in this state</source>
            <translation>فقط در این وضعیت</translation>
        </message>
        <message>
            <source>only of this colleague, by name or user name</source>
            <translation>تنها از این همکار، با نام یا نام کاربری</translation>
        </message>
        <message>
            <source>only of this kind</source>
            <translation>تنها از این نوع</translation>
        </message>
        <message>
            <source>only of this unit, by name or code</source>
            <translation>فقط این واحد، با نام یا کد</translation>
        </message>
        <message>
            <source>only what came this way</source>
            <translation>تنها از این راه دریافت</translation>
        </message>
        <message>
            <source>opens the workstation</source>
            <translation>میز کار را باز می‌کند</translation>
        </message>
        <message>
            <source>opens the workstation on sample data, nothing is kept</source>
            <translation>میز کار را با دادهٔ نمونه باز می‌کند؛ چیزی نگه داشته نمی‌شود</translation>
        </message>
        <message>
            <source>options</source>
            <translation>گزینه‌ها</translation>
        </message>
        <message>
            <source>petitions from CSV, XLSX or JSON Lines</source>
            <translation>درخواست‌ها از CSV، XLSX یا JSON Lines</translation>
        </message>
        <message>
            <source>prints it, on the usual printer unless one is named</source>
            <translation>چاپ می‌کند، با چاپگر پیش‌فرض مگر نامی داده شود</translation>
        </message>
        <message>
            <source>prints its figures as text, without a file</source>
            <translation>ارقام آن را به شکل متن در خروجی می‌نویسد، بدون فایل</translation>
        </message>
        <message>
            <source>public comments from CSV, XLSX, JSON Lines or mail</source>
            <translation>نظرهای مردم از CSV، XLSX، JSON Lines یا رایانامه</translation>
        </message>
        <message>
            <source>public key of the custodian; only what it signed is accepted</source>
            <translation>کلید عمومی امین دوم؛ تنها آنچه با آن امضا شده پذیرفته می‌شود</translation>
        </message>
        <message>
            <source>reads only what is newer than the newest seal that fits</source>
            <translation>فقط آنچه پس از جدیدترین مُهر درست آمده است خوانده می‌شود</translation>
        </message>
        <message>
            <source>reads what became of messages, and mails that came back</source>
            <translation>رسید پیام‌ها و رایانامه‌های برگشتی را می‌خواند</translation>
        </message>
        <message>
            <source>reply letter, receipt, referral sheet or dossier</source>
            <translation>نامهٔ پاسخ، رسید، برگ ارجاع یا پرونده</translation>
        </message>
        <message>
            <source>reports</source>
            <translation>گزارش‌ها</translation>
        </message>
        <message>
            <source>restores a back-up into a file for a moment, and says whether it is sound</source>
            <translation>پشتیبان را برای آزمون در فایلی موقت بازیابی می‌کند و می‌گوید که سالم است یا نه</translation>
        </message>
        <message>
            <source>restores a back-up into an empty database</source>
            <translation>پشتیبان را در پایگاه دادهٔ خالی بازیابی می‌کند</translation>
        </message>
        <message>
            <source>searches</source>
            <translation>جست‌وجو می‌کند</translation>
        </message>
        <message>
            <source>sends the reply out under the next number of the office</source>
            <translation>پاسخ را با شمارهٔ بعدی نامه‌های اداره صادر می‌کند</translation>
        </message>
        <message>
            <source>sets a value; without a VALUE the setting is removed</source>
            <translation>تعیین مقدار؛ بدون VALUE تنظیم حذف می‌شود</translation>
        </message>
        <message>
            <source>signs it, with the key of the keyring or of --key; see “audit key”</source>
            <translation>آن را امضا می‌کند، با کلید محل نگهداری گذرواژه یا ‎--key؛ «audit key» را ببینید</translation>
        </message>
        <message>
            <source>signs the description of the newest set-up in a folder, for all PCs</source>
            <translation>امضای مشخصات جدیدترین فایل نصب یک پوشه، برای همهٔ رایانه‌ها</translation>
        </message>
        <message>
            <source>signs the head of the history for a second custodian</source>
            <translation>سر زنجیرهٔ سوابق را برای امین دوم امضا می‌کند</translation>
        </message>
        <message>
            <source>so many copies (1)</source>
            <translation>تعداد نسخه‌ها (۱)</translation>
        </message>
        <message>
            <source>so many draft documents</source>
            <translation>تعداد پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>so many petitions</source>
            <translation>تعداد درخواست‌ها</translation>
        </message>
        <message>
            <source>takes files in</source>
            <translation>فایل‌ها را وارد می‌کند</translation>
        </message>
        <message>
            <source>takes in a list of what petitions are about: services, documents, news items</source>
            <translation>فهرست موضوع‌ها (خدمت‌ها، سندها و خبرها) را وارد می‌کند</translation>
        </message>
        <message>
            <source>tells what the database is and holds</source>
            <translation>می‌گوید پایگاه داده چیست و چه دارد</translation>
        </message>
        <message>
            <source>tells whether the clock of this PC is trusted, and confirms the day</source>
            <translation>می‌گوید ساعت این رایانه قابل اعتماد است یا نه، و روز را تأیید می‌کند</translation>
        </message>
        <message>
            <source>the back-up</source>
            <translation>پشتیبان</translation>
        </message>
        <message>
            <source>the custodian's key that checks them</source>
            <translation>کلید امین دوم که مُهرها با آن وارسی می‌شوند</translation>
        </message>
        <message>
            <source>the day that it is today</source>
            <translation>روزی که امروز است</translation>
        </message>
        <message>
            <source>the digest up to event N, as an issued report has it</source>
            <translation>کد صحت تا رویداد N، چنان‌که در گزارش صادرشده آمده است</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>فایل</translation>
        </message>
        <message>
            <source>the folder of set-ups</source>
            <translation>پوشهٔ فایل‌های نصب</translation>
        </message>
        <message>
            <source>the folder of the gateway</source>
            <translation>پوشهٔ درگاه پیام</translation>
        </message>
        <message>
            <source>the history</source>
            <translation>سوابق</translation>
        </message>
        <message>
            <source>the last day (today)</source>
            <translation>آخرین روز (امروز)</translation>
        </message>
        <message>
            <source>the list, CSV or XLSX, a title in each row</source>
            <translation>فهرست، CSV یا XLSX، با یک عنوان در هر ردیف</translation>
        </message>
        <message>
            <source>the monthly report as PDF, XLSX, CSV or text</source>
            <translation>گزارش ماهانه به شکل PDF، XLSX، CSV یا متن</translation>
        </message>
        <message>
            <source>the new private key, on a stick; otherwise in this account's keyring</source>
            <translation>کلید خصوصی جدید، روی حافظهٔ همراه؛ وگرنه در محل نگهداری گذرواژهٔ این حساب</translation>
        </message>
        <message>
            <source>the new public key, for the custodian</source>
            <translation>کلید عمومی جدید، برای امین دوم</translation>
        </message>
        <message>
            <source>the newer document</source>
            <translation>سند جدید</translation>
        </message>
        <message>
            <source>the office's own form, which says who wrote each comment; not for publication</source>
            <translation>نسخهٔ داخلی اداره که فرستندهٔ هر نظر را می‌گوید؛ برای انتشار نیست</translation>
        </message>
        <message>
            <source>the older document</source>
            <translation>سند پیشین</translation>
        </message>
        <message>
            <source>the package of a consultation for the portal</source>
            <translation>بستهٔ انتشار یک پیش‌نویس برای درگاه</translation>
        </message>
        <message>
            <source>the petition desk</source>
            <translation>میز درخواست‌ها</translation>
        </message>
        <message>
            <source>the private key for its seal; otherwise that of the keyring, if there is one</source>
            <translation>کلید خصوصی برای مُهر آن؛ وگرنه کلید محل نگهداری گذرواژه، اگر باشد</translation>
        </message>
        <message>
            <source>the private key; otherwise the keyring</source>
            <translation>کلید خصوصی؛ وگرنه کلید محل نگهداری گذرواژه</translation>
        </message>
        <message>
            <source>the same seed, the same data</source>
            <translation>بذر یکسان، دادهٔ یکسان</translation>
        </message>
        <message>
            <source>the seal; standard output without</source>
            <translation>فایل مُهر؛ بدون آن در خروجی</translation>
        </message>
        <message>
            <source>the settings of this PC</source>
            <translation>تنظیمات این رایانه</translation>
        </message>
        <message>
            <source>the summing-up of a consultation as PDF, DOCX or XLSX</source>
            <translation>گزارش جمع‌بندی نظرهای مردم به صورت PDF، DOCX یا XLSX</translation>
        </message>
        <message>
            <source>then restores it into a file for a moment, and keeps the verdict</source>
            <translation>سپس آن را برای آزمون در فایلی موقت بازیابی می‌کند و نتیجه را نگه می‌دارد</translation>
        </message>
        <message>
            <source>this help</source>
            <translation>همین راهنما</translation>
        </message>
        <message>
            <source>tracking code of the petition</source>
            <translation>کد رهگیری درخواست</translation>
        </message>
        <message>
            <source>tries every part once</source>
            <translation>همهٔ بخش‌ها را یک بار می‌آزماید</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>کاربرد: </translation>
        </message>
        <message>
            <source>users may change these again</source>
            <translation>کاربران دوباره می‌توانند این‌ها را تغییر دهند</translation>
        </message>
        <message>
            <source>users may not change these, parted by commas</source>
            <translation>کاربران این‌ها را تغییر نمی‌دهند؛ جداشده با ویرگول</translation>
        </message>
        <message>
            <source>what changed, in a sentence</source>
            <translation>تغییرها، در یک جمله</translation>
        </message>
        <message>
            <source>what other systems hand in</source>
            <translation>داده‌های دریافتی از سامانه‌های دیگر</translation>
        </message>
        <message>
            <source>who answers for it, on its signature line</source>
            <translation>امضاکنندهٔ گزارش</translation>
        </message>
        <message>
            <source>who confirms it</source>
            <translation>کسی که تأیید می‌کند</translation>
        </message>
        <message>
            <source>who signs it as the second person</source>
            <translation>کسی که به عنوان نفر دوم امضا می‌کند</translation>
        </message>
        <message>
            <source>why; it stays in the history</source>
            <translation>دلیل؛ در سابقه می‌ماند</translation>
        </message>
        <message>
            <source>with DIR: also as a mail to ADDRESS, a file for the gateway</source>
            <translation>با DIR: همچنین رایانامه‌ای به ADDRESS، فایلی برای درگاه ارسال</translation>
        </message>
        <message>
            <source>with a passphrase, asked for or from MOSHAREKAT_BACKUP_PASSPHRASE</source>
            <translation>با عبارت عبور، که پرسیده یا از MOSHAREKAT_BACKUP_PASSPHRASE خوانده می‌شود</translation>
        </message>
        <message>
            <source>words or a code</source>
            <translation>واژه‌ها یا کد</translation>
        </message>
        <message>
            <source>writes rejected rows, to be mended</source>
            <translation>ردیف‌های ردشده را برای اصلاح می‌نویسد</translation>
        </message>
        <message>
            <source>writes the settings of all users of this PC; for an administrator</source>
            <translation>ثبت تنظیمات همهٔ کاربران این رایانه؛ با دسترسی مدیر</translation>
        </message>
    </context>
    <context>
        <name>HiddenReason</name>
        <message>
            <source>insult</source>
            <translation>توهین</translation>
        </message>
        <message>
            <source>off topic</source>
            <translation>بی‌ارتباط</translation>
        </message>
        <message>
            <source>personal data</source>
            <translation>دادهٔ شخصی</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Archived by itself, {days} days after it was resolved</source>
            <translation>{days} روز پس از رسیدگی خودکار بایگانی شد</translation>
        </message>
        <message>
            <source>Came by {channel}</source>
            <translation>از {channel} رسید</translation>
        </message>
        <message>
            <source>Came by {channel}, registered by {who}</source>
            <translation>از {channel} رسید؛ {who} ثبت کرد</translation>
        </message>
        <message>
            <source>Note of {who}</source>
            <translation>یادداشت {who}</translation>
        </message>
        <message>
            <source>The deadline went from {former} to {day}, because the calendar changed</source>
            <translation>مهلت از {former} به {day} رفت، چون تقویم اداره عوض شد</translation>
        </message>
        <message>
            <source>The petitioner answered how satisfied they are: {satisfaction} of 5</source>
            <translation>متقاضی رضایت خود را پاسخ داد: {satisfaction} از ۵</translation>
        </message>
        <message>
            <source>The petitioner is asked how satisfied they are</source>
            <translation>از متقاضی پرسیده شد که چقدر راضی است</translation>
        </message>
        <message>
            <source>The petitioner wrote again by {channel} ({count})</source>
            <translation>متقاضی با {channel} دوباره نوشت ({count} نوشته)</translation>
        </message>
        <message>
            <source>The program</source>
            <extracomment>Maximum length of the model's texts: longer ones make repaints slow. The row to select in the loaded events.
----------
Longer texts are cut in the time line, in code points. The full reply is shown above it.</extracomment>
            <translation>سامانه</translation>
        </message>
        <message>
            <source>Went to {unit} by a rule</source>
            <translation>با قاعده به {unit} رفت</translation>
        </message>
        <message>
            <source>You</source>
            <translation>شما</translation>
        </message>
        <message>
            <source>You added the attachment {name}</source>
            <translation>شما پیوست {name} را افزودید</translation>
        </message>
        <message>
            <source>You answered the referral to {places}</source>
            <translation>شما به ارجاع {places} پاسخ دادید</translation>
        </message>
        <message>
            <source>You archived it</source>
            <translation>شما بایگانی کردید</translation>
        </message>
        <message>
            <source>You closed it ({outcome})</source>
            <translation>شما بستید ({outcome})</translation>
        </message>
        <message>
            <source>You completed the identity; it is no notice any more ({fields})</source>
            <translation>شما مشخصات را کامل کردید؛ اکنون درخواست عادی است ({fields})</translation>
        </message>
        <message>
            <source>You corrected the petitioner's data at their demand</source>
            <translation>شما دادهٔ متقاضی را به درخواست خودش اصلاح کردید</translation>
        </message>
        <message>
            <source>You gave it back to {unit}</source>
            <translation>شما آن را به {unit} برگرداندید</translation>
        </message>
        <message>
            <source>You handed it over to {to}</source>
            <translation>شما به {to} سپردید</translation>
        </message>
        <message>
            <source>You imported the petitioner's satisfaction: {satisfaction} of 5</source>
            <translation>شما رضایت متقاضی را وارد کردید: {satisfaction} از ۵</translation>
        </message>
        <message>
            <source>You linked it with {code}</source>
            <translation>شما آن را با {code} پیوند دادید</translation>
        </message>
        <message>
            <source>You masked the personal data, whose retention is over</source>
            <translation>شما دادهٔ شخصی را پس از پایان مدت نگهداری پوشاندید</translation>
        </message>
        <message>
            <source>You named it in the improvement action {title}</source>
            <translation>شما آن را در اقدام اصلاحی «{title}» نام بردید</translation>
        </message>
        <message>
            <source>You put onto {onto}: {paper}</source>
            <translation>{paper} را روی {onto} بردید</translation>
        </message>
        <message>
            <source>You put the duplicate {code} to it</source>
            <translation>شما تکراری {code} را به آن افزودید</translation>
        </message>
        <message>
            <source>You put the label “{label}” on</source>
            <translation>شما برچسب «{label}» زدید</translation>
        </message>
        <message>
            <source>You read the petitioner's answer: {satisfaction} of 5</source>
            <translation>شما پاسخ متقاضی را خواندید: {satisfaction} از ۵</translation>
        </message>
        <message>
            <source>You read who sent it, from outside the unit</source>
            <translation>شما از بیرون واحد دادهٔ شخصی متقاضی را دیدید</translation>
        </message>
        <message>
            <source>You recalled the referral to {places}</source>
            <translation>شما ارجاع {places} را پس گرفتید</translation>
        </message>
        <message>
            <source>You referred it on the side to {targets}</source>
            <translation>شما آن را هم‌زمان ارجاع دادید به {targets}</translation>
        </message>
        <message>
            <source>You referred it to {unit}</source>
            <translation>شما به {unit} ارجاع دادید</translation>
        </message>
        <message>
            <source>You registered it ({channel})</source>
            <translation>شما ثبت کردید ({channel})</translation>
        </message>
        <message>
            <source>You registered it; it came as a comment on “{instrument}”</source>
            <translation>شما ثبت کردید؛ نظر دربارهٔ «{instrument}» بوده است</translation>
        </message>
        <message>
            <source>You removed the attachment {name}</source>
            <translation>شما پیوست {name} را حذف کردید</translation>
        </message>
        <message>
            <source>You removed the link with {code}</source>
            <translation>شما پیوند با {code} را حذف کردید</translation>
        </message>
        <message>
            <source>You reopened it</source>
            <translation>شما بازگشایی کردید</translation>
        </message>
        <message>
            <source>You resolved it: {outcome}</source>
            <translation>شما رسیدگی کردید: {outcome}</translation>
        </message>
        <message>
            <source>You returned it</source>
            <translation>شما عودت دادید</translation>
        </message>
        <message>
            <source>You returned the referral to {places}</source>
            <translation>شما ارجاع {places} را عودت دادید</translation>
        </message>
        <message>
            <source>You said that it is about “{about}”</source>
            <translation>شما موضوع را «{about}» دانستید</translation>
        </message>
        <message>
            <source>You said that {code} is not the same</source>
            <translation>شما گفتید که {code} همین نیست</translation>
        </message>
        <message>
            <source>You saved a draft of the reply</source>
            <translation>شما پیش‌نویس پاسخ را ذخیره کردید</translation>
        </message>
        <message>
            <source>You sent it to {unit} for information</source>
            <translation>شما جهت اطلاع به {unit} فرستادید</translation>
        </message>
        <message>
            <source>You sent out: {paper}, number {number}</source>
            <translation>{paper} را با شمارهٔ {number} صادر کردید</translation>
        </message>
        <message>
            <source>You sent the reply back</source>
            <translation>شما پاسخ را برای اصلاح برگرداندید</translation>
        </message>
        <message>
            <source>You sent the reply for approval</source>
            <translation>شما پاسخ را برای تأیید فرستادید</translation>
        </message>
        <message>
            <source>You took back that {code} is not the same</source>
            <translation>شما پس گرفتید که {code} همین نیست</translation>
        </message>
        <message>
            <source>You took back: {move}</source>
            <translation>شما این کار را لغو کردید: {move}</translation>
        </message>
        <message>
            <source>You took it</source>
            <translation>شما رسیدگی را به‌عهده گرفتید</translation>
        </message>
        <message>
            <source>You took it as a comment on a draft</source>
            <translation>شما آن را نظر دربارهٔ یک پیش‌نویس دانستید</translation>
        </message>
        <message>
            <source>You took it back from the comments</source>
            <translation>شما آن را از نظرها به درخواست‌ها برگرداندید</translation>
        </message>
        <message>
            <source>You took it from the petition that it was a duplicate of</source>
            <translation>شما آن را از درخواستی که تکراری‌اش شمرده شده بود جدا کردید</translation>
        </message>
        <message>
            <source>You took the duplicate {code} from it</source>
            <translation>شما تکراری {code} را از آن جدا کردید</translation>
        </message>
        <message>
            <source>You took the label “{label}” off</source>
            <translation>شما برچسب «{label}» را حذف کردید</translation>
        </message>
        <message>
            <source>You wait for the petitioner</source>
            <translation>شما در انتظار متقاضی گذاشتید</translation>
        </message>
        <message>
            <source>You went on</source>
            <translation>شما کار را ادامه دادید</translation>
        </message>
        <message>
            <source>Your note</source>
            <translation>یادداشت شما</translation>
        </message>
        <message>
            <source>{files} files that came along were not attached, for it holds no more: see how it arrived</source>
            <translation>{files} فایل همراه نوشته پیوست نشد، چون جای پیوست پر است. آن‌ها در «چگونگی رسیدن» است.</translation>
        </message>
        <message>
            <source>{sentence}, and on the side to {targets}</source>
            <translation>{sentence}، و هم‌زمان به {targets}</translation>
        </message>
        <message>
            <source>{sentence}, by the rule “{rule}” (number {number})</source>
            <translation>{sentence}، به قاعدهٔ «{rule}» (شمارهٔ {number})</translation>
        </message>
        <message>
            <source>{sentence}: it says {words}</source>
            <translation>{sentence}؛ چون در آن آمده: {words}</translation>
        </message>
        <message>
            <source>{sentence}; a notice without a reply, because the identity is incomplete</source>
            <translation>{sentence}؛ بدون پاسخ، چون مشخصات ناقص است</translation>
        </message>
        <message>
            <source>{sentence}; a notice without a reply, because the identity is incomplete; the sender was told so</source>
            <translation>{sentence}؛ بدون پاسخ، چون مشخصات ناقص است؛ به فرستنده گفته شد</translation>
        </message>
        <message>
            <source>{sentence}; from another number or address</source>
            <translation>{sentence}؛ از شماره یا نشانی دیگر</translation>
        </message>
        <message>
            <source>{sentence}; went to {unit} by the rule “{rule}” (number {number})</source>
            <translation>{sentence}؛ به قاعدهٔ «{rule}» (شمارهٔ {number}) به {unit} ارجاع شد</translation>
        </message>
        <message>
            <source>{what}, on behalf of {person}</source>
            <translation>{what}، به نیابت از {person}</translation>
        </message>
        <message>
            <source>{who} added the attachment {name}</source>
            <translation>{who} پیوست {name} را افزود</translation>
        </message>
        <message>
            <source>{who} answered the referral to {places}</source>
            <translation>{who} به ارجاع {places} پاسخ داد</translation>
        </message>
        <message>
            <source>{who} archived it</source>
            <translation>{who} بایگانی کرد</translation>
        </message>
        <message>
            <source>{who} closed it ({outcome})</source>
            <translation>{who} بست ({outcome})</translation>
        </message>
        <message>
            <source>{who} completed the identity; it is no notice any more ({fields})</source>
            <translation>{who} مشخصات را کامل کرد؛ اکنون درخواست عادی است ({fields})</translation>
        </message>
        <message>
            <source>{who} corrected the petitioner's data at their demand</source>
            <translation>{who} دادهٔ متقاضی را به درخواست خودش اصلاح کرد</translation>
        </message>
        <message>
            <source>{who} gave it back to {unit}</source>
            <translation>{who} آن را به {unit} برگرداند</translation>
        </message>
        <message>
            <source>{who} handed it over to {to}</source>
            <translation>{who} به {to} سپرد</translation>
        </message>
        <message>
            <source>{who} imported the petitioner's satisfaction: {satisfaction} of 5</source>
            <translation>{who} رضایت متقاضی را وارد کرد: {satisfaction} از ۵</translation>
        </message>
        <message>
            <source>{who} linked it with {code}</source>
            <translation>{who} آن را با {code} پیوند داد</translation>
        </message>
        <message>
            <source>{who} masked the personal data, whose retention is over</source>
            <translation>{who} دادهٔ شخصی را پس از پایان مدت نگهداری پوشاند</translation>
        </message>
        <message>
            <source>{who} named it in the improvement action {title}</source>
            <translation>{who} آن را در اقدام اصلاحی «{title}» نام برد</translation>
        </message>
        <message>
            <source>{who} put onto {onto}: {paper}</source>
            <translation>{who} {paper} را روی {onto} برد</translation>
        </message>
        <message>
            <source>{who} put the duplicate {code} to it</source>
            <translation>{who} تکراری {code} را به آن افزود</translation>
        </message>
        <message>
            <source>{who} put the label “{label}” on</source>
            <translation>{who} برچسب «{label}» زد</translation>
        </message>
        <message>
            <source>{who} read the petitioner's answer: {satisfaction} of 5</source>
            <translation>{who} پاسخ متقاضی را خواند: {satisfaction} از ۵</translation>
        </message>
        <message>
            <source>{who} read who sent it, from outside the unit</source>
            <translation>{who} از بیرون واحد دادهٔ شخصی متقاضی را دید</translation>
        </message>
        <message>
            <source>{who} recalled the referral to {places}</source>
            <translation>{who} ارجاع {places} را پس گرفت</translation>
        </message>
        <message>
            <source>{who} referred it on the side to {targets}</source>
            <translation>{who} آن را هم‌زمان ارجاع داد به {targets}</translation>
        </message>
        <message>
            <source>{who} referred it to {unit}</source>
            <translation>{who} به {unit} ارجاع داد</translation>
        </message>
        <message>
            <source>{who} registered it; it came as a comment on “{instrument}”</source>
            <translation>{who} ثبت کرد؛ نظر دربارهٔ «{instrument}» بوده است</translation>
        </message>
        <message>
            <source>{who} removed the attachment {name}</source>
            <translation>{who} پیوست {name} را حذف کرد</translation>
        </message>
        <message>
            <source>{who} removed the link with {code}</source>
            <translation>{who} پیوند با {code} را حذف کرد</translation>
        </message>
        <message>
            <source>{who} reopened it</source>
            <translation>{who} بازگشایی کرد</translation>
        </message>
        <message>
            <source>{who} resolved it: {outcome}</source>
            <translation>{who} رسیدگی کرد: {outcome}</translation>
        </message>
        <message>
            <source>{who} returned it</source>
            <translation>{who} عودت داد</translation>
        </message>
        <message>
            <source>{who} returned the referral to {places}</source>
            <translation>{who} ارجاع {places} را عودت داد</translation>
        </message>
        <message>
            <source>{who} said that it is about “{about}”</source>
            <translation>{who} موضوع را «{about}» دانست</translation>
        </message>
        <message>
            <source>{who} said that {code} is not the same</source>
            <translation>{who} گفت که {code} همین نیست</translation>
        </message>
        <message>
            <source>{who} saved a draft of the reply</source>
            <translation>{who} پیش‌نویس پاسخ را ذخیره کرد</translation>
        </message>
        <message>
            <source>{who} sent it to {unit} for information</source>
            <translation>{who} جهت اطلاع به {unit} فرستاد</translation>
        </message>
        <message>
            <source>{who} sent out: {paper}, number {number}</source>
            <translation>{who} {paper} را با شمارهٔ {number} صادر کرد</translation>
        </message>
        <message>
            <source>{who} sent the reply back</source>
            <translation>{who} پاسخ را برای اصلاح برگرداند</translation>
        </message>
        <message>
            <source>{who} sent the reply for approval</source>
            <translation>{who} پاسخ را برای تأیید فرستاد</translation>
        </message>
        <message>
            <source>{who} took back that {code} is not the same</source>
            <translation>{who} پس گرفت که {code} همین نیست</translation>
        </message>
        <message>
            <source>{who} took back: {move}</source>
            <translation>{who} این کار را لغو کرد: {move}</translation>
        </message>
        <message>
            <source>{who} took it</source>
            <translation>{who} رسیدگی را به‌عهده گرفت</translation>
        </message>
        <message>
            <source>{who} took it as a comment on a draft</source>
            <translation>{who} آن را نظر دربارهٔ یک پیش‌نویس دانست</translation>
        </message>
        <message>
            <source>{who} took it back from the comments</source>
            <translation>{who} آن را از نظرها به درخواست‌ها برگرداند</translation>
        </message>
        <message>
            <source>{who} took it from the petition that it was a duplicate of</source>
            <translation>{who} آن را از درخواستی که تکراری‌اش شمرده شده بود جدا کرد</translation>
        </message>
        <message>
            <source>{who} took the duplicate {code} from it</source>
            <translation>{who} تکراری {code} را از آن جدا کرد</translation>
        </message>
        <message>
            <source>{who} took the label “{label}” off</source>
            <translation>{who} برچسب «{label}» را حذف کرد</translation>
        </message>
        <message>
            <source>{who} waits for the petitioner</source>
            <translation>{who} در انتظار متقاضی گذاشت</translation>
        </message>
        <message>
            <source>{who} went on</source>
            <translation>{who} کار را ادامه داد</translation>
        </message>
        <message>
            <source>“{word}”</source>
            <translation>«{word}»</translation>
        </message>
    </context>
    <context>
        <name>HistoryBreak</name>
        <message>
            <source>A guard of law or history is missing: {detail}</source>
            <translation>یک نگهبان قانون یا سوابق نیست: {detail}</translation>
        </message>
        <message>
            <source>A guard of law or history was changed or switched off: {detail}</source>
            <translation>یک نگهبان قانون یا سوابق عوض شده یا خاموش است: {detail}</translation>
        </message>
        <message>
            <source>No event tells of this row: {detail}</source>
            <translation>هیچ رویدادی از این ردیف خبر نمی‌دهد: {detail}</translation>
        </message>
        <message>
            <source>Rights, functions and triggers were not compared: only the owner of the database can do that.</source>
            <translation>دسترسی‌ها، تابع‌ها و تریگرها مقایسه نشدند: این کار فقط از مالک پایگاه داده برمی‌آید.</translation>
        </message>
        <message>
            <source>The events {detail} are not those of which the database kept a digest.</source>
            <translation>رویدادهای {detail} همان‌هایی نیستند که پایگاه داده کد صحتشان را نگه داشته است.</translation>
        </message>
        <message>
            <source>The latest time that the program saw went back without an event of people who took it back: {detail}</source>
            <translation>آخرین زمانی که برنامه دیده بود، بی‌آنکه رویدادی برای برگرداندن آن ثبت شده باشد، عقب رفته است: {detail}</translation>
        </message>
        <message>
            <source>The stored bytes were changed: {detail}</source>
            <translation>محتوای ذخیره‌شده تغییر کرده است: {detail}</translation>
        </message>
        <message>
            <source>The stored changes of this draft are not those of its texts: {detail}</source>
            <translation>تغییرهای ثبت‌شدهٔ این پیش‌نویس با متن‌های آن یکی نیست: {detail}</translation>
        </message>
        <message>
            <source>This part of the database is missing: {detail}</source>
            <translation>این جزء پایگاه داده نیست: {detail}</translation>
        </message>
        <message>
            <source>This part of the database is not as the program makes it: {detail}</source>
            <translation>این جزء پایگاه داده آن‌گونه نیست که برنامه می‌سازد: {detail}</translation>
        </message>
        <message>
            <source>This part of the database is not the program's: {detail}</source>
            <translation>این جزء پایگاه داده از برنامه نیست: {detail}</translation>
        </message>
        <message>
            <source>{item} {number} has no history.</source>
            <translation>{item} {number} هیچ سابقه‌ای ندارد.</translation>
        </message>
        <message>
            <source>{item} {number} is not as its history has it since event {sequence}: {detail}</source>
            <translation>{item} {number} از رویداد {sequence} به بعد با تاریخچه‌اش یکی نیست: {detail}</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} is missing.</source>
            <translation>{item} {number}: سابقهٔ {sequence} نیست.</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} stands in a place where none can stand.</source>
            <translation>{item} {number}: سابقهٔ {sequence} در جایی است که نمی‌تواند باشد.</translation>
        </message>
        <message>
            <source>{item} {number}: event {sequence} was changed (time, person, act or its place).</source>
            <translation>{item} {number}: سابقهٔ {sequence} دست خورده است (زمان، شخص، کار یا جای آن).</translation>
        </message>
        <message>
            <source>{item} {number}: the words or values of event {sequence} were changed.</source>
            <translation>{item} {number}: متن یا مقدارهای سابقهٔ {sequence} دست خورده است.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Act</source>
            <translation>کار</translation>
        </message>
        <message>
            <source>After</source>
            <translation>پس از آن</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>پیش از آن</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>بستن پیام</translation>
        </message>
        <message>
            <source>Code of the item</source>
            <translation>کد مورد</translation>
        </message>
        <message>
            <source>Digest of this event</source>
            <translation>کد صحت این سابقه</translation>
        </message>
        <message>
            <source>Events of the history</source>
            <extracomment>Columns hidden first in a narrow window.</extracomment>
            <translation>رویدادهای سوابق</translation>
        </message>
        <message>
            <source>Every event of the history is being checked…</source>
            <translation>درستی همهٔ سوابق سنجیده می‌شود…</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>ویژگی</translation>
        </message>
        <message>
            <source>Find by code</source>
            <translation>یافتن با کد</translation>
        </message>
        <message>
            <source>History</source>
            <translation>سوابق</translation>
        </message>
        <message>
            <source>It covers this event and all of this item before it.</source>
            <translation>این سابقه و همهٔ سوابق پیشین این مورد را در بر دارد.</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>مورد</translation>
        </message>
        <message>
            <source>No event is like that</source>
            <translation>سابقه‌ای با این شرط‌ها نیست</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>هنوز کاری انجام نشده است</translation>
        </message>
        <message>
            <source>Nothing was changed. It is read again when you come back here.</source>
            <translation>چیزی تغییر نکرد. وقتی دوباره به اینجا بیایید از نو خوانده می‌شود.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>نمایش</translation>
        </message>
        <message>
            <source>Stop</source>
            <extracomment>Breaks beyond this number are only counted; the command line lists all.</extracomment>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped: nothing was found out.</source>
            <translation>متوقف شد؛ چیزی دانسته نشد.</translation>
        </message>
        <message>
            <source>Take a condition away with its cross.</source>
            <translation>یکی از شرط‌ها را با ضربدر آن حذف کنید.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>Text or change</source>
            <translation>متن یا تغییر</translation>
        </message>
        <message>
            <source>The history could not be read</source>
            <translation>سوابق خوانده نشد</translation>
        </message>
        <message>
            <source>The history does not hold in {breaks} places. Somebody changed the database without this program. Keep the file and the back-ups as they are.</source>
            <translation>سوابق در {breaks} جا درست نیست. کسی پایگاه داده را بیرون از این برنامه تغییر داده است. فایل پایگاه داده و نسخه‌های پشتیبان را دست‌نخورده نگه دارید.</translation>
        </message>
        <message>
            <source>The history is sound: {events} events of {items} items. Digest: {head}</source>
            <translation>سوابق سالم است: {events} سابقه از {items} مورد. کد صحت: {head}</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>زمان</translation>
        </message>
        <message>
            <source>Verify the history</source>
            <translation>سنجش درستی سوابق</translation>
        </message>
        <message>
            <source>Whatever anybody does stands here from then on.</source>
            <translation>هر کاری که هر کس انجام دهد از این پس اینجا می‌ماند.</translation>
        </message>
        <message>
            <source>all acts</source>
            <translation>همهٔ کارها</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>همهٔ موردها</translation>
        </message>
        <message>
            <source>and in {count} places more; “mosharekat audit verify” names all of them</source>
            <translation>و در {count} جای دیگر؛ «mosharekat audit verify» همه را نام می‌برد</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>from a day …</source>
            <translation>از یک روز…</translation>
        </message>
        <message>
            <source>from {since} to {until}</source>
            <translation>از {since} تا {until}</translation>
        </message>
        <message>
            <source>in the last 30 days</source>
            <translation>در ۳۰ روز گذشته</translation>
        </message>
        <message>
            <source>in the last 7 days</source>
            <translation>در ۷ روز گذشته</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>ماه گذشته</translation>
        </message>
        <message>
            <source>of</source>
            <translation>از</translation>
        </message>
        <message>
            <source>on</source>
            <translation>در</translation>
        </message>
        <message>
            <source>on any day</source>
            <translation>در همهٔ روزها</translation>
        </message>
        <message>
            <source>since {since}</source>
            <translation>از {since}</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>این ماه</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>until a day …</source>
            <translation>تا یک روز…</translation>
        </message>
        <message>
            <source>until {until}</source>
            <translation>تا {until}</translation>
        </message>
        <message>
            <source>{count} events, newest first</source>
            <translation>{count} سابقه، جدیدترین در بالا</translation>
        </message>
        <message>
            <source>{field}: {before} → {after}</source>
            <translation>{field}: {before} ← {after}</translation>
        </message>
        <message>
            <source>{item} · event {number}</source>
            <extracomment>The fields shown, for tests.</extracomment>
            <translation>{item} · سابقهٔ {number}</translation>
        </message>
        <message>
            <source>{percent}% done</source>
            <translation>{percent}٪ انجام شد</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Another file</source>
            <translation>فایل دیگر</translation>
        </message>
        <message>
            <source>Apply the choices</source>
            <translation>ثبت انتخاب‌ها</translation>
        </message>
        <message>
            <source>Back to the inbox</source>
            <translation>بازگشت به کارتابل</translation>
        </message>
        <message>
            <source>CSV, XLSX or JSON Lines</source>
            <translation>جدول CSV، XLSX یا JSON Lines</translation>
        </message>
        <message>
            <source>Channel of rows that name none</source>
            <translation>راه دریافت برای ردیف‌های بدون مقدار</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>انتخاب</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>انتخاب فایل</translation>
        </message>
        <message>
            <source>Choose the column of: {fields}</source>
            <translation>ستون این‌ها را انتخاب کنید: {fields}</translation>
        </message>
        <message>
            <source>Columns as of</source>
            <translation>ستون‌ها مانند</translation>
        </message>
        <message>
            <source>Drop the file here</source>
            <translation>فایل را اینجا بیندازید</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>میدان</translation>
        </message>
        <message>
            <source>Further text</source>
            <translation>نوشتهٔ بعدی</translation>
        </message>
        <message>
            <source>Further text of the petition</source>
            <translation>نوشتهٔ بعدی همان درخواست</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>وارد کردن</translation>
        </message>
        <message>
            <source>Import petitions</source>
            <extracomment>Fields of the preview, where the file has them.</extracomment>
            <translation>وارد کردن درخواست‌ها</translation>
        </message>
        <message>
            <source>Imported: {created} new, {present} there already, {changed} with other words, {rejected} rejected.</source>
            <translation>وارد شد: {created} جدید، {present} از پیش موجود، {changed} با محتوای متفاوت، {rejected} ردشده.</translation>
        </message>
        <message>
            <source>Imported: {created} new, {present} there already, {rejected} rejected.</source>
            <translation>وارد شد: {created} جدید، {present} از پیش موجود، {rejected} ردشده.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>دست‌نخورده بماند</translation>
        </message>
        <message>
            <source>Left as it is</source>
            <translation>دست‌نخورده</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Rejected rows</source>
            <extracomment>What was done, in words; nothing takes it back (None).</extracomment>
            <translation>ردیف‌های ردشده</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>نکته</translation>
        </message>
        <message>
            <source>Row</source>
            <extracomment>Rows that are seen at once above the texts; in a small window fewer.
----------
Fields shown unchanged; digits in other fields are shown in Persian.
----------
QWIDGETSIZE_MAX, i.e. no maximum height.</extracomment>
            <translation>ردیف</translation>
        </message>
        <message>
            <source>Satisfaction of petitioners</source>
            <translation>رضایت متقاضیان</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>ذخیرهٔ ردیف‌های ردشده</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped: what is counted here is kept; the same file adds what is missing.</source>
            <translation>متوقف شد: ردیف‌های شمرده‌شده مانده است؛ همین فایل بازمانده را می‌افزاید.</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>جدول‌ها</translation>
        </message>
        <message>
            <source>Taken in, and pointed out</source>
            <translation>واردشده‌های در خور توجه</translation>
        </message>
        <message>
            <source>The file could not be written there; choose another folder.</source>
            <translation>فایل در آنجا نوشته نشد؛ پوشهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>The rejected rows are in {name}.</source>
            <translation>ردیف‌های ردشده در {name} است.</translation>
        </message>
        <message>
            <source>The words that are there</source>
            <extracomment>The height of each text where they stand one below the other.</extracomment>
            <translation>متن موجود</translation>
        </message>
        <message>
            <source>The words that came</source>
            <translation>متن رسیده</translation>
        </message>
        <message>
            <source>There already, with other words</source>
            <translation>از پیش ثبت‌شده، با محتوای متفاوت</translation>
        </message>
        <message>
            <source>To the inbox</source>
            <translation>به کارتابل</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>تفاوت</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>مقدار در فایل</translation>
        </message>
        <message>
            <source>What was imported before is recognised and not taken in twice.</source>
            <translation>ردیف‌هایی که پیش‌تر وارد شده شناخته می‌شود و دوباره نمی‌آید.</translation>
        </message>
        <message>
            <source>You see how it is understood before anything is written</source>
            <extracomment>To what is left to do with what came.</extracomment>
            <translation>پیش از هر نوشتنی می‌بینید چگونه فهمیده شده است</translation>
        </message>
        <message>
            <source>about {count} rows</source>
            <translation>نزدیک {count} ردیف</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>ویرگول</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>new</source>
            <translation>جدید</translation>
        </message>
        <message>
            <source>not in the file</source>
            <translation>در فایل نیست</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>ردشده</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>نقطه‌ویرگول</translation>
        </message>
        <message>
            <source>separated by {name}</source>
            <translation>جداشده با {name}</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>تب</translation>
        </message>
        <message>
            <source>their names</source>
            <translation>نام خودشان</translation>
        </message>
        <message>
            <source>there already</source>
            <translation>از پیش موجود</translation>
        </message>
        <message>
            <source>with other words</source>
            <translation>با محتوای متفاوت</translation>
        </message>
        <message>
            <source>{added} further texts were added to their petitions, {left} rows were left.</source>
            <translation>{added} نوشتهٔ بعدی به درخواست‌ها افزوده شد و {left} ردیف دست‌نخورده ماند.</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} از {total}</translation>
        </message>
        <message>
            <source>{done} rows</source>
            <translation>{done} ردیف</translation>
        </message>
        <message>
            <source>{field} (required)</source>
            <translation>{field} (لازم)</translation>
        </message>
        <message>
            <source>{further} further texts, {left} left, {open} without a choice</source>
            <translation>{further} نوشتهٔ بعدی، {left} دست‌نخورده، {open} بدون انتخاب</translation>
        </message>
    </context>
    <context>
        <name>Improvements</name>
        <message>
            <source>A new action</source>
            <translation>اقدام جدید</translation>
        </message>
        <message>
            <source>Action, service or owner</source>
            <translation>اقدام، خدمت یا مسئول</translation>
        </message>
        <message>
            <source>Because of {count} petitions</source>
            <translation>به سبب {count} درخواست</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>For which service</source>
            <translation>برای کدام خدمت</translation>
        </message>
        <message>
            <source>How</source>
            <translation>چگونه</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <extracomment>Id of the created action. After an interruption, the next attempt adds the remaining petitions to it.</extracomment>
            <translation>اقدام اصلاحی</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>اقدام‌های اصلاحی</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>رها کردن</translation>
        </message>
        <message>
            <source>Made by {who}, {day}</source>
            <translation>ساختهٔ {who}، {day}</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>ساختن</translation>
        </message>
        <message>
            <source>Make one</source>
            <translation>ساختن اقدام</translation>
        </message>
        <message>
            <source>Name them in it</source>
            <translation>نام بردن در آن</translation>
        </message>
        <message>
            <source>New improvement action</source>
            <translation>اقدام اصلاحی جدید</translation>
        </message>
        <message>
            <source>No improvement action yet</source>
            <translation>هنوز اقدامی اصلاحی نیست</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>هنوز کسی نه</translation>
        </message>
        <message>
            <source>Not done after all</source>
            <translation>هنوز انجام نشده</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>The action “{title}” is done.</source>
            <translation>اقدام «{title}» انجام شد.</translation>
        </message>
        <message>
            <source>The action “{title}” names {count} petitions.</source>
            <translation>اقدام «{title}» {count} درخواست را نام می‌برد.</translation>
        </message>
        <message>
            <source>The action “{title}” was saved.</source>
            <translation>اقدام «{title}» ذخیره شد.</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>تا روز</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>What gets better</source>
            <translation>چه چیزی بهتر می‌شود</translation>
        </message>
        <message>
            <source>Which action</source>
            <translation>کدام اقدام</translation>
        </message>
        <message>
            <source>done</source>
            <translation>انجام‌شده</translation>
        </message>
        <message>
            <source>done {day}</source>
            <translation>انجام شد {day}</translation>
        </message>
        <message>
            <source>late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>تا {day}</translation>
        </message>
        <message>
            <source>{count} petitions led to it</source>
            <translation>{count} درخواست به آن انجامیده است</translation>
        </message>
        <message>
            <source>“Add” makes one; from a petition it is made with the petition beside it.</source>
            <translation>«افزودن» یکی می‌سازد؛ از کنار یک درخواست هم ساخته می‌شود و آن را نام می‌برد.</translation>
        </message>
    </context>
    <context>
        <name>Inbox</name>
        <message>
            <source> and </source>
            <translation> و </translation>
        </message>
        <message>
            <source> or </source>
            <translation> یا </translation>
        </message>
        <message>
            <source>1 day late</source>
            <translation>۱ روز تأخیر</translation>
        </message>
        <message>
            <source>1 day left</source>
            <translation>۱ روز مانده</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>۱ سال</translation>
        </message>
        <message>
            <source>A condition, or a value of one</source>
            <translation>یک شرط، یا مقدار آن</translation>
        </message>
        <message>
            <source>A note for colleagues</source>
            <translation>یادداشتی برای همکاران</translation>
        </message>
        <message>
            <source>About: {what}</source>
            <translation>درباره: {what}</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>افزودن یادداشت</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>An administrator can put you into one; its petitions then stand here.</source>
            <translation>راهبر سامانه می‌تواند شما را در واحدی بگذارد؛ درخواست‌هایش اینجا می‌آید.</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>CSV, XLSX or JSON Lines; you see it before it is taken in</source>
            <translation>جدول CSV، XLSX یا JSON Lines؛ پیش از ورود آن را می‌بینید</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Choose the unit</source>
            <translation>واحد را انتخاب کنید</translation>
        </message>
        <message>
            <source>Choose the unit to refer it to.</source>
            <translation>واحدی را که باید به آن ارجاع شود انتخاب کنید.</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>حذف شرط‌ها</translation>
        </message>
        <message>
            <source>Clock runs</source>
            <translation>مهلت در جریان</translation>
        </message>
        <message>
            <source>Clock stands still</source>
            <translation>مهلت متوقف</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Close without an answer</source>
            <translation>بستن بی‌پاسخ</translation>
        </message>
        <message>
            <source>Colleague</source>
            <extracomment>The person chose another colleague.</extracomment>
            <translation>همکار</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>ستون‌های فهرست</translation>
        </message>
        <message>
            <source>Copy tracking code</source>
            <translation>کپی کد رهگیری</translation>
        </message>
        <message>
            <source>Ctrl+Enter, or the box beside a line: this one too</source>
            <translation>این هم باشد: Ctrl+Enter یا خانهٔ کنار سطر</translation>
        </message>
        <message>
            <source>Day of arrival</source>
            <translation>روز رسیدن</translation>
        </message>
        <message>
            <source>Day of resolution</source>
            <translation>روز رسیدگی</translation>
        </message>
        <message>
            <source>Days: last week, Mehr 1405, 1 to 15 Aban …</source>
            <translation>روزها: هفتهٔ گذشته، مهر ۱۴۰۵، ۱ تا ۱۵ آبان …</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Deadline passed</source>
            <translation>مهلت گذشته</translation>
        </message>
        <message>
            <source>Deadline: {words}</source>
            <translation>مهلت: {words}</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Draft of the reply to {code} saved.</source>
            <translation>پیش‌نویس پاسخ {code} ذخیره شد.</translation>
        </message>
        <message>
            <source>Drop it</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Earlier events: {count}</source>
            <translation>رویدادهای پیش از این: {count}</translation>
        </message>
        <message>
            <source>Everything has found its unit</source>
            <translation>همه‌چیز واحد خود را پیدا کرده است</translation>
        </message>
        <message>
            <source>Go to: {view}</source>
            <translation>رفتن به: {view}</translation>
        </message>
        <message>
            <source>Group of the petitioner</source>
            <translation>گروه متقاضی</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>سپردن</translation>
        </message>
        <message>
            <source>Hand over to a colleague</source>
            <translation>سپردن به همکار</translation>
        </message>
        <message>
            <source>Headings of the list</source>
            <translation>سرتیترهای فهرست</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>وارد کردن فایل</translation>
        </message>
        <message>
            <source>Import petitions</source>
            <translation>وارد کردن درخواست‌ها</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <translation>اقدام اصلاحی</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>کارتابل</translation>
        </message>
        <message>
            <source>Is somebody on the line?</source>
            <translation>کسی پشت خط است؟</translation>
        </message>
        <message>
            <source>Is there a file from the portal?</source>
            <translation>فایلی از درگاه رسیده است؟</translation>
        </message>
        <message>
            <source>It was yours, and nobody else is left to decide: the history says so.</source>
            <translation>این شکایت نزد خود شما بوده است و کسی جز شما برای تصمیم نمانده؛ در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Kind</source>
            <extracomment>Columns that cannot be hidden. Widths in pixels. The subject gets the remaining width. Order in which columns are hidden in a narrow window.
----------
Largest number of values of one condition that are listed by name; further ones are counted. Conditions shown as chips after the word «that», in reading order.</extracomment>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>بعدتر</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Letter {number}</source>
            <translation>نامهٔ {number}</translation>
        </message>
        <message>
            <source>Look at one</source>
            <translation>دیدن یکی</translation>
        </message>
        <message>
            <source>Meanwhile</source>
            <translation>در این میان</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>Moves shown as buttons in each state, the most important first. Other moves are in the menu. Refusals of resolving for which a locked button is shown. With a role that never resolves there is no button. Directions of the row with the petitioner: origin at its side, or below the name. The person asked to see the masked identifiers. The person asked to complete the identity of a notice. Commands of the screen that are in the menu as well.</extracomment>
            <translation>بیشتر</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>ردیف بعد</translation>
        </message>
        <message>
            <source>No petition is open</source>
            <translation>هیچ درخواستی باز نیست</translation>
        </message>
        <message>
            <source>No rule fitted them; you choose their unit</source>
            <translation>قاعده‌ای با آن‌ها جور نشد؛ واحدشان را شما انتخاب کنید</translation>
        </message>
        <message>
            <source>Nobody is being waited for</source>
            <translation>چشم‌به‌راه کسی نیستید</translation>
        </message>
        <message>
            <source>Not in this state, or not with your role</source>
            <translation>در این وضعیت یا با نقش شما نمی‌شود</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <source>Note added to {code}.</source>
            <translation>یادداشت به {code} افزوده شد.</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>درخواستی با این شرط‌ها یافت نشد</translation>
        </message>
        <message>
            <source>Nothing is called so.</source>
            <translation>چیزی به این نام نیست.</translation>
        </message>
        <message>
            <source>Nothing is due this week</source>
            <translation>مهلت چیزی این هفته سر نمی‌رسد</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>هیچ درخواستی خارج از مهلت نیست</translation>
        </message>
        <message>
            <source>Nothing is left on your desk</source>
            <translation>چیزی روی میز شما نمانده است</translation>
        </message>
        <message>
            <source>Nothing was found</source>
            <translation>چیزی پیدا نشد</translation>
        </message>
        <message>
            <source>Nothing was overwritten; what you wrote is kept in the box below.</source>
            <translation>چیزی رونویسی نشد؛ نوشتهٔ شما در کادر پایین مانده است.</translation>
        </message>
        <message>
            <source>Now: {state}; unit {unit}; assignee {assignee}</source>
            <translation>اکنون: {state}؛ واحد {unit}؛ کارشناس {assignee}</translation>
        </message>
        <message>
            <source>One condition less shows more.</source>
            <translation>یک شرط کمتر، موردهای بیشتر.</translation>
        </message>
        <message>
            <source>One condition more</source>
            <extracomment>New values of fields of `ListFilter`, as a dict by name. The person wants to enter words to search for. The typed text is not a valid value; carries the exception. Titles of the catalogue, for the condition on subjects. The latest dialog.</extracomment>
            <translation>یک شرط دیگر</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <source>Open at the end of a day</source>
            <translation>باز در پایان یک روز</translation>
        </message>
        <message>
            <source>Open or closed</source>
            <translation>باز یا بسته</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>هامش</translation>
        </message>
        <message>
            <source>Order of the list</source>
            <translation>ترتیب فهرست</translation>
        </message>
        <message>
            <source>Order, headings, columns</source>
            <translation>ترتیب، سرتیتر، ستون‌ها</translation>
        </message>
        <message>
            <source>Outcome</source>
            <extracomment>The person changed a choice or a text.</extracomment>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>Past the deadline</source>
            <translation>مهلتشان گذشته</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Petitioner wrote again</source>
            <translation>نوشتن دوبارهٔ متقاضی</translation>
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>Id of the petition whose mark is to be toggled, and ids of petitions to be marked as well.</extracomment>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Petitions are registered by clerks</source>
            <translation>درخواست‌ها را کارشناسان ثبت می‌کنند</translation>
        </message>
        <message>
            <source>Petitions are seen by the clerks and managers of their units</source>
            <translation>درخواست‌ها را کارشناسان و مدیران هر واحد می‌بینند</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>دارای مورد مشابه</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>پیش‌نمایش</translation>
        </message>
        <message>
            <source>Previous row</source>
            <translation>ردیف پیش</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>منظور</translation>
        </message>
        <message>
            <source>Put aside</source>
            <extracomment>Petition and mode of the current choices, and whether they are being restored. Name of the person on whose behalf this is sent. A deputy always sees it before sending.</extracomment>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Put in a saved reply</source>
            <translation>گذاشتن پاسخ آماده</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Reason (it stands in the history)</source>
            <extracomment>Name of the icon, as `ui.icons` takes it. Shortcut of the desk, with Shift for many petitions; empty: the act has no command of its own. Acts that are never possible together can share one. What is asked for, the first field first; nothing: the act is done at once. The template of the message bar when it is done. The templates of the history: of one's own act, and of another person's. Icon in the history, where it differs. The words where there is little room, over the box, and on the button that sends; empty: the title. What the empty box asks for, and what is said when it is sent empty.</extracomment>
            <translation>دلیل (در سابقه می‌ماند)</translation>
        </message>
        <message>
            <source>Received: {day}</source>
            <translation>رسیده: {day}</translation>
        </message>
        <message>
            <source>Referrals on the side</source>
            <translation>ارجاع‌های هم‌زمان</translation>
        </message>
        <message>
            <source>Register a call</source>
            <translation>ثبت تلفنی</translation>
        </message>
        <message>
            <source>Register a petition</source>
            <extracomment>A page was brought to the front. The person left a page. Id of a petition that was registered. Number of imported petitions. Id of a petition to be shown in the list. Id of a petition whose receipt is to be printed.</extracomment>
            <translation>ثبت درخواست</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>Registry {number}</source>
            <translation>ثبت {number}</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>Reply of {author}, {day}</source>
            <translation>پاسخ {author}، {day}</translation>
        </message>
        <message>
            <source>Reply to {code} sent back to its clerk.</source>
            <translation>پاسخ {code} برای اصلاح به کارشناس برگشت داده شد.</translation>
        </message>
        <message>
            <source>Reply to {code} sent for approval.</source>
            <translation>پاسخ {code} برای تأیید فرستاده شد.</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>رسیدگی</translation>
        </message>
        <message>
            <source>Resolved after the deadline</source>
            <translation>رسیدگی پس از مهلت</translation>
        </message>
        <message>
            <source>Return: not our business</source>
            <translation>عودت: به ما مربوط نیست</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>Satisfaction not asked</source>
            <translation>رضایت پرسیده نشد</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>ذخیرهٔ پیش‌نویس</translation>
        </message>
        <message>
            <source>Search further</source>
            <extracomment>Remark about the origin of the list, where there is one.</extracomment>
            <translation>ادامهٔ جست‌وجو</translation>
        </message>
        <message>
            <source>Search in this list</source>
            <extracomment>Keys of the table that show a view, on the English and on the Persian keyboard layout.</extracomment>
            <translation>جست‌وجو در این فهرست</translation>
        </message>
        <message>
            <source>See the files that were not attached</source>
            <extracomment>Number of earlier events added per request. Their layout is slow, and a petition can have thousands. Id of the submission to show. Id of the shown petition.</extracomment>
            <translation>دیدن فایل‌های پیوست‌نشده</translation>
        </message>
        <message>
            <source>See the unrouted</source>
            <translation>دیدن بی‌ارجاع‌ها</translation>
        </message>
        <message>
            <source>Send and resolve</source>
            <translation>فرستادن و بستن</translation>
        </message>
        <message>
            <source>Send mine on the new version</source>
            <translation>ارسال نوشتهٔ من روی نسخهٔ جدید</translation>
        </message>
        <message>
            <source>Send the reply back</source>
            <translation>برگشت پاسخ برای اصلاح</translation>
        </message>
        <message>
            <source>Send what is written</source>
            <translation>فرستادن نوشته</translation>
        </message>
        <message>
            <source>Service, document or news item</source>
            <translation>خدمت، سند یا خبر</translation>
        </message>
        <message>
            <source>Show</source>
            <extracomment>Shown where a complaint was the person's own, and nobody else is left to decide on it.</extracomment>
            <translation>نمایش</translation>
        </message>
        <message>
            <source>Show the whole text ({count} characters)</source>
            <extracomment>Number of code points shown at once. Line length at which the reader breaks lines, in code points. The layout of a line of one megabyte takes half a second per key.</extracomment>
            <translation>نمایش همهٔ متن ({count} نویسه)</translation>
        </message>
        <message>
            <source>Show who sent it; that you did is noted in the history</source>
            <translation>نمایش دادهٔ شخصی متقاضی؛ این مشاهده در سوابق ثبت می‌شود</translation>
        </message>
        <message>
            <source>Shows the whole view again</source>
            <translation>همهٔ نما را دوباره نشان می‌دهد</translation>
        </message>
        <message>
            <source>Spelling does not matter; fewer words find more.</source>
            <translation>شیوهٔ نوشتن مهم نیست؛ واژهٔ کمتر، یافتهٔ بیشتر.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Subject and first words</source>
            <translation>موضوع و آغاز متن</translation>
        </message>
        <message>
            <source>Take back my last move</source>
            <translation>لغو آخرین کار من</translation>
        </message>
        <message>
            <source>That is not possible in this state, or not with your role.</source>
            <extracomment>The labels of a petition changed; carries its id.</extracomment>
            <translation>این کار در این وضعیت یا با نقش شما شدنی نیست.</translation>
        </message>
        <message>
            <source>The answer to the petitioner</source>
            <translation>پاسخ به متقاضی</translation>
        </message>
        <message>
            <source>The citizen's words</source>
            <translation>گفته‌های متقاضی</translation>
        </message>
        <message>
            <source>The list could not be read</source>
            <translation>فهرست خوانده نشد</translation>
        </message>
        <message>
            <source>The note is still empty.</source>
            <translation>یادداشت هنوز خالی است.</translation>
        </message>
        <message>
            <source>The oldest of them came {count} days ago</source>
            <translation>قدیمی‌ترین آن‌ها {count} روز پیش رسیده است</translation>
        </message>
        <message>
            <source>The petitioner sees this</source>
            <translation>متقاضی می‌بیند</translation>
        </message>
        <message>
            <source>The phone form opens with what the caller sent before</source>
            <translation>ثبت تلفنی با پیشینهٔ تماس‌گیرنده باز می‌شود</translation>
        </message>
        <message>
            <source>The reply is still empty.</source>
            <translation>پاسخ هنوز خالی است.</translation>
        </message>
        <message>
            <source>The rule that gave this date is not there any more; the date stays.</source>
            <translation>قاعده‌ای که این تاریخ را داد دیگر نیست؛ تاریخ می‌ماند.</translation>
        </message>
        <message>
            <source>The unit has no other clerk.</source>
            <translation>واحد کارشناس دیگری ندارد.</translation>
        </message>
        <message>
            <source>The usual columns</source>
            <translation>ستون‌های معمول</translation>
        </message>
        <message>
            <source>This outcome wants a reason; it stands in the history.</source>
            <translation>این نتیجه دلیل می‌خواهد؛ دلیل در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Tracking code of the other one</source>
            <translation>کد رهگیری آن دیگری</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Try once more</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Unit</source>
            <extracomment>The person changed a choice. The person wants to choose the recipients of side referrals.</extracomment>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Unit that was left</source>
            <translation>واحدی که از آن رفت</translation>
        </message>
        <message>
            <source>Until the end of this week</source>
            <translation>تا پایان این هفته</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>انتظار</translation>
        </message>
        <message>
            <source>Wait for the petitioner</source>
            <translation>در انتظار متقاضی</translation>
        </message>
        <message>
            <source>What came (it stands in the history)</source>
            <translation>چه رسید (در سابقه می‌ماند)</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>روند کار</translation>
        </message>
        <message>
            <source>What is due until Friday would stand here.</source>
            <translation>درخواست‌هایی که تا جمعه مهلت دارند اینجا می‌آیند.</translation>
        </message>
        <message>
            <source>What is imported or registered appears here.</source>
            <translation>درخواست‌های واردشده یا ثبت‌شده اینجا می‌آیند.</translation>
        </message>
        <message>
            <source>What is in progress is referred with an order note: say what to do.</source>
            <translation>درخواست در دست اقدام با هامش ارجاع می‌شود: بنویسید چه باید بشود.</translation>
        </message>
        <message>
            <source>What is past its deadline would stand here.</source>
            <translation>درخواست‌هایی که از مهلتشان گذشته است اینجا می‌آیند.</translation>
        </message>
        <message>
            <source>What is referred to the unit stands here until it is resolved.</source>
            <translation>درخواست‌های ارجاع‌شده به واحد تا رسیدگی اینجا می‌مانند.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>دربارهٔ چه</translation>
        </message>
        <message>
            <source>What no rule fits waits here until somebody chooses its unit.</source>
            <translation>درخواستی که با قاعده‌ای جور نباشد اینجا می‌ماند تا کسی واحدش را انتخاب کند.</translation>
        </message>
        <message>
            <source>What should be changed</source>
            <translation>چه باید عوض شود</translation>
        </message>
        <message>
            <source>What the petitioner was asked for</source>
            <translation>از متقاضی چه خواسته شد</translation>
        </message>
        <message>
            <source>What the unit should do (order note)</source>
            <translation>واحد چه کند؟ (هامش)</translation>
        </message>
        <message>
            <source>What waits for the petitioner stands here; its clock stands still.</source>
            <translation>درخواست‌های در انتظار متقاضی اینجا می‌آیند؛ مهلت آن‌ها متوقف است.</translation>
        </message>
        <message>
            <source>What you typed is kept.</source>
            <translation>نوشتهٔ شما مانده است.</translation>
        </message>
        <message>
            <source>Whatever is referred to you appears right here.</source>
            <translation>هر درخواستی که به شما ارجاع شود همین‌جا می‌آید.</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>چرا؟</translation>
        </message>
        <message>
            <source>Without a deadline</source>
            <translation>بی‌مهلت</translation>
        </message>
        <message>
            <source>Without the conditions</source>
            <translation>بدون شرط‌ها</translation>
        </message>
        <message>
            <source>Without “{condition}”</source>
            <translation>بدون شرط «{condition}»</translation>
        </message>
        <message>
            <source>Words, name or code</source>
            <translation>واژه، نام یا کد</translation>
        </message>
        <message>
            <source>Write a note</source>
            <extracomment>Commands for side referrals.</extracomment>
            <translation>نوشتن یادداشت</translation>
        </message>
        <message>
            <source>Write the reason; it stands in the history.</source>
            <translation>دلیل را بنویسید؛ در سابقه می‌ماند.</translation>
        </message>
        <message>
            <source>Write the reply</source>
            <translation>نوشتن پاسخ</translation>
        </message>
        <message>
            <source>You belong to no unit</source>
            <translation>شما در هیچ واحدی نیستید</translation>
        </message>
        <message>
            <source>You have neither role; an administrator can give you one.</source>
            <translation>شما هیچ‌یک از این دو نقش را ندارید؛ راهبر سامانه می‌تواند آن را به شما بدهد.</translation>
        </message>
        <message>
            <source>You see personal data of another unit's petition; this is noted in its history.</source>
            <translation>دادهٔ شخصی درخواست واحدی دیگر را می‌بینید؛ این مشاهده در سوابق آن ثبت شد.</translation>
        </message>
        <message>
            <source>Your account has no role for this; an administrator can give you one.</source>
            <translation>حساب شما نقش این کار را ندارد؛ راهبر سامانه می‌تواند بدهد.</translation>
        </message>
        <message>
            <source>Your unit has nothing open</source>
            <translation>واحد شما مورد بازی ندارد</translation>
        </message>
        <message>
            <source>Yours: {act}</source>
            <translation>از شما: {act}</translation>
        </message>
        <message>
            <source>all commands</source>
            <translation>همهٔ فرمان‌ها</translation>
        </message>
        <message>
            <source>all kinds</source>
            <translation>همهٔ نوع‌ها</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>همهٔ واحدها</translation>
        </message>
        <message>
            <source>and</source>
            <translation>و</translation>
        </message>
        <message>
            <source>anything</source>
            <extracomment>Conditions whose value can be typed. Conditions that are either set or not. Conditions that are set elsewhere (list of one petitioner, number in a report) and can only be removed here.</extracomment>
            <translation>فرقی نمی‌کند</translation>
        </message>
        <message>
            <source>are about a {value} of the catalogue</source>
            <translation>دربارهٔ {value} از فهرست هستند</translation>
        </message>
        <message>
            <source>are about “{value}”</source>
            <translation>دربارهٔ «{value}» هستند</translation>
        </message>
        <message>
            <source>are assigned to you</source>
            <translation>کارشناسشان شما هستید</translation>
        </message>
        <message>
            <source>are assigned to {name}</source>
            <translation>کارشناسشان {name} است</translation>
        </message>
        <message>
            <source>are due {days}</source>
            <translation>مهلتشان {days} است</translation>
        </message>
        <message>
            <source>are of a petitioner of the group “{value}”</source>
            <translation>متقاضی‌شان از گروه «{value}» است</translation>
        </message>
        <message>
            <source>are of one petitioner</source>
            <translation>از یک متقاضی‌اند</translation>
        </message>
        <message>
            <source>are of {value} urgency</source>
            <translation>فوریتشان {value} است</translation>
        </message>
        <message>
            <source>are past their deadline</source>
            <translation>مهلتشان گذشته است</translation>
        </message>
        <message>
            <source>are: {value}</source>
            <translation>{value} هستند</translation>
        </message>
        <message>
            <source>as the order has it</source>
            <translation>به تناسب ترتیب</translation>
        </message>
        <message>
            <source>by</source>
            <translation>به ترتیب</translation>
        </message>
        <message>
            <source>came by {value}</source>
            <translation>از راه {value} آمده‌اند</translation>
        </message>
        <message>
            <source>came {days}</source>
            <translation>{days} رسیده‌اند</translation>
        </message>
        <message>
            <source>clock stands</source>
            <translation>مهلت متوقف</translation>
        </message>
        <message>
            <source>content</source>
            <translation>راضی</translation>
        </message>
        <message>
            <source>days: {typed}</source>
            <translation>روزها: {typed}</translation>
        </message>
        <message>
            <source>discontent</source>
            <translation>ناراضی</translation>
        </message>
        <message>
            <source>down and up</source>
            <translation>پایین و بالا</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>ended as “{value}”</source>
            <translation>نتیجه‌شان «{value}» است</translation>
        </message>
        <message>
            <source>every channel</source>
            <translation>همهٔ راه‌ها</translation>
        </message>
        <message>
            <source>every kind</source>
            <translation>همهٔ نوع‌ها</translation>
        </message>
        <message>
            <source>from {since} to {until}</source>
            <translation>از {since} تا {until}</translation>
        </message>
        <message>
            <source>got the mark {value} for satisfaction</source>
            <translation>امتیاز رضایت {value} گرفتند</translation>
        </message>
        <message>
            <source>have a petitioner who wrote again</source>
            <translation>متقاضی‌شان دوباره نوشته است</translation>
        </message>
        <message>
            <source>have no assignee</source>
            <translation>کارشناس ندارند</translation>
        </message>
        <message>
            <source>have on the side: {value}</source>
            <translation>ارجاع هم‌زمان دارند: {value}</translation>
        </message>
        <message>
            <source>have others like them</source>
            <translation>مورد مشابه دارند</translation>
        </message>
        <message>
            <source>have the label {value}</source>
            <translation>برچسب {value} دارند</translation>
        </message>
        <message>
            <source>have the registry number {value}</source>
            <translation>شمارهٔ ثبتشان {value} است</translation>
        </message>
        <message>
            <source>have their clock running</source>
            <translation>مهلتشان در جریان است</translation>
        </message>
        <message>
            <source>have their clock standing</source>
            <translation>مهلتشان متوقف است</translation>
        </message>
        <message>
            <source>have “{value}” in their letter number</source>
            <translation>در شمارهٔ نامه‌شان «{value}» هست</translation>
        </message>
        <message>
            <source>in</source>
            <translation>در</translation>
        </message>
        <message>
            <source>in between</source>
            <translation>میانه</translation>
        </message>
        <message>
            <source>in {month}</source>
            <translation>در {month}</translation>
        </message>
        <message>
            <source>latest deadline</source>
            <translation>دورترین مهلت</translation>
        </message>
        <message>
            <source>led to one improvement action</source>
            <translation>به یک اقدام اصلاحی انجامیدند</translation>
        </message>
        <message>
            <source>left {unit} {days}</source>
            <translation>از {unit} {days} رفتند</translation>
        </message>
        <message>
            <source>no assignee</source>
            <translation>بی‌کارشناس</translation>
        </message>
        <message>
            <source>no deadline</source>
            <translation>بی‌مهلت</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <source>no unit</source>
            <translation>بی‌ارجاع</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <source>on behalf of {person}</source>
            <translation>به نیابت از {person}</translation>
        </message>
        <message>
            <source>on {day}</source>
            <translation>{day}</translation>
        </message>
        <message>
            <source>one other resembles it</source>
            <translation>یک درخواست مشابه</translation>
        </message>
        <message>
            <source>open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <source>petitioner wrote again, not read: {count}</source>
            <translation>متقاضی دوباره نوشته و خوانده نشده است: {count} نوشته</translation>
        </message>
        <message>
            <source>petitioner wrote again: {count}</source>
            <translation>متقاضی دوباره نوشته است: {count} نوشته</translation>
        </message>
        <message>
            <source>preview</source>
            <translation>پیش‌نمایش</translation>
        </message>
        <message>
            <source>since {since}</source>
            <translation>از {since}</translation>
        </message>
        <message>
            <source>that</source>
            <translation>که</translation>
        </message>
        <message>
            <source>the clock stood still</source>
            <translation>مهلت متوقف بود</translation>
        </message>
        <message>
            <source>the deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>the petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>the unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>turned round</source>
            <translation>وارونه</translation>
        </message>
        <message>
            <source>under headings by</source>
            <translation>با سرتیتر</translation>
        </message>
        <message>
            <source>unread</source>
            <extracomment>Longest text of a cell in code points: longer ones slow down painting.</extracomment>
            <translation>خوانده‌نشده</translation>
        </message>
        <message>
            <source>unrouted</source>
            <translation>بی‌ارجاع</translation>
        </message>
        <message>
            <source>until {until}</source>
            <translation>تا {until}</translation>
        </message>
        <message>
            <source>very content</source>
            <translation>بسیار راضی</translation>
        </message>
        <message>
            <source>very discontent</source>
            <translation>بسیار ناراضی</translation>
        </message>
        <message>
            <source>weekend</source>
            <translation>تعطیل آخر هفته</translation>
        </message>
        <message>
            <source>were open at the end of {day}</source>
            <translation>در پایان {day} باز بودند</translation>
        </message>
        <message>
            <source>were resolved after their deadline</source>
            <translation>پس از مهلت رسیدگی شدند</translation>
        </message>
        <message>
            <source>were resolved {days}</source>
            <translation>{days} رسیدگی شده‌اند</translation>
        </message>
        <message>
            <source>with</source>
            <translation>با</translation>
        </message>
        <message>
            <source>without headings</source>
            <translation>بدون سرتیتر</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>دیروز</translation>
        </message>
        <message>
            <source>you</source>
            <translation>شما</translation>
        </message>
        <message>
            <source>{code} archived.</source>
            <translation>{code} بایگانی شد.</translation>
        </message>
        <message>
            <source>{code} closed: {outcome}.</source>
            <translation>{code} بسته شد: {outcome}.</translation>
        </message>
        <message>
            <source>{code} handed over to {assignee}.</source>
            <translation>{code} به {assignee} سپرده شد.</translation>
        </message>
        <message>
            <source>{code} is as it was before.</source>
            <extracomment>Largest number of moves that can be undone one after the other. The sending, and the petition afterwards, which is to be shown. A colleague was faster. Carries the present petition, to be shown before the conflict. Same values as `done`. States of petitions after moves made here, latest last: those moves can be undone.</extracomment>
            <translation>{code} به حال پیشین برگشت.</translation>
        </message>
        <message>
            <source>{code} is in progress again.</source>
            <translation>{code} دوباره در دست اقدام است.</translation>
        </message>
        <message>
            <source>{code} is yours now.</source>
            <translation>{code} اکنون با شماست.</translation>
        </message>
        <message>
            <source>{code} referred to {unit}.</source>
            <translation>{code} به {unit} ارجاع شد.</translation>
        </message>
        <message>
            <source>{code} reopened.</source>
            <translation>{code} بازگشایی شد.</translation>
        </message>
        <message>
            <source>{code} resolved: {outcome}.</source>
            <translation>{code} رسیدگی‌شده و بسته شد: {outcome}.</translation>
        </message>
        <message>
            <source>{code} returned; it is unrouted again.</source>
            <translation>{code} عودت داده شد و دوباره بی‌ارجاع است.</translation>
        </message>
        <message>
            <source>{code} waits for the petitioner; the clock stands still.</source>
            <translation>{code} در انتظار متقاضی است؛ مهلت آن متوقف شد.</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} روز</translation>
        </message>
        <message>
            <source>{count} days did not count</source>
            <translation>{count} روز شمرده نشد</translation>
        </message>
        <message>
            <source>{count} days late</source>
            <translation>{count} روز تأخیر</translation>
        </message>
        <message>
            <source>{count} days left</source>
            <translation>{count} روز مانده</translation>
        </message>
        <message>
            <source>{count} done today.</source>
            <translation>امروز {count} مورد.</translation>
        </message>
        <message>
            <source>{count} events</source>
            <translation>{count} رویداد</translation>
        </message>
        <message>
            <source>{count} new: show them</source>
            <translation>{count} مورد جدید؛ نمایش</translation>
        </message>
        <message>
            <source>{count} of your unit have no assignee</source>
            <translation>{count} مورد از واحد شما کارشناس ندارد</translation>
        </message>
        <message>
            <source>{count} others</source>
            <translation>{count} تای دیگر</translation>
        </message>
        <message>
            <source>{count} others resemble it</source>
            <translation>{count} درخواست مشابه</translation>
        </message>
        <message>
            <source>{count} petitions</source>
            <translation>{count} مورد</translation>
        </message>
        <message>
            <source>{count} petitions fit the rest</source>
            <translation>{count} درخواست با بقیهٔ شرط‌ها جور است</translation>
        </message>
        <message>
            <source>{count} petitions have not gone anywhere yet</source>
            <translation>{count} درخواست هنوز به جایی نرفته است</translation>
        </message>
        <message>
            <source>{count} petitions so far; the rest is being counted …</source>
            <extracomment>Whether the list should get the focus once it is visible.</extracomment>
            <translation>{count} مورد تا اینجا؛ بقیه شمرده می‌شود …</translation>
        </message>
        <message>
            <source>{count} petitions; too many groups for headings</source>
            <translation>{count} درخواست؛ گروه‌ها بیش از آن‌اند که سرتیتر داشته باشند</translation>
        </message>
        <message>
            <source>{count} years</source>
            <translation>{count} سال</translation>
        </message>
        <message>
            <source>{count}+ petitions; more words find fewer</source>
            <translation>{count}+ درخواست؛ با واژه‌های بیشتر کمتر می‌شود</translation>
        </message>
        <message>
            <source>{field}: a few letters of it</source>
            <translation>{field}: چند حرف از آن</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
        </message>
        <message>
            <source>{kinds} in {units} that {conditions}</source>
            <translation>{kinds} در {units} که {conditions}</translation>
        </message>
        <message>
            <source>{kind}, {channel}: {count} days after the day of receipt</source>
            <translation>{kind}، {channel}: {count} روز پس از روز رسیدن</translation>
        </message>
        <message>
            <source>{kind}, {channel}: {count} working days after the day of receipt</source>
            <translation>{kind}، {channel}: {count} روز کاری پس از روز رسیدن</translation>
        </message>
        <message>
            <source>{order}, turned round</source>
            <translation>{order}، وارونه</translation>
        </message>
        <message>
            <source>{sentence}, with {words}</source>
            <translation>{sentence}، با {words}</translation>
        </message>
        <message>
            <source>{unit} was asked for an opinion on {code}.</source>
            <translation>نظر {unit} دربارهٔ {code} خواسته شد.</translation>
        </message>
        <message>
            <source>{unit} was told of {code}.</source>
            <translation>{code} جهت اطلاع به {unit} فرستاده شد.</translation>
        </message>
        <message>
            <source>{who} changed this while you wrote</source>
            <translation>هنگام نوشتن شما، {who} این مورد را تغییر داد</translation>
        </message>
        <message>
            <source>“{typed}”</source>
            <translation>«{typed}»</translation>
        </message>
        <message>
            <source>“{value}”</source>
            <translation>«{value}»</translation>
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
            <translation>پیش‌نویس آیین‌نامهٔ هیئت دولت</translation>
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
            <translation>دستورالعمل ارائهٔ خدمت</translation>
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
        <name>Instruments</name>
        <message>
            <source> · </source>
            <extracomment>The day from which the days of a window are counted.</extracomment>
            <translation> · </translation>
        </message>
        <message>
            <source>, </source>
            <extracomment>Statuses in which people may be invited, as in `instruments.invitations`. Whether the instrument's status permits invitations.</extracomment>
            <translation>، </translation>
        </message>
        <message>
            <source>A bylaw, a directive, a bill …; the law's road follows from its kind</source>
            <translation>آیین‌نامه، دستورالعمل، لایحه …؛ مسیر قانونی از نوع آن برمی‌آید</translation>
        </message>
        <message>
            <source>A new draft document</source>
            <translation>پیش‌نویس جدید</translation>
        </message>
        <message>
            <source>A pin was taken away by {who}</source>
            <translation>{who} سنجاقی را حذف کرد</translation>
        </message>
        <message>
            <source>A ready draft takes no revision; a manager can return it to amending.</source>
            <translation>پیش‌نویس آماده نسخهٔ جدید نمی‌پذیرد؛ مدیر می‌تواند آن را به اصلاح برگرداند.</translation>
        </message>
        <message>
            <source>A rejection counts only when a second reviewer has confirmed it.</source>
            <translation>رد هر نظر تنها پس از تأیید کارشناس حقوقی دوم به شمار می‌آید.</translation>
        </message>
        <message>
            <source>A rejection counts without a second reader.</source>
            <translation>رد نظر بدون بازبین دوم به شمار می‌آید.</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>The key of the agenda view, which shows windows on a time line.</extracomment>
            <translation>همه</translation>
        </message>
        <message>
            <source>Back to drafting</source>
            <translation>بازگشت به تدوین</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>بازگشت به فهرست</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>تقویم</translation>
        </message>
        <message>
            <source>Calendar of windows</source>
            <extracomment>The maximum width of the text, in pixels; the time line takes the rest.</extracomment>
            <translation>تقویم مهلت‌ها</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>پس از مهلت</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>مقایسه</translation>
        </message>
        <message>
            <source>Compare with the one before</source>
            <translation>مقایسه با نسخهٔ پیشین</translation>
        </message>
        <message>
            <source>Compared, but neither shown here nor published: {names}</source>
            <translation>مقایسه می‌شود، ولی اینجا نمایش داده و منتشر نمی‌شود: {names}</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>سندها</translation>
        </message>
        <message>
            <source>Drafting</source>
            <translation>در تدوین</translation>
        </message>
        <message>
            <source>Drafting unit</source>
            <translation>واحد تدوین‌کننده</translation>
        </message>
        <message>
            <source>Drafts</source>
            <extracomment>Suffixes of dropped files that are imported as comments; ambiguous ones are treated as documents. The id of the draft to select as soon as the list contains it.</extracomment>
            <translation>پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>Drafts stand here with their revisions, from the first text to its end.</source>
            <translation>پیش‌نویس‌ها با نسخه‌هایشان، از نخستین متن تا ابلاغ یا ارسال، اینجا می‌آیند.</translation>
        </message>
        <message>
            <source>Earlier revision</source>
            <translation>نسخهٔ پیشین</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>یافتن</translation>
        </message>
        <message>
            <source>Find in the list</source>
            <translation>یافتن در فهرست</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>جست‌وجو در متن</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>پایان‌یافته</translation>
        </message>
        <message>
            <source>History</source>
            <translation>روند کار</translation>
        </message>
        <message>
            <source>Import a revision</source>
            <translation>ورود نسخه</translation>
        </message>
        <message>
            <source>Import comments…</source>
            <translation>وارد کردن نظرها…</translation>
        </message>
        <message>
            <source>It is a large file</source>
            <translation>فایل بزرگی است</translation>
        </message>
        <message>
            <source>Keep as a revision</source>
            <translation>ثبت نسخه</translation>
        </message>
        <message>
            <source>Later revision</source>
            <translation>نسخهٔ پسین</translation>
        </message>
        <message>
            <source>Moved to “{state}” by {who}</source>
            <translation>{who} آن را به «{state}» برد</translation>
        </message>
        <message>
            <source>New draft document</source>
            <extracomment>Roles that may register a draft. The user asks to tell the commenters what became of their comments. Emitted with whether the rejection of a comment should require a second reader.</extracomment>
            <translation>پیش‌نویس جدید</translation>
        </message>
        <message>
            <source>Next draft</source>
            <translation>پیش‌نویس بعدی</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>جای بعدی</translation>
        </message>
        <message>
            <source>No draft document yet</source>
            <translation>هنوز پیش‌نویسی نیست</translation>
        </message>
        <message>
            <source>No draft fits this view and these words.</source>
            <translation>هیچ پیش‌نویسی با این نما و این واژه‌ها جور نیست.</translation>
        </message>
        <message>
            <source>No draft is on its way</source>
            <translation>هیچ پیش‌نویسی در راه نیست</translation>
        </message>
        <message>
            <source>No text yet</source>
            <translation>هنوز متنی ندارد</translation>
        </message>
        <message>
            <source>No unit</source>
            <translation>بدون واحد</translation>
        </message>
        <message>
            <source>No window closes within seven days</source>
            <translation>هیچ مهلتی تا هفت روز دیگر پایان نمی‌یابد</translation>
        </message>
        <message>
            <source>Not read: {names}</source>
            <translation>خوانده نشد: {names}</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>حاشیه</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>اینجا چیزی نیست</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>چیزی تغییر نکرد و چیزی از دست نرفت</translation>
        </message>
        <message>
            <source>Nothing was kept yet</source>
            <translation>هنوز چیزی ثبت نشده است</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>در معرض نقد</translation>
        </message>
        <message>
            <source>Open to the public: {days}</source>
            <translation>در معرض نقد: {days}</translation>
        </message>
        <message>
            <source>Outline</source>
            <extracomment>The maximum number of bold labels; a text with more is a list rather than a law.</extracomment>
            <translation>ساختار متن</translation>
        </message>
        <message>
            <source>Previous draft</source>
            <translation>پیش‌نویس قبلی</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Read them again</source>
            <translation>دوباره خواندن</translation>
        </message>
        <message>
            <source>Read {revision}</source>
            <translation>خواندن {revision}</translation>
        </message>
        <message>
            <source>Reading {name} …</source>
            <translation>در حال خواندن {name} …</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <source>Register one</source>
            <translation>ثبت پیش‌نویس</translation>
        </message>
        <message>
            <source>Registered by {who}</source>
            <translation>{who} آن را ثبت کرد</translation>
        </message>
        <message>
            <source>Rejections of comments need a second reader</source>
            <extracomment>Emitted with the numbers of the older and the newer revision. Emitted with a publication step. Emitted with the rule of a condition of the gate, whose missing things the user asks for. The user asks for the page of the gate. Emitted with whether the rejection of a comment should require a second reader.</extracomment>
            <translation>رد نظرها بازبین دوم می‌خواهد</translation>
        </message>
        <message>
            <source>Rejections of comments need no second reader</source>
            <translation>رد نظرها بازبین دوم نمی‌خواهد</translation>
        </message>
        <message>
            <source>Revision {n}</source>
            <translation>نسخهٔ {n}</translation>
        </message>
        <message>
            <source>Revision {n} added by {who}</source>
            <translation>{who} نسخهٔ {n} را افزود</translation>
        </message>
        <message>
            <source>Revision {n} of “{title}”, not kept yet</source>
            <translation>نسخهٔ {n} «{title}»، هنوز ثبت نشده</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>نسخه</translation>
        </message>
        <message>
            <source>Revisions are imported by: {who}.</source>
            <translation>ورود نسخه با این نقش‌هاست: {who}.</translation>
        </message>
        <message>
            <source>Revisions: {n}</source>
            <translation>{n} نسخه</translation>
        </message>
        <message>
            <source>Send to legal review</source>
            <translation>به بررسی حقوقی</translation>
        </message>
        <message>
            <source>State</source>
            <extracomment>The widths of the columns after the title, in pixels and in reading order. The views of the list with their statuses.</extracomment>
            <translation>وضع</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Summary of the changes</source>
            <translation>خلاصهٔ تغییرها</translation>
        </message>
        <message>
            <source>Summing-up {n} was frozen by {who}</source>
            <translation>گزارش جمع‌بندی {n} را {who} نهایی کرد</translation>
        </message>
        <message>
            <source>Text of the revision</source>
            <translation>متن نسخه</translation>
        </message>
        <message>
            <source>The drafts could not be read</source>
            <translation>پیش‌نویس‌ها خوانده نشد</translation>
        </message>
        <message>
            <source>The file of the new revision</source>
            <translation>فایل نسخهٔ جدید</translation>
        </message>
        <message>
            <source>The opening was declined by {who}</source>
            <translation>درخواست انتشار را {who} رد کرد</translation>
        </message>
        <message>
            <source>The window stayed closed, though its last day was declared closed ({who})</source>
            <translation>روز پایانی مهلت تعطیل اعلام شد، ولی مهلت دوباره باز نشد ({who})</translation>
        </message>
        <message>
            <source>The window was extended to {day} ({who})</source>
            <translation>مهلت تا {day} تمدید شد ({who})</translation>
        </message>
        <message>
            <source>The window was opened again to {day}; its last day was declared closed ({who})</source>
            <translation>روز پایانی مهلت تعطیل اعلام شد؛ مهلت تا {day} دوباره باز شد ({who})</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>Title, code or unit</source>
            <translation>عنوان، کد یا واحد</translation>
        </message>
        <message>
            <source>Track A: open to the public for at least 14 full days, then promulgated.</source>
            <translation>مسیر الف: دست‌کم ۱۴ روز کامل در معرض نقد، سپس ابلاغ.</translation>
        </message>
        <message>
            <source>Track B: open to the public for at least one month, then submitted.</source>
            <translation>مسیر ب: دست‌کم یک ماه در معرض نقد، سپس ارسال.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Two provisions were pinned as different by {who}</source>
            <translation>{who} دو ماده یا بند را از هم جدا گرفت</translation>
        </message>
        <message>
            <source>Two provisions were pinned as one by {who}</source>
            <translation>{who} دو ماده یا بند را یکی گرفت</translation>
        </message>
        <message>
            <source>What changed in this revision, in a few words</source>
            <translation>در این نسخه چه تغییر کرد؟ در چند کلمه</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>What waits for whom</source>
            <translation>چه چیزی منتظر کیست</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>مهلت نقد</translation>
        </message>
        <message>
            <source>Windows and what waits for whom stand here.</source>
            <translation>مهلت‌ها و کارهای در انتظار اقدام اینجا دیده می‌شود.</translation>
        </message>
        <message>
            <source>against {revision}</source>
            <translation>با {revision}</translation>
        </message>
        <message>
            <source>code {code}</source>
            <translation>کد {code}</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>مقایسه</translation>
        </message>
        <message>
            <source>ended {day}</source>
            <extracomment>The states of an event by which a draft goes back from being ready.</extracomment>
            <translation>پایان {day}</translation>
        </message>
        <message>
            <source>ends today</source>
            <translation>امروز پایان</translation>
        </message>
        <message>
            <source>import</source>
            <translation>ورود نسخه</translation>
        </message>
        <message>
            <source>no numbered provisions; compared by paragraphs</source>
            <translation>ماده یا بند شماره‌دار ندارد؛ پاراگراف به پاراگراف مقایسه می‌شود</translation>
        </message>
        <message>
            <source>numbered by the program where left empty</source>
            <translation>اگر خالی بماند برنامه شماره می‌دهد</translation>
        </message>
        <message>
            <source>read</source>
            <translation>خواندن</translation>
        </message>
        <message>
            <source>today {day}</source>
            <translation>امروز {day}</translation>
        </message>
        <message>
            <source>up and down</source>
            <translation>پایین و بالا</translation>
        </message>
        <message>
            <source>written by {name}</source>
            <translation>نویسنده: {name}</translation>
        </message>
        <message>
            <source>{n} characters</source>
            <translation>{n} نویسه</translation>
        </message>
        <message>
            <source>{n} comments came in, entered by {who}</source>
            <translation>{n} نظر رسید؛ ثبت‌کننده: {who}</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>{n} روز مانده</translation>
        </message>
        <message>
            <source>{n} drafts</source>
            <translation>{n} پیش‌نویس</translation>
        </message>
        <message>
            <source>{n} left</source>
            <translation>{n} مانده</translation>
        </message>
        <message>
            <source>{n} provisions recognised</source>
            <translation>{n} ماده/بند شناخته شد</translation>
        </message>
        <message>
            <source>{n} public comments</source>
            <translation>{n} نظر مردم</translation>
        </message>
        <message>
            <source>{n} windows close within seven days</source>
            <translation>{n} مهلت تا هفت روز دیگر پایان می‌یابد</translation>
        </message>
        <message>
            <source>{old} with {new}</source>
            <translation>{old} با {new}</translation>
        </message>
        <message>
            <source>{paper} no. {n} was sent out by {who}</source>
            <translation>{who} {paper} را با شمارهٔ {n} صادر کرد</translation>
        </message>
        <message>
            <source>{revision} of “{title}” was kept.</source>
            <extracomment>Delay before the progress display appears, in milliseconds, to avoid flicker for small files. File name patterns of importable formats, for the file dialog. Emitted with the draft (`InstrumentDetail`) after the new revision was saved. A message about a completed action.</extracomment>
            <translation>{revision} «{title}» ثبت شد.</translation>
        </message>
        <message>
            <source>{revision}, {day}, {name}</source>
            <translation>{revision}، {day}، {name}</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>{start} تا {end}</translation>
        </message>
        <message>
            <source>{who} asked to open it to the public</source>
            <translation>درخواست انتشار برای نقد عموم از {who}</translation>
        </message>
        <message>
            <source>{who} returned it from “ready” to amending</source>
            <translation>{who} آن را از «آماده» به اصلاح برگرداند</translation>
        </message>
        <message>
            <source>“{title}” is in the state “{state}” now.</source>
            <extracomment>Emitted with a newly registered draft (`InstrumentDetail`). Emitted with the draft (`InstrumentDetail`) after a step. The drafts must be reloaded. A message about a completed action. The units for which a draft can be registered.</extracomment>
            <translation>«{title}» اکنون در وضع «{state}» است.</translation>
        </message>
        <message>
            <source>“{title}” was registered with the code {code}.</source>
            <translation>«{title}» با کد {code} ثبت شد.</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message>
            <source>Advertising, a test of the portal, never to be read: what is put aside is kept, and can be taken back.</source>
            <translation>برای تبلیغ، آزمایش درگاه یا پیامی که هرگز خوانده نمی‌شود. مورد کنارگذاشته می‌ماند و می‌توان آن را بازیابی کرد.</translation>
        </message>
        <message>
            <source>Channel, number or reason</source>
            <translation>راه دریافت، شماره یا دلیل</translation>
        </message>
        <message>
            <source>Count as the answer</source>
            <translation>شمردن به‌عنوان پاسخ</translation>
        </message>
        <message>
            <source>Further text of the petition</source>
            <extracomment>Values longer than this, or with a line break, get a multi-line field.</extracomment>
            <translation>نوشتهٔ بعدی همان درخواست</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>داده‌های دریافتی</translation>
        </message>
        <message>
            <source>In quarantine</source>
            <translation>در قرنطینه</translation>
        </message>
        <message>
            <source>It is in quarantine again.</source>
            <translation>به قرنطینه بازگشت.</translation>
        </message>
        <message>
            <source>It stands with the petition as a further text.</source>
            <translation>به‌عنوان نوشتهٔ بعدی کنار درخواست ثبت شد.</translation>
        </message>
        <message>
            <source>It stands with the petition as the answer about satisfaction.</source>
            <translation>به‌عنوان پاسخ رضایت در کنار درخواست ثبت شد.</translation>
        </message>
        <message>
            <source>It waits to be taken in.</source>
            <translation>در صف دریافت است.</translation>
        </message>
        <message>
            <source>It was put aside; it is kept under “Put aside”.</source>
            <translation>کنار گذاشته شد و در فهرست «کنارگذاشته» می‌ماند.</translation>
        </message>
        <message>
            <source>It was put right and waits to be taken in.</source>
            <translation>اصلاح شد و در صف دریافت است.</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>امتیاز</translation>
        </message>
        <message>
            <source>No mark from 1 to 5 stands in it. Take it in as a petition, or put it aside.</source>
            <translation>امتیازی از ۱ تا ۵ در آن نیست. آن را به‌عنوان درخواست ثبت کنید یا کنار بگذارید.</translation>
        </message>
        <message>
            <source>No question to this number or address can be answered. Take it in as a petition, or put it aside.</source>
            <translation>پرسشی از این شماره یا نشانی در انتظار پاسخ نیست. آن را به‌عنوان درخواست ثبت کنید یا کنار بگذارید.</translation>
        </message>
        <message>
            <source>Nothing is in quarantine</source>
            <translation>چیزی در قرنطینه نیست</translation>
        </message>
        <message>
            <source>Nothing waits to be taken in.</source>
            <translation>چیزی در صف دریافت نیست.</translation>
        </message>
        <message>
            <source>Nothing was put aside</source>
            <translation>چیزی کنار گذاشته نشده است.</translation>
        </message>
        <message>
            <source>Petition that was asked about</source>
            <translation>درخواستی که دربارهٔ آن پرسیده شد</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>کنارگذاشته</translation>
        </message>
        <message>
            <source>Put aside for good</source>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Put aside on {when} by {who}</source>
            <translation>کنارگذاشته در {when}، {who}</translation>
        </message>
        <message>
            <source>Put right and try again</source>
            <translation>اصلاح و تلاش دوباره</translation>
        </message>
        <message>
            <source>Reason for putting it aside</source>
            <translation>دلیل کنار گذاشتن</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Take back into quarantine</source>
            <translation>برگرداندن به قرنطینه</translation>
        </message>
        <message>
            <source>Take in as a petition</source>
            <translation>ثبت به‌عنوان درخواست</translation>
        </message>
        <message>
            <source>Take in now</source>
            <extracomment>Submissions in quarantine, those set aside (read only if shown), and the number waiting. After an action in the form, moves the focus to the list once it is reloaded.</extracomment>
            <translation>دریافت اکنون</translation>
        </message>
        <message>
            <source>Taking in: {done} of {total}</source>
            <translation>در حال دریافت: {done} از {total}</translation>
        </message>
        <message>
            <source>Try again as it is</source>
            <translation>تلاش دوباره بدون تغییر</translation>
        </message>
        <message>
            <source>What could not be read</source>
            <translation>خوانده‌نشده‌ها</translation>
        </message>
        <message>
            <source>What is put aside for good is kept here, with the reason.</source>
            <translation>موردهایی که برای همیشه کنار گذاشته شوند، با دلیلشان اینجا می‌مانند.</translation>
        </message>
        <message>
            <source>What the portal and other systems hand in, and cannot be read, waits here.</source>
            <translation>داده‌هایی که درگاه و سامانه‌های دیگر می‌سپارند و خوانده نمی‌شود، اینجا می‌ماند.</translation>
        </message>
        <message>
            <source>{answers} answers about satisfaction were counted.</source>
            <translation>{answers} پاسخ رضایت شمرده شد.</translation>
        </message>
        <message>
            <source>{code}, asked {day}</source>
            <translation>{code}، پرسیده‌شده در {day}</translation>
        </message>
        <message>
            <source>{code}, asked {day}, last day over</source>
            <translation>{code}، پرسیده‌شده در {day}، مهلت گذشته</translation>
        </message>
        <message>
            <source>{count} wait to be taken in.</source>
            <translation>{count} مورد در صف دریافت است.</translation>
        </message>
        <message>
            <source>{count} wait to be taken in: by a clerk or manager for the whole office, or by the scheduled task.</source>
            <translation>{count} مورد در صف است؛ کارشناس یا مدیری که دسترسی سراسری دارد، یا کار زمان‌بندی‌شده آن را دریافت می‌کند.</translation>
        </message>
        <message>
            <source>{file} is still being written; it is read in the next round.</source>
            <translation>{file} هنوز در حال نوشته شدن است؛ در نوبت بعد خوانده می‌شود.</translation>
        </message>
        <message>
            <source>{file}, row {row}</source>
            <translation>{file}، ردیف {row}</translation>
        </message>
        <message>
            <source>{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that were there, {present} were there already, {quarantined} wait in quarantine.</source>
            <translation>{petitions} درخواست و {comments} نظر پذیرفته شد، {further} نوشته به درخواست‌های موجود پیوست، {present} مورد از پیش بود و {quarantined} مورد در قرنطینه منتظر است.</translation>
        </message>
    </context>
    <context>
        <name>Invitation</name>
        <message>
            <source>, </source>
            <extracomment>Logo of the office, a small PNG; None where none is set.</extracomment>
            <translation>، </translation>
        </message>
        <message>
            <source>Address</source>
            <translation>نشانی</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>پاسخ داد</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>نپذیرفت</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>زمینه‌های تخصص</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>Invited</source>
            <translation>دعوت‌شدگان</translation>
        </message>
        <message>
            <source>Invited on</source>
            <translation>تاریخ دعوت</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>تلفن همراه</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>هنوز پاسخی نیست</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>سازمان</translation>
        </message>
        <message>
            <source>To {name}</source>
            <translation>{name}</translation>
        </message>
        <message>
            <source>{n} comments under this name</source>
            <translation>{n} نظر به این نام</translation>
        </message>
    </context>
    <context>
        <name>Invite</name>
        <message>
            <source>Answered</source>
            <translation>پاسخ داد</translation>
        </message>
        <message>
            <source>Choose all that are shown</source>
            <translation>انتخاب همه</translation>
        </message>
        <message>
            <source>Choose or not</source>
            <translation>انتخاب یا لغو انتخاب</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>نپذیرفت</translation>
        </message>
        <message>
            <source>Experts</source>
            <translation>صاحب‌نظران</translation>
        </message>
        <message>
            <source>Experts are entered under “Petitioners”, in the register of experts.</source>
            <translation>صاحب‌نظران در بخش «متقاضیان»، زبانهٔ «صاحب‌نظران و ذی‌نفعان» ثبت می‌شوند.</translation>
        </message>
        <message>
            <source>Find somebody</source>
            <translation>یافتن کسی</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>دعوت</translation>
        </message>
        <message>
            <source>Invite those who are chosen</source>
            <translation>دعوت از انتخاب‌شدگان</translation>
        </message>
        <message>
            <source>Invite to: {title}</source>
            <translation>دعوت به: {title}</translation>
        </message>
        <message>
            <source>Invite {n}</source>
            <translation>دعوت از {n} نفر</translation>
        </message>
        <message>
            <source>Letters and list…</source>
            <translation>نامه‌ها و فهرست…</translation>
        </message>
        <message>
            <source>Name, organisation or field</source>
            <extracomment>The user asks for the letters page, to preview, issue and print them.</extracomment>
            <translation>نام، سازمان یا زمینه</translation>
        </message>
        <message>
            <source>Nobody is invited any more: the window is over, or nothing was opened yet.</source>
            <translation>دیگر کسی دعوت نمی‌شود: مهلت پایان یافته یا هنوز چیزی منتشر نشده است.</translation>
        </message>
        <message>
            <source>Nobody to invite yet</source>
            <translation>هنوز کسی برای دعوت نیست</translation>
        </message>
        <message>
            <source>Take the invitation back</source>
            <translation>پس گرفتن دعوت</translation>
        </message>
        <message>
            <source>The invitation of {name} was taken back.</source>
            <translation>دعوت {name} پس گرفته شد.</translation>
        </message>
        <message>
            <source>Writing letters and list…</source>
            <translation>نامه‌ها و فهرست نوشته می‌شود…</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>پاسخ داد</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>انتخاب</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>انتخاب‌شده</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>نپذیرفت</translation>
        </message>
        <message>
            <source>invitations {code}</source>
            <translation>دعوت‌نامه‌ها {code}</translation>
        </message>
        <message>
            <source>take back</source>
            <translation>پس گرفتن</translation>
        </message>
        <message>
            <source>{invited} invited, {answered} of them answered</source>
            <translation>{invited} نفر دعوت شده‌اند، {answered} نفر پاسخ داده‌اند</translation>
        </message>
        <message>
            <source>{name} has answered; the invitation stays.</source>
            <translation>{name} پاسخ داده است؛ دعوت می‌ماند.</translation>
        </message>
        <message>
            <source>{n} people were invited.</source>
            <translation>از {n} نفر دعوت شد.</translation>
        </message>
    </context>
    <context>
        <name>ItemType</name>
        <message>
            <source>Account</source>
            <translation>حساب کاربری</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>حاشیه</translation>
        </message>
        <message>
            <source>Campaign group</source>
            <translation>گروه هم‌متن</translation>
        </message>
        <message>
            <source>Closed day</source>
            <translation>روز تعطیل</translation>
        </message>
        <message>
            <source>Composed revision</source>
            <translation>نسخهٔ در دست ساخت</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>جانشینی</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>صاحب‌نظر</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>دادهٔ دریافتی</translation>
        </message>
        <message>
            <source>Improvement action</source>
            <translation>اقدام اصلاحی</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>Look-ups of petitioners</source>
            <translation>جست‌وجوی متقاضیان</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>دستور پی‌درپی</translation>
        </message>
        <message>
            <source>Message to a petitioner</source>
            <translation>پیام به متقاضی</translation>
        </message>
        <message>
            <source>Messages to petitioners</source>
            <translation>پیام به متقاضیان</translation>
        </message>
        <message>
            <source>Numbers asked about while registering and searching</source>
            <translation>شماره‌هایی که هنگام ثبت و جست‌وجو پرسیده شد</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>اداره</translation>
        </message>
        <message>
            <source>Petition</source>
            <translation>درخواست</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Public comment</source>
            <translation>نظر مردم</translation>
        </message>
        <message>
            <source>Reading of a petition's personal data</source>
            <translation>خواندن اطلاعات شخصی درخواست</translation>
        </message>
        <message>
            <source>Readings of personal data in lists</source>
            <translation>خواندن اطلاعات شخصی در فهرست‌ها</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>گزارش</translation>
        </message>
        <message>
            <source>Routing rule</source>
            <translation>قاعدهٔ ارجاع</translation>
        </message>
        <message>
            <source>Saved reply</source>
            <translation>پاسخ آماده</translation>
        </message>
        <message>
            <source>Saved reply of one's own</source>
            <translation>پاسخ آمادهٔ خود کارشناس</translation>
        </message>
        <message>
            <source>Saved view</source>
            <translation>نمای ذخیره‌شده</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>منبع</translation>
        </message>
        <message>
            <source>Staff thread on a comment</source>
            <translation>رشتهٔ داخلی نظر</translation>
        </message>
        <message>
            <source>Template of a letter</source>
            <translation>الگوی نامه</translation>
        </message>
        <message>
            <source>Template of a message</source>
            <translation>الگوی پیام</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Written lists</source>
            <translation>فهرست‌های ذخیره‌شده</translation>
        </message>
        <message>
            <source>Year of the calendar</source>
            <translation>سال تقویم</translation>
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
        <name>Labels</name>
        <message>
            <source>Choose a label</source>
            <translation>برچسبی را انتخاب کنید</translation>
        </message>
        <message>
            <source>Choose the label</source>
            <translation>برچسب را انتخاب کنید</translation>
        </message>
        <message>
            <source>Clerks make them at a petition, with the key L.</source>
            <translation>کارشناسان آن را روی درخواست، با کلید L، می‌سازند.</translation>
        </message>
        <message>
            <source>Enter puts a label on; one with a tick is taken off.</source>
            <translation>با Enter برچسب زده می‌شود؛ آنکه نشان ✓ دارد حذف می‌شود.</translation>
        </message>
        <message>
            <source>Is offered to clerks</source>
            <translation>به کارشناسان پیشنهاد می‌شود</translation>
        </message>
        <message>
            <source>Its petitions get that one, and its name leads there.</source>
            <translation>درخواست‌هایش آن برچسب را می‌گیرند و نامش به آن می‌رسد.</translation>
        </message>
        <message>
            <source>Label</source>
            <extracomment>Debounce of typing before the preview is counted again, in milliseconds. Outcomes with an answer that require a reason as well.</extracomment>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>Label put on: {name}</source>
            <translation>برچسب «{name}» زده شد.</translation>
        </message>
        <message>
            <source>Label taken off: {name}</source>
            <translation>برچسب «{name}» حذف شد.</translation>
        </message>
        <message>
            <source>Labels</source>
            <extracomment>Largest number of labels in a row of the list. The number of further ones is shown as «+n».</extracomment>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>یکی کردن</translation>
        </message>
        <message>
            <source>Name of a label</source>
            <translation>نام برچسب</translation>
        </message>
        <message>
            <source>Name of the label</source>
            <translation>نام برچسب</translation>
        </message>
        <message>
            <source>New label: {typed}</source>
            <translation>برچسب جدید: {typed}</translation>
        </message>
        <message>
            <source>On or off</source>
            <translation>زدن یا حذف</translation>
        </message>
        <message>
            <source>Put a label on, or take it off</source>
            <translation>زدن یا حذف برچسب</translation>
        </message>
        <message>
            <source>Put it on</source>
            <translation>زدن برچسب</translation>
        </message>
        <message>
            <source>Take it off</source>
            <translation>حذف برچسب</translation>
        </message>
        <message>
            <source>The label that takes it in</source>
            <translation>برچسبی که جای آن را می‌گیرد</translation>
        </message>
        <message>
            <source>The label “{name}” was saved.</source>
            <translation>برچسب «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>There are no labels yet</source>
            <translation>هنوز برچسبی نیست</translation>
        </message>
        <message>
            <source>There are no labels yet; type the name of the first.</source>
            <translation>هنوز برچسبی نیست؛ نام نخستین برچسب را بنویسید.</translation>
        </message>
        <message>
            <source>on {count} petitions</source>
            <translation>روی {count} درخواست</translation>
        </message>
        <message>
            <source>“{name}” is a label of its own again, on {count} petitions.</source>
            <translation>«{name}» دوباره برچسبی جداست و روی {count} درخواست است.</translation>
        </message>
        <message>
            <source>“{name}” was merged into “{into}”, which is on {count} petitions now.</source>
            <translation>«{name}» با «{into}» یکی شد که اکنون روی {count} درخواست است.</translation>
        </message>
    </context>
    <context>
        <name>LeftOut</name>
        <message>
            <source>comments in the file</source>
            <translation>یادداشت‌های درون فایل</translation>
        </message>
        <message>
            <source>drawings</source>
            <translation>شکل‌ها</translation>
        </message>
        <message>
            <source>embedded objects</source>
            <translation>اشیای جاسازی‌شده</translation>
        </message>
        <message>
            <source>endnotes</source>
            <translation>پی‌نوشت‌ها</translation>
        </message>
        <message>
            <source>footnotes</source>
            <translation>پانوشت‌ها</translation>
        </message>
        <message>
            <source>hidden text</source>
            <translation>متن پنهان</translation>
        </message>
        <message>
            <source>linked files</source>
            <translation>فایل‌های پیوندی</translation>
        </message>
        <message>
            <source>page footers</source>
            <translation>پاصفحه‌ها</translation>
        </message>
        <message>
            <source>page headers</source>
            <translation>سرصفحه‌ها</translation>
        </message>
        <message>
            <source>page numbers and running heads in the text</source>
            <translation>شماره و سرصفحه‌های میان متن</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>تصویرها</translation>
        </message>
        <message>
            <source>table of contents</source>
            <translation>فهرست مطالب</translation>
        </message>
        <message>
            <source>tracked changes (read as accepted)</source>
            <translation>تغییرات ردیابی‌شده (پذیرفته‌شده خوانده شد)</translation>
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
            <translation>دربارهٔ</translation>
        </message>
        <message>
            <source>Action taken and result</source>
            <translation>اقدام انجام‌شده و نتیجه</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>زمان</translation>
        </message>
        <message>
            <source>Added by</source>
            <translation>افزوده از سوی</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>مهلت پاسخ</translation>
        </message>
        <message>
            <source>Answer: {answer}</source>
            <translation>پاسخ: {answer}</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>پیوست‌ها</translation>
        </message>
        <message>
            <source>Because the identity of the sender is incomplete, no reply is given. Whoever completes it, with the tracking code, gets one.</source>
            <extracomment>Passed instead of the id of a referral: print one sheet for each. Kinds that can be printed from a petition. For a referral sheet: the available referrals, and the chosen one (`ALL_REFERRALS`, an id, 0 for none).</extracomment>
            <translation>چون مشخصات فرستنده کامل نیست، پاسخی داده نمی‌شود. با اعلام کد رهگیری و تکمیل مشخصات، پاسخ داده خواهد شد.</translation>
        </message>
        <message>
            <source>By</source>
            <translation>صادرکننده</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Copies to:</source>
            <translation>رونوشت:</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>پایان</translation>
        </message>
        <message>
            <source>Dossier of petition {code}</source>
            <translation>پروندهٔ درخواست {code}</translation>
        </message>
        <message>
            <source>Draft</source>
            <extracomment>Styles for the addressee in decreasing size, tried until the text fits into the window. Minimum distance from the edge of the window, because paper shifts inside its envelope. Space for a handwritten signature.</extracomment>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Dwell time</source>
            <translation>ماندگاری</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>Enclosure</source>
            <translation>پیوست</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>مشخصات</translation>
        </message>
        <message>
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <source>For the file</source>
            <translation>نسخهٔ پرونده</translation>
        </message>
        <message>
            <source>For the petitioner</source>
            <extracomment>Maximum number of text lines in a half; an ellipsis replaces longer text.</extracomment>
            <translation>نسخهٔ متقاضی</translation>
        </message>
        <message>
            <source>From</source>
            <translation>از</translation>
        </message>
        <message>
            <source>Further texts of the sender</source>
            <translation>نوشته‌های بعدی فرستنده</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>History</source>
            <translation>تاریخچه</translation>
        </message>
        <message>
            <source>Invitation to comment on the draft “{title}”</source>
            <translation>دعوت به اظهارنظر دربارهٔ پیش‌نویس «{title}»</translation>
        </message>
        <message>
            <source>It was not referred.</source>
            <translation>ارجاع نشده است.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Letters that went out</source>
            <translation>نامه‌های صادرشده</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>تلفن همراه</translation>
        </message>
        <message>
            <source>Name, signature and date: ……………………………</source>
            <translation>نام، امضا و تاریخ: ……………………………</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <source>No reply was sent.</source>
            <translation>پاسخی فرستاده نشده است.</translation>
        </message>
        <message>
            <source>Notice of the public consultation on the draft “{title}”</source>
            <translation>اطلاع‌رسانی نظرخواهی عمومی دربارهٔ پیش‌نویس «{title}»</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Order</source>
            <extracomment>Wide enough for date and time in one line. Number of blank lines for handwriting.</extracomment>
            <translation>هامش</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>تاریخ چاپ</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>برای</translation>
        </message>
        <message>
            <source>Receipt of a petition</source>
            <translation>رسید ثبت درخواست</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <source>Referral sheet</source>
            <translation>برگ ارجاع</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>ارجاع‌ها</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>پاسخ‌ها</translation>
        </message>
        <message>
            <source>Reply to your petition: {subject}</source>
            <translation>پاسخ درخواست شما دربارهٔ {subject}</translation>
        </message>
        <message>
            <source>Scan for the code</source>
            <translation>کد رهگیری برای پویش</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>دیده شد</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>ارسال</translation>
        </message>
        <message>
            <source>Signature of {name}: ……………………</source>
            <translation>امضای {name}: ……………………</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>حجم</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Subject: {subject}</source>
            <translation>موضوع: {subject}</translation>
        </message>
        <message>
            <source>The petition described here is referred to {to}. Please look into it and report the result on this sheet or in the workstation.</source>
            <translation>درخواست زیر به «{to}» ارجاع می‌شود. خواهشمند است دستور فرمایید بررسی لازم انجام و نتیجه در همین برگ یا در سامانه اعلام شود.</translation>
        </message>
        <message>
            <source>The program</source>
            <translation>سامانه</translation>
        </message>
        <message>
            <source>The sender's words</source>
            <translation>متن درخواست</translation>
        </message>
        <message>
            <source>The tracking code as a QR code</source>
            <translation>کد رهگیری به شکل رمزینهٔ دوبعدی</translation>
        </message>
        <message>
            <source>There are none.</source>
            <translation>پیوستی ندارد.</translation>
        </message>
        <message>
            <source>This dossier holds what is recorded of the petition as of {date}. It contains personal data and is for official use only.</source>
            <translation>این پرونده همهٔ سوابق ثبت‌شدهٔ این درخواست در سامانه را تا تاریخ {date} در بر دارد. پرونده حاوی اطلاعات شخصی است و تنها برای استفادهٔ اداری است.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>به</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>رویداد</translation>
        </message>
        <message>
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>چه کسی</translation>
        </message>
        <message>
            <source>With greetings and respect,
On your {kind} about “{subject}”, which {office} entered on {received} under number {registry} and tracking code {code}, we inform you:
{reply}
For further explanation you can call {phone} and name the tracking code.</source>
            <translation>با سلام و احترام؛
بازگشت به {kind} شما با موضوع «{subject}» که در تاریخ {received} با شمارهٔ ثبت {registry} و کد رهگیری {code} در {office} به ثبت رسیده است، به آگاهی می‌رساند:
{reply}
در صورت نیاز به توضیح بیشتر، خواهشمند است با شمارهٔ تلفن {phone} تماس بگیرید و کد رهگیری خود را اعلام کنید.</translation>
        </message>
        <message>
            <source>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place} from {opens}; the comments of those concerned are taken until the end of {closes}.
This consultation is held under the decree no. {decree}.
Please have this brought to the knowledge of those concerned in a suitable way. What is decided on each comment, and why, is published.</source>
            <translation>با سلام و احترام؛
به آگاهی می‌رساند پیش‌نویس «{title}» ({kind}، شناسهٔ {code}) از تاریخ {opens} در {place} در معرض نقد و نظر عمومی قرار گرفته است و نظر ذی‌نفعان تا پایان {closes} دریافت می‌شود.
این نظرخواهی به استناد تصویب‌نامهٔ شمارهٔ {decree} شورای عالی اداری برگزار می‌شود.
خواهشمند است دستور فرمایید موضوع به شیوهٔ مناسب به آگاهی مخاطبان و ذی‌نفعان برسد. تصمیم دربارهٔ هر نظر و دلیل آن منتشر می‌شود.</translation>
        </message>
        <message>
            <source>With greetings and respect,
The draft “{title}” ({kind}, code {code}) stands before the public on the {place}, and comments are taken until the end of {closes}.
Your knowledge and experience in {fields} matter to it.
We ask you for your view on it. The text and the feedback form are on the {place}. What is decided on each comment, and why, is published.
We thank you for your help in advance.</source>
            <translation>با سلام و احترام؛
به آگاهی می‌رساند پیش‌نویس «{title}» ({kind}، شناسهٔ {code}) در {place} در معرض نقد و نظر عمومی قرار گرفته است و نظرها تا پایان {closes} دریافت می‌شود.
دانش و تجربهٔ شما در زمینهٔ {fields} برای این پیش‌نویس ارزشمند است.
خواهشمند است نظر کارشناسی خود را دربارهٔ آن اعلام فرمایید. متن پیش‌نویس و برگهٔ ثبت نظر در {place} در دسترس است. تصمیم دربارهٔ هر نظر و دلیل آن منتشر می‌شود.
پیشاپیش از همکاری شما سپاسگزاری می‌شود.</translation>
        </message>
        <message>
            <source>Your {kind} about “{subject}” was entered on {received} by {office}. To follow it up, please keep the tracking code.
The answer is due by the end of {deadline}.
Follow-up by telephone: {phone}
Follow-up by text message: {sms}</source>
            <translation>{kind} شما با موضوع «{subject}» در تاریخ {received} در {office} ثبت شد. خواهشمند است کد رهگیری زیر را برای پیگیری نزد خود نگه دارید.
مهلت پاسخ: تا پایان {deadline}
پیگیری تلفنی: {phone}
پیگیری با پیامک: {sms}</translation>
        </message>
        <message>
            <source>less than an hour</source>
            <translation>کمتر از یک ساعت</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ندارد</translation>
        </message>
        <message>
            <source>{author}, {moment}</source>
            <translation>{author}، {moment}</translation>
        </message>
        <message>
            <source>{count} earlier ones are not printed here; they stand in the program.</source>
            <translation>{count} نوشتهٔ پیش‌تر اینجا چاپ نشده و در برنامه خواندنی است.</translation>
        </message>
        <message>
            <source>{dwell} so far</source>
            <translation>{dwell} تاکنون</translation>
        </message>
        <message>
            <source>{field}: from {before} to {after}</source>
            <translation>{field}: از {before} به {after}</translation>
        </message>
        <message>
            <source>{moment}, {channel}</source>
            <translation>{moment}، {channel}</translation>
        </message>
        <message>
            <source>{moment}, {channel}, from another sender</source>
            <translation>{moment}، {channel}، از فرستنده‌ای دیگر</translation>
        </message>
        <message>
            <source>{n} MB</source>
            <translation>{n} مگابایت</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} روز</translation>
        </message>
        <message>
            <source>{n} hours</source>
            <translation>{n} ساعت</translation>
        </message>
        <message>
            <source>{n} kB</source>
            <translation>{n} کیلوبایت</translation>
        </message>
    </context>
    <context>
        <name>LetterKind</name>
        <message>
            <source>Dossier</source>
            <translation>پرونده</translation>
        </message>
        <message>
            <source>Invitation of an expert</source>
            <translation>دعوت‌نامهٔ صاحب‌نظر</translation>
        </message>
        <message>
            <source>Notice of a consultation</source>
            <translation>اطلاعیهٔ نظرخواهی</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>رسید</translation>
        </message>
        <message>
            <source>Referral sheet</source>
            <translation>برگ ارجاع</translation>
        </message>
        <message>
            <source>Reply letter</source>
            <translation>نامهٔ پاسخ</translation>
        </message>
    </context>
    <context>
        <name>LetterVariable</name>
        <message>
            <source>Addressee</source>
            <translation>مخاطب</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>مهلت پاسخ ارجاع</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Day of arrival</source>
            <translation>روز دریافت</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Fields of expertise</source>
            <translation>زمینه‌های تخصص</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>روز آغاز</translation>
        </message>
        <message>
            <source>From unit</source>
            <translation>واحد فرستنده</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>روز پایان</translation>
        </message>
        <message>
            <source>Number of the decree</source>
            <translation>شمارهٔ تصویب‌نامه</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>نام اداره</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>سازمان</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>Phone line</source>
            <translation>تلفن اداره</translation>
        </message>
        <message>
            <source>Place of publication</source>
            <translation>محل انتشار</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>منظور ارجاع</translation>
        </message>
        <message>
            <source>Registry number</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>SMS number</source>
            <translation>شمارهٔ پیامک</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Text of the reply</source>
            <translation>متن پاسخ</translation>
        </message>
        <message>
            <source>Title of the draft</source>
            <translation>عنوان پیش‌نویس</translation>
        </message>
        <message>
            <source>To unit</source>
            <translation>واحد گیرنده</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>تاریخ امروز</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
    </context>
    <context>
        <name>Letters</name>
        <message>
            <source>A new one</source>
            <translation>اطلاعیهٔ جدید</translation>
        </message>
        <message>
            <source>Addressee</source>
            <translation>مخاطب</translation>
        </message>
        <message>
            <source>Addressee, as the window of the envelope shows it</source>
            <translation>نام و نشانی مخاطب، همان‌گونه که از پنجرهٔ پاکت دیده می‌شود</translation>
        </message>
        <message>
            <source>All {n} referrals, a sheet for each</source>
            <translation>هر {n} ارجاع، هرکدام یک برگ</translation>
        </message>
        <message>
            <source>Back to the petition</source>
            <translation>بازگشت به درخواست</translation>
        </message>
        <message>
            <source>Draft, without a number</source>
            <translation>پیش‌نویس، بدون شماره</translation>
        </message>
        <message>
            <source>Each gets the next number of the office when it goes out.</source>
            <translation>هر نامه با صدور، شمارهٔ بعدی نامه‌های اداره را می‌گیرد.</translation>
        </message>
        <message>
            <source>It gets the next number of the office when it goes out.</source>
            <translation>با صدور، شمارهٔ بعدی نامه‌های اداره را می‌گیرد.</translation>
        </message>
        <message>
            <source>Letter no. {number}</source>
            <translation>نامهٔ شمارهٔ {number}</translation>
        </message>
        <message>
            <source>Letter or paper</source>
            <extracomment>Relative to the size on paper. A pause in typing after which the page is made again, in milliseconds.</extracomment>
            <translation>نامه یا برگه</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>نامه‌ها</translation>
        </message>
        <message>
            <source>Letters and papers</source>
            <translation>نامه‌ها و برگه‌ها</translation>
        </message>
        <message>
            <source>Letters of those who are invited</source>
            <translation>نامه‌های دعوت‌شدگان</translation>
        </message>
        <message>
            <source>New, or one that went out</source>
            <translation>اطلاعیهٔ جدید یا یکی از صادرشده‌ها</translation>
        </message>
        <message>
            <source>Nobody is invited yet.</source>
            <translation>هنوز کسی دعوت نشده است.</translation>
        </message>
        <message>
            <source>Notice…</source>
            <translation>اطلاعیه…</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>فایل PDF</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Print the dossier</source>
            <translation>چاپ پرونده</translation>
        </message>
        <message>
            <source>Print the receipt</source>
            <translation>چاپ رسید</translation>
        </message>
        <message>
            <source>Print the receipt of the last one</source>
            <translation>چاپ رسید آخرین ثبت</translation>
        </message>
        <message>
            <source>Print the referral sheet</source>
            <translation>چاپ برگ ارجاع</translation>
        </message>
        <message>
            <source>Print the reply letter</source>
            <translation>چاپ نامهٔ پاسخ</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>رسید</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <extracomment>What the address lacks for a window envelope.</extracomment>
            <translation>ذخیرهٔ PDF</translation>
        </message>
        <message>
            <source>Send it out with a number</source>
            <translation>صدور با شماره</translation>
        </message>
        <message>
            <source>Sending the letters out…</source>
            <translation>صدور نامه‌ها…</translation>
        </message>
        <message>
            <source>Sent out by {who} on {moment}. It is printed as it went out.</source>
            <translation>{who} در {moment} آن را صادر کرد. همان‌گونه که صادر شده چاپ می‌شود.</translation>
        </message>
        <message>
            <source>The letter went out under number {number}.</source>
            <translation>نامه با شمارهٔ {number} صادر شد.</translation>
        </message>
        <message>
            <source>The window stays empty: type the addressee and the postal address.</source>
            <translation>پنجرهٔ پاکت خالی می‌ماند: مخاطب و نشانی پستی را بنویسید.</translation>
        </message>
        <message>
            <source>There is no postal address below the name: type it for an envelope with a window. A letter that is handed over or sent by message goes out without one.</source>
            <translation>زیر نام، نشانی پستی نیست: برای پاکت پنجره‌دار آن را بنویسید. نامه‌ای که دستی یا با پیام می‌رود، نشانی نمی‌خواهد.</translation>
        </message>
        <message>
            <source>Which referral</source>
            <translation>کدام ارجاع</translation>
        </message>
        <message>
            <source>{n} letters went out.</source>
            <translation>{n} نامه صادر شد.</translation>
        </message>
        <message>
            <source>{out} of {whole} letters went out</source>
            <translation>{out} نامه از {whole} نامه صادر شده است</translation>
        </message>
        <message>
            <source>{paper} {code}</source>
            <translation>{paper} {code}</translation>
        </message>
        <message>
            <source>{place}, {day}</source>
            <translation>{place}، {day}</translation>
        </message>
    </context>
    <context>
        <name>LettersPanel</name>
        <message>
            <source>A line that names what is not known is left out as a whole.</source>
            <translation>سطری که متغیر آن مقداری ندارد، در نامه نمی‌آید.</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>متن سامانه</translation>
        </message>
        <message>
            <source>Copies to, a line for each</source>
            <translation>رونوشت، هر گیرنده در یک سطر</translation>
        </message>
        <message>
            <source>Empty: as the settings of the office say.</source>
            <translation>اگر خالی باشد، امضاکننده‌ای می‌آید که در تنظیمات اداره نوشته شده است.</translation>
        </message>
        <message>
            <source>Empty: nobody's name is printed.</source>
            <translation>اگر خالی باشد، نامی زیر نامه‌ها نمی‌آید.</translation>
        </message>
        <message>
            <source>Enclosure (پیوست)</source>
            <translation>پیوست</translation>
        </message>
        <message>
            <source>From the upper edge (mm)</source>
            <translation>فاصله از لبهٔ بالا (میلی‌متر)</translation>
        </message>
        <message>
            <source>Height (mm)</source>
            <translation>بلندی (میلی‌متر)</translation>
        </message>
        <message>
            <source>Letters</source>
            <extracomment>Debounce interval of the preview, in milliseconds.</extracomment>
            <translation>نامه‌ها</translation>
        </message>
        <message>
            <source>Name of who signs</source>
            <translation>نام امضاکننده</translation>
        </message>
        <message>
            <source>Office of who signs</source>
            <translation>سمت امضاکننده</translation>
        </message>
        <message>
            <source>Put in:</source>
            <translation>گذاشتن در متن:</translation>
        </message>
        <message>
            <source>Somebody changed it since you began; saving replaces what stands there now.</source>
            <translation>از زمان شروع ویرایش، کس دیگری آن را تغییر داده است؛ با ذخیره، متن شما جای آن را می‌گیرد.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>The office's own words</source>
            <translation>متن اداره</translation>
        </message>
        <message>
            <source>The program's own words</source>
            <translation>بازگشت به متن سامانه</translation>
        </message>
        <message>
            <source>The program's own words of “{name}” are in force again.</source>
            <translation>برای «{name}» متن سامانه دوباره به کار می‌رود.</translation>
        </message>
        <message>
            <source>The template “{name}” was saved.</source>
            <translation>الگوی «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>Width (mm)</source>
            <translation>پهنا (میلی‌متر)</translation>
        </message>
        <message>
            <source>Window of the envelope: from the right edge (mm)</source>
            <extracomment>By the name of the setting, in millimetres.</extracomment>
            <translation>پنجرهٔ پاکت: فاصله از لبهٔ راست (میلی‌متر)</translation>
        </message>
    </context>
    <context>
        <name>Life</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>.</source>
            <translation>.</translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>A manager can let it go out after that.</source>
            <translation>پس از آن مدیر می‌تواند سند را صادر کند.</translation>
        </message>
        <message>
            <source>A manager was asked to open “{title}” to the public.</source>
            <translation>از مدیر خواسته شد «{title}» را منتشر کند.</translation>
        </message>
        <message>
            <source>A new opening would start a full new window.</source>
            <translation>انتشار دوباره مهلت کامل جدیدی می‌خواهد.</translation>
        </message>
        <message>
            <source>After that neither text nor decisions change any more.</source>
            <translation>پس از آن نه متن تغییر می‌کند و نه تصمیم‌ها.</translation>
        </message>
        <message>
            <source>An end that was moved out is not moved back.</source>
            <translation>پایانی که دیرتر شد به جای نخست برنمی‌گردد.</translation>
        </message>
        <message>
            <source>Approve and open</source>
            <translation>تأیید و انتشار</translation>
        </message>
        <message>
            <source>Ask to open to the public</source>
            <translation>درخواست انتشار برای نقد عموم</translation>
        </message>
        <message>
            <source>Back to amending</source>
            <translation>برگرداندن به اصلاح</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <extracomment>The issued notices, and the index of the shown one.</extracomment>
            <translation>بازگشت به پیش‌نویس</translation>
        </message>
        <message>
            <source>Begin to amend</source>
            <translation>آغاز اصلاح</translation>
        </message>
        <message>
            <source>Cancel</source>
            <extracomment>Says that the window ends in a year whose calendar is not confirmed.</extracomment>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Comments that came meanwhile are not late. Amending begins again after the window; revisions and decisions stay.</source>
            <translation>نظرهایی که در این میان رسیده‌اند خارج از مهلت نیستند. اصلاح پس از پایان مهلت دوباره آغاز می‌شود؛ نسخه‌ها و تصمیم‌ها می‌مانند.</translation>
        </message>
        <message>
            <source>Conditions and changes…</source>
            <translation>شرط‌ها و تغییرها…</translation>
        </message>
        <message>
            <source>Day of the letter</source>
            <translation>تاریخ نامه</translation>
        </message>
        <message>
            <source>Declare ready</source>
            <translation>اعلام آمادگی</translation>
        </message>
        <message>
            <source>Decline the opening</source>
            <translation>رد درخواست انتشار</translation>
        </message>
        <message>
            <source>Every accepted comment names a provision that really changed, or why none did.</source>
            <translation>هر نظر پذیرفته محل درجی دارد که واقعاً تغییر کرده است، یا دلیل تغییرنکردن متن.</translation>
        </message>
        <message>
            <source>Every change that nobody asked for has its reason.</source>
            <translation>هر تغییر بدون درخواست توضیح دارد.</translation>
        </message>
        <message>
            <source>Every comment of the public is decided.</source>
            <translation>دربارهٔ همهٔ نظرهای مردم تصمیم گرفته شده است.</translation>
        </message>
        <message>
            <source>Every objection is closed.</source>
            <translation>همهٔ ایرادها بسته شده‌اند.</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>فایل اکسل</translation>
        </message>
        <message>
            <source>Extend the window</source>
            <translation>تمدید مهلت</translation>
        </message>
        <message>
            <source>Folder for the package</source>
            <translation>پوشهٔ بستهٔ انتشار</translation>
        </message>
        <message>
            <source>For publication</source>
            <extracomment>Relative to the paper size: shows a whole line of landscape pages and half a portrait page.</extracomment>
            <translation>برای انتشار</translation>
        </message>
        <message>
            <source>For the next step {n} things are missing</source>
            <translation>برای گام بعد {n} مورد مانده است</translation>
        </message>
        <message>
            <source>Form of the summing-up</source>
            <translation>نسخهٔ گزارش جمع‌بندی</translation>
        </message>
        <message>
            <source>Freeze the summing-up</source>
            <translation>نهایی کردن گزارش جمع‌بندی</translation>
        </message>
        <message>
            <source>Frozen, no. {n}</source>
            <translation>نهایی، شمارهٔ {n}</translation>
        </message>
        <message>
            <source>Go to the comments</source>
            <translation>رفتن به نظرها</translation>
        </message>
        <message>
            <source>Internal summing-up of {title}</source>
            <translation>نسخهٔ داخلی گزارش جمع‌بندی {title}</translation>
        </message>
        <message>
            <source>Invite experts…</source>
            <translation>دعوت از صاحب‌نظران…</translation>
        </message>
        <message>
            <source>It says for each provision which comments came, what was decided and what was changed. It names no sender and stays as it is; a later decision takes a new one.</source>
            <translation>برای هر ماده یا بند می‌گوید چه نظرهایی رسید، چه تصمیمی گرفته شد و چه تغییری کرد. نام فرستنده ندارد و تغییر نمی‌کند؛ تصمیم بعدی گزارش جدید می‌خواهد.</translation>
        </message>
        <message>
            <source>Later end (empty: the earliest lawful day)</source>
            <translation>پایان دیرتر (خالی: نخستین روز قانونی)</translation>
        </message>
        <message>
            <source>Leave the window closed</source>
            <translation>بسته ماندن مهلت</translation>
        </message>
        <message>
            <source>Letter {number} of {day}</source>
            <translation>نامهٔ شمارهٔ {number} به تاریخ {day}</translation>
        </message>
        <message>
            <source>Look through the changes</source>
            <translation>مرور تغییرها</translation>
        </message>
        <message>
            <source>Making the publishing package…</source>
            <translation>بستهٔ انتشار ساخته می‌شود…</translation>
        </message>
        <message>
            <source>More steps</source>
            <extracomment>Steps that end something; they are always in the "more" menu. The user asks for the summing-up, or for the publishing package. The user asks for the invitations of experts. The user asks for the notice of the consultation. The user asks for what a condition of the gate still misses; emitted with its rule. The user asks for the conditions with the changes since the publication. The reason why the person, despite a reviewer's role, may not review this instrument.</extracomment>
            <translation>گام‌های دیگر</translation>
        </message>
        <message>
            <source>Name what carries them</source>
            <translation>ثبت محل درج</translation>
        </message>
        <message>
            <source>New last day</source>
            <translation>روز پایان جدید</translation>
        </message>
        <message>
            <source>Not frozen yet</source>
            <translation>هنوز نهایی نشده</translation>
        </message>
        <message>
            <source>Nothing is missing for the next step</source>
            <translation>برای گام بعد چیزی کم نیست</translation>
        </message>
        <message>
            <source>Notice to the public (may be empty)</source>
            <translation>متن اطلاعیه برای مردم (اختیاری)</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <extracomment>The prefix of a step's name in the key of its unsaved form. Steps that only need a reason. Steps that set the last day of a window. The field that a refusal is about, by its rule or by the name of the invalid value; others stand at the foot.</extracomment>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Number of the letter (empty: the next one of the office)</source>
            <translation>شمارهٔ نامه (خالی: شمارهٔ بعدی اداره)</translation>
        </message>
        <message>
            <source>Open again until the first working day</source>
            <translation>بازگشایی مهلت تا نخستین روز کاری</translation>
        </message>
        <message>
            <source>Open again until {day}</source>
            <extracomment>The order of the steps; the first available one is the next step. States in which the text may differ from the one that the public read. The steps after which the window is open.</extracomment>
            <translation>بازگشایی مهلت تا {day}</translation>
        </message>
        <message>
            <source>Other forms</source>
            <translation>شکل‌های دیگر</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>فایل PDF</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Promulgate</source>
            <translation>ابلاغ</translation>
        </message>
        <message>
            <source>Publishing package…</source>
            <translation>بستهٔ انتشار…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Revision for the public</source>
            <translation>نسخه‌ای که منتشر می‌شود</translation>
        </message>
        <message>
            <source>Revision {n} on the {place}</source>
            <translation>نسخهٔ {n} در {place}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>ذخیره به صورت PDF</translation>
        </message>
        <message>
            <source>Save the summing-up</source>
            <translation>ذخیرهٔ گزارش جمع‌بندی</translation>
        </message>
        <message>
            <source>Show them one after the other</source>
            <translation>نمایش یکی پس از دیگری</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>ارسال</translation>
        </message>
        <message>
            <source>Summing-up</source>
            <translation>گزارش جمع‌بندی</translation>
        </message>
        <message>
            <source>Summing-up of {title}</source>
            <translation>گزارش جمع‌بندی {title}</translation>
        </message>
        <message>
            <source>Summing-up: {title}</source>
            <translation>گزارش جمع‌بندی: {title}</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>از سر گرفتن</translation>
        </message>
        <message>
            <source>Text and decisions can be changed again. It is declared ready anew, over a new summing-up.</source>
            <translation>متن و تصمیم‌ها دوباره قابل تغییر می‌شوند. اعلام آمادگی از نو و با گزارش جمع‌بندی جدید انجام می‌شود.</translation>
        </message>
        <message>
            <source>The changes since the publication are not listed yet; look through them.</source>
            <translation>تغییرهای پس از انتشار هنوز فهرست نشده است؛ آن‌ها را مرور کنید.</translation>
        </message>
        <message>
            <source>The opening of “{title}” was declined.</source>
            <translation>درخواست انتشار «{title}» رد شد.</translation>
        </message>
        <message>
            <source>The other form: with names, or for publication</source>
            <translation>نسخهٔ دیگر: با نام فرستندگان یا برای انتشار</translation>
        </message>
        <message>
            <source>The reason is published in the summing-up and stays in the history.</source>
            <translation>این دلیل در گزارش جمع‌بندی منتشر و در سوابق ثبت می‌شود.</translation>
        </message>
        <message>
            <source>The summing-up is frozen.</source>
            <translation>گزارش جمع‌بندی نهایی شده است.</translation>
        </message>
        <message>
            <source>The summing-up of “{title}” is frozen.</source>
            <translation>گزارش جمع‌بندی «{title}» نهایی شد.</translation>
        </message>
        <message>
            <source>The window begins today. Its end can be moved out, never in; the exposed text stays as it is.</source>
            <translation>مهلت از امروز آغاز می‌شود. پایان آن دیرتر می‌شود و زودتر نمی‌شود؛ متن منتشرشده دست نمی‌خورد.</translation>
        </message>
        <message>
            <source>The window ends at the end of {day}.</source>
            <translation>مهلت در پایان روز {day} تمام می‌شود.</translation>
        </message>
        <message>
            <source>The window is over.</source>
            <translation>مهلت تمام شده است.</translation>
        </message>
        <message>
            <source>The window is over; the amended text is written and the comments are decided.</source>
            <translation>مهلت تمام شده است؛ متن اصلاحی نوشته و دربارهٔ نظرها تصمیم گرفته می‌شود.</translation>
        </message>
        <message>
            <source>The window of “{title}” stays closed; the summing-up will say why.</source>
            <translation>مهلت «{title}» باز نمی‌شود؛ دلیل آن در گزارش جمع‌بندی می‌آید.</translation>
        </message>
        <message>
            <source>There is a revision behind the one that the public read.</source>
            <translation>پس از نسخهٔ منتشرشده نسخهٔ جدیدی هست.</translation>
        </message>
        <message>
            <source>To the same day of the next month, {day}: longer than {n} days</source>
            <translation>تا همین روز از ماه بعد، {day}، که از {n} روز بیشتر است</translation>
        </message>
        <message>
            <source>Why nothing is changed</source>
            <translation>چرا تغییری لازم نبود</translation>
        </message>
        <message>
            <source>With names</source>
            <translation>با نام فرستندگان</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>منتفی کردن</translation>
        </message>
        <message>
            <source>Withdrawn: {reason}</source>
            <translation>منتفی شد: {reason}</translation>
        </message>
        <message>
            <source>Word document</source>
            <translation>سند Word</translation>
        </message>
        <message>
            <source>approved by {who}</source>
            <translation>با تأیید {who}</translation>
        </message>
        <message>
            <source>asked for by {who}</source>
            <translation>به درخواست {who}</translation>
        </message>
        <message>
            <source>because of {reason} the end went on to {weekday}</source>
            <translation>پایان به دلیل تعطیلی {reason} به {weekday} رفت</translation>
        </message>
        <message>
            <source>holds</source>
            <translation>برقرار است</translation>
        </message>
        <message>
            <source>portal</source>
            <translation>درگاه الکترونیک</translation>
        </message>
        <message>
            <source>single window</source>
            <translation>پنجرهٔ واحد (وفا)</translation>
        </message>
        <message>
            <source>still missing</source>
            <translation>هنوز مانده است</translation>
        </message>
        <message>
            <source>the day of opening does not count</source>
            <translation>روز انتشار به حساب نمی‌آید</translation>
        </message>
        <message>
            <source>the weekend</source>
            <translation>آخر هفته</translation>
        </message>
        <message>
            <source>until {day} at least</source>
            <translation>دست‌کم تا {day}</translation>
        </message>
        <message>
            <source>{day}, the last day of the window, was declared closed ({name}) after amending began. Opened again today, the window ends at the end of {until}.</source>
            <translation>{day}، روز پایانی مهلت، پس از آغاز اصلاح تعطیل اعلام شد ({name}). اگر امروز دوباره باز شود، مهلت در پایان {until} تمام می‌شود.</translation>
        </message>
        <message>
            <source>{n} full days, to {day}</source>
            <translation>{n} روز کامل، تا {day}</translation>
        </message>
        <message>
            <source>“{title}” is in the state “{state}” now.</source>
            <translation>«{title}» اکنون در وضعیت «{state}» است.</translation>
        </message>
        <message>
            <source>“{title}” is open to the public until the end of {day}.</source>
            <translation>«{title}» تا پایان روز {day} در معرض نقد عموم است.</translation>
        </message>
    </context>
    <context>
        <name>Likeness</name>
        <message>
            <source>Add to this one</source>
            <translation>افزودن به همان</translation>
        </message>
        <message>
            <source>Campaign: over {count} petitions of {persons} persons</source>
            <translation>هم‌متن: بیش از {count} درخواست از {persons} نفر</translation>
        </message>
        <message>
            <source>Campaign: {count} petitions of {persons} persons</source>
            <translation>هم‌متن: {count} درخواست از {persons} نفر</translation>
        </message>
        <message>
            <source>Duplicate of</source>
            <translation>تکراری با</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>پیوند</translation>
        </message>
        <message>
            <source>Linked with {code}.</source>
            <translation>با {code} پیوند خورد.</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>تکراری نیست</translation>
        </message>
        <message>
            <source>Perhaps sent before</source>
            <extracomment>Debounce between the last change of the text and the search, in milliseconds. Largest number of cards that fit beside the form.</extracomment>
            <translation>شاید تکراری باشد</translation>
        </message>
        <message>
            <source>Put this one to it</source>
            <translation>افزودن به همان</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Registered with code {code}, as a duplicate of {other}.</source>
            <translation>با کد {code} ثبت شد، تکراری با {other}.</translation>
        </message>
        <message>
            <source>Remove the link</source>
            <translation>حذف پیوند</translation>
        </message>
        <message>
            <source>State, assignee, deadline and referrals will be what they were before it was put there; what was written since stays.</source>
            <translation>وضعیت، کارشناس، مهلت و ارجاع‌ها همان می‌شود که پیش از افزودن بود؛ نوشته‌های پس از آن می‌ماند.</translation>
        </message>
        <message>
            <source>Take it from the other one</source>
            <translation>جدا کردن از درخواست دیگر</translation>
        </message>
        <message>
            <source>Take it from there</source>
            <extracomment>Time a petition must be shown before the search for similar ones starts, in milliseconds.</extracomment>
            <translation>جدا کردن</translation>
        </message>
        <message>
            <source>The link with {code} is removed.</source>
            <translation>پیوند با {code} حذف شد.</translation>
        </message>
        <message>
            <source>The same as {code}.</source>
            <translation>همان درخواست {code} است.</translation>
        </message>
        <message>
            <source>Told again by phone or desk; the same as {code}.</source>
            <translation>دوباره گفته شد؛ همان درخواست {code} است.</translation>
        </message>
        <message>
            <source>campaign: {count} petitions of {persons} persons</source>
            <translation>هم‌متن: {count} درخواست از {persons} نفر</translation>
        </message>
        <message>
            <source>follows what you type</source>
            <translation>با نوشتن به‌روز می‌شود</translation>
        </message>
        <message>
            <source>linked</source>
            <translation>پیوند خورده</translation>
        </message>
        <message>
            <source>over {count} petitions of {persons} persons</source>
            <translation>هم‌متن: بیش از {count} درخواست از {persons} نفر</translation>
        </message>
        <message>
            <source>the same sender</source>
            <translation>همین فرستنده</translation>
        </message>
        <message>
            <source>{code} is no duplicate any more; everything is back in its place.</source>
            <translation>{code} دیگر تکراری نیست؛ همه‌چیز سر جای خود برگشت.</translation>
        </message>
        <message>
            <source>{code} is not pointed out here any more.</source>
            <translation>{code} دیگر اینجا نشان داده نمی‌شود.</translation>
        </message>
        <message>
            <source>{code} was put to this one</source>
            <translation>{code} به این درخواست افزوده شده است</translation>
        </message>
        <message>
            <source>{count} put to this one</source>
            <translation>{count} تکراری به این افزوده شده</translation>
        </message>
        <message>
            <source>{count} similar petitions</source>
            <translation>{count} درخواست همانند</translation>
        </message>
        <message>
            <source>{count} similar petitions, {own} of the same sender</source>
            <translation>{count} درخواست همانند، {own} از همین فرستنده</translation>
        </message>
        <message>
            <source>{percent}% alike</source>
            <translation>{percent}٪ همانند</translation>
        </message>
    </context>
    <context>
        <name>List file</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Action</source>
            <translation>اقدام</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>نشانی</translation>
        </message>
        <message>
            <source>After the window</source>
            <translation>پس از مهلت</translation>
        </message>
        <message>
            <source>Carried in provision</source>
            <translation>در ماده</translation>
        </message>
        <message>
            <source>Carried in revision</source>
            <translation>در نسخه</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>آخرین تغییر</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Closes</source>
            <translation>پایان مهلت</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>نظرها</translation>
        </message>
        <message>
            <source>Comments on {code}</source>
            <translation>نظرهای {code}</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>تصمیم‌گیرنده</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>انجام</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>پیش‌نویس‌ها</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>سررسید</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>فایل اکسل</translation>
        </message>
        <message>
            <source>Experts and stakeholders</source>
            <translation>صاحب‌نظران و ذی‌نفعان</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>زمینه‌های تخصص</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>پایان کار</translation>
        </message>
        <message>
            <source>From another sender</source>
            <translation>از فرستندهٔ دیگر</translation>
        </message>
        <message>
            <source>Further texts of a petition</source>
            <translation>نوشته‌های بعدی یک درخواست</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>History</source>
            <translation>سوابق</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>اقدام‌های اصلاحی</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>جمع</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>موضوع‌ها</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Known since</source>
            <translation>آشنا از</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>ایجاد</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>ایجادکننده</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>تلفن همراه</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Number elsewhere</source>
            <translation>شماره در سامانه مبدأ</translation>
        </message>
        <message>
            <source>Number in the register</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>Offered for invitations</source>
            <translation>دعوت می‌شود</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>آغاز مهلت</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>سازمان</translation>
        </message>
        <message>
            <source>Out of sight because</source>
            <translation>دلیل پنهان‌شدن</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>Overdue petitions</source>
            <translation>درخواست‌های معوق</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Petitions that led to it</source>
            <translation>درخواست‌های موجب آن</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>ماده</translation>
        </message>
        <message>
            <source>Public comments</source>
            <translation>نظرهای مردم</translation>
        </message>
        <message>
            <source>Quoted phrase</source>
            <translation>عبارت نقل‌شده</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>پایان رسیدگی</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>نسخه‌ها</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>فرستنده</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>Text with commas</source>
            <translation>متن جداشده با ویرگول (CSV)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>Track</source>
            <translation>مسیر</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <extracomment>Rows per database query. Pages whose identifiers are read together: one event for so many. The maximum depth of a search: an export is not limited to the first results.</extracomment>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>بی‌تصمیم</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>نتیجهٔ اقدام</translation>
        </message>
        <message>
            <source>Why the text stays</source>
            <translation>دلیل تغییرنکردن متن</translation>
        </message>
        <message>
            <source>With</source>
            <translation>در دست</translation>
        </message>
        <message>
            <source>Write the list into a file</source>
            <translation>ذخیرهٔ فهرست در فایل</translation>
        </message>
        <message>
            <source>Write the list into a file…</source>
            <extracomment>Writes the list into the file, and returns the number of rows.</extracomment>
            <translation>ذخیرهٔ فهرست در فایل…</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>نویسنده</translation>
        </message>
        <message>
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <source>{list} {day}</source>
            <translation>{list} {day}</translation>
        </message>
        <message>
            <source>{name} (Gregorian)</source>
            <extracomment>Datetimes are timezone-aware, dates are days in Tehran; None for unknown. An identifier, always written as text.</extracomment>
            <translation>{name} (میلادی)</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <source>After {minutes} minutes</source>
            <translation>پس از {minutes} دقیقه</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>تغییر گذرواژه</translation>
        </message>
        <message>
            <source>Change my password</source>
            <translation>تغییر گذرواژهٔ من</translation>
        </message>
        <message>
            <source>Change my password…</source>
            <translation>تغییر گذرواژهٔ من…</translation>
        </message>
        <message>
            <source>Enter the password that you have now.</source>
            <translation>گذرواژهٔ فعلی خود را وارد کنید.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Lock by itself</source>
            <translation>قفل خودکار</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>قفل کردن</translation>
        </message>
        <message>
            <source>Locked. Everything stays as you left it.</source>
            <translation>قفل است. همه چیز همان‌طور که بود می‌ماند.</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>هرگز</translation>
        </message>
        <message>
            <source>Password now</source>
            <translation>گذرواژهٔ فعلی</translation>
        </message>
        <message>
            <source>Sign out all the same</source>
            <translation>خروج بدون ذخیره</translation>
        </message>
        <message>
            <source>Something that was typed is not saved; whoever signs out loses it.</source>
            <translation>متنی نوشته شده که ذخیره نشده است؛ با خروج از دست می‌رود.</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>ماندن</translation>
        </message>
        <message>
            <source>The password is wrong.</source>
            <translation>گذرواژه درست نیست.</translation>
        </message>
        <message>
            <source>The password that you have now is another one.</source>
            <translation>گذرواژهٔ فعلی درست نیست.</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Wait {seconds} seconds.</source>
            <translation>گذرواژه چند بار نادرست بود. {seconds} ثانیه صبر کنید.</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>بازکردن قفل</translation>
        </message>
        <message>
            <source>Your password was changed.</source>
            <translation>گذرواژهٔ شما تغییر کرد.</translation>
        </message>
    </context>
    <context>
        <name>Macros</name>
        <message>
            <source>Add a step</source>
            <translation>افزودن گام</translation>
        </message>
        <message>
            <source>Answer or reason; {name}, {code}, {unit} and {clerk} are filled</source>
            <translation>پاسخ یا دلیل؛ {name}، {code}، {unit} و {clerk} پر می‌شوند</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Change a macro</source>
            <translation>تغییر یک دستور پی‌درپی</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>اجرا</translation>
        </message>
        <message>
            <source>End as “{outcome}”: {text}</source>
            <translation>پایان با «{outcome}»: {text}</translation>
        </message>
        <message>
            <source>Enter shows what it would do, before it does it.</source>
            <translation>با Enter نخست نشان داده می‌شود که چه می‌کند.</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>برای چه کسی</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>کلید</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <source>Label: {name}</source>
            <translation>برچسب: {name}</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>دستور پی‌درپی</translation>
        </message>
        <message>
            <source>Macro: {name}</source>
            <translation>دستور پی‌درپی: {name}</translation>
        </message>
        <message>
            <source>Macros</source>
            <translation>دستورهای پی‌درپی</translation>
        </message>
        <message>
            <source>Move the step down</source>
            <translation>بردن گام به پایین</translation>
        </message>
        <message>
            <source>Move the step up</source>
            <translation>بردن گام به بالا</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Name of a macro</source>
            <translation>نام دستور پی‌درپی</translation>
        </message>
        <message>
            <source>New macro: {typed}</source>
            <translation>دستور جدید: {typed}</translation>
        </message>
        <message>
            <source>Note for colleagues</source>
            <translation>یادداشت برای همکاران</translation>
        </message>
        <message>
            <source>Note: {text}</source>
            <extracomment>The first requires another petition; the second results from a conversion only. Number of visible rows of the list.</extracomment>
            <translation>یادداشت: {text}</translation>
        </message>
        <message>
            <source>Nothing is done as long as one step cannot be.</source>
            <translation>تا یک گام شدنی نباشد هیچ کاری انجام نمی‌شود.</translation>
        </message>
        <message>
            <source>Nothing is done yet; add the first step.</source>
            <translation>هنوز گامی نیست؛ نخستین گام را بیفزایید.</translation>
        </message>
        <message>
            <source>Put a label on</source>
            <translation>زدن برچسب</translation>
        </message>
        <message>
            <source>Reason beside the answer</source>
            <translation>دلیل در کنار پاسخ</translation>
        </message>
        <message>
            <source>Refer to {unit}: {text}</source>
            <translation>ارجاع به {unit}: {text}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Remove the step</source>
            <translation>حذف گام</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>ذخیره</translation>
        </message>
        <message>
            <source>Steps, the first one first</source>
            <translation>گام‌ها، به ترتیب انجام</translation>
        </message>
        <message>
            <source>Take a label off</source>
            <translation>حذف برچسب</translation>
        </message>
        <message>
            <source>Take off: {name}</source>
            <translation>حذف برچسب: {name}</translation>
        </message>
        <message>
            <source>The macro “{name}” was removed.</source>
            <translation>دستور «{name}» حذف شد.</translation>
        </message>
        <message>
            <source>The macro “{name}” was saved.</source>
            <translation>دستور «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>The macro “{name}” was saved; its key is {key}.</source>
            <translation>دستور «{name}» ذخیره شد؛ کلیدش {key} است.</translation>
        </message>
        <message>
            <source>There are no macros yet; type the name of the first.</source>
            <translation>هنوز دستوری نیست؛ نام نخستین را بنویسید.</translation>
        </message>
        <message>
            <source>for everybody in {unit}</source>
            <translation>برای همه در {unit}</translation>
        </message>
        <message>
            <source>for me alone</source>
            <translation>تنها برای من</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>بی‌کلید</translation>
        </message>
        <message>
            <source>not there any more</source>
            <translation>دیگر وجود ندارد</translation>
        </message>
        <message>
            <source>{code} is as it was before; notes stay.</source>
            <translation>{code} به همان حال پیشین بازگشت؛ یادداشت‌ها می‌مانند.</translation>
        </message>
        <message>
            <source>“{name}” done to {code}.</source>
            <translation>«{name}» روی {code} انجام شد.</translation>
        </message>
    </context>
    <context>
        <name>Matter</name>
        <message>
            <source>Comments on a draft</source>
            <translation>نظر دربارهٔ پیش‌نویس</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
    </context>
    <context>
        <name>Message</name>
        <message>
            <source>Answer to your petition {code}</source>
            <translation>پاسخ درخواست {code}</translation>
        </message>
        <message>
            <source>Answer to your petition {code}:
{reply}
{office}</source>
            <translation>پاسخ درخواست {code}:
{reply}
{office}</translation>
        </message>
        <message>
            <source>How satisfied are you with petition {code}?</source>
            <translation>از رسیدگی به درخواست {code} چقدر راضی هستید؟</translation>
        </message>
        <message>
            <source>To go on with your petition {code} we need to hear from you. Please call {phone}.
{office}</source>
            <translation>ادامهٔ رسیدگی به درخواست {code} نیازمند تماس شماست. لطفاً با {phone} تماس بگیرید.
{office}</translation>
        </message>
        <message>
            <source>What became of your comment on “{draft}”</source>
            <translation>نتیجهٔ نظر شما دربارهٔ «{draft}»</translation>
        </message>
        <message>
            <source>With greetings and respect,
Thank you for your comment on the draft “{draft}”. It was decided: {decision}.
Reason: {reason}
The change is in {provision}.
It was: {old}
It is now: {new}
All decisions with their reasons: {link}
Questions: {phone}
{office}</source>
            <translation>با سلام و احترام
از نظر شما دربارهٔ پیش‌نویس «{draft}» سپاسگزاریم. تصمیم دربارهٔ این نظر: {decision}.
دلیل: {reason}
تغییر در {provision} آمده است.
متن پیشین: {old}
متن کنونی: {new}
همهٔ تصمیم‌ها و دلیل‌ها: {link}
پرسش: {phone}
{office}</translation>
        </message>
        <message>
            <source>Your comment on “{draft}”: {decision}.
{reason}
More: {link}
{office}</source>
            <translation>نظر شما دربارهٔ «{draft}»: {decision}.
{reason}
بیشتر: {link}
{office}</translation>
        </message>
        <message>
            <source>Your petition was registered, tracking code {code}</source>
            <translation>ثبت درخواست شما، کد رهگیری {code}</translation>
        </message>
        <message>
            <source>Your petition {code} is being worked on</source>
            <translation>آغاز رسیدگی به درخواست {code}</translation>
        </message>
        <message>
            <source>Your petition {code} is being worked on.
{office}</source>
            <translation>رسیدگی به درخواست {code} آغاز شد.
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} is closed</source>
            <translation>پایان رسیدگی به درخواست {code}</translation>
        </message>
        <message>
            <source>Your petition {code} is closed. How satisfied are you? Please answer with one digit, from 1 (not at all) to 5 (very much).
{office}</source>
            <translation>رسیدگی به درخواست {code} پایان یافت. چقدر راضی هستید؟ لطفاً با یک رقم پاسخ دهید، از ۱ (اصلاً) تا ۵ (کاملاً).
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} is closed: {outcome}.
Questions: {phone}
{office}</source>
            <translation>رسیدگی به درخواست {code} پایان یافت: {outcome}.
پرسش: {phone}
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} is taken up again</source>
            <translation>بازگشایی درخواست {code}</translation>
        </message>
        <message>
            <source>Your petition {code} is taken up again.
{office}</source>
            <translation>رسیدگی به درخواست {code} از سر گرفته شد.
{office}</translation>
        </message>
        <message>
            <source>Your petition {code} waits for you</source>
            <translation>درخواست {code} در انتظار شماست</translation>
        </message>
        <message>
            <source>Your {kind} was registered on {received}.
Tracking code: {code}
{office}</source>
            <translation>{kind} شما در {received} ثبت شد.
کد رهگیری: {code}
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
با سلام و احترام
دربارهٔ {kind} شما با موضوع «{subject}» و کد رهگیری {code} به آگاهی می‌رسد:
{reply}
برای توضیح بیشتر می‌توانید با {phone} تماس بگیرید و کد رهگیری را بگویید.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
To go on with your {kind} about “{subject}” with tracking code {code} we need to hear from you.
Please call {phone} and name the tracking code.
{office}</source>
            <translation>{name}
با سلام و احترام
ادامهٔ رسیدگی به {kind} شما با موضوع «{subject}» و کد رهگیری {code} نیازمند تماس شماست.
لطفاً با {phone} تماس بگیرید و کد رهگیری را بگویید.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” was registered on {received}. To follow it up, please keep the tracking code: {code}
Follow-up by telephone: {phone}
{office}</source>
            <translation>{name}
با سلام و احترام
{kind} شما با موضوع «{subject}» در {received} ثبت شد. برای پیگیری، کد رهگیری را نگه دارید: {code}
پیگیری تلفنی: {phone}
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is being worked on in {unit}.
{office}</source>
            <translation>{name}
با سلام و احترام
{kind} شما با موضوع «{subject}» و کد رهگیری {code} در {unit} در دست رسیدگی است.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is closed.
How satisfied are you with how it was handled? Please answer this e-mail with one digit, from 1 (not at all) to 5 (very much).
{office}</source>
            <translation>{name}
با سلام و احترام
رسیدگی به {kind} شما دربارهٔ «{subject}» با کد رهگیری {code} پایان یافت.
از رسیدگی چقدر راضی هستید؟ لطفاً به همین رایانامه با یک رقم پاسخ دهید، از ۱ (اصلاً) تا ۵ (کاملاً).
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is closed: {outcome}.
For an explanation you can call {phone} and name the tracking code.
{office}</source>
            <translation>{name}
با سلام و احترام
رسیدگی به {kind} شما با موضوع «{subject}» و کد رهگیری {code} پایان یافت: {outcome}.
برای توضیح می‌توانید با {phone} تماس بگیرید و کد رهگیری را بگویید.
{office}</translation>
        </message>
        <message>
            <source>{name}
With greetings and respect,
Your {kind} about “{subject}” with tracking code {code} is taken up again. You will be told the result.
{office}</source>
            <translation>{name}
با سلام و احترام
رسیدگی به {kind} شما با موضوع «{subject}» و کد رهگیری {code} از سر گرفته شد. نتیجه به شما اعلام می‌شود.
{office}</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>بستن پیام</translation>
        </message>
        <message>
            <source>The database is away: nothing was sent. What you typed stays; send it when the connection is back.</source>
            <translation>پایگاه داده در دسترس نیست؛ چیزی فرستاده نشد. نوشته‌تان می‌ماند؛ پس از برقراری ارتباط آن را بفرستید.</translation>
        </message>
        <message>
            <source>Undo</source>
            <extracomment>How long a message about something done stays, in milliseconds: time to read it and to reach undo. The width that the bar needs beside the sentence, in pixels: icon, undo, cross.</extracomment>
            <translation>لغو این کار</translation>
        </message>
    </context>
    <context>
        <name>MessageKind</name>
        <message>
            <source>Answer</source>
            <translation>پاسخ</translation>
        </message>
        <message>
            <source>Closed without an answer</source>
            <translation>بسته شدن بدون پاسخ</translation>
        </message>
        <message>
            <source>Question about satisfaction</source>
            <translation>پرسش رضایت</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>ثبت درخواست</translation>
        </message>
        <message>
            <source>Taken on</source>
            <translation>آغاز رسیدگی</translation>
        </message>
        <message>
            <source>Taken up again</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>Waiting for the petitioner</source>
            <translation>در انتظار متقاضی</translation>
        </message>
        <message>
            <source>What became of a comment</source>
            <translation>نتیجهٔ نظر</translation>
        </message>
    </context>
    <context>
        <name>MessageReason</name>
        <message>
            <source>No mail goes to this address.</source>
            <translation>به این نشانی رایانامه‌ای نمی‌رسد.</translation>
        </message>
        <message>
            <source>The addressee cannot be reached by this way.</source>
            <translation>گیرنده از این راه در دسترس نیست.</translation>
        </message>
        <message>
            <source>The personal data of the petition was masked.</source>
            <translation>دادهٔ شخصی درخواست پوشانده شده است.</translation>
        </message>
    </context>
    <context>
        <name>MessageState</name>
        <message>
            <source>Arrived</source>
            <translation>رسید</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>نرسید</translation>
        </message>
        <message>
            <source>Did not arrive, made again</source>
            <translation>نرسید؛ دوباره ساخته شد</translation>
        </message>
        <message>
            <source>Going out</source>
            <translation>در حال ارسال</translation>
        </message>
        <message>
            <source>Taken back before it went out</source>
            <translation>پیش از ارسال پس گرفته شد</translation>
        </message>
        <message>
            <source>Waits to go out</source>
            <translation>در نوبت ارسال</translation>
        </message>
        <message>
            <source>Went out</source>
            <translation>فرستاده شد</translation>
        </message>
    </context>
    <context>
        <name>Monthly report</name>
        <message>
            <source>Action</source>
            <translation>اقدام</translation>
        </message>
        <message>
            <source>Against the period before and last year</source>
            <translation>مقایسه با دورهٔ قبل و دورهٔ مشابه سال قبل</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>بر پایهٔ داده‌های</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
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
            <source>Comments by disposition</source>
            <translation>نظرها به تفکیک تصمیم</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>شمارش‌شده</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Day or month</source>
            <translation>روز یا ماه</translation>
        </message>
        <message>
            <source>Days and months</source>
            <translation>روزها و ماه‌ها</translation>
        </message>
        <message>
            <source>Decree</source>
            <translation>تصویب‌نامه</translation>
        </message>
        <message>
            <source>Digest of the history up to event {event}: {head}</source>
            <translation>کد صحت سوابق تا رویداد {event}: {head}</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Draft: not issued</source>
            <translation>پیش‌نویس: صادر نشده</translation>
        </message>
        <message>
            <source>Dwell</source>
            <translation>ماندن نزد واحدها</translation>
        </message>
        <message>
            <source>Edition {edition}, in place of edition {replaces}: {reason}</source>
            <translation>ویرایش {edition}، به جای ویرایش {replaces}: {reason}</translation>
        </message>
        <message>
            <source>Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.</source>
            <translation>میانهٔ زمان رسیدگی {median} روز و صدک نودم آن {ninetieth} روز بود.</translation>
        </message>
        <message>
            <source>Hash of the figures (SHA-256): {hash}</source>
            <translation>کد صحت ارقام (SHA-256): {hash}</translation>
        </message>
        <message>
            <source>How long petitions lay with each unit</source>
            <translation>ماندن درخواست‌ها نزد هر واحد</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>اقدام‌های اصلاحی</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Issued without a seal: there was no signing key where it was issued.</source>
            <translation>بدون مُهر صادر شده است: آنجا که صادر شد کلید امضا نبود.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>Late at the end</source>
            <translation>معوق در پایان</translation>
        </message>
        <message>
            <source>Lateness</source>
            <translation>تأخیر</translation>
        </message>
        <message>
            <source>Left the unit</source>
            <translation>بیرون‌رفته</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>امتیاز</translation>
        </message>
        <message>
            <source>Mark {mark}</source>
            <translation>امتیاز {mark}</translation>
        </message>
        <message>
            <source>Median (days)</source>
            <translation>میانه (روز)</translation>
        </message>
        <message>
            <source>Monthly report</source>
            <translation>گزارش ماهانه</translation>
        </message>
        <message>
            <source>Monthly report on public participation</source>
            <extracomment>Height of the space for a signature. Side of the code of the seal, in points.</extracomment>
            <translation>گزارش ماهانهٔ مشارکت مردمی</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Name and signature</source>
            <translation>نام و امضا</translation>
        </message>
        <message>
            <source>Ninth tenth (days)</source>
            <translation>صدک ۹۰ (روز)</translation>
        </message>
        <message>
            <source>No draft was open to the public in this period.</source>
            <translation>در این دوره پیش‌نویسی در معرض نقد نبود.</translation>
        </message>
        <message>
            <source>No improvement action was open in this period.</source>
            <translation>در این دوره اقدام اصلاحی بازی نبود.</translation>
        </message>
        <message>
            <source>No petition left a unit in this period.</source>
            <translation>در این دوره درخواستی از واحدی بیرون نرفت.</translation>
        </message>
        <message>
            <source>Nobody was asked in this period.</source>
            <translation>در این دوره از کسی پرسیده نشد.</translation>
        </message>
        <message>
            <source>Not yet referred</source>
            <translation>ارجاع‌نشده</translation>
        </message>
        <message>
            <source>Nothing was late in this period.</source>
            <translation>در این دوره درخواست معوقی نبود.</translation>
        </message>
        <message>
            <source>Notices without a reply</source>
            <translation>درخواست‌های بدون پاسخ</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Of open and resolved</source>
            <translation>از باز و رسیدگی‌شده</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>آغاز</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>بخش</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>دوره</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Petitions by channel</source>
            <translation>درخواست‌ها به تفکیک راه دریافت</translation>
        </message>
        <message>
            <source>Petitions by kind</source>
            <translation>درخواست‌ها به تفکیک نوع</translation>
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
            <source>Quarterly report on public participation</source>
            <translation>گزارش سه‌ماههٔ مشارکت مردمی</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>Received and resolved in twelve months</source>
            <translation>رسیده و رسیدگی‌شده در دوازده ماه</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <extracomment>The names of disposition in the order of the table; `undecided` stands for none. Of somebody who may be missing. What readers are told before the table, and instead of it.</extracomment>
            <translation>رسیده و رسیدگی‌شده در هر روز</translation>
        </message>
        <message>
            <source>Report on public participation</source>
            <translation>گزارش مشارکت مردمی</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>رسیدگی‌شده</translation>
        </message>
        <message>
            <source>Resolved late</source>
            <translation>رسیدگی پس از مهلت</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>خدمت</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>سهم</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>That is as many as in the month before.</source>
            <translation>تعداد درخواست‌های دریافتی نسبت به ماه قبل تغییری نکرده است.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the month before.</source>
            <translation>درخواست‌های دریافتی نسبت به ماه قبل {percent} درصد کاهش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the month before.</source>
            <translation>درخواست‌های دریافتی نسبت به ماه قبل {percent} درصد افزایش یافته است.</translation>
        </message>
        <message>
            <source>The code is the signed seal of the history, for the second custodian.</source>
            <translation>این رمزینه مُهر امضاشدهٔ سوابق است، برای امین دوم.</translation>
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
            <source>Until</source>
            <translation>تا</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>مهلت نقد</translation>
        </message>
        <message>
            <source>Yearly report on public participation</source>
            <translation>گزارش سالانهٔ مشارکت مردمی</translation>
        </message>
        <message>
            <source>accessible petitions</source>
            <translation>درخواست‌های در دسترس</translation>
        </message>
        <message>
            <source>accessible petitions of {units}</source>
            <translation>درخواست‌های در دسترس {units}</translation>
        </message>
        <message>
            <source>all units</source>
            <translation>همهٔ واحدها</translation>
        </message>
        <message>
            <source>done</source>
            <translation>انجام‌شده</translation>
        </message>
        <message>
            <source>done {day}</source>
            <translation>انجام شد {day}</translation>
        </message>
        <message>
            <source>late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>when it is issued</source>
            <translation>پس از صدور</translation>
        </message>
        <message>
            <source>{asked} were asked how satisfied they are; nobody answered.</source>
            <translation>از {asked} متقاضی دربارهٔ رضایت پرسیده شد؛ پاسخی نرسید.</translation>
        </message>
        <message>
            <source>{asked} were asked how satisfied they are; {answered} answered ({share}).</source>
            <translation>از {asked} متقاضی دربارهٔ رضایت پرسیده شد؛ {answered} پاسخ رسید ({share}).</translation>
        </message>
        <message>
            <source>{count} petitioners answered; the mean is {mean} of 5.</source>
            <translation>{count} متقاضی پاسخ دادند؛ میانگین {mean} از ۵ است.</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}، ساعت {time}</translation>
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
            <translation>ادامهٔ کار</translation>
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
            <translation>برگشت برای اصلاح</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <translation>فرستادن برای تأیید</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>به‌عهده گرفتن</translation>
        </message>
        <message>
            <source>Wait for petitioner</source>
            <translation>انتظار</translation>
        </message>
    </context>
    <context>
        <name>NotTold</name>
        <message>
            <source>came, or was decided, after the summing-up</source>
            <translation>نظر یا تصمیم پس از گزارش جمع‌بندی است</translation>
        </message>
        <message>
            <source>is told the same by another message</source>
            <translation>همین پاسخ با پیام دیگری به آن‌ها می‌رسد</translation>
        </message>
        <message>
            <source>left a number or an address that cannot be reached</source>
            <translation>شماره یا نشانی آن‌ها قابل استفاده نیست</translation>
        </message>
        <message>
            <source>left no number and no address</source>
            <translation>شماره یا نشانی نگذاشته‌اند</translation>
        </message>
        <message>
            <source>messages of this way are off until an administrator switches them on</source>
            <translation>این نوع پیام تا روشن شدن از سوی راهبر سامانه خاموش است</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>تکمیل</translation>
        </message>
        <message>
            <source>Complete the identity</source>
            <translation>تکمیل مشخصات</translation>
        </message>
        <message>
            <source>Complete the identity of a notice…</source>
            <translation>تکمیل مشخصات درخواست بدون پاسخ…</translation>
        </message>
        <message>
            <source>Every petition gets a reply, whoever sent it.</source>
            <translation>هر درخواستی پاسخ دارد، هرکه فرستاده باشد.</translation>
        </message>
        <message>
            <source>I have said this to the caller</source>
            <translation>این را به تماس‌گیرنده گفتم</translation>
        </message>
        <message>
            <source>Its sender's identity is incomplete; no deadline runs.</source>
            <translation>مشخصات فرستنده ناقص است و مهلتی ندارد.</translation>
        </message>
        <message>
            <source>Kind of the petition</source>
            <translation>نوع درخواست</translation>
        </message>
        <message>
            <source>Kind or channel</source>
            <translation>نوع یا راه</translation>
        </message>
        <message>
            <source>Missing: {fields}. It is registered as a notice without a reply.</source>
            <translation>کم است: {fields}. بدون پاسخ ثبت می‌شود.</translation>
        </message>
        <message>
            <source>Missing: {fields}. Without it this is a notice. Read out loud:</source>
            <translation>کم است: {fields}. اگر داده نشود، بدون پاسخ ثبت می‌شود. بلند بخوانید:</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>شمارهٔ همراه</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>قاعدهٔ جدید</translation>
        </message>
        <message>
            <source>No notices</source>
            <translation>با مشخصات کامل</translation>
        </message>
        <message>
            <source>No reply</source>
            <translation>بدون پاسخ</translation>
        </message>
        <message>
            <source>Nothing is required</source>
            <translation>چیزی لازم نیست</translation>
        </message>
        <message>
            <source>Notices, which get no reply</source>
            <translation>بدون پاسخ (مشخصات ناقص)</translation>
        </message>
        <message>
            <source>Registered as a notice without a reply, with code {code}.</source>
            <translation>بدون پاسخ و با کد {code} ثبت شد.</translation>
        </message>
        <message>
            <source>Remove the rule</source>
            <translation>حذف قاعده</translation>
        </message>
        <message>
            <source>Required identity</source>
            <translation>مشخصات لازم</translation>
        </message>
        <message>
            <source>Required of the petitioner</source>
            <translation>مشخصات لازم متقاضی</translation>
        </message>
        <message>
            <source>The notice becomes an ordinary petition; its deadline counts from today.</source>
            <translation>پس از تکمیل، درخواست عادی می‌شود و مهلت آن از امروز شمرده می‌شود.</translation>
        </message>
        <message>
            <source>The rule “{rule}” was removed.</source>
            <translation>قاعدهٔ «{rule}» حذف شد.</translation>
        </message>
        <message>
            <source>The rule “{rule}” was saved.</source>
            <translation>قاعدهٔ «{rule}» ذخیره شد.</translation>
        </message>
        <message>
            <source>Where one of them is missing, the petition is received as a notice: it gets no reply and no deadline until the identity is completed. The most specific rule counts: kind and channel, kind, channel.</source>
            <translation>اگر یکی از این‌ها نباشد، درخواست بدون پاسخ ثبت می‌شود: تا تکمیل مشخصات نه پاسخ دارد و نه مهلت. دقیق‌ترین قاعده به کار می‌رود: نوع و راه، سپس نوع، سپس راه.</translation>
        </message>
        <message>
            <source>a notice, which gets no reply</source>
            <translation>مشخصات ناقص است و پاسخی داده نمی‌شود</translation>
        </message>
        <message>
            <source>are no notices</source>
            <translation>بدون پاسخ نیستند</translation>
        </message>
        <message>
            <source>are notices, which get no reply</source>
            <translation>بدون پاسخ هستند</translation>
        </message>
        <message>
            <source>every channel</source>
            <translation>هر راه دریافت</translation>
        </message>
        <message>
            <source>every kind</source>
            <translation>هر نوع</translation>
        </message>
        <message>
            <source>nothing is required</source>
            <translation>چیزی لازم نیست</translation>
        </message>
        <message>
            <source>{code} is an ordinary petition now, due on {day}.</source>
            <translation>{code} اکنون درخواست عادی است؛ مهلت آن {day} است.</translation>
        </message>
        <message>
            <source>{code} is an ordinary petition now.</source>
            <translation>{code} اکنون درخواست عادی است.</translation>
        </message>
        <message>
            <source>{field} (on file)</source>
            <translation>{field} (ثبت‌شده)</translation>
        </message>
        <message>
            <source>{field} (required)</source>
            <translation>{field} (لازم)</translation>
        </message>
        <message>
            <source>“Your identity is incomplete, so this is registered as a notice and gets no reply. When you give us the rest, with this tracking code, it becomes a petition and gets one.”</source>
            <extracomment>The fields of the identity that a petitioner who is known by number and name has on file.</extracomment>
            <translation>«چون مشخصات شما کامل نیست، سخن شما ثبت می‌شود ولی پاسخی به آن داده نمی‌شود. هر زمان با همین کد رهگیری مشخصات خود را کامل کنید، درخواست عادی می‌شود و پاسخ می‌گیرید.»</translation>
        </message>
    </context>
    <context>
        <name>Onto</name>
        <message>
            <source>a file</source>
            <translation>فایل</translation>
        </message>
        <message>
            <source>paper</source>
            <translation>کاغذ</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>assignee</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>day of resolution</source>
            <translation>روز رسیدگی</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>nearest deadline</source>
            <translation>نزدیک‌ترین مهلت</translation>
        </message>
        <message>
            <source>newest first</source>
            <translation>جدیدترین</translation>
        </message>
        <message>
            <source>oldest first</source>
            <translation>قدیمی‌ترین</translation>
        </message>
        <message>
            <source>outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <source>petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>registry number</source>
            <translation>شمارهٔ ثبت</translation>
        </message>
        <message>
            <source>state</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>what it is about</source>
            <translation>خدمت یا سندی که دربارهٔ آن است</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>0: nobody is asked. Petitions that were closed before are never asked about.</source>
            <translation>۰: پرسیده نمی‌شود. دربارهٔ درخواست‌هایی که پیش از روشن‌شدن پایان یافته‌اند هرگز پرسیده نمی‌شود.</translation>
        </message>
        <message>
            <source>A line that names what is not known is left out of the message.</source>
            <translation>سطری که متغیر آن مقداری ندارد، در پیام نمی‌آید.</translation>
        </message>
        <message>
            <source>A text message also to the mobile of who came by</source>
            <translation>پیامک به تلفن همراه کسانی هم که از این راه آمده‌اند</translation>
        </message>
        <message>
            <source>Address of the packages on the portal</source>
            <translation>نشانی بسته‌ها در درگاه</translation>
        </message>
        <message>
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>Article 6</source>
            <translation>ماده ۶</translation>
        </message>
        <message>
            <source>Being handed on: {done}</source>
            <translation>در حال تحویل: {done}</translation>
        </message>
        <message>
            <source>Bylaw on licences of cultural institutions</source>
            <translation>آیین‌نامهٔ صدور مجوز مؤسسات فرهنگی</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>انتخاب…</translation>
        </message>
        <message>
            <source>Code, kind, way or reason</source>
            <translation>کد، نوع، راه یا علت</translation>
        </message>
        <message>
            <source>Days for an answer</source>
            <translation>مهلت پاسخ (روز)</translation>
        </message>
        <message>
            <source>Days from closing to the question</source>
            <translation>چند روز پس از پایان رسیدگی پرسیده شود</translation>
        </message>
        <message>
            <source>Draft {code}</source>
            <translation>پیش‌نویس {code}</translation>
        </message>
        <message>
            <source>E-mails wait until it is set. The name beside it is the office's.</source>
            <translation>تا وارد نشود رایانامه‌ها در نوبت می‌مانند. نام فرستنده، نام اداره است.</translation>
        </message>
        <message>
            <source>Folder of the gateway</source>
            <translation>پوشهٔ درگاه پیام</translation>
        </message>
        <message>
            <source>Folder of the scheduled round</source>
            <translation>پوشهٔ دور زمان‌بندی‌شده</translation>
        </message>
        <message>
            <source>From now on nobody is asked how satisfied they are.</source>
            <translation>از این پس دربارهٔ رضایت پرسیده نمی‌شود.</translation>
        </message>
        <message>
            <source>Goes out by itself</source>
            <translation>خودکار فرستاده شود</translation>
        </message>
        <message>
            <source>Goes out when somebody tells the commenters</source>
            <translation>هنگام اعلام نتیجه به نظردهندگان فرستاده شود</translation>
        </message>
        <message>
            <source>Hand on now</source>
            <extracomment>The message states of each choice above the list; the last choice shows all. Problems of all messages, including those of petitions that an administrator cannot see.</extracomment>
            <translation>تحویل اکنون</translation>
        </message>
        <message>
            <source>How it goes out</source>
            <extracomment>Exceeds every limit of the office, for counting without truncation.</extracomment>
            <translation>چنین فرستاده می‌شود</translation>
        </message>
        <message>
            <source>In the whole office: {words}.</source>
            <translation>در همهٔ اداره: {words}.</translation>
        </message>
        <message>
            <source>Licence of a book</source>
            <translation>مجوز کتاب</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>پیام‌ها</translation>
        </message>
        <message>
            <source>Messages by kind and way</source>
            <extracomment>The key of the settings row, above the templates. The key of the settings of the question about satisfaction.</extracomment>
            <translation>پیام‌ها به تفکیک نوع و راه</translation>
        </message>
        <message>
            <source>Messages that are ready lie in {folder}, which is away.</source>
            <translation>پیام‌های آماده در {folder} است که در دسترس نیست.</translation>
        </message>
        <message>
            <source>Messages to petitioners</source>
            <translation>پیام به متقاضیان</translation>
        </message>
        <message>
            <source>Messages to the petitioner</source>
            <translation>پیام به متقاضی</translation>
        </message>
        <message>
            <source>Most segments of a text message</source>
            <translation>بیشترین بخش‌های یک پیامک</translation>
        </message>
        <message>
            <source>No messages here</source>
            <translation>پیامی اینجا نیست</translation>
        </message>
        <message>
            <source>Nobody is asked: neither text of this question goes out by itself yet.</source>
            <translation>فعلاً پرسیده نمی‌شود: هیچ‌یک از دو متن این پرسش خودکار فرستاده نمی‌شود. آن را در فهرست، زیر «پرسش رضایت»، روشن کنید.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>خاموش</translation>
        </message>
        <message>
            <source>On</source>
            <translation>روشن</translation>
        </message>
        <message>
            <source>Petition {code}</source>
            <translation>درخواست {code}</translation>
        </message>
        <message>
            <source>Question about satisfaction</source>
            <translation>پرسش رضایت</translation>
        </message>
        <message>
            <source>Read receipts …</source>
            <translation>خواندن رسید…</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>رسیدها</translation>
        </message>
        <message>
            <source>Receipts of messages</source>
            <translation>رسید پیام‌ها</translation>
        </message>
        <message>
            <source>Sender's address of e-mails</source>
            <translation>نشانی فرستندهٔ رایانامه</translation>
        </message>
        <message>
            <source>Sender, length, folder</source>
            <translation>فرستنده، درازا، پوشه</translation>
        </message>
        <message>
            <source>Settings of messages</source>
            <translation>تنظیمات پیام</translation>
        </message>
        <message>
            <source>Show the petition</source>
            <translation>نمایش درخواست</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>The licence was issued; collect it at the desk.</source>
            <translation>مجوز صادر شد؛ آن را از میز خدمت بگیرید.</translation>
        </message>
        <message>
            <source>The office answers within thirty days.</source>
            <translation>اداره ظرف سی روز پاسخ می‌دهد.</translation>
        </message>
        <message>
            <source>The office answers within twenty days, in writing and with reasons.</source>
            <translation>اداره ظرف بیست روز، کتبی و با ذکر دلیل پاسخ می‌دهد.</translation>
        </message>
        <message>
            <source>The settings of messages were saved.</source>
            <translation>تنظیمات پیام ذخیره شد.</translation>
        </message>
        <message>
            <source>The settings of the question were saved.</source>
            <translation>تنظیمات پرسش رضایت ذخیره شد.</translation>
        </message>
        <message>
            <source>The time was extended; a longer one would delay other applicants.</source>
            <translation>مهلت افزایش یافت؛ مهلت بیشتر، کار دیگر متقاضیان را به تأخیر می‌اندازد.</translation>
        </message>
        <message>
            <source>To {address}</source>
            <translation>به {address}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Try all of these again</source>
            <translation>تلاش دوباره برای همه</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>در نوبت</translation>
        </message>
        <message>
            <source>Went out {day} at {time}</source>
            <translation>فرستاده‌شده در {day} ساعت {time}</translation>
        </message>
        <message>
            <source>What comes later waits in quarantine, where it may still be counted.</source>
            <translation>پاسخی که دیرتر برسد در قرنطینه می‌ماند و آنجا می‌توان آن را شمرد.</translation>
        </message>
        <message>
            <source>What is longer is cut at a word; the tracking code stays whole.</source>
            <translation>متن بلندتر در مرز واژه کوتاه می‌شود؛ کد رهگیری کامل می‌ماند.</translation>
        </message>
        <message>
            <source>What petitioners are told by itself stands here, as far as you see their petitions. Which kinds go out is set under “Messages”.</source>
            <translation>پیام‌هایی که خودکار به متقاضیان فرستاده می‌شود، تا آنجا که درخواستشان را می‌بینید، اینجاست. نوع‌های پیام در «پیام‌ها» روشن می‌شود.</translation>
        </message>
        <message>
            <source>When it is asked, last day for an answer</source>
            <translation>هنگام پرسش و مهلت پاسخ</translation>
        </message>
        <message>
            <source>Which messages</source>
            <translation>کدام پیام‌ها</translation>
        </message>
        <message>
            <source>Who commented on a draft gets a link to its outcome page there: address, code of the draft, page. Empty: messages have no link.</source>
            <translation>نظردهندگان پیوند صفحهٔ نتیجه را دریافت می‌کنند: نشانی، کد پیش‌نویس، صفحه. اگر خالی باشد، پیام‌ها پیوند ندارند.</translation>
        </message>
        <message>
            <source>Who wrote is asked once how satisfied they are, with one digit from 1 to 5, when a petition of theirs is closed. The round that hands messages on asks; answers come in with text messages and e-mails.</source>
            <translation>پس از پایان رسیدگی به هر درخواست، یک بار از متقاضی پرسیده می‌شود که چقدر راضی است؛ پاسخ یک رقم از ۱ تا ۵ است. پرسش همراه با ارسال پیام‌ها فرستاده می‌شود و پاسخ‌ها با پیامک‌ها و رایانامه‌ها می‌رسند.</translation>
        </message>
        <message>
            <source>Whole it would be {count} segments; the office's most are {most}. It is cut at a word, the tracking code stays whole.</source>
            <translation>متن کامل {count} بخش است و حد اداره {most} بخش. در مرز واژه کوتاه می‌شود و کد رهگیری کامل می‌ماند.</translation>
        </message>
        <message>
            <source>With the longest values among the latest petitions</source>
            <translation>با بلندترین مقدارهای درخواست‌های اخیر</translation>
        </message>
        <message>
            <source>Written {day} at {time}</source>
            <translation>نوشته‌شده در {day} ساعت {time}</translation>
        </message>
        <message>
            <source>{count} cannot go out: see “Did not arrive”.</source>
            <translation>{count} پیام فرستادنی نیست: «نرسید» را ببینید.</translation>
        </message>
        <message>
            <source>{count} e-mails wait for a sender's address in the settings.</source>
            <translation>{count} رایانامه در انتظار نشانی فرستنده در تنظیمات است.</translation>
        </message>
        <message>
            <source>{count} e-mails wait for more than a day: there is no sender's address</source>
            <translation>{count} پیام رایانامه بیش از یک روز در انتظار است: نشانی فرستنده تعیین نشده است</translation>
        </message>
        <message>
            <source>{count} messages are ready and were not handed on in {folder}</source>
            <translation>{count} پیام آماده در {folder} تحویل نشده است</translation>
        </message>
        <message>
            <source>{count} messages to petitioners did not arrive</source>
            <translation>{count} پیام به متقاضیان نرسیده است</translation>
        </message>
        <message>
            <source>{count} messages wait for more than a day to be handed on</source>
            <translation>{count} پیام بیش از یک روز در انتظار تحویل است</translation>
        </message>
        <message>
            <source>{count} messages were handed on in {files} files.</source>
            <translation>{count} پیام در {files} فایل تحویل شد.</translation>
        </message>
        <message>
            <source>{count} petitioners are asked how satisfied they are.</source>
            <translation>از {count} متقاضی دربارهٔ رضایت پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>{count} segments, {units} characters, {left} left in the last segment ({single} in one, {several} in each of several)</source>
            <translation>{count} بخش، {units} نویسه، {left} جای خالی در بخش آخر (یک‌بخشی {single}، چندبخشی هر بخش {several})</translation>
        </message>
        <message>
            <source>{count} wait to go out once more.</source>
            <translation>{count} پیام دوباره در نوبت ارسال است.</translation>
        </message>
        <message>
            <source>{delivered} arrived, {failed} did not; {unknown} receipts name no message or say nothing.</source>
            <translation>{delivered} رسید، {failed} نرسید؛ {unknown} رسید نام هیچ پیامی را نمی‌برد یا وضعیتی نمی‌گوید.</translation>
        </message>
        <message>
            <source>{kind} by {way}</source>
            <translation>{way}: {kind}</translation>
        </message>
        <message>
            <source>{name} goes out by itself from now on.</source>
            <translation>از این پس {name} خودکار فرستاده می‌شود.</translation>
        </message>
        <message>
            <source>{name} goes out from now on when somebody tells the commenters.</source>
            <translation>{name} از این پس هنگام اعلام نتیجه به نظردهندگان فرستاده می‌شود.</translation>
        </message>
        <message>
            <source>{name} is saved and does not go out.</source>
            <translation>{name} ذخیره شد و فرستاده نمی‌شود.</translation>
        </message>
        <message>
            <source>{state}, {day} at {time}</source>
            <translation>{state}، {day} ساعت {time}</translation>
        </message>
        <message>
            <source>{waiting} wait to go out, {failed} did not arrive.</source>
            <translation>{waiting} در نوبت ارسال، {failed} نرسیده.</translation>
        </message>
        <message>
            <source>{what}: {reason}</source>
            <translation>{what}: {reason}</translation>
        </message>
        <message>
            <source>“mosharekat intake run” writes what waits there, and reads receipts from its folder “receipts”. Empty: nothing goes out by itself.</source>
            <translation>«mosharekat intake run» پیام‌های در نوبت را آنجا می‌نویسد و رسیدها را از پوشهٔ «receipts» آن می‌خواند. خالی: چیزی خودبه‌خود فرستاده نمی‌شود.</translation>
        </message>
        <message>
            <source>“{kind}” by {way}</source>
            <translation>{way} «{kind}»</translation>
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
            <source>Noted, without a reply</source>
            <translation>رسیدگی بدون پاسخ</translation>
        </message>
        <message>
            <source>Partly granted</source>
            <translation>تا حدی پذیرفته شد</translation>
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
            <source>Taken as a comment</source>
            <translation>ثبت به‌عنوان نظر</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>انصراف</translation>
        </message>
    </context>
    <context>
        <name>Outcomes</name>
        <message>
            <source>A reason is demanded</source>
            <translation>دلیل لازم است</translation>
        </message>
        <message>
            <source>Earlier petitions are called so too, in lists, history and reports.</source>
            <translation>درخواست‌های پیشین هم در فهرست‌ها، سابقه و گزارش‌ها به همین نام خوانده می‌شوند.</translation>
        </message>
        <message>
            <source>Further down</source>
            <translation>پایین‌تر</translation>
        </message>
        <message>
            <source>Further up</source>
            <translation>بالاتر</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>پنهان</translation>
        </message>
        <message>
            <source>Is offered when a petition is closed</source>
            <translation>هنگام پایان رسیدگی پیشنهاد شود</translation>
        </message>
        <message>
            <source>Law and statistics count by these outcomes: they are named, ordered and hidden, never removed.</source>
            <translation>قانون و آمار با همین نتیجه‌ها می‌شمارند: نام، ترتیب و نمایش آن‌ها تغییر می‌کند، اما حذف نمی‌شوند.</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>نام انگلیسی</translation>
        </message>
        <message>
            <source>Name in Persian</source>
            <translation>نام فارسی</translation>
        </message>
        <message>
            <source>One line beside the answer; colleagues read it in the history.</source>
            <translation>یک سطر در کنار پاسخ، که همکاران در سابقه می‌خوانند.</translation>
        </message>
        <message>
            <source>Outcomes of petitions</source>
            <translation>نتیجه‌های رسیدگی</translation>
        </message>
        <message>
            <source>Place {place}</source>
            <translation>جایگاه {place}</translation>
        </message>
        <message>
            <source>The outcome “{name}” was saved.</source>
            <translation>نتیجهٔ «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>The rules of the desk demand it: it cannot be switched off.</source>
            <translation>قاعده‌های رسیدگی آن را لازم می‌دانند و نمی‌توان آن را خاموش کرد.</translation>
        </message>
        <message>
            <source>with a reason</source>
            <translation>با دلیل</translation>
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
        <message>
            <source>The logo of the letterhead</source>
            <extracomment>A PNG or JPEG instead of the emblem; one that cannot be drawn is left out and reported.</extracomment>
            <translation>نشان سربرگ</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>اصلاح</translation>
        </message>
        <message>
            <source>Correct the petitioner's data</source>
            <translation>اصلاح دادهٔ متقاضی</translation>
        </message>
        <message>
            <source>Corrected in the register and in {count} petitions.</source>
            <translation>در فهرست متقاضیان و در {count} درخواست اصلاح شد.</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>اصلاح…</translation>
        </message>
        <message>
            <source>E-mail {number}</source>
            <translation>رایانامه {number}</translation>
        </message>
        <message>
            <source>Experts and stakeholders</source>
            <translation>صاحب‌نظران و ذی‌نفعان</translation>
        </message>
        <message>
            <source>Find a petitioner</source>
            <translation>یافتن متقاضی</translation>
        </message>
        <message>
            <source>Keep the wrong name out of the history of the correction</source>
            <translation>نام نادرست در سابقهٔ این اصلاح نیاید</translation>
        </message>
        <message>
            <source>Mobile {number}</source>
            <translation>همراه {number}</translation>
        </message>
        <message>
            <source>Name, mobile or national ID</source>
            <translation>نام، تلفن همراه یا کد ملی</translation>
        </message>
        <message>
            <source>National ID {number}</source>
            <translation>کد ملی {number}</translation>
        </message>
        <message>
            <source>Nobody has written yet</source>
            <translation>هنوز کسی ننوشته است</translation>
        </message>
        <message>
            <source>Nobody was found</source>
            <translation>کسی پیدا نشد</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Petitions</source>
            <extracomment>Asks to correct the data of the person.</extracomment>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Right e-mail</source>
            <translation>رایانامهٔ درست</translation>
        </message>
        <message>
            <source>Right mobile</source>
            <translation>تلفن همراه درست</translation>
        </message>
        <message>
            <source>Right name</source>
            <translation>نام درست</translation>
        </message>
        <message>
            <source>Right national ID</source>
            <translation>کد ملی درست</translation>
        </message>
        <message>
            <source>See them in the inbox</source>
            <translation>دیدن در کارتابل</translation>
        </message>
        <message>
            <source>Spelling does not matter; the last digits of a number are enough.</source>
            <translation>شیوهٔ نوشتن مهم نیست؛ رقم‌های پایانی شماره هم بس است.</translation>
        </message>
        <message>
            <source>What is left empty stays as it is; all petitions of the person get the rest.</source>
            <translation>آنچه خالی بماند تغییر نمی‌کند؛ بقیه در همهٔ درخواست‌های این شخص اصلاح می‌شود.</translation>
        </message>
        <message>
            <source>What the person wrote stays as it came.</source>
            <translation>متنی که خود شخص نوشته است همان‌گونه که رسیده می‌ماند.</translation>
        </message>
        <message>
            <source>Who asked for it, and how</source>
            <translation>درخواست‌کنندهٔ اصلاح و چگونگی درخواست</translation>
        </message>
        <message>
            <source>Whoever sends a petition stands here from then on.</source>
            <translation>هر کس درخواستی بفرستد از آن پس اینجا می‌آید.</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>از {day}</translation>
        </message>
        <message>
            <source>{count} petitioners</source>
            <translation>{count} متقاضی</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <source>first quarter of {year}</source>
            <translation>سه‌ماههٔ نخست {year}</translation>
        </message>
        <message>
            <source>fourth quarter of {year}</source>
            <translation>سه‌ماههٔ چهارم {year}</translation>
        </message>
        <message>
            <source>second quarter of {year}</source>
            <translation>سه‌ماههٔ دوم {year}</translation>
        </message>
        <message>
            <source>third quarter of {year}</source>
            <translation>سه‌ماههٔ سوم {year}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
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
        <name>Presence</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>{who} is editing</source>
            <translation>{who} در حال ویرایش</translation>
        </message>
        <message>
            <source>{who} is looking</source>
            <translation>{who} در حال مشاهده</translation>
        </message>
    </context>
    <context>
        <name>Publishing</name>
        <message>
            <source>About you (may be left empty)</source>
            <translation>دربارهٔ شما (می‌تواند خالی بماند)</translation>
        </message>
        <message>
            <source>Before it is promulgated, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</source>
            <translation>این پیش‌نویس پیش از ابلاغ در معرض نقد مردم قرار می‌گیرد و پس از دریافت نظرها اصلاح می‌شود؛ تصمیم دربارهٔ هر نظر و دلیل آن منتشر می‌شود.</translation>
        </message>
        <message>
            <source>Before it is sent on, this draft stands before the public. It is amended after the comments; what was decided on each of them, and why, is published.</source>
            <translation>این پیش‌نویس پیش از ارسال در معرض نقد مردم قرار می‌گیرد و پس از دریافت نظرها اصلاح می‌شود؛ تصمیم دربارهٔ هر نظر و دلیل آن منتشر می‌شود.</translation>
        </message>
        <message>
            <source>Call for comments: {title}</source>
            <translation>فراخوان نظر: {title}</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Comment {n}</source>
            <translation>نظر {n}</translation>
        </message>
        <message>
            <source>Comments</source>
            <extracomment>File digests in the format of `sha256sum -c`; the digest of this file is recorded in the audit log. Of the folder in which a package is made, and in it the earlier package, for a moment.</extracomment>
            <translation>نظرها</translation>
        </message>
        <message>
            <source>Comments until</source>
            <translation>مهلت نقد</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>فهرست</translation>
        </message>
        <message>
            <source>Digest of the published text: {digest}</source>
            <translation>کد صحت متن منتشرشده: {digest}</translation>
        </message>
        <message>
            <source>Feedback form</source>
            <translation>برگهٔ نظرخواهی</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>گروه‌ها</translation>
        </message>
        <message>
            <source>How to comment:</source>
            <translation>چگونه نظر بدهید:</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Link to {provision}</source>
            <translation>پیوند به {provision}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Names are not published.</source>
            <translation>نام‌ها منتشر نمی‌شود.</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>تاریخ انتشار</translation>
        </message>
        <message>
            <source>Place of publication</source>
            <translation>محل انتشار</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>ماده یا بند</translation>
        </message>
        <message>
            <source>Provisions</source>
            <translation>ماده‌ها و بندها</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>فرستادن</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>The text as a whole</source>
            <translation>کل متن</translation>
        </message>
        <message>
            <source>The text that stood before the public</source>
            <translation>متنی که در معرض نقد بود</translation>
        </message>
        <message>
            <source>The time for comments on this draft is over.</source>
            <translation>مهلت نقد این پیش‌نویس پایان یافته است.</translation>
        </message>
        <message>
            <source>The words that you mean (may be left empty)</source>
            <translation>عبارتی که منظور شماست (می‌تواند خالی بماند)</translation>
        </message>
        <message>
            <source>This draft is open to the critique of the public.</source>
            <translation>این پیش‌نویس در معرض نقد عموم است.</translation>
        </message>
        <message>
            <source>To the text</source>
            <extracomment>Hides what is for the open window, and shows what is for afterwards, once the window is over. Maximum lengths accepted by `intake.comment_rows`.</extracomment>
            <translation>رفتن به متن</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Which provision</source>
            <translation>دربارهٔ کدام ماده یا بند</translation>
        </message>
        <message>
            <source>Why it was opened again</source>
            <translation>علت بازگشایی مهلت</translation>
        </message>
        <message>
            <source>Write this in the column “ماده”</source>
            <translation>عبارت ستون «ماده»</translation>
        </message>
        <message>
            <source>You said, we did: what became of the comments before the draft was sent on</source>
            <translation>شما گفتید، ما انجام دادیم: نتیجهٔ نظرها پیش از ارسال پیش‌نویس</translation>
        </message>
        <message>
            <source>You said, we did: what became of the comments before the promulgation</source>
            <translation>شما گفتید، ما انجام دادیم: نتیجهٔ نظرها پیش از ابلاغ</translation>
        </message>
        <message>
            <source>Your comment</source>
            <translation>نظر شما</translation>
        </message>
        <message>
            <source>Your comment, and why</source>
            <translation>نظر شما و دلیل آن</translation>
        </message>
        <message>
            <source>by phone: {number}</source>
            <translation>با تلفن: {number}</translation>
        </message>
        <message>
            <source>by text message: {number}</source>
            <translation>با پیامک: {number}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>نسخهٔ {n}</translation>
        </message>
        <message>
            <source>the end of {day} ({n} full days; the day of publication does not count)</source>
            <translation>پایان {day} ({n} روز کامل؛ روز انتشار به حساب نمی‌آید)</translation>
        </message>
        <message>
            <source>with the feedback form, for the whole text or for a provision</source>
            <translation>با برگهٔ نظرخواهی، دربارهٔ کل متن یا یک ماده یا بند آن</translation>
        </message>
        <message>
            <source>{day}, which was to be the last day, was declared closed ({closure})</source>
            <translation>{day}، که روز پایانی مهلت بود، تعطیل اعلام شد ({closure})</translation>
        </message>
    </context>
    <context>
        <name>Purpose</name>
        <message>
            <source>For action</source>
            <translation>برای اقدام</translation>
        </message>
        <message>
            <source>For an opinion</source>
            <translation>جهت اظهارنظر</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>جهت اطلاع</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>A code has Latin letters, digits, dots, dashes or strokes, 30 at most: {value}.</source>
            <translation>کد از حرف لاتین، رقم، نقطه، خط تیره یا خط کج است و دست بالا ۳۰ نویسه: {value}.</translation>
        </message>
        <message>
            <source>A curly bracket in the field “{field}” belongs to no variable; open and close it.</source>
            <translation>در «{field}» ابروی تنها مانده است؛ آن را باز کنید و ببندید.</translation>
        </message>
        <message>
            <source>A macro refers, ends or archives once: one of these steps is too many.</source>
            <translation>هر دستور تنها یک بار ارجاع می‌دهد، پایان می‌دهد یا بایگانی می‌کند؛ یکی از این گام‌ها زیادی است.</translation>
        </message>
        <message>
            <source>A mobile number has eleven digits and begins with 09: {value}.</source>
            <translation>تلفن همراه یازده رقم است و با ۰۹ آغاز می‌شود: {value}.</translation>
        </message>
        <message>
            <source>A national ID has ten digits.</source>
            <translation>کد ملی ده رقم دارد.</translation>
        </message>
        <message>
            <source>A number has the year once and the number once, with a sign between them: {value}.</source>
            <translation>شماره یک بار سال و یک بار شماره دارد و میانشان نشانه‌ای هست: {value}.</translation>
        </message>
        <message>
            <source>A recovery code has {minimum} letters and digits. Compare what you typed with the paper.</source>
            <translation>کد بازیابی {minimum} حرف و رقم دارد. آنچه وارد کرده‌اید را با کاغذ مقایسه کنید.</translation>
        </message>
        <message>
            <source>A tracking code has twelve digits.</source>
            <translation>کد رهگیری دوازده رقم دارد.</translation>
        </message>
        <message>
            <source>A user name has 2 to 59 small Latin letters, digits, dots or dashes.</source>
            <translation>نام کاربری از ۲ تا ۵۹ نویسهٔ لاتین کوچک، رقم، نقطه یا خط تیره است.</translation>
        </message>
        <message>
            <source>Another source is there already: {value}.</source>
            <translation>منبع دیگری از این پیش هست: {value}.</translation>
        </message>
        <message>
            <source>Nothing is known of this petition to put in the place of “{value}”.</source>
            <translation>این درخواست چیزی ندارد که به جای «{value}» گذاشته شود.</translation>
        </message>
        <message>
            <source>The check digit of the field “{field}” is wrong: {value}.</source>
            <translation>رقم کنترل «{field}» درست نیست: {value}.</translation>
        </message>
        <message>
            <source>The date {value} is still to come.</source>
            <translation>تاریخ {value} هنوز نرسیده است.</translation>
        </message>
        <message>
            <source>The field “{field}” has a value that is not known: {value}.</source>
            <translation>مقدار «{field}» شناخته نیست: {value}.</translation>
        </message>
        <message>
            <source>The field “{field}” holds control characters that cannot be kept.</source>
            <translation>«{field}» نویسه‌های کنترلی دارد که نمی‌توان آن‌ها را نگه داشت.</translation>
        </message>
        <message>
            <source>The field “{field}” holds too many.</source>
            <translation>تعداد موردهای «{field}» بیش از اندازه است.</translation>
        </message>
        <message>
            <source>The field “{field}” is empty.</source>
            <translation>«{field}» خالی است.</translation>
        </message>
        <message>
            <source>The field “{field}” is out of range.</source>
            <translation>«{field}» بیرون از بازهٔ مجاز است.</translation>
        </message>
        <message>
            <source>The field “{field}” is too long.</source>
            <translation>«{field}» بیش از اندازه بلند است.</translation>
        </message>
        <message>
            <source>The field “{field}” names a day that is over.</source>
            <translation>«{field}» روزی است که گذشته است.</translation>
        </message>
        <message>
            <source>The first day is after the last one: {value}.</source>
            <translation>روز نخست پس از روز آخر است: {value}.</translation>
        </message>
        <message>
            <source>The folder of the source “{value}” is the same one, or one of the two lies in the other; each source has its own.</source>
            <translation>پوشهٔ منبع «{value}» همین پوشه است، یا یکی از این دو درون دیگری است؛ هر منبع پوشهٔ خود را دارد.</translation>
        </message>
        <message>
            <source>The new password is the old one; choose another.</source>
            <translation>گذرواژهٔ جدید همان گذرواژهٔ پیشین است؛ گذرواژهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>The password has at least {minimum} characters.</source>
            <translation>گذرواژه دست‌کم {minimum} نویسه دارد.</translation>
        </message>
        <message>
            <source>The text of this letter needs “{value}”: without it the letter does not say it.</source>
            <translation>متن این نامه بدون متغیر «{value}» ناقص است؛ آن را در متن بگذارید.</translation>
        </message>
        <message>
            <source>The text of this message needs “{value}”: without it nobody can follow it up.</source>
            <translation>متن این پیام به «{value}» نیاز دارد: بی آن پیگیری ممکن نیست.</translation>
        </message>
        <message>
            <source>There is no such date: {value}.</source>
            <translation>چنین تاریخی وجود ندارد: {value}.</translation>
        </message>
        <message>
            <source>There is no such field: {value}.</source>
            <translation>چنین ستونی در برنامه نیست: {value}.</translation>
        </message>
        <message>
            <source>There is no variable “{value}” in this letter; choose one of the list.</source>
            <translation>متغیر «{value}» در این نامه نیست؛ یکی از متغیرهای فهرست را انتخاب کنید.</translation>
        </message>
        <message>
            <source>There is no variable “{value}” in this message; choose one of the list.</source>
            <translation>متغیر «{value}» در این پیام نیست؛ یکی از متغیرهای فهرست را انتخاب کنید.</translation>
        </message>
        <message>
            <source>There is no word in “{value}” to look for.</source>
            <translation>در «{value}» واژه‌ای برای جست‌وجو نیست.</translation>
        </message>
        <message>
            <source>There is no “{value}” in a number; known are year, yy, number and number:05.</source>
            <translation>«{value}» در شماره شناخته نیست؛ فقط year، yy، number و number:05 شناخته است.</translation>
        </message>
        <message>
            <source>There is no “{value}” to put in; known are name, code, date, unit and clerk.</source>
            <translation>«{value}» جایگذاری نمی‌شود؛ این‌ها شناخته‌اند: name، code، date، unit و clerk.</translation>
        </message>
        <message>
            <source>This day is past: {value}.</source>
            <translation>این روز گذشته است: {value}.</translation>
        </message>
        <message>
            <source>This is not an address of the web (https://…, without spaces): {value}.</source>
            <translation>این یک نشانی وب نیست (https://… و بدون فاصله): {value}.</translation>
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
            <source>“{value}” is not a day; write “tomorrow”, “Saturday”, “in 3 days” or 1405/09/03.</source>
            <translation>«{value}» روز نیست؛ بنویسید «فردا»، «شنبه»، «۳ روز دیگر» یا ۱۴۰۵/۰۹/۰۳.</translation>
        </message>
        <message>
            <source>“{value}” is not a month; write it like 1405-08.</source>
            <translation>«{value}» ماه نیست؛ مانند ۱۴۰۵-۰۸ بنویسید.</translation>
        </message>
        <message>
            <source>“{value}” is not a span of days; write “last week”, “Mehr 1405” or “1 to 15 Aban”.</source>
            <translation>«{value}» بازهٔ زمانی نیست؛ بنویسید «هفتهٔ گذشته»، «مهر ۱۴۰۵» یا «۱ تا ۱۵ آبان».</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <source>Account</source>
            <translation>حساب کاربری</translation>
        </message>
        <message>
            <source>Back to the sign-in</source>
            <translation>بازگشت به ورود</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <source>Copied. Paste it where only you can read it.</source>
            <translation>کپی شد. آن را جایی بگذارید که فقط خودتان می‌توانید بخوانید.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>کپی</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>پایگاه داده</translation>
        </message>
        <message>
            <source>Enter the recovery code that was printed when this database was made. Small letters, blanks and hyphens do not matter.</source>
            <translation>کد بازیابی را که هنگام راه‌اندازی چاپ شده است وارد کنید. بزرگی و کوچکی حروف، فاصله و خط تیره اهمیتی ندارد.</translation>
        </message>
        <message>
            <source>Enter the recovery code.</source>
            <translation>کد بازیابی را وارد کنید.</translation>
        </message>
        <message>
            <source>I have put it away</source>
            <translation>کد را روی کاغذ نگه داشتم</translation>
        </message>
        <message>
            <source>If you lose your password, this code is the only way back into this database. It is shown only now, works once, and is kept nowhere in clear.</source>
            <translation>اگر گذرواژه را فراموش کنید، این کد تنها راه بازگشت به این پایگاه داده است. فقط همین حالا نمایش داده می‌شود، یک بار قابل استفاده است و متن آن جایی نگهداری نمی‌شود.</translation>
        </message>
        <message>
            <source>In the sign-in window choose “I have forgotten my password”.</source>
            <translation>در صفحهٔ ورود «گذرواژه را فراموش کرده‌ام» را انتخاب کنید.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Made at</source>
            <translation>ساعت ایجاد</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>تاریخ ایجاد</translation>
        </message>
        <message>
            <source>Make a new code</source>
            <translation>ایجاد کد جدید</translation>
        </message>
        <message>
            <source>New recovery code …</source>
            <translation>کد بازیابی جدید…</translation>
        </message>
        <message>
            <source>PDF document</source>
            <translation>سند PDF</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>چاپ…</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>کد بازیابی</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>ذخیره به‌صورت PDF…</translation>
        </message>
        <message>
            <source>Save the recovery code</source>
            <translation>ذخیرهٔ کد بازیابی</translation>
        </message>
        <message>
            <source>Set the password and sign in</source>
            <translation>ثبت گذرواژه و ورود</translation>
        </message>
        <message>
            <source>The code is on paper, in a place that only I can open</source>
            <translation>کد روی کاغذ و در جایی است که فقط من به آن دسترسی دارم</translation>
        </message>
        <message>
            <source>The code that you have becomes void at once. Have a printer or paper ready.</source>
            <translation>کد فعلی شما بلافاصله بی‌اعتبار می‌شود. چاپگر یا کاغذ آماده داشته باشید.</translation>
        </message>
        <message>
            <source>The code works once. A new one is shown then: print it, and destroy this page.</source>
            <translation>این کد یک بار قابل استفاده است. پس از آن کد جدیدی نمایش داده می‌شود؛ آن را چاپ کنید و این برگه را از بین ببرید.</translation>
        </message>
        <message>
            <source>The new recovery code counts from now on.</source>
            <translation>کد بازیابی جدید از این پس معتبر است.</translation>
        </message>
        <message>
            <source>Type the code. Small letters, blanks and hyphens do not matter.</source>
            <translation>کد را وارد کنید. بزرگی و کوچکی حروف، فاصله و خط تیره اهمیتی ندارد.</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>مقدار</translation>
        </message>
        <message>
            <source>What</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>Whoever has this page and the computer can set a new password for this account. Keep it under lock, and not beside the computer.</source>
            <translation>هر کس این برگه و این رایانه را در اختیار داشته باشد، می‌تواند برای این حساب گذرواژهٔ جدید تعیین کند. آن را در جایی قفل‌دار و دور از رایانه نگهداری کنید.</translation>
        </message>
        <message>
            <source>You have no recovery code. If you lose your password, nobody may be able to help.</source>
            <translation>کد بازیابی ندارید. اگر گذرواژه را فراموش کنید، ممکن است راه بازگشتی نباشد.</translation>
        </message>
        <message>
            <source>Your recovery code was made on {day}. It is kept nowhere in clear.</source>
            <translation>کد بازیابی شما در {day} ایجاد شده است. متن آن جایی نگهداری نمی‌شود.</translation>
        </message>
    </context>
    <context>
        <name>Referrals</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>A few letters of a unit or a colleague</source>
            <translation>چند حرف از نام واحد یا همکار</translation>
        </message>
        <message>
            <source>Answer the referral</source>
            <translation>پاسخ به ارجاع</translation>
        </message>
        <message>
            <source>No unit and no colleague is called that.</source>
            <translation>واحد یا همکاری به این نام نیست.</translation>
        </message>
        <message>
            <source>Now with {place}</source>
            <translation>اکنون نزد {place}</translation>
        </message>
        <message>
            <source>Others at the same time</source>
            <extracomment>The dialog was closed. The latest dialog.</extracomment>
            <translation>هم‌زمان برای دیگران</translation>
        </message>
        <message>
            <source>Others at the same time…</source>
            <translation>هم‌زمان برای دیگران…</translation>
        </message>
        <message>
            <source>Purpose on the side</source>
            <translation>هدف ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>پس گرفتن</translation>
        </message>
        <message>
            <source>Recall a referral</source>
            <translation>پس گرفتن ارجاع</translation>
        </message>
        <message>
            <source>Refer on the side</source>
            <translation>ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Referral on the side</source>
            <extracomment>The person chose another referral.</extracomment>
            <translation>ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>Return the referral</source>
            <translation>عودت ارجاع</translation>
        </message>
        <message>
            <source>Send the answer</source>
            <translation>فرستادن پاسخ</translation>
        </message>
        <message>
            <source>The answer is still empty.</source>
            <translation>پاسخ هنوز خالی است.</translation>
        </message>
        <message>
            <source>The opinion of {places} has not come yet.</source>
            <translation>نظر {places} هنوز نرسیده است.</translation>
        </message>
        <message>
            <source>The referral of {code} is recalled.</source>
            <translation>ارجاع {code} پس گرفته شد.</translation>
        </message>
        <message>
            <source>The referral of {code} is returned.</source>
            <translation>ارجاع {code} عودت داده شد.</translation>
        </message>
        <message>
            <source>Those:</source>
            <translation>آن‌ها:</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Until, on the side</source>
            <translation>مهلت ارجاع هم‌زمان</translation>
        </message>
        <message>
            <source>What your unit says to it; colleagues read it</source>
            <translation>نظر یا پاسخ واحد شما؛ همکاران آن را می‌خوانند</translation>
        </message>
        <message>
            <source>Who has it now</source>
            <translation>اکنون نزد کیست</translation>
        </message>
        <message>
            <source>Why, if there is something to say</source>
            <translation>دلیل، اگر گفتنی باشد</translation>
        </message>
        <message>
            <source>Your answer stands on {code}.</source>
            <translation>پاسخ شما در {code} ثبت شد.</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>پاسخ داد</translation>
        </message>
        <message>
            <source>no day</source>
            <translation>بی‌مهلت</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>هنوز ندیده</translation>
        </message>
        <message>
            <source>recalled</source>
            <translation>پس گرفته شد</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>عودت داد</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>دیده</translation>
        </message>
        <message>
            <source>the whole unit</source>
            <translation>همهٔ واحد</translation>
        </message>
        <message>
            <source>took the petition itself</source>
            <translation>خود درخواست را گرفت</translation>
        </message>
        <message>
            <source>under an hour</source>
            <translation>کمتر از یک ساعت</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>تا {day}</translation>
        </message>
        <message>
            <source>without a unit</source>
            <translation>بی‌واحد</translation>
        </message>
        <message>
            <source>{code} went out on the side to {count}.</source>
            <translation>{code} هم‌زمان برای {count} گیرنده رفت.</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} روز</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count} ساعت</translation>
        </message>
        <message>
            <source>{count} working days</source>
            <translation>{count} روز کاری</translation>
        </message>
        <message>
            <source>{person}, {unit}</source>
            <translation>{person}، {unit}</translation>
        </message>
        <message>
            <source>{place} ({purpose})</source>
            <translation>{place} ({purpose})</translation>
        </message>
        <message>
            <source>{place}: returned</source>
            <translation>{place}: عودت داد</translation>
        </message>
        <message>
            <source>{place}: {purpose}, {state}</source>
            <translation>{place}: {purpose}، {state}</translation>
        </message>
        <message>
            <source>{seen}, overdue since {day}</source>
            <translation>{seen}، مهلتش {day} گذشت</translation>
        </message>
        <message>
            <source>{seen}, until {day}</source>
            <translation>{seen}، تا {day}</translation>
        </message>
        <message>
            <source>{words}, until {day}</source>
            <translation>{words}، تا {day}</translation>
        </message>
    </context>
    <context>
        <name>RegisterForm</name>
        <message>
            <source>A new caller</source>
            <translation>تماس‌گیرندهٔ جدید</translation>
        </message>
        <message>
            <source>A service, a document, a news item</source>
            <translation>یک خدمت، یک سند، یک خبر</translation>
        </message>
        <message>
            <source>About</source>
            <translation>درباره</translation>
        </message>
        <message>
            <source>Caller's number</source>
            <extracomment>Channels of petitions that are entered by hand, most frequent first. Something was typed or chosen.</extracomment>
            <translation>شمارهٔ تماس</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Copy the code</source>
            <translation>کپی کد</translation>
        </message>
        <message>
            <source>Earlier petitions</source>
            <translation>درخواست‌های پیشین</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>History</source>
            <extracomment>Largest number of earlier petitions that are read. A petitioner, their latest petitions, and the number of all their petitions. Beside the form, whose text field needs its whole height.</extracomment>
            <translation>پیشینه</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Letter number</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <source>Nobody has written from this number before.</source>
            <translation>پیش از این کسی با این شماره ننوشته است.</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>کنار گذاشتن</translation>
        </message>
        <message>
            <source>Put aside; “Register a petition” brings it back, with another code.</source>
            <translation>کنار گذاشته شد؛ «ثبت درخواست» آن را با کدی دیگر بازیابی می‌کند.</translation>
        </message>
        <message>
            <source>Put aside; “Register a petition” brings it back.</source>
            <translation>کنار گذاشته شد؛ «ثبت درخواست» آن را بازیابی می‌کند.</translation>
        </message>
        <message>
            <source>Register</source>
            <extracomment>Key under which the unfinished form is saved until it is registered. The last petition registered here. It remains set when the next form is begun.</extracomment>
            <translation>ثبت</translation>
        </message>
        <message>
            <source>Register a petition</source>
            <translation>ثبت درخواست</translation>
        </message>
        <message>
            <source>Register a phone call</source>
            <translation>ثبت تلفنی</translation>
        </message>
        <message>
            <source>Register, and the next one</source>
            <translation>ثبت و بعدی</translation>
        </message>
        <message>
            <source>Registered with another code, to be read aloud: {code}.</source>
            <translation>با کد دیگری ثبت شد؛ این کد را بخوانید: {code}.</translation>
        </message>
        <message>
            <source>Registered with code {code}.</source>
            <translation>با کد {code} ثبت شد.</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>The code is given when it is registered</source>
            <translation>کد پس از ثبت داده می‌شود</translation>
        </message>
        <message>
            <source>The code is on the clipboard.</source>
            <translation>کد کپی شد.</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>بعدی</translation>
        </message>
        <message>
            <source>To be referred later</source>
            <translation>بعداً ارجاع شود</translation>
        </message>
        <message>
            <source>Tracking code, to be read aloud</source>
            <extracomment>Number of the current request. The code from an earlier request is released.</extracomment>
            <translation>کد رهگیری، برای خواندن پشت تلفن</translation>
        </message>
        <message>
            <source>Tracking code, to be read aloud; it holds once it is registered</source>
            <translation>کد رهگیری، برای خواندن پشت تلفن؛ با ثبت درخواست معتبر می‌شود</translation>
        </message>
        <message>
            <source>Type the number; what was sent from it before appears here.</source>
            <translation>شماره را بنویسید؛ درخواست‌های پیشین آن اینجا می‌آید.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>What was put aside is here again</source>
            <translation>نوشتهٔ کنارگذاشتهٔ شما اینجاست</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>متن گفته‌ها</translation>
        </message>
        <message>
            <source>Who is calling?</source>
            <translation>چه کسی پشت خط است؟</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <source>not a mobile number</source>
            <translation>شمارهٔ همراه نیست</translation>
        </message>
        <message>
            <source>recognised</source>
            <translation>شناخته شد</translation>
        </message>
        <message>
            <source>right</source>
            <translation>درست</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>از {day}</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>نادرست</translation>
        </message>
        <message>
            <source>{count} petitions, {open} open</source>
            <translation>{count} درخواست، {open} باز</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>روز</translation>
        </message>
        <message>
            <source>Keep the reminder</source>
            <translation>ثبت یادآور</translation>
        </message>
        <message>
            <source>Remind me</source>
            <translation>یادآور</translation>
        </message>
        <message>
            <source>Remind me…</source>
            <translation>یادآوری…</translation>
        </message>
        <message>
            <source>The reminder is taken back.</source>
            <translation>یادآور پس گرفته شد.</translation>
        </message>
        <message>
            <source>What is to be done then?</source>
            <translation>آن روز چه باید کرد؟</translation>
        </message>
        <message>
            <source>Words to yourself</source>
            <translation>یادداشت برای خودم</translation>
        </message>
        <message>
            <source>You are reminded on {day}.</source>
            <translation>{day} یادآوری می‌شود.</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>فردا</translation>
        </message>
    </context>
    <context>
        <name>Report summary</name>
        <message>
            <source>Apart from these, {received} notices with an incomplete identity were received, which get no reply; {resolved} were closed.</source>
            <translation>جدا از این‌ها {received} درخواست بدون پاسخ (با مشخصات ناقص) رسید و {resolved} مورد رسیدگی شد.</translation>
        </message>
        <message>
            <source>At its end none was open.</source>
            <translation>در پایان آن هیچ درخواستی باز نماند.</translation>
        </message>
        <message>
            <source>At its end one was open, past its deadline.</source>
            <translation>در پایان آن یک درخواست باز بود که مهلتش گذشته بود.</translation>
        </message>
        <message>
            <source>At its end one was open, within its deadline.</source>
            <translation>در پایان آن یک درخواست باز بود که مهلتش نگذشته بود.</translation>
        </message>
        <message>
            <source>At its end {open} were open, all of them past their deadline.</source>
            <translation>در پایان آن {open} درخواست باز بود که مهلت همهٔ آن‌ها گذشته بود.</translation>
        </message>
        <message>
            <source>At its end {open} were open, none of them past its deadline.</source>
            <translation>در پایان آن {open} درخواست باز بود که مهلت هیچ‌یک نگذشته بود.</translation>
        </message>
        <message>
            <source>At its end {open} were open, of which one was past its deadline.</source>
            <translation>در پایان آن {open} درخواست باز بود که مهلت یکی از آن‌ها گذشته بود.</translation>
        </message>
        <message>
            <source>At its end {open} were open, of which {late} were past their deadline.</source>
            <translation>در پایان آن {open} درخواست باز بود که مهلت {late} مورد آن گذشته بود.</translation>
        </message>
        <message>
            <source>In {period} no petition was received and none was resolved.</source>
            <translation>در {period} نه درخواستی رسید و نه به درخواستی رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} no petition was received; one was resolved.</source>
            <translation>در {period} درخواستی نرسید؛ به یک درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} no petition was received; {resolved} were resolved.</source>
            <translation>در {period} درخواستی نرسید؛ به {resolved} درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} one petition was received and one was resolved.</source>
            <translation>در {period} یک درخواست مردمی رسید و به یک درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} one petition was received and {resolved} were resolved.</source>
            <translation>در {period} یک درخواست مردمی رسید و به {resolved} درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} one petition was received; none was resolved.</source>
            <translation>در {period} یک درخواست مردمی رسید؛ به هیچ درخواستی رسیدگی نشد.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received and one was resolved.</source>
            <translation>در {period}، {received} درخواست مردمی رسید و به یک درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received and {resolved} were resolved.</source>
            <translation>در {period}، {received} درخواست مردمی رسید و به {resolved} درخواست رسیدگی شد.</translation>
        </message>
        <message>
            <source>In {period} {received} petitions were received; none was resolved.</source>
            <translation>در {period}، {received} درخواست مردمی رسید؛ به هیچ درخواستی رسیدگی نشد.</translation>
        </message>
        <message>
            <source>It is as many as in {period}, too.</source>
            <translation>این تعداد با {period} نیز برابر است.</translation>
        </message>
        <message>
            <source>It is {percent} percent fewer than in {period}.</source>
            <translation>نسبت به {period}، {percent} درصد کاهش داشته است.</translation>
        </message>
        <message>
            <source>It is {percent} percent more than in {period}.</source>
            <translation>نسبت به {period}، {percent} درصد افزایش داشته است.</translation>
        </message>
        <message>
            <source>It was resolved in {median} days.</source>
            <translation>رسیدگی به آن {median} روز طول کشید.</translation>
        </message>
        <message>
            <source>It was resolved on the day on which it came.</source>
            <translation>رسیدگی همان روزِ رسیدن به پایان رسید.</translation>
        </message>
        <message>
            <source>One draft was put before the public.</source>
            <translation>یک پیش‌نویس در معرض نقد گذاشته شد.</translation>
        </message>
        <message>
            <source>One improvement action was done; none stayed open.</source>
            <translation>یک اقدام اصلاحی انجام شد و اقدام بازی نماند.</translation>
        </message>
        <message>
            <source>One petitioner told how satisfied they were: {mean} of 5.</source>
            <translation>یک متقاضی رضایت خود را گفت: {mean} از ۵.</translation>
        </message>
        <message>
            <source>One was promulgated.</source>
            <translation>یک متن ابلاغ شد.</translation>
        </message>
        <message>
            <source>One was submitted.</source>
            <translation>یک متن ارسال شد.</translation>
        </message>
        <message>
            <source>That is as many as in as many days before.</source>
            <translation>تعداد درخواست‌های دریافتی نسبت به بازهٔ هم‌طول پیشین تغییری نکرده است.</translation>
        </message>
        <message>
            <source>That is as many as in the quarter before.</source>
            <translation>تعداد درخواست‌های دریافتی نسبت به سه‌ماههٔ قبل تغییری نکرده است.</translation>
        </message>
        <message>
            <source>That is as many as in the year before.</source>
            <translation>تعداد درخواست‌های دریافتی نسبت به سال قبل تغییری نکرده است.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in as many days before.</source>
            <translation>درخواست‌های دریافتی نسبت به بازهٔ هم‌طول پیشین {percent} درصد کاهش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the quarter before.</source>
            <translation>درخواست‌های دریافتی نسبت به سه‌ماههٔ قبل {percent} درصد کاهش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent fewer than in the year before.</source>
            <translation>درخواست‌های دریافتی نسبت به سال قبل {percent} درصد کاهش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in as many days before.</source>
            <translation>درخواست‌های دریافتی نسبت به بازهٔ هم‌طول پیشین {percent} درصد افزایش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the quarter before.</source>
            <translation>درخواست‌های دریافتی نسبت به سه‌ماههٔ قبل {percent} درصد افزایش یافته است.</translation>
        </message>
        <message>
            <source>That is {percent} percent more than in the year before.</source>
            <translation>درخواست‌های دریافتی نسبت به سال قبل {percent} درصد افزایش یافته است.</translation>
        </message>
        <message>
            <source>The window of one ended.</source>
            <translation>مهلت نقد یک پیش‌نویس پایان یافت.</translation>
        </message>
        <message>
            <source>The windows of {n} ended.</source>
            <translation>مهلت نقد {n} پیش‌نویس پایان یافت.</translation>
        </message>
        <message>
            <source>There are no days before to compare with.</source>
            <translation>روزهای پیشینی برای سنجش در دست نیست.</translation>
        </message>
        <message>
            <source>There is no quarter before to compare with.</source>
            <translation>سه‌ماههٔ پیشینی برای سنجش در دست نیست.</translation>
        </message>
        <message>
            <source>There is no year before to compare with.</source>
            <translation>سال پیشینی برای سنجش در دست نیست.</translation>
        </message>
        <message>
            <source>the days {period}</source>
            <translation>فاصلهٔ {period}</translation>
        </message>
        <message>
            <source>{done} improvement actions were done; none stayed open.</source>
            <translation>{done} اقدام اصلاحی انجام شد و اقدام بازی نماند.</translation>
        </message>
        <message>
            <source>{n} drafts were put before the public.</source>
            <translation>{n} پیش‌نویس در معرض نقد گذاشته شد.</translation>
        </message>
        <message>
            <source>{n} were promulgated.</source>
            <translation>{n} متن ابلاغ شد.</translation>
        </message>
        <message>
            <source>{n} were submitted.</source>
            <translation>{n} متن ارسال شد.</translation>
        </message>
        <message>
            <source>{open} improvement actions were open at its end, none of them late; {done} were done.</source>
            <translation>در پایان دوره {open} اقدام اصلاحی باز بود که موعد هیچ‌یک نگذشته بود؛ {done} اقدام انجام شد.</translation>
        </message>
        <message>
            <source>{open} improvement actions were open at its end, {late} of them late; {done} were done.</source>
            <translation>در پایان دوره {open} اقدام اصلاحی باز بود که موعد {late} مورد آن گذشته بود؛ {done} اقدام انجام شد.</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>1 to 15 Aban, Mehr 1405, the last 30 days</source>
            <translation>۱ تا ۱۵ آبان، مهر ۱۴۰۵، ۳۰ روز گذشته</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>اقدام</translation>
        </message>
        <message>
            <source>All colleagues</source>
            <translation>همهٔ همکاران</translation>
        </message>
        <message>
            <source>All issued reports…</source>
            <translation>همهٔ گزارش‌های صادرشده…</translation>
        </message>
        <message>
            <source>All units</source>
            <translation>همهٔ واحدها</translation>
        </message>
        <message>
            <source>As it is counted now</source>
            <translation>شمارش اکنون</translation>
        </message>
        <message>
            <source>As it is counted now; issued before</source>
            <translation>شمارش اکنون؛ پیش‌تر صادر شده</translation>
        </message>
        <message>
            <source>As of {moment}, read on the standby server</source>
            <extracomment>The time of the figures, where they come from a standby.</extracomment>
            <translation>بر پایهٔ داده‌های {moment}، از سرور پشتیبان</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>همکار</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>نظرها</translation>
        </message>
        <message>
            <source>Comments by disposition</source>
            <extracomment>Dispositions in the order of the bar, with their theme colours.</extracomment>
            <translation>نظرها به تفکیک تصمیم</translation>
        </message>
        <message>
            <source>Counted apart: {received} notices without a reply were received, {resolved} were closed</source>
            <translation>جدا شمرده شده: {received} درخواست بدون پاسخ رسید، {resolved} مورد رسیدگی شد</translation>
        </message>
        <message>
            <source>Days of the report</source>
            <translation>روزهای گزارش</translation>
        </message>
        <message>
            <source>Days…</source>
            <translation>بازهٔ دلخواه…</translation>
        </message>
        <message>
            <source>Draft document</source>
            <translation>پیش‌نویس</translation>
        </message>
        <message>
            <source>Excel workbooks</source>
            <translation>فایل‌های اکسل</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>فیلتر</translation>
        </message>
        <message>
            <source>Fit the page to the width</source>
            <translation>صفحه به پهنای پنجره</translation>
        </message>
        <message>
            <source>How long petitions lay with each unit</source>
            <translation>ماندن درخواست‌ها نزد هر واحد</translation>
        </message>
        <message>
            <source>Improvement actions</source>
            <translation>اقدام‌های اصلاحی</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>همه</translation>
        </message>
        <message>
            <source>In rows</source>
            <translation>به تفکیک</translation>
        </message>
        <message>
            <source>Issue and freeze</source>
            <translation>صدور و انجماد</translation>
        </message>
        <message>
            <source>Issued reports</source>
            <translation>گزارش‌های صادرشده</translation>
        </message>
        <message>
            <source>It is counted and put under the digest of the history; of many events that takes a while…</source>
            <translation>شمرده می‌شود و کد صحت سوابق بر آن می‌نشیند؛ اگر سوابق بسیار باشد زمان می‌برد…</translation>
        </message>
        <message>
            <source>It is counted anew and takes the place of {former}, which stays as it is and can still be opened.</source>
            <translation>از نو شمرده می‌شود و جای «{former}» را می‌گیرد؛ آن ویرایش همان‌گونه می‌ماند و باز هم دیده می‌شود.</translation>
        </message>
        <message>
            <source>It is counted once more and gets the next number. From then on figures and pages stay as they are; a correction is a new edition that says why.</source>
            <translation>یک بار دیگر شمرده می‌شود و شمارهٔ بعدی را می‌گیرد. از آن پس رقم‌ها و برگه‌ها همان می‌مانند؛ اصلاح، ویرایش جدیدی است که علتش را می‌گوید.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Kind of the period</source>
            <translation>نوع دوره</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>بزرگ‌تر</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>Late at the end</source>
            <translation>معوق در پایان</translation>
        </message>
        <message>
            <source>Lateness by unit</source>
            <translation>تأخیر به تفکیک واحد</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>بیرون‌رفته</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>امتیاز</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>میانه</translation>
        </message>
        <message>
            <source>Median to resolution</source>
            <translation>میانهٔ رسیدگی</translation>
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
            <source>Monthly report {month}</source>
            <translation>گزارش ماهانهٔ {month}</translation>
        </message>
        <message>
            <source>New edition</source>
            <translation>ویرایش جدید</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>صفحهٔ بعد</translation>
        </message>
        <message>
            <source>Ninth tenth</source>
            <translation>صدک ۹۰</translation>
        </message>
        <message>
            <source>No draft was open to the public in this period.</source>
            <translation>در این دوره پیش‌نویسی در معرض نقد نبود.</translation>
        </message>
        <message>
            <source>No improvement action was open in this period.</source>
            <translation>در این دوره اقدام اصلاحی بازی نبود.</translation>
        </message>
        <message>
            <source>No petition left a unit in this period.</source>
            <translation>در این دوره درخواستی از واحدی بیرون نرفت.</translation>
        </message>
        <message>
            <source>No report was issued yet. A manager issues one when its period is over.</source>
            <translation>هنوز گزارشی صادر نشده است. مدیر پس از پایان دوره آن را صادر می‌کند.</translation>
        </message>
        <message>
            <source>No. {number}, {day}</source>
            <translation>شمارهٔ {number}، {day}</translation>
        </message>
        <message>
            <source>No. {number}, {day}, edition {edition}</source>
            <translation>شمارهٔ {number}، {day}، ویرایش {edition}</translation>
        </message>
        <message>
            <source>Nobody was asked in this period.</source>
            <translation>در این دوره از کسی پرسیده نشد.</translation>
        </message>
        <message>
            <source>Not issued yet</source>
            <translation>هنوز صادر نشده</translation>
        </message>
        <message>
            <source>Nothing was changed or lost</source>
            <translation>چیزی تغییر نکرد و چیزی از دست نرفت</translation>
        </message>
        <message>
            <source>Nothing was late in this period.</source>
            <translation>در این دوره درخواست معوقی نبود.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>Open at the end</source>
            <translation>باز در پایان</translation>
        </message>
        <message>
            <source>Open this one</source>
            <translation>گشودن</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>فایل‌های PDF</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>صفحهٔ {page} از {count}</translation>
        </message>
        <message>
            <source>Past the deadline</source>
            <translation>خارج از مهلت</translation>
        </message>
        <message>
            <source>Petitioners</source>
            <translation>متقاضیان</translation>
        </message>
        <message>
            <source>Petitions</source>
            <translation>درخواست‌ها</translation>
        </message>
        <message>
            <source>Previous page</source>
            <extracomment>What is missing on the pages.</extracomment>
            <translation>صفحهٔ پیش</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Print preview</source>
            <extracomment>Space around and between pages, in pixels.</extracomment>
            <translation>پیش‌نمایش چاپ</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>سه‌ماهه</translation>
        </message>
        <message>
            <source>Quarterly report {month}</source>
            <translation>گزارش {month}</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>Received and resolved in twelve months</source>
            <translation>رسیده و رسیدگی‌شده در دوازده ماه</translation>
        </message>
        <message>
            <source>Received and resolved on each day</source>
            <extracomment>The meanings of the bars of a category, in order.</extracomment>
            <translation>رسیده و رسیدگی‌شده در هر روز</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} comments here when it was issued; what was decided since stands here as it is now.</source>
            <translation>گزارش {issue} هنگام صدور اینجا {then} نظر شمرد؛ تصمیم‌های پس از آن اینجا به وضع امروز است.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; as many fit today. What was reopened, corrected or passed on since stands here as it is now.</source>
            <translation>گزارش {issue} هنگام صدور اینجا {then} درخواست شمرد و امروز هم همین تعداد می‌گنجد؛ آنچه پس از آن بازگشایی، اصلاح یا ارجاع شده، اینجا به وضع امروز است.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; of what fits today you see {now}.</source>
            <translation>گزارش {issue} هنگام صدور اینجا {then} درخواست شمرد؛ از آنچه امروز می‌گنجد شما {now} را می‌بینید.</translation>
        </message>
        <message>
            <source>Report {issue} counted {then} here when it was issued; {now} fit today, because petitions were reopened, corrected, passed on or registered late since.</source>
            <translation>گزارش {issue} هنگام صدور اینجا {then} درخواست شمرد و امروز {now} می‌گنجد؛ چون پس از آن درخواست‌هایی بازگشایی، اصلاح، ارجاع یا دیرتر ثبت شده‌اند.</translation>
        </message>
        <message>
            <source>Report {month}</source>
            <translation>گزارش {month}</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>گزارش‌ها</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>رسیدگی‌شده</translation>
        </message>
        <message>
            <source>Resolved late</source>
            <translation>رسیدگی پس از مهلت</translation>
        </message>
        <message>
            <source>Rows of the table</source>
            <translation>ردیف‌های جدول</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>ذخیرهٔ گزارش</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>سهم</translation>
        </message>
        <message>
            <source>Show the report</source>
            <translation>نمایش گزارش</translation>
        </message>
        <message>
            <source>Show these petitions in the inbox</source>
            <translation>نمایش این درخواست‌ها در کارتابل</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>کوچک‌تر</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Stopped: nothing was issued.</source>
            <translation>متوقف شد؛ چیزی صادر نشد.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>در حال توقف…</translation>
        </message>
        <message>
            <source>Tables of text</source>
            <translation>جدول متنی</translation>
        </message>
        <message>
            <source>The logo of the letterhead cannot be read, so the pages go without it; an administrator chooses it again in the settings of the office.</source>
            <translation>نشان سربرگ خوانده نشد، پس صفحه‌ها بی آن است؛ راهبر سامانه در تنظیمات اداره آن را دوباره انتخاب می‌کند.</translation>
        </message>
        <message>
            <source>The one after</source>
            <translation>دورهٔ بعد</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>دورهٔ پیش</translation>
        </message>
        <message>
            <source>The report could not be made</source>
            <translation>گزارش ساخته نشد</translation>
        </message>
        <message>
            <source>The report was issued: {issue}.</source>
            <translation>گزارش صادر شد: {issue}.</translation>
        </message>
        <message>
            <source>These days are not over yet.</source>
            <translation>این روزها هنوز به پایان نرسیده است.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Try the same again</source>
            <translation>تلاش دوباره با همین</translation>
        </message>
        <message>
            <source>Unit</source>
            <extracomment>Notices are in no other figure of the page.</extracomment>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Who answers for it</source>
            <translation>امضاکننده</translation>
        </message>
        <message>
            <source>Why a new edition</source>
            <translation>علت ویرایش جدید</translation>
        </message>
        <message>
            <source>Without these</source>
            <translation>بدون فیلتر</translation>
        </message>
        <message>
            <source>XLSX</source>
            <translation>XLSX</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>سال</translation>
        </message>
        <message>
            <source>Yearly report {month}</source>
            <translation>گزارش {month}</translation>
        </message>
        <message>
            <source>as long as in {month}</source>
            <translation>برابر با {month}</translation>
        </message>
        <message>
            <source>as many as in {month}</source>
            <translation>برابر با {month}</translation>
        </message>
        <message>
            <source>autumn</source>
            <translation>پاییز</translation>
        </message>
        <message>
            <source>closed day</source>
            <translation>تعطیل</translation>
        </message>
        <message>
            <source>days</source>
            <translation>روز</translation>
        </message>
        <message>
            <source>issued by {name}</source>
            <translation>صادرکننده: {name}</translation>
        </message>
        <message>
            <source>last year</source>
            <translation>سال پیش</translation>
        </message>
        <message>
            <source>mean {mean} of {n} answers</source>
            <translation>میانگین {mean} از {n} پاسخ</translation>
        </message>
        <message>
            <source>nine tenths: {days} days</source>
            <translation>صدک ۹۰: {days} روز</translation>
        </message>
        <message>
            <source>none in {month}</source>
            <translation>در {month} هیچ</translation>
        </message>
        <message>
            <source>received</source>
            <translation>رسیده</translation>
        </message>
        <message>
            <source>replaced by a newer edition</source>
            <translation>ویرایش جدیدتری دارد</translation>
        </message>
        <message>
            <source>resolved</source>
            <translation>رسیدگی‌شده</translation>
        </message>
        <message>
            <source>spring</source>
            <translation>بهار</translation>
        </message>
        <message>
            <source>summer</source>
            <translation>تابستان</translation>
        </message>
        <message>
            <source>the period before</source>
            <translation>دورهٔ پیش</translation>
        </message>
        <message>
            <source>undecided</source>
            <translation>بی‌تصمیم</translation>
        </message>
        <message>
            <source>winter</source>
            <translation>زمستان</translation>
        </message>
        <message>
            <source>{days} days fewer than {month}</source>
            <translation>{days} روز کمتر از {month}</translation>
        </message>
        <message>
            <source>{days} days more than {month}</source>
            <translation>{days} روز بیش از {month}</translation>
        </message>
        <message>
            <source>{day}: {received} received, {resolved} resolved</source>
            <translation>{day}: {received} رسیده، {resolved} رسیدگی‌شده</translation>
        </message>
        <message>
            <source>{name}, {column}: show these {n} comments</source>
            <extracomment>The destination of a number: petitions or comments.</extracomment>
            <translation>{name}، {column}: نمایش این {n} نظر</translation>
        </message>
        <message>
            <source>{name}, {column}: show these {n} petitions</source>
            <translation>{name}، {column}: نمایش این {n} درخواست</translation>
        </message>
        <message>
            <source>{n} comments, {m} consultations</source>
            <translation>{n} نظر، {m} فراخوان</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} روز</translation>
        </message>
        <message>
            <source>{n} fewer than {month}</source>
            <translation>{n} کمتر از {month}</translation>
        </message>
        <message>
            <source>{n} more than {month}</source>
            <translation>{n} بیش از {month}</translation>
        </message>
        <message>
            <source>{n}% fewer than {month}</source>
            <translation>{n}٪ کمتر از {month}</translation>
        </message>
        <message>
            <source>{n}% more than {month}</source>
            <translation>{n}٪ بیش از {month}</translation>
        </message>
        <message>
            <source>{percent}%</source>
            <translation>{percent}٪</translation>
        </message>
    </context>
    <context>
        <name>Retention</name>
        <message>
            <source>Closed before {day} and to be masked: {petitions} petitions of {persons} persons.</source>
            <translation>بسته‌شده پیش از {day} و آمادهٔ پوشاندن: {petitions} درخواست از {persons} نفر.</translation>
        </message>
        <message>
            <source>Count what would be masked</source>
            <translation>شمارش موارد پوشاندنی</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>در حال شمارش…</translation>
        </message>
        <message>
            <source>Emptied: {count} things that were put aside when they were taken in.</source>
            <translation>خالی می‌شود: {count} مورد که هنگام دریافت کنار گذاشته شده بود.</translation>
        </message>
        <message>
            <source>Erased: {files} attachments.</source>
            <translation>پاک می‌شود: {files} پیوست.</translation>
        </message>
        <message>
            <source>For example one for lawsuits. Kept back by themselves: open petitions, and those on which an open petition or an improvement still hangs.</source>
            <translation>مانند برچسب پرونده‌های قضایی. درخواست‌های باز، و آن‌هایی که هنوز درخواستی باز یا اقدام بهبودی ناتمام به آن‌ها بسته است، خودبه‌خود کنار گذاشته می‌شوند.</translation>
        </message>
        <message>
            <source>Go on masking</source>
            <translation>ادامهٔ پوشاندن</translation>
        </message>
        <message>
            <source>In force: {years} years after a petition was closed. Nothing is masked by itself.</source>
            <translation>روشن: {years} سال پس از بسته‌شدن درخواست. هیچ چیز خودبه‌خود پوشانده نمی‌شود.</translation>
        </message>
        <message>
            <source>It stands in the history of every masking.</source>
            <translation>در سابقهٔ هر بار پوشاندن می‌آید.</translation>
        </message>
        <message>
            <source>Kept because something open still hangs on them: {count}</source>
            <translation>نگه‌داشته، چون هنوز موضوعی باز به آن‌ها بسته است: {count}</translation>
        </message>
        <message>
            <source>Kept by the label: {count}</source>
            <translation>نگه‌داشته با برچسب: {count}</translation>
        </message>
        <message>
            <source>Label that keeps a petition as it is</source>
            <translation>برچسبی که درخواست را همان‌گونه نگه می‌دارد</translation>
        </message>
        <message>
            <source>Looked through for it: {replies} replies and {events} entries of the history.</source>
            <translation>جست‌وجو برای آن: {replies} پاسخ و {events} رویداد سابقه.</translation>
        </message>
        <message>
            <source>Mask for good</source>
            <translation>پوشاندن برای همیشه</translation>
        </message>
        <message>
            <source>Mask the personal data of closed petitions</source>
            <translation>دادهٔ شخصی درخواست‌های بسته‌شده پوشانده شود</translation>
        </message>
        <message>
            <source>Masking</source>
            <translation>پوشاندن</translation>
        </message>
        <message>
            <source>Masking cannot be undone. Names, national IDs, phone numbers and addresses give way to dots, attachments are erased. The history stays and its chain holds. Back-ups and exported files from before keep what they hold: they are looked after apart.</source>
            <translation>پوشاندن برگشت‌پذیر نیست. نام، کد ملی، شمارهٔ تلفن و رایانامه جای خود را به نقطه می‌دهند و پیوست‌ها پاک می‌شوند. سابقه می‌ماند و زنجیرهٔ آن درست است. نسخه‌های پشتیبان و خروجی‌های پیشین دست نمی‌خورند و باید جداگانه به آن‌ها رسیدگی شود.</translation>
        </message>
        <message>
            <source>No petition that was closed before {day} is to be masked.</source>
            <translation>هیچ درخواستی که پیش از {day} بسته شده باشد برای پوشاندن نمانده است.</translation>
        </message>
        <message>
            <source>No rule of retention is in force any more.</source>
            <translation>دیگر هیچ قاعدهٔ نگهداری برقرار نیست.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>هیچ‌کدام</translation>
        </message>
        <message>
            <source>Off: nothing is masked.</source>
            <translation>خاموش: هیچ داده‌ای پوشانده نمی‌شود.</translation>
        </message>
        <message>
            <source>On what it is based (decree, rule, letter)</source>
            <translation>مبنای آن (تصویب‌نامه، آیین‌نامه، نامه)</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>دادهٔ شخصی</translation>
        </message>
        <message>
            <source>Rule of retention</source>
            <translation>قاعدهٔ نگهداری</translation>
        </message>
        <message>
            <source>Save the rule</source>
            <translation>ذخیرهٔ قاعده</translation>
        </message>
        <message>
            <source>The rule of retention was saved.</source>
            <translation>قاعدهٔ نگهداری ذخیره شد.</translation>
        </message>
        <message>
            <source>To confirm, type how many petitions will be masked</source>
            <translation>برای تأیید، تعداد درخواست‌هایی را که پوشانده می‌شوند بنویسید</translation>
        </message>
        <message>
            <source>Years after the closing</source>
            <translation>چند سال پس از بسته‌شدن</translation>
        </message>
        <message>
            <source>{petitions} petitions were masked and {files} attachments erased; it was stopped before the end.</source>
            <translation>دادهٔ شخصی {petitions} درخواست پوشانده و {files} پیوست پاک شد؛ کار پیش از پایان متوقف شد.</translation>
        </message>
        <message>
            <source>{petitions} petitions were masked; {files} attachments were erased.</source>
            <translation>دادهٔ شخصی {petitions} درخواست پوشانده و {files} پیوست پاک شد.</translation>
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
        <name>Routing</name>
        <message>
            <source> and </source>
            <translation> و </translation>
        </message>
        <message>
            <source> or </source>
            <translation> یا </translation>
        </message>
        <message>
            <source>All of these went there anyway.</source>
            <translation>همه به همان واحد رفته‌اند.</translation>
        </message>
        <message>
            <source>Being tried …</source>
            <translation>در حال آزمایش…</translation>
        </message>
        <message>
            <source>Being tried: {done} of {total}</source>
            <translation>در حال آزمودن: {done} از {total}</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Contradicts</source>
            <translation>ناسازگار</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>به واحد</translation>
        </message>
        <message>
            <source>If {conditions} → {consequence}</source>
            <translation>اگر {conditions} ← {consequence}</translation>
        </message>
        <message>
            <source>It never comes to its turn: {rules} before it take all of these.</source>
            <translation>نوبت این قاعده نمی‌رسد: {rules} پیش از آن همه را می‌برند.</translation>
        </message>
        <message>
            <source>It takes some of the petitions that {rules} behind it are meant for.</source>
            <translation>بخشی از درخواست‌هایی را می‌برد که {rules} پس از آن برای آن‌ها نوشته شده است.</translation>
        </message>
        <message>
            <source>Its unit is retired</source>
            <translation>واحدش بسته است</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <source>Name of the rule</source>
            <translation>نام قاعده</translation>
        </message>
        <message>
            <source>Never its turn</source>
            <translation>نوبتش نمی‌رسد</translation>
        </message>
        <message>
            <source>New rule</source>
            <extracomment>Above the fields and always visible: the sentence, and the buttons.</extracomment>
            <translation>قاعدهٔ جدید</translation>
        </message>
        <message>
            <source>No rule in force fits what waits unrouted</source>
            <translation>هیچ قاعدهٔ روشنی با ارجاع‌نشده‌ها سازگار نیست</translation>
        </message>
        <message>
            <source>Now: {now} · by this rule: {then}</source>
            <translation>اکنون: {now} · با این قاعده: {then}</translation>
        </message>
        <message>
            <source>Of these the first {shown} are listed.</source>
            <translation>از این‌ها {shown} مورد نخست فهرست شده‌اند.</translation>
        </message>
        <message>
            <source>Of {total} petitions of {month} this rule would have moved {moved}.</source>
            <translation>از {total} درخواست {month}، این قاعده {moved} مورد را می‌فرستاد.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>خاموش</translation>
        </message>
        <message>
            <source>Only petitions that you see were tried.</source>
            <translation>تنها درخواست‌هایی که می‌بینید آزموده شد.</translation>
        </message>
        <message>
            <source>Petitions that are tried</source>
            <extracomment>Number of past months that can be tried.</extracomment>
            <translation>درخواست‌هایی که آزموده می‌شوند</translation>
        </message>
        <message>
            <source>Petitions that would have gone elsewhere</source>
            <translation>درخواست‌هایی که به جای دیگری می‌رفتند</translation>
        </message>
        <message>
            <source>Routing rules</source>
            <translation>قاعده‌های ارجاع</translation>
        </message>
        <message>
            <source>Routing rules in their order</source>
            <translation>قاعده‌های ارجاع به ترتیب</translation>
        </message>
        <message>
            <source>See what of the unrouted they would move</source>
            <translation>شمارش ارجاع‌نشده‌هایی که فرستاده می‌شوند</translation>
        </message>
        <message>
            <source>Send {count} now; {left} wait for a person</source>
            <translation>فرستادن {count} مورد؛ {left} مورد می‌ماند</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>فرستنده</translation>
        </message>
        <message>
            <source>Several are set apart by a comma; one of them is enough.</source>
            <translation>چند عبارت را با ویرگول جدا کنید؛ یکی از آن‌ها کافی است.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stopped before its end.</source>
            <translation>پیش از پایان متوقف شد.</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>خاموش کردن</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>روشن کردن</translation>
        </message>
        <message>
            <source>The rule “{name}” stands at place {place} now.</source>
            <translation>قاعدهٔ «{name}» اکنون در جای {place} است.</translation>
        </message>
        <message>
            <source>The rule “{name}” was saved.</source>
            <translation>قاعدهٔ «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>The unit is retired: this rule sends nothing there.</source>
            <translation>واحد این قاعده بسته است؛ چیزی به آن نمی‌فرستد.</translation>
        </message>
        <message>
            <source>There is no rule yet: everything waits for a person.</source>
            <translation>هنوز قاعده‌ای نیست؛ همه‌چیز در انتظار ارجاع می‌ماند.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>آزمودن روی</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>فوریت</translation>
        </message>
        <message>
            <source>What comes in without a unit goes where the first rule says that fits. Rules are moved by dragging them, or with Alt and the arrows.</source>
            <translation>درخواست بی‌واحد به جایی می‌رود که نخستین قاعدهٔ سازگار می‌گوید. قاعده‌ها را بکشید، یا با Alt و پیکان‌ها جابه‌جا کنید.</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <source>With all rules in force, {count} of them would wait for a person.</source>
            <translation>با همهٔ قاعده‌های روشن، {count} مورد در انتظار ارجاع می‌ماند.</translation>
        </message>
        <message>
            <source>Words in subject or text</source>
            <translation>واژه‌ها در عنوان یا متن</translation>
        </message>
        <message>
            <source>as it came</source>
            <translation>همان که هست</translation>
        </message>
        <message>
            <source>it came by {what}</source>
            <translation>از {what} رسیده است</translation>
        </message>
        <message>
            <source>it is about {what}</source>
            <translation>دربارهٔ {what} است</translation>
        </message>
        <message>
            <source>label “{name}”</source>
            <translation>برچسب «{name}»</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>ماه گذشته</translation>
        </message>
        <message>
            <source>not routed yet</source>
            <translation>هنوز ارجاع‌نشده</translation>
        </message>
        <message>
            <source>the kind is {what}</source>
            <translation>نوع {what} است</translation>
        </message>
        <message>
            <source>the last three months</source>
            <translation>سه ماه گذشته</translation>
        </message>
        <message>
            <source>the last twelve months</source>
            <translation>دوازده ماه گذشته</translation>
        </message>
        <message>
            <source>the sender is {what}</source>
            <translation>فرستنده {what} است</translation>
        </message>
        <message>
            <source>the text has {what}</source>
            <translation>متن {what} دارد</translation>
        </message>
        <message>
            <source>whatever it is</source>
            <translation>هرچه باشد</translation>
        </message>
        <message>
            <source>{code} · {subject}</source>
            <translation>{code} · {subject}</translation>
        </message>
        <message>
            <source>{count} petitions were sent by the rules.</source>
            <translation>{count} درخواست به قاعده‌ها ارجاع شد.</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
        </message>
        <message>
            <source>{place}. {name}</source>
            <translation>{place}. {name}</translation>
        </message>
        <message>
            <source>{rules} before it send some of these elsewhere.</source>
            <translation>{rules} پیش از آن بخشی از این‌ها را به جای دیگر می‌فرستند.</translation>
        </message>
        <message>
            <source>{same} went there anyway, {other} are elsewhere:</source>
            <translation>{same} مورد به همان واحد رفته‌اند و {other} مورد جای دیگرند:</translation>
        </message>
        <message>
            <source>{unit}: {count}</source>
            <translation>{unit}: {count}</translation>
        </message>
        <message>
            <source>“{name}” ({place})</source>
            <translation>«{name}» ({place})</translation>
        </message>
    </context>
    <context>
        <name>RowFaults</name>
        <message>
            <source>A file that came along cannot be read: its name or its content is missing or spoiled.</source>
            <translation>فایلی که همراه آن آمده خوانده نمی‌شود: نام یا محتوای آن نیست یا خراب است.</translation>
        </message>
        <message>
            <source>A file that came along is empty.</source>
            <translation>فایلی که همراه آن آمده خالی است.</translation>
        </message>
        <message>
            <source>A file that came along is larger than the office keeps.</source>
            <translation>فایلی که همراه آن آمده بزرگ‌تر از حدی است که اداره نگه می‌دارد.</translation>
        </message>
        <message>
            <source>A mail server says that a mail did not arrive.</source>
            <translation>سرور رایانامه اعلام کرده که پیام تحویل نشده است.</translation>
        </message>
        <message>
            <source>A program answered: somebody is away.</source>
            <translation>پاسخ خودکار است: کسی در دسترس نیست.</translation>
        </message>
        <message>
            <source>A quotation mark is opened and never closed, up to the end of the file.</source>
            <translation>گیومه‌ای باز شده و تا پایان فایل بسته نشده است.</translation>
        </message>
        <message>
            <source>A row with this number is there already, with other words: choose what becomes of it.</source>
            <translation>ردیفی با همین شناسه از پیش با متن دیگری ثبت شده است؛ تعیین کنید با آن چه شود.</translation>
        </message>
        <message>
            <source>A value is a list or an object; only plain values can be imported.</source>
            <translation>یکی از مقدارها فهرست یا شیء است؛ تنها مقدار ساده را می‌توان وارد کرد.</translation>
        </message>
        <message>
            <source>Files came along with a comment; only petitions have files.</source>
            <translation>همراه نظر فایل آمده است؛ فقط درخواست‌ها پیوست دارند.</translation>
        </message>
        <message>
            <source>It looks like an answer about satisfaction, and nobody asked this sender.</source>
            <translation>به پاسخ پرسش رضایت می‌ماند، ولی از این فرستنده پرسشی نشده است.</translation>
        </message>
        <message>
            <source>It names no message of the office.</source>
            <translation>از پیام‌های اداره نام نمی‌برد.</translation>
        </message>
        <message>
            <source>More files came along than a petition can have; take in the important ones by hand.</source>
            <translation>بیش از تعدادی که یک درخواست می‌تواند داشته باشد فایل همراه آن است؛ فایل‌های مهم را دستی بیفزایید.</translation>
        </message>
        <message>
            <source>Reading the mail takes too long; it may be harmful.</source>
            <translation>خواندن این رایانامه بیش از اندازه طول می‌کشد؛ شاید زیان‌بار باشد.</translation>
        </message>
        <message>
            <source>Row {row}: number {external_id} is there with other words ({fields}).</source>
            <translation>ردیف {row}: شناسهٔ {external_id} از پیش با محتوای دیگری ثبت شده است ({fields}).</translation>
        </message>
        <message>
            <source>Row {row}: {reasons}</source>
            <translation>ردیف {row}: {reasons}</translation>
        </message>
        <message>
            <source>The answer about satisfaction came after the last day: choose whether it counts.</source>
            <translation>پاسخ پرسش رضایت پس از مهلت رسیده است: تعیین کنید که شمرده شود یا نه.</translation>
        </message>
        <message>
            <source>The answer about satisfaction has more than one digit: choose the mark.</source>
            <translation>پاسخ پرسش رضایت بیش از یک رقم دارد: امتیاز را انتخاب کنید.</translation>
        </message>
        <message>
            <source>The answer about satisfaction is none of the marks 1 to 5.</source>
            <translation>پاسخ پرسش رضایت از امتیازهای ۱ تا ۵ نیست.</translation>
        </message>
        <message>
            <source>The comment did not come by letter; it was taken in without the number. By letter goes what says so in the column of the channel.</source>
            <translation>این نظر با نامه نرسیده است و بدون شمارهٔ نامه پذیرفته شد. نظرِ رسیده با نامه آن است که در ستون راه دریافت «نامه» آمده باشد.</translation>
        </message>
        <message>
            <source>The draft does not stand before the public.</source>
            <translation>پیش‌نویس در معرض نقد نیست.</translation>
        </message>
        <message>
            <source>The draft has no such provision; the comment was taken in and waits as unsure.</source>
            <translation>پیش‌نویس چنین ماده یا بندی ندارد؛ نظر ثبت شد و در «نامطمئن» می‌ماند.</translation>
        </message>
        <message>
            <source>The line is no JSON object.</source>
            <translation>این سطر یک شیء JSON نیست.</translation>
        </message>
        <message>
            <source>The mail ended the process that reads files; it may be damaged or harmful.</source>
            <translation>این رایانامه فرایند خواندن فایل‌ها را از کار انداخت؛ شاید خراب یا زیان‌بار باشد.</translation>
        </message>
        <message>
            <source>The mail is larger than 30 megabytes.</source>
            <translation>رایانامه از ۳۰ مگابایت بزرگ‌تر است.</translation>
        </message>
        <message>
            <source>The mail is nested deeper than any mail that a person writes.</source>
            <translation>رایانامه چنان تودرتوست که نوشتهٔ آدم نیست.</translation>
        </message>
        <message>
            <source>The mail would take too much memory; it may be harmful.</source>
            <translation>این رایانامه به حافظهٔ بیش از اندازه نیاز دارد؛ شاید زیان‌بار باشد.</translation>
        </message>
        <message>
            <source>The petition has another mark already; a mark is not replaced.</source>
            <translation>این درخواست پیش‌تر امتیاز دیگری گرفته است؛ امتیاز جایگزین نمی‌شود.</translation>
        </message>
        <message>
            <source>The petition is not resolved yet.</source>
            <translation>این درخواست هنوز رسیدگی نشده است.</translation>
        </message>
        <message>
            <source>The process that reads files does not start.</source>
            <translation>فرایند خواندن فایل‌ها آغاز نمی‌شود.</translation>
        </message>
        <message>
            <source>The question about satisfaction is answered already; an answer is not replaced.</source>
            <translation>به پرسش رضایت پیش‌تر پاسخ داده شده است؛ پاسخ جایگزین نمی‌شود.</translation>
        </message>
        <message>
            <source>The row holds characters that no database can keep.</source>
            <translation>در این ردیف نویسه‌هایی هست که در هیچ پایگاه داده‌ای نگه داشته نمی‌شود.</translation>
        </message>
        <message>
            <source>The row is about another draft.</source>
            <translation>این سطر دربارهٔ پیش‌نویس دیگری است.</translation>
        </message>
        <message>
            <source>The text of {rows} rows holds HTML; it was kept and is shown as plain text.</source>
            <translation>متن {rows} ردیف کد HTML دارد؛ همان‌گونه نگه داشته شد و فقط به شکل متن ساده نمایش داده می‌شود.</translation>
        </message>
        <message>
            <source>The text of {rows} rows holds control or direction characters; it was kept and is shown with signs.</source>
            <translation>متن {rows} ردیف نویسه‌های کنترلی یا جهت‌گردان دارد؛ همان‌گونه نگه داشته شد و با نشانه نمایش داده می‌شود.</translation>
        </message>
        <message>
            <source>The words of the answer about satisfaction contradict its digit: choose the mark.</source>
            <translation>نوشتهٔ پاسخ پرسش رضایت با رقم آن نمی‌خواند: امتیاز را انتخاب کنید.</translation>
        </message>
        <message>
            <source>There are more cells than columns; a text with the separator in it needs quotes.</source>
            <translation>تعداد خانه‌ها از ستون‌ها بیشتر است؛ متنی که جداکننده در خود دارد باید درون گیومهٔ لاتین باشد.</translation>
        </message>
        <message>
            <source>There is more text than in any letter.</source>
            <translation>متن آن از هر نامه‌ای بلندتر است.</translation>
        </message>
        <message>
            <source>There is no petition of this tracking code here, or its personal data was masked.</source>
            <translation>درخواستی با این کد رهگیری در دسترس شما نیست، یا دادهٔ شخصی آن پوشانده شده است.</translation>
        </message>
        <message>
            <source>This is no mail that can be read.</source>
            <translation>این رایانامه خواندنی نیست.</translation>
        </message>
        <message>
            <source>This mail is no report of a mail server.</source>
            <translation>این رایانامه گزارش سرور رایانامه نیست.</translation>
        </message>
        <message>
            <source>Two questions about satisfaction wait for an answer from this sender: choose the petition.</source>
            <translation>دو پرسش رضایت از این فرستنده در انتظار پاسخ است: درخواست را انتخاب کنید.</translation>
        </message>
        <message>
            <source>{rows} comments came from one sender; each is kept, the sender counts as one person.</source>
            <translation>{rows} نظر از یک فرستنده است؛ همه می‌ماند و او یک نفر به شمار می‌آید.</translation>
        </message>
        <message>
            <source>{rows} parts of longer text messages were joined.</source>
            <translation>{rows} بخش از پیامک‌های بلند به هم پیوست.</translation>
        </message>
        <message>
            <source>{rows} rows lack a required part of the identity: they are notices, which get no reply.</source>
            <translation>در {rows} ردیف بخشی از مشخصات لازم نیست: بدون پاسخ ثبت شدند و پاسخی به آن‌ها داده نمی‌شود.</translation>
        </message>
        <message>
            <source>{rows} rows were written to petitions that were there already, and stand beside them.</source>
            <translation>{rows} سطر نوشته‌ای برای درخواستی موجود بود و به همان پیوست.</translation>
        </message>
        <message>
            <source>{rows} text messages came without one of their parts.</source>
            <translation>{rows} پیامک بی یکی از بخش‌هایش رسید.</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A choice has no place in the text: its words were not taken, or another wording changed them. Take it back, then save.</source>
            <translation>یکی از انتخاب‌ها در متن جا ندارد: عبارتِ آن گرفته نشده یا پیشنهاد دیگری آن را تغییر داده است. آن را پس بگیرید و دوباره ذخیره کنید.</translation>
        </message>
        <message>
            <source>A complaint is never closed by the clerk who handles it; a colleague or the manager does.</source>
            <translation>شکایت را کارشناس خودش نمی‌بندد؛ همکار یا مدیر آن را می‌بندد.</translation>
        </message>
        <message>
            <source>A deputy has to be a clerk, legal reviewer or manager in their own right.</source>
            <translation>جانشین باید خودش کارشناس، کارشناس حقوقی یا مدیر باشد.</translation>
        </message>
        <message>
            <source>A letter goes out when the draft stands before the public: it tells the last day.</source>
            <translation>نامه هنگامی صادر می‌شود که پیش‌نویس در معرض نظر عمومی باشد، زیرا روز پایان مهلت در آن می‌آید.</translation>
        </message>
        <message>
            <source>A newer revision exists. Compare with the last one, so that nothing of it is undone unseen.</source>
            <translation>نسخهٔ جدیدتری آمده است. با نسخهٔ آخر مقایسه کنید تا چیزی از آن نادیده پس گرفته نشود.</translation>
        </message>
        <message>
            <source>A second person has to confirm this role.</source>
            <translation>این نقش را باید نفر دوم تأیید کند.</translation>
        </message>
        <message>
            <source>A time of retention needs its legal basis.</source>
            <translation>مدت نگهداری مبنای قانونی می‌خواهد.</translation>
        </message>
        <message>
            <source>Administration is not delegated: give the person the role instead.</source>
            <translation>راهبری سامانه واگذار نمی‌شود؛ به جای آن خود نقش را به او بدهید.</translation>
        </message>
        <message>
            <source>After several wrong codes the next one is taken in {count} minutes; this one was not looked at.</source>
            <translation>پس از چند کد نادرست، کد بعدی تا {count} دقیقهٔ دیگر پذیرفته نمی‌شود؛ این کد بررسی نشد.</translation>
        </message>
        <message>
            <source>Among the accounts that came with the data no administrator has this user name.</source>
            <translation>در میان حساب‌هایی که همراه داده‌ها آمده‌اند، هیچ راهبر سامانه‌ای این نام کاربری را ندارد.</translation>
        </message>
        <message>
            <source>An item is not a duplicate of itself; give the other one's tracking code.</source>
            <translation>هیچ موردی تکراری خودش نیست؛ کد رهگیری مورد دیگر را بنویسید.</translation>
        </message>
        <message>
            <source>Another question to the same number or address waits for its answer.</source>
            <translation>پرسش دیگری از همین شماره یا نشانی در انتظار پاسخ است.</translation>
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
            <source>At least one outcome with an answer and one without have to stay offered.</source>
            <translation>دست‌کم یک نتیجه با پاسخ و یک نتیجه بدون پاسخ باید قابل انتخاب بماند.</translation>
        </message>
        <message>
            <source>Duplicates are closed one by one: each names the one that it repeats.</source>
            <translation>تکراری‌ها یک‌به‌یک بسته می‌شوند: هرکدام نشان می‌دهد تکرار کدام است.</translation>
        </message>
        <message>
            <source>Fields of the identity are still missing that the office requires. Nothing was changed.</source>
            <translation>هنوز بخشی از مشخصات لازم کم است. چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <source>It does not have this label.</source>
            <translation>این برچسب را ندارد.</translation>
        </message>
        <message>
            <source>It has this label already.</source>
            <translation>این برچسب را دارد.</translation>
        </message>
        <message>
            <source>It is in this unit already.</source>
            <translation>درخواست هم‌اکنون در همین واحد است.</translation>
        </message>
        <message>
            <source>It is kept back by a label, or by something open that hangs on it.</source>
            <translation>برچسبی یا کاری باز آن را نگه داشته است.</translation>
        </message>
        <message>
            <source>It is no notice: its identity is complete.</source>
            <translation>مشخصات فرستندهٔ آن کامل است.</translation>
        </message>
        <message>
            <source>It is not long enough ago that it was resolved.</source>
            <translation>از رسیدگی به آن هنوز زمان کافی نگذشته است.</translation>
        </message>
        <message>
            <source>It is so already; nothing was changed.</source>
            <translation>هم‌اکنون همین‌گونه است؛ چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <source>It is there already, and no answer has come yet.</source>
            <translation>پیش‌تر برای همین‌جا رفته و هنوز پاسخی نیامده است.</translation>
        </message>
        <message>
            <source>It waits for the petitioner; go on with it first, or close it by itself.</source>
            <translation>در انتظار متقاضی است؛ نخست کار را ادامه دهید یا آن را جداگانه ببندید.</translation>
        </message>
        <message>
            <source>Its sender's identity is incomplete: a notice gets no reply. Complete the identity first.</source>
            <translation>مشخصات فرستنده ناقص است و پاسخی داده نمی‌شود. نخست مشخصات را کامل کنید.</translation>
        </message>
        <message>
            <source>Marks belong to a person: sign in with an account of your own.</source>
            <translation>نشان‌ها از آن اشخاص است: با حساب خودتان وارد شوید.</translation>
        </message>
        <message>
            <source>Messages of this way are off until an administrator switches them on.</source>
            <translation>این نوع پیام تا روشن شدن از سوی راهبر سامانه خاموش است.</translation>
        </message>
        <message>
            <source>No reply was sent yet: a letter goes out with the reply that resolves the petition.</source>
            <translation>هنوز پاسخی داده نشده است: نامه با پاسخی صادر می‌شود که درخواست را به پایان می‌رساند.</translation>
        </message>
        <message>
            <source>No retention is set: an administrator enters its years and basis first.</source>
            <translation>مدت نگهداری تعیین نشده است؛ نخست راهبر سامانه سال‌ها و مبنای آن را وارد می‌کند.</translation>
        </message>
        <message>
            <source>No revision came after the one that the public read.</source>
            <translation>پس از نسخه‌ای که در معرض نقد عمومی بود، نسخهٔ دیگری نیامده است.</translation>
        </message>
        <message>
            <source>Nobody asks for this role any more.</source>
            <translation>دیگر کسی این نقش را نخواسته است.</translation>
        </message>
        <message>
            <source>Nobody is their own deputy.</source>
            <translation>هیچ‌کس جانشین خودش نیست.</translation>
        </message>
        <message>
            <source>Nobody makes themself a deputy where a second person is: another administrator does it.</source>
            <translation>جایی که نفر دومی هست، کسی خود را جانشین نمی‌کند: راهبر سامانهٔ دیگری این کار را می‌کند.</translation>
        </message>
        <message>
            <source>Nobody of the staff is meant.</source>
            <translation>چنین کسی میان کارکنان نیست.</translation>
        </message>
        <message>
            <source>Nobody refers to themselves.</source>
            <translation>کسی به خودش ارجاع نمی‌دهد.</translation>
        </message>
        <message>
            <source>Nobody was asked about this petition.</source>
            <translation>دربارهٔ این درخواست از کسی پرسیده نشده است.</translation>
        </message>
        <message>
            <source>Nothing changes by that: it stands there already.</source>
            <translation>با این کار چیزی تغییر نمی‌کند؛ همین ثبت شده است.</translation>
        </message>
        <message>
            <source>One's own password is not reset: change it, with the old one.</source>
            <translation>گذرواژهٔ خود را نمی‌توان بازنشانی کرد؛ آن را با گذرواژهٔ پیشین عوض کنید.</translation>
        </message>
        <message>
            <source>Only a clerk of the same unit can take it over.</source>
            <translation>تنها کارشناس همین واحد می‌تواند آن را تحویل بگیرد.</translation>
        </message>
        <message>
            <source>Only a letter has a number.</source>
            <translation>فقط نامه شماره دارد.</translation>
        </message>
        <message>
            <source>Only a notice, whose sender's identity is incomplete, is closed as noted.</source>
            <translation>این نتیجه تنها برای درخواستی است که مشخصات فرستندهٔ آن ناقص است.</translation>
        </message>
        <message>
            <source>Only the manager of the unit gives a clerk's petition back to the unit.</source>
            <translation>فقط مدیر واحد می‌تواند درخواستی را که دست کارشناس است به واحد برگرداند.</translation>
        </message>
        <message>
            <source>Recovery codes are for a database on one PC. Here the administrator sets a new password.</source>
            <translation>کد بازیابی فقط برای پایگاه دادهٔ یک رایانه است. اینجا راهبر سامانه گذرواژهٔ جدید تعیین می‌کند.</translation>
        </message>
        <message>
            <source>Sample data goes into an empty database only; this one holds petitions.</source>
            <translation>دادهٔ نمونه تنها در پایگاه دادهٔ خالی ریخته می‌شود؛ این پایگاه داده درخواست دارد.</translation>
        </message>
        <message>
            <source>The absent person has no such role there, so there is nothing to delegate.</source>
            <translation>فرد غایب در آنجا چنین نقشی ندارد؛ چیزی برای واگذاری نیست.</translation>
        </message>
        <message>
            <source>The account is disabled, not locked: let it sign in again.</source>
            <translation>این حساب غیرفعال است، نه قفل؛ ورود آن را آزاد کنید.</translation>
        </message>
        <message>
            <source>The annotation was made on a later revision than the one shown.</source>
            <translation>این حاشیه روی نسخه‌ای جدیدتر از نسخهٔ نمایش‌داده نوشته شده است.</translation>
        </message>
        <message>
            <source>The clock is in order; there is nothing to confirm.</source>
            <translation>ساعت درست است و چیزی برای تأیید نیست.</translation>
        </message>
        <message>
            <source>The comment is out of sight; show it again first.</source>
            <translation>این نظر پنهان است؛ نخست دوباره نمایانش کنید.</translation>
        </message>
        <message>
            <source>The comment was decided in the meantime; it stays.</source>
            <translation>دربارهٔ این نظر در این میان تصمیم گرفته شده است و همان می‌ماند.</translation>
        </message>
        <message>
            <source>The day is over.</source>
            <translation>آن روز گذشته است.</translation>
        </message>
        <message>
            <source>The day is still to come.</source>
            <translation>این روز هنوز نرسیده است.</translation>
        </message>
        <message>
            <source>The document has no text yet; import its first revision.</source>
            <translation>سند هنوز متنی ندارد؛ نخست نسخهٔ اول را وارد کنید.</translation>
        </message>
        <message>
            <source>The draft is not open to comments any more.</source>
            <translation>مهلت نقد این پیش‌نویس پایان یافته است.</translation>
        </message>
        <message>
            <source>The first administrator exists already; sign in.</source>
            <translation>راهبر سامانهٔ نخست پیش‌تر ساخته شده است؛ وارد شوید.</translation>
        </message>
        <message>
            <source>The identity is incomplete. Tell the caller that no reply is given, and mark that you did.</source>
            <translation>مشخصات ناقص است. به تماس‌گیرنده بگویید که پاسخی داده نمی‌شود و گفتن آن را علامت بزنید.</translation>
        </message>
        <message>
            <source>The last administrator can be neither disabled nor demoted.</source>
            <translation>آخرین راهبر سامانه را نمی‌توان غیرفعال کرد یا نقشش را گرفت.</translation>
        </message>
        <message>
            <source>The last day for an answer is over.</source>
            <translation>مهلت پاسخ گذشته است.</translation>
        </message>
        <message>
            <source>The last day is before the first.</source>
            <translation>روز پایان پیش از روز آغاز است.</translation>
        </message>
        <message>
            <source>The last summing-up does not have the decision on this comment; its sender is not told.</source>
            <translation>تصمیم این نظر در آخرین گزارش جمع‌بندی نیست؛ به فرستندهٔ آن پیام فرستاده نمی‌شود.</translation>
        </message>
        <message>
            <source>The merge cannot be taken back any more: the label was changed after it.</source>
            <translation>این ادغام دیگر لغو نمی‌شود: برچسب پس از آن تغییر کرده است.</translation>
        </message>
        <message>
            <source>The office asks nobody how satisfied they are.</source>
            <translation>پرسش رضایت در این اداره خاموش است.</translation>
        </message>
        <message>
            <source>The office does not offer this outcome any more; choose another one.</source>
            <translation>اداره دیگر این نتیجه را پیشنهاد نمی‌کند؛ نتیجهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>The office needs a name.</source>
            <translation>اداره باید نام داشته باشد.</translation>
        </message>
        <message>
            <source>The owner still has the one-time password; when they have chosen their own, it can be confirmed.</source>
            <translation>صاحب حساب هنوز گذرواژهٔ یک‌بارمصرف دارد؛ وقتی گذرواژهٔ خود را انتخاب کرد، می‌توان آن را تأیید کرد.</translation>
        </message>
        <message>
            <source>The page of this letter is not what went out; restore it from a back-up.</source>
            <translation>متن نگه‌داری‌شدهٔ این نامه همان نیست که صادر شده است؛ آن را از پشتیبان بازیابی کنید.</translation>
        </message>
        <message>
            <source>The person does not have this role any more.</source>
            <translation>این شخص دیگر این نقش را ندارد.</translation>
        </message>
        <message>
            <source>The person has this role already.</source>
            <translation>این شخص از پیش این نقش را دارد.</translation>
        </message>
        <message>
            <source>The personal data of this petition was masked, and its letters were erased with it.</source>
            <translation>داده‌های شخصی این درخواست پوشانده شده و متن نامه‌های آن نیز پاک شده است.</translation>
        </message>
        <message>
            <source>The personal data of this petition was masked; no letter goes out any more.</source>
            <translation>داده‌های شخصی این درخواست پوشانده شده است و دیگر نامه‌ای برای آن صادر نمی‌شود.</translation>
        </message>
        <message>
            <source>The petition was taken up again after the question; its answer does not count.</source>
            <translation>رسیدگی به این درخواست پس از پرسش دوباره آغاز شده است؛ پاسخ آن شمرده نمی‌شود.</translation>
        </message>
        <message>
            <source>The petitioner has said already how satisfied they are.</source>
            <translation>میزان رضایت متقاضی پیش‌تر ثبت شده است.</translation>
        </message>
        <message>
            <source>The petitioner left no number or address for the question.</source>
            <translation>متقاضی شماره یا نشانی برای این پرسش نداده است.</translation>
        </message>
        <message>
            <source>The question about this petition is answered already.</source>
            <translation>به پرسش این درخواست پیش‌تر پاسخ داده شده است.</translation>
        </message>
        <message>
            <source>The question about this petition is not due.</source>
            <translation>هنگام پرسش دربارهٔ این درخواست نرسیده است.</translation>
        </message>
        <message>
            <source>The revision in between has to stand between the published and the final one.</source>
            <translation>نسخهٔ میانی باید پس از نسخهٔ منتشرشده و پیش از نسخهٔ نهایی باشد.</translation>
        </message>
        <message>
            <source>The rule of retention was changed meanwhile; what was masked stays so. Count again.</source>
            <translation>قاعدهٔ نگهداری در این میان تغییر کرد؛ داده‌های پوشانده‌شده همان‌طور می‌ماند. دوباره بشمارید.</translation>
        </message>
        <message>
            <source>The second person is somebody else, not you.</source>
            <translation>نفر دوم کس دیگری است، نه خود شما.</translation>
        </message>
        <message>
            <source>The sender of this comment left nothing to be reached by.</source>
            <translation>فرستندهٔ این نظر شماره یا نشانی قابل استفاده نگذاشته است.</translation>
        </message>
        <message>
            <source>The sender of this comment was told already.</source>
            <translation>نتیجه پیش‌تر به فرستندهٔ این نظر اعلام شده است.</translation>
        </message>
        <message>
            <source>The server knows this name for something else; choose another.</source>
            <translation>سرور این نام را برای چیز دیگری می‌شناسد؛ نام دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>The template of this letter names what it does not know, or lacks what it needs; an administrator puts it right under administration, letters.</source>
            <translation>الگوی این نامه چیزی را نام می‌برد که برنامه نمی‌شناسد، یا آنچه باید داشته باشد ندارد؛ راهبر سامانه آن را در مدیریت، بخش نامه‌ها درست می‌کند.</translation>
        </message>
        <message>
            <source>The text is the same as the last revision; nothing was added.</source>
            <translation>متن با نسخهٔ پیشین یکی است؛ نسخه‌ای افزوده نشد.</translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation>متن بیش از اندازه بلند است.</translation>
        </message>
        <message>
            <source>The unit is not in use any more.</source>
            <translation>این واحد دیگر در کار نیست.</translation>
        </message>
        <message>
            <source>The unit still holds {count} open petitions, or owes them an answer. Refer them to other units first.</source>
            <translation>{count} درخواست باز هنوز در این واحد است یا پاسخش را از این واحد می‌خواهند. نخست آن‌ها را به واحدهای دیگر ارجاع دهید.</translation>
        </message>
        <message>
            <source>The value is outside of what is allowed.</source>
            <translation>این مقدار بیرون از حد مجاز است.</translation>
        </message>
        <message>
            <source>The words of this petition were masked; they are no comment any more.</source>
            <translation>متن این درخواست پوشانده شده است و دیگر نظر به شمار نمی‌آید.</translation>
        </message>
        <message>
            <source>There is a label with this name already.</source>
            <translation>برچسبی با این نام از پیش هست.</translation>
        </message>
        <message>
            <source>There is a newer edition of this report; correct that one.</source>
            <translation>این گزارش ویرایش جدیدتری دارد؛ همان را اصلاح کنید.</translation>
        </message>
        <message>
            <source>There is no recovery code for this database.</source>
            <translation>برای این پایگاه داده کد بازیابی معتبری وجود ندارد.</translation>
        </message>
        <message>
            <source>There is no such label.</source>
            <translation>چنین برچسبی نیست.</translation>
        </message>
        <message>
            <source>There is no such role.</source>
            <translation>چنین نقشی نیست.</translation>
        </message>
        <message>
            <source>There is nothing of yours to take back: somebody built on it.</source>
            <translation>چیزی برای لغو نیست؛ پس از آن کار دیگری انجام شده است.</translation>
        </message>
        <message>
            <source>These words are there already; nothing was added.</source>
            <translation>همین متن از پیش ثبت شده است؛ چیزی افزوده نشد.</translation>
        </message>
        <message>
            <source>They were asked about this petition already.</source>
            <translation>دربارهٔ این درخواست پیش‌تر پرسیده شده است.</translation>
        </message>
        <message>
            <source>This account waits for nobody any more.</source>
            <translation>این حساب دیگر در انتظار کسی نیست.</translation>
        </message>
        <message>
            <source>This cannot be done in the state that the item is in now.</source>
            <translation>در وضعیت کنونی این کار شدنی نیست.</translation>
        </message>
        <message>
            <source>This clerk has it already.</source>
            <translation>هم‌اکنون نزد همین کارشناس است.</translation>
        </message>
        <message>
            <source>This document is finished; it takes no more revisions.</source>
            <translation>کار این سند پایان یافته است و نسخهٔ جدید نمی‌پذیرد.</translation>
        </message>
        <message>
            <source>This is no answer from the number or address that was asked about this petition.</source>
            <translation>این پاسخ از شماره یا نشانی‌ای نیست که دربارهٔ این درخواست از آن پرسیده شد.</translation>
        </message>
        <message>
            <source>This is not the recovery code. Compare it with the paper; the try was recorded.</source>
            <translation>این کد بازیابی درست نیست. آن را با کاغذ مقایسه کنید؛ این تلاش در سوابق ثبت شد.</translation>
        </message>
        <message>
            <source>This item is registered already.</source>
            <translation>این مورد پیش‌تر ثبت شده است.</translation>
        </message>
        <message>
            <source>This label is retired; choose another one.</source>
            <translation>این برچسب کنار گذاشته شده است؛ برچسب دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <source>This letter went out already; it is printed as it went out.</source>
            <translation>این نامه پیش‌تر صادر شده است و همان‌گونه که صادر شده چاپ می‌شود.</translation>
        </message>
        <message>
            <source>This needs a text; write it first.</source>
            <translation>این کار متن می‌خواهد؛ نخست آن را بنویسید.</translation>
        </message>
        <message>
            <source>This outcome needs a reason for the history.</source>
            <translation>این نتیجه برای سابقه دلیل می‌خواهد.</translation>
        </message>
        <message>
            <source>This paper goes out without a number.</source>
            <translation>این برگه شماره نمی‌گیرد.</translation>
        </message>
        <message>
            <source>This period is not over yet; its report can be issued from the day after its last day.</source>
            <translation>این دوره هنوز به پایان نرسیده است؛ گزارش آن از فردای آخرین روزش صادر می‌شود.</translation>
        </message>
        <message>
            <source>This person is the deputy on some of these days already.</source>
            <translation>این فرد در بخشی از همین روزها جانشین است.</translation>
        </message>
        <message>
            <source>This petition is no duplicate of another one.</source>
            <translation>این درخواست تکراری درخواست دیگری نیست.</translation>
        </message>
        <message>
            <source>This referral has come back already, or was recalled.</source>
            <translation>این ارجاع پیش‌تر برگشته یا پس گرفته شده است.</translation>
        </message>
        <message>
            <source>This report was issued already. A correction is a new edition and says why.</source>
            <translation>این گزارش پیش‌تر صادر شده است. اصلاح آن ویرایش جدیدی است که علتش را می‌گوید.</translation>
        </message>
        <message>
            <source>This role waits for a second person already.</source>
            <translation>این نقش از پیش در انتظار نفر دوم است.</translation>
        </message>
        <message>
            <source>Too many numbers of nobody were looked up within an hour; it goes on later.</source>
            <translation>در یک ساعت شماره‌های ناشناس زیادی جست‌وجو شد؛ دیرتر دوباره ممکن می‌شود.</translation>
        </message>
        <message>
            <source>Two people of the office confirm the day, the second one with their name and password here.</source>
            <translation>دو نفر از اداره روز را تأیید می‌کنند، نفر دوم با نام کاربری و گذرواژهٔ خود در همین‌جا.</translation>
        </message>
        <message>
            <source>What is kept of this report is not what was issued: its hash differs. Tell the administrator; do not use it.</source>
            <translation>نسخهٔ نگهداری‌شدهٔ این گزارش همان نیست که صادر شد: کد صحت آن فرق دارد. به راهبر سامانه بگویید و آن را به کار نبرید.</translation>
        </message>
        <message>
            <source>What this refers to is not there any more.</source>
            <translation>آنچه این کار به آن برمی‌گردد دیگر نیست.</translation>
        </message>
        <message>
            <source>Whoever asked for it, and whom it is for, are not the second person; somebody else confirms it.</source>
            <translation>کسی که درخواست کرده و کسی که برای اوست نفر دوم نیستند؛ شخص دیگری تأیید می‌کند.</translation>
        </message>
        <message>
            <source>Whoever asked for the role takes it back; you can decline it.</source>
            <translation>درخواست نقش را همان که خواسته پس می‌گیرد؛ شما می‌توانید رد کنید.</translation>
        </message>
        <message>
            <source>You hold too many codes of forms that are open. Put some of the forms away.</source>
            <translation>کد فرم‌های باز شما از اندازه بیشتر شده است؛ چند فرم را کنار بگذارید.</translation>
        </message>
        <message>
            <source>Your role does not allow this here.</source>
            <translation>نقش شما اجازهٔ این کار را در این واحد نمی‌دهد.</translation>
        </message>
    </context>
    <context>
        <name>SavedReplies</name>
        <message>
            <source>Enter puts it where you are writing; nothing is sent.</source>
            <translation>با Enter در جایی که می‌نویسید گذاشته می‌شود؛ چیزی فرستاده نمی‌شود.</translation>
        </message>
        <message>
            <source>Enter removes it; it can be undone.</source>
            <translation>با Enter حذف می‌شود؛ این کار قابل لغو است.</translation>
        </message>
        <message>
            <source>Keep what is written as a reply of one's own: {typed}</source>
            <translation>نگه داشتن نوشته به نام پاسخ آمادهٔ خودم: {typed}</translation>
        </message>
        <message>
            <source>Kept as a reply of your own: {title}</source>
            <translation>پاسخ آمادهٔ خودتان نگه داشته شد: {title}</translation>
        </message>
        <message>
            <source>Name or words of a saved reply</source>
            <translation>نام یا واژه‌ای از پاسخ آماده</translation>
        </message>
        <message>
            <source>No saved reply has these words.</source>
            <translation>هیچ پاسخ آماده‌ای این واژه‌ها را ندارد.</translation>
        </message>
        <message>
            <source>Not known of this petition, write it yourself: {names}</source>
            <translation>این درخواست آن را ندارد، خودتان بنویسید: {names}</translation>
        </message>
        <message>
            <source>Remove a saved reply of one's own</source>
            <extracomment>Carries a message and its undo callback.</extracomment>
            <translation>حذف یکی از پاسخ‌های آمادهٔ خودم</translation>
        </message>
        <message>
            <source>Removed from your saved replies: {title}</source>
            <translation>از پاسخ‌های آمادهٔ شما حذف شد: {title}</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <translation>پاسخ‌های آماده</translation>
        </message>
        <message>
            <source>You have no saved replies of your own.</source>
            <translation>پاسخ آماده‌ای از خودتان ندارید.</translation>
        </message>
        <message>
            <source>{title} (your own)</source>
            <translation>{title} (خودتان)</translation>
        </message>
    </context>
    <context>
        <name>SavedViews</name>
        <message>
            <source>Another name …</source>
            <translation>نام دیگر …</translation>
        </message>
        <message>
            <source>Go to a saved view</source>
            <translation>رفتن به نمای ذخیره‌شده</translation>
        </message>
        <message>
            <source>Keep it as “{typed}”</source>
            <translation>ذخیره با نام «{typed}»</translation>
        </message>
        <message>
            <source>Keep what was changed in it</source>
            <translation>ذخیرهٔ تغییرهای همین نما</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>نام نما</translation>
        </message>
        <message>
            <source>No view is called so.</source>
            <translation>نمایی به این نام نیست.</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>حذف این نما</translation>
        </message>
        <message>
            <source>Save this view</source>
            <extracomment>The latest dialog.</extracomment>
            <translation>ذخیرهٔ این نما</translation>
        </message>
        <message>
            <source>Save this view …</source>
            <translation>ذخیرهٔ این نما …</translation>
        </message>
        <message>
            <source>Saved</source>
            <extracomment>Total width of the buttons that were added later, in pixels.</extracomment>
            <translation>ذخیره‌شده</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>نماهای ذخیره‌شده</translation>
        </message>
        <message>
            <source>Share it with a unit …</source>
            <translation>اشتراک با یک واحد …</translation>
        </message>
        <message>
            <source>Share with which unit?</source>
            <translation>اشتراک با کدام واحد؟</translation>
        </message>
        <message>
            <source>The view “{name}” is for you alone now.</source>
            <translation>نمای «{name}» اکنون تنها برای شماست.</translation>
        </message>
        <message>
            <source>The view “{name}” is kept.</source>
            <translation>نمای «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>The view “{name}” is shared with {unit}.</source>
            <translation>نمای «{name}» با {unit} مشترک شد.</translation>
        </message>
        <message>
            <source>The view “{name}” was changed.</source>
            <translation>نمای «{name}» تغییر کرد.</translation>
        </message>
        <message>
            <source>The view “{name}” was removed.</source>
            <translation>نمای «{name}» حذف شد.</translation>
        </message>
        <message>
            <source>Type a name; Enter keeps it.</source>
            <translation>نامی بنویسید؛ Enter ذخیره می‌کند.</translation>
        </message>
        <message>
            <source>with nobody: for me alone</source>
            <translation>با هیچ‌کس: تنها برای من</translation>
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
        <name>Settings</name>
        <message>
            <source>File of the office</source>
            <translation>فایل اداره</translation>
        </message>
        <message>
            <source>File of the user</source>
            <translation>فایل کاربر</translation>
        </message>
        <message>
            <source>The office has fixed this value.</source>
            <translation>این مقدار را اداره ثابت کرده است.</translation>
        </message>
        <message>
            <source>The office's settings for this PC are written: {path}.</source>
            <translation>تنظیمات اداره برای این رایانه ثبت شد: {path}</translation>
        </message>
        <message>
            <source>command line</source>
            <translation>خط فرمان</translation>
        </message>
        <message>
            <source>default</source>
            <translation>پیش‌فرض</translation>
        </message>
        <message>
            <source>environment variable</source>
            <translation>متغیر محیطی</translation>
        </message>
        <message>
            <source>fixed</source>
            <translation>ثابت</translation>
        </message>
        <message>
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <source>the office</source>
            <translation>اداره</translation>
        </message>
        <message>
            <source>the user</source>
            <translation>کاربر</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>بله</translation>
        </message>
    </context>
    <context>
        <name>Setup</name>
        <message>
            <source>Address of the server</source>
            <translation>نشانی سرور</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>بازگشت</translation>
        </message>
        <message>
            <source>Certificate of the server</source>
            <translation>گواهی سرور</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>گواهی‌ها</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>Choose the certificate …</source>
            <translation>انتخاب گواهی…</translation>
        </message>
        <message>
            <source>Connection test</source>
            <extracomment>Where names and words begin, from the leading edge, and the room of the duration at the trailing one. Steps of a test were shown.</extracomment>
            <translation>آزمون اتصال</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>پایگاه داده</translation>
        </message>
        <message>
            <source>Login of the owner</source>
            <translation>نام کاربری مالک</translation>
        </message>
        <message>
            <source>Name of the database</source>
            <translation>نام پایگاه داده</translation>
        </message>
        <message>
            <source>Name of the database: {name} (change)</source>
            <translation>نام پایگاه داده: {name} (تغییر)</translation>
        </message>
        <message>
            <source>One file on this PC: {path}. For one person at one desk; whoever can open the file can read it. It is made on first use.</source>
            <translation>یک فایل روی همین رایانه: {path}. برای یک نفر پشت یک میز است؛ هر کس بتواند فایل را باز کند آن را می‌خواند. در نخستین استفاده ساخته می‌شود.</translation>
        </message>
        <message>
            <source>Opening the file of this PC …</source>
            <translation>در حال باز کردن فایل این رایانه…</translation>
        </message>
        <message>
            <source>Password of the owner</source>
            <translation>گذرواژهٔ مالک</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>پورت</translation>
        </message>
        <message>
            <source>Prepare (owner) …</source>
            <translation>آماده‌سازی (مالک)…</translation>
        </message>
        <message>
            <source>Prepare the database</source>
            <translation>آماده‌سازی پایگاه داده</translation>
        </message>
        <message>
            <source>Server of the department</source>
            <translation>سرور اداره</translation>
        </message>
        <message>
            <source>Set up the database …</source>
            <translation>تنظیم پایگاه داده…</translation>
        </message>
        <message>
            <source>Several servers that replace each other with commas</source>
            <translation>چند سرور جایگزین با ویرگول از هم جدا می‌شود</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>آزمودن</translation>
        </message>
        <message>
            <source>The file of the authority that signed the server's certificate. It proves that the server is the office's own, and holds no secret.</source>
            <translation>فایل مرجعی که گواهی سرور را امضا کرده است. ثابت می‌کند که سرور از آنِ اداره است و محرمانه نیست.</translation>
        </message>
        <message>
            <source>The owner of the database makes the tables, once. The password is used now and kept nowhere.</source>
            <translation>مالک پایگاه داده یک بار جدول‌ها را می‌سازد. گذرواژه همین حالا به کار می‌رود و جایی نگه داشته نمی‌شود.</translation>
        </message>
        <message>
            <source>This PC</source>
            <extracomment>Whether a button had the focus that is disabled meanwhile.</extracomment>
            <translation>این رایانه</translation>
        </message>
        <message>
            <source>This database cannot be used yet; the one of before stays in force.</source>
            <translation>این پایگاه داده هنوز به کار نمی‌آید؛ پایگاه دادهٔ پیشین سر جای خود است.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Use this database</source>
            <translation>استفاده از این پایگاه داده</translation>
        </message>
        <message>
            <source>Where petitions, drafts and accounts are kept.</source>
            <translation>جایی که درخواست‌ها، پیش‌نویس‌ها و حساب‌ها نگهداری می‌شوند.</translation>
        </message>
        <message>
            <source>Where the database is</source>
            <translation>جای پایگاه داده</translation>
        </message>
        <message>
            <source>{n} of {all} steps</source>
            <translation>{n} از {all} مرحله</translation>
        </message>
        <message>
            <source>{step}: {words}</source>
            <translation>{step}: {words}</translation>
        </message>
        <message>
            <source>{variable} of this PC's environment takes precedence at the next start.</source>
            <translation>متغیر محیطی {variable} در این رایانه، بار دیگر که برنامه باز شود، بر این انتخاب مقدم است.</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Choose a user name.</source>
            <translation>یک نام کاربری انتخاب کنید.</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>پایگاه داده</translation>
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
            <source>I have forgotten my password</source>
            <translation>گذرواژه را فراموش کرده‌ام</translation>
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
            <source>New password</source>
            <translation>گذرواژهٔ جدید</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>گذرواژه</translation>
        </message>
        <message>
            <source>Password once more</source>
            <translation>تکرار گذرواژه</translation>
        </message>
        <message>
            <source>Remember me on this computer</source>
            <translation>به خاطر سپردن من روی این رایانه</translation>
        </message>
        <message>
            <source>Sign in</source>
            <extracomment>Another database was selected: carries the current settings. Previously opened services are closed.</extracomment>
            <translation>ورود</translation>
        </message>
        <message>
            <source>The accounts came with the data, without passwords. Enter the user name of an administrator among them, who then gives everybody else a password.</source>
            <translation>حساب‌ها همراه داده‌ها آمده‌اند، اما گذرواژه‌ها نیامده‌اند. نام کاربری یکی از راهبران سامانه را بنویسید؛ او به بقیه گذرواژه می‌دهد.</translation>
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
            <translation>گذرواژه برای محل نگهداری گذرواژهٔ ویندوز بیش از حد بلند است؛ نگه داشته نشد.</translation>
        </message>
        <message>
            <source>The password that was remembered could not be removed from this computer's store; remove it there.</source>
            <translation>گذرواژه‌ای که به یاد سپرده شده بود از محل نگهداری گذرواژهٔ ویندوز پاک نشد؛ آن را همان‌جا پاک کنید.</translation>
        </message>
        <message>
            <source>The two passwords differ. Type them again.</source>
            <translation>دو گذرواژه یکی نیستند. دوباره بنویسید.</translation>
        </message>
        <message>
            <source>This computer has no store for passwords; type yours.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز روی این رایانه در دسترس نیست؛ گذرواژه را بنویسید.</translation>
        </message>
        <message>
            <source>This computer has no store for passwords; you will be asked for yours next time.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز روی این رایانه در دسترس نیست؛ بار بعد هم گذرواژه پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This computer's store did not keep the password; you will be asked again.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز آن را نگه نداشت؛ بار بعد هم پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This computer's store did not take the password (it may be full); you will be asked again.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز گذرواژه را نپذیرفت (شاید پر باشد)؛ بار دیگر هم پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This computer's store does not give your password; type it.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز گذرواژهٔ شما را نمی‌دهد؛ آن را بنویسید.</translation>
        </message>
        <message>
            <source>This computer's store for passwords does not answer; perhaps a question of it stands behind a window. You will be asked for your password next time.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز پاسخ نمی‌دهد؛ شاید پرسشی از آن پشت پنجره‌ای مانده باشد. بار دیگر گذرواژه پرسیده می‌شود.</translation>
        </message>
        <message>
            <source>This computer's store for passwords does not answer; type yours.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز پاسخ نمی‌دهد؛ گذرواژه را وارد کنید.</translation>
        </message>
        <message>
            <source>This computer's store for passwords is locked; type yours.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز قفل است؛ گذرواژه را بنویسید.</translation>
        </message>
        <message>
            <source>This computer's store for passwords is locked; yours was not kept. Unlock it and sign in again.</source>
            <translation>محل نگهداری گذرواژهٔ ویندوز قفل است؛ گذرواژهٔ شما نگه داشته نشد. قفلش را باز کنید و دوباره وارد شوید.</translation>
        </message>
        <message>
            <source>This computer's store no longer has your password; type it.</source>
            <translation>گذرواژهٔ شما دیگر در محل نگهداری گذرواژهٔ ویندوز نیست؛ آن را بنویسید.</translation>
        </message>
        <message>
            <source>This database is new. Who looks after it?</source>
            <translation>این پایگاه داده‌ای جدید است. راهبر سامانهٔ آن کیست؟</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>تلاش دوباره</translation>
        </message>
        <message>
            <source>Use this password and begin</source>
            <translation>ثبت گذرواژه و ورود</translation>
        </message>
        <message>
            <source>User name</source>
            <extracomment>The rule of the accounts service, stated in advance.</extracomment>
            <translation>نام کاربری</translation>
        </message>
        <message>
            <source>User name (Latin letters and digits)</source>
            <translation>نام کاربری (حروف و رقم لاتین)</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>نسخهٔ {number}</translation>
        </message>
        <message>
            <source>You signed in with a one-time password. Choose one that only you know.</source>
            <translation>با گذرواژهٔ یک‌بارمصرف وارد شدید. گذرواژه‌ای انتخاب کنید که فقط خودتان بدانید.</translation>
        </message>
        <message>
            <source>{what} (at least {count} characters)</source>
            <translation>{what} (دست‌کم {count} نویسه)</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>The history does not fit the seal of {day}: an event up to event {event} was changed, removed or added.</source>
            <translation>سوابق با مُهر {day} نمی‌خواند: رویدادی تا رویداد {event} تغییر کرده، حذف شده یا افزوده شده است.</translation>
        </message>
        <message>
            <source>The history is shorter than the seal of {day}, which goes up to event {event}.</source>
            <translation>سوابق کوتاه‌تر از مُهر {day} است که تا رویداد {event} می‌رسد.</translation>
        </message>
        <message>
            <source>The key file “{name}” cannot be read. Put the stick in, or name another file.</source>
            <translation>فایل کلید «{name}» خوانده نمی‌شود. حافظهٔ همراه را وصل کنید یا فایل دیگری بدهید.</translation>
        </message>
        <message>
            <source>The keyring of this account did not keep the key. Name a file for it with “--key”.</source>
            <translation>محل نگهداری گذرواژهٔ این حساب کلید را نگه نداشت. با «‎--key» فایلی برای آن بدهید.</translation>
        </message>
        <message>
            <source>The seal of {day} fits: no event up to event {event} was changed.</source>
            <translation>مُهر {day} درست است: هیچ رویدادی تا رویداد {event} تغییر نکرده است.</translation>
        </message>
        <message>
            <source>The seal of {day} is of another history: the first event of this one is not the sealed one.</source>
            <translation>مُهر {day} از سوابق دیگری است: نخستین رویداد این سوابق همان رویداد مُهرشده نیست.</translation>
        </message>
        <message>
            <source>The seal “{name}” cannot be read.</source>
            <translation>مُهر «{name}» خوانده نمی‌شود.</translation>
        </message>
        <message>
            <source>The seal “{name}” was changed itself; it proves nothing.</source>
            <translation>خود مُهر «{name}» تغییر کرده است و چیزی را ثابت نمی‌کند.</translation>
        </message>
        <message>
            <source>The seal “{name}” was made with another key; it proves nothing.</source>
            <translation>مُهر «{name}» با کلید دیگری ساخته شده است و چیزی را ثابت نمی‌کند.</translation>
        </message>
        <message>
            <source>There is no event yet, so there is nothing to seal.</source>
            <translation>هنوز رویدادی ثبت نشده است و چیزی برای مُهر کردن نیست.</translation>
        </message>
        <message>
            <source>There is no seal in “{name}”.</source>
            <translation>در «{name}» مُهری نیست.</translation>
        </message>
        <message>
            <source>There is no signing key for this database on this PC. Make one with “audit key”, or name its file with “--key”.</source>
            <translation>برای این پایگاه داده روی این رایانه کلید امضا نیست. با «audit key» کلید بسازید یا فایل آن را با ‎«--key» بدهید.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read.</source>
            <translation>«{name}» خوانده نمی‌شود.</translation>
        </message>
        <message>
            <source>“{name}” is not a key of this program, or it is damaged.</source>
            <translation>«{name}» کلید این برنامه نیست یا آسیب دیده است.</translation>
        </message>
        <message>
            <source>“{name}” is not a seal, or it is damaged.</source>
            <translation>«{name}» مُهر نیست یا آسیب دیده است.</translation>
        </message>
        <message>
            <source>“{name}” is not a signed document of this kind, or it is damaged.</source>
            <translation>«{name}» سند امضاشده از این نوع نیست یا آسیب دیده است.</translation>
        </message>
        <message>
            <source>“{name}” is the private key, which stays with whoever signs. Checking needs the public one.</source>
            <translation>«{name}» کلید خصوصی است که نزد امضاکننده می‌ماند. برای وارسی کلید عمومی لازم است.</translation>
        </message>
        <message>
            <source>“{name}” is the public key, which only checks. Signing needs the private one.</source>
            <translation>«{name}» کلید عمومی است که فقط وارسی می‌کند. برای امضا کلید خصوصی لازم است.</translation>
        </message>
        <message>
            <source>“{name}” is there already and was not overwritten; give another name.</source>
            <translation>«{name}» از پیش هست و رویش نوشته نشد؛ نام دیگری بدهید.</translation>
        </message>
        <message>
            <source>“{name}” was changed after it was signed: its signature does not fit.</source>
            <translation>«{name}» پس از امضا تغییر کرده است: امضایش با آن نمی‌خواند.</translation>
        </message>
        <message>
            <source>“{name}” was signed with another key ({key}) than the given public key.</source>
            <translation>«{name}» با کلید دیگری ({key}) جز کلید عمومی داده‌شده امضا شده است.</translation>
        </message>
    </context>
    <context>
        <name>Sources</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>A sample of its files</source>
            <translation>نمونه‌ای از فایل‌های این منبع</translation>
        </message>
        <message>
            <source>Another sample</source>
            <translation>نمونه‌ای دیگر</translation>
        </message>
        <message>
            <source>As the PC of the scheduled task reaches it. Handled files move to “done” or “rejected” in it.</source>
            <translation>به همان نشانی که رایانهٔ کار زمان‌بندی‌شده آن را می‌بیند. فایل‌های رسیدگی‌شده به «done» یا «rejected» در همین پوشه می‌روند.</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>در دسترس نیست</translation>
        </message>
        <message>
            <source>Back without change</source>
            <translation>بازگشت بدون تغییر</translation>
        </message>
        <message>
            <source>Brings</source>
            <translation>نوع ورودی</translation>
        </message>
        <message>
            <source>By their names</source>
            <translation>از روی نام ستون‌ها</translation>
        </message>
        <message>
            <source>Channel of rows that name none</source>
            <translation>راه دریافت برای ردیف‌های بدون مقدار</translation>
        </message>
        <message>
            <source>Choose columns by a sample…</source>
            <translation>انتخاب ستون‌ها با یک نمونه…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>انتخاب…</translation>
        </message>
        <message>
            <source>Chosen for two fields: {columns}</source>
            <translation>برای دو مشخصه انتخاب شده است: {columns}</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>ستون‌ها</translation>
        </message>
        <message>
            <source>Draft of the comments</source>
            <translation>نظرها دربارهٔ کدام پیش‌نویس است</translation>
        </message>
        <message>
            <source>First rows of the sample</source>
            <translation>ردیف‌های نخست نمونه</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>پوشه</translation>
        </message>
        <message>
            <source>Folder of the source</source>
            <translation>پوشهٔ منبع</translation>
        </message>
        <message>
            <source>Is looked into</source>
            <translation>به آن سر زده می‌شود</translation>
        </message>
        <message>
            <source>It was not looked into yet.</source>
            <translation>هنوز به آن سر زده نشده است.</translation>
        </message>
        <message>
            <source>Kept in the store of the operating system of this PC, and nowhere else. Empty: as it is.</source>
            <translation>فقط در محل نگهداری گذرواژهٔ ویندوز همین رایانه نگه داشته می‌شود. خالی: همان که هست.</translation>
        </message>
        <message>
            <source>Kind of petitions that name none</source>
            <translation>نوع درخواست‌هایی که آن را نگفته‌اند</translation>
        </message>
        <message>
            <source>Lies in</source>
            <translation>کجاست</translation>
        </message>
        <message>
            <source>Looked into last: {when}</source>
            <translation>آخرین سرزدن: {when}</translation>
        </message>
        <message>
            <source>Mail server (IMAP over TLS)</source>
            <translation>سرور رایانامه (IMAP روی TLS)</translation>
        </message>
        <message>
            <source>Mailbox</source>
            <translation>صندوق</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <source>Name or place</source>
            <translation>نام یا جا</translation>
        </message>
        <message>
            <source>New source</source>
            <translation>منبع جدید</translation>
        </message>
        <message>
            <source>No source is set yet</source>
            <translation>هنوز منبعی تعیین نشده است</translation>
        </message>
        <message>
            <source>Not used, and kept with the row as it came: {columns}</source>
            <translation>استفاده نمی‌شود و با خود ردیف نگه داشته می‌شود: {columns}</translation>
        </message>
        <message>
            <source>Not used, and kept with the row as it came: {columns} and {more} more</source>
            <translation>استفاده نمی‌شود و با خود ردیف نگه داشته می‌شود: {columns} و {more} ستون دیگر</translation>
        </message>
        <message>
            <source>Nothing came by it yet</source>
            <extracomment>The full result of the chosen file; the list shows it elided. When the source was last read, and the error if it failed.</extracomment>
            <translation>هنوز چیزی از این راه نرسیده است</translation>
        </message>
        <message>
            <source>Nothing could be made of these:</source>
            <translation>از این ردیف‌ها چیزی به دست نیامد:</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>گذرواژه</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>پورت</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>رد شده</translation>
        </message>
        <message>
            <source>Report on “{name}”</source>
            <translation>گزارش «{name}»</translation>
        </message>
        <message>
            <source>Source: {source}; {when}</source>
            <translation>منبع: {source}؛ {when}</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>منبع‌ها</translation>
        </message>
        <message>
            <source>Take these columns</source>
            <translation>همین ستون‌ها</translation>
        </message>
        <message>
            <source>The names of the columns tell which field they give.</source>
            <translation>از روی نام ستون‌ها پیداست که هر ستون چیست.</translation>
        </message>
        <message>
            <source>The source was saved, but this PC's store did not keep the password; rounds on this PC cannot sign in.</source>
            <translation>منبع ذخیره شد، ولی گذرواژه در محل نگهداری گذرواژهٔ ویندوز نماند؛ از این رایانه نمی‌شود به صندوق وارد شد.</translation>
        </message>
        <message>
            <source>The source “{name}” was saved.</source>
            <translation>منبع «{name}» ذخیره شد.</translation>
        </message>
        <message>
            <source>These wait in quarantine, and are put right in the administration:</source>
            <translation>این ردیف‌ها در قرنطینه‌اند و در مدیریت اصلاح می‌شوند:</translation>
        </message>
        <message>
            <source>They stand in “{name}”: mend them there and put it into the folder again.</source>
            <translation>این ردیف‌ها در «{name}» آمده است؛ همان‌جا اصلاح کنید و فایل را دوباره در پوشه بگذارید.</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>نیازمند بررسی</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>در حال خواندن</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>نام کاربری</translation>
        </message>
        <message>
            <source>What came by it</source>
            <translation>دریافت‌ها از این راه</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>پوشه</translation>
        </message>
        <message>
            <source>a mailbox</source>
            <translation>صندوق رایانامه</translation>
        </message>
        <message>
            <source>and {count} more.</source>
            <translation>و {count} ردیف دیگر.</translation>
        </message>
        <message>
            <source>each row names it</source>
            <translation>در هر ردیف آمده است</translation>
        </message>
        <message>
            <source>not used</source>
            <extracomment>Height of a header with two lines, in pixels: column name and field.</extracomment>
            <translation>استفاده نمی‌شود</translation>
        </message>
        <message>
            <source>{field}: “{column}”</source>
            <translation>{field}: «{column}»</translation>
        </message>
        <message>
            <source>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable, {aside} automatic mails set aside.</source>
            <translation>{rows} ردیف: {created} جدید، {present} از پیش موجود، {quarantined} در قرنطینه، {unreadable} ناخوانا، {aside} رایانامهٔ خودکار کنار گذاشته شد.</translation>
        </message>
        <message>
            <source>{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable.</source>
            <extracomment>Maximum number of listed rows; further ones are only counted. Rows that somebody discarded before the file was finished.</extracomment>
            <translation>{rows} ردیف: {created} جدید، {present} از پیش موجود، {quarantined} در قرنطینه، {unreadable} ناخوانا.</translation>
        </message>
        <message>
            <source>{told} {count} were put aside for good.</source>
            <translation>{told} {count} ردیف برای همیشه کنار گذاشته شد.</translation>
        </message>
        <message>
            <source>{words}; still being written: {names}</source>
            <translation>{words}؛ هنوز در حال نوشته شدن: {names}</translation>
        </message>
        <message>
            <source>“Add” sets the first: a folder or a mailbox that is looked into by itself.</source>
            <translation>با «افزودن» نخستین منبع را تعیین کنید: پوشه یا صندوقی که خودبه‌خود به آن سر زده می‌شود.</translation>
        </message>
        <message>
            <source>“Take in now” in “Handed in”, or the scheduled task, looks into it.</source>
            <translation>دکمهٔ «دریافت اکنون» در بخش «داده‌های دریافتی» یا کار زمان‌بندی‌شده به آن سر می‌زند.</translation>
        </message>
        <message>
            <source>“{name}”: a file in {where} was taken in, and could not be put away: another program has it open, or the disk is full. It is put away in the next round.</source>
            <translation>«{name}»: فایلی در {where} دریافت شد ولی کنار گذاشته نشد: در برنامهٔ دیگری باز است یا دیسک پر است. در نوبت بعد کنار گذاشته می‌شود.</translation>
        </message>
        <message>
            <source>“{name}”: no password for {where} is kept on this PC. An administrator enters it in the administration, “Sources”.</source>
            <translation>«{name}»: برای {where} گذرواژه‌ای در این رایانه نگه داشته نشده است. راهبر سامانه آن را در مدیریت، بخش «منبع‌ها»، وارد می‌کند.</translation>
        </message>
        <message>
            <source>“{name}”: nothing may be written in the folder {where}. What is handled could not be put away, so nothing was read.</source>
            <translation>«{name}»: در پوشهٔ {where} نمی‌شود چیزی نوشت. فایل رسیدگی‌شده را نمی‌شد کنار گذاشت، پس چیزی خوانده نشد.</translation>
        </message>
        <message>
            <source>“{name}”: the folder {where} is not there, or cannot be reached.</source>
            <translation>«{name}»: پوشهٔ {where} نیست یا در دسترس نیست.</translation>
        </message>
        <message>
            <source>“{name}”: the folder {where} may not be read by this account.</source>
            <translation>«{name}»: این حساب اجازهٔ خواندن پوشهٔ {where} را ندارد.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} broke off. It is tried again in the next round.</source>
            <translation>«{name}»: سرور رایانامهٔ {where} ارتباط را قطع کرد. در نوبت بعد دوباره تلاش می‌شود.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} does not answer. It is tried again in the next round.</source>
            <translation>«{name}»: سرور رایانامهٔ {where} پاسخ نمی‌دهد. در نوبت بعد دوباره تلاش می‌شود.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} does not prove who it is: its certificate is not valid. Nothing was sent to it, the password neither.</source>
            <translation>«{name}»: سرور رایانامهٔ {where} هویت خود را ثابت نکرد: گواهی آن معتبر نیست. چیزی به آن فرستاده نشد، گذرواژه هم نه.</translation>
        </message>
        <message>
            <source>“{name}”: the mail server {where} refuses the user name or the password.</source>
            <translation>«{name}»: سرور رایانامهٔ {where} نام کاربری یا گذرواژه را نمی‌پذیرد.</translation>
        </message>
        <message>
            <source>“{name}”: there is no such mailbox on {where}.</source>
            <translation>«{name}»: چنین صندوقی در {where} نیست.</translation>
        </message>
    </context>
    <context>
        <name>Specimen</name>
        <message>
            <source>Mr Sample</source>
            <translation>آقای نمونه</translation>
        </message>
        <message>
            <source>Ms Sample Samplenejad</source>
            <translation>خانم نمونه نمونه‌نژاد</translation>
        </message>
        <message>
            <source>Please look into it and answer.</source>
            <translation>لطفاً بررسی و پاسخ داده شود.</translation>
        </message>
        <message>
            <source>Sample association</source>
            <extracomment>Belongs to no petition: the check digits are wrong.</extracomment>
            <translation>انجمن نمونه</translation>
        </message>
        <message>
            <source>Sample draft directive</source>
            <translation>دستورالعمل نمونه</translation>
        </message>
        <message>
            <source>Sample secretariat</source>
            <translation>دبیرخانهٔ نمونه</translation>
        </message>
        <message>
            <source>Sample subject</source>
            <translation>موضوع نمونه</translation>
        </message>
        <message>
            <source>Sample unit</source>
            <translation>واحد نمونه</translation>
        </message>
        <message>
            <source>Tehran, Sample Street</source>
            <translation>تهران، خیابان نمونه، پلاک ۰</translation>
        </message>
        <message>
            <source>These are the words of the sender, as they came.</source>
            <translation>این متن نمونهٔ درخواست است، همان‌گونه که رسیده است.</translation>
        </message>
        <message>
            <source>This is the text of the reply, as the clerk wrote it.
It may have several paragraphs.</source>
            <translation>این متن نمونهٔ پاسخ است، همان‌گونه که کارشناس می‌نویسد.
پاسخ می‌تواند چند بند داشته باشد.</translation>
        </message>
        <message>
            <source>sample field</source>
            <translation>زمینهٔ نمونه</translation>
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
        <name>Statute</name>
        <message>
            <source>A bill or a draft for the cabinet is submitted, never promulgated by this office.</source>
            <translation>لایحه و پیش‌نویس آیین‌نامهٔ هیئت دولت ارسال می‌شود و این اداره آن را ابلاغ نمی‌کند.</translation>
        </message>
        <message>
            <source>A comment is carried by a provision, or the text stays for a reason; not both.</source>
            <translation>نظر یا محل درج دارد یا دلیلی برای تغییرنکردن متن؛ نه هر دو.</translation>
        </message>
        <message>
            <source>A document is never deleted; withdraw it, with a reason.</source>
            <translation>سند حذف نمی‌شود؛ با نوشتن دلیل آن را منتفی کنید.</translation>
        </message>
        <message>
            <source>A frozen summing-up stays as it is; make a newer one.</source>
            <translation>گزارش جمع‌بندی نهایی تغییر نمی‌کند؛ گزارش جدیدی تهیه کنید.</translation>
        </message>
        <message>
            <source>A new opening starts a full new window.</source>
            <translation>انتشار جدید مهلت کامل جدیدی دارد.</translation>
        </message>
        <message>
            <source>A regulation of this office is promulgated, never submitted.</source>
            <translation>مقررهٔ این اداره ابلاغ می‌شود و ارسال ندارد.</translation>
        </message>
        <message>
            <source>A window does not begin on a day that is over.</source>
            <translation>مهلت از روز گذشته آغاز نمی‌شود.</translation>
        </message>
        <message>
            <source>A window does not end on a day on which the office is closed.</source>
            <translation>مهلت در روز تعطیل اداره به پایان نمی‌رسد.</translation>
        </message>
        <message>
            <source>Another document has this number.</source>
            <translation>سند دیگری همین شماره را دارد.</translation>
        </message>
        <message>
            <source>Before that the document has to stand before the public: a revision, a place, a first and a last day.</source>
            <translation>پیش از آن باید سند در معرض نقد عموم باشد: نسخه، محل انتشار، روز آغاز و روز پایان.</translation>
        </message>
        <message>
            <source>Commenters are told after the draft was promulgated or submitted.</source>
            <translation>نتیجه پس از ابلاغ یا ارسال پیش‌نویس به نظردهندگان اعلام می‌شود.</translation>
        </message>
        <message>
            <source>Kind and number of a document stay as they were registered.</source>
            <translation>نوع و شمارهٔ سند همان می‌ماند که ثبت شده است.</translation>
        </message>
        <message>
            <source>No legal reviewer has asked to open this document to the public yet.</source>
            <translation>هنوز هیچ کارشناس حقوقی انتشار این سند را درخواست نکرده است.</translation>
        </message>
        <message>
            <source>No summing-up of this draft is frozen.</source>
            <translation>گزارش جمع‌بندی این پیش‌نویس هنوز نهایی نشده است.</translation>
        </message>
        <message>
            <source>Nobody of them is left to be invited, or to be taken back.</source>
            <translation>هیچ‌کدام از آنان برای دعوت یا پس‌گرفتن دعوت نمانده است.</translation>
        </message>
        <message>
            <source>Only a rejection, as it stands, is confirmed.</source>
            <translation>فقط رد، همان‌گونه که ثبت شده، تأیید می‌شود.</translation>
        </message>
        <message>
            <source>Only two different campaign groups of one document can be joined.</source>
            <translation>فقط دو گروه هم‌متنِ جدا از یک پیش‌نویس را می‌توان یکی کرد.</translation>
        </message>
        <message>
            <source>Only what was accepted, wholly or in part, is carried by a provision.</source>
            <translation>فقط نظری که همه یا بخشی از آن پذیرفته شده، در ماده یا بندی می‌آید.</translation>
        </message>
        <message>
            <source>Single senders of this group wrote more than all share, and you have not seen that yet. Open the group and read what they added; then decide.</source>
            <translation>برخی فرستندگان این گروه بیش از متن مشترک نوشته‌اند و شما هنوز آن را ندیده‌اید. گروه را باز کنید و افزوده‌ها را بخوانید؛ سپس تصمیم بگیرید.</translation>
        </message>
        <message>
            <source>That window is too short: two full weeks before promulgation, one month before submission; the day of opening does not count.</source>
            <translation>این مهلت کوتاه است: پیش از ابلاغ دو هفتهٔ کامل و پیش از ارسال یک ماه؛ روز انتشار به حساب نمی‌آید.</translation>
        </message>
        <message>
            <source>The author of a document stays as registered.</source>
            <translation>تدوین‌کنندهٔ سند همان می‌ماند که ثبت شده است.</translation>
        </message>
        <message>
            <source>The calendar of months is not changed.</source>
            <translation>تقویم ماه‌ها تغییر نمی‌کند.</translation>
        </message>
        <message>
            <source>The clock of this PC may be wrong, so steps of the law wait. Set it right, or let two people confirm the day (“Confirm the day …” over the screen, or `database clock`).</source>
            <translation>شاید ساعت این رایانه نادرست باشد و به همین دلیل گام‌های قانونی در انتظار می‌مانند. ساعت را درست کنید، یا دو نفر روز را تأیید کنند (دکمهٔ «تأیید روز…» بالای صفحه، یا دستور database clock).</translation>
        </message>
        <message>
            <source>The clock of this PC stands before a moment that the program has seen already. Set it right; if that moment was wrong, let two people confirm the day (“Confirm the day …” over the screen, or `database clock`).</source>
            <translation>ساعت این رایانه از زمانی که برنامه پیش‌تر دیده عقب‌تر است. ساعت را درست کنید؛ اگر آن زمان نادرست بوده است، دو نفر روز را تأیید کنند (دکمهٔ «تأیید روز…» بالای صفحه، یا دستور database clock).</translation>
        </message>
        <message>
            <source>The day of the letter is still to come.</source>
            <translation>تاریخ نامه هنوز نرسیده است.</translation>
        </message>
        <message>
            <source>The day of the letter lies before the end of the window; nothing goes out before that.</source>
            <translation>تاریخ نامه پیش از پایان مهلت است؛ پیش از آن چیزی صادر نمی‌شود.</translation>
        </message>
        <message>
            <source>The document is finished; comments on it are not taken in any more.</source>
            <translation>کار این سند تمام شده است؛ دیگر نظری برای آن ثبت نمی‌شود.</translation>
        </message>
        <message>
            <source>The document is finished; no objection is raised or reopened any more.</source>
            <translation>کار این سند پایان یافته است؛ دیگر ایرادی ثبت یا بازگشایی نمی‌شود.</translation>
        </message>
        <message>
            <source>The draft is not before the public; comments are taken in from its opening on.</source>
            <translation>این پیش‌نویس در معرض نقد عمومی نیست؛ نظرها از روز گشودن آن دریافت می‌شود.</translation>
        </message>
        <message>
            <source>The end of a window can be moved out, never in; give a later day.</source>
            <translation>پایان مهلت فقط دیرتر می‌شود و زودتر نمی‌شود؛ روزی پس از آن را بنویسید.</translation>
        </message>
        <message>
            <source>The last day of the window was declared closed after amending began; a manager opens it again until the first working day, or writes why it stays closed.</source>
            <translation>پس از آغاز اصلاح، روز پایانی مهلت تعطیل اعلام شده است؛ مدیر باید مهلت را تا نخستین روز کاری باز کند یا دلیل باز نکردن آن را بنویسد.</translation>
        </message>
        <message>
            <source>The least length of a window is law; it can be raised, never lowered under {count} days.</source>
            <translation>کمترین مدت مهلت قانونی است؛ بیشتر می‌شود، ولی از {count} روز کمتر نمی‌شود.</translation>
        </message>
        <message>
            <source>The legal road follows from the kind of the document and is not chosen.</source>
            <translation>مسیر قانونی از نوع سند به دست می‌آید و انتخابی نیست.</translation>
        </message>
        <message>
            <source>The program's time only goes forward, unless people take a wrong one back.</source>
            <translation>زمان برنامه تنها جلو می‌رود، مگر آنکه کسانی زمان نادرست را برگردانند.</translation>
        </message>
        <message>
            <source>The summing-up of the consultation is missing, or what it tells was changed since (a decision, a revision, an issue, a pin); freeze it.</source>
            <translation>گزارش جمع‌بندی تهیه نشده یا چیزی که در آن آمده پس از آن تغییر کرده است (تصمیم، نسخه، محور یا سنجاق)؛ آن را نهایی کنید.</translation>
        </message>
        <message>
            <source>The text that stands before the public stays as it is until the end; write a working draft meanwhile.</source>
            <translation>متنی که در معرض نقد است تا پایان مهلت دست نمی‌خورد؛ در این مدت پیش‌نویس کار بنویسید.</translation>
        </message>
        <message>
            <source>The window ends on a day on which the office is open.</source>
            <translation>مهلت در روزی به پایان می‌رسد که اداره باز است.</translation>
        </message>
        <message>
            <source>The window is over and is not opened again; a new opening starts a full new window.</source>
            <translation>مهلت تمام شده است و دوباره باز نمی‌شود؛ انتشار جدید مهلت کامل جدیدی دارد.</translation>
        </message>
        <message>
            <source>The window is still open; time alone ends it, and nothing is decided before.</source>
            <translation>مهلت هنوز باز است؛ فقط گذشت زمان آن را می‌بندد و پیش از آن تصمیمی گرفته نمی‌شود.</translation>
        </message>
        <message>
            <source>There is no closure of the last day on which a manager still has to decide.</source>
            <translation>تعطیلی‌ای در روز پایانی مهلت نیست که مدیر هنوز دربارهٔ آن تصمیم نگرفته باشد.</translation>
        </message>
        <message>
            <source>There is no revision after the one that the public read; add it, or write why nothing is changed.</source>
            <translation>پس از نسخهٔ منتشرشده نسخه‌ای نیست؛ نسخهٔ اصلاح‌شده را بیفزایید یا بنویسید چرا تغییری لازم نبود.</translation>
        </message>
        <message>
            <source>This comment is decided already; its decision stays.</source>
            <translation>دربارهٔ این نظر پیش‌تر تصمیم گرفته شده و همان می‌ماند.</translation>
        </message>
        <message>
            <source>This comment is decided apart from its group; the decision on the group leaves it out.</source>
            <translation>دربارهٔ این نظر جدا از گروه تصمیم گرفته می‌شود؛ تصمیم گروه آن را در بر نمی‌گیرد.</translation>
        </message>
        <message>
            <source>This comment is hidden already.</source>
            <translation>این نظر پیش‌تر پنهان شده است.</translation>
        </message>
        <message>
            <source>This comment is not hidden.</source>
            <translation>این نظر پنهان نیست.</translation>
        </message>
        <message>
            <source>This document does not stand before the public, and never did; open a window first.</source>
            <translation>این سند در معرض نقد نیست و هرگز نبوده است؛ نخست مهلت نقد را باز کنید.</translation>
        </message>
        <message>
            <source>This needs a reason.</source>
            <translation>این کار دلیل می‌خواهد.</translation>
        </message>
        <message>
            <source>This provision is the same as in the text that the public read, or only its number or spelling differs; it carries no comment.</source>
            <translation>این بخش با متنی که مردم خواندند یکی است یا تنها شماره یا املای آن فرق دارد؛ محل درج نظر نیست.</translation>
        </message>
        <message>
            <source>This rejection is confirmed already.</source>
            <translation>این رد پیش‌تر تأیید شده است.</translation>
        </message>
        <message>
            <source>This takes the number and the day of the letter, behind the end of the window.</source>
            <translation>شماره و تاریخ نامه، پس از پایان مهلت، لازم است.</translation>
        </message>
        <message>
            <source>What goes back is declared ready anew, over a new summing-up.</source>
            <translation>آنچه برگردانده می‌شود از نو و با گزارش جمع‌بندی جدید آماده اعلام می‌شود.</translation>
        </message>
        <message>
            <source>What the public asked for is carried by a revision behind the one that they read.</source>
            <translation>خواستهٔ مردم در نسخه‌ای پس از نسخهٔ منتشرشده می‌آید.</translation>
        </message>
        <message>
            <source>What the public wrote is never altered or deleted.</source>
            <translation>نوشتهٔ مردم نه تغییر می‌کند و نه حذف می‌شود.</translation>
        </message>
        <message>
            <source>Whether rejections are read a second time is settled before the window opens.</source>
            <translation>اینکه ردها دوباره خوانده شوند پیش از گشایش مهلت تعیین می‌شود.</translation>
        </message>
        <message>
            <source>Whoever asked for the opening does not approve it; another manager does.</source>
            <translation>کسی که انتشار را درخواست کرده آن را تأیید نمی‌کند؛ مدیر دیگری تأیید می‌کند.</translation>
        </message>
        <message>
            <source>Whoever rejected a comment does not confirm it; that is for a second reviewer.</source>
            <translation>کسی که نظری را رد کرده آن را تأیید نمی‌کند؛ این کار کارشناس دوم است.</translation>
        </message>
        <message>
            <source>Whoever wrote this text does not review it, and the office has no other legal reviewer; an administrator has to give that role to somebody who did not write it.</source>
            <translation>نویسندهٔ متن آن را بررسی نمی‌کند و اداره کارشناس حقوقی دیگری ندارد؛ راهبر سامانه باید این نقش را به کسی بدهد که متن را ننوشته است.</translation>
        </message>
        <message>
            <source>Whoever wrote this text does not review it; a legal reviewer who wrote neither the document nor this revision does.</source>
            <translation>نویسندهٔ متن آن را بررسی نمی‌کند؛ این کار با کارشناس حقوقی دیگری است که نه سند را تدوین کرده و نه این نسخه را نوشته است.</translation>
        </message>
        <message>
            <source>{count} accepted comments name no provision that really changed, and no reason why the text stays; give one of both.</source>
            <translation>{count} نظر پذیرفته نه محل درجی دارد که واقعاً تغییر کرده باشد و نه دلیلی برای تغییرنکردن متن؛ یکی از این دو را ثبت کنید.</translation>
        </message>
        <message>
            <source>{count} changes that no accepted comment asked for have no reason yet; each needs a sentence, which is published.</source>
            <translation>{count} تغییر که هیچ نظر پذیرفته‌ای نخواسته است هنوز توضیح ندارد؛ هر کدام جمله‌ای می‌خواهد که منتشر می‌شود.</translation>
        </message>
        <message>
            <source>{count} comments of the public are not decided yet; each needs a decision with its reason.</source>
            <translation>دربارهٔ {count} نظر مردم هنوز تصمیمی گرفته نشده است؛ هر نظر تصمیم و دلیل می‌خواهد.</translation>
        </message>
        <message>
            <source>{count} objections of the staff are still open; close each with its outcome.</source>
            <translation>{count} ایراد همکاران هنوز باز است؛ هر یک را با نتیجهٔ آن ببندید.</translation>
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
            <translation>، </translation>
        </message>
        <message>
            <source>Accepted, but without a change in the text</source>
            <translation>پذیرفته، ولی بدون تغییر در متن</translation>
        </message>
        <message>
            <source>Added by single senders</source>
            <translation>افزودهٔ فرستندگان</translation>
        </message>
        <message>
            <source>Added by this sender</source>
            <translation>افزودهٔ خود فرستنده</translation>
        </message>
        <message>
            <source>Added by {names}: {words}</source>
            <translation>افزودهٔ {names}: {words}</translation>
        </message>
        <message>
            <source>After the end</source>
            <translation>پس از مهلت</translation>
        </message>
        <message>
            <source>Amended text</source>
            <translation>متن اصلاح‌شده</translation>
        </message>
        <message>
            <source>Asked for by accepted comments: {n}</source>
            <translation>به درخواست {n} نظر پذیرفته</translation>
        </message>
        <message>
            <source>Became</source>
            <translation>متن جدید</translation>
        </message>
        <message>
            <source>Became:</source>
            <translation>شد:</translation>
        </message>
        <message>
            <source>Carried by</source>
            <translation>محل اعمال</translation>
        </message>
        <message>
            <source>Carried by {provision} of revision {n}</source>
            <translation>در {provision} نسخهٔ {n} آمده است</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>تغییر</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>تغییرها</translation>
        </message>
        <message>
            <source>Changes of provisions on which nobody commented</source>
            <translation>تغییر ماده‌هایی که کسی دربارهٔ آن‌ها نظر نداد</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>راه دریافت</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>Comments</source>
            <extracomment>Characters that XML cannot contain: control characters and noncharacters.</extracomment>
            <translation>نظر</translation>
        </message>
        <message>
            <source>Date</source>
            <extracomment>Tables up to this number of rows start on a new page instead of breaking before the last row.</extracomment>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>تصمیم</translation>
        </message>
        <message>
            <source>Decision and reason</source>
            <translation>تصمیم و دلیل</translation>
        </message>
        <message>
            <source>Digest of the frozen summing-up:</source>
            <translation>کد صحت گزارش نهایی‌شده:</translation>
        </message>
        <message>
            <source>Digest of this summing-up:</source>
            <translation>کد صحت این گزارش:</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>سند</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <source>How the comments came</source>
            <translation>نظرها از چه راهی رسید</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>جمع</translation>
        </message>
        <message>
            <source>Internal: contains personal data</source>
            <extracomment>Maximum number of names listed with an addition; the list of the senders has the others.</extracomment>
            <translation>داخلی — دارای اطلاعات شخصی</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>محور</translation>
        </message>
        <message>
            <source>Issue: {names}</source>
            <translation>محور: {names}</translation>
        </message>
        <message>
            <source>Issues of the comments (one may speak of several)</source>
            <translation>محورهای نظرها (یک نظر می‌تواند چند محور داشته باشد)</translation>
        </message>
        <message>
            <source>Its comment is not found among the comments of today.</source>
            <translation>نظر این پاسخ در میان نظرهای کنونی یافت نشد.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <source>No accepted comment asked for it.</source>
            <translation>هیچ نظر پذیرفته‌ای آن را نخواسته است.</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>ردیف</translation>
        </message>
        <message>
            <source>No. {n}: {count} comments</source>
            <translation>ردیف {n}: {count} نظر</translation>
        </message>
        <message>
            <source>Nobody has commented on this text.</source>
            <translation>دربارهٔ این متن نظری نرسیده است.</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>بدون تصمیم</translation>
        </message>
        <message>
            <source>Not frozen yet: this is how it stands now, and may still change.</source>
            <translation>هنوز نهایی نشده است: وضع کنونی را نشان می‌دهد و ممکن است تغییر کند.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>شمارهٔ نامه</translation>
        </message>
        <message>
            <source>Of the other provisions {changes}, and nothing else.</source>
            <translation>از بخش‌های دیگر {changes} و تغییر دیگری نیست.</translation>
        </message>
        <message>
            <source>Open to the public</source>
            <translation>در معرض نقد</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>تعداد نفر</translation>
        </message>
        <message>
            <source>Provision</source>
            <translation>ماده/بند</translation>
        </message>
        <message>
            <source>Provision that the sender named</source>
            <translation>ماده یا بندی که فرستنده نام برده</translation>
        </message>
        <message>
            <source>Published on</source>
            <translation>محل انتشار</translation>
        </message>
        <message>
            <source>Quoted words</source>
            <translation>عبارت نقل‌شده</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <source>Response matrix</source>
            <translation>جدول پاسخ</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>فرستنده</translation>
        </message>
        <message>
            <source>Sender: {name}</source>
            <translation>فرستنده: {name}</translation>
        </message>
        <message>
            <source>Senders of comments with one text</source>
            <translation>فرستندگان نظرهای هم‌متن</translation>
        </message>
        <message>
            <source>Senders: in the list of no. {n}</source>
            <translation>فرستندگان: در فهرست ردیف {n}</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>سهم</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>خلاصه</translation>
        </message>
        <message>
            <source>Summing-up no. {number}, frozen on {day} by {who}.</source>
            <translation>گزارش شمارهٔ {number}، نهایی‌شده در {day} به دست {who}.</translation>
        </message>
        <message>
            <source>Summing-up of the public consultation</source>
            <translation>گزارش جمع‌بندی نظرهای مردم</translation>
        </message>
        <message>
            <source>Summing-up of the public consultation, the office's own form</source>
            <extracomment>The most numbers of comments that are listed with a change.</extracomment>
            <translation>گزارش جمع‌بندی نظرهای مردم، نسخهٔ داخلی</translation>
        </message>
        <message>
            <source>The change itself</source>
            <translation>خودِ تغییر</translation>
        </message>
        <message>
            <source>The change shown at no. {n}</source>
            <translation>همان تغییر ردیف {n}</translation>
        </message>
        <message>
            <source>The group has changed since: it has {n} comments now.</source>
            <translation>گروه پس از نهایی شدن تغییر کرده است: اکنون {n} نظر دارد.</translation>
        </message>
        <message>
            <source>The last day was declared closed later; the window stayed closed</source>
            <translation>روز پایانی بعداً تعطیل اعلام شد و مهلت باز نشد</translation>
        </message>
        <message>
            <source>The office's own form; not for publication. Names, numbers of letters and unmasked words are those of the comments as they stood on {day}, when {who} had it made: what was corrected or erased since the freezing stands here as it is now. The decisions, reasons and changes are the summing-up's own. Comments that are out of sight are not told here either.</source>
            <translation>نسخهٔ داخلی اداره است و منتشر نمی‌شود. نام‌ها، شمارهٔ نامه‌ها و متن‌های بی‌پوشش همان است که در {day}، هنگام تهیهٔ این نسخه به دست {who}، در نظرها بود؛ آنچه پس از نهایی شدن گزارش اصلاح یا پاک شده، در اینجا به شکل کنونی آمده است. تصمیم‌ها، دلیل‌ها و تغییرها از خود گزارش است. نظرهای پنهان‌شده در این نسخه هم نیامده است.</translation>
        </message>
        <message>
            <source>The public read</source>
            <translation>متن منتشرشده</translation>
        </message>
        <message>
            <source>The text as a whole</source>
            <translation>کل متن</translation>
        </message>
        <message>
            <source>The text stays as it is: {reason}</source>
            <translation>متن تغییر نکرد: {reason}</translation>
        </message>
        <message>
            <source>They share no whole sentence.</source>
            <translation>هیچ جمله‌ای در همهٔ آن‌ها نیست.</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>تعداد نظر</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>متن پیشین</translation>
        </message>
        <message>
            <source>Was:</source>
            <translation>بود:</translation>
        </message>
        <message>
            <source>What changed here</source>
            <translation>تغییرهای این بخش</translation>
        </message>
        <message>
            <source>What the comments were about</source>
            <translation>نظرها دربارهٔ چه بود</translation>
        </message>
        <message>
            <source>What was decided</source>
            <translation>چه تصمیمی گرفته شد</translation>
        </message>
        <message>
            <source>Where it is not certain which provision is meant</source>
            <translation>نظرهایی که معلوم نیست دربارهٔ کدام ماده یا بند است</translation>
        </message>
        <message>
            <source>Who asked for it</source>
            <translation>به درخواست چه کسی</translation>
        </message>
        <message>
            <source>Who sent it</source>
            <translation>دربارهٔ فرستنده</translation>
        </message>
        <message>
            <source>Who took part</source>
            <translation>چه کسانی نظر دادند</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <source>after the end</source>
            <translation>پس از پایان مهلت</translation>
        </message>
        <message>
            <source>also on {names}</source>
            <translation>همچنین دربارهٔ {names}</translation>
        </message>
        <message>
            <source>clause {name}</source>
            <translation>بند {name}</translation>
        </message>
        <message>
            <source>from {first} to the end of {last}</source>
            <translation>از {first} تا پایان {last}</translation>
        </message>
        <message>
            <source>from {n} persons</source>
            <translation>از {n} نفر</translation>
        </message>
        <message>
            <source>letter no. {number}</source>
            <translation>نامهٔ شمارهٔ {number}</translation>
        </message>
        <message>
            <source>names: {provision}</source>
            <translation>به این نام: {provision}</translation>
        </message>
        <message>
            <source>revision {n}</source>
            <translation>نسخهٔ {n}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <source>{accepted} were accepted, wholly or in part, and {rejected} rejected.</source>
            <translation>{accepted} نظر به‌تمامی یا تا حدی پذیرفته و {rejected} نظر رد شد.</translation>
        </message>
        <message>
            <source>{asked} (no. {numbers})</source>
            <translation>{asked} (ردیف {numbers})</translation>
        </message>
        <message>
            <source>{label} (not in the text)</source>
            <translation>{label} (در متن نیست)</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} و {n} نفر دیگر</translation>
        </message>
        <message>
            <source>{n} added: {words}</source>
            <translation>{n} نظر افزوده‌اند: {words}</translation>
        </message>
        <message>
            <source>{n} after the end</source>
            <translation>{n} پس از پایان مهلت</translation>
        </message>
        <message>
            <source>{n} answers are marked: what stood behind them then is another now.</source>
            <translation>{n} پاسخ نشان‌دار است: نظرهای پشت آن، دیگر همان نیست که هنگام نهایی شدن بود.</translation>
        </message>
        <message>
            <source>{n} are counted and not shown ({why}).</source>
            <translation>{n} نظر شمرده شده و نمایش داده نمی‌شود ({why}).</translation>
        </message>
        <message>
            <source>{n} are not decided yet.</source>
            <translation>دربارهٔ {n} نظر هنوز تصمیمی گرفته نشده است.</translation>
        </message>
        <message>
            <source>{n} comments of the public came in.</source>
            <translation>{n} نظر از مردم رسید.</translation>
        </message>
        <message>
            <source>{n} comments of the public came in; {late} of them after the end.</source>
            <translation>{n} نظر از مردم رسید که {late} نظر پس از پایان مهلت بود.</translation>
        </message>
        <message>
            <source>{n} comments with one text</source>
            <translation>{n} نظر هم‌متن</translation>
        </message>
        <message>
            <source>{n} have another number</source>
            <translation>{n} مورد شمارهٔ دیگری دارد</translation>
        </message>
        <message>
            <source>{n} have another spelling</source>
            <translation>{n} مورد املای دیگری دارد</translation>
        </message>
        <message>
            <source>{n} without a name</source>
            <translation>{n} بی‌نام</translation>
        </message>
    </context>
    <context>
        <name>Tables</name>
        <message>
            <source> and </source>
            <translation> و </translation>
        </message>
        <message>
            <source>The cells of “{name}” are spread too far. Copy the rows to a new sheet, save it and try again.</source>
            <translation>خانه‌های «{name}» بیش از اندازه پراکنده‌اند. ردیف‌ها را در برگه‌ای جدید کپی و ذخیره کنید و دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>«{name}»</translation>
        </message>
        <message>
            <source>“{name}” cannot be imported. Save it as CSV, XLSX, JSON Lines (.jsonl) or mail (.eml, .mbox).</source>
            <translation>«{name}» وارد نمی‌شود. آن را به قالب CSV، XLSX، JSON Lines ‎(.jsonl) یا رایانامه (‎.eml، ‎.mbox) بگیرید.</translation>
        </message>
        <message>
            <source>“{name}” does not seem to be about “{ours}”: that has no {names}. Nothing was imported; check the draft.</source>
            <translation>«{name}» گویا دربارهٔ «{ours}» نیست: آن {names} ندارد. چیزی وارد نشد؛ پیش‌نویس را بررسی کنید.</translation>
        </message>
        <message>
            <source>“{name}” has more than {limit} columns. Keep those that are needed, and try again.</source>
            <translation>«{name}» بیش از {limit} ستون دارد. ستون‌های لازم را نگه دارید و دوباره تلاش کنید.</translation>
        </message>
        <message>
            <source>“{name}” has no column for {fields}; name the columns in the first row, or choose them yourself.</source>
            <translation>«{name}» ستونی برای {fields} ندارد؛ نام ستون‌ها را در سطر نخست بنویسید یا خودتان آن‌ها را انتخاب کنید.</translation>
        </message>
        <message>
            <source>“{name}” holds comments on “{theirs}”, not on “{ours}”; nothing was imported.</source>
            <translation>«{name}» نظرهای «{theirs}» است، نه «{ours}»؛ چیزی وارد نشد.</translation>
        </message>
        <message>
            <source>“{name}” holds no rows; nothing was imported.</source>
            <translation>«{name}» هیچ ردیفی ندارد؛ چیزی وارد نشد.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {limit} megabytes. Split it and import the parts one by one.</source>
            <translation>«{name}» از {limit} مگابایت بزرگ‌تر است. آن را تکه کنید و تکه‌ها را یکی‌یکی وارد کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named like a text table, but is binary data. Save it as CSV or XLSX.</source>
            <translation>نام «{name}» نام جدول متنی است، اما محتوای آن متن نیست. آن را به شکل CSV یا XLSX ذخیره کنید.</translation>
        </message>
        <message>
            <source>“{name}” is named like mail, but holds none. Export it as .eml or .mbox.</source>
            <translation>«{name}» نام رایانامه دارد، ولی رایانامه نیست. آن را به قالب ‎.eml یا ‎.mbox بگیرید.</translation>
        </message>
        <message>
            <source>“{name}” is not JSON Lines: every line has to be one object with the fields of a row.</source>
            <translation>«{name}» به شکل JSON Lines نیست: هر سطر باید یک شیء با فیلدهای یک ردیف باشد.</translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>در حال شمارش…</translation>
        </message>
        <message>
            <source>Earlier example</source>
            <translation>نمونهٔ پیشین</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>نمونه</translation>
        </message>
        <message>
            <source>Example {at} of {n}: {way} to {address}</source>
            <translation>نمونهٔ {at} از {n}: {way} به {address}</translation>
        </message>
        <message>
            <source>Next example</source>
            <translation>نمونهٔ بعدی</translation>
        </message>
        <message>
            <source>Nobody is to be told now.</source>
            <translation>اکنون کسی برای اطلاع‌رسانی نیست.</translation>
        </message>
        <message>
            <source>Not told:</source>
            <translation>به این نظردهندگان پیام نمی‌رسد:</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Tell the commenters</source>
            <translation>اعلام نتیجه به نظردهندگان</translation>
        </message>
        <message>
            <source>Tell the commenters…</source>
            <translation>اعلام نتیجه به نظردهندگان…</translation>
        </message>
        <message>
            <source>The messages wait in the outbox until they are handed on. They have no link to the outcome page until an administrator sets the address of the portal.</source>
            <translation>پیام‌ها تا تحویل به سامانهٔ پیامک و رایانامه در انتظار می‌مانند. تا راهبر سامانه نشانی بسته‌ها در درگاه را تنظیم نکند، پیام‌ها پیوندی به صفحهٔ نتیجه ندارند.</translation>
        </message>
        <message>
            <source>The messages wait in the outbox until they are handed on. They link to the outcome page: publish the package of this draft first.</source>
            <translation>پیام‌ها تا تحویل به سامانهٔ پیامک و رایانامه در انتظار می‌مانند. پیوند آن‌ها به صفحهٔ نتیجه است؛ پیش از تحویل، بستهٔ انتشار این پیش‌نویس را منتشر کنید.</translation>
        </message>
        <message>
            <source>Told before: {states}</source>
            <translation>پیام‌های پیشین: {states}</translation>
        </message>
        <message>
            <source>Write the messages</source>
            <translation>ثبت پیام‌ها</translation>
        </message>
        <message>
            <source>{done} of {total} are written…</source>
            <translation>{done} از {total} ثبت شد…</translation>
        </message>
        <message>
            <source>{n} commenters are told, from summing-up no. {number} ({ways}).</source>
            <translation>به {n} نظردهنده از روی جمع‌بندی شمارهٔ {number} پیام می‌رسد ({ways}).</translation>
        </message>
        <message>
            <source>{n} messages to commenters wait in the outbox.</source>
            <translation>{n} پیام برای نظردهندگان در انتظار تحویل است.</translation>
        </message>
    </context>
    <context>
        <name>Templates</name>
        <message>
            <source>Books</source>
            <translation>کتاب</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Code of the draft</source>
            <translation>کد پیش‌نویس</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Decision on the comment</source>
            <translation>تصمیم دربارهٔ نظر</translation>
        </message>
        <message>
            <source>How it reads, for a made petition</source>
            <translation>نمونه، با یک درخواست ساختگی</translation>
        </message>
        <message>
            <source>Is offered to clerks</source>
            <translation>به کارشناسان پیشنهاد می‌شود</translation>
        </message>
        <message>
            <source>It was changed since you began; saving replaces what stands there now: {text}</source>
            <translation>از زمان شروع ویرایش تغییر کرده است؛ با ذخیره، متن شما جای متن کنونی را می‌گیرد: {text}</translation>
        </message>
        <message>
            <source>Link to the outcome page</source>
            <translation>پیوند صفحهٔ نتیجه</translation>
        </message>
        <message>
            <source>Mr Hassan Nouri</source>
            <translation>آقای حسن نوری</translation>
        </message>
        <message>
            <source>Ms Maryam Karimi</source>
            <extracomment>How many of the latest petitions and replies are read.</extracomment>
            <translation>خانم مریم کریمی</translation>
        </message>
        <message>
            <source>New saved reply</source>
            <translation>پاسخ آمادهٔ جدید</translation>
        </message>
        <message>
            <source>New words of the provision</source>
            <translation>متن کنونی ماده</translation>
        </message>
        <message>
            <source>Old words of the provision</source>
            <translation>متن پیشین ماده</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Provision that carries the change</source>
            <translation>ماده‌ای که تغییر در آن است</translation>
        </message>
        <message>
            <source>Published reason</source>
            <translation>دلیل منتشرشده</translation>
        </message>
        <message>
            <source>Saved replies</source>
            <extracomment>How many characters of a colleague's saved text are shown beside the input.</extracomment>
            <translation>پاسخ‌های آماده</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>The saved reply “{title}” was saved.</source>
            <translation>پاسخ آمادهٔ «{title}» ذخیره شد.</translation>
        </message>
        <message>
            <source>There are no saved replies yet</source>
            <translation>هنوز پاسخ آماده‌ای نیست</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <source>Title of the draft</source>
            <translation>عنوان پیش‌نویس</translation>
        </message>
        <message>
            <source>Title or words</source>
            <translation>عنوان یا واژه‌ها</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>“Add” makes the first: clerks put it into their answers.</source>
            <translation>«افزودن» نخستین را می‌سازد؛ کارشناسان آن را در پاسخ‌هایشان می‌گذارند.</translation>
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
        <name>Tracing</name>
        <message>
            <source>    put right: {value}</source>
            <translation>    درست‌شده: {value}</translation>
        </message>
        <message>
            <source>Arrived here</source>
            <translation>رسیدن به اینجا</translation>
        </message>
        <message>
            <source>As it arrived</source>
            <extracomment>A longer list of files is scrolled. In code points.</extracomment>
            <translation>همان‌گونه که رسید</translation>
        </message>
        <message>
            <source>By {channel}</source>
            <translation>از راه {channel}</translation>
        </message>
        <message>
            <source>Channel, number or day</source>
            <translation>راه دریافت، شماره یا روز</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <source>Files that came along</source>
            <translation>فایل‌های همراه</translation>
        </message>
        <message>
            <source>Further text by {channel}</source>
            <translation>نوشتهٔ بعدی از راه {channel}</translation>
        </message>
        <message>
            <source>How it arrived</source>
            <translation>چگونگی رسیدن</translation>
        </message>
        <message>
            <source>How it arrived…</source>
            <extracomment>How long a comment must be shown before its files are counted, in milliseconds.</extracomment>
            <translation>چگونگی رسیدن…</translation>
        </message>
        <message>
            <source>It was registered by hand, or came before what is handed in was kept: there is no raw thing.</source>
            <translation>دستی ثبت شده، یا پیش از آن رسیده است که ورودی‌ها نگهداری شوند؛ اصل خامی در کار نیست.</translation>
        </message>
        <message>
            <source>It was there already.</source>
            <translation>از پیش موجود بود.</translation>
        </message>
        <message>
            <source>Its words are gone: the retention of personal data is over.</source>
            <translation>متن آن دیگر نیست: مهلت نگهداری داده‌های شخصی گذشته است.</translation>
        </message>
        <message>
            <source>Nothing was handed in</source>
            <translation>اصل خامی نیست</translation>
        </message>
        <message>
            <source>Nothing was taken in yet</source>
            <translation>هنوز چیزی پذیرفته نشده است</translation>
        </message>
        <message>
            <source>Open what it became</source>
            <translation>باز کردن مورد ثبت‌شده</translation>
        </message>
        <message>
            <source>Put right by hand</source>
            <translation>درست‌شده با دست</translation>
        </message>
        <message>
            <source>Sent, by the sender's clock</source>
            <translation>فرستادن، به ساعت فرستنده</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>پذیرفته‌شده‌ها</translation>
        </message>
        <message>
            <source>Taken in at</source>
            <translation>پذیرش</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>بعدی</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>قبلی</translation>
        </message>
        <message>
            <source>Those before these</source>
            <translation>پیش از این‌ها</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>سرانجام</translation>
        </message>
        <message>
            <source>What systems and watched folders hand in stands here once it was taken in.</source>
            <translation>داده‌های تحویلی سامانه‌ها و پوشه‌های زیر نظر، پس از پذیرش اینجا می‌آید.</translation>
        </message>
        <message>
            <source>What was taken in</source>
            <translation>پذیرفته‌شده‌ها</translation>
        </message>
        <message>
            <source>Where it stood</source>
            <translation>جای آن</translation>
        </message>
        <message>
            <source>answer about satisfaction</source>
            <translation>پاسخ رضایت</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>نظر</translation>
        </message>
        <message>
            <source>further text of a petition</source>
            <translation>نوشتهٔ بعدی یک درخواست</translation>
        </message>
        <message>
            <source>petition</source>
            <translation>درخواست</translation>
        </message>
        <message>
            <source>{at} of {count}</source>
            <translation>{at} از {count}</translation>
        </message>
        <message>
            <source>{count} fields; what was put right stands under what came.</source>
            <translation>{count} مورد؛ درست‌شده زیر متن رسیده آمده است.</translation>
        </message>
        <message>
            <source>{source}, file {file}, row {row}</source>
            <translation>{source}، فایل {file}، سطر {row}</translation>
        </message>
        <message>
            <source>{what}, number {number}</source>
            <translation>{what}، شمارهٔ {number}</translation>
        </message>
        <message>
            <source>{what}, there already</source>
            <translation>{what}، از پیش موجود</translation>
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
        <name>Trail</name>
        <message>
            <source>Act</source>
            <translation>کار</translation>
        </message>
        <message>
            <source>After</source>
            <translation>پس از آن</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>پیش از آن</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>کد صحت</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>مورد</translation>
        </message>
        <message>
            <source>Number of the event</source>
            <translation>شمارهٔ سابقه</translation>
        </message>
        <message>
            <source>Number of the item</source>
            <translation>شمارهٔ مورد</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <source>Time (Tehran)</source>
            <translation>ساعت (تهران)</translation>
        </message>
    </context>
    <context>
        <name>Turning</name>
        <message>
            <source>A comment on which draft?</source>
            <translation>نظر دربارهٔ کدام پیش‌نویس؟</translation>
        </message>
        <message>
            <source>A few letters of a kind</source>
            <translation>چند حرف از نوع</translation>
        </message>
        <message>
            <source>A few letters of its title, or its number</source>
            <translation>چند حرف از عنوان، یا شماره</translation>
        </message>
        <message>
            <source>It is dealt with as a petition.</source>
            <translation>به‌عنوان درخواست رسیدگی می‌شود.</translation>
        </message>
        <message>
            <source>It is registered as a petition already.</source>
            <translation>از پیش به‌عنوان درخواست ثبت شده است.</translation>
        </message>
        <message>
            <source>It is registered as a petition too; its tracking code is {code}.</source>
            <translation>به‌عنوان درخواست نیز ثبت شد؛ کد رهگیری آن {code} است.</translation>
        </message>
        <message>
            <source>No draft of that name is open to comments now.</source>
            <translation>پیش‌نویسی با این نام اکنون در معرض نقد نیست.</translation>
        </message>
        <message>
            <source>Register it as a petition of which kind?</source>
            <translation>ثبت به‌عنوان چه نوع درخواستی؟</translation>
        </message>
        <message>
            <source>Register it as a petition too…</source>
            <translation>ثبت به‌عنوان درخواست نیز…</translation>
        </message>
        <message>
            <source>Take it as a comment on a draft, or take it back…</source>
            <translation>ثبت به‌عنوان نظر دربارهٔ پیش‌نویس، یا لغو آن…</translation>
        </message>
        <message>
            <source>The comment stays among the comments; its reviewer decides it.</source>
            <translation>نظر در میان نظرها می‌ماند و کارشناس حقوقی درباره‌اش تصمیم می‌گیرد.</translation>
        </message>
        <message>
            <source>The petition is closed with the outcome “taken as a comment”; this can be taken back.</source>
            <translation>درخواست با نتیجهٔ «ثبت به‌عنوان نظر» بسته می‌شود؛ این کار قابل لغو است.</translation>
        </message>
        <message>
            <source>There is no such kind.</source>
            <translation>چنین نوعی نیست.</translation>
        </message>
        <message>
            <source>{code} is a comment on “{title}” now.</source>
            <translation>{code} اکنون نظری دربارهٔ «{title}» است.</translation>
        </message>
        <message>
            <source>{code} is a petition again; its comment was put aside.</source>
            <translation>{code} دوباره درخواست است؛ نظر آن کنار گذاشته شد.</translation>
        </message>
        <message>
            <source>{number}, until {day}</source>
            <translation>{number}، تا {day}</translation>
        </message>
    </context>
    <context>
        <name>Unfinished</name>
        <message>
            <source>Annotation on “{name}”</source>
            <translation>حاشیه بر «{name}»</translation>
        </message>
        <message>
            <source>Comment written down on “{name}”</source>
            <translation>نظر ثبت‌نشده دربارهٔ «{name}»</translation>
        </message>
        <message>
            <source>Decision on a campaign group on “{name}”</source>
            <translation>تصمیم دربارهٔ گروه هم‌متن در «{name}»</translation>
        </message>
        <message>
            <source>Decision on a comment on “{name}”</source>
            <translation>تصمیم دربارهٔ نظری بر «{name}»</translation>
        </message>
        <message>
            <source>Expert “{name}”</source>
            <translation>صاحب‌نظر «{name}»</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>ادامهٔ نوشتن</translation>
        </message>
        <message>
            <source>Keep and leave</source>
            <translation>نگهداری و خروج</translation>
        </message>
        <message>
            <source>Leave anyway</source>
            <translation>خروج بدون ذخیره</translation>
        </message>
        <message>
            <source>Next step of “{name}”</source>
            <translation>گام بعدی «{name}»</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>فعلاً نه</translation>
        </message>
        <message>
            <source>Note on {name}</source>
            <translation>یادداشت بر {name}</translation>
        </message>
        <message>
            <source>Order on {name}</source>
            <translation>هامش بر {name}</translation>
        </message>
        <message>
            <source>Reason of a move of {name}</source>
            <translation>دلیل اقدام بر {name}</translation>
        </message>
        <message>
            <source>Registration of a petition</source>
            <translation>ثبت درخواست</translation>
        </message>
        <message>
            <source>Reply to an annotation on “{name}”</source>
            <translation>پاسخ به حاشیه‌ای بر «{name}»</translation>
        </message>
        <message>
            <source>Reply to {name}</source>
            <translation>پاسخ به {name}</translation>
        </message>
        <message>
            <source>Saved reply “{name}”</source>
            <translation>پاسخ آمادهٔ «{name}»</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>نمایش</translation>
        </message>
        <message>
            <source>Something else that was typed is not kept: whoever leaves loses it.</source>
            <translation>متن دیگری هم نوشته شده که نگه داشته نمی‌شود؛ با خروج از دست می‌رود.</translation>
        </message>
        <message>
            <source>Something is not saved yet</source>
            <translation>نوشتهٔ ثبت‌نشده دارید</translation>
        </message>
        <message>
            <source>Template of a letter: {name}</source>
            <translation>الگوی نامه: {name}</translation>
        </message>
        <message>
            <source>Template of a message: {name}</source>
            <translation>الگوی پیام: {name}</translation>
        </message>
        <message>
            <source>The database is away: send it when it is back.</source>
            <translation>پایگاه داده در دسترس نیست؛ پس از برقراری ارتباط بفرستید.</translation>
        </message>
        <message>
            <source>The database is away: send it when it is back. What you type is kept on this PC.</source>
            <translation>پایگاه داده در دسترس نیست؛ پس از برقراری ارتباط بفرستید. آنچه می‌نویسید روی همین رایانه نگه داشته می‌شود.</translation>
        </message>
        <message>
            <source>The unfinished text was thrown away.</source>
            <extracomment>The item type of the form of a new petition, which has no id yet. The requests to the administration by kind of template.</extracomment>
            <translation>نوشتهٔ ناتمام حذف شد.</translation>
        </message>
        <message>
            <source>This is kept on this PC and comes back when you sign in here the next time:</source>
            <translation>این‌ها روی همین رایانه می‌ماند و بار بعد که اینجا وارد شوید بازیابی می‌شود:</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>حذف نوشته</translation>
        </message>
        <message>
            <source>Throw away and leave</source>
            <translation>حذف نوشته و خروج</translation>
        </message>
        <message>
            <source>Unfinished texts</source>
            <extracomment>How many texts are listed. The person leaves: True keeps the texts, False discards them.</extracomment>
            <translation>نوشته‌های ناتمام</translation>
        </message>
        <message>
            <source>Unfinished texts are kept on this PC again.</source>
            <translation>نوشته‌های ناتمام دوباره روی این رایانه نگه داشته می‌شود.</translation>
        </message>
        <message>
            <source>Unfinished texts cannot be kept on this PC: {folder} cannot be written. Save what you write before you leave.</source>
            <translation>نوشته‌های ناتمام را نمی‌توان روی این رایانه نگه داشت: در {folder} نوشتن ممکن نیست. پیش از خروج، نوشته‌های خود را ثبت کنید.</translation>
        </message>
        <message>
            <source>Word to colleagues on “{name}”</source>
            <translation>سخن با همکاران دربارهٔ «{name}»</translation>
        </message>
        <message>
            <source>Your unfinished text of {time} was brought back.</source>
            <translation>نوشتهٔ ناتمام شما از {time} بازیابی شد.</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>و {n} مورد دیگر</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}، ساعت {time}</translation>
        </message>
        <message>
            <source>{n} unfinished texts of yours were brought back, the newest of {time}.</source>
            <translation>{n} نوشتهٔ ناتمام شما بازیابی شد؛ جدیدترین آن‌ها از {time}.</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>The folder of newer versions, {folder}, cannot be read.</source>
            <translation>پوشهٔ نسخه‌های جدید ({folder}) خوانده نمی‌شود.</translation>
        </message>
        <message>
            <source>The key of newer versions (update_key) is missing or invalid in the settings of this PC; none is installed.</source>
            <translation>کلید نسخه‌های جدید (⁦update_key⁩) در تنظیمات این رایانه نیست یا نامعتبر است؛ هیچ نسخه‌ای نصب نمی‌شود.</translation>
        </message>
        <message>
            <source>The newer version in {folder} is not as the office signed it, and was not installed; tell the administrator.</source>
            <translation>نسخهٔ جدید در {folder} با امضای اداره مطابقت ندارد و نصب نشد؛ به راهبر سامانه اطلاع دهید.</translation>
        </message>
        <message>
            <source>The office names no folder of newer versions (update_folder).</source>
            <translation>اداره پوشهٔ نسخه‌های جدید (⁦update_folder⁩) را تعیین نکرده است.</translation>
        </message>
        <message>
            <source>There is no set-up “mosharekat-VERSION-x64.exe” in {folder}.</source>
            <translation>در {folder} فایل نصب ⁦mosharekat-VERSION-x64.exe⁩ نیست.</translation>
        </message>
        <message>
            <source>Version {version} is described in {file}, signed with the key {key}.</source>
            <translation>مشخصات نسخهٔ {version} با امضای کلید {key} در {file} ثبت شد.</translation>
        </message>
        <message>
            <source>Version {version} is ready; it is installed when you close the program.</source>
            <translation>نسخهٔ {version} آماده است و پس از بستن برنامه نصب می‌شود.</translation>
        </message>
        <message>
            <source>Version {version} is ready; its set-up is in {folder}.</source>
            <translation>نسخهٔ {version} آماده است؛ فایل نصب در {folder} است.</translation>
        </message>
        <message>
            <source>Version {version} is the newest one.</source>
            <translation>نسخهٔ {version} جدیدترین نسخه است.</translation>
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
        <name>Usage</name>
        <message>
            <source>A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.</source>
            <translation>گذرواژه جایش در نشانی نیست؛ آن را در MOSHAREKAT_PASSWORD یا محل نگهداری گذرواژهٔ ویندوز بگذارید.</translation>
        </message>
        <message>
            <source>A password is typed at a terminal, and there is none.</source>
            <translation>گذرواژه در پایانه نوشته می‌شود و اینجا پایانه‌ای نیست.</translation>
        </message>
        <message>
            <source>Give a NAME=VALUE, --fix or --free.</source>
            <translation>یک NAME=VALUE، ⁦--fix⁩ یا ⁦--free⁩ بدهید.</translation>
        </message>
        <message>
            <source>Give either --month or --period.</source>
            <translation>یا ⁦--month⁩ بدهید یا ⁦--period⁩.</translation>
        </message>
        <message>
            <source>Give either --text or --json.</source>
            <translation>یا ⁦--text⁩ بدهید یا ⁦--json⁩.</translation>
        </message>
        <message>
            <source>Give either --text or -o.</source>
            <translation>یا ⁦--text⁩ بدهید یا ⁦-o⁩.</translation>
        </message>
        <message>
            <source>Give either a FILE or --folder.</source>
            <translation>یا FILE بدهید یا --folder.</translation>
        </message>
        <message>
            <source>Only a reply goes out under a number.</source>
            <translation>تنها نامهٔ پاسخ با شماره صادر می‌شود.</translation>
        </message>
        <message>
            <source>The password of {name} is missing: put it in {variable}, or call it in a terminal.</source>
            <translation>گذرواژهٔ {name} داده نشده است: آن را در {variable} بگذارید، یا دستور را در پایانه اجرا کنید.</translation>
        </message>
        <message>
            <source>There is no source “{name}” that is a mailbox; these are: {names}.</source>
            <translation>منبعی به نام «{name}» که صندوق رایانامه باشد نیست؛ این‌ها هست: {names}.</translation>
        </message>
        <message>
            <source>What is issued is counted anew: --afresh is not needed.</source>
            <translation>آنچه صادر می‌شود از نو شمرده می‌شود؛ ⁦--afresh⁩ لازم نیست.</translation>
        </message>
        <message>
            <source>a whole number from {least} to {most}</source>
            <translation>عددی صحیح از {least} تا {most}</translation>
        </message>
        <message>
            <source>a whole path, from the drive or the server on</source>
            <translation>مسیر کامل، از درایو یا نام سرور</translation>
        </message>
        <message>
            <source>the address of an SQLite or PostgreSQL database, without a password</source>
            <translation>نشانی یک پایگاه دادهٔ SQLite یا PostgreSQL، بدون گذرواژه</translation>
        </message>
        <message>
            <source>the line of a public key file, or the whole path of the file</source>
            <translation>سطر یک فایل کلید عمومی، یا مسیر کامل آن فایل</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf, .docx or .xlsx.</source>
            <translation>نام {file} باید به ‎.pdf، ‎.docx یا ‎.xlsx پایان یابد.</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf, .xlsx or .csv.</source>
            <translation>نام {file} باید به ‎.pdf یا ‎.xlsx یا ‎.csv پایان یابد.</translation>
        </message>
        <message>
            <source>{file} has to end in .pdf.</source>
            <translation>{file} باید به ‎.pdf پایان یابد.</translation>
        </message>
        <message>
            <source>{form} needs a file: give one with {option}.</source>
            <extracomment>Formats that a terminal cannot display.</extracomment>
            <translation>قالب {form} فایل می‌خواهد: آن را با {option} نام ببرید.</translation>
        </message>
        <message>
            <source>{name} is no setting of the office; the settings are {names}.</source>
            <translation>{name} از تنظیمات اداره نیست؛ تنظیمات عبارت‌اند از {names}.</translation>
        </message>
        <message>
            <source>{name} takes {what}.</source>
            <translation>مقدار {name} باید این باشد: {what}.</translation>
        </message>
        <message>
            <source>{url} is no address of an SQLite or PostgreSQL database.</source>
            <translation>{url} نشانی پایگاه دادهٔ SQLite یا PostgreSQL نیست.</translation>
        </message>
        <message>
            <source>{value} does not fit {what}.</source>
            <translation>{value} برای {what} مناسب نیست.</translation>
        </message>
        <message>
            <source>{value} is no NAME=VALUE.</source>
            <translation>{value} به شکل ⁦NAME=VALUE⁩ نیست.</translation>
        </message>
        <message>
            <source>{value} is no channel; the channels are {channels}.</source>
            <translation>{value} راه دریافت نیست؛ راه‌های دریافت: {channels}.</translation>
        </message>
        <message>
            <source>{value} is no kind of subject; the kinds are {kinds}.</source>
            <translation>{value} نوع موضوع نیست؛ نوع‌ها: {kinds}.</translation>
        </message>
        <message>
            <source>{value} is no state; the states are {states}.</source>
            <translation>{value} وضعیت نیست؛ وضعیت‌ها: {states}.</translation>
        </message>
        <message>
            <source>{what} cannot be {value}, only {choices}.</source>
            <translation>{what} نمی‌تواند {value} باشد؛ تنها: {choices}.</translation>
        </message>
        <message>
            <source>{what} is missing.</source>
            <translation>{what} نوشته نشده است.</translation>
        </message>
        <message>
            <source>{what} is not known.</source>
            <translation>{what} شناخته نشد.</translation>
        </message>
        <message>
            <source>{what} needs a value behind it.</source>
            <translation>پس از {what} باید مقداری بیاید.</translation>
        </message>
        <message>
            <source>{what} takes no value.</source>
            <translation>{what} مقدار نمی‌پذیرد.</translation>
        </message>
        <message>
            <source>“--mail” goes with “--folder”, where its file is written.</source>
            <translation>«‎--mail» همراه «‎--folder» می‌آید که فایلش آنجا نوشته می‌شود.</translation>
        </message>
        <message>
            <source>“--seals” goes with “--public-key”: the key that the custodian keeps.</source>
            <translation>«‎--seals» همراه «‎--public-key» می‌آید: کلیدی که نزد امین دوم است.</translation>
        </message>
        <message>
            <source>“--since-seal” goes with “--seals”.</source>
            <translation>«‎--since-seal» همراه «‎--seals» می‌آید.</translation>
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
            <translation>معوق</translation>
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
        <name>Way</name>
        <message>
            <source>E-mail</source>
            <translation>رایانامه</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>درگاه</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>پیامک</translation>
        </message>
    </context>
    <context>
        <name>WeightKind</name>
        <message>
            <source>amount</source>
            <translation>مبلغ</translation>
        </message>
        <message>
            <source>exemption deleted</source>
            <extracomment>Names set by the office, by family and language code. All others have the program's own name.</extracomment>
            <translation>حذف معافیت</translation>
        </message>
        <message>
            <source>meaning</source>
            <translation>معنا</translation>
        </message>
        <message>
            <source>negation</source>
            <translation>نفی</translation>
        </message>
        <message>
            <source>new duty</source>
            <translation>تکلیف جدید</translation>
        </message>
        <message>
            <source>number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <source>right deleted</source>
            <translation>حذف حق</translation>
        </message>
        <message>
            <source>term</source>
            <translation>مهلت</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>, </source>
            <extracomment>Passed instead of an edition: current figures. The names of the reader's units where the reader does not see every petition of the office, else None. Whether the logo of the office cannot be drawn, so that the page lacks it.</extracomment>
            <translation>، </translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>مدیریت</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>همهٔ فرمان‌ها</translation>
        </message>
        <message>
            <source>An administrator changed what you may do.</source>
            <translation>راهبر سامانه نقش‌های شما را تغییر داد.</translation>
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
            <source>From now on you act for {people}.</source>
            <extracomment>Interval of checks in milliseconds: a delegation starts and ends by date, without a database notification.</extracomment>
            <translation>از این پس به نیابت از {people} عمل می‌کنید.</translation>
        </message>
        <message>
            <source>Inbox</source>
            <extracomment>Creates a screen with its final parent.</extracomment>
            <translation>کارتابل</translation>
        </message>
        <message>
            <source>Language</source>
            <extracomment>None in the demo, where people are switched without a password.</extracomment>
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
            <extracomment>Namespace for references to other parts of the package. Characters that XML 1.0 cannot contain or that office programs interpret: a carriage return, and U+FFF9 to U+FFFC, which LibreOffice uses for its own fields and pictures.</extracomment>
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
            <source>No connection to the database “{where}” since {time}. What is on the screen stays, what you typed is kept, and you can go on typing; the program reconnects by itself. Send when it is back.</source>
            <translation>ارتباط با پایگاه دادهٔ «{where}» از ساعت {time} قطع است. آنچه روی صفحه است می‌ماند، نوشته‌هایتان محفوظ است و می‌توانید به نوشتن ادامه دهید؛ برنامه خودش دوباره وصل می‌شود. پس از آن ارسال کنید.</translation>
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
            <source>You no longer act for {people}.</source>
            <translation>جانشینی شما برای {people} پایان یافت.</translation>
        </message>
        <message>
            <source>database of this PC</source>
            <extracomment>Debounce interval in milliseconds: later changes are collected and emitted together, so that in a busy office the screens reload about once per second instead of at every change of two hundred colleagues. Whether the listener thread receives changes of others.</extracomment>
            <translation>پایگاه دادهٔ همین رایانه</translation>
        </message>
    </context>
    <context>
        <name>Windows</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>A draft that opens today stands until</source>
            <translation>پیش‌نویسی که امروز باز شود می‌ماند تا پایان</translation>
        </message>
        <message>
            <source>A draft that opens today would stand until {day}: {rule}</source>
            <translation>پیش‌نویسی که امروز باز شود تا پایان {day} می‌ماند: {rule}</translation>
        </message>
        <message>
            <source>By law</source>
            <translation>به حکم قانون</translation>
        </message>
        <message>
            <source>Day of the legal source</source>
            <translation>تاریخ مستند قانونی</translation>
        </message>
        <message>
            <source>Full days</source>
            <extracomment>Debounce interval of the preview, in milliseconds.</extracomment>
            <translation>روز کامل</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>کف مهلت کنونی</translation>
        </message>
        <message>
            <source>It can be raised, never lowered, and holds for windows that open from then on. The history keeps who raised it, when and by which source.</source>
            <translation>کف مهلت را می‌توان افزایش داد ولی نمی‌توان کاهش داد و فقط بر مهلت‌های بعدی اثر دارد. نام تغییردهنده، زمان و مستند آن در سوابق ثبت می‌شود.</translation>
        </message>
        <message>
            <source>Legal source</source>
            <translation>مستند قانونی</translation>
        </message>
        <message>
            <source>Legal source: title and number</source>
            <translation>مستند قانونی: عنوان و شماره</translation>
        </message>
        <message>
            <source>None</source>
            <translation>هیچ</translation>
        </message>
        <message>
            <source>Raise it</source>
            <translation>افزایش</translation>
        </message>
        <message>
            <source>Raise the least length</source>
            <translation>افزایش کف مهلت</translation>
        </message>
        <message>
            <source>Track</source>
            <translation>مسیر</translation>
        </message>
        <message>
            <source>Windows that are open now</source>
            <translation>مهلت‌های نقد در جریان</translation>
        </message>
        <message>
            <source>of {day}</source>
            <translation>مورخ {day}</translation>
        </message>
        <message>
            <source>raised by {name} on {day}</source>
            <translation>{name} در {day} آن را افزایش داد</translation>
        </message>
        <message>
            <source>{day}: {rule}</source>
            <translation>{day}: {rule}</translation>
        </message>
        <message>
            <source>{n} days or one month, whichever is longer</source>
            <translation>{n} روز یا یک ماه، هرکدام بلندتر است</translation>
        </message>
        <message>
            <source>{n} full days</source>
            <translation>{n} روز کامل</translation>
        </message>
        <message>
            <source>{n} windows; they stay as they are</source>
            <translation>{n} مهلت نقد؛ بدون تغییر می‌مانند</translation>
        </message>
        <message>
            <source>{track}: at least {n} full days from now on; windows that are open stay as they are.</source>
            <translation>{track}: از این پس دست‌کم {n} روز کامل؛ مهلت‌های در جریان تغییر نمی‌کنند.</translation>
        </message>
    </context>
    <context>
        <name>Worklist</name>
        <message>
            <source>Back to the inbox</source>
            <translation>بازگشت به کارتابل</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>کارشناس</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>مهلت</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>انجام</translation>
        </message>
        <message>
            <source>Due this week</source>
            <translation>مهلت تا پایان هفته</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>مهلت امروز</translation>
        </message>
        <message>
            <source>From or with</source>
            <translation>از / نزد</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>معوق</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>برنامهٔ کار خودم</translation>
        </message>
        <message>
            <source>Of {open} open petitions none is late, due this week or waiting for an answer.</source>
            <translation>از {open} درخواست باز، هیچ‌یک خارج از مهلت، با مهلت این هفته یا در انتظار پاسخ نیست.</translation>
        </message>
        <message>
            <source>Of {open} open petitions: {parts}.</source>
            <translation>از {open} درخواست باز، {parts}.</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>فایل PDF</translation>
        </message>
        <message>
            <source>Petition</source>
            <translation>درخواست</translation>
        </message>
        <message>
            <source>Petitioner</source>
            <translation>متقاضی</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <source>Print the worklist of the day</source>
            <extracomment>The page from which a letter was requested; None for the list.</extracomment>
            <translation>چاپ برنامهٔ کار امروز</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>ساعت چاپ</translation>
        </message>
        <message>
            <source>Referrals on the side</source>
            <translation>ارجاع‌های هم‌زمان</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>یادآورها</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>ذخیرهٔ PDF</translation>
        </message>
        <message>
            <source>Save the worklist</source>
            <translation>ذخیرهٔ برنامهٔ کار</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>از تاریخ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <source>Tracking code</source>
            <translation>کد رهگیری</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>تا</translation>
        </message>
        <message>
            <source>Waiting for an answer</source>
            <translation>در انتظار پاسخ متقاضی</translation>
        </message>
        <message>
            <source>Whose worklist</source>
            <extracomment>Zoom factor of the preview relative to the paper size.</extracomment>
            <translation>برنامهٔ کار چه کسی</translation>
        </message>
        <message>
            <source>Worklist of the day</source>
            <extracomment>Wide enough for all digits of a tracking code, because people read it out and type it.</extracomment>
            <translation>برنامهٔ کار امروز</translation>
        </message>
        <message>
            <source>Worklist {day}</source>
            <translation>برنامهٔ کار {day}</translation>
        </message>
        <message>
            <source>and {count} more in the inbox</source>
            <translation>و {count} مورد دیگر در کارتابل</translation>
        </message>
        <message>
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <source>{day}, {n} days late</source>
            <translation>{day}، {n} روز تأخیر</translation>
        </message>
        <message>
            <source>{n} due later this week</source>
            <translation>مهلت {n} مورد تا پایان هفته است</translation>
        </message>
        <message>
            <source>{n} due today</source>
            <translation>مهلت {n} مورد امروز است</translation>
        </message>
        <message>
            <source>{n} late</source>
            <translation>{n} مورد خارج از مهلت است</translation>
        </message>
        <message>
            <source>{n} waiting for an answer</source>
            <translation>{n} مورد در انتظار پاسخ متقاضی است</translation>
        </message>
        <message>
            <source>{place} owes an answer</source>
            <translation>نزد {place}، بی‌پاسخ</translation>
        </message>
        <message>
            <source>{some} and {last}</source>
            <translation>{some} و {last}</translation>
        </message>
        <message>
            <source>{unit} asks</source>
            <translation>از {unit}</translation>
        </message>
        <message>
            <source>{whose}, {day}</source>
            <translation>{whose}، {day}</translation>
        </message>
    </context>
</TS>
