; The environment variable PATH. It is read and written by Windows' own functions, because a string of NSIS has 1,023
; characters at most: a longer PATH would be cut off.

!define PATH_OF_ALL '0x80000002, w "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"'
!define PATH_OF_ONE '0x80000001, w "Environment"'
!define AddToPath "!insertmacro AddToPath"
!define RemoveFromPath "!insertmacro RemoveFromPath"
!define PATH_BYTES 131072

; Opens the key ($R1); reads PATH into $R2 as ";first;second;" and its type into $R3. $R0 is 0 where that succeeded;
; a PATH that does not exist yet is empty.
!macro ReadPath KEY
  System::Alloc ${PATH_BYTES}
  Pop $R2
  System::Call 'advapi32::RegOpenKeyExW(p ${KEY}, i 0, i 0x20117, *p .R1) i .R0'
  ${If} $R0 == 0
    IntPtrOp $R5 $R2 + 2
    System::Call 'advapi32::RegQueryValueExW(p R1, w "Path", p 0, *i .R3, p R5, *i 130000) i .R0'
    ${If} $R0 == 2
      StrCpy $R0 0
      StrCpy $R3 2
      System::Call '*$R5(&i2 0)'
    ${EndIf}
    System::Call '*$R2(&i2 0x3B)'
    ${If} $R0 == 0
      System::Call 'kernel32::lstrlenW(p R5) i .R4'
      ${If} $R4 > 0
        IntOp $R4 $R4 * 2
        IntPtrOp $R4 $R2 + $R4
        System::Call '*$R4(&i2 .R6)'
        ; The last character: a semicolon at the end stays the only one.
        ${If} $R6 != 0x3B
        ${AndIf} $R6 != 59
          System::Call 'kernel32::lstrcatW(p R2, w ";")'
        ${EndIf}
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend

; Writes $R2 without the semicolons at both ends, with its type, and closes the key.
!macro WritePath
  System::Call 'kernel32::lstrlenW(p R2) i .R4'
  ${If} $R4 > 1
    IntOp $R6 $R4 - 1
    IntOp $R6 $R6 * 2
    IntPtrOp $R6 $R2 + $R6
    System::Call '*$R6(&i2 0)'
  ${EndIf}
  IntPtrOp $R5 $R2 + 2
  System::Call 'kernel32::lstrlenW(p R5) i .R4'
  IntOp $R4 $R4 + 1
  IntOp $R4 $R4 * 2
  System::Call 'advapi32::RegSetValueExW(p R1, w "Path", i 0, i R3, p R5, i R4) i .R0'
!macroend

!macro ClosePath
  System::Call 'advapi32::RegCloseKey(p R1)'
  System::Free $R2
!macroend

!macro AddToPath KEY FOLDER
  !insertmacro ReadPath `${KEY}`
  ${If} $R0 == 0
    System::Call 'shlwapi::StrStrIW(p R2, w ";${FOLDER};") p .R6'
    ${If} $R6 == 0
      System::Call 'kernel32::lstrcatW(p R2, w "${FOLDER};")'
      !insertmacro WritePath
    ${EndIf}
  ${EndIf}
  !insertmacro ClosePath
!macroend

!macro RemoveFromPath KEY FOLDER
  !insertmacro ReadPath `${KEY}`
  ${If} $R0 == 0
    System::Call 'shlwapi::StrStrIW(p R2, w ";${FOLDER};") p .R6'
    ${If} $R6 != 0
      ; What follows moves to where the folder begins.
      StrLen $R7 ";${FOLDER}"
      IntOp $R7 $R7 * 2
      IntPtrOp $R7 $R6 + $R7
      System::Call 'kernel32::lstrlenW(p R7) i .R4'
      IntOp $R4 $R4 + 1
      IntOp $R4 $R4 * 2
      System::Call 'kernel32::RtlMoveMemory(p R6, p R7, p R4)'
      !insertmacro WritePath
    ${EndIf}
  ${EndIf}
  !insertmacro ClosePath
!macroend
