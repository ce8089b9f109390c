import { toRfc3339 } from '../../../core/time.ts'
import { GLUED_UNITS, LENGTH_WORDS, UNIT_MINUTES, UNIT_WORDS } from './lexicon/calendar.ts'
import { CURRENCIES } from './lexicon/currencies.ts'
import { readCount, readNumber } from './numbers.ts'
import { mention, type Piece, type Rule } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, type Scan, skip, wordAt } from './scan.ts'

interface Length {
  minutes: number
  end: number
  /** Counted in minutes or hours, not days or weeks. */
  short: boolean
  /** One unit without a number: "час", "a week". */
  bare: boolean
}

const round = (minutes: number): number => Number(minutes.toFixed(2))

const unitAt = (s: Scan, i: number): number | null => {
  const named = wordAt(s, i + 1) === '-' && isGlued(s, i + 1) && isGlued(s, i + 2)
  const unit = (isGlued(s, i) && !named ? GLUED_UNITS.get(wordAt(s, i)) : undefined) ?? UNIT_WORDS.get(wordAt(s, i))
  return unit === undefined || unit === 'month' || unit === 'quarter' || unit === 'year' ? null : UNIT_MINUTES[unit]
}

const readFixed = (s: Scan, i: number): Length | null => {
  const half =
    after(s, i, oneOf('полчаса полчасика получаса полчасик')) ||
    after(s, i, 'пол', oneOf('часа часика')) ||
    after(s, i, 'half', oneOf('an a'), 'hour') ||
    after(s, i, 'half', 'hour') ||
    after(s, i, 'a', 'half', 'hour')
  if (half) return { minutes: 30, end: half, short: true, bare: false }
  const threeQuarters = after(s, i, 'three', 'quarters', 'of', 'an', 'hour') || after(s, i, 'три', 'четверти', 'часа')
  if (threeQuarters) return { minutes: 45, end: threeQuarters, short: true, bare: false }
  const quarter =
    after(s, i, 'четверть', 'часа') ||
    after(s, i, 'a', 'quarter', 'of', 'an', 'hour') ||
    after(s, i, oneOf('quarter'), 'of', 'an', 'hour') ||
    after(s, i, 'a', 'quarter', 'hour') ||
    after(s, i, 'quarter', 'hour')
  if (quarter) return { minutes: 15, end: quarter, short: true, bare: false }
  const fortnight = after(s, i, oneOf('a one'), 'fortnight')
  if (fortnight) return { minutes: 20_160, end: fortnight, short: false, bare: false }
  const word = LENGTH_WORDS.get(wordAt(s, i))
  return word === undefined ? null : { minutes: word, end: i + 1, short: true, bare: false }
}

/** A hundred years: more is no length of anything here, and no date can be computed from it. */
const LONGEST = 52_560_000

const WITH_HALF = oneOf('половиной половинкой')
const halfAt = (s: Scan, i: number): number => after(s, i, 'с', WITH_HALF) || after(s, i, 'and', 'a', 'half')

const MORE = oneOf(
  'more extra additional free spare quiet solid full whole свободных спокойных тихих лишних целых свободные',
)

/** One count with its unit: "2 часа", "an hour", "two and a half hours", "пару минут". */
const readPart = (s: Scan, i: number): Length | null => {
  const article = /^(?:a|an)$/.test(wordAt(s, i))
  const coupleAt = article ? i + 1 : i
  const couple = after(s, coupleAt, oneOf('пару пара couple'))
  const number = couple ? { value: 2, end: skip(s, couple, oneOf('of')) } : readNumber(s, i)
  const at = number?.end ?? (article ? i + 1 : i)
  const half = number ? halfAt(s, at) : 0
  let u = half || (number ? skip(s, at, MORE) : at)
  if (number && wordAt(s, u) === '-' && isGlued(s, u) && isGlued(s, u + 1)) u++
  const adjective =
    number && /^минутн/u.test(wordAt(s, u)) ? 1 : number && /^часов(?:ой|ую|ая|ого)$/u.test(wordAt(s, u)) ? 60 : null
  const unit = adjective ?? unitAt(s, u)
  if (unit === null || (number && number.value < 0)) return null
  const lateHalf = half ? 0 : halfAt(s, u + 1)
  const value = (number?.value ?? 1) + (half || lateHalf ? 0.5 : 0)
  const end = lateHalf || u + 1
  return { minutes: value * unit, end, short: unit <= 60, bare: !number && !lateHalf }
}

/** "займёт час двадцать": after these an hour and a number are a length, elsewhere they may be a time of day. */
const LASTS =
  /(?<!\p{L})(?:займ\p{L}*|заня\p{L}*|длит\p{L}*|дли\p{L}*|продл\p{L}*|примерно|около|минимум|максимум)\s+$/u

