import { isSpan, listenToSpans, type Span } from '../../base/telemetry/span.ts'
import { tellHost } from './known-hosts.ts'
import { type LogLevel, logLevels } from './settings.ts'

/**
 * Writes what happens as lines of JSON: `time`, `level`, `event` (the span's name), its fields, and `ms`. They hold
 * what `model/telemetry.ts` names and nothing else, so that no line can tell of anybody's music.
 */
export function openJsonLog(level: LogLevel, write: (line: string) => void): Disposable {
  const least = logLevels.indexOf(level)
  const tell = (span: Span, begun: boolean) => {
    const of = levelOf(span)
    if (of !== undefined && logLevels.indexOf(of) <= least)
      write(JSON.stringify(describe(span, of, begun)))
  }
  return listenToSpans({
    begun: (span) => isSpan(span, 'run') && tell(span, true),
    ended: (span) => tell(span, false),
  })
}

function describe(span: Span, level: LogLevel, begun: boolean): object {
  const { name, fields, durationMs = 0, failed } = span
  return {
    time: new Date(span.startedAt + durationMs).toISOString(),
    level,
    event: begun ? `${name}-begun` : name,
    ...fields,
    ...(isSpan(span, 'request') && { host: tellHost(span.fields.host) }),
    ...(isSpan(span, 'request') && { waitedMs: Math.round(span.fields.waitedMs ?? 0) }),
    ms: begun || durationMs === 0 ? undefined : Math.round(durationMs),
    failed,
    job: jobOf(span),
  }
}

/** Of the run that a span lies within. */
function jobOf(span: Span): string | undefined {
  for (let each: Span | undefined = span; each; each = each.parent)
    if (isSpan(each, 'run')) return each.fields.job
  return undefined
}

/** Undefined: never told. */
function levelOf(span: Span): LogLevel | undefined {
  if (isSpan(span, 'fault')) return 'error'
  if (isSpan(span, 'process')) return 'info'
  if (isSpan(span, 'run')) return span.fields.result === 'failed' ? 'error' : 'info'
  if (isSpan(span, 'page')) return (span.fields.status ?? 0) >= 500 ? 'error' : 'debug'
  if (isSpan(span, 'request'))
    return span.fields.status === undefined || span.fields.status === '5xx' ? 'warn' : 'debug'
  return span.name === 'received' || span.name === 'lookup' ? undefined : 'debug'
}
