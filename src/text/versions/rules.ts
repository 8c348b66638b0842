import type { VersionKind } from '../../model/version.ts'

const LANGUAGES =
  'english|spanish|french|german|italian|portuguese|japanese|korean|chinese|mandarin|cantonese|hokkien|hakka|thai|' +
  'hindi|russian|ukrainian|swedish|norwegian|danish|finnish|icelandic|dutch|turkish|arabic|hebrew|polish|czech|' +
  'slovak|hungarian|romanian|catalan|greek|vietnamese|indonesian|dialect|tamil|telugu|punjabi|persian|croatian|' +
  'serbian|bulgarian|latin|hawaiian|irish|welsh|jp|jpn|kr|kor|eng|esp|spa|chn|spanglish'

/** `live` is a version word unless the words around it make it a verb. */
const LIVE =
  '(?<!\\b(?:to|we|you|i|they|and|let|long|where|who|that|people|must|cant|wont|dont|gotta|wanna|so|how|only|will|would|could) )' +
  'live(?! (?:your|my|our|his|her|their|and|a|it|up|for|to|with|like|life|through|forever|free|fast|' +
  'without|or|this|is|together|while|tonight|now|the|again|until|till|long|die|wire|alone|by|off|out)\\b)'

/** Instruments, groups and styles: `piano version`, `for string quartet`. */
const ARRANGED =
  'piano|orchestral?|orchestrated|strings?|string quartet|symphonic|guitar|solo|lullaby|music box|8 ?bit|chiptune|' +
  'a tempo|duet|duo|choir|organ|ukulele|harp|violin|cello|flute|zither|fiddle|oud|brass|marching band|woodwind|' +
  'jazz|salsa|bachata|cumbia|banda|mariachi|nortena|ranchera|flamenco|samba|funk|koplo|tango|merengue|bolero|' +
  'reggae|country|rock|pop|metal|punk|swing|bossa nova|dance|club|dubstep|ambient|lofi|phonk|gospel|soul|blues|' +
  'bluegrass|folk|latin|ska|disco|electro|synth|party|rap|ballad|band|children|kids|male|female|sad|arrange'

/**
 * What is read of the folded English text of one bracket or dash suffix, from top to bottom; what a rule
 * has read, the next one does not see. Words of other languages and the internet's own have been turned
 * into these before (`words/`).
 */
