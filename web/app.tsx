import { lazy, Suspense, useEffect } from 'react'
import type { Session } from '../src/api/contract.ts'
import { onLoggedOut } from './api/client.ts'
import { openEventSource } from './api/event-source.ts'
import { loadPart } from './api/load-part.ts'
import { CurrentSession } from './api/session.ts'
import { useGet } from './api/use-get.ts'
import { Problem } from './parts/page/problem.tsx'
import { Toasts } from './parts/page/toasts.tsx'
import { useRoute } from './route.ts'
import { ConnectionLost } from './shell/connection-lost.tsx'
import { FootPlayer } from './shell/foot-player.tsx'
import { Footer } from './shell/footer.tsx'
import { guestRoute } from './shell/guest-route.ts'
import { Header } from './shell/header.tsx'
import { View } from './shell/view.tsx'
import { useLanguage, useText } from './text/text.ts'

const Login = lazy(() =>
  loadPart(async () => ({ default: (await import('./shell/login.tsx')).Login })),
)

/** The page around its views: who is here, where to go, and whether the line to the server is up. */
export function App() {
  const text = useText().shell
  const named = useRoute()
  const { data, error, reload } = useGet<Session>('session')
  const isIn = data !== undefined && !data.needsPassword
  const isGuest = data?.account?.role === 'guest'
  const route = isGuest ? guestRoute(named) : named
  useEffect(() => onLoggedOut(reload), [reload])
  useEffect(() => (isIn ? openEventSource() : undefined), [isIn])
  useDocumentLanguage()
  return (
    <div className="shell">
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
      >
        {text.skip}
      </button>
      <Header route={route} isIn={isIn} isGuest={isGuest} />
      <main id="main">
        {isIn && <ConnectionLost />}
        {error !== undefined && <Problem error={error} retry={reload} />}
        <Suspense>{data?.needsPassword && <Login session={data} entered={reload} />}</Suspense>
        {isIn && (
          <CurrentSession value={data}>
            <View route={route} />
          </CurrentSession>
        )}
      </main>
      <Footer session={data} changed={reload} />
      <Toasts />
      {isIn && <FootPlayer />}
    </div>
  )
}

function useDocumentLanguage(): void {
  const [language] = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}
