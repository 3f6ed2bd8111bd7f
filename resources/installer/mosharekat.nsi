; The set-up of Mosharekat for Windows, compiled by `python -m resources.installer.compile` on Linux or Windows.
; That command defines DIST (the folder of the frozen program), VERSION, FOUR (the version in four numbers),
; SIZE (KiB of the folder) and OUT (the file to write).
;
; docs/operation.md, "Installing on Windows", lists the options of the command line and the exit statuses.

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel highest
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
AllowSkipFiles off
CRCCheck force

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!addincludedir "${__FILEDIR__}"
!include options.nsh
!include path.nsh

!define PRODUCT "Mosharekat"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define OWN "Software\${PRODUCT}"
!define VERB "Mosharekat.Compare"
; Windows 10 1809, the oldest that Qt runs on.
!define LEAST_BUILD 17763
; Seconds for which the set-up waits for programs that were asked to close.
!define PATIENCE 60

; Exit statuses beside those of NSIS: 0 done, 1 cancelled, 2 stopped by an error.
!define IN_USE 10
!define WRONG_OPTION 11
!define NO_RIGHTS 12
!define SETTINGS_REFUSED 13
!define OLD_WINDOWS 14

Name "$(Program)"
OutFile "${OUT}"
BrandingText "Mosharekat ${VERSION}"
SpaceTexts none
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${FOUR}"
VIAddVersionKey ProductName "Mosharekat"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Mosharekat set-up"
VIAddVersionKey CompanyName "The Mosharekat authors"
VIAddVersionKey LegalCopyright "MIT licence"

Var Everybody      ; 1: for all users of the PC, 0: for one
Var IsAdmin
Var Radio
Var Place          ; the folder whose programs are looked at
Var Data           ; the folder of the user's data
Var Seconds        ; for how long programs in use are waited for
Var Settings       ; the settings of the machine as words of a command
Var Fixed

!define MUI_ICON "mosharekat.ico"
!define MUI_UNICON "mosharekat.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_LANGDLL_WINDOWTITLE "Mosharekat"
!define MUI_LANGDLL_INFO "$(Language)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FolderBox)"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "$(Leave)"

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME
Page custom WhoPage WhoPageLeft
!define MUI_PAGE_HEADER_TEXT "$(FolderTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FolderSubtitle)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderText)"
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "$(CopyingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(CopyingSubtitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(DoneTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT " "
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(DoneTitle)"
!define MUI_FINISHPAGE_TEXT "$(DoneText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_RUN_TEXT "$(DoneStart)"
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.ConfirmPage
!define MUI_PAGE_HEADER_TEXT "$(RemovingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(CopyingSubtitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(RemovedTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT " "
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(RemovedTitle)"
!define MUI_FINISHPAGE_TEXT "$(RemovedText)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Farsi"
!insertmacro MUI_LANGUAGE "English"
!include words.nsh
!insertmacro MUI_RESERVEFILE_LANGDLL

; ------------------------------------------------------------------ what set-up and removal have in common

; Says a sentence, or nothing in a silent run, and ends with an exit status.
!macro Refuse STATUS SENTENCE
  SetErrorLevel ${STATUS}
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  Quit
!macroend

; Sets whom the program is for: folders of the shell, the part of the registry.
!macro ForWhom
  ${If} $Everybody == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

!macro RemoveVerb ENDING
  DeleteRegKey SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${VERB}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${ENDING}"
!macroend

; Each file type in a list of files gets the verb; several selected files go to one program (Player).
!macro Verb ENDING
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${VERB}" "" "$(CompareVerb)"
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${VERB}" Icon "$INSTDIR\mosharekat-desk.exe,0"
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${VERB}" MultiSelectModel Player
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${VERB}\command" "" '"$INSTDIR\mosharekat-desk.exe" run "%1"'
!macroend

!macro Shared UN
; Leaves in $0 whether a program of the folder $Place runs: Windows does not let anybody write to a program that runs.
Function ${UN}IsInUse
  StrCpy $0 0
  Push mosharekat.exe
  Push mosharekat-desk.exe
  ${Do}
    Pop $1
    ${If} ${FileExists} "$Place\$1"
      ClearErrors
      FileOpen $2 "$Place\$1" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $2
      ${EndIf}
    ${EndIf}
  ${LoopUntil} $1 == mosharekat.exe
FunctionEnd

; Asks the windows to close, as a click on their corner does: they save, and ask about what is not saved. The command is
; not asked: its window is the console, and a command ends at once where its console closes. It is waited for.
Function ${UN}AskToClose
  nsExec::Exec '"$SYSDIR\taskkill.exe" /IM mosharekat-desk.exe'
  Pop $0
