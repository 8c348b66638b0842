export const choices = {
  format: 'Format of the files',
  formatHint:
    'A file that already has this format is copied with its sound unchanged, never encoded again.',
  formats: {
    mp3: 'MP3: plays everywhere',
    flac: 'FLAC: lossless, if the source is',
    opus: 'Opus: small and good',
    m4a: 'M4A (AAC): plays on Apple devices and most others',
    ogg: 'Ogg Vorbis',
    keep: 'As it is: an exact copy of the file',
  },
  quality: 'Quality when encoding',
  qualityHint: 'For most ears V0 is as good as an MP3 gets; more only takes more space.',
  qualities: {
    V0: 'V0: best, as many bits as the sound needs',
    V2: 'V2: very good, about a fifth smaller',
    '320': '320 kbit/s throughout',
    '192': '192 kbit/s throughout',
  },
  id3: 'Tags of MP3s',
  id3s: { '2.4': 'ID3v2.4', '2.3': 'ID3v2.3: for older players' },
  names: 'How files are named',
  namesHint:
    'In braces: playlist, position, artist, albumartist, album, title, track, disc, year, isrc. A slash starts a folder.',
  namesExample: (name: string) => `For example: ${name}`,
  namesWrong: 'There is no such field, or every file would get the same name.',
}
