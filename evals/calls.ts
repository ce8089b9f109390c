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

export const fact = (text: string): Call => call('memory_remember_fact', { text })
export const search = (query: string): Call => call('memory_search', { query })
export const note = (text: string): Call => call('account_add_note', { text })
export const setProfile = (changes: More): Call => call('account_update_profile', changes)
export const undo: Call = call('account_undo_last')
