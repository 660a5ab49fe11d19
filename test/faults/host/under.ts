import type { Order, Pushed, Told } from './messages.ts'
import { openSeam } from './seam.ts'
import { takeOverTime } from './time.ts'

/*
 * Loaded before a host of the terminal (`node --import`): its time and its end are the suite's from then
 * on, by messages. Nothing of the product knows it.
 */

const time = takeOverTime(Number(process.env['FAULTS_START_MS']))
const seam = openSeam()

const tell = (message: Told | Pushed): void => {
  process.send?.(message)
}

type Invoke = (name: string, input: unknown) => Promise<unknown>
const serving = Promise.withResolvers<Invoke>()

/** The way to the bridge where there is no page; commands wait for it. */
export function serveCommands(invoke: Invoke): void {
  serving.resolve(invoke)
}

/** Hands on what main sends to its page. */
export function pushEvent(name: string, payload: unknown): void {
  tell({ event: [name, payload] })
}

async function carryOut(order: Order): Promise<unknown> {
  if (order.do === 'invoke') return (await serving.promise)(order.name, order.input)
  if (order.do === 'arm') seam.arm(order.at)
  else {
    await time.advance(order.toMs)
    await seam.quiet(order.limitMs)
  }
  return null
}

process.on('message', (order: Order) => {
  if (typeof order.id !== 'number') return
  void carryOut(order).then((value) => {
    tell({ id: order.id, value })
  })
})
// An orphan has nobody to move its time.
process.on('disconnect', () => process.exit(1))
