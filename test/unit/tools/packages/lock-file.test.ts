import { expect, it } from 'vitest'
import { lockFileFaults, readLockFile, type LockedPackage } from '#tools/packages/lock-file.ts'
import { shippedPackages } from '#tools/packages/shipped.ts'

const GOOD: LockedPackage = { integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' }
const faultsWith = (changed: Partial<LockedPackage>): string[] =>
  lockFileFaults({
    lockfileVersion: 3,
    packages: { '': {}, 'node_modules/a': { ...GOOD, ...changed } },
  })

it('the lock file pins every package by its hash, from the registry, under a licence that is allowed', () => {
  expect(lockFileFaults(readLockFile())).toEqual([])
})

it.each([
  [{ integrity: undefined }, 'has no SHA-512 hash'],
  [{ integrity: 'sha1-abc' }, 'has no SHA-512 hash'],
  [
    { resolved: 'git+ssh://git@github.com/a/a.git#1' },
    'comes from git+ssh://git@github.com/a/a.git#1',
  ],
  [{ resolved: 'https://evil.example/a.tgz' }, 'comes from https://evil.example/a.tgz'],
  [{ link: true }, 'is a link'],
  [{ license: undefined }, 'names no licence'],
  [{ license: 'GPL-3.0-only' }, 'has the licence GPL-3.0-only'],
  [{ license: 'MIT AND GPL-2.0-only' }, 'has the licence MIT AND GPL-2.0-only'],
] as [Partial<LockedPackage>, string][])('%j is told', (changed, fault) => {
  expect(faultsWith(changed)).toEqual([`node_modules/a: ${fault}`])
})

it('a choice of licences is allowed by one of them', () => {
  expect(faultsWith({ license: '(GPL-2.0-only OR MIT)' })).toEqual([])
})

it('a version that could move is told', () => {
  const packages = { '': { dependencies: { a: '^1.0.0', b: 'github:b/b', c: '1.0.0' } } }
  expect(lockFileFaults({ lockfileVersion: 3, packages })).toEqual([
    'a: "^1.0.0" is no exact version',
    'b: "github:b/b" is no exact version',
  ])
})

it('what is shipped is what main needs and what the page imports, with all of theirs', () => {
  const shipped = shippedPackages(readLockFile())
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['zod', 'pino', 'vue', '@vue/reactivity', 'reka-ui']),
  )
  expect(names).not.toContain('vitest')
})
