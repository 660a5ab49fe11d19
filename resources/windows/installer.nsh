; The provisioning file is believed without a question: its folder (%ProgramData%\Forecourt) is for administrators to
; write and, but for those that are given it, for nobody else to read. By SIDs: names of groups are in the system's language.
!macro customInstall
  SetShellVarContext all
  CreateDirectory "$APPDATA\Forecourt"
  nsExec::ExecToLog 'icacls "$APPDATA\Forecourt" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"'
!macroend
