import { stat } from 'node:fs/promises'

/** Another one when the file has changed. Throws where there is none. */
export async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs } = await stat(path, { bigint: true })
  return `${size}-${mtimeNs}`
}
