import { ensureBuilt } from '#tools/lib/build.ts'

/** Without a folder of packaged files it is what is built that is tested: sources that changed since are built first. */
export default function buildFirst(): void {
  if (process.env['FORECOURT_PACKAGED'] === undefined && !ensureBuilt())
    throw new Error('The build failed')
}
