import { defineConfig, type UserConfig } from 'electron-vite'
import base from '../../electron.vite.config.ts'
import { listPackages } from './bundled.ts'

const { main, preload, renderer } = base as Required<UserConfig>
const shipped = { sourcemap: false } as const

/*
 * The same three bundles as in electron.vite.config.ts, for a package: main is whole (nothing is left to
 * node_modules), nobody gets source maps, and each bundle lists the packages that are in it.
 */
export default defineConfig({
  main: {
    ...main,
    // With everything in one bundle graphql is there once by itself.
    plugins: [
      ...pluginsOf(main).filter(({ name }) => name !== 'one-copy-of-graphql'),
      listPackages('main'),
    ],
    build: { ...main.build, ...shipped, externalizeDeps: false },
  },
  preload: {
    ...preload,
    plugins: [listPackages('preload')],
    build: { ...preload.build, ...shipped },
  },
  renderer: {
    ...renderer,
    plugins: [...(renderer.plugins ?? []), listPackages('renderer')],
    build: { ...renderer.build, ...shipped },
  },
})

function pluginsOf({ plugins }: Required<UserConfig>['main']): { name: string }[] {
  return (plugins ?? []) as { name: string }[]
}
