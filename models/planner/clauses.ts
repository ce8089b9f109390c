import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { OPS } from './cues.ts'
import type { Mention } from './mention.ts'
import type { PersonContext } from './types.ts'
import { words } from './words.ts'

/** Where a message may fall into several requests. */
const JOINT =
  /\s*(?:[;\n]+|(?<=\p{L}|\d|[₽$€£])[.!](?=\s)|,(?:\s*(?:а|и|and)?\s*(?:ещ[её]|также|потом|затем|плюс|also|then|plus)?(?!\p{L}))?|(?<!\p{L})(?:а также|и ещ[её]|а ещ[её]|ещ[её]|и потом|а потом|потом|и|плюс|and also|and then|and|then|also|plus)(?!\p{L}))\s*/giu

/** A free text that must not be cut: a note, a fact. */
const WHOLE = words(
  'запомни\\p{L}*|заметк\\p{L}*|remember that|keep in mind|bear in mind|note|notes|имей в виду|учти|раздел\\p{L}*|разбей|разбить|подели\\p{L}*|разнеси|разложи|распредели|раскидай|split\\p{L}*|divide|break|separate|reallocate|portion out',
)

/** A request that begins here: an imperative, a report, a question. */
const STARTS = new RegExp(
  `^(?:(?:пожалуйста|мне|please|can you|could you|also|ещё|еще|я|i)\\s+)*(?:${[
    'добавь|запиши|внеси|создай|поставь|заведи|запланируй|назначь|забронируй|напомни|напоминай|перенеси|передвинь|сдвинь|измени|поменяй|переименуй|удали|убери|отмени|покажи|закрой|отметь|запомни|забудь|пропусти|потратил[аи]?|заплатил[аи]?|купил[аи]?|получил[аи]?|заработал[аи]?|сколько|лимит|бюджет|найди|скажи',
    'add|create|put|schedule|book|set|remind|move|reschedule|change|rename|delete|remove|cancel|show|list|mark|forget|skip|spent|paid|bought|received|earned|got|how much|what|log|record|find|block',
  ].join('|')})(?!\\p{L})`,
  'u',
)

const inside = (mentions: readonly Mention[], from: number, to: number): boolean =>
  mentions.some((mention) => mention.start < from && mention.end > to)

const quoted = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return (before.match(/[«“]/gu)?.length ?? 0) > (before.match(/[»”]/gu)?.length ?? 0)
}

const sumsIn = (mentions: readonly Mention[], from: number, to: number): Mention[] =>
  mentions.filter((m) => (m.kind === 'money' || m.kind === 'number') && m.start >= from && m.end <= to)

const OTHER_OPS = (['remind', 'move', 'change', 'remove', 'complete', 'show', 'snooze', 'skip'] as const).map(
  (op) => OPS[op],
)

/** Lengths, weights and pulses are no sums. */
const MEASURED =
  /\d\s*(?:см|кг|cm|kg|lbs?)(?!\p{L})|(?<!\p{L})(?:рост|вес|weigh\p{L}*|height|tall|пульс\p{L}*|чсс|макс\p{L}*|rpe|ккал|калор\p{L}*|hr|heart rate|max|calories|kcal|ftp|reps?)(?!\p{L})/u

/** Whether both sides of a joint report a sum of their own: "450 такси, 1200 продукты". */
const bothPaid = (clause: Clause, from: number, cutFrom: number, cutTo: number, to: number): boolean => {
  const left = clause.plain.slice(from, cutFrom)
  const right = clause.plain.slice(cutTo, to)
  if (OTHER_OPS.some((op) => op.test(left) || op.test(right))) return false
  const sums = [sumsIn(clause.mentions, from, cutFrom), sumsIn(clause.mentions, cutTo, to)]
  const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text)
  const oneEach = sums.every((side) => side.length >= 1)
  if (MEASURED.test(left) || MEASURED.test(right)) return false
  return oneEach && hasWords(left) && hasWords(right.replace(/\d/gu, ''))
}

