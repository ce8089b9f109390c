import type { Clause } from '../clause.ts'
import type { Args } from '../types.ts'
import { words } from '../words.ts'

// Facts of a person said in passing: who is meant, of what age, sex and weight, and in what state.

interface Span {
  start: number
  end: number
}

const OTHERS: readonly (readonly ['male' | 'female' | null, RegExp])[] = [
  [
    'female',
    words(
      'мам[аыеу]|мамой|маме|матер\\p{L}+|бабушк\\p{L}+|бабуля|бабуле|жен[аыеу]|женой|доч(?:ь|ка|ки|ке|ку|ери|ерью)|дочк\\p{L}+|сестр[аыеу]|т[её]т[яеи]|подруг[аиеу]|девушк[аиеу]|сво[её]й девушке|т[её]щ\\p{L}+|свекров\\p{L}+|племянниц\\p{L}+|внучк\\p{L}+',
      "(?:mum|mom|mam|grandma|nan)(?:'s)? (?:is|takes|has|on)|(?:mum|mom)'s",
      '(?:my|our|her|his) (?:\\d+[ -]years?[ -]old )?(?:girl|mom|mum|mam|mother|wife|daughter|sister|grandma|granny|grandmother|aunt|girlfriend|niece|nan)',
    ),
  ],
  [
    'male',
    words(
      'пап[аыеу]|отц[ауе]|отец|дедушк\\p{L}+|дед[ауе]?|муж[ауе]?|мужем|сын[ауе]?|сынок|сыночк\\p{L}+|брат[ауе]?|дяд[яеи]|парн[яюе]|тест[ьяюе]|св[её]к(?:ор|ра|ру)|племянник\\p{L}*|внук[ауе]?',
      "(?:dad|grandad|grandpa)(?:'s)? (?:is|takes|has|on)|dad's",
      '(?:my|our|her|his) (?:\\d+[ -]years?[ -]old )?(?:boy|grandad|granddad|dad|father|husband|son|brother|grandpa|grandfather|uncle|boyfriend|nephew)',
    ),
  ],
  [
    null,
    words(
      'родител\\p{L}+|реб[её]н(?:ок|ка|ку|ком)|дет(?:ям|и|ей)|малыш[ауе]?|подростк[ауи]|подросток|друг[ау]|коллег[аиеу]|младен(?:ец|ца|цу)|грудничк[ауе]?',
      '(?:my|our|a|the|her|his) (?:(?!old)\\p{L}+ )?(?:kids?|child|children|baby|toddler|teen(?:ager)?|friend|partner|colleague|coworker|roommate|parents?)|(?:my|a|for an?) \\d+[ -](?:year|month|yr)s?[ -]old(?! (?:man|woman|guy|lady|male|female|here))(?: \\p{L}+)?|(?:can|could|should|are) (?:kids|children|toddlers|teens|babies|pregnant women|women|men)|someone (?:with|who|on)|for (?:kids|children|toddlers)',
    ),
  ],
]

const FLAGS: readonly (readonly [string, RegExp])[] = [
  [
    'pregnant',
    words('беременн?\\p{L}*|в положении|жду реб[её]нка|на \\d+ неделе', 'pregn+an\\p{L}+|expecting|trimester'),
  ],
  [
    'breastfeeding',
    words(
      'корм(?:лю|ит|ящ\\p{L}+|лении|ление)(?: грудью| грудным)?|гв|лактаци\\p{L}*|грудн\\p{L}+ вскармливани\\p{L}+',
      'breast ?-?feed\\p{L}*|nursing|lactat\\p{L}+',
    ),
  ],
  [
    'trying',
    words(
      'планиру\\p{L}+ (?:беременн\\p{L}+|реб[её]нка|зачат\\p{L}+)|хо(?:чу|тим) (?:забеременеть|реб[её]нка)|планировани\\p{L}+ беременности',
      'trying (?:to conceive|for a baby|to get pregnant)|ttc|planning (?:a )?pregnancy',
    ),
  ],
  ['smoker', words('курю|курит|курильщи\\p{L}+|курящ\\p{L}+', 'i smoke|smoker|smokes|smoking')],
  [
    'alcohol',
    words(
      'выпиваю по \\p{L}+|(?:часто|регулярно|иногда|много) (?:выпиваю|пью)(?= |,|$)(?! \\d)|пью алкоголь|употребляю алкоголь',
      'i drink(?: alcohol| a lot| heavily)(?= |,|$)|drinks a lot|drinker|i drink(?=,|$)',
    ),
  ],
  [
    'dopingControlled',
    words(
      'допинг\\p{L}*|соревну\\p{L}+|выступаю|русад[аы]|вада',
      'wada|usada|doping|drug.tested|tested athlete|i compete|competing athlete',
    ),
  ],
]
const NOT = /(?:не|без|нет|not|no|never|isn'?t|am not|i'm not)\s*$/u