FunctionEnd

; Returns when no program of the folder runs. Ends the set-up otherwise: nothing was changed then.
Function ${UN}WaitForPrograms
  StrCpy $Place "$INSTDIR"
  ${Do}
    Call ${UN}IsInUse
    ${If} $0 == 0
      Return
    ${EndIf}
    MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(InUse)" /SD IDOK IDOK ask
    SetErrorLevel 1
    Quit
    ask:
    Call ${UN}AskToClose
    StrCpy $3 0
    ${Do}
      Call ${UN}IsInUse
      ${If} $0 == 0
        Return
      ${EndIf}
      Sleep 1000
      IntOp $3 $3 + 1
    ${LoopUntil} $3 >= $Seconds
    ${If} ${Silent}
      SetErrorLevel ${IN_USE}
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd

; Removes what stands outside of the folder: shortcuts, the verb of the Explorer, the entry in PATH.
Function ${UN}RemoveTraces
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$SMPROGRAMS\${PERSIAN_NAME}.lnk"
  !insertmacro RemoveVerb .docx
  !insertmacro RemoveVerb .odt
  !insertmacro RemoveVerb .html
  !insertmacro RemoveVerb .txt
  ${If} $Everybody == 1
    ${RemoveFromPath} `${PATH_OF_ALL}` "$INSTDIR"
  ${Else}
    ${RemoveFromPath} `${PATH_OF_ONE}` "$INSTDIR"
  ${EndIf}
FunctionEnd

; The Explorer and new consoles read again what changed.
Function ${UN}TellWindows
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
FunctionEnd
!macroend

!define PERSIAN_NAME "میز مشارکت"
!insertmacro OptionFunctions ""
!insertmacro OptionFunctions "un."
!insertmacro Shared ""
!insertmacro Shared "un."

; ------------------------------------------------------------------------------------------------- set-up

Function .onInit
  SetRegView 64
  StrCpy $Data "$LOCALAPPDATA\${PRODUCT}"
  ${IfNot} ${AtLeastBuild} ${LEAST_BUILD}
    !insertmacro Refuse ${OLD_WINDOWS} "$(OldWindows)"
  ${EndIf}
  UserInfo::GetAccountType
  Pop $0
  StrCpy $IsAdmin 0
  ${If} $0 == Admin
    StrCpy $IsAdmin 1
  ${EndIf}
  Call ReadOptions
  Call ChooseFolder
FunctionEnd

; Adds a setting of the machine to the words of the command that writes them.
!macro Setting OPTION NAME
  !insertmacro Option "" ${OPTION}
  ${IfNot} ${Errors}
    ; A backslash before a quotation mark would join it to the word.
    StrCpy $2 $1 1 -1
    ${If} $2 == "\"
      StrCpy $1 "$1\"
    ${EndIf}
    StrCpy $Settings '$Settings "${NAME}=$1"'
  ${EndIf}
!macroend

