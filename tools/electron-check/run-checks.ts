/** One thing that is looked at where Electron runs. */
export interface Check<Context> {
  readonly name: string
  /** What was seen, in a few words. Throws what is wrong. */
  readonly look: (context: Context) => Promise<string>
}

/** A line a check, pass or fail, in order: one that fails keeps none of the others from being looked at. */
export async function runChecks<Context>(
  checks: readonly Check<Context>[],
  context: Context,
  print: (line: string) => void,
): Promise<boolean> {
  const width = Math.max(...checks.map(({ name }) => name.length)) + 2
  let failed = 0
  for (const { name, look } of checks) {
    const line = await look(context).then(
      (seen) => `pass  ${name.padEnd(width)}${seen}`,
      (error: unknown) => {
        failed += 1
        return `FAIL  ${name.padEnd(width)}${firstLine(error)}`
      },
    )
    print(line)
  }
  print(`${String(checks.length - failed)} of ${String(checks.length)} passed`)
  return failed === 0
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
