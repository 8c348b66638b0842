import type { choices as English } from '../en/choices.ts'

export const choices: typeof English = {
  format: 'Format der Dateien',
  formatHint:
    'Was schon in diesem Format vorliegt, wird mit unverändertem Ton kopiert, nie neu umgewandelt.',
  formats: {
    mp3: 'MP3: läuft überall',
    flac: 'FLAC: verlustfrei, wenn die Quelle es ist',
    opus: 'Opus: klein und gut',
    m4a: 'M4A (AAC): läuft auf Apple-Geräten und den meisten anderen',
    ogg: 'Ogg Vorbis',
    keep: 'Wie es ist: genaue Kopie der Datei',
  },
  quality: 'Qualität beim Umwandeln',
  qualityHint: 'Besser als V0 klingt MP3 für die meisten Ohren nicht; mehr braucht nur mehr Platz.',
  qualities: {
    V0: 'V0: am besten, so viele Bits, wie der Klang braucht',
    V2: 'V2: sehr gut, etwa ein Fünftel kleiner',
    '320': 'durchweg 320 kbit/s',
    '192': 'durchweg 192 kbit/s',
  },
  id3: 'Tags der MP3s',
  id3s: { '2.4': 'ID3v2.4', '2.3': 'ID3v2.3: für ältere Geräte' },
  names: 'Wie Dateien heißen',
  namesHint:
    'In geschweiften Klammern: playlist, position, artist, albumartist, album, title, track, disc, year, isrc. Ein Schrägstrich beginnt einen Ordner.',
  namesExample: (name) => `Zum Beispiel: ${name}`,
  namesWrong: 'Dieses Feld gibt es nicht, oder alle Dateien würden gleich heißen.',
}
