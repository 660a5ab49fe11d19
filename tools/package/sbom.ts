import { createHash } from 'node:crypto'
import { electronFacts } from '#tools/lib/electron.ts'
import { readLockFile } from '#tools/packages/lock-file.ts'
import type { Stage } from './stage.ts'

/**
 * What is shipped, as CycloneDX 1.6 (JSON): the packages that are in the bundles, with the hash that the lock file
 * holds them to, and Electron. The same sources give the same text.
 */
export function softwareBill({ version, packages }: Stage, seconds: number): string {
  const components = [
    electron(),
    ...packages.map(({ name, version: of, licence }) => library(name, of, licence)),
  ]
  const own = `pkg:npm/forecourt@${version}`
  const digest = createHash('sha256')
    .update(JSON.stringify([own, components]))
    .digest('hex')
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${asUuid(digest)}`,
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': own,
        name: 'forecourt',
        version,
        licenses: [{ expression: 'MIT' }],
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((each) => each['bom-ref']) }],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

function library(name: string, version: string, licence: string) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: [{ expression: licence }],
    purl,
    hashes: hashesOf(name, version),
  }
}

/** Brings Chromium and Node.js of its own, whose versions its release notes say. */
function electron() {
  const { version } = electronFacts()
  return { ...library('electron', version, 'MIT'), type: 'framework' }
}

function hashesOf(name: string, version: string): { alg: string; content: string }[] {
  const places = Object.entries(readLockFile().packages)
  const found = places.find(
    ([place, locked]) => place.endsWith(`node_modules/${name}`) && locked.version === version,
  )
  const sha512 = /^sha512-(.+)$/.exec(found?.[1].integrity ?? '')?.[1]
  if (sha512 === undefined) return []
  return [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }]
}

/** A UUID of version 8 (the maker's own), made of a hash. */
function asUuid(hex: string): string {
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
