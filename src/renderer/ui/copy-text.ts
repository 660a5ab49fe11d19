/** Deprecated, and the way in its place asks for a permission that no page has here. */
interface Editor {
  execCommand(command: 'copy'): boolean
}

/**
 * Puts a text where it can be pasted from; false where the system does not let it. By a selection.
 */
export function copyText(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.insetBlockStart = '-100vh'
  document.body.append(area)
  area.select()
  try {
    const editor: Editor = document
    return editor.execCommand('copy')
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
