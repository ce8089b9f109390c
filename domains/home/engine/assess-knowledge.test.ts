import { describe, expect, it } from 'vitest'
import { mixActions, mixFirstAid } from '../knowledge/mix-actions.ts'
import { chemicalClasses } from '../knowledge/mix-classes.ts'
import { productNames } from '../knowledge/mix-products.ts'
import { mixRules } from '../knowledge/mix-rules.ts'
import { petActions } from '../knowledge/pet-actions.ts'
import { petEntries } from '../knowledge/pets.ts'
import { generalStopRules, repairEntries } from '../knowledge/repairs.ts'
import { knownSources } from '../knowledge/sources.ts'
import type { Bilingual } from './assess-types.ts'

const cited: [id: string, sources: string[]][] = [
  ...petEntries.flatMap((entry) => entry.rules.map((rule): [string, string[]] => [entry.id, rule.sources])),
  ...chemicalClasses.map((one): [string, string[]] => [one.id, one.alone.sources]),
  ...mixRules.map((rule): [string, string[]] => [rule.id, rule.sources]),
  ...repairEntries.map((entry): [string, string[]] => [entry.id, entry.sources]),
]

const texts: Bilingual[] = [
  ...petEntries.flatMap((entry) => [
    entry.name,
    ...entry.rules.flatMap((rule) => [rule.text, ...(rule.scale?.steps.map((step) => step.text) ?? [])]),
  ]),
  ...chemicalClasses.flatMap((one) => [one.name, one.alone.text]),
  ...productNames.map((product) => product.name),
  ...mixRules.flatMap((rule) => [rule.text, ...(rule.forms ? [rule.forms] : [])]),
  ...repairEntries.flatMap((entry) => [
    entry.title,
    ...entry.steps,
    ...entry.tools,
    ...entry.stopRules,
    ...(entry.followUp ? [entry.followUp.text] : []),
  ]),
  ...[petActions, mixActions, mixFirstAid].flatMap((actions) => Object.values(actions)),
  ...generalStopRules,
]

describe('knowledge of the home', () => {
  it('cites a known source for every statement', () => {
    const known = new Set(knownSources.map(({ id }) => id))
    for (const [id, sources] of cited) {
      expect([id, sources.length > 0]).toEqual([id, true])
      expect([id, sources.filter((source) => !known.has(source))]).toEqual([id, []])
    }
  })

  it('lists each source once, and none that nobody cites', () => {
    const ids = knownSources.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const used = new Set(cited.flatMap(([, sources]) => sources))
    expect(ids.filter((id) => !used.has(id))).toEqual([])
  })

  it('says everything in both languages', () => {
    for (const { ru, en } of texts) {
      expect(ru.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect([en, /\p{Script=Cyrillic}/u.test(en)]).toEqual([en, false])
    }
  })

  it('never calls anything safe', () => {
    const said = [...texts.flatMap(({ ru, en }) => [ru, en]), ...knownSources.map(({ title }) => title)]
    expect(said.filter((text) => /безопасн|(?<!\p{L})(un)?safe(ly)?(?!\p{L})/iu.test(text))).toEqual([])
  })

  it('has own ids, a review status and a date', () => {
    for (const entries of [petEntries, chemicalClasses, mixRules, repairEntries]) {
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
      for (const { review } of entries)
        expect(review).toEqual({
          status: expect.stringMatching(/^(desk|expert)$/),
          on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        })
    }
  })
})
