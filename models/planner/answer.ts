import { zoned } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { cuesOf, OPS } from './cues.ts'
import { intentOf } from './intent.ts'
import { stemWords } from './reading/index.ts'
import { chooseRows, dateOf, instantOf } from './reference.ts'
import { withRow } from './resolve.ts'
import { fill } from './slots/fill.ts'
import type { Draft, Question, Row, Understanding } from './types.ts'
import { type Deps, withQuestion } from './understand.ts'
import { capitalised, plainOf, tidy, words } from './words.ts'

const NO =
  /^(?:нет|не надо|не нужно|никак\p{L}*|отмена|отмени|забей|забудь|неважно|передумал[аи]?|ничего|не хочу|no|nope|none|nothing|never ?mind|cancel|forget it|neither|stop|skip it)[\s.!]*$/iu
const YES =
  /^(?:да|ага|угу|конечно|давай(?:те)?|верно|точно|именно|правильно|хорошо|ок(?:ей)?|yes|yep|yeah|yup|sure|right|correct|exactly|ok(?:ay)?|do it|go ahead|please)(?:[\s,]+(?:да|верно|правильно|пожалуйста|давай|please|right|do it))*[\s.!]*$/iu
const ALL = words('все|обе|оба|всё|both|all(?: of them)?|every')
const ORDINALS: readonly RegExp[] = [
  words('1|перв\\p{L}+|один|одна|first|one|1st'),
  words('2|втор\\p{L}+|два|second|two|2nd'),
  words('3|трет\\p{L}+|три|third|three|3rd'),
  words('4|четверт\\p{L}+|четыре|fourth|four|4th'),
  words('5|пят\\p{L}+|fifth|five|5th'),
  words('6|шест\\p{L}+|sixth|six|6th'),
  words('7|седьм\\p{L}+|семь|seventh|seven|7th'),
]
const LAST = words('последн\\p{L}*|last')

/** Which of several was meant: "вторую", "2", "last", "the second one". */
const ordinalOf = (said: string, count: number): number | undefined => {
  if (said.split(/\s+/u).length > 5) return undefined
  // After an ordinal or a name "one" only stands for the noun.
  const plain = said.replace(/(?<=\p{L}\s+)ones?(?!\p{L})/gu, '').replace(/(?<!\p{L})(?:a|the) one(?!\p{L})/gu, '')
  if (LAST.test(plain)) return count - 1
  const index = ORDINALS.findIndex((pattern) => pattern.test(plain))
  return index >= 0 && index < count ? index : undefined
}

/** "ту что 7 км", "the one of 42 minutes". */
const measuredRows = (rows: readonly Row[], clause: Clause): Row[] => {
  const metres = mentionsOf(clause, 'measure').find(({ of }) => of === 'length')?.base
  const minutes = mentionsOf(clause, 'duration')[0]?.minutes
  if (metres === undefined && minutes === undefined) return []
  return rows.filter(
    ({ distanceMeters, durationMinutes }) =>
      (metres === undefined || distanceMeters === metres) && (minutes === undefined || durationMinutes === minutes),
  )
}

