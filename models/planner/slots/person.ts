import { clauseOf, type MentionOf, mentionsOf } from '../clause.ts'
import { tidy, words } from '../words.ts'
import { currencyIn } from './currency.ts'
import { takeAmount } from './money.ts'
import { chanceOf, left, restFor, type Slots, set, use } from './state.ts'
import { ACCOUNT_STRIP, FORGET_STRIP, STRIP } from './strips.ts'

export const PURPOSES: readonly (readonly [string, RegExp])[] = [
  ['health', words('здоровь\\p{L}*|медицин\\p{L}*|мед данн\\p{L}*|анализ\\p{L}*|самочувстви\\p{L}*|health|medical')],
  [
    'external_model',
    words(
      'внешн\\p{L}*|модел\\p{L}*|нейросет\\p{L}*|llm|openai|external|models?|neural\\p{L}*|cloud|ai|gpt|третьим|сторонн\\p{L}*|third part\\p{L}*|чат ?гпт',
    ),
  ],
  [
    'proactive',
    words(
      'проактивн\\p{L}*|инициатив\\p{L}*|перв(?:ым|ой)|сам(?:а)? (?:писать|пиши|напоминать)|proactive|reach out|message me first|nudges?|on your own|suggestions?|подсказк\\p{L}*|совет\\p{L}*|unprompted',
    ),
  ],
  [
    'household',
    words(
      'семь\\p{L}*|домочадц\\p{L}*|домохозяйств\\p{L}*|семейн\\p{L}*|родн\\p{L}+|household|family|близк\\p{L}*|муж\\p{L}*|жен\\p{L}*|wife|husband|partner',
    ),
  ],
]
const WITHDRAW = words(
  'отзови|отозвать|отзываю|запрещаю|запрети(?:ть)?|отключи(?:ть)?|выключи(?:ть)?|убери|сними|снять|больше не|не разреша\\p{L}*|не хочу|нельзя|не надо|не нужно|не присылай|не пиши|хватит|перестань|прекрати|отказываюсь|против|отписаться|отпиши|мут|замьют\\p{L}*|заглуши|без',
  "revoke|withdraw|disallow|forbid|turn off|disable|stop|don't|dont|do not|no longer|remove|opt out|opt me out|unsubscribe|mute|never|no more|not allowed|take back|deny|quit|silence|switch off|cancel",
)

const GRANT = words(
  'даю|разреша\\p{L}*|разреши|можешь|можно|согласен|согласна|включи\\p{L}*|верни|открой|открываю|присылай|пиши|пусть|хочу|подпиши|дай|сообщай|пользуйся|используй|давай|не против|расскажи|шли|снова',
  'allow|grant|permit|enable|turn (?:\\p{L}+ ){0,5}?(?:back )?on|may|you can|can use|go ahead|opt (?:me )?in|agree|consent to|yes|start|send|fine|ok|okay|resume|unmute|subscribe|let|switch .{0,30}on|bring back|want|please (?:write|message|notify)|give you',
)
const FIRM_NO = words(
  'не (?:против|нужн[ыоа]|разреша\\p{L}*|хочу|беспокой|присылай|пиши|показывай|надо|шли|дам|даю|используй|передавай|отправляй)|закро\\p{L}*|забира\\p{L}*|не тво[её] дело|отклчи|убер\\p{L}*|замолчи|хватит',
  'annul|take (?:it |them )?away|take back|forbid|pull|shut (?:it |them )?(?:off|up)|sick of|annoy\\p{L}*|quiet|off|stop|revoke|withdraw|no more|don.?t|do not|not|never|cancel|disable|mute|without|unsubscribe|leave me alone|keep out|cut',
)

/** Whether a person gives or takes back; undefined when the words do not say, for then only they can. */
const wish = (plain: string): boolean | undefined => {
  if (/не против|don.?t mind|do not mind/u.test(plain)) return true
  if (FIRM_NO.test(plain) || WITHDRAW.test(plain)) return false
  return GRANT.test(plain) ? true : undefined
}

const found = <V>(plain: string, table: readonly (readonly [V, RegExp])[]): V | undefined =>
  table.find(([, pattern]) => pattern.test(plain))?.[0]

export const fillConsent = (slots: Slots): void => {
  const { plain } = slots.clause
  set(slots, 'purpose', found(plain, PURPOSES))
  set(slots, 'granted', wish(plain))
}

