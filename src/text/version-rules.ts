import type { VersionKind } from '../model/version.ts'

const LANGUAGES =
  'english|spanish|espanol|french|francais|german|deutsch|italian|italiano|portuguese|portugues|' +
  'japanese|korean|chinese|mandarin|cantonese|hindi|russian|swedish|dutch|turkish|arabic|hebrew|' +
  'polish|finnish|danish|norwegian|greek|jp|kr|eng|esp'

/** `live` is a version word unless the words around it make it a verb. */
const LIVE =
  '(?<!\\b(?:to|we|you|i|they|and|let|long|where|who|that|people|must|cant|wont|dont|gotta|wanna|so|how) )' +
  'live(?! (?:your|my|our|his|her|their|and|a|it|up|for|to|with|like|life|through|forever|free|fast|' +
  'without|or|this|is|together|while|tonight|now|the|again|until|till|long|die|wire|alone|by|off|out)\\b)'

/**
 * Read from top to bottom on the folded text of one bracket or dash suffix; what a rule has read,
 * the next one does not see.
 */
export const VERSION_RULES: readonly (readonly [VersionKind, RegExp])[] = [
  [
    'karaoke',
    /\b(?:karaoke|(?:in the|as) style of|originally (?:performed|recorded) by|made (?:famous|popular) by|backing track|sing ?along)\b/g,
  ],
  ['instrumental', /\b(?:instrumentals?|no vocals?|minus one|off vocal)\b/g],
  [
    'cover',
    /\b(?:tribute to|tribute|covered by|cover version|parody(?: of)?)\b|\bcover$|^cover of\b/g,
  ],
  [
    'remaster',
    /\b(?:digital(?:ly)? )?re ?master(?:ed|s|ing|izado|izada|ise|isee|isado|iserad)?\b(?: version)?/g,
  ],
  [
    'live',
    new RegExp(
      `\\b(?:recorded )?(?:${LIVE}|en vivo|ao vivo|en directo|en directe|en direct|en concert|in concert|dal vivo|en public|unplugged|live lounge|sessions?|recorded at|\\w+ performance|concert)(?: (?:version|recording|take|video))?\\b`,
      'g',
    ),
  ],
  [
    'dj mix',
    /\b(?:mix cut|mixed|continuous mix|continuous dj mix|asot \d+|full continuous)(?: version)?\b/g,
  ],
  [
    'speed',
    /\b(?:sped up|speed up|slowed(?: down)?(?: and)?(?: reverb)?|nightcore|daycore|chopped(?: and)? screwed|8d(?: audio)?|pitched)\b(?: version)?/g,
  ],
  ['rerecorded', /\b(?:re ?recorded|re ?recording|new recording|new version)\b/g],
  [
    'demo',
    /\b(?:demo|demos|rough mix|work in progress|early version|early take|home recording|voice memo)\b(?: version)?/g,
  ],
  [
    'acoustic',
    /\b(?:acoustic|acoustique|acustic[oa]|akustik|stripped(?: down| back)?)\b(?: version| mix)?/g,
  ],
  ['a cappella', /\b(?:a cap+el+a|acap+el+as?|accap+el+a|vocals? only)\b(?: version| mix)?/g],
  [
    'language',
    new RegExp(
      `\\b(?:${LANGUAGES})(?: language)? (?:version|ver|mix|remix|edit)\\b|\\bsung in \\w+\\b|\\b(?:version|versao) (?:en |em )?(?:${LANGUAGES})\\b`,
      'g',
    ),
  ],
  [
    'soundtrack',
    /^(?:music )?(?:from|taken from|as heard (?:on|in)|inspired by|featured in)\b.*|\b(?:original )?(?:motion picture |movie |film |television )?(?:soundtrack|ost)\b(?: version)?|\boriginal (?:broadway |london )?cast recording\b.*/g,
  ],
  [
    'extended',
    /\b(?:extended|12 ?inch|12|12in|full length|long)\b(?: \w+)?(?: (?:version|mix|remix|edit))\b|\bextended\b|^12$/g,
  ],
  [
    'edit',
    /\b(?:radio|single|short|shorter|video|7 ?inch|7|tv|original radio)\b(?: (?:edit|mix|cut|length|remix edit))\b|\b(?:radio|short|7 ?inch|7) version\b|^radio$|^(?:single |album |short )?edit(?: version)?$/g,
  ],
  [
    'album',
    /\b(?:explicit |clean |edited |amended |main )?(?:album|lp|ep|main|original|studio|full|full length|uncut|standard|greatest hits)(?: \w+)? (?:version|mix|edit|ver|master|recording)\b|^(?:album|original|main|studio|lp)$|^(?:album|lp|ep)(?: track)?$|^previously unreleased$|^non ?album track$|^full length$|^uncut$/g,
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
    /\b(?:official )?(?:music |lyrics? |hd )?(?:video|audio|visuali[sz]er)(?: clip)?\b|^(?:official |with )?(?:lyrics?|letra|paroles|testo)(?: lyrics?)?$|^(?:official )?(?:track |album |song )?stream$|^h[dq]$|^4k$/g,
  ],
  ['mono', /\bmono(?:aural|phonic)?\b(?: version| mix)?/g],
  ['stereo', /\bstereo\b(?: version| mix)?/g],
  [
    'remix',
    /\b(?:official )?(?:remix(?:ed)?(?: by)?|re ?mix|rmx|rework(?:ed)?(?: by)?|refix|re ?edit|bootleg|vip(?: mix)?|flip|mash ?up|dub|reconstruction|mix|megamix)(?: (?:edit|version|radio edit))?(?= *$| \d+$| by\b| of\b)|\bdub (?:mix|version)\b|\bremix\b|\bmix \d+\b|\b(?:edit|mix)$/g,
  ],
  [
    'alternate',
    /\b(?:alternat(?:e|ive)|alt|outtake|unreleased|medley)\b(?: (?:version|take|mix|recording|edit|ending))?|\b(?:take|version|ver|mix) (?:\d+|one|two|three|ii|iii)\b|\b(?:first|second|third) (?:version|take)\b/g,
  ],
  [
    'arrangement',
    /\b(?:piano|orchestral?|orchestrated|string(?:s| quartet)?|symphonic|guitar|solo|lullaby|music box|8 ?bit|a tempo|duet|choir|organ|ukulele|jazz|salsa|bachata|cumbia|banda|mariachi|tango|bolero|reggae|country|rock|pop|metal|punk|swing|bossa nova|dance|club|dubstep|ambient)(?: and \w+)? (?:version|ver|arrangement|rendition|take|solo)\b|^(?:piano|orchestral?|symphonic|duet|salsa|bachata|banda|mariachi|string quartet|8 ?bit)$/g,
  ],
  ['commentary', /\b(?:commentary|interview|spoken word|track by track)\b/g],
  ['reprise', /\breprise\b/g],
  [
    'excerpt',
    /\b(?:excerpt|snippet|preview|interlude|intro|outro|skit|prelude|instrumental interlude)\b$/g,
  ],
  ['version', /\b(?:version|versao|versie|ver)\b/g],
]
