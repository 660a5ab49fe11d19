import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, toRaw } from 'vue'
import { fullNumber } from '#common/plug-number.ts'
import type { Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { Link, LiveModel, LiveUpdate } from '#contract/live.ts'
import type { Connector, Site } from '#contract/site.ts'
import { on } from '../bridge.ts'
import { keepOnly, put, refill } from './entities.ts'
import { createUpdates } from './updates.ts'

const CONNECTING: Link = { state: 'connecting', sinceMs: 0, lastGoodAtMs: null, error: null }

/**
 * Everything that changes by itself. Listens before it asks, so that no difference is missed,
 * and applies differences by entity: what has not changed is not drawn again.
 */
export const useLive = defineStore('live', () => {
  const loaded = ref(false)
  const site = shallowRef<Site | null>(null)
  const link = shallowRef<Link>(CONNECTING)
  const order = shallowRef<readonly string[]>([])
  const connectors = shallowReactive(new Map<string, Connector>())
  const sessions = shallowReactive(new Map<string, Session>())
  const starts = shallowReactive(new Map<string, Start>())
  const approvals = shallowRef<readonly Approval[]>([])
  let generation: number | null = null

  /** All connectors in the site's order: another list with every change of one. */
  const inOrder = shallowRef<readonly Connector[]>([])

  /** The account's sessions here that have not ended. */
  const running = computed(() =>
    [...sessions.values()].filter(({ status }) => status !== 'stopped'),
  )

  function list(): void {
    const plain = toRaw(connectors)
    inOrder.value = order.value.flatMap((id) => plain.get(id) ?? [])
  }

  function fill(model: LiveModel): void {
    site.value = model.site
    link.value = model.link
    refill(connectors, model.connectors)
    refill(sessions, model.sessions)
    refill(starts, model.starts)
    approvals.value = model.approvals
    order.value = model.connectors.map((connector) => connector.id)
    list()
    loaded.value = true
  }

  function apply(update: LiveUpdate): void {
    if (update.site !== undefined) site.value = update.site
    if (update.link) link.value = update.link
    put(connectors, update.connectors, undefined)
    put(sessions, update.sessions, update.removedSessions)
    put(starts, update.starts, update.removedStarts)
    if (update.approvals) approvals.value = update.approvals
    if (update.order) {
      order.value = update.order
      keepOnly(connectors, update.order)
    }
    if (update.order ?? update.connectors) list()
  }

  const updates = createUpdates({ fill, apply })

  /** Subscribes, then asks for the whole model, and again when another terminal becomes active. */
  async function open(): Promise<void> {
    on('live', updates.receive)
    on('terminal', (info) => {
      if (generation !== null && info.generation !== generation) void updates.load()
      generation = info.generation
    })
    await updates.load()
  }

  /** Which connector it is, in words: empty where nobody knows it. */
  function numberOf(connectorId: string | undefined): string {
    const connector = connectors.get(connectorId ?? '')
    return connector ? fullNumber(connector) : ''
  }

  const entities = { connectors, sessions, running, starts, approvals, inOrder }
  return { loaded, site, link, order, ...entities, numberOf, open }
})
