import type { Message, Messages } from '../../core/messages.ts'
import { minorDigits } from '../../core/money.ts'
import { addDays, localDateOf } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import type { FindNames } from '../../tools/contract.ts'
import { clockedElsewhere, markedBusy, onEvent } from './asides.ts'
import { intentFor } from './certain.ts'
import { isReadByName } from './classifier/bands.ts'
import type { Classifier } from './classifier/classify.ts'
import { cuesOf } from './classifier/cues.ts'
import { tokensOf } from './classifier/words.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { type Part, partsOf } from './clauses.ts'
import { OPS } from './cues.ts'
import { type Intent, intentOf, talkOf } from './intent.ts'
import { sameWish, withOthers } from './kinds.ts'
import { signsOf } from './marks.ts'
import { missingSlot } from './missing.ts'
import { recalled } from './recall.ts'
import { askFor, askWhichTool, smallTalk } from './reply.ts'
import { beforeEvent, beforePlanned } from './slots/before.ts'
import { fill } from './slots/fill.ts'
import type { Tagger } from './tagger/tag.ts'
import { aboutTaken } from './taken.ts'
import { removal, tentativeOf } from './tentative.ts'
import type { Toolbox } from './tool-schema.ts'
import type { Draft, PersonContext, Question, Understanding } from './types.ts'
import { waitingIn } from './waits.ts'
import { words } from './words.ts'

export interface Deps {
  classifier: Classifier
  messages: Messages
  toolbox: Toolbox
  context: PersonContext
  tagger?: Tagger | undefined
  namesIn?: FindNames | undefined
}

const hasMessage =
  (deps: Deps, lang: Lang) =>
  (key: string): boolean =>
    deps.messages.has(key, lang)

const invalidIn = (clauses: readonly Clause[]): Message | undefined => {
  for (const clause of clauses) {
    const [wrong] = mentionsOf(clause, 'invalid')
    if (wrong) return { key: `models.invalid_${wrong.what}`, params: { text: wrong.text } }
  }
  return undefined
}

const SLOT_OF_INVALID = { date: 'when', time: 'when', money: 'amount' } as const

/** Words too few to be a request with a verb of its own: it continues the one before. */
const continues = (intent: Intent, previous: Draft | undefined, clause: Clause): boolean => {
  if (!previous || intent.kind === 'tool') return false
  return mentionsOf(clause, 'money', 'number').length > 0 && previous.args['amount'] !== undefined
}

const WHOLE_DAY = words(
  'что у меня|что у нас|какие планы|какие у меня планы|мои планы|план[ыа]? на|what do i have|what have i got|what.?s on|my (?:day|plans)|plans for|look like',
)

/** "что у меня завтра?" asks for the day: its events, and the tasks due then. */
const tasksBeside = (draft: Draft, clause: Clause, { toolbox, context }: Deps): Draft | undefined => {
  const { from, to, query } = draft.args
  if (draft.tool !== 'calendar_list_events' || query !== undefined || !toolbox.takes('tasks_list_tasks', 'dueOn'))
    return undefined
  if (typeof from !== 'string' || typeof to !== 'string' || !WHOLE_DAY.test(clause.plain)) return undefined
  const day = localDateOf(new Date(from), context.timeZone)
  return localDateOf(new Date(to), context.timeZone) === addDays(day, 1)
    ? { tool: 'tasks_list_tasks', args: { dueOn: day }, beside: true }
    : undefined
}

