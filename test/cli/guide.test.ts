import { expect, test } from 'vitest'
import { describeGuide, describeService } from '../../src/cli/display/guide.ts'
import { REDIRECT_URI } from '../../src/model/spotify-redirect.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { guideServices, spotifyWays } from '../../src/words/guide.ts'
import { runCommand } from '../support/command-line.ts'
import { makeTempDir } from '../support/program.ts'

test('songkeep guide: three ways side by side, and where more is', async () => {
  const { code, stdout } = await runCommand(['guide'], await makeTempDir())
  expect(code).toBe(0)
  const titles = spotifyWays.map((way) => en.guide.spotify.ways[way].title.split(' ')[0] ?? '')
  expect(stdout.split('\n').some((line) => titles.every((title) => line.includes(title)))).toBe(
    true,
  )
  for (const service of guideServices) expect(stdout).toContain(`songkeep guide ${service}`)
})

test('songkeep guide spotify: what to type where, and the command that follows', async () => {
  const { code, stdout } = await runCommand(['guide', 'spotify'], await makeTempDir())
  expect(code).toBe(0)
  expect(stdout).toContain(REDIRECT_URI)
  expect(stdout).toContain('songkeep backup my_spotify_data.zip')
})

test('a service that has no card', async () => {
  const { code, stderr } = await runCommand(['guide', 'napster'], await makeTempDir())
  expect(code).toBe(2)
  expect(stderr).toContain('amazon-music')
})

test.each([
  ...guideServices.map((service) => [service, 80] as const),
  ['spotify', 60],
  ['spotify', 100],
] as const)('%s fits into %i columns, in both languages', (service, columns) => {
  for (const { guide } of [en, de]) {
    const lines = describeService(service, guide, columns)
    // What is to be copied stays whole: addresses and commands.
    const others = lines.filter((line) => !/https?:\S{40}|songkeep (?:backup|guide) /.test(line))
    expect(others.filter((line) => line.length > columns)).toEqual([])
    expect(describeGuide(guide, columns).filter((line) => line.length > columns)).toEqual([])
  }
})
