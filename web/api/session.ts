import { createContext, use } from 'react'
import type { Session } from '../../src/api/contract.ts'

/** Who looks, as the server has said it; undefined before it has. */
export const CurrentSession = createContext<Session | undefined>(undefined)

/** Where there are no accounts, whoever looks may do everything. */
export const useRole = () => use(CurrentSession)?.account?.role ?? 'owner'

/** Guests look at what was shared with them, and listen: they are offered nothing else. */
export const useIsGuest = (): boolean => useRole() === 'guest'
