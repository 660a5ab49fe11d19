import type { Session } from 'electron'

/**
 * A terminal needs no camera, location, notification, device or download: all are refused. So is what is
 * on the screen, by having no handler for it: one that answers nothing makes Electron throw.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
