import { bytes, type Hostile, type Target } from './request.ts'

const folders: readonly (readonly [string, (target: Target) => string])[] = [
  ['the root', () => '/'],
  ['the system', () => '/etc'],
  ['processes', () => '/proc/self'],
  ['out by dots', ({ home }) => `${home}/keep/../../../etc`],
  ['beside the archive', ({ home }) => home],
  ['by a link', ({ home }) => `${home}/keep/Evening/linked`],
  ['relative', () => '../..'],
  ['home', () => '~'],
  ['NUL', ({ home }) => `${home}/keep\0/etc`],
  ['a share', () => '\\\\server\\share'],
  ['a drive', () => 'C:\\'],
  ['an address', () => 'file:///etc'],
  ['long', () => `/${'a'.repeat(5000)}`],
]

const names = [
  '',
  '..',
  '../../secret.txt',
  '..\\..\\secret.txt',
  'x\0.csv',
  'x\r\nSet-Cookie: a=b',
  '\u001b[2J.csv',
  'a'.repeat(1001),
]

/** Names that look bad and are none of ours to refuse: they are made harmless. */
const oddNames = [
  '/etc/passwd',
  'CON',
  '.hidden',
  '\u202egpj.csv',
  '<script>alert(1)</script>.csv',
  'ａ／ｂ',
]

const query = (what: string, path: string, answers: Hostile['answers'] = [400]): Hostile => ({
  what,
  send: { path: () => path },
  answers,
})

export const queries: readonly Hostile[] = [
  ...folders.map(
    ([what, path]): Hostile => ({
      what: `a folder to look at: ${what}`,
      send: { path: (target) => `/api/folders?path=${encodeURIComponent(path(target))}` },
      answers: [400, 404],
    }),
  ),
  ...names.map(
    (name): Hostile => ({
      what: `a name of an upload: ${JSON.stringify(name).slice(0, 30)}`,
      send: {
        method: 'POST',
        path: () => `/api/uploads?name=${encodeURIComponent(name)}`,
        headers: () => bytes,
        body: () => 'A - B',
      },
      answers: [400],
    }),
  ),
  ...oddNames.map(
    (name): Hostile => ({
      what: `an odd name of an upload: ${JSON.stringify(name)}`,
      send: {
        method: 'POST',
        path: () => `/api/uploads?name=${encodeURIComponent(name)}`,
        headers: () => bytes,
        body: () => 'A - B',
      },
      answers: [200],
    }),
  ),
  query('two paths', '/api/folders?path=/etc&path=/etc'),
  query('a path as a list', '/api/folders?path[]=/etc', [200]),
  query('a path with a prototype', '/api/folders?__proto__[path]=/etc', [200]),
  query('a number below none', '/api/events?after=-1'),
  query('a number above all', `/api/events?after=${'9'.repeat(400)}`),
  query('a number in another writing', '/api/events?after=0x10'),
  query('no number', '/api/events?after=NaN'),
  query('a job that is a path', '/api/events?job=../../etc'),
  query('two jobs', '/api/events?job=a&job=b'),
  query('an unfinished sign', '/api/folders?path=%', [404]),
  query('an unpaired half', '/api/folders?path=%ed%a0%80', [404]),
  query('a very long query', `/api/jobs?${'x=y&'.repeat(2500)}`, [414]),
]
