import { expect, it } from 'vitest'
import { isKioskKey, type KioskKey } from '#common/kiosk-keys.ts'

const NAMES: Record<string, keyof KioskKey> = {
  Ctrl: 'control',
  Alt: 'alt',
  Meta: 'meta',
  Shift: 'shift',
}

/** `Ctrl+Shift+I` as the event tells it. */
function key(combination: string): KioskKey {
  const parts = combination.split('+')
  const held = { control: false, alt: false, meta: false, shift: false }
  for (const part of parts.slice(0, -1)) Object.assign(held, { [NAMES[part] ?? '']: true })
  return { ...held, key: parts.at(-1) ?? '' }
}

it.each([
  ...['F1', 'F5', 'F11', 'F12', 'BrowserBack', 'BrowserForward', 'ContextMenu', 'ZoomIn', 'Print'],
  ...['Ctrl+=', 'Ctrl+-', 'Ctrl+0', 'Ctrl+p', 'Ctrl+r', 'Ctrl+w', 'Ctrl+n', 'Ctrl+f', 'Ctrl+Tab'],
  ...[
    'Ctrl+Shift+I',
    'Ctrl+Shift+C',
    'Alt+ArrowLeft',
    'Alt+F4',
    'Alt+d',
    'Meta+q',
    'Ctrl+Alt+Delete',
  ],
])('a kiosk refuses %s', (combination) => {
  expect(isKioskKey(key(combination))).toBe(true)
})

it.each([
  ...['a', '7', 'Enter', 'Tab', 'Escape', 'ArrowLeft', 'Backspace', 'Shift+A', 'Shift+Tab'],
  // What keypads with a socket for headphones send.
  ...['F13', 'F15', 'F24'],
  // Who writes into a field, and who types @ with AltGr.
  ...['Ctrl+c', 'Ctrl+V', 'Ctrl+a', 'Ctrl+Backspace', 'Ctrl+Shift+ArrowLeft', 'Ctrl+Alt+@'],
])('a kiosk lets %s in', (combination) => {
  expect(isKioskKey(key(combination))).toBe(false)
})
