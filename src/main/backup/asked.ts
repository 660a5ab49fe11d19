import path from 'node:path'

/** What `forecourt backup FILE` and `forecourt restore FILE` ask for. */
export type BackupAsked =
  | { readonly kind: 'backup' | 'restore'; readonly file: string }
  /** In words, with what would be right. */
  | { readonly wrong: string }

/** Null where the command line asks for neither, by what it says beside flags. */
export function backupAsked(words: readonly string[]): BackupAsked | null {
  const [kind, file, ...more] = words
  if (kind !== 'backup' && kind !== 'restore') return null
  if (file === undefined) return { wrong: `${kind} needs a file: forecourt ${kind} FILE` }
  if (more.length > 0) return { wrong: `${kind} takes one file, not also ${more.join(' ')}.` }
  return { kind, file: path.resolve(file) }
}
