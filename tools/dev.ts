import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { chooseHost, environmentOf, optionsOrExit, runInForeground } from '#tools/lib/launch.ts'

const USAGE = `Forecourt with hot reload: the renderer changes in place, main is started again.

  npm run dev -- [flags]`

const argv = process.argv.slice(2)
const options = optionsOrExit(argv, USAGE)
const choice = chooseHost(options.host)
if (choice.notice !== null) console.log(choice.notice)
if (choice.host === 'none') process.exit(1)

const env = environmentOf(argv)
env['ELECTRON_EXEC_PATH'] =
  choice.host === 'electron'
    ? choice.executable
    : path.join(projectRoot, 'tools', 'host', 'electron-exec.mjs')
const vite = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
runInForeground(process.execPath, [vite, 'dev', '--watch'], env)
