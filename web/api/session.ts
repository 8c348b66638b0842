import { createContext, use } from 'react'
import type { Session } from '../../src/api/contract.ts'

/** Who looks, as the server has said it; undefined before it has. */
export const CurrentSession = createContext<Session | undefined>(undefined)

/** Where there are no accounts, whoever looks may do everything. */
export const useRole = () => use(CurrentSession)?.account?.role ?? 'owner'

/** Whether the page is the reader's own computer's: whoever signs in by an account is on somebody's server. */
export const isOwnComputer = ({ canOpenFolders, hasAccounts }: Session): boolean =>
  canOpenFolders && !hasAccounts

/** Guests look at what was shared with them, and listen: they are offered nothing else. */
export const useIsGuest = (): boolean => useRole() === 'guest'
