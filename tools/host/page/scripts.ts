import { randomUUID } from 'node:crypto'
import { bridgeEndParts, openBridgeEnd } from './bridge-end.ts'
import { preloadParts, runPreload, type PreloadEnvironment } from './preload-world.ts'

export const PRELOAD_WORLD = 'forecourt-preload'
export const BINDING = 'forecourtToMain'
export const DELIVER = 'forecourtFromMain'

export interface PageScripts {
  /** For the page's own world; it must be registered first. */
  pageWorld: string
  preloadWorld: string
}

/** The two texts that run before any script of the page, in the main frame only. */
export function pageScripts(preload: string): PageScripts {
  // The page cannot guess the names under which the two worlds talk.
  const toPage = randomUUID()
  const toPreload = randomUUID()
  const environment: PreloadEnvironment = {
    binding: BINDING,
    deliver: DELIVER,
    platform: process.platform,
    versions: { node: process.versions.node },
  }
  const inMainFrame = (text: string): string => `if (window.top === window) { ${text} }`
  const end = (mine: string, theirs: string): string =>
    `${openBridgeEnd.name}(${JSON.stringify(mine)}, ${JSON.stringify(theirs)})`
  const wrapped = `function (require, module, exports, process) { ${preload}\n }`
  const run = `${runPreload.name}(${end(toPreload, toPage)}, ${JSON.stringify(environment)}, ${wrapped})`
  return {
    pageWorld: inMainFrame(scope(bridgeEndParts, end(toPage, toPreload))),
    preloadWorld: inMainFrame(scope([...bridgeEndParts, ...preloadParts], run)),
  }
}

/** A script with these functions that only it can see. */
const scope = (functions: readonly { toString(): string }[], script: string): string =>
  `(() => { ${[...functions.map(String), script].join('\n')} })()`
