# Makes this PC a kiosk: Shell Launcher where the edition has it, else Assigned Access. Run as administrator, by a task of
# SYSTEM: Windows takes this configuration from nobody else (psexec -i -s powershell, or a management system).
# docs/windows-kiosk.md says what each part is for. Not tried on a machine yet.
$ErrorActionPreference = 'Stop'
$data = Join-Path $env:ProgramData 'Forecourt'

# The kiosk's user, without rights. With Assigned Access Windows makes one of its own.
$hasShellLauncher = (Get-CimClass -Namespace root\standardcimv2\embedded -ClassName WESL_UserSetting -ErrorAction SilentlyContinue) -or
  ((Get-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -ErrorAction SilentlyContinue).State -in 'Enabled', 'Disabled')
if ($hasShellLauncher -and -not (Get-LocalUser forecourt -ErrorAction SilentlyContinue)) {
  New-LocalUser forecourt -NoPassword -AccountNeverExpires -UserMayNotChangePassword | Out-Null
  Set-LocalUser forecourt -PasswordNeverExpires $true
  Add-LocalGroupMember -SID S-1-5-32-545 -Member forecourt
}

# The provisioning file: read by the kiosk's user, written by administrators. The data: the user's own.
New-Item -ItemType Directory -Force $data, "$data\data" | Out-Null
$reader = if ($hasShellLauncher) { 'forecourt' } else { '*S-1-5-32-545' }
icacls $data /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "${reader}:(RX)" | Out-Null
if (Test-Path "$data\terminal.json") { icacls "$data\terminal.json" /grant:r "${reader}:R" | Out-Null }
icacls "$data\data" /grant:r "${reader}:(OI)(CI)M" | Out-Null

[Environment]::SetEnvironmentVariable('FORECOURT_SUPERVISED', '1', 'Machine')
[Environment]::SetEnvironmentVariable('FORECOURT_DATA_DIR', "$data\data", 'Machine')

# Nothing slides in from the side, nothing pops up, the screen stays on.
$edge = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI'
New-Item -Force $edge | Out-Null
Set-ItemProperty $edge AllowEdgeSwipe 0 -Type DWord
$push = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\PushNotifications'
New-Item -Force $push | Out-Null
Set-ItemProperty $push NoToastApplicationNotification 1 -Type DWord
foreach ($what in 'monitor-timeout-ac', 'standby-timeout-ac', 'hibernate-timeout-ac') { powercfg /change $what 0 }

# Windows restarts after its updates only outside these hours.
$update = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
New-Item -Force $update | Out-Null
Set-ItemProperty $update SetActiveHours 1 -Type DWord
Set-ItemProperty $update ActiveHoursStart 6 -Type DWord
Set-ItemProperty $update ActiveHoursEnd 0 -Type DWord

$space = 'root\cimv2\mdm\dmmap'
$access = Get-CimInstance -Namespace $space -ClassName MDM_AssignedAccess
if ($hasShellLauncher) {
  Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName Client-DeviceLockdown, Client-EmbeddedShellLauncher | Out-Null
  $access.ShellLauncher = [System.Net.WebUtility]::HtmlEncode((Get-Content -Raw "$PSScriptRoot\shell-launcher.xml"))
} else {
  $access.Configuration = [System.Net.WebUtility]::HtmlEncode((Get-Content -Raw "$PSScriptRoot\assigned-access.xml"))
}
Set-CimInstance -CimInstance $access
Write-Output 'Done. Restart the PC.'
