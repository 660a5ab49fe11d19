import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'

const LINE_LIMIT_MS = 120_000

/** What a process prints, kept by lines, for those who wait for one. */
export class ProcessOutput extends EventEmitter<{ line: [string]; end: [] }> {
  readonly lines: string[] = []
  #ended = false

  constructor(child: ChildProcess) {
    super()
    this.setMaxListeners(0)
    for (const stream of [child.stdout, child.stderr])
      if (stream !== null)
        createInterface({ input: stream }).on('line', (line) => {
          this.lines.push(line)
          this.emit('line', line)
        })
    child.once('exit', () => {
      this.#ended = true
      this.emit('end')
    })
  }

  /** The first line that matches, past or to come. */
  wait(pattern: RegExp, timeoutMs = LINE_LIMIT_MS): Promise<RegExpExecArray> {
    for (const line of this.lines) {
      const match = pattern.exec(line)
      if (match !== null) return Promise.resolve(match)
    }
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer)
        this.off('line', look).off('end', stop)
        end()
      }
      const fail = (why: string): void => {
        const error = new Error(`${why} before ${String(pattern)}:\n${this.lines.join('\n')}`)
        settle(() => {
          reject(error)
        })
      }
      const look = (line: string): void => {
        const match = pattern.exec(line)
        if (match !== null)
          settle(() => {
            resolve(match)
          })
      }
      const stop = (): void => {
        fail('The terminal ended')
      }
      const timer = setTimeout(fail, timeoutMs, `${timeoutMs} ms passed`)
      this.on('line', look).on('end', stop)
      if (this.#ended) stop()
    })
  }
}
