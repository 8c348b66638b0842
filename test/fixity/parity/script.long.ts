import { rm, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { describePython } from '../../support/python/python.ts'
import { Folder, noise } from './support/archive.ts'
import { fault, size, strike } from './support/faults.ts'
import { readParity } from './support/oracle.ts'
import { runScript } from './support/script.ts'

describePython('the script beside the parity', () => {
  test('restores byte for byte what we do, and names the same bytes as lost', async () => {
    const input = fc.record({
      sizes: fc.array(size, { minLength: 1, maxLength: 12 }),
      faults: fc.array(fault, { minLength: 1, maxLength: 4 }),
      percent: fc.constantFrom(5, 10, 35),
    })
    const check = async ({ sizes, faults, percent }: InputOf<typeof input>) => {
      const names = sizes.map(
        (length, at) => [`Größe/${at} '"&.mp3`, noise(length, at + 1)] as const,
      )
      await using folder = await Folder.make(Object.fromEntries(names))
      await updateParity(folder.root, folder.files, { percent })
      await writeManifest(folder)
      for (const each of faults) await strike(folder, each)
      for (const file of folder.files.slice(0, 2)) await expectSame(folder, file.path)
    }
    await fc.assert(fc.asyncProperty(input, check), { numRuns: 10 })
  })

  test('a file that is whole is told so, even where both heads of its parity are gone', async () => {
    await using folder = await Folder.make({ 'a/1.mp3': noise(3000, 1) })
    await updateParity(folder.root, folder.files)
    await writeManifest(folder)
    const [name] = [...(await readParity(folder)).keys()]
    await folder.damage(`parity/${name}`, (bytes) => bytes.fill(0))
    expect(runScript(folder, 'a/1.mp3')).toMatchObject({ status: 0 })
    await folder.damage('a/1.mp3', (bytes) => bytes.fill(0, 5, 6))
    const { status, stdout } = runScript(folder, 'a/1.mp3')
    expect(status).toBe(1)
    expect(stdout).toContain('No parity of a/1.mp3 can be read.')
  })

  test('checks all, and tells each kind of damage', async () => {
    await using folder = await Folder.make({
      'a/1.mp3': noise(30_000, 1),
      'a/2.mp3': noise(50_000, 2),
      'a/3.mp3': noise(0, 3),
    })
    await updateParity(folder.root, folder.files)
    expect(runScript(folder, '--check')).toMatchObject({ status: 0 })
    await folder.damage('a/1.mp3', (bytes) => bytes.fill(0, 5, 6))
    await folder.damage('a/3.mp3', () => undefined)
    const [name] = [...(await readParity(folder)).keys()]
    await folder.damage(`parity/${name}`, (bytes) => bytes.subarray(0, bytes.length - 10))
    const { status, stdout } = runScript(folder, '--check')
    expect(status).toBe(1)
    expect(stdout).toContain('DAMAGED  a/1.mp3')
    expect(stdout).toContain('MISSING  a/3.mp3')
    expect(stdout).toContain(`DAMAGED  parity/${name}`)
    expect(stdout).not.toContain('a/2.mp3')
  })

  test('with --write it puts the file in its place and keeps what was there', async () => {
    await using folder = await Folder.make({
      'a/1.mp3': noise(300_000, 1),
      'a/2.mp3': noise(99, 2),
    })
    await updateParity(folder.root, folder.files)
    const damaged = (bytes: Uint8Array) => bytes.fill(7, 1000, 2000)
    await folder.damage('a/1.mp3', damaged)
    expect(runScript(folder, '--write', 'a/1.mp3')).toMatchObject({ status: 0 })
    const whole = folder.contents.get('a/1.mp3')!
    expect(await folder.read('a/1.mp3')).toEqual(Buffer.from(whole))
    expect(await folder.read('a/1.mp3.damaged')).toEqual(Buffer.from(damaged(whole.slice())))
    expect(runScript(folder, 'a/1.mp3').stdout).toContain('is whole')
  })

  test('goes by the manifest where older parity is there too', async () => {
    await using folder = await Folder.make({
      'a/1.mp3': noise(20_000, 1),
      'a/2.mp3': noise(20_000, 2),
    })
    await updateParity(folder.root, folder.files)
    const older = await readParity(folder)
    await folder.write('a/1.mp3', noise(20_000, 3))
    await updateParity(folder.root, folder.files)
    for (const [name, bytes] of older) await writeFile(folder.place(`parity/${name}`), bytes)
    await writeManifest(folder)
    await folder.damage('a/1.mp3', (bytes) => bytes.fill(0, 9, 10))
    expect(runScript(folder, '--write', 'a/1.mp3')).toMatchObject({ status: 0 })
    expect(await folder.read('a/1.mp3')).toEqual(Buffer.from(folder.contents.get('a/1.mp3')!))
  })

  test.each([[['../secret']], [['/etc/passwd']], [[]], [['--other']], [['a', 'b']]])(
    '%j is refused',
    async (words) => {
      await using folder = await Folder.make({ 'a/1.mp3': noise(2000, 1) })
      await updateParity(folder.root, folder.files)
      expect(runScript(folder, ...words)).toMatchObject({ status: 2 })
    },
  )
})

/** As it lies in every archive. */
async function writeManifest(folder: Folder) {
  const lines = folder.files.map(({ sha256, path }) => `${sha256}  ${path}\n`)
  await writeFile(folder.place('manifest-sha256.txt'), lines.join(''))
}

type InputOf<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never

async function expectSame(folder: Folder, path: string) {
  const temporary = folder.place('ours')
  const ours = await repairFile(folder.root, folder.file(path), { temporary })
  const theirs = runScript(folder, path)
  expect(theirs.status).toBe(ours.kind === 'whole' || ours.kind === 'restored' ? 0 : 1)
  expect(await folder.read(`${path}.restored`)).toEqual(await folder.read('ours'))
  if (ours.kind === 'beyond')
    for (const { start, end } of ours.lost)
      expect(theirs.stdout).toContain(`\n  ${start} to ${end - 1}\n`)
  await rm(temporary, { force: true })
  await rm(folder.place(`${path}.restored`), { force: true })
}
