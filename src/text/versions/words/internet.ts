import type { WordList } from './word-list.ts'

/** What the internet, games, radio and studios call versions, in English words of their own. */
const internet: WordList = {
  language: 'en',
  rows: [
    [
      'instrumental',
      'inst|instr|instru|instrumentalz|minusone|=minus|off vocal|offvocal|voiceless|without vocals|without vocal|no vox|vocals removed|=mr|mr version|backing version|beat only|music only|=beat',
      'labels',
    ],
    [
      'karaoke',
      'sing along|singalong|backing tracks|backingtrack|accompaniment|play along|playalong',
      'labels',
    ],
    [
      'a cappella',
      'acapela|acapellas|accapella|acappela|acapella|vocals only|vocal only|only vocals|isolated vocals|isolated vocal|=vocals|studio acapella|mr removed',
      'labels',
    ],
    ['drumless', 'drumless|no drums|without drums|drums removed', 'labels'],
    [
      'bassless',
      'bassless|no bass|without bass|guitarless|no guitar|without guitar|without rap|no rap',
      'labels',
    ],
    [
      '~ drum track',
      'drums only|drum track|isolated drums|bass only|guitar only|click track|stem|stems|multitrack|guide vocal|guide track',
      'labels',
    ],
    [
      'sped up',
      'sped|spedup|speed up|speedup|speeded up|fast version|faster|=fast|=speed|nightcore|night core|chipmunk|chipmunks version|tiktok version|tik tok version|tiktok speed',
      'labels',
    ],
    [
      'slowed',
      'slow down|slowed down|slowed n reverb|slowed and reverb|slowed reverb|slowed to perfection|super slowed|ultra slowed|slower|daycore|day core|chopped and screwed|screwed and chopped|screwed|chopped|chopnotslop',
      'labels',
    ],
    ['reverb', 'reverbed|with reverb|=reverb|echo version', 'labels'],
    ['8d audio', '8d|9d|16d|8d version|8d music|360 audio|binaural|=spatial|ambisonic', 'labels'],
    [
      '~ pitched',
      'pitch shifted|pitched up|pitched down|octave up|octave down|432 hz|432hz|528 hz|528hz|440 hz',
      'labels',
    ],
    ['reversed', 'reverse|backwards|=reversed|played backwards', 'labels'],
    ['bass boosted', 'bass boosted|bassboosted|bass boost|earrape|loud version', 'labels'],
    [
      'lofi version',
      'lofi|lo fi|lo fi version|lofi flip|=chill|=chillout|chillout version',
      'labels',
    ],
    [
      '~ mix',
      'phonk|drift phonk|=hardstyle|=hardcore|=techno|=house|deep house|tech house|=trance|=dubstep|drum and bass|=dnb|=jungle|=trap|=drill|jersey club|baltimore club|amapiano|=reggaeton|=dembow|=eurodance|=italo|synthwave|vaporwave|future funk|hyperpop|=gabber|=psytrance|big room|=garage|=ambient|=dance|=disco|=moombahton|=guaracha|=dancehall|=eurobeat|=breakcore|=footwork|=electro|=lounge|=chillwave',
      'labels',
    ],
    [
      'chiptune version',
      '8 bit|8bit|16 bit|16bit|chiptune|nes version|midi|midi version',
      'labels',
    ],
    ['music box version', 'music box|musicbox', 'labels'],
    ['ai cover', 'ai cover|ai version|cover by ai|=ai', 'labels'],
    [
      'tv size',
      'tv size|tv sized|tvsize|tv ver|tv version|tv edit|tv mix|tv cut|tv track|television version',
      'labels',
    ],
    [
      '~ tv size',
      'anime size|anime ver|anime version|game size|game ver|game version|game edit|short size|short ver|movie size|op ver|ed ver|opening version|ending version|one chorus|1 chorus|half version|trailer version|movie ver',
      'labels',
    ],
    ['ringtone', 'ring tone|ringtone', 'labels'],
    [
      'loop',
      'loop|looped|1 hour|one hour|10 hours|1 hour loop|10 hour version|extended loop|1 hour version',
      'labels',
    ],
    [
      '~ rerecorded',
      'reimagined|re imagined|revisited|re visited|reworked|reloaded|redux|reborn|rebuilt|reinterpreted|reinterpretation|recreated|remade|remake|reprised|re done|redone|re sung|resung|rewired|refreshed|reconstructed|recomposed|refreshed version|revamped|re cut|new version|self cover',
      'labels',
    ],
    [
      '~ demo',
      'rough|rough cut|rough version|rough demo|raw|=raw|raw version|raw mix|raw take|sketch|scratch|scratch vocal|work tape|worktape|writing session|home demo|home recording|home made|homemade|4 track|four track|8 track demo|cassette demo|bedroom demo|phone demo|voice note|voice memo|tryout|try out|test pressing|monitor mix|guide version|reference mix',
      'labels',
    ],
    ['rehearsal take', 'rehearsal|rehearsals|soundcheck|sound check|warm up', 'labels'],
    [
      '~ alternate',
      'alternates|alternative|alternative version|alt version|outtakes|out take|false start|unused|unreleased|leaked|leak|snippet version|first take|one take|master take|slate|breakdown version|deleted version|original lyrics|alternate lyrics',
      'labels',
    ],
    [
      'live',
      'live version|livestream|live stream|on stage|in the studio|from the studio|=at home|from home|live from home|=encore|bootleg live|soundboard|audience recording|concert version|tour version|=live in session',
      'labels',
    ],
    [
      '~ live',
      'live lounge|tiny desk|tiny desk concert|spotify singles|spotify sessions|apple music sessions|amazon original|paste session|kexp|audiotree|a colors show|colors show|vevo presents|vevo lift|vevo dscvr|dscvr|like a version|live room|the first take|one world together at home|bbc session|peel session|in session|itunes festival|itunes session|yahoo session|aol sessions|stripped session|cardiff sessions|rolling stone session',
      'labels',
    ],
    [
      'acoustic',
      'campfire version|bare|naked version|bare bones|=campfire|intimate version',
      'labels',
    ],
    [
      'orchestral version',
      'symphonic|orchestral|orchestra|orchestra version|with orchestra|symphony version|full orchestra|philharmonic version',
      'labels',
    ],
    [
      'remix',
      'remixx|remixxx|rmx|mixx|remx|r3mix|re rub|rerub|rework|re work|revibe|refix|re fix|flip|bootleg|blend|mashup|mash up|redrum|re edit|re drum|refreak',
      'labels',
    ],
    ['vip mix', '=vip', 'labels'],
    ['club mix', '=club|=discotheque', 'labels'],
    ['dub mix', '=dub|dubplate|dub plate|=riddim|=version dub', 'labels'],
    ['party mix', '=party', 'labels'],
    ['afro mix', '=afro', 'labels'],
    ['freestyle', 'freestyle|freestyled', 'labels'],
    ['demo', 'demos|demo tape|demo take|pre production', 'labels'],
    ['interlude', '=bridge', 'labels'],
    ['intro', '=introduction|=prelude|=overture|=prologue', 'labels'],
    ['outro', '=epilogue|=finale|=ending|=postlude|=coda', 'labels'],
    [
      'preview',
      'snippet|teaser|extract|excerpt|clip version|radio cut|=short|=chorus|=hook|call out hook|call out research hook',
      'labels',
    ],
    [
      '~ commentary',
      'track commentary|voice commentary|behind the song|storyteller|storytellers|=story|behind the scenes|making of|track by track|=spoken|narrated|=narrative',
      'labels',
    ],
    [
      '~ reaction',
      'reaction|tutorial|lesson|how to play|drum cover|guitar cover|bass cover|piano cover|dance cover|dance practice|choreography|dance video|drum playthrough|playthrough',
      'labels',
    ],
    ['cover', 'coversong|cover song|covers', 'labels'],
    ['duet version', 'duet|duo version|=duo', 'labels'],
    ['full version', 'full ver|full size|full song|complete version', 'labels'],
    [
      'album version',
      'album ver|album track|album cut|album mix|lp cut|studio recording|on vocal',
      'labels',
    ],
    ['single version', 'single ver|single cut|45 version', 'labels'],
    [
      'remaster',
      'rmst|remastered version|remastered edition|24 bit remaster|hi res|hires|half speed master|uhd|hdtracks|dsd|mastered for itunes|dolby atmos|atmos mix|dolby atmos version|atmos|spatial audio|360 reality audio|mqa',
      'labels',
    ],
    [
      'soundtrack',
      'ost|o s t|original soundtrack|main title|main titles|main theme|theme song|end title|end titles|end credits|opening theme|ending theme|opening song|ending song|insert song|title track|from the vault',
      'labels',
    ],
    [
      'official video',
      'mv|m v|pv|pv version|official mv|official audio|official|lyric video|lyrics video|lyric|w lyrics|with lyrics|hd|hq|4k|1080p|720p|hd video|full hd|audio only|clip officiel|color coded|color coded lyrics|color coded lyrics eng|han rom eng|eng sub|sub eng|sub indo|romaji|subtitled|subtitles|=subs|vevo|prod version|visualizer|visualiser|visual|music audio|free download|free dl|out now|=new|=stream|official stream|=premiere',
      'players',
    ],
  ],
}

export const INTERNET: readonly WordList[] = [internet]
