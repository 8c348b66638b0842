import type { SpotifyAccount } from '../../../src/api/contract.ts'

export interface AccountProps {
  readonly account: SpotifyAccount
  readonly changed: (account: SpotifyAccount) => void
}
