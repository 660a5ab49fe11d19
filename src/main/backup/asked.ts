import path from 'node:path'

/** What `forecourt backup FILE` and `forecourt restore FILE` ask for. */
export interface BackupAsked {
  readonly kind: 'backup' | 'restore'
  readonly file: string
}

/**
 * Null where the command line asks for neither. `words`: what it says beside flags, as the first words.
 * Throws where the file is missing or more is said.
 */
export function backupAsked(words: readonly string[]): BackupAsked | null {
  const [kind, file, ...more] = words
  if (kind !== 'backup' && kind !== 'restore') return null
  if (file === undefined) throw new Error(`${kind} needs a file: forecourt ${kind} FILE`)
  if (more.length > 0) throw new Error(`${kind} takes one file, not also ${more.join(' ')}.`)
  return { kind, file: path.resolve(file) }
}
