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

/** What stands in brackets in a tag and no service would print. */
const serviceTitle = (title: string) => title.replace(/ \([^)]*\)$/, '')

/** Exportify's columns, as far as a service gives them. */
export function writeCsv(
  files: readonly NamedFile[],
  durations?: ReadonlyMap<string, number>,
): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = files.map((file, index) => {
    const habit = habits[index % habits.length] ?? ((title: string) => title)
    const cells = [habit(serviceTitle(file.title)), file.artist]
    const duration = durations?.get(file.path)
    return [...cells.map(quote), ...(durations ? [String(Math.round(duration ?? 0))] : [])].join(
      ',',
    )
  })
  const header = ['Track Name', 'Artist Name(s)', ...(durations ? ['Track Duration (ms)'] : [])]
  return `${[header.map(quote).join(','), ...rows].join('\n')}\n`
}
