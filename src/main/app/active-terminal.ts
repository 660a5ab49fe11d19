import type { Emit } from '#main/core/emit.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import type { TerminalContext, Terminal } from './terminal-deps.ts'

/** Creates a terminal, again after it was closed too. */
export interface TerminalFactory {
  /** Opens its terminal, again after it was closed too. Throws a CommandError `storage`. */
  create(context: TerminalContext): Terminal
  /** Ends what it brought along, such as a simulator. */
  dispose(): void
}

/** Which terminal the page speaks to. One can take another's place while the window stays. */
export interface ActiveTerminal {
  /** Throws a CommandError `storage`. */
  start(first: TerminalFactory): void
  handlers(): Handlers
  /**
   * Closes the terminal that is shown and opens another one in its context, in one go: no command
   * falls in between. Where that fails, the old one comes back, and this throws.
   */
  replace(factory: TerminalFactory): void
  condition: Terminal['condition']
  /** A picture of what is shown, by its id. */
  picture: Terminal['picture']
  /** Something of the process has changed that the page shows. */
  announce(): void
  linkChanged(): void
  close(): void
}

/** Nothing is active before `start`. */
export function createActiveTerminal(emit: Emit): ActiveTerminal {
  let generation = 0
  let revision = -1
  let active: { factory: TerminalFactory; terminal: Terminal } | null = null

  const create = (factory: TerminalFactory): Terminal => {
    generation += 1
    const mine = generation
    const terminal = factory.create({
      generation: mine,
      firstRevision: revision + 1,
      emit(name, payload) {
        if (mine !== generation) return
        if ('revision' in payload && typeof payload.revision === 'number') {
          revision = payload.revision
        }
        emit(name, payload)
      },
    })
    terminal.start()
    active = { factory, terminal }
    return terminal
  }
  const current = (): { factory: TerminalFactory; terminal: Terminal } => {
    if (!active) throw new Error('No terminal has been started.')
    return active
  }

  return {
    start(first) {
      create(first)
    },
    handlers: () => current().terminal.handlers,
    replace(factory) {
      const { factory: old, terminal } = current()
      terminal.close()
      try {
        create(factory).announce()
      } catch (error) {
        factory.dispose()
        create(old).announce()
        throw error
      }
      old.dispose()
    },
    condition: () => current().terminal.condition(),
    picture: (id) => current().terminal.picture(id),
    announce() {
      current().terminal.announce()
    },
    linkChanged() {
      current().terminal.linkChanged()
    },
    close() {
      const { factory, terminal } = current()
      terminal.close()
      factory.dispose()
    },
  }
}
