import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Recording } from '../../model/recording.ts'
import type { OpenProvider } from '../provider.ts'
import { describeRecording } from './file-recording.ts'
import { readAudioFile } from './read-file.ts'

/** Single files that the user gave for tracks. Each is found by its id alone, for the track that it was chosen for. */
export function openGiven(
  locate: (id: string, signal: AbortSignal) => Promise<string | undefined>,
): OpenProvider<'search' | 'find'> {
  return {
    name: 'given',
    title: 'Your own file',
    needsNetwork: false,
    search: async () => [],
    async find(id, signal) {
      const path = await locate(id, signal)
      const recording = path && (await describeGiven(id, path, signal))
      return recording ? [recording] : []
    },
    async [Symbol.asyncDispose]() {},
  }
}

/** What a file says of itself, as a recording of this id; undefined where it is no audio file. */
export async function describeGiven(
  id: string,
  path: string,
  signal: AbortSignal,
): Promise<Recording | undefined> {
  const reading = await readAudioFile(path, signal)
  if (reading.kind !== 'read') return undefined
  const { size, mtimeNs } = await stat(path, { bigint: true })
  const file = { path, root: dirname(path), size: Number(size), mtimeNs }
  const described = describeRecording({ file, facts: reading.facts }, basename(path), false)
  return { ...described, id, source: 'given', media: { kind: 'file', path } }
}
