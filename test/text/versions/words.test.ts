import { describe, expect, test } from 'vitest'
import { takeTitleApart } from '../../../src/text/title/title.ts'
import { readVersions } from '../../../src/text/versions/versions.ts'
import { VERSION_WORDS } from '../../../src/text/versions/words/translate.ts'

const rows = VERSION_WORDS.flatMap(({ language, rows }) =>
  rows.map(([says, words]) => ({ language, says, words: words.split('|') })),
)

test.each(rows)('$language: $says', ({ says, words }) => {
  expect(readVersions(says.replace('~', ''))).toBeDefined()
  for (const word of words)
    expect([word, readVersions(word.replace(/^=|\*$/, ''))]).not.toEqual([word, undefined])
})

const kindsOf = (title: string) =>
  takeTitleApart(title)
    .versions.map(({ kind, detail }) => (detail === '' ? kind : `${kind} ${detail}`))
    .join(', ')

describe('a version in any language', () => {
  test.each([
    ['Old Mill (ライブ・アット・オスロ)', 'live attoosuro'],
    ['古い水車 (Live版)', 'live'],
    ['Old Mill（現場鋼琴版）', 'live, arrangement piano'],
    ['Old Mill (어쿠스틱 버전)', 'acoustic'],
    ['Old Mill (라이브버전)', 'live'],
    ['Old Mill (концертная запись)', 'live'],
    ['Old Mill (версия на английском)', 'language english'],
    ['Old Mill (під гітару наживо)', 'live, acoustic'],
    ['Old Mill (wersja akustyczna)', 'acoustic'],
    ['Old Mill (živě z Prahy)', 'live z prahy'],
    ['Old Mill (Konzertmitschnitt)', 'live'],
    ['Old Mill (Orgelfassung)', 'arrangement organ'],
    ['Old Mill (versió acústica)', 'acoustic'],
    ['Old Mill (version orchestrale)', 'arrangement orchestral'],
    ['Old Mill (versione strumentale)', 'instrumental'],
    ['Old Mill (gravação ao vivo)', 'live'],
    ['Old Mill (canlı performans)', 'live'],
    ['Old Mill (livenä)', 'live'],
    ['Old Mill (ζωντανή ηχογράφηση)', 'live'],
    ['Old Mill (نسخة بطيئة)', 'speed slowed'],
    ['Old Mill (גרסה אקוסטית)', 'acoustic'],
    ['Old Mill (कराओके)', 'karaoke'],
    ['Old Mill (แสดงสด)', 'live'],
    ['Old Mill (phiên bản tiếng Anh)', 'language english'],
    ['Old Mill (versi dangdut)', 'arrangement koplo'],
    ['Old Mill (élőben)', 'live'],
  ])('%j: %s', (title, kinds) => expect(kindsOf(title)).toBe(kinds))
})

describe('a misspelt version word', () => {
  test.each([
    ['Old Mill (Intrumental)', 'instrumental'],
    ['Old Mill (Lvie)', 'live'],
    ['Old Mill (Demmo)', 'demo'],
    ['Old Mill (Remxi)', 'remix'],
    ['Old Mill (Karoke Verson)', 'karaoke'],
    ['Old Mill (Raido Edit)', 'edit'],
    ['Old Mill (Explciit Version)', 'explicit'],
    ['Old Mill (Remasterd 2011)', 'remaster'],
    ['Old Mill (Lvie at Wembley)', 'live wembley'],
    // Words of their own.
    ['Old Mill (Lover)', ''],
    ['Old Mill (Love)', ''],
    ['Old Mill (Concept)', ''],
  ])('%j: %s', (title, kinds) => expect(kindsOf(title)).toBe(kinds))
})

describe('whose a version is', () => {
  test.each([
    ['Old Mill (Nils Berg main club mix)', 'remix nils berg main club'],
    ['Old Mill (Full Moon mix)', 'remix full moon'],
    ['Old Mill (Nils Berg Single Version)', 'single nils berg, version nils berg'],
    ['Old Mill (Single Version)', 'single'],
    ['Old Mill (Original Mix)', 'album'],
    ['Old Mill (10 Minute Version) [Ann’s Version]', 'version 10 minute, version anns'],
    ['Old Mill (feat. Ann Lee Remix)', 'remix ann lee'],
    ['Old Mill (Ann Lee feat. Nils Berg Remix)', 'remix ann lee feat nils berg'],
    ['Old Mill - feat. Ann Lee / Nils Berg Remix', 'remix nils berg'],
    ['Old Mill - featuring Ann Lee LP Version', 'album'],
    ['Old Mill (feat. Ann Lee - Live)', 'live'],
    ['Old Mill (feat. Ann Lee & Mill Girls, Rmx)', 'remix'],
    ['Old Mill ft. Ann Lee Acoustic Version', 'acoustic'],
    ['Old Mill (feat. Ann Lee) Live', 'live'],
    ['Old Mill -TV ver.-', 'edit'],
    ['Old Mill ～ピアノ～', 'arrangement piano'],
    ['Old Mill <Instrumental>', 'instrumental'],
    // Guests all the same.
    ['Old Mill (feat. P Dub)', ''],
    ['Old Mill (feat. Live Ann)', ''],
    ['Old Mill (feat. Ann Lee & Tiny Mix)', ''],
    ['Old Mill (feat. A-Live)', ''],
  ])('%j: %s', (title, kinds) => expect(kindsOf(title)).toBe(kinds))
})