export const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['finance.budget', words('бюджет\\p{L}*|лимит\\p{L}*|перерасход\\p{L}*|budgets?|overspending|limits?')],
  ['health.sleep', words('сон|сна|сну|сне|сном|sleep\\p{L}*|bedtime')],
  [
    'finance',
    words(
      'финанс\\p{L}*|деньг\\p{L}*|денег|трат\\p{L}*|расход\\p{L}*|финансов\\p{L}*|finance|financial|money|spending|expenses?',
    ),
  ],
  ['calendar', words('календар\\p{L}*|встреч\\p{L}*|событи\\p{L}*|calendar|meetings?|events?')],
  ['tasks', words('задач\\p{L}*|дел|дела|делах|tasks?|to-?dos?')],
  ['health', words('здоровь\\p{L}*|health|wellness')],
  ['reminders', words('напоминани\\p{L}*|reminders?')],
]

export const fillTopic = (slots: Slots): void => {
  const { plain } = slots.clause
  set(slots, 'topic', found(plain, TOPICS))
  set(slots, 'enabled', wish(plain))
  const [window] = left(slots, 'window')
  const hours = window ?? (chanceOf(slots, 'window') > 0.5 ? hoursIn(slots) : undefined)
  if (hours) set(slots, 'window', { start: hours.from, end: hours.to })
  if (window) use(slots, window)
}

const LOCALES: readonly (readonly [string, RegExp])[] = [
  ['ru-RU', words('русск\\p{L}*|по-русски|russian|ru')],
  ['en-US', words('английск\\p{L}*|по-английски|english|en|инглиш')],
]
const NAME =
  /(?<!\p{L})(?:меня зовут|мо[её] имя(?: теперь)?|зови(?:те)? меня|называй(?:те)? меня|обращайся ко мне|можно просто|имя(?: на)?|my name is|my name's|my name to|call me|name to|i go by|i'm called|address me as)\s*[:—-]?\s*(.+)$/iu
