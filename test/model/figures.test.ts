import { expect, test } from 'vitest'
import { type FigureTrack, measureFigures } from '../../src/model/pictures/figures.ts'

const track = (artist: string, year?: number, source?: string): FigureTrack => ({
  artists: [artist],
  year,
  isKept: source !== undefined,
  source,
})

test('decades have no gap, names are one whatever their case, and sources count what is kept', () => {
  const figures = measureFigures([
    track('Ana', 1969, 'library'),
    track('ANA', 1990, 'Internet Archive'),
    track('Ben', 1999),
    track('Cy', 7, 'library'),
    track('', undefined),
  ])
  expect(figures).toEqual({
    decades: [
      { of: 1960, tracks: 1, kept: 1 },
      { of: 1970, tracks: 0, kept: 0 },
      { of: 1980, tracks: 0, kept: 0 },
      { of: 1990, tracks: 2, kept: 1 },
    ],
    undated: 2,
    artists: [
      { of: 'Ana', tracks: 2, kept: 2 },
      { of: 'Ben', tracks: 1, kept: 0 },
      { of: 'Cy', tracks: 1, kept: 1 },
    ],
    others: { artists: 0, tracks: 0, kept: 0 },
    sources: [
      { of: 'library', tracks: 2 },
      { of: 'Internet Archive', tracks: 1 },
    ],
  })
})

test('of many artists the first are named and the others counted; of odd years no decade is made up', () => {
  const many = Array.from({ length: 30 }, (_, at) => track(`Artist ${String(at).padStart(2, '0')}`))
  expect(measureFigures(many)).toMatchObject({
    artists: { length: 8 },
    others: { artists: 22, tracks: 22, kept: 0 },
    decades: [],
  })
  const odd = measureFigures([track('A', 1850), track('B', 2199), track('C', Number.NaN)])
  expect(odd.decades.map(({ of }) => of)).toEqual([1850, 2190])
  expect(odd.undated).toBe(1)
  expect(measureFigures([])).toMatchObject({ decades: [], artists: [], sources: [], undated: 0 })
})
