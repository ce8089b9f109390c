import { stem } from './words.ts'

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

const MONTH = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*'
const pattern = (attribute: string, kind: 'one' | 'many', sensitivity: Sensitivity, source: string): Pattern => ({
  attribute,
  single: kind === 'one',
  sensitivity,
  says: new RegExp(source, 'iu'),
})

const W = '(?<!\\p{L})'
const REST = '(?<value>[^.!?\\n]{1,200})'

/** The first pattern that fits decides. Only forms that leave no doubt: an unread fact is kept whole and found by its words. */
const PATTERNS: readonly Pattern[] = [
  pattern('name', 'one', 'ordinary', `^(?:меня зовут|мо[её] имя|зовите меня|зови меня|называй меня)\\s+${REST}`),
  pattern('name', 'one', 'ordinary', `${W}(?:мо(?:его|ю|ей)|наш(?:его|у))\\s+(?<who>\\p{L}+)\\s+зовут\\s+${REST}`),
  pattern('name', 'one', 'ordinary', `^(?:my name is|my name's|call me|i am called|i'm called)\\s+${REST}`),
  pattern(
    'name',
    'one',
    'ordinary',
    `${W}(?:my|our)\\s+(?<who>\\p{L}+)(?:['’]s name is| is called| is named)\\s+${REST}`,
  ),
  pattern(
    'lives_in',
    'one',
    'ordinary',
    `^(?:я\\s+)?(?:теперь\\s+|сейчас\\s+)?(?:живу\\s+(?:сейчас\\s+|теперь\\s+)?в|(?:переехал[аи]?|перебрал(?:ся|ась))\\s+(?:жить\\s+)?(?:в|на))\\s+(?!\\d|дв|тр|съ|сво|час|нов|стар|част|цент|этаж|общеж|кварт|дом|комн|район)${REST}`,
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
    `^(?:я\\s+)?работаю\\s+(?=\\p{L}+(?:ом|ем|ём|ой|ей|ью|ым)(?!\\p{L}))(?!дом|всей|кажд)${REST}`,
  ),
  pattern('works_as', 'one', 'ordinary', `^i(?:['’]m| am)?\\s+(?:work|working)\\s+as\\s+(?:an?\\s+)?${REST}`),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}(?:день рождения|днюха|др)\\s+(?:у\\s+)?(?:мо\\p{L}+\\s+)?(?<who>(?!${MONTH})\\p{L}{3,})\\s+(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}у\\s+(?:мо\\p{L}+\\s+)?(?<who>\\p{L}{3,})\\s+(?:день рождения|днюха|др)\\s+(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern(
    'birthday',
    'one',
    'ordinary',
    `${W}(?:день рождения|днюха|др|родил(?:ся|ась))(?:\\s+у меня)?\\s*[:—-]?\\s*(?<value>\\d{1,2}\\s+${MONTH}[^.!?\\n]{0,40}|\\d{1,2}[./]\\d{1,2}[\\d./]*)`,
  ),
  pattern('birthday', 'one', 'ordinary', `${W}my\\s+(?<who>\\p{L}+)['’]s\\s+birthday\\s+(?:is\\s+)?(?:on\\s+)?${REST}`),
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
  pattern('allergy', 'many', 'health', `${W}аллерг\\p{L}+\\s+на\\s+${REST}`),
  pattern('allergy', 'many', 'health', `${W}allerg(?:ic|y|ies)\\s+to\\s+${REST}`),
  pattern('allergy', 'many', 'health', `${W}(?<value>\\p{L}+)\\s+allerg(?:y|ies)(?!\\p{L})`),
  pattern('intolerance', 'many', 'health', `${W}непереносимост\\p{L}+\\s+${REST}`),
  pattern('intolerance', 'many', 'health', `${W}(?<value>\\p{L}+)[ -]intoleran(?:t|ce)(?!\\p{L})`),
  pattern(
    'condition',
    'many',
    'health',
    `${W}(?<value>(?:сахарн\\p{L}+ )?диабет\\p{L}*|астм\\p{L}*|гипертони\\p{L}*|эпилепси\\p{L}*|гастрит\\p{L}*|подагр\\p{L}*|беременн\\p{L}+|целиаки\\p{L}*)`,
  ),
  pattern(
    'condition',
    'many',
    'health',
    `${W}(?<value>(?:type [12] )?diabet\\p{L}+|asthma\\p{L}*|hypertension|epilep\\p{L}+|gout|pregnant|c(?:o)?eliac)`,
  ),
]

const HEALTH =
  /(?<!\p{L})(?:диагноз|болезн|болею|давлени|лекарств|таблет|принимаю|беремен|врач|хронич|травм|операци|diagnos|illness|disease|blood pressure|medication|pills|surgery|injur|chronic)/iu

/** Words after "у" / "my" that do not name somebody. */
const SELF = new Set(['меня', 'нас', 'себя'])

/** Whom a sentence is about when it says so at its beginning: "у мамы аллергия", "my son is allergic". */
const subjectOf = (text: string, who: string | undefined): string => {
  const ru = /^у\s+(?:мо\p{L}+\s+|наш\p{L}+\s+)?(\p{L}+)/iu.exec(text)?.[1]
  const en = /^(?:my|our)\s+(\p{L}+)(?:['’]s)?\s+(?:is|has|can|had|was|got|does|cannot)(?!\p{L})/iu.exec(text)?.[1]
  const other = /^(?:мо[яйи]|наша?|наш[иа])\s+(\p{L}+)\s+(?:не|алл|бол|жив|раб|лю|ем|ест|пь)/iu.exec(text)?.[1]
  const named = who ?? ru ?? en ?? other
  return named === undefined || SELF.has(named.toLowerCase()) || /^(?:name|birthday|blood|shoe|allerg)/i.test(named)
    ? 'me'
    : stem(named.toLowerCase().replaceAll('ё', 'е'))
}

/** What a sentence says of whom, as far as plain forms tell. */
export const readStatement = (text: string): Reading => {
  for (const { attribute, single, sensitivity, says } of PATTERNS) {
    const groups = says.exec(text)?.groups
    const value = groups?.value?.trim().replace(/[\s,;:«»"“”]+$/u, '')
    if (!value) continue
    return { subject: subjectOf(text, groups?.who), attribute, value, single, sensitivity }
  }
  return {
    subject: subjectOf(text, undefined),
    attribute: null,
    value: null,
    single: false,
    sensitivity: HEALTH.test(text) ? 'health' : 'ordinary',
  }
}
