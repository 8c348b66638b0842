import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readInventoryLine,
  writeInventoryLine,
} from '../../src/archive/inventory/inventory-line.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { type Reason, reason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { hosts } from '../../src/rights/hosts.ts'
import { judge } from '../../src/rights/judge.ts'
import { judgeSharing } from '../../src/rights/sharing.ts'

const today = '2026-11-29'
const sum = 'ab'.repeat(32)

const offer: Recording = {
  id: 'tide/01',
  source: 'internet-archive',
  title: 'Tide',
  artists: ['Ana'],
  url: 'https://archive.org/details/tide',
  uploader: 'ana',
  answer: { url: 'https://archive.org/metadata/tide', sha256: sum, at: '2026-11-21T10:00:00.000Z' },
  licence: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
}

/** As a backup writes its line. */
function keep(found: Partial<Recording> = {}, more: Partial<ArchivedFile> = {}): ArchivedFile {
  const recording = { ...offer, ...found }
  const verdict = judge(recording, { today })
  const { source, id, title, artists, url, uploader, answer } = recording
  return {
    path: 'Mix/01 Ana - Tide.mp3',
    sha256: sum,
    bytes: 1000,
    durationMs: 180_000,
    format: 'mp3',
    quality: 'V0',
    how: 'encoded',
    track: { title: 'Tide', artists: ['Ana'] },
    chosen: {
      source,
      id,
      title,
      artists,
      url,
      uploader,
      answer,
      fileUrl: 'https://archive.org/download/tide/01.flac',
      sha256: sum,
      probability: 0.99,
      evidence: [],
      notes: [],
    },
    verdict,
    keptAt: '2026-11-21T10:00:00.000Z',
    checkedAt: '2026-11-21',
    ...more,
  }
}

const withReasons = (file: ArchivedFile, ...reasons: Reason[]): ArchivedFile => ({
  ...file,
  verdict: { ...file.verdict, reasons: [...file.verdict.reasons, ...reasons] },
})
const withVerdict = (verdict: Partial<Verdict>): ArchivedFile => ({
  ...keep(),
  verdict: { ...keep().verdict, ...verdict },
})
const withChosen = (chosen: Partial<ArchivedFile['chosen']>): ArchivedFile => ({
  ...keep(),
  chosen: { ...keep().chosen, ...chosen },
})
const old = { licence: 'https://creativecommons.org/publicdomain/mark/1.0/', year: 1913 }
const knownAsOld = reason('rights.old-release', { by: 'MusicBrainz', year: 1913 })
const agrees = reason('rights.artists-account', { by: 'MusicBrainz', account: 'ana' })
const licensed = (licence: string) => keep({ licence })

