/** How a charge runs if nothing interrupts it: a pure function of the time that power has flowed. */
export interface Trajectory {
  /** Energy in Wh after `activeMs` of charging. */
  readonly energyWhAt: (activeMs: number) => number
  /** Power in W at `activeMs`; 0 once the battery is full. */
  readonly powerWAt: (activeMs: number) => number
  /** State of charge in percent at `activeMs`. */
  readonly socPercentAt: (activeMs: number) => number
  /** Charging time in ms until the battery is full. */
  readonly fullAfterMs: number
}

export interface TrajectoryInput {
  current: 'AC' | 'DC'
  batteryKWh: number
  socPercent: number
  /** The most the vehicle takes from this kind of current, in kW. */
  vehicleKW: number
  /** The most the connector gives, in kW. */
  connectorKW: number
}

interface Point {
  soc: number
  power: number
}

interface Segment {
  startMs: number
  startWh: number
  endWh: number
  startW: number
  /** Change of power in W per Wh charged. */
  slope: number
}

const MS_PER_HOUR = 3_600_000

/** Share of the vehicle's power over the state of charge: direct current tapers, alternating hardly. */
const SHAPES: Record<TrajectoryInput['current'], readonly Point[]> = {
  AC: [
    { soc: 0, power: 1 },
    { soc: 94, power: 1 },
    { soc: 100, power: 0.25 },
  ],
  DC: [
    { soc: 0, power: 0.75 },
    { soc: 8, power: 1 },
    { soc: 42, power: 1 },
    { soc: 60, power: 0.74 },
    { soc: 80, power: 0.36 },
    { soc: 92, power: 0.15 },
    { soc: 100, power: 0.05 },
  ],
}

/**
 * Builds the exact course of a charge. Power is piecewise linear in the energy charged, so energy
 * over time has a closed form and needs no step size.
 */
export function createTrajectory(input: TrajectoryInput): Trajectory {
  const whPerPercent = input.batteryKWh * 10
  const points = powerPoints(input)
  const segments: Segment[] = []
  let startMs = 0
  for (const [index, from] of points.entries()) {
    const to = points[index + 1]
    if (!to) break
    const startWh = (from.soc - input.socPercent) * whPerPercent
    const endWh = (to.soc - input.socPercent) * whPerPercent
    const slope = (to.power - from.power) / (endWh - startWh)
    segments.push({ startMs, startWh, endWh, startW: from.power, slope })
    startMs += durationMs(endWh - startWh, from.power, to.power)
  }
  const fullWh = (100 - input.socPercent) * whPerPercent
  const fullAfterMs = startMs

  const segmentAt = (activeMs: number): Segment | undefined =>
    segments.findLast((segment) => segment.startMs <= activeMs)

  const energyWhAt = (activeMs: number): number => {
    if (activeMs >= fullAfterMs) return fullWh
    const segment = segmentAt(Math.max(0, activeMs))
    return segment ? segment.startWh + chargedWh(segment, activeMs - segment.startMs) : 0
  }

  return {
    fullAfterMs,
    energyWhAt,
    powerWAt(activeMs) {
      const segment = activeMs < fullAfterMs ? segmentAt(Math.max(0, activeMs)) : undefined
      if (!segment) return 0
      return segment.startW + segment.slope * (energyWhAt(activeMs) - segment.startWh)
    },
    socPercentAt: (activeMs) => input.socPercent + energyWhAt(activeMs) / whPerPercent,
  }
}

/** The power in W at every state of charge where its slope changes, from the start to 100 percent. */
function powerPoints(input: TrajectoryInput): Point[] {
  const shape = SHAPES[input.current]
  const limitW = input.connectorKW * 1000
  const vehicleW = input.vehicleKW * 1000
  const socs = new Set([input.socPercent, ...shape.map((point) => point.soc)])
  for (const [index, from] of shape.entries()) {
    const to = shape[index + 1]
    if (!to || from.power === to.power) continue
    const share = (limitW / vehicleW - from.power) / (to.power - from.power)
    if (share > 0 && share < 1) socs.add(from.soc + share * (to.soc - from.soc))
  }
  return [...socs]
    .filter((soc) => soc >= input.socPercent)
    .sort((a, b) => a - b)
    .map((soc) => ({ soc, power: Math.min(limitW, vehicleW * shareAt(shape, soc)) }))
}

function shareAt(shape: readonly Point[], soc: number): number {
  const index = shape.findLastIndex((point) => point.soc <= soc)
  const from = shape[Math.max(0, index)]
  const to = shape[index + 1]
  if (!from) return 0
  if (!to) return from.power
  return from.power + ((to.power - from.power) * (soc - from.soc)) / (to.soc - from.soc)
}

/** Time to charge `wh` while power goes linearly over energy from `fromW` to `toW`. */
function durationMs(wh: number, fromW: number, toW: number): number {
  const meanInverse =
    Math.abs(toW - fromW) < 1e-6 ? 1 / fromW : Math.log(toW / fromW) / (toW - fromW)
  return wh * meanInverse * MS_PER_HOUR
}

/** Solves dE/dt = startW + slope * E. */
function chargedWh(segment: Segment, elapsedMs: number): number {
  const hours = elapsedMs / MS_PER_HOUR
  if (Math.abs(segment.slope) < 1e-9) return segment.startW * hours
  return (segment.startW / segment.slope) * Math.expm1(segment.slope * hours)
}
