import { z } from 'zod'
import type { SentReason } from '../model/reason.ts'

const Value = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })

/** A reason as it is sent: the page says it in the reader's language. */
export const ReasonValue = Value as z.ZodType<SentReason>
export type ReasonValue = SentReason
