import { localDateOf } from '../../../core/time.ts'
import { type Clause, clauseOf, mentionsOf } from '../clause.ts'
import { cuesOf } from '../cues.ts'
import type { Presence } from '../tagger/presence.ts'
import type { Tagged, Tagger } from '../tagger/tag.ts'
import type { Draft, PersonContext, Ref, ToolSchema } from '../types.ts'
import { tidy, words } from '../words.ts'
import {
  fillEvents,
  fillNotes,
  fillReminders,
  fillSums,
  fillTasks,
  fillTransactions,
  takeLimit,
  takeStatus,
} from './asked.ts'
import { fillBill, fillBillChange } from './bills.ts'
import { fillLearnt, isLog, takeDaysAhead, takeDaysBehind } from './fields.ts'
import { fillBudget, fillTransaction, TO_ME } from './finance.ts'
import {
  fillCorrection,
  fillEntries,
  fillHabit,
  fillHabitDone,
  fillMetric,
  fillMood,
  fillSleep,
  fillTrend,
} from './health.ts'
import {
  fillAppliance,
  fillCadence,
  fillCare,
  fillCareAsked,
  fillChoresAsked,
  fillExpiring,
  fillMeter,
  fillPetFood,
  fillRepair,
  fillThing,
} from './home.ts'
import { withLinks } from './links.ts'
import { periodOf, takeMoment, today } from './moment.ts'
import { takeAmount } from './money.ts'
import { fillSince } from './onset.ts'
import {
  currencyIn,
  fillAccount,
  fillConsent,
  fillFact,
  fillForget,
  fillNote,
  fillProfile,
  fillSearch,
  fillTopic,
} from './person.ts'
import { fillDays, fillEvent, fillFreeSlots, fillReminder, fillTask, takeDuration } from './plans.ts'
import { fillChange, fillSplit, fillTransactionChange, takeRef, takeScope } from './rows.ts'
import { chanceOf, left, restFor, type Slots, set, use } from './state.ts'
import { STRIP } from './strips.ts'
import { clauseFor, fillTagged, takeTaggedRef } from './tagged.ts'
import {
  fillEquipment,
  fillInjury,
  fillProgress,
  fillThresholds,
  fillTrainingGoal,
  fillWeekPlan,
  fillWorkout,
} from './workouts.ts'

type Fill = (slots: Slots) => void

const fillRule: Fill = (slots) => {
  const found =
    /^(.*?)(?:\s+(?:это|всегда|в категорию|относи к|считай как|as|to|is|under|always|—|-|=|->)\s+)(?:категори[яию]\s+|это\s+|в\s+|как\s+|as\s+)?(.+)$/iu.exec(
      restFor(slots, STRIP.row, []),
    )
  if (found?.[1] && found[2]) {
    set(slots, 'match', tidy(found[1]))
    set(slots, 'category', tidy(found[2]))
  }
}
const fillSnooze: Fill = (slots) => {
  const [delay] = left(slots, 'delay', 'duration', 'shift')
  if (delay) {
    use(slots, delay)
    set(slots, 'minutes', delay.minutes)
  } else if (!takeBareMinutes(slots)) {
    const moment = takeMoment(slots)
    if (moment) set(slots, 'until', moment.at)
  }
  takeRef(slots)
}
/** "again in 14", "snooze by 20": minutes go without saying. */
const takeBareMinutes = (slots: Slots): boolean => {
  const numbers = left(slots, 'number')
  const [number] = numbers
  if (!number || numbers.length > 1 || chanceOf(slots, 'minutes') <= chanceOf(slots, 'until')) return false
  use(slots, number)
  return set(slots, 'minutes', number.value)
}
const TODAY = words('сегодня|сегодняшн\\p{L}+|today|tonight')
const fillSkip: Fill = (slots) => {
  const [date] = left(slots, 'date', 'instant')
  if (date) {
    use(slots, date)
    if (date.kind === 'instant' && date.exact && chanceOf(slots, 'occurrenceStart') > 0.5)
      set(slots, 'occurrenceStart', date.at)
    else set(slots, 'date', date.kind === 'date' ? date.date : localDateOf(new Date(date.at), slots.context.timeZone))
  } else if (TODAY.test(slots.clause.plain)) set(slots, 'date', today(slots))
  takeRef(slots)
}
const fillCancel: Fill = (slots) => {
  takeScope(slots)
  takeRef(slots)
}
const nothing: Fill = () => undefined

