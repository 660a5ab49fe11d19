import { defineStore } from 'pinia'
import { onScopeDispose, ref } from 'vue'

/** What a key does at the desk; its word is `keys.<name>`, and all are listed by `?`. */
export const keyNames = [
  'search',
  'number',
  'start',
  'stop',
  'receipt',
  'sections',
  'list',
] as const
export type KeyName = (typeof keyNames)[number]

/** What stands on the keys. */
export const keyCaps: Readonly<Record<KeyName, readonly string[]>> = {
  search: ['/'],
  number: ['0–9', 'Enter'],
  start: ['S'],
  stop: ['X'],
  receipt: ['R'],
  sections: ['G', '1–7'],
  list: ['?'],
}

/** Keys that are one press and do one thing. */
type Act = Exclude<KeyName, 'number' | 'sections'>
/** Where a key is heard: on the section, or in the sheet over it or beside it. */
export type Place = 'page' | 'sheet'
interface Bound {
  readonly name: Act
  readonly place: Place
  readonly act: () => void
}

const acts: Readonly<Record<string, Act>> = {
  '/': 'search',
  s: 'start',
  x: 'stop',
  r: 'receipt',
  '?': 'list',
}
const LONGEST_NUMBER = 6

/** The desk's keys: parts of it say what theirs do while they are on the page; the latest counts. */
export const useDeskKeys = defineStore('desk-keys', () => {
  const bound = new Set<Bound>()
  /** A connector's number as far as it is typed. */
  const typed = ref('')
  /** Opens the connector of a number; null where digits are sections. */
  let openNumber: ((number: string) => void) | null = null
  let isGoing = false

  function forget(): void {
    typed.value = ''
    isGoing = false
  }
  function bind(one: Bound): void {
    bound.add(one)
    onScopeDispose(() => bound.delete(one))
  }
  /** While this lives, digits are a connector's number, which Enter opens. */
  function bindNumber(open: (number: string) => void): void {
    openNumber = open
    onScopeDispose(() => {
      openNumber = null
      forget()
    })
  }

  /** Whether the key was one of these. `goTo`: opens a section by its place, from 1 on. */
  function press(key: string, place: Place, goTo: (place: number) => void): boolean {
    if (place === 'page' && pressNumber(key, goTo)) return true
    const name = acts[key.toLowerCase()]
    const one = [...bound].findLast((each) => each.name === name && each.place === place)
    one?.act()
    return one !== undefined
  }

  function pressNumber(key: string, goTo: (place: number) => void): boolean {
    if (/^\d$/.test(key)) {
      if (openNumber && !isGoing) typed.value = (typed.value + key).slice(-LONGEST_NUMBER)
      else goTo(Number(key))
      isGoing = false
      return true
    }
    isGoing = key.toLowerCase() === 'g'
    if (isGoing) return true
    if (typed.value === '') return false
    if (key === 'Backspace') typed.value = typed.value.slice(0, -1)
    else if (key === 'Enter') openNumber?.(typed.value)
    if (key === 'Enter' || key === 'Escape') forget()
    return ['Backspace', 'Enter', 'Escape'].includes(key)
  }

  return { typed, bind, bindNumber, press, forget }
})

/** Says what a key does while the component lives. */
export function useDeskKey(name: Act, act: () => void, place: Place = 'page'): void {
  useDeskKeys().bind({ name, place, act })
}