describe('what may be given to others', () => {
  test.each<readonly [string, ArchivedFile, readonly string[]]>([
    ['BY-NC-ND, encoded', keep(), ['share-allowed', 'share-non-commercial', 'share-format-only']],
    ['BY-NC-ND, as it was', { ...keep(), how: 'kept' }, ['share-allowed', 'share-non-commercial']],
    ['others agree', withReasons(licensed('CC BY-SA 3.0'), agrees), ['share-allowed']],
    ['CC0', licensed('CC0 1.0'), ['share-allowed']],
    ['a licence of one country', licensed('CC BY 2.0 de'), ['share-allowed']],
    ['Free Art License', licensed('Free Art License'), ['share-allowed']],
    ['old, as others know', withReasons(keep(old), knownAsOld), ['share-by-date']],
  ])('%s', (_, file, codes) => {
    expect(judgeSharing(file, { today })).toMatchObject({
      kind: 'share',
      reasons: codes.map((code) => ({ code: `rights.${code}` })),
    })
  })

  const doubt = { at: today, reasons: [agrees] }
  test.each<readonly [string, ArchivedFile, string]>([
    ['a file of one’s own', keep({ source: 'library' }), 'rights.share-own'],
    [
      'an own file under a free licence',
      keep({ source: 'library', licence: 'CC0 1.0' }),
      'rights.share-own',
    ],
    ['a host that allows no copies', keep({ source: 'youtube' }), 'rights.share-host-forbids'],
    ['a host that nobody knows', keep({ source: 'elsewhere' }), 'rights.host-unknown'],
    [
      'a host whose word on passing on nobody has read',
      keep({ source: 'jamendo' }),
      'rights.share-host-unread',
    ],
    ['pods', keep({ source: 'funkwhale' }), 'rights.share-host-unread'],
    ['a link', licensed('All rights reserved'), 'rights.share-not-copied'],
    ['an unknown licence', licensed('ask me'), 'rights.share-not-copied'],
    ['no licence', licensed(''), 'rights.share-not-copied'],
    ['a statement without a date', licensed('public domain'), 'rights.share-not-copied'],
    ['in review', withVerdict({ action: 'review' }), 'rights.share-not-copied'],
    [
      'settled by a person',
      withVerdict({
        reasons: [reason('backup.licence-confirmed', { day: today }), ...keep().verdict.reasons],
      }),
      'rights.share-settled',
    ],
    [
      'an unknown word for it',
      withVerdict({ reasons: [...keep().verdict.reasons, 'Trust me.'] }),
      'rights.share-settled',
    ],
    ['in doubt', { ...keep(), doubt }, 'rights.share-in-doubt'],
    ['never checked', { ...keep(), checkedAt: undefined }, 'rights.share-unchecked'],
    ['checked long ago', { ...keep(), checkedAt: '2025-10-01' }, 'rights.share-unchecked'],
    ['checked tomorrow', { ...keep(), checkedAt: '2026-12-24' }, 'rights.share-unchecked'],
    ['checked at no time', { ...keep(), checkedAt: 'yes' }, 'rights.share-unchecked'],
    ['old by its uploader’s word', keep(old), 'rights.share-date-unproven'],
    ['MIT', licensed('MIT License'), 'rights.share-needs-text'],
    ['GFDL', licensed('GFDL 1.3'), 'rights.share-needs-text'],
    ['GPL', licensed('GPL 3.0'), 'rights.share-needs-source'],
    ['CC BY without a version', licensed('CC BY'), 'rights.share-no-address'],
    ['no answer', withChosen({ answer: undefined }), 'rights.share-no-evidence'],
    ['no file', withChosen({ fileUrl: undefined }), 'rights.share-no-evidence'],
    [
      'another host’s file',
      withChosen({ fileUrl: 'https://archive.org.evil.example/a' }),
      'rights.share-no-evidence',
    ],
    [
      'a path instead of an address',
      withChosen({ fileUrl: 'file:///home/a.mp3' }),
      'rights.share-no-evidence',
    ],
  ])('%s stays at home', (_, file, code) => {
    expect(judgeSharing(file, { today })).toMatchObject({ kind: 'keep', reason: { code } })
  })

  test('of all hosts, those alone whose terms were read', () => {
    const open = hosts.filter(
      ({ source }) => judgeSharing(keep({ source }), { today }).kind === 'share',
    )
    expect(open.map(({ source }) => source)).toEqual(['internet-archive'])
    for (const { source, passOn, copies, says, sites } of hosts) {
      if (passOn === undefined) continue
      expect([source, copies, says.readOn, sites?.length !== 0]).toEqual([
        source,
        'licensed',
        expect.any(String),
        true,
      ])
    }
  })
})

/** What the decision rests on: what agrees besides, and what is said of file and track, may be anything. */
const groundsOf = ({ verdict, chosen, checkedAt, doubt }: ArchivedFile) => ({
  action: verdict.action,
  licence: verdict.licence,
  reasons: verdict.reasons.map((told) => (typeof told === 'string' ? told : told.code)),
  source: chosen.source,
  addresses: [chosen.url, chosen.fileUrl, chosen.answer?.url],
  checkedAt,
  doubt,
})

const leaves = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        leaves(inner, path === '' ? name : `${path}.${name}`),
      )
    : [path]

function replaceAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return to
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === name ? replaceAt(inner, rest, to) : inner))
  const record = value as Record<string, unknown>
  return { ...record, [name]: replaceAt(record[name], rest, to) }
}

describe('an edited line of the inventory', () => {
  const line = JSON.parse(writeInventoryLine(withReasons(keep(), agrees)))
  const paths = leaves(line)
  const grounds = groundsOf(withReasons(keep(), agrees))
  const lies = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, '', 0, -1, true, [], {}, 'copy', 'review', 'link'),
    fc.constantFrom('library', 'youtube', 'wikimedia-commons', 'own-copy', 'CC0-1.0', '1926-01-01'),
    fc.constantFrom('https://evil.example/', 'CC BY 4.0', 'encoded', '../../etc/passwd'),
    fc.string(),
    fc.double(),
  )

  test('is no line, or stays at home, whatever is changed in what the decision rests on', () => {
    let judged = 0
    const check = (path: string, lie: unknown) => {
      const edited = JSON.stringify(replaceAt(line, path.split('.'), lie))
      if (edited === JSON.stringify(line)) return
      const read = readInventoryLine(edited)
      if (read.kind === 'damaged') return
      judged++
      const { kind } = judgeSharing(read.file, { today })
      if (isDeepStrictEqual(groundsOf(read.file), grounds)) return
      expect([path, lie, kind]).toEqual([path, lie, 'keep'])
    }
    for (const path of paths)
      fc.assert(
        fc.property(lies, (lie) => check(path, lie)),
        { numRuns: 40 },
      )
    expect(judged).toBeGreaterThan(100)
  })
})
