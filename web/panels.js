// The side of the page: the day's events and tasks, budgets, the inbox. Read through tools, without the model.
import { budgetBar, budgetLine } from './cards.js'
import { byId, h } from './dom.js'
import { addDays, dayName, localDay, localTime, shortDay, startOfDay, today, when } from './format.js'
import { api, readSession, runTool } from './session.js'
import { t } from './strings.js'

const list = (id, items, empty) =>
  byId(id).replaceChildren(items.length > 0 ? h('ul', {}, items) : h('p.empty', {}, empty))

const eventTime = (event, day) => {
  if (event.allDay) return t('allDay')
  const start = localDay(event.start) < day ? '…' : localTime(event.start)
  const end = localDay(event.end) > day ? '…' : localTime(event.end)
  return `${start}–${end}`
}

const eventRow = (day) => (event) =>
  h(
    'li.event',
    {},
    h('span.time', {}, eventTime(event, day)),
    h('span', {}, event.title, event.location ? h('small', {}, event.location) : null),
  )

/** `act(work, sentence)` runs a change, tells its error and refreshes the panels. */
export const createPanels = (act) => {
  /** The day on show; null is today, also after midnight. */
  let chosen = null
  let latest = 0

  const taskRow = (task) => {
    const complete = () => act(() => runTool('tasks_complete_task', { id: task.id }))
    const due = task.dueAt ? t('due', { when: when(task.dueAt) }) : task.plannedOn ? shortDay(task.plannedOn) : null
    const box = h('input', {
      type: 'checkbox',
      'aria-label': t('completeTask', { title: task.title }),
      onchange: complete,
    })
    return h('li.task', {}, h('label', {}, box, h('span', {}, task.title, due ? h('small', {}, due) : null)))
  }

  const budgetRow = (budget) =>
    h(
      `li.budget${budget.left < 0 ? '.over' : ''}`,
      {},
      h('span', {}, budget.category, h('small', {}, t(`period.${budget.period}`))),
      budgetBar(budget),
      h('small', {}, budgetLine(budget)),
    )

  const inboxRow = (item) =>
    h(
      'li.notice',
      {},
      h('span', {}, item.text, h('small', {}, when(item.dueAt))),
      h(
        'button.icon',
        {
          type: 'button',
          'aria-label': t('dismiss', { text: item.text }),
          onclick: () => act(() => api('POST', `/v1/inbox/${item.id}/dismiss`)),
        },
        '✕',
      ),
    )

  const refresh = async () => {
    const { timeZone } = readSession().user
    const now = today(timeZone)
    const day = chosen ?? now
    latest += 1
    const turn = latest
    const bounds = { from: startOfDay(day, timeZone), to: startOfDay(addDays(day, 1), timeZone) }
    const [events, tasks, budgets, inbox] = await Promise.all([
      runTool('calendar_list_events', bounds),
      runTool('tasks_list_tasks', day === now ? {} : { dueOn: day }),
      runTool('finance_get_budgets'),
      api('GET', '/v1/inbox'),
    ])
    // A later refresh has been asked for meanwhile; its answer is the newer one.
    if (turn !== latest) return
    const notices = inbox.items.filter((item) => !item.dismissedAt)
    byId('day-name').textContent = dayName(day, now)
    byId('day-date').textContent = shortDay(day, { month: 'long' })
    byId('day-today').hidden = day === now
    list('events', events.output.items.map(eventRow(day)), t('noEvents'))
    list('tasks', tasks.output.items.map(taskRow), t('noTasks'))
    list('budgets', budgets.output.items.map(budgetRow), t('noBudgets'))
    list('inbox', notices.map(inboxRow), t('noInbox'))
    for (const badge of document.querySelectorAll('.badge')) {
      badge.textContent = notices.length > 0 ? String(notices.length) : ''
      badge.hidden = notices.length === 0
    }
  }

  const move = (days) => () => {
    chosen = days === 0 ? null : addDays(chosen ?? today(readSession().user.timeZone), days)
    return act(() => undefined)
  }
  byId('day-before').onclick = move(-1)
  byId('day-after').onclick = move(1)
  byId('day-today').onclick = move(0)
  return { refresh }
}
