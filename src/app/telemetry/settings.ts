import { type Reason, reason } from '../../model/reason.ts'

/** What whoever runs the program wants to be told of it, and how. Nothing of it happens where nothing is said. */
export interface TelemetrySettings {
  /** Sentences for people unless said otherwise. */
  readonly log?: 'json'
  readonly level: LogLevel
  readonly metrics: boolean
  /** Has to be given for metrics. */
  readonly metricsToken?: string
  /** Where traces go, by OTLP over HTTP; an address that can be parsed. */
  readonly traces?: string
}

export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** Shorter ones can be guessed. */
const MIN_TOKEN_LENGTH = 16

type Variables = Readonly<Record<string, string | undefined>>

export function readTelemetry(variables: Variables): TelemetrySettings {
  const level = variables.SONGKEEP_LOG_LEVEL?.trim().toLowerCase()
  const endpoint = variables.OTEL_EXPORTER_OTLP_ENDPOINT?.trim()
  return {
    log: variables.SONGKEEP_LOG?.trim().toLowerCase() === 'json' ? 'json' : undefined,
    level: logLevels.find((each) => each === level) ?? 'info',
    metrics: /^(?:1|yes|true|on)$/i.test(variables.SONGKEEP_METRICS?.trim() ?? ''),
    metricsToken: variables.SONGKEEP_METRICS_TOKEN?.trim() || undefined,
    traces: endpoint && isEndpoint(endpoint) ? endpoint : undefined,
  }
}

/** What of these variables is set in a way that means nothing. Values are told where they are no secret. */
export function findTelemetryFaults(variables: Variables): readonly Reason[] {
  const faults: Reason[] = []
  for (const [variable, allowed] of Object.entries(choices)) {
    const value = variables[variable]?.trim().toLowerCase() ?? ''
    if (value !== '' && !allowed.includes(value))
      faults.push(reason('app.variable-no-choice', { variable, allowed }))
  }
  const token = variables.SONGKEEP_METRICS_TOKEN?.trim() ?? ''
  if (token !== '' && token.length < MIN_TOKEN_LENGTH)
    faults.push(
      reason('app.token-too-short', {
        variable: 'SONGKEEP_METRICS_TOKEN',
        least: MIN_TOKEN_LENGTH,
      }),
    )
  const endpoint = variables.OTEL_EXPORTER_OTLP_ENDPOINT?.trim() ?? ''
  if (endpoint !== '' && !isEndpoint(endpoint))
    faults.push(reason('app.variable-no-address', { variable: 'OTEL_EXPORTER_OTLP_ENDPOINT' }))
  return faults
}

const yesOrNo = ['1', 'yes', 'true', 'on', '0', 'no', 'false', 'off']
const choices: Readonly<Record<string, readonly string[]>> = {
  SONGKEEP_LOG: ['json', 'text'],
  SONGKEEP_LOG_LEVEL: logLevels,
  SONGKEEP_METRICS: yesOrNo,
}

const isEndpoint = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
