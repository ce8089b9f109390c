import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { Lang } from '../../core/user.ts'
import { isReadByName } from './classifier/bands.ts'
import { isHeldOut, type Phrase } from './classifier/phrases.ts'
import type { PlanFunction } from './plan.ts'
import { stemWords } from './reading/index.ts'
import { chooseRows } from './reference.ts'
import type { Draft } from './types.ts'

/** The moment all phrases were written at (a Wednesday). */
const REFERENCE = { now: '2026-03-18T10:00:00+03:00', timeZone: 'Europe/Moscow' }

export interface Judged {
  phrase: Phrase
  tool: string
  args: Record<string, unknown>
  rightTool: boolean
  rightArgs: boolean
  asked: boolean
  wrongWrite: boolean
}

export interface LanguageMeasure {
  texts: number
  /** Shares of the phrases that ask for a tool. */
  rightTool: number
  /** Of all of them: right tool and right arguments. */
  rightArgs: number
  needlessQuestions: number
  wrongWrites: number
  /** Of small talk and out-of-scope phrases: nothing would be written. */
  nothingWritten: number
}

export interface Measure {
  languages: Record<Lang, LanguageMeasure>
  /** Milliseconds of this thread's processor time: what else the machine does is not the planner's. */
  p95Ms: number
  judged: Judged[]
}

/** Words that do not tell one name from another. */
const SMALL = new Set(
  stemWords(
    'в во на с со у о об про за к ко по из от для и а мой моя мою мое мои свой the a an of with to at for my in on from and about that is it this',
  ),
)
const stemsOf = (text: string): string =>
  stemWords(text)
    .filter((stem) => !SMALL.has(stem))
    .join(' ')

/** What a tool assumes when a field is left out, so that saying it is no mistake. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  kind: 'expense',
  period: 'month',
  occurredOn: '2026-03-18',
  groupBy: 'category',
  scope: 'this',
}
const DEFAULTS_OF: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  tasks_list_tasks: { ...DEFAULTS, status: 'open' },
}

const same = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a === b) return true
    // The account keeps a number without its spaces.
    if (PHONE.test(a) && PHONE.test(b)) return a.replace(/[^\d+]/gu, '') === b.replace(/[^\d+]/gu, '')
    if (/^\d{4}-\d\d-\d\dT/.test(a) && /^\d{4}-\d\d-\d\dT/.test(b))
      return new Date(a).getTime() === new Date(b).getTime()
    return stemsOf(a) === stemsOf(b) && (stemsOf(a) !== '' || a.toLowerCase() === b.toLowerCase())
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]))
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) return sameArgs({ ...a }, { ...b })
  return a === b
}

const PHONE = /^\+?[\d ()-]{7,20}$/

const sameArgs = (
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  defaults: Readonly<Record<string, unknown>> = DEFAULTS,
): boolean => {
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...names].every((name) => same(expected[name] ?? defaults[name], actual[name] ?? defaults[name]))
}

/** Stems that make two references one: what finds the same row. */
const near = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.length >= 4 && (a.startsWith(b) || b.startsWith(a)))

/** Whether words of a reference find the row that was meant among the rows all phrases of this tool mean. */
const findsRow = (meant: string, said: string, rows: readonly string[]): boolean => {
  if (meant.startsWith('@') || said.startsWith('@')) return meant === said
  // The very name, whatever else of all these rows is called alike.
  if (stemsOf(meant) === stemsOf(said) && stemsOf(meant) !== '') return true
  const now = new Date(REFERENCE.now)
  const found = chooseRows(
    rows.map((title) => ({ id: title, title })),
    { words: said },
    { now, timeZone: REFERENCE.timeZone, locale: 'ru-RU', currency: 'RUB', displayName: null },
  )
  return (
    found.some((row) => row.id === meant) &&
    found.every(
      (row) =>
        stemsOf(row.id)
          .split(' ')
          .every((stem) =>
            stemsOf(meant)
              .split(' ')
              .some((own) => near(stem, own)),
          ) || row.id === meant,
    )
  )
}

const CHECK = 'nutrition_check_stack'
type Args = Record<string, unknown>
/** Phrases list a medicine among the items; one that is only taken beside them may stand with the medicines instead. */
const withoutCompanions = (meant: Args, said: Args): [Args, Args] => {
  const { medications, ...rest } = said
  const { items } = meant
  if (!Array.isArray(medications) || !Array.isArray(items)) return [meant, said]
  const isCompanion = ({ name }: Args): boolean => medications.includes(name)
  return [{ ...meant, items: items.filter((item: Args) => !isCompanion(item)) }, rest]
}