Function ReadOptions
  Call FindUnknown
  ${If} $1 != ""
    !insertmacro Refuse ${WRONG_OPTION} "$1"
  ${EndIf}
  ; Persian, as the program itself, unless another language was chosen before or is now.
  StrCpy $LANGUAGE ${LANG_FARSI}
  ReadRegStr $1 HKLM "${OWN}" Language
  ReadRegStr $2 HKCU "${OWN}" Language
  ${If} $1$2 == ${LANG_ENGLISH}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  !insertmacro Option "" LANGUAGE
  ${IfNot} ${Errors}
    ${If} $1 == fa
      StrCpy $LANGUAGE ${LANG_FARSI}
    ${ElseIf} $1 == en
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Else}
      !insertmacro Refuse ${WRONG_OPTION} "/LANGUAGE=$1"
    ${EndIf}
  ${ElseIfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  StrCpy $Seconds ${PATIENCE}
  !insertmacro Option "" WAIT
  ${IfNot} ${Errors}
    StrCpy $Seconds $1
  ${EndIf}
  ; Whom it is for: as it was, else everybody where that is allowed, unless an option says it.
  StrCpy $Everybody $IsAdmin
  ReadRegStr $1 HKCU "${OWN}" Folder
  ${If} $1 != ""
    StrCpy $Everybody 0
  ${EndIf}
  ReadRegStr $1 HKLM "${OWN}" Folder
  ${If} $1 != ""
  ${AndIf} $IsAdmin == 1
    StrCpy $Everybody 1
  ${EndIf}
  !insertmacro Option "" ALLUSERS
  ${IfNot} ${Errors}
    StrCpy $Everybody $1
    ${If} $1 == 1
    ${AndIf} $IsAdmin != 1
      !insertmacro Refuse ${NO_RIGHTS} "$(NoRights)"
    ${EndIf}
  ${EndIf}
  !insertmacro Setting DATABASE database
  !insertmacro Setting CERTIFICATE certificate
  !insertmacro Setting LANGUAGE language
  !insertmacro Setting LOCKMINUTES lock_minutes
  !insertmacro Setting UPDATEFOLDER update_folder
  !insertmacro Setting UPDATEKEY update_key
  !insertmacro Setting SERVERONLY server_only
  !insertmacro Option "" FIX
  StrCpy $Fixed $1
  Call StopIfNewer
FunctionEnd

; With /ONLYNEWER=1 nothing is done where this version or a newer one is installed: for scripts that run at each start.
Function StopIfNewer
  !insertmacro Option "" ONLYNEWER
  ${If} $1 != 1
    Return
  ${EndIf}
  ${If} $Everybody == 1
    ReadRegStr $1 HKLM "${UNINSTALL}" DisplayVersion
  ${Else}
    ReadRegStr $1 HKCU "${UNINSTALL}" DisplayVersion
  ${EndIf}
  ${If} $1 == ""
    Return
  ${EndIf}
  ${VersionCompare} "$1" "${VERSION}" $2
  ${If} $2 != 2
    SetErrorLevel 0
    Quit
  ${EndIf}
FunctionEnd

; The folder of the installed program; else the usual one; else that of the option /D.
Function ChooseFolder
  !insertmacro ForWhom
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${OWN}" Folder
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ${If} $Everybody == 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${PRODUCT}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PRODUCT}"
  ${EndIf}
FunctionEnd

Function WhoPage
  !insertmacro MUI_HEADER_TEXT "$(WhoTitle)" "$(WhoSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  nsDialogs::SetRTL $(^RTL)
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(WhoAll)"
  Pop $Radio
  ${NSD_CreateLabel} 12u 14u 95% 24u "$(WhoAllText)"
  Pop $0
  ${NSD_CreateRadioButton} 0 46u 100% 12u "$(WhoOne)"
  Pop $1
  ${NSD_CreateLabel} 12u 60u 95% 24u "$(WhoOneText)"
  Pop $0
  ${If} $IsAdmin != 1
    EnableWindow $Radio 0
    ${NSD_CreateLabel} 0 94u 100% 24u "$(NoRights)"
    Pop $0
  ${EndIf}
  ${If} $Everybody == 1
    ${NSD_Check} $Radio
    ${NSD_SetFocus} $Radio
  ${Else}
    ${NSD_Check} $1
    ${NSD_SetFocus} $1
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function WhoPageLeft
  ${NSD_GetState} $Radio $0
  ${If} $0 != $Everybody
    StrCpy $Everybody $0
    StrCpy $INSTDIR ""
    Call ChooseFolder
  ${EndIf}
  !insertmacro ForWhom
FunctionEnd

Function StartProgram
  ; As the user, not with the rights of the set-up: the Explorer starts it.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\mosharekat-desk.exe"'
FunctionEnd

Section
  ; The bar says how far it is; names of files, in the wrong direction in Persian, help nobody.
  SetDetailsPrint none
  SetRegView 64
  !insertmacro ForWhom
  Call WaitForPrograms
  Call MoveAside
  SetOutPath "$INSTDIR"
  ; The programs come last: nobody can start half of a version.
  File /r /x mosharekat.exe /x mosharekat-desk.exe "${DIST}/*"
  File "${DIST}/mosharekat.exe"
  File "${DIST}/mosharekat-desk.exe"
  SetOutPath "$TEMP"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_old"

  Call RemoveTraces
  CreateShortCut "$SMPROGRAMS\$(Program).lnk" "$INSTDIR\mosharekat-desk.exe"
  !insertmacro Verb .docx
  !insertmacro Verb .odt
  !insertmacro Verb .html
  !insertmacro Verb .txt
  ${If} $Everybody == 1
    ${AddToPath} `${PATH_OF_ALL}` "$INSTDIR"
  ${Else}
    ${AddToPath} `${PATH_OF_ONE}` "$INSTDIR"
  ${EndIf}

  WriteRegStr SHCTX "${OWN}" Folder "$INSTDIR"
  WriteRegStr SHCTX "${OWN}" Language "$LANGUAGE"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayName "$(Program)"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayIcon "$INSTDIR\mosharekat-desk.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" Publisher "The Mosharekat authors"
  WriteRegStr SHCTX "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" EstimatedSize ${SIZE}
  WriteRegDWORD SHCTX "${UNINSTALL}" NoModify 1
  WriteRegDWORD SHCTX "${UNINSTALL}" NoRepair 1
  Call TellWindows
  Call WriteSettings
