import * as client from 'openid-client'
import type { PendingLogin } from '../../../accounts/pending-login-table.ts'
import { ownRule } from '../../../base/http/allow/own-rule.ts'
import type { Http } from '../../../base/http/http.ts'
import { openHttp } from '../../../base/http/open-http.ts'
import type { Environment } from '../../environment.ts'
import { nameOurselves } from '../../user-agent.ts'
import type { OpenIdSettings } from './settings.ts'

/** Whom the provider vouches for. */
export interface Identity {
  /** `issuer subject`: the same as long as the account there lasts. */
  readonly subject: string
  /** In lower case; absent where the provider has not verified it. */
  readonly email?: string
}

export interface BegunLogin extends PendingLogin {
  readonly address: string
  readonly state: string
}

/** The code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state and nonce. */
export class Provider implements AsyncDisposable {
  readonly #settings: OpenIdSettings
  readonly #environment: Environment
  /** Ways out, by origin: the issuer's, and those that its own description names. */
  readonly #ways = new Map<string, Http>()
  #found: Promise<client.Configuration> | undefined

  constructor(settings: OpenIdSettings, environment: Environment) {
    this.#settings = settings
    this.#environment = environment
    this.#allow(settings.issuer)
  }

  async begin(redirect: string): Promise<BegunLogin> {
    const config = await this.#discover()
    const verifier = client.randomPKCECodeVerifier()
    const [state, nonce] = [client.randomState(), client.randomNonce()]
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: redirect,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    }).href
    return { address, state, nonce, verifier, redirect }
  }

  /** Throws where the answer is not the provider's to what was begun. */
  async finish(
    query: URLSearchParams,
    { redirect, verifier, nonce }: PendingLogin,
  ): Promise<Identity> {
    const config = await this.#discover()
    const answer = new URL(redirect)
    answer.search = query.toString()
    const tokens = await client.authorizationCodeGrant(config, answer, {
      expectedState: query.get('state') ?? '',
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('There is no ID token.')
    const { iss, sub, email, email_verified } = claims
    const isSure = email_verified === true && typeof email === 'string'
    return { subject: `${iss} ${sub}`, email: isSure ? email.trim().toLowerCase() : undefined }
  }

  async [Symbol.asyncDispose]() {
    for (const http of this.#ways.values()) await http[Symbol.asyncDispose]()
  }

  /** Asked once; again where that failed. */
  #discover(): Promise<client.Configuration> {
    this.#found ??= this.#ask()
    this.#found.catch(() => {
      this.#found = undefined
    })
    return this.#found
  }

  async #ask(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings
    // One without TLS is of this machine: the settings take no other.
    const insecure = new URL(issuer).protocol === 'https:' ? [] : [client.allowInsecureRequests]
    const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      [client.customFetch]: (url, options) => this.#fetch(url, options),
      // Its signature is checked too, though the token comes from the provider itself.
      execute: [client.enableNonRepudiationChecks, ...insecure],
    })
    const { token_endpoint, jwks_uri } = config.serverMetadata()
    for (const address of [token_endpoint, jwks_uri]) if (address) this.#allow(address)
    return config
  }

  #allow(address: string): void {
    const url = new URL(address)
    if (this.#ways.has(url.origin)) return
    const { network, clock } = this.#environment
    const userAgent = nameOurselves(this.#environment)
    const rules = [ownRule(url)]
    this.#ways.set(url.origin, openHttp({ rules, userAgent, network, clock }))
  }

  /** The library asks by the one way out that there is. */
  async #fetch(url: string, options: client.CustomFetchOptions): Promise<Response> {
    const http = this.#ways.get(new URL(url).origin)
    if (!http) throw new Error('The provider has not named this host.')
    const { method, body, headers, signal } = options
    const request = {
      ...{ url, method: method === 'POST' ? ('POST' as const) : ('GET' as const), headers },
      ...{ body: body ? String(body) : undefined, fresh: true, redirects: 'tell' as const },
    }
    const answer = await http.ask(request, signal ?? AbortSignal.timeout(30_000))
    const isEmpty = answer.status === 204 || answer.status === 304
    const { 'content-encoding': _, ...told } = answer.headers
    return new Response(isEmpty ? null : Buffer.from(answer.body), {
      status: answer.status,
      headers: told,
    })
  }
}