const SEX: readonly (readonly ['male' | 'female', RegExp])[] = [
  [
    'male',
    words(
      'я мужчина|мужчина|мужик|парень|мужчине',
      "i'?m a (?:man|guy|male)|male|a man|years?[ -]old (?:man|guy|male)",
    ),
  ],
  [
    'female',
    words(
      'я женщина|женщина|девушка|женщине',
      "i'?m a (?:woman|girl|female)|female|a woman|years?[ -]old (?:woman|lady|female)",
    ),
  ],
]

const AGE =
  /(?<![\d.,])(\d{1,3})\s*[- ]?\s*(?:лет(?:н\p{L}+)?|год(?:а|у|ик\p{L}*)?|г\.\s?р|years?(?:[- ]olds?)?|yrs?(?: old)?|y\/?o)(?!\p{L})|(?<!\p{L})(?:мне|ему|ей|i'?m|i am|he'?s|she'?s|aged?)\s+(\d{2,3})(?!\s*(?:мг|мкг|кг|г|ме|см|%|\.\d|mg|mcg|kg|g|iu|lbs?|weeks?|недел|месяц|months?|times|раз))(?=[\s,.;?!]|$)/u
/** "отцу 70", "my son, 17:", "мне сорок пять": how old somebody is, without the word for years. */
const AGED =
  /^[\s,]*$|(?<!\p{L})(?:мне|ему|ей|мам|пап|отц|от[её]ц|т[её]т|дяд|бабушк|дедушк|дед|муж|жен|сын|доч|брат|сестр|реб[её]н|малыш|подростк|i'?m|i am|he'?s|she'?s|aged?|(?:mum|mom|mother|dad|father|grandma|grandpa|son|daughter|husband|wife|brother|sister|uncle|aunt|friend|kid|child|boy|girl|teenager|teen)(?: is|'s)?)\p{L}*[,\s(]+$/u
const AFTER_AGE = /^\s*(?:[,.;:)?!]|$|(?:и|and|пь|он|she|he|с|на|у|can|is|ok)(?!\p{L}))/u
const YEARS = /^\s*-?\s*(?:лет|год(?:а|у|ик\p{L}*)?|years?|yrs?)(?!\p{L})/u
const bareAge = ({ mentions, plain }: Clause): { age: number; span: Span } | undefined => {
  for (const mention of mentions) {
    if (mention.kind !== 'number' || mention.value < 1 || mention.value > 110) continue
    const after = plain.slice(mention.end)
    if (YEARS.test(after) || (AGED.test(plain.slice(0, mention.start)) && AFTER_AGE.test(after)))
      return { age: mention.value, span: mention }
  }
  return undefined
}
const MONTHS_OLD = /(?<![\d.,])(\d{1,2})\s*[- ]?\s*(?:месяц(?:а|ев)?|мес|months?(?:[- ]old)?)(?!\p{L})/u
const WEIGHT =
  /(?<![\d.,])(\d{2,3}(?:[.,]\d+)?)\s*(кг|килограмм\p{L}*|кило|kg|kgs|kilos?|lbs?|pounds?)(?!\p{L})(?!\s*(?:of|¤))/u
const WEIGH = /(?<!\p{L})(?:вешу|весом|вес|масса|weigh|weight)\s*:?\s*(\d{2,3}(?:[.,]\d+)?)(?!\d)/u
const SURGERY =
  /(?<!\p{L})(?:операци\p{L}*|surgery|operation)(?!\p{L})[^.?!]{0,12}?(?:через|in)\s+(\d{1,3})?\s*(дн\p{L}*|день|days?|недел\p{L}*|weeks?|месяц\p{L}*|months?)|(?:через|in)\s+(\d{1,3})?\s*(дн\p{L}*|день|days?|недел\p{L}*|weeks?|месяц\p{L}*|months?)\s+(?:\p{L}+\s){0,2}(?:операци\p{L}*|surgery|operation)/u
const POUND_KG = 0.453_592_37
const YEAR_MONTHS = 12

const number = (text: string): number => Number(text.replace(',', '.'))
const placed = (found: RegExpExecArray): Span => ({ start: found.index, end: found.index + found[0].length })
const daysOf = (count: string | undefined, unit: string): number =>
  Number(count ?? 1) * (/^(?:недел|week)/u.test(unit) ? 7 : /^(?:месяц|month)/u.test(unit) ? 30 : 1)

