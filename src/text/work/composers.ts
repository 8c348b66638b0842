/**
 * Composers by family name, in the spellings of several languages, and their first names where several
 * bear the name. Who stands here is no performer of the work that a title names.
 */
const COMPOSERS =
  'bach:johann sebastian,carl philipp emanuel,johann christian,wilhelm friedemann|beethoven:ludwig van|mozart:wolfgang amadeus,leopold|' +
  'haydn:joseph franz,michael johann|handel/haendel/handl:georg friedrich george frideric|vivaldi:antonio|telemann:georg philipp|purcell:henry|' +
  'schubert:franz|schumann:robert,clara|brahms:johannes|chopin/szopen/shopen:frederic fryderyk francois|liszt/list:franz ferenc|mendelssohn:felix bartholdy,fanny|' +
  'tchaikovsky/tschaikowsky/tschaikowski/tchaikovski/chaikovsky/chaykovskiy/tsjaikovski/ciaikovskij/cajkovskij:pyotr ilyich peter piotr petr iljitsch i|' +
  'rachmaninoff/rachmaninov/rachmaninow/rakhmaninov/rahmaninov:sergei sergej serge sergey|prokofiev/prokofieff/prokofjew/prokofyev/prokofev:sergei sergej serge sergey|' +
  'shostakovich/schostakowitsch/chostakovitch/sjostakovitsj:dmitri dmitry dimitri|stravinsky/strawinsky/stravinski/stravinskiy:igor|' +
  'mussorgsky/mussorgski/moussorgsky/moussorgski/musorgskiy:modest|rimsky korsakov/rimski korsakov/rimskij korsakov/rimskij korsakow/rimskiy korsakov/rimsky korsakow/rimsky:nikolai nikolay|borodin:alexander aleksandr|' +
  'scriabin/skrjabin/skryabin:alexander aleksandr|glinka:mikhail michail|khachaturian/chatschaturjan/khachaturyan:aram|' +
  'dvorak/dvorzhak:antonin anton|smetana:bedrich|janacek:leos|martinu:bohuslav|bartok:bela|kodaly:zoltan|ligeti:gyorgy|grieg:edvard|sibelius:jean|nielsen:carl|' +
  'debussy:claude achille|ravel:maurice|satie:erik|faure:gabriel|saint saens:camille|bizet:georges|berlioz:hector|gounod:charles|massenet:jules|offenbach:jacques|' +
  'franck:cesar|poulenc:francis|messiaen:olivier|couperin:francois,louis|rameau:jean philippe|charpentier:marc antoine|lully:jean baptiste|dukas:paul|chausson:ernest|' +
  'wagner:richard|strauss:richard,johann,josef|mahler:gustav|bruckner:anton|wolf:hugo|weber:carl maria von|reger:max|bruch:max|hindemith:paul|schonberg/schoenberg:arnold|' +
  'berg:alban|webern:anton|orff:carl|gluck:christoph willibald|pachelbel:johann|buxtehude:dieterich dietrich|schutz:heinrich|hummel:johann nepomuk|czerny:carl|' +
  'clementi:muzio|diabelli:anton|spohr:louis|salieri:antonio|boccherini:luigi|corelli:arcangelo|albinoni:tomaso|scarlatti:domenico,alessandro|monteverdi:claudio|' +
  'pergolesi:giovanni battista|paganini:niccolo nicolo|rossini:gioachino gioacchino|donizetti:gaetano|bellini:vincenzo|verdi:giuseppe|puccini:giacomo|respighi:ottorino|' +
  'leoncavallo:ruggero|mascagni:pietro|elgar:edward|holst:gustav|vaughan williams:ralph|britten:benjamin|walton:william|dowland:john|byrd:william|' +
  'barber:samuel|copland:aaron|gershwin:george|bernstein:leonard|ives:charles|glass:philip|reich:steve|albeniz:isaac|granados:enrique|falla:manuel de|rodrigo:joaquin|' +
  'tarrega:francisco|sor:fernando|villa lobos:heitor|szymanowski:karol|penderecki:krzysztof|gorecki:henryk|part:arvo|enescu:george|palestrina:giovanni pierluigi da'

