import { z } from 'zod'

const Named = z.object({
  title: z.string(),
  /** As one line. */
  artists: z.string(),
})

const Linked = z.object({ text: z.string(), url: z.string().optional() })

/** A picture that stands for itself: SVG, in the colours of the reader's scheme. */
const Picture = z.object({
  name: z.enum(['storage', 'decades', 'lorenz']),
  title: z.string(),
  /** What is to be seen in it, for whoever cannot see it. */
  description: z.string(),
  svg: z.string(),
})

/** How much of what is heard an archive keeps: sentences in the language that was asked for. */
export const TailView = z.object({
  headline: z.string(),
  facts: z.array(z.string()),
  pictures: z.array(Picture),
  risk: z.object({
    heading: z.string(),
    lead: z.string(),
    columns: z.array(z.string()),
    rows: z.array(
      Named.extend({
        weight: z.string(),
        withdrawn: z.string().optional(),
        holders: z.array(Linked),
        right: z.string(),
        state: z.string(),
      }),
    ),
    more: z.string().optional(),
  }),
  next: z.object({
    heading: z.string(),
    lead: z.string(),
    columns: z.array(z.string()),
    rows: z.array(
      Named.extend({
        saves: z.string(),
        rate: z.string(),
        way: z.string(),
        why: z.string().optional(),
        links: z.array(Linked),
      }),
    ),
  }),
  notes: z.array(z.string()),
})
export type TailView = z.infer<typeof TailView>
