/** A key (by its name in the DOM) with what is held down along with it. */
export interface KioskKey {
  key: string
  control: boolean
  alt: boolean
  meta: boolean
  shift: boolean
}

/** What somebody needs who writes into a field. */
const EDITING = new Set(['a', 'c', 'v', 'x', 'z', 'y', 'Backspace', 'Delete', 'Home', 'End'])
const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
/** What lies above F12 does nothing in a browser: keypads for who does not see send it. */
const NEVER =
  /^(F([1-9]|1[0-2])|Browser\w+|ContextMenu|PrintScreen|Launch\w+|Zoom\w*|Print|Help|Refresh)$/

/** Whether a key is the browser's or the system's business and not the page's: kiosks refuse it. */
export function isKioskKey({ key, control, alt, meta, shift }: KioskKey): boolean {
  if (NEVER.test(key)) return true
  // AltGr is Ctrl and Alt at once where the system has no key of that name.
  if (control && alt && !meta) return key.length > 1
  if (alt || meta) return true
  if (!control) return false
  if (MOVING.has(key)) return false
  return shift || !EDITING.has(key.length === 1 ? key.toLowerCase() : key)
}
