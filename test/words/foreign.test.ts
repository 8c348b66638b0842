import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Reason, reason, reasonOf, textReason } from '../../src/model/reason.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { say } from '../../src/words/say.ts'

const words = 'could not read it'
const why = textReason(words)

test.each<Reason>([
  reason('playlist.zip-damaged', { input: 'a.zip', detail: words }),
  reason('playlist.xml-damaged', { detail: `3:14: ${words}` }),
  reason('catalogue.row-no-json', { message: words }),
  reason('catalogue.unreadable', { path: 'a', reason: why }),
  reason('source.file-not-audio', { why }),
  reason('source.folder-unreadable', { folder: 'a', why }),
  reason('media.damaged', { complaint: words }),
  reason('media.tag-unreadable', { detail: words }),
  reason('media.tags-damaged', { detail: words }),
  reason('media.ffmpeg-crashed', { detail: words }),
  reason('media.ffmpeg-not-started', { path: 'ffmpeg', why }),
  reason('media.format-not-written', { complaint: words }),
  reason('media.encoded-badly', { format: 'mp3', detail: words }),
  reason('network.no-answer', { host: 'archive.org', why }),
  reason('storage.disk-full', { why }),
  reason('jobs.not-opened', { path: 'a', cause: why }),
])('$code has the words of another program in English alone', (given) => {
  expect(say(given, en)).toContain(words)
  expect(say(given, de)).not.toContain(words)
})

test('what the system says is told in both languages', async () => {
  const error = await readFile(`${import.meta.dirname}/nowhere`).catch((thrown: unknown) => thrown)
  const given = reasonOf(error)
  const path = `${import.meta.dirname}/nowhere`
  expect(given).toEqual(reason('storage.system', { code: 'ENOENT', path }))
  expect(say(given, en)).toBe(`there is no such file or folder (${path})`)
  expect(say(given, de)).toBe(`die Datei oder den Ordner gibt es nicht (${path})`)
  expect(say(reason('storage.system', { code: 'EXYZ' }), de)).toBe('das System meldet EXYZ')
})
