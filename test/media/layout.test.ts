import { describe, expect, test } from 'vitest'
import { channelsOf, fitLayout, nameChannels, nameLayout } from '../../src/media/layout.ts'

const vorbis = ['mono', 'stereo', '3.0', 'quad', '5.0', '5.1', '6.1', '7.1']
const aac = ['mono', 'stereo', '3.0', '4.0', '5.0', '5.1', '7.1']

describe('a layout that a format lacks', () => {
  test.each([
    ['5.1(side)', vorbis, 'pan=5.1|FL=FL|FR=FR|FC=FC|LFE=LFE|BL=SL|BR=SR'],
    ['2.1', vorbis, 'pan=5.1|FL=FL|FR=FR|LFE=LFE'],
    ['quad(side)', vorbis, 'pan=quad|FL=FL|FR=FR|BL=SL|BR=SR'],
    ['hexagonal', vorbis, 'pan=6.1|FL=FL|FR=FR|FC=FC|BC=BC|SL=BL|SR=BR'],
    ['3.0(back)', aac, 'pan=4.0|FL=FL|FR=FR|BC=BC'],
    ['quad', aac, 'pan=5.0|FL=FL|FR=FR|BL=BL|BR=BR'],
    ['4 channels (FL+FR+LFE+BC)', vorbis, 'pan=6.1|FL=FL|FR=FR|LFE=LFE|BC=BC'],
    ['downmix', vorbis, 'pan=stereo|FL=DL|FR=DR'],
  ])('%s takes one with the same channels', (layout, layouts, filter) => {
    expect(fitLayout(layout, layouts).filter).toBe(filter)
  })

  test.each([
    ['7.1(wide)', vorbis, '5.1', 'FL=0.5000*FL+0.5000*FLC'],
    ['octagonal', vorbis, '7.1', 'BL=0.5858*BL+0.4142*BC'],
    ['6.1', aac, '5.1', 'BL=0.4142*BC+0.5858*SL'],
  ])('%s is mixed, no louder than it was', (layout, layouts, becomes, part) => {
    const fitted = fitLayout(layout, layouts)
    expect(fitted.layout).toBe(becomes)
    expect(fitted.filter?.split('|')).toContain(part)
  })

  test.each(vorbis)('%s stays where the format has it', (layout) => {
    expect(fitLayout(layout, vorbis)).toEqual({ layout })
  })

  test('every channel of every layout has a place, but for the lowest', () => {
    for (const layout of ['22.2', 'hexadecagonal', '7.0(front)', '6.1(front)', '7.1(wide-side)']) {
      const { filter = '' } = fitLayout(layout, vorbis)
      const channels = channelsOf(layout) as readonly string[]
      const placed: readonly string[] = filter.match(/[A-Z]+\d?(?=[+|]|$)/g) ?? []
      expect([layout, channels.filter((name) => !placed.includes(name))]).toEqual([layout, []])
    }
  })
})

describe('channels without names', () => {
  test.each([
    ['2 channels', 'stereo', 'pan=stereo|c0=c0|c1=c1'],
    ['4 channels', 'quad', 'pan=quad|c0=c0|c1=c1|c2=c2|c3=c3'],
    ['ambisonic 1', 'stereo', 'pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1'],
    [
      '10 channels',
      'stereo',
      'pan=stereo|c0=0.2000*c0+0.2000*c2+0.2000*c4+0.2000*c6+0.2000*c8|c1=0.2000*c1+0.2000*c3+0.2000*c5+0.2000*c7+0.2000*c9',
    ],
  ])('%s become %s', (layout, name, filter) => {
    expect(nameLayout(layout)).toBe(name)
    expect(nameChannels(layout)).toBe(filter)
  })

  test('named ones stay', () => {
    for (const layout of ['mono', 'stereo', '5.1(side)', '7.1(wide)', '3 channels (FL+FR+LFE)'])
      expect(nameChannels(layout)).toBeUndefined()
  })
})
