import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { installedVersion } from '#main/core/installed-version.ts'

it('is what the package has left in its resources, and nobody knows it without', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-version-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  expect(installedVersion(undefined)).toBeNull()
  expect(installedVersion(folder)).toBeNull()
  writeFileSync(path.join(folder, 'version'), '0.2.0\n')
  expect(installedVersion(folder)).toBe('0.2.0')
  writeFileSync(path.join(folder, 'version'), '\n')
  expect(installedVersion(folder)).toBeNull()
})