const chosenRows = (deps: Deps, rows: readonly Row[], text: string, lang: Lang): Row[] => {
  const { context } = deps
  const plain = plainOf(text)
  if (ALL.test(plain)) return [...rows]
  const clause = clauseOf(text, lang, context)
  const [instant] = mentionsOf(clause, 'instant')
  const [date] = mentionsOf(clause, 'date')
  const [time] = mentionsOf(clause, 'time')
  const clockOf = (at: Date): string => zoned(at, context.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  const clock = time?.time ?? (instant && clockOf(new Date(instant.at)))
  const day = date?.date ?? instant?.at.slice(0, 10)
  if (clock !== undefined || day !== undefined) {
    const fitting = rows.filter((row) => {
      const at = instantOf(row)
      return (
        (clock === undefined || (at && clockOf(at) === clock)) && (day === undefined || dateOf(row, context) === day)
      )
    })
    if (fitting.length > 0) return fitting
  }
  const measured = measuredRows(rows, clause)
  if (measured.length > 0) return measured
  const [money] = mentionsOf(clause, 'money', 'number')
  if (money) {
    const minor = money.kind === 'money' ? money.amount : money.value * 100
    const same = rows.filter((row) => row['amount'] === minor)
    if (same.length > 0) return same
  }
  const index = ordinalOf(plain, rows.length)
  const row = index === undefined ? undefined : rows[index]
  if (row) return [row]
  return chooseRows(rows, { words: text }, context)
}

/** A message that asks for something by itself, so that it does not answer the question before it. */
const isRequest = (deps: Deps, text: string, lang: Lang): boolean => {
  const clause = clauseOf(text, lang, deps.context)
  const found = intentOf(deps, clause)
  if (found.kind === 'tool' && found.how === 'rule') return true
  const commands = (
    ['add', 'remind', 'move', 'remove', 'show', 'spend', 'earn', 'remember', 'complete'] as const
  ).filter((op) => OPS[op].test(clause.plain))
  return commands.length > 0 && found.kind === 'tool' && stemWords(text).length >= 3
}

/** "ту что в 11:00", "the one at 5": one of those just shown, whatever verb follows. */
const POINTS = /^\s*(?:(?:да|ну|нет|yes|no|ok)[\s,]+)*(?:т[уае]|тот|той|котор\p{L}+|the one|that one|the)(?!\p{L})/iu

const VALUES = new Set([
  'when',
  'start',
  'at',
  'dueAt',
  'date',
  'startsAt',
  'until',
  'occurredOn',
  'from',
  'amount',
  'limit',
  'balance',
  'durationMinutes',
])

/** The request read again together with its answer: "напомни позвонить маме" + "в семь вечера". */
const readTogether = (
  deps: Deps,
  draft: Draft,
  question: Extract<Question, { kind: 'slot' }>,
  asked: string,
  text: string,
  lang: Lang,
): Draft | undefined => {
  const tool = deps.toolbox.get(draft.tool)
  if (!tool) return undefined
  const joined = question.wrong === undefined ? `${asked} ${text}` : asked.replace(question.wrong, text)
  const alone = fill(tool, clauseOf(text, lang, deps.context), deps)
  const whole = fill(tool, clauseOf(joined, lang, deps.context), deps)
  const args = { ...draft.args }
  let learnt = false
  for (const [field, value] of Object.entries(whole.args)) {
    if (
      tool.properties[field]?.type === 'string' &&
      typeof value === 'string' &&
      !/^\d{4}-\d\d-\d\d|^\d\d:\d\d$/.test(value) &&
      field !== 'currency'
    ) {
      args[field] ??= question.wrong === undefined ? undefined : value
      if (question.wrong !== undefined) args[field] = value
      continue
    }
    learnt ||= JSON.stringify(args[field]) !== JSON.stringify(value)
    args[field] = value
  }
  for (const field of Object.keys(args))
    if (args[field] === undefined || (whole.args[field] === undefined && field === 'allDay')) delete args[field]
  if (!learnt && Object.keys(alone.args).length === 0) return undefined
  return { ...draft, args }
}

const PROFILE = 'account_update_profile'

/** The draft with the slot filled from the answer; a question answers nothing, and a profile has no field that takes any words. */
const filledSlot = (
  deps: Deps,
  draft: Draft,
  question: Extract<Question, { kind: 'slot' }>,
  asked: string,
  text: string,
  lang: Lang,
): Draft | undefined => {
  const tool = deps.toolbox.get(draft.tool)
  if (!tool) return undefined
  const { slot } = question
  if (draft.tool === PROFILE) {
    const clause = clauseOf(text, lang, deps.context)
    if (cuesOf(clause).question) return undefined
    const { args } = fill(tool, clause, deps)
    return Object.keys(args).length === 0 ? undefined : { ...draft, args }
  }
  if (/\?\s*$/u.test(text)) return undefined
  if (VALUES.has(slot)) return readTogether(deps, draft, question, asked, text, lang)
  const type = tool.properties[slot]?.type
  if (type !== undefined && type !== 'string') return readTogether(deps, draft, question, asked, text, lang)
  const answered = fill(tool, clauseOf(text, lang, deps.context), deps).args
  const said = tool.properties[slot]?.enum === undefined ? tidy(text) : answered[slot]
  if (said === undefined) return undefined
  const args: Draft['args'] = { ...draft.args, [slot]: slot === 'title' ? capitalised(String(said)) : said }
  return { ...draft, args }
}

/** Reads a message as the answer to an open question; undefined when it is not one. */
export const answer = (
  deps: Deps,
  before: Understanding,
  question: Question,
  asked: string,
  text: string,
  lang: Lang,
): Understanding | undefined => {
  if (NO.test(text.trim())) return { lang, drafts: [], how: 'answer', reply: { key: 'models.dropped' } }
  if (question.kind !== 'row' && isRequest(deps, text, lang)) return undefined
  if (question.kind === 'row') {
    const rows = chosenRows(deps, question.rows, text, lang)
    const draft = before.drafts[question.draft]
    if (!draft || rows.length === 0 || (rows.length > 1 && !ALL.test(plainOf(text)))) return undefined
    const points = POINTS.test(text) || ordinalOf(plainOf(text), question.rows.length) !== undefined
    if (!points && isRequest(deps, text, lang)) return undefined
    const { as } = question
    const meant = (row: Row): Draft => as?.[question.rows.indexOf(row)] ?? draft
    return { lang, how: 'answer', drafts: rows.map((row) => withRow(meant(row), row, deps.context)) }
  }
  if (question.kind === 'intent') {
    const agreed = question.options.length === 1 && YES.test(text.trim()) ? 0 : undefined
    const index =
      agreed ?? ordinalOf(plainOf(text), question.options.length) ?? nearestOption(deps, question, text, lang)
    const option = index === undefined ? undefined : question.options[index]
    return option && withQuestion(deps, { lang, how: 'answer', drafts: [option] })
  }
  const draft = before.drafts[question.draft]
  const filled = draft && filledSlot(deps, draft, question, asked, text, lang)
  return filled && withQuestion(deps, { lang, how: 'answer', drafts: [filled] })
}

const nearestOption = (
  deps: Deps,
  question: Extract<Question, { kind: 'intent' }>,
  text: string,
  lang: Lang,
): number | undefined => {
  const wanted = stemWords(text)
  const shares = question.options.map(({ tool }) => {
    const shown = stemWords(
      deps.messages.render(
        { key: `models.do.${tool}` },
        { locale: lang, timeZone: deps.context.timeZone, now: deps.context.now },
      ),
    )
    return wanted.filter((stem) => shown.includes(stem)).length
  })
  const best = Math.max(...shares)
  return best > 0 && shares.filter((share) => share === best).length === 1 ? shares.indexOf(best) : undefined
}
