import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { NAME_PARTS, type NamePart } from '../../format/layout.ts'
import type { NamesSummary } from '../../format/manifest.ts'
import type { ArtistsInput } from '../../read/artists/artist.ts'
import { measureParts } from '../measure-parts.ts'
import type { BuildOptions, SkippedExample } from '../options.ts'
import { makeWorkFolder, removeWorkFolder } from '../owned.ts'
import { PostingWriter } from '../postings.ts'
import { PARTITIONS, Scatter } from '../scatter.ts'
import { SegmentWriter } from '../segment-writer.ts'
import { sum } from '../sum.ts'
import { chooseHolders } from './choose-holders.ts'
import { NameGatherer } from './gather-names.ts'
import { ArtistNameWriter } from './write-artist-names.ts'

/** The folder in which a list of names grows. */
const WORK_FOLDER = '.naming'
/** Memory for rows that wait to be written out, in bytes. */
const ROW_MEMORY = 48 * 2 ** 20

export interface NamesReport {
  readonly names: NamesSummary
  readonly skipped: readonly SkippedExample[]
}

/**
 * Reads lists of artists, and writes who is known by which names, in bounded memory: a matter of minutes, so a
 * stopped one begins anew. Throws UserError when a list cannot be read at all, or names nobody.
 */
export async function buildNames(
  inputs: readonly ArtistsInput[],
  options: Pick<BuildOptions, 'out' | 'onProgress' | 'signal'>,
): Promise<NamesReport> {
  const work = join(options.out, WORK_FOLDER)
  const build = randomBytes(16).toString('hex')
  const segments = join(work, build)
  const startedAt = performance.now()
  makeWorkFolder(work)
  mkdirSync(segments)
  const writers = new Map<NamePart, SegmentWriter>()
  try {
    const rows = new Scatter(work, 'rows', ROW_MEMORY)
    const gatherer = await readLists(inputs, rows, options)
    for (const part of Object.keys(NAME_PARTS) as NamePart[])
      writers.set(part, new SegmentWriter(segments, part, build))
    const holders = new Scatter(work, 'holders', ROW_MEMORY)
    const written = await writeNames(rows, holders, writers, options.signal)
    for (const writer of writers.values()) writer.close()
    const names: NamesSummary = {
      build,
      artists: written.artists,
      aliases: written.names - written.artists,
      bytes: measureParts(segments, Object.keys(NAME_PARTS) as NamePart[]),
      inputs: gatherer.inputs,
      builtAt: new Date().toISOString(),
      buildSeconds: Math.round((performance.now() - startedAt) / 100) / 10,
    }
    renameSync(segments, join(options.out, build))
    return { names, skipped: gatherer.examples }
  } finally {
    for (const writer of writers.values()) writer.abandon()
    removeWorkFolder(work)
  }
}

async function readLists(
  inputs: readonly ArtistsInput[],
  rows: Scatter,
  {
    onProgress,
    signal = new AbortController().signal,
  }: Pick<BuildOptions, 'onProgress' | 'signal'>,
): Promise<NameGatherer> {
  const gatherer = new NameGatherer(rows)
  const sizes = inputs.map(({ bytes }) => bytes)
  const total = sizes.includes(undefined) ? undefined : sum(sizes)
  for (const [at, input] of inputs.entries()) {
    const before = sum(sizes.slice(0, at))
    await gatherer.read(
      input,
      (artists, bytesRead) =>
        onProgress?.({ step: 'artists', done: before + bytesRead, total, tracks: artists }),
      signal,
    )
    if (gatherer.inputs.at(-1)?.artists !== 0) continue
    const [example] = gatherer.examples
    throw new UserError(
      reason('catalogue.no-artists', { input: input.name }),
      example && reason('catalogue.row-left-out', { ...example }),
    )
  }
  return gatherer
}

async function writeNames(
  rows: Scatter,
  holders: Scatter,
  writers: ReadonlyMap<NamePart, SegmentWriter>,
  signal?: AbortSignal,
): Promise<ArtistNameWriter> {
  const writerOf = (part: NamePart): SegmentWriter => {
    const writer = writers.get(part)
    if (!writer) throw new RangeError(`No part ${part}`)
    return writer
  }
  const artists = new ArtistNameWriter(writerOf('artist-names'), holders)
  for (let partition = 0; partition < PARTITIONS; partition++) {
    artists.writePartition(rows.take(partition))
    await setImmediate()
    signal?.throwIfAborted()
  }
  rows.remove()
  const postings = new PostingWriter(
    writerOf('names'),
    writerOf('name-buckets'),
    artists.names,
    'link',
  )
  for (let partition = 0; partition < PARTITIONS; partition++) {
    postings.writePartition(chooseHolders(holders.take(partition)))
    await setImmediate()
    signal?.throwIfAborted()
  }
  postings.close()
  return artists
}
