// What a check says: the verdict first, then findings with their sources, totals, and what is not known.
import { h } from './dom.js'
import { amountOf, capital, levelsOf, saidAmount, totalsOf } from './nutrition-totals.js'
import { t } from './strings.js'

const SEVERITIES = ['contraindicated', 'major', 'moderate', 'minor']
const VERDICTS = ['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated']

/** A clause that goes on after a colon; abbreviations keep their capitals. */
const clause = (text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const section = (name, title, ...children) => h(`section.${name}`, {}, h('h3', {}, title), ...children)

const isLevel = ({ ruleId }) => ruleId.startsWith('UL:')
const isAllergy = ({ ruleId }) => ruleId.startsWith('ALLERGY:')

/** The figure against what limits it; a level stands beside those of the other authorities. */
const figureOf = (finding, totals) => {
  if (!finding.amount) return null
  const total = isLevel(finding) ? totals.find(({ substance }) => substance === finding.subject) : undefined
  const amount = saidAmount({ ...finding.amount, complete: total?.complete ?? true })
  const levels = total ? levelsOf(total, []).filter(({ kind }) => kind !== 'guidance') : []
  if (levels.length > 0) return t('findings.against', { amount, levels: levels.map(({ words }) => words).join('; ') })
  return finding.limit
    ? t('findings.most', { amount, limit: amountOf(finding.limit) })
    : t('findings.figure', { amount })
}

const whyOf = (finding) => {
  if (isLevel(finding)) return finding.why && t('findings.effect', { why: clause(finding.why).replace(/\.$/u, '') })
  if (!isAllergy(finding) || finding.why) return finding.why
  const names = (finding.objectNames.length > 0 ? finding.objectNames : [finding.subjectName]).join(', ')
  return t(finding.severity === 'contraindicated' ? 'findings.allergy' : 'findings.allergyMaybe', { names })
}

const adviceOf = ({ advice, action, limit, severity, ...finding }) => {
  if (advice) return advice
  if (isAllergy(finding)) return t(severity === 'contraindicated' ? 'do.allergy' : 'do.allergyMaybe')
  if (isLevel(finding) && action === 'monitor') return t('do.prescribed')
  return limit ? t('do.cap', { limit: amountOf(limit) }) : ''
}

const sourceRow = ({ organisation, title, year, locator }) =>
  h('li', {}, h('strong', {}, organisation), `, ${year}. `, title, locator ? h('small', {}, locator) : null)

const findingRow = (totals) => (finding) => {
  const { ruleId, severity, evidence, subjectName, objectNames, status, sources } = finding
  const [figure, why, advice] = [figureOf(finding, totals), whyOf(finding), adviceOf(finding)]
  return h(
    `article.finding.${severity}`,
    {},
    h(
      'header',
      {},
      h('span.severity', {}, t(`severity.${severity}`)),
      h('h4', {}, capital([subjectName, ...objectNames].join(' + '))),
    ),
    figure ? h('p.figure', {}, capital(figure)) : null,
    why ? h('p', {}, why) : null,
    advice ? h('p.advice', {}, h('strong', {}, t('findings.do')), ' ', advice) : null,
    sources.length > 0
      ? h(
          'details',
          {},
          h('summary', {}, t('findings.sources', { count: sources.length })),
          h('ul', {}, sources.map(sourceRow)),
        )
      : null,
    h(
      'p.rule',
      {},
      h('code', {}, ruleId),
      ` · ${t(`evidence.${evidence}`)}`,
      status === 'draft' ? h('span.draft', {}, t('findings.draft')) : null,
    ),
  )
}

const findingsOf = ({ findings, notes, totals, considered }) => {
  const ordered = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  const warned = findings.some(({ severity }) => severity !== 'minor')
  return section(
    'findings',
    t('findings.title'),
    ordered.length > 0 ? ordered.map(findingRow(totals)) : h('p.empty', {}, t('findings.none')),
    warned && considered.medications.length > 0 ? h('p', {}, t('findings.keepMedicines')) : null,
    notes.length > 0
      ? h(
          'details.notes',
          {},
          h('summary', {}, t('findings.notes')),
          h(
            'ul',
            {},
            notes.map(({ why, ruleId }) => h('li', {}, why, h('small', {}, ruleId))),
          ),
        )
      : null,
  )
}

const unknownRow = ({ kind, text, near }) => {
  if (kind === 'medicines') return h('li', {}, t('open.medicines'))
  if (kind === 'coverage') return h('li', {}, t('open.coverage', { text }))
  const names = near.map(({ name }) => t('quoted', { name })).join(', ')
  return h('li', {}, names ? t('open.near', { text, names }) : t('open.unknown', { text }))
}

const questionRow =
  (verdict) =>
  ({ fact, upTo, items = [] }) => {
    const decides = VERDICTS.indexOf(upTo) > VERDICTS.indexOf(verdict) && SEVERITIES.includes(upTo)
    const stake = decides ? h('small', {}, t('open.upTo', { severity: t(`severity.${upTo}`) })) : null
    return h('li', {}, t(`ask.${fact}`, { items: items.join(', ') }), stake)
  }

const openOf = ({ unknowns, questions, verdict }) =>
  unknowns.length + questions.length === 0
    ? null
    : section(
        'open',
        t('open.title'),
        h('ul', {}, unknowns.map(unknownRow), questions.map(questionRow(verdict))),
        questions.length > 0 ? h('p.hint', {}, t('open.hint')) : null,
      )

const consideredOf = ({ considered: { medications, conditions, allergies, profile } }) => {
  const list = [...medications, ...conditions, ...allergies].join(', ')
  return [
    list ? h('p.hint', {}, t('considered', { list })) : null,
    profile === false ? h('p.hint', {}, t('considered.nothing')) : null,
  ]
}

/** The elements of an answer of `nutrition_check_stack`; an emergency comes before everything. */
export const showCheck = ({ output, safety, said }) =>
  [
    safety ? h('p.alarm', { role: 'alert' }, said) : null,
    h(`p.verdict.${output.verdict}`, { tabIndex: -1 }, t(`verdict.${output.verdict}`)),
    ...consideredOf(output),
    findingsOf(output),
    totalsOf(output),
    openOf(output),
    h('p.hint.release', {}, t('release', { release: output.release })),
  ].filter(Boolean)
