import { z } from '@hono/zod-openapi'

/** Without control characters: they would be read as something else by whoever comes after. */
const line = z.string().refine((text) => !/\p{Cc}/u.test(text), 'holds control characters')

/** Below its folder, and below no other. */
const below = line
  .max(4096)
  .refine(
    (path) => path.split(/[/\\]/).every((name) => name !== '' && name !== '.' && name !== '..'),
    'is no path inside an archive',
  )

export const id = z
  .string()
  .regex(/^[\w-][\w.-]{0,127}$/, 'is no id')
  .openapi({ example: 'b2f1' })

export const jobParams = z.object({ job: id })
export const archiveParams = z.object({ archive: id })
export const folderParams = z.object({ archive: id, folder: below })
export const fileParams = z.object({ archive: id, path: below })

export const rowKey = z
  .string()
  .regex(/^\d{1,6}\.\d{1,9}$/, 'is no key of a row')
  .openapi({ example: '0.17' })

export const candidate = z
  .string()
  .regex(/^(?:\d{1,3}|1000)$/, 'is no number of a candidate')
  .transform(Number)
  .openapi({ type: 'integer', example: 0 })

export const fileName = line
  .min(1)
  .max(1000)
  .refine((name) => !name.split(/[/\\]/).includes('..'), 'is no name of a file')

/** None at all, as an empty one, is the top of what may be looked at. */
export const folderPath = line.max(4096).transform((path) => (path === '' ? undefined : path))

/** A number that counts events. */
export const seq = z
  .string()
  .regex(/^\d{1,15}$/, 'is no number')
  .transform(Number)
  .openapi({ type: 'integer' })
