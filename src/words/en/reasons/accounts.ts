import type { AccountsReasons } from '../../../model/reasons/accounts.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { bytes, count } = units

const minutesOf = (minutes: number) => `${count(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`

export const accounts: Sentences<AccountsReasons> = {
  'accounts.not-opened': ({ where, cause }, { say }) =>
    `The accounts cannot be opened: ${where} (${say(cause)})`,
  'accounts.later-version': ({ where }) =>
    `A later version of Songkeep wrote the accounts: ${where}`,
  'accounts.update': 'Use that version.',
  'accounts.password-unfit': ({ least, most }) =>
    `A password has ${count(least)} to ${count(most)} characters.`,
  'accounts.passwords-differ': 'The two passwords differ: nothing has been changed.',
  'accounts.name-unfit': ({ name }) => `This cannot be an account’s name: ${name}`,
  'accounts.name-rule':
    'A name has up to 64 letters, digits, dots, hyphens and the like, and begins with a letter or a digit.',
  'accounts.email-unfit': ({ email }) => `This is no e-mail address: ${email}`,
  'accounts.taken': ({ name }) =>
    `An account has this name or this e-mail address already: ${name}`,
  'accounts.unknown': ({ name }) => `There is no account of this name: ${name}`,
  'accounts.no-way-in': 'The account would have no way to sign in.',
  'accounts.give-password':
    'Give it a password, or the e-mail address that the sign-in provider knows.',
  'accounts.last-owner': 'This is the last owner.',
  'accounts.make-other-owner': 'Make another account an owner first: songkeep accounts role.',
  'accounts.no-guest': ({ name }) => `Archives are shared with guests, and ${name} is none.`,
  'accounts.not-shared': ({ dir }) => `This was not shared: ${dir}`,
  'accounts.no-limit': ({ text, names }) =>
    `This sets no limit: ${text}. Limits are set as NAME=NUMBER, and their names are ${names}.`,
  'accounts.limit-unfit': ({ name, value, isBytes }) =>
    `${name} cannot be “${value}”. Give ${isBytes ? 'a size, as in 50GB' : 'a whole number from 0'}.`,
  'accounts.unlimited': ({ name, role }) =>
    role === 'owner'
      ? `${name} is an owner, and no limits are in force for owners.`
      : `${name} is a guest, who starts nothing that a limit could be in force for.`,
  'accounts.removed': 'The account that this was begun for is not there any more.',
  'accounts.none-yet': 'The server is to be opened to accounts, but there is none yet.',
  'accounts.first-is-owner': 'The first account has to be an owner: --role owner, or none.',
  'accounts.no-folder-named':
    'No folder is named for the accounts: songkeep serve --accounts FOLDER.',
  'accounts.folder-not-made': ({ path, cause }, { say }) =>
    `The folder for the accounts could not be made: ${path} (${say(cause)})`,
  'accounts.add-first': 'Make the first one: songkeep accounts add NAME.',
  'accounts.issuer-unfit': 'SONGKEEP_OIDC_ISSUER is not an address that begins with https://.',
  'accounts.no-client-id': 'SONGKEEP_OIDC_ISSUER needs SONGKEEP_OIDC_CLIENT_ID beside it.',
  'accounts.provider-silent': 'The sign-in provider does not answer.',
  'accounts.not-vouched': 'The sign-in provider has not confirmed who you are.',
  'accounts.nobody-there': 'You are signed in there, but this server has no account for you.',
  'accounts.ask-owner': 'Ask an owner of this server for one.',
  'accounts.sign-in-over': 'This sign-in has run out, or was begun in another browser.',
  'accounts.sign-in-again': 'Sign in again.',
  'accounts.signed-in': 'You are signed in.',
  'accounts.wrong-sign-in': 'The name or the password is wrong.',
  'accounts.sign-in-needed': 'Only who is signed in is answered here.',
  'accounts.sign-in-first': 'Sign in first.',
  'accounts.owner-only': 'Only an owner of this server may do this.',
  'accounts.guest-only-looks': 'A guest may look and listen, and start nothing.',
  'accounts.not-here': 'This server does not offer it to accounts.',
  'accounts.quota-full': ({ used, quota }) =>
    `The archives of this account take ${bytes(used)}, and may take ${bytes(quota)}.`,
  'accounts.make-room': 'Remove playlists, or ask an owner of this server for more room.',
  'accounts.jobs-full': ({ most }) =>
    `This account may have ${count(most)} jobs at once that wait or run.`,
  'accounts.wait-for-jobs': 'Wait until one of them is done, or end one.',
  'accounts.lists-full': ({ most }) => `This account may order ${count(most)} playlists a day.`,
  'accounts.tracks-full': ({ most }) =>
    `This account may have ${count(most)} tracks an hour looked for.`,
  'accounts.uploads-full': ({ most }) => `This account may give ${bytes(most)} of files a day.`,
  'accounts.again-later': ({ minutes }) => `Try it again in ${minutesOf(minutes)}.`,
  'accounts.slowed-tracks': ({ most, minutes }) =>
    `This account has had ${count(most)} tracks looked for within an hour, so this job rests. It goes on by itself in about ${minutesOf(minutes)}.`,
  'accounts.slowed-alike': ({ most, minutes }) =>
    `This account has ordered more than ${count(most)} playlists of one kind today, so its jobs come one by one. This one goes on by itself in about ${minutesOf(minutes)}.`,
}
