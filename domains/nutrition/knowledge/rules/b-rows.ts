/**
 * Rules written as text, three lines each, so that a table of them can be read:
 *
 *     R172 creatine | Jb avoid | condition:ckd, egfr<60 | kdigo_2024
 *     why in Russian | advice in Russian
 *     why in English | advice in English
 *
 * Several subjects give R172a, R172b…; a comma is "or", ` + ` is "and" and binds looser. `*` before the id: reviewed.
 * After the action: hours of `separate_hours` ("2") or the most a day of `cap_dose` ("799mg").
 */
import { type Predicate, type Rule, rule } from '../shapes.ts'

const SEVERITY: Readonly<Record<string, Rule['severity']>> = {
  X: 'contraindicated',
  J: 'major',
  D: 'moderate',
  N: 'minor',
  '0': 'none',
}

/** Classes of medicines taken by mouth; together with a few medicines of mixed classes they stand for any such medicine. */
const ORAL =
  `vka doac antiplatelet ssri snri tca maoi linezolid_class triptan opioid nsaid painkiller salicylate antidepressant
hormonal_contraceptive oestrogen_therapy antioestrogen immunosuppressant corticosteroid antiviral_hiv antibiotic antifungal
bisphosphonate thyroid_hormone antithyroid antihypertensive nitrate_drug pde5_inhibitor cardiac_glycoside antiarrhythmic lipid_drug
sulfonylurea biguanide sglt2_inhibitor dpp4_inhibitor anticonvulsant lithium_salt antipsychotic sedative_drug antihistamine
stimulant_drug decongestant xanthine dopaminergic retinoid_drug acid_reducer cytostatic_cyp3a4 fluoropyrimidine hepatotoxic_drug
penicillin_chelator iron_chelator vitamin_d_analogue enzyme_inducer gout_drug ulcer_drug prokinetic antiemetic antidiarrhoeal
antispasmodic bile_drug liver_medicine enzymes laxative_drug weight_drug leukotriene_blocker mucolytic phosphate_binder alcohol_drug
bladder_drug potassium_raising antimalarial vein_medicine haemostatic antianginal metabolic_medicine calcimimetic progestogen
fertility_drug prostate_drug antiviral antiparasitic antianxiety dementia_drug antivertigo nootropic muscle_relaxant`.split(
    /\s+/,
  )

const ORAL_DRUGS = ['repaglinide', 'acarbose', 'pioglitazone', 'varenicline', 'cytisine']

const wrong = (text: string): never => {
  throw new Error(`not a predicate: ${text}`)
}

const test = (text: string): Predicate => {
  if (text === 'always') return { always: true }
  if (text === 'alcohol') return { alcohol: true }
  if (text === 'doping') return { dopingControlled: true }
  if (text === 'oral_drug')
    return { any: [...ORAL.map((id) => ({ class: id })), ...ORAL_DRUGS.map((id) => ({ drug: id }))] }
  const [, word, id] = /^(drug|class|condition|allergy|stage|with):(\w+)$/.exec(text) ?? []
  if (word !== undefined && id !== undefined)
    return word === 'stage' ? { stage: id as 'pregnant' | 'lactating' | 'trying' } : ({ [word]: id } as Predicate)
  const [, key, sign, figure, unit, per] =
    /^([\w:]+?)\s*(<=|>=|<|>)\s*([\d.]+)\s*(mcg|mg|g)?(?:\/(day|single|kg))?$/.exec(text) ?? []
  const value = Number(figure)
  if (key === 'age' && sign === '<') return { underYears: value }
  if (key === 'age' && sign === '>') return { overYears: value }
  if (key === 'egfr' && sign === '<') return { egfrUnder: value }
  if (key === 'surgery' && sign === '<=') return { surgeryWithinDays: value }
  if (key === 'dose' && sign === '>=' && unit !== undefined && per !== undefined)
    return { dose: { atLeast: value, unit: unit as 'mg', per: per === 'kg' ? 'kg_day' : (per as 'day' | 'single') } }
  if (key?.startsWith('members:') && sign === '>=') return { members: { group: key.slice(8), atLeast: value } }
  return wrong(text)
}
const joined = (kind: 'all' | 'any', parts: readonly Predicate[]): Predicate =>
  parts.length === 1 ? (parts[0] ?? wrong(kind)) : kind === 'all' ? { all: parts } : { any: parts }
const when = (text: string): Predicate =>
  joined(
    'all',
    text.split(' + ').map((part) =>
      joined(
        'any',
        part.split(',').map((one) => test(one.trim())),
      ),
    ),
  )

const cells = (line: string, count: number): string[] => {
  const found = line.split('|').map((cell) => cell.trim())
  if (found.length !== count) throw new Error(`${count} columns expected: ${line}`)
  return found
}

const cap = (text = ''): unknown => {
  const [, amount, unit] = /^([\d.]+)(mcg|mg|g)$/.exec(text) ?? []
  return { amount: Number(amount), unit }
}
const kinds = new Set(['group', 'excipient', 'form'])

/** `R207c` with several subjects gets letters from `c`. */
const entry = (head: string, ru: string, en: string): Rule[] => {
  const [what = '', mark = '', holds = '', sources = ''] = cells(head, 4)
  const [name = '', ...subjects] = what.split(/\s+/)
  const [grade = '', action = '', figure] = mark.split(/\s+/)
  const [whyRu = '', adviceRu = ''] = cells(ru, 2)
  const [whyEn = '', adviceEn = ''] = cells(en, 2)
  const evidence = grade.slice(1) === '' ? 'ungraded' : grade.slice(1)
  const [, number = '', letter] = /^\*?(R\d{3})([a-z])?$/.exec(name) ?? wrong(name)
  const nth = (at: number): string =>
    subjects.length === 1 ? (letter ?? '') : String.fromCharCode((letter ?? 'a').charCodeAt(0) + at)
  return subjects.map((subject, at) => {
    const [kind = '', id = ''] = subject.includes(':') ? subject.split(':') : ['substance', subject]
    if (kind !== 'substance' && !kinds.has(kind)) throw new Error(`no such kind of subject: ${subject}`)
    return rule.parse({
      id: number + nth(at),
      subject: { kind, id },
      when: when(holds),
      severity: SEVERITY[grade.slice(0, 1)],
      evidence,
      action,
      ...(action === 'separate_hours' ? { hours: Number(figure) } : {}),
      ...(action === 'cap_dose' ? { cap: cap(figure) } : {}),
      why: { ru: whyRu, en: whyEn },
      advice: { ru: adviceRu, en: adviceEn },
      sources: sources.split(/\s+/).map((source) => ({ id: source })),
      status: name.startsWith('*') ? 'reviewed' : 'draft',
    })
  })
}

export const rulesOf = (table: string): readonly Rule[] => {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line, at) => (at % 3 === 0 ? entry(line, lines[at + 1] ?? '', lines[at + 2] ?? '') : []))
}
