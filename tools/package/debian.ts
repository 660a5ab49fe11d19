import { chmodSync, cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '#tools/lib/electron.ts'
import { debianVersion, packDeb } from './deb.ts'
import type { Arch } from './electron.ts'
import { copyInto, copyTree, pathsBelow, writeWith } from './files.ts'
import { licenceTexts } from './licences.ts'
import { softwareBill } from './sbom.ts'
import { APP_ID, type Stage } from './stage.ts'

/** Where the program lies: AppArmor's profile names it, and wants no blank in it. */
const PROGRAM = 'opt/Forecourt'

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' } as const

/** What Electron's binary is linked to; Ubuntu 24.04 and Debian 13 renamed some. */
const DEPENDS = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libcups2t64 | libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libxtst6',
  'xdg-utils',
]

/** What a technician reads at the machine. */
const PAGES = [
  'install.md',
  'packaging.md',
  'provisioning.md',
  'settings.md',
  'health.md',
  'accessibility.md',
]

const COMMON = {
  Section: 'misc',
  Priority: 'optional',
  Maintainer: 'Forecourt <forecourt@example.org>',
}

const resources = path.join(projectRoot, 'resources')
const linux = path.join(resources, 'linux')

interface DebOptions {
  arch: Arch
  /** Where the package's root is put together. */
  workDir: string
  outDir: string
  seconds: number
}

/** The package `forecourt`: the program, for a desk's PC as it is and for a kiosk. Answers the file. */
export function makeProgramDeb(staged: Stage, dir: string, options: DebOptions): string {
  const { arch, outDir, seconds } = options
  const { version } = staged
  const root = freshRoot(options, 'forecourt')
  const at = (...parts: string[]): string => path.join(root, ...parts)
  const doc = (...parts: string[]): string => at('usr/share/doc/forecourt', ...parts)
  takeTemplate('forecourt', root, version)
  cpSync(dir, at(PROGRAM), { recursive: true })
  for (const each of pathsBelow(at(PROGRAM))) settleMode(at(PROGRAM, each))
  mkdirSync(at('usr/bin'), { recursive: true })
  symlinkSync(`/${PROGRAM}/forecourt`, at('usr/bin/forecourt'))
  copyInto(
    path.join(resources, 'terminal.schema.json'),
    at('usr/share/forecourt/terminal.schema.json'),
  )
  const icons = at('usr/share/icons/hicolor')
  copyInto(
    path.join(projectRoot, 'src/renderer/favicon.svg'),
    path.join(icons, `scalable/apps/${APP_ID}.svg`),
  )
  copyInto(path.join(linux, 'icon-256.png'), path.join(icons, `256x256/apps/${APP_ID}.png`))
  mkdirSync(at('etc/forecourt'), { recursive: true })
  writeWith(doc('sbom.cdx.json'), softwareBill(staged, seconds))
  writeWith(doc('third-party-licences.txt'), licenceTexts(staged.packages))
  for (const page of PAGES) copyInto(path.join(projectRoot, 'docs', page), doc(page))
  changelog(doc())
  const control = {
    ...COMMON,
    Depends: DEPENDS.join(', '),
    Recommends: 'cups, espeak-ng, fonts-noto-core',
    Suggests: 'forecourt-kiosk, gnome-keyring',
    Description: described(
      'On-site terminal for EV charging',
      'Guests start, watch and stop a charge at a touch screen, staff see to all of',
      'them at the front desk. Without an address of a platform it shows a demo',
      'network. This package is the program alone; forecourt-kiosk makes the machine',
      'a kiosk.',
    ),
  }
  const setuid = [`${PROGRAM}/chrome-sandbox`]
  const architecture = ARCHITECTURES[arch]
  return packDeb(
    { name: 'forecourt', version, architecture, control, root, setuid },
    outDir,
    seconds,
  )
}

/** The package `forecourt-kiosk`: user, session, rules and care of a machine that shows nothing else. */
export function makeKioskDeb(version: string, options: DebOptions): string {
  const root = freshRoot(options, 'forecourt-kiosk')
  takeTemplate('forecourt-kiosk', root, version)
  changelog(path.join(root, 'usr/share/doc/forecourt-kiosk'))
  const control = {
    ...COMMON,
    Depends: [
      `forecourt (= ${debianVersion(version)})`,
      'cage',
      'dbus',
      'libpam-systemd',
      'systemd (>= 252)',
      'udev',
    ].join(', '),
    Recommends: 'cups, espeak-ng, fonts-noto-core, unattended-upgrades, wlr-randr',
    Description: described(
      'Forecourt as a kiosk: the machine boots into the board',
      'A user of its own, a Wayland session on the first console by systemd, rules',
      'for touch screens and card readers, a look at the health of the terminal, and',
      'upgrades in the night. Not for a PC that somebody works at: it takes the',
      'console.',
    ),
  }
  return packDeb(
    { name: 'forecourt-kiosk', version, architecture: 'all', control, root },
    options.outDir,
    options.seconds,
  )
}

function freshRoot({ workDir }: DebOptions, name: string): string {
  const root = path.join(workDir, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  return root
}

function takeTemplate(name: string, root: string, version: string): void {
  const refusal = readFileSync(path.join(linux, 'refuse-downgrade.sh'), 'utf8').trimEnd()
  copyTree(path.join(linux, name), root, (text) =>
    text
      .replace('@REFUSE_DOWNGRADE@', () => refusal)
      .replaceAll('@VERSION@', debianVersion(version)),
  )
  const doc = path.join(root, 'usr/share/doc', name)
  copyInto(path.join(linux, 'copyright'), path.join(doc, 'copyright'))
}

/** What its maker could run can be run by everybody, and nothing can be written. */
function settleMode(file: string): void {
  const entry = lstatSync(file)
  if (entry.isFile()) chmodSync(file, (entry.mode & 0o100) === 0 ? 0o644 : 0o755)
}

function changelog(folder: string): void {
  const text = readFileSync(path.join(projectRoot, 'CHANGELOG.md'))
  writeWith(path.join(folder, 'CHANGELOG.md.gz'), gzipSync(text, { level: 9 }))
}

const described = (line: string, ...more: string[]): string =>
  [line, ...more.map((each) => ` ${each}`)].join('\n')