/** What is measured of a body: each figure is a record of its own. */
const READING = words(
  'вес|давление|пульс|температура|сахар|глюкоза|сатурация|шагов|воды|настроение',
  'weight|blood pressure|bp|pulse|heart rate|temperature|temp|glucose|sugar|spo2|oxygen|steps|water|mood',
)
const bothRead = (clause: Clause, from: number, cutFrom: number, cutTo: number, to: number): boolean => {
  const sides: [number, number][] = [
    [from, cutFrom],
    [cutTo, to],
  ]
  return sides.every(
    ([a, b]) =>
      READING.test(clause.plain.slice(a, b)) &&
      within(clause.mentions, a, b).some(({ kind }) => /^(?:measure|pair|number|percent)$/u.test(kind)),
  )
}

/** "…, удали", "…, skip it", "…, add it as an account": the verb for what was said before the comma. */
const LEANS_BACK =
  /^(?:пожалуйста |please |and |also |can you |could you )*\p{L}+(?: (?:up|off|out|down))?(?:\s+(?:его|ее|их|это|эту|этот|пожалуйста|плиз|please|it|that|this|them|on|all|мне|me|again|снова|еще раз)(?!\p{L}).*|[\s.!]*)$/u
const leansBack = (right: string): boolean => LEANS_BACK.test(right) && !OPS.remind.test(right)

/** "…, скажи за 3 дня": how long before a payment it is spoken of. */
const WARNS = /^(?:скажи|предупреди)\p{L}* (?:мне )?за (?:\p{L}+ |\d+ )?(?:дн|день|недел|месяц)/u
const warns = (right: string): boolean => WARNS.test(right)

/** Whether the left side is a request by itself and not only what the right side speaks of. */
const asks = (left: string): boolean =>
  STARTS.test(left) || Object.values(OPS).some((op) => op.test(left)) || /\p{N}/u.test(left)

/** What a message asks for in one of its parts. */
export interface Part {
  clause: Clause
  /** The tool its heading named: "задачи на завтра: …". */
  tool?: string
  /** It has no verb of its own and asks for the same as the part before. */
  more?: boolean
}

const TIMED = new Set<Mention['kind']>(['instant', 'date', 'time', 'window', 'rrule', 'delay'])
const DATED = new Set<Mention['kind']>(['instant', 'date'])

const within = (mentions: readonly Mention[], from: number, to: number): Mention[] =>
  mentions.filter((mention) => mention.start >= from && mention.end <= to)

const NO_CONTENT = new RegExp(
  `${Object.values(OPS)
    .map((op) => op.source)
    .join(
      '|',
    )}|(?<!\\p{L})(?:мне|меня|нам|пожалуйста|еще|также|потом|please|also|then|and|the|me|for|там|мой|моя|новую|новый)(?!\\p{L})`,
  'gu',
)
/** Words of a stretch beside its times, its verb and courtesies. */
const hasContent = (clause: Clause, from: number, to: number): boolean => {
  let rest = clause.plain.slice(from, to)
  for (const span of within(clause.mentions, from, to).reverse())
    rest = `${rest.slice(0, span.start - from)} ${rest.slice(span.end - from)}`
  return /\p{L}{3,}/u.test(rest.replace(NO_CONTENT, ' '))
}

/** Not another plan but a second thought about the same one. */
const SECOND_THOUGHT =
  /^(?:лучше|точнее|вернее|или|нет|не|максимум|примерно|где-то|если|когда|чтобы|потому|то есть|до|по|or|rather|better|actually|no|not|maybe|if|when|until|till|to|so|because|which|that)(?!\p{L})/u
const QUESTION = /\?\s*$|^(?:что|когда|какие|сколько|где|есть ли|what|when|which|how|do i|am i|is there)(?!\p{L})/u

const isHour = (mention: Mention): boolean =>
  mention.kind === 'window' || ((mention.kind === 'instant' || mention.kind === 'time') && mention.exact)

/** "завтра в 11 созвон с димой, в пятницу в 18 спортзал": both sides have a time and a name of their own. */
const bothPlanned = (clause: Clause, from: number, cutFrom: number, cutTo: number, to: number): boolean => {
  if (QUESTION.test(clause.plain) || SECOND_THOUGHT.test(clause.plain.slice(cutTo))) return false
  const timesIn = (a: number, b: number): Mention[] =>
    within(clause.mentions, a, b).filter((mention) => TIMED.has(mention.kind))
  const [left, right] = [timesIn(from, cutFrom), timesIn(cutTo, to)]
  const [first] = right
  if (left.length === 0 || !first || !hasContent(clause, from, cutFrom) || !hasContent(clause, cutTo, to)) return false
  return first.start === cutTo || [left, right].every((side) => side.some(isHour))
}

