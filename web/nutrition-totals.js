// What a day adds up to: a bar for each substance, with a mark for the level of each authority.
import { h } from './dom.js'
import { figure } from './format.js'
import { t } from './strings.js'

/** Room to the right of the largest figure. */
const ROOM = 1.15
/** Left of here there is no room for words before a mark. */
const NEAR = 0.4
/** Colours of items, see totals.css. */
const COLOURS = 6

export const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
/** `400 мг`, kept on one line. */
export const amountOf = ({ value, unit }) => `${figure(value)}\u00a0${t(`unit.${unit}`)}`

/**
 * The levels of a total, those that are alike as one: `EFSA, NASEM 100 мкг`. `over` names the authorities whose level
 * the check found exceeded; not every level counts the whole amount, so figures alone do not tell.
 */
export const levelsOf = ({ limits }, over) => {
  const groups = Map.groupBy(limits, ({ kind, basis, value, unit }) => [kind, basis, value, unit].join())
  return [...groups.values()]
    .map((alike) => {
      const [{ kind, basis, value, unit }] = alike
      const exceeded = kind !== 'guidance' && alike.every(({ authority }) => over.includes(authority))
      const more = [
        basis === 'supplemental' ? t('level.supplemental') : null,
        kind === 'UL' ? null : t(`level.${kind}`),
        exceeded ? t('level.over') : null,
      ].filter(Boolean)
      const names = alike.map(({ authority }) => t(`authority.${authority}`)).sort()
      const words = [`${names.join(', ')} ${amountOf({ value, unit })}`, ...more].join(', ')
      return { kind, value, exceeded, words }
    })
    .sort((a, b) => a.value - b.value)
}

const at = (element, name, share) => {
  element.style.setProperty(name, String(share))
  return element
}

/** Levels in the order in which lines cross the fewest words: outwards. */
const outwards = (levels, scale) => {
  const left = levels.filter(({ value }) => value / scale < NEAR).reverse()
  const right = levels.filter(({ value }) => value / scale >= NEAR)
  return [
    ...left.map((level) => ({ ...level, side: 'after' })),
    ...right.map((level) => ({ ...level, side: 'before' })),
  ]
}

const barOf = (total, levels, label, colourOf) => {
  const scale = Math.max(total.value, ...levels.map(({ value }) => value)) * ROOM
  const parts = total.from.filter(({ value }) => value > 0)
  const marks = outwards(levels, scale).flatMap(({ value, kind, side, exceeded, words }, row) => [
    at(at(h(`span.mark.${kind}`, {}), '--at', value / scale), '--row', row + 2),
    at(
      at(h(`span.level.${side}${exceeded ? '.over' : ''}`, {}, h('span', {}, words)), '--at', value / scale),
      '--row',
      row + 2,
    ),
  ])
  return h(
    'div.scale',
    { role: 'img', 'aria-label': label },
    h(
      'span.track',
      {},
      parts.map(({ item, value }) => at(h(`span.part.colour-${colourOf(item)}`, {}), '--part', value / scale)),
    ),
    marks,
  )
}

const legendOf = ({ from, unit }, colourOf) =>
  h(
    'ul.legend',
    { 'aria-label': t('totals.parts') },
    from.map(({ item, value }) =>
      value === null
        ? h('li', {}, h('span.swatch', {}), t('totals.partHidden', { item }))
        : h(
            'li',
            {},
            h(`span.swatch.colour-${colourOf(item)}`, {}),
            t('totals.part', { item, amount: amountOf({ value, unit }) }),
          ),
    ),
  )

export const saidAmount = ({ value, unit, complete }) => {
  if (value === 0 && !complete) return t('totals.hidden')
  const amount = amountOf({ value, unit })
  return complete ? amount : t('totals.least', { amount })
}

const totalRow = (findings, colourOf) => (total) => {
  const over = findings.find(({ ruleId }) => ruleId === `UL:${total.substance}`)?.authority ?? []
  const levels = levelsOf(total, over)
  const name = capital(total.name)
  const amount = saidAmount(total)
  const daily = total.value === 0 && !total.complete ? amount : t('findings.figure', { amount })
  const label = t('totals.bar', { name, amount: daily, levels: levels.map(({ words }) => words).join('; ') })
  // One item by the same name says nothing more.
  const plain = total.from.length < 2 && total.from.every(({ item, value }) => item === total.name && value !== null)
  return h(
    'article.total',
    {},
    h('header', {}, h('h4', {}, name), h(`span.amount${over.length > 0 ? '.over' : ''}`, {}, amount)),
    levels.length > 0 ? barOf(total, levels, label, colourOf) : h('p.hint', {}, t('totals.noLevel')),
    plain ? null : legendOf(total, colourOf),
  )
}

/** How near a total is to its lowest level; what has none comes last. */
const fullness = ({ value, limits }) =>
  limits.length === 0
    ? -1
    : Math.max(...limits.filter(({ kind }) => kind !== 'guidance').map((one) => value / one.value), 0)

/** An item keeps its colour in every bar. */
const colours = (totals) => {
  const items = [...new Set(totals.flatMap(({ from }) => from.map(({ item }) => item)))]
  return (item) => (items.indexOf(item) % COLOURS) + 1
}

export const totalsOf = ({ totals, findings }) => {
  if (totals.length === 0) return null
  const ordered = [...totals].sort((a, b) => fullness(b) - fullness(a))
  return h(
    'section.totals',
    {},
    h('h3', {}, t('totals.title')),
    h('p.hint', {}, t('totals.hint')),
    ordered.map(totalRow(findings, colours(ordered))),
  )
}