const fillBehind: Fill = (slots) => {
  takeLimit(slots)
  takeDaysBehind(slots)
  takeStatus(slots)
  fillLearnt(slots)
}
const WITHOUT_EVERYDAY = words(
  'без (?:уч[её]та )?(?:повседневн\\p{L}+|каждодневн\\p{L}+|обычн\\p{L}+|средн\\p{L}+|ежедневн\\p{L}+|бытов\\p{L}+)',
  '(?:without|no|ignoring|excluding|except|minus|skip(?:ping)?) (?:the |my )?(?:average|daily|everyday|every day|day.to.day|usual|regular|typical)',
)
/** How much there will be: of which money, and whether what is spent every day counts. */
const fillForecast: Fill = (slots) => {
  takeDaysAhead(slots)
  if (WITHOUT_EVERYDAY.test(slots.clause.plain)) set(slots, 'everyday', false)
  fillLearnt(slots)
  const currency = currencyIn(slots.clause.plain.split(RATE)[0] ?? '')
  if (currency !== slots.context.currency || chanceOf(slots, 'currency') > 0.5) set(slots, 'currency', currency)
}
/** "курс доллара 0,92": a currency that is a rate, not the money asked about. */
const RATE = /(?<!\p{L})(?:курс\p{L}*|по цене|if an?|at a rate|rate|(?=(?:pound|euro|dollar|yen)s? (?:at|is|=)))/u
const UNTIL = words('до|по|к', 'by|before|through|until|till')
/** Bills "to the tenth" are those from today on. */
const fillBills: Fill = (slots) => {
  const period = periodOf(slots)
  if (period) {
    use(slots, ...period.mentions)
    const until = period.from === period.to && UNTIL.test(slots.clause.plain)
    set(slots, 'from', until ? today(slots) : period.from)
    set(slots, 'to', period.to)
  }
  takeStatus(slots)
  fillLearnt(slots)
}

