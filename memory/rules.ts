import type { Rule } from '../domains/contract.ts'

/** Memory never speaks first: what is remembered is told when it is asked for or helps an answer. */
export const rules: Rule[] = []
