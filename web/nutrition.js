// The page of supplement checks: the list with a button, and under it what the check says.
import { byId, h } from './dom.js'
import { showCheck } from './nutrition-result.js'
import { createRows } from './nutrition-rows.js'
import { runTool } from './session.js'
import { t } from './strings.js'

const CONSENT = '/problems/consent-required'

/** Facts from the conversation that went with a check, in a few words. */
const saidOf = ({ medications = [], conditions = [], allergies = [], subject }) =>
  [
    ...medications,
    ...conditions,
    ...allergies,
    subject && t(subject.self === true ? 'check.aboutFacts' : 'check.aboutOther'),
  ].filter(Boolean)

/** `close()` leaves the page, `failed(error)` tells what has no place on it. */
export const createNutrition = ({ close, failed }) => {
  const page = byId('nutrition')
  const hint = h('p.hint', {})
  const about = h('div', {})
  const problem = h('p.error', { role: 'alert' })
  const asked = h('div', {})
  const stale = h('p.stale', { role: 'status' })
  const result = h('div.result', {})
  const submit = h('button.primary', { type: 'submit' }, t('check.run'))
  let spoken = {}
  let touched = false
  let latest = 0

  const changed = () => {
    touched = true
    stale.textContent = result.hasChildNodes() ? t('check.stale') : ''
  }
  const rows = createRows(changed)

  const forgetResult = () => {
    latest += 1
    problem.textContent = ''
    stale.textContent = ''
    asked.replaceChildren()
    result.replaceChildren()
  }

  /** Asks for the health consent in the words of the server, then goes on with `next`. */
  const askConsent = (error, next) => {
    const allow = async () => {
      try {
        await runTool('account_set_consent', { purpose: 'health', granted: true })
        asked.replaceChildren()
        await next()
      } catch (cause) {
        failed(cause)
      }
    }
    const button = h('button', { type: 'button', onclick: allow }, t('check.consent'))
    asked.replaceChildren(h('section.consent', {}, h('p', {}, error.message), button))
  }

  /** What is wrong goes beside its row, or under the list. */
  const tellProblem = (error, sent) => {
    const { path = '', message = '' } = error.errors[0] ?? {}
    const row = sent[Number(/^items\.(\d+)/u.exec(path)?.[1])]
    if (!row) problem.textContent = error.message
    else if (/\.name$/u.test(path)) row.tell('name', error.message)
    else row.tell(/unit/u.test(message + path) ? 'unit' : 'amount', error.message)
  }

  const check = async () => {
    problem.textContent = ''
    const read = rows.read()
    if (!read) return
    if (read.items.length === 0) {
      problem.textContent = t('check.needRow')
      rows.focus()
      return
    }
    latest += 1
    const turn = latest
    submit.disabled = true
    result.setAttribute('aria-busy', 'true')
    try {
      const answer = await runTool('nutrition_check_stack', { items: read.items, ...spoken })
      if (turn !== latest) return
      stale.textContent = ''
      result.replaceChildren(...showCheck(answer))
      result.querySelector('.verdict').focus()
    } catch (error) {
      if (turn !== latest) return
      if (error.type === CONSENT) askConsent(error, check)
      else if (error.code === 'invalid') tellProblem(error, read.rows)
      else failed(error)
    } finally {
      submit.disabled = false
      result.removeAttribute('aria-busy')
    }
  }

  /** Facts said in the conversation count as long as they are ticked. */
  const setAbout = (facts) => {
    spoken = facts
    const said = saidOf(facts)
    if (said.length === 0) {
      about.replaceChildren()
      return
    }
    const box = h('input', { type: 'checkbox', checked: true })
    box.onchange = () => {
      spoken = box.checked ? facts : {}
      changed()
    }
    about.replaceChildren(h('label.tick', {}, box, h('span', {}, `${t('check.about')}: ${said.join(', ')}`)))
  }

  const begin = (items, facts, sentence) => {
    forgetResult()
    rows.set(items)
    setAbout(facts)
    hint.textContent = sentence
    touched = false
  }

  /** A list that nobody changed begins with today's diary. */
  const open = async () => {
    if (touched || result.hasChildNodes()) return
    latest += 1
    const turn = latest
    try {
      const { output } = await runTool('nutrition_get_diary')
      // Rows do not change under the hands of whoever began to write.
      if (touched || rows.isFocused() || turn !== latest) return
      const taken = output.supplements.map(({ name, amount, unit }) => ({
        name,
        amount: amount ?? undefined,
        unit: unit ?? undefined,
      }))
      begin(taken, {}, taken.length > 0 ? t('check.fromDiary') : t('check.hint'))
    } catch (error) {
      if (error.type === CONSENT) askConsent(error, () => (result.hasChildNodes() ? check() : open()))
      else failed(error)
    }
  }

  const openWith = async ({ items, ...facts }) => {
    begin(items, facts, t('check.hint'))
    await check()
  }

  page.replaceChildren(
    h(
      'header.bar',
      {},
      h('h2', {}, t('check.title')),
      h('button.icon', { type: 'button', 'aria-label': t('close'), onclick: close }, '✕'),
    ),
    asked,
    h(
      'form',
      {
        noValidate: true,
        onsubmit: (event) => {
          event.preventDefault()
          void check()
        },
      },
      hint,
      rows.elements,
      about,
      problem,
      h('div.actions', {}, rows.add, submit),
    ),
    stale,
    result,
  )
  hint.textContent = t('check.hint')
  return { open, openWith, clear: () => begin([], {}, t('check.hint')) }
}