/** "в час двадцать" is a time of day. */
const CLOCK_LEAD = /(?<!\p{L})(?:в|к|с|со|до|после|около|через|уже|сейчас|на)\s+$/u

/** "2 часа 15 минут", "1h30", "полтора часа", "half an hour". */
const readLength = (s: Scan, i: number): Length | null => {
  const fixed = readFixed(s, i)
  if (fixed) return fixed
  const first = readPart(s, i)
  if (!first || first.minutes > LONGEST) return null
  if (first.minutes % 60 === 0 && first.short) {
    const lead = s.lower.slice(0, s.tokens[i]?.start)
    const lasts = LASTS.test(lead) || (wordAt(s, i) === 'час' && !CLOCK_LEAD.test(lead))
    const tail = first.bare && lasts ? readCount(s, first.end) : null
    if (tail && tail.value % 5 === 0 && tail.value >= 5 && tail.value < 60 && unitAt(s, tail.end) === null)
      return { ...first, minutes: first.minutes + tail.value, end: tail.end, bare: false }
    const quarter = after(s, first.end, 'and', 'a', 'quarter') || after(s, first.end, 'с', 'четвертью')
    if (quarter) return { ...first, minutes: round(first.minutes + 15), end: quarter, bare: false }
    const joint = /^(?:и|and)$/u.test(wordAt(s, first.end)) ? first.end + 1 : first.end
    const second = readPart(s, joint)
    if (second && !second.bare && second.minutes < 60)
      return { ...second, minutes: round(first.minutes + second.minutes), short: true }
    const digits = s.tokens[first.end]
    if (digits?.kind === 'digits' && !digits.gap && Number(digits.word) < 60)
      return { ...first, minutes: first.minutes + Number(digits.word), end: first.end + 1, bare: false }
  }
  const dotted =
    wordAt(s, first.end) === '.' &&
    isGlued(s, first.end) &&
    first.end + 1 < s.tokens.length &&
    /^(?:мин|ч|min|hrs?)$/u.test(wordAt(s, first.end - 1))
  return { ...first, minutes: round(first.minutes), end: dotted ? first.end + 1 : first.end }
}

/** "минут на двадцать", "часа на два", "минут 10": the Russian way to say roughly. */
const readInverted = (s: Scan, i: number): Length | null => {
  if (!/^(?:минут|минутки|часа|часов|часика|дня|дней|денька)$/u.test(wordAt(s, i))) return null
  const unit = unitAt(s, i)
  const few = /^(?:часа|дня)$/u.test(wordAt(s, i)) && /^(?:два|три|четыре)$/u.test(wordAt(s, i + 1))
  const on = after(s, i + 1, 'на') || (few || /^(?:минут|часов|дней)$/u.test(wordAt(s, i)) ? i + 1 : 0)
  const number = on && unit !== null ? readNumber(s, on) : null
  if (
    !number ||
    unit === null ||
    unitAt(s, number.end) !== null ||
    CURRENCIES.has(wordAt(s, number.end)) ||
    number.value > 600 ||
    number.value <= 0
  )
    return null
  return { minutes: round(number.value * unit), end: number.end, short: unit <= 60, bare: false }
}

const LATER = oneOf('позже попозже позднее вперед later')
const EARLIER = oneOf('раньше пораньше назад earlier sooner')
const PARTICLES = oneOf('back up forward out')

const shift = (end: number, minutes: number): Piece => mention(end, { kind: 'shift', minutes: minutes + 0 })

/** "на час позже", "раньше на 15 минут", "an hour later", "push back 15 min", "by an hour". */
const readShift = (s: Scan, i: number): Piece | null => {
  const first = wordAt(s, i)
  if (LATER.has(first) || EARLIER.has(first)) {
    const by = after(s, i + 1, oneOf('на by'))
    const length = by ? readLength(s, by) : null
    return length ? shift(length.end, LATER.has(first) ? length.minutes : -length.minutes) : null
  }
  const particle = PARTICLES.has(first) ? i + 1 : i
  const by = after(s, particle, oneOf('на by'))
  const length = readLength(s, by || particle)
  if (!length) return null
  const next = wordAt(s, length.end)
  if (particle === i && LATER.has(next)) return shift(length.end + 1, length.minutes)
  if (particle === i && EARLIER.has(next) && (next !== 'назад' || by)) return shift(length.end + 1, -length.minutes)
  const before = s.lower.slice(0, s.tokens[i]?.start)
  return readVerbShift(before, wordAt(s, by ? by - 1 : i), particle > i ? first : '', length)
}

