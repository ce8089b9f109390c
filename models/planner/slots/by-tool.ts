import { addDays, localDateOf } from '../../../core/time.ts'
import { clauseOf } from '../clause.ts'
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
import { currencyIn, ratesIn } from './currency.ts'
import { fillLearnt, give, takeDaysAhead, takeDaysBehind } from './fields.ts'
import { fillBudget, fillTransaction } from './finance.ts'
import { fillCorrection, fillEntries, fillHabit, fillHabitDone, fillMetric, fillMood, fillTrend } from './health.ts'
import {
  fillAppliance,
  fillCadence,
  fillCare,
  fillCareAsked,
  fillChoresAsked,
  fillExpiring,
  fillMeter,
  fillMix,
  fillPetFood,
  fillRepair,
  fillThing,
} from './home.ts'
import { fillAim, fillMeal, fillMenu } from './meals.ts'
import { periodOf, takeMoment, today } from './moment.ts'
import { takeAmount } from './money.ts'
import { fillChoice, fillDay, fillDose, fillRuleCode, fillStack, fillTaken, takeWhen } from './nutrition.ts'
import { fillSince } from './onset.ts'
import {
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
import { fillSleep } from './sleep.ts'
import { chanceOf, left, restFor, type Slots, set, use } from './state.ts'
import { STRIP } from './strips.ts'
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
  const { rates, rest } = ratesIn(slots.clause.plain)
  if (rates.length > 0) set(slots, 'rates', rates)
  const currency = currencyIn(rest)
  if (currency !== slots.context.currency || chanceOf(slots, 'currency') > 0.5) set(slots, 'currency', currency)
}
/** Whether a purchase fits, also when other currencies have their price. */
const fillAfford: Fill = (slots) => {
  const { rates } = ratesIn(slots.clause.plain)
  if (rates.length > 0) set(slots, 'rates', rates)
  byLearning(slots)
}
const TO_NAME = /(?<!\p{L})(?:переименуй\p{L}* .+? в|rename .+? to)\s+(\p{L}+)[\s.!]*$/iu
const FIGURE_KG = /(?<!\p{L})(?:вес\p{L}*|weight|weighs?)(?!\p{L})/u
/** A pet by another name or of another weight. */
const fillPet: Fill = (slots) => {
  const { plain, text } = slots.clause
  set(slots, 'name', TO_NAME.exec(text)?.[1])
  const said = left(slots, 'measure').find(({ of }) => of === 'mass')
  const measure = left(slots, 'number').length > 0 ? undefined : said
  const [money] = left(slots, 'money')
  const number = FIGURE_KG.test(plain) && !measure ? left(slots, 'number')[0] : undefined
  const figure = measure ?? (money?.currency === 'GBP' ? money : undefined) ?? number
  if (figure && give(slots, 'weightKg', figure)) use(slots, figure)
  byLearning(slots)
}
const ON_ME = /(?<!\p{L})(?:(?:на|висят на) (меня|мне)|(?:to|on|give) (me))(?!\p{L})/u
/** "перекинь обувь на меня": whose chore it is. */
const fillChoreChange: Fill = (slots) => {
  const mine = ON_ME.exec(slots.clause.plain)
  set(slots, 'assignee', mine?.[1] ?? mine?.[2])
  fillCadence(slots)
}
const END_OF = words('кон[еч]\\p{L}*|end of')
/** How hard training was up to a day that has been. */
const fillLoad: Fill = (slots) => {
  const day = left(slots, 'date').find(({ date }) => date < today(slots))
  const [range] = left(slots, 'range')
  if (day) give(slots, 'on', day)
  else if (range && range.to < today(slots) && END_OF.test(slots.clause.plain)) set(slots, 'on', range.to)
}
const ONE_HOUR = words('час|часик|часок', 'an? hour')
const ONE_MINUTE = words('минутк?у', 'an? minute')
/** "in two minutes", "за час": how long a rest may take. */
const fillBreak: Fill = (slots) => {
  const [length] = left(slots, 'duration', 'delay')
  const { plain } = slots.clause
  set(slots, 'minutes', length?.minutes ?? (ONE_HOUR.test(plain) ? 60 : ONE_MINUTE.test(plain) ? 1 : undefined))
  fillLearnt(slots)
}
const TAKEN_OUT = /(?:минус|minus)\s|(?<!\p{L})-\s?\d/u
/** What is put aside, or taken out again. */
const fillContribution: Fill = (slots) => {
  takeAmount(slots)
  const { amount } = slots.args
  if (typeof amount === 'number' && amount < 0) slots.args['amount'] = -amount
  if (TAKEN_OUT.test(slots.clause.plain)) set(slots, 'withdraw', true)
  byLearning(slots)
}
const SAVED_BEFORE =
  /(?<!\p{L})(?:есть|уже|отложен\p{L}*|отложил[аи]?|накоплен\p{L}*|накопил[аи]?|собран\p{L}*|собрал[аи]?|лежит|saved|have|already|got|put aside|set aside)(?:\s+(?:уже|есть|отложено|отложил[аи]?|накоплено|накопила?|saved|of it|already|i))*\s*$/u
