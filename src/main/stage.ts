import type { Emit } from './ipc/bridge.ts'
import type { Handlers } from './ipc/dispatch.ts'
import type { Place, Terminal } from './terminal-deps.ts'

/** What can be put on stage. */
export interface Scene {
  /** Opens its terminal, again after it was closed too. Throws a CommandError `storage`. */
  raise(place: Place): Terminal
  /** Ends what it brought along, such as a simulator. */
  strike(): void
}

/** Which terminal the page speaks to. One can take another's place while the window stays. */
export interface Stage {
  handlers(): Handlers
  /**
   * Closes the terminal that is shown and opens another one in its place, in one go: no command
   * falls in between. Where that fails, the old one comes back, and this throws.
   */
  swap(scene: Scene): void
  condition: Terminal['condition']
  /** A picture of what is shown, by its id. */
  picture: Terminal['picture']
  /** Something of the process has changed that the page shows. */
  announce(): void
  linkChanged(): void
  close(): void
}

/** Opens the stage with its first scene. */
export function openStage(first: Scene, emit: Emit): Stage {
  let stage = 0
  let revision = -1

  const raise = (scene: Scene): Terminal => {
    stage += 1
    const mine = stage
    const terminal = scene.raise({
      stage: mine,
      firstRevision: revision + 1,
      emit(name, payload) {
        if (mine !== stage) return
        if ('revision' in payload && typeof payload.revision === 'number') {
          revision = payload.revision
        }
        emit(name, payload)
      },
    })
    terminal.start()
    return terminal
  }

  let shown = { scene: first, terminal: raise(first) }
  const show = (scene: Scene): void => {
    shown = { scene, terminal: raise(scene) }
    shown.terminal.announce()
  }

  return {
    handlers: () => shown.terminal.handlers,
    swap(scene) {
      const { scene: old, terminal } = shown
      terminal.close()
      try {
        show(scene)
      } catch (error) {
        scene.strike()
        show(old)
        throw error
      }
      old.strike()
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
      shown.scene.strike()
    },
  }
}
