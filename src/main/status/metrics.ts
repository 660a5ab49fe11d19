import { Gauge, Registry } from 'prom-client'
import type { Status } from './status.ts'

const linkStates = ['live', 'lost', 'connecting'] as const

type Numbers = readonly (readonly [name: string, help: string, value: number | null])[]

/** The status in Prometheus' text format, version 0.0.4. */
export async function metricsOf(status: Status): Promise<string> {
  const registry = new Registry()
  const labelled = (
    name: string,
    help: string,
    values: readonly [labels: Record<string, string>, value: number][],
  ): void => {
    const labelNames = Object.keys(values[0]?.[0] ?? {})
    const made = new Gauge({ name: `forecourt_${name}`, help, labelNames, registers: [registry] })
    for (const [labels, value] of values) made.set(labels, value)
  }
  const { version, host, link, trouble } = status
  labelled('info', 'What runs here.', [[{ version, host }, 1]])
  labelled(
    'link',
    'The connection to the platform: 1 for the state it is in.',
    linkStates.map((state) => [{ state }, state === link.state ? 1 : 0]),
  )
  labelled('trouble', 'Somebody must change something: 1, with the reason.', [
    [{ code: trouble ?? '' }, trouble === null ? 0 : 1],
  ])
  for (const [name, help, value] of [...ofTheSite(status), ...ofTheProgram(status)]) {
    const made = new Gauge({ name: `forecourt_${name}`, help, registers: [registry] })
    if (value !== null) made.set(value)
  }
  return registry.metrics()
}

const ofTheSite = (status: Status): Numbers => [
  [
    'last_refresh_seconds',
    'When values were fresh last (Unix time).',
    seconds(status.link.lastRefresh),
  ],
  ['wrong_pins', 'Wrong PINs since the program was started.', status.door.wrongPins],
  [
    'pins_slowed_until_seconds',
    'Until when some PINs are not taken, after too many wrong ones (Unix time).',
    seconds(status.door.slowedUntil),
  ],
  ['open_starts', 'Starts whose end is not known yet.', status.openStarts],
  ['running_sessions', "Running sessions of the terminal's account.", status.runningSessions],
  [
    'unheeded_stops',
    'Sessions that go on although a stop was asked for a minute ago.',
    status.unheededStops,
  ],
  ['requests_last_minute', 'Requests to the platform.', status.requestsLastMinute],
  ['clock_skew_seconds', "The platform's clock less this one.", status.clockSkewMs / 1000],
  [
    'readings_left_out',
    'Values and times of meter readings that were not believed, since launch.',
    status.readingsLeftOut,
  ],
  [
    'values_left_out',
    "Values of the platform's answers that cannot be and were taken for not told, since launch.",
    status.valuesLeftOut,
  ],
]

const ofTheProgram = ({ startedAt, window, errors, memory, ...status }: Status): Numbers => [
  ['started_seconds', 'When the program was started (Unix time).', seconds(startedAt)],
  ['window_visible', 'Whether people can see the window: 1.', Number(window.visible)],
  ['window_replacements', 'Windows replaced since the program was started.', window.replacements],
  [
    'relaunches_last_hour',
    'Times that the program was restarted: new windows did not help, or an error was not caught.',
    status.relaunchesLastHour,
  ],
  [
    'uncaught_errors_last_hour',
    'Errors that nobody caught; each restarted the program.',
    errors.uncaughtLastHour,
  ],
  [
    'unhandled_rejections',
    'Promises that were rejected unheard since the program was started.',
    errors.unhandledRejections,
  ],
  ['provisioning_faults', 'Faults of the provisioning file.', status.provisioningFaults],
  ['memory_rss_bytes', "The main process's memory.", memory.rssBytes],
  ['memory_heap_bytes', "The main process's JavaScript heap.", memory.heapBytes],
]

const seconds = (at: string | null): number | null => (at === null ? null : Date.parse(at) / 1000)
