import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ClaimPurpose, Screen } from '#contract/view.ts'

export type { ClaimPurpose, Screen }

/** Which screen is shown; whether help, language and display, or the request for a PIN lies over it. */
export const useScreen = defineStore('screen', () => {
  const shown = shallowRef<Screen>({ name: 'board' })
  const help = ref(false)
  /** The choice of language and display lies over it. */
  const look = ref(false)
  /** The request for a PIN lies over it. */
  const staff = ref(false)
  /** Where the guest came to a station's page from. */
  let before: Screen = { name: 'board' }

  function show(screen: Screen): void {
    help.value = false
    look.value = false
    staff.value = false
    shown.value = screen
  }
  function openStaff(): void {
    help.value = false
    staff.value = true
  }
  function station(stationId: string): void {
    if (shown.value.name !== 'station') before = shown.value
    show({ name: 'station', stationId })
  }
  function backFromStation(): void {
    show(before)
  }
  /** Whether the guest is still at this connector: an answer that comes late leads nowhere else. */
  function isAt(connectorId: string): boolean {
    return shown.value.name === 'connector' && shown.value.connectorId === connectorId
  }
  /** After a refused start the next touch is a new request. */
  function renewRequest(): void {
    if (shown.value.name === 'connector') {
      shown.value = { ...shown.value, requestId: crypto.randomUUID() }
    }
  }
  const overlays = { help, look, staff, openStaff }
  const moves = { ...movesBy(show), station, backFromStation }
  return { shown, show, ...overlays, ...moves, isAt, renewRequest }
})

/** Moves to the screens that need no more than what they are of. */
function movesBy(show: (screen: Screen) => void) {
  return {
    board(): void {
      show({ name: 'board' })
    },
    find(): void {
      show({ name: 'find' })
    },
    code(): void {
      show({ name: 'code' })
    },
    connector(connectorId: string): void {
      show({ name: 'connector', connectorId, requestId: crypto.randomUUID() })
    },
    starting(startId: string, connectorId: string): void {
      show({ name: 'starting', startId, connectorId })
    },
    claim(sessionId: string | null, connectorId: string, purpose: ClaimPurpose): void {
      show({ name: 'claim', sessionId, connectorId, purpose })
    },
    approval(approvalId: string, connectorId: string): void {
      show({ name: 'approval', approvalId, connectorId })
    },
    charging(sessionId: string): void {
      show({ name: 'charging', sessionId })
    },
    summary(sessionId: string): void {
      show({ name: 'summary', sessionId })
    },
  }
}
