import { expect, test } from 'vitest'
import { chooseFile } from '../../src/media/choose-file.ts'
import type { AudioFormat } from '../../src/model/media.ts'
import type { RemoteFile, RemoteFormat } from '../../src/model/recording.ts'

/** `flac*` is what was put there, `mp3` what the host made of it. */
function file(text: string): RemoteFile {
  const format = text.replace('*', '') as RemoteFormat
  return { url: `https://good.example/${text}`, format, original: text.endsWith('*') }
}

test.each<[AudioFormat, string, string, string]>([
  ['mp3', 'mp3*', 'mp3*', 'an original as it is'],
  ['mp3', 'flac* mp3', 'mp3', 'made of a lossless one: encoded once, by the host'],
  ['mp3', 'flac* ogg', 'flac*', 'to be encoded, once'],
  ['mp3', 'ogg* mp3', 'ogg*', 'better than what was made of it: the MP3 has lost twice'],
  ['mp3', 'mp3 ogg', 'mp3', 'where no original is to be had'],
  ['mp3', 'wav* mp3* ogg', 'mp3*', 'two originals: the one that is MP3 already'],
  ['mp3', 'm4a*', 'm4a*', 'the only one'],
  ['keep', 'flac* mp3', 'flac*', 'the best there is'],
  ['keep', 'mp3* ogg', 'mp3*', 'what was put there'],
  ['keep', 'mp3* flac*', 'flac*', 'the lossless one of two originals'],
  ['keep', 'ogg mp3', 'ogg', 'the first where nothing else decides'],
])('%s asked of %s: %s, %s', (format, files, wanted, _why) => {
  const [first, ...rest] = files.split(' ').map(file)
  if (!first) throw new Error('a case without files')
  expect(chooseFile([first, ...rest], { format })).toEqual(file(wanted))
})