/** The same in Cyrillic, kana and Chinese, as folded: `Бетховен`, `ベートーヴェン`, `贝多芬`; first names are not looked at. */
const IN_OTHER_SCRIPTS =
  'betkhoven beethoven,betoven beethoven,motsart mozart,motsaruto mozart,bakh bach,bahha bach,shopan chopin,chaikofusuki tchaikovsky,rafumaninofu rachmaninoff,' +
  'shubert schubert,shuberuto schubert,shuman schumann,brams brahms,buramusu brahms,vivarudi vivaldi,gendel handel,henderu handel,gaydn haydn,haidon haydn,' +
  'risuto liszt,grig grieg,gurigu grieg,debyussi debussy,dobyusshi debussy,raveru ravel,dvoruzhaku dvorak,vagner wagner,waguna wagner,maler mahler,' +
  'veruti verdi,puchini puccini,pucchini puccini,bize bizet,mendelson mendelssohn,menderusuzon mendelssohn,prokofefu prokofiev,shosutakovichi shostakovich,' +
  'stravinskiy stravinsky,sutoravinsuki stravinsky,shtraus strauss,shutorausu strauss,' +
  '贝多芬 beethoven,莫扎特 mozart,巴赫 bach,肖邦 chopin,萧邦 chopin,柴可夫斯基 tchaikovsky,舒伯特 schubert,舒曼 schumann,勃拉姆斯 brahms,布拉姆斯 brahms,' +
  '李斯特 liszt,维瓦尔第 vivaldi,韦瓦第 vivaldi,德彪西 debussy,德布西 debussy,海顿 haydn,亨德尔 handel,韩德尔 handel,拉赫玛尼诺夫 rachmaninoff,拉威尔 ravel'

interface Composer {
  readonly name: string
  readonly people: readonly (readonly string[])[]
}

const byName = new Map<string, Composer>()
for (const entry of COMPOSERS.split('|')) {
  const [names = '', people = ''] = entry.split(':')
  const spellings = names.split('/')
  const composer = {
    name: spellings[0] ?? '',
    people: people.split(',').map((person) => person.split(' ')),
  }
  for (const spelling of spellings) byName.set(spelling, composer)
}

const elsewhere = new Map(
  IN_OTHER_SCRIPTS.split(',').map((entry) => {
    const [spelling = '', ...name] = entry.split(' ')
    return [spelling, name.join(' ')] as const
  }),
)

/**
 * The composer of a folded name: `beethoven`, `l van beethoven`, `js bach`, `johann sebastian bach`; with
 * the number of the person where several bear the name and the first name says which.
 */
export function composerOf(folded: string): string | undefined {
  const words = folded.replace(/ (?:jr|sr|i{1,3}|sohn|vater|fils|pere)$/, '').split(' ')
  const known = elsewhere.get(words.at(-1) ?? '')
  if (known !== undefined) return known
  for (const length of [1, 2]) {
    const composer = byName.get(words.slice(-length).join(' '))
    if (composer === undefined) continue
    const given = words.slice(0, -length)
    if (given.length === 0) return composer.name
    const at = composer.people.findIndex((person) => fits(given, person))
    if (at !== -1) return composer.people.length > 1 ? `${composer.name} ${at}` : composer.name
  }
  return undefined
}

/** Each given name is one of the person's, or initials of some. */
function fits(given: readonly string[], person: readonly string[]): boolean {
  const initials = person.map((name) => name.charAt(0)).join('')
  return given.every(
    (word) =>
      PARTICLES.has(word) ||
      person.some((name) => name === word || (word.length > 3 && name.startsWith(word))) ||
      (word.length <= initials.length && initials.includes(word)),
  )
}

const PARTICLES = new Set('van von de da jr sr i ii iii sohn vater fils pere'.split(' '))

/** Those of whom there are recordings of other composers' works. */
export const PLAYING: ReadonlySet<string> = new Set(
  'bernstein rachmaninoff britten prokofiev stravinsky copland gershwin glass strauss'.split(' '),
)

/** Whether both may be the same: `bach` says nothing against `bach 1`. */
export function mayBeSame(left: string, right: string): boolean {
  return (
    left === right ||
    `${left} ` === right.slice(0, left.length + 1) ||
    `${right} ` === left.slice(0, right.length + 1)
  )
}
