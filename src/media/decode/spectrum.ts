import { readFile } from 'node:fs/promises'

/** FFmpeg's filters before the spectrum: ten seconds in mono, half a minute after the start, at the file's own rate. */
export const spectrumFilters = 'atrim=start=30:end=40,aformat=sample_fmts=flt:channel_layouts=mono'

/** Samples of one transform. */
const size = 1024
/** Hertz over which a band is averaged. */
const band = 1000
/** An encoder has cut the spectrum where it falls by as many decibels within that; music alone does not. */
const cliff = 20
/** Lossy encoders cut between these, in hertz: the lower at 96 kbit/s, the higher at 320. */
const [lowest, highest] = [14_000, 20_500]

/** `findCut` of a file of samples. */
export const readCut = async (path: string, sampleRate: number): Promise<number | undefined> =>
  findCut(await readFile(path), sampleRate)

/**
 * Where a spectrum ends in a cliff, in hertz; nothing where it does not, or where it is too quiet up there
 * to tell. Takes 32-bit floats in this machine's order, as FFmpeg's `f32le` writes them.
 */
export function findCut(pcm: Uint8Array, sampleRate: number): number | undefined {
  const samples = new Float32Array(pcm.slice(0, pcm.length & ~3).buffer)
  if (samples.length < sampleRate * 5 || sampleRate < 2 * (lowest + 2 * band)) return undefined
  const power = meanPower(samples)
  const level = (from: number, to: number) => {
    const [first, last] = [from, to].map((hertz) => Math.round((hertz * size) / sampleRate))
    const bins = power.slice(first, last)
    return 10 * Math.log10(bins.reduce((sum, value) => sum + value, 0) / bins.length + 1e-20)
  }
  const end = sampleRate / 2
  let [steepest, at] = [cliff, 0]
  for (let hertz = lowest; hertz <= Math.min(highest, end - 1.5 * band); hertz += 100) {
    const below = level(hertz - band, hertz)
    const fall = below - level(hertz + band / 2, hertz + 1.5 * band)
    // And nothing comes after it.
    const above = level(hertz + band / 2, end)
    if (fall > steepest && below - above > cliff) [steepest, at] = [fall, hertz]
  }
  return at === 0 ? undefined : at
}

/** The mean power of each frequency, by Welch's method with Hann's window. */
function meanPower(samples: Float32Array): Float64Array {
  const power = new Float64Array(size / 2)
  const window = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size),
  )
  for (let start = 0; start + size <= samples.length; start += size) {
    const re = Float64Array.from(window, (value, i) => value * (samples[start + i] ?? 0))
    const im = new Float64Array(size)
    transform(re, im)
    for (let i = 0; i < power.length; i++)
      power[i] = (power[i] ?? 0) + (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2
  }
  return power
}

/** The fast Fourier transform of Cooley and Tukey, in place; lengths are powers of two. */
function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length
  const at = (list: Float64Array, i: number) => list[i] ?? 0
  const swap = (list: Float64Array, i: number, j: number) => {
    const kept = at(list, i)
    list[i] = at(list, j)
    list[j] = kept
  }
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) for (const list of [re, im]) swap(list, i, j)
  }
  for (let width = 2; width <= n; width *= 2)
    for (let k = 0; k < width / 2; k++) {
      const [c, s] = [Math.cos((-2 * Math.PI * k) / width), Math.sin((-2 * Math.PI * k) / width)]
      for (let i = k; i < n; i += width) {
        const j = i + width / 2
        const x = at(re, j) * c - at(im, j) * s
        const y = at(re, j) * s + at(im, j) * c
        re[j] = at(re, i) - x
        im[j] = at(im, i) - y
        re[i] = at(re, i) + x
        im[i] = at(im, i) + y
      }
    }
}
