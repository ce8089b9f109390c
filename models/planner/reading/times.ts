import { isLocalDate } from '../../../core/time.ts'
import { type ClockFound, isQuantity, readBadClock, readClock } from './clock.ts'
import { DAY_PARTS, type DayPart, MONTHS, RELATIVE_DAYS, WEEKDAYS } from './lexicon/calendar.ts'
import { type Clock, mention, type Piece, type Rule } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, type Scan, skip, wordAt } from './scan.ts'

/** After these an unmarked hour is a time: "в 3", "к семи", "by 5". */
const STRONG = oneOf('в во к ко до после около at by until till before after around')
/** After these it is one when it is marked ("на 19:00", "for 3pm") or the message is about moving or setting something. */
const WEAK = oneOf('на с со от for to from about')
const SOFTENERS = oneOf('примерно около часов где-то ровно around about exactly like')

const SET_RU =
  /перенес|перенос|передвин|переставь|перестави|назнач|постав|запиш|запис|запланир|созвон|встреч|будильник|напомин|напомн|заброн|разбуд|приём|прием/u
const SET_EN = /remind|alarm|wake|resched|move|push|change|shift|schedul|meeting|call|appointment|postpone|bring/
/** Nobody is woken at six in the evening. */
const WAKING =
  /разбуд|будильник|подъем|проснуться|(?<!\p{L})вста(?:ть|ю)(?!\p{L})|(?<!\p{L})wake|(?<!\p{L})alarm|get up/u
const EXTENDING = /продли|удлин|увелич|сократ|уменьш/u
const MOVE_EN = /resched|move|push|shift|meeting|call(?!\p{L})|appointment|alarm|remind|postpone/u
const HEADS = /table|dinner|lunch|brunch|people|party|room|recipe|столик|стол(?!\p{L})|ужин|обед|пицц/u

const isSetting = (s: Scan): boolean => SET_RU.test(s.lower) || SET_EN.test(s.lower)

/** The preposition of a time at `i`: where the clock itself starts and whether an unmarked hour may follow. */
const readPreposition = (s: Scan, i: number): { at: number; strength: 'strong' | 'weak' | 'none' } => {
  const word = wordAt(s, i)
  const phrase =
    after(s, i, 'не', oneOf('позже позднее раньше')) ||
    after(s, i, 'ближе', 'к') ||
    after(s, i, 'где', '-', 'то', 'в') ||
    after(s, i, 'в', 'районе') ||
    after(s, i, 'no', 'later', 'than') ||
    after(s, i, 'начиная', 'с') ||
    after(s, i, oneOf('примерно ровно где-то'), oneOf('в к')) ||
    after(s, i, 'starting', 'at')
  if (phrase) return { at: phrase, strength: 'strong' }
  if (STRONG.has(word)) return { at: skip(s, i + 1, SOFTENERS), strength: 'strong' }
  if (WEAK.has(word)) return { at: i + 1, strength: 'weak' }
  return { at: i, strength: 'none' }
}

const DURATION_PREPOSITIONS = oneOf('на за for')

/** "на два часа" after "перенеси" is a time; else it is how long. */
const acceptsBareHour = (s: Scan, i: number, found: ClockFound, strength: 'strong' | 'weak' | 'none'): boolean => {
  if (strength === 'none' || isQuantity(s, found.end)) return false
  // "one by one" and "2 к 1" are no times.
  if (wordAt(s, i) === 'by' && wordAt(s, i - 1) === wordAt(s, i + 1)) return false
  if (wordAt(s, i) === 'к' && s.tokens[i - 1]?.kind === 'digits') return false
  const preposition = wordAt(s, i)
  const last = wordAt(s, found.end - 1)
  const withHours = /^(?:час|часа|часов|ч)$/u.test(last)
  // "продли до двух часов" is a length.
  if (preposition === 'до' && withHours && found.clock.hour <= 4 && EXTENDING.test(s.lower)) return false
  if (strength === 'strong') return true
  if (preposition === 'на') {
    if (found.clock.part !== null) return withHours || last === 'ночи'
    if (withHours) return /перенес|перестав|назнач|запиш/u.test(s.lower) && last !== 'час'
    return isSetting(s) && !HEADS.test(s.lower) && endsHere(s, found.end)
  }
  if (preposition === 'to') return MOVE_EN.test(s.lower) && endsHere(s, found.end)
  if (preposition === 'for')
    return /alarm|wake|remind/.test(s.lower) && !s.lower.includes('snooze') && endsHere(s, found.end)
  return (preposition === 'с' || preposition === 'со') && withHours && last !== 'час'
}

const GOES_ON = oneOf('и а но в на with and on in instead вместо please пожалуйста плиз pls to not а не')
const endsHere = (s: Scan, i: number): boolean => {
  const word = wordAt(s, i)
  return isBoundary(s, i) || RELATIVE_DAYS.has(word) || GOES_ON.has(word) || MONTHS.has(word)
}

