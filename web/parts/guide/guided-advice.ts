import type { SentReason, Told } from '../../../src/model/reason.ts'

/** What a reader of the page does instead of what the terminal would type. */
export type GuidedAdvice = 'ways' | 'login' | 'client'

const advice: Readonly<Record<string, GuidedAdvice>> = {
  'playlist.ways-without-login': 'ways',
  'playlist.ways-besides-api': 'ways',
  'playlist.give-export-or-log-in': 'ways',
  'playlist.export-or-log-in': 'ways',
  'playlist.open-in-browser': 'ways',
  'playlist.owner-needs-premium': 'ways',
  'playlist.get-client-id': 'ways',
  'playlist.log-in': 'login',
  'playlist.log-in-again': 'login',
  'playlist.log-in-as': 'login',
  'playlist.log-in-with-scope': 'login',
  'playlist.try-login-again': 'login',
  'playlist.look-up-client-id': 'client',
  'playlist.check-app-settings': 'client',
}

/** Undefined for advice that the page can give as it is. */
export const findGuidedAdvice = (given: Told | SentReason): GuidedAdvice | undefined =>
  typeof given === 'string' ? undefined : advice[given.code]
