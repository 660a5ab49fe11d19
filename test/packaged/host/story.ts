/** How the machine is, for one launch: `PACKAGED_STORY`, as JSON. */
export interface Story {
  /** On Wayland it never comes for a hidden window. */
  readyToShow?: 'comes' | 'never'
  /** Of the system's store of secrets: whose key it seals with, or that it wants its password first. */
  keyring?: 'v11' | 'v10' | 'locked'
  /** Pages answer their probes. */
  answers?: boolean
}

/** What Electron was asked for, in this order. */
export type Told = [
  what:
    | 'window'
    | 'load'
    | 'show'
    | 'destroy'
    | 'on top'
    | 'dialog'
    | 'menu'
    | 'display on'
    | 'proxy'
    | 'relaunch'
    | 'served'
    | 'exit',
  detail: unknown,
]

/** What the machine does to the program. */
export type Order =
  | { do: 'throw'; message: string }
  | { do: 'reject'; message: string }
  | { do: 'warn' }
  | { do: 'crash' }
  | { do: 'unlock' }
  | { do: 'fetch'; url: string }
  | { do: 'quit' }
