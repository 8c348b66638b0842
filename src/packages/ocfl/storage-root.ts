import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '../../base/file.ts'
import { DEFAULT_CONFIG, LAYOUT } from './layout.ts'

/** Writes what makes a folder a storage root (4.1, 4.2), with its layout. */
export async function writeStorageRoot(dir: string): Promise<void> {
  const config = join(dir, 'extensions', LAYOUT)
  await mkdir(config, { recursive: true })
  const description =
    'Each object lies under the SHA-256 of its id: three folders of three hexadecimal digits each, then the whole digest.'
  await write(join(dir, '0=ocfl_1.1'), 'ocfl_1.1\n')
  await write(join(dir, 'ocfl_layout.json'), toJson({ extension: LAYOUT, description }))
  await write(join(config, 'config.json'), toJson({ extensionName: LAYOUT, ...DEFAULT_CONFIG }))
}

/** Whether a folder is there that declares itself a storage root. */
export async function isStorageRoot(dir: string): Promise<boolean> {
  const names = await readdir(dir).catch((): string[] => [])
  return names.includes('0=ocfl_1.1')
}

/** Writes a new file, durably. */
export async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' })
  await syncFile(path)
}

const toJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`
