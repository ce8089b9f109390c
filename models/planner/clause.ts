import type { Lang } from '../../core/user.ts'
import type { Mention } from './mention.ts'
import { readMentions } from './reading/index.ts'
import type { PersonContext } from './types.ts'
import { plainOf, words } from './words.ts'

/** One request of a message: its words and what they say about time, money and quantity. */
export interface Clause {
  text: string
  /** `text` in lower case with ё as е, same offsets. */
  plain: string
  lang: Lang
  mentions: readonly Mention[]
}

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { kind: K }>

/** Words that put a bare weekday or date into the past: a purchase "on Monday" was last Monday. */
const PAST = words(
  'потратил\\p{L}*|потрачено|заплатил\\p{L}*|отдал\\p{L}*|купил\\p{L}*|брал\\p{L}*|взял\\p{L}*|ушл[оа]|уходил\\p{L}*|спустил\\p{L}*|расход\\p{L}*|трат\\p{L}*|получил\\p{L}*|пришл[аио]|заработал\\p{L}*|был[аио]?|сделал\\p{L}*|проехал\\p{L}*|перевел\\p{L}*|снял\\p{L}*',
  'spent|paid|bought|spending|expenses?|earned|received|got|cost|blew|dropped|was|were|did|went|splurged|purchases?',
)

export const clauseOf = (text: string, lang: Lang, context: PersonContext, tense?: 'past' | 'future'): Clause => {
  const plain = plainOf(text)
  const prefer = tense ?? (PAST.test(plain) ? 'past' : 'future')
  const mentions = readMentions(
    text,
    { now: context.now, timeZone: context.timeZone, lang, currency: context.currency },
    { prefer },
  )
  return { text, plain, lang, mentions }
}

export const mentionsOf = <K extends Mention['kind']>(clause: Clause, ...kinds: K[]): MentionOf<K>[] =>
  clause.mentions.filter((mention): mention is MentionOf<K> => (kinds as string[]).includes(mention.kind))

/** Whether an amount of money is said: with a currency, or a bare number that may be one. */
export const saysAmount = (clause: Clause): boolean => mentionsOf(clause, 'money', 'number').length > 0
