// Which unknown bracket is part of the song's name? A version is called by a noun ("Lofi", "Hex Hector",
// "Tryout Tape"); a subtitle is mostly a line of the song: it speaks to somebody, or is a phrase.
// Tried on 430,877 recordings of public lists: of the brackets that stand behind ten titles and more, which
// are versions and editions, none reads like a line but for what compilations append.

/** Words of somebody who speaks: hardly a version's name has one. */
const SPEAKING = new Set(
  (
    'i im ill ive id you youre youve youll youd your yours u me my mine we weve us our ours he hes she shes ' +
    'his her him it its theyre their them is are am be been was aint dont cant wont didnt doesnt isnt wasnt ' +
    'couldnt wouldnt gonna gotta wanna lets let does did theres thats whats ' +
    'how what when where who why if because never always forever ' +
    'baby please oh ooh hey yeah whoa goodbye goodnight hello darling honey ' +
    // Spanish, Portuguese, French, Italian, German
    'te tu ti mi yo nos eu voce meu minha que je moi toi nous vous ich du dich dir mich mir wir nicht io mio mia'
  ).split(' '),
)

/** What speaks of how, where or by whom something was played. */
const PLAYED =
  /\b(?:by|at|vs|feat|ft|arr|edition|rendition|remake|takeover|recorded|recordings?|rehearsals?|performed|played|sung|cut|mixx?|rub|tape|take|series|singles|sampler|movement|theat(?:re|er)|hall|park|festival|arena|stadium|studios?|house|church|castle|club|tour|show)\b/

const PHRASE =
  /\b(?:the|a|an)\b.*\b(?:of|from|with|for|to|in|on)\b|\b(?:of|from|for|to|in|on) (?:the|a|an|my)\b/
/** A phrase that begins so tells of a place, an occasion or a player. */
const BEGINS_PLAYED = /^(?:at|by|for|with|as|w|featuring)\b/

/** Version names are short; what goes on so long is a list of parts or a line. */
const LONG = 8

/** Whether a folded bracket or dash suffix that names no known version is part of the song's name. */
export function readsAsSubtitle(folded: string): boolean {
  const words = folded.split(' ')
  if (words.length < 2 || PLAYED.test(folded)) return false
  if (/\btheme (?:from|for|of)\b/.test(folded)) return true
  if (words.length >= LONG || words.some((word) => SPEAKING.has(word))) return true
  return (
    words.length > 2 && !/\d/.test(folded) && !BEGINS_PLAYED.test(folded) && PHRASE.test(folded)
  )
}
