import type { Lang } from '../../core/user.ts'
import type { DoseProposal } from './engine/dose.ts'
import type { Knowledge } from './engine/knowledge.ts'
import type { CheckResult, Finding, StackInput, Total } from './engine/types.ts'
import type { CheckOutput, FindingShape, ProposalShape, SourceShape, TotalShape } from './schema.ts'

/** What the engine found, with names and texts in the person's language and sources in full. */
export interface Shower {
  knowledge: Knowledge
  lang: Lang
  /** False when the person's own health data were left out for want of their consent. */
  profile: boolean
}

export const sourcesOf = ({ knowledge }: Shower, ids: readonly string[]): SourceShape[] =>
  [...new Set(ids)].flatMap((id) => {
    const found = knowledge.data.sources.find((source) => source.id === id)
    if (!found) return []
    const { org, title, year, locator } = found
    return [{ id, organisation: org, title, year, locator: locator ?? null }]
  })

/** The name of anything with an id; for a group the names of its members among `present`. */
export const nameOf = ({ knowledge, lang, profile }: Shower, id: string, present: readonly string[] = []): string => {
  const own = knowledge.nameOf(id)
  if (own) return own[lang]
  const members = present.filter((one) => knowledge.substances.get(one)?.groups.includes(id))
  return members.length > 0
    ? members.map((one) => nameOf({ knowledge, lang, profile }, one)).join(', ')
    : id.replaceAll('_', ' ')
}

/** Of a rule, by id: its sentences in the person's language. */
export const textsOf = ({ knowledge, lang }: Shower, ruleId: string): { why: string; advice: string } => {
  const rule = knowledge.data.rules.find(({ id }) => id === ruleId)
  return { why: rule?.why[lang] ?? '', advice: rule?.advice[lang] ?? '' }
}

const effectOf = ({ knowledge, lang }: Shower, { subject, sources }: Finding): string =>
  knowledge.data.limits.find((limit) => limit.substance === subject && sources.includes(limit.source))?.effect[lang] ??
  ''

const showFinding = (by: Shower, finding: Finding, present: readonly string[]): FindingShape => {
  const { why, advice } = textsOf(by, finding.ruleId)
  const { authority, ...rest } = finding
  return {
    ...rest,
    object: [...finding.object],
    ...(authority ? { authority: [...authority] } : {}),
    subjectName: nameOf(by, finding.subject, present),
    // Facts such as an age or a dose are no things with a name: the sentence says them.
    objectNames: finding.object
      .filter((id) => id !== finding.subject && by.knowledge.nameOf(id) !== undefined)
      .map((id) => nameOf(by, id)),
    why: finding.ruleId.startsWith('UL:') ? effectOf(by, finding) : why,
    advice,
    sources: sourcesOf(by, finding.sources),
  }
}

export const showTotal = (by: Shower, total: Total): TotalShape => ({
  ...total,
  name: nameOf(by, total.substance),
  from: [...total.from],
  limits: [...total.limits],
})

/** So many findings are told in full, the strictest first. */
export const MOST_WARNINGS = 6
/** Milder remarks need not be retold. */
const isWarning = ({ severity }: FindingShape): boolean => severity !== 'minor'

export const showCheck = (
  by: Shower,
  result: CheckResult,
  { medications, conditions, allergies }: Omit<StackInput, 'items'>,
  id: string | null,
): CheckOutput => {
  const present = result.totals.map(({ substance }) => substance)
  const findings = result.findings.map((finding) => showFinding(by, finding, present))
  const must = findings.filter(isWarning).slice(0, MOST_WARNINGS)
  return {
    id,
    verdict: result.verdict,
    findings,
    notes: result.notes.map((note) => ({ ...note, why: textsOf(by, note.ruleId).why })),
    totals: result.totals.map((total) => showTotal(by, total)),
    unknowns: result.unknowns.map(({ kind, text, near }) => ({
      kind,
      text,
      near: near.map((one) => ({ ...one, name: nameOf(by, one.id) })),
    })),
    questions: result.questions.map(({ items, rules, ...question }) => ({
      ...question,
      rules: [...rules],
      ...(items ? { items: [...items] } : {}),
    })),
    mustMention: [...new Set(must.map(({ advice }) => advice).filter(Boolean))],
    considered: {
      medications: [...medications],
      conditions: [...conditions],
      allergies: [...allergies],
      profile: by.profile,
    },
    release: result.release,
  }
}

export const showProposal = (by: Shower, proposal: DoseProposal, person: Omit<StackInput, 'items'>): ProposalShape => {
  const { sport, dose } = proposal
  return {
    substance: proposal.substance,
    name: nameOf(by, proposal.substance),
    dose:
      dose && sport
        ? { ...dose, timing: sport.timing[by.lang], note: sport.note?.[by.lang] ?? '', tier: sport.tier }
        : null,
    refusal: proposal.refusal,
    missing: [...proposal.missing],
    cappedBy: [...proposal.cappedBy],
    sources: sourcesOf(by, sport ? [sport.source, ...proposal.cappedBy] : []),
    check: showCheck(by, proposal.check, person, null),
  }
}
