import { roomRules } from './tools/floors.mjs'

const GROUND = '^src/(common|contract|platform)/'
const MAIN_WORDS = '^src/renderer/locales/[^/]+/(receipt|notice|export|alert)\\.json$'

/** One folder may import nothing of these others. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...roomRules(),
    forbid('no-circles', 'A circle has no beginning to read.', {}, { circular: true }),
    forbid(
      'no-unresolved',
      'What is imported must be there; the launcher of an installed stand-in finds it where it is installed.',
      { pathNot: '^test/package/stand-in/' },
      { couldNotResolve: true },
    ),
    forbid(
      'ground-imports-nothing',
      'common, contract and platform are the ground.',
      { path: GROUND },
      { path: '^(src|tools|test)/', pathNot: GROUND },
    ),
    forbid(
      'contract-stands-alone',
      'The contract imports nothing of ours.',
      { path: '^src/contract/' },
      { path: '^(src|tools|test)/', pathNot: '^src/contract/' },
    ),
    forbid(
      'main-alone',
      'main stands on the ground, and reads its own words where all words are.',
      { path: '^src/main/' },
      { path: '^src/(preload|renderer)/', pathNot: MAIN_WORDS },
    ),
    forbid(
      'settings-stand-low',
      'The settings are read by everybody and know nobody but core.',
      { path: '^src/main/settings/' },
      { path: '^src/main/', pathNot: '^src/main/(settings|core)/' },
    ),
    forbid(
      'provisioning-stands-on-settings',
      'The provisioning file says settings: it knows them and core.',
      { path: '^src/main/provision/' },
      { path: '^src/main/', pathNot: '^src/main/(provision|settings|core)/' },
    ),
    forbid(
      'simulator-by-dynamic-import',
      'main starts the simulator by a dynamic import only.',
      { path: '^src/main/' },
      { path: '^src/simulator/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    ),
    forbid(
      'simulator-in-two-places',
      'Only the composition root and the demo folder start the simulator.',
      { path: '^src/main/', pathNot: '^src/main/app/demo\\.ts' },
      { path: '^src/simulator/' },
    ),
    forbid(
      'simulator-alone',
      'The simulator stands on the ground.',
      { path: '^src/simulator/' },
      { path: '^src/(main|preload|renderer)/' },
    ),
    forbid(
      'renderer-alone',
      'The renderer stands on the ground.',
      { path: '^src/renderer/' },
      { path: '^src/(main|preload|simulator)/' },
    ),
    forbid(
      'preload-alone',
      'The preload knows the contract only.',
      { path: '^src/preload/' },
      { path: '^src/', pathNot: '^src/(preload|contract)/' },
    ),
    forbid(
      'types-only-from-the-contract',
      'zod and the schemas stay in main: the renderer imports types.',
      { path: '^src/renderer/' },
      { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'electron-at-the-edge',
      'Electron is imported in shell, ipc, the composition root, what starts it, and the preload only.',
      { path: '^src/', pathNot: '^src/(main/(shell|ipc)/|main/(index|boot)\\.ts|preload/)' },
      { path: 'node_modules/(electron|electron-store)/' },
    ),
    forbid(
      'source-knows-no-tools',
      'What is shipped imports neither tools nor tests.',
      { path: '^src/' },
      { path: '^(tools|test)/' },
    ),
    forbid(
      'guest-alone',
      'Guests, desk and set-up share by charging/, ask/, live/, ui/ and i18n/, not by each other.',
      { path: '^src/renderer/guest/' },
      { path: '^src/renderer/(desk|setup|account)/' },
    ),
    forbid(
      'desk-alone',
      'The desk imports neither the guests’ screens nor set-up.',
      { path: '^src/renderer/desk/' },
      { path: '^src/renderer/(guest|setup)/' },
    ),
    forbid(
      'setup-alone',
      'Set-up imports neither the guests’ screens nor the desk’s.',
      { path: '^src/renderer/setup/' },
      { path: '^src/renderer/(guest|desk)/' },
    ),
    forbid(
      'shared-rooms-know-no-app',
      'What the three apps share imports none of them. The desk’s words are loaded by i18n.',
      { path: '^src/renderer/(account|ask|charging|i18n|live|reader|theme|ui)/' },
      { path: '^src/renderer/(guest|desk|setup)/' },
    ),
    forbid(
      'root-knows-the-entries-only',
      'The page’s root mounts the three apps and knows nothing inside them.',
      { path: '^src/renderer/[^/]+$' },
      {
        path: '^src/renderer/(guest|desk|setup|account)/',
        pathNot: '/(GuestApp|DeskApp|SetupApp)\\.vue$',
      },
    ),
    forbid(
      'desk-and-setup-on-demand',
      'The first screen is the guests’: desk and set-up are loaded when they are opened.',
      { path: '^src/renderer/[^/]+$' },
      { path: '^src/renderer/(desk|setup)/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    ),
    forbid(
      'ui-knows-no-charging',
      'Parts of ui/ get what they show as props.',
      { path: '^src/renderer/ui/' },
      { path: '^src/renderer/(account|ask|charging|live|reader)/' },
    ),
    forbid(
      'charging-asks-main',
      'What guests and desk share about charging rests on the live model and commands.',
      { path: '^src/renderer/charging/' },
      { path: '^src/renderer/(account|ask|reader)/' },
    ),
    forbid(
      'apollo-in-ask',
      'Apollo is imported in ask/ only, so that another client changes one folder (ADR 3).',
      { path: '^src/renderer/', pathNot: '^src/renderer/ask/' },
      { path: 'node_modules/@(apollo/client|vue/apollo-composable)/' },
    ),
    forbid(
      'no-node-in-the-renderer',
      'The page has no Node.',
      { path: '^src/renderer/' },
      { dependencyTypes: ['core'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/platform/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    extraExtensionsToScan: ['.graphql'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
