import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFaults, type Bundle } from '#tools/packages/bundles.ts'
import { strangersIn } from '#tools/package/dir.ts'
import { run } from '#tools/package/files.ts'
import { readFuses, wantedFuses } from '#tools/package/fuses.ts'
import { makeTarget } from '#tools/package/make.ts'

const SECONDS = Date.UTC(2026, 0, 1) / 1000
const VERSION = '1.2.3-beta.1'

/** Debian's own tools are on Debian and what is made of it. */
const hasDpkg = process.platform === 'linux'

const workDir = mkdtempSync(path.join(tmpdir(), 'forecourt-package-'))
const releaseDir = (name: string): string => path.join(workDir, name)
let debs: string[] = []
let again: string[] = []

const make = (name: string): Promise<string[]> =>
  makeTarget({
    ...{ target: 'deb', arch: 'x64', electron: 'placeholder', version: VERSION, seconds: SECONDS },
    ...{ releaseDir: releaseDir(name), key: null, repository: null },
  })

const asar = (): string => path.join(releaseDir('one'), 'linux-x64/resources/app.asar')
const sha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')

describe.runIf(hasDpkg)('npm run package -- --electron placeholder', () => {
  beforeAll(async () => {
    debs = await make('one')
    again = await make('two')
  })

  afterAll(() => {
    rmSync(workDir, { recursive: true, force: true })
  })

  it('makes the same bytes of the same sources', () => {
    expect(again.map((file) => path.basename(file))).toEqual([
      'forecourt_1.2.3~beta.1_amd64.deb',
      'forecourt-kiosk_1.2.3~beta.1_all.deb',
    ])
    expect(again.map(sha256)).toEqual(debs.map(sha256))
  })

  it('ships bundles and nothing else: no map, no source, no test, no package', () => {
    expect(strangersIn(asar())).toEqual([])
    const files = listPackage(asar(), { isPack: false })
    expect(
      files.filter((file) => /\.map$|node_modules|\.sources|\.ts$|(^|\/)test/.test(file)),
    ).toEqual([])
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ])
      expect(files).toContain(`/${file}`)
  })

  it('ships bundles in which nothing insecure or secret is, and main needs no package', () => {
    const stage = path.join(releaseDir('one'), 'stage')
    const bundles = listPackage(asar(), { isPack: false }).filter((file) => /\.c?js$/.test(file))
    for (const file of bundles) {
      const code = readFileSync(path.join(stage, file), 'utf8')
      const bundle = file.split('/')[2] as Bundle
      if (bundle !== 'main') expect(bundleFaults(bundle, code), file).toEqual([])
      expect(importsOfPackages(code), file).toEqual([])
    }
  })

  it('says beside the program which version lies there', () => {
    const file = path.join(releaseDir('one'), 'linux-x64/resources/version')
    expect(readFileSync(file, 'utf8')).toBe(`${VERSION}\n`)
  })

  it('burns all nine fuses as they are settled', async () => {
    const binary = path.join(releaseDir('one'), 'linux-x64/forecourt')
    const fuses = await readFuses(binary)
    expect(Object.keys(fuses)).toHaveLength(9)
    expect(fuses).toEqual(wantedFuses())
  })

  it('gives everything to root, nothing to write to others, and one program the rights of its owner', () => {
    for (const deb of debs) {
      const lines = run('dpkg-deb', ['--contents', deb]).trim().split('\n')
      expect(lines.filter((line) => !/^\S+ root\/root /.test(line))).toEqual([])
      const entries = lines.filter((line) => !line.startsWith('l'))
      expect(entries.filter((line) => line[5] === 'w' || line[8] === 'w')).toEqual([])
      const special = entries.filter((line) => /^\S*[st]/.test(line))
      expect(special.map((line) => line.replace(/^(\S+).* \.(\S+)$/, '$1 $2'))).toEqual(
        deb.includes('kiosk') ? [] : ['-rwsr-xr-x /opt/Forecourt/chrome-sandbox'],
      )
    }
  })

  it('names in its bill what is in the bundles, by hash, and brings its licences', () => {
    const root = path.join(releaseDir('one'), 'deb/forecourt')
    const doc = path.join(root, 'usr/share/doc/forecourt')
    const bill = JSON.parse(readFileSync(path.join(doc, 'sbom.cdx.json'), 'utf8')) as {
      specVersion: string
      components: { name: string; hashes: { alg: string }[] }[]
    }
    expect(bill.specVersion).toBe('1.6')
    const names = bill.components.map(({ name }) => name)
    for (const name of [
      'electron',
      '@vue/runtime-core',
      'pino',
      'graphql-yoga',
      'zod',
      '@fontsource-variable/atkinson-hyperlegible-next',
      '@fontsource-variable/noto-sans',
    ])
      expect(names).toContain(name)
    expect(names.filter((name) => /vitest|typescript|electron-vite/.test(name))).toEqual([])
    expect(bill.components.filter(({ hashes }) => hashes.length === 0)).toEqual([])
    const licences = readFileSync(path.join(doc, 'third-party-licences.txt'), 'utf8')
    for (const name of names.filter((each) => each !== 'electron'))
      expect(licences).toContain(`\n${name} `)
  })

  it('leaves what the operator writes to the operator', () => {
    const kiosk = debs.find((deb) => deb.includes('kiosk')) ?? ''
    const conffiles = run('dpkg-deb', ['--info', kiosk, 'conffiles']).trim().split('\n')
    expect(conffiles).toEqual([
      '/etc/apt/apt.conf.d/52forecourt-kiosk',
      '/etc/forecourt/environment',
      '/etc/pam.d/forecourt-kiosk',
    ])
    expect(run('dpkg-deb', ['--field', kiosk, 'Depends'])).toContain('forecourt (= 1.2.3~beta.1)')
  })
})

/** Packages that a bundle of main would look for beside itself; what Electron and Node.js bring is there. */
function importsOfPackages(code: string): string[] {
  return [...code.matchAll(/^import (?:[^'"]* from )?["']([^."'][^"']*)["']/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'electron' && !isBuiltin(name))
}
