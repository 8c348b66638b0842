import { isPrivateWay } from '../../../base/http/allow/private-way.ts'
import { type Reason, reason } from '../../../model/reason.ts'

/** The provider that people sign in with: any that speaks OpenID Connect. */
export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** `anna@example.org`, or `@example.org` for all of it: members from when they first sign in. */
  readonly allow: readonly string[]
}

type Variables = Readonly<Record<string, string | undefined>>

/** Undefined where no provider is named, or not rightly. */
export function readOpenId(variables: Variables): OpenIdSettings | undefined {
  const issuer = variables.SONGKEEP_OIDC_ISSUER?.trim()
  const clientId = variables.SONGKEEP_OIDC_CLIENT_ID?.trim()
  if (!issuer || !clientId || !isFit(issuer)) return undefined
  const allow = (variables.SONGKEEP_OIDC_ALLOW ?? '').toLowerCase().split(/[\s,]+/)
  const clientSecret = variables.SONGKEEP_OIDC_CLIENT_SECRET?.trim() || undefined
  return { issuer, clientId, clientSecret, allow: allow.filter((each) => each !== '') }
}

export function findOpenIdFaults(variables: Variables): readonly Reason[] {
  const issuer = variables.SONGKEEP_OIDC_ISSUER?.trim()
  if (!issuer) return []
  if (!isFit(issuer)) return [reason('accounts.issuer-unfit')]
  return variables.SONGKEEP_OIDC_CLIENT_ID?.trim() ? [] : [reason('accounts.no-client-id')]
}

/** Who is asked over a line that others can read could be anybody. */
function isFit(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  return /^https?:$/.test(new URL(issuer).protocol) && isPrivateWay(issuer)
}
