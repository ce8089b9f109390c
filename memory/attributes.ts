import { fold, stem } from './words.ts'

export type Sensitivity = 'ordinary' | 'health'
export interface Reading {
  /** `me`, or the stem of the word for whom the fact is about ("мам", "wife"). */
  subject: string
  attribute: string | null
  value: string | null
  /** One value at a time: a new one closes the old one. */
  single: boolean
  sensitivity: Sensitivity
}

interface Pattern {
  attribute: string
  single: boolean
  sensitivity: Sensitivity
  /** Named groups: `value`, and `who` when it may be about somebody else. */
  says: RegExp
}

const MONTH = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яa-z]*'
const pattern = (attribute: string, kind: 'one' | 'many', sensitivity: Sensitivity, source: string): Pattern => ({
  attribute,
  single: kind === 'one',
  sensitivity,
  says: new RegExp(source, 'd'),
})

const W = '(?<![а-яa-z])'
const REST = '(?<value>[^.!?\\n]{1,200})'

/**
 * The first pattern that fits decides. Only forms that leave no doubt: an unread fact is kept whole and found by its
 * words. They read folded text and name their letters, because a case-insensitive `\\p{L}` takes milliseconds to compile.
 */
const PATTERNS: readonly Pattern[] = [
  pattern('name', 'one', 'ordinary', `^(?:меня зовут|мое имя|зовите меня|зови меня|называй меня)\\s+${REST}`),
  pattern('name', 'one', 'ordinary', `${W}(?:мо(?:его|ю|ей)|наш(?:его|у))\\s+(?<who>[а-яa-z]+)\\s+зовут\\s+${REST}`),
  pattern('name', 'one', 'ordinary', `^(?:my name is|my name's|call me|i am called|i'm called)\\s+${REST}`),
  pattern(
    'name',
    'one',
    'ordinary',
    `${W}(?:my|our)\\s+(?<who>[а-яa-z]+)(?:['’]s name is| is called| is named)\\s+${REST}`,
  ),
  pattern(
    'lives_in',
    'one',
    'ordinary',
    `^(?:я\\s+)?(?:теперь\\s+|сейчас\\s+)?(?:живу\\s+(?:сейчас\\s+|теперь\\s+)?в|(?:переехал[аи]?|перебрал(?:ся|ась))\\s+(?:жить\\s+)?(?:в|на))\\s+(?!\\d|двух|трех|съемн|сво[ейи]|частн|нов[оы][мй]|стар[оы][мй]|центре|этаж|общеж|кварт|доме|комн|район)${REST}`,
  ),
  pattern(
    'lives_in',
    'one',
    'ordinary',
    `^i(?:['’]m| am)?\\s+(?:now\\s+)?(?:live|living|moved|relocated)\\s+(?:now\\s+)?(?:in|to)\\s+(?!a\\s|an\\s|the\\s(?:house|flat|city|centre)|my\\s|\\d)${REST}`,
  ),
  pattern(
    'works_as',
    'one',
    'ordinary',
    `^(?:я\\s+)?работаю\\s+(?=[а-яa-z]+(?:ом|ем|ой|ей|ью|ым)(?![а-яa-z]))(?!дом|всей|кажд)${REST}`,
  ),
  pattern('works_as', 'one', 'ordinary', `^i(?:['’]m| am)?\\s+(?:work|working)\\s+as\\s+(?:an?\\s+)?${REST}`),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}(?:день рождения|днюха|др)\\s+(?:у\\s+)?(?:мо[а-яa-z]+\\s+)?(?<who>(?!${MONTH})[а-яa-z]{3,})\\s+(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}у\\s+(?:мо[а-яa-z]+\\s+)?(?<who>[а-яa-z]{3,})\\s+(?:день рождения|днюха|др)\\s+(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}(?:день рождения|днюха|др|родил(?:ся|ась))(?:\\s+у меня)?\\s*[:—-]?\\s*(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}my\\s+(?<who>[а-яa-z]+)['’]s\\s+birthday\\s+(?:is\\s+)?(?:on\\s+)?${REST}`,
  ),
  pattern('birthday', 'one', 'ordinary', `${W}(?:my birthday(?:['’]s| is)?|i was born)\\s+(?:on\\s+)?${REST}`),
  pattern('blood_type', 'one', 'health', `^(?:у меня\\s+|моя\\s+)?группа крови\\s*[:—-]?\\s*${REST}`),
  pattern('blood_type', 'one', 'health', `^(?:my blood (?:type|group) is|i have blood type)\\s+${REST}`),
  pattern(
    'shoe_size',
    'one',
    'ordinary',
    `^(?:у меня\\s+|мой\\s+)?размер (?:обуви|ноги|стопы)\\s*(?:теперь|сейчас|[:—-])?\\s*${REST}`,
  ),
  pattern('shoe_size', 'one', 'ordinary', `^my shoe size is\\s+${REST}`),
  pattern(
    'clothes_size',
    'one',
    'ordinary',
    `^(?:у меня\\s+|мой\\s+)?размер одежды\\s*(?:теперь|сейчас|[:—-])?\\s*${REST}`,
  ),
  pattern('clothes_size', 'one', 'ordinary', `^my (?:clothing|clothes|shirt|dress) size is\\s+${REST}`),
  pattern('allergy', 'many', 'health', `${W}аллерг[а-яa-z]+\\s+на\\s+${REST}`),
  pattern('allergy', 'many', 'health', `${W}allerg(?:ic|y|ies)\\s+to\\s+${REST}`),
  pattern('allergy', 'many', 'health', `${W}(?<value>[а-яa-z]+)\\s+allerg(?:y|ies)(?![а-яa-z])`),
  pattern('intolerance', 'many', 'health', `${W}непереносимост[а-яa-z]+\\s+${REST}`),
  pattern('intolerance', 'many', 'health', `${W}(?<value>[а-яa-z]+)[ -]intoleran(?:t|ce)(?![а-яa-z])`),
  pattern(
    'condition',
    'many',
    'health',
    `${W}(?<value>(?:сахарн[а-яa-z]+ )?диабет[а-яa-z]*|астм[а-яa-z]*|гипертони[а-яa-z]*|эпилепси[а-яa-z]*|гастрит[а-яa-z]*|подагр[а-яa-z]*|беременн[а-яa-z]+|целиаки[а-яa-z]*)`,
  ),
  pattern(
    'condition',
    'many',
    'health',
    `${W}(?<value>(?:type [12] )?diabet[а-яa-z]+|asthma[а-яa-z]*|hypertension|epilep[а-яa-z]+|gout|pregnant|c(?:o)?eliac)`,
  ),
]

