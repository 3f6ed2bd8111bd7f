; The options of the command line, read as Windows parts a command line into words: /NAME=value, /NAME="with spaces" and
; "/NAME=with spaces" are the same. (GetOptions of NSIS ends a value at the first slash and passes over the last form.)

!define KNOWN_OPTIONS ";S;NCRC;D;ALLUSERS;CERTIFICATE;DATABASE;FIX;LANGUAGE;LOCKMINUTES;ONLYNEWER;SERVERONLY;UPDATEFOLDER;UPDATEKEY;WAIT;"

; Leaves the value of an option in $1; sets the error flag where the option was not given.
!macro Option UN NAME
  Push "/${NAME}="
  Call ${UN}FindOption
!macroend

; Leaves the words in $R0 (a pointer to pointers) and their number in $R1.
!macro ReadWords
  System::Call 'kernel32::GetCommandLineW() p .R2'
  System::Call 'shell32::CommandLineToArgvW(p R2, *i .R1) p .R0'
!macroend

; Leaves the word $R3 (from 0) in $R4.
!macro ReadWord
  IntOp $R5 $R3 * 8
  IntPtrOp $R5 $R0 + $R5
  System::Call '*$R5(p .R6)'
  System::Call 'kernel32::lstrcpynW(w .R4, p R6, i 1023)'
!macroend

!macro OptionFunctions UN
Function ${UN}FindOption
  Exch $2
  StrCpy $1 ""
  StrLen $R7 $2
  !insertmacro ReadWords
  StrCpy $R3 1
  ${While} $R3 < $R1
    !insertmacro ReadWord
    StrCpy $R8 $R4 $R7
    ${If} $R8 == $2
      StrCpy $1 $R4 "" $R7
      System::Call 'kernel32::LocalFree(p R0)'
      Pop $2
      ClearErrors
      Return
    ${EndIf}
    IntOp $R3 $R3 + 1
  ${EndWhile}
  System::Call 'kernel32::LocalFree(p R0)'
  Pop $2
  SetErrors
FunctionEnd
!macroend

; Leaves in $1 the first option that the set-up does not know; empty if it knows all of them.
Function FindUnknown
  StrCpy $1 ""
  !insertmacro ReadWords
  StrCpy $R3 1
  ${While} $R3 < $R1
    !insertmacro ReadWord
    StrCpy $R8 $R4 1
    ${If} $R8 == "/"
      ; The name ends at the equals sign.
      StrCpy $R7 0
      ${Do}
        IntOp $R7 $R7 + 1
        StrCpy $R8 $R4 1 $R7
        ${If} $R8 == "="
        ${OrIf} $R8 == ""
          ${ExitDo}
        ${EndIf}
      ${Loop}
      IntOp $R7 $R7 - 1
      StrCpy $R8 $R4 $R7 1
      System::Call 'shlwapi::StrStrIW(w "${KNOWN_OPTIONS}", w ";$R8;") p .R7'
      ${If} $R7 == 0
        StrCpy $1 $R4
        ${ExitWhile}
      ${EndIf}
    ${EndIf}
    IntOp $R3 $R3 + 1
  ${EndWhile}
  System::Call 'kernel32::LocalFree(p R0)'
FunctionEnd
