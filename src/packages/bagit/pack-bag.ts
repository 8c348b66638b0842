import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFile } from '../../base/file.ts'
import type { PackageContents } from '../package-contents.ts'
import type { PackEvent, PackRequest } from '../packer.ts'
import { type PlacedFile, placeContents } from '../place-contents.ts'
import { type Digests, digestFile } from '../place-file.ts'
import { refuseOccupied, Staging } from '../staging.ts'
import { tellRights } from '../tell-rights.ts'
import { encodePath } from './names.ts'

const ALGORITHMS = ['sha256', 'sha512'] as const

/** Makes a bag of an archive: its files under `data/`, with manifests in SHA-256 and SHA-512 (RFC 8493). */
export async function* packBag(request: PackRequest): AsyncGenerator<PackEvent> {
  const { out, options, signal } = request
  const contents = await request.contents()
  await refuseOccupied(out)
  await using staging = await Staging.open(out)
  const payload = join(staging.dir, 'data')
  await mkdir(payload)
  const placed: PlacedFile[] = []
  yield* placeContents(contents, payload, { link: options.link, signal }, placed)
  const bytes = placed.reduce((sum, file) => sum + file.bytes, 0)
  await writeTagFiles(
    staging.dir,
    placed,
    bagInfo(contents, placed.length, bytes, request.software),
  )
  await staging.moveTo(out)
  yield { kind: 'packed', path: out, files: placed.length, bytes }
}

function bagInfo(
  contents: PackageContents,
  files: number,
  bytes: number,
  software: string,
): string {
  const { at, name } = contents
  const lines = [
    ['Bag-Software-Agent', software],
    ['Bagging-Date', at.slice(0, 10)],
    ['External-Description', `The archive ${name.replace(/\s+/g, ' ')}, kept by Songkeep`],
    ['Internal-Sender-Description', tellRights(contents.files)],
    ['Payload-Oxum', `${bytes}.${files}`],
  ]
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('')
}

async function writeTagFiles(bag: string, placed: readonly PlacedFile[], info: string) {
  const tags = new Map<string, Digests>()
  const write = async (name: string, text: string) => {
    const path = join(bag, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { flag: 'wx' })
    await syncFile(path)
    return await digestFile(path)
  }
  const add = async (name: string, text: string) => void tags.set(name, await write(name, text))
  await add('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  await add('bag-info.txt', info)
  const payload = placed.map((file) => [`data/${file.path}`, file] as const)
  for (const algorithm of ALGORITHMS)
    await add(`manifest-${algorithm}.txt`, writeManifest(payload, algorithm))
  const tagged = [...tags]
  for (const algorithm of ALGORITHMS)
    await write(`tagmanifest-${algorithm}.txt`, writeManifest(tagged, algorithm))
}

const writeManifest = (
  files: readonly (readonly [path: string, digests: Digests])[],
  algorithm: (typeof ALGORITHMS)[number],
) => files.map(([path, digests]) => `${digests[algorithm]}  ${encodePath(path)}\n`).join('')
