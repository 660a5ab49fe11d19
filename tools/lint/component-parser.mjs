import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parser } from 'typescript-eslint'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

/**
 * typescript-eslint's parser for the scripts of components: all of them are read into one program, whose
 * types are reckoned once. Its own project service takes each component into a new one: twice the time.
 *
 * @param {string} root The project's folder, with its tsconfig.json.
 */
export function componentParser(root) {
  /** @type {ts.Program | undefined} */
  let program
  return {
    meta: parser.meta,
    /**
     * @param {string} code
     * @param {NonNullable<Parameters<typeof parser.parseForESLint>[1]>} options
     */
    parseForESLint(code, options) {
      // Expressions of a template are read without types.
      if (options.projectService !== true) return parser.parseForESLint(code, options)
      program ??= componentProgram(root)
      const isWhole = program.getSourceFile(options.filePath ?? '')?.text === code
      if (!isWhole) return parser.parseForESLint(code, options)
      return parser.parseForESLint(code, { ...options, projectService: false, programs: [program] })
    },
  }
}

/** @param {string} root */
function componentProgram(root) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const inRoot = (pattern) => globSync(pattern, { cwd: root }).map((file) => path.join(root, file))
  const host = ts.createCompilerHost(options, true)
  const { getSourceFile } = host
  host.getSourceFile = (file, ...how) =>
    file.endsWith('.vue')
      ? ts.createSourceFile(file, scriptOf(file), how[0], true, ts.ScriptKind.TS)
      : getSourceFile(file, ...how)
  return ts.createProgram({
    rootNames: [...inRoot('src/**/*.vue'), ...inRoot('src/**/*.d.ts')],
    options: { ...options, allowNonTsExtensions: true },
    host,
  })
}

/** @param {string} file */
function scriptOf(file) {
  const { descriptor } = parse(readFileSync(file, 'utf8'), { filename: file })
  return descriptor.scriptSetup?.content ?? descriptor.script?.content ?? ''
}
