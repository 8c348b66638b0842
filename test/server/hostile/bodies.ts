import { gzipSync } from 'node:zlib'
import { bytes, type Hostile, json, type Target } from './request.ts'

const order = ({ home }: Target, change: object = {}) =>
  JSON.stringify({
    kind: 'backup',
    inputs: [{ kind: 'link', link: 'https://example.org/x' }],
    libraries: [`${home}/music`],
    catalogues: [],
    into: `${home}/keep`,
    format: 'mp3',
    quality: 'V0',
    id3: '2.4',
    offline: true,
    ...change,
  })

/** As they are settled already. */
export const settings = {
  libraries: [],
  catalogues: [],
  format: 'mp3',
  quality: 'V0',
  id3: '2.4',
  cover: false,
  publicPage: false,
  offline: true,
}

type Body = (target: Target) => string | Uint8Array

const to =
  (path: string, method = 'POST', headers: Readonly<Record<string, string>> = json) =>
  (what: string, body: Body, answers: Hostile['answers'] = [400]): Hostile => ({
    what: `${method} ${path}: ${what}`,
    send: { method, path: () => path, headers: () => headers, body },
    answers,
  })

const jobs = to('/api/jobs')
const preview = to('/api/preview')
const put = to('/api/settings', 'PUT')
const login = to('/api/session')
const decide = (what: string, body: string, answers: Hostile['answers'] = [400]): Hostile => ({
  what: `a decision: ${what}`,
  send: {
    method: 'PUT',
    path: ({ job }) => `/api/jobs/${job}/decisions/0.3`,
    headers: () => json,
    body: () => body,
  },
  answers,
})

const changed = (
  what: string,
  change: (target: Target) => object,
  answers: Hostile['answers'] = [422],
) => jobs(what, (target) => order(target, change(target)), answers)