/** Arguments are the same by value, words by stems; a reference by the row it finds. */
const sameInput = ({ tool, args: meant }: Phrase, said: Record<string, unknown>, rows: readonly string[]): boolean => {
  const { ref: wanted, ...others } = meant
  const { ref: given, ...own } = said
  if (typeof wanted === 'string' && typeof given === 'string')
    return findsRow(wanted, given, rows) && sameArgs(others, own)
  const [wants, has] = tool === CHECK ? withoutCompanions(meant, said) : [meant, said]
  return sameArgs(wants, has, DEFAULTS_OF[tool])
}

/** A draft as phrase files write it: with `ref` in place of an id. */
export const flat = ({ args, ref }: Draft): Record<string, unknown> => {
  if (!ref) return { ...args }
  return {
    ...args,
    ref: ref.words,
    ...(ref.date === undefined ? {} : { refDate: ref.date }),
    ...(ref.from === undefined ? {} : { refFrom: ref.from }),
    ...(ref.to === undefined ? {} : { refTo: ref.to }),
  }
}

const promptFor = (lang: Lang): SystemMessage => {
  const person = lang === 'ru' ? { locale: 'ru-RU', currency: 'RUB' } : { locale: 'en-US', currency: 'USD' }
  const context = {
    ...REFERENCE,
    ...person,
    displayName: null,
    workHours: { start: '09:00', end: '18:00' },
    facts: [],
    pending: null,
  }
  return new SystemMessage(`<context>${JSON.stringify(context)}</context>`)
}

const isTool = (name: string): boolean => !name.startsWith('@')

const judge = (plan: PlanFunction, phrase: Phrase, tools: readonly unknown[], rows: readonly string[]): Judged => {
  const { understanding: first, question } = plan({
    messages: [promptFor(phrase.lang), new HumanMessage(phrase.text)],
    tools,
  })
  // A tentative request is one only when its row is there, and it is there when the phrase means it.
  const meant = ({ tool, tentative }: Draft): boolean => !tentative || tool === phrase.tool
  const understood = first.drafts.every(meant) ? first : (first.otherwise ?? first)
  const understanding = { ...understood, drafts: understood.drafts.filter(meant) }
  const [draft] = understanding.drafts
  const tool = draft?.tool ?? (question?.kind === 'intent' ? '@question' : '@none')
  const args = draft ? flat(draft) : {}
  const rightTool = isTool(phrase.tool) ? tool === phrase.tool : !draft
  const rightArgs =
    rightTool &&
    understanding.drafts.filter((one) => !one.beside).length <= 1 &&
    (!isTool(phrase.tool) || sameInput(phrase, args, rows))
  const wrongWrite = draft !== undefined && !question && tool !== phrase.tool && !isReadByName(tool)
  return { phrase, tool, args, rightTool, rightArgs, asked: question !== undefined, wrongWrite }
}

const share = (rows: readonly Judged[], test: (row: Judged) => boolean): number =>
  rows.length === 0 ? 1 : rows.filter(test).length / rows.length

const ofLanguage = (judged: readonly Judged[], lang: Lang): LanguageMeasure => {
  const own = judged.filter(({ phrase }) => phrase.lang === lang)
  const asked = own.filter(({ phrase }) => isTool(phrase.tool))
  const idle = own.filter(({ phrase }) => !isTool(phrase.tool))
  return {
    texts: own.length,
    rightTool: share(asked, (row) => row.rightTool),
    rightArgs: share(asked, (row) => row.rightArgs),
    needlessQuestions: share(asked, (row) => row.asked),
    wrongWrites: share(asked, (row) => row.wrongWrite),
    nothingWritten: share(idle, (row) => !row.wrongWrite),
  }
}

/** Plans every held-out phrase (or those `chosen` picks) as a conversation of one message and compares with what was meant. */
export const measurePhrases = (
  planner: { plan: PlanFunction },
  phrases: readonly Phrase[],
  tools: readonly unknown[],
  chosen: (text: string) => boolean = isHeldOut,
): Measure => {
  const times: number[] = []
  const rowsFor = new Map<string, string[]>()
  for (const { tool, args } of phrases) {
    const { ref } = args
    if (typeof ref === 'string' && !ref.startsWith('@')) rowsFor.set(tool, [...(rowsFor.get(tool) ?? []), ref])
  }
  const timed: PlanFunction = (input) => {
    const started = process.threadCpuUsage()
    const plan = planner.plan(input)
    const { user, system } = process.threadCpuUsage(started)
    times.push((user + system) / 1000)
    return plan
  }
  const judged = phrases
    .filter(({ text }) => chosen(text))
    .map((phrase) => judge(timed, phrase, tools, rowsFor.get(phrase.tool) ?? []))
  times.sort((a, b) => a - b)
  return {
    languages: { ru: ofLanguage(judged, 'ru'), en: ofLanguage(judged, 'en') },
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    judged,
  }
}