/** Whether "на 20.03" reads as a date: only "в" and "at" make dotted digits a time without doubt. */
const isDottedDate = (s: Scan, i: number, at: number): boolean => {
  const [day, dot, month] = [s.tokens[at], wordAt(s, at + 1), s.tokens[at + 2]]
  if (dot !== '.' || day?.kind !== 'digits' || month?.kind !== 'digits' || month.word.length !== 2) return false
  if (wordAt(s, at + 3) === '.' && s.tokens[at + 4]?.kind === 'digits' && isGlued(s, at + 4)) return true
  const preposition = wordAt(s, i)
  // "dish soap for 1.59" is a price.
  if (preposition === 'for') return true
  return preposition !== 'в' && preposition !== 'at' && isLocalDate(`2024-${month.word}-${day.word.padStart(2, '0')}`)
}

/** "today four fifty for a latte" is a sum. */
const SPENT_ON = oneOf('for on на за')

/** "среда, девять тридцать": an hour with its minutes beside a day to come. */
const isAfterDayName = (s: Scan, i: number): boolean => {
  const word = wordAt(s, DASH.has(wordAt(s, i - 1)) || wordAt(s, i - 1) === ',' ? i - 2 : i - 1)
  return /^(?:сегодня|завтра|послезавтра|today|tomorrow|tmrw)$/u.test(word) || WEEKDAYS.has(word) || MONTHS.has(word)
}

/** A time of day with its preposition. */
export const clockRule: Rule = (s, i) => {
  const { at, strength } = readPreposition(s, i)
  const bad = readBadClock(s, at)
  if (bad && (strength !== 'none' || Number(wordAt(s, at)) < 30)) {
    const text = s.text.slice(s.tokens[at]?.start, s.tokens[bad - 1]?.end)
    return mention(bad, { kind: 'invalid', what: 'time', text })
  }
  if (isDottedDate(s, i, at)) return null
  const found = readClock(s, at, strength !== 'none')
  if (!found) return null
  const isHour = wordAt(s, at) === 'час' && found.end === at + 1
  if (
    isHour &&
    (after(s, found.end, 'пик') || /^(?:км|раз|раза|рублей)$/u.test(wordAt(s, i - 1)) || strength !== 'strong')
  )
    return null
  const quarterOfHour = found.sure && DURATION_PREPOSITIONS.has(wordAt(s, i)) && isQuantity(s, found.end)
  if (quarterOfHour) return null
  const spoken =
    strength === 'none' &&
    found.clock.minute > 0 &&
    s.prefer === 'future' &&
    isAfterDayName(s, i) &&
    !SPENT_ON.has(wordAt(s, found.end))
  if (!found.sure && !spoken && !acceptsBareHour(s, i, found, strength)) return null
  const { clock } = found
  const early = clock.part === null && !clock.literal && clock.hour >= 4 && clock.hour <= 6 && WAKING.test(s.lower)
  return { kind: 'clock', end: found.end, clock: early ? { ...clock, part: 'morning' } : clock }
}

const inherit = (from: Clock, to: Clock): { from: Clock; to: Clock } => {
  if (to.part !== null && from.part === null && !from.literal) {
    const wouldBe = { ...from, part: to.part }
    // "11 to 1pm" starts before noon, "3 to 5pm" after it, "11 до 1 ночи" at night.
    const crosses = from.hour > to.hour && (to.part === 'pm' || to.part === 'day')
    return { from: crosses ? { ...from, part: 'am' } : wouldBe, to }
  }
  return { from, to }
}

const FROM = oneOf('с со from between между')
const UNTIL = oneOf('до to till until and и по')
const DASH = oneOf('- – —')
const PERIOD_PREPOSITIONS = oneOf('в на at')

const namesDay = (word: string): boolean => RELATIVE_DAYS.has(word) || WEEKDAYS.has(word)
const isClockLike = (s: Scan, i: number): boolean => wordAt(s, i + 1) === ':' && isGlued(s, i + 1)

/** Two times with everything between them: "с трёх до пяти", "between 2 and 4", "3-5pm". */
export const windowRule: Rule = (s, i) => {
  const word = wordAt(s, i)
  const spoken = FROM.has(word) || word === 'от'
  const start = spoken || PERIOD_PREPOSITIONS.has(word) ? i + 1 : i
  const first = readClock(s, start, false)
  if (!first || (isQuantity(s, first.end) && !DASH.has(wordAt(s, first.end)))) return null
  const joint = wordAt(s, first.end)
  const dash = DASH.has(joint)
  const till = joint === 'till' || joint === 'until'
  if (!dash && !(spoken && UNTIL.has(joint)) && !(joint === 'to' || joint === 'до' || till)) return null
  const second = readClock(s, first.end + 1, false)
  if (!second || isQuantity(s, second.end) || (till && !spoken && second.clock.part === null)) return null
  if ((joint === 'and' || joint === 'и') && word !== 'between' && word !== 'между') return null
  const colons = isClockLike(s, start) || isClockLike(s, first.end + 1)
  const marked = first.sure || second.sure || colons
  // Without "с" or "from", and after "от" or "по", two bare numbers may be anything.
  const besideDay = !spoken && (namesDay(wordAt(s, i - 1)) || namesDay(wordAt(s, second.end)))
  if ((!spoken || word === 'от' || joint === 'по') && !marked && !besideDay) return null
  const { from, to } = inherit(first.clock, second.clock)
  return { kind: 'window', end: second.end, opens: from, closes: to }
}