/** What a tool's words mean beyond its schema. A tool that is not here is filled by the names of its fields. */
const BY_TOOL: Readonly<Record<string, Fill>> = {
  finance_add_transaction: fillTransaction,
  finance_update_transaction: fillTransactionChange,
  finance_delete_transaction: takeRef,
  finance_list_transactions: fillTransactions,
  finance_summarise_spending: fillSums,
  finance_set_budget: fillBudget,
  finance_get_budgets: fillBudget,
  finance_set_category_rule: fillRule,
  finance_split_transaction: fillSplit,
  finance_add_account: fillAccount,
  finance_list_accounts: nothing,
  calendar_add_event: fillEvent,
  calendar_update_event: fillChange,
  calendar_cancel_event: fillCancel,
  calendar_list_events: fillEvents,
  calendar_find_free_slots: fillFreeSlots,
  tasks_add_task: fillTask,
  tasks_update_task: fillChange,
  tasks_list_tasks: fillTasks,
  reminders_set_reminder: fillReminder,
  reminders_update_reminder: fillChange,
  reminders_snooze_reminder: fillSnooze,
  reminders_skip_occurrence: fillSkip,
  reminders_list_reminders: fillReminders,
  reminders_set_topic: fillTopic,
  reminders_list_topics: nothing,
  account_get_profile: nothing,
  account_list_consents: nothing,
  account_undo_last: nothing,
  account_export: nothing,
  account_delete: nothing,
  account_explain_decision: nothing,
  account_update_profile: fillProfile,
  account_set_consent: fillConsent,
  account_add_note: fillNote,
  account_list_notes: fillNotes,
  memory_remember_fact: fillFact,
  memory_search: fillSearch,
  memory_list_facts: nothing,
  memory_forget: fillForget,
  health_log_metric: fillMetric,
  health_log_mood: fillMood,
  health_log_sleep: fillSleep,
  health_get_trend: fillTrend,
  health_list_entries: fillEntries,
  health_get_day: fillBehind,
  home_log_pet_care: fillCare,
  home_list_pet_care: fillCareAsked,
  home_list_repairs: fillBehind,
  home_list_meters: fillBehind,
  home_add_chore: fillCadence,
  home_update_chore: fillCadence,
  home_check_pet_food: fillPetFood,
  home_add_appliance: fillAppliance,
  home_list_expiring: fillExpiring,
  home_list_appliances: (slots) => {
    takeDaysAhead(slots, 'warrantyWithinDays')
    fillLearnt(slots)
  },
  home_list_chores: fillChoresAsked,
  home_log_repair: fillRepair,
  home_log_meter: fillMeter,
  finance_forecast_balance: fillForecast,
  finance_find_anomalies: fillBehind,
  finance_list_bills: fillBills,
  finance_add_bill: fillBill,
  finance_update_bill: (slots) => {
    fillBillChange(slots)
    takeRef(slots)
  },
  health_update_entry: (slots) => {
    fillCorrection(slots)
    takeRef(slots)
  },
  health_add_habit: fillHabit,
  health_log_habit: fillHabitDone,
  health_log_symptom: fillSince,
  health_add_condition: fillSince,
  workouts_report_injury: fillInjury,
  workouts_forecast_progress: fillProgress,
  workouts_set_equipment: fillEquipment,
  workouts_get_stats: fillBehind,
  workouts_list_workouts: fillBehind,
  workouts_set_goal: fillTrainingGoal,
  workouts_set_thresholds: fillThresholds,
  workouts_plan_week: fillWeekPlan,
  home_add_list_item: fillThing,
  home_add_stock: fillThing,
  home_use_stock: fillThing,
  workouts_log_workout: fillWorkout,
  workouts_update_workout: (slots) => {
    fillWorkout(slots)
    takeRef(slots)
  },
  workouts_accept_plan: (slots) => {
    set(slots, 'planId', '@it')
    const [date] = left(slots, 'date', 'instant')
    const day = date?.kind === 'date' ? date.date : date && localDateOf(new Date(date.at), slots.context.timeZone)
    if (ONLY.test(slots.clause.plain) && day !== undefined) slots.ref = { words: '@it', date: day }
  },
}

const ONLY = words('только|лишь|одну|один', 'only|just')

/** A tool nobody wrote words for: dates, amounts and text go where the names and formats of its fields say. */
const byNames: Fill = (slots) => {
  const { properties, required } = slots.tool
  if (properties['amount']) takeAmount(slots)
  if (properties['from'] && properties['to']) {
    if (properties['from'].format === 'date') {
      const period = periodOf(slots)
      if (period) {
        use(slots, ...period.mentions)
        set(slots, 'from', period.from)
        set(slots, 'to', period.to)
      }
    } else fillDays(slots, required.has('from') ? 'today' : 'none')
  }
  const instant = ['start', 'at', 'dueAt', 'startsAt'].find((name) => properties[name])
  const day = ['date', 'on', 'dueOn', 'occurredOn', 'weekStart'].find((name) => properties[name])
  const moment = instant || day ? takeMoment(slots) : undefined
  if (moment && instant) set(slots, instant, moment.at)
  else if (moment && day) set(slots, day, moment.date)
  if (properties['durationMinutes']) takeDuration(slots)
  if (properties['value'] || properties['quantity']) {
    const [number] = left(slots, 'number')
    if (number && set(slots, properties['value'] ? 'value' : 'quantity', number.value)) use(slots, number)
  }
  if (properties['id'] && required.has('id')) {
    takeRef(slots)
    return
  }
  const field = ['title', 'text', 'name', 'item', 'query', 'note', 'category', 'list'].find(
    (name) => properties[name]?.type === 'string',
  )
  if (field) set(slots, field, restFor(slots, STRIP.task) || undefined)
}

