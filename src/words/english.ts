import type { SentReason, Told } from '../model/reason.ts'
import { en } from './en/index.ts'
import { say } from './say.ts'

/** The English sentence of a reason, for logs and for what is stored. */
export const english = (reason: Told | SentReason): string => say(reason, en)