const SAVED_AFTER =
  /^\s*(?:уже|есть|отложен\p{L}*|накоплен\p{L}*|собран\p{L}*|saved|already|so far|put aside|set aside|in (?:it|there|the pot))(?!\p{L})/u
/** "велосипед 41000, есть 9000": what it takes, and what there is of it. */
const fillMoneyGoal: Fill = (slots) => {
  const { plain } = slots.clause
  const sums = left(slots, 'money', 'number')
  const saved =
    sums.length > 1
      ? (sums.find(({ start }) => SAVED_BEFORE.test(plain.slice(0, start))) ??
        sums.find(({ end }) => SAVED_AFTER.test(plain.slice(end))))
      : undefined
  if (saved && give(slots, 'saved', saved)) use(slots, saved)
  byLearning(slots)
}
const PAYS_FOR = /(?<!\p{L})(?:due(?: on)?|за|от)\s*$/u
const OPENS_DUE = /^(?:due|за|от)\s/u
const EARLY = words('заранее|вперед', 'ahead|early|in advance')
const THIS_MORNING = words('утром', 'this morning')
/** Which payment was made: "за 9 апреля" is the day it was due, whenever it was paid. */
const fillPaid: Fill = (slots) => {
  const { plain, text, lang, mentions } = slots.whole
  const due = mentions.find(
    ({ kind, start }) =>
      kind === 'date' && (PAYS_FOR.test(plain.slice(0, start)) || OPENS_DUE.test(plain.slice(start))),
  )
  const ahead = due && EARLY.test(plain) ? clauseOf(text, lang, slots.context, 'future').mentions : mentions
  const day = due && ahead.find(({ kind, start }) => kind === 'date' && start === due.start)
  if (due && day && give(slots, 'dueOn', day)) use(slots, due)
  if (THIS_MORNING.test(plain)) set(slots, 'paidOn', today(slots))
  byLearning(slots)
}
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
  home_update_chore: fillChoreChange,
  home_update_pet: fillPet,
  home_check_pet_food: fillPetFood,
  home_add_appliance: fillAppliance,
  home_list_expiring: fillExpiring,
  home_check_mix: fillMix,
  home_list_appliances: (slots) => {
    takeDaysAhead(slots, 'warrantyWithinDays')
    fillLearnt(slots)
    // "до какого числа гарантия" asks of all of them.
    if (/^(?:гаранти|техник|warrant|appliance)/iu.test(String(slots.args['query'] ?? ''))) delete slots.args['query']
  },
  home_list_chores: fillChoresAsked,
  home_log_repair: fillRepair,
  home_log_meter: fillMeter,
  finance_forecast_balance: fillForecast,
  finance_can_afford: fillAfford,
  finance_contribute_to_goal: fillContribution,
  finance_set_goal: fillMoneyGoal,
  finance_mark_bill_paid: fillPaid,
  health_suggest_break: fillBreak,
  workouts_get_load: fillLoad,
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
  nutrition_check_stack: fillStack,
  nutrition_propose_dose: fillDose,
  nutrition_select_supplements: fillChoice,
  nutrition_explain_rule: fillRuleCode,
  nutrition_log_supplement: (slots) => {
    fillTaken(slots)
    byLearning(slots)
    takeWhen(slots)
  },
  nutrition_log_meal: (slots) => {
    fillMeal(slots)
    byLearning(slots)
    takeWhen(slots)
  },
  nutrition_set_target: fillAim,
  nutrition_get_diary: fillDay,
  nutrition_plan_meals: (slots) => fillMenu(slots, today(slots), addDays),
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

/** Fills the input of a tool by what its words mean; what phrases taught serves the others. */
export const fillBy = (slots: Slots): void => {
  const own = BY_TOOL[slots.tool.name] ?? byLearning
  own(slots)
}
