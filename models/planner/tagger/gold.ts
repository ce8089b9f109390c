import { minorDigits } from '../../../core/money.ts'
import { localDateOf, zoned } from '../../../core/time.ts'
import { stemOf } from '../classifier/words.ts'
import { asRecord } from '../conversation.ts'
import type { Mention } from '../mention.ts'
import type { Args, PersonContext } from '../types.ts'
import { plainOf } from '../words.ts'
import type { Token } from './tokens.ts'

/** An instant, and not a name with a capital T in it. */
const INSTANT = /^\d{4}-\d\d-\d\dT/

/** The label of a token that fills nothing. */
export const OUTSIDE = 'O'
/** Fields whose value is a code for the words, not the words. */
const CODED = new Set([
  'kind',
  'period',
  'purpose',
  'topic',
  'sex',
  'groupBy',
  'status',
  'scope',
  'energy',
  'currency',
  'locale',
  'rrule',
  'metric',
  'meter',
  'reason',
  'place',
  'reset',
  'context',
  'unit',
])
/** Lists of names that stand side by side: one span, from the first to the last. */
export const LISTS: ReadonlySet<string> = new Set(['products', 'items'])
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+(?:[.,:/]\p{N}+)*/gu

interface Word {
  start: number
  end: number
  stem: string
}
const wordsOf = (text: string): Word[] =>
  [...plainOf(text).matchAll(WORD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    stem: /\p{L}/u.test(found[0]) ? stemOf(found[0]) : found[0],
  }))

/** Where the words of a value stand: together if possible, else in their order with gaps. */
const placesOf = (words: readonly Word[], value: string): Word[] => {
  const wanted = wordsOf(value).map(({ stem }) => stem)
  if (wanted.length === 0) return []
  for (let from = 0; from + wanted.length <= words.length; from++) {
    if (wanted.every((stem, i) => words[from + i]?.stem === stem)) return words.slice(from, from + wanted.length)
  }
  const found: Word[] = []
  let at = 0
  for (const stem of wanted) {
    const next = words.findIndex((word, index) => index >= at && word.stem === stem)
    if (next < 0) return []
    const word = words[next]
    if (word) found.push(word)
    at = next + 1
  }
  return found
}

/** Things with figures of their own, one after another: the parts of a purchase, the items of a meal. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['parts', 'items'])
const FIGURES = ['amount', 'grams', 'kcal', 'protein', 'fat', 'carbs', 'times']

/** Text fields of an input with their values; things one after another are all `parts`. */
const textsOf = (args: Args): [string, string][] => {
  const texts: [string, string][] = []
  for (const [field, value] of Object.entries(args)) {
    if (ONE_BY_ONE.has(field) && Array.isArray(value) && value.every((part) => typeof part === 'object')) {
      for (const part of value) {
        const { category, name } = asRecord(part)
        const said = category ?? name
        if (typeof said === 'string') texts.push(['parts', said])
      }
    } else if ((field === 'tags' || LISTS.has(field)) && Array.isArray(value)) {
      for (const item of value) if (typeof item === 'string') texts.push([field, item])
    } else if (
      typeof value === 'string' &&
      (!CODED.has(field) || (field === 'topic' && args['enabled'] === undefined)) &&
      !value.startsWith('@') &&
      !/^\d{4}-\d\d-\d\d|^\d\d:\d\d$/.test(value)
    )
      texts.push([field, value])
  }
  return texts
}

const numbersOf = (args: Args): [string, number][] =>
  Object.entries(args).flatMap(([field, value]): [string, number][] => {
    if (typeof value === 'number') return [[field, value]]
    if (field === 'cost') {
      const { amount } = asRecord(value)
      return typeof amount === 'number' ? [[field, amount]] : []
    }
    if (field === 'subject') return numbersOf(asRecord(value))
    if (!ONE_BY_ONE.has(field) || !Array.isArray(value)) return []
    return value.flatMap((part): [string, number][] => {
      const own = asRecord(part)
      return FIGURES.flatMap((figure) => {
        const said = own[figure]
        return typeof said === 'number' ? [['parts', said] as [string, number]] : []
      })
    })
  })

const DAY = 1_440
const MONTH = 43_200

/** A measure as the figures its field may hold: as said, in the base unit, in grams. */
const readingsOf = ({ value, base, of }: Mention & { kind: 'measure' }): number[] => {
  const kilos = of === 'mass' ? [Math.round(base * 1000), Number(base.toFixed(2)), Number(base.toFixed(1))] : []
  return [value, base, Math.round(base), ...kilos]
}

const WINDOWS = ['within', 'window', 'workHours', 'quietHours', 'sleepWindow']

const byNumber = (args: Args, ...values: number[]): string | undefined =>
  numbersOf(args).find(([, value]) => values.includes(value))?.[0]

