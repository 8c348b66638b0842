import { lazy, Suspense } from 'react'
import { linkTo, type Route } from '../address.ts'
import { loadPart } from '../api/load-part.ts'
import { ErrorBoundary } from '../parts/page/error-boundary.tsx'
import { PageTitle } from '../parts/page/page-title.tsx'
import { useText } from '../text/text.ts'
import { StartView } from '../views/start.tsx'
import { BrokenPage } from './broken-page.tsx'

const JobView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/job.tsx')).JobView })),
)
const JobsView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/jobs.tsx')).JobsView })),
)
const ResultView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/result.tsx')).ResultView })),
)
const ReviewView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/review.tsx')).ReviewView })),
)
const PrintView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/print.tsx')).PrintView })),
)
const LibraryView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/library.tsx')).LibraryView })),
)
const SettingsView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/settings.tsx')).SettingsView })),
)
const GuideView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/guide.tsx')).GuideView })),
)
const MissingView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/missing.tsx')).MissingView })),
)
const TailView = lazy(() =>
  loadPart(async () => ({ default: (await import('../views/tail.tsx')).TailView })),
)

/** What the address asks for; each is loaded when it is first shown, and one that breaks breaks alone. */
export function View({ route }: { readonly route: Route }) {
  const text = useText().shell
  return (
    <ErrorBoundary key={linkTo(route)} fallback={() => <BrokenPage />}>
      <Suspense fallback={<p className="soft">{text.loading}</p>}>
        <RoutedView route={route} />
      </Suspense>
    </ErrorBoundary>
  )
}

function RoutedView({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case 'start':
      return <StartView />
    case 'jobs':
      return <JobsView />
    case 'job':
      return <JobView id={route.job} />
    case 'library':
      return <LibraryView archive={route.archive} />
    case 'result':
      return <ResultView view={route.view} />
    case 'review':
      return <ReviewView view={route.view} />
    case 'print':
      return <PrintView view={route.view} />
    case 'missing':
      return <MissingView view={route.view} />
    case 'tail':
      return <TailView archive={route.archive} />
    case 'guide':
      return <GuideView />
    case 'settings':
      return <SettingsView />
    case 'unknown':
      return <NotFoundView />
  }
}

function NotFoundView() {
  const text = useText().shell
  return (
    <>
      <PageTitle>{text.nowhere}</PageTitle>
      <p className="lead">{text.nowhereLong}</p>
      <p>
        <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
      </p>
    </>
  )
}