const PART_PHRASES: [readonly (string | ReadonlySet<string>)[], DayPart][] = [
  [['с', 'утра', 'пораньше'], 'morning'],
  [['с', 'самого', 'утра'], 'morning'],
  [[oneOf('с до'), oneOf('утра утреца')], 'morning'],
  [['рано', 'утром'], 'morning'],
  [['к', 'утру'], 'morning'],
  [['ближе', 'к', 'вечеру'], 'evening'],
  [[oneOf('к под до'), oneOf('вечеру вечер вечера')], 'evening'],
  [['поздно', 'вечером'], 'evening'],
  [['на', 'вечер'], 'evening'],
  [['на', 'утро'], 'morning'],
  [['на', 'ночь'], 'night'],
  [['перед', 'сном'], 'night'],
  [['after', 'lunch'], 'day'],
  [['после', 'обеда'], 'day'],
  [['во', 'второй', 'половине', 'дня'], 'day'],
  [['at', 'night'], 'night'],
]
const PHRASE_STARTS = new Set(
  PART_PHRASES.flatMap(([[first]]) => (typeof first === 'string' ? [first] : [...(first ?? [])])),
)
const EN_BEFORE_PART = oneOf('in by during early late')

/** "утром", "in the evening", "к вечеру": a time of day that is not exact. */
export const partRule: Rule = (s, i) => {
  if (PHRASE_STARTS.has(wordAt(s, i))) {
    for (const [words, part] of PART_PHRASES) {
      const end = after(s, i, ...words)
      if (end) return { kind: 'part', end, part }
    }
  }
  const lunch =
    after(s, i, oneOf('в к до'), oneOf('обед обеду обеда')) ||
    after(s, i, oneOf('at during over by'), oneOf('lunch lunchtime'))
  if (lunch)
    return { kind: 'clock', end: lunch, clock: { hour: 13, minute: 0, part: null, literal: true, exact: false } }
  const endOfDay =
    after(s, i, oneOf('к в до'), oneOf('концу конце конца'), oneOf('дня')) ||
    after(s, i, 'by', oneOf('eod')) ||
    after(s, i, oneOf('by at'), 'the', 'end', 'of', 'the', 'day') ||
    after(s, i, oneOf('by at'), 'end', 'of', oneOf('day today'))
  if (endOfDay)
    return { kind: 'clock', end: endOfDay, clock: { hour: 18, minute: 0, part: null, literal: true, exact: false } }
  const word = wordAt(s, i)
  const own = DAY_PARTS.get(word)
  const english = /^[a-z]/.test(word)
  if (own && !english) return { kind: 'part', end: i + 1, part: own }
  return readEnglishPart(s, i)
}

const readEnglishPart = (s: Scan, i: number): Piece | null => {
  const lead = EN_BEFORE_PART.has(wordAt(s, i)) ? i + 1 : 0
  const at = lead ? skip(s, skip(s, lead, oneOf('the')), oneOf('early late')) : i
  const part = DAY_PARTS.get(wordAt(s, at))
  if (!part || !/^[a-z]/.test(wordAt(s, at))) return null
  if (lead) return { kind: 'part', end: at + 1, part }
  // Alone only beside a day: "tomorrow morning", "friday night"; "good evening" is a greeting.
  return /^(?:good|last|every|each|this)$/.test(wordAt(s, i - 1)) || !isAfterDay(s, i)
    ? null
    : { kind: 'part', end: at + 1, part }
}
const isAfterDay = (s: Scan, i: number): boolean => {
  const before = wordAt(s, i - 1)
  return RELATIVE_DAYS.has(before) || /day$|^(?:mon|tues?|wed|thur?s?|fri|sat|sun)$/.test(before)
}

/** "tonight", "this evening", "сегодня вечером" when it is one word. */
export const todayPartRule: Rule = (s, i) => {
  const word = wordAt(s, i)
  if (/^(?:tonight|tonite|2nite|tonigth)$/.test(word))
    return { kind: 'day', end: i + 1, date: s.today, part: 'evening' }
  const part = word === 'this' ? DAY_PARTS.get(wordAt(s, i + 1)) : undefined
  if (part) return { kind: 'day', end: i + 2, date: s.today, part }
  const lastNight = after(s, i, 'last', oneOf('night evening'))
  return lastNight
    ? {
        kind: 'day',
        end: lastNight,
        date: s.today.subtract({ days: 1 }),
        part: wordAt(s, i + 1) === 'night' ? 'night' : 'evening',
      }
    : null
}
