import { type Clause, type MentionOf, mentionsOf } from '../clause.ts'
import type { Cues, Op } from '../cues.ts'
import type { Mention } from '../mention.ts'
import { words } from '../words.ts'

/** Something grammar sees in a sentence; training finds which tools it speaks for or against, and how much. */
export type When = (plain: string, cues: Cues, clause: Clause) => boolean

export const says = (...alternatives: string[]): When => {
  const pattern = words(...alternatives)
  return (plain) => pattern.test(plain)
}
/** The sentence begins like this, courtesies left out. */
export const begins = (...alternatives: string[]): When => {
  const pattern = new RegExp(
    `^(?:(?:пожалуйста|плиз|плз|слушай|эй|ой|ну|а|и|мне|давай|можешь|мож|надо|нужно|хочу|еще|также|please|pls|hey|ok|okay|so|and|also|just|can you|could you|can u|would you|i want to|i need to|i'd like to|let's|lets|now|then|упс|блин|oops|no|нет)[\\s,.!]+)*(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  )
  return (plain) => pattern.test(plain)
}
export const both =
  (...tests: When[]): When =>
  (plain, cues, clause) =>
    tests.every((test) => test(plain, cues, clause))
export const either =
  (...tests: When[]): When =>
  (plain, cues, clause) =>
    tests.some((test) => test(plain, cues, clause))
export const not =
  (test: When): When =>
  (plain, cues, clause) =>
    !test(plain, cues, clause)
export const op =
  (...ops: Op[]): When =>
  (_plain, cues) =>
    ops.some((one) => cues.ops.has(one))
export const mentions =
  (...kinds: Mention['kind'][]): When =>
  (_plain, _cues, clause) =>
    (mentionsOf(clause, ...kinds) as MentionOf<Mention['kind']>[]).length > 0

export const amount: When = (_plain, cues) => cues.amount
export const money: When = (_plain, cues) => cues.money
export const when: When = (_plain, cues) => cues.when
/** A question, unless it is a polite request. */
export const question: When = (plain, cues) =>
  cues.question && !/^(?:can|could|would|will) (?:you|u)|^(?:можешь|можно|не мог)/u.test(plain)

/** A value that a row is to get. */
export const CHANGED = says(
  'пусть|теперь|перестав\\p{L}*|продли\\p{L}*|подвин\\p{L}*|отложи|самой важной|в проект|приоритет\\p{L}*|будет на|перенос\\p{L}*|перенес\\p{L}*',
  'needs? a deadline|top priority|priority|goes to|reopen|more days|assign|to the .{2,20} project|instead|is now|slides?|make the|make it|make that',
)
/** Ways to say that something is not wanted, beside the verbs of removing. */
export const REMOVE_MORE = says(
  'избав\\p{L}*|больше не нуж\\p{L}*|не нуж\\p{L}*|снимай|удаля\\p{L}*|сотри|выброс\\p{L}*',
  'scrap|no need|can be deleted|not needed|is cancell?ed|can.?t make it|won.?t be',
)
