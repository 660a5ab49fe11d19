import path from 'node:path'
import { burnFuses } from '../fuses.ts'

/** Before anything is signed: every fuse, read back. */
export default async function afterPack({ appOutDir, packager }) {
  await burnFuses(path.join(appOutDir, `${packager.appInfo.productFilename}.exe`))
}
