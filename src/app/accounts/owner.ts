import type { Owners } from '../../jobs/queue.ts'

const PREFIX = 'account:'

/** Whoever has jobs here and is no account: the machine itself, with all its browsers. */
export const MACHINE: Owners = { notBeginning: PREFIX }

/** Whom an account's jobs are done for, as the queue knows it. */
export const ownerOf = (account: string): string => `${PREFIX}${account}`

/** The account that a job is done for; undefined where it is the machine's own. */
export const accountOf = (owner: string): string | undefined =>
  owner.startsWith(PREFIX) ? owner.slice(PREFIX.length) : undefined
