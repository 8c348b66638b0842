import type { Hostile, Target } from './request.ts'

const own = ({ port }: Target) => `Host: 127.0.0.1:${port}\r\n`
const end = 'Connection: close\r\n\r\n'
const get = (target: Target, more = '') => `GET /api/jobs HTTP/1.1\r\n${own(target)}${more}${end}`

const line = (
  what: string,
  send: (target: Target) => string | Uint8Array,
  answers: Hostile['answers'] = [400, 'none'],
): Hostile => ({ what: `on the wire: ${what}`, send, answers })

const header = (what: string, more: (target: Target) => string, answers?: Hostile['answers']) =>
  line(what, (target) => get(target, more(target)), answers)

export const wire: readonly Hostile[] = [
  line('noise', () => Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 97) % 256))),
  line('nothing but ends of lines', () => '\r\n'.repeat(5000) + end),
  line('a greeting of TLS', () => Buffer.from('16030100f8010000f40303', 'hex')),
  line('a greeting of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  line('HTTP/0.9', () => 'GET /\r\n\r\n'),
  line('HTTP/9.9', (target) => `GET / HTTP/9.9\r\n${own(target)}${end}`),
  line('a method that is none', (target) => `G\0T / HTTP/1.1\r\n${own(target)}${end}`),
  line('a method in small letters', (target) => `get / HTTP/1.1\r\n${own(target)}${end}`),
  line('a way through', () => 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n'),
  line('a trace', (target) => `TRACE / HTTP/1.1\r\n${own(target)}${end}`, [405]),
  line(
    'an address of elsewhere',
    (target) => `GET http://evil.example/ HTTP/1.1\r\n${own(target)}${end}`,
  ),
  line(
    'our address in full',
    (target) => `GET ${target.address}/api/jobs HTTP/1.1\r\n${own(target)}${end}`,
  ),
  line('a star', (target) => `OPTIONS * HTTP/1.1\r\n${own(target)}${end}`, [405]),
  line('a path that begins nowhere', (target) => `GET api/jobs HTTP/1.1\r\n${own(target)}${end}`),
  line('a backslash for a path', (target) => `GET \\api\\jobs HTTP/1.1\r\n${own(target)}${end}`),
  line(
    'backslashes in a path',
    (target) => `GET /api\\..\\..\\secret.txt HTTP/1.1\r\n${own(target)}${end}`,
  ),
  line('a path with a space', (target) => `GET /api/jobs /x HTTP/1.1\r\n${own(target)}${end}`),
  line('a path with NUL', (target) => `GET /api/jobs\0 HTTP/1.1\r\n${own(target)}${end}`),
  line(
    'a path in raw bytes',
    (target) => Buffer.from(`GET /\xff\xfe HTTP/1.1\r\n${own(target)}${end}`, 'latin1'),
    [400, 404, 'none'],
  ),
  line(
    'an address of 10 kB',
    (target) => `GET /${'x'.repeat(10_000)} HTTP/1.1\r\n${own(target)}${end}`,
    [414],
  ),
  header('a header of 100 kB', () => `X: ${'x'.repeat(100_000)}\r\n`, [431, 'none']),
  header('ten thousand headers', () => 'X: y\r\n'.repeat(10_000), [431, 'none']),
  header('a header without an end', () => 'X\r\n'),
  header('a header with NUL', () => 'X: \0\r\n'),
  header('a folded header', () => 'X: a\r\n b\r\n', [200, 400]),
  header('a space before the colon', () => 'Origin : http://evil.example\r\n'),
  header('another host', () => 'Host: evil.example\r\n'),
  header('a host that looks forwarded', () => 'X-Forwarded-Host: evil.example\r\n', [200]),
  header('a cookie of 10 kB', () => `Cookie: ${'a=b; '.repeat(2000)}\r\n`, [200]),
  header(
    'an upgrade',
    () => 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n',
    [200, 400],
  ),
  header(
    'an upgrade to HTTP/2',
    () => 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n',
    [200, 400],
  ),
  header('what is expected', () => 'Expect: the-unexpected\r\n', [417]),
  header('a body that never comes', () => 'Content-Length: 10\r\n', [200]),
  header('two lengths', () => 'Content-Length: 0\r\nContent-Length: 5\r\n'),
  header('a length and pieces', () => 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'),
  header('pieces of another kind', () => 'Transfer-Encoding: gzip\r\n'),
  header('a length below none', () => 'Content-Length: -1\r\n'),
  header('a length above all', () => `Content-Length: ${'9'.repeat(30)}\r\n`),
  ...[
    ['a piece without a size', 'z\r\n'],
    ['a piece that overflows', `${'f'.repeat(17)}\r\n`],
    ['a piece that is shorter than it says', '5\r\nabc\r\n0\r\n\r\n'],
    ['an end that hides a request', '0\r\n\r\nGET /etc/passwd HTTP/1.1\r\n\r\n'],
  ].map(([what = '', pieces = '']) =>
    line(what, (target) => {
      const head = `POST /api/jobs HTTP/1.1\r\n${own(target)}Content-Type: application/json\r\n`
      return `${head}Transfer-Encoding: chunked\r\n\r\n${pieces}`
    }),
  ),
  line(
    'a hundred at once',
    (target) => get(target).replace(end, '\r\n').repeat(100) + get(target),
    [200],
  ),
]
