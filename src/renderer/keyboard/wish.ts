import type { TerminalInfo } from '#contract/terminal.ts'

/** What a person used last on this page. */
export type Used = 'touch' | 'mouse' | 'key'

/** Whether a field that gets the focus brings the keyboard. */
export function isWished(
  { keyboard, kiosk }: Pick<TerminalInfo, 'keyboard' | 'kiosk'>,
  used: Used | null,
): boolean {
  if (keyboard === 'never') return false
  // Who has real keys needs no others, until the screen is touched again.
  if (keyboard === 'always') return used !== 'key'
  return kiosk && used === 'touch'
}

/** A pen touches the screen as a finger does. */
export const usedBy = ({ pointerType }: Pick<PointerEvent, 'pointerType'>): Used =>
  pointerType === 'mouse' ? 'mouse' : 'touch'
