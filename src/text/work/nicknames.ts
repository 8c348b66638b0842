import type { CatalogueNumber } from './catalogue-numbers.ts'

/**
 * What works are called beside their names, language by language: `work: name, name`. The work is a catalogue
 * number where there is one. A form before a slash is needed where the name alone is that of several works.
 */
const NICKNAMES = `
op 27/2: sonata/moonlight, mondschein, clair de lune, chiaro di luna, claro de luna, лунная, 月光
op 13: sonata/pathetique, pathetisch, patetica, патетическая, 悲愴
op 57: appassionata
op 53: waldstein
op 31/2: sonata/tempest, sturm, tempete, tempesta
op 106: hammerklavier
op 81a: les adieux, lebewohl
op 24: sonata/spring, fruhling, fruhlings, printemps, primavera
op 47: kreutzer
op 55: eroica, heroique, 英雄
op 68: symphony/pastoral, pastorale, pastoraal, 田園
op 125: symphony/choral, ode to joy, an die freude, 合唱
op 73: concerto/emperor, kaiser, empereur, imperatore
op 97: trio/archduke, erzherzog, archiduc
woo 59: fur elise, for elise, pour elise, per elisa, para elisa, к элизе, エリーゼのために
k 525: eine kleine nachtmusik, little night music, petite musique de nuit, piccola serenata notturna
k 551: symphony/jupiter
k 331/3: alla turca, turkish march, marche turque, turkischer marsch, marcia turca
d 759: symphony/unfinished, unvollendete, inachevee, incompiuta
d 667: trout, forelle, forellen, la truite
d 810: death and the maiden, der tod und das madchen, la jeune fille et la mort
d 839: ellens dritter gesang
d 328: erlkonig, erlking, le roi des aulnes
op 95: symphony/new world, neuen welt, nouveau monde, nuovo mondo, 新世界
op 96: quartet/american, amerikanisches, americain
op 74: symphony/pathetique, pathetisch, patetica, патетическая, 悲愴
rv 269: seasons/spring, fruhling, printemps, primavera, 春
rv 315: seasons/summer, sommer, ete, estate, 夏
rv 293: seasons/autumn, herbst, automne, autunno, 秋
rv 297: seasons/winter, hiver, inverno, 冬
bwv 988: goldberg
bwv 147/10: jesu joy of man s desiring, jesus bleibet meine freude, que ma joie demeure
bwv 140: sleepers wake, wachet auf
bwv 1080: art of fugue, kunst der fuge, art de la fugue
op 64/1: minute waltz, minuten, valse minute, 子犬のワルツ
op 28/15: raindrop, regentropfen, goutte d eau, 雨だれ
op 10/12: revolutionary, revolutions, revolutionnaire, 革命
op 10/3: tristesse
op 35: sonata/funeral march, trauermarsch, marche funebre
op 90: symphony/italian, italienische, italienne, italiana
op 56: symphony/scottish, schottische, ecossaise
op 15/7: traumerei, dreaming, reverie, トロイメライ
s 541/3: liebestraum, dream of love, reve d amour
s 141/3: campanella
l 75/3: clair de lune, 月の光
l 117/8: girl with the flaxen hair, fille aux cheveux de lin, madchen mit dem flachshaar, 亜麻色の髪の乙女
op 314: blue danube, an der schonen blauen donau, beau danube bleu, bel danubio blu
piece bumblebee: flight of the bumblebee, hummelflug, vol du bourdon, volo del calabrone
piece swan: the swan, der schwan, le cygne, il cigno, 白鳥
piece mountain king: hall of the mountain king, halle des bergkonigs, antre du roi de la montagne, antro del re della montagna
piece morning: morning mood, morgenstimmung
piece valkyries: ride of the valkyries, walkurenritt, chevauchee des walkyries, cavalcata delle valchirie
pictures: pictures at an exhibition, bilder einer ausstellung, tableaux d une exposition, quadri di un esposizione, 展覧会の絵
moldau: moldau, vltava
sorcerer: sorcerer s apprentice, zauberlehrling, apprenti sorcier
nutcracker: nutcracker, nussknacker, casse noisette, schiaccianoci
swan lake: swan lake, schwanensee, lac des cygnes, lago dei cigni
`

/** A name that a work goes by beside its own. */
export interface Nickname {
  readonly work: CatalogueNumber
  /** One piece, and not a work of several movements. */
  readonly isPiece: boolean
  readonly form: string | undefined
  readonly name: string
}

const EASTERN = /[\p{Script=Han}\p{Script=Katakana}]/u

const all: readonly Nickname[] = NICKNAMES.trim()
  .split('\n')
  .flatMap((line) => {
    const [work = '', names = ''] = line.split(': ')
    const [before, after] = names.split('/')
    const form = after === undefined ? undefined : before
    return (after ?? names).split(', ').map((name) => ({ ...kindOf(work, form), form, name }))
  })

function kindOf(text: string, form: string | undefined): Pick<Nickname, 'work' | 'isPiece'> {
  const work = workOf(text)
  return {
    work,
    isPiece: text.startsWith('piece ') || (work.piece !== undefined && form === undefined),
  }
}

/** `op 27/2`; what has no number is a system of its own. */
function workOf(text: string): CatalogueNumber {
  const [, system = text, number = '', piece] = /^(\S+) (\d+a?)(?:\/(\d+))?$/.exec(text) ?? []
  return { system, number, piece: piece === undefined ? undefined : Number(piece) }
}

/** By the longest word of the name; those in eastern letters, which have no words, by themselves. */
const byWord = new Map<string, Nickname[]>()
const eastern = all.filter(({ name }) => EASTERN.test(name))
for (const nickname of all) {
  const [word = ''] = nickname.name.split(' ').toSorted((a, b) => b.length - a.length)
  if (!EASTERN.test(word)) byWord.set(word, [...(byWord.get(word) ?? []), nickname])
}

/** Whether some nickname has the word. */
export const isOfNickname = (word: string) => byWord.has(word)

/** The works that the plain title calls by a nickname. */
export function readNicknames(plain: string, forms: ReadonlySet<string>): readonly Nickname[] {
  const words = plain.match(/[\p{L}\d]+/gu) ?? []
  const found = words.flatMap((word) => byWord.get(word) ?? [])
  if (EASTERN.test(plain)) found.push(...eastern)
  if (found.length === 0) return found
  const text = ` ${words.join(' ')} `
  return found.filter(
    ({ name, form }) =>
      (form === undefined || (form === 'seasons' ? isSeasons(plain, forms) : forms.has(form))) &&
      text.includes(EASTERN.test(name) ? name : ` ${name} `),
  )
}

/** Vivaldi's concertos are called by the seasons, others' sonatas and symphonies are too. */
const isSeasons = (plain: string, forms: ReadonlySet<string>) =>
  /seasons|jahreszeiten|saisons|stagioni|estaciones|四季/.test(plain) || forms.has('concerto')
