/** One line of FFmpeg's log, with those that speak in it. */
export interface LogLine {
  /** From the outermost to the one that speaks: `ogg`, `vorbis`, `aist#0:0/mp3` and `dec:mp3float`; none: FFmpeg itself. */
  readonly components: readonly string[]
  readonly level: string
  readonly message: string
}

const pattern =
  /^((?:\[[^\]]+ @ (?:0x)?[0-9a-f]+\] ?)*)\[(panic|fatal|error|warning|info|verbose|debug)\] ?(.*)$/i

/** The lines of a log of `-loglevel level+…`; what belongs to none, as the figures of a filter, is left out. */
export function readLogLines(log: string): readonly LogLine[] {
  const lines: LogLine[] = []
  for (const text of log.split('\n')) {
    const [, components, level, message] = pattern.exec(text.trimEnd()) ?? []
    if (components === undefined || level === undefined || message === undefined) continue
    const names = [...components.matchAll(/\[([^\]]+) @ /g)].map(([, name = '']) => name)
    lines.push({ components: names, level: level.toLowerCase(), message })
  }
  return lines
}

/** A line that tells of a tag: lyrics and the like are as long as the file's author likes, and nobody reads them here. */
export const isTagLine = (line: string): boolean => /^\[info\] {5,}/.test(line)