/** A tool that only phrases taught: what was learnt of its fields, and by their names what it cannot do without. */
const byLearning: Fill = (slots) => {
  if (/_list_/u.test(slots.tool.name)) {
    takeStatus(slots)
    takeLimit(slots)
  }
  fillLearnt(slots)
  const { required } = slots.tool
  if (required.has('id')) takeRef(slots)
  else if (!slots.tagged || [...required].some((field) => slots.args[field] === undefined)) byNames(slots)
}

const PROFILE = 'account_update_profile'
/** What of a profile is in the person's own words; hours, codes and measures are read by grammar. */
const PROFILE_WORDS = ['displayName', 'timeZone', 'country']
/** A name of a person or a place is shorter. */
const MANY_WORDS = 5
/** Words that say which of them is meant, so that it is there however unsure its place. */
const PROFILE_NOUNS: readonly (readonly [string, RegExp])[] = [
  ['displayName', words('им[яе]|имени|зовут|зови|назыв\\p{L}*|обращ\\p{L}*|name|nickname|call me|calls me')],
  [
    'timeZone',
    words('пояс\\p{L}*|таймзон\\p{L}*|врем\\p{L}+|часы|зон[ауые]|time ?zone|timezone|zone|local time|clocks?|time'),
  ],
  ['country', words('стран\\p{L}+|country')],
]

export interface FillDeps {
  context: PersonContext
  /** Reads the words of text fields and rows; without one, command words are peeled off instead. */
  tagger?: Tagger | undefined
}

const fillBy = (tool: ToolSchema, slots: Slots): void => {
  const own = BY_TOOL[tool.name] ?? byLearning
  own(slots)
}

const draftOf = ({ tool, args, ref, clock }: Slots): Draft => ({
  tool: tool.name,
  args,
  ...(ref
    ? { ref: args['project'] !== undefined && PROJECT.test(ref.words) ? { ...ref, words: '@it' } : named(ref) }
    : {}),
  ...(clock ? { clock } : {}),
})

/** "put it into the project finance": the word says what changes, not which row. */
const PROJECT = /^(?:проект\p{L}*|project)$/iu

/** Words that stand for any row and name none. */
const ANY_ROW =
  /(?<!\p{L})(?:запис(?:ь|и|ью)|штук[ауи]|пункт\p{L}*|ones?|entry|entries|item|thing|лучше|better)(?!\p{L})(?:\s+(?:про|о|об|с|for|about|with)(?!\p{L}))?/giu
const EACH =
  /^(?:(?:all|every|each|any|whole|entire|все|всех|весь|каждую|каждый|мои|моих|my|the|of|our|наши)\s+)+(?:задач\p{L}*|дела|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|заметк\p{L}*|заметок|трат\p{L}*|events?|meetings?|tasks?|reminders?|notes?|expenses?|appointments?|calls?|созвон\p{L}*)$/iu
const named = (ref: Ref): Ref => {
  if (ref.words.startsWith('@')) return ref
  if (EACH.test(ref.words)) return { ...ref, words: '@all', ...(ref.date ? { from: ref.date, to: ref.date } : {}) }
  const words = tidy(ref.words.replace(ANY_ROW, ' '))
  return words === ref.words ? ref : { ...ref, words: words === '' ? '@it' : words }
}

/** Whether a tool names a row of the person's in its input. */
const worksOnRow = (tool: ToolSchema): boolean => tool.properties['id'] !== undefined && tool.required.has('id')

const WAS = words('был[аио]?', 'was|were|did|had')

/** What is asked of what was measured, trained and done. */
const LOOKS_BACK =
  /^(?:health_(?:get|list|update|delete)|workouts_(?:get|list|update|delete)|home_list_(?:repairs|meters|pet_care))/u
