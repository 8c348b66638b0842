import { copyFile, writeFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { AudioError } from '../../../src/media/audio-error.ts'
import { openMedia } from '../../../src/media/media.ts'
import type { AudioFormat } from '../../../src/model/media.ts'
import { readWithMutagen } from '../../support/python/mutagen.ts'
import {
  describeTagPrograms,
  readWithFfprobe,
  readWithKid3,
  writeWithKid3,
} from '../../support/python/tag-programs.ts'
import { sizeOf } from '../../support/size.ts'
import { never, openStudio, requestFor } from '../studio.ts'
import { carriers, fields } from './field-carriers.ts'

const targets: readonly AudioFormat[] = ['mp3', 'flac', 'opus', 'ogg', 'm4a']

/** Whether one of these values is this text, or has it as one half of `3/12`. */
const has = (values: readonly string[], text: string) =>
  values.some((value) => value === text || value.split(/[/;\n]/).includes(text))

const missing = (values: readonly string[]) =>
  Object.entries(fields).flatMap(([name, text]) =>
    text.split('/').every((half) => has(values, half)) ? [] : [name],
  )

/** For each container a row: the fields that it carries, and of them those that two readers find in each format. */
describeTagPrograms('all fields of a container in each format', () => {
  const studio = openStudio('ffmpeg')
  const rows: string[] = []
  afterAll(() => {
    const head = ['container', 'fields in', ...targets, 'not carried, and said']
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    console.log([line(head), line(head.map(() => '---')), ...rows].join('\n'))
  })

  const all = Object.entries(carriers).map(([name, made], at) => [name, made, at] as const)
  test.each(all)('%s', async (container, { ending, make }, at) => {
    const source = studio.path(`source.${ending}`)
    await make(studio, source, { writeWithKid3, writeFile, copyFile })
    const found = [await readWithFfprobe(source).catch(() => []), await readWithKid3(source)].flat()
    const absent = new Set(missing(found))
    const carried = Object.keys(fields).filter((name) => !absent.has(name))
    expect(carried.length).toBeGreaterThan(3)
    const cells: string[] = []
    const said = new Set<string>()
    for (const [place, format] of targets.entries()) {
      // Of the formats each third, for each container others.
      if ((place + at) % sizeOf(3, 1) !== 0) {
        cells.push('')
        continue
      }
      const workDir = studio.path(`work ${container} ${format}`)
      await using media = await openMedia({ ffmpeg: 'ffmpeg', width: 1, workDir })
      const request = requestFor(source, { options: { format, quality: 'V2' } })
      // Whether all sound is kept is asked elsewhere; here it is said.
      const made = await media.make(request, never).catch((error) => {
        if (error instanceof AudioError) return error
        throw error
      })
      if (made instanceof AudioError) {
        cells.push(made.reason?.code ?? 'refused')
        continue
      }
      const { [made.path]: answer } = await readWithMutagen([made.path])
      const byMutagen = missing(Object.values(answer?.tags ?? {}).flat())
      const byFfprobe = missing(await readWithFfprobe(made.path))
      const out = (lost: readonly string[]) => carried.filter((name) => !lost.includes(name)).length
      cells.push(`${out(byMutagen)}, ${out(byFfprobe)}`)
      const lost = carried.filter((name) => byMutagen.includes(name) && byFfprobe.includes(name))
      const notes = JSON.stringify(made.notes)
      for (const name of lost) said.add(name)
      expect(
        lost.filter((name) => !notes.includes(name)),
        `${format}: ${notes}`,
      ).toEqual([])
    }
    rows.push(`| ${[container, carried.length, ...cells, [...said].join(', ')].join(' | ')} |`)
  })
})
