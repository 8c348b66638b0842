import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../../support/command-line.ts'
import { makeTempDir } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'
import { listEnglish } from '../../support/words/english.ts'

test('no command says one of our English phrases where German is read', async () => {
  const dir = await makeTempDir()
  const [music, list, keep] = ['Musik', 'Abend.txt', 'Archiv'].map((name) => join(dir, name))
  if (!music || !list || !keep) throw new Error('no such place')
  await mkdir(music)
  await writeFile(join(music, 'Die Tester - Ahorn.wav'), makeWav(1, 1))
  await writeFile(join(music, 'Die Tester - Birke (Live).wav'), makeWav(1, 2))
  await writeFile(join(music, 'kaputt.mp3'), 'kein Ton')
  await writeFile(list, 'Die Tester - Ahorn\nDie Tester - Birke\n\nhttps://example.org/x\n')
  const said: string[] = []
  const run = async (...args: readonly string[]) => {
    const { stdout, stderr } = await runCommand([...args, '--lang', 'de'], join(dir, 'cache'))
    for (const phrase of listEnglish(`${stdout}\n${stderr}`))
      said.push(`${args[0] ?? ''}: ${phrase}`)
  }
  await run('backup', list, '-l', music, '-i', keep, '-v', '--dry-run')
  await run('backup', list, '-l', music, '-i', keep, '-v', '--prune')
  await writeFile(list, 'Die Tester - Birke\n')
  await run('backup', list, '-l', music, '-i', keep, '-v', '--prune')
  await run('backup', join(dir, 'nirgends.csv'), '-l', music, '-i', keep)
  await run('backup', 'https://open.spotify.com/album/0000000000000000000001', '-i', keep)
  for (const command of ['verify', 'history']) await run(command, keep)
  for (const command of ['verify', 'history', 'jobs', 'doctor', 'playlists']) await run(command)
  await run('export', keep, '--as', 'csv', '--out', join(dir, 'aus'))
  await run('duplicates', '--audio', music)
  await run('catalogue', 'build', list, '--out', join(dir, 'Katalog'))
  const namen = join(dir, 'namen.csv')
  await writeFile(namen, 'artist,aliases\nDie Tester,Testerei\n,Niemand\n')
  await run('catalogue', 'build', '--artists', namen, '--out', join(dir, 'Katalog'))
  await run('catalogue', 'info', join(dir, 'Katalog'))
  expect(said).toEqual([])

  const report = await readFile(join(keep, 'Abend/report.html'), 'utf8')
  expect(report).toContain('<html lang=de>')
  expect(listEnglish(report.replace(/<(style|script)>.*?<\/\1>/gs, ''))).toEqual([])
})
