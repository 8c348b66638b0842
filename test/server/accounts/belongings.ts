import { join } from 'node:path'
import type { Job } from '../../../src/api/contract.ts'
import { until } from '../../support/servers/page-server.ts'
import { makeWav } from '../../support/sound.ts'
import { type AccountServer, putSound } from './support.ts'

/** All that a request can name of somebody's. */
export interface Target {
  readonly job: string
  readonly archive: string
  readonly folder: string
  readonly file: string
  readonly staged: string
  readonly upload: string
  readonly trashed: string
  /** Absolute. */
  readonly into: string
}

/** Has a member back up two lists, and puts one of them into the trash. */
export async function fillAccount(
  { as, root, accounts }: AccountServer,
  name: string,
  cookie: string,
): Promise<Target> {
  const place = join(root, accounts.get(name)!.place)
  const into = join(place, 'Keep')
  await putSound(join(place, 'Music'), 'The Testers - Amber.wav', makeWav(1, 1))
  const post = async (path: string, body: unknown) =>
    (await as(cookie, path, { method: 'POST', body })).json
  const upload = async (list: string): Promise<{ readonly id: string; readonly name: string }> => {
    const bytes = 'The Testers - Amber\nThe Testers - Cedar\n'
    return (await as(cookie, `/api/uploads?name=${list}.txt`, { method: 'POST', bytes })).json
  }
  const backUp = async (list: string) => {
    const inputs = [{ kind: 'upload', ...(await upload(list)) }]
    const preview = await post('/api/preview', { inputs })
    const order = { kind: 'backup', inputs: preview.inputs, libraries: [join(place, 'Music')] }
    const choices = { catalogues: [], into, format: 'keep', quality: 'V2', id3: '2.4' }
    const { id } = await post('/api/jobs', { ...order, ...choices, offline: true })
    const job = await until(async () => {
      const found: Job = (await as(cookie, `/api/jobs/${id}`)).json
      return ['done', 'failed'].includes(found.state) ? found : undefined
    })
    if (job.state !== 'done') throw new Error(JSON.stringify(job.fault))
    return { job, staged: String(preview.staged) }
  }
  const { job, staged } = await backUp('Nightfall')
  await backUp('Daybreak')
  const base = `/api/archives/${job.archive}`
  const { entries } = (await as(cookie, `/api/jobs/${job.id}/entries`)).json
  const { file } = entries.find((entry: { title?: string }) => entry.title === 'Amber')
  const trashed = await post(`${base}/trash`, { folders: ['Daybreak'] })
  return {
    ...{ job: job.id, archive: job.archive ?? '', folder: 'Nightfall', file, staged, into },
    ...{ upload: (await upload('Later')).id, trashed: trashed.id },
  }
}

/** What is nowhere, of the same form and length. */
export const nothingLike = ({ folder, file, into }: Target): Target => ({
  job: '01234567-89ab-4cde-8f01-23456789abcd',
  archive: '0123456789abcdef',
  folder: 'x'.repeat(folder.length),
  file: `${'x'.repeat(file.length - 4)}.wav`,
  staged: '11234567-89ab-4cde-8f01-23456789abcd',
  upload: '21234567-89ab-4cde-8f01-23456789abcd',
  trashed: '31234567-89ab-4cde-8f01-23456789abcd',
  into: into.replace(/[^/]+\/[^/]+$/, (end) => end.replaceAll(/[^/-]/g, 'x')),
})
