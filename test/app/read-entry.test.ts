import { expect, test } from 'vitest'
import { readEntry, readOutcome } from '../../src/app/jobs/read-entry.ts'
import { reason, textReason } from '../../src/model/reason.ts'

const row = {
  kind: 'row',
  key: '0.1',
  list: 0,
  position: 1,
  state: 'failed',
  title: 'Amber',
  artists: [],
}

test('entries that were stored with sentences have reasons', () => {
  expect(readEntry({ ...row, reason: 'It broke.' })).toEqual({
    ...row,
    reason: textReason('It broke.'),
  })
  expect(readEntry(row)).toEqual(row)
  expect(readEntry({ kind: 'remark', key: 'verify', text: 'One.', lines: ['Two.'] })).toEqual({
    kind: 'remark',
    key: 'verify',
    text: textReason('One.'),
    lines: [textReason('Two.')],
  })
  const list = { kind: 'list', key: 'list.0', list: 0, notes: ['A note.'] }
  const report = { summary: 'All kept.', unavailable: [{ source: 'Jamendo', reason: 'Busy.' }] }
  expect(readEntry({ ...list, report })).toMatchObject({
    notes: [textReason('A note.')],
    report: {
      summary: textReason('All kept.'),
      unavailable: [{ source: 'Jamendo', reason: textReason('Busy.') }],
    },
  })
})

test('entries that were stored with reasons stay as they are', () => {
  const entry = { ...row, reason: reason('app.no-job') }
  expect(readEntry(entry)).toEqual(entry)
})

test('an outcome has reasons wherever it had sentences', () => {
  const stored = {
    kind: 'refused',
    verdict: { reasons: ['All rights reserved.', reason('app.no-job')], host: { reason: 'No.' } },
    match: { notes: ['Live.'], evidence: [{ level: 'one edit', left: 'exact' }] },
  }
  expect(readOutcome(stored)).toEqual({
    kind: 'refused',
    verdict: {
      reasons: [textReason('All rights reserved.'), reason('app.no-job')],
      host: { reason: textReason('No.') },
    },
    match: {
      notes: [textReason('Live.')],
      evidence: [{ level: reason('match.one-edit'), left: 'exact' }],
    },
  })
  expect(readOutcome(undefined)).toBeUndefined()
})
