import { useJobs } from '../api/live.ts'
import { linkTo, type Route } from '../route.ts'
import { useText } from '../text/text.ts'

interface Props {
  readonly route: Route
  /** Before, no view can be shown. */
  readonly isIn: boolean
  /** Who looks at the library alone. */
  readonly isGuest: boolean
}

/** The way to every view, and how many runs are on their way. */
export function Header({ route, isIn, isGuest }: Props) {
  const text = useText().shell
  const { jobs } = useJobs()
  const running = jobs.filter(({ state }) => state === 'running' || state === 'queued').length
  const sections = [
    ['start', text.start],
    ['jobs', text.runs],
    ['library', text.library],
    ['settings', text.settings],
  ] as const
  return (
    <header className="masthead">
      <a href={linkTo({ kind: 'start' })}>Songkeep</a>
      {isIn && (
        <nav aria-label={text.sections}>
          <ul>
            {sections
              .filter(([kind]) => !isGuest || kind === 'library')
              .map(([kind, label]) => (
                <li key={kind}>
                  <a
                    href={linkTo({ kind })}
                    aria-current={sectionOf(route) === kind ? currentOf(route, kind) : undefined}
                  >
                    {label}
                    {kind === 'jobs' && running > 0 && (
                      <>
                        <b aria-hidden="true">{running}</b>
                        <span className="sr"> ({text.running(running)})</span>
                      </>
                    )}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

type SectionName = 'start' | 'jobs' | 'library' | 'settings'

function sectionOf(route: Route): SectionName | undefined {
  switch (route.kind) {
    case 'job':
      return 'jobs'
    case 'result':
    case 'review':
    case 'print':
      return route.view.startsWith('jobs/') ? 'jobs' : 'library'
    case 'missing':
    case 'tail':
      return 'library'
    case 'guide':
      return 'start'
    case 'unknown':
      return undefined
    default:
      return route.kind
  }
}

/** The section's own page, or one within it. */
function currentOf(route: Route, section: SectionName): 'page' | 'true' {
  return route.kind === section && !('archive' in route) ? 'page' : 'true'
}
