import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { FILE_MODE } from '#main/core/files.ts'

/** Files by their names within the archive. */
export type ArchiveFiles = ReadonlyMap<string, Buffer>

/** A gzipped tar archive, which any system's tools can look into. */
export async function writeArchive(files: ArchiveFiles, nowMs: number): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of files)
    archive.entry({ name, mode: FILE_MODE, mtime: new Date(nowMs) }, content)
  archive.finalize()
  return gzipSync(await buffer(archive))
}

/** Throws where it is no such archive, or is cut short. */
export async function readArchive(bytes: Buffer): Promise<ArchiveFiles> {
  const files = new Map<string, Buffer>()
  const archive = extract()
  archive.end(gunzipSync(bytes))
  for await (const entry of archive) files.set(entry.header.name, await buffer(entry))
  return files
}
