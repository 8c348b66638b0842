import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { ask } from '../servers/page-server.ts'

/**
 * A provider of OpenID Connect as its specifications have it: Core 1.0 (3.1.2, 3.1.3), Discovery 1.0, RFC 6749 (4.1, 5.2)
 * and RFC 7636. It refuses what they let a provider refuse: an address that was not registered, no PKCE, a code that
 * was used, another verifier, a wrong secret.
 */
export interface OpenIdProvider extends AsyncDisposable {
  readonly issuer: string
  /** What an owner has entered there. */
  redirects: readonly string[]
  /** Who sits before the browser. */
  user: Readonly<Record<string, unknown>>
  /** Changes what an ID token says, or signs it with another key. */
  spoil?: (claims: Record<string, unknown>) => Record<string, unknown>
  signsWithOther: boolean
  /** Where a browser that opens this address is sent; throws what the provider shows instead. */
  visit(address: string): Promise<URL>
  /** How requests for tokens were answered. */
  readonly answered: string[]
}

export const CLIENT = { id: 'songkeep', secret: 'hush hush' }

interface Code {
  readonly redirect: string
  readonly challenge: string
  readonly nonce: string
  isUsed: boolean
}

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Code>()
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: OpenIdProvider = {
    ...{ issuer, redirects: [], user: {}, signsWithOther: false, answered: [] },
    async visit(address) {
      const { pathname, search } = new URL(address)
      const { headers, text: shown } = await ask(issuer, pathname + search)
      const { location } = headers
      if (location === undefined) throw new Error(shown)
      return new URL(location)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { pathname, searchParams } = new URL(incoming.url ?? '', issuer)
    if (pathname === '/.well-known/openid-configuration') json(outgoing, 200, describe(issuer))
    else if (pathname === '/keys') json(outgoing, 200, { keys: [jwkOf(keys.publicKey)] })
    else if (pathname === '/authorize') authorize(searchParams, outgoing)
    else if (pathname === '/token' && incoming.method === 'POST')
      grant(incoming, new URLSearchParams(await text(incoming)), outgoing)
    else json(outgoing, 404, {})
  }

  function authorize(asked: URLSearchParams, outgoing: ServerResponse) {
    const redirect = asked.get('redirect_uri') ?? ''
    const isOurs = asked.get('client_id') === CLIENT.id && provider.redirects.includes(redirect)
    // Nobody is ever sent to an address that was not registered (RFC 6749, 4.1.2.1).
    if (!isOurs) return json(outgoing, 400, { error: 'invalid_request' })
    const challenge = asked.get('code_challenge') ?? ''
    const nonce = asked.get('nonce') ?? ''
    const isWhole =
      asked.get('response_type') === 'code' &&
      asked.get('scope')?.split(' ').includes('openid') &&
      asked.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(challenge) &&
      nonce !== ''
    const back = new URL(redirect)
    back.searchParams.set('state', asked.get('state') ?? '')
    if (isWhole) {
      const code = randomUUID()
      codes.set(code, { redirect, challenge, nonce, isUsed: false })
      back.searchParams.set('code', code)
    } else back.searchParams.set('error', 'invalid_request')
    outgoing.writeHead(302, { Location: back.href }).end()
  }

  function grant(incoming: IncomingMessage, asked: URLSearchParams, outgoing: ServerResponse) {
    const refuse = (error: string, status = 400) => {
      provider.answered.push(error)
      json(outgoing, status, { error })
    }
    const basic = Buffer.from(incoming.headers.authorization?.slice(6) ?? '', 'base64').toString()
    const given = asked.get('client_secret') ?? decodeURIComponent(basic.split(':')[1] ?? '')
    if (given !== CLIENT.secret) return refuse('invalid_client', 401)
    if (asked.get('grant_type') !== 'authorization_code') return refuse('unsupported_grant_type')
    const code = codes.get(asked.get('code') ?? '')
    if (!code || code.isUsed || code.redirect !== asked.get('redirect_uri'))
      return refuse('invalid_grant')
    code.isUsed = true
    const verifier = asked.get('code_verifier') ?? ''
    if (createHash('sha256').update(verifier).digest('base64url') !== code.challenge)
      return refuse('invalid_grant')
    const now = Math.floor(Date.now() / 1000)
    const said = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce: code.nonce }
    const claims = { ...said, ...provider.user }
    const key = provider.signsWithOther ? others.privateKey : keys.privateKey
    const id_token = signToken(provider.spoil?.(claims) ?? claims, key)
    provider.answered.push('granted')
    json(outgoing, 200, { access_token: randomUUID(), token_type: 'Bearer', id_token })
  }

  return provider
}

const describe = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})

const jwkOf = (key: KeyObject) => ({
  ...key.export({ format: 'jwk' }),
  ...{ kid: 'one', alg: 'RS256', use: 'sig' },
})

function signToken(claims: object, key: KeyObject): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(claims)}`
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`
}

function json(outgoing: ServerResponse, status: number, value: object): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  outgoing.end(JSON.stringify(value))
}
