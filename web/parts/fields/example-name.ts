// What the fields of a name are called, and one track to show them by.
const example: Readonly<Record<string, string>> = {
  playlist: 'Evening Shore',
  position: '07',
  artist: 'Kobalt Blue',
  albumartist: 'Kobalt Blue',
  album: 'Tide Tables',
  title: 'Low Water',
  track: '03',
  disc: '1',
  year: '2019',
  isrc: 'DEZ501900003',
}

const usual = '{playlist}/{position} {artist} - {title}'

/** What a file would be called; undefined where the template names a field that there is not, or none at all. */
export function exampleName(template: string): string | undefined {
  const text = template.trim() === '' ? usual : template
  let isWrong = text.includes('\\') || text.split('/').some((part) => /^[. ]*$/.test(part))
  const named = text.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = example[name.toLowerCase().replace(/[\s_-]/g, '')]
    isWrong ||= value === undefined
    return value ?? ''
  })
  isWrong ||= /[{}]/.test(named) || !/\{[^{}]+\}[^/]*$/.test(text)
  return isWrong ? undefined : `${named}.mp3`
}
