import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ClaimPurpose, Screen } from '#contract/view.ts'

export type { ClaimPurpose, Screen }

/** Which screen is shown; whether help or the request for a PIN lies over it. */
export const useScreen = defineStore('screen', () => {
  const shown = shallowRef<Screen>({ name: 'board' })
  const help = ref(false)
  /** The request for a PIN lies over it. */
  const staff = ref(false)
  /** Where the guest came to a station's page from. */
  let before: Screen = { name: 'board' }

  function show(screen: Screen): void {
    help.value = false
    staff.value = false
    shown.value = screen
  }
  function openStaff(): void {
    help.value = false
    staff.value = true
  }
  function board(): void {
    show({ name: 'board' })
  }
  function find(): void {
    show({ name: 'find' })
  }
  function station(stationId: string): void {
    if (shown.value.name !== 'station') before = shown.value
    show({ name: 'station', stationId })
  }
  function backFromStation(): void {
    show(before)
  }
  function connector(connectorId: string): void {
    show({ name: 'connector', connectorId, requestId: crypto.randomUUID() })
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
  function starting(startId: string, connectorId: string): void {
    show({ name: 'starting', startId, connectorId })
  }
  function claim(sessionId: string | null, connectorId: string, purpose: ClaimPurpose): void {
    show({ name: 'claim', sessionId, connectorId, purpose })
  }
  function approval(approvalId: string, connectorId: string): void {
    show({ name: 'approval', approvalId, connectorId })
  }
  function charging(sessionId: string): void {
    show({ name: 'charging', sessionId })
  }
  function summary(sessionId: string): void {
    show({ name: 'summary', sessionId })
  }
  return {
    shown,
    help,
    staff,
    show,
    openStaff,
    board,
    find,
    station,
    backFromStation,
    connector,
    isAt,
    renewRequest,
    starting,
    claim,
    approval,
    charging,
    summary,
  }
})
