import type { Message } from '../../core/messages.ts'
import type { ExplainRuleOutput, ProposalShape, SelectOutput } from './schema.ts'
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
  sentence,
} from './words.ts'
import { saidFindings, saidOpen } from './words-check.ts'

/** How doses, choices and rules are told. */
const saidDose = ({ low, high, unit, per }: NonNullable<ProposalShape['dose']>): Message =>
  say('dose', {
    range:
      low === high || low === 0
        ? saidAmount({ value: high, unit })
        : say('range', { low, high: saidAmount({ value: high, unit }) }),
    per: say(`per_${per}`),
  })

const saidRefusal = ({ refusal, missing, check, name }: ProposalShape): Message[] => {
  const [fact] = missing
  const because = refusal === 'verdict' && check.verdict === 'unknown' ? 'unknown' : refusal
  if (because !== 'verdict' && because !== 'unknown')
    return [say(`no_dose_${because}`, { name: capital(name) }), ...(fact ? [saidQuestion({ fact })] : [])]
  const { found, origin } = saidFindings(check.findings, check.totals)
  return [say(`no_dose_${because}`, { name: capital(name) }), ...found, ...saidOpen(check), ...origin]
}

export const saidProposal = (proposal: ProposalShape): Message => {
  const { dose, name, cappedBy, sources, check } = proposal
  if (!dose) return lines(saidRefusal(proposal))
  const { found, origin } = saidFindings(check.findings, check.totals)
  return lines([
    say('proposed', {
      name: capital(name),
      dose: saidDose(dose),
      timing: sentence(dose.timing),
      note: dose.note === '' ? '' : say('sentence', { text: sentence(dose.note) }),
      tier: dose.tier,
    }),
    ...(cappedBy.length > 0 ? [say('capped')] : []),
    ...found,
    ...(origin.length > 0 ? origin : saidSources(sources)),
    say('not_medical', { release: check.release }),
  ])
}

export const saidSelection = ({ goal, chosen, excluded, release }: SelectOutput): Message => {
  const [fact] = excluded.flatMap(({ missing }) => missing)
  return lines([
    say(chosen.length > 0 ? 'selected' : excluded.length > 0 ? 'selected_none' : 'selected_unknown', {
      goal: say(`goal_${goal}`),
    }),
    ...chosen.flatMap(({ name, dose }, at) =>
      dose
        ? [
            say('choice', {
              n: at + 1,
              name: capital(name),
              dose: saidDose(dose),
              timing: sentence(dose.timing),
              tier: dose.tier,
            }),
          ]
        : [],
    ),
    ...(excluded.length === 0
      ? []
      : [
          say('excluded', {
            list: joined(
              excluded.map(({ name, refusal, rules }) =>
                say('exclusion', { name, why: say(`excluded_${refusal}`), rules: rules.join(', '), n: rules.length }),
              ),
              'join_semicolon',
            ),
          }),
        ]),
    ...(fact ? [saidQuestion({ fact })] : []),
    ...saidSources(chosen.flatMap(({ sources }) => sources)),
    say('not_medical', { release }),
  ])
}

export const saidRule = (rule: ExplainRuleOutput): Message =>
  lines([
    say(`explained_${rule.kind}`, {
      rule: rule.ruleId,
      name: rule.kind === 'rule' ? rule.subjectName : capital(rule.subjectName),
      why: rule.kind === 'limit' ? clause(rule.why) : rule.why,
      advice: rule.advice,
      levels: saidLevels(rule.limits),
    }),
    ...(rule.severity === null
      ? []
      : [say('graded', { severity: say(`severity_${rule.severity}`), evidence: say(`evidence_${rule.evidence}`) })]),
    ...(rule.status === 'draft' ? [say('drafts', { n: 1, rules: rule.ruleId })] : []),
    ...saidSources(rule.sources),
  ])
