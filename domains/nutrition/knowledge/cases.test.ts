// Every rule on its two cases, and stacks that nobody needs to be warned of.
import { describe, expect, it } from 'vitest'
import { check } from '../engine/check.ts'
import type { StackInput } from '../engine/types.ts'
import { knowledge } from './index.ts'
import { FIXTURES as FIRST } from './rules/a-fixtures.test-data.ts'
import { FIXTURES as SECOND } from './rules/b-fixtures.test-data.ts'
import { SAFE_STACKS } from './safe-stacks.test-data.ts'

type Case = Partial<StackInput> & Pick<StackInput, 'items'>
const run = (given: Case) =>
  check(knowledge(), { medications: [], conditions: [], allergies: [], subject: {}, ...given })
const fired = (given: Case): string[] => {
  const { findings, notes } = run(given)
  return [...findings, ...notes].map(({ ruleId }) => ruleId)
}
const CASES: readonly { rule: string; positive: Case; nearMiss: Case }[] = [...FIRST, ...SECOND]

it('every rule has its cases', () => {
  const covered = new Set(CASES.map(({ rule }) => rule))
  expect(knowledge().data.rules.flatMap(({ id }) => (covered.has(id) ? [] : [id]))).toEqual([])
})

it.each(CASES)('$rule is found, and not in its near miss', ({ rule, positive, nearMiss }) => {
  expect(fired(positive)).toContain(rule)
  expect(fired(nearMiss)).not.toContain(rule)
})

describe('a stack of a healthy person', () => {
  it.each(SAFE_STACKS)('$id raises no alarm', (stack) => {
    expect(run(stack).findings.filter(({ severity }) => severity !== 'minor')).toEqual([])
  })
  it('is seldom left open', () => {
    const open = SAFE_STACKS.filter((stack) => run(stack).verdict === 'unknown')
    expect(open.length / SAFE_STACKS.length).toBeLessThanOrEqual(0.05)
  })
})
