import type { RowCheck, WantedRow } from './dialogue.ts'

/** Short ways to say what has to be in the person's rows. All are exact: a row not named is a fault. */
const exactly =
  (tool: string, input: Record<string, unknown> = {}) =>
  (...has: WantedRow[]): RowCheck => ({ tool, input, has, exact: true })

export const entries = exactly('finance_list_transactions')
export const accounts = exactly('finance_list_accounts')
export const budgets = exactly('finance_get_budgets')
export const bills = exactly('finance_list_bills')
export const goals = exactly('finance_list_goals')
export const openTasks = exactly('tasks_list_tasks')
export const doneTasks = exactly('tasks_list_tasks', { status: 'done' })
export const projects = exactly('tasks_list_projects')
export const reminders = exactly('reminders_list_reminders', { status: 'active' })
/** All topics are listed, also those never touched. */
export const topics = (...has: WantedRow[]): RowCheck => ({
  tool: 'reminders_list_topics',
  input: {},
  has,
  exact: false,
})
/** Measurements, sleep, check-ins and symptoms of all days. */
export const healthEntries = exactly('health_list_entries')
export const habits = exactly('health_list_habits')
export const safetyProfile = exactly('health_get_safety_profile')
export const workouts = exactly('workouts_list_workouts')
export const injuries = exactly('workouts_list_injuries')
export const trainingProfile = exactly('workouts_get_profile')
export const facts = exactly('memory_list_facts')
export const notes = exactly('account_list_notes')
export const profile = (row: WantedRow): RowCheck => exactly('account_get_profile')(row)
export const consent = (purpose: string, granted: boolean): RowCheck => ({
  tool: 'account_list_consents',
  input: {},
  has: [{ purpose, granted }],
  exact: false,
})

/** The shopping list: open things and those checked off. */
export const shopping = exactly('home_list_items')
export const chores = exactly('home_list_chores')
export const stock = exactly('home_list_stock')
export const pets = exactly('home_list_pets')
export const petCares = exactly('home_list_pet_care')
export const appliances = exactly('home_list_appliances')
export const repairs = exactly('home_list_repairs')
export const readings = exactly('home_list_meters')

/** Events from the start of `from` to the start of `to`, instants. */
export const events = (from: string, to: string, ...has: WantedRow[]): RowCheck =>
  exactly('calendar_list_events', { from, to })(...has)
/** Events of March and April 2026 on Moscow's clock. */
export const allEvents = (...has: WantedRow[]): RowCheck =>
  events('2026-03-01T00:00:00+03:00', '2026-05-01T00:00:00+03:00', ...has)
/** Of today's food diary: exactly these meals, or these supplements. */
export const diary = (what: 'meals' | 'supplements', ...has: WantedRow[]): RowCheck => ({
  tool: 'nutrition_get_diary',
  input: {},
  has: [{ [what]: has }],
  exact: false,
})
/** What a day aims at; null for nothing. */
export const foodAim = (target: WantedRow | null): RowCheck => ({
  tool: 'nutrition_get_diary',
  input: {},
  has: [{ target }],
  exact: false,
})
