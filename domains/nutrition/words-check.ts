import type { Message } from '../../core/messages.ts'
import { VERDICTS } from './engine/types.ts'
import type { CheckOutput, FindingShape, TotalShape } from './schema.ts'
import { MOST_WARNINGS } from './show.ts'
import {
  capital,
  clause,
  joined,
  lines,
  saidAmount,
  saidLevels,
  saidQuestion,
  saidSources,
  say,
  words,
} from './words.ts'

/** How a check is told: verdict, why with its figure, what to do, what is not known, one question, the sources. */
const MOST_MINOR = 3
/** Letters by which two forms of a name are the same. */
const STEM = 5

const saidParts = ({ from, unit }: TotalShape): Message | '' =>
  from.length < 2
    ? ''
    : say('parts', {
        list: joined(
          from.map(({ item, value }) =>
            value === null ? say('part_unknown', { item }) : say('part', { item, amount: saidAmount({ value, unit }) }),
          ),
        ),
      })

const saidLimit = (finding: FindingShape, total: TotalShape | undefined): Message => {
  const { amount, limit, subjectName, why, action } = finding
  return say('finding_limit', {
    name: capital(subjectName),
    amount: amount ? saidAmount(amount) : '',
    levels: saidLevels((total?.limits ?? []).filter(({ kind }) => kind !== 'guidance')),
    parts: total ? saidParts(total) : '',
    effect: why === '' ? '' : say('effect', { why: clause(why) }),
    advice:
      action === 'monitor' ? say('advice_prescribed') : limit ? say('advice_cap', { limit: saidAmount(limit) }) : '',
  })
}

const saidRule = ({ subjectName, objectNames, why, advice, amount, limit }: FindingShape): Message =>
  say('finding_rule', {
    // "Креатин: Креатин повышает…" would say the name twice.
    pair:
      objectNames.length === 0 && why.toLowerCase().startsWith(subjectName.toLowerCase().slice(0, STEM))
        ? ''
        : say('pair', { names: words([capital(subjectName), ...objectNames], 'join_plus') }),
    why,
    figure: amount && limit ? say('figure', { amount: saidAmount(amount), limit: saidAmount(limit) }) : '',
    advice: advice === '' ? '' : say('sentence', { text: advice }),
  })

const saidFinding = (finding: FindingShape, totals: readonly TotalShape[]): Message => {
  const { ruleId, subject, subjectName, objectNames, severity } = finding
  if (ruleId.startsWith('UL:'))
    return saidLimit(
      finding,
      totals.find((total) => total.substance === subject),
    )
  if (ruleId.startsWith('ALLERGY:'))
    return say(severity === 'contraindicated' ? 'finding_allergy' : 'finding_allergy_maybe', {
      name: capital(subjectName),
      allergens: words(objectNames.length > 0 ? objectNames : [subjectName]),
    })
  return saidRule(finding)
}

/** Findings from moderate up; milder ones in full only where there is nothing else. */
const shownFindings = (findings: readonly FindingShape[]): { shown: FindingShape[]; left: number } => {
  const warnings = findings.filter(({ severity }) => severity !== 'minor')
  const shown = warnings.length > 0 ? warnings.slice(0, MOST_WARNINGS) : findings.slice(0, MOST_MINOR)
  return { shown, left: findings.length - shown.length }
}

/** The findings, that some of them await a reviewer, and where they are from. */
export const saidFindings = (
  findings: readonly FindingShape[],
  totals: readonly TotalShape[],
): { found: Message[]; origin: Message[] } => {
  const { shown, left } = shownFindings(findings)
  const drafts = shown.filter(({ status }) => status === 'draft')
  return {
    found: [
      ...shown.map((finding, at) => {
        // Advice that was just given is not repeated.
        const said = shown.slice(0, at).some(({ advice }) => advice === finding.advice)
        return saidFinding(said ? { ...finding, advice: '' } : finding, totals)
      }),
      ...(left > 0 ? [say('more_findings', { n: left })] : []),
    ],
    origin: [
      ...(drafts.length > 0
        ? [say('drafts', { n: drafts.length, rules: drafts.map((one) => one.ruleId).join(', ') })]
        : []),
      ...saidSources(shown.flatMap(({ sources }) => sources)),
    ],
  }
}

/** The same thing from several items is listed also where it is within every level. */
const saidTotals = ({ totals, findings }: CheckOutput): Message[] =>
  totals
    .filter(({ substance, from }) => from.length > 1 && !findings.some(({ ruleId }) => ruleId === `UL:${substance}`))
    .map((total) =>
      say(total.complete ? 'total' : 'total_open', {
        name: capital(total.name),
        amount: saidAmount(total),
        parts: saidParts(total),
      }),
    )

/** What is not known, and the one question that matters most. */
export const saidOpen = ({ unknowns, questions: all, totals, verdict }: CheckOutput): Message[] => {
  // What cannot make the verdict stricter is not asked.
  const questions = all.filter(
    ({ fact, upTo }) => fact === 'salt' || VERDICTS.indexOf(upTo) > VERDICTS.indexOf(verdict),
  )
  const [first] = questions
  const guess = unknowns.find(({ near }) => near.length > 0)
  const hidden = totals.filter(({ complete }) => !complete).map(({ name }) => name)
  const said: Message[] = []
  const unnamed = unknowns
    .filter(({ kind }) => kind !== 'coverage' && kind !== 'medicines')
    .map(({ text }) => `«${text}»`)
  const bare = unknowns.filter(({ kind }) => kind === 'coverage').map(({ text }) => `«${text}»`)
  if (unnamed.length > 0) said.push(say('not_known', { words: words(unnamed) }))
  if (unknowns.some(({ kind }) => kind === 'medicines')) said.push(say('medicines_together'))
  if (bare.length > 0) said.push(say('not_covered', { words: words(bare) }))
  if (questions.length > 1 || (guess && first))
    said.push(say('missing', { facts: joined(questions.map(({ fact }) => say(`fact_${fact}`))) }))
  if (questions.length === 0 && verdict === 'unknown' && unknowns.length === 0 && hidden.length > 0)
    said.push(say('hidden', { names: words(hidden) }))
  if (guess) said.push(say('did_you_mean', { text: guess.text, name: guess.near[0]?.name ?? '' }))
  else if (first) said.push(saidQuestion(first))
  return said
}

export const saidCheck = (check: CheckOutput): Message => {
  const { found, origin } = saidFindings(check.findings, check.totals)
  const warned = check.findings.some(({ severity }) => severity !== 'minor')
  return lines([
    say(`verdict_${check.verdict}`, { release: check.release }),
    ...found,
    ...saidTotals(check),
    ...(check.considered.profile || check.considered.medications.length > 0 ? [] : [say('no_profile')]),
    ...(warned && check.considered.medications.length > 0 ? [say('keep_medicines')] : []),
    ...saidOpen(check),
    ...origin,
  ])
}
