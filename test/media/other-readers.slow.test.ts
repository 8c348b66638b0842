import { expect, test } from 'vitest'
import { runCommand } from '../../src/base/process/command.ts'
import { openMedia } from '../../src/media/media.ts'
import { makeWav, never, openStudio, requestFor } from './studio.ts'

/** Programs of other people, from Debian, that look for what is wrong with an MP3. */
const checkers = { mp3val: /WARNING|ERROR/i, mediainfo: /warning|error|IsTruncated|conformance/i }

const studio = openStudio()
for (const [name, complaint] of Object.entries(checkers)) {
  const present = await runCommand(name, ['--version']).catch(() => undefined)
  if (!present) console.warn(`SKIPPED, no ${name} on PATH: what it says of our MP3s`)
  test.skipIf(!present).each(['V0', '320'] as const)(
    `${name} finds nothing wrong, %s`,
    async (quality) => {
      const input = await studio.record(`${name}${quality}.wav`, makeWav({ seconds: 4 }))
      await using media = await openMedia({ ffmpeg: 'wasm', width: 1, workDir: studio.path(name) })
      const options = { format: 'mp3', quality } as const
      const { path } = await media.make(requestFor(input, { options }), never)
      const { code, stdout, stderr } = await runCommand(name, [path])
      expect(code).toBe(0)
      expect(`${stdout}${stderr}`.replaceAll(path, '')).not.toMatch(complaint)
      expect(stdout).toMatch(/MPEG/)
    },
  )
}
