import type { Span as OtelSpan } from '@opentelemetry/api'
import { isSpan, listenToSpans, type Span } from '../../base/telemetry/span.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { tellHost } from './known-hosts.ts'

/** They are heavy (20 MB), so that only who wants traces installs them: optional peer dependencies. */
const tracePackages = [
  '@opentelemetry/api',
  '@opentelemetry/sdk-trace',
  '@opentelemetry/resources',
  '@opentelemetry/exporter-trace-otlp-http',
] as const

/** Spans under way; more are not traced, so that what never ends cannot fill the memory. */
const MAX_OPEN = 10_000

export interface Traces extends AsyncDisposable {}

/**
 * Sends spans by OTLP over HTTP to `endpoint`/v1/traces. Throws UserError where the packages are not installed. What
 * cannot be sent is dropped: nobody's work waits for it.
 */
export async function openTraces(endpoint: string, version: string): Promise<Traces> {
  const { api, sdk, resources, exporter } = await loadPackages()
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const processor = new sdk.BatchSpanProcessor({
    exporter: new exporter.OTLPTraceExporter({ url }),
  })
  const attributes = { 'service.name': 'songkeep', 'service.version': version }
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes(attributes),
    spanProcessors: [processor],
  })
  const tracer = provider.getTracer('songkeep', version)
  const open = new Map<Span, OtelSpan>()
  const listening = listenToSpans({
    begun(span) {
      if (open.size >= MAX_OPEN) return
      const parent = span.parent && open.get(span.parent)
      const within = parent ? api.trace.setSpan(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT
      const kind = kindOf(span, api.SpanKind)
      open.set(span, tracer.startSpan(span.name, { startTime: span.startedAt, kind }, within))
    },
    ended(span) {
      const told = open.get(span)
      if (!told) return
      open.delete(span)
      told.setAttributes(attributesOf(span))
      if (span.failed) told.setStatus({ code: api.SpanStatusCode.ERROR })
      told.end(span.startedAt + (span.durationMs ?? 0))
    },
  })
  return {
    async [Symbol.asyncDispose]() {
      listening[Symbol.dispose]()
      await provider.shutdown().catch(() => {})
    },
  }
}

function kindOf<Kind>(
  span: Span,
  kinds: { readonly CLIENT: Kind; readonly SERVER: Kind; readonly INTERNAL: Kind },
) {
  if (span.name === 'request') return kinds.CLIENT
  return span.name === 'page' ? kinds.SERVER : kinds.INTERNAL
}

function attributesOf(span: Span): Record<string, string | number> {
  const fields: Record<string, unknown> = { ...span.fields }
  if (isSpan(span, 'request')) fields.host = tellHost(span.fields.host)
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[`songkeep.${name}`, value]] : [],
    ),
  )
}

async function loadPackages() {
  try {
    const [api, sdk, resources, exporter] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ])
    return { api, sdk, resources, exporter }
  } catch (error) {
    const packages = tracePackages.join(' ')
    throw new UserError(
      reason('app.traces-not-installed'),
      reason('app.install-traces', { packages }),
      { cause: error },
    )
  }
}
