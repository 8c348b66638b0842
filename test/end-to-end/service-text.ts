import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFile } from 'music-metadata'

/** A file of the library, and the texts by which a service might name it. */
export interface NamedFile {
  readonly path: string
  readonly title: string
  readonly artist: string
  readonly album: string
}

export async function readLibrary(folder: string): Promise<readonly NamedFile[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.filter((name) => name.endsWith('.ogg')).sort()
  return Promise.all(
    paths.map(async (name) => {
      const { common } = await parseFile(join(folder, name))
      const [artist = ''] = common.artists ?? []
      return {
        path: join(folder, name),
        title: common.title ?? '',
        artist,
        album: common.album ?? '',
      }
    }),
  )
}

/** How a streaming service writes the same titles: endings, case and punctuation of its own. */
const habits: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => `${title} - Remastered`,
  (title) => title.toUpperCase(),
  (title) => `${title} - 2012 Remaster`,
  (title) => title.toLowerCase().replaceAll(' ', '  '),
  (title) => `${title.replaceAll('-', ' ')}!`,
  (title) => `${title} (Remastered 2012)`,
  (title) => `“${title}”`,
]

/** Exportify's columns, as far as a service gives them; lengths in milliseconds by path. */
export function writeCsv(
  files: readonly NamedFile[],
  lengths?: ReadonlyMap<string, number>,
): string {
  const rows = files.map(({ path, title, artist }, index) => {
    const habit = habits[index % habits.length] ?? ((text: string) => text)
    const uri = `spotify:track:${String(index).padStart(22, '0')}`
    const length = lengths && [String(Math.round(lengths.get(path) ?? 0))]
    return [uri, habit(title), artist, ...(length ?? [])]
  })
  const length = lengths && ['Track Duration (ms)']
  const header = ['Track URI', 'Track Name', 'Artist Name(s)', ...(length ?? [])]
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [header, ...rows].map((cells) => `${cells.map(quote).join(',')}\n`).join('')
}
