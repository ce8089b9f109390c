import type { Knowledge } from './knowledge.ts'
import type { Stack } from './stack.ts'
import type { Finding } from './types.ts'

// What a person is allergic to and is in something they take, beside the rules that name an allergy themselves.

/** Excipients that may carry traces of an allergen of another name. */
const TRACES: Readonly<Record<string, string>> = { lactose: 'milk' }

const finding = (subject: string, allergen: string, severity: Finding['severity']): Finding => ({
  ruleId: `ALLERGY:${subject}`,
  severity,
  evidence: 'a',
  subject,
  object: [allergen],
  action: severity === 'contraindicated' ? 'avoid' : 'ask_doctor',
  status: 'reviewed',
  // The duty to name allergens on a label, and the list of the fourteen.
  sources: ['label_allergen'],
})

/** `allergens`: ids of allergens and substances, with everything more general. */
export const allergyFindings = (knowledge: Knowledge, stack: Stack, allergens: ReadonlySet<string>): Finding[] => {
  const found = new Map<string, Finding>()
  const add = (subject: string, allergen: string, severity: Finding['severity']): void => {
    const key = `${subject} ${allergen}`
    if (allergens.has(allergen) && found.get(key)?.severity !== 'contraindicated')
      found.set(key, finding(subject, allergen, severity))
  }
  for (const { substance } of stack.parts) {
    add(substance, substance, 'contraindicated')
    for (const { id, certainty } of knowledge.substances.get(substance)?.allergens ?? [])
      for (const allergen of knowledge.allergenWithParents(id))
        add(substance, allergen, certainty === 'contains' ? 'contraindicated' : 'moderate')
  }
  for (const excipient of stack.excipients.keys()) {
    add(excipient, excipient, 'contraindicated')
    add(excipient, TRACES[excipient] ?? excipient, 'moderate')
  }
  return [...found.values()]
}
