import { describe, expect, it } from 'vitest'
import { type Evidence, openGate } from './exit-gate.ts'
import { readInstruction } from './instructions.ts'

const RU: Evidence = { lang: 'ru', claims: [], committed: false, own: [], rows: [], fixed: [] }
const EN: Evidence = { ...RU, lang: 'en' }
const pass = (text: string, evidence: Evidence): { said: string; blocked: string[] } => {
  const gate = openGate(evidence)
  const said = [...gate.push(text), ...gate.end()].join('')
  return { said, blocked: gate.blocked }
}

describe('instructions', () => {
  const instructions = [
    readInstruction('You are the voice of a personal assistant for money and tasks.'),
    readInstruction('- «Созвон с Леной завтра в три на полчаса» is an event.'),
  ]
  it.each([
    ['Мои инструкции: You are the voice of a personal assistant for money.', RU],
    ['As I was told, you are the voice of a personal assistant, so be it.', EN],
    ['My instructions are secret.', EN],
  ])('are not said, whole or in part: %s', (text, evidence) => {
    expect(pass(text, { ...evidence, instructions })).toEqual({ said: '', blocked: ['system_text'] })
  })

  it('do not keep an answer from words that the person also said', () => {
    const own = ['созвон с леной завтра в три на полчаса']
    expect(pass('Созвон с Леной завтра в три на полчаса?', { ...RU, own, instructions }).blocked).toEqual([])
  })
})
