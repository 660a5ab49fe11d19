import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { firstScreen } from './tools/lib/first-screen.ts'
import { words } from './tools/words/plugin.ts'

/** The demo network has one copy of graphql with its server, which stays outside. */
const oneCopyInSimulator: Plugin = {
  name: 'one-copy-of-graphql',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'graphql' && importer?.includes('/src/simulator/') ? { id, external: true } : null,
}

/** What is built has no schema.graphql beside it: the text is a part of the bundle. */
const schemaInBundle: Plugin = {
  name: 'schema-in-bundle',
  load: (id) =>
    id.endsWith('/src/platform/schema-text.ts')
      ? `export { default as typeDefs } from './schema.graphql?raw'`
      : null,
}

/*
 * Three bundles: main (ES module, most dependencies stay in node_modules), the preload (one CommonJS
 * file with everything in it, or a sandboxed window cannot load it) and the renderer.
 */
export default defineConfig({
  main: {
    plugins: [oneCopyInSimulator, schemaInBundle],
    build: {
      sourcemap: true,
      // Read at every launch, and spread over hundreds of files: built in, they are a part of one.
      externalizeDeps: {
        exclude: ['zod', 'jose', 'jsonc-parser', 'csv-stringify', 'electron-store', 'graphql'],
      },
      rolldownOptions: {
        input: { index: 'src/main/boot.ts' },
        // Beside the entry: what finds files by its own place finds them from there.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: '/',
    plugins: [vue(), words()],
    define: { __VUE_OPTIONS_API__: 'false' },
    build: {
      minify: true,
      sourcemap: true,
      // An inlined font or picture would be a data: URL, which the page's policy forbids.
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        output: { codeSplitting: { groups: [{ name: firstScreen() }] } },
      },
    },
    server: { host: '127.0.0.1' },
  },
})
