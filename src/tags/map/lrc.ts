import type { LyricLine } from '../../model/media.ts'

const stamp = /\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]/y

/** Lines of LRC (`[mm:ss.xx]words`) in the order of time; what has no time stamp is no line. */
export function parseLrc(text: string): LyricLine[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const times: number[] = []
    stamp.lastIndex = 0
    let end = 0
    for (let found = stamp.exec(line); found; found = stamp.exec(line)) {
      const [, minutes, seconds, part = ''] = found
      times.push((Number(minutes) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0')))
      end = stamp.lastIndex
    }
    return times.map((ms) => ({ ms, text: line.slice(end).trim() }))
  })
  return lines.sort((a, b) => a.ms - b.ms)
}

/** With milliseconds, which readers of LRC take as well as hundredths. */
export function formatLrc(lines: readonly LyricLine[]): string {
  return lines.map(({ ms, text }) => `[${formatTime(ms)}]${text}`).join('\n')
}

function formatTime(ms: number): string {
  const [minutes, rest] = [Math.floor(ms / 60_000), Math.round(ms) % 60_000]
  const seconds = Math.floor(rest / 1000)
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  return `${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(rest % 1000, 3)}`
}
