/** The rooms that a room may import, and what of the platform it may use: `none` in a pure room. */
export interface Wall {
  readonly sees: readonly string[]
  readonly platform?: 'none' | readonly string[]
}

const ground = ['base', 'text', 'words', 'model']
const kept = ['archive', 'report', 'fixity', 'packages']
const stages = ['playlist', 'catalogue', 'source', 'match', 'rights', 'tags', 'media', ...kept]

/** A file belongs to the room with the longest name that fits its path below `src/`. */
export const walls: Readonly<Record<string, Wall>> = {
  model: { sees: [], platform: 'none' },
  text: { sees: ['model'], platform: 'none' },
  words: { sees: ['model'], platform: 'none' },
  api: { sees: ['model', 'words'], platform: 'none' },
  base: { sees: ['words', 'model'] },
  'base/process': {
    sees: ['base', 'words', 'model'],
    platform: ['child_process', 'worker_threads'],
  },
  'base/http': {
    sees: ['base', 'base/postgres', 'words', 'model'],
    platform: ['http', 'net', 'dns', 'undici'],
  },
  'base/postgres': { sees: ['base', 'words', 'model'], platform: ['pg'] },
  storage: { sees: ['base', 'words', 'model'] },
  playlist: { sees: [...ground, 'playlist/formats'] },
  'playlist/formats': { sees: ['playlist', 'base', 'text', 'words', 'model'], platform: 'none' },
  catalogue: { sees: [...ground, 'storage'] },
  tags: { sees: ground },
  source: { sees: [...ground, 'tags'] },
  match: { sees: ['text', 'model'], platform: 'none' },
  rights: { sees: ['text', 'model'], platform: 'none' },
  media: { sees: [...ground, 'tags'] },
  archive: { sees: [...ground, 'storage'] },
  fixity: { sees: [...ground, 'storage'] },
  packages: { sees: [...ground, 'storage'] },
  report: { sees: ground },
  backup: { sees: [...stages, ...ground] },
  preserve: { sees: [...stages, ...ground, 'storage'] },
  accounts: { sees: [...ground, 'base/postgres'] },
  jobs: { sees: ['base/postgres', 'words', 'model'] },
  app: {
    sees: ['backup', 'preserve', 'jobs', 'accounts', 'api', ...stages, ...ground, 'storage'],
  },
  index: { sees: ['app', 'backup', 'preserve', ...stages, ...ground, 'storage'] },
  server: { sees: ['app', 'api', 'base', 'words', 'model'], platform: ['http', 'net'] },
  cli: { sees: ['server', 'app', 'api', ...stages, ...ground] },
  web: { sees: ['api', 'words', 'model'], platform: 'none' },
}

/** Modules of the platform, and packages, that only the rooms which name them may use. */
export const guarded = [
  ...[
    'child_process',
    'worker_threads',
    'cluster',
    'http',
    'https',
    'http2',
    'net',
    'tls',
    'dgram',
  ],
  ...['dns', 'undici', 'pg'],
]