SectionEnd

; The installed program writes the settings of the machine: it knows their names, their values and the file. It answers in
; English, because nsExec reads no Persian.
Function WriteSettings
  ${If} $Settings == ""
  ${AndIf} $Fixed == ""
    Return
  ${EndIf}
  StrCpy $0 '"$INSTDIR\mosharekat.exe" --language en settings machine$Settings'
  ${If} $Fixed != ""
    StrCpy $0 '$0 --fix "$Fixed"'
  ${EndIf}
  nsExec::ExecToStack $0
  Pop $0
  Pop $1
  ${If} $0 != 0
    SetErrorLevel ${SETTINGS_REFUSED}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(SettingsRefused)$\r$\n$\r$\n$1" /SD IDOK
  ${EndIf}
FunctionEnd

; The old version goes aside, so that no half of a version is ever left in the folder. Its programs go first: none can be
; started from then on. One that was started since they were waited for is found now.
Function MoveAside
  RMDir /r "$INSTDIR\_old"
  ${IfNot} ${FileExists} "$INSTDIR\_internal\*.*"
    Return
  ${EndIf}
  CreateDirectory "$INSTDIR\_old"
  Rename "$INSTDIR\mosharekat.exe" "$INSTDIR\_old\mosharekat.exe"
  Rename "$INSTDIR\mosharekat-desk.exe" "$INSTDIR\_old\mosharekat-desk.exe"
  StrCpy $Place "$INSTDIR\_old"
  Call IsInUse
  ${If} $0 == 0
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\_old\_internal"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
  ${EndIf}
  Call PutBack
  !insertmacro Refuse ${IN_USE} "$(InUse)"
FunctionEnd

!macro PutBack NAME
  ${If} ${FileExists} "$INSTDIR\_old\${NAME}"
    RMDir /r "$INSTDIR\${NAME}"
    Delete "$INSTDIR\${NAME}"
    Rename "$INSTDIR\_old\${NAME}" "$INSTDIR\${NAME}"
  ${EndIf}
!macroend

; What was there before the set-up is there again.
Function PutBack
  !insertmacro PutBack _internal
  !insertmacro PutBack mosharekat-desk.exe
  !insertmacro PutBack mosharekat.exe
  RMDir "$INSTDIR\_old"
FunctionEnd

Function .onInstFailed
  Call PutBack
FunctionEnd

; ------------------------------------------------------------------------------------------------ removal

Function un.onInit
  SetRegView 64
  StrCpy $Data "$LOCALAPPDATA\${PRODUCT}"
  StrCpy $Seconds ${PATIENCE}
  !insertmacro Option "un." WAIT
  ${IfNot} ${Errors}
    StrCpy $Seconds $1
  ${EndIf}
  ; The folder says whose it is.
  StrCpy $Everybody 0
  ReadRegStr $0 HKLM "${OWN}" Folder
  ${If} $0 == $INSTDIR
    StrCpy $Everybody 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != Admin
      !insertmacro Refuse ${NO_RIGHTS} "$(NoRights)"
    ${EndIf}
  ${EndIf}
  !insertmacro ForWhom
  ReadRegStr $0 SHCTX "${OWN}" Language
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
FunctionEnd

Function un.ConfirmPage
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  nsDialogs::SetRTL $(^RTL)
  ${NSD_CreateLabel} 0 0 100% 24u "$(RemoveText)"
  Pop $0
  ; A path is read from the left in every language.
  ${NSD_CreateText} 0 30u 100% 14u "$Data"
  Pop $0
  SendMessage $0 ${EM_SETREADONLY} 1 0
  System::Call 'user32::SetWindowLongPtrW(p r0, i -20, p 0x200)'
  ${NSD_CreateLabel} 0 56u 100% 36u "$(RemoveMachine)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Section Uninstall
  SetDetailsPrint none
  SetRegView 64
  !insertmacro ForWhom
  Call un.WaitForPrograms
  Call un.RemoveTraces
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_old"
  Delete "$INSTDIR\mosharekat.exe"
  Delete "$INSTDIR\mosharekat-desk.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${OWN}"
  Call un.TellWindows
SectionEnd
