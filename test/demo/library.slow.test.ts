import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseFile } from 'music-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryFiles, makeLibrary } from '../../demo/library.ts'
import { findEncoder } from '../../src/media/ffmpeg/find-encoder.ts'

const project = join(import.meta.dirname, '../..')

describe('the example', () => {
  let folder = ''
  const library = () => join(folder, 'library')

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'songkeep-demo-'))
    await makeLibrary(library(), await findEncoder({}), 2)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(libraryFiles)('has $path with sound, tags and cover as said', async ({ path, tags }) => {
    const { format, common } = await parseFile(join(library(), path), { duration: true })
    expect(format.duration).toBeGreaterThan(6)
    expect(format.codec).toMatch(/^(?:FLAC|Vorbis I|MPEG 1 Layer 3)$/)
    expect(common.title).toBe(tags?.title)
    expect(common.artists).toEqual(tags?.artists)
    expect(common.album).toBe(tags?.album)
    expect(common.picture?.map((picture) => picture.format)).toEqual(tags && ['image/png'])
    if (tags !== undefined) expect(common.copyright).toContain('creativecommons.org')
  })

  it('is backed up as its page says', async () => {
    const run = promisify(execFile)(
      process.execPath,
      [
        ...[join(project, 'bin/songkeep.js'), 'backup', join(project, 'demo/Evening Shore.csv')],
        ...['--library', library(), '--into', join(folder, 'Keep')],
      ],
      { env: { ...process.env, SONGKEEP_CACHE: join(folder, 'cache') } },
    )
    // Some entries are not kept.
    await expect(run).rejects.toMatchObject({ code: 1 })
    const text = await readFile(join(folder, 'Keep/Evening Shore/report.json'), 'utf8')
    const { outcomes } = JSON.parse(text) as {
      readonly outcomes: readonly { kind: string; kept?: { how: string } }[]
    }
    expect(outcomes.map(({ kind, kept }) => kept?.how ?? kind)).toEqual([
      'encoded',
      'encoded',
      'encoded',
      'copied',
      'copied',
      'ambiguous',
      'skipped',
      'encoded',
      'not-found',
      'encoded',
    ])
  })
})
