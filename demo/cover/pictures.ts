import type { Colour, Picture } from './png.ts'

/** A low sun over water. */
export const slackWater: Picture = (x, y) => {
  const horizon = 0.58
  const sun = Math.hypot(x - 0.5, y - horizon + 0.04) < 0.2
  if (y < horizon) return sun ? [246, 214, 150] : blend([38, 70, 83], [222, 150, 110], y / horizon)
  const depth = (y - horizon) / (1 - horizon)
  const band = Math.sin(depth * depth * 34) > 0.1
  const glitter = band && Math.abs(x - 0.5) < 0.2 * (1 - 0.55 * depth)
  return glitter ? [240, 190, 130] : blend([44, 92, 104], [18, 38, 48], depth)
}

/** A folded boat on a line of sea. */
export const smallCraft: Picture = (x, y) => {
  const sea = 0.7 + 0.012 * Math.sin(x * 24)
  if (y > sea) return blend([90, 140, 150], [52, 96, 110], (y - sea) / (1 - sea))
  const across = Math.abs(x - 0.5)
  const hull = y > 0.55 && across < 0.34 - (y - 0.55) * 0.9
  const sail = y > 0.27 && y <= 0.55 && across < (y - 0.27) * 0.72
  if (hull) return x < 0.5 ? [206, 74, 58] : [178, 58, 46]
  if (sail) return x < 0.5 ? [255, 252, 244] : [226, 218, 202]
  return [244, 233, 212]
}

/** Curtains of light over hills. */
export const nordlys: Picture = (x, y) => {
  const hills = 0.82 + 0.05 * Math.sin(x * 5 + 1) + 0.02 * Math.sin(x * 17)
  if (y > hills) return [8, 12, 20]
  const fold = 0.58 + 0.09 * Math.sin(x * 7) + 0.04 * Math.sin(x * 19 + 2)
  const above = fold - y
  const light = above < 0 ? Math.exp(above * 26) : Math.exp(-above * 4.6)
  const pleat = 0.65 + 0.35 * Math.sin(x * 60 + 4 * Math.sin(x * 9))
  return blend(blend([12, 18, 38], [20, 34, 62], y), [104, 236, 170], light * pleat)
}

/** Lanterns in rows, each with its glow. */
export const paperLanterns: Picture = (x, y) => {
  const [column, row] = [(x * 4) % 1, (y * 4) % 1]
  const away = Math.hypot(column - 0.5, (row - 0.5) * 0.86)
  const lit = (Math.floor(x * 4) * 3 + Math.floor(y * 4) * 5) % 7 !== 0
  if (away > 0.34) return blend([52, 24, 40], [110, 44, 50], Math.exp((0.34 - away) * 9))
  if (!lit) return [84, 40, 52]
  const rib = Math.abs(((row * 9) % 1) - 0.5) < 0.06
  return rib ? [216, 108, 54] : blend([255, 226, 150], [238, 138, 66], away / 0.34)
}

/** Waves as tiles, blue on white. */
export const wattenmeer: Picture = (x, y) => {
  const wave = y * 9 + 0.35 * Math.sin(x * 2 * Math.PI * 3)
  const row = Math.floor(wave)
  return wave - row < 0.55 ? blend([20, 62, 120], [120, 176, 206], row / 9) : [245, 246, 240]
}

function blend(from: Colour, to: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share))
  const mix = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * part
  return [mix(0), mix(1), mix(2)]
}
