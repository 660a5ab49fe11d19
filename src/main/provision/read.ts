import path from 'node:path'
import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import { logoFaults, readLogo } from '#main/settings/logo.ts'
import { planFaults, readPlan } from '#main/settings/plan.ts'
import type { ProvisionedSettings } from '#main/settings/settings-table.ts'
import { documentSchema, expectedAt, isSecretAt, namesAt } from './document.ts'
import { resolved } from './environment.ts'

/** What is wrong with a provisioning file, and where. Never contains a secret. */
export interface Fault {
  /** From 1; null where the file itself cannot be read. */
  readonly line: number | null
  /** A whole sentence: what is there, and what would be right. */
  readonly text: string
}

/** A fault at an offset of the text. */
type FaultAt = (offset: number, fault: string) => Fault

export type ProvisionReading =
  { ok: true; document: ProvisionedSettings } | { ok: false; faults: readonly Fault[] }

const MOST_DEPTH = 50
const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }

/**
 * Reads a provisioning file's text and names every fault of it with its line, in their order. Files that
 * it names are looked for from `folder`, where it lies.
 */
export function readProvision(
  text: string,
  env: NodeJS.ProcessEnv,
  folder = '.',
): ProvisionReading {
  const at: FaultAt = (offset, fault) => ({ line: lineAt(text, offset), text: fault })
  if (text.trim() === '') return { ok: false, faults: [at(0, grammarFault(text, undefined))] }
  if (isTooDeep(text)) {
    return {
      ok: false,
      faults: [at(0, 'The file is nested too deeply; it must be plain settings.')],
    }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, strict)
  const [error] = errors
  if (error || !tree) {
    return { ok: false, faults: [at(error?.offset ?? 0, grammarFault(text, error))] }
  }
  const faults = repeatedNames(tree).map((node) =>
    at(node.offset, `"${String(node.value)}" is there twice; it must be there once.`),
  )
  const missing = new Set<Node>()
  const value = resolved(tree, { env, folder }, (node, fault) => {
    missing.add(node)
    faults.push(at(node.offset, fault))
  })
  const parsed = documentSchema.safeParse(value)
  if (parsed.success && faults.length === 0) {
    return withPictures(parsed.data, folder, (name, fault) => {
      const node = nodeAt(tree, ['branding', name]) ?? tree
      return at(node.offset, `branding.${name} cannot be used: ${fault}.`)
    })
  }
  for (const issue of parsed.error?.issues ?? []) {
    // What is missing in the environment is named once.
    const node = nodeAt(tree, issue.path)
    if (!node || !missing.has(node)) faults.push(...issueFaults(issue, tree, at))
  }
  return { ok: false, faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

/** The same with the pictures that it names, from `folder` on; each must be one that can be shown. */
function withPictures(
  document: ProvisionedSettings,
  folder: string,
  faultAt: (name: 'logo' | 'plan', fault: string) => Fault,
): ProvisionReading {
  const { branding } = document
  const files = { logo: fileIn(folder, branding?.logo), plan: fileIn(folder, branding?.plan) }
  const logo = files.logo === null ? null : readLogo(files.logo)
  const plan = files.plan === null ? null : readPlan(files.plan)
  const faults = [
    ...(typeof logo === 'string' ? [faultAt('logo', logoFaults[logo])] : []),
    ...(typeof plan === 'string' ? [faultAt('plan', planFaults[plan])] : []),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const named = Object.entries(files).filter(([, file]) => file !== null)
  if (named.length === 0) return { ok: true, document }
  return {
    ok: true,
    document: { ...document, branding: { ...branding, ...Object.fromEntries(named) } },
  }
}

const fileIn = (folder: string, file: string | null | undefined): string | null =>
  file ? path.resolve(folder, file) : null

interface Issue {
  readonly code?: string
  readonly path: PropertyKey[]
  readonly keys?: readonly string[]
  readonly params?: Record<string, unknown> | undefined
}

function issueFaults(
  { code, path: place, keys = [], params }: Issue,
  tree: Node,
  at: FaultAt,
): Fault[] {
  if (code === 'unrecognized_keys') {
    return keys.map((key) => {
      const offset = (nodeAt(tree, [...place, key]) ?? tree).parent?.offset ?? tree.offset
      return at(offset, `"${key}" is unknown; it must be one of ${namesAt(place).join(', ')}.`)
    })
  }
  const name = place
    .map(String)
    .join('.')
    .replaceAll(/\.(\d+)/g, '[$1]')
  const stated = params?.['expected']
  const expected = typeof stated === 'string' ? stated : (expectedAt(place) ?? 'left out')
  const node = nodeAt(tree, place)
  if (!node) {
    const parent = nodeAt(tree, place.slice(0, -1)) ?? tree
    return [at(parent.offset, `${name} is missing; it must be ${expected}.`)]
  }
  const what = name === '' ? 'The file' : `${name}: ${answerFor(node, place)}`
  return [at(node.offset, `${what} cannot be used; it must be ${expected}.`)]
}

/** What stands there, as it is written: `${NAME}` and not what it stands for. */
function answerFor(node: Node, place: readonly PropertyKey[]): string {
  if (node.type === 'object' || node.type === 'array') return `the ${node.type}`
  const written = JSON.stringify(node.value)
  return isSecretAt(place) && !written.includes('${') ? '(hidden)' : written
}

function nodeAt(tree: Node, place: readonly PropertyKey[]): Node | undefined {
  const plain = place.map((part) => (typeof part === 'symbol' ? String(part) : part))
  return findNodeAtLocation(tree, plain)
}

/** The names, after their first, that an object holds more than once. */
function repeatedNames(node: Node): Node[] {
  const children = node.children ?? []
  const within = children.flatMap(repeatedNames)
  if (node.type !== 'object') return within
  const names = children.flatMap(({ children: [name] = [] }) => (name ? [name] : []))
  const first = new Set<unknown>()
  const repeated = names.filter(({ value }) => first.has(value) || (first.add(value), false))
  return [...repeated, ...within]
}

function grammarFault(text: string, error: ParseError | undefined): string {
  if (!error) return 'The file is empty; it must be an object of settings.'
  const code = printParseErrorCode(error.error)
  if (code === 'InvalidCommentToken') {
    return 'A comment cannot be used; the file must be plain JSON without comments.'
  }
  const next = text.slice(error.offset).trimStart()[0] ?? ''
  const isAfterComma = text.slice(0, error.offset).trimEnd().endsWith(',')
  if (isAfterComma && (next === '}' || next === ']')) {
    return `A comma before "${next}" cannot be used; it must be left out.`
  }
  return `This is no JSON (${code}); quotes, commas or brackets must be put right.`
}

/** The reader goes down by recursion: settings are nowhere near as deep as this. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index += 1) {
    const each = text[index]
    if (isText && each === '\\') index += 1
    else if (each === '"') isText = !isText
    else if (!isText && (each === '{' || each === '[')) depth += 1
    else if (!isText && (each === '}' || each === ']')) depth -= 1
    if (depth > MOST_DEPTH) return true
  }
  return false
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
