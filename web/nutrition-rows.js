// The list of what is taken: a row of name, amount and unit each, with what is wrong with it beside it.
import { h } from './dom.js'
import { locale, t } from './strings.js'

const UNITS = 'nutrition-units'

/** `15,5`, `1 000` and `1000.5` as numbers; NaN for what is none. */
const numberOf = (text) => Number(text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.'))
const written = (value) =>
  value === undefined || value === null
    ? ''
    : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value)

const labelled = (name, input) => h(`label.field.${name}`, {}, h('span', {}, t(`check.${name}`)), input)

/** What was said of an item beside its amount: it is sent again as it was. */
const moreOf = ({ per, times, prescribed }) =>
  Object.fromEntries(Object.entries({ per, times, prescribed }).filter(([, value]) => value !== undefined))
const moreSaid = ({ times, prescribed }) =>
  [times && t('check.times', { n: times }), prescribed && t('check.prescribed')].filter(Boolean).join(', ')

const rowOf = (item, id, remove) => {
  const name = h('input', { name: 'name', value: item.name ?? '', maxLength: 200, autocomplete: 'off' })
  const amount = h('input', {
    name: 'amount',
    value: written(item.amount),
    maxLength: 20,
    inputMode: 'decimal',
    autocomplete: 'off',
  })
  const unit = h('input', { name: 'unit', value: item.unit ?? '', maxLength: 40, autocomplete: 'off' })
  unit.setAttribute('list', UNITS)
  const inputs = { name, amount, unit }
  const problem = h('p.error', { id: `supplement-problem-${id}`, role: 'alert' })
  const more = moreOf(item)
  const drop = h('button.icon', { type: 'button', onclick: () => remove(row) }, '✕')
  const element = h(
    'fieldset.supplement',
    {},
    labelled('name', name),
    labelled('amount', amount),
    labelled('unit', unit),
    drop,
    Object.keys(more).length > 0 && moreSaid(item) ? h('p.hint', {}, moreSaid(item)) : null,
    problem,
  )

  const tell = (field, sentence) => {
    problem.textContent = sentence
    for (const [key, input] of Object.entries(inputs)) {
      if (key === field) {
        input.setAttribute('aria-invalid', 'true')
        input.setAttribute('aria-describedby', problem.id)
        input.focus()
      } else {
        input.removeAttribute('aria-invalid')
        input.removeAttribute('aria-describedby')
      }
    }
  }
  const values = () => ({ name: name.value.trim(), amount: amount.value.trim(), unit: unit.value.trim() })
  const isBlank = () => Object.values(values()).every((value) => value === '')

  const row = {
    element,
    tell,
    isBlank,
    focus: () => name.focus(),
    number: (n) => {
      element.setAttribute('aria-label', t('check.row', { n }))
      drop.setAttribute('aria-label', t('check.remove', { name: name.value.trim() || t('check.row', { n }) }))
    },
    /** The item as the tool takes it, or null after telling what is missing. */
    read: () => {
      const said = values()
      if (said.name === '') tell('name', t('check.needName'))
      else if (Number.isNaN(numberOf(said.amount))) tell('amount', t('check.needNumber'))
      else if (said.amount !== '' && said.unit === '') tell('unit', t('check.needUnit'))
      else {
        tell(null, '')
        // A unit alone says nothing.
        const quantity = said.amount === '' ? {} : { amount: numberOf(said.amount), unit: said.unit }
        return { name: said.name, ...quantity, ...more }
      }
      return null
    },
  }
  return row
}

/** `changed()` is called whenever the list is no longer what it was. */
export const createRows = (changed) => {
  const list = h('div.supplements', {})
  const add = h('button', { type: 'button' }, t('check.add'))
  const units = h(
    'datalist',
    { id: UNITS },
    t('check.units')
      .split(' ')
      .map((value) => h('option', { value })),
  )
  let rows = []
  let made = 0

  const draw = () => {
    list.replaceChildren(...rows.map(({ element }) => element))
    for (const [at, row] of rows.entries()) row.number(at + 1)
  }
  const remove = (row) => {
    const at = rows.indexOf(row)
    rows = rows.filter((other) => other !== row)
    if (rows.length === 0) rows = [make({})]
    draw()
    ;(rows[at] ?? rows.at(-1)).focus()
    changed()
  }
  const make = (item) => {
    made += 1
    return rowOf(item, made, remove)
  }

  add.onclick = () => {
    const row = make({})
    rows = [...rows, row]
    draw()
    row.focus()
  }
  list.addEventListener('input', () => {
    for (const [at, row] of rows.entries()) row.number(at + 1)
    changed()
  })

  const set = (items) => {
    rows = (items.length > 0 ? items : [{}]).map(make)
    draw()
  }
  set([])
  return {
    elements: [list, units],
    add,
    set,
    isFocused: () => list.contains(document.activeElement),
    focus: () => (rows.find((row) => row.isBlank()) ?? rows[0]).focus(),
    /** The items of rows that are not blank, and the rows they are in; null when one of them cannot be read. */
    read: () => {
      const filled = rows.filter((row) => !row.isBlank())
      for (const row of rows) row.tell(null, '')
      // From the last to the first: the first broken row is the one that gets the focus.
      const items = filled
        .toReversed()
        .map((row) => row.read())
        .toReversed()
      return items.includes(null) ? null : { items, rows: filled }
    },
  }
}
