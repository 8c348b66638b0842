import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import {
  readInventoryLine,
  writeInventoryLine,
} from '../../src/archive/inventory/inventory-line.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { reason, textReason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { spellOut } from '../../src/words/spell-out.ts'
import {
  mediaOf,
  options,
  playlistOf,
  recordingOf,
  sha256,
  trackOf,
  whyOf,
} from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()

const recording: Recording = {
  ...recordingOf('nl042/03'),
  source: 'internet-archive',
  url: 'https://archive.org/details/nl042',
  uploader: 'netlabel',
  answer: {
    url: 'https://archive.org/metadata/nl042',
    sha256: sha256('answer'),
    at: '2026-11-21T10:00:00.000Z',
  },
}

const verdict: Verdict = {
  action: 'copy',
  reasons: [textReason('Creative Commons Attribution 4.0 allows it.')],
  licence: { id: 'CC-BY-4.0', name: 'Creative Commons Attribution 4.0', asGiven: 'CC BY 4.0' },
  host: {
    name: 'Internet Archive',
    reason: reason('rights.internet-archive-allows'),
    conditions: [reason('rights.for-research')],
    termsUrl: 'https://archive.org/about/terms',
    readOn: '2026-11-21',
  },
}

const fileUrl = 'https://archive.org/download/nl042/03.flac'

async function keepFromHost(): Promise<ArchivedFile> {
  await using archive = await openArchive(place.dir)
  const list = playlistOf('Mix', [trackOf('One')])
  const stem = archive.plan(list, 1, trackOf('One'), recording)
  const path = join(archive.workDir, 'made.mp3')
  await writeFile(path, 'sound')
  const why = { ...whyOf(trackOf('One'), recording), verdict, fileUrl }
  const kept = await archive.put(mediaOf(path), stem, why)
  await archive.checkpoint()
  return kept
}

describe('the evidence of a copy', () => {
  test('lies in the inventory, and is there in the next run', async () => {
    const kept = await keepFromHost()
    expect(kept.chosen).toMatchObject({
      url: recording.url,
      uploader: 'netlabel',
      fileUrl,
      answer: recording.answer,
      sha256: sha256('original'),
    })
    expect(kept.verdict).toEqual(verdict)
    await using archive = await openArchive(place.dir)
    expect(await archive.find(trackOf('One'), options)).toEqual(kept)
  })

  test('is not asked of a file of one’s own', async () => {
    const { chosen, ...rest } = await keepFromHost()
    const { answer, fileUrl: _, uploader, ...own } = chosen
    const { host, ...ownVerdict } = verdict
    const line = writeInventoryLine({ ...rest, chosen: own, verdict: ownVerdict })
    expect(readInventoryLine(line).kind).toBe('file')
  })

  test('is beside what was measured, where that is known', async () => {
    const measured = {
      fingerprint: { algorithm: 'chromaprint-2', code: 'AQAAE0mUaEkSZ_', durationMs: 1000 },
      loudness: { integratedLufs: -9.5, rangeLu: 3, peak: 0.99, gainDb: -8.5 },
    } as const
    const old = await keepFromHost()
    expect(old.fingerprint).toBeUndefined()
    const line = writeInventoryLine({ ...old, ...measured })
    expect(readInventoryLine(line)).toMatchObject({ kind: 'file', file: measured })
  })

  const wrong: readonly (readonly [string, (kept: ArchivedFile) => unknown])[] = [
    ['line.chosen.answer', ({ chosen }) => ({ chosen: { ...chosen, answer: 'yes' } })],
    [
      'line.chosen.answer.sha256',
      ({ chosen }) => ({ chosen: { ...chosen, answer: { ...chosen.answer, sha256: 'abc' } } }),
    ],
    [
      'line.chosen.answer.at',
      ({ chosen }) => ({ chosen: { ...chosen, answer: { ...chosen.answer, at: 3 } } }),
    ],
    ['line.chosen.fileUrl', ({ chosen }) => ({ chosen: { ...chosen, fileUrl: ['x'] } })],
    ['line.chosen.uploader', ({ chosen }) => ({ chosen: { ...chosen, uploader: {} } })],
    ['line.verdict.host', (kept) => ({ verdict: { ...kept.verdict, host: null } })],
    [
      'line.verdict.host.conditions',
      (kept) => ({ verdict: { ...kept.verdict, host: { ...verdict.host, conditions: 'none' } } }),
    ],
    [
      'line.fingerprint.code',
      () => ({
        fingerprint: { algorithm: 'chromaprint-2', code: '<b>'.repeat(9), durationMs: 1 },
      }),
    ],
    ['line.fingerprint', () => ({ fingerprint: 'AQAA' })],
    ['line.loudness.peak', () => ({ loudness: { integratedLufs: -9, rangeLu: 3, gainDb: -9 } })],
    [
      'line.verdict.host.termsUrl',
      (kept) => ({ verdict: { ...kept.verdict, host: { ...verdict.host, termsUrl: 1 } } }),
    ],
  ]

  test.each(wrong)('is not believed where it is no such thing: %s', async (field, change) => {
    const kept = await keepFromHost()
    const line = JSON.stringify(spellOut({ ...kept, ...(change(kept) as object) }))
    expect(readInventoryLine(line)).toEqual({
      kind: 'damaged',
      reason: { code: 'archive.line-wrong-field', params: { field } },
    })
  })
})
