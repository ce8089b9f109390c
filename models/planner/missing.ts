import type { Toolbox } from './tool-schema.ts'
import type { Draft, ToolSchema } from './types.ts'

/** Fields a tool's schema leaves optional because one of several will do. */
const ONE_OF: Readonly<Record<string, readonly (readonly string[])[]>> = {
  reminders_set_reminder: [['at', 'rrule']],
  account_update_profile: [
    [
      'displayName',
      'phone',
      'locale',
      'timeZone',
      'currency',
      'country',
      'birthDate',
      'sex',
      'weightKg',
      'heightCm',
      'workHours',
      'sleepWindow',
      'quietHours',
    ],
  ],
  finance_update_transaction: [['amount', 'category', 'payee', 'occurredOn', 'note', 'kind', 'currency']],
  calendar_update_event: [
    [
      'start',
      'date',
      'time',
      'shiftMinutes',
      'title',
      'durationMinutes',
      'end',
      'location',
      'notes',
      'rrule',
      'allDay',
      'cost',
      'timeZone',
    ],
  ],
  tasks_update_task: [
    [
      'title',
      'dueAt',
      'plannedOn',
      'durationMinutes',
      'priority',
      'energy',
      'project',
      'rrule',
      'shiftMinutes',
      'status',
    ],
  ],
  reminders_update_reminder: [['text', 'at', 'rrule', 'startsAt', 'shiftMinutes']],
  memory_forget: [['query', 'id', 'all']],
  nutrition_set_target: [['kcal', 'protein', 'fat', 'carbs']],
}
/** The order in which a person is asked: what, then how much, then when. */
const ASK_ORDER = ['title', 'text', 'amount', 'limit', 'category', 'start', 'at']

/** A change of a row has to say what changes. */
const anyChange = ({ name, properties }: ToolSchema): string[][] =>
  /_update_/u.test(name) && properties['id'] ? [Object.keys(properties).filter((field) => !NAMES_ROW.has(field))] : []
const NAMES_ROW = new Set(['id', 'chore', 'pet', 'scope', 'of'])

/** The first thing a call cannot do without. */
export const missingSlot = (draft: Draft, toolbox: Toolbox): string | undefined => {
  const tool = toolbox.get(draft.tool)
  // What is counted back from a row takes its time and its words from there.
  if (!tool || draft.before !== undefined) return undefined
  const said = (name: string): boolean => draft.args[name] !== undefined || (name === 'id' && draft.id !== undefined)
  const missing = [...tool.required].filter((name) => name !== 'id' && !said(name))
  for (const group of ONE_OF[draft.tool] ?? anyChange(tool)) {
    const [first] = group.filter((name) => tool.properties[name])
    if (first && !group.some(said) && !(draft.ref && tool.properties['id'])) missing.push(first)
  }
  const rank = (name: string): number => (ASK_ORDER.includes(name) ? ASK_ORDER.indexOf(name) : 3.5)
  return missing.sort((a, b) => rank(a) - rank(b))[0]
}
