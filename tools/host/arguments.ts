import path from 'node:path'

export interface HostArguments {
  /** The folder with the app's package.json. */
  appPath: string
  switches: Map<string, string>
  /** What main sees behind the app's path in `process.argv`. */
  rest: string[]
}

/** Reads a command line as Electron's: the first word that is no switch is the app. */
export function readArguments(argv: readonly string[]): HostArguments {
  const index = argv.findIndex((argument) => !argument.startsWith('-'))
  const app = index < 0 ? '.' : (argv[index] ?? '.')
  const rest = argv.filter((_, at) => at !== index)
  const switches = new Map(
    rest
      .filter((argument) => argument.startsWith('--'))
      .map((argument) => {
        const [name = '', ...value] = argument.slice(2).split('=')
        return [name, value.join('=')] as const
      }),
  )
  return { appPath: path.resolve(app), switches, rest }
}