/** A verb that is said once for all: "напомни завтра в 9 … и в 18 …". */
const VERB = /^(?:(?:пожалуйста|мне|можешь|please|can you|could you|also|ещё|еще)\s+)*(\p{L}+)(\s+(?:me|мне))?/u
const verbOf = (left: string): string => {
  const found = VERB.exec(left)
  return found?.[1] && STARTS.test(left) ? `${found[1]}${found[2] ?? ''} ` : ''
}

const OWN_VERB = [OPS.remind, OPS.move, OPS.remove, OPS.change, OPS.show]

/** The part with the verb and the day of the part before, as far as it has none. */
const inheriting = (clause: Clause, before: Clause, context: PersonContext): Part => {
  const verb = OWN_VERB.some((op) => op.test(clause.plain)) ? '' : verbOf(before.plain)
  const day = before.mentions.find((mention) => DATED.has(mention.kind))
  const [time] = mentionsOf(clause, 'time')
  const date = day?.kind === 'date' ? day.date : day?.kind === 'instant' ? day.at.slice(0, 10) : undefined
  const own = mentionsOf(clause, 'instant', 'date', 'rrule', 'delay', 'range').length > 0
  const text =
    time && date !== undefined && !own
      ? `${clause.text.slice(0, time.start)}${date} ${clause.text.slice(time.start)}`
      : clause.text
  return {
    clause: clauseOf(`${verb}${text}`, clause.lang, context),
    more: verb === '' && !OWN_VERB.some((op) => op.test(clause.plain)),
  }
}

const LIST =
  /^((?:(?:добавь|запиши|создай|поставь|внеси|новые|мои|мне|нужны|add|create|new|my|put)\s+)*)(?:задачи|дела|таски|тудушки|список(?: дел| задач)?|tasks|to-?dos?(?: list)?|things to do)((?:\s+(?!купить)[\p{L}\p{N}]+){0,4}?)\s*:\s*(?=\S)/iu
const ITEM = /\s*(?:[,;\n]+(?:\s*(?:и|and)(?!\p{L}))?|(?<!\p{L})(?:и|and)(?!\p{L}))\s*/giu
const TASK_TOOL = 'tasks_add_task'

/** "задачи на завтра: забрать посылку, записаться к врачу и купить лампочки": a task of each. */
const listed = (text: string, lang: Lang, context: PersonContext): Part[] | undefined => {
  const head = LIST.exec(text)
  if (!head) return undefined
  const body = text.slice(head[0].length)
  const cuts: number[][] = []
  for (const joint of body.matchAll(ITEM)) {
    const right = body.slice(joint.index + joint[0].length)
    const listing = /[,;\n]/u.test(joint[0])
    const verb = lang === 'ru' ? /^\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/iu.test(right) : /^\p{L}+\s+\p{L}/u.test(right)
    if (joint.index > 0 && right !== '' && (listing || verb) && !quoted(body, joint.index))
      cuts.push([joint.index, joint.index + joint[0].length])
  }
  const starts = [0, ...cuts.map(([, end = 0]) => end)]
  const ends = [...cuts.map(([start = 0]) => start), body.length]
  const title = lang === 'ru' ? 'задача' : 'task'
  return starts
    .map((start, i) =>
      body
        .slice(start, ends[i])
        .replace(/^[\s•*—–-]+/u, '')
        .trim(),
    )
    .filter((item) => item !== '')
    .map((item) => ({ clause: clauseOf(`${title}${head[2] ?? ''}: ${item}`, lang, context), tool: TASK_TOOL }))
}

