import type { Target } from './belongings.ts'
import type { Asked } from './support.ts'

export interface HostileRequest extends Asked {
  readonly path: string
}

type Build = (target: Target) => readonly HostileRequest[]

const get = (path: string): readonly HostileRequest[] => [
  { path },
  { path, method: 'HEAD' },
  { path, headers: { 'If-None-Match': '*', Range: 'bytes=0-9' } },
]
const send = (method: string, path: string, ...bodies: readonly unknown[]) =>
  (bodies.length === 0 ? [undefined] : bodies).map((body) => ({ path, method, body }))

const order = { catalogues: [], format: 'keep', quality: 'V2', id3: '2.4', offline: true }
const part = encodeURIComponent
const fileOf = ({ file }: Target) => file.split('/').map(part).join('/')

/** What is looked for by hand. */
const searches = ({ into, upload }: Target) => [
  { kind: 'words', artist: 'The Testers', title: 'Amber', in: 'library' },
  { kind: 'file', path: `${into.replace(/[^/]+$/, 'Music')}/The Testers - Amber.wav` },
  { kind: 'upload', id: upload, name: 'Later.txt' },
]

function view(base: string, at: (target: Target) => string): Readonly<Record<string, Build>> {
  return {
    [`GET ${base}/entries`]: (t) => get(`${at(t)}/entries`),
    [`GET ${base}/details/{key}`]: (t) => get(`${at(t)}/details/0.1`),
    [`GET ${base}/audio/{key}/{candidate}`]: (t) => get(`${at(t)}/audio/0.1/0`),
    [`GET ${base}/cover/{key}/{candidate}`]: (t) => get(`${at(t)}/cover/0.1/0`),
    [`PUT ${base}/decisions/{key}`]: (t) =>
      send('PUT', `${at(t)}/decisions/0.1`, { kind: 'none' }, { kind: 'candidate', candidate: 0 }),
    [`DELETE ${base}/decisions/{key}`]: (t) => send('DELETE', `${at(t)}/decisions/0.1`),
    [`POST ${base}/search/{key}`]: (t) => send('POST', `${at(t)}/search/0.1`, ...searches(t)),
    [`GET ${base}/found/{key}/{search}/{candidate}`]: (t) => get(`${at(t)}/found/0.1/${t.job}/0`),
  }
}

const ARCHIVE = '/api/archives/{archive}'
const LIST = `${ARCHIVE}/playlists/{folder}`
const archive = ({ archive }: Target) => `/api/archives/${archive}`
const list = (t: Target) => `${archive(t)}/playlists/${part(t.folder)}`
const job = (t: Target) => `/api/jobs/${t.job}`

/**
 * What somebody asks who wants something of another's, by route. `open`: the route names nothing of anybody's; what it
 * answers must tell nothing of another either. A route without a decision fails the test.
 */
