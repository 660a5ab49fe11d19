; The provisioning file is believed without a question: its folder is for administrators to write and, but for
; those that are given it, for nobody else to read. By SIDs: names of groups are in the system's language.
!macro customInstall
  CreateDirectory "$PROGRAMDATA\Forecourt"
  nsExec::ExecToLog 'icacls "$PROGRAMDATA\Forecourt" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"'
!macroend