export const VERSION_RULES: readonly (readonly [VersionKind, RegExp])[] = [
  // Before all others: a film may be called by any of their words.
  [
    'soundtrack',
    /^(?:music |song |theme )?(?:from|taken from|as heard (?:on|in)|inspired by|featured in) (?!.*\b(?:sessions?|live (?:at|in|from|on)|live$|concert|unplugged|remix|mix|tour|vault)\b).*/g,
  ],
  [
    'karaoke',
    /\b(?:karaoke|(?:in the|as) style of|originally (?:performed|recorded) by|made (?:famous|popular) by|backing track|sing ?along)\b/g,
  ],
  ['instrumental', /\b(?:instrumentals?|no vocals?|minus one|off vocal)\b/g],
  [
    'cover',
    /\b(?:tribute to|tribute|covered by|cover version|ai cover|reaction|parody(?: of)?)\b|\bcover$|^cover (?:of|by)\b|^by (?=[a-z])/g,
  ],
  ['remaster', /\b(?:digital(?:ly)? )?re ?master(?:ed|s|ing)?\b(?: version)?/g],
  [
    'live',
    new RegExp(
      `\\b(?:recorded )?(?:${LIVE}|in concert|unplugged|live lounge|sessions?|recorded at|rehearsal|\\w+ performance|performance|concert)(?: (?:version|recording|take|video|mix))?\\b`,
      'g',
    ),
  ],
  [
    'dj mix',
    /\b(?:mix cut|mixed|continuous mix|continuous dj mix|asot \d+|full continuous)(?: version)?\b/g,
  ],
  [
    'speed',
    /\b(?:sped up|slowed|8d(?: audio)?|pitched|bass boosted|reverb|reversed)\b(?: (?:version|audio|mix))?/g,
  ],
  ['rerecorded', /\b(?:re ?recorded|re ?recording|new recording)\b(?: version)?/g],
  [
    'demo',
    /\b(?:demos?|rough mix|work in progress|early version|early take)\b(?: (?:version|recording|mix|take|tape))?/g,
  ],
  ['acoustic', /\b(?:acoustic|stripped(?: down| back)?)\b(?: (?:version|mix|take|recording))?/g],
  ['a cappella', /\b(?:a cap+el+a|acap+el+as?|accap+el+a|vocals? only)\b(?: (?:version|mix))?/g],
  [
    'language',
    new RegExp(
      `\\b(?:${LANGUAGES})(?: language)? (?:version|ver|mix|remix|edit)\\b|\\bsung in \\w+\\b|\\bversion (?:in )?(?:${LANGUAGES})\\b|^(?:in )?(?:${LANGUAGES})$`,
      'g',
    ),
  ],
  [
    'soundtrack',
    /\b(?:original )?(?:motion picture |movie |film |television )?(?:soundtrack|ost|score)\b(?: version)?|\boriginal (?:broadway |london )?cast recording\b.*|\b(?:love |main |end )?theme from\b.*/g,
  ],
  [
    'extended',
    /\b(?:extended|12 ?inch|12|12in|full length|long)\b(?: \w+)?(?: (?:version|mix|remix|edit))\b|\bextended\b|^12$/g,
  ],
  [
    'edit',
    /\b(?:radio|single|short|shorter|video|7 ?inch|7|tv|original radio)\b(?: (?:edit|mix|cut|length|remix edit))\b|\b(?:radio|short|7 ?inch|7) version\b|\btv size\b(?: version)?|^radio$|^(?:single |album |short )?edit(?: version)?$/g,
  ],
  [
    'album',
    /\b(?:explicit |clean |edited |amended |main )?(?:album|main|original|full|full length)(?: (?:album|studio|length))? mix\b|\b(?:explicit |clean |edited |amended |main )?(?:album|lp|ep|main|original|studio|full|full length|uncut|standard|greatest hits)(?: (?:album|studio|radio|single|length|lp|ep|stereo|mono|long|club|hit|release))? (?:version|edit|ver|master|recording)\b|^(?:album|original|main|studio|lp|ep|original album)$|^previously unreleased$|^non ?album track$|^full length$|^uncut$/g,
  ],
  ['single', /\b(?:single|digital single|45) (?:version|ver|mix)\b|^single$/g],
  ['explicit', /\b(?:explicit|dirty|uncensored|parental advisory)(?: (?:version|lyrics))?\b/g],
  ['clean', /\b(?:clean|edited|amended|censored)(?: version)?\b/g],
  [
    'bonus',
    /\b(?:bonus(?: track| cut| version)?|hidden track|deluxe(?: edition| version)?|exclusive|anniversary edition|expanded edition|special edition)\b/g,
  ],
  [
    'video',
    /\b(?:official )?(?:music |lyrics? |hd )?(?:video|audio|visuali[sz]er)(?: clip)?\b|^(?:official|with )?lyrics?$|\b(?:track |album )?stream$/g,
  ],
  ['mono', /\bmono(?:aural|phonic)?\b(?: (?:version|mix))?/g],
  ['stereo', /\bstereo\b(?: (?:version|mix))?/g],
  [
    'remix',
    /\b(?:official )?(?:remix(?:ed)?(?: by)?|re ?mix|rework(?:ed)?(?: by)?|bootleg|flip|mashup|dub|reconstruction|mix|megamix)(?: (?:edit|version|radio edit))?(?= *$| \d+$| by\b| of\b)|\bdub (?:mix|version)\b|\bremix\b|\bmix \d+\b|\b(?:edit|mix)$/g,
  ],
  [
    'alternate',
    /\b(?:alternat(?:e|ive)|alt|outtake|unreleased|medley|freestyle|drumless|bassless|drum track)\b(?: (?:version|take|mix|recording|edit|ending))?|\b(?:take|version|ver|mix) (?:\d+|one|two|three|ii|iii)\b|\b(?:first|second|third) (?:version|take)\b|^take$/g,
  ],
  [
    'arrangement',
    new RegExp(
      `\\b(?:${ARRANGED})(?: and \\w+)? (?:version|ver|arrangement|rendition|take|solo)\\b|\\bversion (?:${ARRANGED})\\b|^(?:for )?(?:${ARRANGED})(?: and (?:${ARRANGED}))?$|^arr(?:anged)?(?: by)? (?=\\w)`,
      'g',
    ),
  ],
  ['commentary', /\b(?:commentary|interview|spoken word|track by track)\b/g],
  ['reprise', /\breprise\b/g],
  [
    'excerpt',
    /\b(?:excerpt|snippet|preview|ringtone|loop|interlude|intro|outro|skit|prelude)\b(?: version)?$/g,
  ],
  ['version', /\b(?:version|ver|recording)\b/g],
]

/** Of these, what was read tells one from another: a piano version is no orchestral one. */
export const TOLD_BY_WORD: ReadonlySet<VersionKind> = new Set<VersionKind>([
  'speed',
  'language',
  'alternate',
  'arrangement',
  'excerpt',
])
