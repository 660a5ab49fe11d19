import type { Emit } from './ipc/bridge.ts'
import type { Handlers } from './ipc/dispatch.ts'
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

/** Creates the first terminal. */
export function openActiveTerminal(first: TerminalFactory, emit: Emit): ActiveTerminal {
  let generation = 0
  let revision = -1

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
    return terminal
  }

  let shown = { factory: first, terminal: create(first) }
  const show = (factory: TerminalFactory): void => {
    shown = { factory, terminal: create(factory) }
    shown.terminal.announce()
  }

  return {
    handlers: () => shown.terminal.handlers,
    replace(factory) {
      const { factory: old, terminal } = shown
      terminal.close()
      try {
        show(factory)
      } catch (error) {
        factory.dispose()
        show(old)
        throw error
      }
      old.dispose()
    },
    condition: () => shown.terminal.condition(),
    picture: (id) => shown.terminal.picture(id),
    announce() {
      shown.terminal.announce()
    },
    linkChanged() {
      shown.terminal.linkChanged()
    },
    close() {
      shown.terminal.close()
      shown.factory.dispose()
    },
  }
}
