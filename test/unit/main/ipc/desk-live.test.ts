import { describe, expect, it, vi } from 'vitest'
import type { Charging } from '#main/charging/charging.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { readDeskSettings } from '#main/settings/desk-settings.ts'
import { deskLiveHandlers } from '#main/ipc/handlers-desk-live.ts'

/** Notes in which order things happen; `canWrite`: the audit trail can be written. */
function desk(canWrite: boolean) {
  const order: string[] = []
  const done = <T>(name: string, value: T) =>
    vi.fn(() => {
      order.push(name)
      return value
    })
  const write = ({ action, details }: { action: string; details?: Record<string, string> }) => {
    if (!canWrite) throw new CommandError(failureOf('storage', 'The disk is full.'))
    order.push(`audit:${action}:${details?.['reason'] ?? ''}`)
  }
  const start = { id: 's1', connectorId: 'c1' }
  const charging = {
    state: () => ({ starts: [start], approvals: [{ id: 'a1', connectorId: 'c1' }] }),
    stop: done('stop', Promise.resolve()),
    cancel: done('cancel', { validUntilMs: 1 }),
    desk: {
      start: done('start', Promise.resolve({ startId: 's1' })),
      approve: done('approve', Promise.resolve({ startId: 's1' })),
      decline: done('decline', undefined),
      stopCode: done('stopCode', Promise.resolve('1234')),
      closing: () => ({ connectorId: 'c1', close: done('close', undefined) }),
    },
  }
  const startedAtDesk = vi.fn<(startId: string, person: string) => void>()
  const handlers = deskLiveHandlers({
    desk: {
      access: { person: () => ({ name: 'Ida', role: 'staff' }) },
      audit: { write },
    } as unknown as Desk,
    charging: charging as unknown as Charging,
    deskSettings: () => readDeskSettings(undefined).settings,
    sessions: { records: { startedAtDesk } },
    numberOf: () => '7',
  })
  return { handlers, order, startedAtDesk }
}

const chosen = { connectorId: 'c1', optionId: 'o1', requestId: 'r1', withoutInvoice: false }
const reason = 'departure'
type Handlers = ReturnType<typeof desk>['handlers']
const deeds: [string, (handlers: Handlers) => unknown, string[]][] = [
  ['a start', (on) => on['desk.start'](chosen), ['audit:start:', 'start']],
  [
    'a stop',
    (on) => on['desk.stop']({ sessionId: 'l1', requestId: 'r1', reason }),
    ['audit:stop:departure', 'stop'],
  ],
  ['a cancel', (on) => on['desk.cancel']({ startId: 's1' }), ['audit:cancel:', 'cancel']],
  [
    'a closing',
    (on) => on['desk.close']({ what: 'session', id: 'l1', reason }),
    ['audit:close:departure', 'close'],
  ],
  ['a yes', (on) => on['desk.approve']({ approvalId: 'a1' }), ['audit:approve:', 'approve']],
  ['a no', (on) => on['desk.decline']({ approvalId: 'a1' }), ['audit:decline:', 'decline']],
  [
    'a stop code',
    (on) => on['desk.stopCode']({ sessionId: 'l1' }),
    ['audit:read-stop-code:', 'stopCode'],
  ],
]

describe('what staff do', () => {
  it.each(deeds)('is in the audit trail before it is done: %s', async (_, run, expected) => {
    const { handlers, order } = desk(true)
    await run(handlers)
    expect(order).toEqual(expected)
  })

  it.each(deeds)('is not done when it cannot be written down: %s', async (_, run) => {
    const { handlers, order } = desk(false)
    await expect(Promise.resolve().then(() => run(handlers))).rejects.toThrow('The disk is full.')
    expect(order).toEqual([])
  })

  it('keeps with a start who was at the desk', async () => {
    const { handlers, startedAtDesk } = desk(true)
    await handlers['desk.start'](chosen)
    expect(startedAtDesk).toHaveBeenCalledExactlyOnceWith('s1', 'Ida')
  })

  it('is not written down as a start without invoice where that is a manager’s', async () => {
    const { handlers, order } = desk(true)
    const start = Promise.resolve().then(() =>
      handlers['desk.start']({ ...chosen, withoutInvoice: true }),
    )
    await expect(start).rejects.toMatchObject({ failure: { code: 'needs-manager' } })
    expect(order).toEqual([])
  })
})
