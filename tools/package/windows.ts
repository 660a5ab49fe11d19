import { rmSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '#tools/lib/cli.ts'
import { electronFacts, projectRoot } from '#tools/lib/electron.ts'
import { placeElectron, type ElectronWish } from './electron.ts'
import { copyInto, run, writeWith } from './files.ts'
import { APP_ID, type Stage } from './stage.ts'

const tool = path.join(projectRoot, 'tools', 'package', 'windows')
const resources = path.join(projectRoot, 'resources', 'windows')

/**
 * Makes the installers (NSIS for one machine, MSI for fleets) by electron-builder, which also writes the asar's hash
 * into the program; it has a lock file of its own and is installed here first. Not yet tried on Windows: MSI needs
 * Windows, NSIS is downloaded by it. Answers the folder.
 */
export async function makeInstallers(
  staged: Stage,
  wish: ElectronWish,
  releaseDir: string,
): Promise<string[]> {
  if (wish.source === 'placeholder')
    throw new UsageError(
      '--target win needs Electron: no placeholder has what is written into a program.',
    )
  const electronDist = path.join(releaseDir, `electron-win32-${wish.arch}`)
  await placeElectron(wish, electronDist)
  rmSync(path.join(electronDist, 'resources', 'default_app.asar'))
  const output = path.join(releaseDir, `windows-${wish.arch}`)
  const config = path.join(releaseDir, 'electron-builder.json')
  writeWith(config, JSON.stringify(builderConfig(staged, electronDist, output), null, 2))
  const builder = installBuilder(path.join(releaseDir, 'windows-tools'))
  run(
    process.execPath,
    [builder, '--win', `--${wish.arch}`, '--config', config, '--publish', 'never'],
    {
      cwd: projectRoot,
    },
  )
  return [output]
}

/** Apart from the project's own packages, by the lock file in `tools/package/windows/`. Answers its program. */
function installBuilder(folder: string): string {
  for (const each of ['package.json', 'package-lock.json', '.npmrc'])
    copyInto(path.join(tool, each), path.join(folder, each))
  // npm is a script on Windows.
  const shell = process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm']
  const [npm = '', ...first] = shell
  run(npm, [...first, 'ci', '--ignore-scripts', '--loglevel=error'], { cwd: folder })
  return path.join(folder, 'node_modules', 'electron-builder', 'out', 'cli', 'cli.js')
}

function builderConfig(staged: Stage, electronDist: string, output: string) {
  return {
    appId: APP_ID,
    productName: 'Forecourt',
    copyright: 'MIT licence',
    electronVersion: electronFacts().version,
    electronDist,
    directories: { app: staged.folder, output, buildResources: resources },
    // It would search the project's own packages, too: nothing of them is needed.
    files: ['package.json', 'out/**/*', '!node_modules/**/*'],
    extraResources: [
      {
        from: path.join(projectRoot, 'resources', 'terminal.schema.json'),
        to: 'terminal.schema.json',
      },
      { from: path.join(staged.folder, 'version'), to: 'version' },
      { from: resources, to: 'kiosk', filter: ['*.xml', '*.ps1'] },
    ],
    asar: true,
    npmRebuild: false,
    publish: null,
    afterPack: path.join(tool, 'after-pack.mjs'),
    win: {
      executableName: 'Forecourt',
      icon: path.join(resources, 'icon.ico'),
      target: ['nsis', 'msi'],
      signtoolOptions: { sign: path.join(tool, 'sign.mjs'), signingHashAlgorithms: ['sha256'] },
    },
    nsis: {
      oneClick: false,
      perMachine: true,
      allowElevation: true,
      allowToChangeInstallationDirectory: false,
      deleteAppDataOnUninstall: false,
      include: path.join(resources, 'installer.nsh'),
    },
    msi: { oneClick: false, perMachine: true, createDesktopShortcut: false },
  }
}
