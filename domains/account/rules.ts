import type { Rule } from '../contract.ts'

/** The account itself never writes to a person first: what they have to know about it is said when they act. */
export const rules: Rule[] = []
