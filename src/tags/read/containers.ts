import { monkeysAudio } from '../ape/monkeys-audio.ts'
import { musepack } from '../ape/musepack.ts'
import { tak } from '../ape/tak.ts'
import { tta } from '../ape/tta.ts'
import { wavpack } from '../ape/wavpack.ts'
import { asf } from '../asf/asf.ts'
import { aiff } from '../chunks/aiff.ts'
import { caf } from '../chunks/caf.ts'
import { dsdiff } from '../chunks/dsdiff.ts'
import { dsf } from '../chunks/dsf.ts'
import { wave } from '../chunks/wave.ts'
import { matroska } from '../matroska/matroska.ts'
import { mp4 } from '../mp4/mp4-read.ts'
import { ac3 } from '../streams/ac3.ts'
import { adts } from '../streams/adts.ts'
import { mpeg } from '../streams/mpeg.ts'
import { flac } from '../xiph/flac-read.ts'
import { ogg } from '../xiph/ogg-read.ts'
import type { Container } from './container.ts'

/** The kinds of file that are read here, by a file each; the first that recognises the content reads it. */
export const containers: readonly Container[] = [
  flac,
  wave,
  aiff,
  dsf,
  dsdiff,
  caf,
  asf,
  matroska,
  ogg,
  mp4,
  musepack,
  monkeysAudio,
  wavpack,
  tta,
  tak,
  // Without a container: by two frames in a row.
  mpeg,
  adts,
  ac3,
]
