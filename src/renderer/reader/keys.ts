import { Wedge, type Held, type WedgeOptions } from './wedge.ts'

/** Types a person's held keys where they were meant to go: as a key, and into a field as text. */
export function retype(keys: readonly Held[], own: WeakSet<Event>): void {
  for (const { key, target } of keys) {
    const to = target instanceof Element && target.isConnected ? target : document.body
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    own.add(event)
    if (to.dispatchEvent(event) && isField(to)) insert(to, key)
  }
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.matches('input, textarea') && !(element as HTMLInputElement).readOnly
}

function insert(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const end = field.value.length
  field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }),
  )
}

/**
 * Puts a wedge before everything that listens for keys on this page, while `isOn` says so.
 * Returns the function that takes it away.
 */
export function listenToReader(isOn: () => boolean, scanned: WedgeOptions['scanned']): () => void {
  const own = new WeakSet<Event>()
  const wedge = new Wedge({
    scanned,
    replay: (keys) => {
      retype(keys, own)
    },
  })
  const press = (event: KeyboardEvent): void => {
    if (own.has(event) || !isOn()) return
    const special =
      event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing
    const held = wedge.press({
      key: event.key,
      target: event.target,
      atMs: event.timeStamp,
      special,
    })
    if (!held) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('keydown', press, { capture: true })
  return () => {
    removeEventListener('keydown', press, { capture: true })
    wedge.close()
  }
}
