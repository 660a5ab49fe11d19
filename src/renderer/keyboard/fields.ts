/** Something that text is typed into. */
export type Field = HTMLInputElement | HTMLTextAreaElement

export type Keys = 'letters' | 'digits'

const LETTER_TYPES = ['text', 'search', 'email', 'url', 'password']
const DIGIT_TYPES = ['number', 'tel']
const DIGIT_MODES = ['numeric', 'decimal', 'tel']

/** The field, where it is one that can be typed into now; dates, times and colours have the browser's picker. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  if (target.matches(':disabled') || target.readOnly || !target.isConnected) return null
  return target instanceof HTMLTextAreaElement || keysOfType(target.type) !== null ? target : null
}

/** Which keys a field wants: by its type, or as `inputmode` says. */
export function keysOf(field: Field): Keys {
  if (DIGIT_MODES.includes(field.inputMode)) return 'digits'
  return keysOfType(field.type) ?? 'letters'
}

function keysOfType(type: string): Keys | null {
  if (DIGIT_TYPES.includes(type)) return 'digits'
  return LETTER_TYPES.includes(type) ? 'letters' : null
}

/** The field after this one in its form, dialog or page that nothing was typed into yet. */
export function nextEmpty(field: Field): Field | null {
  const whole = field.closest('form, [role="dialog"], main') ?? document.body
  const after = [...whole.querySelectorAll<Field>('input, textarea')].filter(
    (other) => field.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return after.find((other) => fieldOf(other) && other.value === '' && isSeen(other)) ?? null
}

const isSeen = (field: Field): boolean => field.checkVisibility({ visibilityProperty: true })