const HEALTH =
  /(?<![а-яa-z])(?:диагноз|болезн|болею|давлени|лекарств|таблет|принимаю|беремен|врач|хронич|травм|операци|diagnos|illness|disease|blood pressure|medication|pills|surgery|injur|chronic)/

/** Words after "у" / "my" that do not name somebody. */
const NOBODY = /^(?:меня|нас|себя|name|birthday|blood|shoe|allerg.*)$/

/** Whom a sentence is about when it says so at its beginning: "у мамы аллергия", "my son is allergic". */
const subjectOf = (low: string, who: string | undefined): string => {
  const named =
    who ??
    /^у\s+(?:(?:мо|наш)[а-я]+\s+)?([а-яa-z]+)/.exec(low)?.[1] ??
    /^(?:my|our)\s+([a-z]+)(?:['’]s)?\s+(?:is|has|can|had|was|got|does|cannot)(?![a-z])/.exec(low)?.[1] ??
    /^(?:мо[яйи]|наша?|наши)\s+([а-я]+)\s+(?:не|алл|бол|жив|раб|лю|ем|ест|пь)/.exec(low)?.[1]
  return named === undefined || NOBODY.test(named) ? 'me' : stem(named)
}

/** What a sentence says of whom, as far as plain forms tell. */
export const readStatement = (text: string): Reading => {
  const low = fold(text)
  for (const { attribute, single, sensitivity, says } of PATTERNS) {
    const match = says.exec(low)
    const [start, end] = match?.indices?.groups?.value ?? [0, 0]
    const value = text
      .slice(start, end)
      .trim()
      .replace(/[\s,;:«»"“”]+$/, '')
    if (value) return { subject: subjectOf(low, match?.groups?.who), attribute, value, single, sensitivity }
  }
  const sensitivity = HEALTH.test(low) ? 'health' : 'ordinary'
  return { subject: subjectOf(low, undefined), attribute: null, value: null, single: false, sensitivity }
}
