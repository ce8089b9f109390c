// Proactive rules of this domain: none. What comes here at its time was asked for by the person, so it needs no consent.
import type { Rule } from '../contract.ts'

export const rules: Rule[] = []
