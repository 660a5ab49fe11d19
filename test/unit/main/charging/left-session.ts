import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { CommandError } from '#main/core/errors.ts'
import { attempt, chargelog, createRig, settle, START_MS, type Rig } from './rig.ts'

/** A terminal that asks for stop codes. */
export async function protectedRig(): Promise<Rig> {
  const rig = createRig()
  rig.rules = defaultGuestRules
  await settle()
  return rig
}

/** A session that somebody started here before, as the next person finds it; and its code. */
export async function leftSession(): Promise<{ rig: Rig; code: string }> {
  const rig = await protectedRig()
  const code = await startAndCharge(rig)
  rig.charging.guestLeft()
  return { rig, code }
}

/** Starts, and the charge begins; its stop code. */
export async function startAndCharge(rig: Rig): Promise<string> {
  await rig.start()
  rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
  rig.world.running = [
    chargelog({ cost: { amount: 4.2, currency: 'EUR' }, startedAtMs: START_MS + 1_000 }),
  ]
  await rig.pass(2_000)
  const { stopCode } = rig.onlySession()
  return stopCode ?? ''
}

/** A code that is not this one. */
export const other = (code: string): string => String((Number(code) + 1) % 10_000).padStart(4, '0')
export const claim = (rig: Rig, code: string): Promise<void> =>
  rig.charging.claim({ sessionId: 'log-1', code })
/** The details with which a command fails. */
export async function detailsOf(
  run: Promise<unknown>,
): Promise<Record<string, string> | undefined> {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  if (!(error instanceof CommandError)) throw new Error('It did not fail as a command does.')
  return error.failure.details
}