/** Bills, goals and forecasts lie ahead, all other money behind. */
const isPastMoney = (tool: string): boolean =>
  tool.startsWith('finance_') && !/_(?:bills?|goals?|afford|balance)$|_to_goal$/u.test(tool)

/** What is said of recorded money has happened: its weekdays and dates lie in the past; all other plans lie ahead. */
const inTense = (tool: ToolSchema, clause: Clause, context: PersonContext): Clause => {
  if (mentionsOf(clause, 'date', 'range', 'instant').length === 0) return clause
  const past =
    isPastMoney(tool.name) ||
    isLog(tool.name) ||
    LOOKS_BACK.test(tool.name) ||
    (/_list_/u.test(tool.name) && WAS.test(clause.plain))
  return clauseOf(clause.text, clause.lang, context, past ? 'past' : 'future')
}

/** How sure a choice must be to say more than the words that were found; what may be done with a person's data needs more. */
const SURE = 0.6
const SURE_OF_CONSENT = 0.85

const isIncome = (tool: ToolSchema, clause: Clause): boolean => tool.name === EXPENSE && TO_ME.test(clause.plain)

const NAMED: ReadonlySet<string> = new Set([
  'health_log_metric',
  'health_get_trend',
  'health_list_entries',
  'home_log_pet_care',
  'home_list_pet_care',
])

const withChoices = (draft: Draft, tool: ToolSchema, clause: Clause, tagger: Tagger | undefined): Draft => {
  const least = tool.name === 'account_set_consent' ? SURE_OF_CONSENT : SURE
  for (const { field, value, share } of tagger?.choose(clause, tool.name) ?? []) {
    if (share < least || !tool.properties[field] || (field === 'kind' && isIncome(tool, clause))) continue
    // What is named by its own word needs no guess: "сатурация" is no temperature.
    if (NAMED.has(tool.name) && draft.args[field] !== undefined) continue
    if (value !== undefined) draft.args[field] = value
    else if (tool.name !== PROFILE) delete draft.args[field]
  }
  // Money between own accounts is spent on nothing and paid to nobody.
  if (tool.name === EXPENSE && draft.args['kind'] === 'transfer')
    for (const field of ['category', 'payee']) delete draft.args[field]
  return draft
}

/** A clause as the input of one tool, as far as the words go. */
export const fill = (tool: ToolSchema, said: Clause, deps: FillDeps): Draft =>
  withLinks(withChoices(fillWords(tool, said, deps), tool, said, deps.tagger), said)

const fillWords = (tool: ToolSchema, said: Clause, { context, tagger }: FillDeps): Draft => {
  const clause = inTense(tool, said, context)
  const cues = cuesOf(clause)
  const plain = (presence: Presence = new Map()): Draft => {
    const slots: Slots = {
      tool,
      clause,
      whole: clause,
      cues,
      context,
      args: {},
      used: [],
      tagged: false,
      presence,
      fields: new Map(),
    }
    fillBy(tool, slots)
    return draftOf(slots)
  }
  if (tool.name === PROFILE) {
    const presence = tagger?.read(clause, tool.name)?.presence
    const draft = plain(presence)
    takeEmptied({ args: draft.args, presence: presence ?? new Map(), tool })
    const meant = PROFILE_NOUNS.find(([, noun]) => noun.test(clause.plain))?.[0]
    const named = Object.keys(draft.args).some((field) => !PROFILE_WORDS.includes(field))
    const likely = PROFILE_WORDS.filter((field) => (presence?.get(field) ?? 0) > 0.5 && draft.args[field] !== null)
    const surely = likely.length > 0 || named || meant === undefined ? likely : [meant]
    const { texts = {} } = tagger?.read(clause, tool.name, surely) ?? {}
    const said = PROFILE_WORDS.filter(
      (field) => (texts[field]?.split(' ').length ?? MANY_WORDS) < MANY_WORDS && draft.args[field] !== null,
    )
    if (said.length > 0) for (const field of PROFILE_WORDS) if (draft.args[field] !== null) delete draft.args[field]
    for (const field of said) draft.args[field] = texts[field]
    return draft
  }
  const tagged = tagger?.read(clause, tool.name)
  if (!tagged) return plain()
  const draft = fillRead(tool, clause, context, tagged)
  if (CHANGES.test(tool.name) && Object.keys(draft.args).length === 0) {
    const surely = tagger?.read(clause, tool.name, likeliestWords(tagged.presence))
    return surely ? fillRead(tool, clause, context, surely) : draft
  }
  const { args } = draft
  const nameless = tool.name === EXPENSE && ['category', 'payee', 'note'].every((field) => args[field] === undefined)
  const names = ['category', 'payee'].filter((field) => chanceOf(tagged, field, 1) > LEAST_CHANCE)
  const absent = [...tool.required, ...(nameless ? names : [])].filter(
    (field) => field !== 'id' && args[field] === undefined,
  )
  if (absent.length > 0) {
    const other = plain()
    for (const field of absent) if (typeof other.args[field] === 'string') draft.args[field] = other.args[field]
  }
  return draft
}

