import { z } from 'zod'
import { ReasonValue } from './reason.ts'

/** What was found out about one service by asking it. */
export const ServiceInfo = z.object({
  name: z.string(),
  title: z.string(),
  status: z.enum(['works', 'refused', 'unreachable', 'other-shape', 'needs-key']),
  /** False for one that is asked without a key: it should work for everybody. */
  hasKey: z.boolean(),
  text: ReasonValue,
  advice: ReasonValue.optional(),
  /** A field that its answers have lost. */
  missing: z.string().optional(),
  /** Its answers as a file for a report, where they are worth one: without keys, and without who has asked. */
  report: z.object({ file: z.string(), text: z.string() }).optional(),
})
export type ServiceInfo = z.infer<typeof ServiceInfo>
