import { describe, expect, it } from 'vitest'
import type { ToolStatus, ToolTrace } from '../contract.ts'
import type { Run, State } from '../state.ts'
import { closingText } from './check-reply.ts'

const entries = new Map([
  ['finance_set_budget', { tool: { risk: 'write' } }],
  ['finance_get_budgets', { tool: { risk: 'read' } }],
])
const trace = (name: string, status: ToolStatus, said: string): ToolTrace => ({
  id: said,
  name,
  args: {},
  status,
  said,
})
const REFUSED = 'Этого вы не говорили, поэтому не делаю.'
const closing = (said: string[], traces: ToolTrace[]): string[] => {
  const run = {
    said,
    safety: { kind: 'none', rules: [] },
    failure: null,
    pending: null,
    deps: { registry: { entries } },
  }
  return closingText(run as unknown as Run, { fixed: null, calls: [], traces } as unknown as State)
}

describe('what did not happen', () => {
  const refused = trace('finance_set_budget', 'refused', REFUSED)

  it('is told after a reply that keeps silent about it', () => {
    expect(closing(['Хорошо, 5000 в месяц.'], [refused])).toEqual([REFUSED])
    expect(closing(['Хорошо.'], [refused, refused])).toEqual([REFUSED])
  })

  it('is not told twice: a denial or a question told it already', () => {
    expect(closing(['Лимит не поставлен: сумму вы не назвали.'], [refused])).toEqual([])
    expect(closing(['Какую сумму поставить?'], [refused])).toEqual([])
  })

  it('is no news when it went through the second time, or was only a look', () => {
    const later = trace('finance_set_budget', 'ok', '5000 ₽ в месяц: кафе.')
    expect(closing(['5000 ₽ в месяц: кафе.'], [refused, later])).toEqual([])
    expect(closing(['Хорошо.'], [trace('finance_get_budgets', 'failed', 'Лимитов нет.')])).toEqual([])
  })
})
