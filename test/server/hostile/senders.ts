import { type Hostile, json, type Target } from './request.ts'

type Headers = (target: Target) => Readonly<Record<string, string>>

const from = (what: string, headers: Headers, answers: Hostile['answers'] = [403]): Hostile => ({
  what: `asked by ${what}`,
  send: { path: () => '/api/settings', headers },
  answers,
})

const change = (what: string, headers: Headers, answers: Hostile['answers'] = [403]): Hostile => ({
  what: `changed by ${what}`,
  send: {
    method: 'POST',
    path: ({ job }) => `/api/jobs/${job}/again`,
    headers,
    body: () => '{}',
  },
  answers,
})

const range = (value: string, answers: Hostile['answers'] = [200, 206, 416]): Hostile => ({
  what: `a range: ${value.slice(0, 40)}`,
  send: {
    path: ({ archive, folder }) => `/api/archives/${archive}/files/${folder}/report.json`,
    headers: () => ({ Range: value }),
  },
  answers,
})

/** Other names, other pages, other methods; and ranges. */
export const senders: readonly Hostile[] = [
  from('another name', ({ port }) => ({ Host: `evil.example:${port}` }), [421]),
  from('a name that ends as ours', ({ port }) => ({ Host: `evil-localhost:${port}` }), [421]),
  from(
    'a name that begins as ours',
    ({ port }) => ({ Host: `127.0.0.1:${port}.evil.example` }),
    [421],
  ),
  from('a name that is an address', ({ port }) => ({ Host: `127.0.0.1.nip.io:${port}` }), [421]),
  from('a number for a name', ({ port }) => ({ Host: `2130706433:${port}` }), [421]),
  from('our name as a path', ({ port }) => ({ Host: `evil.example/127.0.0.1:${port}` }), [421]),
  from('an empty name', () => ({ Host: ' ' }), [400, 421]),
  from('another page', () => ({ Origin: 'https://evil.example' })),
  from('no page', () => ({ Origin: 'null' })),
  from('a page of a file', () => ({ Origin: 'file://' })),
  from('an extension', () => ({ Origin: 'chrome-extension://abcdef' })),
  from('ours in another place', ({ port }) => ({ Origin: `http://localhost:${port}` })),
  from('an image of another site', () => ({
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Dest': 'image',
  })),
  from('a neighbour', () => ({ 'Sec-Fetch-Site': 'same-site' })),
  from('a link of another site', () => ({
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  })),
  change('another page', () => ({ ...json, Origin: 'http://evil.example' })),
  change('a form', () => ({ 'Content-Type': 'application/x-www-form-urlencoded' }), [415]),
  change('a form of text', () => ({ 'Content-Type': 'text/plain' }), [415]),
  change('a form of parts', () => ({ 'Content-Type': 'multipart/form-data; boundary=x' }), [415]),
  change(
    'a form of our page',
    ({ address }) => ({ Origin: address, 'Content-Type': 'text/plain' }),
    [415],
  ),
  change('a beacon', () => ({
    'Content-Type': 'text/plain;charset=UTF-8',
    'Sec-Fetch-Site': 'cross-site',
  })),
  change('a browser without an origin', () => ({ ...json, 'Sec-Fetch-Mode': 'cors' })),
  ...['PATCH', 'OPTIONS', 'PROPFIND', 'MKCOL', 'MOVE', 'PURGE', 'QUERY', 'UNLOCK'].map(
    (method): Hostile => ({
      what: `${method} where it means nothing`,
      send: { method, path: () => '/api/jobs' },
      answers: [405],
    }),
  ),
  {
    what: 'an override of the method',
    send: {
      path: ({ job }) => `/api/jobs/${job}`,
      headers: () => ({ 'X-HTTP-Method-Override': 'DELETE' }),
    },
    answers: [200],
  },
  ...['bytes=0-0,1-1,2-2', `bytes=${'0-,'.repeat(500)}`, 'bytes=-9999999999999999999'].map(
    (value) => range(value),
  ),
  range('bytes=9999999999999999999-', [416]),
  range('bytes=18446744073709551616-1'),
  range('bytes=-0', [416]),
  range('bytes=a-z', [200]),
  range('bytes=0x0-0xf', [200]),
  range('bytes 0-1', [200]),
  range('items=0-5', [200]),
]
