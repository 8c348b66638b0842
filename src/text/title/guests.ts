import { foldText } from '../fold.ts'
import { readVersions } from '../versions/versions.ts'

/** What stands behind `feat.`: guests, and perhaps a version. */
export interface Guests {
  /** As written. */
  readonly guests: string
  /** As written; empty where only guests are named. */
  readonly version: string
}

const SEPARATOR = /\s*[,;/|]\s*|\s+[-–—]\s+|\s*&\s*|\s+and\s+/gi

/** Words that end a version's name and hardly ever a person's: all before them is whose it is. */
const SOMEBODYS = /^(.+?)\s+(?:re-?mix+|rmx|edit|version|bootleg|re-?work|mashup)\W*$/i
/** The same, but names end in them too: `Little Mix`, `Khadafi Dub`, `DPR Live`. */
const PERHAPS = /^\S+\s+\S.*\s(?:mix|dub|live)\W*$/i
/** One word that says by itself of which kind a version is, and live takes at a place. */
const ALONE =
  /^(.+?)\s+(live\s+(?:at|in|from|on)\s.*|acoustic|instrumental|karaoke|unplugged|acapella|demo|remaster(?:ed)?)\W*$/i

/** Parts guests from a version behind them: `Lil Wayne Remix`, `Ann Lee - Live`, `Usher & Mistress, Rmx`. */
export function splitGuests(text: string): Guests {
  const separator = [...text.matchAll(SEPARATOR)].at(-1)
  const start = separator === undefined ? 0 : separator.index + separator[0].length
  const last = text.slice(start).replace(/[\s)\]]+$/, '')
  const others = text.slice(0, separator?.index ?? 0)
  if (others !== '' && isVersion(last)) return { guests: others, version: last }
  const alone = splitVersion(last) ?? ALONE.exec(last)?.slice(1)
  if (alone !== undefined)
    return { guests: text.slice(0, start) + alone[0], version: alone[1] ?? '' }
  const whose = SOMEBODYS.exec(last)
  // A lone name is the guest's, and the version is called by it.
  if (whose !== null) return { guests: others || (whose[1] ?? ''), version: last }
  return PERHAPS.test(last) ? { guests: others, version: last } : { guests: text, version: '' }
}

/** `Ann Lee Album Version` → `Ann Lee`, `Album Version`: the last words say by themselves which version. */
function splitVersion(text: string): readonly string[] | undefined {
  const words = text.split(/\s+/)
  for (let count = Math.min(4, words.length - 1); count > 1; count--) {
    const version = words.slice(-count).join(' ')
    if (!/^(?:live|with|the|a)$/i.test(words.at(-count) ?? '') && isVersion(version))
      return [words.slice(0, -count).join(' '), version]
  }
  return undefined
}

/** Whether it says no more than which version. */
function isVersion(text: string): boolean {
  const read = readVersions(text)
  if (read === undefined) return false
  return read.every(({ kind, detail }) => detail === '' || kind === 'live') && !isName(text)
}

/** `Live Sosa`, `DPR Live`. */
const isName = (text: string) => / live$|^live (?!at|in|from|on)/.test(foldText(text))
