import type { Role } from '../accounts/account.ts'
import type { LimitName } from '../accounts/limits.ts'
import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** Codes of `accounts` and what their sentences are filled with. */
export interface AccountsReasons {
  'accounts.not-opened': { readonly where: string; readonly cause: AnyReason }
  'accounts.later-version': { readonly where: string }
  'accounts.update': None
  'accounts.password-unfit': { readonly least: number; readonly most: number }
  'accounts.passwords-differ': None
  'accounts.name-unfit': { readonly name: string }
  'accounts.name-rule': None
  'accounts.email-unfit': { readonly email: string }
  'accounts.taken': { readonly name: string }
  'accounts.unknown': { readonly name: string }
  'accounts.no-way-in': None
  'accounts.give-password': None
  'accounts.last-owner': None
  'accounts.make-other-owner': None
  'accounts.no-guest': { readonly name: string }
  'accounts.not-shared': { readonly dir: string }
  'accounts.no-limit': { readonly text: string; readonly names: string }
  'accounts.limit-unfit': {
    readonly name: LimitName
    readonly value: string
    readonly isBytes: boolean
  }
  'accounts.unlimited': { readonly name: string; readonly role: Exclude<Role, 'member'> }
  'accounts.removed': None
  'accounts.none-yet': None
  'accounts.first-is-owner': None
  'accounts.no-folder-named': None
  'accounts.folder-not-made': { readonly path: string; readonly cause: AnyReason }
  'accounts.add-first': None
  'accounts.issuer-unfit': None
  'accounts.no-client-id': None
  'accounts.provider-silent': None
  'accounts.not-vouched': None
  'accounts.nobody-there': None
  'accounts.ask-owner': None
  'accounts.sign-in-over': None
  'accounts.sign-in-again': None
  'accounts.signed-in': None
  'accounts.wrong-sign-in': None
  'accounts.sign-in-needed': None
  'accounts.sign-in-first': None
  'accounts.owner-only': None
  'accounts.guest-only-looks': None
  'accounts.not-here': None
  'accounts.quota-full': { readonly used: number; readonly quota: number }
  'accounts.make-room': None
  'accounts.jobs-full': { readonly most: number }
  'accounts.wait-for-jobs': None
  'accounts.lists-full': { readonly most: number }
  'accounts.tracks-full': { readonly most: number }
  'accounts.uploads-full': { readonly most: number }
  'accounts.again-later': { readonly minutes: number }
  'accounts.slowed-tracks': { readonly most: number; readonly minutes: number }
  'accounts.slowed-alike': { readonly most: number; readonly minutes: number }
}
