import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLIENT, type OpenIdProvider, startOpenIdProvider } from '../../support/hosts/openid.ts'
import type { Answer } from '../../support/servers/page-server.ts'
import { type AccountServer, openAccountServer } from './support.ts'

let provider: OpenIdProvider
let server: AccountServer

const BEN = { sub: '17', email: 'Ben@Example.org', email_verified: true }

beforeEach(async () => {
  provider = await startOpenIdProvider()
  const { issuer } = provider
  const openId = {
    ...{ issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    allow: ['cat@example.net', '@example.com'],
  }
  server = await openAccountServer({ olga: 'owner' }, { openId })
  await server.admin((admin) =>
    admin.add({ name: 'ben', role: 'member', email: 'ben@example.org' }),
  )
  provider.redirects = [`${origin()}/api/session/provider/answer`]
  provider.user = BEN
})

afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await provider[Symbol.asyncDispose]()
})

const origin = () => server.running.address.replace('127.0.0.1', 'localhost')

const cookieOf = ({ headers }: Answer, end: RegExp) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0] ?? '')
    .find((each) => end.test(each.split('=')[0] ?? '') && !each.endsWith('=')) ?? ''

/** Until the provider has the browser. */
async function begin() {
  const headers = { Origin: origin(), Host: new URL(origin()).host }
  const begun = await server.as('', '/api/session/provider', { method: 'POST', body: {}, headers })
  expect(begun.status).toBe(200)
  return { address: String(begun.json.address), browser: cookieOf(begun, /-begun$/) }
}

const comeBack = (browser: string, to: URL, headers: Readonly<Record<string, string>> = {}) =>
  server.as(browser, `${to.pathname}${to.search}`, { headers })

async function signIn(): Promise<Answer> {
  const { address, browser } = await begin()
  return await comeBack(browser, await provider.visit(address))
}

async function whoIs(answer: Answer) {
  const cookie = cookieOf(answer, /(?<!-begun)$/)
  return (await server.as(cookie, '/api/session')).json.account
}

describe('signing in by a provider', () => {
  test('lets in the account of a verified address, and from then on by its subject alone', async () => {
    expect((await server.as('', '/api/session')).json.provider).toBe(new URL(provider.issuer).host)
    const answer = await signIn()
    expect(answer.status).toBe(200)
    expect(await whoIs(answer)).toEqual({ name: 'ben', role: 'member' })
    provider.user = { sub: '17' }
    expect(await whoIs(await signIn())).toEqual({ name: 'ben', role: 'member' })
    // Whoever has the address by now is somebody else.
    provider.user = { ...BEN, sub: '18' }
    expect((await signIn()).status).toBe(400)
  })

  test('comes back from another site, in a window of its own and no other way', async () => {
    const { address, browser } = await begin()
    const to = await provider.visit(address)
    const far = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    expect((await comeBack(browser, to, { ...far, 'Sec-Fetch-Dest': 'iframe' })).status).toBe(403)
    const answer = await comeBack(browser, to, { ...far, 'Sec-Fetch-Dest': 'document' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('http-equiv="refresh"')
  })

  test('makes accounts for those whom the operator allows, and for nobody else', async () => {
    const asking = async (email: string, email_verified = true) => {
      provider.user = { sub: email, email, email_verified }
      return await whoIs(await signIn())
    }
    expect(await asking('cat@example.net')).toEqual({ name: 'cat@example.net', role: 'member' })
    expect(await asking('dan@example.com')).toEqual({ name: 'dan@example.com', role: 'member' })
    for (const email of ['dan@example.net', 'cat@example.com.evil.org', 'eve@evil.org'])
      expect(await asking(email)).toBeUndefined()
    expect(await asking('fay@example.com', false)).toBeUndefined()
    const names = (await server.admin((admin) => admin.list())).map(({ name }) => name)
    expect(names).toEqual(['olga', 'ben', 'cat@example.net', 'dan@example.com'])
  })
})

describe('it lets in nobody', () => {
  test('twice by one answer, by another browser, or with a state of nobody’s', async () => {
    const first = await begin()
    const to = await provider.visit(first.address)
    const other = await begin()
    for (const browser of ['', other.browser, `${first.browser}x`])
      expect((await comeBack(browser, to)).status).toBe(400)
    expect((await comeBack(first.browser, to)).status).toBe(200)
    expect((await comeBack(first.browser, to)).status).toBe(400)
    const forged = new URL(to)
    forged.searchParams.set('state', 'x'.repeat(43))
    expect((await comeBack(other.browser, forged)).status).toBe(400)
    expect(provider.answered).toEqual(['granted'])
  })

  test('whose code was used already, or is another’s', async () => {
    const one = await begin()
    const used = (await provider.visit(one.address)).searchParams.get('code') ?? ''
    const two = await begin()
    const to = await provider.visit(two.address)
    to.searchParams.set('code', used)
    expect((await comeBack(two.browser, to)).status).toBe(400)
    expect(provider.answered).toEqual(['invalid_grant'])
  })

  test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['for another client', (claims) => ({ ...claims, aud: 'another' })],
    ['of another provider', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['for another sign-in', (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['that has run out', (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600 })],
  ])('by an ID token %s', async (_, spoil) => {
    provider.spoil = spoil
    expect((await signIn()).status).toBe(400)
    expect(provider.answered).toEqual(['granted'])
  })

  test('by an ID token that somebody else has signed', async () => {
    provider.signsWithOther = true
    expect((await signIn()).status).toBe(400)
    expect(provider.answered).toEqual(['granted'])
  })

  test('where the provider refuses, or nobody there has an account', async () => {
    provider.redirects = ['https://elsewhere.example/api/session/provider/answer']
    const { address } = await begin()
    await expect(provider.visit(address)).rejects.toThrow('invalid_request')
    provider.redirects = [`${origin()}/api/session/provider/answer`]
    const bare = new URL((await begin()).address)
    bare.searchParams.delete('code_challenge')
    expect((await provider.visit(bare.href)).searchParams.get('error')).toBe('invalid_request')
    provider.user = { sub: '9', email: 'olga@example.org', email_verified: true }
    const answer = await signIn()
    expect([answer.status, cookieOf(answer, /(?<!-begun)$/)]).toEqual([400, ''])
    // The code is told to nobody by a log.
    expect(server.running.log.join()).not.toMatch(/code=/)
  })
})
