import type { Role } from '../../model/accounts/account.ts'
import type { LimitName } from '../../model/accounts/limits.ts'
import { units } from './units.ts'

const { count } = units

const roles: Readonly<Record<Role, string>> = { owner: 'owner', member: 'member', guest: 'guest' }

const article = (role: Role) => (role === 'owner' ? 'an' : 'a')

/** What each limit is of. */
const limits: Readonly<Record<LimitName, string>> = {
  quota: 'room for its archives',
  jobs: 'jobs that wait or run at once',
  tracksAnHour: 'tracks looked for in an hour; then its jobs rest',
  listsADay: 'playlists ordered in a day, the same one again too',
  alikeADay: 'playlists of one kind (charts, one link) in a day',
  uploadsADay: 'files given to the page in a day',
}

/** What the command line prints of accounts. */
export const accounts = {
  none: 'There are no accounts yet.',
  noSessions: 'It is signed in nowhere.',
  askPassword: (name: string) => `A password for ${name}: `,
  askAgain: 'The same once more: ',
  roles,
  made: (name: string, role: Role) =>
    `${name} may sign in now, as ${article(role)} ${roles[role]}.`,
  isNow: (name: string, role: Role) => `${name} is ${article(role)} ${roles[role]} now.`,
  noShares: (name: string) => `Nothing is shared with ${name}.`,
  shared: (name: string, dir: string) => `${name} may look at this now, and listen to it: ${dir}`,
  unshared: (name: string, dir: string) => `${name} may no longer look at this: ${dir}`,
  sessionsEnded: (number: number) =>
    number === 1 ? 'This session is ended.' : `These ${count(number)} sessions are ended.`,
  removed: (name: string, place: string) =>
    `${name} is removed. Its archives stay in the folder ${place}.`,
  done: (name: string) => `Done for ${name}. Its sessions have ended.`,
  limits,
}
