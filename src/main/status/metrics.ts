import { Counter, Gauge, Registry } from 'prom-client'
import type { Status } from './status.ts'

type Labels = Readonly<Record<string, string>>
type Sample = readonly [value: number, labels: Labels]

/** A gauge of the page, or a counter since the launch. */
interface Metric {
  /** Without the prefix that all have. */
  readonly name: string
  readonly help: string
  readonly isCounter?: boolean
  readonly samples: (status: Status) => readonly Sample[]
}

const linkStates = ['live', 'lost', 'connecting'] as const

const metrics: readonly Metric[] = [
  {
    name: 'info',
    help: 'What runs here.',
    samples: ({ version, host }) => [[1, { version, host }]],
  },
  plain('started_seconds', 'When the program was started (Unix time).', (status) =>
    seconds(status.startedAt),
  ),
  {
    name: 'link',
    help: 'The connection to the platform: 1 for the state it is in.',
    samples: ({ link }) => linkStates.map((state) => [state === link.state ? 1 : 0, { state }]),
  },
  plain('last_refresh_seconds', 'When values were fresh last (Unix time).', ({ link }) =>
    seconds(link.lastRefresh),
  ),
  plain('refresh_age_seconds', 'How old the values are that are shown.', (status) => {
    const atSeconds = seconds(status.link.lastRefresh)
    return atSeconds === null ? null : (seconds(status.writtenAt) ?? 0) - atSeconds
  }),
  {
    name: 'trouble',
    help: 'Somebody must change something: 1, with the reason.',
    samples: ({ trouble }) => [[trouble === null ? 0 : 1, { code: trouble ?? '' }]],
  },
  plain(
    'wrong_pins',
    'Wrong PINs since the program was started.',
    (status) => status.door.wrongPins,
  ),
  plain(
    'pins_slowed_until_seconds',
    'Until when some PINs are not taken, after too many wrong ones (Unix time).',
    (status) => seconds(status.door.slowedUntil),
  ),
  plain('open_starts', 'Starts whose end is not known yet.', (status) => status.openStarts),
  {
    name: 'connectors',
    help: 'How many connectors are in each state.',
    samples: ({ connectors }) =>
      Object.entries(connectors).map(([state, count]) => [count, { state }]),
  },
  {
    name: 'platform_errors_total',
    help: 'Requests to the platform that failed, by why.',
    isCounter: true,
    samples: ({ platformErrors }) =>
      Object.entries(platformErrors).map(([code, count]) => [count, { code }]),
  },
  {
    name: 'stops_total',
    help: 'Stops that were asked for by how they ended, and why they failed; each try counts.',
    isCounter: true,
    samples: ({ stops }) =>
      stops.map(({ end, reason, count }) => [count, { end, reason: reason ?? '' }]),
  },
  {
    name: 'starts_total',
    help: 'Starts by how they ended, and why they failed; one that begins late counts twice.',
    isCounter: true,
    samples: ({ starts }) =>
      starts.map(({ end, reason, count }) => [count, { end, reason: reason ?? '' }]),
  },
  plain(
    'running_sessions',
    "Running sessions of the terminal's account.",
    (status) => status.runningSessions,
  ),
  plain(
    'unheeded_stops',
    'Sessions that go on although a stop was asked for a minute ago.',
    (status) => status.unheededStops,
  ),
  plain('requests_last_minute', 'Requests to the platform.', (status) => status.requestsLastMinute),
  plain(
    'clock_skew_seconds',
    "The platform's clock less this one.",
    (status) => status.clockSkewMs / 1000,
  ),
  plain(
    'readings_left_out',
    'Values and times of meter readings that were not believed, since launch.',
    (status) => status.readingsLeftOut,
  ),
  plain(
    'values_left_out',
    "Impossible values of the platform's answers that were taken as not provided, since launch.",
    (status) => status.valuesLeftOut,
  ),
  plain('window_visible', 'Whether people can see the window: 1.', ({ window }) =>
    Number(window.visible),
  ),
  plain(
    'window_replacements',
    'Windows replaced since the program was started.',
    (status) => status.window.replacements,
  ),
  plain(
    'relaunches_last_hour',
    'Times that the program was restarted: new windows did not help, or an error was not caught.',
    (status) => status.relaunchesLastHour,
  ),
  plain(
    'uncaught_errors_last_hour',
    'Errors that nobody caught; each restarted the program.',
    ({ errors }) => errors.uncaughtLastHour,
  ),
  plain(
    'unhandled_rejections',
    'Promises that were rejected unheard since the program was started.',
    ({ errors }) => errors.unhandledRejections,
  ),
  plain(
    'provisioning_faults',
    'Faults of the provisioning file.',
    (status) => status.provisioningFaults,
  ),
  plain('memory_rss_bytes', "The main process's memory.", ({ memory }) => memory.rssBytes),
  plain(
    'memory_heap_bytes',
    "The main process's JavaScript heap.",
    ({ memory }) => memory.heapBytes,
  ),
]

/** What every metric is called. */
export const metricNames: readonly string[] = metrics.map(({ name }) => `forecourt_${name}`)

/** The status in Prometheus' text format, version 0.0.4. */
export async function metricsOf(status: Status): Promise<string> {
  const registry = new Registry()
  for (const metric of metrics) addTo(registry, metric, metric.samples(status))
  return registry.metrics()
}

function addTo(registry: Registry, metric: Metric, samples: readonly Sample[]): void {
  // Without one, the library would tell 0.
  if (samples.length === 0) return
  const labelNames = Object.keys(samples[0]?.[1] ?? {})
  const name = `forecourt_${metric.name}`
  const facts = { name, help: metric.help, labelNames, registers: [registry] }
  if (metric.isCounter === true) {
    const counter = new Counter(facts)
    for (const [value, labels] of samples) counter.inc(labels, value)
  } else {
    const gauge = new Gauge(facts)
    for (const [value, labels] of samples) gauge.set(labels, value)
  }
}

/** A gauge without labels; null: not known yet, and left out. */
function plain(name: string, help: string, valueOf: (status: Status) => number | null): Metric {
  const samples = (status: Status): Sample[] => {
    const value = valueOf(status)
    return value === null ? [] : [[value, {}]]
  }
  return { name, help, samples }
}

function seconds(at: string | null): number | null {
  return at === null ? null : Date.parse(at) / 1000
}
