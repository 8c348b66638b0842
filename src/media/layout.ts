/** What comes out of a decoder. */
export interface DecodedFormat {
  readonly sampleRate: number
  /** FFmpeg's name: `5.1(side)`. */
  readonly layout: string
}

/** FFmpeg's names of channel layouts, and their channels in order: `ffmpeg -layouts`. */
const standard: Readonly<Record<string, string>> = {
  mono: 'FC',
  stereo: 'FL+FR',
  '2.1': 'FL+FR+LFE',
  '3.0': 'FL+FR+FC',
  '3.0(back)': 'FL+FR+BC',
  '4.0': 'FL+FR+FC+BC',
  quad: 'FL+FR+BL+BR',
  'quad(side)': 'FL+FR+SL+SR',
  '3.1': 'FL+FR+FC+LFE',
  '5.0': 'FL+FR+FC+BL+BR',
  '5.0(side)': 'FL+FR+FC+SL+SR',
  '4.1': 'FL+FR+FC+LFE+BC',
  '5.1': 'FL+FR+FC+LFE+BL+BR',
  '5.1(side)': 'FL+FR+FC+LFE+SL+SR',
  '6.0': 'FL+FR+FC+BC+SL+SR',
  '6.0(front)': 'FL+FR+FLC+FRC+SL+SR',
  hexagonal: 'FL+FR+FC+BL+BR+BC',
  '6.1': 'FL+FR+FC+LFE+BC+SL+SR',
  '6.1(back)': 'FL+FR+FC+LFE+BL+BR+BC',
  '6.1(front)': 'FL+FR+LFE+FLC+FRC+SL+SR',
  '7.0': 'FL+FR+FC+BL+BR+SL+SR',
  '7.0(front)': 'FL+FR+FC+FLC+FRC+SL+SR',
  '7.1': 'FL+FR+FC+LFE+BL+BR+SL+SR',
  '7.1(wide)': 'FL+FR+FC+LFE+BL+BR+FLC+FRC',
  '7.1(wide-side)': 'FL+FR+FC+LFE+FLC+FRC+SL+SR',
  octagonal: 'FL+FR+FC+BL+BR+BC+SL+SR',
  hexadecagonal: 'FL+FR+FC+BL+BR+BC+SL+SR+TFL+TFC+TFR+TBL+TBC+TBR+WL+WR',
  downmix: 'DL+DR',
  '22.2': 'FL+FR+FC+LFE+BL+BR+FLC+FRC+BC+SL+SR+TC+TFL+TFC+TFR+TBL+TBC+TBR+LFE2+TSL+TSR+BFC+BFL+BFR',
}

/** The channels of a layout by name; of one that has no names, how many there are. */
export function channelsOf(layout: string): readonly string[] | number {
  const known = standard[layout] ?? /^\d+ channels \((.+)\)$/.exec(layout)?.[1]
  if (known !== undefined) return known.split('+').map((name) => name.replace(/@.*/, ''))
  return Number(/^(\d+) channels/.exec(layout)?.[1] ?? 0)
}

export function countChannels(layout: string): number {
  const channels = channelsOf(layout)
  return typeof channels === 'number' ? channels : channels.length
}

/** The layout of so many channels where nothing says which: RFC 9639 (FLAC), section 9.1.3; WAV and Vorbis have it so. */
const usual: Readonly<Record<number, string>> = {
  1: 'mono',
  2: 'stereo',
  3: '3.0',
  4: 'quad',
  5: '5.0',
  6: '5.1',
  7: '6.1',
  8: '7.1',
}

/** Layouts whose channels FFmpeg's own mixing knows. */
const mixed = new Set('FL FR FC LFE BL BR FLC FRC BC SL SR'.split(' '))

/**
 * A filter that gives a layout which all filters and encoders understand; nothing where the layout is one. What has
 * more than eight channels without names is taken for pairs of left and right, ambisonics for its middle and side.
 */
export function nameChannels(layout: string): string | undefined {
  if (/^ambisonic \d/.test(layout)) return 'pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1'
  const channels = channelsOf(layout)
  if (typeof channels !== 'number')
    return channels.every((name) => mixed.has(name))
      ? undefined
      : fitLayout(layout, Object.values(usual)).filter
  if (channels === 0) return undefined
  const count = Array.from({ length: channels }, (_, i) => i)
  const name = usual[channels]
  if (name) return `pan=${name}|${count.map((i) => `c${i}=c${i}`).join('|')}`
  const gain = (1 / Math.ceil(channels / 2)).toFixed(4)
  const side = (odd: number) =>
    count
      .filter((i) => i % 2 === odd)
      .map((i) => `${gain}*c${i}`)
      .join('+')
  return `pan=stereo|c0=${side(0)}|c1=${side(1)}`
}