export const hostileRequests: Readonly<Record<string, Build | 'open'>> = {
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /metrics': 'open',
  'GET /api/session': 'open',
  'POST /api/session': 'open',
  'DELETE /api/session': 'open',
  'POST /api/session/provider': 'open',
  'GET /api/settings': 'open',
  'PUT /api/settings': ({ into }) =>
    send(
      'PUT',
      '/api/settings',
      {
        settings: {
          into,
          libraries: [],
          catalogues: [],
          format: 'keep',
          quality: 'V2',
          id3: '2.4',
        },
      },
      {
        settings: { libraries: [into], catalogues: [], format: 'keep', quality: 'V2', id3: '2.4' },
      },
    ),
  'GET /api/doctor': 'open',
  'POST /api/doctor/services': 'open',
  'GET /api/spotify': 'open',
  'POST /api/spotify/login': 'open',
  'DELETE /api/spotify/login': 'open',
  'POST /api/spotify/login/answer': 'open',
  'GET /api/spotify/playlists': 'open',
  'GET /api/folders': ({ into }) => [
    ...get(`/api/folders?path=${part(into)}`),
    ...get(`/api/folders?audio=1&path=${part(into.replace(/[^/]+$/, 'Music'))}`),
    ...get(`/api/folders?path=${part(`${into}/../../`)}`),
  ],
  'GET /api/folders/usual': 'open',
  'POST /api/uploads': 'open',
  'POST /api/preview': ({ upload, staged, into, folder }) =>
    send(
      'POST',
      '/api/preview',
      { inputs: [{ kind: 'upload', id: upload, name: 'x.txt' }] },
      { inputs: [{ kind: 'reading', id: staged, name: 'x' }] },
      { inputs: [{ kind: 'path', path: into }] },
      { inputs: [{ kind: 'path', path: `${into}/${folder}/playlist.m3u8` }] },
    ),
  'GET /api/preview': ({ staged }) => get(`/api/preview?staged=${staged}`),
  'GET /api/lists': ({ staged, into }) => get(`/api/lists?staged=${staged}&into=${part(into)}`),
  'GET /api/jobs': 'open',
  'POST /api/jobs': ({ staged, into }) => {
    const inputs = [{ kind: 'reading', id: staged, name: 'x' }]
    const music = into.replace(/[^/]+$/, 'Music')
    return send(
      'POST',
      '/api/jobs',
      { kind: 'verify', into },
      { kind: 'repair', into },
      { kind: 'repair', into, from: [into] },
      { kind: 'sync', into },
      { ...order, kind: 'backup', inputs, into, libraries: [music] },
      {
        ...order,
        kind: 'backup',
        inputs: [{ kind: 'link', link: 'https://www.deezer.com/playlist/1' }],
        into,
        libraries: [],
      },
      {
        ...order,
        kind: 'backup',
        inputs: [{ kind: 'file', path: `${into}/x` }],
        into,
        libraries: [],
      },
    )
  },
  'GET /api/jobs/{job}': (t) => get(job(t)),
  'DELETE /api/jobs/{job}': (t) => send('DELETE', job(t)),
  ...Object.fromEntries(
    ['pause', 'resume', 'cancel', 'again'].map((verb) => [
      `POST /api/jobs/{job}/${verb}`,
      (t: Target) => send('POST', `${job(t)}/${verb}`),
    ]),
  ),
  // A stream of a job that is there would not end.
  'GET /api/events': (t) => [
    { path: `/api/events?job=${t.job}` },
    { path: `/api/events?job=${t.job}&after=1`, headers: { 'Last-Event-ID': '0' } },
    { path: `/api/events?job=${t.job}`, method: 'HEAD' },
  ],
  'GET /api/archives': 'open',
  [`GET ${ARCHIVE}`]: (t) => get(archive(t)),
  [`DELETE ${ARCHIVE}`]: (t) => send('DELETE', archive(t)),
  [`POST ${ARCHIVE}/show`]: (t) => send('POST', `${archive(t)}/show`),
  [`POST ${ARCHIVE}/removal`]: (t) =>
    send('POST', `${archive(t)}/removal`, { folders: [t.folder] }),
  [`GET ${ARCHIVE}/trash`]: (t) => get(`${archive(t)}/trash`),
  [`POST ${ARCHIVE}/trash`]: (t) => send('POST', `${archive(t)}/trash`, { folders: [t.folder] }),
  [`POST ${ARCHIVE}/trash/{trashed}/restore`]: (t) =>
    send('POST', `${archive(t)}/trash/${t.trashed}/restore`),
  [`POST ${ARCHIVE}/merge`]: (t) =>
    send('POST', `${archive(t)}/merge`, { from: t.folder, into: 'Daybreak' }),
  [`POST ${ARCHIVE}/open`]: (t) => send('POST', `${archive(t)}/open`),
  [`GET ${ARCHIVE}/tail`]: (t) => get(`${archive(t)}/tail?lang=de`),
  [`POST ${ARCHIVE}/tail`]: (t) => send('POST', `${archive(t)}/tail`, { uploads: [t.upload] }),
  [`GET ${ARCHIVE}/copies`]: (t) => get(`${archive(t)}/copies`),
  [`GET ${ARCHIVE}/files/{path}`]: (t) => [
    ...get(`${archive(t)}/files/${fileOf(t)}`),
    ...get(`${archive(t)}/files/${part(t.folder)}/report.json`),
    ...get(`${archive(t)}/files/..%2f..%2f${fileOf(t)}`),
  ],
  [`GET ${ARCHIVE}/covers/{path}`]: (t) => get(`${archive(t)}/covers/${fileOf(t)}`),
  [`GET ${LIST}/history`]: (t) => get(`${list(t)}/history`),
  [`PUT ${LIST}/name`]: (t) => send('PUT', `${list(t)}/name`, { name: 'Mine' }),
  [`GET ${LIST}/missing`]: (t) => get(`${list(t)}/missing`),
  [`GET ${LIST}/missing.csv`]: (t) => get(`${list(t)}/missing.csv?lang=de`),
  [`GET ${LIST}/zip`]: (t) => get(`${list(t)}/zip`),
  [`GET ${LIST}/export`]: (t) => get(`${list(t)}/export?as=csv`),
  ...view('/api/jobs/{job}', job),
  ...view(LIST, list),
}

/** The same by whoever has jobs and archives of their own: through these, for what is another's. */
export function throughOwn(own: Target, t: Target): readonly HostileRequest[] {
  const views = [job(own), list(own)]
  return [
    ...views.flatMap((view) =>
      send('POST', `${view}/search/0.1`, ...searches(t).filter(({ kind }) => kind !== 'words')),
    ),
    ...views.flatMap((view) =>
      send('PUT', `${view}/decisions/0.1`, { kind: 'found', search: t.job, candidate: 0 }),
    ),
    ...send('POST', `${archive(own)}/tail`, { uploads: [t.upload] }),
    ...send('POST', `${archive(own)}/trash/${t.trashed}/restore`),
    ...send(
      'GET',
      `${archive(own)}/files/..%2f..%2f${part(t.into.split('/').at(-2) ?? '')}%2fKeep`,
    ),
    ...send('POST', '/api/jobs', { kind: 'repair', into: own.into, from: [t.into] }),
  ]
}
