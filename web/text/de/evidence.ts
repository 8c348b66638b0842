import { common as words } from '../../../src/words/de/common.ts'
import type { evidence as English } from '../en/evidence.ts'
import { evidenceFrom } from '../evidence.ts'
import { format } from './format.ts'

const { bytes, count, decimal, duration, signed, time } = format

export const evidence: typeof English = {
  ...evidenceFrom(words),
  waterfall: 'Was für diese Aufnahme spricht und was dagegen.',
  answeredAt: (at) => `vom ${time(at)}`,
  more: (number) => `Und ${count(number)} weitere`,
  fewer: 'Weniger zeigen',
  making: {
    encoded: (quality) =>
      quality === undefined ? 'umgewandelt' : `umgewandelt, Qualität ${quality}`,
    copied: () => 'Ton unverändert kopiert, neue Tags',
    kept: () => 'genaue Kopie der Datei',
  },
  size: (ms, size) => `${duration(ms)}, ${bytes(size)}`,
  fingerprint: 'Fingerabdruck',
  fingerprintOf: (algorithm) => `${algorithm}, gekürzt`,
  loudness: 'Lautheit',
  loudnessOf: (lufs, gain, peak) =>
    `${signed(lufs, 1)} LUFS, Anpassung ${signed(gain, 1)} dB, Spitze ${decimal(peak, 3)}`,
  listen: (title) => `${title} anhören`,
  coverOf: (name) => `Cover von ${name}`,
  watch: (title) => `Hier ansehen: ${title}`,
  contactsYoutube: 'Der Player kommt von YouTube: Ein Klick stellt eine Verbindung zu YouTube her.',
  source: 'Gefunden bei',
}
