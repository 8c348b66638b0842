import type { CodecName } from './codecs.ts'
import { codecs, isUrl } from './codecs.ts'

/**
 * Of the texts of a place what its codec makes no value of, so that it is kept as text: a second ISRC, a track "A1", a
 * date in words. A total of 0 says nothing, and neither does the number before a total.
 */
export function leftOver(codec: CodecName, texts: readonly string[]): readonly string[] {
  const filled = texts.filter(Boolean)
  const [first = ''] = filled
  const others = filled.filter((text) => text !== first)
  switch (codec) {
    case 'line':
    case 'text':
      return others
    case 'lines':
    case 'people':
    case 'credits':
      return []
    case 'count':
      return [...numberLeft(first), ...others]
    case 'total':
      return totalLeft(first)
    case 'date':
      return /^\d{4}(-\d\d(-\d\d)?)?([T ].*)?$/.test(first) ? others : filled
    case 'flag':
      return filled.filter((text) => !/^(0|1|true|false|yes|no)$/i.test(text))
    case 'url':
      return filled.filter((text) => text !== filled.find(isUrl))
    default:
      return codecs[codec].read(texts) === undefined ? filled : []
  }
}

/** The half before the slash; all of it where there are several. */
function numberLeft(text: string): readonly string[] {
  const [number = '', total, ...rest] = text.split('/').map((half) => half.trim())
  if (rest.length > 0) return [text]
  const saysNothing = number === '' || (/^0+$/.test(number) && total !== undefined)
  return saysNothing || codecs.count.read([number]) !== undefined ? [] : [number]
}

function totalLeft(text: string): readonly string[] {
  const [, total = '', ...rest] = text.split('/').map((half) => half.trim())
  const saysNothing = rest.length > 0 || /^0*$/.test(total)
  return saysNothing || codecs.count.read([total]) !== undefined ? [] : [total]
}
