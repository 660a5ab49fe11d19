import path from 'node:path'
import { anyText, oneOf, runTool, UsageError } from '#tools/lib/cli.ts'
import type { Arch } from '#tools/package/electron.ts'
import { epochSeconds } from '#tools/package/files.ts'
import { makeTarget, releaseFolder, targets } from '#tools/package/make.ts'
import { projectVersion } from '#tools/package/stage.ts'

const hereArch = process.arch === 'arm64' ? 'arm64' : 'x64'

await runTool(
  {
    command: 'npm run package',
    about: `Makes what is installed on a machine, in release/ (docs/packaging.md). The same sources make the same
bytes: SOURCE_DATE_EPOCH, else the commit's time, is the time of everything in it.`,
    flags: {
      target: oneOf(
        targets,
        `dir: the program's folder for Linux; deb: Debian packages; apt: these in a signed repository;
win: installers for Windows (not yet tried)`,
        'deb',
      ),
      arch: oneOf<Arch>(['x64', 'arm64'], 'the processor', hereArch),
      electron: anyText(
        'FILE',
        `Electron's zip, or the folder it lies in; its SHA-256 is checked. Without it Electron is downloaded.
placeholder: no Electron, to look at the package alone`,
      ),
      release: anyText('VERSION', "the package's version; default: that of package.json"),
      key: anyText('KEY', 'apt: the key that signs the repository, as gpg --local-user takes it'),
      repository: anyText(
        'FOLDER',
        'apt: where the repository lies or is made; default: release/apt',
      ),
    },
  },
  async ({ release, repository, ...asked }) => {
    if (asked.target === 'apt' && asked.key === null)
      throw new UsageError(
        '--target apt needs --key KEY: a repository is signed, or machines refuse it.',
      )
    if (release !== null && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(release))
      throw new UsageError(`--release is "${release}": it must be a version such as 1.4.0.`)
    const made = await makeTarget({
      ...asked,
      version: release ?? projectVersion(),
      seconds: epochSeconds(),
      releaseDir: releaseFolder,
      repository: path.resolve(repository ?? path.join(releaseFolder, 'apt')),
    })
    for (const each of made) console.log(path.relative(process.cwd(), each))
    return true
  },
)