const LEAST_KG = 25
const MOST_KG = 350
/** "восемьдесят кило": of nobody's dose. */
const bodyWeight = ({ mentions, plain }: Clause): { kg: number; span: Span } | undefined => {
  for (const mention of mentions) {
    if (mention.kind !== 'measure' || mention.of !== 'mass') continue
    const isBody = /(?:кг|кило\p{L}*|kg|kgs|kilos?|kilograms?|stone|st|lbs?)$/u.test(
      plain.slice(mention.start, mention.end),
    )
    if (isBody && mention.base >= LEAST_KG && mention.base <= MOST_KG)
      return { kg: Number(mention.base.toFixed(1)), span: mention }
  }
  return undefined
}

/** Ages in words: read as a length of time by the reader. */
const DAY_MINUTES = 1_440
const DAY_MS = 86_400_000
const YEAR_MINUTES = 525_600
const spelledAge = ({ mentions, plain }: Clause): { age: number; span: Span } | undefined => {
  for (const mention of mentions) {
    if (mention.kind !== 'duration') continue
    if (!/(?:лет|год|years?)/u.test(plain.slice(mention.start, mention.end))) continue
    const age = Math.round(mention.minutes / YEAR_MINUTES)
    if (age > 0 && age < 120) return { age, span: mention }
  }
  return undefined
}

const OPERATED = words('операци\\p{L}*', 'surgery|operation|operated|tooth out')
/** "через две недели операция", "surgery in a week", "послезавтра операция": a length of time, or a day to come. */
const untilSurgery = ({ mentions, plain }: Clause, today: string): { days: number; span: Span } | undefined => {
  if (!OPERATED.test(plain)) return undefined
  for (const mention of mentions) {
    const days =
      mention.kind === 'delay' || mention.kind === 'duration'
        ? Math.round(mention.minutes / DAY_MINUTES)
        : mention.kind === 'date'
          ? Math.round((Date.parse(mention.date) - Date.parse(today)) / DAY_MS)
          : 0
    if (days > 0) return { days, span: mention }
  }
  return undefined
}

/** What is said of the person, or of somebody else; and the places of figures that are no amounts. Undefined when nothing is. */
export const aboutSubject = (clause: Clause, today: string): { subject: Args | undefined; spans: Span[] } => {
  const { plain } = clause
  const facts: Args = {}
  const spans: Span[] = []
  // "планируем ребёнка", "жду ребёнка": of the person themselves.
  const without = FLAGS.reduce((text, [, said]) => text.replace(said, ' '), plain)
  const other = OTHERS.find(([, who]) => who.test(without))
  const take = (found: RegExpExecArray | null, field: string, value: number | undefined): void => {
    if (!found || value === undefined || Number.isNaN(value)) return
    facts[field] = value
    spans.push(placed(found))
  }
  const age = AGE.exec(plain)
  take(age, 'age', age ? Number(age[1] ?? age[2]) : undefined)
  const spelled = facts['age'] === undefined ? (spelledAge(clause) ?? bareAge(clause)) : undefined
  if (spelled) {
    facts['age'] = spelled.age
    spans.push(spelled.span)
  }
  const months = other && facts['age'] === undefined ? MONTHS_OLD.exec(plain) : null
  take(months, 'age', months ? Number((Number(months[1]) / YEAR_MONTHS).toFixed(2)) : undefined)
  const weight = WEIGHT.exec(plain)
  const isPounds = /^(?:lb|pound)/u.test(weight?.[2] ?? '')
  take(
    weight,
    'weightKg',
    weight ? Number((number(weight[1] ?? '') * (isPounds ? POUND_KG : 1)).toFixed(1)) : undefined,
  )
  const weighed = facts['weightKg'] === undefined ? bodyWeight(clause) : undefined
  if (weighed) {
    facts['weightKg'] = weighed.kg
    spans.push(weighed.span)
  }
  if (facts['weightKg'] === undefined) {
    const weigh = WEIGH.exec(plain)
    take(weigh, 'weightKg', weigh ? number(weigh[1] ?? '') : undefined)
  }
  const surgery = SURGERY.exec(plain)
  take(surgery, 'surgeryInDays', surgery ? daysOf(surgery[1] ?? surgery[3], surgery[2] ?? surgery[4] ?? '') : undefined)
  const until = surgery ? undefined : untilSurgery(clause, today)
  if (until) {
    facts['surgeryInDays'] = until.days
    spans.push(until.span)
  }
  for (const [flag, said] of FLAGS) {
    const found = said.exec(plain)
    if (!found || (flag === 'pregnant' && facts['trying'] === true)) continue
    facts[flag] = !NOT.test(plain.slice(0, found.index))
  }
  if (facts['trying'] === true) delete facts['pregnant']
  const sex = other?.[0] ?? SEX.find(([, said]) => said.test(plain))?.[0]
  if (sex) facts['sex'] = sex
  if (other) return { subject: facts, spans }
  return { subject: Object.keys(facts).length > 0 ? { self: true, ...facts } : undefined, spans }
}
