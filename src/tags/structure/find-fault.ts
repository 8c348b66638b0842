import { UserError } from '../../words/user-error.ts'
import type { Container } from '../write/file-tags.ts'
import { findFlacFault } from './flac.ts'
import { findM4aFault } from './m4a.ts'
import { findMp3Fault } from './mp3.ts'
import { findOggFault } from './ogg.ts'

/** What is wrong with how a file is built, in words for developers; nothing where there is no fault. */
export type FindFault = (path: string) => Promise<string | undefined>

const finders: Readonly<Record<Container, FindFault>> = {
  mp3: findMp3Fault,
  flac: findFlacFault,
  ogg: findOggFault,
  m4a: findM4aFault,
}

/**
 * Whether readers of this container will find its audio and its tags: sizes that fit into each other, offsets that lead
 * into the audio, checksums of pages. No audio is decoded. Throws what the system says of a file that cannot be read.
 */
export async function findStructureFault(
  path: string,
  container: Container,
): Promise<string | undefined> {
  return await finders[container](path).catch((error: unknown) => {
    if (error instanceof UserError) return error.message
    throw error
  })
}
