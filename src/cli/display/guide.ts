import { padWidth, wrapWidth } from '../../report/terminal/width.ts'
import {
  type CardWords,
  type GuideService,
  guideServices,
  guideTitles,
  spotifyWays,
  type WayWords,
  wayFacts,
} from '../../words/guide.ts'
import type { GuideWords } from '../../words/guide-words.ts'

/** No line is easier to read for being longer. */
const MAX_WIDTH = 100
/** Three ways have room beside one another from here on. */
const MIN_TABLE_WIDTH = 72

/** `songkeep guide`: the ways out of Spotify side by side, and what to ask for the other services. */
export function describeGuide(words: GuideWords, columns: number): readonly string[] {
  const width = Math.min(columns, MAX_WIDTH)
  const titles = guideServices.map(
    (service) => `  ${padWidth(`songkeep guide ${service}`, 30)}${guideTitles[service]}`,
  )
  return [
    ...wrapWidth(words.lead, width),
    '',
    ...heading(guideTitles.spotify),
    ...wrapWidth(words.spotify.lead, width),
    '',
    ...compareWays(words, width),
    '',
    words.terminal.more,
    ...titles,
  ]
}

/** `songkeep guide spotify`: one service in full. */
export function describeService(
  service: GuideService,
  words: GuideWords,
  columns: number,
): readonly string[] {
  const width = Math.min(columns, MAX_WIDTH)
  return service === 'spotify'
    ? describeSpotify(words, width)
    : [...heading(guideTitles[service]), ...describeCard(words.services[service], words, width)]
}

function describeSpotify(words: GuideWords, width: number): readonly string[] {
  const { spotify } = words
  return [
    ...heading(guideTitles.spotify),
    ...wrapWidth(spotify.lead, width),
    '',
    ...compareWays(words, width),
    ...spotifyWays.flatMap((way, at) => ['', ...describeSteps(spotify.ways[way], at + 1, width)]),
    '',
    ...wrapWidth(spotify.isrc, width),
    '',
    ...wrapWidth(spotify.link, width),
  ]
}

function describeSteps(way: WayWords, number: number, width: number): readonly string[] {
  const last = `${way.steps.length + 1}. `
  return [
    ...heading(`${number}  ${way.title}`),
    ...way.steps.flatMap((step, at) => indent(`${at + 1}. `, step, width)),
    // A command is copied as it stands: it is not broken into lines.
    ...(way.last.terminal.startsWith('songkeep')
      ? [`${last}${way.last.terminal}`]
      : indent(last, way.last.terminal, width)),
  ]
}

function describeCard(card: CardWords, words: GuideWords, width: number): readonly string[] {
  return [
    ...card.ways.flatMap((way) => indent('- ', way, width)),
    '',
    ...wrapWidth(card.lost, width),
    ...wrapWidth(words.notHere, width),
  ]
}

/** Side by side, a fact a row; one below the other where there is no room. */
function compareWays({ spotify }: GuideWords, width: number): readonly string[] {
  const ways = spotifyWays.map((way) => spotify.ways[way])
  if (width < MIN_TABLE_WIDTH)
    return ways.flatMap((way, at) => [
      ...(at === 0 ? [] : ['']),
      ...heading(`${at + 1}  ${way.title}`),
      ...wayFacts.flatMap((fact) =>
        indent('  ', `${spotify.facts[fact]}: ${way.facts[fact]}`, width),
      ),
    ])
  const label = Math.max(...wayFacts.map((fact) => spotify.facts[fact].length)) + 2
  const column = Math.floor((width - label) / ways.length)
  const row = (name: string, cells: readonly string[]) => {
    const wrapped = [name, ...cells].map((text, at) =>
      wrapWidth(text, (at === 0 ? label : column) - 2),
    )
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, at) => padWidth(lines[line] ?? '', at === 0 ? label : column))
        .join('')
        .trimEnd(),
    )
  }
  return [
    ...row(
      '',
      ways.map(({ title }, at) => `${at + 1}  ${title}`),
    ),
    '-'.repeat(width),
    ...wayFacts.flatMap((fact) =>
      row(
        spotify.facts[fact],
        ways.map(({ facts }) => facts[fact]),
      ),
    ),
  ]
}

const heading = (title: string) => [title, '']

/** What an entry of a list begins with, and the rest of it below its beginning. A long address is not cut. */
function indent(mark: string, text: string, width: number): readonly string[] {
  const longest = Math.max(...text.split(' ').map((word) => word.length))
  const lines = wrapWidth(text, Math.max(width - mark.length, longest))
  return lines.map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`)
}
