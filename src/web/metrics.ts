/** What is counted while the service runs, in the text format of Prometheus: requests by page, the event loop, and whatever else is asked for then. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Counted = { byStatus: Map<string, number>; buckets: number[]; sum: number; count: number }

/** A reading taken when the metrics are asked for; a counter only grows. `labels` are words of ours, never of a person or child. */
export type Gauge = {
  name: string
  help: string
  type?: 'counter' | 'gauge'
  values: { labels?: Record<string, string>; value: number }[]
}

export class Metrics {
  readonly #pages = new Map<string, Counted>()
  readonly #loop = monitorEventLoopDelay({ resolution: 20 })
  readonly #began = Date.now() / 1000

  constructor() {
    this.#loop.enable()
  }

  /** `where` is the path of the page as written (`/plan/actions/:id`). */
  add(method: string, where: string, status: number, seconds: number): void {
    const key = JSON.stringify([METHODS.includes(method) ? method : 'other', where])
    const counted = this.#pages.get(key) ?? { byStatus: new Map(), buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
    this.#pages.set(key, counted)
    counted.byStatus.set(String(status), (counted.byStatus.get(String(status)) ?? 0) + 1)
    BOUNDS.forEach((bound, at) => seconds <= bound && (counted.buckets[at]! += 1))
    counted.sum += seconds
    counted.count += 1
  }

  /** Everything as text, and the event loop's delay counted anew from here. */
  text(gauges: Gauge[]): string {
    const lines = [...this.#requests(), ...[...this.#own(), ...gauges].flatMap(gaugeLines)]
    this.#loop.reset()
    return `${lines.join('\n')}\n`
  }

  #requests(): string[] {
    const total = 'golden_thread_requests_total'
    const took = 'golden_thread_request_seconds'
    const pages = [...this.#pages].map(([key, counted]) => ({ labels: labelsOf(key), counted }))
    return [
      `# HELP ${total} Requests answered, by page and status`,
      `# TYPE ${total} counter`,
      ...pages.flatMap(({ labels, counted }) =>
        [...counted.byStatus].map(([status, count]) => `${total}{${inLabels({ ...labels, status })}} ${count}`),
      ),
      `# HELP ${took} How long an answer took`,
      `# TYPE ${took} histogram`,
      ...pages.flatMap(({ labels, counted }) => [
        ...BOUNDS.map((le, at) => `${took}_bucket{${inLabels({ ...labels, le: String(le) })}} ${counted.buckets[at]}`),
        `${took}_bucket{${inLabels({ ...labels, le: '+Inf' })}} ${counted.count}`,
        `${took}_sum{${inLabels(labels)}} ${counted.sum}`,
        `${took}_count{${inLabels(labels)}} ${counted.count}`,
      ]),
    ]
  }

  #own(): Gauge[] {
    const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
    return [
      {
        name: 'golden_thread_event_loop_delay_seconds',
        help: 'How late the event loop was since it was last asked',
        values: [
          { labels: { quantile: '0.5' }, value: seconds(this.#loop.percentile(50)) },
          { labels: { quantile: '0.99' }, value: seconds(this.#loop.percentile(99)) },
          { labels: { quantile: '1' }, value: seconds(this.#loop.max) },
        ],
      },
      { name: 'process_start_time_seconds', help: 'When the service began', values: [{ value: this.#began }] },
      {
        name: 'process_resident_memory_bytes',
        help: 'Memory in use',
        values: [{ value: process.memoryUsage.rss() }],
      },
    ]
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']

function labelsOf(key: string): Record<string, string> {
  const [method, page] = JSON.parse(key) as [string, string]
  return { method, page }
}

const inLabels = (labels: Record<string, string>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, found => (found === '\n' ? '\\n' : `\\${found}`))}"`)
    .join(',')

const gaugeLines = ({ name, help, type = 'gauge', values }: Gauge): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...values.map(({ labels, value }) => `${name}${labels ? `{${inLabels(labels)}}` : ''} ${value}`),
]
