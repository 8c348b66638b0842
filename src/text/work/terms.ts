/** Forms of music by what they are called on sleeves; the first word names the form here. */
const FORMS =
  'symphony symphonies symphonie sinfonie sinfonien sinfonia symfonie symfonia symfoni simfonia симфония симфонии sinfonía|' +
  'sonata sonatas sonate sonaten sonates sonatine sonatina соната сонаты|' +
  'concerto concertos concerti concert konzert konzerte koncert konsert concierto концерт|' +
  'quartet quartets quartett quartette quatuor quatuors quartetto cuarteto kwartet квартет|' +
  'quintet quintett quintette quintetto quinteto kwintet квинтет|trio trios трио|sextet sextett sextuor sestetto|septet septett septuor|octet oktett octuor|' +
  'suite suites suiten suita сюита|partita partitas partiten|' +
  'prelude preludes praludium praludien preludio preludi preludium praeludium прелюдия прелюд|fugue fugues fuge fugen fuga фуга|' +
  'nocturne nocturnes nocturno nokturn notturno notturni ноктюрн|etude etudes etuden study studies studio studi estudio etiuda этюд|' +
  'waltz waltzes walzer valse valses valzer vals walc вальс|mazurka mazurkas mazurken мазурка|polonaise polonaises polonez полонез|' +
  'ballade ballades balladen ballata баллада|scherzo scherzi scherzos скерцо|impromptu impromptus экспромт|gymnopedie gymnopedies|gnossienne gnossiennes|' +
  'mass messe missa misa месса|requiem реквием|overture ouverture obertura увертюра|' +
  'variations variation variationen variazioni variaciones вариации|dance dances tanz tanze danse danses danza danze danzas танец танцы|' +
  'rhapsody rhapsodies rhapsodie rhapsodien rapsodia рапсодия|invention inventions inventio inventionen invenzione|toccata toccatas tokkata токката|' +
  'cantata kantate cantate кантата|serenade serenata серенада|divertimento divertimenti|march marche marsch marcia marcha марш|' +
  'romance romances romanze romanzen romanza романс|bagatelle bagatelles bagatellen|rondo rondeau рондо|fantasy fantasia fantasie fantaisie phantasie фантазия|' +
  'caprice caprices capriccio каприс|consolation consolations|arabesque arabesques arabeske|barcarolle|berceuse|canon kanon canone'

/** Works of several movements: a movement is not the whole. */
export const CYCLES: ReadonlySet<string> = new Set(
  'symphony sonata concerto quartet quintet trio sextet septet octet suite partita mass requiem cantata serenade divertimento'.split(
    ' ',
  ),
)

const INSTRUMENTS =
  'piano pianoforte fortepiano klavier фортепиано фортепианный фортепианная|violin violon violino violine geige скрипка скрипки скрипичный|' +
  'cello violoncello violoncelle violoncel виолончель виолончели|viola bratsche bratschen|flute flote floten flauto|clarinet klarinette klarinetten clarinette clarinetto|' +
  'oboe oboen hautbois|bassoon fagott fagotto basson|horn corno cor|trumpet trompete trompeten trompette tromba|harp harpe harfe harfen arpa|' +
  'guitar gitarre gitarren guitare guitarra chitarra|organ orgel orgue organo|harpsichord cembalo clavecin clavicembalo|' +
  'string strings streich streicher cordes archi cuerda cuerdas струнный'

/** What tells two sets of one form apart. */
const QUALIFIERS =
  'hungarian ungarische ungarischer ungarischen hongroise hongroises ungherese ungheresi венгерский венгерская|' +
  'slavonic slawische slawischer slave slaves slavnsky славянский|norwegian norwegische norwegischer|french franzosische franzosischen francaise francaises francese|' +
  'english englische englischen anglaise anglaises inglese|german deutsche deutscher deutsches|spanish spanische espagnole espanola|' +
  'brandenburg brandenburgisches brandenburgische brandebourgeois|double doppel|triple tripel'

function tableOf(words: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const group of words.split('|')) {
    const [name = ''] = group.split(' ')
    for (const word of group.split(' ')) table.set(word, name)
  }
  return table
}

const forms = tableOf(FORMS)
const instruments = tableOf(INSTRUMENTS)
const qualifiers = tableOf(QUALIFIERS)

export const formOf = (word: string) => forms.get(word)
export const instrumentOf = (word: string) => instruments.get(word)
export const qualifierOf = (word: string) => qualifiers.get(word)