/** The verb says which way: "push it back 15 min" later, "bring it forward 15 min" earlier. */
const readVerbShift = (before: string, preposition: string, particle: string, length: Length): Piece | null => {
  if (preposition === 'на') {
    if (/(?:приблиз|подтян)\p{L}*/u.test(before)) return shift(length.end, -length.minutes)
    const moves =
      /(?:сдвин|подвин|отодвин|передвин)\p{L}*/u.test(before) || (/перенес\p{L}*/u.test(before) && length.minutes <= 60)
    return moves ? shift(length.end, length.minutes) : null
  }
  const verb =
    /(?<!\p{L})(?:(push|delay|postpone|bump|defer|put (?:off|back))|(bring|pull)|(move|shift|slide))(?!\p{L})/u.exec(
      before,
    )
  if (!verb) return null
  const said = particle || (/(?<!\p{L})(back|up|forward|out)\s*$/u.exec(before)?.[1] ?? '')
  if (verb[3] && !said && preposition !== 'by') return null
  const earlier = verb[2] !== undefined || (said === 'up' && !verb[1]) || (said === 'forward' && !verb[1])
  return shift(length.end, earlier ? -length.minutes : length.minutes)
}

const ACCUSATIVE = oneOf(
  'час часик часок минуту минутку минуточку день денек неделю недельку сутки hour day week minute',
)
const DURATION_LEAD = oneOf('на for длительностью продолжительностью длиной lasting')
const WANTED = /^(?:свободный|нужен|нужно|целый|часовой|один|free|spare|full|whole|one)$/u
const BUDGET = /лимит|бюджет|budget|limit|план|plan|что у меня|распис|schedule|cap(?!\p{L})/u

/** "snooze it for 10": a snooze without a unit is in minutes. */
const readSnoozed = (s: Scan, i: number): Piece | null => {
  if (!/^(?:for|by|на)$/u.test(wordAt(s, i)) || !/snooze|отлож/u.test(s.lower)) return null
  const count = readCount(s, i + 1)
  return count && count.value > 0 && isBoundary(s, count.end)
    ? mention(count.end, { kind: 'duration', minutes: count.value })
    : null
}

const readDuration = (s: Scan, i: number): Piece | null => {
  const approx = readInverted(s, i)
  if (approx) return mention(approx.end, { kind: 'duration', minutes: approx.minutes })
  const snoozed = readSnoozed(s, i)
  if (snoozed) return snoozed
  let at = DURATION_LEAD.has(wordAt(s, i)) ? i + 1 : i
  if (at > i) at = skip(s, at, oneOf('в about примерно around'))
  const lead = at > i
  const inverted = lead ? readInverted(s, at) : null
  const length = inverted ?? readLength(s, at)
  if (!length || length.minutes <= 0) return null
  if (length.bare) {
    const unit = wordAt(s, length.end - 1)
    const ofTheDay = unit === 'день' && /^рожд/u.test(wordAt(s, length.end))
    if (ofTheDay || (!length.short && BUDGET.test(s.lower))) return null
    const article = /^an?$/.test(wordAt(s, at))
    const isRate =
      CURRENCIES.has(wordAt(s, i - 1)) ||
      s.tokens[i - 1]?.kind === 'digits' ||
      /^(?:times?|once|twice)$/.test(wordAt(s, i - 1))
    const anHour = article && length.short && !isRate
    const isWanted = length.short && WANTED.test(wordAt(s, i - 1))
    if (!isWanted && !anHour && !(lead && ACCUSATIVE.has(unit)) && !/^час(?:ик|ок)$/u.test(unit)) return null
  }
  const hyphen = wordAt(s, length.end) === '-' && wordAt(s, length.end + 1) === 'long' ? length.end + 2 : 0
  return mention(hyphen || skip(s, length.end, oneOf('long')), { kind: 'duration', minutes: length.minutes })
}

const readDelay = (s: Scan, i: number): Piece | null => {
  const lead = after(s, i, oneOf('через in спустя'))
  if (lead) {
    const length = readInverted(s, lead) ?? readLength(s, skip(s, lead, oneOf('about примерно')))
    if (!length?.short) return null
    return mention(after(s, length.end, oneOf('time')) || length.end, { kind: 'delay', minutes: length.minutes })
  }
  const length = readLength(s, i)
  if (!length?.short) return null
  const fromNow = after(s, length.end, 'from', 'now')
  if (fromNow) return mention(fromNow, { kind: 'delay', minutes: length.minutes })
  const ago = after(s, length.end, oneOf('назад ago'))
  if (!ago) return null
  const at = new Date(s.context.now.getTime() - Math.min(length.minutes, 525_600) * 60_000)
  return mention(ago, { kind: 'instant', at: toRfc3339(at, s.context.timeZone), exact: true })
}

/** How long, how soon, how much later. */
export const lengthRule: Rule = (s, i) => {
  const found = [readDelay(s, i), readShift(s, i), readDuration(s, i)].filter((piece) => piece !== null)
  return found.reduce<Piece | null>((best, piece) => (best && best.end >= piece.end ? best : piece), null)
}
