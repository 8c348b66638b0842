import { expect, test } from 'vitest'
import { readHtml } from '../../../src/source/online/html.ts'

test.each([
  ['Ada Holm', 'Ada Holm'],
  ['<a href="//commons.example/User:A" title="User:A">Ada</a> Holm', 'Ada Holm'],
  ['Ada &amp; the Lanterns &lt;3', 'Ada & the Lanterns <3'],
  ['<p>Ada Holm</p><p>The Lanterns</p>', 'Ada Holm The Lanterns'],
  ['Ada<br>Holm', 'Ada Holm'],
  ['<b>A</b>da', 'Ada'],
  // What the page does not show: the same name once more, for machines.
  ['Unknown author<span style="display: none;">Unknown author</span>', 'Unknown author'],
  ['<script>alert("x")</script><style>b{}</style>Ada', 'Ada'],
  ['<img src=x onerror=alert(1)>Ada', 'Ada'],
  ['1 < 2 & 3', '1 < 2 & 3'],
  ['<a href="Ada', ''],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(readHtml(html)).toBe(text)
})

test('markup nested beyond all measure is read, and long pages are cut', () => {
  expect(readHtml(`${'<b>'.repeat(5000)}deep`)).toBe('deep')
  expect(readHtml(`${'<div>'.repeat(5000)}too far`)).toBe('')
})
