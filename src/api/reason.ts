import { z } from 'zod'
import type { Reason } from '../model/reason.ts'

/** A reason as it is sent: the page says it in the reader's language. */
export const ReasonValue = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
}) as unknown as z.ZodType<Reason>
export type ReasonValue = Reason
