export const choices = {
  format: 'Format of the files',
  formatHint: 'What lies there in this format already is copied as it sounds, never encoded again.',
  formats: {
    mp3: 'MP3: plays everywhere',
    flac: 'FLAC: without loss, where the source is',
    opus: 'Opus: small and good',
    m4a: 'AAC in M4A',
    ogg: 'Ogg Vorbis',
    keep: 'As it is: copied to the byte',
  },
  quality: 'Quality of what is encoded',
  qualityHint: 'V0 is as good as an MP3 gets for most ears; more only takes more room.',
  qualities: {
    V0: 'V0: the best, by what the sound needs',
    V2: 'V2: very good, a fifth smaller',
    '320': '320 kbit/s throughout',
    '192': '192 kbit/s throughout',
  },
  id3: 'Tags of MP3s',
  id3s: { '2.4': 'ID3v2.4', '2.3': 'ID3v2.3: for players that know no better' },
  names: 'How files are named',
  namesHint:
    'In braces: playlist, position, artist, albumartist, album, title, track, disc, year, isrc. A slash begins a folder.',
  namesExample: (name: string) => `For example: ${name}`,
  namesWrong: 'This names a field that there is not, or would give every file the same name.',
}
