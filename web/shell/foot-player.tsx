import { lazy, Suspense, useSyncExternalStore } from 'react'
import { loadPart } from '../api/load-part.ts'
import { ErrorBoundary } from '../parts/page/error-boundary.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { ordered } from '../parts/players/ordered.ts'

const PlayerBar = lazy(() =>
  loadPart(async () => ({ default: (await import('./player/player-bar.tsx')).PlayerBar })),
)

/** Loads the player when the first sound is asked for; it stays while the views change. */
export function FootPlayer() {
  const order = useSyncExternalStore(ordered.subscribe, ordered.read)
  if (!order) return null
  return (
    <ErrorBoundary fallback={(error) => <Problem error={error} />}>
      <Suspense fallback={null}>
        <PlayerBar order={order} />
      </Suspense>
    </ErrorBoundary>
  )
}
