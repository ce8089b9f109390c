import type { Rule } from '../contract.ts'
import { stackChanged } from './recheck.ts'

/** What nutrition says unasked: only that what is taken no longer goes with a new medicine or illness. */
export const rules: Rule[] = [stackChanged]
