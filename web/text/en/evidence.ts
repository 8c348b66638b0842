import { common as words } from '../../../src/words/en/common.ts'
import { evidenceFrom } from '../evidence.ts'
import { format } from './format.ts'

const { bytes, count, decimal, duration, signed, time } = format

export const evidence = {
  ...evidenceFrom(words),
  waterfall: 'What speaks for this recording, and what speaks against it.',
  answeredAt: (at: string) => `of ${time(at)}`,
  more: (number: number) => `And ${count(number)} more`,
  fewer: 'Show fewer',
  making: {
    encoded: (quality?: string) =>
      quality === undefined ? 'encoded' : `encoded, quality ${quality}`,
    copied: () => 'sound copied unchanged, new tags',
    kept: () => 'exact copy of the file',
  },
  size: (ms: number, size: number) => `${duration(ms)}, ${bytes(size)}`,
  fingerprint: 'Fingerprint',
  fingerprintOf: (algorithm: string) => `${algorithm}, shortened`,
  loudness: 'Loudness',
  loudnessOf: (lufs: number, gain: number, peak: number) =>
    `${signed(lufs, 1)} LUFS, gain ${signed(gain, 1)} dB, peak ${decimal(peak, 3)}`,
  listen: (title: string) => `Listen to ${title}`,
  coverOf: (name: string) => `Cover of ${name}`,
  watch: (title: string) => `Watch here: ${title}`,
  contactsYoutube: 'The player comes from YouTube: pressing this connects to YouTube.',
  source: 'Found at',
}