/** What `nameChannels` makes of a layout. */
export const nameLayout = (layout: string): string =>
  /^pan=([^|]+)/.exec(nameChannels(layout) ?? '')?.[1] ?? layout

/** The layout that loses least of these channels, of those that so many channels are taken for where nothing says more. */
export const usualLayout = (layout: string): string =>
  fitLayout(nameLayout(layout), Object.values(usual)).layout

interface FittedLayout {
  readonly layout: string
  /** Nothing where it is the same. */
  readonly filter?: string
}

/** Of the layouts of a format that one which loses least of these channels, with as few as that needs. */
export function fitLayout(layout: string, layouts: readonly string[]): FittedLayout {
  const channels = channelsOf(layout)
  if (typeof channels === 'number' || layouts.includes(layout)) return { layout }
  const fitted = layouts.map((target) => mixInto(target, channels))
  const [best] = fitted.toSorted((a, b) => a.loss - b.loss || a.channels - b.channels)
  return best ? { layout: best.layout, filter: best.filter } : { layout }
}

/** Where a channel goes that the target lacks, the better place first: to one channel whole, to two at 3 dB less. */
const places: Readonly<Record<string, readonly string[]>> = {
  FL: ['FC'],
  FR: ['FC'],
  FC: ['FL+FR'],
  SL: ['BL', 'FL'],
  SR: ['BR', 'FR'],
  BL: ['SL', 'FL'],
  BR: ['SR', 'FR'],
  BC: ['BL+BR', 'SL+SR', 'FL+FR', 'FC'],
  FLC: ['FL', 'FC'],
  FRC: ['FR', 'FC'],
  DL: ['FL', 'FC'],
  DR: ['FR', 'FC'],
  LFE2: ['LFE'],
  TC: ['FC', 'FL+FR'],
  TFC: ['FC', 'FL+FR'],
  BFC: ['FC', 'FL+FR'],
  TBC: ['BC', 'BL+BR', 'SL+SR', 'FL+FR'],
  ...places3('TFL', 'FL'),
  ...places3('BFL', 'FL'),
  ...places3('WL', 'FL'),
  ...places3('TSL', 'SL'),
  ...places3('TBL', 'BL'),
}

function places3(left: string, to: string): Record<string, readonly string[]> {
  const of = (name: string) => name.replace(/L$/, 'R')
  const all = [...new Set([to, 'BL', 'FL'])]
  return { [left]: all, [of(left)]: all.map(of) }
}

/** A channel that means the same as another, where that is not there. */
const twins: Readonly<Record<string, string>> = {
  SL: 'BL',
  SR: 'BR',
  BL: 'SL',
  BR: 'SR',
  DL: 'FL',
  DR: 'FR',
}

function mixInto(layout: string, channels: readonly string[]) {
  const target = (standard[layout] ?? '').split('+')
  const sources = new Map<string, (readonly [string, number])[]>(target.map((to) => [to, []]))
  let loss = 0
  for (const name of channels) {
    const twin = twins[name] ?? ''
    const same = sources.has(name) ? name : !channels.includes(twin) ? twin : ''
    const place = places[name]?.find((to) => to.split('+').every((one) => sources.has(one))) ?? ''
    const found = sources.has(same) ? [same] : place.split('+')
    if (!sources.has(same)) loss += place === '' ? 2 : 1
    for (const to of found) sources.get(to)?.push([name, found.length > 1 ? Math.SQRT1_2 : 1])
  }
  const rows = [...sources].filter(([, from]) => from.length > 0)
  const loudest = Math.max(
    1,
    ...rows.map(([, from]) => from.reduce((sum, [, gain]) => sum + gain, 0)),
  )
  const terms = rows.map(([to, from]) => {
    const gains = from.map(([name, gain]) => [name, gain / loudest] as const)
    const sum = gains.map(([name, gain]) => (gain === 1 ? name : `${gain.toFixed(4)}*${name}`))
    return `${to}=${sum.join('+')}`
  })
  return { layout, loss, channels: target.length, filter: `pan=${[layout, ...terms].join('|')}` }
}