const SHOPPING_RU = '(?:(?:мой|наш|общий) )?(?:список (?:покупок|продуктов)|покупки|шопинг-?лист|список(?! дел| задач))'
const SHOPPING_EN = '(?:my |the |our )?(?:shopping|grocery|groceries|shop)(?: list)?'
/** "добавь в список покупок молоко, хлеб и яйца", "add milk and eggs to the shopping list". */
const THINGS: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:пожалуйста|ещё|еще|а|и)\\s+)*(?:добавь(?:те)?|запиши|внеси|закинь|кинь|допиши|впиши|занеси)\\s+(?:мне\\s+)?(?:ещё\\s+|еще\\s+)?в\\s+${SHOPPING_RU}\\s*:?\\s+(?<items>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:(?:пожалуйста|ещё|еще|а|и)\\s+)*(?:добавь(?:те)?|запиши|внеси|закинь|кинь|допиши|впиши|занеси)\\s+(?<items>.+?)\\s+в\\s+${SHOPPING_RU}[\\s.]*$`,
    'iu',
  ),
  new RegExp(`^${SHOPPING_RU}\\s*:\\s*(?<items>.+)$`, 'iu'),
  new RegExp(
    `^(?:(?:please|also|and)\\s+)*(?:add|put|throw|stick|pop)\\s+(?<items>.+?)\\s+(?:to|on|onto|in)\\s+${SHOPPING_EN}[\\s.]*$`,
    'iu',
  ),
  new RegExp(`^(?:(?:please|also|and|add to|put on)\\s+)*${SHOPPING_EN}\\s*:\\s*(?<items>.+)$`, 'iu'),
]
const LIST_TOOL = 'home_add_list_item'

/** Several things for a list: one of each. */
const things = (text: string, lang: Lang, context: PersonContext): Part[] | undefined => {
  const sentences = text.split(/[.!;]\s+/u)
  const last = sentences.at(-1) ?? ''
  const itemsOf = (sentence: string): string | undefined =>
    THINGS.map((pattern) => pattern.exec(sentence)?.groups?.['items']).find((items) => items !== undefined)
  const said = itemsOf(text) ?? itemsOf(last)
  const items = (said ?? '')
    .split(ITEM)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  // "… приехали. добавь в список датчик газа": what was said before asks for nothing.
  if (items.length < (sentences.length > 1 && itemsOf(text) === undefined ? 1 : 2)) return undefined
  const carried = (item: string): string =>
    lang === 'ru' ? `добавь ${item} в список покупок` : `add ${item} to the shopping list`
  return items.map((item) => ({ clause: clauseOf(carried(item), lang, context), tool: LIST_TOOL }))
}

/** "в субботу и воскресенье в 10": one plan on each of two days. */
const onTwoDays = (whole: Clause, context: PersonContext): Part[] | undefined => {
  if (!(OPS.remind.test(whole.plain) || OPS.add.test(whole.plain)) || QUESTION.test(whole.plain)) return undefined
  const days = whole.mentions.filter(({ kind }) => DATED.has(kind))
  const [first, second] = days
  if (days.length !== 2 || first?.kind !== 'date' || !second) return undefined
  if (!/^\s*(?:и|and)\s*(?:во?|on)?\s*$/u.test(whole.plain.slice(first.end, second.start))) return undefined
  const hour = second.kind === 'instant' ? ` ${second.at.slice(11, 16)}` : ''
  const date = second.kind === 'instant' ? second.at.slice(0, 10) : second.kind === 'date' ? second.date : ''
  return [first.date, date].map((day) => ({
    clause: clauseOf(
      `${whole.text.slice(0, first.start)}${day}${hour}${whole.text.slice(second.end)}`,
      whole.lang,
      context,
    ),
  }))
}

/** A request after a fact that cannot be part of it: it says what it makes. */
const FULL_REQUEST =
  /^(?:(?:добавь|создай|поставь|запиши|заведи|запланируй)\s+(?:мне\s+)?(?:новую\s+)?(?:задач|встреч|созвон|напоминан|событи|заметк|трат|расход)|напомни(?:ть)?\s|(?:add|create|set|make|put|schedule|book)\s+(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:task|to-?do|reminder|event|meeting|call|note|expense)|remind me\s)/u
const FACT =
  /^(?:(?:пожалуйста|please|также|also)\s+)*(?:запомни|имей в виду|учти|remember that|keep in mind|bear in mind)(?!\p{L})/u

/** "уснула в 23:40, проснулась в 7", "went to bed at 11, woke at 7": one night. */
const ONE_NIGHT =
  /(?<!\p{L})(?:отбой|ложусь|засыпаю|л[её]г(?:ла)?|улож\p{L}+|улегл\p{L}+|уснул[аи]?|заснул[аи]?|отрубил(?:ся|ась)|вырубил(?:ся|ась)|(?:go|went|got) to (?:bed|sleep)|in bed|bed|fell asleep|asleep|slept|turned in|crashed|lights out)(?!\p{L}).*(?<!\p{L})(?:будильник|поднял(?:ся|ась)|rose|up|встаю|просыпаюсь|встал[аи]?|проснул(?:ся|ась)|подъ[её]м|поднял(?:ся|ась)|woke|get up|got up|up at|awake)(?!\p{L})|(?<!\p{L})(?:встал[аи]?|проснул(?:ся|ась)|woke|got up)(?!\p{L}).*(?<!\p{L})(?:л[её]г(?:ла)?|уснул[аи]?|заснул[аи]?|to bed|fell asleep)(?!\p{L})/u
const FEELINGS: readonly RegExp[] = [
  words('настроени\\p{L}*|mood'),
  words('стресс\\p{L}*|stress'),
  words('энерги\\p{L}*|бодрост\\p{L}*|energy'),
]
/** "настроение 7, стресс 4": one check-in. */
const feelings = (plain: string): number => FEELINGS.filter((pattern) => pattern.test(plain)).length

const LIMIT =
  /(?<!\p{L})(?:пульс\p{L}*|heart rate|hr|ftp|поко[йяюе]\p{L}*|rest(?:ing)?|макс\p{L}*|max\p{L}*)(?!\p{L})/gu
/** "максимальный пульс 186, пульс покоя 52": limits of one body. */
const limits = (plain: string): number =>
  /поко[йя]|rest|макс|max/u.test(plain) ? (plain.match(LIMIT)?.length ?? 0) : 0

/** The requests of a message, in order; most messages are one. */
export const partsOf = (whole: Clause, context: PersonContext): Part[] => {
  const { text, lang } = whole
  const list = listed(text, lang, context) ?? things(text, lang, context)
  if (list) return list
  if (ONE_NIGHT.test(whole.plain) || feelings(whole.plain) > 1 || limits(whole.plain) > 1) return [{ clause: whole }]
  const isFact = FACT.test(whole.plain)
  const twice = onTwoDays(whole, context)
  if (twice && !WHOLE.test(whole.plain)) return twice
  if (WHOLE.test(whole.plain) && !isFact && !FACT_LATER.test(whole.plain)) return [{ clause: whole }]
  const cuts: { from: number; to: number; inherits: boolean }[] = []
  let from = 0
  for (const joint of whole.text.matchAll(JOINT)) {
    const cutFrom = joint.index
    const cutTo = cutFrom + joint[0].length
    if (cutFrom <= from || cutTo >= text.length) continue
    if (inside(whole.mentions, cutFrom + 1, cutTo - 1) || quoted(text, cutFrom)) continue
    const next = [...whole.plain.slice(cutTo).matchAll(JOINT)].find((later) => later.index > 0)
    const to = next ? cutTo + next.index : text.length
    const left = whole.plain.slice(from, cutFrom)
    const right = whole.plain.slice(cutTo)
    if (FACT.test(left)) {
      if (!FULL_REQUEST.test(right)) continue
      cuts.push({ from: cutFrom, to: cutTo, inherits: false })
      from = cutTo
      continue
    }
    const starts = STARTS.test(right) && !leansBack(right) && !warns(right) && asks(left)
    const factNext = FACT.test(right) && asks(left)
    const planned = !starts && !STARTS.test(right) && bothPlanned(whole, from, cutFrom, cutTo, to)
    const recorded = bothPaid(whole, from, cutFrom, cutTo, to) || bothRead(whole, from, cutFrom, cutTo, to)
    if (starts || factNext || planned || recorded) {
      cuts.push({ from: cutFrom, to: cutTo, inherits: planned })
      from = cutTo
    }
  }
  const parts: Part[] = []
  for (let i = 0; i <= cuts.length; i++) {
    const said = text.slice(cuts[i - 1]?.to ?? 0, cuts[i]?.from).trim()
    if (said === '') continue
    const clause = clauseOf(said, lang, context)
    const before = parts.at(-1)
    parts.push(before && cuts[i - 1]?.inherits ? inheriting(clause, before.clause, context) : { clause })
  }
  return parts.length === 1 ? [{ clause: whole }] : parts
}
const FACT_LATER =
  /(?:,|(?<!\p{L})(?:и|and))\s+(?:запомни|имей в виду|учти|remember that|keep in mind|bear in mind)(?!\p{L})/u

export const clausesOf = (text: string, lang: Lang, context: PersonContext): Clause[] =>
  partsOf(clauseOf(text, lang, context), context).map(({ clause }) => clause)
