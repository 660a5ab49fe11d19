import { ensureBuilt } from '#tools/lib/build.ts'

/** What is tested is what is built: sources that changed since are built first. */
export default function buildFirst() {
  if (!ensureBuilt()) throw new Error('The build failed')
}