/** Told not to at the very end: "…, don't remember that", "…, но не записывай это". */
const DO_NOT_AFTER =
  /(?:[,.;—–-]\s*|\s(?=но |только |but |just |and |so |а ))(?:(?:но|только|а|пока|пожалуйста|but|just|and|so|please|for now)\s+)*(?:не (?:надо |нужно )?(?:запомина|записыва|сохраня|внос|добавля|став|создава|завод|планиру|назнача|брониру)(?:й|ть|и|ь|ить)(?:те)?|(?:don'?t|do not|no need to) (?:remember|save|store|record|log|note|keep|write|add|book|schedule|put|create|set)(?! up))(?:\s+(?:это|этого|никуда|нигде|пока|ещ[её]|пожалуйста|его|е[её]|it|that|this|anything|down|in|yet|anywhere|for now|please))*[\s.!]*$/u

const EXPENSE = 'finance_add_transaction'

/** What one part of a message asks for. */
interface Reading {
  intent: Intent
  draft?: Draft
  choice?: Question
}

const draftFor = (deps: Deps, name: string, clause: Clause): Draft | undefined => {
  const tool = deps.toolbox.get(name)
  return tool && withOthers(deps, fill(tool, clause, deps), clause)
}
const asTool = (draft: Draft | undefined): Reading =>
  draft ? { intent: { kind: 'tool', tool: draft.tool, how: 'rule' }, draft } : { intent: { kind: 'decline' } }

/** A part without a verb of its own: the same as the part before, when that leaves nothing out. */
const moreOf = (deps: Deps, before: Draft | undefined, { clause, more }: Part): Draft | undefined => {
  if (!more || !before || !(/_(?:add|set)_/.test(before.tool) || ITEMS.test(before.tool))) return undefined
  const draft = draftFor(deps, before.tool, clause)
  return draft && missingSlot(draft, deps.toolbox) === undefined ? draft : undefined
}

const readPart = (deps: Deps, part: Part, before: Draft | undefined, lang: Lang): Reading => {
  const { toolbox, context } = deps
  const { clause } = part
  if (DO_NOT_AFTER.test(clause.plain)) return { intent: { kind: 'refrain' } }
  const early =
    (before && beforeEvent(clause, before, toolbox, context)) ??
    beforePlanned(clause, toolbox, context) ??
    moreOf(deps, before, part) ??
    (part.tool === undefined ? recalled(deps, clause) : draftFor(deps, part.tool, clause))
  if (early) return asTool(early)
  const found = intentFor(deps, clause)
  const intent: Intent =
    continues(found, before, clause) && before ? { kind: 'tool', tool: before.tool, how: 'rule' } : found
  if (intent.kind === 'choose') {
    const [likeliest] = intent.tools
    const several = intent.tools.length > 1
    const draft =
      likeliest !== undefined && several && sameWish(intent.tools) ? draftFor(deps, likeliest, clause) : undefined
    if (draft?.ref && !draft.ref.words.startsWith('@')) return asTool(draft)
    const choice = chooseTool(deps, intent.tools, clause, lang)
    return choice ? { intent, choice } : { intent }
  }
  const draft = intent.kind === 'tool' ? draftFor(deps, intent.tool, clause) : undefined
  return draft ? { intent, draft } : { intent }
}

/** "75 groceries, 20 diapers" are parts of one purchase: a request for a list is not cut into requests. */
const asList = (deps: Deps, whole: Clause, drafts: readonly Draft[]): Draft | undefined => {
  if (mentionsOf(whole, 'money', 'number').length < 2) return undefined
  const listsParts = (tool: string): boolean => deps.toolbox.get(tool)?.required.has('parts') ?? false
  const intent = cuesOf(tokensOf(whole.plain)).all.includes('split') ? intentOf(deps, whole) : undefined
  const tool =
    drafts.find((draft) => listsParts(draft.tool))?.tool ??
    (intent?.kind === 'tool' && listsParts(intent.tool) ? intent.tool : undefined)
  const draft = tool === undefined ? undefined : draftFor(deps, tool, whole)
  return draft?.args['parts'] === undefined ? undefined : draft
}

const ROW_WORK = /_(?:update|delete|cancel|complete|correct|forget|skip|snooze)(?:_|$)/u

/** "…, запиши в анкету", "…, set the balance": a command to keep what was just said, with nothing of its own. */
const RESTATES = new RegExp(
  `^(?:[\\s,.!—–-]|(?<!\\p{L})(?:${[
    'и|а|так|вот|пожалуйста|плиз|мне|это|его|е[её]|их|туда|сюда|там|теперь|себе|у себя|в|во|на|как|из|к|по|для|про|о|об|мой|мою|мои|моих|такой|такую|такое|новый|новую|новое|свой|свою',
    'запиши|запишите|внеси|занеси|добавь|отметь|пометь|поставь|сделай|измени|поменяй|смени|исправь|поправь|подправь|обнови|укажи|впиши|заведи|создай|сохрани|запомни|учти|отрази|зафиксируй|проставь|выстави',
    'анкет[ауе]|профил[ьея]|настройк[ие]|настройках|расход[ыае]?|расходах|трат[аыуе]|тратах|доход[ыае]?|сч[её]т[аеу]?|счетов|счетах|учёт[е]?|учет[е]?|список|спис(?:ка|ке)|календар[ьея]|бюджет[ае]?|лимит[ае]?|задач[аиуе]|дел[ао]?|дела|выполнен[ао]?|выполненн\\p{L}+|сделанн\\p{L}+|сделано|готово|дат[ауы]|врем[яе]ни?|сумм[ауы]|категори[юяи]|день|событи[еяю]|напоминани[еяю]|заметк[аиуе]|заметках|памят[ьи]|срок|баланс|остаток|место|названи[ея]|тихие|рабочие|часы|сна',
    'and|so|then|please|pls|it|that|this|them|there|down|in|into|on|to|as|the|a|an|my|for|me|mine|up|new|too|also|now',
    'set|add|log|record|save|note|update|change|fix|correct|put|enter|mark|track|make|create|remember|adjust|amend|edit|store|file',
    'profile|settings?|balance|expenses?|income|accounts?|list|calendar|budgets?|limit|tasks?|to-?dos?|done|date|time|amount|category|event|reminder|notes?|memory|deadline|entry|records?|schedule|diary|quiet|hours|sleep|spending',
  ].join('|')})(?!\\p{L}))+$`,
  'u',
)
const restates = (clause: Clause): boolean => clause.mentions.length === 0 && RESTATES.test(clause.plain)

/** "…, paid already": a reason, and nothing that was asked to be shown. */
const isReason = (draft: Draft, { plain, mentions }: Clause): boolean =>
  isReadByName(draft.tool) &&
  mentions.length === 0 &&
  !OPS.show.test(plain) &&
  !/\?\s*$/u.test(plain) &&
  !ASKS.test(plain)
const ASKS = words(
  'что|чего|какие|какой|какая|сколько|когда|где|кто|есть ли|what|which|how|when|where|who|any|is|are|do|does',
)

/** "…, and cross it off": the second half of a request says it again, or names nothing that it could be about. */
const saysNothingNew = (draft: Draft, before: readonly Draft[], toolbox: Toolbox, clause: Clause): boolean => {
  if (before.length > 0 && (restates(clause) || isReason(draft, clause))) return true
  if (before.length === 0 || (draft.ref && draft.ref.words !== '@it')) return false
  const same = before.find(({ tool }) => tool === draft.tool)
  if (same) return Object.entries(draft.args).every(([field, value]) => same.args[field] === value)
  return ROW_WORK.test(draft.tool) && Object.keys(draft.args).length === 0 && missingSlot(draft, toolbox) !== undefined
}

/** A message on its own, as drafts of calls, a question, or an answer. */
export const understandAlone = (deps: Deps, text: string, lang: Lang): Understanding =>
  balance(deps, text, lang) ??
  onAnotherClock(deps, text, lang) ??
  beside(deps, text, lang) ??
  aboutTaken(deps, text, lang) ??
  waiting(deps, text, lang) ??
  understandPlain(deps, text, lang)

const BALANCE =
  /^(?:(?:а|и|ну|так|сейчас|теперь|сегодня|у меня|у нас|осталось|остаток|now|and|i have|i've got|there is|there's)[\s,]+)*(?:(?:на|в|во|on|in)\s+(?:(?:my|the|моей|моём|моем)\s+)?((?:(?:дебетов|кредитн|зарплатн|основн|второй|накопительн)\p{L}*\s+|(?:debit|credit|main|second|savings|checking|current)\s+)?(?:карт[ае]|карточк[ае]|сч[её]те|вкладе|кошельке|наличк[ае]|наличных|копилке|card|account|wallet|cash|savings|checking)))\s*[:—–-]?\s*(?:(?:сейчас|лежит|осталось|есть|i have|there is|there's|is)\s+)*$/iu
/** "на карте 40000": what an account holds, and no payment; the account is made when there is none. */
const balance = (deps: Deps, text: string, lang: Lang): Understanding | undefined => {
  const clause = clauseOf(text, lang, deps.context)
  const [sum] = mentionsOf(clause, 'money', 'number')
  const name = sum && clause.mentions.length === 1 ? BALANCE.exec(text.slice(0, sum.start))?.[1] : undefined
  const tool = deps.toolbox.get('finance_add_account')
  if (!sum || name === undefined || !tool || /[\p{L}?]/u.test(text.slice(sum.end))) return undefined
  const { currency } = deps.context
  const held =
    sum.kind === 'money'
      ? { balance: sum.amount, ...(sum.currency === null ? {} : { currency: sum.currency }) }
      : { balance: Math.round(sum.value * 10 ** minorDigits(currency)) }
  const otherwise: Understanding = { lang, how: 'rule', drafts: [{ tool: tool.name, args: { name, ...held } }] }
  const { balance: now } = held
  const ref = { words: name, exactly: true }
  return {
    lang,
    how: 'rule',
    drafts: [{ tool: 'finance_update_account', args: { balance: now }, ref, tentative: true }],
    otherwise,
  }
}

/** "в 10 утра по Нью-Йорку": the hour is read on the other clock, and the event keeps that zone. */
const onAnotherClock = (deps: Deps, text: string, lang: Lang): Understanding | undefined => {
  const clocked = clockedElsewhere(text, lang, deps.context)
  if (!clocked) return undefined
  const understood = understandAlone({ ...deps, context: clocked.context }, clocked.text, lang)
  const drafts = onEvent(understood.drafts, { timeZone: clocked.context.timeZone })
  return drafts ? { ...understood, drafts } : understood
}

/** "…, пометь, что я при этом свободен": a mark on the event, and no words of its name. */
export const beside = (deps: Deps, text: string, lang: Lang): Understanding | undefined => {
  const marked = markedBusy(text)
  if (!marked || !deps.toolbox.takes('calendar_update_event', 'busy')) return undefined
  const { busy } = marked
  if (marked.alone)
    return { lang, how: 'rule', drafts: [{ tool: 'calendar_update_event', args: { busy }, ref: { words: '@it' } }] }
  for (const understood of [understandAlone(deps, marked.text, lang), understandPlain(deps, text, lang)]) {
    const drafts = onEvent(understood.drafts, { busy })
    if (drafts) return { ...understood, drafts }
  }
  return undefined
}

/** "добавь покрасить стены после ошкуривания": a task and those it waits for, when they are there. */
const waiting = (deps: Deps, text: string, lang: Lang): Understanding | undefined => {
  const found = waitingIn(text, lang, deps)
  if (!found) return undefined
  const { head, links } = found
  const [added, ...more] = head === undefined ? [] : understandPlain(deps, head, lang).drafts
  const draft = found.draft ?? (more.length === 0 && added?.tool === 'tasks_add_task' ? added : undefined)
  if (!draft) return undefined
  const otherwise = understandPlain(deps, text, lang)
  return { lang, drafts: [{ ...draft, links, tentative: true }], how: 'rule', otherwise }
}

const understandPlain = (deps: Deps, text: string, lang: Lang): Understanding => {
  const whole = clauseOf(text, lang, deps.context)
  const parts = partsOf(whole, deps.context)
  const drafts: Draft[] = []
  const readings: Reading[] = []
  for (const part of parts) {
    const before = drafts.at(-1)
    const reading = readPart(deps, part, before, lang)
    readings.push(reading)
    const { draft } = reading
    const [passing] = tentativeOf(part.clause, deps.toolbox)
    if (!draft) {
      if (passing && parts.length > 1) drafts.push(passing)
      continue
    }
    if (
      before &&
      before.tool === draft.tool &&
      before.args['kind'] !== undefined &&
      before.args['occurredOn'] !== undefined
    ) {
      draft.args['occurredOn'] ??= before.args['occurredOn']
    }
    if (saysNothingNew(draft, drafts, deps.toolbox, part.clause)) continue
    drafts.push(draft)
    const beside = tasksBeside(draft, part.clause, deps)
    if (beside) drafts.push(beside)
  }
  if (parts.length > 1 && drafts.length === 0 && readings.some(({ choice }) => choice)) {
    // "…, запиши как бюджет": what one part leaves open the whole sentence may settle.
    const intent = intentFor(deps, whole)
    const draft = intent.kind === 'tool' ? draftFor(deps, intent.tool, whole) : undefined
    if (draft && missingSlot(draft, deps.toolbox) === undefined) drafts.push(draft)
  }
  if (parts.length > 1) joinProfile(deps, whole, drafts)
  joinDays(drafts)
  oneByOne(drafts, text)
  const list = parts.length > 1 ? asList(deps, whole, drafts) : undefined
  if (list) drafts.splice(0, drafts.length, list)
  spendTogether(parts, drafts)
  const wrong = wronglyFiled(deps, whole, drafts)
  if (wrong)
    return { lang, drafts: [wrong], how: 'rule', otherwise: summedUp(deps, parts, drafts, readings, text, lang) }
  const understood = summedUp(deps, parts, drafts, readings, text, lang)
  const [only] = parts
  const passing = only && parts.length === 1 ? passingIn(deps, only.clause, drafts.length > 0) : []
  return passing.reduceRight<Understanding>(
    (otherwise, draft) =>
      drafts.some(({ tool }) => tool === draft.tool)
        ? { ...otherwise, drafts: otherwise.drafts.map((own) => saidMore(own, draft)) }
        : { lang, drafts: [draft], how: 'rule', otherwise },
    understood,
  )
}

/** The same request with more words for its row: they tell it from others. */
const saidMore = (own: Draft, more: Draft): Draft =>
  own.tool === more.tool && own.ref && more.ref ? { ...own, ref: { ...own.ref, also: more.ref.words } } : own

/** What a message might mean in passing; a removal only when nothing else was understood. */
const passingIn = (deps: Deps, clause: Clause, understood: boolean): Draft[] => {
  const removed = understood ? undefined : removal(clause, deps.toolbox)
  if (removed) return [withOthers(deps, removed, clause)]
  return tentativeOf(clause, deps.toolbox).filter(({ tool }) => tool !== HABIT || mayBeHabit(deps, clause))
}

const HABIT = 'health_log_habit'
/** A habit is looked up only where health or training is spoken of at all: that list needs a consent of its own. */
const OF_HABITS = /^(?:health|workouts)_|^nutrition_log_/u
const LEAST_LIKELY = 0.5
const mayBeHabit = (deps: Deps, clause: Clause): boolean =>
  deps.classifier
    .judge(clause, signsOf(clause))
    .reduce((sum, { tool, score }) => sum + (OF_HABITS.test(tool) ? score : 0), 0) >= LEAST_LIKELY

const NOT_THAT = /[,;—–-]\s*(?:а\s+|and\s+)?(?:не|not)\s+\p{L}{2,}/u
/** "blue door is a cafe, not clothes": what was filed wrongly is put right, and stays so; else only the rule is made. */
const wronglyFiled = ({ toolbox }: Deps, { plain }: Clause, drafts: readonly Draft[]): Draft | undefined => {
  const rule = drafts.find(({ tool }) => tool === 'finance_set_category_rule')
  const { match, category } = rule?.args ?? {}
  const tool = 'finance_update_transaction'
  if (!NOT_THAT.test(plain) || !toolbox.takes(tool, 'always')) return undefined
  if (typeof match !== 'string' || typeof category !== 'string') return undefined
  return { tool, args: { category, always: true }, ref: { words: match, exactly: true, last: true }, tentative: true }
}

const PROFILE = 'account_update_profile'
/** "ложусь в одиннадцать, встаю в семь": one change of a profile, however many clauses say it. */
const joinProfile = (deps: Deps, whole: Clause, drafts: Draft[]): void => {
  const [first] = drafts
  // "i work from 9 to 5, sleep from 11pm to 7": hours said beside one's working hours are usual ones.
  const usual = (tool: string): boolean =>
    tool === PROFILE || (tool === 'health_log_sleep' && first?.args['workHours'] !== undefined)
  if (!first || drafts.some(({ tool }) => !usual(tool))) return
  const draft = draftFor(deps, PROFILE, whole)
  if (draft && Object.keys(draft.args).length > 0) drafts.splice(0, drafts.length, draft)
}

/** "eggs and dill" of which only the first was read as the name. */
const andMore = (text: string, item: string): string => {
  const at = text.toLowerCase().indexOf(item.toLowerCase())
  const rest = at < 0 ? '' : text.slice(at + item.length)
  return /^(?:\s*,\s*[\p{L} ]{2,20})*\s+(?:и|and|&)\s+\p{L}{2,}(?=[\s.!]*$)/u.exec(rest)?.[0] ?? ''
}
const ITEMS = /^home_(?:check|remove)_list_item$/u
/** "яйца и укроп купил": each thing of a list is ticked off by itself. */
const oneByOne = (drafts: Draft[], text: string): void => {
  drafts.splice(
    0,
    drafts.length,
    ...drafts.flatMap((draft): Draft[] => {
      const said = draft.args['item']
      const item = typeof said === 'string' ? `${said}${andMore(text, said)}` : undefined
      const things = ITEMS.test(draft.tool) && item !== undefined ? item.split(/\s*,\s*|\s+(?:и|and|&)\s+/iu) : []
      return things.length > 1 ? things.map((thing) => ({ ...draft, args: { ...draft.args, item: thing } })) : [draft]
    }),
  )
}

/** "напоминания на субботу и воскресенье": days side by side are one window to look at. */
const joinDays = (drafts: Draft[]): void => {
  const [first, second] = drafts
  if (drafts.length !== 2 || !first || !second || first.tool !== second.tool || !isReadByName(first.tool)) return
  const { from, to, ...others } = first.args
  const { from: next, to: end, ...more } = second.args
  if (typeof to !== 'string' || typeof next !== 'string' || JSON.stringify(others) !== JSON.stringify(more)) return
  const adjoining = /T/u.test(to) ? to === next : addDays(to, 1) === next
  if (adjoining && from !== undefined && end !== undefined)
    drafts.splice(0, 2, { ...first, args: { ...first.args, to: end } })
}

/** "spent 20 on lunch and 15 on a cab yesterday": one verb and one day for all of it. */
const spendTogether = (parts: readonly Part[], drafts: readonly Draft[]): void => {
  const [first, ...rest] = parts
  const day = drafts.at(-1)?.args['occurredOn']
  if (!first || rest.length === 0 || day === undefined || drafts.some((draft) => draft.tool !== EXPENSE)) return
  if (!OPS.spend.test(first.clause.plain) || rest.some(({ clause }) => OPS.spend.test(clause.plain))) return
  if (drafts.slice(0, -1).some((draft) => draft.args['occurredOn'] !== undefined)) return
  for (const draft of drafts) draft.args['occurredOn'] = day
}

const summedUp = (
  deps: Deps,
  parts: readonly Part[],
  drafts: Draft[],
  readings: readonly Reading[],
  text: string,
  lang: Lang,
): Understanding => {
  const intents = readings.map(({ intent }) => intent)
  const how = intents.flatMap((intent) => (intent.kind === 'tool' ? [intent.how] : [])).at(-1) ?? 'none'
  const choice = readings.flatMap((reading) => (reading.choice ? [reading.choice] : []))[0]
  if (drafts.length === 0 && choice) return { lang, drafts, how: 'classifier', question: choice }
  if (drafts.length === 0) return { lang, drafts, how, reply: replyFor(deps, intents, text) }
  const clauses = parts.map(({ clause }) => clause)
  const message = invalidIn(clauses)
  if (!message) return withQuestion(deps, { lang, drafts, how })
  const [wrong] = clauses.flatMap((clause) => mentionsOf(clause, 'invalid'))
  const slot = wrong ? SLOT_OF_INVALID[wrong.what] : 'when'
  const about = wrong ? { wrong: wrong.text } : {}
  return { lang, drafts, how, question: { kind: 'slot', draft: drafts.length - 1, slot, message, ...about } }
}

/** Adds the question for the first missing slot, if any. */
export const withQuestion = (deps: Deps, understood: Understanding): Understanding => {
  for (const [index, draft] of understood.drafts.entries()) {
    const slot = missingSlot(draft, deps.toolbox)
    if (slot === undefined) continue
    const message = askFor(slot, draft.tool, hasMessage(deps, understood.lang))
    return { ...understood, question: { kind: 'slot', draft: index, slot, message } }
  }
  return understood
}

/** Never among what a vague message is offered. */
const NEVER_OFFERED = new Set(['account_delete'])

const chooseTool = (deps: Deps, likely: readonly string[], clause: Clause, lang: Lang): Question | undefined => {
  const tools = likely.filter((tool) => !NEVER_OFFERED.has(tool))
  const has = hasMessage(deps, lang)
  const message = askWhichTool(tools, has)
  if (!message) return undefined
  const options = tools
    .filter((tool) => has(`models.do.${tool}`))
    .flatMap((name) => {
      const tool = deps.toolbox.get(name)
      return tool ? [fill(tool, clause, deps)] : []
    })
  return { kind: 'intent', options, message }
}

const replyFor = (deps: Deps, intents: readonly Intent[], text: string): Message => {
  if (intents.some((intent) => intent.kind === 'refrain')) return { key: 'models.refrained' }
  if (text.trim() === '' || !/[\p{L}\p{N}]/u.test(text)) return { key: 'models.no_words' }
  if (intents.every((intent) => intent.kind === 'smalltalk')) {
    return smallTalk(talkOf(text.toLowerCase().replaceAll('ё', 'е')), deps.context.displayName)
  }
  return { key: 'models.decline' }
}
