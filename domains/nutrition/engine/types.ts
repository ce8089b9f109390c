import type {
  Allergen,
  Condition,
  Doping,
  Drug,
  DrugClass,
  Form,
  Intake,
  Limit,
  Product,
  Rule,
  Source,
  SportDose,
  Substance,
} from '../knowledge/shapes.ts'

/** All that is known, of one release. */
export interface KnowledgeData {
  sources: readonly Source[]
  substances: readonly Substance[]
  forms: readonly Form[]
  products: readonly Product[]
  drugs: readonly Drug[]
  drugClasses: readonly DrugClass[]
  conditions: readonly Condition[]
  allergens: readonly Allergen[]
  limits: readonly Limit[]
  intakes: readonly Intake[]
  sportDoses: readonly SportDose[]
  rules: readonly Rule[]
  doping: readonly Doping[]
}

/** From mildest to strictest; what is not known stands above a minor remark and below a real warning. */
export const VERDICTS = ['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated'] as const
export type Verdict = (typeof VERDICTS)[number]
export const stricter = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b)

/** What is known of the person; a field that is left out is unknown, never "no". Lists are what was told. */
export interface Subject {
  /** Whole months. */
  ageMonths?: number | undefined
  sex?: 'male' | 'female' | undefined
  weightKg?: number | undefined
  pregnant?: boolean | undefined
  breastfeeding?: boolean | undefined
  trying?: boolean | undefined
  smoker?: boolean | undefined
  alcohol?: boolean | undefined
  dopingControlled?: boolean | undefined
  /** ml/min/1.73 m². */
  egfr?: number | undefined
  surgeryInDays?: number | undefined
}

export interface Item {
  name: string
  amount?: number | undefined
  unit?: string | undefined
  per?: 'day' | 'dose' | undefined
  /** Doses a day. */
  times?: number | undefined
  prescribed?: boolean | undefined
  /** Of what a mineral's amount is, where its salt was named. */
  as?: 'salt' | 'element' | undefined
}

export interface StackInput {
  items: readonly Item[]
  medications: readonly string[]
  conditions: readonly string[]
  allergies: readonly string[]
  subject: Subject
}

/** A fact that would settle a rule. */
export type Missing =
  | 'age'
  | 'sex'
  | 'weight'
  | 'pregnancy'
  | 'breastfeeding'
  | 'smoking'
  | 'kidney'
  | 'amount'
  /** Whether an amount of "magnesium citrate" is of the salt or of the magnesium in it. */
  | 'salt'
  /** A medicine or illness was named only by its kind: which one decides. */
  | 'medicine'
  | 'condition'

export interface Finding {
  ruleId: string
  severity: 'minor' | 'moderate' | 'major' | 'contraindicated'
  evidence: string
  /** Id of the substance, group, form or excipient the finding is about. */
  subject: string
  /** Ids of what it meets: medicines, conditions, other substances; a stage or an age. */
  object: readonly string[]
  /** Per day, in the analyte. */
  amount?: { value: number; unit: string }
  limit?: { value: number; unit: string }
  authority?: readonly string[]
  action: string
  hours?: number
  status: 'draft' | 'reviewed'
  sources: readonly string[]
}

export interface Question {
  fact: Missing
  /** The strictest verdict an answer may lead to. */
  upTo: Verdict
  rules: readonly string[]
  /** Items whose amount is asked for. */
  items?: readonly string[]
}

export interface Total {
  substance: string
  value: number
  unit: string
  /** False when a part of it has no known amount. */
  complete: boolean
  from: readonly { item: string; value: number | null }[]
  limits: readonly {
    authority: string
    kind: string
    /** What is counted: everything, or only what is no food. */
    basis: 'total' | 'supplemental'
    value: number
    unit: string
    source: string
  }[]
}

export interface Unknown {
  /** `coverage`: a known name, of which the knowledge says nothing else. `medicines`: how they go together. */
  kind: 'item' | 'medication' | 'condition' | 'allergy' | 'coverage' | 'medicines'
  text: string
  /** Names it may have been meant as. */
  near: readonly { kind: string; id: string }[]
}

export interface CheckResult {
  verdict: Verdict
  findings: readonly Finding[]
  /** Rules that document that there is nothing to fear. */
  notes: readonly { ruleId: string; subject: string }[]
  totals: readonly Total[]
  unknowns: readonly Unknown[]
  questions: readonly Question[]
  release: string
}
