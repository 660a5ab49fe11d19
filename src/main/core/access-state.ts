import type { Person } from '#contract/desk.ts'
import type { Mode } from '#contract/terminal.ts'

/** Which mode the terminal is in, and who is at the desk. */
export interface AccessState {
  mode(): Mode
  person(): Person | null
}
