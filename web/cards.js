// What a tool did, as a small card under the reply. deep-chat takes cards as markup, made here from elements.
import { h } from './dom.js'
import { localDay, localTime, money, shortDay, when } from './format.js'
import { t } from './strings.js'

const MOST_ROWS = 6

const card = (kind, title, rows, { removed = false } = {}) =>
  h(
    `article.card.${kind}${removed ? '.removed' : ''}`,
    {},
    h('p.kind', {}, t(`card.${kind}`), removed ? ` · ${t('card.removed')}` : null),
    h('p.title', {}, title),
    rows.filter(Boolean).map((row) => (typeof row === 'string' ? h('p.detail', {}, row) : row)),
  )

const bar = (part, label, over = false) =>
  h(`progress${over ? '.over' : ''}`, { max: 1, value: Math.min(1, part), 'aria-label': label })

const isGone = (row) => row.deletedAt != null || row.status === 'cancelled' || row.status === 'deleted'

const transaction = (row) => {
  const sign = { expense: '−', income: '+' }[row.kind] ?? ''
  const details = [row.category, row.payee, shortDay(row.occurredOn)].filter(Boolean).join(' · ')
  return card(row.kind, `${sign}${money(row.amount, row.currency)}`, [details, row.note], { removed: isGone(row) })
}

/** “20 Nov, 15:00–15:30”; the end keeps its own date when it is another one. */
export const span = ({ start, end, allDay }) => {
  if (allDay) return `${shortDay(localDay(start))}, ${t('allDay')}`
  return `${when(start)}–${localDay(start) === localDay(end) ? localTime(end) : when(end)}`
}

const event = (row) => {
  const titles = (row.conflicts ?? []).map((other) => other.title).join(', ')
  return card('event', row.title, [span(row), row.location, titles && t('card.conflict', { titles })], {
    removed: isGone(row),
  })
}

const task = (row) => {
  const due = row.dueAt ? t('due', { when: when(row.dueAt) }) : row.plannedOn && shortDay(row.plannedOn)
  return card('task', row.title, [due, row.status === 'done' ? t('card.done') : null], { removed: isGone(row) })
}

const reminder = (row) => card('reminder', row.text, [row.nextAt ? when(row.nextAt) : null], { removed: isGone(row) })

export const budgetLine = ({ spent, left, limit, currency }) =>
  left < 0
    ? t('over', { over: money(spent - limit, currency), limit: money(limit, currency) })
    : t('left', { left: money(left, currency), limit: money(limit, currency) })

export const budgetBar = (row) => bar(row.limit > 0 ? row.spent / row.limit : 1, row.category, row.left < 0)

const budget = (row) =>
  card('budget', `${row.category} · ${t(`period.${row.period}`)}`, [budgetBar(row), budgetLine(row)])

const spending = ({ total, currency, groups, from, to }) => {
  if (groups.length < 2) return null
  const rows = groups.slice(0, MOST_ROWS).map((group) =>
    h(
      'div.line',
      {},
      h('span', {}, group.label),
      h('span.amount', {}, money(group.total, group.currency)),
      // Sums in different currencies have no common length.
      group.currency === currency && total > 0 ? bar(group.total / total, group.label) : null,
    ),
  )
  const more = groups.length > MOST_ROWS ? t('card.more', { count: groups.length - MOST_ROWS }) : null
  return card('spending', money(total, currency), [
    from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`,
    ...rows,
    more,
  ])
}

/** The result of a check; the button opens its page with the same input. */
const supplementCheck = (row, args) =>
  card('check', t(`verdict.${row.verdict}`), [
    (args?.items ?? []).map(({ name }) => name).join(', '),
    args?.items?.length > 0
      ? h('div.buttons', {}, h('button', { type: 'button', 'data-check': JSON.stringify(args) }, t('check.details')))
      : null,
  ])

const account = (row) => card('account', row.name, [row.balance == null ? null : money(row.balance, row.currency)])

const MAKERS = {
  finance_add_transaction: transaction,
  finance_update_transaction: transaction,
  finance_delete_transaction: transaction,
  finance_set_budget: budget,
  finance_summarise_spending: spending,
  finance_add_account: account,
  calendar_add_event: event,
  calendar_update_event: event,
  calendar_cancel_event: event,
  tasks_add_task: task,
  tasks_update_task: task,
  tasks_complete_task: task,
  tasks_delete_task: task,
  reminders_set_reminder: reminder,
  reminders_update_reminder: reminder,
  reminders_skip_occurrence: reminder,
  reminders_snooze_reminder: reminder,
  reminders_cancel_reminder: reminder,
  memory_remember_fact: (row) => card('fact', row.text, []),
  memory_correct_fact: (row) => card('fact', row.text, []),
  account_add_note: (row) => card('note', row.text, []),
  nutrition_check_stack: supplementCheck,
}

/** Cards of what a turn did, or null where the sentence says it all. */
export const toolCards = (tools) => {
  const made = tools
    .filter(({ status, output }) => status === 'ok' && output)
    .map(({ name, args, output }) => MAKERS[name]?.(output, args))
    .filter(Boolean)
  return made.length > 0 ? h('div.cards', {}, made).outerHTML : null
}

/** The question of `pending`: one yes and no for all, and with several actions a tick for each. */
export const pendingCard = ({ id, actions }) => {
  const several = actions.length > 1
  const row = (action) =>
    several
      ? h(
          'label.action',
          {},
          h('input', { type: 'checkbox', 'data-action': action.id, defaultChecked: true }),
          h('span', {}, action.summary),
        )
      : h('p.title', { 'data-action': action.id }, action.summary)
  return h(
    'article.card.pending',
    { 'data-pending': id, 'aria-label': t('confirmTitle') },
    h('p.kind', {}, t('confirmTitle')),
    actions.map(row),
    h(
      'div.buttons',
      {},
      h('button.primary', { type: 'button', 'data-decide': 'approve' }, several ? t('apply') : t('yes')),
      h('button', { type: 'button', 'data-decide': 'reject' }, t('no')),
    ),
  ).outerHTML
}
