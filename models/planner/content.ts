import type { Clause } from './clause.ts'
import type { Span } from './mention.ts'
import { plainOf, tidy } from './words.ts'

/** Words of courtesy and joints of speech that carry no content, wherever a request begins or ends. */
const FILLERS = [
  'а|и|но|ну|так|ой|эй|хей|слушай|пожалуйста|пожалуста|плиз|плз|пжл?ст?|пж|давай(?:те)?|мне|нам|меня|можешь|можно|мож|хочу|хотел[аи]? бы|еще|ещё|также|тоже|потом|бот|ассистент|будь добра?|короче|кстати|блин|там|тут|скажи|что|чтобы?|чтоб|о том|про то|это|этот|эту|тогда|ладно|значит|вот|прошу|нужно|надо|быстро|быстренько|как-нибудь|пусть|у|новую|новый|новое|мою|мой|моё|мое|мои|себе|к|о|об|от|и еще',
  "and|also|then|please|pls|plz|hey|hi|ok|okay|so|oh|um|uh|can you|could you|can u|would you|will you|i want to|i want you to|i'd like to|id like to|i would like to|i need to|i need you to|need to|i gotta|gotta|i have to|i should|let's|lets|just|go ahead and|me|for me|to me|that|a|an|the|my|new|called|named|titled|about|saying|says|by the way|btw|real quick|quickly|kindly|there|it|one|another",
].join('|')

/** Joints that never end a name. */
const TAIL =
  'пожалуйста|пожалуста|плиз|плз|пж|а|и|в|во|на|с|со|к|ко|до|по|за|от|из|мне|меня|еще|ещё|там|ок|ладно|спасибо|будет|часов|плюс|это|затем|всегда|на будущее|автоматически|please|pls|plz|always|automatically|accordingly|apart|completely|split|plus|was|at|on|for|to|from|by|in|and|the|a|an|of|with|me|thanks|thank you|ok|starting|is'

const lead = (pattern: string): RegExp =>
  new RegExp(`^[\\s,.;:!?—–\\-"]*(?:${pattern})(?![\\p{L}\\p{N}])[\\s,.;:!—–\\-]*`, 'u')
const trail = (pattern: string): RegExp =>
  new RegExp(`[\\s,.;:!?—–\\-]*(?<![\\p{L}\\p{N}])(?:${pattern})[\\s,.;:!?—–\\-"]*$`, 'u')

const FILLER_LEAD = lead(FILLERS)
const TAIL_TRAIL = trail(TAIL)

export interface Strip {
  /** Command words at the beginning: verb and what kind of thing it makes. */
  lead: RegExp
  /** Where it goes: "to my calendar". */
  trail?: RegExp
  /** Keep leading words such as "что": a fact or a note is kept as said. */
  asSaid?: boolean
}

export const stripOf = (leads: string[], trails: string[] = [], asSaid = false): Strip => ({
  lead: lead(leads.join('|')),
  ...(trails.length > 0 ? { trail: trail(trails.join('|')) } : {}),
  ...(asSaid ? { asSaid } : {}),
})

interface Piece {
  text: string
  plain: string
  /** Where each character stood in the clause. */
  at: readonly number[]
}

const cut = (piece: Piece, from: number, to: number): Piece => ({
  text: `${piece.text.slice(0, from)}${piece.text.slice(to)}`,
  plain: `${piece.plain.slice(0, from)}${piece.plain.slice(to)}`,
  at: [...piece.at.slice(0, from), ...piece.at.slice(to)],
})

const withoutSpans = (clause: Clause, spans: readonly Span[]): Piece => {
  let piece: Piece = {
    text: clause.text,
    plain: clause.plain,
    at: Array.from({ length: clause.text.length }, (_, index) => index),
  }
  for (const span of [...spans].sort((a, b) => b.start - a.start)) piece = cut(piece, span.start, span.end)
  return piece
}

const cutLead = (piece: Piece, pattern: RegExp): Piece | null => {
  const found = pattern.exec(piece.plain)
  return found && found[0].length > 0 ? cut(piece, 0, found[0].length) : null
}

const cutTrail = (piece: Piece, pattern: RegExp): Piece | null => {
  const found = pattern.exec(piece.plain)
  return found && found[0].length > 0 ? cut(piece, found.index, piece.plain.length) : null
}

/** Repeats the cuts until none applies; `most` bounds it, so that a text of fillers only ends. */
const peel = (piece: Piece, cuts: ((piece: Piece) => Piece | null)[], most = 12): Piece => {
  for (let round = 0; round < most; round++) {
    let next: Piece | null = null
    for (const one of cuts) {
      next = one(piece)
      if (next) break
    }
    if (!next) return piece
    piece = next
  }
  return piece
}

const peeled = (clause: Clause, used: readonly Span[], strip: Strip): Piece => {
  const cuts = [(piece: Piece) => cutLead(piece, strip.lead)]
  if (!strip.asSaid) cuts.push((piece) => cutLead(piece, FILLER_LEAD))
  const { trail: tail } = strip
  if (tail) cuts.push((piece) => cutTrail(piece, tail))
  cuts.push((piece) => cutTrail(piece, TAIL_TRAIL))
  return peel(withoutSpans(clause, used), cuts)
}

/**
 * What is left of a request when its command words and the spans that fill other slots are gone: a title, a text, a
 * search. Words are kept as said.
 */
export const contentOf = (clause: Clause, used: readonly Span[], strip: Strip): string =>
  tidy(peeled(clause, used, strip).text)

/** A name without the joints of speech around it: "gym please" → "gym". */
export const trimmed = (text: string): string => {
  const plain = plainOf(text)
  const at = Array.from({ length: text.length }, (_, index) => index)
  return tidy(
    peel({ text, plain, at }, [(piece) => cutLead(piece, FILLER_LEAD), (piece) => cutTrail(piece, TAIL_TRAIL)]).text,
  )
}

/** Offsets of the characters that `contentOf` keeps. */
export const contentOffsets = (clause: Clause, used: readonly Span[], strip: Strip): ReadonlySet<number> =>
  new Set(peeled(clause, used, strip).at)
