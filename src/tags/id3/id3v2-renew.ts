import { type Id3Frame, STUDIO_ROLES, textsOf } from './id3v2-frame.ts'
import { decodeText } from './id3v2-text.ts'

/** Frames of ID3v2.2 and 2.3 as ID3v2.4 has them; most have not changed. */
export function renew(frames: readonly Id3Frame[]): Id3Frame[] {
  return splitPeople(joinDate(frames)).map((frame) =>
    frame.id === 'TORY' ? { ...frame, id: 'TDOR' } : frame,
  )
}

/** ID3v2.3 has one list for musicians and for studio staff. */
function splitPeople(frames: readonly Id3Frame[]): Id3Frame[] {
  return frames.flatMap((frame) => {
    if (frame.id !== 'IPLS') return [frame]
    const texts = textsOf(frame)
    const pairs = Array.from({ length: Math.floor(texts.length / 2) }, (_, i) =>
      texts.slice(2 * i, 2 * i + 2),
    )
    const list = (id: string, at: (part: string) => boolean) => {
      const people = pairs.filter(([part = '']) => at(part)).flat()
      const data = Buffer.from(`\x03${people.join('\0')}`)
      return people.length > 0 ? [{ id, data }] : []
    }
    return [
      ...list('TIPL', (part) => STUDIO_ROLES.has(part)),
      ...list('TMCL', (part) => !STUDIO_ROLES.has(part)),
    ]
  })
}

/** ID3v2.4 has one frame for what were three: TYER `YYYY`, TDAT `DDMM`, TIME `HHMM`. */
function joinDate(frames: readonly Id3Frame[]): Id3Frame[] {
  const [year, day, time] = ['TYER', 'TDAT', 'TIME'].map((id) => {
    const frame = frames.find((frame) => frame.id === id)
    return frame && /^\d{4}/.exec(decodeText(frame.data))?.[0]
  })
  if (!year || frames.some(({ id }) => id === 'TDRC')) return [...frames]
  const date = day ? `${year}-${day.slice(2)}-${day.slice(0, 2)}` : year
  const text = day && time ? `${date}T${time.slice(0, 2)}:${time.slice(2)}` : date
  const rest = frames.filter(({ id }) => id !== 'TYER' && id !== 'TDAT' && id !== 'TIME')
  return [...rest, { id: 'TDRC', data: Buffer.from(`\x03${text}`, 'utf8') }]
}
