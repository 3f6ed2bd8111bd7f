; The sentences of the set-up, each in Persian and in English.

!macro Words NAME PERSIAN ENGLISH
  LangString ${NAME} ${LANG_FARSI} "${PERSIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!define W "!insertmacro Words"

; A sentence: a right-to-left mark keeps its full stop at its end, whatever the direction of the window. One after each
; other mark does the same where a line is broken there.
!macro Sentence NAME PERSIAN ENGLISH
  !insertmacro Words ${NAME} "${PERSIAN}${RLM}" "${ENGLISH}"
!macroend
!define S "!insertmacro Sentence"
!define RLM "${U+200F}"

${W} Program "میز مشارکت" "Mosharekat"
${W} CompareVerb "مقایسه با میز مشارکت" "Compare with Mosharekat"
${S} Leave "از نصب میز مشارکت خارج می‌شوید؟" "Leave the set-up of Mosharekat?"
${W} WelcomeTitle "نصب میز مشارکت" "Set-up of Mosharekat"
${S} WelcomeText "میز مشارکت روی این رایانه نصب یا به‌روز می‌شود.${RLM}$\r$\n$\r$\nداده‌ها و تنظیمات شما تغییر نمی‌کند.${RLM} اگر برنامه باز است،${RLM} نوشتهٔ خود را ذخیره کنید؛${RLM} پیش از به‌روز شدن بسته می‌شود." "Mosharekat is installed or updated on this PC.$\r$\n$\r$\nYour data and settings stay as they are. If the program is open, save your text; it is closed before the update."
${W} WhoTitle "کاربران برنامه" "Users of the program"
${S} WhoSubtitle "برنامه برای چه کسانی نصب شود؟" "Who is the program installed for?"
${W} WhoAll "همهٔ کاربران این رایانه" "All users of this PC"
${S} WhoAllText "در پوشهٔ برنامه‌های ویندوز؛${RLM} به اجازهٔ راهبر رایانه نیاز دارد." "In the program folder of Windows; it needs the rights of an administrator."
${W} WhoOne "فقط من" "Only me"
${S} WhoOneText "در پوشهٔ شخصی شما؛${RLM} اجازه‌ای لازم نیست." "In your own folder; no rights are needed."
${S} NoRights "نصب یا حذف برای همهٔ کاربران در اختیار راهبر رایانه است." "Only an administrator of the PC can install or remove the program for all users."
${W} FolderTitle "پوشهٔ نصب" "Folder"
${S} FolderSubtitle "برنامه در این پوشه قرار می‌گیرد." "The program is put into this folder."
${S} FolderText "داده‌های شما در پوشهٔ دیگری است و با نصب یا حذف برنامه تغییر نمی‌کند." "Your data are in another folder. Neither set-up nor removal changes them."
${W} CopyingTitle "نصب میز مشارکت" "Installing Mosharekat"
${S} CopyingSubtitle "چند لحظه صبر کنید." "Please wait a moment."
${W} DoneTitle "میز مشارکت نصب شد" "Mosharekat is installed"
${S} DoneText "برنامه در فهرست شروع ویندوز است.${RLM} برای مقایسهٔ دو پیش‌نویس،${RLM} آنها را در ویندوز انتخاب کنید و از فهرست کلیک راست «مقایسه با میز مشارکت»${RLM} را برگزینید." "You find the program in the Start menu. To compare two drafts, select them in the Explorer and choose “Compare with Mosharekat” from the context menu."
${W} DoneStart "اجرای میز مشارکت" "Start Mosharekat"
${S} InUse "میز مشارکت باز است.${RLM} نوشتهٔ خود را ذخیره کنید،${RLM} سپس «تأیید»${RLM} را بزنید تا پنجره‌ها بسته شوند.${RLM} پس از پایان فرمان‌های در حال اجرا،${RLM} کار ادامه داده می‌شود." "Mosharekat is open. Save your text, then press OK: its windows are closed, and the set-up goes on when no command works."
${S} OldWindows "میز مشارکت به ویندوز ۱۰ نسخهٔ ۱۸۰۹ یا جدیدتر نیاز دارد." "Mosharekat needs Windows 10 version 1809 or later."
${S} SettingsRefused "برنامه نصب شد،${RLM} اما تنظیمات این رایانه ذخیره نشد:" "The program is installed, but the settings of this PC were not saved:"
${W} RemoveTitle "حذف میز مشارکت" "Remove Mosharekat"
${S} RemoveSubtitle "فقط برنامه حذف می‌شود." "Only the program is removed."
${S} RemoveText "پایگاه داده و تنظیمات شما می‌ماند و پس از نصب دوباره در دسترس است.${RLM} جای آنها این پوشه است:" "Your database and settings stay, and are there again after another set-up. They are in this folder:"
${S} RemoveMachine "هر کاربر دیگر این رایانه پوشهٔ خود را دارد.${RLM} تنظیماتی که اداره برای این رایانه گذاشته است نیز می‌ماند." "Each other user of this PC has a folder of their own. The settings of the office for this PC stay, too."
${W} RemovingTitle "حذف میز مشارکت" "Removing Mosharekat"
${W} RemovedTitle "میز مشارکت حذف شد" "Mosharekat is removed"
${S} RemovedText "داده‌های شما دست‌نخورده در این پوشه است:${RLM}$\r$\n$\r$\n$Data" "Your data are untouched in this folder:$\r$\n$\r$\n$Data"
${W} FolderBox "پوشه" "Folder"
${W} Language "زبان را انتخاب کنید · Choose a language" "Choose a language · زبان را انتخاب کنید"
