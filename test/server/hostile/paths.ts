import type { Hostile, Target } from './request.ts'

/** Ways out of a folder, as they have worked somewhere. */
const ways = [
  '..',
  '../..',
  '../../../../../../etc/passwd',
  '..%2f..%2fsecret.txt',
  '%2e%2e%2fsecret.txt',
  '%252e%252e%252fsecret.txt',
  '..%5c..%5csecret.txt',
  '..%c0%af..%c0%afsecret.txt',
  '%ef%bc%8e%ef%bc%8e%ef%bc%8fsecret.txt',
  '%2fetc%2fpasswd',
  'file:%2f%2f%2fetc%2fpasswd',
  'secret.txt%00.mp3',
  '%00',
  '....%2f%2fsecret.txt',
  '.%2f..%2fsecret.txt',
  'x%0d%0aSet-Cookie:%20a=b',
  '%e2%80%aesecret.txt',
  '%ed%a0%80',
  '%',
  '__proto__',
  'constructor',
  'a'.repeat(5000),
]

type Place = readonly [string, (target: Target, way: string) => string, string?]

const list = ({ archive, folder }: Target) => `/api/archives/${archive}/playlists/${folder}`

/** Every parameter of every path. */
const places: readonly Place[] = [
  ['a job', (_, way) => `/api/jobs/${way}`],
  ['a job’s rows', (_, way) => `/api/jobs/${way}/entries`],
  ['an archive', (_, way) => `/api/archives/${way}`],
  ['a kept file', ({ archive }, way) => `/api/archives/${archive}/files/${way}`],
  ['a cover', ({ archive }, way) => `/api/archives/${archive}/covers/${way}`],
  ['a candidate’s cover', ({ job }, way) => `/api/jobs/${job}/cover/${way}/0`],
  [
    'a kept file’s folder',
    ({ archive }, way) => `/api/archives/${archive}/files/${way}/report.json`,
  ],
  [
    'a playlist’s history',
    ({ archive }, way) => `/api/archives/${archive}/playlists/${way}/history`,
  ],
  ['a playlist’s zip', ({ archive }, way) => `/api/archives/${archive}/playlists/${way}/zip`],
  [
    'a playlist’s export',
    ({ archive }, way) => `/api/archives/${archive}/playlists/${way}/export?as=csv`,
  ],
  ['a form of export', (target, way) => `${list(target)}/export?as=${way}`],
  ['a row of an archive', (target, way) => `${list(target)}/details/${way}`],
  ['a row of a job', ({ job }, way) => `/api/jobs/${job}/details/${way}`],
  ['a candidate’s row', ({ job }, way) => `/api/jobs/${job}/audio/${way}/0`],
  ['a candidate', ({ job }, way) => `/api/jobs/${job}/audio/0.1/${way}`],
  ['an asset of the page', (_, way) => `/assets/${way}`],
  ['a decision', (target, way) => `${list(target)}/decisions/${way}`, 'PUT'],
  ['a job to forget', (_, way) => `/api/jobs/${way}`, 'DELETE'],
]

export const paths: readonly Hostile[] = places.flatMap(([where, path, method = 'GET']) =>
  ways.map((way) => ({
    what: `${method} ${where}: ${way.slice(0, 40)}`,
    send: {
      method,
      path: (target: Target) => path(target, way),
      body: method === 'PUT' ? () => '{"kind":"none"}' : undefined,
    },
    // A client may take the dots for itself, and ask for something else that is there.
    answers: way.startsWith('..') ? [400, 404, 405, 'page'] : [400, 404],
  })),
)

/** What lies in the archive and is nobody’s business. */
export const privateFiles: readonly Hostile[] = [
  'private.txt',
  'inventory.jsonl',
  'decisions.jsonl',
  '.songkeep/lock',
  '.songkeep/replaced/x.mp3',
  'manifest-sha256.txt',
  'Evening/private.txt',
  'Evening/link.mp3',
  'Evening/linked/secret.txt',
  'Evening/report.json/x',
  'Forged/link.mp3',
  'report.html',
  'EVENING/../private.txt',
].map((path) => ({
  what: `what is not kept: ${path}`,
  send: {
    path: ({ archive }: Target) =>
      `/api/archives/${archive}/files/${path.split('/').map(encodeURIComponent).join('/')}`,
  },
  answers: [400, 404],
}))