export const bodies: readonly Hostile[] = [
  // What is no JSON, or too much of it.
  jobs('nothing', () => ''),
  jobs('a word', () => 'hello'),
  jobs('half of it', (target) => order(target).slice(0, 100)),
  jobs('null', () => 'null'),
  jobs('a list', () => '[]'),
  jobs('a number', () => '1e999'),
  jobs(
    'XML',
    () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  ),
  jobs('no UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  jobs('a hundred thousand brackets', () => '['.repeat(100_000)),
  jobs('as many that are closed', () => '['.repeat(100_000) + ']'.repeat(100_000)),
  jobs('as many objects', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
  jobs('2 MB', () => `"${'x'.repeat(2 << 20)}"`, [413]),
  jobs('two orders', (target) => order(target) + order(target)),
  to('/api/jobs', 'POST', { ...json, 'Content-Encoding': 'gzip' })('a bomb', () =>
    gzipSync(Buffer.alloc(50_000_000)),
  ),
  to('/api/jobs', 'POST', { 'Content-Type': 'application/json; charset=utf-16' })(
    'another writing',
    () => Buffer.from('{}', 'utf16le'),
  ),
  to('/api/jobs', 'POST', bytes)('bytes', (target) => order(target), [400, 415]),
  // Types, numbers and names that are none.
  changed('a file of this machine', () => ({ inputs: [{ kind: 'file', path: '/etc/passwd' }] })),
  changed('a reading that is a path', () => ({
    inputs: [{ kind: 'reading', id: '../../config/settings', name: 'x' }],
  })),
  changed('a link to this machine', () => ({
    inputs: [{ kind: 'link', link: 'file:///etc/passwd' }],
  })),
  // Taken as the address of a playlist, which it turns out not to be: nobody is asked at it.
  changed(
    'a link to a neighbour',
    () => ({ inputs: [{ kind: 'link', link: 'http://169.254.169.254/latest/meta-data' }] }),
    [200],
  ),
  changed('a link that is a path', () => ({ inputs: [{ kind: 'link', link: '/etc/passwd' }] })),
  changed('an archive in the system', () => ({ into: '/etc' })),
  changed('an archive by dots', ({ home }) => ({ into: `${home}/keep/../../x` })),
  changed('an archive by a link', ({ home }) => ({ into: `${home}/keep/Evening/linked/x` })),
  changed('an archive that is relative', () => ({ into: '../x' })),
  changed('a library in the system', () => ({ libraries: ['/etc'] })),
  changed('a catalogue in the system', () => ({ catalogues: ['/proc/self'] })),
  changed('names that lead out', () => ({ names: '../../{title}' }), [400, 422]),
  changed('names of a field that is none', () => ({ names: '{constructor}' }), [400, 422]),
  changed('201 inputs', () => ({ inputs: Array(201).fill({ kind: 'link', link: 'x' }) }), [400]),
  changed('inputs that are a text', () => ({ inputs: 'x' }), [400]),
  changed('another kind', () => ({ kind: 'rm -rf' }), [400]),
  changed('a format that is a method', () => ({ format: 'toString' }), [400]),
  changed('a quality that is a number', () => ({ quality: 320 }), [400]),
  changed('yes that is a text', () => ({ dryRun: 'true' }), [400]),
  changed(
    'a link of 3000 signs',
    () => ({ inputs: [{ kind: 'link', link: 'x'.repeat(3000) }] }),
    [400],
  ),
  changed('a path with NUL', ({ home }) => ({ into: `${home}/keep\0x` })),
  jobs('verify what is no archive of ours', () => '{"kind":"verify","into":"/etc"}', [422]),
  // Keys that change every object.
  jobs('a prototype', (target) =>
    order(target, { kind: 'none' }).replace('{', '{"__proto__":{"kind":"verify"},'),
  ),
  put(
    'a prototype of keys',
    () => `{"settings":${JSON.stringify(settings)},"keys":{"__proto__":{"x":"y"}}}`,
    [200, 400],
  ),
  put('a constructor of keys', () => JSON.stringify({ settings, keys: { constructor: 'x' } })),
  put('a key that is none', () => JSON.stringify({ settings, keys: { PATH: '/tmp' } }), [422]),
  put(
    'a key that the program runs by',
    () => JSON.stringify({ settings, keys: { NODE_OPTIONS: '--require /tmp/x' } }),
    [422],
  ),
  put(
    'a folder of the system',
    () => JSON.stringify({ settings: { ...settings, into: '/etc' } }),
    [422],
  ),
  put(
    'a library of the system',
    () => JSON.stringify({ settings: { ...settings, libraries: ['/root'] } }),
    [422],
  ),
  put('51 libraries', () =>
    JSON.stringify({ settings: { ...settings, libraries: Array(51).fill('/x') } }),
  ),
  put('a key of 20 kB', () =>
    JSON.stringify({ settings, keys: { SONGKEEP_ACOUSTID_KEY: 'x'.repeat(20_000) } }),
  ),
  // What was dropped, and is not there.
  preview(
    'an upload that is a path',
    () => '{"inputs":[{"kind":"upload","id":"../../config","name":"x"}]}',
    [422],
  ),
  preview('a file', () => '{"inputs":[{"kind":"file","path":"/etc/passwd"}]}'),
  preview(
    'a reading that is not there',
    () => '{"inputs":[{"kind":"reading","id":"x","name":"x"}]}',
    [422],
  ),
  preview('a path elsewhere', () => '{"inputs":[{"kind":"path","path":"/etc/passwd"}]}', [422]),
  preview('a path that leaves', () => '{"inputs":[{"kind":"path","path":"../secret.txt"}]}', [422]),
  preview(
    'a page of this machine',
    () => '{"inputs":[{"kind":"link","link":"http://127.0.0.1:22/"}]}',
    [422],
  ),
  preview('no inputs', () => '{"inputs":[]}'),
  // Numbers of candidates.
  decide('below none', '{"kind":"candidate","candidate":-1}'),
  decide('between two', '{"kind":"candidate","candidate":0.5}'),
  decide('above all', '{"kind":"candidate","candidate":1e308}'),
  decide('more than there are', '{"kind":"candidate","candidate":1000}', [422]),
  decide('a text', '{"kind":"candidate","candidate":"0"}'),
  decide('another kind', '{"kind":"all"}'),
  // This server asks for none.
  login('a password of 2000 signs', () => JSON.stringify({ password: 'x'.repeat(2000) }), [200]),
  login('a list of passwords', () => '{"password":["a","b"]}'),
]
