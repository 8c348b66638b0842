import { useEffect } from 'react'
import type { SpotifyAccount } from '../../src/api/contract.ts'
import { spotifyWays } from '../../src/words/guide.ts'
import { useRole } from '../api/session.ts'
import { useGet } from '../api/use-get.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { useGuide } from '../text/guide.ts'
import { Account } from './guide/account.tsx'
import { ServiceCards } from './guide/service-cards.tsx'
import { SpotifyWays } from './guide/spotify-ways.tsx'
import '../styles/fields.css'
import '../styles/guide.css'

/** How often it is looked whether a login that waits has come back, in another tab. */
const LOOK_EVERY_MS = 1500

/** How playlists come out of the services they are in; logging in at Spotify; and the lists of the account. */
export function GuideView() {
  const words = useGuide()
  // A member's account has no login at Spotify: neither that nor the way to it is shown.
  const mayLogIn = useRole() === 'owner'
  const { data: account, error, reload, put } = useGet<SpotifyAccount>('spotify')
  useLookAgain(account?.pending !== undefined, reload)
  const isUnderWay = account?.isLoggedIn === true || account?.pending !== undefined
  const shown = mayLogIn && account && <Account account={account} changed={put} />
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <p className="lead">{words.lead}</p>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {isUnderWay && shown}
      <SpotifyWays ways={mayLogIn ? spotifyWays : waysWithoutLogin} />
      {!isUnderWay && shown}
      <ServiceCards />
    </>
  )
}

const waysWithoutLogin = spotifyWays.filter((way) => way !== 'client')

/** While a login waits, and at once when the reader comes back to this tab. */
function useLookAgain(isWaiting: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => !document.hidden && reload(), LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', reload)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', reload)
    }
  }, [isWaiting, reload])
}
