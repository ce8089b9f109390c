// Every kind of row that a device may change by id while it is offline, with two changes that exclude each other.

export interface Step {
  tool: string
  input: Record<string, unknown>
}
interface Kind {
  domain: string
  row: string
  make: Step
  /** What another device did meanwhile; it gets the `id` where its tool takes one. */
  meanwhile: Step
  /** What the row shows after it. */
  shows: Record<string, unknown>
  /** What was done offline, to the row as it was before. */
  offline: Step
}

const step = (tool: string, input: Record<string, unknown> = {}): Step => ({ tool, input })

/** The step on a row: tools that add name their row in words. */
export const onRow = ({ tool, input }: Step, id: string): Step =>
  /_(?:add|set)_/u.test(tool) ? { tool, input } : { tool, input: { id, ...input } }

export const KINDS: Kind[] = [
  {
    domain: 'calendar',
    row: 'event',
    make: step('calendar_add_event', { title: 'Планёрка', start: '2026-03-20T10:00:00+03:00', durationMinutes: 60 }),
    meanwhile: step('calendar_update_event', { title: 'Летучка' }),
    shows: { title: 'Летучка', start: '2026-03-20T10:00:00+03:00' },
    offline: step('calendar_update_event', { shiftMinutes: 60 }),
  },
  {
    domain: 'calendar',
    row: 'series',
    make: step('calendar_add_event', {
      title: 'Йога',
      start: '2026-03-19T19:00:00+03:00',
      durationMinutes: 60,
      rrule: 'FREQ=WEEKLY',
    }),
    meanwhile: step('calendar_cancel_event', { scope: 'this', occurrenceStart: '2026-03-19T19:00:00+03:00' }),
    shows: { start: '2026-03-26T19:00:00+03:00' },
    offline: step('calendar_cancel_event', { scope: 'all' }),
  },
  {
    domain: 'tasks',
    row: 'task',
    make: step('tasks_add_task', { title: 'Отчёт' }),
    meanwhile: step('tasks_complete_task'),
    shows: { status: 'done' },
    offline: step('tasks_delete_task'),
  },
  {
    domain: 'reminders',
    row: 'reminder',
    make: step('reminders_set_reminder', { text: 'полить цветы', at: '2026-03-18T18:00:00+03:00' }),
    meanwhile: step('reminders_update_reminder', { text: 'полить огород' }),
    shows: { text: 'полить огород', status: 'active' },
    offline: step('reminders_update_reminder', { text: 'полить фикус' }),
  },
  {
    domain: 'health',
    row: 'measurement',
    make: step('health_log_metric', { kind: 'weight', value: 82 }),
    meanwhile: step('health_update_entry', { value: 81 }),
    shows: { kind: 'weight', metric: { value: 81 } },
    offline: step('health_update_entry', { value: 80 }),
  },
  {
    domain: 'health',
    row: 'night',
    make: step('health_log_sleep', { date: '2026-03-18', durationMinutes: 420 }),
    meanwhile: step('health_update_entry', { durationMinutes: 450 }),
    shows: { sleep: { durationMinutes: 450 } },
    offline: step('health_delete_entry'),
  },
  {
    domain: 'health',
    row: 'check-in',
    make: step('health_log_mood', { mood: 5 }),
    meanwhile: step('health_update_entry', { mood: 7 }),
    shows: { checkin: { mood: 7 } },
    offline: step('health_update_entry', { mood: 3 }),
  },
  {
    domain: 'health',
    row: 'symptom',
    make: step('health_log_symptom', { symptom: 'головная боль', severity: 4 }),
    meanwhile: step('health_update_entry', { severity: 6 }),
    shows: { symptom: { severity: 6 } },
    offline: step('health_update_entry', { severity: 2 }),
  },
  {
    domain: 'health',
    row: 'habit',
    make: step('health_add_habit', { title: 'Зарядка' }),
    meanwhile: step('health_add_habit', { title: 'Зарядка', target: 2 }),
    shows: { target: 2 },
    offline: step('health_remove_habit'),
  },
  {
    domain: 'health',
    row: 'allergy',
    make: step('health_add_allergy', { name: 'арахис' }),
    meanwhile: step('health_add_allergy', { name: 'арахис', reaction: 'сыпь' }),
    shows: { reaction: 'сыпь' },
    offline: step('health_remove_safety_fact'),
  },
  {
    domain: 'home',
    row: 'list item',
    make: step('home_add_list_item', { item: 'молоко' }),
    meanwhile: step('home_check_list_item', { checked: true }),
    shows: { status: 'checked' },
    offline: step('home_remove_list_item'),
  },
  {
    domain: 'home',
    row: 'chore',
    make: step('home_add_chore', { title: 'Пылесосить', everyDays: 7 }),
    meanwhile: step('home_complete_chore'),
    shows: { lastDoneOn: '2026-03-18' },
    offline: step('home_update_chore', { durationMinutes: 40 }),
  },
  {
    domain: 'home',
    row: 'stock',
    make: step('home_add_stock', { item: 'рис', quantity: 5, unit: 'кг' }),
    meanwhile: step('home_use_stock', { quantity: 1, unit: 'кг' }),
    shows: { quantity: 4 },
    offline: step('home_use_stock', { quantity: 2, unit: 'кг' }),
  },
  {
    domain: 'home',
    row: 'pet',
    make: step('home_add_pet', { name: 'Барсик', species: 'cat' }),
    meanwhile: step('home_update_pet', { weightKg: 4 }),
    shows: { weightKg: 4 },
    offline: step('home_update_pet', { weightKg: 5 }),
  },
  {
    domain: 'home',
    row: 'appliance',
    make: step('home_add_appliance', { name: 'Холодильник' }),
    meanwhile: step('home_add_appliance', { name: 'Холодильник', warrantyUntil: '2027-03-18' }),
    shows: { warrantyUntil: '2027-03-18' },
    offline: step('home_remove_appliance'),
  },
  {
    domain: 'workouts',
    row: 'workout',
    make: step('workouts_log_workout', { sport: 'бег', durationMinutes: 30, distanceMeters: 5_000 }),
    meanwhile: step('workouts_update_workout', { distanceMeters: 5_500 }),
    shows: { distanceMeters: 5_500 },
    offline: step('workouts_update_workout', { distanceMeters: 6_000 }),
  },
  {
    domain: 'workouts',
    row: 'injury',
    make: step('workouts_report_injury', { bodyPart: 'колено', since: '2026-03-10' }),
    meanwhile: step('workouts_heal_injury', { healedOn: '2026-03-18' }),
    shows: { status: 'healed' },
    offline: step('workouts_heal_injury', { healedOn: '2026-03-17' }),
  },
]
