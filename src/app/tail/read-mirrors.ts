import { asRecord } from '../../base/json.ts'
import { readJsonLines } from './json-lines.ts'

/**
 * When each mirror of an archive was last seen, of those that lacked nothing then and had nothing damaged: ISO 8601. What
 * was kept later is not in it yet. Reads `copies.jsonl`, believing nothing.
 */
export async function readMirrors(root: string, signal?: AbortSignal): Promise<readonly string[]> {
  const mirrors = new Map<string, string>()
  for await (const line of readJsonLines(root, 'copies.jsonl', signal)) {
    const { target, endpoint, at, did, missing, damaged } = asRecord(line)
    if (typeof target !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at)))
      continue
    const key = JSON.stringify([target, endpoint])
    if (did !== 'forget' && missing === 0 && damaged === 0) mirrors.set(key, at)
    else mirrors.delete(key)
  }
  return [...mirrors.values()]
}
