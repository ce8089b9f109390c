import type { Rule } from '../contract.ts'

/** Nothing of nutrition is said unasked: a warning comes with the entry or the check it is about. */
export const rules: Rule[] = []
