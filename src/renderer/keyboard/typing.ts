import { nextEmpty, type Field } from './fields.ts'

/** Keys that this keyboard has pressed: nobody has a real one. */
const own = new WeakSet<Event>()
export const isOwn = (event: Event): boolean => own.has(event)

/**
 * Types into the field that has the focus. The engine does it as if by a key: at the caret or in
 * place of what is selected, no longer than `maxlength`, with real `beforeinput` and `input` events,
 * in fields of every type (those of numbers and e-mails tell no script where their caret is).
 */
export function type(text: string): void {
  edit('insertText', text)
}

/** Deletes what is selected, or else the sign before the caret. */
export function erase(): void {
  edit('delete')
}

/** Deprecated, and nothing has come in its place that does all this: Chromium keeps it for editors. */
interface Editor {
  execCommand(command: string, showsUi: boolean, text?: string): boolean
}

function edit(command: 'insertText' | 'delete', text?: string): void {
  const editor: Editor = document
  editor.execCommand(command, false, text)
}

/**
 * The next field that is still empty; without one what Enter does: a new line, the page's own answer
 * to it, or the form's main button. Returns whether anything was there to be done.
 */
export function enter(field: Field): boolean {
  const next = nextEmpty(field)
  if (next) next.focus()
  else if (field instanceof HTMLTextAreaElement) type('\n')
  else return submit(field)
  return true
}

function submit(field: HTMLInputElement): boolean {
  const pressed = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
  own.add(pressed)
  if (!field.dispatchEvent(pressed)) return true
  const main = field.form && mainButton(field.form)
  if (main) main.click()
  else field.form?.requestSubmit()
  return field.form !== null
}

/** A form's first button that sends it; where it is disabled, Enter does nothing. */
function mainButton(form: HTMLFormElement): HTMLElement | null {
  const found = [...form.elements].find((element) =>
    element.matches('[type="submit"], button:not([type])'),
  )
  return found instanceof HTMLElement ? found : null
}