const CITY =
  /(?<!\p{L})(?:переехал[аи]?|живу|перебрал(?:ся|ась)|нахожусь|я теперь|я сейчас|часовой пояс|таймзон\p{L}*|зон[ау]|пояс|прилетел[аи]?|moved|living|live|relocated|i'm|im|i am|based|time ?zone|tz)(?:\s+(?:на|в|во|по|is|to|in|now|сейчас|теперь|поменяй|for))*\s*[:—-]?\s*(?:на\s+|в\s+|to\s+|in\s+|is\s+)?(\p{L}[\p{L}/_+\d -]*?)(?:\s*,.*)?$/iu
const ZONE = /(?<!\p{L})([A-Z][a-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)(?!\p{L})/u
const WINDOWS: readonly (readonly [string, RegExp])[] = [
  [
    'quietHours',
    words(
      "беззвучн\\p{L}*|no messages|не писать|без сообщений|тих\\p{L}+|тишин\\p{L}*|ни звука|не беспоко\\p{L}*|не тревож\\p{L}*|не пиши|quiet|do not disturb|don't disturb|dnd|silence",
    ),
  ],
  ['sleepWindow', words('спл[юя]|сон|сна|ложусь|засыпаю|sleep|asleep|bed|bedtime')],
  [
    'workHours',
    words('работ\\p{L}*|рабоч\\p{L}*|труж\\p{L}*|смен\\p{L}|график\\p{L}*|work|working|office|shift|hours'),
  ],
]

const UNTIL = /(?<=[\p{L}\p{N}])\s*(?:[–—-]|(?<!\p{L})(?:to|till?|until|до|по)(?!\p{L}))\s*(?=[\p{L}\p{N}])/gu
const MOST_HOUR_WORDS = 4

/** Work from six to fifteen begins in the morning. */
const earlier = (from: string, to: string): string => {
  const hour = Number(from.slice(0, 2)) - 12
  const morning = `${String(hour).padStart(2, '0')}${from.slice(2)}`
  return from > to && hour >= 0 && morning < to ? morning : from
}

/** "10 to 6", "с часу ночи до девяти": hours of a day without the "from" that usually opens them. */
const hoursIn = ({ clause, context }: Slots): { from: string; to: string } | undefined => {
  for (const until of clause.text.matchAll(UNTIL)) {
    const before = clause.text.slice(0, until.index).split(/\s+/u)
    const after = clause.text.slice(until.index + until[0].length)
    for (let count = 1; count <= Math.min(MOST_HOUR_WORDS, before.length); count++) {
      const opens = before
        .slice(-count)
        .join(' ')
        .replace(/^(?:from|с|со)\s+/iu, '')
      const said = clause.lang === 'ru' ? `с ${opens} до ${after}` : `from ${opens} to ${after}`
      const [window] = mentionsOf(clauseOf(said, clause.lang, context), 'window')
      if (window?.start === 0) return { from: window.from, to: window.to }
    }
  }
  return undefined
}

/** What a window of hours is called next to it; else what the sentence speaks of. */
const windowField = (slots: Slots, at: number, several = false): string | undefined => {
  const { plain } = slots.clause
  const named = WINDOWS.flatMap(([field, pattern]) => {
    const near = [...plain.matchAll(new RegExp(pattern.source, 'gu'))].map(({ index }) => Math.abs(index - at))
    return near.length === 0 ? [] : [{ field, distance: Math.min(...near) }]
  })
  const likely = WINDOWS.map(([field]) => field).filter((field) => chanceOf(slots, field) > 0.5)
  if (likely.length === 1 && !several) return likely[0]
  return named.sort((a, b) => a.distance - b.distance)[0]?.field
}
/** "ложусь в десять, встаю в шесть", "begin at 8 pm and end at 9 am": two times that open and close a window. */
const STARTS_AT = words('ложусь|засыпаю|отбой|начина\\p{L}*|с|после', 'bed|sleep|lights out|begins?|starts?|after|from')
const ENDS_AT = words(
  'вста[юё]\\p{L}*|просыпаюсь|подъ[её]м|заканчива\\p{L}*|конча\\p{L}*|до',
  'up|wake|ends?|stops?|before|until|finish(?:es)?',
)
const twoTimes = (slots: Slots): { from: string; to: string; start: number } | undefined => {
  const times = left(slots, 'time')
  const [first, second] = times
  if (!first || !second || times.length > 2) return undefined
  const { plain } = slots.clause
  const lead = plain.slice(0, first.start + 2)
  const between = plain.slice(first.end, second.start + 2)
  const turned = ENDS_AT.test(lead) && STARTS_AT.test(between) && !ENDS_AT.test(between)
  if (!turned && !ENDS_AT.test(between) && !STARTS_AT.test(lead)) return undefined
  use(slots, first, second)
  const [opens, closes] = turned ? [second, first] : [first, second]
  return { from: late(opens, plain), to: morning(closes, plain), start: first.start }
}
const MARKED = /утра|вечера|ночи|дня|am(?!\p{L})|pm(?!\p{L})|:\d\d/u
type Time = { time: string; start: number; end: number }
const shifted = (time: string, by: number): string =>
  `${String((Number(time.slice(0, 2)) + by + 24) % 24).padStart(2, '0')}${time.slice(2)}`
/** Nobody goes to bed at ten in the morning, nor gets up at six in the evening, unless they say so. */
const late = ({ time, start, end }: Time, plain: string): string => {
  const hour = Number(time.slice(0, 2))
  return !MARKED.test(plain.slice(start, end)) && hour >= 7 && hour < 12
    ? shifted(time, 12)
    : hour === 13 && !MARKED.test(plain.slice(start, end))
      ? '01:00'
      : time
}
const morning = ({ time, start, end }: Time, plain: string): string => {
  const hour = Number(time.slice(0, 2))
  return !MARKED.test(plain.slice(start, end)) && hour >= 16 && hour <= 20 ? shifted(time, -12) : time
}

/** Each window of hours that a sentence says. */
const takeHours = (slots: Slots): void => {
  const windows = left(slots, 'window')
  for (const window of windows) {
    use(slots, window)
    setHours(slots, windowField(slots, window.start, windows.length > 1) ?? 'workHours', window)
  }
  if (windows.length > 0) return
  const kind = windowField(slots, 0)
  if (kind === undefined) return
  const two = twoTimes(slots)
  const hours = two ?? hoursIn(slots)
  if (hours) setHours(slots, kind, hours)
}
const setHours = (slots: Slots, field: string, { from, to }: { from: string; to: string }): void => {
  const start = field === 'workHours' ? earlier(from, to) : from
  set(slots, field, { start, end: to })
}

/** "не хочу рубли, евро": what it is to be no more. */
const NO_CURRENCY =
  /(?<!\p{L})(?:(?:не хочу|не|вместо|instead of|not)\s+\p{L}+|\p{L}+ (?:больше )?не (?:нужн\p{L}+|надо))(?!\p{L})/gu
/** Fields of a profile that a sentence names; places stay as said, the account turns them into codes. */
export const fillProfile = (slots: Slots): void => {
  const { plain, text } = slots.clause
  takeHours(slots)
  const name = NAME.exec(text)
  if (name?.[1]) set(slots, 'displayName', name[1].replace(/[.!]+$/u, '').trim())
  const phone = /\+?\d[\d ()-]{8,18}\d/.exec(text)
  if (phone && words('телефон\\p{L}*|номер\\p{L}*|phone|number|cell|mobile').test(plain))
    set(slots, 'phone', phone[0].replace(/[^\d+]/g, ''))
  if (
    words(
      'валют\\p{L}*|по умолчанию|основн\\p{L}+|профил\\p{L}+|default|main|profile|currency|считай|считать|веди|показывай|записывай|храни|count|keep|track',
    ).test(plain)
  )
    set(slots, 'currency', currencyIn(plain.replace(NO_CURRENCY, ' ')))
  if (words('язык\\p{L}*|говори|отвечай|общайся|language|speak|reply|answer|пиши').test(plain))
    set(slots, 'locale', found(plain, LOCALES))
  takeBody(slots)
  const birth = words(
    'родил(?:ся|ась)|день рождения|дата рождения|год рождения|др|born|birthday|birth date|date of birth|birthdate|birth year|dob',
  )
  if (birth.test(plain) || chanceOf(slots, 'birthDate') > 0.5) {
    const [date] = left(slots, 'date')
    if (date && set(slots, 'birthDate', date.date)) use(slots, date)
  }
  const man = words('мужчина|мужской|парень|муж|male|man').exec(plain)
  const woman = words('женщина|женский|девушка|жен|female|woman').exec(plain)
  // "я девушка, а в профиле парень": what one is comes first.
  if (man && (!woman || man.index < woman.index)) set(slots, 'sex', 'male')
  else if (woman) set(slots, 'sex', 'female')
  const zone = ZONE.exec(text)?.[1] ?? (Object.keys(slots.args).length === 0 ? CITY.exec(text)?.[1] : undefined)
  if (zone) set(slots, words('стран\\p{L}*|country').test(plain) ? 'country' : 'timeZone', zone.trim())
}

const BODY: readonly (readonly [string, RegExp, MentionOf<'measure'>['of']])[] = [
  ['weightKg', words('вес|весом|вешу|weight|weigh'), 'mass'],
  ['heightCm', words('рост|ростом|height|tall'), 'length'],
]
/** Height and weight by their unit, else by the word that stands nearest before the number. */
const takeBody = (slots: Slots): void => {
  const { plain } = slots.clause
  for (const [field, noun, of] of BODY) {
    const found = noun.exec(plain)
    if (!found && chanceOf(slots, field) < 0.5) continue
    const measure = left(slots, 'measure').find((one) => one.of === of)
    if (measure) {
      const value = Number((of === 'mass' ? measure.base : measure.base * 100).toFixed(2))
      if (set(slots, field, value)) use(slots, measure)
      continue
    }
    const numbers = left(slots, 'number')
    const number = numbers.find(({ start }) => start > (found?.index ?? 0)) ?? numbers[0]
    if (!number) continue
    // "метр девяносто".
    const metre = field === 'heightCm' && number.value < 100 && /(?<!\p{L})метр\s*$/u.test(plain.slice(0, number.start))
    if (set(slots, field, metre ? 100 + number.value : number.value)) use(slots, number)
  }
}

export const fillNote = (slots: Slots): void => {
  const tags = [...slots.clause.text.matchAll(/#([\p{L}\p{N}_-]+)/gu)]
  if (
    tags.length > 0 &&
    set(
      slots,
      'tags',
      tags.map((tag) => tag[1]),
    )
  ) {
    for (const tag of tags)
      slots.used.push({ kind: 'number', value: 0, start: tag.index, end: tag.index + tag[0].length })
  }
  set(slots, 'text', restFor(slots, STRIP.note) || undefined)
}

export const fillFact = (slots: Slots): void => {
  const text = restFor(slots, STRIP.fact, [])
  if (text) set(slots, 'text', text)
}

const RECALL = words(
  'говорил[аи]?|рассказывал[аи]?|помнишь|знаешь|памяти|вспомни|поищи|найди|сказал[аи]?|упоминал[аи]?',
  'know|say|said|tell|told|mention\\p{L}*|memory|recall|remember|search|find|look up',
)
const ABOUT = /(?<!\p{L})(?:про|насч[её]т|о|об|обо|по поводу|about|regarding|on|for)\s+(.+)$/iu
const ASKS_TO_RECALL =
  /^(?:(?:а|и|ну|слушай|скажи|please|hey|so|and|пожалуйста)[\s,]+)*(?:(?:ты\s+)?(?:не\s+)?(?:помнишь|знаешь)(?: ли(?: ты)?)?|напомни(?: мне)?|вспомни|подскажи|я (?:же |тебе )*говорил[аи]?|have i (?:ever )?told you(?: about)?|did i (?:ever )?tell you|what did we say|do you (?:remember|recall|know)|can you (?:recall|remember|tell me)|remind me|tell me|recall|remember|i told you)[\s,:]+/iu
const TAG_QUESTION =
  /[\s,]+(?:помнишь|знаешь|не помнишь|какой|какая|какое|напомни|remember|do you remember|do you know|you know)[\s?.!]*$/iu

/** A question to memory is asked as it was put, without the request to remember; "what do you know about X" asks for X. */
export const fillSearch = (slots: Slots): void => {
  const { text, plain } = slots.clause
  const about = RECALL.test(plain) ? ABOUT.exec(text)?.[1] : undefined
  const asked = text.replace(ASKS_TO_RECALL, '').replace(TAG_QUESTION, '').replace(TAG_QUESTION, '')
  set(slots, 'query', tidy((about ?? asked).replace(/[?!.\s]+$/u, '')) || tidy(text))
}

const THAT_FACT = words('это|этот|эту|последн\\p{L}*|тот факт|(?:только что|сейчас)', 'that|this|it|last')

/** "forget what i just told you": the last fact. */
const JUST_SAID = words('что я (?:только что|сейчас) \\p{L}+', 'what (?:i|you)(?:.ve)? just \\p{L}+')
const EVERY_FACT = words('все факты', 'all of it')

export const fillForget = (slots: Slots): void => {
  const rest = restFor(slots, FORGET_STRIP, [])
  if (rest) set(slots, 'query', rest)
  if (JUST_SAID.test(slots.clause.plain)) {
    delete slots.args['query']
    slots.ref = { words: '@it' }
    return
  }
  if (EVERY_FACT.test(slots.clause.plain)) set(slots, 'all', true)
  if (slots.args['query'] === undefined && slots.args['all'] === undefined && THAT_FACT.test(slots.clause.plain))
    slots.ref = { words: '@it' }
}

const OWED = words(
  'долг\\p{L}*|долж(?:ен|на|ны)|задолжал[аи]?|задолженност\\p{L}*|минус\\p{L}*',
  'owe[sd]?|owing|debts?|in debt|minus|overdrawn|outstanding balance|in the red',
)
const OWED_TO_ME = words('мне долж\\p{L}*|долж\\p{L}* мне|owes? me|owed to me')
export const fillAccount = (slots: Slots): void => {
  takeAmount(slots, 'balance')
  const { balance } = slots.args
  // What is owed stands against the person.
  const { plain } = slots.clause
  if (typeof balance === 'number' && balance > 0 && OWED.test(plain) && !OWED_TO_ME.test(plain))
    slots.args['balance'] = -balance
  if (
    words(
      'пуст(?:ой|ая|ую)|нулев\\p{L}*|с нуля|пока ноль|empty|nothing (?:in it|owed)|at zero|from zero|zero balance',
    ).test(plain)
  )
    set(slots, 'balance', 0)
  const [date] = left(slots, 'date')
  if (date && set(slots, 'asOf', date.date)) use(slots, date)
  const name = restFor(slots, ACCOUNT_STRIP)
  if (name) set(slots, 'name', name)
}
