import { AppError } from '../../../core/errors.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { toUnit } from '../engine/amounts.ts'
import { type DoseProposal, proposeDose as propose, select } from '../engine/dose.ts'
import { levelsOf } from '../engine/limits.ts'
import type { Item, StackInput } from '../engine/types.ts'
import { knowledge } from '../knowledge/index.ts'
import {
  type ExplainRuleInput,
  type ExplainRuleOutput,
  explainRuleInput,
  explainRuleOutput,
  type ProposeDoseInput,
  type ProposeDoseOutput,
  proposeDoseInput,
  proposeDoseOutput,
  type SelectInput,
  type SelectOutput,
  selectInput,
  selectOutput,
} from '../schema.ts'
import { goalOf, invalid, isOther } from '../service.ts'
import { nameOf, type Shower, showProposal, sourcesOf, textsOf } from '../show.ts'
import { say } from '../words.ts'
import { saidProposal, saidRule, saidSelection } from '../words-advice.ts'
import { bodyOf, counted, dayOf, showerFor } from './body.ts'
import { takenOn } from './diary.ts'
import { inTurn } from './queue.ts'

/** Doses, choices and reasons: what the engine proposes, and what it leaves out. */

/** What is taken already: as said, or as logged today. */
const inputOf = async (
  ctx: Ctx,
  { items, ...about }: Pick<ProposeDoseInput, 'items' | 'medications' | 'conditions' | 'allergies' | 'subject'>,
): Promise<StackInput> => {
  const taken: readonly Item[] = items ?? (isOther(about) ? [] : await takenOn(ctx, dayOf(ctx)))
  return { ...(await bodyOf(ctx, about)), items: taken }
}

const substanceOf = (name: string): string | null => {
  const { found } = knowledge().names.resolve(name, new Set(['substance', 'form']))
  const [first] = found
  return first === undefined
    ? null
    : first.kind === 'form'
      ? (knowledge().forms.get(first.id)?.substance ?? null)
      : first.id
}

export const proposeDose = defineTool<ProposeDoseInput, ProposeDoseOutput>({
  name: 'nutrition_propose_dose',
  title: 'Propose a dose',
  description:
    'A dose of a sports supplement for a goal, within upper levels, what is taken already and every rule: "сколько креатина для силы". Gives none to minors, in pregnancy, for treating an illness, or while facts are missing; then it says why.',
  input: proposeDoseInput,
  output: proposeDoseOutput,
  about: 'health',
  withoutConsent: true,
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidProposal(output),
  run: async (ctx, { substance, goal: said, ...rest }) => {
    const id = substanceOf(substance)
    if (id === null) throw invalid('substance', 'unknown_substance', { name: substance })
    const goal = goalOf(knowledge(), said)
    const input = await inputOf(ctx, rest)
    const proposal = await inTurn(() =>
      counted(input.items, () => propose(knowledge(), id, goal === 'disease' ? null : goal, input)),
    )
    const shown = showProposal(showerFor(ctx), proposal, input)
    return goal === 'disease' ? { ...shown, dose: null, refusal: 'disease' as const } : shown
  },
})

export const selectSupplements = defineTool<SelectInput, SelectOutput>({
  name: 'nutrition_select_supplements',
  title: 'Choose supplements for a goal',
  description:
    'Supplements with evidence for a goal of sport ("что принимать для выносливости"), best evidence first, with a dose each, and what was left out with the rule that excludes it.',
  input: selectInput,
  output: selectOutput,
  about: 'health',
  withoutConsent: true,
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidSelection(output),
  run: async (ctx, { goal: said, sport, ...rest }) => {
    const goal = goalOf(knowledge(), said, sport)
    if (goal === 'disease') throw new AppError('refused', 'nutrition.goal_disease')
    if (goal === null) throw invalid('goal', 'ask_goal')
    const input = await inputOf(ctx, rest)
    const by = showerFor(ctx)
    const selection = await inTurn(() => counted(input.items, () => select(knowledge(), goal, input)))
    const shownOf = (proposal: DoseProposal) => {
      const { check: _, ...shown } = showProposal(by, proposal, input)
      return shown
    }
    return {
      goal,
      sport: sport ?? null,
      chosen: selection.chosen.map(shownOf),
      excluded: selection.excluded.map(({ substance, refusal, missing, rules }) => ({
        substance,
        name: nameOf(by, substance),
        refusal,
        missing: [...missing],
        rules: [...rules],
      })),
      release: knowledge().release,
    }
  },
})

const NOTHING_TAKEN = { parts: [], excipients: new Map(), drugs: [], unknowns: [], without: [], salts: [] }

/** A level or an allergy, which are no rules of the tables. */
const computed = (by: Shower, ruleId: string): ExplainRuleOutput | null => {
  const [kind, subject = ''] = ruleId.split(':')
  if ((kind !== 'UL' && kind !== 'ALLERGY') || by.knowledge.nameOf(subject) === undefined) return null
  const unit = by.knowledge.substances.get(subject)?.unit ?? 'mg'
  const levels = kind === 'UL' ? levelsOf(by.knowledge, NOTHING_TAKEN, subject, {}) : []
  if (kind === 'UL' && levels.length === 0) return null
  return {
    ruleId,
    kind: kind === 'UL' ? 'limit' : 'allergy',
    subject,
    subjectName: nameOf(by, subject),
    severity: null,
    evidence: null,
    action: kind === 'UL' ? 'cap_dose' : 'avoid',
    why: levels[0]?.limit.effect[by.lang] ?? '',
    advice: '',
    status: 'reviewed',
    limits: levels.map(({ limit, level }) => ({
      authority: limit.authority,
      kind: limit.kind,
      basis: limit.basis,
      value: toUnit(level, unit),
      unit,
      source: limit.source,
    })),
    when: null,
    sources: sourcesOf(by, kind === 'UL' ? levels.map(({ limit }) => limit.source) : ['label_allergen']),
    release: by.knowledge.release,
  }
}

export const explainRule = defineTool<ExplainRuleInput, ExplainRuleOutput>({
  name: 'nutrition_explain_rule',
  title: 'Explain a rule',
  description:
    'What a rule of a check says, when it holds, how strong its evidence is and its sources, by the rule id.',
  input: explainRuleInput,
  output: explainRuleOutput,
  about: 'health',
  withoutConsent: true,
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidRule(output),
  run: async (ctx, { ruleId }) => {
    const by = showerFor(ctx)
    const rule = by.knowledge.data.rules.find(({ id }) => id.toLowerCase() === ruleId.toLowerCase())
    const found: ExplainRuleOutput | null = rule
      ? {
          ruleId: rule.id,
          kind: 'rule',
          subject: rule.subject.id,
          subjectName: nameOf(by, rule.subject.id),
          severity: rule.severity,
          evidence: rule.evidence,
          action: rule.action,
          ...textsOf(by, rule.id),
          status: rule.status,
          limits: [],
          when: rule.when,
          sources: sourcesOf(
            by,
            rule.sources.map(({ id }) => id),
          ),
          release: by.knowledge.release,
        }
      : computed(by, ruleId)
    if (!found) throw new AppError('not_found', 'nutrition.rule_not_found', { rule: ruleId })
    return found
  },
})
