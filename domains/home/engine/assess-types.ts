/** Shapes of what the home domain knows (entries with a source each) and of what its pure engines answer. */

/** One sentence in both languages. */
export interface Bilingual {
  ru: string
  en: string
}

/** From least to most strict; the strictest of all findings is the verdict. `unknown` means "cannot assess". */
export type Severity = 'ok' | 'minor' | 'unknown' | 'moderate' | 'major' | 'contraindicated'

export type Evidence = 'strong' | 'moderate' | 'weak'

/** Where a statement comes from. */
export interface Source {
  id: string
  organisation: string
  title: string
  year: number
  url?: string
}

/** `desk`: written from the sources and read by the editors; `expert`: read by a specialist of the field as well. */
export interface Review {
  status: 'desk' | 'expert'
  on: string
}

/** A word that was not recognised and the known name it resembles: something to ask, never something to assume. */
export interface Suggestion {
  given: string
  name: Bilingual
}

/** What the person would have to say for a better answer. */
export interface Question {
  id: 'species' | 'food' | 'weight' | 'amount' | 'kind' | 'product' | 'topic'
  text: Bilingual
}

export type Species = 'dog' | 'cat' | 'rabbit' | 'guinea_pig' | 'hamster' | 'bird' | 'ferret' | 'horse'

/** An amount against its limit: `{ given: 46, limit: 40, unit: 'mg', per: 'kg' }` is 46 mg per kg of body weight. */
export interface Dose {
  given: number
  limit: number
  unit: 'mg' | 'g'
  per: 'kg'
}

export interface PetFinding {
  ruleId: string
  severity: Severity
  subject: Bilingual
  evidence: Evidence
  text: Bilingual
  action: Bilingual
  amount?: Dose
  /** Ids of entries of the assessment's `sources`. */
  sources: string[]
}

export interface PetFoodAssessment {
  verdict: Severity
  species: Species | null
  /** Canonical id of the strictest thing recognised. */
  food: string | null
  findings: PetFinding[]
  /** Words of the input that were not recognised. */
  unknowns: string[]
  suggestions: Suggestion[]
  questions: Question[]
  sources: Source[]
}

export interface MixFinding {
  ruleId: string
  severity: Severity
  /** The products as the person named them: two of a pair, one where a product must not be mixed at all. */
  products: string[]
  subject: Bilingual
  evidence: Evidence
  text: Bilingual
  /** What to do instead. */
  action: Bilingual
  /** What to do when it is mixed already. */
  ifMixed?: Bilingual
  /** The gas or substance that forms. */
  forms?: Bilingual
  sources: string[]
}

export interface MixAssessment {
  verdict: Severity
  findings: MixFinding[]
  /** Products, or words of them, that were not recognised. */
  unknowns: string[]
  suggestions: Suggestion[]
  questions: Question[]
  sources: Source[]
}

export type RepairVerdict = 'do_it_yourself' | 'with_care' | 'call_professional' | 'unknown'

export interface RepairAdvice {
  found: boolean
  id: string | null
  title: Bilingual | null
  verdict: RepairVerdict
  steps: Bilingual[]
  tools: Bilingual[]
  stopRules: Bilingual[]
  followUp: { text: Bilingual; afterDays: number } | null
  /** Leave and call the emergency service before anything else. */
  emergency?: boolean
  suggestions: Suggestion[]
  questions: Question[]
  sources: Source[]
}
