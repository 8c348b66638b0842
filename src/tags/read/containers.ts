import { asf } from '../asf/asf.ts'
import { aiff } from '../chunks/aiff.ts'
import { caf } from '../chunks/caf.ts'
import { dsdiff } from '../chunks/dsdiff.ts'
import { dsf } from '../chunks/dsf.ts'
import { wave } from '../chunks/wave.ts'
import { matroska } from '../matroska/matroska.ts'
import { mp4 } from '../mp4/mp4-read.ts'
import { ogg } from '../xiph/ogg-read.ts'
import type { Container } from './container.ts'

/** The kinds of file that are read here, by a file each; the first that recognises the content reads it. */
export const containers: readonly Container[] = [
  wave,
  aiff,
  dsf,
  dsdiff,
  caf,
  asf,
  matroska,
  ogg,
  mp4,
]
