import { type Call, row } from './dialogue.ts'

/** Short ways to say which tool is called with what: by a perfect model, or to put rows there before a dialogue begins. */
export const call = (tool: string, input: Record<string, unknown> = {}): Call => ({ tool, input })

type More = Record<string, unknown>

export const spent = (amount: number, more: More = {}): Call =>
  call('finance_add_transaction', { kind: 'expense', amount, ...more })
export const earned = (amount: number, more: More = {}): Call =>
  call('finance_add_transaction', { kind: 'income', amount, ...more })
export const correctEntry = (words: string, changes: More): Call =>
  call('finance_update_transaction', { id: row(words), ...changes })
export const deleteEntry = (words: string): Call => call('finance_delete_transaction', { id: row(words) })
/** Days are local and inclusive. */
export const spending = (from: string, to: string, more: More = {}): Call =>
  call('finance_summarise_spending', { from, to, ...more })
export const budget = (category: string, limit: number): Call =>
  call('finance_set_budget', { category, limit, period: 'month' })
/** A bill or an income that comes by itself, in minor units. */
export const bill = (title: string, amount: number, more: More): Call =>
  call('finance_add_bill', { title, amount, ...more })
export const payBill = (words: string, more: More = {}): Call =>
  call('finance_mark_bill_paid', { id: row(words), ...more })
export const goal = (title: string, target: number, more: More = {}): Call =>
  call('finance_set_goal', { title, target, ...more })
export const putAside = (words: string, amount: number, more: More = {}): Call =>
  call('finance_contribute_to_goal', { id: row(words), amount, ...more })

export const event = (title: string, start: string, more: More = {}): Call =>
  call('calendar_add_event', { title, start, ...more })
export const changeEvent = (words: string, changes: More): Call =>
  call('calendar_update_event', { id: row(words), ...changes })
export const cancelEvent = (words: string, more: More = {}): Call =>
  call('calendar_cancel_event', { id: row(words), ...more })
/** Events from the start of one day to the start of another on Moscow's clock. */
export const agenda = (from: string, to: string): Call =>
  call('calendar_list_events', { from: `${from}T00:00:00+03:00`, to: `${to}T00:00:00+03:00` })

export const task = (title: string, more: More = {}): Call => call('tasks_add_task', { title, ...more })
export const changeTask = (words: string, changes: More): Call =>
  call('tasks_update_task', { id: row(words), ...changes })
export const completeTask = (words: string): Call => call('tasks_complete_task', { id: row(words) })
export const deleteTask = (words: string): Call => call('tasks_delete_task', { id: row(words) })

export const reminder = (text: string, when: { at: string } | { rrule: string; startsAt: string }): Call =>
  call('reminders_set_reminder', { text, ...when })
export const changeReminder = (words: string, changes: More): Call =>
  call('reminders_update_reminder', { id: row(words), ...changes })
export const cancelReminder = (words: string): Call => call('reminders_cancel_reminder', { id: row(words) })

/** A figure as said, in the unit as said; two figures for a blood pressure. */
export const measured = (
  kind: string,
  value: number | { systolic: number; diastolic: number },
  more: More = {},
): Call => call('health_log_metric', { kind, value, ...more })
export const slept = (how: More): Call => call('health_log_sleep', how)
export const felt = (feelings: More): Call => call('health_log_mood', feelings)
export const symptom = (words: string, more: More = {}): Call => call('health_log_symptom', { symptom: words, ...more })
export const correctHealth = (words: string, changes: More): Call =>
  call('health_update_entry', { id: row(words), ...changes })
export const deleteHealth = (words: string): Call => call('health_delete_entry', { id: row(words) })
export const habit = (title: string, more: More = {}): Call => call('health_add_habit', { title, ...more })
export const habitDone = (title: string, more: More = {}): Call => call('health_log_habit', { title, ...more })

/** Sport and exercises in the person's own words; metres, minutes, kilograms. */
export const workout = (sport: string, more: More = {}): Call => call('workouts_log_workout', { sport, ...more })
export const correctWorkout = (words: string, changes: More): Call =>
  call('workouts_update_workout', { id: row(words), ...changes })
export const deleteWorkout = (words: string): Call => call('workouts_delete_workout', { id: row(words) })

export const listed = (item: string, more: More = {}): Call => call('home_add_list_item', { item, ...more })
export const checkOff = (item: string): Call => call('home_check_list_item', { item })
export const chore = (title: string, more: More = {}): Call => call('home_add_chore', { title, ...more })
export const choreDone = (title: string, more: More = {}): Call => call('home_complete_chore', { title, ...more })
export const stocked = (item: string, more: More = {}): Call => call('home_add_stock', { item, ...more })
export const useStock = (item: string, more: More = {}): Call => call('home_use_stock', { item, ...more })
export const pet = (name: string, species: string, more: More = {}): Call =>
  call('home_add_pet', { name, species, ...more })
export const petCare = (kind: string, more: More = {}): Call => call('home_log_pet_care', { kind, ...more })
export const petFood = (food: string, more: More = {}): Call => call('home_check_pet_food', { food, ...more })
export const appliance = (name: string, more: More = {}): Call => call('home_add_appliance', { name, ...more })
export const repair = (title: string, more: More = {}): Call => call('home_log_repair', { title, ...more })
export const reading = (meter: string, value: number, more: More = {}): Call =>
  call('home_log_meter', { meter, value, ...more })

export const fact = (text: string): Call => call('memory_remember_fact', { text })
export const search = (query: string): Call => call('memory_search', { query })
export const note = (text: string): Call => call('account_add_note', { text })
export const setProfile = (changes: More): Call => call('account_update_profile', changes)
export const undo: Call = call('account_undo_last')
