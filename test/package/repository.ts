import { createReadStream, mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { run } from '#tools/package/files.ts'
import { makeTarget } from '#tools/package/make.ts'

/** A signed repository on this machine's loopback, and what it takes to publish into it. */
export interface Repository {
  readonly folder: string
  readonly url: string
  /** Makes both packages of a version, without Electron, and adds them. */
  publish(version: string): Promise<void>
  close(): void
}

const KEY = 'Forecourt test <test@example.org>'
/** Any, but the same for all: 2026-01-01. */
const SECONDS = Date.UTC(2026, 0, 1) / 1000

export async function openRepository(workDir: string): Promise<Repository> {
  const folder = path.join(workDir, 'repository')
  const keyring = path.join(workDir, 'gnupg')
  mkdirSync(folder, { recursive: true })
  mkdirSync(keyring, { mode: 0o700 })
  process.env['GNUPGHOME'] = keyring
  run('gpg', [
    '--batch',
    '--passphrase',
    '',
    '--quick-generate-key',
    KEY,
    'ed25519',
    'sign',
    'never',
  ])
  const server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(request.url ?? '/')))
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
    response.writeHead(isFile ? 200 : 404)
    if (isFile) createReadStream(file).pipe(response)
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    folder,
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async publish(version) {
      await makeTarget({
        ...{ target: 'apt', arch: 'x64', electron: 'placeholder', version, seconds: SECONDS },
        ...{ releaseDir: path.join(workDir, 'release'), key: KEY, repository: folder },
      })
    },
    close() {
      server.close()
      run('gpgconf', ['--kill', 'gpg-agent'])
    },
  }
}