/** Which field of the meant arguments a mention gave its value to. */
const fieldOfMention = (mention: Mention, args: Args, context: PersonContext): string => {
  const { timeZone } = context
  const entries = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const dateOf = (value: string): string => (INSTANT.test(value) ? localDateOf(new Date(value), timeZone) : value)
  const clockOf = (value: string): string =>
    INSTANT.test(value) ? zoned(new Date(value), timeZone).toPlainTime().toString({ smallestUnit: 'minute' }) : value
  const dated = (date: string): string | undefined =>
    entries.find(([field, value]) => field === 'refDate' && value === date)?.[0] ??
    entries.find(
      ([field, value]) => /^\d{4}-\d\d-\d\d/.test(value) && dateOf(value) === date && !field.startsWith('ref'),
    )?.[0] ??
    (args['refFrom'] === date ? 'refRange' : undefined)
  const field = (() => {
    switch (mention.kind) {
      case 'money':
        return byNumber(args, mention.amount)
      case 'percent':
        return byNumber(args, mention.value)
      case 'measure':
        return byNumber(args, ...readingsOf(mention))
      case 'pair':
        return asRecord(args['value'])['systolic'] === mention.first ? 'value' : undefined
      case 'sets':
        return args['sets'] === undefined ? undefined : 'sets'
      case 'number':
        return byNumber(args, Math.round(mention.value * 10 ** minorDigits(context.currency)), mention.value)
      case 'date':
        return dated(mention.date)
      case 'instant': {
        const exact = entries.find(
          ([, value]) => INSTANT.test(value) && new Date(value).getTime() === new Date(mention.at).getTime(),
        )
        return exact?.[0] ?? dated(localDateOf(new Date(mention.at), timeZone))
      }
      case 'time':
        return (
          entries.find(
            ([, value]) => (INSTANT.test(value) || /^\d\d:\d\d$/.test(value)) && clockOf(value) === mention.time,
          )?.[0] ?? afternoon(mention.time, entries, clockOf)
        )
      case 'delay':
        return (
          entries.find(
            ([, value]) =>
              INSTANT.test(value) && new Date(value).getTime() === context.now.getTime() + mention.minutes * 60_000,
          )?.[0] ??
          (args['minutes'] === mention.minutes
            ? 'minutes'
            : dated(localDateOf(new Date(context.now.getTime() + mention.minutes * 60_000), timeZone)))
        )
      case 'range':
        if (args['refFrom'] === mention.from) return 'refRange'
        return entries.some(([name, value]) => name === 'from' && dateOf(value) === mention.from)
          ? 'from'
          : dated(mention.from)
      case 'window':
        if (args['start'] && args['end']) return 'start'
        return WINDOWS.find((name) => args[name] !== undefined)
      case 'duration':
        return byNumber(args, mention.minutes, mention.minutes * 60, mention.minutes / DAY, mention.minutes / MONTH)
      case 'shift':
        return byNumber(args, mention.minutes)
      case 'rrule':
        return args['rrule'] === undefined ? undefined : 'rrule'
      default:
        return undefined
    }
  })()
  return field ?? OUTSIDE
}

const afternoon = (
  time: string,
  entries: readonly [string, string][],
  clockOf: (value: string) => string,
): string | undefined => {
  const hour = Number(time.slice(0, 2))
  const later = hour < 12 ? `${String(hour + 12).padStart(2, '0')}${time.slice(2)}` : time
  return entries.find(([, value]) => INSTANT.test(value) && clockOf(value) === later)?.[0]
}

/** The label each token should get, from a phrase and the arguments meant by it. */
export const goldLabels = (text: string, tokens: readonly Token[], args: Args, context: PersonContext): string[] => {
  const words = wordsOf(text)
  const labels = tokens.map(() => OUTSIDE)
  const inside = (token: Token, places: readonly Word[]): boolean => {
    const own = words.filter((word) => word.start >= token.start && word.end <= token.end)
    return own.length > 0 && own.every((word) => places.includes(word))
  }
  for (const [field, value] of textsOf(args)) {
    const places = placesOf(words, value)
    tokens.forEach((token, index) => {
      if (labels[index] === OUTSIDE && inside(token, places)) labels[index] = field
    })
  }
  for (const field of LISTS) {
    const first = labels.indexOf(field)
    for (let index = first + 1; first >= 0 && index < labels.lastIndexOf(field); index++) labels[index] = field
  }
  tokens.forEach((token, index) => {
    if (token.mention && labels[index] === OUTSIDE) labels[index] = fieldOfMention(token.mention, args, context)
    const before = labels[index - 1]
    // A sign inside a name belongs to it.
    if (
      !/[\p{L}\p{N}]/u.test(token.plain) &&
      before !== undefined &&
      before !== OUTSIDE &&
      before !== 'parts' &&
      labels[index + 1] === before
    )
      labels[index] = before
  })
  return labels
}
