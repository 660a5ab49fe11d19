import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'

/** A process of the bench that answers questions by their names. */
export interface Child<Answers> {
  ask<K extends keyof Answers & string>(question: K): Promise<Answers[K]>
  end(): void
}

/** Starts a script of this folder with `facts` as its only argument; resolves once it is ready. */
export async function startChild<Answers>(
  script: string,
  facts: unknown,
): Promise<{ child: Child<Answers>; ready: unknown }> {
  const file = path.join(import.meta.dirname, script)
  const process = fork(file, [JSON.stringify(facts)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ready = await message(process)
  return {
    ready,
    child: {
      async ask(question) {
        const answered = message(process)
        process.send(question)
        return (await answered) as Answers[typeof question]
      },
      end() {
        process.kill()
      },
    },
  }
}

function message(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const onExit = (code: number | null): void => {
    reject(new Error(`a process of the bench ended with code ${String(code)}`))
  }
  child.once('exit', onExit)
  child.once('message', (answer) => {
    child.off('exit', onExit)
    resolve(answer)
  })
  return promise
}

/** In the child: what it was started with. */
export function factsOf(): unknown {
  return JSON.parse(process.argv[2] ?? 'null')
}

/** In the child: says that it is ready, and answers one question at a time from then on. */
export function answerQuestions<Answers>(
  ready: unknown,
  answers: { [K in keyof Answers]: () => Answers[K] | Promise<Answers[K]> },
): void {
  process.on('message', (question: keyof Answers & string) => {
    void Promise.resolve(answers[question]()).then((answer) => process.send?.(answer ?? null))
  })
  process.on('disconnect', () => process.exit())
  process.send?.(ready)
}
