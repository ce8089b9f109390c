/** Short constructors of the rule tables of this folder. */
import type { Predicate, Rule } from '../shapes.ts'

const SEVERITIES = { O: 'none', N: 'minor', D: 'moderate', J: 'major', X: 'contraindicated' } as const
/** Severity letter and evidence letter: X contraindicated, J major, D moderate, N minor, O nothing to fear. */
type Grade = `${keyof typeof SEVERITIES}${'a' | 'b' | 'c' | ''}`
type Act = Rule['action'] | Pick<Rule, 'action' | 'hours' | 'cap'>
/** Why in Russian, why in English, advice in Russian, advice in English. */
type Words = readonly [string, string, string, string]

const entry =
  (status: Rule['status']) =>
  (
    id: string,
    grade: Grade,
    act: Act,
    subject: string | Rule['subject'],
    when: Predicate,
    sources: string,
    [whyRu, whyEn, doRu, doEn]: Words,
  ): Rule => ({
    id,
    subject: typeof subject === 'string' ? { kind: 'substance', id: subject } : subject,
    when,
    severity: SEVERITIES[grade[0] as keyof typeof SEVERITIES],
    evidence: (grade[1] as 'a' | 'b' | 'c' | undefined) ?? 'ungraded',
    ...(typeof act === 'string' ? { action: act } : act),
    why: { ru: whyRu, en: whyEn },
    advice: { ru: doRu, en: doEn },
    sources: sources.split(' ').map((source) => ({ id: source })),
    status,
  })
/** Its source was read and says so. */
export const reviewed = entry('reviewed')
/** Its source is named and awaits a curator. */
export const draft = entry('draft')

export const group = (id: string): Rule['subject'] => ({ kind: 'group', id })
export const form = (id: string): Rule['subject'] => ({ kind: 'form', id })
export const apart = (hours: number) => ({ action: 'separate_hours', hours }) as const
export const atMost = (amount: number, unit: 'mcg' | 'mg' | 'g') =>
  ({ action: 'cap_dose', cap: { amount, unit } }) as const

const each = (ids: string, make: (id: string) => Predicate): Predicate => {
  const [first, ...rest] = ids.split(' ').map(make)
  if (!first) throw new Error('an id is expected')
  return rest.length === 0 ? first : { any: [first, ...rest] }
}
export const drugs = (ids: string) => each(ids, (drug) => ({ drug }))
export const classes = (ids: string) => each(ids, (id) => ({ class: id }))
export const conditions = (ids: string) => each(ids, (condition) => ({ condition }))
export const stages = (ids: string) => each(ids, (stage) => ({ stage: stage as 'pregnant' | 'lactating' | 'trying' }))
export const beside = (ids: string) => each(ids, (id) => ({ with: id }))
export const any = (...parts: Predicate[]): Predicate => ({
  any: parts.flatMap((part) => ('any' in part ? part.any : [part])),
})
export const all = (...parts: Predicate[]): Predicate => ({ all: parts })
export const allergy = (id: string): Predicate => ({ allergy: id })
export const under = (underYears: number): Predicate => ({ underYears })
export const egfrUnder = (value: number): Predicate => ({ egfrUnder: value })
export const surgery = (surgeryWithinDays: number): Predicate => ({ surgeryWithinDays })

type Unit = 'mcg' | 'mg' | 'g'
type Per = 'day' | 'single' | 'kg_day'
export const from = (atLeast: number, unit: Unit, per: Per = 'day'): Predicate => ({ dose: { atLeast, unit, per } })
/** More than the figure, which itself is still within. */
export const above = (amount: number, unit: Unit, per: Per = 'day') => from(amount + 0.001, unit, per)