/** "costco 90": what a sum was for stands beside it. */
const EXPENSE = 'finance_add_transaction'

/** A change says what changes: when nothing else was read, it is in the words. */
const CHANGES = /_update_/u
const NEW_WORDS = ['category', 'payee', 'note', 'title', 'text', 'notes', 'location', 'project']
const LEAST_CHANCE = 0.15
const likeliestWords = (presence: Presence): string[] =>
  presence.size === 0 ? NEW_WORDS : NEW_WORDS.filter((field) => (presence.get(field) ?? 0) >= LEAST_CHANCE)

const UNLIKELY = 0.03
/** What a sign of its own says (#код) is never misread. */
const MARKED = new Set(['tags', 'quantity', 'unit', 'blocked', 'refund', 'heartRateAvg', 'heartRateMax', 'rpe'])
/** An hour and a day that a row goes to are one thing said in three forms. */
const MOVED = ['time', 'date', 'start']
const likelihood = (slots: Slots, field: string): number =>
  Math.max(...(MOVED.includes(field) ? MOVED : [field]).map((one) => chanceOf(slots, one, 1)))
/** What the sentence as a whole does not ask for was misread: "two nights" in a note is no sum. */
const dropUnlikely = (slots: Slots): void => {
  for (const field of Object.keys(slots.args))
    if (
      !slots.tool.required.has(field) &&
      !MARKED.has(field) &&
      slots.args[field] !== null &&
      likelihood(slots, field) < UNLIKELY
    )
      delete slots.args[field]
}

const EMPTIED = 0.6
/** "take it out of the project": a field that is to hold nothing any more. */
const takeEmptied = ({ args, presence, tool }: Pick<Slots, 'args' | 'presence' | 'tool'>): void => {
  for (const [key, chance] of presence) {
    const [field = '', value] = key.split('=')
    if (value !== 'null' || chance < EMPTIED || !tool.properties[field]) continue
    args[field] = null
    for (const other of NEW_WORDS) if (other !== field && (presence.get(other) ?? 0) < LEAST_CHANCE) delete args[other]
  }
}

const fillRead = (tool: ToolSchema, clause: Clause, context: PersonContext, tagged: Tagged): Draft => {
  const cues = cuesOf(clause)
  const slots: Slots = {
    tool,
    clause: clauseFor(clause, tool, tagged),
    whole: clause,
    cues,
    context,
    args: {},
    used: [],
    tagged: true,
    presence: tagged.presence,
    fields: tagged.fields,
  }
  fillTagged(slots, tagged)
  fillBy(tool, slots)
  takeEmptied(slots)
  dropUnlikely(slots)
  if (worksOnRow(tool)) takeTaggedRef(slots, clause, tagged)
  return draftOf(slots)
}
