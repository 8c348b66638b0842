import type { choices as English } from '../en/choices.ts'

export const choices: typeof English = {
  format: 'Format der Dateien',
  formatHint:
    'Was in diesem Format schon da ist, wird kopiert, wie es klingt, und nie neu umgewandelt.',
  formats: {
    mp3: 'MP3: spielt überall',
    flac: 'FLAC: ohne Verlust, wo die Quelle es ist',
    opus: 'Opus: klein und gut',
    m4a: 'AAC in M4A',
    ogg: 'Ogg Vorbis',
    keep: 'Wie es ist: aufs Byte kopiert',
  },
  quality: 'Qualität des Umgewandelten',
  qualityHint:
    'V0 ist für die meisten Ohren so gut, wie ein MP3 sein kann; mehr braucht nur mehr Platz.',
  qualities: {
    V0: 'V0: am besten, je nachdem, was der Klang braucht',
    V2: 'V2: sehr gut, ein Fünftel kleiner',
    '320': 'durchweg 320 kbit/s',
    '192': 'durchweg 192 kbit/s',
  },
  id3: 'Beschriftung der MP3s',
  id3s: { '2.4': 'ID3v2.4', '2.3': 'ID3v2.3: für Geräte, die nichts Besseres kennen' },
  names: 'Wie Dateien heißen',
  namesHint:
    'In Klammern: playlist, position, artist, albumartist, album, title, track, disc, year, isrc. Ein Schrägstrich beginnt einen Ordner.',
  namesExample: (name) => `Zum Beispiel: ${name}`,
  namesWrong: 'Das nennt ein Feld, das es nicht gibt, oder alle Dateien hießen gleich.',
}
