import { computed, shallowReactive, watch, type ComputedRef } from 'vue'
import type { Session } from '#contract/charging.ts'
import { useLive } from '../live/live.ts'
import { sameList, stableComputed } from '../live/stable-computed.ts'
import { useTerminal } from '../live/terminal.ts'
import { useScreen } from '../screen.ts'
import type { TileAction } from './tile.ts'

/** What tiles show of this terminal's sessions, and where a touch on a tile leads. */
export function useTiles(): {
  /** The session that a connector's tile shows, by connector id: running ones win over ended ones. */
  sessions: ReadonlyMap<string, Session>
  /** Connectors at which a guest's own card charges, by id; none where no reader is attached. */
  ownCards: ComputedRef<ReadonlySet<string>>
  act: (action: TileAction, connectorId: string) => void
} {
  const live = useLive()
  const screen = useScreen()
  const terminal = useTerminal()

  const current = computed(() => {
    const shown = new Map<string, Session>()
    for (const session of live.sessions.values()) {
      if (session.status !== 'stopped' || !shown.has(session.connectorId)) {
        shown.set(session.connectorId, session)
      }
    }
    return shown
  })

  /** Each tile follows its own entry: another one's session does not wake it. */
  const sessions = shallowReactive(new Map<string, Session>())
  watch(
    current,
    (next) => {
      for (const [id, session] of next) sessions.set(id, session)
      for (const id of [...sessions.keys()]) if (!next.has(id)) sessions.delete(id)
    },
    { immediate: true },
  )

  const ownCards = stableComputed(
    () => {
      const starts = terminal.info.guest.reader ? [...live.starts.values()] : []
      const charging = starts.filter(({ kind, step }) => kind === 'rfid' && step === 'charging')
      return new Set(charging.map(({ connectorId }) => connectorId))
    },
    (one, other) => sameList([...one], [...other]),
  )

  /** A protected session opens to who knows its code. */
  function openSession(session: Session, action: 'mine' | 'receipt'): void {
    if (session.protection === 'code' && !session.claimed) {
      screen.claim(session.id, session.connectorId, action === 'mine' ? 'charge' : 'receipt')
    } else if (action === 'mine') screen.charging(session.id)
    else screen.summary(session.id)
  }

  function act(action: TileAction, connectorId: string): void {
    const session = sessions.get(connectorId)
    const startId = live.connectors.get(connectorId)?.startId
    const isOf = action === 'receipt' ? session?.status === 'stopped' : action === 'mine'
    if (session && isOf) openSession(session, action as 'mine' | 'receipt')
    else if (action === 'receipt') screen.claim(null, connectorId, 'receipt')
    else if (action === 'open' && startId) screen.starting(startId, connectorId)
    else screen.connector(connectorId)
  }
  return { sessions, ownCards, act }
}
