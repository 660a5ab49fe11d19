/**
 * The rooms of main and which others each may import, from the ground up: a room stands only on rooms that
 * are named before it. The dependency rules and docs/floors.md are made of this table.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const mainRooms = {
  core: [],
  storage: ['core'],
  status: ['core'],
  speech: ['core'],
  settings: ['core'],
  provision: ['core', 'settings'],
  secrets: ['core', 'settings', 'storage'],
  platform: ['core', 'settings'],
  outbox: ['core', 'platform', 'settings', 'storage'],
  link: ['core', 'settings', 'storage'],
  alerts: ['core', 'outbox', 'settings', 'storage'],
  site: ['core', 'platform', 'settings'],
  'charging/api': ['core', 'platform', 'site'],
  'charging/ledger': ['core', 'storage'],
  'charging/offer': ['core', 'platform', 'settings', 'charging/api', 'charging/ledger'],
  'charging/start': [
    ...['core', 'platform', 'secrets', 'settings', 'site', 'storage'],
    ...['charging/api', 'charging/ledger', 'charging/offer'],
  ],
  'charging/sessions': [
    ...['core', 'platform', 'secrets', 'settings', 'site', 'storage'],
    ...['charging/api', 'charging/ledger', 'charging/offer'],
  ],
  'charging/stop': [
    ...['core', 'platform', 'site', 'charging/api', 'charging/ledger'],
    ...['charging/sessions', 'charging/start'],
  ],
  charging: [
    ...['core', 'platform', 'secrets', 'settings', 'site', 'storage'],
    ...['charging/api', 'charging/ledger', 'charging/offer'],
    ...['charging/start', 'charging/sessions', 'charging/stop'],
  ],
  desk: ['core', 'platform', 'secrets', 'settings', 'site', 'storage'],
  account: ['core', 'desk', 'platform'],
  documents: ['core', 'desk', 'platform'],
  ask: ['core', 'desk', 'platform'],
  receipt: ['core', 'charging/sessions', 'desk', 'site'],
  integrations: ['core', 'desk', 'outbox', 'platform', 'settings', 'site'],
  setup: [
    ...['core', 'desk', 'platform', 'secrets', 'settings'],
    ...['charging/ledger', 'charging/sessions'],
  ],
  backup: ['core', 'charging/ledger', 'desk'],
  services: ['core', 'desk', 'provision', 'settings', 'setup'],
  ipc: [
    ...['core', 'account', 'charging', 'desk', 'documents', 'platform', 'receipt', 'services'],
    ...['settings', 'setup', 'site', 'speech'],
  ],
  shell: ['core', 'platform', 'receipt', 'services', 'settings', 'site', 'status'],
  app: [
    ...[
      'core',
      'account',
      'ask',
      'backup',
      'charging',
      'charging/ledger',
      'desk',
      'documents',
      'ipc',
    ],
    ...['platform', 'provision', 'receipt', 'services', 'settings', 'setup', 'site', 'speech'],
    ...['status', 'outbox', 'alerts', 'integrations', 'link', 'storage'],
  ],
}

/** A path's room: a part of charging is a room of its own, its other files are `charging`. */
const pathOf = (room) => (room === 'charging' ? 'charging/[^/]+$' : `${room}/`)

/** @returns {import('dependency-cruiser').IForbiddenRuleType[]} one rule a room */
export const roomRules = () =>
  Object.entries(mainRooms).map(([room, below]) => ({
    name: `main-${room.replace('/', '-')}`,
    comment: `main/${room} may import ${['itself', ...below].join(', ')} (tools/floors.mjs).`,
    severity: 'error',
    from: { path: `^src/main/${pathOf(room)}` },
    to: { path: '^src/main/', pathNot: `^src/main/(${[room, ...below].map(pathOf).join('|')})` },
  }))
