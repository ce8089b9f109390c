import type { Knowledge } from './knowledge.ts'
import type { StackInput, Subject } from './types.ts'

/** Conditions that are facts of the subject, by id. */
const FACTS: Readonly<Record<string, keyof Subject>> = {
  pregnancy: 'pregnant',
  breastfeeding: 'breastfeeding',
  trying_to_conceive: 'trying',
  smoking: 'smoker',
  alcohol_dependence: 'alcohol',
}

/** The subject with what its conditions say of it: "беременность" among the conditions is a pregnancy, whatever else was told. */
export const subjectOf = (knowledge: Knowledge, { conditions, subject }: StackInput): Subject => {
  const told = conditions
    .flatMap((text) => knowledge.names.resolve(text, new Set(['condition'])).found)
    .flatMap(({ id }) => (FACTS[id] === undefined ? [] : [[FACTS[id], true] as const]))
  return { ...subject, ...Object.fromEntries(told) }
}
