import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import type { MomentName, SpanFields, SpanName } from '../../model/telemetry.ts'

/** Something that is done, with what may be told of it; it lies within `parent`. */
export interface Span<Name extends SpanName = SpanName> {
  readonly name: Name
  /** Filled in while it goes on. */
  readonly fields: SpanFields[Name]
  readonly parent?: Span
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Absent while it goes on. */
  durationMs?: number
  failed?: true
}

export interface SpanListener {
  begun?(span: Span): void
  /** Told once of each, a moment's too. */
  ended(span: Span): void
}

const begun = channel('songkeep.span.begun')
const ended = channel('songkeep.span.ended')
const current = new AsyncLocalStorage<Span>()

/**
 * Does the work, and tells whoever listens when it begins and ends. Costs next to nothing where nobody does. `fields`
 * is what is known from the start; `work` may fill in the rest.
 */
export async function inSpan<Name extends SpanName, Value>(
  name: Name,
  fields: SpanFields[Name],
  work: (fields: SpanFields[Name]) => Promise<Value>,
): Promise<Value> {
  if (!ended.hasSubscribers) return await work(fields)
  const span: Span<Name> = { name, fields, parent: current.getStore(), startedAt: Date.now() }
  const start = performance.now()
  begun.publish(span)
  try {
    return await current.run(span, work, fields)
  } catch (error) {
    span.failed = true
    throw error
  } finally {
    span.durationMs = performance.now() - start
    ended.publish(span)
  }
}

/** Tells of something that takes no time. */
export function tellMoment<Name extends MomentName>(name: Name, fields: SpanFields[Name]): void {
  if (!ended.hasSubscribers) return
  const span: Span<Name> = { name, fields, parent: current.getStore(), startedAt: Date.now() }
  span.durationMs = 0
  ended.publish(span)
}

/** Listens to all spans of this process until it is disposed. */
export function listenToSpans(listener: SpanListener): Disposable {
  const onBegun = (span: unknown) => listener.begun?.(span as Span)
  const onEnded = (span: unknown) => listener.ended(span as Span)
  begun.subscribe(onBegun)
  ended.subscribe(onEnded)
  return {
    [Symbol.dispose]() {
      begun.unsubscribe(onBegun)
      ended.unsubscribe(onEnded)
    },
  }
}

/** Whether a span is of this name: then its fields are known. */
export const isSpan = <Name extends SpanName>(span: Span, name: Name): span is Span<Name> =>
  span.name === name
